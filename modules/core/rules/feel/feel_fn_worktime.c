/* SPDX-License-Identifier: MIT */
/* Functions beyond the standard: working days and working time by the
 * calendar of the evaluation. Without one they give null. */
#include "base/day.h"
#include "rules/feel/feel_builtin.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"
#include "rules/time/worktime.h"

#define NEVER "%s(): the calendar has no such day or time within %d days."

static struct feel_value
without(struct feel_eval *ev, const char *name)
{
	return feel_eval_null(ev, "%s(): there is no calendar here.", name);
}

/* Each day that was looked through is paid for. */
static bool
paid(struct feel_eval *ev, bool found, int64_t from, int64_t until)
{
	int64_t days = until < from ? from - until : until - from;

	return feel_eval_step(ev, found && days < WORKTIME_REACH ?
	    (size_t)days : WORKTIME_REACH);
}

static struct feel_date
day_in(struct feel_value v)
{
	return v.kind == FEEL_DATE ? v.date : v.moment->date;
}

/* A date gives a date, a date and time the same time of another day. */
static struct feel_value
on_day(struct feel_eval *ev, const char *name, struct feel_value of,
    bool found, int64_t day)
{
	struct feel_date date;

	if (!paid(ev, found, feel_temporal_day(day_in(of)), day))
		return feel_value_null;
	if (!found || !feel_temporal_civil_ok(day, &date))
		return feel_eval_null(ev, NEVER, name, WORKTIME_REACH);
	if (of.kind == FEEL_DATE_TIME)
		return feel_temporal_at(ev->arena, date, of.moment->time);
	return (struct feel_value){ .kind = FEEL_DATE, .date = date };
}

static struct feel_value
add_days(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	static const char name[] = "add working days";
	int64_t count, day = 0;
	bool found;

	(void)n;
	if (ev->calendar == NULL)
		return without(ev, name);
	if (!feel_number_int(args[1].number, &count))
		return feel_eval_null(ev, "%s(): %s is no whole number of "
		    "days.", name, feel_number_write(ev->arena,
		    args[1].number));
	found = worktime_add_days(ev->calendar, feel_temporal_day(
	    day_in(args[0])), count, &day);
	return on_day(ev, name, args[0], found, day);
}

static struct feel_value
next_day(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	static const char name[] = "next working day";
	int64_t day = 0;
	bool found;

	(void)n;
	if (ev->calendar == NULL)
		return without(ev, name);
	found = worktime_next_day(ev->calendar, feel_temporal_day(
	    day_in(args[0])), &day);
	return on_day(ev, name, args[0], found, day);
}

static struct feel_value
days_between(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	static const char name[] = "working days between";
	int64_t from = feel_temporal_day(day_in(args[0]));
	int64_t until = feel_temporal_day(day_in(args[1])), count = 0;
	bool found;

	(void)n;
	if (ev->calendar == NULL)
		return without(ev, name);
	found = worktime_days_between(ev->calendar, from, until, &count);
	if (!paid(ev, found, from, until))
		return feel_value_null;
	return found ? feel_number_of(count) : feel_eval_null(ev, NEVER, name,
	    WORKTIME_REACH);
}

/* A local moment, or the midnight of a date, is one of the calendar. */
static int64_t
second_of(struct feel_eval *ev, struct feel_value v)
{
	const struct feel_zone zone = { .id = ev->calendar->zone };
	struct feel_moment m = { .date = v.kind == FEEL_DATE ? v.date :
	    v.moment->date };

	if (v.kind == FEEL_DATE_TIME)
		m = *v.moment;
	if (m.time.zone == NULL)
		m.time.zone = &zone;
	return feel_temporal_second(&m);
}

static struct feel_value
add_time(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	static const char name[] = "add working time";
	struct feel_moment *m;
	struct feel_value v;
	int64_t from, until = 0;
	bool found;

	(void)n;
	if (ev->calendar == NULL)
		return without(ev, name);
	from = second_of(ev, args[0]);
	found = worktime_add(ev->calendar, from, args[1].days.second, &until);
	if (!paid(ev, found, from / DAY, until / DAY))
		return feel_value_null;
	if (!found)
		return feel_eval_null(ev, NEVER, name, WORKTIME_REACH);
	v = feel_temporal_moment(ev->arena, until, ev->calendar->zone);
	if (v.kind != FEEL_DATE_TIME || (args[0].kind == FEEL_DATE_TIME &&
	    args[0].moment->time.zone != NULL))
		return v;
	m = arena_copy(ev->arena, v.moment, sizeof(*m));
	m->time.zone = NULL;
	return (struct feel_value){ .kind = FEEL_DATE_TIME, .moment = m };
}

static struct feel_value
time_between(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	static const char name[] = "working time between";
	struct feel_value v = feel_value_null;
	int64_t from, until, seconds = 0;
	bool found;

	(void)n;
	if (ev->calendar == NULL)
		return without(ev, name);
	from = second_of(ev, args[0]);
	until = second_of(ev, args[1]);
	found = worktime_between(ev->calendar, from, until, &seconds);
	if (!paid(ev, found, from / DAY, until / DAY))
		return feel_value_null;
	if (!found || !feel_temporal_days(seconds, 0, &v))
		return feel_eval_null(ev, NEVER, name, WORKTIME_REACH);
	return v;
}

#define KIND FEEL_BUILTIN_KIND
#define A_DAY (KIND(FEEL_DATE) | KIND(FEEL_DATE_TIME))

const struct feel_builtin feel_fn_worktime[] = {
	{ "add working days", add_days, { { "date", A_DAY },
	    { "days", KIND(FEEL_NUMBER) } }, .calendar = true },
	{ "next working day", next_day, { { "date", A_DAY } },
	    .calendar = true },
	{ "working days between", days_between, { { "from", A_DAY },
	    { "to", A_DAY } }, .calendar = true },
	{ "add working time", add_time, { { "from", A_DAY },
	    { "duration", KIND(FEEL_DAYS) } }, .calendar = true },
	{ "working time between", time_between, { { "from", A_DAY },
	    { "to", A_DAY } }, .calendar = true },
	{ 0 }
};
