/* SPDX-License-Identifier: MIT */
/* Calendars: hours of the house and its teams, unusual days, who uses them. */
#include "admin.h"

#include "base/count.h"
#include "calendars.h"
#include "domain/spine/calendar.h"
#include "domain/spine/calendar_show.h"
#include "domain/type/court_words.h"
#include "text/date.h"
#include "text/hours.h"
#include "text/message.h"

#define TEAMS 200		/* of one form */

const struct field calendar_new_form[] = {
	{ "name", FIELD_TEXT, .min = 1, .max = 80 },
	{ 0 }
};
const struct field calendar_form[] = {
	{ "name", FIELD_TEXT, .max = 80 },
	{ "zone", FIELD_TEXT, .max = 60 },
	{ "region", FIELD_TEXT, .max = 10 },
	{ "hours0", FIELD_TEXT, .max = 80 },
	{ "hours1", FIELD_TEXT, .max = 80 },
	{ "hours2", FIELD_TEXT, .max = 80 },
	{ "hours3", FIELD_TEXT, .max = 80 },
	{ "hours4", FIELD_TEXT, .max = 80 },
	{ "hours5", FIELD_TEXT, .max = 80 },
	{ "hours6", FIELD_TEXT, .max = 80 },
	{ "version", FIELD_INT, .min = 1, .max = INT64_MAX },
	{ 0 }
};
const struct field calendar_teams_form[] = {
	{ "team", FIELD_TEXT, .max = 80, .many = true },
	{ 0 }
};

static void
show_hours(struct request *rq, struct view *v, const struct calendar *c)
{
	struct view *line;
	int i;

	for (i = 0; i < 7; i++) {
		line = view_item(v, "week");
		view_text(line, "day", court_words_weekday(i));
		view_text(line, "field", arena_printf(rq->cx.arena,
		    "hours%d", i));
		view_text(line, "hours", hours_write(rq->cx.arena,
		    &c->week[i]));
	}
}

static void
show_one(struct request *rq, struct view *v, const struct calendar *c)
{
	view_text(v, "code", c->code);
	view_text(v, "name", calendar_name(c));
	view_flag(v, "house", calendar_is_house(c));
	view_text(v, "zone", c->zone);
	view_text(v, "region", calendar_show_region_name(&rq->cx,
	    c->region));
	view_int(v, "version", c->version);
}

/* Who counts by it: of the house's all that have none of their own. */
static void
show_teams(struct view *v, const char *list, const struct calendar *c,
    const struct calendar_team *t)
{
	bool house = calendar_is_house(c);
	struct view *line;

	for (; t != NULL; t = t->next)
		if (t->calendar == c->id || (house && t->calendar == 0)) {
			line = view_item(v, list);
			view_text(line, "name", t->name);
		}
}

enum err
get_calendars(struct request *rq)
{
	struct calendar_team *teams;
	struct calendar *c;
	struct view *v;
	enum err e;

	if ((e = calendar_list(&rq->cx, &c)) != OK ||
	    (e = calendar_teams(&rq->cx, &teams)) != OK)
		return e;
	for (; c != NULL; c = c->next) {
		v = view_item(rq->view, "calendars");
		show_one(rq, v, c);
		show_teams(v, "teams", c, teams);
	}
	view_text(rq->view, "tab", "calendars");
	return reply_page(rq, "admin/calendars.html");
}

enum err
post_calendar_make(struct request *rq)
{
	struct calendar *c;
	enum err e;

	if ((e = calendar_make(&rq->cx, form_text(rq, "name"), &c)) != OK)
		return e;
	reply_notice(rq, _("The calendar “%s” was made. It has the hours of "
	    "the house until you change them."), calendar_name(c));
	return reply_redirect(rq, "/admin/calendars/%s", c->code);
}

/* What an administrator checks by eye: days from today, and hours from now. */
static void
show_trial(struct request *rq, const struct calendar *c)
{
	static const int counts[] = { 1, 5, 10, 20, 60 };
	const char *day;
	int64_t eight;
	struct view *v;
	size_t i;

	for (i = 0; i < COUNT(counts); i++) {
		if (!calendar_show_after(&rq->cx, c, counts[i], &day))
			continue;
		v = view_item(rq->view, "trials");
		view_int(v, "days", counts[i]);
		view_text(v, "day", day);
	}
	if (calendar_show_after(&rq->cx, c, 0, &day))
		view_text(rq->view, "today", day);
	if ((eight = calendar_show_hours(&rq->cx, c, 8)) != 0)
		view_text(rq->view, "eight", date_text(rq->cx.arena,
		    rq->cx.lang, c->zone, eight, rq->cx.now, DATE_MOMENT));
}

