/* SPDX-License-Identifier: MIT */
/* Calendars: which one counts, and what administrators do with them. */
#include "domain/spine/calendar.h"

#include <string.h>

#include "base/config.h"
#include "base/day.h"
#include "base/digest.h"
#include "base/words.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "model/right.h"
#include "rules/time/holiday.h"
#include "store/store_calendar.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/hours.h"
#include "text/message.h"

#define NAME_MAX 80

const char *
calendar_site_zone(const struct ctx *cx)
{
	return cx->conf != NULL ? cx->conf->timezone : cx->zone;
}

bool
calendar_is_house(const struct calendar *c)
{
	return strcmp(c->code, STORE_CALENDAR_HOUSE) == 0;
}

const char *
calendar_name(const struct calendar *c)
{
	return c->name[0] != '\0' ? c->name : _("The house");
}

/* The one that was found, with its days and a zone. */
static enum err
whole(struct ctx *cx, struct calendar *c)
{
	if (c->zone[0] == '\0')
		c->zone = calendar_site_zone(cx);
	return store_calendar_days(cx, c);
}

static enum err
team_calendar(struct ctx *cx, int64_t team, const struct calendar **out)
{
	struct calendar *c;
	enum err e;

	*out = NULL;
	if ((e = store_calendar_team(cx, team, &c)) != OK)
		return e;
	if (c == NULL) {
		refuse(cx, ERR_LOST, "the store has no calendar");
		return ERR_LOST;
	}
	*out = c;
	return whole(cx, c);
}

enum err
calendar_of(struct ctx *cx, const struct dossier *d,
    const struct calendar **out)
{
	return team_calendar(cx, d->team, out);
}

const struct calendar *
calendar_or_null(struct ctx *cx, const struct dossier *d)
{
	const struct calendar *c;

	return calendar_of(cx, d, &c) == OK ? c : NULL;
}

enum err
calendar_house(struct ctx *cx, const struct calendar **out)
{
	return team_calendar(cx, 0, out);
}

enum err
calendar_list(struct ctx *cx, struct calendar **out)
{
	struct calendar *c;
	enum err e = store_calendar_list(cx, out);

	for (c = *out; c != NULL; c = c->next)
		if (c->zone[0] == '\0')
			c->zone = calendar_site_zone(cx);
	return e;
}

enum err
calendar_open(struct ctx *cx, const char *code, struct calendar **out)
{
	enum err e = store_calendar_find(cx, code, out);

	if (e != OK)
		return e;
	return *out != NULL ? whole(cx, *out) : refuse(cx, ERR_MISSING, "%s",
	    _("There is no such calendar."));
}

static enum err
may(struct ctx *cx)
{
	return (cx->rights & RIGHT_ADMIN) != 0 ? OK : refuse(cx,
	    ERR_FORBIDDEN, "%s", _("Calendars are kept by administrators."));
}

static struct event_body *
told(struct ctx *cx, const struct calendar *c)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "calendar", calendar_name(c));
	event_fact(b, "code", c->code);
	event_number(b, "version", c->version);
	return b;
}

enum err
calendar_make(struct ctx *cx, const char *name, struct calendar **out)
{
	const struct calendar *house;
	struct calendar *c = arena_alloc(cx->arena, sizeof(*c)), *taken;
	enum err e;

	if ((e = may(cx)) != OK || (e = keep_text(cx, "name", name,
	    1, NAME_MAX, false, &name)) != OK ||
	    (e = calendar_house(cx, &house)) != OK)
		return e;
	*c = (struct calendar){ .name = name, .zone = "",
	    .region = house->region, .code = fold_code(cx->arena, name,
	    '-') };
	memcpy(c->week, house->week, sizeof(c->week));
	if ((e = store_calendar_find(cx, c->code, &taken)) != OK)
		return e;
	if (taken != NULL || c->code[0] == '\0')
		c->code = arena_printf(cx->arena, "%s-%u", c->code,
		    (unsigned int)digest_below(1000000));
	if ((e = store_calendar_add(cx, c)) != OK)
		return e;
	*out = c;
	return event_add_topic(cx, "settings", "calendar.made", told(cx, c));
}

