/* SPDX-License-Identifier: MIT */
/* Packs of rules combined: what holds, what covers what, what clashes. */
#include "rules/type/rulepack.h"

#include <string.h>

#include "rules/type/rulepack_span.h"

const struct type_rhythm *
rulepack_when(const struct type_rhythm *first, const char *phase, int risk)
{
	const struct type_rhythm *w;

	for (w = first->next; w != NULL; w = w->next)
		if ((w->phase[0] == '\0' || strcmp(w->phase, phase) == 0) &&
		    (w->risk == 0 || w->risk == risk))
			return w;
	return first;
}

/* None at all is the loosest. */
static int
rhythm_order(const struct type_rhythm *a, const struct type_rhythm *b)
{
	struct rulepack_span x = { a->days, a->works ?
	    RULEPACK_WORKING_DAYS : RULEPACK_DAYS };
	struct rulepack_span y = { b->days, b->works ?
	    RULEPACK_WORKING_DAYS : RULEPACK_DAYS };

	if (a->days == 0 || b->days == 0)
		return (a->days == 0) - (b->days == 0);
	return rulepack_span_order(x, y);
}

const struct type_rhythm *
rulepack_rhythm(const struct rulepack_set *set, const char *phase, int risk)
{
	const struct type_rhythm *best = NULL, *w;
	const struct rulepack_held *h;

	for (h = set->held; h != NULL; h = h->next) {
		if (h->rule->kind != RULEPACK_RHYTHM)
			continue;
		w = rulepack_when(h->rule->rhythm, phase, risk);
		if (best == NULL || rhythm_order(w, best) < 0)
			best = w;
	}
	return best;
}

bool
rulepack_dated(const struct rulepack_set *set)
{
	const struct rulepack_held *h;

	for (h = set->held; h != NULL; h = h->next)
		if (h->rule->kind == RULEPACK_RHYTHM &&
		    h->rule->rhythm->dated)
			return true;
	return false;
}

/* Is a as strict as b in every phase, at every risk? */
static bool
rhythm_covers(const struct casetype *t, const struct type_rhythm *a,
    const struct type_rhythm *b)
{
	const struct term *p, *m;
	int risk;

	if (b->dated && !a->dated)
		return false;
	for (p = t->phases;; p = p->next) {
		for (m = t->risks, risk = 0;; m = m->next, risk++) {
			if (rhythm_order(rulepack_when(a, p == NULL ? "" :
			    p->code, risk), rulepack_when(b, p == NULL ? "" :
			    p->code, risk)) > 0)
				return false;
			if (m == NULL)
				break;
		}
		if (p == NULL)
			return true;
	}
}

bool
rulepack_alike(const struct rulepack_rule *a, const struct rulepack_rule *b)
{
	return a->kind == b->kind && strcmp(a->subject, b->subject) == 0 &&
	    strcmp(a->target, b->target) == 0;
}

bool
rulepack_covers(const struct casetype *t, const struct rulepack_rule *a,
    const struct rulepack_rule *b)
{
	if (!rulepack_alike(a, b))
		return false;
	switch (a->kind) {
	case RULEPACK_CASELOAD:
		return a->n <= b->n && a->above >= b->above;
	case RULEPACK_RHYTHM:
		return rhythm_covers(t, a->rhythm, b->rhythm);
	case RULEPACK_BEFORE:
		return a->n >= b->n;
	case RULEPACK_CERTIFIED:
	case RULEPACK_FIRST:
		return true;
	default:
		return rulepack_span_order(a->span, b->span) <= 0;
	}
}

/* Of two that cover each other one is shown, whatever their order. */
static bool
shown_first(const struct rulepack_rule *a, const struct rulepack_rule *b)
{
	int by = strcmp(a->pack->code, b->pack->code);

	return by < 0 || (by == 0 && a->line < b->line);
}

/* Does a stand above b? */
static bool
beats(const struct casetype *t, const struct rulepack_rule *a,
    const struct rulepack_rule *b)
{
	return a != b && rulepack_covers(t, a, b) &&
	    (!rulepack_covers(t, b, a) || shown_first(a, b));
}

static bool
is_beaten(const struct casetype *t, const struct rulepack *packs,
    const struct rulepack_rule *x)
{
	const struct rulepack_rule *r;

	for (; packs != NULL; packs = packs->next)
		for (r = packs->rules; r != NULL; r = r->next)
			if (beats(t, r, x))
				return true;
	return false;
}

/* In an order of their own: by subject, target, pack, line. */
static bool
before(const struct rulepack_rule *a, const struct rulepack_rule *b)
{
	int by = strcmp(a->subject, b->subject);

	if (by == 0)
		by = strcmp(a->target, b->target);
	return by < 0 || (by == 0 && shown_first(a, b));
}

static void
yield(struct arena *a, const struct casetype *t, struct rulepack_held *h,
    const struct rulepack_rule *x)
{
	const struct rulepack_yield **at = &h->yields;
	struct rulepack_yield *y;

	if (!beats(t, h->rule, x))
		return;
	y = arena_alloc(a, sizeof(*y));
	y->rule = x;
	y->same = rulepack_covers(t, x, h->rule);
	while (*at != NULL && before((*at)->rule, x))
		at = (const struct rulepack_yield **)&(*at)->next;
	y->next = *at;
	*at = y;
}

