/* SPDX-License-Identifier: MIT */
/* Single changes of inputs, each decided by the whole model. */
#include "rules/dmn/dmn_near_axis.h"

#include <stdlib.h>

#define STEPS 1000000			/* of all runs together */
#define BYTES ((size_t)32 << 20)	/* of the arena, the same */

struct trying {
	const struct dmn_near_question *q;
	struct feel_eval ev;
	struct dmn_near_all *out;
	struct dmn_near_axis *axes;
	size_t n;
	struct feel_value usual;	/* the result as it is */
	const struct dmn_step *why;	/* and its derivation */
	uint64_t rules;			/* that give it */
	size_t steps, bytes;		/* what is left of them, for all */
	bool complete, over;
};

/* Ready for one decision, within what is left for all. */
static void
renew(struct trying *t)
{
	struct arena *a = t->ev.arena;

	feel_eval_start(&t->ev, a, t->q->now, t->q->zone);
	t->ev.calendar = t->q->calendar;
	t->ev.steps = t->steps;
	t->ev.bytes = t->bytes;
}

/* The context with a member of a member for another. */
static struct feel_value
changed(struct arena *a, struct feel_value context,
    const struct feel_string *path, size_t depth, struct feel_value v)
{
	struct feel_value_entries all = { 0 };
	const struct feel_value *inner;
	size_t i;

	if (depth == 0)
		return v;
	for (i = 0; context.kind == FEEL_CONTEXT && i < context.context->n;
	    i++)
		feel_value_put(a, &all, context.context->entries[i].key,
		    context.context->entries[i].value);
	inner = context.kind != FEEL_CONTEXT ? NULL :
	    feel_value_get(context.context, *path);
	feel_value_put(a, &all, *path, changed(a, inner == NULL ?
	    feel_value_null : *inner, path + 1, depth - 1, v));
	return feel_value_made(a, &all);
}

/* Which rules were chosen, as one number. */
static uint64_t
chosen(const struct dmn_step *s, uint64_t sum)
{
	size_t i;

	for (; s != NULL; s = s->next) {
		for (i = 0; s->tries != NULL && i < s->table->n_rules; i++)
			if (s->tries[i].chosen)
				sum = (sum ^ (uintptr_t)s->tries[i].rule) *
				    0x100000001B3U + i;
		sum = chosen(s->first, sum * 31 + 1);
	}
	return sum;
}

/* False: nothing more may be tried. */
static bool
ask(struct trying *t, struct feel_value inputs, struct feel_value *result,
    struct dmn_step **why)
{
	const struct feel_value *member;
	bool errors;

	if (t->over || t->out->runs == DMN_NEAR_RUNS) {
		t->over = true;
		return false;
	}
	t->out->runs++;
	renew(t);
	*result = dmn_decide(t->q->dmn, &t->ev, t->q->element, inputs,
	    &errors, why);
	t->steps = t->ev.steps;
	t->over = t->ev.stopped;
	if (t->q->member != NULL && result->kind == FEEL_CONTEXT) {
		member = feel_value_get(result->context,
		    dmn_string(t->q->member));
		*result = member == NULL ? feel_value_null : *member;
	}
	return !t->over;
}

static bool
ask_value(struct trying *t, const struct dmn_near_axis *x,
    struct feel_value v, struct feel_value *result, struct dmn_step **why)
{
	return ask(t, changed(t->ev.arena, t->q->inputs, x->path, x->depth,
	    v), result, why);
}

static bool
is_same(struct feel_value a, struct feel_value b)
{
	return feel_value_equal(a, b) == FEEL_YES;
}

static bool
is_other(struct trying *t, struct feel_value result)
{
	if (is_same(result, t->usual))
		return false;
	if (result.kind != FEEL_NULL)
		return true;
	t->complete = false;	/* a change, but to nothing */
	return false;
}

/* One decision stands for the whole piece. */
static void
try_plain(struct trying *t, struct dmn_near_axis *x, struct dmn_near_piece *p)
{
	struct feel_value v = dmn_near_piece_sample(&t->ev, x, p,
	    DMN_NEAR_CLOSE);

	if (ask_value(t, x, v, &p->result, NULL))
		p->other = is_other(t, p->result);
}

/*
 * The input is reckoned with as well. Where the near end, the far end and the
 * middle of a piece agree it stands as a whole; else the value at its near end
 * does, if there other rules apply: what is only another sum is no news.
 */
static void
try_reckoned(struct trying *t, struct dmn_near_axis *x,
    struct dmn_near_piece *p)
{
	static const enum dmn_near_where all[] = { DMN_NEAR_CLOSE,
	    DMN_NEAR_MIDDLE, DMN_NEAR_FAR };
	struct feel_value v[3], result;
	struct dmn_step *why = NULL;
	size_t i, tried = 0;
	bool even = true;

	for (i = 0; i < 3; i++) {
		v[i] = dmn_near_piece_sample(&t->ev, x, p, all[i]);
		if (i > 0 && (v[i].kind == FEEL_NULL ||
		    is_same(v[i], v[i - 1])))
			continue;
		if (!ask_value(t, x, v[i], &result, i == 0 ? &why : NULL))
			return;
		if (tried++ == 0)
			p->result = result;
		else
			even &= is_same(result, p->result);
	}
	p->other = is_other(t, p->result);
	p->even = even && tried > 1;
	if (p->even || !p->other)
		return;
	p->single = !is_same(p->from, p->to);
	t->complete &= !p->single;
	p->from = p->to = v[0];
	p->from_in = p->to_in = true;
	p->rules = chosen(why, 0);
}

