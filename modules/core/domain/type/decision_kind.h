/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_KIND_H
#define DOMAIN_DECISION_KIND_H

#include "base/ctx.h"
#include "model/decision.h"

/* How a person types another result: as a value of a field, called
 * DECISION_KIND_CODE; one that takes the result itself, the steps of the
 * risk, what the table may give, or a text. */
#define DECISION_KIND_CODE "result"

enum err decision_kind(struct ctx *, const struct casetype *,
	    const struct type_decision *, const char *proposed,
	    const struct type_field **out);
/* What was typed so as JSON; refuses beside the field "f.result". */
enum err decision_kind_result(struct ctx *, const struct type_field *,
	    const struct type_decision *, const char *typed,
	    const char **out);
/* And back, for the form: a result as the canonical text of that field. */
const char *decision_kind_text(struct ctx *, const struct type_field *,
	    const char *result);

#endif
