/* SPDX-License-Identifier: MIT */
/* for, some and every (10.3.2.14, rules 44, 46). */
#include "base/day.h"
#include "rules/feel/feel_node.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

/* What one iterator goes through: a list, or start to end by ones or days,
 * upwards or downwards. */
struct domain {
	const struct feel_list *list;
	struct feel_value start;
	int64_t from, n;	/* steps away from the start; how many */
	int64_t way;		/* 1, -1 */
};

struct loop {
	struct feel_eval *ev;
	const struct feel_node *n;
	const struct feel_frame *outer;
	struct feel_value *values;	/* one each, and the partial result */
	struct feel_value_items done;
	struct feel_list so_far;	/* what is done, measured */
	enum feel_ternary answer;	/* of some and every, so far */
	/* False: nothing more is wanted. */
	bool (*each)(struct loop *);
};

static bool
null_domain(struct loop *l, const char *what)
{
	l->ev->line = l->n->line;
	feel_eval_note(l->ev, "“%s” needs a list, or a range of whole numbers "
	    "or dates, not %s.", l->n->kind == FEEL_NODE_FOR ? "for" :
	    l->n->kind == FEEL_NODE_SOME ? "some" : "every", what);
	return false;
}

/* How far the end is away: in whole steps, exactly or nearly. */
static bool
distance(struct loop *l, struct feel_value a, struct feel_value b,
    int64_t *out, bool *exact)
{
	struct feel_decimal d, down;
	struct feel_value days;

	if (a.kind != b.kind)
		return false;
	switch (a.kind) {
	case FEEL_NUMBER:
		if (!feel_number_subtract(b.number, a.number, &d) ||
		    !feel_number_round(d, 0, FEEL_DOWN, &down) ||
		    !feel_number_int(down, out))
			return false;
		*exact = feel_number_order(d, down) == 0;
		return true;
	case FEEL_DATE:
		*out = feel_temporal_day(b.date) - feel_temporal_day(a.date);
		*exact = true;
		return true;
	case FEEL_DATE_TIME:
		if (!feel_temporal_subtract(l->ev->arena, b, a, &days) ||
		    days.kind != FEEL_DAYS)
			return false;
		*out = days.days.second / DAY;
		*exact = days.days.second % DAY == 0 && days.days.nano == 0;
		return true;
	default:
		return false;
	}
}

static bool
domain_ends(struct loop *l, struct domain *d, struct feel_value start,
    struct feel_value end, bool start_in, bool end_in)
{
	int64_t far;
	bool exact;

	if (!distance(l, start, end, &far, &exact))
		return null_domain(l, "this range");
	d->start = start;
	d->way = far < 0 ? -1 : 1;
	if (far == INT64_MIN)
		far++;
	d->n = far * d->way;
	if (d->n < INT64_MAX)
		d->n++;
	if (!start_in) {
		d->from = 1;
		d->n--;
	}
	if (!end_in && exact && d->n > 0)
		d->n--;
	return true;
}

static bool
domain_of(struct loop *l, size_t i, const struct feel_frame *f,
    struct domain *d)
{
	const struct feel_iterator *it = &l->n->loop.iterators[i];
	struct feel_value v = feel_node_run(l->ev, it->list, f);
	const struct feel_range *r;

	*d = (struct domain){ .way = 1 };
	if (it->end != NULL)
		return domain_ends(l, d, v, feel_node_run(l->ev, it->end, f),
		    true, true);
	if (v.kind == FEEL_NULL)
		return null_domain(l, "null");
	if (v.kind == FEEL_RANGE) {
		r = v.range;
		if (r->form == FEEL_RANGE_NOT_EQUAL || !r->has_start ||
		    !r->has_end)
			return null_domain(l, "a range with one end");
		return domain_ends(l, d, r->start, r->end, r->start_in,
		    r->end_in);
	}
	if (v.kind != FEEL_LIST)
		v = feel_value_list(l->ev->arena, &v, 1);
	if (v.kind != FEEL_LIST)
		return false;
	d->list = v.list;
	d->n = (int64_t)v.list->n;
	return true;
}

