/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "text/date.h"
#include "text/date_pattern.h"

static struct arena *a;
static int64_t when;

static const char *
day(const char *pattern, const char *text)
{
	if (!date_pattern(a, pattern, "Europe/Zurich", text, &when))
		return "none";
	return date_text(a, "en", "Europe/Zurich", when, when, DATE_ISO);
}

static void
dates_as_others_write_them(void)
{
	CHECK_TEXT(day("M/d/yy", "9/24/19"), "2019-09-24T00:00:00+02:00");
	CHECK_TEXT(day("M/d/yy", "03/12/2014"), "2014-03-12T00:00:00+01:00");
	CHECK_TEXT(day("dd.MM.yyyy HH:mm", "24.11.2023 09:30"),
	    "2023-11-24T09:30:00+01:00");
	CHECK_TEXT(day("d MMM yyyy", "1 Feb 1960"),
	    "1960-02-01T00:00:00+01:00");
	CHECK_TEXT(day("yyyy-MM-dd'T'HH:mm:ssXXX",
	    "1969-12-31T23:59:59+00:00"), "1970-01-01T00:59:59+01:00");
	CHECK(when == -1);
}

static void
what_is_no_such_day_is_none(void)
{
	CHECK_TEXT(day("dd.MM.yyyy", "31.11.2023"), "none");
	CHECK_TEXT(day("dd.MM.yyyy", "24.11.2023 "), "none");
	CHECK_TEXT(day("dd.MM.yyyy", "24/11/2023"), "none");
	CHECK_TEXT(day("dd.MM.yyyy", ""), "none");
	CHECK_TEXT(day("M/d/yyyy", "9/24/19"), "none");
	CHECK_TEXT(day("dd.MM.yyyy", "01.01.99999"), "none");
}

static void
a_pattern_makes_a_day(void)
{
	CHECK(date_pattern_ok(a, "dd.MM.yyyy 'at' HH:mm"));
	CHECK(!date_pattern_ok(a, "dd.MM"));
	CHECK(!date_pattern_ok(a, "dd.MM.yyyy 'at"));
	CHECK(!date_pattern_ok(a, "dd.MM.yyyy qq"));
	CHECK(!date_pattern_ok(a, ""));
}

int
main(void)
{
	a = arena_new();
	RUN(dates_as_others_write_them);
	RUN(what_is_no_such_day_is_none);
	RUN(a_pattern_makes_a_day);
	arena_free(a);
	return DONE;
}
