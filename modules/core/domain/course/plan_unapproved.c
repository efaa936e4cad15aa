/* SPDX-License-Identifier: MIT */
/* Milestones that an approval leads to, through whatever stands between. */
#include <string.h>

#include "domain/course/approval_plan.h"
#include "domain/course/plan.h"
#include "domain/course/plan_step.h"

/* What was looked at on the way, so that a plan that goes in circles does
 * not. */
struct seen {
	struct seen *next;
	const struct cmmn_item_use *use;
	enum cmmn_transition event;
};

struct way {
	const struct plan *p;
	struct seen *seen;
};

static bool lacks(struct way *, const struct cmmn_item_use *,
    enum cmmn_transition);

static bool
is_approval(const struct way *w, const struct cmmn_item_use *use)
{
	return approval_plan_is(plan_model_own(w->p->model, use));
}

static bool
was_here(struct way *w, const struct cmmn_item_use *use,
    enum cmmn_transition event)
{
	struct seen *s;

	for (s = w->seen; s != NULL; s = s->next)
		if (s->use == use && s->event == event)
			return true;
	s = arena_alloc(w->p->run.arena, sizeof(*s));
	*s = (struct seen){ w->seen, use, event };
	w->seen = s;
	return false;
}

static bool
has_begun(const struct cmmn_item *i)
{
	return i != NULL && i->state != CMMN_NONE &&
	    i->state != CMMN_AVAILABLE;
}

static bool
happened(const struct cmmn_item *i, enum cmmn_transition event)
{
	if (event == CMMN_COMPLETE || event == CMMN_OCCUR)
		return i != NULL && i->state == CMMN_COMPLETED;
	if (event == CMMN_TERMINATE || event == CMMN_EXIT)
		return i != NULL && i->state == CMMN_TERMINATED;
	return event == CMMN_CREATE ? i != NULL : has_begun(i);
}

static bool
criterion_lacks(struct way *w, const struct cmmn_criterion *k)
{
	const struct cmmn_on_part *on;

	for (on = k->sentry->on; on != NULL; on = on->next)
		if (on->item != NULL && lacks(w, on->item, on->event))
			return true;
	return false;
}

static bool
criteria_lack(struct way *w, const struct cmmn_criterion *k)
{
	while (k != NULL && !criterion_lacks(w, k))
		k = k->next;
	return k != NULL;
}

/* What a stage has in it, on whatever level. */
static bool
inside_lacks(const struct way *w, const struct cmmn_definition *stage)
{
	const struct cmmn_item_use *use;
	const struct cmmn_item *i;

	for (use = stage->items; use != NULL; use = use->next) {
		i = plan_step_latest(w->p, use->id);
		if ((is_approval(w, use) && !happened(i, CMMN_COMPLETE)) ||
		    inside_lacks(w, use->definition))
			return true;
	}
	return false;
}

/* The same of the stage that it stands in. */
static bool
around_lacks(struct way *w, const struct cmmn_item_use *use,
    enum cmmn_transition event)
{
	const struct plan_model *m = w->p->model;
	size_t i;

	for (i = 0; i < m->n_own; i++)
		if (m->own[i].use->definition == use->stage &&
		    lacks(w, m->own[i].use, event))
			return true;
	return false;
}

/* Can it begin only by an approval that is not given? */
static bool
start_lacks(struct way *w, const struct cmmn_item_use *use,
    const struct cmmn_item *i)
{
	const struct cmmn_definition *of = use->definition;

	if (has_begun(i))
		return false;
	return criteria_lack(w, use->entries) ||
	    (of->start.item != NULL &&
	    lacks(w, of->start.item, of->start.event)) ||
	    (i == NULL && around_lacks(w, use, CMMN_START));
}

/* Has an event of an item not happened, and does an approval that is not
 * given lead to it? */
static bool
lacks(struct way *w, const struct cmmn_item_use *use,
    enum cmmn_transition event)
{
	const struct cmmn_item *i = plan_step_latest(w->p, use->id);

	if (happened(i, event) || was_here(w, use, event))
		return false;
	if (is_approval(w, use) && (event == CMMN_COMPLETE ||
	    event == CMMN_TERMINATE || event == CMMN_EXIT))
		return true;
	if (event == CMMN_COMPLETE && inside_lacks(w, use->definition))
		return true;
	if (event == CMMN_EXIT && (criteria_lack(w, use->exits) ||
	    around_lacks(w, use, CMMN_EXIT)))
		return true;
	return start_lacks(w, use, i);
}

static bool
has_approvals(const struct plan_model *m)
{
	size_t i;

	for (i = 0; i < m->n_own; i++)
		if (approval_plan_is(&m->own[i]))
			return true;
	return false;
}

bool
plan_unapproved(const struct plan *p, const struct cmmn_item *i)
{
	struct way w = { p, NULL };

	return i != NULL && i->kind == CMMN_MILESTONE && i->use != NULL &&
	    has_approvals(p->model) && criteria_lack(&w, i->use->entries);
}
