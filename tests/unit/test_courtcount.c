/* SPDX-License-Identifier: MIT */
/* Periods of courts: worked by hand, and against a count that looks at each
 * day anew. */
#include <stdlib.h>

#include "check.h"
#include "rules/time/courtcount.h"
#include "rules/time/holiday.h"
#include "source.h"
#include "text/date.h"
#include "world.h"
#include "xml/xml_court.h"

static struct arena *a;
static uint32_t seed;

static int
dice(int n)
{
	seed = seed * 1664525U + 1013904223U;
	return (int)((seed >> 8) % (uint32_t)n);
}

static const struct court *
court(const char *code)
{
	struct reader_fault *faults = NULL;
	const char *name = arena_printf(a, "etc/courts/%s.xml", code);
	const char *text = source_text(name);
	const struct court *c = xml_court_read(a, name, text, strlen(text),
	    source_path("etc/courts/court.rng"), &faults);

	CHECK(c != NULL && faults == NULL);
	return c;
}

static int64_t
day_of(const char *iso)
{
	int y = 0, m = 0, d = 0;

	CHECK(sscanf(iso, "%d-%d-%d", &y, &m, &d) == 3);
	return date_days(y, m, d);
}

static const char *
iso(int64_t day)
{
	int y, m, d;

	date_of_days(day, &y, &m, &d);
	return arena_printf(a, "%04d-%02d-%02d", y, m, d);
}

static const char *
due(const struct court *c, const char *rule, const char *day,
    const char *served, const char *more, const char *region)
{
	const struct courtcount_ask ask = { c, courtcount_rule(c, rule),
	    day_of(day), courtcount_service(c, served),
	    courtcount_more(c, more), region[0] == '\0' ? c->holidays :
	    region };
	struct courtcount r;

	CHECK(ask.rule != NULL && (ask.service != NULL) ==
	    (served[0] != '\0') && (ask.more != NULL) == (more[0] != '\0'));
	courtcount(a, &ask, "en", &r);
	CHECK(r.trouble == NULL);
	return iso(r.due);
}

struct example {
	const char *rule, *day, *served, *more, *region, *due;
};

static void
check_all(const char *code, const struct example *x)
{
	const struct court *c = court(code);

	for (; x->rule != NULL; x++)
		CHECK_TEXT(due(c, x->rule, x->day, x->served, x->more,
		    x->region), x->due);
}

static void
germany_counts_as_its_code_says(void)
{
	static const struct example all[] = {
		/* New Year, then a Saturday and a Sunday */
		{ "notice", "2026-12-18", "formal", "", "DE-BY",
		    "2027-01-04" },
		/* Epiphany is free in Bavaria, not in Hamburg */
		{ "notice", "2026-12-23", "formal", "", "DE-BY",
		    "2027-01-07" },
		{ "notice", "2026-12-23", "formal", "", "DE-HH",
		    "2027-01-06" },
		/* 3 October 2025 is a Friday */
		{ "notice", "2025-09-19", "formal", "", "DE",
		    "2025-10-06" },
		/* no 31 February: the 28th, a Sunday; the 29th, a Tuesday */
		{ "appeal", "2027-01-31", "electronic", "", "DE",
		    "2027-03-01" },
		{ "appeal", "2028-01-31", "electronic", "", "DE",
		    "2028-02-29" },
		{ "appeal_grounds", "2026-12-30", "formal", "", "DE",
		    "2027-03-01" },
		/* posted: served on 20 March; Good Friday to Easter Monday */
		{ "notice", "2026-03-06", "posted", "", "DE",
		    "2026-04-07" },
		/* put up: served on 28 February; 14 March is a Saturday */
		{ "notice", "2026-01-31", "public", "", "DE",
		    "2026-03-16" },
		/* no recess stops it */
		{ "appeal", "2026-07-10", "receipt", "", "DE",
		    "2026-08-10" },
		{ NULL }
	};

	check_all("de_zpo", all);
}

