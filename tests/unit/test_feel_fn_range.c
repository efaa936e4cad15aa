/* SPDX-License-Identifier: MIT */
/* The relations of ranges, by the formulas of table 78 over all small ranges;
 * and range(). */
#include "base/count.h"
#include "feel_rows.h"
#include "rules/feel/feel_builtin.h"
#include "rules/feel/feel_number.h"

/* Ends are whole numbers here. */
struct plain {
	int start, end;
	bool start_in, end_in;
};

static bool
before(struct plain a, struct plain b)
{
	return a.end < b.start || ((!a.end_in || !b.start_in) &&
	    a.end == b.start);
}

static bool
after(struct plain a, struct plain b)
{
	return a.start > b.end || ((!a.start_in || !b.end_in) &&
	    a.start == b.end);
}

static bool
meets(struct plain a, struct plain b)
{
	return a.end_in && b.start_in && a.end == b.start;
}

static bool
met_by(struct plain a, struct plain b)
{
	return a.start_in && b.end_in && a.start == b.end;
}

static bool
overlaps(struct plain a, struct plain b)
{
	return (a.end > b.start || (a.end == b.start && a.end_in &&
	    b.start_in)) && (a.start < b.end || (a.start == b.end &&
	    a.start_in && b.end_in));
}

static bool
overlaps_before(struct plain a, struct plain b)
{
	return (a.start < b.start || (a.start == b.start && a.start_in &&
	    !b.start_in)) && (a.end > b.start || (a.end == b.start &&
	    a.end_in && b.start_in)) && (a.end < b.end || (a.end == b.end &&
	    (!a.end_in || b.end_in)));
}

static bool
overlaps_after(struct plain a, struct plain b)
{
	return (b.start < a.start || (b.start == a.start && b.start_in &&
	    !a.start_in)) && (b.end > a.start || (b.end == a.start &&
	    b.end_in && a.start_in)) && (b.end < a.end || (b.end == a.end &&
	    (!b.end_in || a.end_in)));
}

static bool
finishes(struct plain a, struct plain b)
{
	return a.end_in == b.end_in && a.end == b.end &&
	    (a.start > b.start || (a.start == b.start &&
	    (!a.start_in || b.start_in)));
}

static bool
finished_by(struct plain a, struct plain b)
{
	return a.end_in == b.end_in && a.end == b.end &&
	    (a.start < b.start || (a.start == b.start &&
	    (a.start_in || !b.start_in)));
}

static bool
includes(struct plain a, struct plain b)
{
	return (a.start < b.start || (a.start == b.start &&
	    (a.start_in || !b.start_in))) && (a.end > b.end ||
	    (a.end == b.end && (a.end_in || !b.end_in)));
}

static bool
during(struct plain a, struct plain b)
{
	return includes(b, a);
}

static bool
starts(struct plain a, struct plain b)
{
	return a.start == b.start && a.start_in == b.start_in &&
	    (a.end < b.end || (a.end == b.end && (!a.end_in || b.end_in)));
}

static bool
started_by(struct plain a, struct plain b)
{
	return a.start == b.start && a.start_in == b.start_in &&
	    (a.end > b.end || (a.end == b.end && (a.end_in || !b.end_in)));
}

static bool
coincides(struct plain a, struct plain b)
{
	return a.start == b.start && a.start_in == b.start_in &&
	    a.end == b.end && a.end_in == b.end_in;
}

static const struct {
	const char *name;
	bool (*fn)(struct plain, struct plain);
} relations[] = {
	{ "before", before }, { "after", after }, { "meets", meets },
	{ "met by", met_by }, { "overlaps", overlaps },
	{ "overlaps before", overlaps_before },
	{ "overlaps after", overlaps_after }, { "finishes", finishes },
	{ "finished by", finished_by }, { "includes", includes },
	{ "during", during }, { "starts", starts },
	{ "started by", started_by }, { "coincides", coincides }
};

static struct plain plains[200];
static struct feel_range ranges[200];
static size_t n_plains;

/* All within 1 to 4 that hold something, points among them. */
static void
make_ranges(void)
{
	int start, end, in;

	for (start = 1; start <= 4; start++)
		for (end = start; end <= 4; end++)
			for (in = start == end ? 3 : 0; in < 4; in++) {
				plains[n_plains] = (struct plain){ start, end,
				    in & 1, in & 2 };
				ranges[n_plains++] = (struct feel_range){
				    .form = FEEL_RANGE_INTERVAL,
				    .has_start = true, .start_in = in & 1,
				    .has_end = true, .end_in = in & 2,
				    .start = feel_number_of(start),
				    .end = feel_number_of(end) };
			}
}

