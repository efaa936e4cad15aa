/* SPDX-License-Identifier: MIT */
/* Public holidays: years that people lived through, and laws of all years. */
#include <math.h>
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "rules/time/holiday.h"
#include "text/date.h"

static struct arena *arena;

static int
weekday(int64_t day)		/* 1 Monday */
{
	return (int)((day + 3) % 7) + 1;
}

/* "01-01 04-03 ...", days that the law does not ask in brackets. */
static const char *
written(const char *region, int year)
{
	struct holiday found[HOLIDAY_MOST];
	size_t i, n = holiday_year(region, year, found);
	char *text = arena_text(arena, "");
	int y, m, d;

	for (i = 0; i < n; i++) {
		date_of_days(found[i].day, &y, &m, &d);
		text = arena_printf(arena, found[i].optional ? "%s%s(%02d-%02d)"
		    : "%s%s%02d-%02d", text, i > 0 ? " " : "", m, d);
	}
	return text;
}

static void
known_years_are_as_they_were(void)
{
	static const struct known {
		const char *region;
		int year;
		const char *days;
	} known[] = {
		{ "DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 "
		    "12-25 12-26" },
		{ "DE-BY", 2026, "01-01 01-06 04-03 04-06 05-01 05-14 05-25 "
		    "06-04 (08-15) 10-03 11-01 12-25 12-26" },
		{ "DE-SN", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 "
		    "10-31 11-18 12-25 12-26" },
		{ "DE-BB", 2024, "01-01 03-29 03-31 04-01 05-01 05-09 05-19 "
		    "05-20 10-03 10-31 12-25 12-26" },
		{ "DE-BE", 2025, "01-01 03-08 04-18 04-21 05-01 05-08 05-29 "
		    "06-09 10-03 12-25 12-26" },
		{ "DE-NW", 2017, "01-01 04-14 04-17 05-01 05-25 06-05 06-15 "
		    "10-03 10-31 11-01 12-25 12-26" },
		{ "DE-HH", 1994, "01-01 04-01 04-04 05-01 05-12 05-23 10-03 "
		    "11-16 12-25 12-26" },
		{ "FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 "
		    "08-15 11-01 11-11 12-25" },
		{ "FR", 2008, "01-01 03-24 05-01 05-08 05-12 07-14 08-15 "
		    "11-01 11-11 12-25" },
		{ "FR-57", 2025, "01-01 04-18 04-21 05-01 05-08 05-29 06-09 "
		    "07-14 08-15 11-01 11-11 12-25 12-26" },
		{ "GB-EAW", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 "
		    "12-26 12-28" },
		{ "GB-EAW", 2022, "01-01 01-03 04-15 04-18 05-02 06-02 06-03 "
		    "08-29 09-19 12-25 12-26 12-27" },
		{ "GB-EAW", 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-25 "
		    "12-26 12-27 12-28" },
		{ "GB-EAW", 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 "
		    "12-26 12-28" },
		{ "GB-EAW", 2012, "01-01 01-02 04-06 04-09 05-07 06-04 06-05 "
		    "08-27 12-25 12-26" },
		{ "GB-SCT", 2022, "01-01 01-02 01-03 01-04 04-15 05-02 06-02 "
		    "06-03 08-01 09-19 11-30 12-25 12-26 12-27" },
		{ "GB-SCT", 2023, "01-01 01-02 01-03 04-07 05-01 05-08 05-29 "
		    "08-07 11-30 12-25 12-26" },
		{ "GB-NIR", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-12 "
		    "07-13 08-31 12-25 12-26 12-28" },
		{ "IT", 2025, "01-01 01-06 04-20 04-21 04-25 05-01 06-02 "
		    "08-15 11-01 12-08 12-25 12-26" },
		{ "IT", 2026, "01-01 01-06 04-05 04-06 04-25 05-01 06-02 "
		    "08-15 10-04 11-01 12-08 12-25 12-26" },
		{ "JP", 1998, "01-01 01-15 02-11 03-21 04-29 05-03 05-04 "
		    "05-05 07-20 09-15 09-23 10-10 11-03 11-23 12-23" },
		{ "JP", 2009, "01-01 01-12 02-11 03-20 04-29 05-03 05-04 "
		    "05-05 05-06 07-20 09-21 09-22 09-23 10-12 11-03 11-23 "
		    "12-23" },
		{ "JP", 2019, "01-01 01-14 02-11 03-21 04-29 04-30 05-01 "
		    "05-02 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 "
		    "09-23 10-14 10-22 11-03 11-04 11-23" },
		{ "JP", 2020, "01-01 01-13 02-11 02-23 02-24 03-20 04-29 "
		    "05-03 05-04 05-05 05-06 07-23 07-24 08-10 09-21 09-22 "
		    "11-03 11-23" },
		{ "JP", 2021, "01-01 01-11 02-11 02-23 03-20 04-29 05-03 "
		    "05-04 05-05 07-22 07-23 08-08 08-09 09-20 09-23 11-03 "
		    "11-23" },
		{ "JP", 2026, "01-01 01-12 02-11 02-23 03-20 04-29 05-03 "
		    "05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 "
		    "11-03 11-23" },
		{ "BR", 2026, "01-01 (02-16) (02-17) 04-03 04-21 05-01 "
		    "(06-04) 09-07 10-12 11-02 11-15 11-20 12-25" },
		{ "BR", 2023, "01-01 (02-20) (02-21) 04-07 04-21 05-01 "
		    "(06-08) 09-07 10-12 11-02 11-15 12-25" },
		{ "US", 2021, "01-01 01-18 02-15 05-31 06-18 06-19 07-04 "
		    "07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31" },
		{ "US", 2022, "01-01 01-17 02-21 05-30 06-19 06-20 07-04 "
		    "09-05 10-10 11-11 11-24 12-25 12-26" },
		{ "US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 "
		    "09-07 10-12 11-11 11-26 12-25" },
		{ "DE-BE", 2028, "01-01 03-08 04-14 04-17 05-01 05-25 06-05 "
		    "06-17 10-03 12-25 12-26" },
		{ "DE-TH", 2027, "01-01 03-26 03-29 05-01 05-06 05-17 09-20 "
		    "10-03 10-31 12-25 12-26" },
		{ "FR-6AE", 2030, "01-01 04-19 04-22 05-01 05-08 05-30 06-10 "
		    "07-14 08-15 11-01 11-11 12-25 12-26" },
		{ "GB-EAW", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 "
		    "12-26 12-27 12-28" },
		{ "GB-SCT", 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 "
		    "11-30 12-25 12-26 12-28" },
		{ "IT-BZ", 2027, "01-01 01-06 03-28 03-29 04-25 05-01 05-17 "
		    "06-02 08-15 10-04 11-01 12-08 12-25 12-26" },
		{ "JP", 2024, "01-01 01-08 02-11 02-12 02-23 03-20 04-29 "
		    "05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 "
		    "09-23 10-14 11-03 11-04 11-23" },
		{ "JP", 2027, "01-01 01-11 02-11 02-23 03-21 03-22 04-29 "
		    "05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 "
		    "11-23" },
		{ "BR", 2024, "01-01 (02-12) (02-13) 03-29 04-21 05-01 "
		    "(05-30) 09-07 10-12 11-02 11-15 11-20 12-25" },
		{ "US", 2027, "01-01 01-18 02-15 05-31 06-18 06-19 07-04 "
		    "07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31" },
		{ "JP", 1989, "" }, { "JP", 2100, "" }, { "XX", 2026, "" },
		{ "", 2026, "" }, { "GB", 2026, "" }, { "DE-XX", 2026, "" },
		{ "DE-", 2026, "" }
	};
	size_t i;

	for (i = 0; i < COUNT(known); i++) {
		if (strcmp(written(known[i].region, known[i].year),
		    known[i].days) != 0)
			printf("# %s %d\n", known[i].region, known[i].year);
		CHECK_TEXT(written(known[i].region, known[i].year),
		    known[i].days);
	}
}