static void
france_counts_as_its_code_says(void)
{
	static const struct example all[] = {
		/* 11 November, a Wednesday */
		{ "appeal", "2026-10-11", "bailiff", "", "", "2026-11-12" },
		/* no 30 February; the 28th is a Sunday */
		{ "respondent", "2026-11-30", "electronic", "", "",
		    "2027-03-01" },
		/* one month and two: 12 September 2026 is a Saturday */
		{ "appeal", "2026-06-12", "post", "abroad", "",
		    "2026-09-14" },
		{ "appeal", "2026-06-12", "post", "overseas", "",
		    "2026-08-12" },
		/* Ascension; then two months, 15 days, and 14 July */
		{ "appeal_interim", "2026-04-29", "bailiff", "", "",
		    "2026-05-15" },
		{ "appeal_interim", "2026-04-29", "bailiff", "abroad", "",
		    "2026-07-15" },
		/* 26 December is free in Moselle */
		{ "appeal", "2025-11-26", "bailiff", "", "", "2025-12-26" },
		{ "appeal", "2025-11-26", "bailiff", "", "FR-57",
		    "2025-12-29" },
		{ NULL }
	};

	check_all("fr_cpc", all);
}

static void
england_counts_as_its_rules_say(void)
{
	static const struct example all[] = {
		/* over Easter to Tuesday 7 April, and 14 days */
		{ "acknowledgment", "2026-04-01", "claim_form", "", "",
		    "2026-04-21" },
		/* the example of CPR 2.8 itself */
		{ "application", "2017-10-20", "", "", "", "2017-10-16" },
		/* a Saturday; 28 December is in place of Boxing Day */
		{ "defence", "2026-12-24", "post", "", "", "2027-01-12" },
		/* a Saturday, a Sunday and the bank holiday of May */
		{ "defence", "2026-05-02", "before_1630", "", "",
		    "2026-05-19" },
		{ "defence", "2026-05-01", "after_1630", "", "",
		    "2026-05-19" },
		{ "defence", "2026-05-01", "before_1630", "", "",
		    "2026-05-15" },
		/* serving needs no open office: a Sunday */
		{ "serve", "2026-10-31", "", "", "", "2027-02-28" },
		/* Christmas, Saturday, Sunday, substitute */
		{ "appeal", "2026-12-04", "", "", "", "2026-12-29" },
		{ NULL }
	};

	check_all("gb_cpr", all);
}

static void
federal_courts_count_as_rule_6_says(void)
{
	static const struct example all[] = {
		/* Thanksgiving */
		{ "answer", "2026-11-05", "", "", "", "2026-11-27" },
		/* Monday 23 November; three days more lead to Thanksgiving */
		{ "interrogatories", "2026-10-24", "mail", "", "",
		    "2026-11-27" },
		{ "interrogatories", "2026-10-24", "electronic", "", "",
		    "2026-11-23" },
		/* Saturday rolls to Monday, three days more to Thursday */
		{ "interrogatories", "2026-10-15", "mail", "", "",
		    "2026-11-19" },
		/* back to New Year, and further back */
		{ "opposing", "2027-01-08", "", "", "", "2026-12-31" },
		/* 4 July 2026 is a Saturday */
		{ "new_trial", "2026-06-06", "", "", "", "2026-07-06" },
		/* over a leap day */
		{ "answer_waiver", "2024-01-01", "", "", "", "2024-03-01" },
		/* Juneteenth, a Friday */
		{ "answer", "2026-05-29", "", "", "", "2026-06-22" },
		{ NULL }
	};

	check_all("us_frcp", all);
}

/* A court that nobody has, with what a file may say. */
struct strange {
	struct court court;
	struct court_closed closed;
	struct court_recess recess;
	struct court_service service;
	struct court_more more;
	struct court_rule rule;
};

static struct court_term
term(int most)
{
	struct court_term t = { (enum court_unit)dice(5), 1 + dice(most) };

	if (t.unit == COURT_MONTHS)
		t.n = 1 + t.n % 14;
	if (t.unit == COURT_YEARS)
		t.n = 1 + t.n % 2;
	return t;
}