static struct feel_value
range_value(size_t i)
{
	return (struct feel_value){ .kind = FEEL_RANGE, .range = &ranges[i] };
}

static void
relations_are_those_of_the_standard(void)
{
	const struct feel_builtin *b;
	struct feel_value args[2], v;
	struct feel_eval ev;
	struct arena *a = arena_new();
	size_t i, j, k;

	feel_eval_start(&ev, a, 0, "UTC");
	for (k = 0; k < COUNT(relations); k++) {
		b = feel_builtin_find(relations[k].name,
		    strlen(relations[k].name), NULL);
		CHECK(b != NULL);
		for (i = 0; b != NULL && i < n_plains; i++)
			for (j = 0; j < n_plains; j++) {
				args[0] = range_value(i);
				args[1] = range_value(j);
				v = b->call(&ev, args, 2);
				CHECK(v.kind == FEEL_BOOLEAN && v.boolean ==
				    relations[k].fn(plains[i], plains[j]));
			}
	}
	arena_free(a);
}

static void
points_and_open_ends_take_part(void)
{
	static const struct feel_row rows[] = {
		{ "before(1, 10)", "true" }, { "before(10, 1)", "false" },
		{ "before(1, 1)", "false" }, { "after(10, 5)", "true" },
		{ "before(1, (1..10])", "true" },
		{ "before([1..10), 10)", "true" },
		{ "before(point: 1, range: [1..10])", "false" },
		{ "after(range: (11..20], point: 11)", "true" },
		{ "coincides(5, 5.0)", "true" }, { "coincides(3, 4)", "false" },
		{ "coincides(\"a\", \"a\")", "true" },
		{ "finishes(10, [1..10])", "true" },
		{ "finishes(10, [1..10))", "false" },
		{ "finished by([1..10], 10)", "true" },
		{ "includes([1..10], 1)", "true" },
		{ "includes((1..10], 1)", "false" },
		{ "during(5, [1..10])", "true" },
		{ "starts(1, [1..10])", "true" },
		{ "started by((1..10], 1)", "false" },
		{ "includes((>= 5), 7)", "true" },
		{ "before(1, (< 5))", "false" },
		{ "before((< 5), 5)", "true" },
		{ "overlaps((< 5), (> 3))", "true" },
		{ "coincides((< 5), (< 5))", "true" },
		{ "during(@\"2026-11-24\", [@\"2026-01-01\"..@\"2026-12-31\"])",
		    "true" },
		{ "before(1, \"a\")",
		    "null: before(): a number and a string have no order." },
		{ "before(1, null)", "null: before()" },
		{ "before(1)", "null" },
		{ "meets(1, [1..2])", "null" },
		{ "meets(range1: [1..5], range2: [5..10])", "true" }
	};

	FEEL_ROWS(rows);
}

static void
texts_become_ranges(void)
{
	static const struct feel_row rows[] = {
		{ "range(\"[1..3]\")", "[1..3]" },
		{ "range(\" ( -1.5 .. 2e3 [ \") = (-1.5..2000)", "true" },
		{ "range(\"]1..3[\") = (1..3)", "true" },
		{ "range(\"[\\\"a\\\"..\\\"c\\\"]\") = [\"a\"..\"c\"]",
		    "true" },
		{ "range(\"[@\\\"P1D\\\"..duration(\\\"P2D\\\")]\") = "
		    "[@\"P1D\"..@\"P2D\"]", "true" },
		{ "range(\"[date(\\\"1970-01-01\\\")..@\\\"1970-01-02\\\"]\") "
		    "= [@\"1970-01-01\"..@\"1970-01-02\"]", "true" },
		{ "range(\"[date(string(\\\"1970-01-01\\\"))..@\\\"1970-01-02"
		    "\\\"]\")", "null" },
		{ "range(\"[3..1]\")", "null: range(): it ends before" },
		{ "range(\"[1..\\\"b\\\"]\")", "null: range(): a number and a "
		    "string have no order" },
		{ "range(\"[1..]\")", "null: range(): " },
		{ "range(\"[..2]\")", "null" }, { "range(\"\")", "null" },
		{ "range(\"[1+1..3]\")", "null" },
		{ "range(\"[1...3]\")", "null" },
		{ "range(\"[1..3]]\")", "null" },
		{ "range(\"[\\\"a..3]\")", "null" },
		{ "range(\">=10\")", "null" },
		{ "range(\"[null..null]\")", "null" },
		{ "range([1..3])", "null" }
	};

	FEEL_ROWS(rows);
}

int
main(void)
{
	make_ranges();
	RUN(relations_are_those_of_the_standard);
	RUN(points_and_open_ends_take_part);
	RUN(texts_become_ranges);
	return DONE;
}
