/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FILLED_KEEP_H
#define DOMAIN_FILLED_KEEP_H

#include "domain/type/form_model.h"
#include "model/filled.h"

/* The copy of a form as it is completed or corrected: the words of questions
 * and answers in the viewer's language, and a hash over all of it. */
struct filled_edition *filled_keep(struct ctx *, const struct dossier *,
	    const struct filled *, const struct casetype *,
	    const struct form_model *, const struct value *answers,
	    const struct questions_result *, int64_t edition,
	    const char *reason);
/* The hash that schema/README.md writes down, hex. */
const char *filled_keep_sum(struct arena *, const char *number, int64_t form,
	    const char *code, int64_t type_version,
	    const struct filled_edition *);

#endif