static void
imagine(struct strange *s)
{
	static const char *const regions[] = { "DE-BY", "FR", "GB-EAW", "US",
	    "IT", "JP" };

	*s = (struct strange){ .court = { .code = "x", .source = "" } };
	s->court.holidays = regions[dice(6)];
	s->court.weekend = dice(4) == 0 ? 1U << dice(7) : 96;
	s->court.few = dice(3) == 0 ? 5 : 0;
	s->court.clear = dice(2) == 0;
	s->closed = (struct court_closed){ .label = { { "Closed" } },
	    .month = 12, .day = 24 + dice(8) };
	s->recess = (struct court_recess){ .label = { { "Recess" } },
	    .source = "", .from_month = dice(2) == 0 ? 8 : 12,
	    .from_day = 1 + dice(20), .stops = dice(2) == 0 };
	s->recess.until_month = s->recess.from_month % 12 + 1;
	s->recess.until_day = 1 + dice(20);
	s->court.closed = dice(2) == 0 ? &s->closed : NULL;
	s->court.recesses = dice(2) == 0 ? &s->recess : NULL;
	s->service = (struct court_service){ .code = "s", .source = "",
	    .rolls = dice(2) == 0 };
	if (dice(2) == 0)
		s->service.deemed = term(20);
	if (dice(3) == 0)
		s->service.adds = (struct court_term){ COURT_DAYS, 3 };
	s->more = (struct court_more){ .code = "m", .source = "",
	    .adds = { dice(2) == 0 ? COURT_MONTHS : COURT_DAYS,
	    1 + dice(3) } };
	s->rule = (struct court_rule){ .code = "r", .source = "",
	    .label = { { "Act" } }, .event = { { "Event" } },
	    .period = term(60), .before = dice(4) == 0,
	    .stays = dice(5) == 0, .through = dice(5) == 0 };
}

static bool
slow_works(const struct courtcount_ask *k, int64_t day)
{
	struct holiday h[HOLIDAY_MOST];
	const struct court_closed *c = k->court->closed;
	int y, m, d;
	size_t i, n;

	date_of_days(day, &y, &m, &d);
	n = holiday_year(k->region, y, h);
	for (i = 0; i < n; i++)
		if (h[i].day == day && !h[i].optional)
			return false;
	if (c != NULL && c->month == m && c->day == d)
		return false;
	return (k->court->weekend & (1U << ((day + 3) % 7))) == 0;
}

static bool
slow_stopped(const struct courtcount_ask *k, int64_t day)
{
	const struct court_recess *r = k->court->recesses;
	const char *at = iso(day) + 5, *from, *until;

	if (r == NULL || !r->stops || k->rule->through)
		return false;
	from = arena_printf(a, "%02d-%02d", r->from_month, r->from_day);
	until = arena_printf(a, "%02d-%02d", r->until_month, r->until_day);
	return strcmp(from, until) <= 0 ? strcmp(at, from) >= 0 &&
	    strcmp(at, until) <= 0 : strcmp(at, from) >= 0 ||
	    strcmp(at, until) <= 0;
}

/* The day of the same number in the n-th month from a day's, or its last. */
static int64_t
slow_months(int64_t day, int n, int sign)
{
	int y, m, d, number;

	date_of_days(day, &y, &m, &number);
	for (; n > 0; n--) {
		m += sign;
		y += m == 13 ? 1 : m == 0 ? -1 : 0;
		m = m == 13 ? 1 : m == 0 ? 12 : m;
	}
	for (d = number; d > 28; d--)
		if (date_civil_ok(arena_printf(a, "%04d-%02d-%02d", y, m,
		    d)))
			break;
	return date_days(y, m, d);
}

static int64_t
slow_term(const struct courtcount_ask *k, int64_t day, struct court_term t)
{
	if (t.unit == COURT_MONTHS || t.unit == COURT_YEARS)
		return slow_months(day, t.unit == COURT_YEARS ? 12 * t.n :
		    t.n, 1);
	t.n *= t.unit == COURT_WEEKS ? 7 : 1;
	while (t.n > 0)
		t.n -= ++day != 0 && (t.unit != COURT_WORKING_DAYS ||
		    slow_works(k, day));
	return day;
}

static int64_t
slow_roll(const struct courtcount_ask *k, int64_t day, int sign)
{
	while (!k->rule->stays && !slow_works(k, day))
		day += sign;
	return day;
}

static int64_t
slow_start(const struct courtcount_ask *k)
{
	int64_t day = k->day;

	if (k->service != NULL) {
		day = slow_term(k, day, k->service->deemed);
		while (k->service->rolls && !slow_works(k, day))
			day++;
	}
	while (!k->rule->before && slow_stopped(k, day) &&
	    slow_stopped(k, day + 1))
		day++;
	return day;
}

