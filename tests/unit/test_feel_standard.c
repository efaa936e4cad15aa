/* SPDX-License-Identifier: MIT */
/* What chapter 10 of DMN 1.5 gives as examples: each line is true. */
#include "check.h"
#include "rules/feel/feel.h"

static struct arena *arena;

static void
check_true(const char *const *lines)
{
	struct feel_fault *faults;
	const struct feel *f;
	struct feel_eval ev;

	for (; *lines != NULL; lines++) {
		faults = NULL;
		f = feel_compile(arena, *lines, strlen(*lines), NULL,
		    &faults);
		feel_eval_start(&ev, arena, 1795525200, "Europe/Paris");
		if (f != NULL && feel_value_true(feel_run(f, &ev, NULL)))
			continue;
		check_ok = false;
		printf("# not true: %s\n", *lines);
		if (faults != NULL)
			printf("#   %s\n", faults->text);
		if (ev.notes != NULL)
			printf("#   %s\n", ev.notes->text);
	}
}

static void
syntax_10_3_1(void)
{
	static const char *const lines[] = {
		"-4 ** 2 = 16", "-(4 ** 2) = -16", "(-4) ** 2 = 16",
		"1.2e3 = 1.2*10**3", "\"\\U01F40E\" = \"🐎\"",
		"[{a: {b: [1]}}, {a: {b: [2.1, 2.2]}}, {a: {b: [3]}}, "
		    "{a: {b: [4, 5]}}].a.b = [[1], [2.1, 2.2], [3], [4, 5]]",
		"{Phone Number: 1, x: Phone   Number}.x = 1",
		"{a-b: 3, a: 9, b: 4, x: (a)-(b)}.x = 5",
		"{a-b: 3, a: 9, b: 4, x: a - b}.x = 3",
		"{what if?: 1, x: what if? + 1}.x = 2",
		"{Profit and loss: true, x: Profit and loss and true}.x",
		"(\"1\" = 1) = null", NULL
	};

	check_true(lines);
}

static void
values_10_3_2(void)
{
	static const char *const lines[] = {
		"duration(\"P0DT25H\") = duration(\"P1DT1H\")",
		"duration(\"P0Y13M\") = duration(\"P1Y1M\")",
		"[1, 2, 3, 4][item > 2] = [3, 4]",
		"[{x: 1, y: 2}, {x: 2, y: 3}][x = 1] = [{x: 1, y: 2}]",
		"[{x: 1, y: 2}, {x: null, y: 3}][x < 2] = [{x: 1, y: 2}]",
		"[{x: 1, y: 2}, {x: 2, y: 3}].y = [2, 3]",
		"[{x: 1, y: 2}, {x: 2}].y = [2, null]",
		"get entries({key1: \"value1\"})[key = \"key1\"].value = "
		    "[\"value1\"]",
		"3[item > 2] = [3]", "contains([\"foobar\"], \"of\") = false",
		"(<= 10).start included = false", "(<= 10).end included",
		"(<= 10).end = 10", "(<= 10).start = null", "(> 1).start = 1",
		"{isPositive: function(x) x > 0, isNotNegative: function(x) "
		    "isPositive(x + 1), result: isNotNegative(0)}.result",
		"(for i in 50..48 return i) = [50, 49, 48]",
		"(for i in 0..4 return if i = 0 then 1 else i * partial[-1])"
		    " = [1, 1, 2, 6, 24]",
		"(for i in [1, 2], j in [3, 4] return count(partial)) = "
		    "[0, 1, 2, 3]",
		"count(for d in @\"2021-01-01\"..@\"2022-01-01\" return d) ="
		    " 366",
		"[123] instance of list<number>",
		"\"abc\" instance of string",
		"(123 instance of string) = false",
		"(123 instance of list) = null",
		"date and time(\"2012-03-07T00:00:00Z\").year = 2012",
		"{name: \"Peter\", age: 30} instance of "
		    "context<age: number, name: string>",
		"[1..10) instance of range<number>",
		"(>= @\"2019-01-01\") instance of range<date>",
		"(function(x: number, y: number) x + y) instance of "
		    "function<number, number> -> number", NULL
	};

	check_true(lines);
}

