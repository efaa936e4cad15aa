/* SPDX-License-Identifier: MIT */
/* The calendar that a link gives: what its person may see now. */
#include <string.h>

#include "base/config.h"
#include "base/day.h"
#include "domain/desk/agenda.h"
#include "domain/desk/appointment.h"
#include "domain/desk/feed.h"
#include "domain/people/access.h"
#include "model/right.h"
#include "rules/time/ical_out.h"
#include "store/store_appointment.h"
#include "text/date.h"
#include "text/message.h"

/* A calendar under way. */
struct writing {
	struct ctx *cx;
	const struct feed *feed;
	struct agenda_ask ask;
	const char *host;
	struct ical_out *first, **tail;
	bool more;		/* than there is place for */
};

static struct ical_out *
add(struct writing *w, const char *uid, const char *kind)
{
	struct ical_out *x = arena_alloc(w->cx->arena, sizeof(*x));

	*x = (struct ical_out){ .kind = kind, .title = kind, .place = "",
	    .note = "", .zone = "", .rule = "" };
	x->uid = arena_printf(w->cx->arena, "%s@%s", uid, w->host);
	*w->tail = x;
	w->tail = &x->next;
	return x;
}

/* "C-2026-10448213 Task", and more where that was asked for. */
static const char *
title_of(struct writing *w, const char *number, const char *kind,
    const char *title)
{
	struct arena *a = w->cx->arena;
	const char *s = number[0] == '\0' ? kind :
	    arena_printf(a, "%s %s", number, kind);

	return !w->feed->titles || title[0] == '\0' ? s :
	    arena_printf(a, "%s: %s", s, title);
}

static int64_t
day_of(struct ctx *cx, int64_t moment)
{
	const char *civil = date_text(cx->arena, "en", cx->zone, moment,
	    cx->now, DATE_INPUT_DAY);
	int64_t n = 0;

	(void)date_start("UTC", civil, &n);
	return n / DAY;
}

/* RFC 5545 wants the end of a rule as a moment, where its times are. */
static const char *
rule_of(struct ctx *cx, const struct appointment *a)
{
	const char *until = strstr(a->repeats, ";UNTIL="), *s;
	struct appointment_rule r;

	if (until == NULL || a->minute < 0)
		return a->repeats;
	appointment_rule_read(a->repeats, &r);
	s = date_text(cx->arena, "en", "UTC", appointment_when_moment(
	    a->zone, r.until, a->minute), 0, DATE_ISO);
	return arena_printf(cx->arena, "%.*s;UNTIL=%.4s%.2s%.2sT%.2s%.2s%.2sZ",
	    (int)(until - a->repeats), a->repeats, s, s + 5, s + 8, s + 11,
	    s + 14, s + 17);
}

static const struct ical_out_except *
excepts_of(struct ctx *cx, const struct appointment *a)
{
	struct ical_out_except *first = NULL, **tail = &first;
	const struct appointment_except *x;

	for (x = a->excepts; x != NULL; x = x->next) {
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		**tail = (struct ical_out_except){ .day = x->day,
		    .begins = x->begins, .ends = x->ends };
		tail = &(*tail)->next;
	}
	return first;
}

static enum err
add_appointments(struct writing *w)
{
	struct appointment *a;
	struct ical_out *x;
	int n = 0;
	enum err e;

	if ((e = store_appointment_list(w->cx, &w->ask, FEED_MOST + 1,
	    &a)) != OK)
		return e;
	for (; a != NULL; a = a->next) {
		if (n++ == FEED_MOST) {
			w->more = true;
			break;
		}
		if (!a->shown)
			continue;
		x = add(w, a->number, _("Appointment"));
		x->title = title_of(w, a->dossier_number, x->kind, a->title);
		if (w->feed->titles) {
			x->place = a->place;
			x->note = a->note;
		}
		x->zone = a->zone;
		x->whole = a->minute < 0;
		x->day = a->day;
		x->minute = a->minute < 0 ? 0 : a->minute;
		x->length = a->length;
		x->rule = rule_of(w->cx, a);
		x->excepts = excepts_of(w->cx, a);
	}
	return OK;
}

