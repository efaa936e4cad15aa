/* SPDX-License-Identifier: MIT */
#include "feel_rows.h"

static void
figures_are_of_lists_or_of_items(void)
{
	static const struct feel_row rows[] = {
		{ "min([1,2,3])", "1" }, { "min(3,1,2)", "1" },
		{ "min(\"b\",\"a\")", "a" }, { "min([])", "null: min" },
		{ "min(@\"P1D\",@\"PT1H\")", "PT1H" },
		{ "min([1,null])", "null: min(): item 2 cannot be compared" },
		{ "max([1,2,3])", "3" }, { "max(1,3,2)", "3" },
		{ "max([@\"2026-01-01\",@\"2026-11-24\"])", "2026-11-24" },
		{ "max([1,\"a\"])", "null: max(): item 2" },
		{ "max()", "null" }, { "max(5)", "5" },
		{ "sum([1,2,3])", "6" }, { "sum(1,2,3.5)", "6.5" },
		{ "sum(list: [1])", "1" }, { "sum([])", "null: sum(): the "
		    "list" },
		{ "sum([1,\"2\"])", "null: sum(): item 2 must be a number, "
		    "not a string" },
		{ "sum(null)", "null" },
		{ "mean([1,2,3])", "2" }, { "mean(1,2)", "1.5" },
		{ "mean([])", "null" }, { "mean(7)", "7" },
		{ "product([2,3,4])", "24" }, { "product(2,0.5)", "1" },
		{ "product([])", "null" },
		{ "product([10 ** 6000, 10 ** 6000])",
		    "null: product(): the result is too large" },
		{ "median(8,2,5,3,4)", "4" }, { "median([6,1,2,3])", "2.5" },
		{ "median([])", "null: median(): the list is empty" },
		{ "median([1,null])", "null" },
		{ "stddev(2,4,7,5)", "2.081665999466132735282297706979931" },
		{ "stddev([1,1,1])", "0" },
		{ "stddev([47])", "null: stddev(): there are fewer than two" },
		{ "mode(6,3,9,6,6)", "[6]" },
		{ "mode([6,1,9,6,1])", "[1, 6]" },
		{ "mode([2,2.0,3])", "[2]" }, { "mode([])", "[]" },
		{ "mode([1,\"foo\"])", "null: mode(): item 2" },
		{ "mode(null)", "null" }, { "mode()", "null" }
	};

	FEEL_ROWS(rows);
}

static void
truth_is_of_any_or_of_all(void)
{
	static const struct feel_row rows[] = {
		{ "all([true,true])", "true" }, { "all(true,false)", "false" },
		{ "all([])", "true" }, { "all([true,null])", "null: all(): "
		    "item 2 is null, not true or false." },
		{ "all([null,false])", "false" }, { "all(0)", "null" },
		{ "all(list: null)", "null" }, { "all()", "null" },
		{ "any([false,true])", "true" },
		{ "any(false,false)", "false" },
		{ "any([])", "false" }, { "any([null,false])", "null" },
		{ "any([null,true])", "true" }, { "any(true)", "true" },
		{ "any(l: [true])", "null" }
	};

	FEEL_ROWS(rows);
}

int
main(void)
{
	RUN(figures_are_of_lists_or_of_items);
	RUN(truth_is_of_any_or_of_all);
	return DONE;
}
