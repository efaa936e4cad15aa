/* SPDX-License-Identifier: MIT */
/* Time and costs: what may be booked, changed, and taken back. */
#include "domain/dossier/booking.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "domain/dossier/booking_keep.h"
#include "domain/dossier/undo.h"
#include "domain/people/rate.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/db.h"
#include "store/store_booking.h"
#include "store/store_dossier.h"
#include "store/store_rate.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define RECENT 60	/* days */
#define DAY_MINUTES 1440

bool
booking_here(const struct dossier *d)
{
	return d->type != NULL && d->type->costs != NULL;
}

enum err
booking_any(struct ctx *cx, bool *out)
{
	const struct casetype *t;
	enum err e = casetype_all(cx, &t);

	for (*out = false; e == OK && !*out && t != NULL; t = t->next)
		if (t->costs != NULL && t->costs->activities != NULL)
			e = store_booking_reads(cx, t->code, out);
	return e;
}

const struct term *
booking_codes(const struct dossier *d, enum booking_kind kind)
{
	return !booking_here(d) ? NULL : kind == BOOKING_TIME ?
	    d->type->costs->activities : d->type->costs->kinds;
}

const char *
booking_word(struct ctx *cx, const struct casetype *t,
    const struct booking *b)
{
	return t == NULL || t->costs == NULL ? b->code : casetype_word(cx,
	    b->kind == BOOKING_TIME ? t->costs->activities :
	    t->costs->kinds, b->code);
}

const char *
booking_payer(const char *code)
{
	return strcmp(code, "house") == 0 ? _("Us") :
	    strcmp(code, "client") == 0 ? _("Who asked") :
	    code[0] == '\0' ? "" : _("Somebody else");
}

/* "1:30" "90" "1h30" "2h" "45m" "45min"; blanks do not matter. */
bool
booking_minutes(const char *typed, int64_t *out)
{
	char text[16];
	char *end;
	size_t n = 0;
	long hours = 0, minutes;

	for (; *typed != '\0'; typed++)
		if (*typed != ' ') {
			if (n == sizeof(text) - 1)
				return false;
			text[n++] = (char)tolower((unsigned char)*typed);
		}
	text[n] = '\0';
	if (!isdigit((unsigned char)text[0]))
		return false;
	minutes = strtol(text, &end, 10);
	if (*end == ':' || *end == 'h') {
		hours = minutes;
		minutes = 0;
		if (end[1] == '\0' && *end == ':')
			return false;
		if (end[1] != '\0') {
			if (!isdigit((unsigned char)end[1]))
				return false;
			minutes = strtol(end + 1, &end, 10);
			if (minutes > 59)
				return false;
		} else
			end++;
	}
	if (*end != '\0' && strcmp(end, "m") != 0 && strcmp(end, "min") != 0)
		return false;
	if (hours > 24 || minutes > DAY_MINUTES)
		return false;
	*out = hours * 60 + minutes;
	return *out > 0 && *out <= DAY_MINUTES;
}

const char *
booking_hours(struct ctx *cx, int64_t minutes)
{
	int64_t n = minutes < 0 ? -minutes : minutes;

	return arena_printf(cx->arena, "%s%lld:%02lld",
	    minutes < 0 ? "−" : "", (long long)(n / 60),
	    (long long)(n % 60));
}

int64_t
booking_amount(int64_t minutes, int64_t rate)
{
	int64_t all = minutes * rate;

	return (all < 0 ? all - 30 : all + 30) / 60;
}

enum err
booking_list(struct ctx *cx, const struct dossier *d, const char *after,
    int limit, struct booking_page *out)
{
	const char *day = "9999-12-31";
	struct booking *b;
	int64_t no = INT64_MAX;
	enum err e;
	int i = 1;

	*out = (struct booking_page){ .next = "" };
	if (strlen(after) > 11 && after[10] == '.') {
		day = arena_textn(cx->arena, after, 10);
		no = strtoll(after + 11, NULL, 10);
	}
	if ((e = store_booking_list(cx, d, day, no, limit + 1,
	    &out->bookings)) != OK)
		return e;
	for (b = out->bookings; b != NULL; b = b->next, i++)
		if (i == limit && b->next != NULL) {
			out->next = arena_printf(cx->arena, "%s.%lld",
			    b->day, (long long)b->no);
			b->next = NULL;
		}
	return OK;
}

