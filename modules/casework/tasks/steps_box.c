/* SPDX-License-Identifier: MIT */
/* The plan on the page of the dossier: what is open, what comes next and what
 * it waits for, what may be added, what closing needs, what is done. */
#include <stdlib.h>
#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/steps.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "text/message.h"

#define ROWS_NOW 14	/* of the present phase */
#define ROWS_FOLDED 6	/* of each other one */
#define ROWS_NEXT 6	/* of each, that have not begun */
#define DONE_ROWS 5
#define GROUPS 12
#define NAMES 12	/* in the lists of a line */

/* The outer stages of a phase, or another outer stage; NULL: the case. */
struct group {
	struct group *next;
	const struct plan_thing *top;	/* its latest round */
	struct step **open, **done;
	size_t n_open, n_done;
	bool now;
};

static bool
same_group(const struct group *g, const struct plan_thing *top)
{
	if (g->top == NULL || top == NULL)
		return g->top == top;
	return g->top == top || (top->phase[0] != '\0' &&
	    strcmp(g->top->phase, top->phase) == 0);
}

static struct group *
group_of(const struct steps *s, struct group **list,
    const struct plan_thing *top, size_t all)
{
	struct group **tail, *g;

	for (tail = list; (g = *tail) != NULL; tail = &g->next)
		if (same_group(g, top)) {
			if (top != NULL && top->item->round >
			    g->top->item->round)
				g->top = top;
			return g;
		}
	g = *tail = arena_alloc(s->rq->cx.arena, sizeof(*g));
	g->top = top;
	g->open = arena_array(s->rq->cx.arena, all, sizeof(*g->open));
	g->done = arena_array(s->rq->cx.arena, all, sizeof(*g->done));
	g->now = top != NULL && top->phase[0] != '\0' &&
	    strcmp(top->phase, s->d->phase) == 0;
	return g;
}

/* A stage stands for itself where nothing in it does. */
static bool
is_row(const struct step *x)
{
	const struct plan_thing *t = x->thing;

	if (!steps_is_work(t) || (t == x->top && t->phase[0] != '\0'))
		return false;
	return t->item->kind != CMMN_STAGE || t->first == NULL ||
	    t->item->state != CMMN_ACTIVE ||
	    (t->may & 1u << CMMN_COMPLETE) != 0;
}

static struct group *
grouped(const struct steps *s, struct step *all, size_t n)
{
	struct group *list = NULL, *g;
	size_t i;

	for (i = 0; i < n; i++) {
		if (!is_row(&all[i]))
			continue;
		g = group_of(s, &list, all[i].top, n);
		if (steps_is_over(all[i].thing))
			g->done[g->n_done++] = &all[i];
		else
			g->open[g->n_open++] = &all[i];
	}
	return list;
}

static int
rank(const struct step *x)
{
	switch (x->thing->item->state) {
	case CMMN_FAILED:
		return 0;
	case CMMN_ACTIVE:
		return 1;
	case CMMN_ENABLED:
		return 2;
	case CMMN_SUSPENDED:
		return 3;
	default:
		return 4;
	}
}

static int
by_urgency(const void *a, const void *b)
{
	const struct step *x = *(struct step *const *)a;
	const struct step *y = *(struct step *const *)b;
	int d = rank(x) - rank(y);

	if (d != 0)
		return d;
	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return x < y ? -1 : x > y;
}

static int
by_latest(const void *a, const void *b)
{
	const struct step *x = *(struct step *const *)a;
	const struct step *y = *(struct step *const *)b;

	if (x->thing->item->since != y->thing->item->since)
		return x->thing->item->since > y->thing->item->since ? -1 : 1;
	return x < y ? 1 : x > y ? -1 : 0;
}

static void
show_group(struct steps *s, struct view *v, struct group *g, size_t most)
{
	size_t i, begun = 0;
	int64_t more = 0;

	qsort(g->open, g->n_open, sizeof(struct step *), by_urgency);
	qsort(g->done, g->n_done, sizeof(struct step *), by_latest);
	while (begun < g->n_open && rank(g->open[begun]) <= 1)
		begun++;
	view_text(v, "title", g->top == NULL ? _("The case as a whole") :
	    g->top->title);
	view_flag(v, "held", g->top != NULL &&
	    g->top->item->state == CMMN_SUSPENDED);
	view_int(v, "n_open", (int64_t)begun);
	view_int(v, "n_next", (int64_t)(g->n_open - begun));
	view_int(v, "n_done", (int64_t)g->n_done);
	for (i = 0; i < g->n_open; i++)
		if (i < begun ? i < most : i < begun + ROWS_NEXT)
			steps_show(s, view_item(v, "rows"), g->open[i]);
		else
			more++;
	view_int(v, "more", more);
	for (i = 0; i < g->n_done && i < DONE_ROWS; i++)
		steps_show(s, view_item(v, "done"), g->done[i]);
	if (i < g->n_done)
		view_int(v, "more_done", (int64_t)(g->n_done - i));
}

/* Where nothing is open any more: the phase that follows, or the end. */
static void
show_after(const struct steps *s, struct view *v)
{
	const struct term *t = casetype_term(s->d->type->phases, s->d->phase);

	if (t == NULL || !s->work)
		return;
	if ((t = t->next) == NULL)
		view_flag(v, "last", true);
	else {
		view_text(v, "next", t->code);
		view_text(v, "next_label",
		    message_label(&t->label, s->rq->cx.lang));
	}
}

/* The present phase, and what belongs to none; then the others, folded but
 * for those with open work, which come first. */
