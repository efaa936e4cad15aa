/* SPDX-License-Identifier: MIT */
/* Working time against a reference that looks at each minute and each day. */
#include "base/count.h"
#include "base/day.h"
#include "check.h"
#include "dice.h"
#include "rules/time/worktime.h"
#include "text/date.h"
#include "text/zone.h"

#define EDITED 40

static struct arena *arena;

static struct calendar_day days[EDITED];
static struct calendar office = {
	.code = "house", .name = "House", .zone = "Europe/Paris",
	.region = "", .version = 1, .days = days
};

static void
weekdays_nine_to_five(const char *zone, const char *region)
{
	int i;

	office.zone = zone;
	office.region = region;
	office.n = 0;
	for (i = 0; i < 7; i++)
		office.week[i] = i >= 5 ? (struct calendar_hours){ 0 } :
		    (struct calendar_hours){ 1, { { 540, 1020 } } };
}

static int64_t
at(const char *local)
{
	int64_t out = 0;

	CHECK(date_moment(office.zone, local, &out) == DATE_OK);
	return out;
}

static int64_t
day(const char *iso)
{
	int64_t out = 0;

	CHECK(date_start("UTC", iso, &out));
	return out / DAY;
}

/* The reference: what the clocks show, and the hours of the day they show. */
static const struct calendar_hours *
slow_hours(int64_t d)
{
	static const struct calendar_hours none;
	struct holiday found[HOLIDAY_MOST];
	int year, month, unused;
	size_t i, n;

	for (i = 0; i < office.n; i++)
		if (days[i].day == d)
			return &days[i].hours;
	date_of_days(d, &year, &month, &unused);
	n = holiday_year(office.region, year, found);
	for (i = 0; i < n; i++)
		if (found[i].day == d && !found[i].optional)
			return &none;
	/* 1999-01-04, day 10595, was a Monday. */
	return &office.week[(d - 10595 + 700000) % 7];
}

static bool
slow_works(int64_t moment)
{
	int64_t wall = moment + zone_offset(zone_find(office.zone), moment);
	const struct calendar_hours *h = slow_hours(wall / DAY);
	int i, minute = (int)(wall % DAY / 60);

	for (i = 0; i < h->n; i++)
		if (minute >= h->span[i].from && minute < h->span[i].until)
			return true;
	return false;
}

static void
any_hours(struct calendar_hours *h)
{
	int i, at = 0;

	h->n = dice(5) == 0 ? 0 : 1 + dice(CALENDAR_SPANS);
	for (i = 0; i < h->n; i++) {
		h->span[i].from = at + dice(4) * dice(60);
		h->span[i].until = h->span[i].from + 1 + dice(340);
		at = h->span[i].until;
		if (at >= CALENDAR_MINUTES - 700)
			h->n = i + 1;
	}
	if (h->n > 0 && dice(3) == 0)
		h->span[h->n - 1].until = CALENDAR_MINUTES;
	if (dice(8) == 0)
		*h = (struct calendar_hours){ 1, { { 0, CALENDAR_MINUTES } } };
}

/* Places and years where clocks do what they can: over midnight both ways, by
 * half an hour, by a whole day. */
static const struct place {
	const char *zone, *region, *about;
} places[] = {
	{ "Europe/Paris", "FR", "2026-03-29" },
	{ "Europe/Paris", "FR", "2026-10-25" },
	{ "Asia/Tokyo", "JP", "2026-09-20" },
	{ "America/Sao_Paulo", "BR", "2018-11-04" },
	{ "America/Sao_Paulo", "BR", "2018-02-18" },
	{ "America/St_Johns", "", "2010-03-14" },
	{ "America/St_Johns", "", "2010-11-07" },
	{ "Australia/Lord_Howe", "", "2026-04-05" },
	{ "Pacific/Apia", "", "2011-12-30" },
	{ "Europe/Berlin", "DE-BY", "2028-02-29" },
	{ "America/New_York", "US", "2021-12-31" },
	{ "Europe/London", "GB-SCT", "2021-12-31" },
};
#define PLACES ((int)COUNT(places))

/* A calendar of chance; gives the day about which it is interesting. */
static int64_t
any_calendar(void)
{
	const struct place *p = &places[dice(PLACES)];
	int64_t d = day(p->about), e;
	int i;

	office.zone = p->zone;
	office.region = dice(2) ? p->region : "";
	for (i = 0; i < 7; i++)
		any_hours(&office.week[i]);
	office.week[dice(7)] = (struct calendar_hours){ 1, { { 600, 700 } } };
	office.n = 0;
	for (e = d - 12; e < d + 12; e++)
		if (dice(4) == 0) {
			days[office.n] = (struct calendar_day){ e, "Edited",
			    { 0 } };
			any_hours(&days[office.n++].hours);
		}
	return d;
}

