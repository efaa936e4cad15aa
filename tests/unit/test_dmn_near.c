/* SPDX-License-Identifier: MIT */
/* What would have changed a decision: laws over random tables, and what the
 * shipped tables say. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "decide.h"
#include "dice.h"
#include "rules/dmn/dmn_near.h"
#include "rules/feel/feel_number.h"

#define RULES 6

static struct dmn_near_all
near_may(const struct dmn *dmn, const char *name, struct feel_value in,
    const struct dmn_near_may *may, size_t n, const char *member)
{
	struct dmn_near_question q = { dmn, dmn_find(dmn, name), in, 0, "UTC",
	    may, n, member };
	struct dmn_near_all all;

	dmn_near(decide_arena, &q, &all);
	return all;
}

static struct dmn_near_all
near(const struct dmn *dmn, struct feel_value in)
{
	return near_may(dmn, "d", in, NULL, 0, NULL);
}

/* All of it as one text. */
static const char *
text_of(const struct dmn_near_all *all)
{
	struct buf b = { 0 };
	const char *s;

	dmn_near_write_text(decide_arena, &b, all);
	s = arena_textn(decide_arena, b.len == 0 ? "" : b.data, b.len);
	buf_free(&b);
	return s;
}

static const char *
near_text(const struct dmn *dmn, const char *in)
{
	struct dmn_near_all all = near(dmn, decide_read(in));

	return text_of(&all);
}

static struct dmn *
random_table(unsigned int i, bool plain)
{
	static const char *const attrs[] = { "hitPolicy='FIRST'",
	    "hitPolicy='COLLECT' aggregation='SUM'", "hitPolicy='UNIQUE'",
	    "hitPolicy='COLLECT'",
	    "hitPolicy='COLLECT' aggregation='MAX'" };
	const char *rules = "";
	unsigned int r;

	for (r = 0; r < RULES; r++)
		rules = arena_printf(decide_arena, "%s%s|%s|%u\n", rules,
		    decide_cell(!plain), decide_cell(!plain), dice(4));
	return decide_of(decide_table(attrs[i % 5], "x y", "", rules));
}

static struct feel_value
inputs(struct feel_value x, struct feel_value y)
{
	struct feel_value_entries e = { 0 };

	feel_value_put(decide_arena, &e, feel_value_text("x").string, x);
	feel_value_put(decide_arena, &e, feel_value_text("y").string, y);
	return feel_value_made(decide_arena, &e);
}

/* The result with that value for the input of the line. */
static struct feel_value
with(const struct dmn *dmn, struct feel_value in, const char *name,
    struct feel_value v)
{
	struct feel_value x = in.context->entries[0].value,
	    y = in.context->entries[1].value;

	return decide_value(dmn, "d", strcmp(name, "x") == 0 ? inputs(v, y) :
	    inputs(x, v), NULL);
}

static struct feel_value
moved(struct feel_value v, int thousandths)
{
	feel_number_add(v.number, feel_number_scaled(thousandths, 3).number,
	    &v.number);
	return v;
}

static bool
is_same(struct feel_value a, struct feel_value b)
{
	return feel_value_equal(a, b) == FEEL_YES;
}

/* An end of a span gives the result, and the value beyond it does not. */
static bool
end_is_tight(const struct dmn *dmn, struct feel_value in,
    const struct dmn_near *n, struct feel_value end, bool closed, int out)
{
	if (end.kind == FEEL_NULL)
		return true;
	return is_same(with(dmn, in, n->name, closed ? end :
	    moved(end, -out)), n->result) &&
	    !is_same(with(dmn, in, n->name, closed ? moved(end, out) : end),
	    n->result);
}

static bool
is_within(const struct dmn_near *n, struct feel_value v)
{
	struct feel_range r;
	size_t i;

	for (i = 0; i < n->n; i++) {
		r = (struct feel_range){ FEEL_RANGE_INTERVAL,
		    n->spans[i].from.kind != FEEL_NULL, n->spans[i].from_in,
		    n->spans[i].to.kind != FEEL_NULL, n->spans[i].to_in,
		    n->spans[i].from, n->spans[i].to };
		if ((!r.has_start && !r.has_end) ||
		    feel_value_within(&r, v) == FEEL_YES)
			return true;
	}
	return false;
}

