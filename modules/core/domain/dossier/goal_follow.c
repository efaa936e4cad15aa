/* SPDX-License-Identifier: MIT */
/* What is reached follows from values and steps, and ceases with them. */
#include "domain/dossier/goal_follow.h"

#include <string.h>

#include "domain/dossier/goal.h"
#include "domain/dossier/goal_keep.h"
#include "store/store_goal.h"

/* Whether an act of this kind can bring a goal to its end. */
static bool
may_matter(const char *kind)
{
	static const char *const kinds[] = { "goal.added", "goal.changed",
	    "goal.agreed", "goal.measured", "goal.step_added",
	    "goal.step_done", "goal.step_reopened",
	    "goal.step_removed", "task.done", "task.reopened", "act.undone",
	    "dossier.merged", "dossier.split", NULL };
	size_t i;

	for (i = 0; kinds[i] != NULL; i++)
		if (strcmp(kind, kinds[i]) == 0)
			return true;
	return strncmp(kind, "plan.", 5) == 0;
}

static enum err
turn(struct ctx *cx, struct dossier *d, struct goal *g, bool met)
{
	struct event_body *b = goal_keep_body(cx, g);
	enum err e;

	g->state = met ? GOAL_REACHED : GOAL_AGREED;
	g->since = cx->now;
	g->said_by = 0;
	g->reason = "";
	if ((e = store_goal_save(cx, g)) != OK)
		return e;
	event_actor(b, 0);
	event_fact(b, "follows", "1");
	if (g->measure == GOAL_NUMBER)
		event_fact(b, "value", goal_keep_amount(cx, g, g->present));
	return event_add(cx, d, met ? "goal.reached" : "goal.reopened", b);
}

enum err
goal_follow(struct ctx *cx, struct dossier *d, const struct event *ev)
{
	struct goal *g;
	bool by_itself, met;
	enum err e;

	if (!may_matter(ev->kind) || strcmp(d->status, "closed") == 0)
		return OK;
	if ((e = store_goal_list(cx, d, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next) {
		by_itself = g->state == GOAL_REACHED && g->said_by == 0;
		met = goal_is_met(g);
		if ((g->state != GOAL_AGREED || !met) && (!by_itself || met))
			continue;
		if ((e = turn(cx, d, g, met)) != OK)
			return e;
	}
	return OK;
}
