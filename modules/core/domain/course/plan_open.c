/* SPDX-License-Identifier: MIT */
/* The plan of a dossier as people see it: things, in the order of the model. */
#include "domain/course/plan.h"

#include <string.h>

#include "domain/course/approval_plan.h"
#include "domain/course/plan_step.h"
#include "domain/course/plan_values.h"
#include "domain/course/plan_words.h"

/* Where a use stands in the file; free ones stand behind all. */
static int
place_of(const struct cmmn_item *i)
{
	return i->use == NULL ? INT32_MAX : i->use->line;
}

/* In the order of the model; rounds of one use by number. */
static void
insert(struct plan_thing *parent, struct plan_thing *t)
{
	struct plan_thing **at = &parent->first;

	while (*at != NULL && place_of((*at)->item) <= place_of(t->item))
		at = &(*at)->next;
	t->next = *at;
	*at = t;
	t->parent = parent;
}

static struct plan_thing *
make(struct ctx *cx, struct plan *p, const struct cmmn_item *i)
{
	struct plan_thing *t = arena_alloc(cx->arena, sizeof(*t));
	struct plan_row *row = plan_step_row(cx, p, i->no);

	t->item = i;
	t->own = i->use != NULL || i->parent == 0 ? plan_model_own(p->model,
	    i->use) : NULL;
	t->title = t->own != NULL ? plan_own_title(cx, t->own) : i->name;
	t->help = t->own != NULL ? plan_own_help(cx, t->own) : "";
	t->phase = plan_model_phase(p->model, i->use);
	t->planned = row->planned != 0 || t->own == NULL ? row->planned :
	    plan_values_moment(cx, &p->eval, &t->own->planned, &p->frame);
	t->task = row->task;
	t->reason = row->reason;
	row->thing = t;
	return t;
}

bool
plan_open_for_work(const struct dossier *d)
{
	return d->level >= LEVEL_WORK && strcmp(d->status, "closed") != 0;
}

/* Only the latest round of its use. */
static bool
repeats(const struct plan *p, const struct plan_thing *t)
{
	return cmmn_may_repeat(&p->run, t->item) &&
	    plan_step_latest(p, t->item->use->id) == t->item;
}

bool
plan_open_failed(const struct plan *p, const struct cmmn_item *i)
{
	return i != NULL && i->state == CMMN_FAILED &&
	    (cmmn_may(&p->run, i) & 1u << CMMN_REACTIVATE) != 0;
}

static void
describe(struct ctx *cx, const struct dossier *d, struct plan *p,
    struct plan_thing *t)
{
	t->waits = "";
	if (plan_open_for_work(d)) {
		t->may = cmmn_may(&p->run, t->item);
		if (approval_plan_is(t->own))
			t->may &= ~(1u << CMMN_COMPLETE);
		if (plan_open_failed(p, t->item))
			t->may |= 1u << CMMN_TERMINATE;
		if ((t->may & 1u << CMMN_OCCUR) != 0 &&
		    plan_unapproved(p, t->item))
			t->may &= ~(1u << CMMN_OCCUR);
		t->repeats = repeats(p, t);
	}
	if (t->item->state == CMMN_AVAILABLE)
		t->waits = plan_words_waits(cx, d, p, t->item);
}

enum err
plan_open(struct ctx *cx, struct dossier *d, struct plan **out)
{
	struct plan_step s = { .cx = cx, .d = d };
	const struct cmmn_item *i;
	struct plan_thing *t, *in;
	struct plan *p;
	enum err e;

	*out = NULL;
	if ((e = plan_step_look(&s)) != OK || (p = s.plan) == NULL ||
	    (e = plan_roles(cx, d, &p->run.roles)) != OK)
		return e;
	p->whole = make(cx, p, p->instance.items);
	for (i = p->instance.items->next; i != NULL; i = i->next) {
		t = make(cx, p, i);
		in = plan_thing(p, i->parent);
		insert(in == NULL ? p->whole : in, t);
	}
	for (i = p->instance.items; i != NULL; i = i->next)
		describe(cx, d, p, plan_thing(p, i->no));
	p->things = p->whole->first;
	*out = p;
	return OK;
}
