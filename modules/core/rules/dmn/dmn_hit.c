/* SPDX-License-Identifier: MIT */
/* Hit policies and aggregation (8.2): which of the rules that hit count,
 * and what they make together. */
#include "rules/dmn/dmn_grid.h"

#include "rules/feel/feel_number.h"

#include <stdlib.h>

struct feel_value
dmn_hit_value(const struct dmn_grid *g, struct feel_eval *ev,
    const struct feel_value *results)
{
	struct feel_value_entries e = { 0 };
	size_t i;

	if (g->n_outputs == 1)
		return results[0];
	for (i = 0; i < g->n_outputs; i++)
		feel_value_put(ev->arena, &e, g->outputs[i].name, results[i]);
	return feel_value_made(ev->arena, &e);
}

bool
dmn_hit_needs_all(enum dmn_hit_policy p)
{
	return p != DMN_UNIQUE && p != DMN_FIRST;
}

static const struct feel_value *
results_of(const struct dmn_grid *g, const struct dmn_hits *h, size_t i)
{
	return h->results + i * g->n_outputs;
}

static struct feel_value
unique(const struct dmn_grid *g, struct feel_eval *ev,
    const struct dmn_hits *h, bool *chosen)
{
	if (h->n > 1)
		return feel_eval_null(ev, "Rules %zu and %zu both hold, but"
		    " the hit policy is Unique.", h->rules[0] + 1,
		    h->rules[1] + 1);
	chosen[0] = true;
	return dmn_hit_value(g, ev, h->results);
}

static struct feel_value
any(const struct dmn_grid *g, struct feel_eval *ev, const struct dmn_hits *h,
    bool *chosen)
{
	size_t i, j;

	for (i = 1; i < h->n; i++)
		for (j = 0; j < g->n_outputs; j++)
			if (feel_value_equal(h->results[j],
			    results_of(g, h, i)[j]) != FEEL_YES)
				return feel_eval_null(ev, "Rules %zu and %zu"
				    " hold with different results, but the"
				    " hit policy is Any.", h->rules[0] + 1,
				    h->rules[i] + 1);
	for (i = 0; i < h->n; i++)
		chosen[i] = true;
	return dmn_hit_value(g, ev, h->results);
}

/* Where a value stands among the output values; a range holds many. */
static size_t
rank(const struct feel_list *order, struct feel_value v)
{
	const struct feel_range *r;
	size_t i;
	int c;

	if (order == NULL)
		return 0;
	for (i = 0; i < order->n; i++) {
		if (feel_value_equal(order->items[i], v) == FEEL_YES)
			return i;
		if (order->items[i].kind != FEEL_RANGE)
			continue;
		r = order->items[i].range;
		if (r->has_start && (!feel_value_order(r->start, v, &c) ||
		    c > 0 || (c == 0 && !r->start_in)))
			continue;
		if (r->has_end && (!feel_value_order(v, r->end, &c) ||
		    c > 0 || (c == 0 && !r->end_in)))
			continue;
		return i;
	}
	return order->n;
}

struct ranked {			/* a rule that hit */
	size_t hit, n, *ranks;	/* an output each */
};

static int
by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	size_t i;

	for (i = 0; i < x->n; i++)
		if (x->ranks[i] != y->ranks[i])
			return x->ranks[i] < y->ranks[i] ? -1 : 1;
	return x->hit < y->hit ? -1 : 1;
}

/* By the order of output values, the first output first; then by rule. */
static struct ranked *
ranked(const struct dmn_grid *g, struct feel_eval *ev,
    const struct dmn_hits *h)
{
	struct ranked *r = arena_array(ev->arena, h->n, sizeof(*r));
	size_t i, j;

	for (i = 0; i < h->n; i++) {
		r[i].hit = i;
		r[i].n = g->n_outputs;
		r[i].ranks = arena_array(ev->arena, g->n_outputs,
		    sizeof(size_t));
		for (j = 0; j < g->n_outputs; j++)
			r[i].ranks[j] = rank(g->outputs[j].order,
			    results_of(g, h, i)[j]);
	}
	qsort(r, h->n, sizeof(*r), by_rank);
	return r;
}

