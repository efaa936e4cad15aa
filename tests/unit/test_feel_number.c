/* SPDX-License-Identifier: MIT */
/* Numbers of FEEL against machine integers, against themselves, and against
 * values that another library computed to more digits. */
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "rules/feel/feel_number.h"

static struct arena *a;

static struct feel_decimal
number(const char *text)
{
	struct feel_value v;

	if (!feel_number_parse(text, strlen(text), &v)) {
		check_ok = false;
		printf("# %s is no number\n", text);
		v = feel_number_of(0);
	}
	return v.number;
}

static const char *
written(struct feel_decimal d)
{
	return feel_number_write(a, d);
}

typedef bool two_fn(struct feel_decimal, struct feel_decimal,
    struct feel_decimal *);
typedef bool one_fn(struct feel_decimal, struct feel_decimal *);

static const char *
two(two_fn *fn, const char *x, const char *y)
{
	struct feel_decimal r;

	return fn(number(x), number(y), &r) ? written(r) : "none";
}

static const char *
one(one_fn *fn, const char *x)
{
	struct feel_decimal r;

	return fn(number(x), &r) ? written(r) : "none";
}

static const char *
rounded(const char *x, int64_t decimals, enum feel_round how)
{
	struct feel_decimal r;

	return feel_number_round(number(x), decimals, how, &r) ? written(r)
	    : "none";
}

static uint64_t
chance(void)
{
	static uint64_t x = 88172645463325252U;

	x ^= x << 13;
	x ^= x >> 7;
	return x ^= x << 17;
}

static int64_t
small(int64_t below)
{
	return (int64_t)(chance() % (uint64_t)(2 * below)) - below;
}

static void
numbers_are_written_as_people_write_them(void)
{
	static const char *const same[] = {
		"0", "1", "-1", "1.5", "-0.001", "100", "123456.789",
		"9999999999999999999999999999999999",
		"1000000000000000000000000000000000",
		"0.3333333333333333333333333333333333", "1E+40", "-1.5E+100",
		"1E-40", "1.25E-100",
		"9.999999999999999999999999999999999E+6144",
		"1E-6176"
	};
	static const char *const other[][2] = {
		{ "1.10", "1.1" }, { "+5", "5" }, { "-0", "0" },
		{ "-0.00", "0" }, { ".5", "0.5" }, { "5.", "5" },
		{ "1e3", "1000" },
		{ "1E-3", "0.001" }, { "0e99999999999999999999", "0" },
		{ "1e-99999999999999999999", "0" }, { "00012", "12" },
		{ "12345678901234567890123456789012345", /* rounds to even */
		    "1.234567890123456789012345678901234E+34" },
		{ "123456789012345678901234567890123450001",
		    "1.234567890123456789012345678901235E+38" },
		{ "0.1234567890123456789012345678901234500",
		    "0.1234567890123456789012345678901234" },
		{ "9999999999999999999999999999999999.5", "1E+34" },
		{ "1e6144", "1E+6144" }, { "4e-6177", "0" },
		{ "6e-6177", "1E-6176" }
	};
	static const char *const none[] = {
		"", "-", ".", "e5", "1e", "1e+", "1.2.3", "12a", " 1", "1 ",
		"INF", "NaN", "1e6145", "--1", "1,5", "0x10",
		"1e99999999999999999999"
	};
	struct feel_value v;
	size_t i;

	for (i = 0; i < COUNT(same); i++)
		CHECK_TEXT(written(number(same[i])), same[i]);
	for (i = 0; i < COUNT(other); i++)
		CHECK_TEXT(written(number(other[i][0])), other[i][1]);
	for (i = 0; i < COUNT(none); i++)
		if (feel_number_parse(none[i], strlen(none[i]), &v)) {
			CHECK(!"a number");
			printf("# %s\n", none[i]);
		}
}

static void
what_is_written_reads_back(void)
{
	char text[80];
	struct feel_decimal d;
	int i;

	for (i = 0; i < 20000; i++) {
		snprintf(text, sizeof(text), "%s%llu%05lluE%lld",
		    chance() & 1 ? "-" : "",
		    (unsigned long long)(chance() >> (chance() & 63)),
		    (unsigned long long)chance() % 100000,
		    (long long)small(i & 1 ? 40 : 6000));
		d = number(text);
		CHECK(feel_number_order(number(written(d)), d) == 0);
	}
	arena_reset(a);
}

