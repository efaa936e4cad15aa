/* SPDX-License-Identifier: MIT */
/* The history of a calendar, and the way back. */
#include "domain/spine/calendar_past.h"

#include <string.h>

#include "domain/spine/calendar.h"
#include "domain/spine/calendar_show.h"
#include "domain/spine/event_get.h"
#include "store/store_timeline.h"
#include "text/date.h"
#include "text/hours.h"
#include "text/message.h"

#define LATEST 500		/* changes of settings that are looked at */
#define CLOSED "closed"		/* as the log has it */
#define MONDAY 4		/* 1970-01-05 */

/* "Outing: 09:00-12:00" of the log. */
static void
split(struct ctx *cx, const char *text, const char **name, const char **hours)
{
	const char *at = text + strlen(text);

	while (at > text && strncmp(at, ": ", 2) != 0)
		at--;
	*name = arena_textn(cx->arena, text, (size_t)(at - text));
	*hours = *at == '\0' || strcmp(at + 2, CLOSED) == 0 ? "" : at + 2;
}

static const char *
shown(struct ctx *cx, const char *text)
{
	const char *name, *hours;

	if (text[0] == '\0')
		return "";
	split(cx, text, &name, &hours);
	return arena_printf(cx->arena, "%s: %s", name, hours[0] == '\0' ?
	    _("closed") : hours);
}

static struct calendar_past_line *
add(struct ctx *cx, struct calendar_past *x, const char *day,
    const char *what)
{
	struct calendar_past_line **tail = &x->lines;

	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = arena_alloc(cx->arena, sizeof(**tail));
	(*tail)->day = day;
	(*tail)->what = what;
	return *tail;
}

/* The days of the week that differ. */
static void
add_week(struct ctx *cx, struct calendar_past *x, const struct event_pair *p)
{
	struct calendar_hours before[7], after[7];
	struct calendar_past_line *l;
	const char *was, *is;
	int i;

	if (!hours_week(p->before, before) || !hours_week(p->after, after))
		return;
	for (i = 0; i < 7; i++) {
		was = hours_write(cx->arena, &before[i]);
		is = hours_write(cx->arena, &after[i]);
		if (strcmp(was, is) == 0)
			continue;
		l = add(cx, x, "", date_weekday(cx->arena, cx->lang,
		    MONDAY + i));
		l->before = was[0] == '\0' ? _("closed") : was;
		l->after = is[0] == '\0' ? _("closed") : is;
	}
}

static const char *
word(const char *name)
{
	if (strcmp(name, "zone") == 0)
		return _("Time zone");
	if (strcmp(name, "region") == 0)
		return _("Public holidays");
	return strcmp(name, "teams") == 0 ? _("Teams") : _("Name");
}

static const char *
value(struct ctx *cx, const char *name, const char *text)
{
	if (strcmp(name, "hours") == 0)
		return shown(cx, text);
	if (strcmp(name, "region") == 0)
		return calendar_show_region_name(cx, text);
	return strcmp(name, "zone") == 0 && text[0] == '\0' ?
	    calendar_site_zone(cx) : text;
}

static void
add_pair(struct ctx *cx, struct calendar_past *x, const struct event *ev,
    const struct event_pair *p)
{
	struct calendar_past_line *l;

	if (strcmp(p->name, "week") == 0) {
		add_week(cx, x, p);
		return;
	}
	l = strcmp(p->name, "hours") == 0 ? add(cx, x, event_get(cx, ev,
	    "fact", "day"), "") : add(cx, x, "", word(p->name));
	l->before = value(cx, p->name, p->before);
	l->after = value(cx, p->name, p->after);
}

/* What a name of the log is now. */
static const char *
now_of(struct ctx *cx, const struct calendar *c, const struct event *ev,
    const char *name)
{
	if (strcmp(name, "hours") == 0)
		return calendar_day_text(cx, c, event_get(cx, ev, "fact",
		    "day"));
	if (strcmp(name, "week") == 0)
		return hours_week_write(cx->arena, c->week);
	if (strcmp(name, "zone") == 0)
		return calendar_own_zone(cx, c);
	return strcmp(name, "region") == 0 ? c->region : c->name;
}