static void
it_is_what_each_minute_says(void)
{
	int64_t d, from, until, t, worked, got;
	int n, wrong = 0;

	for (n = 0; n < 500 && wrong < 3; n++) {
		d = any_calendar();
		from = (d - 3) * DAY + dice(4 * 1440) * 60;
		until = from + dice(9 * 1440) * 60;
		for (worked = 0, t = from; t < until; t += 60)
			worked += slow_works(t) ? 60 : 0;
		if (!worktime_between(&office, from, until, &got) ||
		    got != worked || !worktime_between(&office, until, from,
		    &got) || got != -worked) {
			printf("# %s %s: %lld, not %lld\n", office.zone,
			    office.region, (long long)got, (long long)worked);
			wrong++;
		}
	}
	CHECK(wrong == 0);
}

/* Adding leads to the first moment by which that much was worked. */
static void
adding_is_going_minute_by_minute(void)
{
	int64_t d, from, t, left, got;
	int n, wrong = 0, step;

	for (n = 0; n < 500 && wrong < 3; n++) {
		d = any_calendar();
		from = (d - 3) * DAY + dice(5 * 1440) * 60;
		step = dice(2) ? 60 : -60;
		left = 1 + dice(2500);
		for (t = from; left > 0; t += step)
			left -= slow_works(step > 0 ? t : t - 60);
		left = 0;
		if (!worktime_between(&office, from, t, &left) ||
		    !worktime_add(&office, from, left, &got) || got != t) {
			printf("# %s %s %lld%+lld: %lld, not %lld\n",
			    office.zone, office.region, (long long)from,
			    (long long)left, (long long)got, (long long)t);
			wrong++;
		}
	}
	CHECK(wrong == 0);
}

static void
days_are_what_each_day_says(void)
{
	int64_t d, from, until, e, n, got, back;
	int i, wrong = 0;

	for (i = 0; i < 500 && wrong < 3; i++) {
		d = any_calendar();
		from = d - 30 + dice(60);
		until = from + dice(60);
		n = 0;
		for (e = from + 1; e <= until; e++)
			n += slow_hours(e)->n > 0;
		wrong += !worktime_days_between(&office, from, until, &got) ||
		    got != n;
		n = 0;
		for (e = until - 1; e >= from; e--)
			n += slow_hours(e)->n > 0;
		wrong += !worktime_days_between(&office, until, from, &got) ||
		    got != -n;
		n = 1 + dice(40);
		if (dice(2))
			n = -n;
		wrong += !worktime_add_days(&office, from, n, &got) ||
		    !slow_hours(got)->n || !worktime_days_between(&office,
		    from, got, &back) || back != n;
		wrong += !worktime_next_day(&office, from, &got) ||
		    !slow_hours(got)->n;
		for (e = from; e < got; e++)
			wrong += slow_hours(e)->n > 0;
	}
	CHECK(wrong == 0);
}

/* By hand: what a person counts on a calendar on the wall. */
static void
people_count_the_same(void)
{
	int64_t got;

	weekdays_nine_to_five("Europe/Berlin", "DE-BY");
	/* Over Christmas 2026: 25 is a Friday, 26 a Saturday. */
	CHECK(worktime_add_days(&office, day("2026-12-23"), 2, &got) &&
	    got == day("2026-12-28"));
	CHECK(worktime_add_days(&office, day("2026-12-31"), 1, &got) &&
	    got == day("2027-01-04"));
	CHECK(worktime_add_days(&office, day("2027-01-05"), 1, &got) &&
	    got == day("2027-01-07"));
	CHECK(worktime_next_day(&office, day("2027-01-06"), &got) &&
	    got == day("2027-01-07"));
	CHECK(worktime_next_day(&office, day("2027-01-07"), &got) &&
	    got == day("2027-01-07"));
	CHECK(worktime_add_days(&office, day("2027-01-06"), 0, &got) &&
	    got == day("2027-01-06"));
	/* Friday 16:00 and an hour is Friday 17:00, a second more Monday. */
	CHECK(worktime_add(&office, at("2026-11-20T16:00"), 3600, &got) &&
	    got == at("2026-11-20T17:00"));
	CHECK(worktime_add(&office, at("2026-11-20T16:00"), 3660, &got) &&
	    got == at("2026-11-23T09:01"));
	CHECK(worktime_add(&office, at("2026-11-23T09:01"), -3660, &got) &&
	    got == at("2026-11-20T16:00"));
	CHECK(worktime_add(&office, at("2026-11-21T12:00"), 0, &got) &&
	    got == at("2026-11-21T12:00"));
	/* A leap day is a day. */
	CHECK(worktime_days_between(&office, day("2028-02-28"),
	    day("2028-03-01"), &got) && got == 2);
	CHECK(worktime_between(&office, at("2026-11-20T12:00"),
	    at("2026-11-23T10:30"), &got) && got == 5 * 3600 + 5400);
}

