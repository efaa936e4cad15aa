/* SPDX-License-Identifier: MIT */
/* The arithmetic of deadlines, against one that looks at each day. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"
#include "check.h"
#include "rules/time/worktime.h"
#include "rules/type/reckon.h"
#include "text/date.h"

#define SPANS 7

static struct arena *a;
static uint32_t seed;

static int64_t
dice(int64_t n)
{
	seed = seed * 1664525U + 1013904223U;
	return (int64_t)(seed >> 8) % n;
}

static struct calendar
office(const char *zone, const char *region)
{
	const struct calendar_hours day = { 2, { { 540, 720 },
	    { 780, 1020 } } };
	struct calendar c = { .code = "office", .name = "Office",
	    .zone = zone, .region = region, .version = 1 };
	int i;

	for (i = 0; i < 5; i++)
		c.week[i] = day;
	return c;
}

static const struct reckon_rule *
rule(const char *due, const char *early, const char *warn)
{
	struct feel_fault *f[3];
	const struct reckon_rule *r = reckon_compile(a, due, early, warn, f);

	CHECK(r != NULL && f[0] == NULL && f[1] == NULL && f[2] == NULL);
	return r;
}

static int64_t
at(const char *zone, const char *local)
{
	int64_t out = 0;

	CHECK(date_moment(zone, local, &out) == DATE_OK);
	return out;
}

/* The last second of a day, by its name. */
static int64_t
end_of(const char *zone, const char *day)
{
	const struct calendar c = { .zone = zone };
	int y = 0, m = 0, d = 0;

	CHECK(sscanf(day, "%d-%d-%d", &y, &m, &d) == 3);
	return worktime_start_of(&c, date_days(y, m, d) + 1) - 1;
}

/* One interval after the other, from a moment on; the last one lasts. */
static size_t
spans(struct reckon_span *s, const struct reckon_rule *r, int64_t start)
{
	size_t i, n = (size_t)dice(SPANS) + 1;
	int64_t t = start;

	for (i = 0; i < n; i++) {
		s[i] = (struct reckon_span){ .begun = t, .rule = r,
		    .paused = i > 0 && (s[i - 1].paused ? dice(8) == 0 :
		    dice(8) != 0) };
		t += dice(4) == 0 ? dice(DAY) : dice(9 * DAY);
		s[i].ended = i + 1 == n ? 0 : t;
	}
	return n;
}

static bool
paused_at(const struct reckon_span *s, size_t n, int64_t now, int64_t t)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (s[i].paused && s[i].begun < t &&
		    (s[i].ended != 0 ? s[i].ended : now) >= t)
			return true;
	return false;
}

/* The end of the n-th day that counts: each one is looked at. */
static int64_t
slow_days(const struct calendar *c, const struct reckon_span *s, size_t n,
    int64_t now, bool working, int64_t want)
{
	int64_t day = worktime_day_of(c, s[0].begun), end = 0;

	while (want > 0) {
		day++;
		end = worktime_start_of(c, day + 1);
		if ((!working || worktime_is_day(c, day)) &&
		    !paused_at(s, n, now, end))
			want--;
	}
	return end - 1;
}

static void
check_sums(const struct calendar *c, const struct reckon_span *s, size_t n,
    const struct reckon *r, int64_t want)
{
	const struct reckon_line *l;
	int64_t counted = 0, paused = 0, next;

	(void)n;
	next = worktime_day_of(c, s[0].begun) + 1;
	for (l = r->lines; l != NULL; l = l->next) {
		CHECK(l->from == next && l->until >= l->from);
		next = l->until + 1;
		counted += l->counted;
		paused += l->paused;
		CHECK((l->why == RECKON_COUNTED) == (l->counted > 0));
	}
	CHECK(next == worktime_day_of(c, r->due) + 1);
	CHECK(counted == want && r->total == want && paused == r->paused);
}

static void
days_are_those_of_somebody_who_looks_at_each(void)
{
	static const char *const zones[] = { "Europe/Paris", "Asia/Tokyo",
	    "America/New_York", "America/Sao_Paulo" };
	static const char *const regions[] = { "FR", "JP", "US", "BR", "" };
	struct reckon_span s[SPANS];
	struct reckon r;
	struct calendar c;
	int64_t start, now, want;
	bool working;
	size_t n;
	int i;

	for (i = 0, seed = 4711; i < 500 && check_ok; i++) {
		arena_reset(a);
		c = office(zones[dice(4)], regions[dice(5)]);
		working = dice(3) != 0;
		want = 1 + dice(40);
		start = 1577836800 + dice(2500) * DAY + dice(DAY);
		n = spans(s, rule(arena_printf(a, working ?
		    "add working days(date(start), %d)" :
		    "date(start) + duration(\"P%dD\")", (int)want), "", ""),
		    start);
		now = s[n - 1].begun + dice(30 * DAY);
		reckon(a, &c, s, n, now, "en", &r);
		CHECK(r.trouble == NULL && r.whole);
		CHECK(r.unit == (working ? RECKON_WORKING_DAYS :
		    RECKON_DAYS));
		CHECK(r.due == slow_days(&c, s, n, now, working, want));
		check_sums(&c, s, n, &r, want);
	}
	printf("# %d of them\n", i);
}

