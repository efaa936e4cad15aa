/* SPDX-License-Identifier: MIT */
/* An axis cut into pieces at its bounds, and values that lie in them. */
#include "rules/dmn/dmn_near_axis.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

#define FINEST	6		/* decimals, where nothing says so */
#define FAR	1000		/* days, seconds, months away */

static bool
is_before(struct feel_value a, struct feel_value b)
{
	int order;

	return feel_value_order(a, b, &order) && order < 0;
}

/* Are values next to each other, with nothing between? Then *decimals. */
static bool
is_stepped(const struct dmn_near_axis *x, int *decimals)
{
	*decimals = x->may == NULL || x->depth > 1 ? -1 : x->may->decimals;
	return x->kind == FEEL_DATE || x->kind == FEEL_MONTHS ||
	    (x->kind == FEEL_NUMBER && *decimals == 0);
}

/* As many decimals as the values have that are known. */
static int
decimals_of(const struct dmn_near_axis *x)
{
	int64_t n;
	size_t i = 0;
	int d = 0;

	while (d < FINEST && x->was.kind == FEEL_NUMBER &&
	    !feel_number_unscale(x->was.number, d, &n))
		d++;
	while (d < FINEST && i < x->n_bounds)
		if (feel_number_unscale(x->bounds[i].number, d, &n))
			i++;
		else
			d++;
	return d;
}

static bool
number_moved(const struct dmn_near_axis *x, struct feel_decimal n, int by,
    struct feel_value *out)
{
	int decimals;

	if (!is_stepped(x, &decimals) && decimals < 0)
		decimals = decimals_of(x);
	out->kind = FEEL_NUMBER;
	return feel_number_add(n, feel_number_scaled(by, decimals).number,
	    &out->number);
}

bool
dmn_near_piece_moved(struct feel_eval *ev, const struct dmn_near_axis *x,
    struct feel_value v, int by, struct feel_value *out)
{
	const char *text = v.kind == FEEL_DATE ? "P1D" :
	    v.kind == FEEL_MONTHS ? "P1M" : "PT1S";
	struct feel_value step;

	if (v.kind == FEEL_NUMBER)
		return number_moved(x, v.number, by, out);
	return dmn_near_axis_ordered(v.kind) &&
	    feel_temporal_duration(text, strlen(text), &step) &&
	    feel_temporal_multiply(step, feel_number_of(by), &step) &&
	    feel_temporal_add(ev->arena, v, step, out) &&
	    is_before(by < 0 ? *out : v, by < 0 ? v : *out);
}

/* An end that does not belong to the piece becomes the next value that does,
 * where values are stepped. False: it has none. */
static bool
step_end(struct feel_eval *ev, const struct dmn_near_axis *x, int by,
    struct feel_value *end, bool *in)
{
	int decimals;

	if (end->kind == FEEL_NULL || *in || !is_stepped(x, &decimals))
		return true;
	if (end->kind == FEEL_NUMBER && !feel_number_round(end->number,
	    decimals, by > 0 ? FEEL_FLOOR : FEEL_CEILING, &end->number))
		return false;
	*in = true;
	return dmn_near_piece_moved(ev, x, *end, by, end);
}

static bool
is_whole(const struct dmn_near_axis *x, struct feel_value v)
{
	int decimals;
	int64_t n;

	return !is_stepped(x, &decimals) || v.kind != FEEL_NUMBER ||
	    feel_number_unscale(v.number, decimals, &n);
}

static bool
may_be(struct feel_eval *ev, const struct dmn_near_axis *x,
    struct feel_value v)
{
	const struct dmn_near_may *may = x->depth > 1 ? NULL : x->may;
	size_t i;

	if (v.kind == FEEL_NULL || !is_whole(x, v))
		return false;
	if (x->type != NULL && feel_type_coerce(ev, x->type, v).kind ==
	    FEEL_NULL)
		return false;
	if (may == NULL)
		return true;
	if (is_before(v, may->least) || is_before(may->most, v))
		return false;
	for (i = 0; i < may->n; i++)
		if (feel_value_equal(may->values[i], v) == FEEL_YES)
			return true;
	return may->n == 0;
}

static void
add_piece(struct feel_eval *ev, struct dmn_near_axis *x,
    struct dmn_near_piece p)
{
	if (!step_end(ev, x, 1, &p.from, &p.from_in) ||
	    !step_end(ev, x, -1, &p.to, &p.to_in) ||
	    is_before(p.to, p.from))
		return;
	if (may_be(ev, x, dmn_near_piece_sample(ev, x, &p, DMN_NEAR_CLOSE)))
		x->pieces[x->n++] = p;
}

static void
sort_bounds(struct dmn_near_axis *x)
{
	struct feel_value v;
	size_t i, j;

	for (i = 1; i < x->n_bounds; i++) {
		v = x->bounds[i];
		for (j = i; j > 0 && is_before(v, x->bounds[j - 1]); j--)
			x->bounds[j] = x->bounds[j - 1];
		x->bounds[j] = v;
	}
}

/* Bounds between it and the value, that of its own included. */
static size_t
distance(const struct dmn_near_axis *x, size_t place)
{
	size_t i = 0, here;

	if (x->was.kind == FEEL_NULL)
		return 1;
	while (i < x->n_bounds && is_before(x->bounds[i], x->was))
		i++;
	here = i * 2 + (i < x->n_bounds &&
	    feel_value_equal(x->bounds[i], x->was) == FEEL_YES);
	return ((place > here ? place - here : here - place) + 1) / 2;
}