/* Hours that were typed, or the field refused. */
static enum err
typed_hours(struct ctx *cx, const char *field, const char *typed,
    struct calendar_hours *out)
{
	return hours_read(typed, out) ? OK : refuse_field(cx, field, "%s",
	    _("Write hours like 09:00-12:00 13:00-17:00, or nothing where "
	    "nobody works."));
}

static enum err
typed_week(struct ctx *cx, const struct calendar_typed *t,
    struct calendar_hours week[7])
{
	static const char *const fields[] = { "hours0", "hours1", "hours2",
	    "hours3", "hours4", "hours5", "hours6" };
	bool works = false;
	enum err e = OK, one;
	int i;

	for (i = 0; i < 7; i++) {
		if ((one = typed_hours(cx, fields[i], t->week[i],
		    &week[i])) != OK)
			e = one;
		works = works || week[i].n > 0;
	}
	return e != OK || works ? e : refuse_field(cx, fields[0], "%s",
	    _("On one day of the week at least somebody works."));
}

static enum err
typed_place(struct ctx *cx, const struct calendar_typed *t)
{
	if (t->zone[0] != '\0' && !date_zone_ok(t->zone))
		return refuse_field(cx, "zone", "%s",
		    _("This is no time zone. One looks like Europe/Paris."));
	if (t->region[0] != '\0' && holiday_region_find(t->region) == NULL)
		return refuse_field(cx, "region", "%s",
		    _("Choose one of the regions."));
	return OK;
}

const char *
calendar_own_zone(const struct ctx *cx, const struct calendar *c)
{
	return strcmp(c->zone, calendar_site_zone(cx)) == 0 ? "" : c->zone;
}

enum err
calendar_save(struct ctx *cx, struct calendar *c,
    const struct calendar_typed *t)
{
	struct calendar was = *c;
	struct event_body *b;
	const char *name;
	enum err e, texts, place, week;

	if ((e = may(cx)) != OK)
		return e;
	texts = keep_text(cx, "name", t->name, calendar_is_house(c) ?
	    0 : 1, NAME_MAX, false, &name);
	place = typed_place(cx, t);
	week = typed_week(cx, t, c->week);
	if (texts != OK || place != OK || week != OK)
		return texts != OK ? texts : place != OK ? place : week;
	c->name = name;
	c->zone = t->zone;
	c->region = t->region;
	c->version = t->version;
	if ((e = store_calendar_save(cx, c)) != OK)
		return e;
	b = told(cx, c);
	event_change(b, "name", was.name, c->name);
	event_change(b, "zone", calendar_own_zone(cx, &was),
	    calendar_own_zone(cx, c));
	event_change(b, "region", was.region, c->region);
	event_change(b, "week", hours_week_write(cx->arena, was.week),
	    hours_week_write(cx->arena, c->week));
	return event_add_topic(cx, "settings", "calendar.changed", b);
}

/* The version is counted up by the same row. */
static enum err
count_up(struct ctx *cx, struct calendar *c)
{
	struct calendar row = *c;
	enum err e;

	row.zone = calendar_own_zone(cx, c);
	if ((e = store_calendar_save(cx, &row)) == OK)
		c->version = row.version;
	return e;
}

static const struct calendar_day *
edited(const struct calendar *c, int64_t day)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (c->days[i].day == day)
			return &c->days[i];
	return NULL;
}

static const char *
day_text(struct ctx *cx, const struct calendar_day *d)
{
	if (d == NULL)
		return "";
	return d->hours.n == 0 ? arena_printf(cx->arena, "%s: closed",
	    d->name) : arena_printf(cx->arena, "%s: %s", d->name,
	    hours_write(cx->arena, &d->hours));
}

const char *
calendar_day_text(struct ctx *cx, const struct calendar *c, const char *day)
{
	int64_t start;

	return date_start("UTC", day, &start) ? day_text(cx, edited(c,
	    start / DAY)) : "";
}

