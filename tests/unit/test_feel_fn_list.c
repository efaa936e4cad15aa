/* SPDX-License-Identifier: MIT */
#include "feel_rows.h"

static void
lists_are_looked_into(void)
{
	static const struct feel_row rows[] = {
		{ "list contains([1,2,3], 2)", "true" },
		{ "list contains([1,2,3], 4)", "false" },
		{ "list contains([1,null], null)", "true" },
		{ "list contains([1,\"a\"], \"a\")", "true" },
		{ "list contains([[1],[2]], [2])", "true" },
		{ "list contains(list: 1, element: 1)", "true" },
		{ "list contains(null, 1)", "null: list contains()" },
		{ "count([1,2,3])", "3" },
		{ "count([])", "0" },
		{ "count([1,null])", "2" },
		{ "count(7)", "1" },
		{ "count(null)", "null" },
		{ "index of([1,2,3,2], 2)", "[2, 4]" },
		{ "index of([1,null,null], null)", "[2, 3]" },
		{ "index of([1], 9)", "[]" }
	};

	FEEL_ROWS(rows);
}

static void
lists_are_cut_and_joined(void)
{
	static const struct feel_row rows[] = {
		{ "sublist([4,5,6], 1, 2)", "[4, 5]" },
		{ "sublist([4,5,6], 2)", "[5, 6]" },
		{ "sublist([4,5,6], -2)", "[5, 6]" },
		{ "sublist([4,5,6], -1, 1)", "[6]" },
		{ "sublist(list: [4,5,6], start position: 3)", "[6]" },
		{ "sublist([4,5,6], 0)",
		    "null: sublist(): the list has 3 items, none at position "
		    "0." },
		{ "sublist([4,5,6], 4)", "null" },
		{ "sublist([4,5,6], 2, 3)",
		    "null: sublist(): from position 2 on there are 2, not 3." },
		{ "sublist([4,5,6], 1, -1)", "null: sublist(): the length -1" },
		{ "append([1,2], 3)", "[1, 2, 3]" },
		{ "append([1], [2], null)", "[1, [2], null]" },
		{ "append(1, 2)", "[1, 2]" },
		{ "append([1])", "null" },
		{ "concatenate([1,2],[3])", "[1, 2, 3]" },
		{ "concatenate([1],2,[[3]])", "[1, 2, [3]]" },
		{ "concatenate([1],null)", "null: concatenate()" },
		{ "insert before([1,3], 1, 2)", "[2, 1, 3]" },
		{ "insert before([1,2,3], -1, 4)", "[1, 2, 4, 3]" },
		{ "insert before([1], 3, 4)", "null: insert before(): the list "
		    "has 1 item, none at position 3" },
		{ "remove([1,2,3], 2)", "[1, 3]" },
		{ "remove([1,2,3], -1)", "[1, 2]" },
		{ "remove([1], 1)", "[]" },
		{ "remove([], 1)", "null" },
		{ "remove([1,2], 1.5)", "null" },
		{ "reverse([1,2,3])", "[3, 2, 1]" },
		{ "reverse([])", "[]" },
		{ "list replace([2,4,7,8], 3, 6)", "[2, 4, 6, 8]" },
		{ "list replace([2,4,7,8], -1, 6)", "[2, 4, 7, 6]" },
		{ "list replace([2,4,7,8], 0, 6)", "null" },
		{ "list replace([2,4,7,8], function(item, newItem) "
		    "item < newItem, 5)", "[5, 5, 7, 8]" },
		{ "list replace(list: [1,2], match: function(a, b) a = 2, "
		    "newItem: null)", "[1, null]" },
		{ "list replace([1], function(a, b) 5, 5)",
		    "null: list replace(): match gives a number for item 1" },
		{ "flatten([[1,2],[[3]], 4])", "[1, 2, 3, 4]" },
		{ "flatten(1)", "[1]" },
		{ "union([1,2],[2,3])", "[1, 2, 3]" },
		{ "union([1,1.0],[null,null])", "[1, null]" },
		{ "distinct values([1,2,3,2,1])", "[1, 2, 3]" },
		{ "distinct values([1,\"1\",[1],[1],{a:1},{a:1.0}])",
		    "[1, \"1\", [1], {a: 1}]" },
		{ "distinct values([@\"P1D\", @\"PT24H\", @\"P12M\", "
		    "@\"P1Y\"]) ", "[P1D, P1Y]" },
		{ "count(distinct values(for i in 1..20000 return "
		    "modulo(i, 7000)))", "7000" },
		{ "count(distinct values(for i in 1..5000 return [i]))",
		    "null: The evaluation takes too many steps" }
	};

	FEEL_ROWS(rows);
}

static void
lists_are_sorted(void)
{
	static const struct feel_row rows[] = {
		{ "sort([3,1,4,1,5], function(x,y) x < y)",
		    "[1, 1, 3, 4, 5]" },
		{ "sort([3,1,4,1,5], function(x,y) x > y)",
		    "[5, 4, 3, 1, 1]" },
		{ "sort(list: [\"b\",\"a\"], precedes: function(x,y) x < y)",
		    "[\"a\", \"b\"]" },
		{ "sort([3,1,2])", "[1, 2, 3]" },
		{ "sort([])", "[]" },
		{ "sort([1,\"a\"])", "null: sort(): a number and a string" },
		{ "sort([1,2], function(x,y) null)",
		    "null: sort(): precedes gives null" },
		{ "sort([{k:1,v:1},{k:0,v:2},{k:1,v:3},{k:0,v:4}], "
		    "function(x,y) x.k < y.k).v", "[2, 4, 1, 3]" },
		{ "sort(for i in 1..1000 return modulo(i * 7919, 1000), "
		    "function(x,y) x < y) = (for i in 0..999 return i)",
		    "true" },
		{ "sort(for i in 1..100000 return -i)",
		    "null: The evaluation takes too many steps" }
	};

	FEEL_ROWS(rows);
}

/* Minutes of comparing must not hide behind few nodes. */
static void
large_values_are_paid_for(void)
{
	static const char stopped[] =
	    "null: The evaluation takes too many steps";
	static const struct feel_row rows[] = {
		{ "{a: for i in 1..300000 return i, b: for i in 1..300000 "
		    "return i, c: for i in 1..1000 return a = b}.c",
		    stopped },
		{ "{a: for i in 1..200000 return i, b: for i in 1..200000 "
		    "return i, c: for i in 1..1000 return is(a, b)}.c",
		    stopped },
		{ "{s: string join(for i in 1..50000 return \"0123456789\"), "
		    "a: s + s, b: a + a, c: a + a, "
		    "d: for i in 1..5000 return b = c}.d", stopped },
		{ "{s: string join(for i in 1..50000 return \"0123456789\"), "
		    "a: s + s, b: a + a, c: a + a, "
		    "d: for i in 1..5000 return b in [c..c]}.d", stopped },
		{ "{s: string join(for i in 1..50000 return \"0123456789\"), "
		    "a: s + s, d: sort(for i in 1..10000 return s + \"x\")}"
		    ".d", "null: The value is too large, or nested more than "
		    "100 levels deep." },
		{ "count(for i in 1..50000 return exp(i / 100))", stopped },
		{ "count(for i in 1..30000 return i ** 0.5)", stopped }
	};

	FEEL_ROWS(rows);
}

int
main(void)
{
	RUN(lists_are_looked_into);
	RUN(lists_are_cut_and_joined);
	RUN(lists_are_sorted);
	RUN(large_values_are_paid_for);
	return DONE;
}
