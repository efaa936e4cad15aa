/* SPDX-License-Identifier: MIT */
/* A calendar by its months, and the days that are edited in it. */
#include "admin.h"

#include "calendars.h"
#include "domain/spine/calendar.h"
#include "domain/spine/calendar_past.h"
#include "domain/spine/calendar_show.h"
#include "text/date.h"
#include "text/message.h"

#define MONTHS 12
#define CHANGES 20		/* of its history */
#define YEAR_FIRST 1990
#define YEAR_LAST 2099

const struct field calendar_page_form[] = {
	{ "year", FIELD_INT, .min = YEAR_FIRST, .max = YEAR_LAST },
	{ 0 }
};
const struct field calendar_day_form[] = {
	{ "day", FIELD_TEXT, .max = 10 },
	{ "about", FIELD_TEXT, .max = 80 },
	{ "hours", FIELD_TEXT, .max = 80 },
	{ 0 }
};
const struct field calendar_back_form[] = {
	{ "change", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};

static int
weekday(int64_t day)		/* 0 Monday */
{
	return (int)(((day + 3) % 7 + 7) % 7);
}

/* A day in a month, and a line under it where it has a name. */
static void
show_day(struct request *rq, struct view *week, struct view *month,
    const struct calendar *c, int64_t day, int date)
{
	struct calendar_shown x;
	struct view *v = view_item(week, "days");

	calendar_show_day(&rq->cx, c, day, &x);
	view_int(v, "date", date);
	view_flag(v, "shut", x.hours[0] == '\0');
	view_flag(v, "today", x.today);
	if (x.name[0] == '\0')
		return;
	view_flag(v, "named", true);
	v = view_item(month, "named");
	view_int(v, "date", date);
	view_text(v, "name", x.name);
	view_text(v, "hours", x.hours);
}

static void
show_month(struct request *rq, const struct calendar *c, int year, int month)
{
	int64_t day = date_days(year, month, 1);
	int64_t end = date_days(month == 12 ? year + 1 : year,
	    month % 12 + 1, 1);
	struct view *v = view_item(rq->view, "months"), *week;
	int i, date = 1;

	view_text(v, "name", date_month(rq->cx.arena, rq->cx.lang, year,
	    month));
	week = view_item(v, "weeks");
	for (i = weekday(day); i > 0; i--)
		view_item(week, "days");
	for (; day < end; day++, date++) {
		if (weekday(day) == 0 && date > 1)
			week = view_item(v, "weeks");
		show_day(rq, week, v, c, day, date);
	}
	for (i = weekday(end); i > 0 && i < 7; i++)
		view_item(week, "days");
}

static void
show_list(struct request *rq, const char *list,
    const struct calendar_shown *x, int64_t first, int64_t end)
{
	struct view *v;

	for (; x != NULL; x = x->next) {
		if (x->day < first || x->day >= end)
			continue;
		v = view_item(rq->view, list);
		view_text(v, "day", x->iso);
		view_text(v, "name", x->name);
		view_text(v, "hours", x->hours);
	}
}

void
calendars_year(struct request *rq, const struct calendar *c)
{
	int64_t first, end, chosen = form_int(rq, "year");
	int year, month, day, i;
	struct view *v;

	date_of_days(calendar_show_today(&rq->cx, c), &year, &month, &day);
	for (i = 0; i < 4; i++) {
		v = view_item(rq->view, "years");
		view_int(v, "year", year - 1 + i);
		view_flag(v, "chosen", chosen == year - 1 + i);
	}
	view_flag(rq->view, "ahead", chosen == 0);
	if (chosen != 0) {
		year = (int)chosen;
		month = 1;
	}
	first = date_days(year, month, 1);
	end = date_days(year + 1, month, 1);
	for (i = 0; i < MONTHS; i++)
		show_month(rq, c, year + (month - 1 + i) / 12,
		    (month - 1 + i) % 12 + 1);
	show_list(rq, "edited", calendar_show_edited(&rq->cx, c, first, end),
	    first, end);
	for (i = 0; i < 2; i++)
		show_list(rq, "optional", calendar_show_optional(&rq->cx, c,
		    year + i), first, end);
}

enum err
calendars_past(struct request *rq, const struct calendar *c)
{
	const struct calendar_past_line *l;
	struct calendar_past *x;
	struct view *v, *line;
	enum err e = calendar_past_list(&rq->cx, c, CHANGES, &x);

	for (; e == OK && x != NULL; x = x->next) {
		v = view_item(rq->view, "changes");
		view_int(v, "when", x->when);
		view_text(v, "actor", x->actor);
		view_int(v, "seq", x->seq);
		view_flag(v, "may_back", x->may_back);
		if ((l = x->lines) != NULL)
			view_text(v, "sentence", l->day[0] == '\0' ? l->what :
			    date_civil(rq->cx.arena, rq->cx.lang, l->day));
		for (; l != NULL; l = l->next) {
			line = view_item(v, "lines");
			view_text(line, "day", l->day);
			view_text(line, "what", l->what);
			view_text(line, "before", l->before);
			view_text(line, "after", l->after);
		}
	}
	return e;
}

enum err
post_calendar_back(struct request *rq)
{
	struct calendar *c;
	enum err e;

	if ((e = calendar_open(&rq->cx, request_part(rq, "calendar"),
	    &c)) != OK || (e = calendar_past_back(&rq->cx, c,
	    form_int(rq, "change"))) != OK)
		return e;
	reply_notice(rq, _("Undone"));
	return reply_redirect(rq, "/admin/calendars/%s", c->code);
}

enum err
post_calendar_day_set(struct request *rq)
{
	const char *day = form_text(rq, "day");
	struct calendar *c;
	enum err e;

	if ((e = calendar_open(&rq->cx, request_part(rq, "calendar"),
	    &c)) != OK || (e = calendar_day_set(&rq->cx, c, day,
	    form_text(rq, "about"), form_text(rq, "hours"))) != OK)
		return e;
	reply_notice(rq, _("%s was kept in the calendar."),
	    date_civil(rq->cx.arena, rq->cx.lang, day));
	return reply_redirect(rq, "/admin/calendars/%s", c->code);
}

enum err
post_calendar_day_drop(struct request *rq)
{
	const char *day = request_part(rq, "day");
	struct calendar *c;
	enum err e;

	if ((e = calendar_open(&rq->cx, request_part(rq, "calendar"),
	    &c)) != OK || (e = calendar_day_drop(&rq->cx, c, day)) != OK)
		return e;
	reply_notice(rq, _("%s is a day like any other again."),
	    date_civil(rq->cx.arena, rq->cx.lang, day));
	return reply_redirect(rq, "/admin/calendars/%s", c->code);
}