static void
clocks_that_change_change_the_day(void)
{
	static const char *const zones[] = { "Europe/Paris", "Asia/Tokyo" };
	int64_t got;
	int i;

	for (i = 0; i < 2; i++) {
		weekdays_nine_to_five(zones[i], "");
		office.week[6] = (struct calendar_hours){ 1,
		    { { 0, CALENDAR_MINUTES } } };
		CHECK(worktime_between(&office, at("2026-03-29T00:00"),
		    at("2026-03-30T00:00"), &got));
		CHECK(got == (i == 0 ? 23 : 24) * 3600);
		CHECK(worktime_between(&office, at("2026-10-25T00:00"),
		    at("2026-10-26T00:00"), &got));
		CHECK(got == (i == 0 ? 25 : 24) * 3600);
	}
}

static void
days_say_why_they_count_or_not(void)
{
	struct worktime_day w;

	weekdays_nine_to_five("Europe/Berlin", "DE");
	days[0] = (struct calendar_day){ day("2026-05-15"), "Bridge day",
	    { 0 } };
	days[1] = (struct calendar_day){ day("2026-12-24"), "Christmas Eve",
	    { 1, { { 540, 720 } } } };
	days[2] = (struct calendar_day){ day("2026-12-26"), "",
	    { 1, { { 540, 720 } } } };
	office.n = 3;
	worktime_day(&office, day("2026-05-14"), &w);
	CHECK(!w.counted && w.why == WORKTIME_HOLIDAY);
	CHECK_TEXT(worktime_name(arena, &w, "de"), "Christi Himmelfahrt");
	CHECK_TEXT(worktime_name(arena, &w, "xx"), "Ascension Day");
	worktime_day(&office, day("2026-05-15"), &w);
	CHECK(!w.counted && w.why == WORKTIME_EDITED);
	CHECK_TEXT(worktime_name(arena, &w, "de"), "Bridge day");
	worktime_day(&office, day("2026-05-16"), &w);
	CHECK(!w.counted && w.why == WORKTIME_WEEK);
	CHECK_TEXT(worktime_name(arena, &w, "de"), "");
	worktime_day(&office, day("2026-12-24"), &w);
	CHECK(w.counted && w.why == WORKTIME_EDITED &&
	    w.hours.span[0].until == 720);
	worktime_day(&office, day("2026-12-26"), &w);	/* edited days win */
	CHECK(w.counted && w.why == WORKTIME_EDITED);
	CHECK_TEXT(worktime_name(arena, &w, "fr"), "Saint-Étienne");
	CHECK(worktime_is_day(&office, day("2026-12-28")));
}

static void
who_never_works_gets_no_answer(void)
{
	int64_t got;
	int i;

	weekdays_nine_to_five("Etc/UTC", "");
	for (i = 0; i < 7; i++)
		office.week[i].n = 0;
	CHECK(!worktime_add_days(&office, 20000, 1, &got));
	CHECK(!worktime_add_days(&office, 20000, -1, &got));
	CHECK(!worktime_next_day(&office, 20000, &got));
	CHECK(!worktime_add(&office, 0, 1, &got));
	CHECK(!worktime_add(&office, 0, -1, &got));
	CHECK(worktime_between(&office, 0, 100 * DAY, &got) && got == 0);
	CHECK(!worktime_between(&office, 0, (WORKTIME_REACH + 1) * DAY,
	    &got));
	CHECK(!worktime_days_between(&office, 0, WORKTIME_REACH + 1, &got));
	CHECK(!worktime_add(&office, INT64_MAX, 1, &got));
	CHECK(!worktime_add(&office, 0, INT64_MIN, &got));
}

int
main(void)
{
	arena = arena_new();
	RUN(it_is_what_each_minute_says);
	RUN(adding_is_going_minute_by_minute);
	RUN(days_are_what_each_day_says);
	RUN(people_count_the_same);
	RUN(clocks_that_change_change_the_day);
	RUN(days_say_why_they_count_or_not);
	RUN(who_never_works_gets_no_answer);
	arena_free(arena);
	return DONE;
}
