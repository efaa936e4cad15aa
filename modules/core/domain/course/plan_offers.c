/* SPDX-License-Identifier: MIT */
/* What may be added to a plan now. */
#include "domain/course/plan_step.h"
#include "domain/course/plan_words.h"

enum err
plan_offers(struct ctx *cx, struct dossier *d, struct plan *p,
    struct plan_offer **out)
{
	const struct cmmn_offer *of;
	const struct plan_own *own;
	const struct plan_thing *in;
	struct plan_offer *o;

	*out = NULL;
	if (!plan_open_for_work(d))
		return OK;
	for (of = cmmn_offers(&p->run); of != NULL; of = of->next) {
		*out = o = arena_alloc(cx->arena, sizeof(*o));
		own = plan_model_own(p->model, of->use);
		in = plan_thing(p, of->parent);
		o->of = of;
		o->title = plan_model_title(cx, p->model, of->use);
		o->help = own == NULL ? "" : plan_own_help(cx, own);
		o->in = in == NULL || of->parent == 1 ? "" : in->title;
		o->why_not = of->applies ? "" : plan_words_not_offered(cx, d,
		    p, of);
		out = &o->next;
	}
	return OK;
}