static enum err
show_uses(struct request *rq, const struct calendar *c)
{
	struct calendar_team *t;
	bool used = calendar_is_house(c);
	struct view *v;
	enum err e = calendar_teams(&rq->cx, &t);

	if (e != OK)
		return e;
	show_teams(rq->view, "users", c, t);
	for (; t != NULL; t = t->next) {
		v = view_item(rq->view, "teams");
		view_text(v, "code", t->code);
		view_text(v, "name", t->name);
		view_flag(v, "has", t->calendar == c->id);
		used = used || t->calendar == c->id;
		view_flag(v, "other", t->calendar != 0 && t->calendar != c->id);
	}
	view_flag(rq->view, "unused", !used);
	return OK;
}

enum err
get_calendar(struct request *rq)
{
	struct calendar *c;
	enum err e;

	if ((e = calendar_open(&rq->cx, request_part(rq, "calendar"),
	    &c)) != OK || (e = show_uses(rq, c)) != OK ||
	    (e = calendars_past(rq, c)) != OK)
		return e;
	show_one(rq, view_part(rq->view, "calendar"), c);
	show_hours(rq, rq->view, c);
	show_trial(rq, c);
	calendars_year(rq, c);
	return reply_page(rq, "admin/calendar.html");
}

enum err
get_calendar_change(struct request *rq)
{
	const char *code;
	struct calendar *c;
	size_t n;
	int i;
	enum err e;

	if ((e = calendar_open(&rq->cx, request_part(rq, "calendar"),
	    &c)) != OK)
		return e;
	show_one(rq, view_part(rq->view, "calendar"), c);
	show_hours(rq, rq->view, c);
	for (n = 0; (code = calendar_show_region(n)) != NULL; n++)
		view_option(rq->view, "regions", code,
		    calendar_show_region_name(&rq->cx, code));
	form_start(rq, "name", c->name);
	form_start(rq, "zone", calendar_own_zone(&rq->cx, c));
	form_start(rq, "region", c->region);
	for (i = 0; i < 7; i++)
		form_start(rq, arena_printf(rq->cx.arena, "hours%d", i),
		    hours_write(rq->cx.arena, &c->week[i]));
	form_start(rq, "version", arena_printf(rq->cx.arena, "%lld",
	    (long long)c->version));
	return reply_page(rq, "admin/calendar-change.html");
}

enum err
post_calendar_change(struct request *rq)
{
	struct calendar_typed t = {
		.name = form_text(rq, "name"),
		.zone = form_text(rq, "zone"),
		.region = form_text(rq, "region"),
		.version = form_int(rq, "version")
	};
	struct calendar *c;
	int i;
	enum err e;

	for (i = 0; i < 7; i++)
		t.week[i] = form_text(rq, arena_printf(rq->cx.arena,
		    "hours%d", i));
	if ((e = calendar_open(&rq->cx, request_part(rq, "calendar"),
	    &c)) != OK || (e = calendar_save(&rq->cx, c, &t)) != OK)
		return e;
	reply_notice(rq, _("The calendar was saved. What is counted from now "
	    "on follows it."));
	return reply_redirect(rq, "/admin/calendars/%s", c->code);
}

enum err
post_calendar_teams(struct request *rq)
{
	const char *codes[TEAMS], *name;
	struct calendar *c;
	size_t n = 0;
	enum err e;

	while (n < TEAMS && form_each(rq, "team", n, &name, &codes[n]))
		n++;
	if ((e = calendar_open(&rq->cx, request_part(rq, "calendar"),
	    &c)) != OK || (e = calendar_give(&rq->cx, c, codes, n)) != OK)
		return e;
	reply_notice(rq, _("The teams of the calendar were saved."));
	return reply_redirect(rq, "/admin/calendars/%s", c->code);
}

enum err
post_calendar_drop(struct request *rq)
{
	struct calendar *c;
	enum err e;

	if ((e = calendar_open(&rq->cx, request_part(rq, "calendar"),
	    &c)) != OK || (e = calendar_drop(&rq->cx, c)) != OK)
		return e;
	reply_notice(rq, _("The calendar “%s” was removed."),
	    calendar_name(c));
	return reply_redirect(rq, "/admin/calendars");
}
