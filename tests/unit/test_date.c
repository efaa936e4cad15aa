/* SPDX-License-Identifier: MIT */
#include "base/day.h"
#include "check.h"
#include "text/date.h"

#define NOW 1795527120		/* 2026-11-24T14:32:00+01:00, a Tuesday */

static struct arena *a;

static const char *
paris(const char *lang, enum date_style how, int64_t moment)
{
	return date_text(a, lang, "Europe/Paris", moment, NOW, how);
}

static void
each_language_writes_a_day(void)
{
	CHECK_TEXT(paris("en", DATE_DAY, NOW), "Tue 24 Nov 2026");
	CHECK_TEXT(paris("fr", DATE_DAY, NOW), "mar. 24 nov. 2026");
	CHECK_TEXT(paris("de", DATE_DAY, NOW), "Di., 24. Nov. 2026");
	CHECK_TEXT(paris("it", DATE_DAY, NOW), "mar 24 nov 2026");
	CHECK_TEXT(paris("pt", DATE_DAY, NOW), "ter., 24 de nov. de 2026");
	CHECK_TEXT(paris("ja", DATE_DAY, NOW), "2026年11月24日(火)");
	CHECK_TEXT(paris("ja", DATE_MOMENT, NOW), "2026年11月24日(火) 14:32");
	CHECK_TEXT(date_civil(a, "de", "2024-02-29"), "Do., 29. Feb. 2024");
	CHECK_TEXT(date_civil(a, "de", "soon"), "soon");
}

static void
the_year_shows_when_it_is_another(void)
{
	CHECK_TEXT(paris("en", DATE_SHORT, NOW), "24 Nov");
	CHECK_TEXT(paris("en", DATE_NEAR, NOW), "Tue 24 Nov");
	CHECK_TEXT(paris("de", DATE_NEAR, NOW), "Di., 24. Nov.");
	CHECK_TEXT(paris("ja", DATE_NEAR, NOW), "11月24日(火)");
	CHECK_TEXT(paris("en", DATE_NEAR, NOW - 365 * DAY),
	    "Mon 24 Nov 2025");
	CHECK_TEXT(paris("en", DATE_SHORT, NOW - 365 * DAY), "24 Nov 2025");
	CHECK_TEXT(paris("en", DATE_STAMP, NOW), "24 Nov, 14:32");
	CHECK_TEXT(paris("en", DATE_TIME, NOW), "14:32");
	/* 31 December, 23:30 UTC is already the new year in Paris */
	CHECK_TEXT(date_text(a, "en", "Europe/Paris", 1798759800, NOW,
	    DATE_SHORT), "1 Jan 2027");
}

static void
forms_and_files_get_iso(void)
{
	CHECK_TEXT(paris("en", DATE_INPUT, NOW), "2026-11-24T14:32");
	CHECK_TEXT(paris("en", DATE_INPUT_DAY, NOW), "2026-11-24");
	CHECK_TEXT(paris("en", DATE_ISO, NOW), "2026-11-24T14:32:00+01:00");
	CHECK_TEXT(date_text(a, "en", "America/St_Johns", NOW, NOW, DATE_ISO),
	    "2026-11-24T10:02:00-03:30");
	CHECK_TEXT(date_text(a, "en", "UTC", -1, NOW, DATE_ISO),
	    "1969-12-31T23:59:59+00:00");
	CHECK_TEXT(date_today(a, "Asia/Tokyo", NOW + 2 * HOUR), "2026-11-25");
}

static void
extreme_moments_do_no_harm(void)
{
	CHECK_TEXT(date_text(a, "en", "UTC", INT64_MAX, NOW, DATE_ISO),
	    "9999-12-31T23:59:59+00:00");
	CHECK_TEXT(date_text(a, "en", "UTC", INT64_MIN, INT64_MAX, DATE_ISO),
	    "0001-01-01T00:00:00+00:00");
	CHECK(strlen(date_ago(a, "ja", "UTC", INT64_MIN, INT64_MAX)) > 0);
	CHECK(strlen(date_span(a, "fr", INT64_MIN)) > 0);
	CHECK_TEXT(date_text(a, "en", "UTC", -62135596800, NOW, DATE_DAY),
	    "Mon 1 Jan 1");
}

