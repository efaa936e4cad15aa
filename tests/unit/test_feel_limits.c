/* SPDX-License-Identifier: MIT */
/* FEEL: tests of cells, faults that need no run, laws, and hostile texts. */
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "rules/feel/feel.h"

static struct arena *arena;

static struct feel_value
run(const char *text, struct feel_eval *ev)
{
	struct feel_fault *faults = NULL;
	const struct feel *f = feel_compile(arena, text, strlen(text), NULL,
	    &faults);

	feel_eval_start(ev, arena, 1795525200, "Europe/Paris");
	if (f == NULL)
		return feel_value_text(faults->text);
	return feel_run(f, ev, NULL);
}

static struct feel_value
value(const char *text)
{
	struct feel_eval ev;

	return run(text, &ev);
}

static const char *
tested(const char *tests, const char *input)
{
	struct feel_fault *faults = NULL;
	const struct feel *f = feel_compile_tests(arena, tests,
	    strlen(tests), NULL, NULL, &faults);
	struct feel_eval ev;

	if (f == NULL)
		return faults->text;
	feel_eval_start(&ev, arena, 0, "Etc/UTC");
	switch (feel_test(f, &ev, NULL, value(input))) {
	case FEEL_YES:
		return "yes";
	case FEEL_NO:
		return "no";
	default:
		return ev.notes == NULL ? "unknown, without a note" :
		    "unknown";
	}
}

static void
a_cell_is_tested(void)
{
	static const struct {
		const char *tests, *input, *want;
	} lines[] = {
		{ "-", "1", "yes" }, { "", "null", "yes" },
		{ "1", "1", "yes" }, { "1", "2", "no" },
		{ "1, 2, 3", "2", "yes" }, { "[1..3]", "3", "yes" },
		{ "[1..3)", "3", "no" }, { "> 5", "6", "yes" },
		{ "> 5", "5", "no" }, { "> 5", "null", "unknown" },
		{ "\"a\", \"b\"", "\"b\"", "yes" },
		{ "not(\"a\", \"b\")", "\"b\"", "no" },
		{ "not(\"a\")", "\"b\"", "yes" }, { "not(> 5)", "4", "yes" },
		{ "not([2..4))", "3", "no" }, { "not(?)", "false", "yes" },
		{ "not(?) = true", "false", "yes" },
		{ "null", "null", "yes" }, { "null", "1", "no" },
		{ "not(null)", "1", "yes" }, { "!= null", "1", "yes" },
		{ "true", "true", "yes" }, { "true", "false", "no" },
		{ "false", "false", "yes" }, { "true", "null", "no" },
		{ "? > 3 and ? < 6", "5", "yes" },
		{ "? > 3 and ? < 6", "7", "no" },
		{ "? > 3, < 1", "0", "yes" },
		{ "contains(?, \"ell\")", "\"hello\"", "yes" },
		{ "list contains(?, 2)", "[1, 2]", "yes" },
		{ "some x in ? satisfies x > 2", "[1, 2]", "no" },
		{ "[1, 2, 3]", "2", "yes" }, { "[1, 2]", "[1, 2]", "yes" },
		{ "[[1..3], 9]", "9", "yes" },
		{ "@\"2026-01-01\"", "@\"2026-01-01\"", "yes" },
		{ ">= @\"2026-01-01\"", "@\"2026-06-01\"", "yes" },
		{ "< \"b\"", "1", "unknown" },
		{ "(function(x) x = ?)(4)", "4", "yes" },
		{ "> 1 + 1", "3", "yes" }, { "1 / 0", "1", "unknown" },
		{ "1 2", "1", "Expected the end of the text, but found "
		    "“2”." }
	};
	size_t i;
	const char *got;

	for (i = 0; i < COUNT(lines); i++) {
		got = tested(lines[i].tests, lines[i].input);
		if (strcmp(got, lines[i].want) == 0)
			continue;
		CHECK_TEXT(got, lines[i].want);
		printf("# of: %s by %s\n", lines[i].input, lines[i].tests);
	}
}

