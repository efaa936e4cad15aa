/* SPDX-License-Identifier: MIT */
/* Phases are the outer stages: what a move of the case means for them. */
#include <string.h>

#include "domain/course/plan_step.h"
#include "domain/type/casetype.h"

static enum err
act(struct plan_step *s, const struct cmmn_item *i, enum cmmn_transition t,
    const char *reason)
{
	enum err e;

	if ((e = plan_step_may(s, cmmn_do(&s->plan->run, i->no, t))) != OK)
		return e;
	plan_step_row(s->cx, s->plan, i->no)->reason = reason;
	return OK;
}

static bool
may(const struct plan_step *s, const struct cmmn_item *i,
    enum cmmn_transition t)
{
	return (cmmn_may(&s->plan->run, i) & 1u << t) != 0;
}

/* A person says where the case is: what the stage waits for is passed by. */
static enum err
begin(struct plan_step *s, const struct cmmn_item *i, const char *reason)
{
	int64_t no;
	enum err e;

	switch (i->state) {
	case CMMN_ACTIVE:
		return OK;
	case CMMN_ENABLED:
		return act(s, i, CMMN_MANUAL_START, reason);
	case CMMN_DISABLED:
		if ((e = act(s, i, CMMN_REENABLE, reason)) != OK)
			return e;
		return i->state != CMMN_ENABLED ? OK :
		    act(s, i, CMMN_MANUAL_START, reason);
	case CMMN_SUSPENDED:
		return act(s, i, CMMN_RESUME, reason);
	case CMMN_AVAILABLE:
		if ((e = act(s, i, CMMN_EXIT, reason)) != OK)
			return e;
		break;
	default:
		break;
	}
	if ((e = plan_step_may(s, cmmn_repeat(&s->plan->run, i->no,
	    &no))) != OK)
		return e;
	plan_step_row(s->cx, s->plan, no)->reason = reason;
	i = cmmn_item(&s->plan->instance, no);
	return i == NULL || i->state != CMMN_ENABLED ? OK :
	    act(s, i, CMMN_MANUAL_START, reason);
}

/* The phases after p, and not after until (NULL: the end). */
static enum err
each(struct plan_step *s, const struct term *p, const char *until,
    enum cmmn_state state, enum cmmn_transition t, const char *reason)
{
	const struct cmmn_item *i;
	enum err e;

	for (p = p->next; p != NULL && strcmp(p->code, until) != 0;
	    p = p->next) {
		i = plan_step_latest(s->plan, p->code);
		if (i == NULL || i->state != state || i->round > 1 ||
		    !may(s, i, t))
			continue;
		if ((e = act(s, i, t, reason)) != OK)
			return e;
	}
	return OK;
}

static enum err
suspend_later(struct plan_step *s, const struct term *to, const char *reason)
{
	const struct cmmn_item *i;
	const struct term *p;
	enum err e;

	for (p = to->next; p != NULL; p = p->next)
		if ((i = plan_step_latest(s->plan, p->code)) != NULL &&
		    i->state == CMMN_ACTIVE && may(s, i, CMMN_SUSPEND) &&
		    (e = act(s, i, CMMN_SUSPEND, reason)) != OK)
			return e;
	return OK;
}

/* What is left open in the phase that is left stays in people's lists. */
static enum err
leave(struct plan_step *s, const char *phase, const char *reason)
{
	const struct cmmn_item *i = plan_step_latest(s->plan, phase);

	if (i == NULL || i->state != CMMN_ACTIVE ||
	    !may(s, i, CMMN_COMPLETE))
		return OK;
	return act(s, i, CMMN_COMPLETE, reason);
}

enum err
plan_enter(struct plan_step *s, const char *from, const char *to,
    const char *reason)
{
	const struct casetype *type = s->plan->model->type;
	const struct term *there = casetype_term(type->phases, to);
	const struct term *here = casetype_term(type->phases, from);
	const struct cmmn_item *i;
	enum err e = OK;

	if (there == NULL || s->plan->instance.items == NULL ||
	    s->plan->instance.items->state != CMMN_ACTIVE)
		return OK;
	if (here != NULL && here != there) {
		if (casetype_term(here, to) != NULL) {
			if ((e = leave(s, from, reason)) == OK)
				e = each(s, here, to, CMMN_ENABLED,
				    CMMN_DISABLE, reason);
		} else
			e = suspend_later(s, there, reason);
	}
	if (e != OK || (i = plan_step_latest(s->plan, to)) == NULL)
		return e;
	return begin(s, i, reason);
}