static void
the_hour_that_summer_time_skips_is_told(void)
{
	int64_t at = 0;

	CHECK(date_moment("Europe/Paris", "2026-03-29T01:59", &at) == DATE_OK);
	CHECK(at == 1774745940);
	CHECK(date_moment("Europe/Paris", "2026-03-29T02:00", &at) ==
	    DATE_NEVER);
	CHECK(date_moment("Europe/Paris", "2026-03-29T02:59", &at) ==
	    DATE_NEVER);
	CHECK(date_moment("Europe/Paris", "2026-03-29T03:00", &at) == DATE_OK);
	CHECK(at == 1774746000);
}

static void
the_hour_that_comes_twice_is_told(void)
{
	int64_t at = 0;

	CHECK(date_moment("Europe/Paris", "2026-10-25T01:59", &at) == DATE_OK);
	CHECK(date_moment("Europe/Paris", "2026-10-25T02:00", &at) ==
	    DATE_TWICE);
	CHECK(at == 1792886400);	/* the first of the two */
	CHECK(date_moment("Europe/Paris", "2026-10-25T02:59", &at) ==
	    DATE_TWICE);
	CHECK(date_moment("Europe/Paris", "2026-10-25T03:00", &at) == DATE_OK);
}

static void
tokyo_keeps_one_time_all_year(void)
{
	int64_t at = 0;

	CHECK(date_moment("Asia/Tokyo", "2026-03-29T02:30", &at) == DATE_OK);
	CHECK(at == 1774719000);
	CHECK(date_moment("Asia/Tokyo", "2026-10-25T02:30", &at) == DATE_OK);
	CHECK_TEXT(date_text(a, "ja", "Asia/Tokyo", at, NOW, DATE_INPUT),
	    "2026-10-25T02:30");
}

static void
a_day_starts_when_it_starts(void)
{
	int64_t at = 0, next = 0;

	CHECK(date_start("Europe/Paris", "2026-03-29", &at));
	CHECK(date_start("Europe/Paris", "2026-03-30", &next));
	CHECK(next - at == 23 * HOUR);
	CHECK(date_start("Europe/Paris", "2026-10-25", &at));
	CHECK(date_start("Europe/Paris", "2026-10-26", &next));
	CHECK(next - at == 25 * HOUR);
	/* In Santiago summer time begins at midnight: no 00:00 that day. */
	CHECK(date_start("America/Santiago", "2026-09-06", &at));
	CHECK_TEXT(date_text(a, "en", "America/Santiago", at, NOW,
	    DATE_INPUT), "2026-09-06T01:00");
	/* In Havana it ends at 01:00 back to 00:00: the first midnight. */
	CHECK(date_start("America/Havana", "2026-11-01", &at));
	CHECK(date_start("America/Havana", "2026-11-02", &next));
	CHECK(next - at == 25 * HOUR);
	CHECK(!date_start("Europe/Paris", "2026-02-29", &at));
}

static void
only_real_days_are_days(void)
{
	int64_t at;

	CHECK(date_civil_ok("2024-02-29"));
	CHECK(date_civil_ok("2000-02-29"));
	CHECK(!date_civil_ok("1900-02-29"));
	CHECK(!date_civil_ok("2026-02-29"));
	CHECK(!date_civil_ok("2026-04-31"));
	CHECK(!date_civil_ok("2026-13-01"));
	CHECK(!date_civil_ok("0000-01-01"));
	CHECK(date_civil_ok("0001-01-01"));
	CHECK(date_civil_ok("9999-12-31"));
	CHECK(!date_civil_ok("2026-1-1"));
	CHECK(!date_civil_ok("2026-01-01 "));
	CHECK(!date_civil_ok(""));
	CHECK(date_moment("UTC", "2026-01-01T24:00", &at) == DATE_WRONG);
	CHECK(date_moment("UTC", "2026-01-01", &at) == DATE_WRONG);
	CHECK(date_zone_ok("Europe/Paris"));
	CHECK(date_zone_ok("UTC"));
	CHECK(!date_zone_ok("Europe/Atlantis"));
	CHECK(!date_zone_ok(""));
}

