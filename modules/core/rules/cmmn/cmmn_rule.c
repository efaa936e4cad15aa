/* SPDX-License-Identifier: MIT */
/* 8.6.2 to 8.6.4 The rules of plan items. */
#include "rules/cmmn/cmmn_rule.h"

#include "rules/cmmn/cmmn_code.h"
#include "rules/cmmn/cmmn_life.h"
#include "rules/cmmn/cmmn_stage.h"
#include "rules/cmmn/cmmn_timer.h"

struct cmmn_live *
cmmn_rule_create(struct cmmn_work *w, struct cmmn_live *stage,
    const struct cmmn_node *n, int64_t round, bool discretionary,
    struct cmmn_cause why)
{
	struct cmmn_item like = {
		.round = round, .discretionary = discretionary, .cycle = "",
		.required = cmmn_code_holds(w, n->required, false)
	};
	struct cmmn_live *l = cmmn_run_create(w, stage, n, &like, why);

	if (l != NULL && n->timer != NULL && n->start == NULL)
		cmmn_timer_set(w, l);
	return l;
}

struct cmmn_live *
cmmn_rule_renew(struct cmmn_work *w, struct cmmn_live *l,
    struct cmmn_cause why)
{
	const struct cmmn_live *last = l->parent->last;

	/* The last one of the node here has the highest round. */
	while (last->node != l->node)
		last = last->before;
	return cmmn_rule_create(w, l->parent, l->node, last->item->round + 1,
	    l->item->discretionary, why);
}

static void
repeat(struct cmmn_work *w, struct cmmn_live *l)
{
	if (l->parent != NULL && l->parent->item->state == CMMN_ACTIVE &&
	    cmmn_code_holds(w, l->node->repetition, false))
		cmmn_rule_renew(w, l, (struct cmmn_cause){
		    .because = CMMN_BY_REPETITION, .item = l->item->no,
		    .rule = l->node->repetition });
}

void
cmmn_rule_enter(struct cmmn_work *w, struct cmmn_live *l,
    struct cmmn_cause why)
{
	enum cmmn_transition t = CMMN_START;

	if (l->item->kind == CMMN_MILESTONE)
		t = CMMN_OCCUR;
	else if (cmmn_code_holds(w, l->node->manual, false))
		t = CMMN_ENABLE;
	if (!cmmn_stage_make(w, l, t, why))
		return;
	/* 8.6.4 With entry criteria: each time that one of them holds. */
	if (l->node->on_entry && why.gate != NULL)
		repeat(w, l);
}

void
cmmn_rule_ended(struct cmmn_work *w, struct cmmn_live *l)
{
	/* 8.6.4 Without: when a task or stage completes or is terminated. */
	if (l->node != NULL && l->node->n_entries == 0 &&
	    cmmn_life_of(l->item) == CMMN_LIFE_WORK)
		repeat(w, l);
}
