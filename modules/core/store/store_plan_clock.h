/* SPDX-License-Identifier: MIT */
#ifndef STORE_PLAN_CLOCK_H
#define STORE_PLAN_CLOCK_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"

/* Plans that time moves on, and those that it could not. */

/* Dossiers that are not closed with a timer that is due, the longest first,
 * each once, but for those in trouble that are not tried yet. */
enum err store_plan_clock_rings(struct ctx *, int64_t *out, int limit,
	    int *n, bool *more);
/* Has this one a timer that is due? */
enum err store_plan_clock_due(struct ctx *, const struct dossier *,
	    bool *out);
/* What the clock could not do; and it could. */
enum err store_plan_clock_trouble(struct ctx *, int64_t dossier,
	    const char *said);		/* tried again ever more rarely */
enum err store_plan_clock_calm(struct ctx *, int64_t dossier);

/* Why plans do not go on, by type and version, and how many; code "" of what
 * no webhook takes, by its name. For administrators: no dossier is named. */
struct store_plan_clock_problem {
	struct store_plan_clock_problem *next;
	const char *code;
	int version;
	const char *name;	/* of the webhook, or "" */
	const char *said;
	int64_t count;
	int64_t since;		/* of the one that waits longest */
};
enum err store_plan_clock_problems(struct ctx *,
	    struct store_plan_clock_problem **out);

#endif
