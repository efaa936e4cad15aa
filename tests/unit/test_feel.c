/* SPDX-License-Identifier: MIT */
/* FEEL, chapter 10 of DMN 1.5: texts and what they give. */
#include <stdlib.h>

#include "check.h"
#include "rules/feel/feel.h"

struct line {
	const char *text, *want;	/* want: as string() writes it */
};

static struct arena *arena;

/* What the texts may use. */
static const char known[] =
    "{a: 1, b: 2, ab: 12, first name: \"Ann\", a-b: 7, u+v: 9, in stock: 3,"
    " p: {q: {r: 5}, list: [1, 2, 3]}, people: [{name: \"Ann\", age: 30,"
    " home town: \"Oslo\"}, {name: \"Bob\", age: 17, home town: \"Rome\"}],"
    " day: @\"2026-11-24\", nothing: null, \"2nd name\": \"Eve\"}";

static struct feel_value
run(const char *text, const struct feel_scope *scope,
    const struct feel_frame *frame, struct feel_eval *ev)
{
	struct feel_fault *faults = NULL;
	const struct feel *f = feel_compile(arena, text, strlen(text), scope,
	    &faults);

	feel_eval_start(ev, arena, 1795525200, "Europe/Paris");
	if (f != NULL)
		return feel_run(f, ev, frame);
	return feel_value_text(faults == NULL ? "neither text nor fault" :
	    faults->text);
}

/* Names of the context above, their types known or not. */
static void
names_of(struct feel_value context, bool typed, struct feel_scope *scope,
    struct feel_frame *frame)
{
	size_t i, n = context.context->n;
	struct feel_member *names = arena_array(arena, n, sizeof(*names));
	struct feel_value *values = arena_array(arena, n, sizeof(*values));
	struct feel_string *members = arena_array(arena, 1, sizeof(*members));

	for (i = 0; i < n; i++) {
		names[i].name = context.context->entries[i].key;
		values[i] = context.context->entries[i].value;
		if (typed)
			names[i].type = feel_type_of(arena, values[i]);
	}
	members[0] = (struct feel_string){ "home town", 9 };
	*scope = (struct feel_scope){ .names = names, .n = n,
	    .members = members, .n_members = 1 };
	*frame = (struct feel_frame){ .values = values };
}

static void
check_lines(const struct line *l, bool typed)
{
	struct feel_scope scope;
	struct feel_frame frame;
	struct feel_eval ev;
	const char *got;

	names_of(run(known, NULL, NULL, &ev), typed, &scope, &frame);
	for (; l->text != NULL; l++) {
		got = feel_value_write(arena, run(l->text, &scope, &frame,
		    &ev));
		if (strcmp(got, l->want) == 0)
			continue;
		CHECK_TEXT(got, l->want);
		printf("# of: %s\n", l->text);
		if (ev.notes != NULL)
			printf("# because: %s\n", ev.notes->text);
	}
}

static void
check_both(const struct line *lines)
{
	check_lines(lines, true);
	check_lines(lines, false);
}

static void
literals_are_what_they_say(void)
{
	static const struct line lines[] = {
		{ "1", "1" }, { ".5", "0.5" }, { "1.50", "1.5" },
		{ "1e3", "1000" }, { "1.23e-4", "0.000123" },
		{ "-0", "0" }, { "true", "true" }, { "null", "null" },
		{ "\"a\\\"b\"", "a\"b" }, { "\"\\u0041\\U01F40E\"", "A🐎" },
		{ "\"\\ud83d\\udc0e\"", "🐎" }, { "\"a\\tb\"", "a\tb" },
		{ "\"\\d\"", "\\d" }, { "\"it\\'s\"", "it's" },
		{ "[]", "[]" }, { "[1, \"a\", null]", "[1, \"a\", null]" },
		{ "{}", "{}" }, { "{a: 1, \"b c\": 2}", "{a: 1, b c: 2}" },
		{ "{\"{\": 1}", "{\"{\": 1}" },
		{ "{a+b: 1, it's: 2}", "{a+b: 1, it's: 2}" },
		{ "@\"2026-11-24\"", "2026-11-24" },
		{ "@\"P1Y2M\"", "P1Y2M" }, { "@\"foo\"", "null" },
		{ "1 // one", "1" }, { "/* a */ 1 /* b */", "1" },
		{ "1 /* a\n b */ + // c\n 2", "3" }, { 0 }
	};

	check_both(lines);
}