static void
conversions_table_72(void)
{
	static const char *const lines[] = {
		"date(\"2012-12-25\") - date(\"2012-12-24\") = "
		    "duration(\"P1D\")",
		"date(date and time(\"2012-12-25T11:00:00Z\")) = "
		    "date(\"2012-12-25\")",
		"date(2012, 12, 25) = date(\"2012-12-25\")",
		"date and time(\"2012-12-24T23:59:00\") = date and time("
		    "date(\"2012-12-24\"), time(\"23:59:00\"))",
		"date and time(\"2012-12-24T23:59:00\") + duration(\"PT1M\")"
		    " = date and time(\"2012-12-25T00:00:00\")",
		"time(\"23:59:00z\") + duration(\"PT2M\") = "
		    "time(\"00:01:00@Etc/UTC\")",
		"time(date and time(\"2012-12-25T11:00:00Z\")) = "
		    "time(\"11:00:00Z\")",
		"time(\"23:59:00z\") = time(23, 59, 0, duration(\"PT0H\"))",
		"number(\"1 000,0\", \" \", \",\") = "
		    "number(\"1,000.0\", \",\", \".\")",
		"string(1.1) = \"1.1\"", "string(null) = null",
		"date and time(\"2012-12-24T23:59:00\") - date and time("
		    "\"2012-12-22T03:45:00\") = duration(\"P2DT20H14M\")",
		"duration(\"P2Y2M\") = duration(\"P26M\")",
		"years and months duration(date(\"2011-12-22\"), "
		    "date(\"2013-08-24\")) = duration(\"P1Y8M\")",
		"range(\"[18..21)\") = [18..21)",
		"range(\"[2..)\") = (>= 2)", "range(\"(..2)\") = (< 2)",
		"range(\"\") = null",
		"range(\"[..]\") = null", NULL
	};

	check_true(lines);
}

static void
strings_table_74(void)
{
	static const char *const lines[] = {
		"not(true) = false", "not(null) = null",
		"substring(\"foobar\", 3) = \"obar\"",
		"substring(\"foobar\", 3, 3) = \"oba\"",
		"substring(\"foobar\", -2, 1) = \"a\"",
		"substring(\"\\U01F40Eab\", 2) = \"ab\"",
		"string length(\"foo\") = 3",
		"string length(\"\\U01F40Eab\") = 3",
		"upper case(\"aBc4\") = \"ABC4\"",
		"lower case(\"aBc4\") = \"abc4\"",
		"substring before(\"foobar\", \"bar\") = \"foo\"",
		"substring before(\"foobar\", \"xyz\") = \"\"",
		"substring after(\"foobar\", \"ob\") = \"ar\"",
		"substring after(\"\", \"a\") = \"\"",
		"replace(\"banana\", \"a\", \"o\") = \"bonono\"",
		"replace(\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\") = "
		    "\"[1=ab][2=]cd\"",
		"contains(\"foobar\", \"of\") = false",
		"starts with(\"foobar\", \"fo\")",
		"ends with(\"foobar\", \"r\")",
		"matches(\"foobar\", \"^fo*b\")",
		"split(\"John Doe\", \"\\\\s\") = [\"John\", \"Doe\"]",
		"split(\"a;b;c;;\", \";\") = [\"a\",\"b\",\"c\",\"\",\"\"]",
		"string join([\"a\",\"b\",\"c\"], \"_and_\") = "
		    "\"a_and_b_and_c\"",
		"string join([\"a\",\"b\",\"c\"], \"\") = \"abc\"",
		"string join([\"a\",\"b\",\"c\"], null) = \"abc\"",
		"string join([\"a\"], \"X\") = \"a\"",
		"string join([\"a\",null,\"c\"], \"X\") = \"aXc\"",
		"string join([], \"X\") = \"\"",
		"string join([\"a\",\"b\",\"c\"]) = \"abc\"",
		"string join([\"a\",null,\"c\"]) = \"ac\"",
		"string join([]) = \"\"", NULL
	};

	check_true(lines);
}