/* What is due is no stretch of time, and mostly due with a day. */
static void
add_item(struct writing *w, const struct agenda_item *i)
{
	static const char *const codes[] = { AGENDA_KINDS };
	struct arena *m = w->cx->arena;
	const char *uid = i->kind == AGENDA_ABSENCE ?
	    arena_printf(m, "away-%lld", (long long)i->from) :
	    arena_printf(m, "%s-%s-%lld", i->number, codes[i->kind],
	    (long long)i->no);
	struct ical_out *x = add(w, uid, agenda_word(i->kind));

	x->title = title_of(w, i->number, x->kind, i->held ? "" :
	    i->title[0] == '\0' ? i->dossier_title : i->title);
	x->whole = agenda_by_day(w->cx, i);
	x->begins = x->whole ? day_of(w->cx, i->from) : i->from;
	x->ends = !x->whole ? i->until : i->until == i->from ?
	    x->begins + 1 : day_of(w->cx, i->until - 1) + 1;
}

static bool
is_told(const struct agenda_item *i)
{
	return i->kind != AGENDA_WARNING && i->kind != AGENDA_APPOINTMENT;
}

/* Wants those that are nearest to now, half of them of what comes, if there
 * are so many. */
static void
choose(struct writing *w, struct agenda_item *list)
{
	struct agenda_item *x;
	int past = 0, ahead = 0, room, skip;

	for (x = list; x != NULL; x = x->next)
		if (is_told(x))
			*(x->from < w->cx->now ? &past : &ahead) += 1;
	room = past < FEED_MOST / 2 ? FEED_MOST - past : FEED_MOST / 2;
	if (room > ahead)
		room = ahead;
	skip = past > FEED_MOST - room ? past - (FEED_MOST - room) : 0;
	w->more |= skip > 0 || room < ahead;
	for (x = list; x != NULL; x = x->next)
		if (is_told(x))
			x->wanted = x->from < w->cx->now ? skip-- <= 0 :
			    room-- > 0;
}

static enum err
add_items(struct writing *w)
{
	struct agenda_item *list, *i;
	bool more;
	enum err e;

	w->ask.kinds = ~(1U << AGENDA_APPOINTMENT);
	if ((e = agenda_list(w->cx, &w->ask, &list, &more)) != OK)
		return e;
	w->more |= more;
	choose(w, list);
	if ((e = agenda_fill(w->cx, list)) != OK)
		return e;
	for (i = list; i != NULL; i = i->next)
		if (i->wanted)
			add_item(w, i);
	return OK;
}

/* Who looks at their days there must not take them to be free. */
static void
add_more(struct writing *w)
{
	struct ical_out *x = add(w, "more", _("There is more than fits here"));

	x->whole = true;
	x->begins = day_of(w->cx, w->cx->now);
	x->ends = x->begins + 1;
	x->note = arena_printf(w->cx->arena, "%s/calendar",
	    w->cx->conf->base_url);
}

/* Of base_url: what makes an id of ours nobody else's. */
static const char *
host_of(struct ctx *cx)
{
	const char *s = strstr(cx->conf->base_url, "//");

	s = s == NULL ? cx->conf->base_url : s + 2;
	return arena_textn(cx->arena, s, strcspn(s, "/:"));
}

enum err
feed_write(struct ctx *cx, const struct feed *f, const char **out)
{
	struct writing w = { .cx = cx, .feed = f };
	enum err e;

	*out = "";
	e = access_enter(cx, f->person);
	if (e == ERR_SIGNON || (e == OK && (cx->rights & RIGHT_STAFF) == 0))
		return refuse(cx, ERR_MISSING, "%s", _("There is nothing at "
		    "this address, or it is not for you."));
	if (e != OK)
		return e;
	message_use(cx->lang);
	w.tail = &w.first;
	w.host = host_of(cx);
	w.ask = (struct agenda_ask){ AGENDA_OF_PERSON, f->person,
	    cx->now - FEED_BEHIND * DAY, cx->now + FEED_AHEAD * DAY };
	if ((e = add_appointments(&w)) != OK || (e = add_items(&w)) != OK)
		return e;
	if (w.more)
		add_more(&w);
	*out = ical_out_write(cx->arena, cx->conf->site_name,
	    cx->now - cx->now % DAY, w.first);
	return OK;
}
