/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_CELL_H
#define DOMAIN_DECISION_CELL_H

#include "base/ctx.h"
#include "model/casetype.h"

/* A cell as it is shown: words of the field for codes, "–" for anything;
 * what is more than that stays FEEL. */
const char *decision_cell(struct ctx *, const struct type_field *,
	    const char *text);
/* What it means that a rule holds, by the table's hit policy. */
const char *decision_cell_policy(const char *policy, const char *sum);

#endif
