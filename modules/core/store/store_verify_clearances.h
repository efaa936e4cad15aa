/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_CLEARANCES_H
#define STORE_VERIFY_CLEARANCES_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/clearance.h"

/* Every conflict check with all that was found, for the operator's check. */
struct store_verify_clearance {
	struct clearance c;	/* without the names of people */
	int64_t decider, officer;	/* 0 nobody yet */
	int64_t strays;		/* names and hits that its hash has not */
};
/* Each is shown once, in an arena that is emptied after it; false from the
 * function ends the walk. */
typedef bool store_verify_clearance_fn(void *, struct ctx *small,
	    const struct store_verify_clearance *);
enum err store_verify_clearances(struct ctx *, store_verify_clearance_fn *,
	    void *);

#endif
