/* SPDX-License-Identifier: MIT */
/* One event, to its end: the tree of the instance, the queue of what was not
 * heard yet, and the way back when a plan goes in circles. */
#include "rules/cmmn/cmmn_run.h"

#include <stdlib.h>
#include <string.h>

#include "rules/cmmn/cmmn_code.h"
#include "rules/cmmn/cmmn_life.h"
#include "rules/cmmn/cmmn_sentry.h"
#include "rules/cmmn/cmmn_stage.h"

#define MOST	1000000		/* items of an instance */
#define STEPS	5000000
#define BYTES	((size_t)256 << 20)

void
cmmn_run_start(struct cmmn_run *r, const struct cmmn *plan,
    struct cmmn_instance *instance, struct feel_eval *eval,
    const struct feel_frame *data)
{
	memset(r, 0, sizeof(*r));
	r->plan = plan;
	r->instance = instance;
	r->arena = eval->arena;
	r->eval = eval;
	r->data = data;
	r->tail = &r->changes;
	r->work = arena_alloc(r->arena, sizeof(*r->work));
	r->work->run = r;
}

struct cmmn_live *
cmmn_run_live(const struct cmmn_work *w, int64_t no)
{
	return no >= 1 && (uint64_t)no <= w->n ? w->by_no[no - 1] : NULL;
}

static struct cmmn_live *
put_live(struct cmmn_work *w, struct cmmn_item *i)
{
	const struct cmmn *plan = w->run->plan;
	struct arena *a = w->run->arena;
	struct cmmn_live *l = arena_alloc(a, sizeof(*l)), **more;

	l->item = i;
	l->node = i->parent == 0 ? plan->root : i->use == NULL ? NULL :
	    cmmn_compile_node(plan, i->use);
	l->parent = cmmn_run_live(w, i->parent);
	if (l->parent != NULL) {
		l->depth = l->parent->depth + 1;
		l->before = l->parent->last;
		if (l->before != NULL)
			l->before->next = l;
		else
			l->parent->first = l;
		l->parent->last = l;
	}
	while ((uint64_t)i->no > w->room) {
		w->room = w->room == 0 ? 64 : w->room * 2;
		more = arena_array(a, w->room, sizeof(struct cmmn_live *));
		if (w->n > 0)
			memcpy(more, w->by_no, w->n *
			    sizeof(struct cmmn_live *));
		w->by_no = more;
	}
	w->by_no[i->no - 1] = l;
	w->n = (size_t)i->no;
	return l;
}

/* Those of one node that something can still happen to. */
static void
chain(struct cmmn_work *w)
{
	struct cmmn_live *l;
	size_t i;

	w->of_node = arena_array(w->run->arena, w->run->plan->n_nodes,
	    sizeof(struct cmmn_live *));
	for (i = w->n; i-- > 0;) {
		l = w->by_no[i];
		if (l == NULL || l->node == NULL ||
		    cmmn_life_ended(l->item->state))
			continue;
		l->same = w->of_node[l->node->number];
		w->of_node[l->node->number] = l;
	}
}

struct cmmn_work *
cmmn_run_open(struct cmmn_run *r)
{
	struct cmmn_work *w = r->work;
	const struct cmmn_mark *m;
	struct cmmn_item *i;

	memset(w, 0, sizeof(*w));
	w->run = r;
	w->tail = &r->instance->items;
	for (i = r->instance->items; i != NULL; i = i->next) {
		/* What is not in order is no instance of ours. */
		if (i->no > (int64_t)w->n && i->no < MOST)
			put_live(w, i);
		w->tail = &i->next;
	}
	chain(w);
	for (m = r->instance->marks; m != NULL; m = m->next)
		cmmn_sentry_remember(w, m);
	w->known = arena_array(r->arena, r->plan->n_codes + 1,
	    sizeof(*w->known));
	feel_eval_start(&w->eval, r->arena, r->eval->now, r->eval->zone);
	w->eval.calendar = r->eval->calendar;
	w->eval.steps = r->eval->steps;
	w->eval.bytes = r->eval->bytes;
	w->frame.outer = r->data;
	w->frame.values = r->plan->nulls;
	w->last = r->instance->last;
	w->marks = r->instance->marks;
	w->tail_was = r->tail;
	w->bytes = arena_size(r->arena);
	return w;
}