static void
lists_table_75(void)
{
	static const char *const lines[] = {
		"list contains([1,2,3], 2)", "count([1,2,3]) = 3",
		"count([]) = 0", "count([1,[2,3]]) = 2", "min([1,2,3]) = 1",
		"max(1,2,3) = 3", "min(1) = min([1])", "max([]) = null",
		"sum([1,2,3]) = 6", "sum(1,2,3) = 6", "sum(1) = 1",
		"sum([]) = null", "mean([1,2,3]) = 2", "mean(1,2,3) = 2",
		"mean(1) = 1", "mean([]) = null",
		"all([false,null,true]) = false", "all(true)", "all([true])",
		"all([])", "all(0) = null", "any([false,null,true])",
		"any(false) = false", "any([]) = false", "any(0) = null",
		"sublist([4,5,6], 1, 2) = [4,5]",
		"append([1], 2, 3) = [1,2,3]",
		"concatenate([1,2],[3]) = [1,2,3]",
		"insert before([1,3],1,2) = [2,1,3]",
		"remove([1,2,3], 2) = [1,3]",
		"list replace([2, 4, 7, 8], 3, 6) = [2, 4, 6, 8]",
		"list replace([2, 4, 7, 8], function(item, newItem) "
		    "item < newItem, 5) = [5, 5, 7, 8]",
		"reverse([1,2,3]) = [3,2,1]",
		"index of([1,2,3,2],2) = [2,4]",
		"union([1,2],[2,3]) = [1,2,3]",
		"distinct values([1,2,3,2,1]) = [1,2,3]",
		"flatten([[1,2],[[3]], 4]) = [1,2,3,4]",
		"product([2, 3, 4]) = 24", "product([]) = null",
		"product(2, 3, 4) = 24", "median(8, 2, 5, 3, 4) = 4",
		"median([6, 1, 2, 3]) = 2.5", "median([]) = null",
		"stddev(2, 4, 7, 5) = 2.081665999466132735282297706979931",
		"stddev([47]) = null", "stddev(47) = null",
		"stddev([]) = null", "mode(6, 3, 9, 6, 6) = [6]",
		"mode([6, 1, 9, 6, 1]) = [1, 6]", "mode([]) = []",
		"sort(list: [3,1,4,5,2], precedes: function(x,y) x < y) = "
		    "[1,2,3,4,5]", NULL
	};

	check_true(lines);
}

static void
numbers_table_76(void)
{
	static const char *const lines[] = {
		"decimal(1/3, 2) = .33", "decimal(1.5, 0) = 2",
		"decimal(2.5, 0) = 2", "floor(1.5) = 1",
		"floor(-1.56, 1) = -1.6", "ceiling(1.5) = 2",
		"ceiling(-1.56, 1) = -1.5", "round up(5.5, 0) = 6",
		"round up(-5.5, 0) = -6", "round up(1.121, 2) = 1.13",
		"round up(-1.126, 2) = -1.13", "round down(5.5, 0) = 5",
		"round down(-5.5, 0) = -5", "round down(1.121, 2) = 1.12",
		"round down(-1.126, 2) = -1.12", "round half up(5.5, 0) = 6",
		"round half up(-5.5, 0) = -6",
		"round half up(1.121, 2) = 1.12",
		"round half up(-1.126, 2) = -1.13",
		"round half down(5.5, 0) = 5",
		"round half down(-5.5, 0) = -5",
		"round half down(1.121, 2) = 1.12",
		"round half down(-1.126, 2) = -1.13", "abs(10) = 10",
		"abs(-10) = 10", "abs(@\"PT5H\") = @\"PT5H\"",
		"abs(@\"-PT5H\") = @\"PT5H\"", "modulo(12, 5) = 2",
		"modulo(-12, 5) = 3", "modulo(12, -5) = -3",
		"modulo(-12, -5) = -2", "modulo(10.1, 4.5) = 1.1",
		"modulo(-10.1, 4.5) = 3.4", "modulo(10.1, -4.5) = -3.4",
		"modulo(-10.1, -4.5) = -1.1", "sqrt(16) = 4",
		"decimal(log(10), 11) = 2.30258509299",
		"decimal(exp(5), 12) = 148.413159102577", "odd(5)",
		"odd(2) = false", "even(5) = false", "even(2)", NULL
	};

	check_true(lines);
}

static void
dates_tables_77_and_79(void)
{
	static const char *const lines[] = {
		"is(date(\"2012-12-25\"), time(\"23:00:50\")) = false",
		"is(date(\"2012-12-25\"), date(\"2012-12-25\"))",
		"is(time(\"23:00:50Z\"), time(\"23:00:50\")) = false",
		"is(time(\"23:00:50Z\"), time(\"23:00:50+00:00\"))",
		"day of year(date(2019, 9, 17)) = 260",
		"day of week(date(2019, 9, 17)) = \"Tuesday\"",
		"month of year(date(2019, 9, 17)) = \"September\"",
		"week of year(date(2019, 9, 17)) = 38",
		"week of year(date(2003, 12, 29)) = 1",
		"week of year(date(2004, 1, 4)) = 1",
		"week of year(date(2005, 1, 1)) = 53",
		"week of year(date(2005, 1, 3)) = 1",
		"week of year(date(2005, 1, 9)) = 1",
		"now() instance of date and time", "today() instance of date",
		NULL
	};

	check_true(lines);
}

