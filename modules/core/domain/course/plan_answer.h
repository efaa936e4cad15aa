/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_ANSWER_H
#define DOMAIN_PLAN_ANSWER_H

#include <stdbool.h>

#include "base/ctx.h"
#include "domain/course/webhook.h"
#include "model/dossier.h"
#include "store/store_plan_call.h"

/*
 * What comes of a call, each in a transaction of the clock: d is the dossier
 * that asks. Completes its item, or lets it fail with the reason, from where
 * people may begin it again or end it; or puts the call off.
 */

/* Does the plan still wait for it? Ends the call where it does not, and asks
 * whom another version of the type names instead. */
enum err plan_answer_wanted(struct ctx *, struct dossier *,
	    const struct store_plan_call *, bool *out);
/* *trouble: what is wrong with the plan itself, or NULL; it was not asked
 * again for that. */
enum err plan_answer_take(struct ctx *, struct dossier *,
	    const struct store_plan_call *, const struct webhook_answer *,
	    const char **trouble);
/* A case task: opens the other dossier, or looks whether it is closed. */
enum err plan_answer_case(struct ctx *, struct dossier *,
	    const struct store_plan_call *, bool *opened,
	    const char **trouble);
/* The other dossier of a case task has become one with the one that waits for
 * it: the task is not done by that, and people say how it goes on. */
enum err plan_answer_case_merged(struct ctx *, struct dossier *,
	    const struct dossier *other);

#endif
