/* SPDX-License-Identifier: MIT */
/* Calendars as pages show them. */
#include "domain/spine/calendar_show.h"

#include "rules/time/worktime.h"
#include "text/date.h"
#include "text/hours.h"
#include "text/message.h"

int64_t
calendar_show_today(const struct ctx *cx, const struct calendar *c)
{
	return worktime_day_of(c, cx->now);
}

bool
calendar_show_works(const struct ctx *cx, const struct calendar *c,
    int64_t moment)
{
	(void)cx;
	return worktime_is_day(c, worktime_day_of(c, moment));
}

void
calendar_show_day(struct ctx *cx, const struct calendar *c, int64_t day,
    struct calendar_shown *out)
{
	struct worktime_day w;

	worktime_day(c, day, &w);
	*out = (struct calendar_shown){ .day = day,
	    .iso = date_iso(cx->arena, day),
	    .name = worktime_name(cx->arena, &w, cx->lang),
	    .hours = hours_write(cx->arena, &w.hours),
	    .today = day == calendar_show_today(cx, c) };
}

struct calendar_shown *
calendar_show_optional(struct ctx *cx, const struct calendar *c, int year)
{
	struct calendar_shown *first = NULL, **tail = &first;
	struct holiday found[HOLIDAY_MOST];
	size_t i, n = holiday_year(c->region, year, found);
	struct worktime_day w;

	for (i = 0; i < n; i++) {
		worktime_day(c, found[i].day, &w);
		if (!found[i].optional || w.why != WORKTIME_WEEK ||
		    !w.counted)
			continue;
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		calendar_show_day(cx, c, found[i].day, *tail);
		(*tail)->name = holiday_name(cx->arena, &found[i], cx->lang);
		tail = &(*tail)->next;
	}
	return first;
}

struct calendar_shown *
calendar_show_edited(struct ctx *cx, const struct calendar *c, int64_t first,
    int64_t end)
{
	struct calendar_shown *all = NULL, **tail = &all;
	size_t i;

	for (i = 0; i < c->n; i++) {
		if (c->days[i].day < first || c->days[i].day >= end)
			continue;
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		calendar_show_day(cx, c, c->days[i].day, *tail);
		tail = &(*tail)->next;
	}
	return all;
}

const char *
calendar_show_region(size_t n)
{
	size_t i;

	for (i = 0; i < n && holiday_region_all[i].code != NULL; i++)
		continue;
	return holiday_region_all[i].code;
}

const char *
calendar_show_region_name(const struct ctx *cx, const char *code)
{
	const struct holiday_region *r = holiday_region_find(code);

	return r == NULL ? "" : message_label(&r->name, cx->lang);
}

bool
calendar_show_after(struct ctx *cx, const struct calendar *c, int days,
    const char **out)
{
	int64_t day;

	if (!worktime_add_days(c, calendar_show_today(cx, c), days, &day))
		return false;
	*out = date_iso(cx->arena, day);
	return true;
}

int64_t
calendar_show_hours(struct ctx *cx, const struct calendar *c, int hours)
{
	int64_t then;

	return worktime_add(c, cx->now, (int64_t)hours * 3600, &then) ?
	    then : 0;
}
