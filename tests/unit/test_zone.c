/* SPDX-License-Identifier: MIT */
#include "base/count.h"
#include "base/day.h"
#include "check.h"
#include "text/date.h"
#include "text/zone.h"

#define CYCLE (146097 * DAY)		/* 400 years */

static int64_t
at(int64_t y, int m, int d, int hour)
{
	return date_days(y, m, d) * DAY + hour * HOUR;
}

static void
zones_are_known_by_their_ids(void)
{
	static const char *const known[] = { "Europe/Paris", "Etc/UTC", "UTC",
	    "Asia/Dhaka", "Asia/Kathmandu", "America/Sao_Paulo",
	    "America/Argentina/Buenos_Aires", "Asia/Calcutta" };
	static const char *const unknown[] = { "", "xyz/abc", "Europe/Pari",
	    "Europe/Paris ", "europe/paris", "GMT+5", "UTC+05:00", "+05:00",
	    "Etc/Unknown", "Europe/Zürich",
	    "Europe/Paris/And/A/Name/That/Is/Longer/Than/Any/Zone/Has/It/Yet"
	};
	size_t i;

	for (i = 0; i < COUNT(known); i++)
		if (zone_find(known[i]) == NULL)
			CHECK_TEXT(known[i], "known");
	for (i = 0; i < COUNT(unknown); i++)
		if (zone_find(unknown[i]) != NULL)
			CHECK_TEXT(unknown[i], "unknown");
}

static void
clocks_change_on_the_known_days(void)
{
	static const struct change {
		const char *zone;
		int64_t moment;
		int before, after;		/* hours */
	} changes[] = {
		{ "Europe/Paris", 1774746000, 1, 2 },	/* 2026-03-29 01 */
		{ "Europe/Paris", 1792890000, 2, 1 },	/* 2026-10-25 01 */
		{ "Europe/Paris", 1206838800, 1, 2 },	/* 2008-03-30 01 */
		{ "America/Sao_Paulo", 1541300400, -3, -2 }, /* 2018-11-04 */
		{ "America/Sao_Paulo", 1550368800, -2, -3 }, /* 2019-02-17 */
	};
	const struct change *c;
	struct zone *z;
	int64_t tokyo;

	for (c = changes; c < changes + 5; c++) {
		z = zone_find(c->zone);
		CHECK(zone_offset(z, c->moment - 1) == c->before * HOUR);
		CHECK(zone_offset(z, c->moment) == c->after * HOUR);
		CHECK(zone_since(z, c->moment + DAY) == c->moment);
	}
	z = zone_find("Asia/Tokyo");
	for (tokyo = at(1960, 1, 1, 0); tokyo < at(2060, 1, 1, 0);
	    tokyo += 30 * DAY)
		CHECK(zone_offset(z, tokyo) == 9 * HOUR);
}

static void
a_wall_clock_says_the_earlier_moment(void)
{
	struct zone *paris = zone_find("Europe/Paris");
	struct zone *sao = zone_find("America/Sao_Paulo");

	/* 02:30 comes twice on 25 October, and not at all on 29 March. */
	CHECK(zone_offset_wall(paris, at(2026, 10, 25, 2)) == 2 * HOUR);
	CHECK(zone_offset_wall(paris, at(2026, 10, 25, 3)) == 1 * HOUR);
	CHECK(zone_offset_wall(paris, at(2026, 10, 25, 1)) == 2 * HOUR);
	CHECK(zone_offset_wall(paris, at(2026, 3, 29, 1)) == 1 * HOUR);
	CHECK(zone_offset_wall(paris, at(2026, 3, 29, 2)) == 1 * HOUR);
	CHECK(zone_offset_wall(paris, at(2026, 3, 29, 3)) == 2 * HOUR);
	/* Midnight of 4 November 2018 was skipped in São Paulo. */
	CHECK(zone_offset_wall(sao, at(2018, 11, 3, 23)) == -3 * HOUR);
	CHECK(zone_offset_wall(sao, at(2018, 11, 4, 0)) == -3 * HOUR);
	CHECK(zone_offset_wall(sao, at(2018, 11, 4, 1)) == -2 * HOUR);
}

static void
a_wall_clock_and_a_moment_agree(void)
{
	static const char *const ids[] = { "Europe/Paris", "Asia/Tokyo",
	    "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu" };
	struct zone *z;
	int64_t moment, back;
	size_t i;

	for (i = 0; i < 5; i++)
		for (moment = at(1900, 1, 1, 0); moment < at(2100, 1, 1, 0);
		    moment += 7 * DAY + 4567) {
			z = zone_find(ids[i]);
			back = moment + zone_offset(z, moment);
			back -= zone_offset_wall(z, back);
			/* the same, or the earlier of two */
			CHECK(back == moment || (back < moment &&
			    moment - back <= 3 * HOUR));
		}
}

static void
far_years_have_the_rules_of_ours(void)
{
	struct zone *z = zone_find("Europe/Paris");
	int64_t change = at(2426, 3, 29, 1);	/* as in 2026 */
	int n;

	for (n = 0; n < 2000000; n += 99999) {
		CHECK(zone_offset(z, change + n * CYCLE - 1) == HOUR);
		CHECK(zone_offset(z, change + n * CYCLE) == 2 * HOUR);
		CHECK(zone_since(z, change + n * CYCLE) ==
		    change + n * CYCLE);
	}
	CHECK(zone_offset(z, at(1600, 1, 1, 0)) == 561);
	CHECK(zone_offset(z, at(-999999999, 1, 1, 0)) == 561);
	CHECK(zone_offset_wall(z, at(999999999, 12, 31, 23)) == HOUR);
}

static void
days_and_civil_dates_agree(void)
{
	static const int length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };
	int y = 1, m = 1, d = 1, year, month, day;
	int64_t n, first = date_days(1, 1, 1);

	CHECK(first == -719162);
	for (n = first; n < first + 800000; n++) {
		date_of_days(n, &year, &month, &day);
		if (year != y || month != m || day != d ||
		    date_days(y, m, d) != n) {
			CHECK(n < 0 && n > 0);
			return;
		}
		if (++d > length[m - 1] + (m == 2 && y % 4 == 0 &&
		    (y % 100 != 0 || y % 400 == 0))) {
			d = 1;
			y += m == 12;
			m = m % 12 + 1;
		}
	}
}

int
main(void)
{
	RUN(zones_are_known_by_their_ids);
	RUN(clocks_change_on_the_known_days);
	RUN(a_wall_clock_says_the_earlier_moment);
	RUN(a_wall_clock_and_a_moment_agree);
	RUN(far_years_have_the_rules_of_ours);
	RUN(days_and_civil_dates_agree);
	return DONE;
}