static struct feel_value
domain_value(struct loop *l, const struct domain *d, int64_t i)
{
	struct feel_value v = d->start, days = { .kind = FEEL_DAYS };

	if (d->list != NULL)
		return d->list->items[i];
	i = (i + d->from) * d->way;
	if (i == 0)
		return v;
	switch (v.kind) {
	case FEEL_NUMBER:
		(void)feel_number_add(v.number, feel_number_of(i).number,
		    &v.number);
		return v;
	case FEEL_DATE:
		v.date = feel_temporal_civil(feel_temporal_day(v.date) + i);
		return v;
	default:
		days.days.second = i * DAY;
		(void)feel_temporal_add(l->ev->arena, d->start, days, &v);
		return v;
	}
}

static const struct feel_frame *
frame(struct loop *l, struct feel_frame *here)
{
	return feel_node_frame(l->ev, l->n, here, l->outer, l->values,
	    l->n->loop.n + 1);
}

/* The iterators from i on; false: nothing more is wanted. */
static bool
go(struct loop *l, size_t i)
{
	struct feel_frame here;
	struct domain d;
	int64_t k;

	if (i == l->n->loop.n)
		return l->each(l);
	if (!domain_of(l, i, frame(l, &here), &d)) {
		l->answer = FEEL_UNKNOWN;
		l->each = NULL;
		return false;
	}
	/* A range of thousands of millions is refused before it begins. */
	if ((uint64_t)d.n > l->ev->steps) {
		(void)feel_eval_step(l->ev, (size_t)d.n);
		return false;
	}
	for (k = 0; k < d.n; k++) {
		if (!feel_eval_step(l->ev, 1))
			return false;
		l->values[i] = domain_value(l, &d, k);
		if (!go(l, i + 1))
			return false;
	}
	return true;
}

/* What is done so far, without being copied. */
static struct feel_value
partial(struct loop *l)
{
	struct feel_list *list = arena_alloc(l->ev->arena, sizeof(*list));

	*list = l->so_far;
	list->n = l->done.n;
	list->items = l->done.items;
	return (struct feel_value){ .kind = FEEL_LIST, .list = list };
}

static bool
collect(struct loop *l)
{
	struct feel_frame here;
	struct feel_value v;

	if (l->n->loop.partial)
		l->values[l->n->loop.n] = partial(l);
	v = feel_node_run(l->ev, l->n->a, frame(l, &here));
	feel_value_add(l->ev->arena, &l->done, v);
	return feel_value_grow(&l->so_far, v);
}

static bool
start(struct loop *l, struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f, bool (*each)(struct loop *),
    struct feel_value *few, size_t room)
{
	size_t slots = n->loop.n + 1;

	*l = (struct loop){ .ev = ev, .n = n, .outer = f, .values = few,
	    .answer = n->kind == FEEL_NODE_EVERY ? FEEL_YES : FEEL_NO,
	    .so_far = { .depth = 1 }, .each = each };
	if (slots > room)
		l->values = arena_array(ev->arena, slots, sizeof(*few));
	(void)go(l, 0);
	return l->each != NULL && !ev->stopped;
}

#define FEW 4			/* slots that need no memory */

struct feel_value
feel_iterate_for(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_value few[FEW] = { 0 };
	struct loop l;

	if (!start(&l, ev, n, f, collect, few, FEW))
		return feel_value_null;
	ev->line = n->line;
	return feel_node_made(ev, feel_value_end(ev->arena, &l.done));
}

static bool
look(struct loop *l)
{
	enum feel_ternary wanted = l->n->kind == FEEL_NODE_SOME ? FEEL_YES :
	    FEEL_NO;
	struct feel_frame here;
	struct feel_value v = feel_node_run(l->ev, l->n->a, frame(l, &here));

	if (v.kind != FEEL_BOOLEAN) {
		if (v.kind != FEEL_NULL) {
			l->ev->line = l->n->line;
			feel_eval_note(l->ev, "“satisfies” needs a "
			    "condition, not %s.",
			    feel_value_a(v.kind));
		}
		l->answer = FEEL_UNKNOWN;
		return true;
	}
	if ((v.boolean ? FEEL_YES : FEEL_NO) != wanted)
		return true;
	l->answer = wanted;
	return false;
}

/* One that decides decides; else null when one of them was unknown. */
struct feel_value
feel_iterate_holds(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_value few[FEW] = { 0 };
	struct loop l;

	if (!start(&l, ev, n, f, look, few, FEW))
		return feel_value_null;
	if (l.answer == FEEL_UNKNOWN)
		return feel_value_null;
	return feel_value_boolean(l.answer == FEEL_YES);
}