/* The results that lines list for a value of an input; NULL: none does. */
static const struct dmn_near *
listed(const struct dmn_near_all *all, const char *name, struct feel_value v)
{
	const struct dmn_near *n;

	for (n = all->first; n != NULL; n = n->next)
		if (strcmp(n->name, name) == 0 && is_within(n, v))
			return n;
	return NULL;
}

static void
check_values(const struct dmn *dmn, struct feel_value in,
    const struct dmn_near_all *all, struct feel_value usual)
{
	static const char *const names[] = { "x", "y" };
	const struct dmn_near *n;
	struct feel_value v, got;
	size_t i, k;

	for (i = 0; i < 2; i++)
		for (k = 0; k < 44; k++) {
			v = feel_number_scaled((int64_t)k * 5 - 55, 1);
			got = with(dmn, in, names[i], v);
			n = listed(all, names[i], v);
			if (n != NULL)
				CHECK(is_same(got, n->result));
			else if (all->complete)
				CHECK(is_same(got, usual));
		}
}

static void
what_is_listed_is_so_and_nothing_else(void)
{
	struct dmn_near_all all;
	struct feel_value in, usual;
	const struct dmn_near *n;
	size_t i, found = 0, whole = 0;
	const struct dmn *dmn;

	for (dice_seed = i = 0; i < 400; i++) {
		decide_start();
		dmn = random_table((unsigned int)i, true);
		in = inputs(feel_number_scaled(dice(20) * 5, 1),
		    feel_number_of(dice(10)));
		usual = decide_value(dmn, "d", in, NULL);
		all = near(dmn, in);
		CHECK(all.runs <= DMN_NEAR_RUNS);
		for (n = all.first; n != NULL; n = n->next, found++)
			CHECK(!is_same(n->result, usual));
		check_values(dmn, in, &all, usual);
		whole += all.complete;
	}
	CHECK(found > 800);
	CHECK(whole > 80);
}

static void
ends_are_tight(void)
{
	const struct dmn_near_span *s;
	struct dmn_near_all all;
	struct feel_value in;
	const struct dmn_near *n;
	const struct dmn *dmn;
	size_t i;

	for (dice_seed = 7, i = 0; i < 400; i++) {
		decide_start();
		dmn = random_table((unsigned int)i, true);
		in = inputs(feel_number_of(dice(10)),
		    feel_number_scaled(dice(20) * 5, 1));
		all = near(dmn, in);
		for (n = all.first; n != NULL; n = n->next)
			for (s = n->spans; s < n->spans + n->n; s++)
				if (!end_is_tight(dmn, in, n, s->from,
				    s->from_in, -1) || !end_is_tight(dmn, in,
				    n, s->to, s->to_in, 1)) {
					CHECK_TEXT(dmn_near_write_tests(
					    decide_arena, n), "tight");
					return;
				}
	}
	CHECK(true);
}

/* Cells that reckon with an input: what is listed was decided. */
static void
what_is_reckoned_with_is_asked_at_its_ends(void)
{
	const struct dmn_near_span *s;
	struct dmn_near_all all;
	struct feel_value in;
	const struct dmn_near *n;
	const struct dmn *dmn;
	size_t i;

	for (dice_seed = 3, i = 0; i < 300; i++) {
		decide_start();
		dmn = random_table((unsigned int)i, false);
		in = inputs(feel_number_of(dice(10)),
		    feel_number_of(dice(10)));
		all = near(dmn, in);
		for (n = all.first; n != NULL; n = n->next)
			for (s = n->spans; s < n->spans + n->n; s++) {
				if (s->from_in && s->from.kind != FEEL_NULL)
					CHECK(is_same(with(dmn, in, n->name,
					    s->from), n->result));
				if (s->to_in && s->to.kind != FEEL_NULL)
					CHECK(is_same(with(dmn, in, n->name,
					    s->to), n->result));
			}
	}
}

