/* SPDX-License-Identifier: MIT */
/* The days of a year by the law of a region, moved as that law moves them. */
#include "rules/time/holiday.h"

#include <string.h>

#include "rules/time/holiday_law.h"
#include "text/date.h"
#include "text/message.h"

#define LAW_OF_2007 2007	/* Japan: substitutes pass over holidays */

struct year {
	const struct holiday_law *law;
	const char *part;	/* of the country, "" the whole */
	int year;
	struct holiday *days;	/* in order, no two on one day */
	size_t n;
};

/* By the century and the moon's cycle, as Meeus, Jones and Butcher do it. */
int64_t
holiday_easter(int64_t year)
{
	int64_t a = year % 19, b = year / 100, c = year % 100;
	int64_t g = (8 * b + 13) / 25, h = (19 * a + b - b / 4 - g + 15) % 30;
	int64_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int64_t m = (a + 11 * h + 22 * l) / 451, day = h + l - 7 * m + 114;

	return date_days(year, (int)(day / 31), (int)(day % 31 + 1));
}

static int
weekday(int64_t day)		/* of our years: 1 Monday, 7 Sunday */
{
	return (int)((day + 3) % 7) + 1;
}

/* The day on which the sun crosses the equator, in Japan, in millionths of a
 * day: good from 1980 to 2099. */
static int64_t
equinox(int year, int month, int64_t at)
{
	int y = year - 1980;

	return date_days(year, month, (int)((at + 242194LL * y) / 1000000 -
	    y / 4));
}

static int64_t
nth(int year, const struct holiday_rule *r)
{
	int64_t first = date_days(year, r->month, 1), last;

	if (r->day < 5)
		return first + (r->weekday + 7 - weekday(first)) % 7 +
		    (r->day - 1) * 7;
	last = date_days(year, r->month + 1, 1) - 1;
	return last - (weekday(last) + 7 - r->weekday) % 7;
}

static int64_t
day_of(int year, const struct holiday_rule *r)
{
	int64_t day;

	switch (r->kind) {
	case EASTER:
		return holiday_easter(year) + r->day;
	case NTH:
		return nth(year, r);
	case BY:
		day = date_days(year, r->month, r->day);
		return day - (weekday(day) + 7 - r->weekday) % 7;
	case SPRING:
		return equinox(year, r->month, 20843100);
	case AUTUMN:
		return equinox(year, r->month, 23248800);
	default:
		return date_days(year, r->month, r->day);
	}
}

static const struct holiday *
on(const struct year *y, int64_t day)
{
	size_t i;

	for (i = 0; i < y->n; i++)
		if (y->days[i].day == day)
			return &y->days[i];
	return NULL;
}

/* The first that claims a day has it, but for one that the law does not ask. */
static void
put(struct year *y, struct holiday h)
{
	size_t i;

	for (i = 0; i < y->n && y->days[i].day < h.day; i++)
		continue;
	if (i < y->n && y->days[i].day == h.day) {
		if (y->days[i].optional)
			y->days[i] = h;
		return;
	}
	if (y->n == HOLIDAY_MOST)
		return;
	memmove(&y->days[i + 1], &y->days[i], (y->n - i) *
	    sizeof(*y->days));
	y->days[i] = h;
	y->n++;
}

static bool
applies(const struct year *y, const struct holiday_rule *r)
{
	size_t len = strlen(y->part);
	const char *w;

	if ((r->from != 0 && y->year < r->from) ||
	    (r->until != 0 && y->year > r->until))
		return false;
	if (r->where[0] == '\0')
		return true;
	for (w = r->where; len > 0 && (w = strstr(w, y->part)) != NULL; w++)
		if ((w == r->where || w[-1] == ' ') &&
		    (w[len] == ' ' || w[len] == '\0'))
			return true;
	return false;
}

static void
by_law(struct year *y)
{
	const struct holiday_rule *r = y->law->rules;

	for (; r < y->law->rules + y->law->n; r++)
		if (applies(y, r))
			put(y, (struct holiday){ day_of(y->year, r),
			    &holiday_name_labels[r->word], false,
			    r->optional });
}

static void
next_weekdays(struct year *y, const struct holiday *days, size_t n)
{
	struct holiday h;

	for (; n > 0; n--, days++) {
		if (weekday(days->day) < SAT || days->optional)
			continue;
		h = (struct holiday){ days->day, days->name, true, false };
		while (weekday(h.day) >= SAT || on(y, h.day) != NULL)
			h.day++;
		put(y, h);
	}
}

/* New Year's Day of the next year may be kept on the last day of this. */
static void
nearest(struct year *y, const struct holiday *days, size_t n)
{
	int64_t next = date_days(y->year + 1, 1, 1), first = n > 0 ?
	    days->day : next;

	for (; n > 0; n--, days++) {
		if (weekday(days->day) == SAT && days->day > first)
			put(y, (struct holiday){ days->day - 1, days->name,
			    true, false });
		if (weekday(days->day) == SUN)
			put(y, (struct holiday){ days->day + 1, days->name,
			    true, false });
	}
	if (weekday(next) == SAT)
		put(y, (struct holiday){ next - 1,
		    &holiday_name_labels[NEW_YEAR], true, false });
}

/* Article 3 of the law on national holidays: one on a Sunday makes the next
 * day free, and a day between two of them is free too. */
static void
japanese(struct year *y, const struct holiday *days, size_t n)
{
	size_t i;
	int64_t day;

	for (i = 0; i < n; i++) {
		if (weekday(days[i].day) != SUN)
			continue;
		day = days[i].day + 1;
		while (y->year >= LAW_OF_2007 && on(y, day) != NULL)
			day++;
		put(y, (struct holiday){ day,
		    &holiday_name_labels[SUBSTITUTE_JP], false, false });
	}
	for (i = 1; i < n; i++) {
		day = days[i].day - 1;
		if (days[i - 1].day + 1 == day && (y->year >= LAW_OF_2007 ||
		    weekday(day) != SUN))
			put(y, (struct holiday){ day,
			    &holiday_name_labels[CITIZENS_HOLIDAY], false,
			    false });
	}
}

size_t
holiday_year(const char *region, int64_t year,
    struct holiday out[HOLIDAY_MOST])
{
	const struct holiday_region *r = holiday_region_find(region);
	struct holiday days[HOLIDAY_MOST];
	struct year y = { .days = out };

	if (r == NULL || year < HOLIDAY_FIRST || year > HOLIDAY_LAST ||
	    (y.law = holiday_law_find(region)) == NULL)
		return 0;
	y.part = region[2] == '-' ? region + 3 : "";
	y.year = (int)year;
	by_law(&y);
	memcpy(days, out, y.n * sizeof(*out));
	switch (y.law->move) {
	case NEXT_WEEKDAY:
		next_weekdays(&y, days, y.n);
		break;
	case NEAREST:
		nearest(&y, days, y.n);
		break;
	case JAPANESE:
		japanese(&y, days, y.n);
		break;
	case STAYS:
		break;
	}
	return y.n;
}

const char *
holiday_name(struct arena *a, const struct holiday *h, const char *lang)
{
	const char *name = message_label(h->name, lang);

	return !h->substitute ? name : arena_printf(a, "%s (%s)", name,
	    message_label(&holiday_name_substitute, lang));
}
