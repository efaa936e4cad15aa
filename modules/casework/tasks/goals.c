/* SPDX-License-Identifier: MIT */
/* The goals of a dossier: their list, and how one is shown. */
#include "casework/tasks/goals.h"

#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/pages_work.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/goal.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"


const char *
goals_measure_word(enum goal_measure measure)
{
	switch (measure) {
	case GOAL_NUMBER:
		return _("A number");
	case GOAL_YESNO:
		return _("Yes or no");
	default:
		return _("Its steps");
	}
}

static const char *
state_word(enum goal_state state)
{
	switch (state) {
	case GOAL_PROPOSED:
		return _("Proposed");
	case GOAL_AGREED:
		return _("Agreed");
	case GOAL_REACHED:
		return _("Reached");
	default:
		return _("Given up");
	}
}

static const char *
number(struct request *rq, const struct goal *g, int64_t n)
{
	return number_text(rq->cx.arena, rq->cx.lang, n, g->decimals);
}

static const char *
amount(struct request *rq, const struct goal *g, int64_t n)
{
	return g->unit[0] == '\0' ? number(rq, g, n) :
	    arena_printf(rq->cx.arena, "%s %s", number(rq, g, n), g->unit);
}

static const char *
number_progress(struct request *rq, const struct goal *g)
{
	struct arena *a = rq->cx.arena;
	const char *target = amount(rq, g, g->target);

	if (!g->measured)
		return arena_printf(a, _("not measured yet; from %s to %s"),
		    number(rq, g, g->start), target);
	if (g->start == 0 && g->target > 0)
		return arena_printf(a, _("%s of %s"),
		    number(rq, g, g->present), target);
	return arena_printf(a, _("%s; from %s to %s"),
	    number(rq, g, g->present), number(rq, g, g->start), target);
}

/* A yes that somebody declared need not be measured. */
static int
percent(const struct goal *g)
{
	return g->measure == GOAL_YESNO && g->state == GOAL_REACHED ? 100 :
	    goal_percent(g);
}

/* How far it is, in words. */
static const char *
progress(struct request *rq, const struct goal *g)
{
	if (g->measure == GOAL_NUMBER)
		return number_progress(rq, g);
	if (g->measure == GOAL_YESNO)
		return percent(g) == 100 ? _("yes") : _("not yet");
	if (g->steps_count == 0)
		return _("no steps yet");
	return arena_printf(rq->cx.arena, message_plural("%ld of %ld step",
	    "%ld of %ld steps", (long)g->steps_count), (long)g->steps_done,
	    (long)g->steps_count);
}

static void
show_steps(struct view *v, const struct goal *g)
{
	const struct goal_step *s;
	struct view *item;

	for (s = g->steps; s != NULL; s = s->next) {
		item = view_item(v, "steps");
		view_int(item, "no", s->no);
		view_text(item, "title", s->title);
		view_flag(item, "done", s->done);
		view_int(item, "task", s->task);
		view_flag(item, "tied", s->task != 0 || s->item != 0);
		view_int(item, "item", s->item);
		view_moment(item, "ticked", s->ticked);
		view_text(item, "by", s->ticked_by);
	}
}

static void
show_due(struct request *rq, struct view *v, const struct goal *g)
{
	bool late = goal_is_late(&rq->cx, g);
	int64_t due;

	view_flag(v, "late", late);
	if (!date_start(rq->cx.zone, g->due, &due))
		return;
	view_moment(v, "due", due);
	view_flag(v, "soon", goal_is_open(g) && !late &&
	    due < rq->cx.now + DATE_SOON);
}

void
goals_show_one(struct request *rq, struct view *v, const struct goal *g)
{
	view_int(v, "no", g->no);
	view_text(v, "title", g->title);
	view_text(v, "purpose", g->purpose);
	view_text(v, "measure", goals_measure_word(g->measure));
	view_flag(v, "by_number", g->measure == GOAL_NUMBER);
	view_flag(v, "by_yesno", g->measure == GOAL_YESNO);
	view_flag(v, "by_steps", g->measure == GOAL_STEPS);
	view_text(v, "unit", g->unit);
	if (g->measure == GOAL_NUMBER) {
		view_text(v, "start", amount(rq, g, g->start));
		view_text(v, "target", amount(rq, g, g->target));
	}
	view_int(v, "percent", percent(g));
	view_text(v, "progress", progress(rq, g));
	show_due(rq, v, g);
	view_text(v, "owner", g->owner_name);
	view_text(v, "state", state_word(g->state));
	view_flag(v, "proposed", g->state == GOAL_PROPOSED);
	view_flag(v, "agreed", g->state == GOAL_AGREED);
	view_flag(v, "reached", g->state == GOAL_REACHED);
	view_flag(v, "given_up", g->state == GOAL_GIVEN_UP);
	view_flag(v, "open", goal_is_open(g));
	view_flag(v, "by_itself", g->said_by == 0);
	view_text(v, "said_by", g->said_by_name);
	view_text(v, "reason", g->reason);
	view_moment(v, "since", g->since);
	view_moment(v, "created", g->created);
	view_int(v, "steps_count", g->steps_count);
	view_int(v, "steps_done", g->steps_done);
	show_steps(v, g);
}

enum err
goals_show(struct request *rq, const struct dossier *d)
{
	struct goal *g;
	enum err e;

	if ((e = goal_list(&rq->cx, d, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next)
		if (g->state != GOAL_GIVEN_UP)
			goals_show_one(rq, view_item(rq->view, "goals"), g);
	return OK;
}

enum err
get_dossier_goals(struct request *rq)
{
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = goal_list(&rq->cx, d, &g)) != OK)
		return e;
	for (; g != NULL; g = g->next)
		goals_show_one(rq, view_item(rq->view, "goals"), g);
	view_flag(rq->view, "may_add", d->level >= LEVEL_WORK &&
	    strcmp(d->status, "closed") != 0 && d->verdict[0] != '\0');
	return reply_page(rq, "casework/goals.html");
}

enum err
goals_open(struct request *rq, struct dossier **d, struct goal **g)
{
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, d)) != OK)
		return e;
	return goal_open(&rq->cx, *d, rq->no, g);
}
