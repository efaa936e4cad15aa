/* SPDX-License-Identifier: MIT */
#include "feel_rows.h"

static void
values_become_strings(void)
{
	static const struct feel_row rows[] = {
		{ "string(1.10)", "1.1" }, { "string(\"a\")", "a" },
		{ "string(null)", "null" }, { "string(true)", "true" },
		{ "string(from: @\"2026-11-24\")", "2026-11-24" },
		{ "string([1,\"a\"])", "[1, \"a\"]" },
		{ "string({a: \"b\"})", "{a: \"b\"}" },
		{ "string(10 ** 20)", "100000000000000000000" },
		{ "string()", "null" }
	};

	FEEL_ROWS(rows);
}

static void
strings_become_numbers(void)
{
	static const struct feel_row rows[] = {
		{ "number(\"1.5\")", "1.5" },
		{ "number(\"x\")", "null: number(): " },
		{ "number(\"1.000.000,01\", \".\", \",\")", "1000000.01" },
		{ "number(\"1 000 000.01\", \" \", \".\")", "1000000.01" },
		{ "number(\"1,000,000.01\", \" \", \".\")", "null" },
		{ "number(\"1,000\", \",\", null)", "1000" },
		{ "number(\"1000,5\", null, \",\")", "1000.5" },
		{ "number(\"1000.5\", null, \",\")", "null" },
		{ "number(\"1,0\", \",\", \",\")",
		    "null: number(): grouping separator and decimal "
		    "separator" },
		{ "number(\"1\", \":\", \".\")", "null" },
		{ "number(\"1\", \",\", \" \")", "null" },
		{ "number(\"1\", \"\", \".\")", "null" },
		{ "number(\"1\", \".\")", "null" },
		{ "number(from: \"1.0,5\", decimal separator: \",\", "
		    "grouping separator: \".\")", "10.5" },
		{ "number(null, \".\", \",\")", "null" }
	};

	FEEL_ROWS(rows);
}

static void
is_is_stricter_than_equal(void)
{
	static const struct feel_row rows[] = {
		{ "is(1, 1.0)", "true" }, { "is(1, \"1\")", "false" },
		{ "is(null, null)", "true" }, { "is(value1: 1)", "false" },
		{ "is(@\"23:00:50Z\", @\"23:00:50+00:00\")", "true" },
		{ "is(@\"20:00:50+00:00\", @\"21:00:50+01:00\")", "false" },
		{ "@\"20:00:50+00:00\" = @\"21:00:50+01:00\"", "true" },
		{ "is(@\"23:00:50@Etc/GMT\", @\"23:00:50Z\")", "false" },
		{ "is(@\"23:00:50\", @\"23:00:50Z\")", "false" },
		{ "is(@\"P1D\", @\"PT24H\")", "true" },
		{ "is(@\"P0Y\", @\"P0D\")", "false" },
		{ "is(@\"2012-12-25\", @\"2012-12-25T00:00:00Z\")", "false" },
		{ "is([@\"20:00:50Z\"], [@\"21:00:50+01:00\"])", "false" },
		{ "is({a: [1]}, {a: [1]})", "true" },
		{ "is([1..2], [1..2])", "true" },
		{ "is(1, 2, 3)", "null" }, { "is()", "null" },
		{ "not(true)", "false" }, { "not(false)", "true" },
		{ "not(null)", "null" }, { "not(0)", "null: not()" },
		{ "not([true])", "false" }, { "not(negand: true)", "false" }
	};

	FEEL_ROWS(rows);
}

int
main(void)
{
	RUN(values_become_strings);
	RUN(strings_become_numbers);
	RUN(is_is_stricter_than_equal);
	return DONE;
}
