/* SPDX-License-Identifier: MIT */
/* The page of one goal, and what is done there. */
#include <stdlib.h>
#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/goals.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/goal_step.h"
#include "domain/course/plan.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/goal.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

const struct field goal_reach_form[] = {
	{ "note", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};
const struct field goal_step_form[] = {
	{ "title", FIELD_TEXT, .max = 200 },
	{ "tie", FIELD_TEXT, .max = 20 },
	{ 0 }
};
const struct field goal_value_form[] = {
	{ "value", FIELD_TEXT, .max = 30 },
	{ "measured", FIELD_DATE },
	{ "note", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

static const char *
change(struct request *rq, const struct goal *g, int64_t by)
{
	const char *text = number_text(rq->cx.arena, rq->cx.lang, by,
	    g->decimals);

	return by > 0 ? arena_printf(rq->cx.arena, "+%s", text) : text;
}

/* What was measured, the newest first, each against the one before. */
static void
show_values(struct request *rq, const struct goal *g)
{
	const struct goal_value *w;
	struct goal at = *g;
	struct view *v;

	at.measured = true;
	for (w = g->values; w != NULL; w = w->next) {
		v = view_item(rq->view, "values");
		at.present = w->value;
		view_text(v, "day", w->measured);
		if (g->measure == GOAL_YESNO)
			view_text(v, "value", w->value != 0 ? _("yes") :
			    _("not yet"));
		else
			view_text(v, "value", number_text(rq->cx.arena,
			    rq->cx.lang, w->value, g->decimals));
		if (g->measure == GOAL_NUMBER)
			view_text(v, "change", change(rq, g, w->value -
			    (w->next == NULL ? g->start : w->next->value)));
		view_int(v, "percent", goal_percent(&at));
		view_text(v, "by", w->actor);
		view_moment(v, "entered", w->entered);
		view_text(v, "note", w->note);
	}
}

static bool
is_tied(const struct goal *g, int64_t item)
{
	const struct goal_step *s = g->steps;

	while (s != NULL && s->item != item)
		s = s->next;
	return s != NULL;
}

/* Milestones and stages that may still be reached. */
static void
show_planned(struct request *rq, const struct goal *g,
    const struct plan_thing *t)
{
	for (; t != NULL; t = t->next) {
		if ((t->item->kind == CMMN_MILESTONE ||
		    t->item->kind == CMMN_STAGE) &&
		    !cmmn_is_over(t->item->state) && !is_tied(g, t->item->no))
			view_option(rq->view, "planned",
			    arena_printf(rq->cx.arena, "p%lld",
			    (long long)t->item->no), t->title);
		show_planned(rq, g, t->first);
	}
}

/* Work of the dossier that a step can be done with. */
static void
show_ties(struct request *rq, const struct dossier *d, const struct goal *g)
{
	const struct goal_step *s;
	const struct task *t;

	for (t = d->tasks; t != NULL; t = t->next) {
		for (s = g->steps; s != NULL && s->task != t->no;)
			s = s->next;
		if (t->done == 0 && s == NULL)
			view_option(rq->view, "ties",
			    arena_printf(rq->cx.arena, "t%lld",
			    (long long)t->no), t->title);
	}
}

enum err
get_goal(struct request *rq)
{
	struct dossier *d;
	struct plan *plan;
	struct goal *g;
	bool work, open;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if ((e = goal_open(&rq->cx, d, rq->no, &g)) != OK)
		return show_moved(rq, d, e, "goals", "");
	goals_show_one(rq, view_part(rq->view, "goal"), g);
	show_values(rq, g);
	show_ties(rq, d, g);
	if ((e = plan_open(&rq->cx, d, &plan)) != OK)
		return e;
	if (plan != NULL)
		show_planned(rq, g, plan->things);
	work = d->level >= LEVEL_WORK && strcmp(d->status, "closed") != 0;
	open = work && (goal_is_open(g) ||
	    (g->state == GOAL_REACHED && g->said_by == 0));
	view_flag(rq->view, "may_change", open);
	view_flag(rq->view, "may_agree", work &&
	    g->state == GOAL_PROPOSED);
	view_flag(rq->view, "may_reach", work && goal_is_open(g));
	view_flag(rq->view, "may_measure", open &&
	    g->measure != GOAL_STEPS);
	view_flag(rq->view, "may_give_up", work && goal_is_open(g));
	view_flag(rq->view, "may_reopen", work && !goal_is_open(g) &&
	    (g->state == GOAL_GIVEN_UP || !goal_is_met(g)));
	form_start(rq, "measured", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	return reply_page(rq, "casework/goal.html");
}

static enum err
back(struct request *rq)
{
	return reply_redirect(rq, "/dossiers/%s/goals/%lld", rq->number,
	    (long long)rq->no);
}

enum err
post_goal_agree(struct request *rq)
{
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = goals_open(rq, &d, &g)) != OK ||
	    (e = goal_agree(&rq->cx, d, g)) != OK)
		return e;
	reply_notice(rq, _("The goal is agreed."));
	return back(rq);
}

enum err
post_goal_reach(struct request *rq)
{
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = goals_open(rq, &d, &g)) != OK ||
	    (e = goal_reach(&rq->cx, d, g, form_text(rq, "note"))) != OK)
		return e;
	reply_notice(rq, _("The goal is reached."));
	return back(rq);
}

