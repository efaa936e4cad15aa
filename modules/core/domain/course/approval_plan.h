/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_APPROVAL_PLAN_H
#define DOMAIN_APPROVAL_PLAN_H

#include <stdbool.h>

#include "base/ctx.h"
#include "domain/type/plan_own.h"
#include "model/casetype.h"
#include "model/dossier.h"

/*
 * Human tasks of a plan that are approvals (<d:approval>): asked for by
 * themselves when they become active, by whose act made them so, as soon as
 * there is an amount; else from the page of the task. Approved, the task is
 * complete; not approved, it is terminated; returned, it stays to be asked
 * again. Nobody ticks it off.
 */
struct approval_plan {
	int64_t item;
	const char *used;	/* its id in the model */
	const char *title;	/* in the viewer's language */
	const char *field;	/* of the amount, "" none */
	const char *levels;	/* decision, "" the type's own */
	const char *kind;	/* of limits, "" nothing in particular */
	bool active;		/* the plan waits for it */
	int64_t newest;		/* no of its newest request, 0 none */
};
/* NULL: the item is none. */
enum err approval_plan(struct ctx *, const struct dossier *, int64_t item,
	    struct approval_plan **out);
/* By itself, of plan_start() alone: asks unless that was done already, or
 * cannot be yet, or is not to be any more. */
enum err approval_plan_ask(struct ctx *, struct dossier *, int64_t item,
	    const struct plan_own *, bool *asked);
/* ERR_CONFLICT where a task is one: nobody does it by hand. */
enum err approval_plan_task(struct ctx *, const struct dossier *,
	    const struct task *);
/* Fills title. type: of the dossier; NULL: each has its own. */
struct approval;
enum err approval_plan_titles(struct ctx *, const struct casetype *type,
	    struct approval *list);
/* What the plan calls an item, in the viewer's language; else the subject. */
const char *approval_plan_title(struct ctx *, const struct casetype *,
	    const char *used, const char *subject);
bool	 approval_plan_is(const struct plan_own *);	/* NULL: no */

#endif