/* A cell that compares with another input hides a bound: not all is known. */
static void
hidden_bounds_are_not_denied(void)
{
	struct dmn_near_all all;
	struct dmn *dmn;

	decide_start();
	dmn = decide_of(decide_table("hitPolicy='FIRST'", "x y", "",
	    "-|? + 3 > x|1\n-|-|2\n"));
	all = near(dmn, decide_read("{x: 50, y: 0}"));
	CHECK_TEXT(text_of(&all), "If x were < 3: 1\n");
	CHECK(!all.complete);
}

static void
the_same_question_has_the_same_answer(void)
{
	struct dmn_near_all a, b;
	struct feel_value in;
	const struct dmn *dmn;
	size_t i;

	for (dice_seed = i = 0; i < 50; i++) {
		decide_start();
		dmn = random_table((unsigned int)i, false);
		in = inputs(feel_number_of(dice(10)),
		    feel_number_of(dice(10)));
		a = near(dmn, in);
		b = near(dmn, in);
		CHECK_TEXT(text_of(&a), text_of(&b));
	}
}

static void
ranges_are_merged_and_nearest_come_first(void)
{
	struct dmn *dmn;

	decide_start();
	dmn = decide_of(decide_table("", "a", "", "< 100|1\n[100..500]|2\n"
	    "(500..1000]|3\n> 1000|3\n"));
	CHECK_TEXT(near_text(dmn, "{a: 300}"),
	    "If a were < 100: 1\nIf a were > 500: 3\n");
	CHECK_TEXT(near_text(dmn, "{a: 2000}"),
	    "If a were [100..500]: 2\nIf a were < 100: 1\n");
	CHECK_TEXT(near_text(dmn, "{a: null}"),
	    "If a were < 100: 1\nIf a were [100..500]: 2\n"
	    "If a were > 500: 3\n");
	dmn = decide_of(decide_table("hitPolicy='FIRST'", "a", "",
	    "[10..20]|1\n-|0\n"));
	CHECK_TEXT(near_text(dmn, "{a: 15}"),
	    "If a were any of < 10, > 20: 0\n");
	dmn = decide_of(decide_table("hitPolicy='FIRST'", "a", "",
	    "null|0\n-|1\n"));
	CHECK_TEXT(near_text(dmn, "{a: null}"), "");
	dmn = decide_of(decide_table("hitPolicy='FIRST'", "a", "",
	    "null|0\n> 3|1\n-|1\n"));
	CHECK_TEXT(near_text(dmn, "{a: null}"), "If a were not(null): 1\n");
	CHECK_TEXT(near_text(dmn, "{a: 3}"), "No single change alters"
	    " this.\n");
}

static void
sums_are_looked_at_as_a_whole(void)
{
	struct dmn *dmn;

	decide_start();
	dmn = decide_of(arena_printf(decide_arena, "%s%s",
	    decide_table("hitPolicy='COLLECT' aggregation='SUM'", "a b", "",
	    "\"x\"|-|3\n\"y\"|-|2\n-|> 10|2\n-|-|0\n"),
	    decide_literal("dd", "d",
	    "if d < 3 then \"low\" else \"high\"")));
	{
		struct dmn_near_all all = near_may(dmn, "dd", decide_read(
		    "{a: \"x\", b: 5}"), NULL, 0, NULL);

		CHECK_TEXT(text_of(&all), "If a were \"y\": \"low\"\n");
		all = near_may(dmn, "dd", decide_read("{a: \"x\", b: 11}"),
		    NULL, 0, NULL);
		CHECK_TEXT(text_of(&all), "");
		all = near_may(dmn, "dd", decide_read("{a: \"z\", b: 11}"),
		    NULL, 0, NULL);
		CHECK_TEXT(text_of(&all),
		    "If a were any of \"x\", \"y\": \"high\"\n");
	}
}

