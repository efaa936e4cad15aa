/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FORM_DRAFT_FHIR_H
#define DOMAIN_FORM_DRAFT_FHIR_H

#include "base/ctx.h"
#include "xml/reader.h"

/* A Questionnaire of FHIR as the tree of a form; told: in English, a line for
 * each thing that is not in it as it was meant. ERR_INVALID with each fault by
 * its line where it is no FHIR, or nothing that a form could ask. */
enum err form_draft_fhir(struct ctx *, const char *path,
	    struct reader_node **out, const char **told);

#endif
