/* SPDX-License-Identifier: MIT */
/* What a case lacks before it can be closed, and what closing ends. */
#include "domain/course/plan.h"

/* Is the item, and all that it stands in, begun and not over? */
static bool
is_open(const struct plan_thing *t)
{
	if (cmmn_is_over(t->item->state))
		return false;
	for (t = t->parent; t != NULL; t = t->parent)
		if (t->item->state != CMMN_ACTIVE &&
		    t->item->state != CMMN_SUSPENDED)
			return false;
	return true;
}

static void
add_missing(struct ctx *cx, const struct plan_thing *t, bool required,
    struct plan_missing ***tail)
{
	struct plan_missing *m = arena_alloc(cx->arena, sizeof(*m));

	m->thing = t;
	m->required = required;
	**tail = m;
	*tail = &m->next;
}

/* A stage that lacks something is told by what it lacks. */
static bool
collect(struct ctx *cx, const struct plan_thing *t, bool required,
    struct plan_missing ***tail)
{
	const struct cmmn_item *i;
	bool any = false, inner;

	for (; t != NULL; t = t->next) {
		if (!is_open(t))
			continue;
		inner = collect(cx, t->first, required, tail);
		i = t->item;
		any |= inner;
		if (inner || i->required != required || (!required &&
		    (i->state != CMMN_ACTIVE || i->kind == CMMN_STAGE)))
			continue;
		add_missing(cx, t, required, tail);
		any = true;
	}
	return any;
}

enum err
plan_missing(struct ctx *cx, struct dossier *d, struct plan *p,
    struct plan_missing **out)
{
	(void)d;
	*out = NULL;
	if (cmmn_is_over(p->whole->item->state))
		return OK;
	collect(cx, p->things, true, &out);
	collect(cx, p->things, false, &out);
	return OK;
}