static void
arithmetic_follows_its_tables(void)
{
	static const struct line lines[] = {
		{ "1 + 2 * 3", "7" }, { "(1 + 2) * 3", "9" },
		{ "10 / 4", "2.5" }, { "1 / 0", "null" },
		{ "2 ** 3 ** 2", "64" }, { "-2 ** 2", "4" },
		{ "- - 3", "3" }, { "5 - -3", "8" }, { "7-2-1", "4" },
		{ "\"a\" + \"b\"", "ab" }, { "\"a\" + 1", "null" },
		{ "1 + null", "null" }, { "true + 1", "null" },
		{ "@\"2026-11-24\" + @\"P1D\"", "2026-11-25" },
		{ "@\"2026-11-24\" - @\"2026-11-20\"", "P4D" },
		{ "@\"P1Y\" * 2", "P2Y" }, { "@\"P4D\" / @\"P2D\"", "2" },
		{ "-@\"P1D\"", "-P1D" }, { "-\"a\"", "null" },
		{ "a + b", "3" }, { "a+b", "3" }, { "b - a", "1" }, { 0 }
	};

	check_both(lines);
}

static void
a_name_is_the_longest_in_scope(void)
{
	static const struct line lines[] = {
		{ "ab", "12" }, { "a-b", "7" }, { "a - b", "7" },
		{ "(a)-(b)", "-1" }, { "a-b - a - b", "0" }, { "u +v", "9" },
		{ "{x/y: 6, x: 4, y: 2, q: x / y, r: (x)/(y)}.r", "2" },
		{ "first name", "Ann" }, { "first   \n name", "Ann" },
		{ "in stock", "3" },  { "in stock + 1", "4" },
		{ "2nd name + \"!\"", "Eve!" },
		{ "p.q.r", "5" }, { "p . q . r", "5" },
		{ "p.list[2]", "2" }, { "nothing", "null" },
		{ "{first name: 1, last: first name + 1}.last", "2" },
		{ "{a b: 1, c: a b}.c", "1" },
		{ "for first name in [1] return first name", "[1]" },
		{ "{date: 1, time: 2, c: date and time(\"2026-01-01\")}.c",
		    "2026-01-01T00:00:00" },
		{ "{date: true, time: true, c: date and time}.c", "true" },
		{ "{count: 3, c: count([1]) + count}.c", "4" },
		{ "{min: function(a) 7, c: min([1])}.c", "7" },
		{ "for date in [date(\"2026-01-01\")] return "
		    "date(\"2026-01-02\") - date", "[P1D]" },
		{ "(function(l) l[max = max(3, 2)])([{max: 3}, {max: 4}])",
		    "[{max: 3}]" },
		{ "people[1].home town", "Oslo" },
		{ "people.home town", "[\"Oslo\", \"Rome\"]" },
		{ "people[home town = \"Rome\"].name", "[\"Bob\"]" },
		{ "unheard of", "null" }, { 0 }
	};

	check_both(lines);
}

static void
conditions_have_three_answers(void)
{
	static const struct line lines[] = {
		{ "true and false", "false" }, { "true and null", "null" },
		{ "false and null", "false" }, { "true or 1", "true" },
		{ "1 or true", "true" }, { "false or null", "null" },
		{ "\"a\" and true", "null" }, { "true and \"a\"", "null" },
		{ "1 and false", "false" }, { "null and null", "null" },
		{ "1 < 2", "true" }, { "\"a\" < \"b\"", "true" },
		{ "@\"10:00:00\" < @\"11:00:00+02:00\"", "true" },
		{ "@\"10:00:00\" = @\"10:00:00Z\"", "false" },
		{ "1 < \"a\"", "null" }, { "null < 1", "null" },
		{ "1 = 1.0", "true" }, { "1 = \"1\"", "null" },
		{ "null = null", "true" }, { "1 != null", "true" },
		{ "[1, 2] = [1, 2]", "true" },
		{ "{a: 1, b: 2} = {b: 2, a: 1}", "true" },
		{ "(< 10) = (null..10)", "false" },
		{ "(1..10] = ]1..10]", "true" },
		{ "(=10) = [10..10]", "false" },
		{ "(!=10) = (!=10)", "true" },
		{ "@\"10:30:00.0001\" = @\"10:30:00.0002\"", "true" },
		{ "2 between 1 and 3", "true" },
		{ "2 between 1 and 3 and true", "true" },
		{ "4 between 1 and 3", "false" },
		{ "null between 1 and 3", "null" },
		{ "if true then 1 else 2", "1" },
		{ "if null then 1 else 2", "2" },
		{ "if 1 = 1 then if false then 1 else 2 else 3", "2" }, { 0 }
	};

	check_both(lines);
}

