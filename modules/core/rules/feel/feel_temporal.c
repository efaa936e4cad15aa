/* SPDX-License-Identifier: MIT */
/*
 * What two temporal values are to each other (tables 53 to 59). A moment is
 * compared and counted by its second of UTC, as value dt() has it; a local
 * one by what its clock shows. Whole seconds decide whether times are equal.
 */
#include "rules/feel/feel_temporal.h"

#include <string.h>

#include "base/day.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal_later.h"
#include "rules/feel/feel_temporal_scan.h"
#include "text/date.h"
#include "text/zone.h"

#define NANOS 1000000000
#define YEAR_MAX 999999999
/* Times of different zones are compared on this day, 2000-01-01. */
#define COMPARED 946684800

bool
feel_temporal_date_ok(int64_t year, int64_t month, int64_t day)
{
	static const char length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return year >= -YEAR_MAX && year <= YEAR_MAX && month >= 1 &&
	    month <= 12 && day >= 1 &&
	    day <= length[month - 1] + (month == 2 && leap);
}

int64_t
feel_temporal_day(struct feel_date d)
{
	return date_days(d.year, d.month, d.day);
}

struct feel_date
feel_temporal_civil(int64_t day)
{
	int y, m, d;

	date_of_days(day, &y, &m, &d);
	return (struct feel_date){ y, (uint8_t)m, (uint8_t)d };
}

int
feel_temporal_weekday(struct feel_date d)
{
	int64_t day = (feel_temporal_day(d) + 3) % 7;

	return (int)(day < 0 ? day + 7 : day) + 1;
}

bool
feel_temporal_civil_ok(int64_t day, struct feel_date *out)
{
	if (day < date_days(-YEAR_MAX, 1, 1) ||
	    day > date_days(YEAR_MAX, 12, 31))
		return false;
	*out = feel_temporal_civil(day);
	return true;
}

static bool
ended(const struct feel_temporal_scan *in)
{
	return in->s == in->end;
}

struct feel_value
feel_temporal_at(struct arena *a, struct feel_date d, struct feel_time t)
{
	struct feel_moment *m = arena_alloc(a, sizeof(*m));

	*m = (struct feel_moment){ d, t };
	return (struct feel_value){ .kind = FEEL_DATE_TIME, .moment = m };
}

bool
feel_temporal_date(const char *text, size_t len, struct feel_value *out)
{
	struct feel_temporal_scan in = { text, text + len };
	struct feel_date d;

	if (!feel_temporal_scan_date(&in, &d) || !ended(&in))
		return false;
	*out = (struct feel_value){ .kind = FEEL_DATE, .date = d };
	return true;
}

bool
feel_temporal_time(struct arena *a, const char *text, size_t len,
    struct feel_value *out)
{
	struct feel_temporal_scan in = { text, text + len };
	struct feel_time t = { 0 };

	if (!feel_temporal_scan_clock(&in, &t.second, &t.nano) ||
	    !feel_temporal_scan_zone(&in, a, &t.zone) || !ended(&in))
		return false;
	t.second %= DAY;
	*out = (struct feel_value){ .kind = FEEL_TIME, .time = t };
	return true;
}

bool
feel_temporal_date_time(struct arena *a, const char *text, size_t len,
    struct feel_value *out)
{
	struct feel_temporal_scan in = { text, text + len };
	struct feel_time t = { 0 };
	struct feel_date d;

	if (!feel_temporal_scan_date(&in, &d))
		return false;
	if (!ended(&in) && (!feel_temporal_scan_char(&in, 'T') ||
	    !feel_temporal_scan_clock(&in, &t.second, &t.nano) ||
	    !feel_temporal_scan_zone(&in, a, &t.zone) || !ended(&in)))
		return false;
	if (t.second == DAY) {		/* 24:00:00: of the next day */
		t.second = 0;
		if (!feel_temporal_civil_ok(feel_temporal_day(d) + 1, &d))
			return false;
	}
	*out = feel_temporal_at(a, d, t);
	return true;
}

bool
feel_temporal_duration(const char *text, size_t len, struct feel_value *out)
{
	struct feel_temporal_scan in = { text, text + len };

	return feel_temporal_scan_duration(&in, out) && ended(&in);
}