/* The full moon of spring by the golden number, as until 2199. */
static void
easter_follows_the_moon(void)
{
	int64_t full;
	int year, g, d;

	for (year = 1970; year < 2200; year++) {
		g = year % 19;
		d = (19 * g + 24) % 30;
		if (d == 29 || (d == 28 && g > 10))
			d--;
		full = date_days(year, 3, 21) + d;
		CHECK(holiday_easter(year) == full + 7 - weekday(full) % 7);
	}
}

/* The sun itself, by Meeus' series, in Japan's time. */
static double
sun(int year, bool spring)
{
	static const struct term {
		double a, b, c;
	} terms[] = {
		{ 485, 324.96, 1934.136 }, { 203, 337.23, 32964.467 },
		{ 199, 342.08, 20.186 }, { 182, 27.85, 445267.112 },
		{ 156, 73.14, 45036.886 }, { 136, 171.52, 22518.443 },
		{ 77, 222.54, 65928.934 }, { 74, 296.72, 3034.906 },
		{ 70, 243.58, 9037.513 }, { 58, 119.81, 33718.147 },
		{ 52, 297.17, 150.678 }, { 50, 21.02, 2281.226 },
		{ 45, 247.54, 29929.562 }, { 44, 325.15, 31555.956 },
		{ 29, 60.93, 4443.417 }, { 18, 155.12, 67555.328 },
		{ 17, 288.79, 4562.452 }, { 16, 198.04, 62894.029 },
		{ 14, 199.76, 31436.921 }, { 12, 95.39, 14577.848 },
		{ 12, 287.11, 31931.756 }, { 12, 320.81, 34777.259 },
		{ 9, 227.73, 1222.114 }, { 8, 15.45, 16859.074 }
	};
	const double degree = acos(-1) / 180;
	double y = (year - 2000) / 1000.0, jde, t, w, sum = 0;
	size_t i;

	jde = spring ? 2451623.80984 + y * (365242.37404 + y * (0.05169 -
	    y * (0.00411 + y * 0.00057))) : 2451810.21715 + y * (365242.01767 +
	    y * (-0.11575 + y * (0.00337 + y * 0.00078)));
	t = (jde - 2451545) / 36525;
	w = (35999.373 * t - 2.47) * degree;
	for (i = 0; i < COUNT(terms); i++)
		sum += terms[i].a * cos((terms[i].b + terms[i].c * t) *
		    degree);
	jde += 0.00001 * sum / (1 + 0.0334 * cos(w) + 0.0007 * cos(2 * w));
	return jde - 2440587.5 + 9 / 24.0 - 70 / 86400.0;
}