static void
show_groups(struct steps *s, struct view *v, struct group *list)
{
	struct view *item;
	struct group *g;
	int shown = 0;

	for (g = list; g != NULL; g = g->next)
		if (g->now || g->top == NULL) {
			item = view_item(v, "groups");
			show_group(s, item, g, ROWS_NOW);
			if (g->now && g->n_open == 0)
				show_after(s, item);
		}
	for (g = list; g != NULL; g = g->next)
		if (!g->now && g->top != NULL && g->n_open > 0 &&
		    shown++ < GROUPS)
			show_group(s, view_item(v, "folded"), g, ROWS_FOLDED);
	for (g = list; g != NULL; g = g->next)
		if (!g->now && g->top != NULL && g->n_open == 0 &&
		    shown++ < GROUPS)
			show_group(s, view_item(v, "folded"), g, ROWS_FOLDED);
}

/* Milestones, timers, and what somebody may say has happened. */
static void
show_events(struct steps *s, struct view *v, struct step *all, size_t n)
{
	int stones = 0, timers = 0, told = 0;
	const struct plan_thing *t;
	size_t i;

	for (i = 0; i < n; i++) {
		t = all[i].thing;
		if (t->item->kind == CMMN_MILESTONE &&
		    t->item->state != CMMN_TERMINATED && stones++ < NAMES)
			steps_show(s, view_item(v, "stones"), &all[i]);
		else if (t->item->kind == CMMN_TIMER_LISTENER &&
		    t->item->rings != 0 && !steps_is_over(t) &&
		    timers++ < NAMES)
			steps_show(s, view_item(v, "timers"), &all[i]);
		else if (t->item->kind == CMMN_USER_LISTENER &&
		    steps_may(s, t, CMMN_OCCUR) && told++ < NAMES)
			steps_show(s, view_item(v, "tells"), &all[i]);
	}
}

/* Is there another of its name? Then each says where it would stand. */
static bool
has_namesake(const struct plan_offer *all, const struct plan_offer *o)
{
	while (all != NULL && (all == o || strcmp(all->title, o->title) != 0))
		all = all->next;
	return all != NULL;
}

static enum err
show_offers(struct steps *s, struct view *v)
{
	struct plan_offer *all, *o;
	struct view *item;
	bool now;
	enum err e;

	if (!s->work)
		return OK;
	if ((e = plan_offers(&s->rq->cx, s->d, s->plan, &all)) != OK)
		return e;
	for (o = all; o != NULL; o = o->next) {
		now = o->why_not[0] == '\0';
		item = view_item(v, now ? "offers" : "not_now");
		view_text(item, "title", o->title);
		view_text(item, "help", o->help);
		view_text(item, "in", has_namesake(all, o) ? o->in : "");
		view_text(item, "why_not", o->why_not);
		view_text(item, "what", arena_printf(s->rq->cx.arena,
		    "%lld %s", (long long)o->of->parent, o->of->use->id));
	}
	return OK;
}

enum err
steps_missing(struct steps *s, struct view *v, int64_t *required)
{
	struct plan_missing *m;
	struct step x;
	int64_t n[2] = { 0, 0 };
	enum err e;

	if ((e = plan_missing(&s->rq->cx, s->d, s->plan, &m)) != OK)
		return e;
	for (; m != NULL; m = m->next) {
		if (m->thing->item->no == 1)
			continue;
		x = (struct step){ .thing = m->thing,
		    .task = steps_task(s, m->thing) };
		if (n[m->required]++ < NAMES)
			steps_show(s, view_item(v, m->required ? "missing" :
			    "ends"), &x);
	}
	*required = n[true];
	view_int(v, "n_missing", n[true]);
	view_int(v, "n_ends", n[false]);
	view_int(v, "more_missing", n[true] > NAMES ? n[true] - NAMES : 0);
	view_int(v, "more_ends", n[false] > NAMES ? n[false] - NAMES : 0);
	return OK;
}

/* Tasks from before the plan, and those that it does not know. */
static void
show_loose(struct steps *s, struct view *v, const struct step *all, size_t n)
{
	const struct task *t;
	int shown = 0;
	size_t i;

	for (t = s->d->tasks; t != NULL && shown < ROWS_NOW; t = t->next) {
		if (t->done != 0)
			continue;
		for (i = 0; i < n && all[i].task != t; i++)
			;
		if (i == n) {
			show_task(s->rq, view_item(v, "loose"), t);
			shown++;
		}
	}
}

enum err
steps_box(struct request *rq, struct dossier *d, bool *any)
{
	struct view *v;
	struct step *all;
	struct steps s;
	int64_t required;
	size_t n, i, open = 0;
	enum err e;

	*any = false;
	if ((e = steps_open(rq, d, &s)) != OK || s.plan == NULL)
		return e;
	*any = true;
	v = view_part(rq->view, "plan");
	all = steps_all(&s, &n);
	for (i = 0; i < n; i++)
		open += steps_is_work(all[i].thing) &&
		    all[i].thing->item->kind != CMMN_STAGE &&
		    all[i].thing->item->state == CMMN_ACTIVE;
	view_int(v, "open", (int64_t)open);
	show_groups(&s, v, grouped(&s, all, n));
	show_events(&s, v, all, n);
	show_loose(&s, v, all, n);
	if ((e = show_offers(&s, v)) != OK ||
	    (e = steps_missing(&s, v, &required)) != OK)
		return e;
	view_flag(v, "may_add", s.work && d->verdict[0] != '\0');
	return OK;
}
