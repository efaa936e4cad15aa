/* SPDX-License-Identifier: MIT */
/* What became of a question, for the page. */
#include "domain/course/plan_asked.h"

#include "store/store_plan_call.h"

enum err
plan_asked(struct ctx *cx, const struct dossier *d, int64_t item,
    struct plan_asked **out)
{
	struct store_plan_call_state *s;
	struct plan_asked *a;
	enum err e;

	*out = NULL;
	if ((e = store_plan_call_state(cx, d, item, &s)) != OK || s == NULL)
		return e;
	*out = a = arena_alloc(cx->arena, sizeof(*a));
	a->process = s->process;
	a->name = s->name;
	a->tries = s->tries;
	a->next = s->ended != 0 || s->due >= STORE_PLAN_CALL_NEVER ? 0 :
	    s->due;
	a->ended = s->ended;
	a->said = s->said;
	a->number = s->number;
	a->title = s->title;
	return OK;
}