bool
feel_temporal_any(struct arena *a, const char *text, size_t len,
    struct feel_value *out)
{
	return feel_temporal_date(text, len, out) ||
	    feel_temporal_date_time(a, text, len, out) ||
	    feel_temporal_time(a, text, len, out) ||
	    feel_temporal_duration(text, len, out);
}

/* Seconds that the clock shows, since 1970. */
static int64_t
wall(const struct feel_moment *m)
{
	return feel_temporal_day(m->date) * DAY + m->time.second;
}

static int32_t
zone_of(const struct feel_zone *zone, int64_t shown)
{
	struct zone *z;

	if (zone == NULL)
		return 0;
	if (zone->id == NULL)
		return zone->offset;
	z = zone_find(zone->id);	/* known since it was read */
	return z == NULL ? 0 : zone_offset_wall(z, shown);
}

bool
feel_temporal_offset(const struct feel_moment *m, int32_t *out)
{
	*out = zone_of(m->time.zone, wall(m));
	return m->time.zone != NULL;
}

int64_t
feel_temporal_second(const struct feel_moment *m)
{
	int64_t shown = wall(m);

	return shown - zone_of(m->time.zone, shown);
}

/* value t(), which may be before 0 or after a day's last second. Of two
 * times in one zone what they show decides. */
static void
time_seconds(struct feel_time a, struct feel_time b, int64_t *x, int64_t *y)
{
	*x = a.second;
	*y = b.second;
	if (a.zone != NULL && a.zone->id != NULL && b.zone != NULL &&
	    b.zone->id != NULL && strcmp(a.zone->id, b.zone->id) == 0)
		return;
	*x -= zone_of(a.zone, COMPARED);
	*y -= zone_of(b.zone, COMPARED);
}

static int
order(int64_t a, int64_t b)
{
	return a < b ? -1 : a > b;
}

bool
feel_temporal_order(struct feel_value a, struct feel_value b, int *out)
{
	int64_t x, y;

	if (a.kind != b.kind)
		return false;
	switch (a.kind) {
	case FEEL_DATE:
		*out = order(feel_temporal_day(a.date),
		    feel_temporal_day(b.date));
		return true;
	case FEEL_TIME:
		time_seconds(a.time, b.time, &x, &y);
		*out = order(x, y);
		return (a.time.zone == NULL) == (b.time.zone == NULL);
	case FEEL_DATE_TIME:
		*out = order(feel_temporal_second(a.moment),
		    feel_temporal_second(b.moment));
		return (a.moment->time.zone == NULL) ==
		    (b.moment->time.zone == NULL);
	case FEEL_DAYS:
		*out = order(a.days.second, b.days.second);
		if (*out == 0)
			*out = order(a.days.nano, b.days.nano);
		return true;
	case FEEL_MONTHS:
		*out = order(a.months, b.months);
		return true;
	default:
		return false;
	}
}

bool
feel_temporal_days(int64_t second, int64_t nano, struct feel_value *out)
{
	if (__builtin_add_overflow(second, nano / NANOS, &second))
		return false;
	nano %= NANOS;
	if (second > 0 && nano < 0) {
		second--;
		nano += NANOS;
	} else if (second < 0 && nano > 0) {
		second++;
		nano -= NANOS;
	}
	*out = (struct feel_value){ .kind = FEEL_DAYS,
	    .days = { second, (int32_t)nano } };
	return true;
}

bool
feel_temporal_add(struct arena *a, struct feel_value x, struct feel_value y,
    struct feel_value *out)
{
	if (y.kind == FEEL_DAYS)
		return feel_temporal_later_days(a, x, y.days, out);
	if (y.kind == FEEL_MONTHS)
		return feel_temporal_later_months(a, x, y.months, out);
	if (x.kind == FEEL_DAYS)
		return feel_temporal_later_days(a, y, x.days, out);
	return x.kind == FEEL_MONTHS &&
	    feel_temporal_later_months(a, y, x.months, out);
}

/* A date among moments is its midnight, UTC (10.3.2.9.4). */
static struct feel_moment
midnight(struct feel_value v)
{
	static const struct feel_zone utc;

	if (v.kind == FEEL_DATE_TIME)
		return *v.moment;
	return (struct feel_moment){ v.date, { .zone = &utc } };
}

