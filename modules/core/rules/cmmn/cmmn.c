/* SPDX-License-Identifier: MIT */
/* The events of a case plan: what somebody does to it, and what may be done. */
#include "rules/cmmn/cmmn.h"

#include <string.h>

#include "rules/cmmn/cmmn_life.h"
#include "rules/cmmn/cmmn_offers.h"
#include "rules/cmmn/cmmn_rule.h"
#include "rules/cmmn/cmmn_run.h"
#include "rules/cmmn/cmmn_stage.h"
#include "rules/cmmn/cmmn_timer.h"

#define DEEPEST 200		/* free stages in stages */

const struct cmmn_case *
cmmn_case(const struct cmmn *c)
{
	return c->of;
}

const struct cmmn_item_use *
cmmn_use(const struct cmmn *c, const char *id)
{
	return cmmn_compile_use(c, id);
}

bool
cmmn_is_over(enum cmmn_state s)
{
	return cmmn_life_ended(s) || s == CMMN_DISABLED;
}

const struct cmmn_item *
cmmn_item(const struct cmmn_instance *in, int64_t no)
{
	const struct cmmn_item *i = in->items;

	while (i != NULL && i->no != no)
		i = i->next;
	return i;
}

enum cmmn_refusal
cmmn_begin(struct cmmn_run *r)
{
	struct cmmn_work *w = cmmn_run_open(r);
	struct cmmn_item like = {
		.kind = CMMN_STAGE, .name = r->plan->of->name, .round = 1,
		.cycle = ""
	};
	int64_t last = r->instance->last;
	struct cmmn_live *root;

	if (w->n > 0)
		return CMMN_WRONG_STATE;
	r->instance->last = 0;
	root = cmmn_run_create(w, NULL, r->plan->root, &like,
	    (struct cmmn_cause){ CMMN_BY_HAND, NULL, 0 });
	if (r->instance->last < last)
		r->instance->last = last;
	cmmn_stage_fill(w, root, r->plan->root->inside, (struct cmmn_cause){
	    CMMN_BY_START, NULL, 1 });
	cmmn_run_flag(w, root);
	return cmmn_run_close(w);
}

/* Who may make an event listener occur: its roles; the outside world is the
 * system alone. Milestones may be reached by hand. */
static bool
is_yours(const struct cmmn_run *r, const struct cmmn_live *l,
    enum cmmn_transition t)
{
	if (r->roles == NULL)
		return true;
	if (t == CMMN_EXIT)
		return false;
	if (t != CMMN_OCCUR || l->item->kind == CMMN_MILESTONE)
		return true;
	return l->item->kind == CMMN_USER_LISTENER && (l->node == NULL ||
	    cmmn_offers_yours(r, l->node->definition->authorized));
}

static enum cmmn_refusal
refusal(const struct cmmn_run *r, const struct cmmn_live *l,
    enum cmmn_transition t)
{
	const struct cmmn_item *i = l->item;
	enum cmmn_life life = cmmn_life_of(i);

	if (!cmmn_life_outside(life, t))
		return CMMN_WRONG_KIND;
	if (cmmn_life_to(life, t, i->state, i->before) == CMMN_NONE)
		return CMMN_WRONG_STATE;
	/* Only where the stage is active; what it suspended, it resumes. */
	if (l->parent != NULL && t != CMMN_EXIT &&
	    (l->parent->item->state != CMMN_ACTIVE ||
	    (t == CMMN_RESUME && i->before != CMMN_NONE)))
		return CMMN_WRONG_STATE;
	if (!is_yours(r, l, t))
		return CMMN_NOT_YOURS;
	if (t == CMMN_COMPLETE && !cmmn_stage_may_complete(l, true))
		return CMMN_UNFINISHED;
	return CMMN_OK;
}

enum cmmn_refusal
cmmn_do(struct cmmn_run *r, int64_t no, enum cmmn_transition t)
{
	struct cmmn_work *w = cmmn_run_open(r);
	struct cmmn_live *l = cmmn_run_live(w, no);
	enum cmmn_refusal e;

	if (l == NULL)
		return CMMN_NO_SUCH_ITEM;
	if ((e = refusal(r, l, t)) != CMMN_OK)
		return e;
	cmmn_stage_make(w, l, t, (struct cmmn_cause){ CMMN_BY_HAND, NULL,
	    0 });
	return cmmn_run_close(w);
}