static enum err
day_told(struct ctx *cx, const struct calendar *c, const char *day,
    const struct calendar_day *before, const struct calendar_day *after)
{
	struct event_body *b = told(cx, c);

	event_fact(b, "day", day);
	event_change(b, "hours", day_text(cx, before), day_text(cx, after));
	return event_add_topic(cx, "settings", "calendar.day", b);
}

enum err
calendar_day_set(struct ctx *cx, struct calendar *c, const char *day,
    const char *name, const char *hours)
{
	struct calendar_day d = { 0 };
	int64_t start = 0;
	enum err e, texts, read, when = OK;

	if ((e = may(cx)) != OK)
		return e;
	if (!date_civil_ok(day) || !date_start("UTC", day, &start))
		when = refuse_field(cx, "day", "%s",
		    _("This date cannot be. Correct it."));
	d.day = start / DAY;
	texts = keep_text(cx, "about", name, 1, NAME_MAX, false,
	    &d.name);
	read = typed_hours(cx, "hours", hours, &d.hours);
	if (when != OK || texts != OK || read != OK)
		return when != OK ? when : texts != OK ? texts : read;
	if (c->n >= CALENDAR_EDITED_MOST && edited(c, d.day) == NULL)
		return refuse(cx, ERR_INVALID, _("A calendar has at most %d "
		    "days of its own. Take old ones out first."),
		    CALENDAR_EDITED_MOST);
	if ((e = count_up(cx, c)) != OK ||
	    (e = store_calendar_day_put(cx, c, &d)) != OK)
		return e;
	return day_told(cx, c, day, edited(c, d.day), &d);
}

enum err
calendar_day_drop(struct ctx *cx, struct calendar *c, const char *day)
{
	const struct calendar_day *was = NULL;
	int64_t start;
	enum err e;

	if ((e = may(cx)) != OK)
		return e;
	if (date_civil_ok(day) && date_start("UTC", day, &start))
		was = edited(c, start / DAY);
	if (was == NULL)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This day was taken out already."));
	if ((e = count_up(cx, c)) != OK ||
	    (e = store_calendar_day_drop(cx, c, was->day)) != OK)
		return e;
	return day_told(cx, c, day, was, NULL);
}

enum err
calendar_teams(struct ctx *cx, struct calendar_team **out)
{
	return store_calendar_teams(cx, out);
}

enum err
calendar_give(struct ctx *cx, const struct calendar *c,
    const char *const *teams, size_t n)
{
	struct event_body *b = told(cx, c);
	const char *before = "", *after = "";
	struct calendar_team *t;
	bool wanted, has;
	enum err e;

	if ((e = may(cx)) != OK || (e = store_calendar_teams(cx, &t)) != OK)
		return e;
	for (; t != NULL; t = t->next) {
		has = t->calendar == c->id;
		wanted = words_among(teams, n, t->code);
		if (has)
			before = words_comma(cx->arena, before, t->name);
		if (wanted)
			after = words_comma(cx->arena, after, t->name);
		if (wanted != has && (e = store_calendar_give(cx, t->id,
		    wanted ? c->id : 0)) != OK)
			return e;
	}
	if (strcmp(before, after) == 0)
		return OK;
	event_change(b, "teams", before, after);
	return event_add_topic(cx, "settings", "calendar.teams", b);
}

enum err
calendar_drop(struct ctx *cx, const struct calendar *c)
{
	struct calendar_team *t;
	const char *names = "";
	enum err e;

	if ((e = may(cx)) != OK || (e = store_calendar_teams(cx, &t)) != OK)
		return e;
	if (calendar_is_house(c))
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("The house always has its calendar."));
	for (; t != NULL; t = t->next)
		if (t->calendar == c->id)
			names = words_comma(cx->arena, names, t->name);
	if (names[0] != '\0')
		return refuse(cx, ERR_CONFLICT, _("Teams have this calendar: "
		    "%s. Give them another one first."), names);
	if ((e = store_calendar_drop(cx, c)) != OK)
		return e;
	return event_add_topic(cx, "settings", "calendar.removed",
	    told(cx, c));
}