static bool
between(struct feel_value x, struct feel_value y, struct feel_value *out)
{
	struct feel_moment a = midnight(x), b = midnight(y);

	return (a.time.zone == NULL) == (b.time.zone == NULL) &&
	    feel_temporal_days(feel_temporal_second(&a) -
	    feel_temporal_second(&b), (int64_t)a.time.nano - b.time.nano,
	    out);
}

bool
feel_temporal_subtract(struct arena *a, struct feel_value x,
    struct feel_value y, struct feel_value *out)
{
	struct feel_value minus;
	int64_t from, to;

	if (y.kind == FEEL_DAYS || y.kind == FEEL_MONTHS)
		return feel_temporal_negate(y, &minus) &&
		    feel_temporal_add(a, x, minus, out);
	if (x.kind == FEEL_TIME && y.kind == FEEL_TIME) {
		time_seconds(x.time, y.time, &from, &to);
		return (x.time.zone == NULL) == (y.time.zone == NULL) &&
		    feel_temporal_days(from - to,
		    (int64_t)x.time.nano - y.time.nano, out);
	}
	return (x.kind == FEEL_DATE || x.kind == FEEL_DATE_TIME) &&
	    (y.kind == FEEL_DATE || y.kind == FEEL_DATE_TIME) &&
	    between(x, y, out);
}

bool
feel_temporal_negate(struct feel_value v, struct feel_value *out)
{
	*out = v;
	if (v.kind == FEEL_DAYS && v.days.second != INT64_MIN)
		out->days = (struct feel_days){ -v.days.second,
		    -v.days.nano };
	else if (v.kind == FEEL_MONTHS && v.months != INT64_MIN)
		out->months = -v.months;
	else
		return false;
	return true;
}

/* A duration as a number: of seconds, or of months. */
static bool
counted(struct feel_value v, struct feel_decimal *out)
{
	if (v.kind == FEEL_MONTHS)
		*out = feel_number_of(v.months).number;
	else if (v.kind != FEEL_DAYS || !feel_number_add(
	    feel_number_of(v.days.second).number,
	    feel_number_scaled(v.days.nano, 9).number, out))
		return false;
	return true;
}

/* The way back; what is finer than a month or a nanosecond is cut. */
static bool
uncounted(enum feel_kind kind, struct feel_decimal n, struct feel_value *out)
{
	int64_t whole;
	int32_t nano;

	if (!feel_number_nanos(n, &whole, &nano))
		return false;
	if (kind == FEEL_DAYS)
		return feel_temporal_days(whole, nano, out);
	*out = (struct feel_value){ .kind = kind, .months = whole };
	return true;
}

bool
feel_temporal_multiply(struct feel_value x, struct feel_value y,
    struct feel_value *out)
{
	struct feel_decimal n;

	if (x.kind == FEEL_NUMBER)
		return y.kind != FEEL_NUMBER &&
		    feel_temporal_multiply(y, x, out);
	return y.kind == FEEL_NUMBER && counted(x, &n) &&
	    feel_number_multiply(n, y.number, &n) &&
	    uncounted(x.kind, n, out);
}

bool
feel_temporal_divide(struct feel_value x, struct feel_value y,
    struct feel_value *out)
{
	struct feel_decimal n, by;

	if (!counted(x, &n))
		return false;
	if (y.kind == FEEL_NUMBER)
		return feel_number_divide(n, y.number, &n) &&
		    uncounted(x.kind, n, out);
	out->kind = FEEL_NUMBER;
	return x.kind == y.kind && counted(y, &by) &&
	    feel_number_divide(n, by, &out->number);
}

struct feel_value
feel_temporal_moment(struct arena *a, int64_t seconds, const char *id)
{
	struct feel_zone *zone = arena_alloc(a, sizeof(*zone));
	struct zone *z = zone_find(id);
	int64_t day;

	if (z != NULL) {
		zone->id = arena_text(a, id);
		seconds += zone_offset(z, seconds);
	}
	day = (seconds >= 0 ? seconds : seconds - (DAY - 1)) / DAY;
	return feel_temporal_at(a, feel_temporal_civil(day),
	    (struct feel_time){ .second = (int32_t)(seconds - day * DAY),
	    .zone = zone });
}
