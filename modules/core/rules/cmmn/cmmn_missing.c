/* SPDX-License-Identifier: MIT */
/* 8.6.1 What keeps a stage from completing. */
#include "rules/cmmn/cmmn_run.h"
#include "rules/cmmn/cmmn_stage.h"

struct cmmn_missing *
cmmn_missing(const struct cmmn_run *r, int64_t no)
{
	struct cmmn_work *w = cmmn_run_look(r);
	const struct cmmn_live *l = cmmn_run_live(w, no), *k;
	struct cmmn_missing *first = NULL, **end = &first;
	bool required;

	for (k = l == NULL ? NULL : l->first; k != NULL; k = k->next) {
		if (!cmmn_stage_blocks(k, &required))
			continue;
		*end = arena_alloc(r->arena, sizeof(**end));
		(*end)->item = k->item;
		(*end)->required = required;
		end = &(*end)->next;
	}
	return first;
}
