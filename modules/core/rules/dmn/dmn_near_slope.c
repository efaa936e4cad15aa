/* SPDX-License-Identifier: MIT */
/* Columns that reckon with an input, twice it or since it: where they come to
 * the constants of their cells, told by what a small step makes of them. */
#include "rules/dmn/dmn_near_axis.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

#define FINEST	6		/* decimals, where nothing says so */

struct slope {
	struct feel_eval *ev;
	struct dmn_near_axis *x;
	struct feel_value moved;	/* the value after the step */
};

/* was + step * (to - at) / by, rounded down and up. */
static void
add_number(const struct slope *s, struct feel_decimal at,
    struct feel_decimal by, struct feel_decimal to)
{
	struct feel_value v = { .kind = FEEL_NUMBER };
	struct feel_decimal step;
	int decimals = FINEST;

	if (s->x->may != NULL && s->x->depth == 1 && s->x->may->decimals >= 0)
		decimals = s->x->may->decimals;
	if (!feel_number_subtract(s->moved.number, s->x->was.number, &step) ||
	    !feel_number_subtract(to, at, &to) ||
	    !feel_number_multiply(step, to, &to) ||
	    !feel_number_divide(to, by, &to) ||
	    !feel_number_add(s->x->was.number, to, &to))
		return;
	if (feel_number_round(to, decimals, FEEL_FLOOR, &v.number))
		dmn_near_axis_bound(s->x, v);
	if (feel_number_round(to, decimals, FEEL_CEILING, &v.number))
		dmn_near_axis_bound(s->x, v);
}

/* A date or duration that goes with the input, step by step. */
static void
add_temporal(const struct slope *s, struct feel_value at,
    struct feel_value by, struct feel_value to)
{
	struct feel_value step, v;

	if (!feel_temporal_subtract(s->ev->arena, s->moved, s->x->was,
	    &step) || !feel_temporal_subtract(s->ev->arena, to, at, &to))
		return;
	if (feel_value_equal(step, by) != FEEL_YES &&
	    (!feel_temporal_negate(by, &by) ||
	    feel_value_equal(step, by) != FEEL_YES ||
	    !feel_temporal_negate(to, &to)))
		return;
	if (feel_temporal_add(s->ev->arena, s->x->was, to, &v))
		dmn_near_axis_bound(s->x, v);
}

static void
read_column(const struct slope *s, const struct dmn_table *t, size_t column,
    struct feel_value at, struct feel_value then)
{
	struct dmn_near_axis *cells;
	struct feel_value by;
	size_t i;

	if (at.kind != then.kind || feel_value_equal(at, then) == FEEL_YES ||
	    (at.kind == FEEL_NUMBER) != (s->x->kind == FEEL_NUMBER) ||
	    !dmn_near_axis_ordered(at.kind))
		return;
	if (at.kind == FEEL_NUMBER ? !feel_number_subtract(then.number,
	    at.number, &by.number) : !feel_temporal_subtract(s->ev->arena,
	    then, at, &by))
		return;
	cells = arena_alloc(s->ev->arena, sizeof(*cells));
	cells->kind = at.kind;
	dmn_near_read_column(s->ev, cells, t, column);
	for (i = 0; i < cells->n_bounds; i++)
		if (at.kind == FEEL_NUMBER)
			add_number(s, at.number, by.number,
			    cells->bounds[i].number);
		else
			add_temporal(s, at, by, cells->bounds[i]);
}

static void
walk(const struct slope *s, const struct dmn_step *a, const struct dmn_step *b)
{
	size_t i;

	for (; a != NULL && b != NULL; a = a->next, b = b->next) {
		if (a->element != b->element || a->table != b->table)
			return;
		if (a->table != NULL && a->inputs != NULL && b->inputs != NULL)
			for (i = 0; i < a->table->n_inputs; i++)
				read_column(s, a->table, i, a->inputs[i],
				    b->inputs[i]);
		walk(s, a->first, b->first);
	}
}

void
dmn_near_slope(struct feel_eval *ev, struct dmn_near_axis *x,
    struct feel_value moved, const struct dmn_step *usual,
    const struct dmn_step *then)
{
	struct slope s = { ev, x, moved };

	walk(&s, usual, then);
}
