/* SPDX-License-Identifier: MIT */
#include "feel_rows.h"

static void
numbers_are_rounded_to_a_scale(void)
{
	static const struct feel_row rows[] = {
		{ "decimal(1/3, 2)", "0.33" },
		{ "decimal(1.5, 0)", "2" },
		{ "decimal(2.5, 0)", "2" },
		{ "decimal(-2.5, 0)", "-2" },
		{ "decimal(1/3, 2.9)", "0.33" },
		{ "decimal(1234, -2)", "1200" },
		{ "decimal(n: 1.115, scale: 2)", "1.12" },
		{ "decimal(1, 6177)", "null: decimal(): the scale 6177" },
		{ "decimal(1)", "null" },
		{ "decimal(null, 1)", "null" },
		{ "floor(1.5)", "1" },
		{ "floor(-1.5)", "-2" },
		{ "floor(-1.56, 1)", "-1.6" },
		{ "floor(1.56, null)", "null: floor(): the scale is null" },
		{ "floor(n: 1.5)", "1" },
		{ "ceiling(1.5)", "2" },
		{ "ceiling(-1.5)", "-1" },
		{ "ceiling(-1.56, 1)", "-1.5" },
		{ "ceiling(\"1.5\")", "null" },
		{ "round up(5.5, 0)", "6" },
		{ "round up(-5.5, 0)", "-6" },
		{ "round up(1.121, 2)", "1.13" },
		{ "round up(-1.126, 2)", "-1.13" },
		{ "round down(5.5, 0)", "5" },
		{ "round down(-1.126, 2)", "-1.12" },
		{ "round down(5.5)", "null" },
		{ "round down(5.5, 1.1)",
		    "null: round down(): the scale 1.1 is not a whole number" },
		{ "round half up(5.5, 0)", "6" },
		{ "round half up(-5.5, 0)", "-6" },
		{ "round half up(1.121, 2)", "1.12" },
		{ "round half up(-1.126, 2)", "-1.13" },
		{ "round half down(5.5, 0)", "5" },
		{ "round half down(-5.5, 0)", "-5" },
		{ "round half down(1.126, 2)", "1.13" },
		{ "round half down(scale: 0, n: 2.51)", "3" }
	};

	FEEL_ROWS(rows);
}

static void
numbers_are_reckoned_with(void)
{
	static const struct feel_row rows[] = {
		{ "abs(-1)", "1" },
		{ "abs(n: 0)", "0" },
		{ "abs(@\"-P1DT2H\")", "P1DT2H" },
		{ "abs(duration(\"-P1Y\"))", "P1Y" },
		{ "abs(@\"2026-11-24\")", "null: abs()" },
		{ "abs(number: -1)", "null" },
		{ "modulo(12, 5)", "2" },
		{ "modulo(-12, 5)", "3" },
		{ "modulo(12, -5)", "-3" },
		{ "modulo(10.1, -4.5)", "-3.4" },
		{ "modulo(10, 0)", "null: modulo(): the divisor is 0" },
		{ "modulo(dividend: 10, divisor: 4)", "2" },
		{ "sqrt(16)", "4" },
		{ "sqrt(2)", "1.414213562373095048801688724209698" },
		{ "sqrt(-1)", "null: sqrt(): -1 is negative" },
		{ "log(10)", "2.302585092994045684017991454684364" },
		{ "log(number: 1)", "0" },
		{ "log(0)", "null: log(): 0 is not greater than 0" },
		{ "exp(1)", "2.718281828459045235360287471352662" },
		{ "exp(20000)", "null: exp(): e to the 20000 is too large" },
		{ "odd(5)", "true" }, { "odd(-1)", "true" },
		{ "odd(2)", "false" }, { "odd(0)", "false" },
		{ "even(2)", "true" }, { "even(-5)", "false" },
		{ "even(0)", "true" }, { "even(10 ** 100)", "true" },
		{ "odd(2.5)", "false" }, { "even(2.5)", "false" },
		{ "odd([5])", "true" }, { "odd()", "null" },
		{ "2 ** 0.5", "1.414213562373095048801688724209698" },
		{ "0 ** -1", "null" }
	};

	FEEL_ROWS(rows);
}

int
main(void)
{
	RUN(numbers_are_rounded_to_a_scale);
	RUN(numbers_are_reckoned_with);
	return DONE;
}