static void
what_can_never_work_is_told_beforehand(void)
{
	static const struct {
		const char *text, *want;	/* NULL: nothing is wrong */
	} lines[] = {
		{ "1 + 2", NULL },
		{ "n + 1", NULL }, { "s + \"a\"", NULL }, { "u + 1", NULL },
		{ "n + true", "“+” cannot be applied to a number and a "
		    "boolean." },
		{ "n + s", "“+” cannot be applied to a number and a string." },
		{ "n = s", "A comparison of a number with a string gives "
		    "null." },
		{ "n < null", NULL }, { "u = n", NULL },
		{ "n and true", "A condition is needed here, not a number." },
		{ "if s then 1 else 2", "A condition is needed here, not a "
		    "string." },
		{ "n in (\"a\", 1)", "This test is for a string, but what "
		    "is tested is a number." },
		{ "n in [1..3]", NULL }, { "n in [s..s]", "This test is for "
		    "a string, but what is tested is a number." },
		{ "c.name", NULL }, { "c.nome", "The type context<name: "
		    "string> has no “nome”." },
		{ "l.name", NULL }, { "l[name = \"a\"]", NULL },
		{ "l[nome = \"a\"]", "“nome” is not known here." },
		{ "n.year", "The type number has no “year”." },
		{ "abs(s)", "abs(): “n” must be a number, a days and time "
		    "duration or a years and months duration, not a string." },
		{ "abs(n, n)", "abs() takes 1 argument, not 2." },
		{ "abs([n])", NULL },
		{ "string length(s) + s", "“+” cannot be applied to a "
		    "number and a string." },
		{ "n(1)", "Only a function can be called, not a number." },
		{ "1 / 0", "Division by zero." },
		{ "nowhere", "“nowhere” is not known here." },
		{ "nowhere + n", "“nowhere” is not known here." },
		{ "{a: 1, a: 2}", "The context has two entries “a”." },
		{ "n instance of tNone", "There is no type “tNone”." },
		{ "function(a) external {}", "This function is written in "
		    "another language than FEEL: such functions are not "
		    "run." },
		{ "@\"2026-13-01\"", "“2026-13-01” is not a date, a time "
		    "or a duration." }
	};
	static const char types[] = "{n: 1, s: \"a\", c: {name: \"x\"},"
	    " l: [{name: \"x\"}]}";
	const struct feel_type *t = feel_type_of(arena, value(types));
	struct feel_member names[5];
	struct feel_scope scope = { .names = names, .n = 5 };
	struct feel_fault *faults;
	const char *got;
	size_t i;

	memcpy(names, t->members, 4 * sizeof(names[0]));
	names[4] = (struct feel_member){ { "u", 1 }, NULL };
	for (i = 0; i < COUNT(lines); i++) {
		faults = NULL;
		CHECK(feel_compile(arena, lines[i].text,
		    strlen(lines[i].text), &scope, &faults) != NULL);
		got = faults == NULL ? "nothing" : faults->text;
		if (strcmp(got, lines[i].want == NULL ? "nothing" :
		    lines[i].want) == 0)
			continue;
		CHECK_TEXT(got, lines[i].want == NULL ? "nothing" :
		    lines[i].want);
		printf("# of: %s\n", lines[i].text);
	}
}

static void
a_fault_tells_its_place(void)
{
	static const char text[] = "[1,\n  \"äöü\", * 2]";
	struct feel_fault *faults = NULL;

	CHECK(feel_compile(arena, text, strlen(text), NULL, &faults) == NULL);
	CHECK(faults->line == 2 && faults->column == 10);
	CHECK(faults->kind == FEEL_FAULT_SYNTAX);
	faults = NULL;
	CHECK(feel_compile(arena, "\xff", 1, NULL, &faults) == NULL);
	CHECK_TEXT(faults->text, "The text is not UTF-8.");
}

static void
a_null_leaves_its_reason_and_line(void)
{
	struct feel_eval ev;

	CHECK(run("{x: 0,\n y: 1 / x}.y", &ev).kind == FEEL_NULL);
	CHECK(ev.notes != NULL && ev.notes->line == 2);
	CHECK_TEXT(ev.notes->text, "Division by zero.");
	CHECK(run("1 + 2 * (3 - 4 / 0)", &ev).kind == FEEL_NULL);
	CHECK(ev.notes != NULL && ev.notes->next == NULL);
	CHECK(run("null", &ev).kind == FEEL_NULL && ev.notes == NULL);
	CHECK(run("true and null", &ev).kind == FEEL_NULL);
	CHECK(ev.notes == NULL);
}

