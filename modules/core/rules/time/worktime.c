/* SPDX-License-Identifier: MIT */
/* Working days and working time, a day or a stretch of the clocks at a time. */
#include "rules/time/worktime.h"

#include <stdio.h>

#include "base/day.h"
#include "text/date.h"
#include "text/zone.h"

#define FARTHEST (INT64_C(1) << 50)	/* of moments: safe to add to */

#define NINE_TO_FIVE { 1, { { 9 * 60, 17 * 60 } } }

const struct calendar worktime_plain = {
	.code = "", .name = "", .zone = "UTC", .region = "", .week = {
	    NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE,
	    NINE_TO_FIVE }
};

/* A calendar that is looked through day by day. */
struct look {
	const struct calendar *calendar;
	struct zone *zone;
	int64_t year;		/* whose holidays these are */
	size_t n;
	struct holiday holidays[HOLIDAY_MOST];
};

/* A stretch of working time, within one day and one offset. */
struct piece {
	int64_t from, until;
};

static void
start(struct look *l, const struct calendar *c)
{
	l->calendar = c;
	l->year = INT64_MIN;
	l->n = 0;
	if ((l->zone = zone_find(c->zone)) == NULL)
		l->zone = zone_find("UTC");
}

static int
weekday(int64_t day)		/* 0 Monday */
{
	return (int)(((day + 3) % 7 + 7) % 7);
}