static int64_t
slow(const struct courtcount_ask *k)
{
	struct court_term t = k->rule->period, m = { 0 };
	int sign = k->rule->before ? -1 : 1;
	int64_t day = slow_start(k), end, n;
	int months = 0, days = 0;

	if (k->more != NULL)
		m = k->more->adds;
	months += t.unit == COURT_MONTHS ? t.n : t.unit == COURT_YEARS ?
	    12 * t.n : 0;
	months += m.unit == COURT_MONTHS ? m.n : 0;
	days += t.unit == COURT_WEEKS ? 7 * t.n : t.unit == COURT_DAYS ||
	    t.unit == COURT_WORKING_DAYS ? t.n : 0;
	days += m.unit == COURT_DAYS ? m.n : 0;
	end = slow_months(day, months, sign) + sign * days;
	for (n = (end - day) * sign; n > 0;) {
		day += sign;
		if (slow_stopped(k, day))
			continue;
		if ((t.unit == COURT_WORKING_DAYS || (t.unit == COURT_DAYS &&
		    t.n <= k->court->few)) && !slow_works(k, day))
			continue;
		n--;
	}
	if (k->rule->before)
		return slow_roll(k, day - k->court->clear, -1);
	day = slow_roll(k, day, 1);
	if (k->service != NULL && k->service->adds.n > 0)
		day = slow_roll(k, day + k->service->adds.n, 1);
	return day;
}

/* Each day from the event to the due stands in one line. */
static void
check_lines(const struct courtcount_ask *k, const struct courtcount *r)
{
	int sign = k->rule->before ? -1 : 1;
	const struct courtcount_line *l;
	int64_t next = k->day;

	for (l = r->lines; l != NULL; l = l->next) {
		CHECK(l->from == next && (l->until - l->from) * sign >= 0);
		next = l->until + sign;
	}
	CHECK(next == r->due + sign);
}

static void
any_court_counts_as_the_slow_count_does(void)
{
	struct courtcount_ask k;
	struct courtcount r, later;
	struct strange s;
	int i;

	for (i = 0; i < 4000; i++) {
		seed = (uint32_t)i;
		imagine(&s);
		k = (struct courtcount_ask){ .court = &s.court,
		    .rule = &s.rule, .day = 12000 + dice(15000),
		    .region = s.court.holidays };
		if (!s.rule.before && dice(2) == 0)
			k.service = &s.service;
		if (!s.rule.before && s.rule.period.unit !=
		    COURT_WORKING_DAYS && dice(3) == 0)
			k.more = &s.more;
		courtcount(a, &k, "en", &r);
		CHECK(r.trouble == NULL);
		if (r.due != slow(&k))
			printf("# world %d: %s, not %s\n", i, iso(r.due),
			    iso(slow(&k)));
		CHECK(r.due == slow(&k));
		CHECK(s.rule.stays || slow_works(&k, r.due));
		check_lines(&k, &r);
		k.day++;
		courtcount(a, &k, "en", &later);
		CHECK(later.due >= r.due);
		arena_reset(a);
		if (!check_ok)
			break;
	}
}

static void
what_comes_before_is_a_working_day_in_between(void)
{
	const struct court *c = court("de_zpo");
	struct courtcount_ask k = { .court = c,
	    .rule = courtcount_rule(c, "appeal"), .region = "DE-BY" };
	struct courtcount r;

	for (k.day = day_of("2026-01-01"); k.day < day_of("2027-01-01");
	    k.day++) {
		courtcount(a, &k, "en", &r);
		CHECK(r.early > k.day && r.early <= r.due - 7 &&
		    r.early > r.due - 14 && slow_works(&k, r.early));
		CHECK(r.warn > r.early && r.warn < r.due &&
		    slow_works(&k, r.warn));
	}
}

static void
years_without_known_holidays_are_refused(void)
{
	const struct court *c = court("de_zpo");
	struct courtcount_ask k = { .court = c, .region = "DE",
	    .rule = courtcount_rule(c, "appeal") };
	struct courtcount r;

	k.day = day_of("1989-12-31");
	courtcount(a, &k, "en", &r);
	CHECK(r.trouble != NULL && r.due == 0);
	k.day = day_of("2099-12-15");
	courtcount(a, &k, "en", &r);
	CHECK(r.trouble != NULL);
}

int
main(void)
{
	a = arena_new();
	cx.arena = arena_new();
	RUN(germany_counts_as_its_code_says);
	RUN(france_counts_as_its_code_says);
	RUN(england_counts_as_its_rules_say);
	RUN(federal_courts_count_as_rule_6_says);
	RUN(any_court_counts_as_the_slow_count_does);
	RUN(what_comes_before_is_a_working_day_in_between);
	RUN(years_without_known_holidays_are_refused);
	arena_free(cx.arena);
	arena_free(a);
	return DONE;
}
