/* SPDX-License-Identifier: MIT */
/* Functions that make dates, times and durations (10.3.4.1), and those that
 * look at them (10.3.4.8 to 10.3.4.10). */
#include "rules/feel/feel_builtin.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

#define OFFSET_MAX (18 * 3600)
#define SHOWN 60		/* bytes of a text in a reason */

/* A text as a reason shows it. */
static const char *
shown(struct feel_eval *ev, struct feel_string s)
{
	size_t n = s.len;

	if (n <= SHOWN)
		return arena_textn(ev->arena, s.text, n);
	for (n = SHOWN; n > 0 && ((unsigned char)s.text[n] & 0xc0) == 0x80;)
		n--;
	return arena_printf(ev->arena, "%.*s...", (int)n, s.text);
}

/* A value, or null because the text is none. */
static struct feel_value
read_or_null(struct feel_eval *ev, const char *name, bool read,
    struct feel_value v, struct feel_string text)
{
	return read ? v : feel_eval_null(ev, "%s(): “%s” is not a valid %s.",
	    name, shown(ev, text), name);
}

static struct feel_value
date_of(struct feel_date d)
{
	return (struct feel_value){ .kind = FEEL_DATE, .date = d };
}

/* The day of a date, or of a date and time. */
static struct feel_date
day_in(struct feel_value v)
{
	return v.kind == FEEL_DATE ? v.date : v.moment->date;
}

static struct feel_value
date_from(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_value v = feel_value_null;
	struct feel_string s;

	(void)n;
	if (args[0].kind != FEEL_STRING)
		return date_of(day_in(args[0]));
	s = args[0].string;
	return read_or_null(ev, "date", feel_temporal_date(s.text, s.len, &v),
	    v, s);
}

static struct feel_value
date_of_parts(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	int64_t year, month, day;

	(void)n;
	if (!feel_number_int(args[0].number, &year) ||
	    !feel_number_int(args[1].number, &month) ||
	    !feel_number_int(args[2].number, &day) ||
	    !feel_temporal_date_ok(year, month, day))
		return feel_eval_null(ev, "date(): there is no day with year "
		    "%s, month %s, day %s.",
		    feel_number_write(ev->arena, args[0].number),
		    feel_number_write(ev->arena, args[1].number),
		    feel_number_write(ev->arena, args[2].number));
	return date_of((struct feel_date){ (int32_t)year, (uint8_t)month,
	    (uint8_t)day });
}

static struct feel_value
time_from(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	static const struct feel_zone utc;
	struct feel_time t = { .zone = &utc };
	struct feel_value v = args[0];

	(void)n;
	if (v.kind == FEEL_STRING)
		return read_or_null(ev, "time", feel_temporal_time(ev->arena,
		    args[0].string.text, args[0].string.len, &v), v,
		    args[0].string);
	if (v.kind == FEEL_DATE_TIME)
		t = v.moment->time;
	else if (v.kind == FEEL_TIME)
		t = v.time;		/* a date: its midnight, UTC */
	return (struct feel_value){ .kind = FEEL_TIME, .time = t };
}

/* The offset of a time that is made of parts: null makes it local. */
static bool
offset_given(struct feel_eval *ev, struct feel_value offset,
    const struct feel_zone **out)
{
	struct feel_zone *zone;

	*out = NULL;
	if (offset.kind == FEEL_NULL)
		return true;
	if (offset.days.nano != 0 || offset.days.second < -OFFSET_MAX ||
	    offset.days.second > OFFSET_MAX)
		return false;
	zone = arena_alloc(ev->arena, sizeof(*zone));
	zone->offset = (int32_t)offset.days.second;
	*out = zone;
	return true;
}

static struct feel_value
time_of_parts(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_time t = { 0 };
	int64_t hour, minute, second;

	if (!feel_number_int(args[0].number, &hour) ||
	    !feel_number_int(args[1].number, &minute) ||
	    !feel_number_nanos(args[2].number, &second, &t.nano) ||
	    hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
	    feel_number_sign(args[2].number) < 0 || second > 59)
		return feel_eval_null(ev, "time(): there is no time with hour "
		    "%s, minute %s, second %s.",
		    feel_number_write(ev->arena, args[0].number),
		    feel_number_write(ev->arena, args[1].number),
		    feel_number_write(ev->arena, args[2].number));
	if (n > 3 && !offset_given(ev, args[3], &t.zone))
		return feel_eval_null(ev, "time(): the offset %s is more than "
		    "18 hours, or not of whole seconds.",
		    feel_temporal_write(ev->arena, args[3]));
	t.second = (int32_t)(hour * 3600 + minute * 60 + second);
	return (struct feel_value){ .kind = FEEL_TIME, .time = t };
}

