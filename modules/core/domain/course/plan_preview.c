/* SPDX-License-Identifier: MIT */
/* A move tried on a copy of the plan, to be told before it is made. */
#include "domain/course/plan_preview.h"

#include <string.h>

#include "domain/course/plan_step.h"
#include "domain/course/plan_values.h"
#include "text/message.h"

#define NAMES 4		/* tasks that are named */

struct telling {
	struct plan_step *s;
	const struct plan *before;
	const char *to;
	struct plan_effect **tail;
};

static void
tell(struct telling *t, const char *text)
{
	*t->tail = arena_alloc(t->s->cx->arena, sizeof(**t->tail));
	(*t->tail)->text = text;
	t->tail = &(*t->tail)->next;
}

/* Items and rows of its own, so that the other stays as it is. */
static struct plan *
copy(struct ctx *cx, const struct plan *p)
{
	struct plan *c = arena_copy(cx->arena, p, sizeof(*p));
	struct cmmn_item **items = &c->instance.items;
	struct cmmn_mark **marks = &c->instance.marks;
	const struct cmmn_item *i;
	const struct cmmn_mark *m;

	for (i = p->instance.items; i != NULL; i = i->next) {
		*items = arena_copy(cx->arena, i, sizeof(*i));
		items = &(*items)->next;
	}
	for (m = p->instance.marks; m != NULL; m = m->next) {
		*marks = arena_copy(cx->arena, m, sizeof(*m));
		marks = &(*marks)->next;
	}
	c->rows = arena_copy(cx->arena, p->rows,
	    (size_t)p->n_rows * sizeof(*p->rows));
	plan_values_eval(cx, p->eval.calendar, &c->eval);
	cmmn_run_start(&c->run, p->model->cmmn, &c->instance, &c->eval,
	    &c->frame);
	return c;
}

static const char *
title(const struct telling *t, const struct cmmn_item *i)
{
	return i->use == NULL ? i->name : plan_own_title(t->s->cx,
	    plan_model_own(t->s->plan->model, i->use));
}

/* The phase that it stands in, "" none. */
static const char *
phase_of(const struct telling *t, const struct cmmn_item *i)
{
	while (i != NULL && i->parent > 1)
		i = cmmn_item(&t->s->plan->instance, i->parent);
	return i == NULL || i->kind != CMMN_STAGE ? "" :
	    plan_model_phase(t->s->plan->model, i->use);
}

static enum cmmn_state
was(const struct telling *t, const struct cmmn_item *i)
{
	const struct cmmn_item *old = cmmn_item(&t->before->instance, i->no);

	return old == NULL ? CMMN_NONE : old->state;
}

static bool
is_task(const struct cmmn_item *i)
{
	return i->kind != CMMN_STAGE && i->kind <= CMMN_DECISION_TASK;
}

/* How the stage of the phase that is entered begins. */
static void
tell_entered(struct telling *t, const struct term *phase)
{
	const struct cmmn_item *i = plan_step_latest(t->s->plan, t->to);
	struct ctx *cx = t->s->cx;
	const char *word = message_label(&phase->label, cx->lang);
	const struct phase *p;
	int visits = 0;

	/* one that has nothing to be done is over at once: its next stands */
	if (i == NULL || (i->state != CMMN_ACTIVE && was(t, i) != CMMN_NONE))
		return;
	for (p = t->s->d->phases; p != NULL; p = p->next)
		visits += strcmp(p->code, t->to) == 0;
	if (was(t, i) == CMMN_ACTIVE)
		tell(t, arena_printf(cx->arena,
		    _("%s is still open and goes on as it is"), word));
	else if (was(t, i) == CMMN_SUSPENDED)
		tell(t, arena_printf(cx->arena,
		    _("%s goes on where it was left"), word));
	else if (visits > 0)
		tell(t, arena_printf(cx->arena,
		    _("%s begins again, round %d"), word, visits + 1));
	else
		tell(t, arena_printf(cx->arena, _("%s begins"), word));
}