static void
contexts_table_81(void)
{
	static const char *const lines[] = {
		"get value({key1: \"value1\"}, \"key1\") = \"value1\"",
		"get value({key1: \"value1\"}, \"unexistent-key\") = null",
		"get entries({key1: \"value1\", key2: \"value2\"}) = "
		    "[{key: \"key1\", value: \"value1\"}, "
		    "{key: \"key2\", value: \"value2\"}]",
		"context([{key: \"a\", value: 1}, {key: \"b\", value: 2}]) ="
		    " {a: 1, b: 2}",
		"context([{key: \"a\", value: 1}, {key: \"b\", value: 2, "
		    "something: \"else\"}]) = {a: 1, b: 2}",
		"context([{key: \"a\", value: 1}, {key: \"b\"}]) = null",
		"context put({x: 1}, \"y\", 2) = {x: 1, y: 2}",
		"context put({x: 1, y: 0}, \"y\", 2) = {x: 1, y: 2}",
		"context put({x: 1, y: 0, z: 0}, \"y\", 2) = "
		    "{x: 1, y: 2, z: 0}",
		"context put({x: 1}, [\"y\"], 2) = {x: 1, y: 2}",
		"context put({x: 1, y: {a: 0}}, [\"y\", \"a\"], 2) = "
		    "{x: 1, y: {a: 2}}",
		"context put({x: 1, y: {a: 0}}, [], 2) = null",
		"context merge([{x: 1}, {y: 2}]) = {x: 1, y: 2}",
		"context merge([{x: 1, y: 0}, {y: 2}]) = {x: 1, y: 2}", NULL
	};

	check_true(lines);
}

static void
ranges_table_78(void)
{
	static const char *const lines[] = {
		"before(1, 10)", "not(before(10, 1))",
		"not(before(1, [1..10]))", "before(1, (1..10])",
		"before(1, [5..10])", "not(before([1..10], 10))",
		"before([1..10), 10)", "before([1..10], 15)",
		"before([1..10], [15..20])", "not(before([1..10], [10..20]))",
		"before([1..10), [10..20])", "before([1..10], (10..20])",
		"after(10, 5)", "not(after(5, 10))", "after(12, [1..10])",
		"after(10, [1..10))", "not(after(10, [1..10]))",
		"not(after([11..20], 12))", "after([11..20], 10)",
		"after((11..20], 11)", "not(after([11..20], 11))",
		"after([11..20], [1..10])", "not(after([1..10], [11..20]))",
		"after([11..20], [1..11))", "after((11..20], [1..11])",
		"meets([1..5], [5..10])", "not(meets([1..5), [5..10]))",
		"not(meets([1..5], (5..10]))", "not(meets([1..5], [6..10]))",
		"met by([5..10], [1..5])", "not(met by([5..10], [1..5)))",
		"overlaps([1..5], [3..8])", "overlaps([3..8], [1..5])",
		"not(overlaps([1..5], [6..8]))", "overlaps([1..5], [5..8])",
		"not(overlaps([1..5], (5..8]))",
		"not(overlaps((5..8], [1..5)))",
		"overlaps before([1..5], [3..8])",
		"not(overlaps before([1..5], [6..8]))",
		"overlaps before([1..5), (1..5])",
		"overlaps before([1..5], (1..5])",
		"not(overlaps before([1..5), [1..5]))",
		"not(overlaps before([1..5], [1..5]))",
		"overlaps after([3..8], [1..5])",
		"overlaps after((1..5], [1..5))",
		"overlaps after((1..5], [1..5])",
		"not(overlaps after([1..5], [1..5)))",
		"finishes(10, [1..10])", "not(finishes(10, [1..10)))",
		"finishes([5..10], [1..10])",
		"not(finishes([5..10), [1..10]))",
		"finishes((1..10], [1..10])", "finished by([1..10], 10)",
		"finished by([1..10], (1..10])", "includes([1..10], 5)",
		"not(includes((1..10], 1))", "includes([1..10], (1..10))",
		"during(5, [1..10])", "not(during(12, [1..10]))",
		"during((1..10), [1..10])", "starts(1, [1..10])",
		"not(starts(1, (1..10]))", "starts([1..5], [1..10])",
		"not(starts((1..5], [1..10]))", "starts((1..10), (1..10))",
		"started by([1..10], 1)", "started by([1..10], [1..10))",
		"coincides(5, 5)", "not(coincides(3, 4))",
		"coincides([1..5], [1..5])", "not(coincides((1..5), [1..5]))",
		"not(coincides([1..5], [2..6]))", NULL
	};

	check_true(lines);
}

int
main(void)
{
	arena = arena_new();
	RUN(syntax_10_3_1);
	RUN(values_10_3_2);
	RUN(conversions_table_72);
	RUN(strings_table_74);
	RUN(lists_table_75);
	RUN(numbers_table_76);
	RUN(dates_tables_77_and_79);
	RUN(contexts_table_81);
	RUN(ranges_table_78);
	arena_free(arena);
	return DONE;
}
