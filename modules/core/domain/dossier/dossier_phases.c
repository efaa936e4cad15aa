/* SPDX-License-Identifier: MIT */
/* What the stays of a dossier amount to, phase by phase. */
#include <string.h>

#include "domain/dossier/dossier.h"
#include "model/casetype.h"

static struct phase_visit *
visit_new(struct ctx *cx, const struct term *phase,
    struct phase_visit ***tail)
{
	struct phase_visit *v = arena_alloc(cx->arena, sizeof(*v));

	v->phase = phase;
	**tail = v;
	*tail = &v->next;
	return v;
}

/* A phase that an earlier type of the dossier had, named by its code. */
static const struct term *
strange(struct ctx *cx, const char *code)
{
	struct term *t = arena_alloc(cx->arena, sizeof(*t));

	t->code = code;
	t->label.text[0] = code;
	return t;
}

static void
count(struct phase_visit *v, const struct phase *stay, int64_t now)
{
	int64_t until = stay->left == 0 ? now : stay->left;

	v->visits++;
	if (v->entered == 0 || stay->entered < v->entered)
		v->entered = stay->entered;
	if (stay->left > v->left)
		v->left = stay->left;
	if (until > stay->entered)
		v->seconds += until - stay->entered;
	v->current = v->current || stay->left == 0;
}

struct phase_visit *
dossier_phases(struct ctx *cx, const struct dossier *d)
{
	struct phase_visit *list = NULL, **tail = &list, *v;
	const struct phase *stay;
	const struct term *p;

	for (p = d->type->phases; p != NULL; p = p->next)
		visit_new(cx, p, &tail);
	for (stay = d->phases; stay != NULL; stay = stay->next) {
		for (v = list; v != NULL; v = v->next)
			if (strcmp(v->phase->code, stay->code) == 0)
				break;
		if (v == NULL)
			v = visit_new(cx, strange(cx, stay->code), &tail);
		count(v, stay, cx->now);
	}
	return list;
}