static void
equinoxes_are_where_the_sun_is(void)
{
	struct holiday found[HOLIDAY_MOST];
	size_t i, n;
	int year, met;

	for (year = HOLIDAY_FIRST; year <= HOLIDAY_LAST; year++) {
		n = holiday_year("JP", year, found);
		for (i = 0, met = 0; i < n; i++)
			met += found[i].day == (int64_t)floor(sun(year, true))
			    || found[i].day == (int64_t)floor(sun(year,
			    false));
		if (met != 2)
			printf("# %d: %f %f\n", year, sun(year, true),
			    sun(year, false));
		CHECK(met == 2);
	}
}

static bool
is_one(const struct holiday *found, size_t n, int64_t day)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (found[i].day == day)
			return true;
	return false;
}

static void
each_year_of_each_region_is_in_order(void)
{
	const struct holiday_region *r;
	struct holiday found[HOLIDAY_MOST];
	size_t i, n;
	int year, lang, y, m, d;

	for (r = holiday_region_all; r->code != NULL; r++) {
		CHECK(holiday_region_find(r->code) == r);
		for (lang = 0; lang < LANGUAGES; lang++)
			CHECK(r->name.text[lang] != NULL);
		for (year = HOLIDAY_FIRST; year <= HOLIDAY_LAST; year++) {
			n = holiday_year(r->code, year, found);
			CHECK(n >= 8 && n <= 23);
			for (i = 0; i < n; i++) {
				date_of_days(found[i].day, &y, &m, &d);
				CHECK(y == year);
				CHECK(i == 0 || found[i - 1].day <
				    found[i].day);
				for (lang = 0; lang < LANGUAGES; lang++)
					CHECK(found[i].name->text[lang] !=
					    NULL);
			}
		}
	}
}