/* One of each, and near relatives. */
static const char *const values[] = {
	"null", "true", "false", "0", "1", "-1", "1.5", "1e30", "\"\"",
	"\"a\"", "\"ä\"", "\"🐎\"", "\"a\\\"b\\\\n\"", "@\"2026-11-24\"",
	"@\"2026-11-25\"", "@\"10:00:00\"", "@\"10:00:00Z\"",
	"@\"11:00:00+01:00\"", "@\"2026-11-24T10:00:00\"",
	"@\"2026-11-24T10:00:00Z\"", "@\"2026-11-24T11:00:00@Europe/Paris\"",
	"@\"P1D\"", "@\"PT24H\"", "@\"-P1D\"", "@\"P1Y\"", "@\"P12M\"", "[]",
	"[1]", "[1, 2]", "[[]]", "[null]", "{}", "{a: 1}", "{a: 1, b: 2}",
	"{b: 2, a: 1}", "{\"a b\": [{c: null}]}", "[1..2]", "(1..2)",
	"(> 1)", "(>= 1)", "(= 1)", "(!= 1)", "[\"a\"..\"b\"]"
};
#define VALUES COUNT(values)

/* Beside one with a zone it is compared as if it had that. */
static bool
local(struct feel_value v)
{
	return (v.kind == FEEL_TIME && v.time.zone == NULL) ||
	    (v.kind == FEEL_DATE_TIME && v.moment->time.zone == NULL);
}

static void
equality_and_order_are_lawful(void)
{
	struct feel_value a, b;
	int ab, ba;
	size_t i, k;
	bool ordered;

	for (i = 0; i < VALUES; i++)
		for (k = 0; k < VALUES; k++) {
			a = value(values[i]);
			b = value(values[k]);
			CHECK(feel_value_equal(a, b) ==
			    feel_value_equal(b, a));
			if (i == k)
				CHECK(feel_value_equal(a, b) == FEEL_YES);
			ordered = feel_value_order(a, b, &ab);
			CHECK(feel_value_order(b, a, &ba) == ordered);
			if (!ordered)
				continue;
			CHECK(ab == -ba && a.kind == b.kind);
			CHECK(local(a) != local(b) || (ab == 0) ==
			    (feel_value_equal(a, b) == FEEL_YES));
		}
}

/* What is written is read as the same; times are not, inside of lists. */
static void
what_is_written_can_be_read(void)
{
	struct feel_value a, b;
	const char *text;
	size_t i;

	for (i = 0; i < VALUES; i++) {
		a = value(values[i]);
		if (a.kind >= FEEL_DATE && a.kind <= FEEL_MONTHS)
			continue;
		text = feel_value_write(arena, a);
		if (a.kind == FEEL_STRING) {
			CHECK(a.string.len == strlen(text));
			text = feel_value_write(arena, feel_value_list(arena,
			    &a, 1));
			a = feel_value_list(arena, &a, 1);
		}
		b = value(text);
		CHECK(feel_value_equal(a, b) == FEEL_YES);
		CHECK_TEXT(feel_value_write(arena, b), text);
	}
}

static struct feel_value
joined(const char *a, const char *op, const char *b)
{
	return value(arena_printf(arena, "(%s) %s (%s)", a, op, b));
}

/* Table 50: commutative, and of De Morgan. */
static void
conditions_are_lawful(void)
{
	static const char *const all[] = { "true", "false", "null", "1" };
	static const char want[2][17] = {
		"tfnnffffnfnnnfnn",	/* and */
		"tttttfnntnnntnnn"	/* or */
	};
	struct feel_value v, w;
	size_t i, k, op;

	for (op = 0; op < 2; op++)
		for (i = 0; i < 4; i++)
			for (k = 0; k < 4; k++) {
				v = joined(all[i], op ? "or" : "and", all[k]);
				w = joined(all[k], op ? "or" : "and", all[i]);
				CHECK(want[op][i * 4 + k] ==
				    (v.kind == FEEL_NULL ? 'n' :
				    v.boolean ? 't' : 'f'));
				CHECK(v.kind == w.kind &&
				    (v.kind == FEEL_NULL ||
				    v.boolean == w.boolean));
			}
}