enum err
booking_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct booking **out)
{
	enum err e;

	if ((e = store_booking_find(cx, d, no, out)) != OK || *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("Nothing is booked here under this number."));
}

enum err
booking_mine(struct ctx *cx, const char *from, const char *until,
    struct booking **out)
{
	return store_booking_mine(cx, from, until, out);
}

enum err
booking_recent(struct ctx *cx, int limit, struct dossier **out)
{
	return store_booking_recent(cx, date_iso(cx->arena,
	    date_day(cx->now) - RECENT), limit, out);
}

bool
booking_may_change(const struct ctx *cx, const struct dossier *d,
    const struct booking *b, const char *closed)
{
	return b->person == cx->viewer && d->level >= LEVEL_WORK &&
	    d->closed == 0 && !b->countered && b->counters == 0 &&
	    !booking_keep_shut(b->day, closed);
}

bool
booking_may_counter(const struct ctx *cx, const struct dossier *d,
    const struct booking *b, const char *closed)
{
	if (b->countered || b->counters != 0 || booking_may_change(cx, d, b,
	    closed))
		return false;
	return d->level >= LEVEL_MANAGE || (d->level >= LEVEL_WORK &&
	    b->person == cx->viewer);
}

enum err
booking_add(struct ctx *cx, struct dossier *d, const struct booking_new *n,
    struct booking **out)
{
	struct booking *b = arena_alloc(cx->arena, sizeof(*b));
	struct undo *u = NULL;
	enum err e;

	*out = NULL;
	if ((e = keep_open(cx, d)) != OK)
		return e;
	b->kind = n->kind;
	b->person = cx->viewer;
	b->person_name = cx->name;
	b->payer = "";
	if ((e = booking_keep_fill(cx, d, n, b)) != OK ||
	    (e = undo_watch(cx, d, UNDO_BOOKINGS, &u)) != OK ||
	    (e = store_dossier_next(cx, d, &b->no)) != OK ||
	    (e = store_booking_add(cx, d, b)) != OK ||
	    (e = undo_step(cx, u, "booking.added")) != OK)
		return e;
	*out = b;
	return event_add(cx, d, "booking.added", booking_keep_told(cx,
	    b));
}

/* Whose it is, and whether its month is open still. */
static enum err
mine_still(struct ctx *cx, const struct dossier *d, const struct booking *b)
{
	const char *closed;
	enum err e;

	if ((e = keep_open(cx, d)) != OK ||
	    (e = rate_month_closed(cx, &closed)) != OK)
		return e;
	if (booking_may_change(cx, d, b, closed))
		return OK;
	if (b->person != cx->viewer)
		return refuse(cx, ERR_FORBIDDEN, "%s",
		    _("Only who booked it may change it."));
	return refuse(cx, ERR_CONFLICT, "%s", b->countered ||
	    b->counters != 0 ? _("It was taken back by another entry.") :
	    _("Its month is closed. Take it back by another entry."));
}

