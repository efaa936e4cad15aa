/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_ANSWER_KEEP_H
#define DOMAIN_PLAN_ANSWER_KEEP_H

#include "domain/course/plan_step.h"
#include "store/store_plan_call.h"

/* The item behind a call, and how it ends: of plan_answer*.c alone. */
struct plan_answer_keep {
	struct plan_step s;
	const struct store_plan_call *call;
	const struct cmmn_item *item;	/* NULL: it does not wait any more */
	const struct cmmn_item *turned;	/* that asks somebody else, by the
					 * version that holds now; or NULL */
	const char *trouble;	/* what is wrong with the plan, or NULL */
};
enum err plan_answer_keep_open(struct plan_answer_keep *);
/* One on hold: asked again, for its answer is to be had when it goes on. */
enum err plan_answer_keep_later(struct plan_answer_keep *);
/* Each ends the call and is an event: "plan.answered", "plan.failed". first
 * is part of it, or NULL: all of it is done or nothing, and what is refused
 * is the reason why it failed. */
typedef enum err plan_answer_keep_act(struct plan_answer_keep *,
	    const char *body);
enum err plan_answer_keep_complete(struct plan_answer_keep *,
	    plan_answer_keep_act *first, const char *body);
enum err plan_answer_keep_fault(struct plan_answer_keep *, const char *why);

#endif
