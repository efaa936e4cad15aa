/* SPDX-License-Identifier: MIT */
/* Periods of courts, counted day by day. */
#include "rules/time/courtcount.h"

#include <string.h>

#include "rules/time/holiday.h"
#include "text/date.h"
#include "text/message.h"

struct count {
	struct arena *arena;
	const struct courtcount_ask *ask;
	const struct court *court;
	const char *lang;
	int sign;		/* -1: back */
	int64_t first, last;	/* days of the years with known holidays */
	int64_t year;		/* whose holidays these are */
	size_t n;
	struct holiday holidays[HOLIDAY_MOST];
	struct courtcount_step **step;
	struct courtcount_line **tail, *line;
	const char *trouble;
};

const struct court_rule *
courtcount_rule(const struct court *c, const char *code)
{
	const struct court_rule *r = c->rules;

	while (r != NULL && strcmp(r->code, code) != 0)
		r = r->next;
	return r;
}

const struct court_service *
courtcount_service(const struct court *c, const char *code)
{
	const struct court_service *s = c->services;

	while (s != NULL && strcmp(s->code, code) != 0)
		s = s->next;
	return s;
}

const struct court_more *
courtcount_more(const struct court *c, const char *code)
{
	const struct court_more *m = c->more;

	while (m != NULL && strcmp(m->code, code) != 0)
		m = m->next;
	return m;
}

bool
courtcount_has(const char *list, const char *code)
{
	size_t len = strlen(code);
	const char *at = list;

	for (; len > 0 && (at = strstr(at, code)) != NULL; at++)
		if ((at == list || at[-1] == ' ') &&
		    (at[len] == ' ' || at[len] == '\0'))
			return true;
	return false;
}

bool
courtcount_region(const struct court *c, const char *region)
{
	size_t len = strlen(c->holidays);

	return holiday_region_find(region) != NULL &&
	    strncmp(region, c->holidays, len) == 0 &&
	    (region[len] == '\0' || (len == 2 && region[len] == '-'));
}

static bool
is_weekend(const struct count *k, int64_t day)
{
	return (k->court->weekend >> date_weekday_of(day) & 1) != 0;
}

static const struct holiday *
holiday_on(struct count *k, int64_t day)
{
	int y, m, d;
	size_t i;

	date_of_days(day, &y, &m, &d);
	if (k->year != y) {
		k->year = y;
		k->n = holiday_year(k->ask->region, y, k->holidays);
	}
	for (i = 0; i < k->n && k->holidays[i].day <= day; i++)
		if (k->holidays[i].day == day && !k->holidays[i].optional)
			return &k->holidays[i];
	return NULL;
}

static const struct court_closed *
closed_on(const struct court *court, int64_t day)
{
	const struct court_closed *c;
	int y, m, d;

	date_of_days(day, &y, &m, &d);
	for (c = court->closed; c != NULL; c = c->next)
		if (c->month == m && c->day == d &&
		    (c->year == 0 || c->year == y))
			return c;
	return NULL;
}

/* Why nothing can be done at the court on a day; COUNTED: it can. */
static enum courtcount_why
off(struct count *k, int64_t day, const char **name)
{
	const struct court_closed *c = closed_on(k->court, day);
	const struct holiday *h = holiday_on(k, day);

	*name = "";
	if (h != NULL) {
		*name = holiday_name(k->arena, h, k->lang);
		return COURTCOUNT_HOLIDAY;
	}
	if (c != NULL) {
		*name = message_label(&c->label, k->lang);
		return COURTCOUNT_CLOSED;
	}
	return is_weekend(k, day) ? COURTCOUNT_WEEKEND : COURTCOUNT_COUNTED;
}

static bool
works(struct count *k, int64_t day)
{
	const char *name;

	return off(k, day, &name) == COURTCOUNT_COUNTED;
}

static const struct court_recess *
recess_on(const struct court *court, int64_t day)
{
	const struct court_recess *r;
	int y, m, d, at, from, until;

	date_of_days(day, &y, &m, &d);
	at = m * 100 + d;
	for (r = court->recesses; r != NULL; r = r->next) {
		from = r->from_month * 100 + r->from_day;
		until = r->until_month * 100 + r->until_day;
		if (from <= until ? at >= from && at <= until :
		    at >= from || at <= until)
			return r;
	}
	return NULL;
}

