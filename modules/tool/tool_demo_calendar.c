/* SPDX-License-Identifier: MIT */
/* The calendar of the house and entries of calendars in the demo. */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "domain/desk/appointment.h"
#include "domain/spine/calendar.h"
#include "text/date.h"
#include "text/hours.h"
#include "tool/tool_demo.h"

#define REGION "DE-BY"

/* Public holidays are free, before anything is counted. */
enum err
tool_demo_calendar(struct tool_demo *p)
{
	const struct calendar *house;
	struct calendar_typed t = { .name = "", .zone = "",
	    .region = REGION };
	struct calendar *c;
	enum err e;
	int i;

	if ((e = calendar_house(p->cx, &house)) != OK ||
	    (e = calendar_open(p->cx, house->code, &c)) != OK ||
	    strcmp(c->region, REGION) == 0)
		return e;
	for (i = 0; i < 7; i++)
		t.week[i] = hours_write(p->cx->arena, &c->week[i]);
	t.version = c->version;
	return calendar_save(p->cx, c, &t);
}

static const char *
civil(struct tool_demo *p, int64_t moment)
{
	return date_text(p->cx->arena, "en", p->cx->zone, moment, 0,
	    DATE_INPUT_DAY);
}

/* "meet DAYS HOUR TITLE": who acts goes there, so many days later. */
enum err
tool_demo_calendar_meet(struct tool_demo *p, struct dossier *d)
{
	int hour = (int)strtol(p->act->word[2], NULL, 10);
	struct appointment_new n = { .title = tool_demo_said(p, 3),
	    .place = "", .others = p->story->name, .note = "", .last = "",
	    .begins = hour * 60, .ends = hour * 60 + 90,
	    .people = &p->cx->viewer, .n = 1 };
	struct appointment *a;

	n.day = civil(p, p->cx->now + strtoll(p->act->word[1], NULL, 10) *
	    DAY);
	return appointment_add(p->cx, d, &n, &a);
}

/* The complaints team meets on Mondays, and its head has something else at
 * the end of the next one. */
enum err
tool_demo_calendar_team(struct tool_demo *p)
{
	int64_t days = p->now / DAY, monday = days - date_weekday_of(days);
	int64_t people[3] = { p->cx->viewer, tool_demo_staff(p, "marco"),
	    tool_demo_staff(p, "emma") };
	struct appointment_new n = { .title = "Team meeting",
	    .place = "Room 3", .others = "", .note = "", .last = "",
	    .begins = 9 * 60, .ends = 10 * 60,
	    .rule = { .often = APPOINTMENT_WEEKLY, .every = 1, .days = 1 },
	    .people = people, .n = 3 };
	struct appointment *a;
	enum err e;

	n.day = civil(p, (monday - 28) * DAY + DAY / 2);
	if ((e = appointment_add(p->cx, NULL, &n, &a)) != OK)
		return e;
	n.title = "Call with the city council";
	n.place = "";
	n.day = civil(p, (monday + 7) * DAY + DAY / 2);
	n.begins = 9 * 60 + 30;
	n.rule.often = APPOINTMENT_ONCE;
	n.n = 1;
	return appointment_add(p->cx, NULL, &n, &a);
}
