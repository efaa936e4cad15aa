/* SPDX-License-Identifier: MIT */
#include "feel_rows.h"

static void
contexts_are_looked_into(void)
{
	static const struct feel_row rows[] = {
		{ "get value({a: \"foo\", b: 1}, \"b\")", "1" },
		{ "get value({\"a b\": 1}, \"a b\")", "1" },
		{ "get value(m: {a: 1}, key: \"b\")",
		    "null: get value(): the context has no entry \xe2\x80\x9c"
		    "b\xe2\x80\x9d." },
		{ "get value(null, \"a\")", "null" },
		{ "get value({a: 1}, null)", "null" },
		{ "get value([{a: 1}], \"a\")", "1" },
		{ "get entries({a: 1, b: \"x\"})",
		    "[{key: \"a\", value: 1}, {key: \"b\", value: \"x\"}]" },
		{ "get entries({a: 1})[key = \"a\"].value", "[1]" },
		{ "get entries({})", "[]" },
		{ "get entries(1)", "null" }
	};

	FEEL_ROWS(rows);
}

static void
contexts_are_made(void)
{
	static const struct feel_row rows[] = {
		{ "context([{key: \"a\", value: 1}, {key: \"b\", value: 2}])",
		    "{a: 1, b: 2}" },
		{ "context({key: \"a\", value: null, more: 2})",
		    "{a: null}" },
		{ "context([])", "{}" },
		{ "context([{key: \"a\"}])", "null: context(): item 1" },
		{ "context([{key: 1, value: 1}])", "null" },
		{ "context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])",
		    "null: context(): the key" },
		{ "context(get entries({x: 1, y: [2]}))", "{x: 1, y: [2]}" },
		{ "context put({}, \"a\", 1)", "{a: 1}" },
		{ "context put({a: 1, b: 2, c: 3}, \"b\", 9)",
		    "{a: 1, b: 9, c: 3}" },
		{ "context put({}, \"a\", null)", "{a: null}" },
		{ "context put({}, null, 1)", "null" },
		{ "context put(context: {x: 1, y: {a: 0}}, keys: [\"y\", "
		    "\"a\"], value: 2)", "{x: 1, y: {a: 2}}" },
		{ "context put({y: {a: 0}}, [\"y\", \"b\"], 2)",
		    "{y: {a: 0, b: 2}}" },
		{ "context put({y: 1}, [\"y\", \"b\"], 2)",
		    "null: context put(): there is no context for key 2" },
		{ "context put({}, [\"y\", \"b\"], 2)", "null" },
		{ "context put({}, [], 2)",
		    "null: context put(): there is no key." },
		{ "context put({}, [null], 2)",
		    "null: context put(): key 1 is null" },
		{ "context put({}, 1, 2)", "null" },
		{ "{o: {a: 1}, c: context put(o, \"a\", 2)}",
		    "{o: {a: 1}, c: {a: 2}}" },
		{ "context merge([{x: 1}, {y: 2}])", "{x: 1, y: 2}" },
		{ "context merge([{x: 1, y: 0}, {y: 2}])", "{x: 1, y: 2}" },
		{ "context merge({x: 1})", "{x: 1}" },
		{ "context merge([])", "{}" },
		{ "context merge([{x: 1}, null])",
		    "null: context merge(): item 2 is null" }
	};

	FEEL_ROWS(rows);
}

int
main(void)
{
	RUN(contexts_are_looked_into);
	RUN(contexts_are_made);
	return DONE;
}
