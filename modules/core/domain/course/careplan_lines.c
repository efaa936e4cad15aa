/* SPDX-License-Identifier: MIT */
/* What a care plan says, line by line: now, and against what was kept. */
#include <string.h>

#include "domain/course/careplan.h"
#include "domain/course/service.h"
#include "domain/dossier/fact.h"
#include "domain/dossier/goal.h"
#include "domain/dossier/goal_keep.h"
#include "store/store_task.h"
#include "text/date.h"
#include "text/message.h"

#define PROBLEMS 200	/* of one patient */

static const char *const goal_states[] = { "proposed", "agreed", "reached",
    "given_up" };

struct listing {
	struct ctx *cx;
	struct dossier *d;
	struct careplan_line **tail;
};

static struct careplan_line *
add(struct listing *l, enum careplan_section section, const char *text)
{
	struct careplan_line *x = arena_alloc(l->cx->arena, sizeof(*x));

	*x = (struct careplan_line){ .section = section, .text = text,
	    .detail = "", .who = "", .day = "", .until = "", .every = "",
	    .times = 1, .state = "" };
	*l->tail = x;
	l->tail = &x->next;
	return x;
}

/* "0 → 200 m"; steps speak for themselves. */
static const char *
measure(struct ctx *cx, const struct goal *g)
{
	return g->measure != GOAL_NUMBER ? "" : arena_printf(cx->arena,
	    "%s → %s", goal_keep_amount(cx, g, g->start),
	    goal_keep_amount(cx, g, g->target));
}

static enum err
add_problems(struct listing *l)
{
	struct fact *f;
	enum err e;

	if ((e = fact_list(l->cx, l->d, FACT_PROBLEM, 0, PROBLEMS,
	    &f)) != OK)
		return e;
	for (; f != NULL; f = f->next)
		if (!fact_is_error(f) && fact_holds(l->cx, f))
			add(l, CAREPLAN_PROBLEM, f->value[FACT_WORDS])->detail =
			    fact_show(l->cx, f, FACT_STATUS);
	return OK;
}

static void
add_goals(struct listing *l, const struct goal *g)
{
	struct careplan_line *x;

	for (; g != NULL; g = g->next) {
		x = add(l, CAREPLAN_GOAL, g->title);
		x->goal = g->no;
		x->detail = measure(l->cx, g);
		x->who = g->owner_name;
		x->day = g->due;
		x->state = goal_states[g->state];
	}
}

/* The task behind a step, NULL: it has none that is here. */
static const struct task *
task_of(const struct task *t, const struct goal_step *s)
{
	if (s->task == 0 && s->item == 0)
		return NULL;
	while (t != NULL && (s->task != 0 ? t->no != s->task :
	    t->item != s->item))
		t = t->next;
	return t;
}

static enum err
add_activities(struct listing *l, const struct goal *g)
{
	const struct goal_step *s;
	struct careplan_line *x;
	const struct task *t;
	enum err e;

	if (l->d->tasks == NULL && (e = store_task_list(l->cx, l->d)) != OK)
		return e;
	for (; g != NULL; g = g->next)
		for (s = g->steps; s != NULL; s = s->next) {
			x = add(l, CAREPLAN_ACTIVITY, s->title);
			x->goal = g->no;
			x->state = s->done ? "done" : "open";
			if ((t = task_of(l->d->tasks, s)) == NULL)
				continue;
			x->who = t->owner != 0 ? t->owner_name :
			    t->team_name;
			if (t->due != 0)
				x->day = date_text(l->cx->arena, "en",
				    l->cx->zone, t->due, l->cx->now,
				    DATE_INPUT_DAY);
		}
	return OK;
}

static enum err
add_services(struct listing *l, const struct careplan *p)
{
	struct careplan_line *x;
	struct service *s;
	enum err e;

	if ((e = service_list(l->cx, l->d, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next) {
		if (s->careplan != p->id)
			continue;
		x = add(l, s->aftercare ? CAREPLAN_AFTERCARE :
		    CAREPLAN_SERVICE, s->title);
		x->goal = s->goal_no;
		x->detail = s->instructions;
		x->who = s->who;
		x->day = s->begins;
		x->until = s->until;
		x->every = s->every;
		x->times = s->times;
		x->state = s->ended ? "ended" : "running";
		x->done = s->done;
		x->missed = s->missed;
	}
	return OK;
}

enum err
careplan_lines_now(struct ctx *cx, struct dossier *d, const struct careplan *p,
    struct careplan_line **out)
{
	struct listing l = { cx, d, out };
	struct goal *g;
	enum err e;

	*out = NULL;
	if ((e = add_problems(&l)) != OK ||
	    (e = goal_list(cx, d, &g)) != OK)
		return e;
	add_goals(&l, g);
	if ((e = add_activities(&l, g)) != OK)
		return e;
	return add_services(&l, p);
}

static bool
same(const struct careplan_line *a, const struct careplan_line *b)
{
	return a->section == b->section && a->goal == b->goal &&
	    a->times == b->times && strcmp(a->text, b->text) == 0 &&
	    strcmp(a->detail, b->detail) == 0 &&
	    strcmp(a->who, b->who) == 0 && strcmp(a->day, b->day) == 0 &&
	    strcmp(a->until, b->until) == 0 &&
	    strcmp(a->every, b->every) == 0;
}

struct careplan_line *
careplan_lines_only(struct ctx *cx, const struct careplan_line *a,
    const struct careplan_line *b)
{
	struct careplan_line *list = NULL, **tail = &list;
	const struct careplan_line *o;

	for (; a != NULL; a = a->next) {
		for (o = b; o != NULL && !same(a, o); o = o->next)
			;
		if (o != NULL)
			continue;
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		**tail = *a;
		(*tail)->next = NULL;
		tail = &(*tail)->next;
	}
	return list;
}

void
careplan_lines_goals(const struct careplan_line *l, int64_t *reached,
    int64_t *all)
{
	for (*reached = *all = 0; l != NULL; l = l->next)
		if (l->section == CAREPLAN_GOAL &&
		    strcmp(l->state, "given_up") != 0) {
			++*all;
			*reached += strcmp(l->state, "reached") == 0;
		}
}

const char *
careplan_lines_section(enum careplan_section section)
{
	static const char *const names[] = {
		[CAREPLAN_PROBLEM] = N_("Problems"),
		[CAREPLAN_GOAL] = N_("Goals"),
		[CAREPLAN_ACTIVITY] = N_("Activities"),
		[CAREPLAN_SERVICE] = N_("Services"),
		[CAREPLAN_AFTERCARE] = N_("After-care")
	};

	return _(names[section]);
}