static const struct calendar_day *
edited(const struct calendar *c, int64_t day)
{
	size_t low = 0, high = c->n, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (c->days[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low < c->n && c->days[low].day == day ? &c->days[low] : NULL;
}

static const struct holiday *
holiday_on(struct look *l, int64_t day)
{
	int year, month, unused;
	size_t i;

	if (l->calendar->region[0] == '\0')
		return NULL;
	date_of_days(day, &year, &month, &unused);
	if (l->year != year) {
		l->year = year;
		l->n = holiday_year(l->calendar->region, year, l->holidays);
	}
	for (i = 0; i < l->n && l->holidays[i].day <= day; i++)
		if (l->holidays[i].day == day && !l->holidays[i].optional)
			return &l->holidays[i];
	return NULL;
}

static const struct calendar_hours *
hours_on(struct look *l, int64_t day)
{
	static const struct calendar_hours none;
	const struct calendar_day *e = edited(l->calendar, day);

	if (e != NULL)
		return &e->hours;
	return holiday_on(l, day) != NULL ? &none :
	    &l->calendar->week[weekday(day)];
}

static void
tell(struct look *l, int64_t day, struct worktime_day *out)
{
	const struct calendar_day *e = edited(l->calendar, day);
	const struct holiday *h = holiday_on(l, day);

	*out = (struct worktime_day){ .day = day, .hours = *hours_on(l, day),
	    .why = e != NULL ? WORKTIME_EDITED : h != NULL ?
	    WORKTIME_HOLIDAY : WORKTIME_WEEK, .name = e != NULL ? e->name :
	    NULL };
	out->counted = out->hours.n > 0;
	if (h != NULL)
		out->holiday = *h;
}

void
worktime_day(const struct calendar *c, int64_t day, struct worktime_day *out)
{
	struct look l;

	start(&l, c);
	tell(&l, day, out);
}

bool
worktime_is_day(const struct calendar *c, int64_t day)
{
	struct look l;

	start(&l, c);
	return hours_on(&l, day)->n > 0;
}

const char *
worktime_name(struct arena *a, const struct worktime_day *d, const char *lang)
{
	if (d->why == WORKTIME_EDITED && d->name[0] != '\0')
		return d->name;
	return d->holiday.name == NULL ? "" :
	    holiday_name(a, &d->holiday, lang);
}

bool
worktime_add_days(const struct calendar *c, int64_t day, int64_t n,
    int64_t *out)
{
	int step = n < 0 ? -1 : 1;
	int64_t d = day, left = n;
	struct look l;
	int walked;

	start(&l, c);
	for (walked = 0; left != 0; walked++) {
		if (walked == WORKTIME_REACH)
			return false;
		d += step;
		if (hours_on(&l, d)->n > 0)
			left -= step;
	}
	*out = d;
	return true;
}

bool
worktime_days_between(const struct calendar *c, int64_t from, int64_t until,
    int64_t *out)
{
	int step = until < from ? -1 : 1;
	int64_t d;
	struct look l;

	if (from - until > WORKTIME_REACH || until - from > WORKTIME_REACH)
		return false;
	start(&l, c);
	*out = 0;
	for (d = from; d != until;) {
		d += step;
		if (hours_on(&l, d)->n > 0)
			*out += step;
	}
	return true;
}

bool
worktime_next_day(const struct calendar *c, int64_t day, int64_t *out)
{
	struct look l;
	int walked;

	start(&l, c);
	for (walked = 0; walked < WORKTIME_REACH; walked++, day++)
		if (hours_on(&l, day)->n > 0) {
			*out = day;
			return true;
		}
	return false;
}

static bool
far(int64_t moment)
{
	return moment < -FARTHEST || moment > FARTHEST;
}

/* The first work from a moment on, up to last: by stretches of one offset, in
 * which the clocks on the wall run as time does. */
static bool
next_piece(struct look *l, int64_t t, int64_t last, struct piece *out)
{
	const struct calendar_hours *h;
	int64_t offset, until, day, second;
	int i;

	while (t < last) {
		offset = zone_offset(l->zone, t);
		until = zone_until(l->zone, t);
		day = date_day(t + offset);
		second = t + offset - day * DAY;
		h = hours_on(l, day);
		for (i = 0; i < h->n && h->span[i].until * 60 <= second; i++)
			continue;
		if (i == h->n) {
			t += DAY - second;
		} else {
			out->from = t + (h->span[i].from * 60 > second ?
			    h->span[i].from * 60 - second : 0);
			out->until = t + h->span[i].until * 60 - second;
			if (out->until > until)
				out->until = until;
			if (out->from < out->until)
				return out->from < last;
			t = until;
		}
		if (t > until)
			t = until;
	}
	return false;
}

/* The last work before a moment, down to first. */
static bool
former_piece(struct look *l, int64_t t, int64_t first, struct piece *out)
{
	const struct calendar_hours *h;
	int64_t offset, since, day, second;
	int i;

	while (t > first) {
		offset = zone_offset(l->zone, t - 1);
		since = zone_since(l->zone, t - 1);
		day = date_day(t - 1 + offset);
		second = t + offset - day * DAY;	/* 1 to 86400 */
		h = hours_on(l, day);
		for (i = h->n; i > 0 && h->span[i - 1].from * 60 >= second;)
			i--;
		if (i == 0) {
			t -= second;
		} else {
			out->until = t - (h->span[i - 1].until * 60 < second ?
			    second - h->span[i - 1].until * 60 : 0);
			out->from = t - (second - h->span[i - 1].from * 60);
			if (out->from < since)
				out->from = since;
			if (out->from < out->until)
				return out->until > first;
			t = since;
		}
		if (t < since)
			t = since;
	}
	return false;
}

static bool
add_back(struct look *l, int64_t moment, int64_t seconds, int64_t *out)
{
	const int64_t first = moment - WORKTIME_REACH * DAY;
	struct piece p;

	while (seconds > 0) {
		if (!former_piece(l, moment, first, &p))
			return false;
		moment = p.until - seconds >= p.from ? p.until - seconds :
		    p.from;
		seconds -= p.until - moment;
	}
	*out = moment;
	return true;
}

bool
worktime_add(const struct calendar *c, int64_t moment, int64_t seconds,
    int64_t *out)
{
	struct piece p;
	struct look l;
	int64_t last;

	if (far(moment) || far(seconds))
		return false;
	last = moment + WORKTIME_REACH * DAY;
	start(&l, c);
	if (seconds < 0)
		return add_back(&l, moment, -seconds, out);
	while (seconds > 0) {
		if (!next_piece(&l, moment, last, &p))
			return false;
		moment = p.from + seconds <= p.until ? p.from + seconds :
		    p.until;
		seconds -= moment - p.from;
	}
	*out = moment;
	return true;
}

/* What lies before the moment of a piece, and whether there is more. */
static bool
cut_piece(struct look *l, int64_t t, int64_t until, struct piece *out)
{
	if (!next_piece(l, t, until, out))
		return false;
	if (out->until > until)
		out->until = until;
	return true;
}

bool
worktime_between(const struct calendar *c, int64_t from, int64_t until,
    int64_t *out)
{
	bool back = until < from;
	int64_t t = back ? until : from, end = back ? from : until;
	struct piece p;
	struct look l;

	if (far(t) || far(end) || end - t > WORKTIME_REACH * DAY)
		return false;
	start(&l, c);
	for (*out = 0; cut_piece(&l, t, end, &p); t = p.until)
		*out += p.until - p.from;
	if (back)
		*out = -*out;
	return true;
}

int64_t
worktime_day_of(const struct calendar *c, int64_t moment)
{
	struct look l;

	start(&l, c);
	return date_day(moment + zone_offset(l.zone, moment));
}

int64_t
worktime_start_of(const struct calendar *c, int64_t day)
{
	int year, month, d;
	int64_t out = 0;
	char iso[16];

	date_of_days(day, &year, &month, &d);
	snprintf(iso, sizeof(iso), "%04d-%02d-%02d", year, month, d);
	if (!date_start(c->zone, iso, &out))
		out = day * DAY;
	return out;
}
