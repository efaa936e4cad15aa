/* SPDX-License-Identifier: MIT */
/* Properties of dates, times and durations (table 65). */
#include "rules/feel/feel_temporal.h"

#include <string.h>

#include "base/day.h"
#include "rules/feel/feel_number.h"

/* Seconds with their fraction. */
static struct feel_value
seconds(int64_t whole, int32_t nano)
{
	struct feel_value v = feel_number_of(whole);

	if (nano != 0)
		(void)feel_number_add(v.number,
		    feel_number_scaled(nano, 9).number, &v.number);
	return v;
}

static bool
of_date(struct feel_date d, const char *name, struct feel_value *out)
{
	if (strcmp(name, "year") == 0)
		*out = feel_number_of(d.year);
	else if (strcmp(name, "month") == 0)
		*out = feel_number_of(d.month);
	else if (strcmp(name, "day") == 0)
		*out = feel_number_of(d.day);
	else if (strcmp(name, "weekday") == 0)
		*out = feel_number_of(feel_temporal_weekday(d));
	else
		return false;
	return true;
}

/* known: the offset is, which a time in a zone lacks: it changes by day. */
static bool
of_time(struct arena *a, struct feel_time t, bool known, int32_t offset,
    const char *name, struct feel_value *out)
{
	const char *id = t.zone == NULL ? NULL : t.zone->id;

	if (strcmp(name, "hour") == 0)
		*out = feel_number_of(t.second / 3600);
	else if (strcmp(name, "minute") == 0)
		*out = feel_number_of(t.second / 60 % 60);
	else if (strcmp(name, "second") == 0)
		*out = seconds(t.second % 60, t.nano);
	else if (strcmp(name, "time offset") == 0)
		*out = known ? (struct feel_value){ .kind = FEEL_DAYS,
		    .days = { offset, 0 } } : feel_value_null;
	else if (strcmp(name, "timezone") == 0)
		*out = id == NULL ? feel_value_null :
		    feel_value_text(arena_text(a, id));
	else
		return false;
	return true;
}

static bool
of_months(int64_t months, const char *name, struct feel_value *out)
{
	if (strcmp(name, "years") == 0)
		*out = feel_number_of(months / 12);
	else if (strcmp(name, "months") == 0)
		*out = feel_number_of(months % 12);
	else
		return false;
	return true;
}

static bool
of_days(struct feel_days d, const char *name, struct feel_value *out)
{
	if (strcmp(name, "days") == 0)
		*out = feel_number_of(d.second / DAY);
	else if (strcmp(name, "hours") == 0)
		*out = feel_number_of(d.second / 3600 % 24);
	else if (strcmp(name, "minutes") == 0)
		*out = feel_number_of(d.second / 60 % 60);
	else if (strcmp(name, "seconds") == 0)
		*out = seconds(d.second % 60, d.nano);
	else
		return false;
	return true;
}

bool
feel_temporal_property(struct arena *a, struct feel_value v,
    struct feel_string wanted, struct feel_value *out)
{
	char name[sizeof("time offset")];
	int32_t offset = 0;
	bool known;

	if (wanted.len >= sizeof(name))
		return false;
	memcpy(name, wanted.text, wanted.len);
	name[wanted.len] = '\0';
	switch (v.kind) {
	case FEEL_DATE:
		return of_date(v.date, name, out);
	case FEEL_TIME:
		known = v.time.zone != NULL && v.time.zone->id == NULL;
		return of_time(a, v.time, known,
		    known ? v.time.zone->offset : 0, name, out);
	case FEEL_DATE_TIME:
		known = feel_temporal_offset(v.moment, &offset);
		return of_date(v.moment->date, name, out) ||
		    of_time(a, v.moment->time, known, offset, name, out);
	case FEEL_MONTHS:
		return of_months(v.months, name, out);
	case FEEL_DAYS:
		return of_days(v.days, name, out);
	default:
		return false;
	}
}