static void
what_it_may_be_bounds_it(void)
{
	struct feel_value codes[] = { feel_value_text("x"),
	    feel_value_text("y"), feel_value_text("z") };
	struct dmn_near_may may[] = {
		{ feel_value_text("a").string, codes, 3, feel_value_null,
		    feel_value_null, -1 },
		{ feel_value_text("b").string, NULL, 0, feel_number_of(0),
		    feel_number_of(20), 0 }
	};
	struct dmn_near_all all;
	struct dmn *dmn;

	decide_start();
	dmn = decide_of(decide_table("hitPolicy='COLLECT' aggregation='SUM'",
	    "a b", "", "\"x\"|-|3\n-|> 10|2\n-|-|0\n"));
	all = near_may(dmn, "d", decide_read("{a: \"x\", b: 5}"), may, 2,
	    NULL);
	CHECK_TEXT(text_of(&all), "If a were any of \"y\", \"z\": 0\n"
	    "If b were >= 11: 5\n");
	CHECK(all.complete);
	all = near_may(dmn, "d", decide_read("{a: \"x\", b: 5}"), may, 1,
	    NULL);
	CHECK_TEXT(text_of(&all), "If a were any of \"y\", \"z\": 0\n");
	CHECK(!all.complete);
	may[1].most = feel_number_of(10);
	all = near_may(dmn, "d", decide_read("{a: null, b: 5}"), may, 2,
	    NULL);
	CHECK_TEXT(text_of(&all), "If a were \"x\": 3\n");
	CHECK(all.complete);
}

/* A member of a context, a date, a duration, a flag. */
static void
kinds_have_their_own_steps(void)
{
	struct dmn *dmn;

	decide_start();
	dmn = decide_of(decide_table("hitPolicy='FIRST'", "a", "",
	    "< date(\"2026-03-01\")|1\n-|2\n"));
	CHECK_TEXT(near_text(dmn, "{a: date(\"2026-05-01\")}"),
	    "If a were <= date(\"2026-02-28\"): 1\n");
	dmn = decide_of(decide_table("hitPolicy='FIRST'", "a", "",
	    "> duration(\"PT8H\")|1\n-|2\n"));
	CHECK_TEXT(near_text(dmn, "{a: duration(\"PT1H\")}"),
	    "If a were > duration(\"PT8H\"): 1\n");
	dmn = decide_of(decide_table("hitPolicy='FIRST'", "a", "",
	    "true|1\n-|2\n"));
	CHECK_TEXT(near_text(dmn, "{a: false}"), "If a were true: 1\n");
	CHECK_TEXT(near_text(dmn, "{a: true}"), "If a were false: 2\n");
	dmn = decide_of(arena_printf(decide_arena, "%s%s",
	    decide_input("a", ""), decide_literal("d", "a",
	    "if a.b > 3 then \"much\" else \"little\"")));
	CHECK_TEXT(near_text(dmn, "{a: {b: 2, c: 1}}"),
	    "If a.b were > 3: \"much\"\n");
}

static void
what_is_only_another_sum_is_no_news(void)
{
	struct dmn *dmn;

	decide_start();
	dmn = decide_of(decide_table("hitPolicy='FIRST'", "a", "",
	    "< 0|0\n< 100|a\n-|a / 2\n"));
	CHECK_TEXT(near_text(dmn, "{a: 150}"),
	    "If a were 99: 99\nIf a were <= 0: 0\n");
	dmn = decide_of(decide_table("hitPolicy='FIRST'", "a", "",
	    "[0..1)|a\n[1..2)|a * 3\n[2..9]|a * 4\n"));
	CHECK_TEXT(near_text(dmn, "{a: 0}"),
	    "If a were 1: 3\nIf a were 2: 8\n");
	CHECK_TEXT(near_text(dmn, "{a: 9}"),
	    "If a were 1.75: 5.25\nIf a were 0.75: 0.75\n");
	dmn = decide_of(arena_printf(decide_arena, "%s%s",
	    decide_input("a", "number"), decide_literal("d", "a", "a * 2")));
	CHECK_TEXT(near_text(dmn, "{a: 150}"), "");
}