static void
integers_are_exact(void)
{
	static const int64_t some[] = { 0, 1, -1, 7, 1000, INT32_MAX,
	    INT64_MAX, INT64_MIN, INT64_MAX - 1, -100 };
	int64_t n, m, got;
	char text[32];
	size_t i;

	for (i = 0; i < 10000; i++) {
		n = i < 10 ? some[i] : (int64_t)chance() >> (chance() & 63);
		m = small(1000000);
		CHECK(feel_number_int(feel_number_of(n).number, &got) &&
		    got == n);
		snprintf(text, sizeof(text), "%lld", (long long)n);
		CHECK_TEXT(written(feel_number_of(n).number), text);
		CHECK(feel_number_order(feel_number_of(n).number,
		    feel_number_of(m).number) == (n < m ? -1 : n > m));
		CHECK(feel_number_unscale(feel_number_scaled(n, 3).number, 3,
		    &got) && got == n);
	}
	CHECK(!feel_number_int(number("9223372036854775808"), &got));
	CHECK(!feel_number_int(number("1.5"), &got));
	CHECK(!feel_number_int(number("1E+6000"), &got));
	CHECK(!feel_number_int(number("1E-6000"), &got));
	CHECK(feel_number_int(number("2.0"), &got) && got == 2);
	CHECK(feel_number_int(number("0.00"), &got) && got == 0);
	CHECK(!feel_number_unscale(number("1.234"), 2, &got));
	CHECK(feel_number_whole(number("1E+6000")));
	CHECK(feel_number_whole(number("-12.000")));
	CHECK(!feel_number_whole(number("0.5")));
	arena_reset(a);
}

static void
order_is_by_value(void)
{
	static const char *const up[] = { "-1E+6000", "-1E+40", "-2", "-1.5",
	    "-1", "-1E-6000", "0", "1E-6176", "1E-40", "0.1", "0.10001", "1",
	    "1.5", "9.99", "10", "11", "100.5", "1E+33",
	    "1000000000000000000000000000000001", "1E+6000" };
	size_t i, j, n = COUNT(up);

	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++)
			CHECK(feel_number_order(number(up[i]), number(up[j]))
			    == (i < j ? -1 : i > j));
	CHECK(feel_number_order(number("1.10"), number("1.1")) == 0);
	CHECK(feel_number_order(number("1E+33"),
	    number("1000000000000000000000000000000000")) == 0);
	CHECK(feel_number_order(number("0E+10"), number("0")) == 0);
	arena_reset(a);
}

static void
adding_and_taking_away_leaves_what_was(void)
{
	struct feel_decimal x, y, r;
	int64_t n, m, got;
	int i;

	for (i = 0; i < 10000; i++) {
		n = small(INT64_C(1) << 40);
		m = small(INT64_C(1) << (i % 40 + 1));
		x = feel_number_scaled(n, i % 4).number;
		y = feel_number_scaled(m, i % 7).number;
		CHECK(feel_number_add(x, y, &r) &&
		    feel_number_subtract(r, y, &r));
		CHECK(feel_number_order(r, x) == 0);
		CHECK(feel_number_subtract(x, x, &r) &&
		    feel_number_sign(r) == 0);
		x = feel_number_of(n).number;
		y = feel_number_of(m).number;
		CHECK(feel_number_add(x, y, &r) && feel_number_int(r, &got) &&
		    got == n + m);
		CHECK(feel_number_multiply(x, feel_number_of(i).number, &r) &&
		    feel_number_int(r, &got) && got == n * i);
		if (m == 0)
			continue;
		CHECK(feel_number_modulo(x, y, &r) && feel_number_int(r, &got)
		    && got == ((n % m) + m) % m);
		CHECK(feel_number_multiply(x, y, &r) &&
		    feel_number_divide(r, y, &r));
		CHECK(feel_number_order(r, x) == 0);
	}
	CHECK_TEXT(two(feel_number_add, "0.1", "0.2"), "0.3");
	CHECK_TEXT(two(feel_number_add, "9E+6144", "9E+6144"), "none");
	CHECK_TEXT(two(feel_number_divide, "1", "3"),
	    "0.3333333333333333333333333333333333");
	CHECK_TEXT(two(feel_number_divide, "2", "3"),
	    "0.6666666666666666666666666666666667");
	CHECK_TEXT(two(feel_number_divide, "1", "0"), "none");
	CHECK_TEXT(two(feel_number_divide, "0", "0"), "none");
}

