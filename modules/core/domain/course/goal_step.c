/* SPDX-License-Identifier: MIT */
/* The steps that a goal breaks down into. */
#include "domain/course/goal_step.h"

#include <string.h>

#include "domain/course/plan.h"
#include "domain/course/task.h"
#include "domain/dossier/goal.h"
#include "domain/dossier/goal_keep.h"
#include "domain/dossier/undo.h"
#include "domain/spine/keep.h"
#include "store/store_goal.h"
#include "text/message.h"

#define MOST 50		/* of one goal */

/* A step of a goal that may be changed. */
static enum err
step_of(struct ctx *cx, struct dossier *d, struct goal *g, int64_t no,
    struct goal_step **out)
{
	enum err e;

	if ((e = goal_keep_open(cx, d, g)) != OK)
		return e;
	for (*out = g->steps; *out != NULL && (*out)->no != no; )
		*out = (*out)->next;
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("This goal has no such step any more."));
}

/* A step of the same title or tie twice is a slip. */
static enum err
fit(struct ctx *cx, const struct goal *g, const struct goal_step *new)
{
	const struct goal_step *s;

	if (g->steps_count >= MOST)
		return refuse_field(cx, "title", _("A goal has at most %d "
		    "steps. Make several goals of it."), MOST);
	for (s = g->steps; s != NULL; s = s->next)
		if ((new->task != 0 && s->task == new->task) ||
		    (new->item != 0 && s->item == new->item))
			return refuse_field(cx, "tie", "%s",
			    _("This is a step of the goal already."));
	return OK;
}

/* It is in the plan; its name is the step's, unless that has another. */
static enum err
planned(struct ctx *cx, struct dossier *d, int64_t item, const char **title)
{
	const struct plan_thing *thing;
	struct plan *p;
	enum err e;

	if ((e = plan_open(cx, d, &p)) != OK)
		return e;
	thing = p == NULL ? NULL : plan_thing(p, item);
	if (thing == NULL || item == 1)
		return refuse_field(cx, "tie", "%s",
		    _("Choose one of the steps of the plan."));
	if (*title == NULL || (*title)[0] == '\0')
		*title = thing->title;
	return OK;
}

static enum err
end(struct ctx *cx, struct dossier *d, struct goal *g, struct undo *u,
    const char *step, const char *kind)
{
	struct event_body *b = goal_keep_body(cx, g);
	enum err e;

	event_fact(b, "step", step);
	if ((e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

enum err
goal_step_add(struct ctx *cx, struct dossier *d, struct goal *g,
    const char *title, int64_t task, int64_t item)
{
	struct goal_step *s = arena_alloc(cx->arena, sizeof(*s));
	struct undo *u = NULL;
	struct task *t;
	enum err e;

	s->task = task;
	s->item = task != 0 ? 0 : item;
	if ((e = goal_keep_open(cx, d, g)) != OK)
		return e;
	if (task != 0) {
		if ((e = task_open(cx, d, task, &t)) != OK)
			return refuse_field(cx, "tie", "%s",
			    _("Choose one of the tasks."));
		if (t->compartment != 0)
			return refuse_field(cx, "tie", "%s", _("This task "
			    "is in a compartment: not everybody who sees "
			    "the goal may know it."));
		if (title == NULL || title[0] == '\0')
			title = t->title;
	}
	if (s->item != 0 && (e = planned(cx, d, s->item, &title)) != OK)
		return e;
	if ((e = keep_text(cx, "title", title, 1, 200, false,
	    &s->title)) != OK || (e = fit(cx, g, s)) != OK ||
	    (e = undo_watch(cx, d, UNDO_GOALS, &u)) != OK ||
	    (e = store_goal_step_add(cx, g, s)) != OK)
		return e;
	return end(cx, d, g, u, s->title, "goal.step_added");
}

enum err
goal_step_tick(struct ctx *cx, struct dossier *d, struct goal *g,
    int64_t step, bool done)
{
	struct undo *u = NULL;
	struct goal_step *s;
	enum err e;

	if ((e = step_of(cx, d, g, step, &s)) != OK)
		return e;
	if (s->task != 0 || s->item != 0)
		return refuse(cx, ERR_CONFLICT, _("“%s” is done when the work "
		    "behind it is done. Open that."), s->title);
	if (s->done == done)
		return refuse(cx, ERR_CONFLICT, done ?
		    _("The step “%s” is done already.") :
		    _("The step “%s” is not done yet."), s->title);
	if ((e = undo_watch(cx, d, UNDO_GOALS, &u)) != OK ||
	    (e = store_goal_step_tick(cx, g, step,
	    done ? cx->now : 0)) != OK)
		return e;
	return end(cx, d, g, u, s->title, done ? "goal.step_done" :
	    "goal.step_reopened");
}

enum err
goal_step_drop(struct ctx *cx, struct dossier *d, struct goal *g,
    int64_t step)
{
	struct undo *u = NULL;
	struct goal_step *s;
	enum err e;

	if ((e = step_of(cx, d, g, step, &s)) != OK ||
	    (e = undo_watch(cx, d, UNDO_GOALS, &u)) != OK ||
	    (e = store_goal_step_drop(cx, g, step)) != OK)
		return e;
	return end(cx, d, g, u, s->title, "goal.step_removed");
}