struct cmmn_work *
cmmn_run_look(const struct cmmn_run *r)
{
	struct cmmn_work *w = r->work;

	if (w->known == NULL || w->last != r->instance->last ||
	    (w->n > 0) != (r->instance->items != NULL))
		return cmmn_run_open(w->run);
	return w;
}

struct cmmn_item *
cmmn_run_touch(struct cmmn_work *w, struct cmmn_live *l)
{
	if (l->was == NULL)
		l->was = arena_copy(w->run->arena, l->item,
		    sizeof(*l->item));
	l->item->changed = true;
	return l->item;
}

void
cmmn_run_flag(struct cmmn_work *w, struct cmmn_live *l)
{
	struct cmmn_live **more;

	if (l == NULL || l->flagged)
		return;
	if (w->n_flagged == w->flagged_room) {
		w->flagged_room = w->flagged_room * 2 + 16;
		more = arena_array(w->run->arena, w->flagged_room,
		    sizeof(struct cmmn_live *));
		if (w->n_flagged > 0)
			memcpy(more, w->flagged, w->n_flagged *
			    sizeof(struct cmmn_live *));
		w->flagged = more;
	}
	l->flagged = true;
	w->flagged[w->n_flagged++] = l;
}

static void
queue(struct cmmn_work *w, struct cmmn_live *l, enum cmmn_transition t,
    const struct cmmn_gate *gate)
{
	struct cmmn_event *more;

	if (w->n_events == w->event_room) {
		w->event_room = w->event_room * 2 + 32;
		more = arena_array(w->run->arena, w->event_room,
		    sizeof(*more));
		if (w->n_events > 0)
			memcpy(more, w->events, w->n_events * sizeof(*more));
		w->events = more;
	}
	w->events[w->n_events++] = (struct cmmn_event){
		.live = l, .transition = t,
		.by = gate == NULL ? NULL : gate->criterion
	};
}

static void
record(struct cmmn_work *w, struct cmmn_live *l, enum cmmn_transition t,
    enum cmmn_state from, struct cmmn_cause why)
{
	struct cmmn_run *r = w->run;
	struct cmmn_change *c = arena_alloc(r->arena, sizeof(*c));

	c->item = l->item->no;
	c->transition = t;
	c->from = from;
	c->to = l->item->state;
	c->because = why.because;
	c->cause = why.item;
	if (why.gate != NULL && why.gate->criterion != NULL) {
		c->criterion = why.gate->criterion;
		c->reasons = cmmn_sentry_reasons(w, l, why.gate);
	} else if (why.rule != NULL) {
		c->reasons = cmmn_code_reason(w, why.rule);
	}
	*r->tail = c;
	r->tail = &c->next;
	queue(w, l, t, why.gate);
}

bool
cmmn_run_pay(struct cmmn_work *w)
{
	w->endless |= ++w->steps > STEPS;
	return !w->endless;
}

static bool
too_many(struct cmmn_work *w)
{
	if (w->changes >= CMMN_CHANGES || w->run->instance->last >= MOST ||
	    arena_size(w->run->arena) - w->bytes > BYTES)
		w->endless = true;
	else
		w->changes++;
	return w->endless;
}

bool
cmmn_run_change(struct cmmn_work *w, struct cmmn_live *l,
    enum cmmn_transition t, struct cmmn_cause why)
{
	enum cmmn_state from = l->item->state, to;
	struct cmmn_item *i;

	to = cmmn_life_to(cmmn_life_of(l->item), t, from, l->item->before);
	if (to == CMMN_NONE || too_many(w))
		return false;
	i = cmmn_run_touch(w, l);
	i->before = to == CMMN_SUSPENDED && why.because == CMMN_BY_PARENT ?
	    from : CMMN_NONE;
	i->state = to;
	i->since = w->run->eval->now;
	record(w, l, t, from, why);
	cmmn_run_flag(w, l->parent);
	return true;
}

struct cmmn_live *
cmmn_run_create(struct cmmn_work *w, struct cmmn_live *stage,
    const struct cmmn_node *n, const struct cmmn_item *like,
    struct cmmn_cause why)
{
	struct cmmn_item *i;
	struct cmmn_live *l;

