/* SPDX-License-Identifier: MIT */
/*
 * A running plan goes on by another version of its model. The standard knows
 * no such thing; what is done is what it does where a person acts (8.4): what
 * the model has no more is ended by an exit, what is new in a stage that runs
 * is created as at the stage's beginning.
 */
#include "rules/cmmn/cmmn_life.h"
#include "rules/cmmn/cmmn_rule.h"
#include "rules/cmmn/cmmn_run.h"
#include "rules/cmmn/cmmn_sentry.h"
#include "rules/cmmn/cmmn_stage.h"

static void
end(struct cmmn_work *w, struct cmmn_live *l)
{
	struct cmmn_cause why = { CMMN_BY_HAND, NULL, 0 };

	if (cmmn_life_ended(l->item->state))
		return;
	cmmn_stage_make(w, l, cmmn_life_of(l->item) == CMMN_LIFE_MOMENT ?
	    CMMN_PARENT_TERMINATE : CMMN_EXIT, why);
}

static bool
has(const struct cmmn_live *stage, const struct cmmn_node *n)
{
	const struct cmmn_live *k = stage->first;

	while (k != NULL && k->node != n)
		k = k->next;
	return k != NULL;
}

/* What a stage that runs, or is held, lacks. */
static void
fill(struct cmmn_work *w, struct cmmn_live *stage)
{
	const struct cmmn_inside *in = stage->node == NULL ||
	    stage->item->kind != CMMN_STAGE ? NULL : stage->node->inside;
	struct cmmn_cause why = { CMMN_BY_START, NULL, stage->item->no };
	struct cmmn_live *k;
	bool held = stage->item->state == CMMN_SUSPENDED;
	size_t i;

	if (in == NULL || (stage->item->state != CMMN_ACTIVE && !held))
		return;
	for (i = 0; i < in->n && !w->endless; i++) {
		if (has(stage, in->nodes[i]))
			continue;
		k = cmmn_rule_create(w, stage, in->nodes[i], 1, false, why);
		if (k != NULL && held)
			cmmn_stage_make(w, k,
			    cmmn_life_of(k->item) == CMMN_LIFE_MOMENT ?
			    CMMN_SUSPEND : CMMN_PARENT_SUSPEND,
			    (struct cmmn_cause){ CMMN_BY_PARENT, NULL,
			    stage->item->no });
	}
}

enum cmmn_refusal
cmmn_adopt(struct cmmn_run *r, bool (*gone)(void *, const struct cmmn_item *),
    void *of)
{
	struct cmmn_work *w = cmmn_run_open(r);
	size_t i, n = w->n;

	for (i = 0; i < n && !w->endless; i++)
		if (w->by_no[i] != NULL && gone(of, w->by_no[i]->item))
			end(w, w->by_no[i]);
	for (i = 0; i < n && !w->endless; i++)
		if (w->by_no[i] != NULL)
			fill(w, w->by_no[i]);
	/* Some wait no more. */
	for (i = 0; i < n && !w->endless; i++)
		if (w->by_no[i] != NULL &&
		    w->by_no[i]->item->state == CMMN_AVAILABLE)
			cmmn_sentry_look(w, w->by_no[i]);
	return cmmn_run_close(w);
}