static bool
may_back(struct ctx *cx, const struct calendar *c, const struct event *ev,
    const struct event_pair *p)
{
	if (p == NULL || (strcmp(ev->kind, "calendar.day") != 0 &&
	    strcmp(ev->kind, "calendar.changed") != 0))
		return false;
	for (; p != NULL; p = p->next)
		if (strcmp(now_of(cx, c, ev, p->name), p->after) != 0)
			return false;
	return true;
}

static bool
is_of(struct ctx *cx, const struct calendar *c, const struct event *ev)
{
	return strncmp(ev->kind, "calendar.", 9) == 0 &&
	    strcmp(event_get(cx, ev, "fact", "code"), c->code) == 0;
}

enum err
calendar_past_list(struct ctx *cx, const struct calendar *c, int limit,
    struct calendar_past **out)
{
	const struct event_pair *pairs, *p;
	struct calendar_past *x;
	struct event *ev;
	enum err e;

	*out = NULL;
	if ((e = store_timeline_topic(cx, "settings", LATEST, &ev)) != OK)
		return e;
	for (; ev != NULL && limit > 0; ev = ev->next) {
		if (!is_of(cx, c, ev))
			continue;
		if ((pairs = event_get_changes(cx, ev)) == NULL)
			continue;
		x = *out = arena_alloc(cx->arena, sizeof(*x));
		out = &x->next;
		x->seq = ev->seq;
		x->when = ev->happened;
		x->actor = ev->actor;
		for (p = pairs; p != NULL; p = p->next)
			add_pair(cx, x, ev, p);
		x->may_back = may_back(cx, c, ev, pairs);
		limit--;
	}
	return OK;
}

static enum err
day_back(struct ctx *cx, struct calendar *c, const struct event *ev,
    const struct event_pair *p)
{
	const char *day = event_get(cx, ev, "fact", "day"), *name, *hours;

	if (p->before[0] == '\0')
		return calendar_day_drop(cx, c, day);
	split(cx, p->before, &name, &hours);
	return calendar_day_set(cx, c, day, name, hours);
}

static enum err
settings_back(struct ctx *cx, struct calendar *c, const struct event_pair *p)
{
	struct calendar_typed t = { .name = c->name, .region = c->region,
	    .zone = calendar_own_zone(cx, c), .version = c->version };
	struct calendar_hours week[7];
	int i;

	memcpy(week, c->week, sizeof(week));
	for (; p != NULL; p = p->next)
		if (strcmp(p->name, "name") == 0)
			t.name = p->before;
		else if (strcmp(p->name, "zone") == 0)
			t.zone = p->before;
		else if (strcmp(p->name, "region") == 0)
			t.region = p->before;
		else
			(void)hours_week(p->before, week);
	for (i = 0; i < 7; i++)
		t.week[i] = hours_write(cx->arena, &week[i]);
	return calendar_save(cx, c, &t);
}

enum err
calendar_past_back(struct ctx *cx, struct calendar *c, int64_t seq)
{
	const struct event_pair *pairs;
	struct event *ev;
	enum err e;

	if ((e = store_timeline_topic(cx, "settings", LATEST, &ev)) != OK)
		return e;
	while (ev != NULL && (ev->seq != seq || !is_of(cx, c, ev)))
		ev = ev->next;
	pairs = ev == NULL ? NULL : event_get_changes(cx, ev);
	if (pairs == NULL || !may_back(cx, c, ev, pairs))
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This was changed again since. Look at it once more."));
	return strcmp(ev->kind, "calendar.day") == 0 ?
	    day_back(cx, c, ev, pairs) : settings_back(cx, c, pairs);
}
