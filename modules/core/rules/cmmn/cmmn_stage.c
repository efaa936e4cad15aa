/* SPDX-License-Identifier: MIT */
/* 8.4, 8.6.1: what a transition does to the items of a stage, and when a
 * stage is complete. Where the standard says nothing: the items of a stage
 * that failed are suspended with it until it is reactivated. */
#include "rules/cmmn/cmmn_stage.h"

#include "rules/cmmn/cmmn_life.h"
#include "rules/cmmn/cmmn_rule.h"
#include "rules/cmmn/cmmn_sentry.h"

static struct cmmn_cause
by_parent(const struct cmmn_live *l)
{
	return (struct cmmn_cause){ CMMN_BY_PARENT, NULL, l->item->no };
}

static bool
is_moment(const struct cmmn_live *l)
{
	return cmmn_life_of(l->item) == CMMN_LIFE_MOMENT;
}

static void
suspend_inside(struct cmmn_work *w, struct cmmn_live *l)
{
	struct cmmn_live *k;

	for (k = l->first; k != NULL; k = k->next)
		cmmn_stage_make(w, k, is_moment(k) ? CMMN_SUSPEND :
		    CMMN_PARENT_SUSPEND, by_parent(l));
}

/* Not what was suspended by itself before: its history is empty. */
static void
resume_inside(struct cmmn_work *w, struct cmmn_live *l)
{
	struct cmmn_live *k;

	for (k = l->first; k != NULL; k = k->next)
		if (k->item->state == CMMN_SUSPENDED &&
		    k->item->before != CMMN_NONE)
			cmmn_stage_make(w, k, is_moment(k) ? CMMN_RESUME :
			    CMMN_PARENT_RESUME, by_parent(l));
}

/* What a completed stage leaves undone ends with it; what was disabled or had
 * failed stays that, for it counted as done. */
static void
end_inside(struct cmmn_work *w, struct cmmn_live *l, bool completed)
{
	struct cmmn_live *k;

	for (k = l->first; k != NULL; k = k->next)
		if (!(completed && cmmn_life_done(k->item->state)))
			cmmn_stage_make(w, k, is_moment(k) ?
			    CMMN_PARENT_TERMINATE : CMMN_EXIT, by_parent(l));
}

void
cmmn_stage_fill(struct cmmn_work *w, struct cmmn_live *stage,
    const struct cmmn_inside *in, struct cmmn_cause why)
{
	size_t i;

	for (i = 0; in != NULL && i < in->n; i++)
		if (cmmn_rule_create(w, stage, in->nodes[i], 1, false, why) ==
		    NULL)
			return;
}

static void
entered(struct cmmn_work *w, struct cmmn_live *l)
{
	if (l->node == NULL)
		return;
	if (l->item->kind == CMMN_STAGE) {
		cmmn_stage_fill(w, l, l->node->inside, (struct cmmn_cause){
		    CMMN_BY_START, NULL, l->item->no });
		cmmn_run_flag(w, l);	/* where nothing is in it */
	} else if (!l->node->definition->blocking)
		cmmn_stage_make(w, l, CMMN_COMPLETE, (struct cmmn_cause){
		    CMMN_BY_NATURE, NULL, l->item->no });
}

static void
forget(struct cmmn_work *w, struct cmmn_live *l, enum cmmn_state from)
{
	if (l->met == NULL)
		return;
	if (cmmn_life_ended(l->item->state))
		cmmn_sentry_forget(w, l, false);
	else if (from == CMMN_AVAILABLE && l->item->state != CMMN_SUSPENDED)
		cmmn_sentry_forget(w, l, true);
}

bool
cmmn_stage_make(struct cmmn_work *w, struct cmmn_live *l,
    enum cmmn_transition t, struct cmmn_cause why)
{
	enum cmmn_state from = l->item->state;

	if (!cmmn_run_change(w, l, t, why))
		return false;
	forget(w, l, from);
	switch (t) {
	case CMMN_START:
	case CMMN_MANUAL_START:
		entered(w, l);
		break;
	case CMMN_SUSPEND:
	case CMMN_PARENT_SUSPEND:
	case CMMN_FAULT:
		suspend_inside(w, l);
		break;
	case CMMN_RESUME:
	case CMMN_PARENT_RESUME:
	case CMMN_REACTIVATE:
		if (l->item->state == CMMN_ACTIVE)
			resume_inside(w, l);
		break;
	case CMMN_COMPLETE:
		end_inside(w, l, true);
		cmmn_rule_ended(w, l);
		break;
	case CMMN_TERMINATE:
		end_inside(w, l, false);
		cmmn_rule_ended(w, l);
		break;
	case CMMN_EXIT:
	case CMMN_CLOSE:
		end_inside(w, l, false);
		break;
	default:
		break;
	}
	return !w->endless;
}

bool
cmmn_stage_blocks(const struct cmmn_live *k, bool *required)
{
	*required = k->item->required && !cmmn_life_done(k->item->state);
	return *required || k->item->state == CMMN_ACTIVE;
}

bool
cmmn_stage_may_complete(const struct cmmn_live *l, bool by_hand)
{
	const struct cmmn_live *k;
	bool required, all_done;

	if (l->item->state != CMMN_ACTIVE)
		return false;
	if (l->item->kind != CMMN_STAGE)
		return by_hand;
	/* Table 8.8: by itself without autoComplete only when everything is
	 * done, and nothing could be added. */
	all_done = !by_hand && (l->node == NULL ||
	    !l->node->definition->auto_complete);
	if (all_done && (l->node == NULL || (l->node->inside != NULL &&
	    l->node->inside->n_table > 0)))
		return false;
	for (k = l->first; k != NULL; k = k->next)
		if (cmmn_stage_blocks(k, &required) ||
		    (all_done && !cmmn_life_done(k->item->state)))
			return false;
	return true;
}