static void
modulo_has_the_sign_of_the_divisor(void)
{
	CHECK_TEXT(two(feel_number_modulo, "12", "5"), "2");
	CHECK_TEXT(two(feel_number_modulo, "-12", "5"), "3");
	CHECK_TEXT(two(feel_number_modulo, "12", "-5"), "-3");
	CHECK_TEXT(two(feel_number_modulo, "-12", "-5"), "-2");
	CHECK_TEXT(two(feel_number_modulo, "10.1", "4.5"), "1.1");
	CHECK_TEXT(two(feel_number_modulo, "-10.1", "4.5"), "3.4");
	CHECK_TEXT(two(feel_number_modulo, "10", "0"), "none");
	CHECK_TEXT(two(feel_number_modulo, "0", "7"), "0");
	/* The quotient has more digits than a number can have. */
	CHECK_TEXT(two(feel_number_modulo, "1E+100", "7"), "4");
	CHECK_TEXT(two(feel_number_modulo, "-1E+100", "7"), "3");
	CHECK_TEXT(two(feel_number_modulo, "1E+6144", "7"), "1");
	CHECK_TEXT(two(feel_number_modulo, "1E+40",
	    "9999999999999999999999999999999967"), "33000000");
}

static void
rounding_agrees_with_integers(void)
{
	static const struct { enum feel_round how; int want[9]; } rows[] = {
		/* -2.5 -1.5 -1.1 -0.5 0.5 1.1 1.5 1.6 2.5 */
		{ FEEL_HALF_EVEN, { -2, -2, -1, 0, 0, 1, 2, 2, 2 } },
		{ FEEL_HALF_UP, { -3, -2, -1, -1, 1, 1, 2, 2, 3 } },
		{ FEEL_HALF_DOWN, { -2, -1, -1, 0, 0, 1, 1, 2, 2 } },
		{ FEEL_UP, { -3, -2, -2, -1, 1, 2, 2, 2, 3 } },
		{ FEEL_DOWN, { -2, -1, -1, 0, 0, 1, 1, 1, 2 } },
		{ FEEL_FLOOR, { -3, -2, -2, -1, 0, 1, 1, 1, 2 } },
		{ FEEL_CEILING, { -2, -1, -1, 0, 1, 2, 2, 2, 3 } }
	};
	static const int tenths[] = { -25, -15, -11, -5, 5, 11, 15, 16, 25 };
	struct feel_decimal r;
	int64_t got;
	size_t i, j;

	for (i = 0; i < COUNT(rows); i++)
		for (j = 0; j < 9; j++) {
			CHECK(feel_number_round(feel_number_scaled(tenths[j],
			    1).number, 0, rows[i].how, &r));
			CHECK(feel_number_int(r, &got) &&
			    got == rows[i].want[j]);
		}
	CHECK_TEXT(rounded("1234.5678", 2, FEEL_HALF_EVEN), "1234.57");
	CHECK_TEXT(rounded("1234.5678", -2, FEEL_HALF_EVEN), "1200");
	CHECK_TEXT(rounded("1250", -2, FEEL_HALF_EVEN), "1200");
	CHECK_TEXT(rounded("50", -2, FEEL_HALF_UP), "100");
	CHECK_TEXT(rounded("50", -3, FEEL_HALF_UP), "0");
	CHECK_TEXT(rounded("1", -6111, FEEL_UP), "1E+6111");
	CHECK_TEXT(rounded("1.5", 6176, FEEL_UP), "1.5");
	CHECK_TEXT(rounded("1.5", 6177, FEEL_UP), "none");
	CHECK_TEXT(rounded("1.5", -6112, FEEL_UP), "none");
	CHECK_TEXT(rounded("9999999999999999999999999999999999", -1, FEEL_UP),
	    "1E+34");
	CHECK_TEXT(rounded("1E-6176", 0, FEEL_CEILING), "1");
	CHECK_TEXT(rounded("-1E-6176", 0, FEEL_CEILING), "0");
}