/* A column that is made of an input: where it comes to its constants. */
static void
what_is_reckoned_is_reckoned_back(void)
{
	struct dmn *dmn;

	decide_start();
	dmn = decide_of(arena_printf(decide_arena, "%s%s%s",
	    decide_input("b", "number"),
	    decide_literal("dx", "b", "(b + 10) * 2"),
	    decide_table("hitPolicy='FIRST'", "dx a", "",
	    "< 1000|-|1\n-|-|2\n")));
	CHECK_TEXT(near_text(dmn, "{a: 1, b: 300}"),
	    "If b were >= 490: 2\n");
	CHECK_TEXT(near_text(dmn, "{a: 1, b: 500}"), "If b were < 490: 1\n");
	dmn = decide_of(arena_printf(decide_arena, "%s%s%s%s",
	    decide_input("b", "date"), decide_input("c", "date"),
	    decide_literal("dx", "b c", "c - b"),
	    decide_table("hitPolicy='FIRST'", "dx a", "",
	    "> duration(\"P30D\")|-|1\n-|-|2\n")));
	CHECK_TEXT(near_text(dmn, "{a: 1, b: date(\"2026-01-01\"),"
	    " c: date(\"2026-01-11\")}"),
	    "If b were <= date(\"2025-12-11\"): 1\n"
	    "If c were >= date(\"2026-02-01\"): 1\n");
}

/* A table of many bounds costs no more than others. */
static void
it_is_bounded(void)
{
	struct dmn_near_all all;
	const char *rules = "";
	struct dmn *dmn;
	unsigned int i;

	decide_start();
	for (i = 0; i < 500; i++)
		rules = arena_printf(decide_arena, "%s%u|%u\n", rules, i,
		    i % 9);
	dmn = decide_of(decide_table("", "a", "", rules));
	all = near(dmn, decide_read("{a: 50}"));
	CHECK(all.runs == DMN_NEAR_RUNS);
	CHECK(!all.complete);
	CHECK(all.first != NULL);
}

/* The example of everyday: one line a result, the nearest of each. */
static void
the_shipped_tables_say_it(void)
{
	const char *top = getenv("top_srcdir");
	struct dmn_fault *faults = NULL;
	struct dmn_near_all all;
	struct dmn_model *m;
	struct dmn *dmn;

	decide_start();
	m = xml_dmn_file(decide_arena, arena_printf(decide_arena,
	    "%s/etc/casetypes/complaint/complaint.dmn", top == NULL ? ".." :
	    top), &faults);
	CHECK(m != NULL);
	if (m == NULL)
		return;
	dmn = dmn_compile(decide_arena, m, NULL, &faults);
	all = near_may(dmn, "Risk", decide_read("{harm: \"health\","
	    " amount: 120, subject: \"delivery\", vulnerable: false,"
	    " repeated: false}"), NULL, 0, "risk");
	CHECK_TEXT(text_of(&all), "If harm were any of \"none\","
	    " \"inconvenience\", \"loss\", \"distress\": \"low\"\n");
	all = near_may(dmn, "Risk", decide_read("{harm: \"distress\","
	    " amount: 120, subject: \"delivery\", vulnerable: false,"
	    " repeated: true}"), NULL, 0, "risk");
	CHECK_TEXT(text_of(&all),
	    "If harm were any of \"none\", \"inconvenience\": \"low\"\n"
	    "If harm were \"health\": \"high\"\n"
	    "If subject were \"privacy\": \"high\"\n"
	    "If vulnerable were true: \"high\"\n"
	    "If repeated were false: \"low\"\n");
	all = near_may(dmn, "Compensation", decide_read("{fault: \"ours\","
	    " amount: 120, delay: 20}"), NULL, 0, NULL);
	CHECK_TEXT(text_of(&all),
	    "If fault were \"none\": 0\n"
	    "If fault were \"shared\": 60\n"
	    "If amount were <= 0: 25\n"
	    "If delay were <= 14: 120\n");
	CHECK(!all.complete);
}

int
main(void)
{
	RUN(what_is_listed_is_so_and_nothing_else);
	RUN(ends_are_tight);
	RUN(what_is_reckoned_with_is_asked_at_its_ends);
	RUN(hidden_bounds_are_not_denied);
	RUN(the_same_question_has_the_same_answer);
	RUN(ranges_are_merged_and_nearest_come_first);
	RUN(sums_are_looked_at_as_a_whole);
	RUN(what_it_may_be_bounds_it);
	RUN(kinds_have_their_own_steps);
	RUN(what_is_only_another_sum_is_no_news);
	RUN(what_is_reckoned_is_reckoned_back);
	RUN(it_is_bounded);
	RUN(the_shipped_tables_say_it);
	return DONE;
}