unsigned int
cmmn_may(const struct cmmn_run *r, const struct cmmn_item *i)
{
	struct cmmn_work *w = cmmn_run_look(r);
	const struct cmmn_live *l = cmmn_run_live(w, i->no);
	unsigned int may = 0, t;

	if (l == NULL)
		return 0;
	for (t = CMMN_CREATE; t <= CMMN_CLOSE; t++)
		if (t != CMMN_EXIT && refusal(r, l,
		    (enum cmmn_transition)t) == CMMN_OK)
			may |= 1U << t;
	return may;
}

enum cmmn_refusal
cmmn_data(struct cmmn_run *r)
{
	return cmmn_run_close(cmmn_run_open(r));
}

enum cmmn_refusal
cmmn_ring(struct cmmn_run *r)
{
	struct cmmn_work *w = cmmn_run_open(r);

	cmmn_timer_ring(w);
	return cmmn_run_close(w);
}

static enum cmmn_refusal
once_more(const struct cmmn_live *l)
{
	if (l == NULL)
		return CMMN_NO_SUCH_ITEM;
	if (l->parent == NULL || l->node == NULL ||
	    (l->item->kind >= CMMN_EVENT_LISTENER &&
	    l->item->kind <= CMMN_TIMER_LISTENER))
		return CMMN_WRONG_KIND;
	return cmmn_life_ended(l->item->state) &&
	    l->parent->item->state == CMMN_ACTIVE ? CMMN_OK :
	    CMMN_WRONG_STATE;
}

bool
cmmn_may_repeat(const struct cmmn_run *r, const struct cmmn_item *i)
{
	return once_more(cmmn_run_live(cmmn_run_look(r), i->no)) == CMMN_OK;
}

enum cmmn_refusal
cmmn_repeat(struct cmmn_run *r, int64_t no, int64_t *round)
{
	struct cmmn_work *w = cmmn_run_open(r);
	struct cmmn_live *l = cmmn_run_live(w, no), *made;
	struct cmmn_cause why = { CMMN_BY_HAND, NULL, no };

	enum cmmn_refusal e;

	*round = 0;
	if ((e = once_more(l)) != CMMN_OK)
		return e;
	if ((made = cmmn_rule_renew(w, l, why)) != NULL) {
		*round = made->item->no;
		if (made->item->kind != CMMN_MILESTONE)
			cmmn_rule_enter(w, made, why);
	}
	return cmmn_run_close(w);
}

enum cmmn_refusal
cmmn_add(struct cmmn_run *r, int64_t parent, enum cmmn_kind kind,
    const char *name, bool required, int64_t *item)
{
	struct cmmn_work *w = cmmn_run_open(r);
	struct cmmn_live *stage = cmmn_run_live(w, parent), *l;
	struct cmmn_cause why = { CMMN_BY_HAND, NULL, parent };
	struct cmmn_item like = {
		.kind = kind, .required = required, .round = 1, .cycle = "",
		.name = arena_text(r->arena, name)
	};

	*item = 0;
	if (stage == NULL)
		return CMMN_NO_SUCH_ITEM;
	if (stage->item->kind != CMMN_STAGE || (kind != CMMN_STAGE &&
	    kind != CMMN_TASK && kind != CMMN_HUMAN_TASK &&
	    kind != CMMN_MILESTONE))
		return CMMN_WRONG_KIND;
	if (stage->item->state != CMMN_ACTIVE || stage->depth >= DEEPEST)
		return CMMN_WRONG_STATE;
	if ((l = cmmn_run_create(w, stage, NULL, &like, why)) != NULL) {
		*item = l->item->no;
		if (kind != CMMN_MILESTONE)
			cmmn_stage_make(w, l, CMMN_START, why);
	}
	return cmmn_run_close(w);
}