static bool
agrees(const struct dmn_near_axis *x, size_t i, struct feel_value result)
{
	return i < x->n && x->pieces[i].other && x->pieces[i].even &&
	    is_same(x->pieces[i].result, result);
}

static bool
is_uneven(const struct dmn_near_axis *x, size_t i, uint64_t rules)
{
	return i < x->n && x->pieces[i].distance > 0 &&
	    x->pieces[i].rules == rules;
}

/* Single values that come from the same rules as the value that it is, or as
 * one on the way to them, unless they belong to what stands as a whole. */
static void
drop_sums(const struct trying *t, struct dmn_near_axis *x)
{
	struct dmn_near_piece *p;
	int order;
	size_t i;

	for (i = 0; i < x->n; i++) {
		p = &x->pieces[i];
		if (!p->other || p->even || agrees(x, i - 1, p->result) ||
		    agrees(x, i + 1, p->result))
			continue;
		if (!feel_value_order(p->from, x->was, &order))
			order = 1;
		p->other = p->rules != t->rules && !is_uneven(x,
		    order < 0 ? i + 1 : i - 1, p->rules);
	}
}

struct turn {			/* a piece to be tried */
	struct dmn_near_axis *axis;
	struct dmn_near_piece *piece;
	size_t rank;		/* among those of its axis */
};

static int
by_distance(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;

	if (x->piece->distance != y->piece->distance)
		return x->piece->distance < y->piece->distance ? -1 : 1;
	return x->piece < y->piece ? -1 : x->piece > y->piece;
}

static int
by_rank(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->axis < y->axis ? -1 : x->axis > y->axis;
}

/* The nearest of each input, then the second nearest of each. */
static void
try_all(struct trying *t)
{
	struct turn *turns;
	size_t i, k, n = 0, from;

	for (i = 0; i < t->n; i++)
		n += t->axes[i].n;
	turns = arena_array(t->ev.arena, n, sizeof(*turns));
	for (i = n = 0; i < t->n; i++) {
		from = n;
		for (k = 0; k < t->axes[i].n; k++)
			if (t->axes[i].pieces[k].distance > 0)
				turns[n++] = (struct turn){ &t->axes[i],
				    &t->axes[i].pieces[k], 0 };
		if (n > from)
			qsort(turns + from, n - from, sizeof(*turns),
			    by_distance);
		for (k = from; k < n; k++)
			turns[k].rank = k - from;
	}
	if (n > 0)
		qsort(turns, n, sizeof(*turns), by_rank);
	for (i = 0; i < n && !t->over; i++)
		if (turns[i].axis->plain || !dmn_near_axis_ordered(
		    turns[i].axis->kind))
			try_plain(t, turns[i].axis, turns[i].piece);
		else
			try_reckoned(t, turns[i].axis, turns[i].piece);
}

/* Is all that it may be known by its pieces? */
static bool
is_closed(const struct dmn_near_axis *x)
{
	if (x->cut || x->n == 0)
		return false;
	if (dmn_near_axis_ordered(x->kind))
		return x->plain;
	return x->kind == FEEL_BOOLEAN || (x->may != NULL && x->may->n > 0) ||
	    (x->type != NULL && x->type->allowed != NULL);
}

/* What the model reckons of the input has bounds too. */
static void
reckon(struct trying *t, struct dmn_near_axis *x)
{
	struct dmn_step *why = NULL;
	struct feel_value v, result;

	if ((dmn_near_piece_moved(&t->ev, x, x->was, 1, &v) ||
	    dmn_near_piece_moved(&t->ev, x, x->was, -1, &v)) &&
	    ask_value(t, x, v, &result, &why))
		dmn_near_slope(&t->ev, x, v, t->why, why);
}

static void
prepare(struct trying *t)
{
	struct dmn_near_axis *x;

	for (x = t->axes; x < t->axes + t->n; x++) {
		renew(t);
		dmn_near_read(&t->ev, t->q, x);
		if (dmn_near_axis_ordered(x->kind) && !x->plain &&
		    x->was.kind != FEEL_NULL)
			reckon(t, x);
		dmn_near_piece_cut(&t->ev, x);
		t->complete &= is_closed(x);
	}
}

void
dmn_near(struct arena *a, const struct dmn_near_question *q,
    struct dmn_near_all *out)
{
	struct trying t = { .q = q, .out = out, .steps = STEPS,
	    .bytes = arena_size(a) + BYTES };
	struct dmn_step *why = NULL;
	struct dmn_near_axis *x;

	*out = (struct dmn_near_all){ NULL, false, feel_value_null, 0 };
	t.ev.arena = a;
	renew(&t);
	t.n = dmn_near_axis_all(&t.ev, q, &t.axes, &t.complete);
	if (!ask(&t, q->inputs, &t.usual, &why))
		return;
	t.why = why;
	t.rules = chosen(why, 0);
	out->usual = t.usual;
	prepare(&t);
	try_all(&t);
	for (x = t.axes; x < t.axes + t.n; x++)
		if (dmn_near_axis_ordered(x->kind) && !x->plain)
			drop_sums(&t, x);
	out->complete = dmn_near_lines(a, t.axes, t.n, &out->first) &&
	    t.complete && !t.over;
}