/* The recess that stops the period on a day. */
static const struct court_recess *
stopped_on(const struct count *k, int64_t day)
{
	const struct court_recess *r = recess_on(k->court, day);

	return r != NULL && r->stops && !k->ask->rule->through ? r : NULL;
}

static void
add_day(struct count *k, int64_t day, enum courtcount_why why,
    const char *name)
{
	struct courtcount_line *l = k->line;

	if (l != NULL && l->why == why && strcmp(l->name, name) == 0 &&
	    (day == l->until + 1 || day == l->until - 1)) {
		l->until = day;
		return;
	}
	l = arena_alloc(k->arena, sizeof(*l));
	l->from = l->until = day;
	l->why = why;
	l->name = name;
	*k->tail = k->line = l;
	k->tail = &l->next;
}

static struct courtcount_step *
add_step(struct count *k, enum courtcount_step_kind kind, int64_t day,
    const char *source)
{
	struct courtcount_step *s = arena_alloc(k->arena, sizeof(*s));

	s->kind = kind;
	s->day = day;
	s->source = source;
	*k->step = s;
	k->step = &s->next;
	return s;
}

/* False, and why: the holidays of the day's year are not known. */
static bool
known(struct count *k, int64_t day)
{
	if (day >= k->first && day <= k->last)
		return true;
	k->trouble = "The period leads out of the years whose holidays are "
	    "known.";
	return false;
}

/* So many days on (back, where n is negative), or working days. */
static int64_t
move(struct count *k, int64_t day, int64_t n, bool working)
{
	int step = n < 0 ? -1 : 1;

	while (n != 0 && known(k, day)) {
		day += step;
		if (!working || works(k, day))
			n -= step;
	}
	return day;
}

/* A day that is none moves on to the next working day, by a step of 1 or -1. */
static int64_t
roll(struct count *k, int64_t day, int step)
{
	while (known(k, day) && !works(k, day))
		day += step;
	return day;
}

static int64_t
months_on(int64_t day, int64_t n)
{
	int64_t last, year;
	int y, m, d;

	date_of_days(day, &y, &m, &d);
	n += (int64_t)y * 12 + m - 1;
	year = n / 12;
	m = (int)(n % 12) + 1;
	last = date_days(year + m / 12, m % 12 + 1, 1) -
	    date_days(year, m, 1);
	return date_days(year, m, d < last ? d : (int)last);
}

static int64_t
months_of(const struct court_term *t)
{
	return t->unit == COURT_MONTHS ? t->n :
	    t->unit == COURT_YEARS ? INT64_C(12) * t->n : 0;
}

static int64_t
days_of(const struct court_term *t)
{
	return t->unit == COURT_DAYS || t->unit == COURT_WORKING_DAYS ?
	    t->n : t->unit == COURT_WEEKS ? INT64_C(7) * t->n : 0;
}

/* Without a look at holidays, but where working days are meant. */
static int64_t
term_on(struct count *k, int64_t day, const struct court_term *t, int sign)
{
	return move(k, months_on(day, sign * months_of(t)),
	    sign * days_of(t), t->unit == COURT_WORKING_DAYS);
}

/* Days between, of what does not belong to the period. */
static void
tell_between(struct count *k, int64_t from, int64_t until,
    enum courtcount_why why)
{
	for (; from != until; add_day(k, from, why, ""))
		from += k->sign;
}

static int64_t
served(struct count *k, int64_t day)
{
	const struct court_service *s = k->ask->service;
	int64_t then;

	if (s == NULL || (s->deemed.n == 0 && !s->rolls))
		return day;
	then = term_on(k, day, &s->deemed, 1);
	if (s->rolls)
		then = roll(k, then, 1);
	add_step(k, COURTCOUNT_DEEMED, then, s->source)->term = s->deemed;
	tell_between(k, day, then, COURTCOUNT_ON_ITS_WAY);
	return then;
}

/* What falls into a recess begins when that is over. */
static int64_t
resumed(struct count *k, int64_t day)
{
	const struct court_recess *r = stopped_on(k, day);
	int64_t then = day;

	if (r == NULL || k->sign < 0)
		return day;
	while (known(k, then) && stopped_on(k, then + 1) != NULL) {
		then++;
		add_day(k, then, COURTCOUNT_RECESS,
		    message_label(&r->label, k->lang));
	}
	add_step(k, COURTCOUNT_RESUMED, then, r->source);
	return then;
}

