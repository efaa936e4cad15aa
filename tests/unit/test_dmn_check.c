/* SPDX-License-Identifier: MIT */
/* What is found in tables without running them; random tables are then run at
 * every point that could matter, and must agree. */
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "decide.h"
#include "rules/dmn/dmn_check.h"

/* All that is found in a table, a line each: rule:column:sentence, with a
 * hyphen before what is mild. */
static const char *
found_in(const char *elements)
{
	struct dmn_fault *faults = NULL;
	const char *all = "";
	struct dmn *dmn = decide_of(elements);

	dmn_check(decide_arena, dmn, &faults);
	for (; faults != NULL; faults = faults->next)
		all = arena_printf(decide_arena, "%s%s%zu:%zu:%s\n", all,
		    faults->mild ? "-" : "", faults->rule, faults->column,
		    faults->text);
	return all;
}

static const char *
found(const char *policy, const char *inputs, const char *rules)
{
	decide_start();
	return found_in(decide_table(arena_printf(decide_arena,
	    "hitPolicy='%s'", policy), inputs, "", rules));
}

static void
a_table_that_is_whole_has_nothing(void)
{
	CHECK_TEXT(found("UNIQUE", "a", "<5|1\n[5..7]|2\n>7|3\n"), "");
	CHECK_TEXT(found("UNIQUE", "a b", "<5|-|1\n>=5|true|2\n"
	    ">=5|false|3\n"), "");
	CHECK_TEXT(found("UNIQUE", "a", "\"x\",\"y\"|1\nnot(\"x\",\"y\")|2\n"),
	    "");
	CHECK_TEXT(found("UNIQUE", "a", "<date(\"2026-11-24\")|1\n"
	    ">=date(\"2026-11-24\")|2\n"), "");
	CHECK_TEXT(found("UNIQUE", "a", "<=@\"P30D\"|1\n>@\"P30D\"|2\n"), "");
	CHECK_TEXT(found("FIRST", "a", "<5|1\n<7|2\n-|3\n"), "");
	CHECK_TEXT(found("COLLECT", "a", "<5|1\n<7|2\n"), "");
}

static void
overlaps_are_found_with_a_place(void)
{
	CHECK_TEXT(found("UNIQUE", "a", "<5|1\n[4..7]|2\n>7|3\n"),
	    "2:0:Rules 1 and 2 both hold where “a” is 4; UNIQUE allows "
	    "one.\n");
	CHECK_TEXT(found("UNIQUE", "a b", "\"x\"|-|1\n-|>3|2\n-|<=3|3\n"),
	    "2:0:Rules 1 and 2 both hold where “a” is \"x\" and “b” is 4; "
	    "UNIQUE allows one.\n"
	    "3:0:Rules 1 and 3 both hold where “a” is \"x\" and “b” is 2; "
	    "UNIQUE allows one.\n");
	CHECK_TEXT(found("UNIQUE", "a", "-|1\n-|2\n"),
	    "2:0:Rules 1 and 2 both hold where anything is given; UNIQUE "
	    "allows one.\n");
	CHECK_TEXT(found("ANY", "a", "<5|1\n<7| 1.0\n>=6|2\n"),
	    "3:0:Rules 2 and 3 both hold where “a” is 6, but give different "
	    "results; ANY wants the same.\n");
}

/* a and a + 1 hang together: where the rules meet may never come. */
static void
what_is_not_sure_is_a_remark(void)
{
	static const char column[] = "<input><inputExpression><text>%s</text>"
	    "</inputExpression></input>";
	const char *two;

	decide_start();
	two = arena_printf(decide_arena, "%s%s", arena_printf(decide_arena,
	    column, "a"), arena_printf(decide_arena, column, "a + 1"));
	CHECK_TEXT(found_in(arena_printf(decide_arena, "%s<decision id='d' "
	    "name='d'><variable name='d'/>%s<decisionTable>%s<output/>"
	    "<rule><inputEntry><text>-</text></inputEntry><inputEntry><text>"
	    "&lt; 5</text></inputEntry><outputEntry><text>1</text>"
	    "</outputEntry></rule><rule><inputEntry><text>&gt;= 5</text>"
	    "</inputEntry><inputEntry><text>-</text></inputEntry><outputEntry>"
	    "<text>2</text></outputEntry></rule></decisionTable></decision>",
	    decide_input("a", "number"), decide_needs("a"), two)),
	    "-2:0:Rules 1 and 2 both hold where “a” is 5 and “a + 1” is 4; "
	    "UNIQUE allows one.\n"
	    "-0:0:No rule holds where “a” is 4 and “a + 1” is 5; the result "
	    "is null there.\n");
	CHECK_TEXT(found("UNIQUE", "a b", "<b|-|1\n>b|-|2\n"), "");
	CHECK_TEXT(found("UNIQUE", "a b", "<b|<3|1\n-|<5|2\n"),
	    "-2:0:Rules 1 and 2 both hold where “a” is <b and “b” is 2; "
	    "UNIQUE allows one.\n");
}

