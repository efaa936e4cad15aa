/* SPDX-License-Identifier: MIT */
/* Steps of the plan: all or one, and what may be done with them. */
#include "casework/tasks/steps.h"

#include <stdlib.h>
#include <string.h>

#include "text/message.h"

static int
by_number(const void *a, const void *b)
{
	const struct task *x = *(const struct task *const *)a;
	const struct task *y = *(const struct task *const *)b;

	return (x->no > y->no) - (x->no < y->no);
}

enum err
steps_open(struct request *rq, struct dossier *d, struct steps *out)
{
	const struct task *t;
	size_t n = 0;

	*out = (struct steps){ .rq = rq, .d = d };
	out->work = d->level >= LEVEL_WORK && d->closed == 0;
	for (t = d->tasks; t != NULL; t = t->next)
		n++;
	out->tasks = arena_array(rq->cx.arena, n + 1, sizeof(*out->tasks));
	for (t = d->tasks; t != NULL; t = t->next)
		out->tasks[out->n_tasks++] = t;
	qsort(out->tasks, n, sizeof(*out->tasks), by_number);
	return plan_open(&rq->cx, d, &out->plan);
}

const struct task *
steps_task(const struct steps *s, const struct plan_thing *thing)
{
	struct task key = { .no = thing->task };
	const struct task *k = &key, **found;

	if (thing->task == 0 || s->n_tasks == 0)
		return NULL;
	found = bsearch(&k, s->tasks, s->n_tasks, sizeof(*s->tasks),
	    by_number);
	return found == NULL ? NULL : *found;
}

static size_t
count(const struct plan_thing *t)
{
	size_t n = 0;

	for (; t != NULL; t = t->next)
		n += 1 + count(t->first);
	return n;
}

/* A phase that may come again: no more than what its last round says. */
static bool
is_round_to_come(const struct plan_thing *t)
{
	return steps_is_phase(t) && t->item->round > 1 && t->first == NULL &&
	    (t->item->state == CMMN_AVAILABLE ||
	    t->item->state == CMMN_ENABLED);
}

bool
steps_comes_again(const struct plan_thing *t)
{
	const struct plan_thing *o;

	for (o = steps_is_phase(t) && steps_is_over(t) ? t->next : NULL;
	    o != NULL; o = o->next)
		if (o->item->use == t->item->use &&
		    o->item->state == CMMN_ENABLED)
			return true;
	return false;
}

static void
gather(const struct steps *s, const struct plan_thing *t,
    const struct plan_thing *top, struct step *all, size_t *n)
{
	struct step *x;

	for (; t != NULL; t = t->next) {
		if (is_round_to_come(t))
			continue;
		x = &all[(*n)++];
		x->thing = t;
		x->top = top;
		x->task = steps_task(s, t);
		x->order = x->task == NULL || x->task->due == 0 ? INT64_MAX :
		    x->task->due;
		if (top == NULL && t->item->kind == CMMN_STAGE)
			x->top = t;
		gather(s, t->first, x->top, all, n);
	}
}

struct step *
steps_all(const struct steps *s, size_t *n)
{
	struct step *all = arena_array(s->rq->cx.arena,
	    count(s->plan->things) + 1, sizeof(*all));

	*n = 0;
	gather(s, s->plan->things, NULL, all, n);
	return all;
}

enum err
steps_no_such(struct request *rq)
{
	return refuse(&rq->cx, ERR_MISSING,
	    _("There is nothing at this address, or it is not for you."));
}

enum err
steps_one(const struct steps *s, int64_t no, struct step *out)
{
	const struct plan_thing *t = s->plan == NULL ? NULL :
	    plan_thing(s->plan, no);

	if (t == NULL)
		return steps_no_such(s->rq);
	*out = (struct step){ .thing = t, .task = steps_task(s, t) };
	while (t->parent != NULL && t->parent->item->no != 1)
		t = t->parent;
	out->top = t->item->kind == CMMN_STAGE ? t : NULL;
	return OK;
}

bool
steps_is_over(const struct plan_thing *t)
{
	return cmmn_is_over(t->item->state);
}

bool
steps_is_work(const struct plan_thing *t)
{
	return t->item->kind <= CMMN_DECISION_TASK;
}

bool
steps_may(const struct steps *s, const struct plan_thing *t,
    enum cmmn_transition tr)
{
	return s->work && (t->may & 1u << tr) != 0;
}

bool
steps_may_repeat(const struct steps *s, const struct plan_thing *t)
{
	return s->work && t->repeats;
}

static const struct steps_act acts[] = {
	{ "start",	CMMN_MANUAL_START,	false },
	{ "complete",	CMMN_COMPLETE,		false },
	{ "occur",	CMMN_OCCUR,		false },
	{ "resume",	CMMN_RESUME,		false },
	{ "reenable",	CMMN_REENABLE,		false },
	{ "again",	CMMN_REACTIVATE,	false },
	{ "skip",	CMMN_DISABLE,		true },
	{ "hold",	CMMN_SUSPEND,		true },
	{ "end",	CMMN_TERMINATE,		true },
	{ "repeat",	CMMN_NO_TRANSITION,	true },
	{ 0 }
};

const struct steps_act *
steps_act(const char *word)
{
	const struct steps_act *a;

	for (a = acts; a->word != NULL; a++)
		if (strcmp(a->word, word) == 0)
			return a;
	return NULL;
}

/* Of the stage of a phase: the case moves there, with a reason. */
static bool
moves(const struct steps_act *a, const struct plan_thing *t)
{
	return steps_is_phase(t) && (a->transition == CMMN_MANUAL_START ||
	    a->transition == CMMN_REENABLE || a->transition == CMMN_RESUME);
}

bool
steps_act_reason(const struct steps_act *a, const struct plan_thing *t)
{
	return a->reason || moves(a, t) || (a->transition == CMMN_OCCUR &&
	    t->item->kind == CMMN_MILESTONE);
}

const char *
steps_act_label(const struct steps_act *a, const struct plan_thing *t)
{
	switch (a->transition) {
	case CMMN_MANUAL_START:
		return _("Begin");
	case CMMN_COMPLETE:
		return _("Complete");
	case CMMN_OCCUR:
		return t->item->kind == CMMN_MILESTONE ? _("Reached") :
		    t->item->kind == CMMN_TIMER_LISTENER ? _("Ring now") :
		    _("It happened");
	case CMMN_RESUME:
		return _("Go on");
	case CMMN_REENABLE:
		return _("Take up after all");
	case CMMN_REACTIVATE:
		return _("Try again");
	case CMMN_DISABLE:
		return _("Skip");
	case CMMN_SUSPEND:
		return _("Put on hold");
	case CMMN_TERMINATE:
		return t->item->kind == CMMN_MILESTONE ? _("Drop") :
		    steps_is_work(t) && t->item->state == CMMN_AVAILABLE ?
		    _("Skip") : _("End");
	default:
		return _("Once more");
	}
}

bool
steps_is_phase(const struct plan_thing *t)
{
	return t->item->kind == CMMN_STAGE && t->phase[0] != '\0';
}

bool
steps_is_approval(const struct plan_thing *t)
{
	return t->own != NULL && t->own->approval.line != 0;
}