static struct feel_value
date_time_from(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_value v = feel_value_null;
	struct feel_string s = args[0].string;

	(void)n;
	return read_or_null(ev, "date and time", feel_temporal_date_time(
	    ev->arena, s.text, s.len, &v), v, s);
}

static struct feel_value
date_time_of_parts(struct feel_eval *ev, const struct feel_value *args,
    size_t n)
{
	(void)n;
	return feel_temporal_at(ev->arena, day_in(args[0]), args[1].time);
}

static struct feel_value
duration_from(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_value v = feel_value_null;
	struct feel_string s = args[0].string;

	(void)n;
	return read_or_null(ev, "duration", feel_temporal_duration(s.text,
	    s.len, &v), v, s);
}

/* Whole months from one day to another; what the clocks show is no matter. */
static struct feel_value
months_between(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_date from = day_in(args[0]), to = day_in(args[1]);
	int64_t months = ((int64_t)to.year - from.year) * 12 + to.month -
	    from.month;

	(void)ev;
	(void)n;
	if (months > 0 && to.day < from.day)
		months--;
	else if (months < 0 && to.day > from.day)
		months++;
	return (struct feel_value){ .kind = FEEL_MONTHS, .months = months };
}

static struct feel_value
now(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)args;
	(void)n;
	return feel_temporal_moment(ev->arena, ev->now, ev->zone);
}

static struct feel_value
today(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	return date_of(now(ev, args, n).moment->date);
}

static int64_t
day_number(struct feel_date d)
{
	return feel_temporal_day(d) -
	    feel_temporal_day((struct feel_date){ d.year, 1, 1 }) + 1;
}

static struct feel_value
day_of_year(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)ev;
	(void)n;
	return feel_number_of(day_number(day_in(args[0])));
}

static struct feel_value
day_of_week(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	static const char *const names[] = { "Monday", "Tuesday", "Wednesday",
	    "Thursday", "Friday", "Saturday", "Sunday" };

	(void)ev;
	(void)n;
	return feel_value_text(names[feel_temporal_weekday(
	    day_in(args[0])) - 1]);
}

static struct feel_value
month_of_year(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	static const char *const names[] = { "January", "February", "March",
	    "April", "May", "June", "July", "August", "September", "October",
	    "November", "December" };

	(void)ev;
	(void)n;
	return feel_value_text(names[day_in(args[0]).month - 1]);
}

/* By ISO 8601 a week is of the year in which its Thursday lies. */
static struct feel_value
week_of_year(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_date d = day_in(args[0]);

	(void)ev;
	(void)n;
	d = feel_temporal_civil(feel_temporal_day(d) + 4 -
	    feel_temporal_weekday(d));
	return feel_number_of((day_number(d) - 1) / 7 + 1);
}

#define KIND FEEL_BUILTIN_KIND
#define A_DAY (KIND(FEEL_DATE) | KIND(FEEL_DATE_TIME))
#define NUMBER KIND(FEEL_NUMBER)
#define STRING KIND(FEEL_STRING)

const struct feel_builtin feel_fn_temporal[] = {
	{ "date", date_from, { { "from", STRING | A_DAY } } },
	{ "date", date_of_parts, { { "year", NUMBER }, { "month", NUMBER },
	    { "day", NUMBER } } },
	{ "time", time_from, { { "from", STRING | A_DAY |
	    KIND(FEEL_TIME) } } },
	{ "time", time_of_parts, { { "hour", NUMBER }, { "minute", NUMBER },
	    { "second", NUMBER }, { "offset", KIND(FEEL_DAYS) |
	    KIND(FEEL_NULL), true } } },
	{ "date and time", date_time_from, { { "from", STRING } } },
	{ "date and time", date_time_of_parts, { { "date", A_DAY },
	    { "time", KIND(FEEL_TIME) } } },
	{ "duration", duration_from, { { "from", STRING } } },
	{ "years and months duration", months_between, { { "from", A_DAY },
	    { "to", A_DAY } } },
	{ "now", now, { { 0 } } },
	{ "today", today, { { 0 } } },
	{ "day of year", day_of_year, { { "date", A_DAY } } },
	{ "day of week", day_of_week, { { "date", A_DAY } } },
	{ "month of year", month_of_year, { { "date", A_DAY } } },
	{ "week of year", week_of_year, { { "date", A_DAY } } },
	{ 0 }
};