static void
what_takes_too_long_is_stopped(void)
{
	static const struct {
		const char *text, *want;	/* in the last note */
	} lines[] = {
		{ "for i in 1..1000000000 return i", "too many steps" },
		{ "some i in 1..1000000000 satisfies i < 0",
		    "too many steps" },
		{ "for i in 1..9999, j in 1..9999 return i", "too m" },
		{ "for i in -1e30..1e30 return i", "needs a list, or a range "
		    "of whole" },
		{ "{f: function(n) f(n), r: f(1)}.r", "too deeply" },
		{ "{f: function(n) 1 + f(n + 1), r: f(1)}.r", "too deeply" },
		{ "{f: function(n) if n = 0 then 0 else f(n - 1) + f(n - 1), "
		    "r: f(30)}.r", "too many steps" },
		{ "for i in 1..99 return if i = 1 then \"ab\" "
		    "else partial[-1] + partial[-1]", "too large" },
		{ "{f: function(s, n) if n = 0 then s else f(s + s, n - 1), "
		    "r: f(\"ab\", 99)}.r", "too much memory" },
		{ "count((for i in 1..99 return if i = 1 then [1] else "
		    "concatenate(partial[-1], partial[-1]))[-1])", "too m" },
		{ "for i in 1..1000 return [partial]", "too large" },
		{ "{f: function(n) [f([n])], r: f(1)}.r", "" },
		{ "sort(for i in 1..9999 return i, function(a, b) "
		    "count(for j in 1..9999 return j) < a)", "too m" }
	};
	struct feel_note *note;
	struct feel_eval ev;
	size_t i;

	for (i = 0; i < COUNT(lines); i++) {
		arena_reset(arena);
		CHECK(run(lines[i].text, &ev).kind == FEEL_NULL);
		for (note = ev.notes; note != NULL && note->next != NULL; )
			note = note->next;
		CHECK(note != NULL);
		if (note == NULL || strstr(note->text, lines[i].want) == NULL)
			CHECK_TEXT(note == NULL ? NULL : note->text,
			    lines[i].want);
		CHECK(ev.notes_n <= FEEL_EVAL_NOTES || !ev.stopped);
	}
	arena_reset(arena);
}

/* Lists that share their parts: little memory, and no end of them. */
static void
what_has_no_end_is_no_value(void)
{
	static const char twice[] = "(for i in 1..%d return if i = 1 then [1]"
	    " else [partial[-1], partial[-1]])[-1]";
	struct feel_value a = value(arena_printf(arena, twice, 17));
	struct feel_value b = value(arena_printf(arena, twice, 17));
	struct feel_eval ev;

	CHECK(feel_value_equal(a, b) == FEEL_YES);
	CHECK(strlen(feel_value_write(arena, a)) > 65536);
	CHECK(run(arena_printf(arena, twice, 90), &ev).kind == FEEL_NULL);
	CHECK(ev.notes != NULL && strstr(ev.notes->text, "too large"));
	CHECK(run("for i in 1..90 return partial", &ev).kind == FEEL_NULL);
	CHECK(ev.notes != NULL && strstr(ev.notes->text, "too large"));
	CHECK(run("{s: string join(for i in 1..99999 return \"abcdefgh\"), "
	    "r: for i in 1..1000 return s}.r", &ev).kind == FEEL_NULL);
	arena_reset(arena);
}

static const char *
many(const char *part, size_t n, const char *end)
{
	size_t len = strlen(part), i;
	char *text = arena_alloc(arena, len * n + strlen(end) + 1);

	for (i = 0; i < n; i++)
		memcpy(text + i * len, part, len);
	memcpy(text + i * len, end, strlen(end));
	return text;
}

static void
no_text_is_too_deep_for_the_parser(void)
{
	static const char *const parts[] = {
		"(", "[", "{a:", "-", "not(", "1 in (", "if ", "1 and 1 or ",
		"function(a) ", "1 instance of list<", "for i in ", "[1..",
		"> ", "1 in ", "1 between ", "abs(n: ", "/*", "@\"", "]",
		"1[", "some x in ", "{f: function(x) x, r: f(", "\"\\u",
		"1 < ", "1 ** -", ".", ".5..", "(<"
	};
	struct feel_fault *faults;
	const char *text;
	size_t i;

	for (i = 0; i < COUNT(parts); i++) {
		text = many(parts[i], 20000, "");
		faults = NULL;
		CHECK(feel_compile(arena, text, strlen(text), NULL,
		    &faults) == NULL);
		CHECK(faults != NULL);
		faults = NULL;
		CHECK(feel_compile_tests(arena, text, strlen(text), NULL,
		    NULL, &faults) == NULL);
		arena_reset(arena);
	}
	text = many("1 + ", 20000, "1");
	CHECK_TEXT(feel_value_write(arena, value(text)), "20001");
	text = many("(", 200, many("1", 1, many(")", 200, "")));
	CHECK_TEXT(feel_value_write(arena, value(text)), "1");
}

int
main(void)
{
	arena = arena_new();
	RUN(a_cell_is_tested);
	RUN(what_can_never_work_is_told_beforehand);
	RUN(a_fault_tells_its_place);
	RUN(a_null_leaves_its_reason_and_line);
	RUN(equality_and_order_are_lawful);
	RUN(what_is_written_can_be_read);
	RUN(conditions_are_lawful);
	RUN(what_takes_too_long_is_stopped);
	RUN(what_has_no_end_is_no_value);
	RUN(no_text_is_too_deep_for_the_parser);
	arena_free(arena);
	return DONE;
}