static void
rules_and_cells_that_are_dead_are_found(void)
{
	CHECK_TEXT(found("FIRST", "a", "<3|1\n>=5|2\n[3..5)|3\n[2..6]|4\n"),
	    "4:0:The rule never applies: those before it hold wherever it "
	    "does.\n");
	CHECK_TEXT(found("UNIQUE", "a", "(5..5]|1\n-|2\n"),
	    "1:1:This test never holds: “a” has no value that passes it.\n");
	CHECK_TEXT(found("UNIQUE", "a", "<3|1\n>3|2\n"),
	    "-0:0:No rule holds where “a” is 3; the result is null there.\n");
	CHECK_TEXT(found("UNIQUE", "a", "\"x\"|1\n"),
	    "-0:0:No rule holds where “a” is another text; the result is "
	    "null there.\n");
	CHECK_TEXT(found("UNIQUE", "a", "null|1\nnot(null)|2\n"), "");
}

/* A table of two inputs with so many rules of random tests. */
static char *
random_rules(size_t n)
{
	static const char *const tests[] = { "-", "<3", ">=2", "[1..4)",
	    "2,4", "not(3)", ">5", "(0..2]", "<=5", "3" };
	const size_t all = COUNT(tests);
	char *text = arena_text(decide_arena, "");
	size_t i;

	for (i = 0; i < n; i++)
		text = arena_printf(decide_arena, "%s%s|%s|%zu\n", text,
		    tests[(size_t)rand() % all], tests[(size_t)rand() % all],
		    i);
	return text;
}

/* How many rules hold at each point: of none, of several, first of any. */
struct seen {
	bool none, several, first[8];
};

static struct seen
run_everywhere(const struct dmn *dmn, size_t rules)
{
	struct seen s = { 0 };
	struct dmn_step *why;
	struct feel_value in;
	size_t i, n;
	int a, b;

	for (a = -2; a <= 14; a++)
		for (b = -2; b <= 14; b++) {
			in = decide_read(arena_printf(decide_arena,
			    "{a: %d / 2, b: %d / 2}", a, b));
			decide_value(dmn, "d", in, &why);
			for (i = n = 0; i < rules; i++) {
				if (!why->tries[i].hit)
					continue;
				s.first[i] |= n == 0;
				n++;
			}
			s.none |= n == 0;
			s.several |= n > 1;
		}
	return s;
}

static size_t
times(const char *text, const char *part)
{
	size_t n = 0;

	for (; (text = strstr(text, part)) != NULL; text++)
		n++;
	return n;
}

static void
random_tables_do_what_was_said_of_them(void)
{
	const char *unique, *first, *rules;
	size_t i, n, hidden;
	struct seen s;
	int round;

	srand(20261124);
	for (round = 0; round < 150; round++) {
		decide_start();
		n = 2 + (size_t)rand() % 4;
		rules = strcpy(malloc(4096), random_rules(n));
		unique = strcpy(malloc(65536), found("UNIQUE", "a b", rules));
		first = strcpy(malloc(65536), found("FIRST", "a b", rules));
		decide_start();
		s = run_everywhere(decide_of(decide_table(
		    "hitPolicy='FIRST'", "a b", "", rules)), n);
		for (hidden = i = 0; i < n; i++)
			hidden += !s.first[i];
		if (s.several != (times(unique, "both hold") > 0) ||
		    s.none != (times(unique, "No rule holds") > 0) ||
		    s.none != (times(first, "No rule holds") > 0) ||
		    hidden != times(first, "never applies"))
			printf("# %s# %s# %s", rules, unique, first);
		CHECK(s.several == (times(unique, "both hold") > 0));
		CHECK(s.none == (times(unique, "No rule holds") > 0));
		CHECK(s.none == (times(first, "No rule holds") > 0));
		CHECK(hidden == times(first, "never applies"));
		free((char *)rules);
		free((char *)unique);
		free((char *)first);
	}
}

int
main(void)
{
	decide_start();
	RUN(a_table_that_is_whole_has_nothing);
	RUN(overlaps_are_found_with_a_place);
	RUN(what_is_not_sure_is_a_remark);
	RUN(rules_and_cells_that_are_dead_are_found);
	RUN(random_tables_do_what_was_said_of_them);
	return DONE;
}
