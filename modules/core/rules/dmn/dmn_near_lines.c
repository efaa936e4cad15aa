/* SPDX-License-Identifier: MIT */
/* What was found, for people: a line for each input and result. */
#include "rules/dmn/dmn_near_axis.h"

#include <stdlib.h>

struct line {
	struct dmn_near *near;
	size_t place;		/* in the order of axes and pieces */
	bool first;		/* the nearest of its result */
};

struct lines {
	struct arena *arena;
	struct line *all;
	size_t n, room;
};

static bool
is_same(struct feel_value a, struct feel_value b)
{
	return feel_value_equal(a, b) == FEEL_YES;
}

static bool
belongs(const struct dmn_near_axis *x, size_t i, struct feel_value result)
{
	return i < x->n && x->pieces[i].other &&
	    is_same(x->pieces[i].result, result);
}

/* Nothing of the piece is left out, so that it may be one with the next. */
static bool
is_solid(const struct dmn_near_axis *x, const struct dmn_near_piece *p)
{
	return dmn_near_axis_ordered(x->kind) && !p->single;
}

/* The span that begins with a piece; the place after it. */
static size_t
span(const struct dmn_near_axis *x, size_t i, struct dmn_near_span *s)
{
	const struct dmn_near_piece *p = &x->pieces[i], *last = p;
	size_t from = i;

	for (i++; belongs(x, i, p->result) && is_solid(x, last) &&
	    is_solid(x, &x->pieces[i]); i++)
		last = &x->pieces[i];
	*s = (struct dmn_near_span){ p->from, last->to, p->from_in,
	    last->to_in };
	/* Up to what it may be is no end, but for one value alone. */
	if (is_solid(x, last) && !is_same(s->from, s->to)) {
		if (from == 0)
			s->from = feel_value_null;
		if (i == x->n)
			s->to = feel_value_null;
	}
	return i;
}

static struct dmn_near *
line_of(struct arena *a, const struct dmn_near_axis *x, size_t i)
{
	struct dmn_near *n = arena_alloc(a, sizeof(*n));
	size_t next;

	n->name = x->name;
	n->was = x->was;
	n->result = x->pieces[i].result;
	n->distance = SIZE_MAX;
	n->spans = arena_array(a, x->n - i, sizeof(*n->spans));
	while (i < x->n) {
		if (!belongs(x, i, n->result)) {
			i++;
			continue;
		}
		next = span(x, i, &n->spans[n->n++]);
		for (; i < next; i++)
			if (x->pieces[i].distance < n->distance)
				n->distance = x->pieces[i].distance;
	}
	return n;
}

static void
add_axis(struct lines *l, const struct dmn_near_axis *x)
{
	size_t i, k, from = l->n;

	for (i = 0; i < x->n; i++) {
		if (!x->pieces[i].other)
			continue;
		for (k = from; k < l->n; k++)
			if (is_same(l->all[k].near->result,
			    x->pieces[i].result))
				break;
		if (k < l->n)
			continue;
		l->all[l->n].near = line_of(l->arena, x, i);
		l->all[l->n].place = l->n;
		l->n++;
	}
}

static int
by_distance(const void *a, const void *b)
{
	const struct line *x = a, *y = b;

	if (x->near->distance != y->near->distance)
		return x->near->distance < y->near->distance ? -1 : 1;
	return x->place < y->place ? -1 : 1;
}

static size_t
mark_first(struct lines *l)
{
	size_t i, k, n = 0;

	for (i = 0; i < l->n; i++) {
		for (k = 0; k < i; k++)
			if (l->all[k].first && is_same(l->all[k].near->result,
			    l->all[i].near->result))
				break;
		l->all[i].first = k == i;
		n += k == i;
	}
	return n;
}

bool
dmn_near_lines(struct arena *a, const struct dmn_near_axis *x, size_t n,
    struct dmn_near **out)
{
	struct lines l = { .arena = a };
	size_t i, results, others;

	for (i = 0; i < n; i++)
		l.room += x[i].n;
	l.all = arena_array(a, l.room, sizeof(*l.all));
	for (i = 0; i < n; i++)
		add_axis(&l, &x[i]);
	if (l.n > 1)
		qsort(l.all, l.n, sizeof(*l.all), by_distance);
	results = mark_first(&l);
	others = results > DMN_NEAR_LINES ? 0 : DMN_NEAR_LINES - results;
	for (i = results = 0; i < l.n && results < DMN_NEAR_LINES; i++) {
		if (!l.all[i].first) {
			if (others == 0)
				continue;
			others--;
		}
		results++;
		*out = l.all[i].near;
		out = &(*out)->next;
	}
	return results == l.n;
}
