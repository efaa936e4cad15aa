/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_MOVE_H
#define DOMAIN_PLAN_MOVE_H

#include "base/ctx.h"
#include "domain/course/plan.h"
#include "model/dossier.h"

/*
 * The plan of a dossier that goes to another version of its type. Items are
 * carried over by the id that both versions have; those that the other one
 * lacks end, with their tasks; what its running stages have besides begins.
 */
enum plan_move_fate { PLAN_MOVE_GAINED, PLAN_MOVE_LOST, PLAN_MOVE_KEPT };

struct plan_move_item {
	struct plan_move_item *next;
	enum plan_move_fate fate;
	const char *title;
	bool open;		/* it is active, enabled or waits */
	bool task;		/* somebody has it as a task */
};
/* Without writing anything; what is over already is left out. */
enum err plan_move_look(struct ctx *, const struct dossier *,
	    const struct casetype *to, struct plan_move_item **out);

/* d->type is the new one already; the event is "plan.moved". */
enum err plan_move(struct ctx *, struct dossier *,
	    const struct casetype *from, const char *from_phase,
	    const char *reason);

#endif
