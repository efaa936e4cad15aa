/* SPDX-License-Identifier: MIT */
/* 8.7 Planning: what the tables of active stages and human tasks offer to
 * somebody, by roles and applicability rules, nested tables included. */
#include "rules/cmmn/cmmn_offers.h"

#include <string.h>

#include "rules/cmmn/cmmn_code.h"

#define DEEPEST 100

struct where {			/* on the way down the tables */
	struct cmmn_work *work;
	const struct cmmn_live *live;
	const char *use;
	struct cmmn_offers_row **end;
};

bool
cmmn_offers_yours(const struct cmmn_run *r, const struct cmmn_roles *roles)
{
	const char *const *mine;

	if (r->roles == NULL || roles == NULL)
		return true;
	for (; roles != NULL; roles = roles->next)
		for (mine = r->roles; roles->role != NULL && *mine != NULL;
		    mine++)
			if (strcmp(*mine, roles->role->name) == 0 ||
			    strcmp(*mine, roles->role->id) == 0)
				return true;
	return false;
}

struct cmmn_live *
cmmn_offers_stage(struct cmmn_live *l)
{
	struct cmmn_live *stage = l->item->kind == CMMN_STAGE ? l : l->parent;

	if (l->item->state != CMMN_ACTIVE || stage == NULL ||
	    stage->item->state != CMMN_ACTIVE)
		return NULL;
	return stage;
}

static const struct cmmn_applicability *
failing(struct cmmn_work *w, const struct cmmn_applies *a)
{
	for (; a != NULL; a = a->next)
		if (a->rule != NULL && !cmmn_code_holds(w,
		    cmmn_compile_rule(w->run->plan, a->rule), true))
			return a->rule;
	return NULL;
}

/* One at a time, unless its repetition rule allows more. */
static bool
under_way(struct cmmn_work *w, const struct cmmn_live *stage,
    const struct cmmn_node *n)
{
	const struct cmmn_live *k;

	if (cmmn_code_holds(w, n->repetition, false))
		return false;
	for (k = w->of_node[n->number]; k != NULL; k = k->same)
		if (k->parent == stage && !cmmn_is_over(k->item->state))
			return true;
	return false;
}

static void
rows(struct where *at, const struct cmmn_planning *p, bool yours,
    const struct cmmn_applicability *fails, unsigned int depth)
{
	struct cmmn_work *w = at->work;
	const struct cmmn_item_use *u;
	const struct cmmn_applicability *f;
	struct cmmn_offers_row *row;
	const struct cmmn_live *stage = at->live->item->kind == CMMN_STAGE ?
	    at->live : at->live->parent;
	bool mine;

	for (; p != NULL && depth < DEEPEST; p = p->next) {
		mine = yours && cmmn_offers_yours(w->run, p->roles);
		f = fails != NULL ? fails : failing(w, p->applies);
		for (u = p->items; u != NULL; u = u->next) {
			if ((at->use != NULL && strcmp(at->use, u->id) != 0) ||
			    cmmn_compile_node(w->run->plan, u) == NULL)
				continue;
			row = arena_alloc(w->run->arena, sizeof(*row));
			row->node = cmmn_compile_node(w->run->plan, u);
			row->yours = mine && cmmn_offers_yours(w->run,
			    u->roles);
			row->fails = f != NULL ? f : failing(w, u->applies);
			row->open = under_way(w, stage, row->node);
			*at->end = row;
			at->end = &row->next;
		}
		rows(at, p->tables, mine, f, depth + 1);
	}
}

struct cmmn_offers_row *
cmmn_offers_rows(struct cmmn_work *w, const struct cmmn_live *l,
    const char *use)
{
	struct cmmn_offers_row *first = NULL;
	struct where at = { w, l, use, &first };

	if (l->node != NULL)
		rows(&at, l->node->definition->planning, true, NULL, 0);
	return first;
}

static struct cmmn_offer **
offer(struct cmmn_work *w, struct cmmn_live *l, struct cmmn_offer **end)
{
	const struct cmmn_offers_row *r;
	const struct cmmn_code *code;
	struct cmmn_offer *o;

	for (r = cmmn_offers_rows(w, l, NULL); r != NULL; r = r->next) {
		if (!r->yours || r->open)
			continue;
		o = arena_alloc(w->run->arena, sizeof(*o));
		o->use = r->node->use;
		o->parent = l->item->no;
		o->applies = r->fails == NULL;
		o->rule = r->fails;
		code = r->fails == NULL ? NULL :
		    cmmn_compile_rule(w->run->plan, r->fails);
		if (code != NULL)
			o->reasons = cmmn_code_reason(w, code);
		*end = o;
		end = &o->next;
	}
	return end;
}

struct cmmn_offer *
cmmn_offers(const struct cmmn_run *r)
{
	struct cmmn_work *w = cmmn_run_look(r);
	struct cmmn_offer *first = NULL, **end = &first;
	size_t i;

	for (i = 0; i < w->n; i++)
		if (w->by_no[i] != NULL && w->by_no[i]->node != NULL &&
		    w->by_no[i]->node->definition->planning != NULL &&
		    cmmn_offers_stage(w->by_no[i]) != NULL)
			end = offer(w, w->by_no[i], end);
	return first;
}