/* Tasks of a phase that were active and now are in this state. */
static long
counted(const struct telling *t, const char *phase, enum cmmn_state state)
{
	const struct cmmn_item *i;
	long n = 0;

	for (i = t->s->plan->instance.items; i != NULL; i = i->next)
		n += is_task(i) && was(t, i) == CMMN_ACTIVE &&
		    i->state == state && strcmp(phase_of(t, i), phase) == 0;
	return n;
}

static void
tell_phase(struct telling *t, const struct term *p)
{
	const struct cmmn_item *i = plan_step_latest(t->s->plan, p->code);
	struct ctx *cx = t->s->cx;
	const char *word = message_label(&p->label, cx->lang);
	long n;

	if (i != NULL && i->state == CMMN_DISABLED &&
	    was(t, i) != CMMN_DISABLED)
		tell(t, arena_printf(cx->arena, _("%s is skipped"), word));
	if (strcmp(p->code, t->to) != 0 &&
	    (n = counted(t, p->code, CMMN_ACTIVE)) > 0)
		tell(t, arena_printf(cx->arena, message_plural(
		    "%ld task stays open in %s", "%ld tasks stay open in %s",
		    n), n, word));
	if ((n = counted(t, p->code, CMMN_SUSPENDED)) > 0)
		tell(t, arena_printf(cx->arena, message_plural(
		    "%ld task in %s waits until it is entered again",
		    "%ld tasks in %s wait until it is entered again", n), n,
		    word));
	if ((n = counted(t, p->code, CMMN_TERMINATED)) > 0)
		tell(t, arena_printf(cx->arena, message_plural(
		    "%ld task in %s ends", "%ld tasks in %s end", n), n,
		    word));
}

/* What is to be done then that was not before. */
static void
tell_begun(struct telling *t)
{
	struct ctx *cx = t->s->cx;
	const struct cmmn_item *i;
	const char *names = "";
	int n = 0;

	for (i = t->s->plan->instance.items; i != NULL; i = i->next) {
		if (!is_task(i) || i->state != CMMN_ACTIVE ||
		    was(t, i) == CMMN_ACTIVE)
			continue;
		if (n++ < NAMES)
			names = arena_printf(cx->arena, n == 1 ? "%s%s" :
			    "%s, %s", names, title(t, i));
	}
	if (n > 0)
		tell(t, arena_printf(cx->arena, n > NAMES ?
		    _("to be done then: %s and more") :
		    _("to be done then: %s"), names));
}

static struct plan_preview *
tried(struct plan_step *s, const struct plan *before, const struct term *to)
{
	struct plan_preview *p = arena_alloc(s->cx->arena, sizeof(*p));
	struct telling t = { .s = s, .before = before, .to = to->code,
	    .tail = &p->effects };
	const char *why = s->cx->why;
	const struct term *phase;

	p->phase = to->code;
	p->refused = "";
	s->plan = copy(s->cx, before);
	if (plan_enter(s, s->d->phase, to->code, "") != OK) {
		p->refused = s->cx->why;
		s->cx->why = why;
		return p;
	}
	for (phase = s->d->type->phases; phase != NULL; phase = phase->next)
		tell_phase(&t, phase);
	tell_entered(&t, to);
	tell_begun(&t);
	return p;
}

enum err
plan_preview(struct ctx *cx, struct dossier *d, struct plan_preview **out)
{
	struct plan_step s = { .cx = cx, .d = d, .by_itself = true };
	const struct plan *before;
	const struct term *to;
	enum err e;

	*out = NULL;
	if ((e = plan_step_look(&s)) != OK || s.plan == NULL)
		return e;
	before = s.plan;
	for (to = d->type->phases; to != NULL; to = to->next) {
		if (strcmp(to->code, d->phase) == 0)
			continue;
		*out = tried(&s, before, to);
		out = &(*out)->next;
	}
	return OK;
}