/* Second by second would be slow: minute by minute from a whole one. */
static int64_t
slow_time(const struct calendar *c, const struct reckon_span *s, size_t n,
    int64_t now, int64_t want)
{
	int64_t t = s[0].begun, worked;

	for (; want > 0; t += 60) {
		if (paused_at(s, n, now, t + 60))
			continue;
		if (worktime_between(c, t, t + 60, &worked))
			want -= worked;
	}
	return t;
}

static void
working_time_is_that_of_somebody_who_looks_at_each_minute(void)
{
	struct reckon_span s[SPANS];
	const struct reckon_line *l;
	struct calendar c = office("Europe/Paris", "FR");
	int64_t now, want, counted;
	struct reckon r;
	size_t n, k;
	int i;

	for (i = 0, seed = 99; i < 60 && check_ok; i++) {
		arena_reset(a);
		want = 60 * (1 + dice(40 * 60));
		n = spans(s, rule(arena_printf(a, "add working time(start, "
		    "duration(\"PT%dM\"))", (int)(want / 60)), "", ""),
		    (1711800000 + dice(30 * DAY)) / 60 * 60);
		for (k = 0; k < n; k++) {
			s[k].begun = s[k].begun / 60 * 60;
			s[k].ended = s[k].ended / 60 * 60;
		}
		now = s[n - 1].begun + dice(20 * 1440) * 60;
		reckon(a, &c, s, n, now, "en", &r);
		CHECK(r.unit == RECKON_WORKING_TIME && !r.whole);
		CHECK(r.due == slow_time(&c, s, n, now, want));
		for (counted = 0, l = r.lines; l != NULL; l = l->next)
			counted += l->counted;
		CHECK(counted == want && r.total == want);
	}
}

static void
clocks_change_in_paris_and_not_in_tokyo(void)
{
	struct calendar paris = office("Europe/Paris", "");
	struct calendar tokyo = office("Asia/Tokyo", "");
	struct reckon_span s = { .rule = rule(
	    "date(start) + duration(\"P2D\")", "", "") };
	struct reckon r;

	s.begun = at(paris.zone, "2026-03-27T23:30");
	reckon(a, &paris, &s, 1, s.begun, "en", &r);
	CHECK(r.due == end_of(paris.zone, "2026-03-29"));
	CHECK(r.due - end_of(paris.zone, "2026-03-28") == 23 * 3600);
	s.begun = at(tokyo.zone, "2026-03-27T23:30");
	reckon(a, &tokyo, &s, 1, s.begun, "en", &r);
	CHECK(r.due - end_of(tokyo.zone, "2026-03-28") == DAY);
	/* the day that leap years have is a day */
	s.begun = at(tokyo.zone, "2028-02-27T10:00");
	reckon(a, &tokyo, &s, 1, s.begun, "en", &r);
	CHECK(r.due == end_of(tokyo.zone, "2028-02-29"));
}

static void
a_later_rule_keeps_earlier_pauses(void)
{
	struct calendar c = office("Europe/Berlin", "DE");
	const struct reckon_rule *ten = rule(
	    "add working days(date(start), 10)", "2", "5");
	const struct reckon_rule *fifteen = rule(
	    "add working days(date(start), 15)", "due - duration(\"P3D\")",
	    "");
	/* Mon 2 Nov 2026, paused from Thu 5 to Tue 10 */
	struct reckon_span s[4] = {
		{ at(c.zone, "2026-11-02T10:00"),
		  at(c.zone, "2026-11-05T10:00"), false, ten },
		{ at(c.zone, "2026-11-05T10:00"),
		  at(c.zone, "2026-11-10T10:00"), true, ten },
		{ at(c.zone, "2026-11-10T10:00"),
		  at(c.zone, "2026-11-12T10:00"), false, ten },
		{ at(c.zone, "2026-11-12T10:00"), 0, false, fifteen } };
	int64_t now = at(c.zone, "2026-11-13T10:00");
	struct reckon r;

	reckon(a, &c, s, 1, s[0].begun, NULL, &r);
	CHECK(r.due == end_of(c.zone, "2026-11-16") && r.lines == NULL);
	CHECK(r.early == end_of(c.zone, "2026-11-12"));
	CHECK(r.warn == end_of(c.zone, "2026-11-09"));
	reckon(a, &c, s, 3, s[2].begun, NULL, &r);	/* 3 days more */
	CHECK(r.due == end_of(c.zone, "2026-11-19") && r.paused == 3);
	reckon(a, &c, s, 4, now, "en", &r);
	CHECK(r.due == end_of(c.zone, "2026-11-26"));
	CHECK(r.early == end_of(c.zone, "2026-11-23") && r.warn == 0);
	CHECK(r.total == 15 && r.paused == 3 && r.elapsed == 5);
	/* a pause that begins when it was missed already moves nothing */
	s[2].ended = s[3].begun = at(c.zone, "2026-11-20T10:00");
	s[3] = (struct reckon_span){ s[3].begun, 0, true, ten };
	reckon(a, &c, s, 4, s[3].begun + 9 * DAY, NULL, &r);
	CHECK(r.due == end_of(c.zone, "2026-11-19"));
}