static void
stamps_of_files_are_read(void)
{
	int64_t at = 0;

	CHECK(date_stamp("2026-11-24T14:32:00+01:00", &at) && at == NOW);
	CHECK(date_stamp("2026-11-24T13:32:00.123456Z", &at) && at == NOW);
	CHECK(date_stamp("2026-11-24T10:02:00.000-0330", &at) && at == NOW);
	CHECK(date_stamp("1969-12-31T23:59:59Z", &at) && at == -1);
	CHECK(!date_stamp("2026-11-24T14:32:00", &at));
	CHECK(!date_stamp("2026-11-24T14:32:00+99:00", &at));
	CHECK(!date_stamp("2026-11-24T14:32:00Zx", &at));
	CHECK(!date_stamp("2026-11-24T14:32:00.Z", &at));
}

static void
nearness_is_told_in_words(void)
{
	const char *z = "Europe/Paris";

	CHECK_TEXT(date_ago(a, "en", z, NOW + 3 * DAY, NOW), "in 3 days");
	CHECK_TEXT(date_ago(a, "en", z, NOW - DAY, NOW), "yesterday");
	CHECK_TEXT(date_ago(a, "de", z, NOW + DAY, NOW), "morgen");
	CHECK_TEXT(date_ago(a, "ja", z, NOW + 3 * DAY, NOW), "3 日後");
	CHECK_TEXT(date_ago(a, "en", z, NOW - 2 * HOUR, NOW), "2 hours ago");
	CHECK_TEXT(date_ago(a, "en", z, NOW - 300, NOW), "5 minutes ago");
	CHECK_TEXT(date_ago(a, "en", z, NOW, NOW), "now");
	/* the day counts, not 24 hours */
	CHECK_TEXT(date_ago(a, "en", z, NOW + 11 * HOUR, NOW), "tomorrow");
	CHECK_TEXT(date_ago(a, "en", z, NOW - 400 * DAY, NOW),
	    "13 months ago");
	/* neither "last month" nor "last year" */
	CHECK_TEXT(date_ago(a, "en", z, NOW - 60 * DAY, NOW), "60 days ago");
	CHECK_TEXT(date_ago(a, "en", z, NOW - 61 * DAY, NOW), "2 months ago");
	CHECK_TEXT(date_ago(a, "en", z, NOW - 730 * DAY, NOW),
	    "23 months ago");
	CHECK_TEXT(date_ago(a, "en", z, NOW + 731 * DAY, NOW), "in 2 years");
	CHECK_TEXT(date_ago(a, "en", z, NOW - 1100 * DAY, NOW), "3 years ago");
	CHECK_TEXT(date_span(a, "en", 19 * DAY + 5), "19 days");
	CHECK_TEXT(date_span(a, "en", 90 * 60), "90 min");
	CHECK_TEXT(date_span(a, "ja", 19 * DAY), "19 日");
}

/* From the first day of year 1 to the last of 9999, as the clock has it. */
static void
days_are_written_as_a_day_in_utc_is(void)
{
	int64_t day;

	for (day = -719162; day <= 2932896; day += 9973) {
		CHECK_TEXT(date_iso(a, day), date_text(a, "en", "UTC",
		    day * 86400, 0, DATE_INPUT_DAY));
	}
	CHECK_TEXT(date_iso(a, 2932896), "9999-12-31");
	CHECK_TEXT(date_iso(a, 0), "1970-01-01");
	CHECK_TEXT(date_iso(a, 19782), "2024-02-29");
}

int
main(void)
{
	a = arena_new();
	RUN(each_language_writes_a_day);
	RUN(the_year_shows_when_it_is_another);
	RUN(forms_and_files_get_iso);
	RUN(extreme_moments_do_no_harm);
	RUN(the_hour_that_summer_time_skips_is_told);
	RUN(the_hour_that_comes_twice_is_told);
	RUN(tokyo_keeps_one_time_all_year);
	RUN(a_day_starts_when_it_starts);
	RUN(only_real_days_are_days);
	RUN(stamps_of_files_are_read);
	RUN(nearness_is_told_in_words);
	RUN(days_are_written_as_a_day_in_utc_is);
	arena_free(a);
	return DONE;
}