/* A day that is counted, with the name of what does not stop the period. */
static void
tell_counted(struct count *k, int64_t day)
{
	const struct court_recess *r = recess_on(k->court, day);

	add_day(k, day, COURTCOUNT_COUNTED, r == NULL ? "" :
	    message_label(&r->label, k->lang));
}

/* n days, or working days, that no recess stops. */
static int64_t
walk(struct count *k, int64_t day, int64_t n, bool working, int64_t *stopped)
{
	const struct court_recess *r;
	enum courtcount_why why;
	const char *name;

	while (n > 0 && known(k, day)) {
		day += k->sign;
		if ((r = stopped_on(k, day)) != NULL) {
			(*stopped)++;
			add_day(k, day, COURTCOUNT_RECESS,
			    message_label(&r->label, k->lang));
			continue;
		}
		why = working ? off(k, day, &name) : COURTCOUNT_COUNTED;
		if (why != COURTCOUNT_COUNTED) {
			add_day(k, day, why, name);
			continue;
		}
		tell_counted(k, day);
		n--;
	}
	return day;
}

static int64_t
period(struct count *k, int64_t day)
{
	const struct court_term none = { 0 };
	const struct court_rule *r = k->ask->rule;
	const struct court_term *t = &r->period;
	const struct court_term *m = k->ask->more == NULL ? &none :
	    &k->ask->more->adds;
	bool working = t->unit == COURT_WORKING_DAYS ||
	    (t->unit == COURT_DAYS && t->n <= k->court->few);
	struct courtcount_step *s;
	int64_t n, stopped = 0;

	n = k->sign * (months_on(day, k->sign * (months_of(t) +
	    months_of(m))) - day) + days_of(t) + days_of(m);
	if (!known(k, day + k->sign * n))
		n = 0;
	day = walk(k, day, n, working, &stopped);
	if (r->before && k->court->clear) {
		day--;
		add_day(k, day, COURTCOUNT_FREE, "");
	}
	s = add_step(k, COURTCOUNT_PERIOD, day, r->source);
	s->term = *t;
	s->more = *m;
	s->working = working;
	s->stopped = stopped;
	return day;
}

/* The end, on a working day. */
static int64_t
rolled(struct count *k, int64_t day)
{
	int64_t then = k->ask->rule->stays ? day : roll(k, day, k->sign), at;
	enum courtcount_why why;
	const char *name;

	if (then == day || k->trouble != NULL)
		return day;
	for (at = day + k->sign; at != then; at += k->sign) {
		why = off(k, at, &name);
		add_day(k, at, why, name);
	}
	add_day(k, then, COURTCOUNT_NEXT, "");
	add_step(k, COURTCOUNT_ROLLED, then, k->court->source);
	return then;
}

static int64_t
added(struct count *k, int64_t day)
{
	const struct court_service *s = k->ask->service;
	int64_t then;

	if (s == NULL || s->adds.n == 0 || k->ask->rule->before)
		return day;
	then = term_on(k, day, &s->adds, 1);
	tell_between(k, day, then, COURTCOUNT_EXTRA);
	add_step(k, COURTCOUNT_ADDED, then, s->source)->term = s->adds;
	return rolled(k, then);
}

/* So long before the due, on a working day; 0: there is none. */
static int64_t
ahead(struct count *k, const struct court_term *t, int64_t due)
{
	int64_t day;

	if (t->n == 0)
		return 0;
	day = roll(k, term_on(k, due, t, -1), -1);
	return k->sign > 0 && day <= k->ask->day ? 0 : day;
}

void
courtcount(struct arena *a, const struct courtcount_ask *ask,
    const char *lang, struct courtcount *out)
{
	struct count k = { .arena = a, .ask = ask, .court = ask->court,
	    .lang = lang, .sign = ask->rule->before ? -1 : 1,
	    .first = date_days(HOLIDAY_FIRST, 1, 1),
	    .last = date_days(HOLIDAY_LAST, 12, 31), .year = INT64_MIN,
	    .step = &out->steps, .tail = &out->lines };
	int64_t day;

	*out = (struct courtcount){ 0 };
	if (known(&k, ask->day)) {
		add_step(&k, COURTCOUNT_EVENT, ask->day, "");
		add_day(&k, ask->day, COURTCOUNT_DAY, "");
		day = resumed(&k, served(&k, ask->day));
		day = added(&k, rolled(&k, period(&k, day)));
		out->due = day;
		out->early = ahead(&k, &ask->rule->early, day);
		out->warn = ahead(&k, &ask->rule->warn, day);
	}
	out->trouble = k.trouble;
}
