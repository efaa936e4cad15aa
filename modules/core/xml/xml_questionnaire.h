/* SPDX-License-Identifier: MIT */
#ifndef XML_XML_QUESTIONNAIRE_H
#define XML_XML_QUESTIONNAIRE_H

#include <stdbool.h>

#include "base/arena.h"
#include "xml/reader.h"

/*
 * A Questionnaire of FHIR R4 as a form of a case type. Groups become sections,
 * and what FHIR nests deeper stands behind what it hangs on; conditions become
 * FEEL. It need not be complete: what the file does not hold (the words of
 * other languages, answers that are kept elsewhere) is left to whoever edits
 * it. "link" of a form, a question and a choice says what it is in FHIR.
 */
bool	 xml_questionnaire_is(const struct reader_node *root);

/* The tree of a form (formtree.h) of a Questionnaire that is FHIR; told: a
 * sentence for each thing that is not in the form as it was meant. NULL with
 * one where it asks nothing. */
struct reader_node *xml_questionnaire_form(struct arena *, const char *file,
	    const struct reader_node *root, struct reader_fault **told);

#endif