static void
in_takes_values_ranges_lists_and_tests(void)
{
	static const struct line lines[] = {
		{ "1 in [2,3,1]", "true" }, { "1 in [[2..4], [1..3]]", "true" },
		{ "1 in <= 10", "true" }, { "11 in < 10", "false" },
		{ "4 in (2..4]", "true" }, { "4 in (2..4[", "false" },
		{ "2 in ]2..4]", "false" }, { "1 in 1", "true" },
		{ "10 in (1, < 5, >=10)", "true" },
		{ "10 in (1, 5, 9)", "false" }, { "10 in !=11", "true" },
		{ "10 in (=10)", "true" }, { "\"x\" in \"x\"", "true" },
		{ "[1,2,3] in [[1,2,3,4], [1,2,3]]", "true" },
		{ "true in [false, 2, 3]", "false" },
		{ "4 in (? > 3, 1)", "true" }, { "4 in ? > 5", "null" },
		{ "2 in (? > 3, 1)", "false" },
		{ "1 in [a..b]", "true" }, { "5 in [1..a[", "false" },
		{ "null in (null)", "true" }, { "1 in \"a\"", "null" },
		{ "5 in (> 3) and 1 in (< 3)", "true" },
		{ "[1..5].start + (2..7).end", "8" },
		{ "[1..5[.end included", "false" }, { "[5..1]", "null" },
		{ "5 in [5..5]", "true" },
		{ "(> 5).start", "5" }, { "(> 5).end", "null" },
		{ "\"b\" in [\"a\"..\"c\"]", "true" }, { 0 }
	};

	check_both(lines);
}

static void
lists_are_filtered_and_indexed(void)
{
	static const struct line lines[] = {
		{ "[1,2,3][1]", "1" }, { "[1,2,3][-1]", "3" },
		{ "[1,2,3][4]", "null" }, { "[1,2,3][0]", "null" },
		{ "[1,2,3][item > 1]", "[2, 3]" }, { "5[1]", "5" },
		{ "5[item > 6]", "[]" }, { "[][1]", "null" },
		{ "people[age > 18].name", "[\"Ann\"]" },
		{ "people[item.age < 18].name", "[\"Bob\"]" },
		{ "people[name = \"Bob\"][1].age", "17" },
		{ "[{x: 1, y: 2}, {x: 2, y: 3}][x = 1]", "[{x: 1, y: 2}]" },
		{ "[{x: 1}, {x: 2}][x > a]", "[{x: 2}]" },
		{ "[{a: 5}, {b: 2}][a = 5]", "[{a: 5}]" },
		{ "[{item: 1}, {item: 2}][item >= 2]", "[{item: 2}]" },
		{ "[1,2,3][a]", "1" }, { "[1,2,3][true]", "[1, 2, 3]" },
		{ "[[1,2],[3]][2][1]", "3" },
		{ "{l: [1, 2]}.l[item = 2]", "[2]" }, { 0 }
	};

	check_both(lines);
}

static void
iterations_go_through_lists_and_ranges(void)
{
	static const struct line lines[] = {
		{ "for i in [1,2,3] return i * 2", "[2, 4, 6]" },
		{ "for i in 1..3 return i", "[1, 2, 3]" },
		{ "for i in 3..1 return i", "[3, 2, 1]" },
		{ "for i in [1..3] return i", "[1, 2, 3]" },
		{ "for i in (1..4) return i", "[2, 3]" },
		{ "for x in [1,2], y in [10,20] return x + y",
		    "[11, 21, 12, 22]" },
		{ "for x in [[1,2],[3]], y in x return y", "[1, 2, 3]" },
		{ "for i in 0..4 return if i = 0 then 1 else "
		    "i * partial[-1]", "[1, 1, 2, 6, 24]" },
		{ "for d in @\"2026-11-29\"..@\"2026-12-01\" return d.day",
		    "[29, 30, 1]" },
		{ "for i in [] return i", "[]" },
		{ "for i in 5 return i", "[5]" },
		{ "for i in null return i", "null" },
		{ "some i in [1,2] satisfies i > 1", "true" },
		{ "every i in [1,2] satisfies i > 1", "false" },
		{ "some i in [] satisfies i > 1", "false" },
		{ "every i in [] satisfies i > 1", "true" },
		{ "every i in [1] satisfies \"a\"", "null" },
		{ "some i in [1, 2] satisfies if i = 1 then null else true",
		    "true" },
		{ "some x in [1,2], y in [2,3] satisfies x = y", "true" },
		{ "for f in for i in 1..3 return function(x) x + i "
		    "return f(10)", "[11, 12, 13]" }, { 0 }
	};

	check_both(lines);
}