static enum err
show_form(struct request *rq, const char *template)
{
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = goals_open(rq, &d, &g)) != OK)
		return e;
	show_dossier(rq, view_part(rq->view, "dossier"), d);
	goals_show_one(rq, view_part(rq->view, "goal"), g);
	return reply_page(rq, template);
}

enum err
get_goal_reach(struct request *rq)
{
	return show_form(rq, "casework/goal-reach.html");
}

enum err
get_goal_give_up(struct request *rq)
{
	return show_form(rq, "casework/goal-give-up.html");
}

enum err
post_goal_give_up(struct request *rq)
{
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = goals_open(rq, &d, &g)) != OK || (e = goal_give_up(&rq->cx,
	    d, g, form_text(rq, "reason"))) != OK)
		return e;
	reply_notice(rq, _("The goal was given up."));
	return back(rq);
}

enum err
get_goal_reopen(struct request *rq)
{
	return show_form(rq, "casework/goal-reopen.html");
}

enum err
post_goal_reopen(struct request *rq)
{
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = goals_open(rq, &d, &g)) != OK || (e = goal_reopen(&rq->cx,
	    d, g, form_text(rq, "reason"))) != OK)
		return e;
	reply_notice(rq, _("The goal is worked on again."));
	return back(rq);
}

enum err
post_goal_steps_add(struct request *rq)
{
	const char *tie = form_text(rq, "tie");
	int64_t no = tie[0] == '\0' ? 0 : strtoll(tie + 1, NULL, 10);
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = goals_open(rq, &d, &g)) != OK || (e = goal_step_add(&rq->cx,
	    d, g, form_text(rq, "title"), tie[0] == 't' ? no : 0,
	    tie[0] == 'p' ? no : 0)) != OK)
		return e;
	reply_notice(rq, _("The step was added."));
	return back(rq);
}

static int64_t
step_of(struct request *rq)
{
	return strtoll(request_part(rq, "step"), NULL, 10);
}

static enum err
tick(struct request *rq, bool done)
{
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = goals_open(rq, &d, &g)) != OK || (e = goal_step_tick(
	    &rq->cx, d, g, step_of(rq), done)) != OK)
		return e;
	reply_notice(rq, done ? _("The step is done.") :
	    _("The step is open again."));
	return back(rq);
}

enum err
post_goal_step_done(struct request *rq)
{
	return tick(rq, true);
}

enum err
post_goal_step_reopen(struct request *rq)
{
	return tick(rq, false);
}

enum err
post_goal_step_remove(struct request *rq)
{
	struct dossier *d;
	struct goal *g;
	enum err e;

	if ((e = goals_open(rq, &d, &g)) != OK ||
	    (e = goal_step_drop(&rq->cx, d, g, step_of(rq))) != OK)
		return e;
	reply_notice(rq, _("The step was taken out."));
	return back(rq);
}

static enum err
typed_value(struct request *rq, const struct goal *g, int64_t *out)
{
	const char *text = form_text(rq, "value");

	*out = strcmp(text, "yes") == 0;
	if (g->measure != GOAL_NUMBER || number_parse(rq->cx.lang, text,
	    g->decimals, out))
		return OK;
	return refuse_field(&rq->cx, "value", g->decimals == 0 ?
	    _("This is not a whole number.") :
	    _("This is not a number, or it has too many decimals."));
}

enum err
post_goal_values_add(struct request *rq)
{
	struct dossier *d;
	struct goal *g;
	int64_t value;
	enum err e;

	if ((e = goals_open(rq, &d, &g)) != OK ||
	    (e = typed_value(rq, g, &value)) != OK ||
	    (e = goal_value_add(&rq->cx, d, g, value,
	    form_date(rq, "measured"), form_text(rq, "note"))) != OK)
		return e;
	reply_notice(rq, _("It was written down."));
	return back(rq);
}
