/* SPDX-License-Identifier: MIT */
/* What a step of the plan leaves to be done by itself: the case is in the
 * phase that the plan entered, somebody has each task, tables are asked, and
 * people for approval. */
#include <string.h>

#include "domain/course/approval_plan.h"
#include "domain/course/assign.h"
#include "domain/course/decision_make.h"
#include "domain/course/plan_call.h"
#include "domain/course/plan_step.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/dossier/rulepack_gate.h"
#include "domain/dossier/undo.h"
#include "store/store_dossier.h"

#define DEEP 20		/* decisions that follow from decisions */
#define MANY 100	/* approvals that follow from an act */

/* The last stage of a phase that began or goes on, not by its parent. */
static const char *
entered(const struct plan_step *s)
{
	const struct cmmn_change *c;
	const struct cmmn_item *i;
	const char *phase = "", *p;

	for (c = s->plan->run.changes; c != NULL; c = c->next) {
		if (c->to != CMMN_ACTIVE || c->because == CMMN_BY_PARENT)
			continue;
		i = cmmn_item(&s->plan->instance, c->item);
		p = i == NULL ? "" : plan_model_phase(s->plan->model, i->use);
		if (p[0] != '\0' && i->state == CMMN_ACTIVE)
			phase = p;
	}
	return phase;
}

static enum err
move(struct plan_step *s, const char *phase)
{
	struct event_body *b = event_body(s->cx);
	struct dossier *d = s->d;
	struct undo *u = NULL;
	enum err e;

	if ((e = rulepack_gate_phase(s->cx, d, phase, "")) != OK)
		return e;
	if (s->cx->act != NULL && (e = undo_watch(s->cx, d, UNDO_ROW |
	    UNDO_STAYS, &u)) != OK)
		return e;
	event_actor(b, 0);
	event_before(b, "phase", d->phase);
	event_after(b, "phase", phase);
	event_fact(b, "plan", "1");
	if ((e = dossier_keep_phase(s->cx, d, phase, s->cx->now, "")) != OK ||
	    (e = store_dossier_save(s->cx, d, false)) != OK ||
	    (e = undo_step(s->cx, u, "phase.moved")) != OK)
		return e;
	return event_add(s->cx, d, "phase.moved", b);
}

/* The first active decision task between two numbers; NULL: none. */
static const struct cmmn_item *
to_decide(const struct plan *p, int64_t after, int64_t last)
{
	const struct cmmn_item *i;

	for (i = p == NULL ? NULL : p->instance.items; i != NULL; i = i->next)
		if (i->no > after && i->no <= last &&
		    i->state == CMMN_ACTIVE &&
		    i->kind == CMMN_DECISION_TASK && i->use != NULL &&
		    i->use->definition != NULL &&
		    i->use->definition->calls != NULL)
			break;
	return i;
}

/* Tables whose tasks are active. What one decides may end the task of the
 * next, which is looked up anew, or begin others, which ask by themselves. */
static enum err
decide(struct plan_step *s)
{
	static int depth;
	struct plan_step now = *s;
	int64_t last = s->plan->instance.last;
	const struct cmmn_item *i;
	enum err e = OK;

	if (!s->plan->model->decides || depth >= DEEP)
		return OK;
	depth++;
	i = to_decide(now.plan, 0, last);
	while (i != NULL && strcmp(s->d->status, "closed") != 0) {
		if ((e = decision_make_planned(s->cx, s->d,
		    i->use->definition->calls)) != OK ||
		    (i = to_decide(now.plan, i->no, last)) == NULL ||
		    (e = plan_step_look(&now)) != OK)
			break;
		i = to_decide(now.plan, i->no - 1, last);
	}
	depth--;
	return e;
}

/* The first that was not asked for yet, if any. */
static enum err
approve_one(struct plan_step *s, bool *asked)
{
	const struct plan_own *own;
	const struct cmmn_item *i;
	enum err e = OK;

	*asked = false;
	for (i = s->plan->instance.items; i != NULL && e == OK && !*asked;
	    i = i->next) {
		if (i->state != CMMN_ACTIVE || i->kind != CMMN_HUMAN_TASK ||
		    i->use == NULL)
			continue;
		own = plan_model_own(s->plan->model, i->use);
		if (approval_plan_is(own))
			e = approval_plan_ask(s->cx, s->d, i->no, own, asked);
	}
	return e;
}

/* Approvals that the plan waits for are asked for. One that nobody need give
 * moves the plan on at once: what waits then is looked up anew. */
static enum err
approve(struct plan_step *s)
{
	static bool asking;	/* what follows from one asks for no other */
	struct plan_step now = *s;
	bool asked = true;
	enum err e = OK;
	int i;

	if (asking || strcmp(s->d->status, "closed") == 0)
		return OK;
	asking = true;
	for (i = 0; i < MANY && now.plan != NULL; i++) {
		if ((e = approve_one(&now, &asked)) != OK || !asked ||
		    (e = plan_step_look(&now)) != OK)
			break;
	}
	asking = false;
	return e;
}

/* Tasks that were just made and say by which rule somebody is found. */
static enum err
assign(struct plan_step *s)
{
	const struct plan_own *own;
	const struct cmmn_item *i;
	struct assign_question q;
	struct plan_row *row;
	struct task *t;
	enum err e;

	for (i = s->plan->instance.items; i != NULL; i = i->next) {
		own = i->use == NULL || !i->changed ? NULL :
		    plan_model_own(s->plan->model, i->use);
		if (own == NULL || (own->task.assign[0] == '\0' &&
		    own->task.skill[0] == '\0'))
			continue;
		row = plan_step_row(s->cx, s->plan, i->no);
		if (row->task == 0 ||
		    (row->was != NULL && row->was->task == row->task))
			continue;
		if ((e = task_open(s->cx, s->d, row->task, &t)) != OK)
			return e;
		q = (struct assign_question){ own->task.skill,
		    own->task.assign, own->approval.amount,
		    own->approval.line == 0 ? NULL : own->approval.kind,
		    true };
		if (t->owner == 0 && t->done == 0 && (e = assign_task_also(
		    s->cx, s->d, t, &q)) != OK)
			return e;
	}
	return OK;
}

enum err
plan_start(struct plan_step *s)
{
	const char *phase;
	enum err e;

	if (s->plan->model == NULL)
		return OK;
	phase = entered(s);
	if (phase[0] != '\0' && strcmp(phase, s->d->phase) != 0 &&
	    strcmp(s->d->status, "closed") != 0 &&
	    (e = move(s, phase)) != OK)
		return e;
	if ((e = plan_call(s)) != OK || (e = assign(s)) != OK)
		return e;
	if ((e = decide(s)) != OK)
		return e;
	return approve(s);
}