enum err
booking_change(struct ctx *cx, struct dossier *d, struct booking *b,
    const struct booking_new *n, int64_t version)
{
	const struct booking old = *b;
	struct event_body *body;
	struct undo *u = NULL;
	enum err e;

	if ((e = mine_still(cx, d, b)) != OK)
		return e;
	if (version != b->version)
		return db_stale(cx);
	if ((e = booking_keep_fill(cx, d, n, b)) != OK ||
	    (e = undo_watch(cx, d, UNDO_BOOKINGS, &u)) != OK ||
	    (e = store_booking_save(cx, b)) != OK ||
	    (e = undo_step(cx, u, "booking.changed")) != OK)
		return e;
	body = booking_keep_told(cx, b);
	event_change(body, "day", old.day, b->day);
	event_change(body, "spent", booking_keep_much(cx, &old),
	    booking_keep_much(cx, b));
	event_change(body, "code", old.code, b->code);
	event_change(body, "text", old.text, b->text);
	if (b->compartment == 0 && old.compartment != 0)
		event_within(body, b->no, old.compartment);
	return event_add(cx, d, "booking.changed", body);
}

enum err
booking_remove(struct ctx *cx, struct dossier *d, struct booking *b,
    const char *why)
{
	struct event_body *body;
	struct undo *u = NULL;
	enum err e;

	if ((e = mine_still(cx, d, b)) != OK ||
	    (e = keep_reason(cx, "why", why, &why)) != OK ||
	    (e = undo_watch(cx, d, UNDO_BOOKINGS, &u)) != OK ||
	    (e = store_booking_remove(cx, b)) != OK ||
	    (e = undo_step(cx, u, "booking.removed")) != OK)
		return e;
	body = booking_keep_told(cx, b);
	event_why(body, why);
	return event_add(cx, d, "booking.removed", body);
}

enum err
booking_counter(struct ctx *cx, struct dossier *d, struct booking *b,
    const char *why, struct booking **out)
{
	struct booking *c = arena_alloc(cx->arena, sizeof(*c));
	struct event_body *body;
	struct undo *u = NULL;
	const char *closed;
	enum err e;

	*out = NULL;
	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = rate_month_closed(cx, &closed)) != OK)
		return e;
	if (!booking_may_counter(cx, d, b, closed))
		return refuse(cx, b->person == cx->viewer || b->countered ||
		    b->counters != 0 ? ERR_CONFLICT : ERR_FORBIDDEN, "%s",
		    b->countered || b->counters != 0 ?
		    _("It was taken back by another entry.") :
		    b->person == cx->viewer ?
		    _("Its month is open: change it, or take it out.") :
		    _("Only who manages the case takes back what others "
		    "booked."));
	if ((e = keep_text(cx, "why", why, 1, KEEP_REASON, true,
	    &why)) != OK)
		return e;
	*c = *b;
	c->next = NULL;
	c->day = booking_keep_today(cx);
	c->minutes = -b->minutes;
	c->amount = -b->amount;
	c->text = why;
	c->counters = b->id;
	if ((e = undo_watch(cx, d, UNDO_BOOKINGS, &u)) != OK ||
	    (e = store_dossier_next(cx, d, &c->no)) != OK ||
	    (e = store_booking_add(cx, d, c)) != OK ||
	    (e = undo_step(cx, u, "booking.countered")) != OK)
		return e;
	*out = c;
	body = booking_keep_told(cx, c);
	event_fact(body, "of", b->text);
	event_fact(body, "was", b->day);
	return event_add(cx, d, "booking.countered", body);
}

enum err
booking_rates(struct ctx *cx, const struct dossier *d, struct rate **out)
{
	return store_rate_of(cx, d, out);
}

enum err
booking_rate_set(struct ctx *cx, struct dossier *d, const struct rate_new *n)
{
	struct event_body *b = event_body(cx);
	struct rate r = { .dossier = d->id, .type = "" };
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_MANAGE)) != OK ||
	    (e = keep_open(cx, d)) != OK)
		return e;
	if (!booking_here(d))
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("No time is booked on cases of this type."));
	if ((e = rate_typed(cx, n, d->type->costs->currency, &r)) != OK ||
	    (e = store_rate_add(cx, &r)) != OK)
		return e;
	event_fact(b, "begins", r.begins);
	event_number(b, "amount", r.amount);
	event_fact(b, "currency", r.currency);
	event_why(b, r.reason);
	return event_add(cx, d, "booking.rated", b);
}
