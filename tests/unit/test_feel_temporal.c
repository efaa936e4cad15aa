/* SPDX-License-Identifier: MIT */
/* Dates, times and durations: what they look like, and what two of them are
 * to each other. */
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

#define RUNS 20000

static struct arena *a;
static uint64_t state = 20261122;

/* 0 to below n; the same sequence in every run. */
static int64_t
any(int64_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (int64_t)(state % (uint64_t)n);
}

static struct feel_value
of(const char *text)
{
	struct feel_value v = feel_value_null;

	if (!feel_temporal_any(a, text, strlen(text), &v))
		return feel_value_null;
	return v;
}

/* What is written of it; "null" of what cannot be read. */
static const char *
again(struct feel_value v)
{
	return v.kind == FEEL_NULL ? "null" : feel_temporal_write(a, v);
}

static void
lexical_forms_are_strict(void)
{
	static const struct { const char *text, *written; } rows[] = {
		{ "2026-11-24", "2026-11-24" },
		{ "999999999-12-31", "999999999-12-31" },
		{ "-999999999-01-01", "-999999999-01-01" },
		{ "-0044-03-15", "-0044-03-15" },
		{ "2024-02-29", "2024-02-29" },
		{ "2026-02-29", "null" }, { "2026-13-01", "null" },
		{ "2026-00-01", "null" }, { "2026-01-00", "null" },
		{ "2026-04-31", "null" }, { "26-01-01", "null" },
		{ "2026-1-1", "null" }, { "02026-01-01", "null" },
		{ "1000000000-01-01", "null" }, { "-0000-01-01", "null" },
		{ "+2026-01-01", "null" }, { "2026-01-01Z", "null" },
		{ "2026-01-01T", "null" }, { " 2026-01-01", "null" },
		{ "2026-01-01 ", "null" }, { "", "null" }, { "foo", "null" },
		{ "10:30:11", "10:30:11" },
		{ "10:30:11.5000", "10:30:11.5" },
		{ "10:30:11.000", "10:30:11" },
		{ "11:22:33.123456789", "11:22:33.123456789" },
		{ "11:22:33.1234567891", "11:22:33.123456789" },
		{ "10:30:11Z", "10:30:11Z" }, { "10:30:11+00:00", "10:30:11Z" },
		{ "10:30:11-00:00", "10:30:11Z" },
		{ "10:30:11-05:30", "10:30:11-05:30" },
		{ "10:30:11+02:45:55", "10:30:11+02:45:55" },
		{ "10:30:11+18:00", "10:30:11+18:00" },
		{ "10:30:11@Europe/Paris", "10:30:11@Europe/Paris" },
		{ "24:00:00", "00:00:00" }, { "24:00:01", "null" },
		{ "24:00:00.1", "null" }, { "24:01:00", "null" },
		{ "25:00:00", "null" }, { "23:60:00", "null" },
		{ "23:59:60", "null" }, { "7:00:00", "null" },
		{ "07:20", "null" }, { "11:22:33.", "null" },
		{ "10:30:11+19:00", "null" }, { "10:30:11+18:01", "null" },
		{ "10:30:11+05:60", "null" }, { "10:30:11+5:00", "null" },
		{ "10:30:11+5", "null" }, { "10:30:11z", "10:30:11Z" },
		{ "10:30:11+02:00@Europe/Paris", "null" },
		{ "10:30:11@xyz/abc", "null" }, { "10:30:11@", "null" },
		{ "11:30:00T", "null" }, { "T11:30:00", "null" },
		{ "2026-11-24T10:30:11", "2026-11-24T10:30:11" },
		{ "2026-11-24T10:30:11.25@Asia/Dhaka",
		    "2026-11-24T10:30:11.25@Asia/Dhaka" },
		{ "-99999-11-24T10:30:11Z", "-99999-11-24T10:30:11Z" },
		{ "2026-12-31T24:00:00", "2027-01-01T00:00:00" },
		{ "999999999-12-31T24:00:00", "null" },
		{ "2026-11-24 10:30:11", "null" },
		{ "2026-11-24t10:30:11", "null" },
		{ "2026-11-24T10:30", "null" },
		{ "P1DT2H3M4.123456789S", "P1DT2H3M4.123456789S" },
		{ "PT0.S", "PT0S" }, { "-PT0S", "PT0S" }, { "P0D", "PT0S" },
		{ "PT24H", "P1D" }, { "PT1000M", "PT16H40M" },
		{ "-PT0.5S", "-PT0.5S" }, { "-P2DT274M", "-P2DT4H34M" },
		{ "P26M", "P2Y2M" }, { "-P100M", "-P8Y4M" }, { "P0Y", "P0M" },
		{ "P99999999Y", "P99999999Y" },
		{ "P", "null" }, { "PT", "null" }, { "P1DT", "null" },
		{ "P0", "null" }, { "1Y", "null" }, { "P1H", "null" },
		{ "P1S", "null" }, { "P1Y2D", "null" }, { "P1YT1H", "null" },
		{ "P1M1Y", "null" }, { "P1D1D", "null" }, { "PT1S1M", "null" },
		{ "P-1D", "null" }, { "+P1D", "null" }, { "PT1.5H", "null" },
		{ "PT.5S", "null" }, { "P1DT1D", "null" }, { "p1d", "null" },
		{ "P99999999999999999999D", "null" },
		{ "P9223372036854775807D", "null" },
		{ "P9223372036854775807Y", "null" },
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		CHECK_TEXT(again(of(rows[i].text)), rows[i].written);
	CHECK(of("2026-11-24").kind == FEEL_DATE);
	CHECK(of("2026-11-24T00:00:00").kind == FEEL_DATE_TIME);
	CHECK(of("P1D").kind == FEEL_DAYS);
	CHECK(of("P1M").kind == FEEL_MONTHS);
}

static struct feel_value
any_value(enum feel_kind kind)
{
	static const char *const zones[] = { "", "Z", "+05:45", "-11:30",
	    "@Europe/Paris", "@America/Sao_Paulo", "@Asia/Tokyo" };
	static const int64_t years[] = { 100, 10000, 1999999999 };
	int64_t spread = years[any(3)];
	struct feel_date d = feel_temporal_civil(feel_temporal_day(
	    (struct feel_date){ 2000, 1, 1 }) + (any(spread) - spread / 2) *
	    365 + any(365));
	struct feel_value date = { .kind = FEEL_DATE, .date = d };

	switch (kind) {
	case FEEL_DAYS:
		return of(arena_printf(a, "%sP%dDT%dS", any(2) ? "-" : "",
		    (int)any(40000), (int)any(86400)));
	case FEEL_MONTHS:
		return of(arena_printf(a, "%sP%dM", any(2) ? "-" : "",
		    (int)any(9000)));
	case FEEL_DATE:
		return date;
	default:
		return of(arena_printf(a, "%s%s%02d:%02d:%02d.%03d%s",
		    kind == FEEL_TIME ? "" : feel_temporal_write(a, date),
		    kind == FEEL_TIME ? "" : "T", (int)any(24), (int)any(60),
		    (int)any(60), (int)any(1000), zones[any(7)]));
	}
}

static void
what_is_written_reads_back(void)
{
	enum feel_kind kind;
	struct feel_value v;
	int i;

	for (i = 0; i < RUNS; i++)
		for (kind = FEEL_DATE; kind <= FEEL_MONTHS; kind++) {
			v = any_value(kind);
			CHECK(v.kind == kind);
			CHECK_TEXT(again(of(again(v))), again(v));
			if (i % 100 == 0)
				arena_reset(a);
		}
}

/* Whatever a text says, it is refused, or is the value that its canonical
 * form says. */
static void
a_spoilt_text_is_refused_or_sound(void)
{
	static const char *const texts[] = { "2026-11-24", "24:00:00Z",
	    "2026-11-24T10:30:11.25@Asia/Dhaka", "10:30:11.5+02:45:55",
	    "P1DT2H3M4.5S", "-P13Y11M", "-999999999-12-31T23:59:59-18:00" };
	static const char letters[] = "0123456789-+:.TPYMDHSZ@/ a";
	struct feel_value v, back;
	char text[64];
	size_t len;
	int i, n, order, read = 0;

	for (i = 0; i < 10 * RUNS; i++) {
		len = strlen(texts[i % 7]);
		memcpy(text, texts[i % 7], len + 1);
		for (n = 0; n <= i % 3; n++)
			text[any((int64_t)len)] = letters[any(26)];
		len -= (size_t)any(3) / 2;
		if (!feel_temporal_any(a, text, len, &v))
			continue;
		read++;
		back = of(feel_temporal_write(a, v));
		if (back.kind != v.kind ||
		    !feel_temporal_order(v, back, &order) || order != 0)
			CHECK_TEXT(again(back), text);
		if (i % 100 == 0)
			arena_reset(a);
	}
	CHECK(read > RUNS / 2);
}

/* The text of x op y; "null" where the tables have no such row. */
static const char *
sum(const char *x, char op, const char *y)
{
	struct feel_value v;
	bool ok = op == '+' ? feel_temporal_add(a, of(x), of(y), &v) :
	    feel_temporal_subtract(a, of(x), of(y), &v);

	return ok ? feel_temporal_write(a, v) : "null";
}

static void
sums_follow_the_tables(void)
{
	static const struct { const char *x, *op, *y, *is; } rows[] = {
		{ "2026-01-31", "+", "P1M", "2026-02-28" },
		{ "2024-02-29", "+", "P1Y", "2025-02-28" },
		{ "2024-02-29", "-", "P4Y", "2020-02-29" },
		{ "2026-03-31", "-", "P1M", "2026-02-28" },
		{ "2026-11-24", "+", "P1D", "2026-11-25" },
		{ "2026-11-24", "+", "PT23H", "2026-11-24" },
		{ "2026-11-24", "-", "PT1S", "2026-11-23" },
		{ "2026-11-24", "-", "PT0.1S", "2026-11-23" },
		{ "P1D", "+", "2026-11-24", "2026-11-25" },
		{ "P1M", "+", "2026-11-24", "2026-12-24" },
		{ "P1D", "-", "2026-11-24", "null" },
		{ "999999999-12-31", "+", "P1D", "null" },
		{ "999999999-12-31", "+", "P1M", "null" },
		{ "-999999999-01-01", "-", "P1D", "null" },
		{ "2026-11-24", "-", "2026-11-23", "P1D" },
		{ "2026-11-24", "-", "2026-11-23T12:00:00Z", "PT12H" },
		{ "2026-11-24", "-", "2026-11-23T12:00:00", "null" },
		{ "2026-11-24", "+", "2026-11-24", "null" },
		{ "2026-11-24T10:00:00", "+", "PT15H", "2026-11-25T01:00:00" },
		{ "2026-11-24T10:00:00", "-", "2026-11-24T09:59:59.75",
		    "PT0.25S" },
		{ "2026-11-24T10:00:00Z", "-", "2026-11-24T10:00:00", "null" },
		{ "2026-11-24T10:00:00@Europe/Paris", "-",
		    "2026-11-24T10:00:00Z", "-PT1H" },
		{ "2016-12-24T23:59:00-08:00", "-",
		    "2015-12-24T00:00:01-01:00", "P367DT6H58M59S" },
		/* a day with 23 hours, and one with 25 */
		{ "2026-03-28T12:00:00@Europe/Paris", "+", "P1D",
		    "2026-03-29T13:00:00@Europe/Paris" },
		{ "2026-10-24T12:00:00@Europe/Paris", "+", "P1D",
		    "2026-10-25T11:00:00@Europe/Paris" },
		{ "2026-10-26T00:00:00@Europe/Paris", "-",
		    "2026-10-25T00:00:00@Europe/Paris", "P1DT1H" },
		{ "2026-02-28T12:00:00@Europe/Paris", "+", "P1M",
		    "2026-03-28T12:00:00@Europe/Paris" },
		{ "23:30:00Z", "+", "PT1H", "00:30:00Z" },
		{ "00:30:00", "-", "P1DT1H", "23:30:00" },
		{ "10:00:00.5", "-", "09:00:00.75", "PT59M59.75S" },
		{ "10:00:00+02:00", "-", "10:00:00Z", "-PT2H" },
		{ "10:00:00+02:00", "-", "10:00:00", "null" },
		{ "10:00:00", "+", "P1M", "null" },
		{ "10:00:00", "+", "10:00:00", "null" },
		{ "P1D", "+", "PT12H", "P1DT12H" },
		{ "PT1S", "-", "PT1.5S", "-PT0.5S" },
		{ "-PT1S", "+", "PT0.25S", "-PT0.75S" },
		{ "P1Y", "+", "P2M", "P1Y2M" }, { "P1M", "-", "P1Y", "-P11M" },
		{ "P1Y", "+", "P1D", "null" },
		{ "PT9223372036854775807S", "+", "PT1S", "null" },
		{ "P9223372036854775807M", "+", "P1M", "null" },
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		CHECK_TEXT(sum(rows[i].x, *rows[i].op, rows[i].y),
		    rows[i].is);
}

static void
adding_a_difference_arrives(void)
{
	static const enum feel_kind kinds[] = { FEEL_DATE, FEEL_DATE_TIME,
	    FEEL_DAYS, FEEL_MONTHS };
	struct feel_value x, y, by, sum;
	int i, order;

	for (i = 0; i < RUNS; i++) {
		x = any_value(kinds[i % 4]);
		y = any_value(kinds[i % 4]);
		if (!feel_temporal_subtract(a, y, x, &by))
			continue;	/* one is local */
		CHECK(feel_temporal_add(a, x, by, &sum));
		if (!feel_temporal_order(sum, y, &order) || order != 0)
			CHECK_TEXT(again(sum), again(y));
		if (i % 100 == 0)
			arena_reset(a);
	}
}

/* "<", "=", ">", or "none". */
static const char *
compared(const char *x, const char *y)
{
	int order;

	if (!feel_temporal_order(of(x), of(y), &order))
		return "none";
	return order < 0 ? "<" : order > 0 ? ">" : "=";
}

static void
values_have_an_order(void)
{
	static const struct { const char *x, *is, *y; } rows[] = {
		{ "2026-11-24", "<", "2026-11-25" },
		{ "-0001-01-01", "<", "0001-01-01" },
		{ "10:30:00.0001", "=", "10:30:00.0002" },
		{ "10:30:00Z", "=", "10:30:00+00:00" },
		{ "10:30:00+01:00", "<", "10:30:00Z" },
		{ "00:30:00+01:00", "<", "23:45:00Z" },
		{ "10:30:00", "none", "10:30:00Z" },
		{ "10:30:00@Europe/Paris", "=", "10:30:00@Europe/Paris" },
		{ "10:30:00@Europe/Paris", "=", "09:30:00@Europe/London" },
		{ "2018-10-08T00:00:00+02:00", "=",
		    "2018-10-08T00:00:00@Europe/Paris" },
		{ "2018-02-08T00:00:00+01:00", "=",
		    "2018-02-08T00:00:00@Europe/Paris" },
		{ "2002-04-02T23:00:00-04:00", "=",
		    "2002-04-03T02:00:00-01:00" },
		{ "2018-12-08T00:00:00@Europe/Paris", ">",
		    "2018-12-08T00:00:00@Asia/Dhaka" },
		{ "2018-12-08T00:00:00", "none", "2018-12-08T00:00:00Z" },
		{ "P1D", "=", "PT24H" }, { "PT0.5S", "<", "PT0.6S" },
		{ "-PT0.5S", "<", "PT0S" }, { "P1Y", "=", "P12M" },
		{ "P1Y", "none", "P365D" },
		{ "2026-11-24", "none", "2026-11-24T00:00:00" },
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		CHECK_TEXT(compared(rows[i].x, rows[i].y), rows[i].is);
}

/* A property as text; "none" where there is none. */
static const char *
property(const char *of_what, const char *name)
{
	struct feel_value v;

	if (!feel_temporal_property(a, of(of_what),
	    (struct feel_string){ name, strlen(name) }, &v))
		return "none";
	return v.kind == FEEL_NUMBER ? feel_number_write(a, v.number) :
	    v.kind == FEEL_STRING ? arena_textn(a, v.string.text,
	    v.string.len) : again(v);
}

static void
values_have_properties(void)
{
	static const struct { const char *of, *name, *is; } rows[] = {
		{ "2018-12-10", "year", "2018" },
		{ "2018-12-10", "month", "12" },
		{ "2018-12-10", "day", "10" },
		{ "2018-12-10", "weekday", "1" },
		{ "2018-12-16", "weekday", "7" },
		{ "-0001-12-31", "weekday", "5" },
		{ "2018-12-10", "hour", "none" },
		{ "2018-12-10", "timezone", "none" },
		{ "2018-12-10T10:30:01.5", "second", "1.5" },
		{ "2018-12-10T10:30:01", "weekday", "1" },
		{ "2018-12-10T10:30:00+05:00", "time offset", "PT5H" },
		{ "2018-12-10T10:30:00", "time offset", "null" },
		{ "2018-12-10T10:30:00@Europe/Paris", "time offset", "PT1H" },
		{ "2018-07-10T10:30:00@Europe/Paris", "time offset", "PT2H" },
		{ "2018-12-10T10:30:00@Etc/UTC", "timezone", "Etc/UTC" },
		{ "2018-12-10T10:30:00Z", "timezone", "null" },
		{ "10:30:01-01:30", "time offset", "-PT1H30M" },
		{ "10:30:01@Europe/Paris", "time offset", "null" },
		{ "10:30:01", "minute", "30" }, { "10:30:01", "day", "none" },
		{ "P1Y2M", "years", "1" }, { "P1Y2M", "months", "2" },
		{ "-P1Y2M", "months", "-2" }, { "P1Y", "days", "none" },
		{ "P1DT2H3M4.5S", "days", "1" },
		{ "P1DT2H3M4.5S", "hours", "2" },
		{ "P1DT2H3M4.5S", "minutes", "3" },
		{ "P1DT2H3M4.5S", "seconds", "4.5" },
		{ "-PT90S", "seconds", "-30" }, { "P1D", "years", "none" },
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		CHECK_TEXT(property(rows[i].of, rows[i].name), rows[i].is);
}

static const char *
product(const char *duration, char op, const char *number)
{
	struct feel_value n = feel_value_null, v;
	bool ok;

	if (!feel_number_parse(number, strlen(number), &n))
		n = of(number);
	ok = op == '*' ? feel_temporal_multiply(of(duration), n, &v) :
	    feel_temporal_divide(of(duration), n, &v);
	return !ok ? "null" : v.kind == FEEL_NUMBER ?
	    feel_number_write(a, v.number) : feel_temporal_write(a, v);
}

static void
durations_are_scaled(void)
{
	static const struct { const char *x, *op, *y, *is; } rows[] = {
		{ "P1D", "*", "2", "P2D" }, { "P1D", "*", "0.5", "PT12H" },
		{ "PT1S", "*", "-0.25", "-PT0.25S" },
		{ "P1Y", "*", "1.5", "P1Y6M" }, { "P1M", "*", "1.5", "P1M" },
		{ "P1D", "/", "2", "PT12H" }, { "P1Y", "/", "2", "P6M" },
		{ "P1D", "/", "PT1H", "24" }, { "P1Y", "/", "P5M", "2.4" },
		{ "P1D", "/", "0", "null" }, { "P1D", "/", "PT0S", "null" },
		{ "P1D", "/", "P1M", "null" }, { "P1D", "*", "P1D", "null" },
		{ "P1D", "*", "1e30", "null" }, { "P1Y", "*", "1e30", "null" },
		{ "2026-11-24", "*", "2", "null" },
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		CHECK_TEXT(product(rows[i].x, *rows[i].op, rows[i].y),
		    rows[i].is);
}

static void
a_moment_shows_its_zone_s_clock(void)
{
	CHECK_TEXT(again(feel_temporal_moment(a, 1795527120, "Europe/Paris")),
	    "2026-11-24T14:32:00@Europe/Paris");
	CHECK_TEXT(again(feel_temporal_moment(a, -1, "Asia/Tokyo")),
	    "1970-01-01T08:59:59@Asia/Tokyo");
	CHECK_TEXT(again(feel_temporal_moment(a, 0, "Nowhere")),
	    "1970-01-01T00:00:00Z");
}

int
main(void)
{
	a = arena_new();
	RUN(lexical_forms_are_strict);
	RUN(what_is_written_reads_back);
	RUN(a_spoilt_text_is_refused_or_sound);
	RUN(sums_follow_the_tables);
	RUN(adding_a_difference_arrives);
	RUN(values_have_an_order);
	RUN(values_have_properties);
	RUN(durations_are_scaled);
	RUN(a_moment_shows_its_zone_s_clock);
	arena_free(a);
	return DONE;
}