/* Place 0 lies below the first bound, 1 is the first bound, 2 above it. */
static void
cut_order(struct feel_eval *ev, struct dmn_near_axis *x)
{
	struct dmn_near_piece p;
	size_t i, at;

	sort_bounds(x);
	for (i = 0; i <= x->n_bounds * 2; i++) {
		at = i / 2;
		p = (struct dmn_near_piece){ .distance = distance(x, i) };
		if (i % 2 == 1) {
			p.from = p.to = x->bounds[at];
			p.from_in = p.to_in = true;
		} else {
			p.from = at == 0 ? feel_value_null :
			    x->bounds[at - 1];
			p.to = at == x->n_bounds ? feel_value_null :
			    x->bounds[at];
		}
		add_piece(ev, x, p);
	}
}

static void
cut_choice(struct feel_eval *ev, struct dmn_near_axis *x)
{
	struct dmn_near_piece p = { .from_in = true, .to_in = true };
	size_t i;

	for (i = 0; i < x->n_bounds; i++) {
		p.from = p.to = x->bounds[i];
		p.distance = feel_value_equal(p.from, x->was) != FEEL_YES;
		if (may_be(ev, x, p.from))
			x->pieces[x->n++] = p;
	}
}

void
dmn_near_piece_cut(struct feel_eval *ev, struct dmn_near_axis *x)
{
	x->pieces = arena_array(ev->arena, x->n_bounds * 2 + 1,
	    sizeof(*x->pieces));
	x->n = 0;
	if (!dmn_near_axis_ordered(x->kind) ||
	    (x->may != NULL && x->depth == 1 && x->may->n > 0))
		cut_choice(ev, x);
	else if (x->n_bounds > 0 || (x->was.kind == FEEL_NULL &&
	    x->kind == FEEL_NUMBER))
		cut_order(ev, x);
}

static bool
is_in(const struct dmn_near_piece *p, struct feel_value v)
{
	return v.kind != FEEL_NULL && !is_before(v, p->from) &&
	    !is_before(p->to, v) &&
	    (p->from_in || feel_value_equal(v, p->from) != FEEL_YES) &&
	    (p->to_in || feel_value_equal(v, p->to) != FEEL_YES);
}

static struct feel_value
middle(const struct dmn_near_axis *x, const struct dmn_near_piece *p,
    struct feel_value a, struct feel_value b)
{
	struct feel_value v = { .kind = FEEL_NUMBER };
	struct feel_decimal sum;
	int decimals;

	if (a.kind == FEEL_DATE && b.kind == FEEL_DATE) {
		v.kind = FEEL_DATE;
		v.date = feel_temporal_civil((feel_temporal_day(a.date) +
		    feel_temporal_day(b.date)) / 2);
		return is_in(p, v) ? v : a;
	}
	if (a.kind != FEEL_NUMBER || b.kind != FEEL_NUMBER ||
	    !feel_number_add(a.number, b.number, &sum) ||
	    !feel_number_multiply(sum, feel_number_scaled(5, 1).number,
	    &v.number))
		return a;
	if (is_stepped(x, &decimals))
		feel_number_round(v.number, decimals, FEEL_FLOOR, &v.number);
	return is_in(p, v) ? v : a;
}

/* Inside of an end; without it, far from the other. */
static struct feel_value
end_of(struct feel_eval *ev, const struct dmn_near_axis *x,
    const struct dmn_near_piece *p, int by)
{
	struct feel_value end = by > 0 ? p->from : p->to,
	    other = by > 0 ? p->to : p->from, v;
	bool in = by > 0 ? p->from_in : p->to_in;
	struct feel_value far = feel_number_of(FAR);

	if (end.kind == FEEL_NULL && other.kind == FEEL_NULL)
		return x->kind == FEEL_NUMBER ? feel_number_of(by > 0 ? 1 :
		    FAR) : feel_value_null;
	if (end.kind != FEEL_NULL) {
		if (in)
			return end;
		if (dmn_near_piece_moved(ev, x, end, by, &v) && is_in(p, v))
			return v;
		return middle(x, p, end, middle(x, p, p->from, p->to));
	}
	v.kind = FEEL_NUMBER;
	if (other.kind == FEEL_NUMBER && feel_number_multiply(feel_number_abs(
	    other.number), far.number, &v.number) &&
	    feel_number_add(v.number, far.number, &v.number)) {
		if (by > 0)
			v.number = feel_number_negate(v.number);
		return v;
	}
	return dmn_near_piece_moved(ev, x, other, -by * FAR, &v) ? v : other;
}

struct feel_value
dmn_near_piece_sample(struct feel_eval *ev, const struct dmn_near_axis *x,
    const struct dmn_near_piece *p, enum dmn_near_where where)
{
	struct feel_value low = end_of(ev, x, p, 1),
	    high = end_of(ev, x, p, -1), v;
	bool below;		/* it lies below of what is */

	below = x->was.kind == FEEL_NULL ? p->from.kind == FEEL_NULL :
	    p->to.kind != FEEL_NULL && is_before(p->to, x->was);
	if (where == DMN_NEAR_MIDDLE)
		v = middle(x, p, low, high);
	else
		v = below == (where == DMN_NEAR_CLOSE) ? high : low;
	return is_in(p, v) ? v : feel_value_null;
}