static void
japan_loses_no_holiday_to_a_sunday(void)
{
	struct holiday found[HOLIDAY_MOST];
	size_t i, n;
	int64_t day;
	int year, sum = 0;

	for (year = HOLIDAY_FIRST; year <= HOLIDAY_LAST; year++) {
		n = holiday_year("JP", year, found);
		CHECK(n >= 14 && n <= 22);
		sum += (int)n;
		for (i = 0; i < n; i++) {
			if (weekday(found[i].day) != 7)
				continue;
			for (day = found[i].day + 1; is_one(found, n, day);)
				day++;
			CHECK(day > found[i].day + 1);
		}
	}
	CHECK(sum / 110 >= 16 && sum / 110 <= 18);
}

static int
on_weekdays(const char *region, int year)
{
	struct holiday found[HOLIDAY_MOST];
	size_t i, n = holiday_year(region, year, found);
	int count = 0;

	for (i = 0; i < n; i++)
		count += weekday(found[i].day) < 6;
	return count;
}

/* Where the law gives another day for one at a weekend, all years are alike. */
static void
substitutes_make_years_alike(void)
{
	int year, more;

	for (year = 2008; year <= HOLIDAY_LAST; year++) {
		more = year == 2022 ? 2 : year == 2011 || year == 2012 ||
		    year == 2023;
		CHECK(on_weekdays("GB-EAW", year) == 8 + more);
		CHECK(on_weekdays("GB-SCT", year) == 9 + more +
		    (year == 2026));	/* the World Cup */
		CHECK(on_weekdays("GB-NIR", year) == 10 + more);
	}
	for (year = 2021; year <= HOLIDAY_LAST; year++)
		CHECK(on_weekdays("US", year) == 11 -
		    (weekday(date_days(year, 1, 1)) == 6) +
		    (weekday(date_days(year + 1, 1, 1)) == 6));
}

static void
names_are_in_six_languages(void)
{
	struct holiday found[HOLIDAY_MOST];
	size_t n = holiday_year("US", 2026, found);

	CHECK(n == 12);
	CHECK_TEXT(holiday_name(arena, &found[5], "en"),
	    "Independence Day (substitute day)");
	CHECK_TEXT(holiday_name(arena, &found[5], "ja"),
	    "独立記念日 (振替)");
	n = holiday_year("JP", 2026, found);
	CHECK_TEXT(holiday_name(arena, &found[9], "ja"), "振替休日");
	CHECK_TEXT(holiday_name(arena, &found[13], "en"),
	    "Citizens’ Holiday");
	CHECK_TEXT(holiday_name(arena, &found[0], "fr"), "Jour de l’an");
	CHECK(n == 18);
}

int
main(void)
{
	arena = arena_new();
	RUN(known_years_are_as_they_were);
	RUN(easter_follows_the_moon);
	RUN(equinoxes_are_where_the_sun_is);
	RUN(each_year_of_each_region_is_in_order);
	RUN(japan_loses_no_holiday_to_a_sunday);
	RUN(substitutes_make_years_alike);
	RUN(names_are_in_six_languages);
	arena_free(arena);
	return DONE;
}
