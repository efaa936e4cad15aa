/* SPDX-License-Identifier: MIT */
/* 8.7 A discretionary item becomes part of the plan. A plan fragment has no
 * life of its own: its items come to stand in the stage. */
#include "rules/cmmn/cmmn_offers.h"
#include "rules/cmmn/cmmn_rule.h"
#include "rules/cmmn/cmmn_stage.h"

/* How often it was planned here before. */
static int64_t
rounds(const struct cmmn_live *stage, const struct cmmn_node *n)
{
	const struct cmmn_live *k;

	for (k = stage->last; k != NULL; k = k->before)
		if (k->node == n)
			return k->item->round;
	return 0;
}

enum cmmn_refusal
cmmn_plan(struct cmmn_run *r, int64_t parent, const char *use, int64_t *item)
{
	struct cmmn_work *w = cmmn_run_open(r);
	struct cmmn_live *l = cmmn_run_live(w, parent), *stage, *made;
	const struct cmmn_offers_row *row;
	struct cmmn_cause why = { CMMN_BY_HAND, NULL, parent };
	int64_t first = r->instance->last + 1;

	*item = 0;
	if (l == NULL)
		return CMMN_NO_SUCH_ITEM;
	row = cmmn_offers_rows(w, l, use);
	if (row == NULL)
		return CMMN_NOT_OFFERED;
	if ((stage = cmmn_offers_stage(l)) == NULL)
		return CMMN_WRONG_STATE;
	if (!row->yours)
		return CMMN_NOT_YOURS;
	if (row->open || row->fails != NULL)
		return CMMN_NOT_OFFERED;
	if (row->node->definition->kind == CMMN_FRAGMENT) {
		cmmn_stage_fill(w, stage, row->node->inside, why);
	} else {
		made = cmmn_rule_create(w, stage, row->node,
		    rounds(stage, row->node) + 1, true, why);
		if (made != NULL)
			first = made->item->no;
	}
	if (first <= r->instance->last)
		*item = first;
	return cmmn_run_close(w);
}
