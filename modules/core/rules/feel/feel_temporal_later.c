/* SPDX-License-Identifier: MIT */
/* What a duration makes of a date, a time, a moment or another duration. */
#include "rules/feel/feel_temporal_later.h"

#include "base/day.h"
#include "rules/feel/feel_temporal.h"
#include "text/zone.h"

#define NANOS 1000000000

/* Seconds and nanoseconds later, where the nanoseconds stay from 0 on. */
static bool
later(int64_t second, int32_t nano, struct feel_days by, int64_t *out,
    int32_t *out_nano)
{
	int32_t sum = nano + by.nano;
	int carry = sum < 0 ? -1 : sum >= NANOS;

	*out_nano = sum - carry * NANOS;
	return !__builtin_add_overflow(second, by.second, out) &&
	    !__builtin_add_overflow(*out, carry, out);
}

static int64_t
day_of(int64_t second)
{
	return (second >= 0 ? second : second - (DAY - 1)) / DAY;
}

static bool
date_later(struct feel_date d, struct feel_days by, struct feel_value *out)
{
	int64_t second;
	int32_t nano;

	out->kind = FEEL_DATE;
	return later(feel_temporal_day(d) * DAY, 0, by, &second, &nano) &&
	    feel_temporal_civil_ok(day_of(second), &out->date);
}

/* The clock goes on from midnight. */
static bool
time_later(struct feel_time t, struct feel_days by, struct feel_value *out)
{
	int64_t second;

	*out = (struct feel_value){ .kind = FEEL_TIME, .time = t };
	if (!later(t.second, t.nano, by, &second, &out->time.nano))
		return false;
	out->time.second = (int32_t)(second - day_of(second) * DAY);
	return true;
}

/* On the line of time: a zone's clock may have been changed meanwhile. */
static bool
moment_later(struct arena *a, const struct feel_moment *m,
    struct feel_days by, struct feel_value *out)
{
	struct feel_time t = m->time;
	struct feel_date d;
	struct zone *z;
	int64_t second;

	if (!later(feel_temporal_second(m), t.nano, by, &second, &t.nano) ||
	    !feel_temporal_civil_ok(day_of(second), &d))
		return false;
	if (t.zone != NULL && t.zone->id != NULL)
		second += (z = zone_find(t.zone->id)) == NULL ? 0 :
		    zone_offset(z, second);
	else if (t.zone != NULL)
		second += t.zone->offset;
	if (!feel_temporal_civil_ok(day_of(second), &d))
		return false;
	t.second = (int32_t)(second - day_of(second) * DAY);
	*out = feel_temporal_at(a, d, t);
	return true;
}

/* The same day so many months later, or that month's last. */
static bool
months_later(struct feel_date from, int64_t months, struct feel_date *out)
{
	int64_t n, year;
	int month, day;

	if (__builtin_add_overflow((int64_t)from.year * 12 + from.month - 1,
	    months, &n))
		return false;
	year = (n >= 0 ? n : n - 11) / 12;
	month = (int)(n - year * 12) + 1;
	for (day = from.day; day > 28 &&
	    !feel_temporal_date_ok(year, month, day); day--)
		;
	if (!feel_temporal_date_ok(year, month, day))
		return false;
	*out = (struct feel_date){ (int32_t)year, (uint8_t)month,
	    (uint8_t)day };
	return true;
}

bool
feel_temporal_later_days(struct arena *a, struct feel_value v,
    struct feel_days by, struct feel_value *out)
{
	switch (v.kind) {
	case FEEL_DATE:
		return date_later(v.date, by, out);
	case FEEL_TIME:
		return time_later(v.time, by, out);
	case FEEL_DATE_TIME:
		return moment_later(a, v.moment, by, out);
	case FEEL_DAYS:
		return !__builtin_add_overflow(v.days.second, by.second,
		    &by.second) && feel_temporal_days(by.second,
		    (int64_t)v.days.nano + by.nano, out);
	default:
		return false;
	}
}

bool
feel_temporal_later_months(struct arena *a, struct feel_value v, int64_t by,
    struct feel_value *out)
{
	struct feel_date d;

	switch (v.kind) {
	case FEEL_DATE:
		out->kind = FEEL_DATE;
		return months_later(v.date, by, &out->date);
	case FEEL_DATE_TIME:
		if (!months_later(v.moment->date, by, &d))
			return false;
		*out = feel_temporal_at(a, d, v.moment->time);
		return true;
	case FEEL_MONTHS:
		out->kind = FEEL_MONTHS;
		return !__builtin_add_overflow(v.months, by, &out->months);
	default:
		return false;
	}
}
