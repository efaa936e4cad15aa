/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_PLAN_H
#define STORE_VERIFY_PLAN_H

#include <stddef.h>
#include <stdint.h>

#include "base/ctx.h"

/* Rows of all plans, for the operator's check: in the order of dossiers. */
struct store_verify_plan_row {
	struct store_verify_plan_row *next;
	int64_t dossier;
	int64_t no;			/* of the item */
	const char *key, *text;		/* as events tell them */
	const char *criterion;		/* of a mark */
	int64_t part;
};
/* At most so many after the one that is given; NULL: no more. */
typedef enum err store_verify_plan_walk(struct ctx *,
	    const struct store_verify_plan_row *after, size_t most,
	    struct store_verify_plan_row **out);
store_verify_plan_walk store_verify_plan_items, store_verify_plan_marks;

#endif