static void
hold(struct arena *a, const struct casetype *t, const struct rulepack *packs,
    const struct rulepack_rule *x, struct rulepack_set *set)
{
	const struct rulepack_held **at = &set->held;
	struct rulepack_held *h = arena_alloc(a, sizeof(*h));
	const struct rulepack_rule *r;

	h->rule = x;
	for (; packs != NULL; packs = packs->next)
		for (r = packs->rules; r != NULL; r = r->next)
			yield(a, t, h, r);
	while (*at != NULL && ((*at)->rule->kind < x->kind ||
	    ((*at)->rule->kind == x->kind && before((*at)->rule, x))))
		at = (const struct rulepack_held **)&(*at)->next;
	h->next = *at;
	*at = h;
}

/* Once, from whichever side it was found. */
static void
clash(struct arena *a, struct rulepack_set *set, const struct rulepack *x,
    const struct rulepack *y, const struct rulepack_rule *rx,
    const struct rulepack_rule *ry)
{
	const struct rulepack_clash **at = &set->clashes, *o;
	struct rulepack_clash *c;

	for (o = set->clashes; o != NULL; o = o->next)
		if (rx == NULL ? (o->ra == NULL && o->a == y && o->b == x) :
		    (o->ra == ry && o->rb == rx))
			return;
	c = arena_alloc(a, sizeof(*c));
	*c = (struct rulepack_clash){ NULL, x, y, rx, ry };
	while (*at != NULL)
		at = (const struct rulepack_clash **)&(*at)->next;
	*at = c;
}

/* Does a record wait for another one, over however many rules? */
static const struct rulepack_rule *
waits(const struct rulepack *packs, const char *record, const char *for_what,
    int depth)
{
	const struct rulepack_rule *r;
	const struct rulepack *p;

	for (p = packs; p != NULL && depth > 0; p = p->next)
		for (r = p->rules; r != NULL; r = r->next)
			if (r->kind == RULEPACK_BEFORE &&
			    strcmp(r->target, record) == 0 &&
			    (strcmp(r->subject, for_what) == 0 ||
			    waits(packs, r->subject, for_what,
			    depth - 1) != NULL))
				return r;
	return NULL;
}

#define CHAIN 8		/* records that can wait for others: few */

static void
find_clashes(struct arena *a, struct rulepack_set *set)
{
	const struct rulepack_rule *r, *back;
	const struct rulepack *p, *o;
	const struct term *x;

	for (p = set->packs; p != NULL; p = p->next) {
		for (x = p->excludes; x != NULL; x = x->next)
			for (o = set->packs; o != NULL; o = o->next)
				if (strcmp(o->code, x->code) == 0)
					clash(a, set, p, o, NULL, NULL);
		for (r = p->rules; r != NULL; r = r->next) {
			if (r->kind != RULEPACK_BEFORE)
				continue;
			back = strcmp(r->subject, r->target) == 0 ? r :
			    waits(set->packs, r->subject, r->target, CHAIN);
			if (back != NULL)
				clash(a, set, p, back->pack, r, back);
		}
	}
}

/* The same, by their codes. */
static const struct rulepack *
sorted(struct arena *a, const struct rulepack *packs)
{
	struct rulepack *list = NULL, **at, *p;

	for (; packs != NULL; packs = packs->next) {
		p = arena_copy(a, packs, sizeof(*packs));
		for (at = &list; *at != NULL &&
		    strcmp((*at)->code, p->code) < 0;)
			at = &(*at)->next;
		p->next = *at;
		*at = p;
	}
	return list;
}

struct rulepack_set *
rulepack_combine(struct arena *a, const struct casetype *t,
    const struct rulepack *packs)
{
	struct rulepack_set *set = arena_alloc(a, sizeof(*set));
	const struct rulepack_rule *r;
	const struct rulepack *p;

	set->packs = packs = sorted(a, packs);
	for (p = packs; p != NULL; p = p->next)
		for (r = p->rules; r != NULL; r = r->next)
			if (!is_beaten(t, packs, r))
				hold(a, t, packs, r, set);
	find_clashes(a, set);
	return set;
}

const struct rulepack_rule *
rulepack_load(const struct rulepack_set *set, int64_t cases)
{
	const struct rulepack_rule *best = NULL, *r;
	const struct rulepack_held *h;

	for (h = set->held; h != NULL; h = h->next) {
		r = h->rule;
		if (r->kind == RULEPACK_CASELOAD && cases > r->n &&
		    (best == NULL || r->above > best->above ||
		    (r->above == best->above && r->n < best->n)))
			best = r;
	}
	return best;
}

const struct rulepack_rule *
rulepack_least(const struct rulepack_set *set)
{
	const struct rulepack_rule *best = NULL;
	const struct rulepack_held *h;

	for (h = set->held; h != NULL; h = h->next)
		if (h->rule->kind == RULEPACK_CASELOAD &&
		    (best == NULL || h->rule->n < best->n))
			best = h->rule;
	return best;
}

const struct rulepack_rule *
rulepack_find(const struct rulepack_set *set, enum rulepack_kind kind,
    const char *subject)
{
	const struct rulepack_held *h;

	for (h = set == NULL ? NULL : set->held; h != NULL; h = h->next)
		if (h->rule->kind == kind && (subject == NULL ||
		    strcmp(h->rule->subject, subject) == 0))
			return h->rule;
	return NULL;
}