static void
functions_are_values(void)
{
	static const struct line lines[] = {
		{ "(function(x) x + 1)(2)", "3" },
		{ "{f: function(x, y) x - y, r: f(5, 3)}.r", "2" },
		{ "{f: function(x, y) x - y, r: f(y: 5, x: 3)}.r", "-2" },
		{ "{f: function(x, y) x - y, r: f(5)}.r", "null" },
		{ "{f: function(x, y) y = null, r: f(x: 5)}.r", "true" },
		{ "{f: function(x) x, r: f = f}.r", "true" },
		{ "abs = abs", "true" }, { "abs = floor", "false" },
		{ "{f: function(x, y) x - y, r: f(x: 5, z: 1)}.r", "null" },
		{ "{add: function(x) function(y) x + y, r: add(1)(2)}.r",
		    "3" },
		{ "{f: function(x: number) x, r: f(\"a\")}.r", "null" },
		{ "{f: function(x: number) x, r: f([5])}.r", "5" },
		{ "{fact: function(n) if n < 2 then 1 else n * fact(n - 1),"
		    " r: fact(10)}.r", "3628800" },
		{ "{f: function(first name) first name, r: f(first name: 4)}"
		    ".r", "4" },
		{ "abs(-1)", "1" }, { "abs(n: -1)", "1" },
		{ "abs(m: -1)", "null" },
		{ "{f: abs, r: f(-2)}.r", "2" }, { "nothing(1)", "null" },
		{ "count([1,2])", "2" }, { "sum(1, 2, 3)", "6" },
		{ "count(5)", "1" }, { "abs([-5])", "5" },
		{ "string length(\"abc\")", "3" },
		{ "sort([3,1,2], function(x, y) x < y)", "[1, 2, 3]" },
		{ "not(true)", "false" }, { "not(null)", "null" },
		{ "function(a) external {java: {class: \"x\"}}",
		    "function" }, { 0 }
	};

	check_both(lines);
}

static void
types_are_told_apart(void)
{
	static const struct line lines[] = {
		{ "1 instance of number", "true" },
		{ "null instance of Any", "false" },
		{ "1 instance of Any", "true" },
		{ "[1] instance of list<number>", "true" },
		{ "[1, \"a\"] instance of list<number>", "false" },
		{ "[[1]] instance of list<list<number>>", "true" },
		{ "{a: \"x\", b: 1} instance of context<a: string>", "true" },
		{ "{a: null} instance of context<a: string>", "true" },
		{ "{a: 1} instance of context<a: string>", "false" },
		{ "[1..3] instance of range<number>", "true" },
		{ "[1..3] instance of range<string>", "false" },
		{ "@\"P1D\" instance of days and time duration", "true" },
		{ "@\"2026-01-01T10:00:00\" instance of date and time",
		    "true" },
		{ "(function(x) x) instance of function<Any> -> Any",
		    "true" },
		{ "(function(x) x) instance of function<> -> Any", "false" },
		{ "a instance of number and true", "true" },
		{ "1 + 1 instance of number", "true" },
		{ "[1] instance of list", "null" },
		{ "abs instance of function", "null" },
		{ "1 instance of tNowhere", "null" }, { 0 }
	};

	check_both(lines);
}

static void
what_is_no_feel_is_refused(void)
{
	static const struct line lines[] = {
		{ "1 +", "Expected a value, but the text ends." },
		{ "", "Expected a value, but the text ends." },
		{ "(1", "Expected “)”, but the text ends." },
		{ "[1, 2", "Expected “]”, but the text ends." },
		{ "1 2", "Expected the end of the text, but found “2”." },
		{ "\"abc", "The text is not closed by a quotation mark." },
		{ "if 1 then 2", "Expected “else”, but the text ends." },
		{ "{a 1}", "Expected the name of an entry, but found “a”." },
		{ "abs(n: 1, 2)", "Either all arguments are given by name or "
		    "none." },
		{ "\"\\ud83d\"", "There is no such character." },
		{ "a ; b", "This sign has no meaning here." }, { 0 }
	};

	check_lines(lines, true);
}

int
main(int argc, char **argv)
{
	struct feel_eval ev;

	arena = arena_new();
	if (argc > 1) {		/* one expression, for who writes the tests */
		printf("%s\n", feel_value_write(arena, run(argv[1], NULL,
		    NULL, &ev)));
		for (; ev.notes != NULL; ev.notes = ev.notes->next)
			printf("# %s\n", ev.notes->text);
		return 0;
	}
	RUN(literals_are_what_they_say);
	RUN(arithmetic_follows_its_tables);
	RUN(a_name_is_the_longest_in_scope);
	RUN(conditions_have_three_answers);
	RUN(in_takes_values_ranges_lists_and_tests);
	RUN(lists_are_filtered_and_indexed);
	RUN(iterations_go_through_lists_and_ranges);
	RUN(functions_are_values);
	RUN(types_are_told_apart);
	RUN(what_is_no_feel_is_refused);
	arena_free(arena);
	return DONE;
}