static struct feel_value
priority(const struct dmn_grid *g, struct feel_eval *ev,
    const struct dmn_hits *h, bool *chosen)
{
	size_t best = ranked(g, ev, h)[0].hit;

	chosen[best] = true;
	return dmn_hit_value(g, ev, results_of(g, h, best));
}

static struct feel_value
output_order(const struct dmn_grid *g, struct feel_eval *ev,
    const struct dmn_hits *h, bool *chosen)
{
	struct ranked *r = ranked(g, ev, h);
	struct feel_value_items made = { 0 };
	size_t i;

	for (i = 0; i < h->n; i++) {
		chosen[i] = true;
		feel_value_add(ev->arena, &made, dmn_hit_value(g, ev,
		    results_of(g, h, r[i].hit)));
	}
	return feel_value_end(ev->arena, &made);
}

static struct feel_value
rule_order(const struct dmn_grid *g, struct feel_eval *ev,
    const struct dmn_hits *h, bool *chosen)
{
	struct feel_value_items made = { 0 };
	size_t i;

	for (i = 0; i < h->n; i++) {
		chosen[i] = true;
		feel_value_add(ev->arena, &made,
		    dmn_hit_value(g, ev, results_of(g, h, i)));
	}
	return feel_value_end(ev->arena, &made);
}

static struct feel_value
sum(struct feel_eval *ev, const struct dmn_hits *h)
{
	struct feel_value total = h->results[0];
	size_t i;

	for (i = 0; i < h->n; i++) {
		if (h->results[i].kind != FEEL_NUMBER)
			return feel_eval_null(ev, "The result of rule %zu is"
			    " not a number: there is no sum.", h->rules[i] + 1);
		if (i > 0 && !feel_number_add(total.number,
		    h->results[i].number, &total.number))
			return feel_eval_null(ev, "The sum is too large.");
	}
	return total;
}

/* sign -1: the least, 1: the greatest. Any kind that has an order. */
static struct feel_value
extreme(struct feel_eval *ev, const struct dmn_hits *h, int sign,
    bool *chosen)
{
	size_t i, best = 0;
	int c;

	for (i = 0; i < h->n; i++) {
		if (!feel_value_order(h->results[i], h->results[best], &c))
			return feel_eval_null(ev, "The results of rules %zu"
			    " and %zu cannot be compared.", h->rules[best] + 1,
			    h->rules[i] + 1);
		if (c * sign > 0)
			best = i;
	}
	for (i = 0; i < h->n; i++)
		chosen[i] = i == best;
	return h->results[best];
}

static struct feel_value
collect(const struct dmn_grid *g, struct feel_eval *ev,
    const struct dmn_hits *h, bool *chosen)
{
	size_t i;

	for (i = 0; i < h->n; i++)
		chosen[i] = true;
	switch (g->said->aggregation) {
	case DMN_SUM:
		return sum(ev, h);
	case DMN_COUNT:
		return feel_number_of((int64_t)h->n);
	case DMN_MIN:
		return extreme(ev, h, -1, chosen);
	case DMN_MAX:
		return extreme(ev, h, 1, chosen);
	default:
		return rule_order(g, ev, h, chosen);
	}
}

struct feel_value
dmn_hit_result(const struct dmn_grid *g, struct feel_eval *ev,
    const struct dmn_hits *h, bool *chosen)
{
	switch (g->said->policy) {
	case DMN_UNIQUE:
		return unique(g, ev, h, chosen);
	case DMN_ANY:
		return any(g, ev, h, chosen);
	case DMN_FIRST:
		chosen[0] = true;
		return dmn_hit_value(g, ev, h->results);
	case DMN_PRIORITY:
		return priority(g, ev, h, chosen);
	case DMN_COLLECT:
		return collect(g, ev, h, chosen);
	case DMN_RULE_ORDER:
		return rule_order(g, ev, h, chosen);
	case DMN_OUTPUT_ORDER:
		return output_order(g, ev, h, chosen);
	}
	return feel_value_null;
}