static void
a_day_tells_why_it_is_skipped(void)
{
	struct calendar c = office("Europe/Berlin", "DE");
	const struct calendar_day closed = { .day = date_days(2026, 12, 31),
	    .name = "Stocktaking" };
	struct reckon_span s = { .begun = at(c.zone, "2026-12-23T10:00"),
	    .rule = rule("add working days(date(start), 3)", "", "") };
	static const enum reckon_why want[] = { RECKON_COUNTED,
	    RECKON_HOLIDAY, RECKON_HOLIDAY, RECKON_WEEKEND };
	const struct reckon_line *l;
	struct reckon r;
	size_t i = 0;

	c.days = &closed;
	c.n = 1;
	reckon(a, &c, &s, 1, s.begun, "en", &r);
	CHECK(r.due == end_of(c.zone, "2026-12-29"));
	for (l = r.lines; l != NULL && i < 4; l = l->next)
		CHECK(l->why == want[i++]);
	s.rule = rule("add working days(date(start), 5)", "", "");
	reckon(a, &c, &s, 1, s.begun, "en", &r);
	for (l = r.lines; l != NULL && l->why != RECKON_CLOSED;)
		l = l->next;
	CHECK(l != NULL);
	if (l != NULL)
		CHECK_TEXT(l->name, "Stocktaking");
}

static void
what_leads_nowhere_says_so(void)
{
	struct calendar c = office("Europe/Berlin", "DE");
	struct reckon_span s = { .begun = at(c.zone, "2026-12-23T10:00"),
	    .rule = rule("if start = null then start else null", "", "") };
	struct feel_fault *f[3];
	struct reckon r;

	reckon(a, &c, &s, 1, s.begun, "en", &r);
	CHECK(r.due == 0 && r.trouble != NULL && r.lines == NULL);
	s.rule = rule("\"soon\"", "", "");
	reckon(a, &c, &s, 1, s.begun, "en", &r);
	CHECK(r.due == 0 && r.trouble != NULL);
	CHECK(reckon_compile(a, "start +", "", "", f) == NULL &&
	    f[0] != NULL);
}

/* A warning after the due warns of nothing. */
static void
what_is_to_come_before_comes_before(void)
{
	struct calendar c = office("Europe/Berlin", "DE-BY");
	const struct reckon_rule *r = rule("date(start) + duration(\"P3D\")",
	    "date(due) + duration(\"P1D\")", "date(start)");
	struct reckon_span s = { .begun = at(c.zone, "2026-11-02T10:00"),
	    .rule = r };
	struct reckon out;

	reckon(a, &c, &s, 1, s.begun, NULL, &out);
	CHECK(out.due == end_of(c.zone, "2026-11-05") && out.early == 0);
	CHECK(out.warn == end_of(c.zone, "2026-11-02"));
}

/* A pause moves the day of the start, and not the time of its clock. */
static void
a_start_keeps_its_hour(void)
{
	struct calendar c = office("Europe/Berlin", "DE-BY");
	const struct reckon_rule *r = rule("if time(start) < time(\"12:00:00"
	    "@Europe/Berlin\") then date(start) + duration(\"P3D\")"
	    " else date(start) + duration(\"P4D\")", "", "");
	struct reckon_span s[3] = {
		{ at(c.zone, "2026-11-02T14:00"),
		  at(c.zone, "2026-11-03T10:00"), false, r },
		{ at(c.zone, "2026-11-03T10:00"),
		  at(c.zone, "2026-11-04T10:00"), true, r },
		{ at(c.zone, "2026-11-04T10:00"), 0, false, r } };
	struct reckon out;

	reckon(a, &c, s, 1, s[0].begun, NULL, &out);
	CHECK(out.due == end_of(c.zone, "2026-11-06"));
	reckon(a, &c, s, 3, s[2].begun, NULL, &out);
	CHECK(out.due == end_of(c.zone, "2026-11-07"));
}

int
main(void)
{
	a = arena_new();
	RUN(days_are_those_of_somebody_who_looks_at_each);
	RUN(working_time_is_that_of_somebody_who_looks_at_each_minute);
	RUN(clocks_change_in_paris_and_not_in_tokyo);
	RUN(a_later_rule_keeps_earlier_pauses);
	RUN(a_day_tells_why_it_is_skipped);
	RUN(what_leads_nowhere_says_so);
	RUN(what_is_to_come_before_comes_before);
	RUN(a_start_keeps_its_hour);
	arena_free(a);
	return DONE;
}