	if (too_many(w))
		return NULL;
	i = arena_copy(w->run->arena, like, sizeof(*like));
	i->next = NULL;
	i->no = ++w->run->instance->last;
	i->parent = stage == NULL ? 0 : stage->item->no;
	i->state = stage == NULL ? CMMN_ACTIVE : CMMN_AVAILABLE;
	i->since = w->run->eval->now;
	i->changed = true;
	if (n != NULL && n->use != NULL) {
		i->use = n->use;
		i->kind = n->definition->kind;
		i->name = n->use->name;
	}
	*w->tail = i;
	w->tail = &i->next;
	l = put_live(w, i);
	l->was = i;		/* nothing to go back to: it is dropped */
	if (n != NULL) {
		l->same = w->of_node[n->number];
		w->of_node[n->number] = l;
	}
	record(w, l, CMMN_CREATE, CMMN_NONE, why);
	cmmn_run_flag(w, l->parent);
	return l;
}

static int
inner_first(const void *a, const void *b)
{
	const struct cmmn_live *x = *(struct cmmn_live *const *)a;
	const struct cmmn_live *y = *(struct cmmn_live *const *)b;

	if (x->depth != y->depth)
		return x->depth > y->depth ? -1 : 1;
	return x->item->no < y->item->no ? -1 : x->item->no > y->item->no;
}

static void
drain(struct cmmn_work *w)
{
	struct cmmn_event e;

	while (w->heard < w->n_events && !w->endless) {
		e = w->events[w->heard++];
		cmmn_sentry_hear(w, &e);
		if (e.live->item->state == CMMN_AVAILABLE)
			cmmn_sentry_look(w, e.live);
	}
}

/* 8.6.1 One round of the stages in which something changed. */
static void
complete(struct cmmn_work *w)
{
	struct cmmn_live **now = w->flagged;
	size_t n = w->n_flagged, i;

	w->flagged = NULL;
	w->n_flagged = w->flagged_room = 0;
	qsort(now, n, sizeof(struct cmmn_live *), inner_first);
	for (i = 0; i < n && !w->endless; i++) {
		now[i]->flagged = false;
		if (!cmmn_stage_may_complete(now[i], false))
			continue;
		cmmn_stage_make(w, now[i], CMMN_COMPLETE,
		    (struct cmmn_cause){ CMMN_BY_AUTO_COMPLETE, NULL,
		    now[i]->item->no });
		drain(w);
	}
}

void
cmmn_run_settle(struct cmmn_work *w)
{
	drain(w);
	cmmn_sentry_look_all(w);
	do {
		drain(w);
		if (w->n_flagged > 0)
			complete(w);
	} while (!w->endless && (w->n_flagged > 0 || w->heard < w->n_events));
}

/* The marks of the instance, from those of its items. */
static void
keep_marks(struct cmmn_work *w)
{
	struct cmmn_mark **end = &w->run->instance->marks;
	size_t i;

	*end = NULL;
	for (i = 0; i < w->n; i++)
		if (w->by_no[i] != NULL)
			end = cmmn_sentry_keep(w, w->by_no[i], end);
}

static void
go_back(struct cmmn_work *w)
{
	struct cmmn_instance *in = w->run->instance;
	struct cmmn_item **end = &in->items, *next;
	struct cmmn_live *l;

	while (*end != NULL && (*end)->no <= w->last) {
		l = cmmn_run_live(w, (*end)->no);
		if (l != NULL && l->was != NULL) {
			next = (*end)->next;
			**end = *l->was;
			(*end)->next = next;
		}
		end = &(*end)->next;
	}
	*end = NULL;
	in->last = w->last;
	in->marks = w->marks;
	w->run->tail = w->tail_was;
	*w->run->tail = NULL;
}

enum cmmn_refusal
cmmn_run_close(struct cmmn_work *w)
{
	bool endless;

	if (!w->endless)
		cmmn_run_settle(w);
	if (!w->endless && w->marked)
		keep_marks(w);
	endless = w->endless;
	if (endless)
		go_back(w);
	w->last = w->run->instance->last;
	if (endless)
		cmmn_run_open(w->run);
	return endless ? CMMN_ENDLESS : CMMN_OK;
}
