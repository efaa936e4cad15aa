/* SPDX-License-Identifier: MIT */
/* What an item waits for, as its criteria stand now. */
#include "rules/cmmn/cmmn_life.h"
#include "rules/cmmn/cmmn_sentry.h"

struct cmmn_wait *
cmmn_waits(const struct cmmn_run *r, const struct cmmn_item *i)
{
	struct cmmn_work *w = cmmn_run_look(r);
	const struct cmmn_live *l = cmmn_run_live(w, i->no);
	struct cmmn_wait *first = NULL, **end = &first;
	const struct cmmn_gate *g;
	size_t n, k;
	bool entry;

	if (l == NULL || l->node == NULL || cmmn_life_ended(i->state))
		return NULL;
	entry = i->state == CMMN_AVAILABLE || i->before == CMMN_AVAILABLE;
	g = entry ? l->node->entries : l->node->exits;
	n = entry ? l->node->n_entries : l->node->n_exits;
	for (k = 0; k < n; k++) {
		if (g[k].dead)
			continue;
		*end = arena_alloc(r->arena, sizeof(**end));
		(*end)->criterion = g[k].criterion;
		(*end)->reasons = cmmn_sentry_reasons(w, l, &g[k]);
		end = &(*end)->next;
	}
	return first;
}