static void
whole_powers_are_exact(void)
{
	CHECK_TEXT(two(feel_number_power, "2", "100"),
	    "1267650600228229401496703205376");
	CHECK_TEXT(two(feel_number_power, "-3", "5"), "-243");
	CHECK_TEXT(two(feel_number_power, "2", "-3"), "0.125");
	CHECK_TEXT(two(feel_number_power, "10", "6144"), "1E+6144");
	CHECK_TEXT(two(feel_number_power, "10", "6145"), "none");
	CHECK_TEXT(two(feel_number_power, "10", "-6176"), "1E-6176");
	CHECK_TEXT(two(feel_number_power, "5", "50"), /* a tie: to even */
	    "8.881784197001252323389053344726562E+34");
	CHECK_TEXT(two(feel_number_power, "0", "0"), "1");
	CHECK_TEXT(two(feel_number_power, "0", "-1"), "none");
	CHECK_TEXT(two(feel_number_power, "1", "999999999"), "1");
	CHECK_TEXT(two(feel_number_power, "-1", "999999999"), "-1");
	CHECK_TEXT(two(feel_number_power, "4", "0.5"), "2");
	CHECK_TEXT(two(feel_number_power, "-4", "0.5"), "none");
	CHECK_TEXT(two(feel_number_power, "1.1", "10"), "2.5937424601");
}

static void
known_values_are_right_to_the_last_digit(void)
{
	CHECK_TEXT(one(feel_number_sqrt, "16"), "4");
	CHECK_TEXT(one(feel_number_sqrt, "2"),
	    "1.414213562373095048801688724209698");
	CHECK_TEXT(one(feel_number_sqrt, "-1"), "none");
	CHECK_TEXT(one(feel_number_exp, "0"), "1");
	CHECK_TEXT(one(feel_number_exp, "1"),
	    "2.718281828459045235360287471352662");
	CHECK_TEXT(one(feel_number_exp, "5"),
	    "148.4131591025766034211155800405523");
	CHECK_TEXT(one(feel_number_exp, "20000"), "none");
	CHECK_TEXT(one(feel_number_exp, "-20000"), "0");
	CHECK_TEXT(one(feel_number_exp, "-0.1"),
	    "0.9048374180359595731642490594464366");
	CHECK_TEXT(one(feel_number_exp, "14149"),
	    "6.80180926097889412553005085189773E+6144");
	CHECK_TEXT(one(feel_number_exp, "1E-6000"), "1");
	CHECK_TEXT(one(feel_number_log, "1"), "0");
	CHECK_TEXT(one(feel_number_log, "2"),
	    "0.6931471805599453094172321214581766");
	CHECK_TEXT(one(feel_number_log,
	    "1.000000000000000000000000000000001"),
	    "0.000000000000000000000000000000000"
	    "9999999999999999999999999999999995");
	CHECK_TEXT(one(feel_number_log, "1E-6176"),
	    "-14220.76553433122614449511522413063");
	CHECK_TEXT(two(feel_number_power, "2", "0.5"),
	    "1.414213562373095048801688724209698");
	CHECK_TEXT(two(feel_number_power, "1.0001", "10000"),
	    "2.718145926825224864037664674913147");
	CHECK_TEXT(two(feel_number_power, "-2", "1E+6000"), "none");
	CHECK_TEXT(two(feel_number_power, "-0.5", "1E+6000"), "0");
	CHECK_TEXT(two(feel_number_power, "-1", "99999999999999999999"),
	    "-1");
	CHECK_TEXT(one(feel_number_log, "10"),
	    "2.302585092994045684017991454684364");
	CHECK_TEXT(one(feel_number_log, "0"), "none");
	CHECK_TEXT(one(feel_number_log, "-1"), "none");
}

static void
moments_take_nine_digits(void)
{
	int64_t s;
	int32_t n;

	CHECK(feel_number_nanos(number("1.5"), &s, &n) && s == 1 &&
	    n == 500000000);
	CHECK(feel_number_nanos(number("-1.5"), &s, &n) && s == -1 &&
	    n == -500000000);
	CHECK(feel_number_nanos(number("0.1234567899"), &s, &n) && s == 0 &&
	    n == 123456789);
	CHECK(feel_number_nanos(number("1E+3"), &s, &n) && s == 1000 &&
	    n == 0);
	CHECK(feel_number_nanos(number("1E-6000"), &s, &n) && s == 0 &&
	    n == 0);
	CHECK(!feel_number_nanos(number("1E+20"), &s, &n));
}

int
main(void)
{
	a = arena_new();
	RUN(numbers_are_written_as_people_write_them);
	RUN(what_is_written_reads_back);
	RUN(integers_are_exact);
	RUN(order_is_by_value);
	RUN(adding_and_taking_away_leaves_what_was);
	RUN(modulo_has_the_sign_of_the_divisor);
	RUN(rounding_agrees_with_integers);
	RUN(whole_powers_are_exact);
	RUN(known_values_are_right_to_the_last_digit);
	RUN(moments_take_nine_digits);
	arena_free(a);
	return DONE;
}
