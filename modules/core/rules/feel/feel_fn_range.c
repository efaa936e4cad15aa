/* SPDX-License-Identifier: MIT */
/*
 * How ranges lie to one another (10.3.4.7, table 78), and range(). Each end
 * is a cut in the line of values: [5 cuts just before 5, (5 just after it;
 * a point is what lies between the cuts at its two sides.
 */
#include "rules/feel/feel_builtin.h"
#include "rules/feel/feel_range.h"

struct cut {
	struct feel_value at;
	int side;		/* -1 before the value, 1 after it */
	int far;		/* -1 before all values, 1 after all */
};

struct span {
	struct cut start, end;
};

struct question {
	struct feel_eval *ev;
	const char *name;	/* of the function, for reasons */
	bool failed;		/* something cannot be compared */
};

static int
order(struct question *q, struct cut a, struct cut b)
{
	int by;

	if (a.far != 0 || b.far != 0)
		return a.far < b.far ? -1 : a.far > b.far;
	if (!feel_value_order(a.at, b.at, &by)) {
		if (!q->failed)
			feel_eval_note(q->ev, "%s(): %s and %s have no "
			    "order.", q->name, feel_value_a(a.at.kind),
			    feel_value_a(b.at.kind));
		q->failed = true;
		return 0;
	}
	return by != 0 ? by : a.side < b.side ? -1 : a.side > b.side;
}

static struct span
span(struct question *q, struct feel_value v)
{
	const struct feel_range *r = v.range;

	if (v.kind != FEEL_RANGE)
		return (struct span){ { v, -1, 0 }, { v, 1, 0 } };
	if (r->form == FEEL_RANGE_NOT_EQUAL) {
		feel_eval_note(q->ev, "%s(): all values but one are not a "
		    "range.",
		    q->name);
		q->failed = true;
	}
	return (struct span){
		{ r->start, r->start_in ? -1 : 1, r->has_start ? 0 : -1 },
		{ r->end, r->end_in ? 1 : -1, r->has_end ? 0 : 1 } };
}

static bool
is_before(struct question *q, struct span a, struct span b)
{
	return order(q, a.end, b.start) <= 0;
}

/* The last value of one is the first of the other. */
static bool
is_met(struct question *q, struct span a, struct span b)
{
	a.end.side = -a.end.side;
	return a.end.side == -1 && a.end.far == 0 &&
	    order(q, a.end, b.start) == 0;
}

static bool
overlap(struct question *q, struct span a, struct span b)
{
	return order(q, a.start, b.end) < 0 && order(q, b.start, a.end) < 0;
}

static bool
overlaps_first(struct question *q, struct span a, struct span b)
{
	return order(q, a.start, b.start) < 0 &&
	    order(q, b.start, a.end) < 0 && order(q, a.end, b.end) <= 0;
}

static bool
is_end(struct question *q, struct span a, struct span b)
{
	return order(q, a.end, b.end) == 0 &&
	    order(q, a.start, b.start) >= 0;
}

static bool
is_within(struct question *q, struct span a, struct span b)
{
	return order(q, b.start, a.start) <= 0 && order(q, a.end, b.end) <= 0;
}

static bool
is_start(struct question *q, struct span a, struct span b)
{
	return order(q, a.start, b.start) == 0 && order(q, a.end, b.end) <= 0;
}

static bool
is_same(struct question *q, struct span a, struct span b)
{
	return order(q, a.start, b.start) == 0 && order(q, a.end, b.end) == 0;
}

typedef bool relation_fn(struct question *, struct span, struct span);

static struct feel_value
ask(struct feel_eval *ev, const char *name, relation_fn *holds,
    struct feel_value a, struct feel_value b)
{
	struct question q = { .ev = ev, .name = name };
	struct span first = span(&q, a), second = span(&q, b);
	bool yes = !q.failed && holds(&q, first, second);

	return q.failed ? feel_value_null : feel_value_boolean(yes);
}

/* A function of the table: the relation of its first argument to its second,
 * or of the second to the first. */
#define RELATION(symbol, name, holds, first, second)			\
static struct feel_value						\
symbol(struct feel_eval *ev, const struct feel_value *args, size_t n)	\
{									\
	(void)n;							\
	return ask(ev, name, holds, args[first], args[second]);		\
}

RELATION(before, "before", is_before, 0, 1)
RELATION(after, "after", is_before, 1, 0)
RELATION(meets, "meets", is_met, 0, 1)
RELATION(met_by, "met by", is_met, 1, 0)
RELATION(overlaps, "overlaps", overlap, 0, 1)
RELATION(overlaps_before, "overlaps before", overlaps_first, 0, 1)
RELATION(overlaps_after, "overlaps after", overlaps_first, 1, 0)
RELATION(finishes, "finishes", is_end, 0, 1)
RELATION(finished_by, "finished by", is_end, 1, 0)
RELATION(includes, "includes", is_within, 1, 0)
RELATION(during, "during", is_within, 0, 1)
RELATION(starts, "starts", is_start, 0, 1)
RELATION(started_by, "started by", is_start, 1, 0)
RELATION(coincides, "coincides", is_same, 0, 1)

static struct feel_value
range(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	return feel_range_parse(ev, args[0].string);
}

#define KIND FEEL_BUILTIN_KIND
#define POINT (KIND(FEEL_NUMBER) | KIND(FEEL_STRING) | KIND(FEEL_DATE) |\
	KIND(FEEL_TIME) | KIND(FEEL_DATE_TIME) | KIND(FEEL_DAYS) |	\
	KIND(FEEL_MONTHS))
#define RANGE KIND(FEEL_RANGE)
#define POINTS { { "point1", POINT }, { "point2", POINT } }
#define POINT_RANGE { { "point", POINT }, { "range", RANGE } }
#define RANGE_POINT { { "range", RANGE }, { "point", POINT } }
#define RANGES { { "range1", RANGE }, { "range2", RANGE } }

const struct feel_builtin feel_fn_range[] = {
	{ "before", before, POINTS },
	{ "before", before, POINT_RANGE },
	{ "before", before, RANGE_POINT },
	{ "before", before, RANGES },
	{ "after", after, POINTS },
	{ "after", after, POINT_RANGE },
	{ "after", after, RANGE_POINT },
	{ "after", after, RANGES },
	{ "meets", meets, RANGES },
	{ "met by", met_by, RANGES },
	{ "overlaps", overlaps, RANGES },
	{ "overlaps before", overlaps_before, RANGES },
	{ "overlaps after", overlaps_after, RANGES },
	{ "finishes", finishes, POINT_RANGE },
	{ "finishes", finishes, RANGES },
	{ "finished by", finished_by, RANGE_POINT },
	{ "finished by", finished_by, RANGES },
	{ "includes", includes, RANGE_POINT },
	{ "includes", includes, RANGES },
	{ "during", during, POINT_RANGE },
	{ "during", during, RANGES },
	{ "starts", starts, POINT_RANGE },
	{ "starts", starts, RANGES },
	{ "started by", started_by, RANGE_POINT },
	{ "started by", started_by, RANGES },
	{ "coincides", coincides, POINTS },
	{ "coincides", coincides, RANGES },
	{ "range", range, { { "from", KIND(FEEL_STRING) } } },
	{ NULL }
};
