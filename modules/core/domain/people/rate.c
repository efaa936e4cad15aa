/* SPDX-License-Identifier: MIT */
/* What an hour costs, and which months are closed. */
#include "domain/people/rate.h"

#include <stdlib.h>
#include <string.h>

#include "base/config.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_booking.h"
#include "store/store_rate.h"
#include "store/store_staff.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define MONTHS 12	/* that are offered to be closed */
#define MOST INT64_C(100000000000)	/* minor units an hour */

enum err
rate_list(struct ctx *cx, struct rate **out)
{
	return store_rate_list(cx, out);
}

const char *
rate_show(struct ctx *cx, const struct rate *r)
{
	return arena_printf(cx->arena, _("%s an hour"),
	    number_money(cx->arena, cx->lang, r->amount, r->currency));
}

static const char *
today(struct ctx *cx)
{
	return date_today(cx->arena, cx->conf != NULL ? cx->conf->timezone :
	    cx->zone, cx->now);
}

enum err
rate_typed(struct ctx *cx, const struct rate_new *n, const char *currency,
    struct rate *r)
{
	enum err e, bad = OK;

	r->begins = n->begins[0] == '\0' ? today(cx) : n->begins;
	if (!date_civil_ok(r->begins))
		bad = refuse_field(cx, "begins", "%s",
		    _("This day does not exist."));
	if (n->amount[0] == '\0')
		bad = refuse_field(cx, "amount", "%s",
		    _("Write what an hour costs."));
	else if ((e = casetype_value_money(cx, "amount", currency, n->amount,
	    &r->amount, &r->currency)) != OK)
		bad = e;
	else if (r->amount < 0 || r->amount > MOST)
		bad = refuse_field(cx, "amount", "%s",
		    _("An hour cannot cost that. Correct the amount."));
	if ((e = keep_reason(cx, "reason", n->reason, &r->reason)) != OK)
		bad = e;
	return bad;
}

static enum err
whose(struct ctx *cx, const struct rate_new *n, struct rate *r)
{
	const struct casetype *t;
	struct staff *s = NULL;
	enum err e, bad = OK;

	r->person_name = r->person_number = "";
	if (n->person[0] != '\0') {
		if ((e = store_staff_by_login(cx, n->person, &s)) != OK)
			return e;
		if (s == NULL)
			bad = refuse_field(cx, "person", "%s",
			    _("Choose somebody of the staff."));
		else {
			r->person = s->id;
			r->person_name = s->name;
			r->person_number = s->number;
		}
	}
	r->type = n->type;
	if (n->type[0] == '\0')
		return bad;
	if ((e = casetype_current(cx, n->type, &t)) != OK &&
	    e != ERR_MISSING)
		return e;
	return e == ERR_MISSING || t->costs == NULL ? refuse_field(cx,
	    "type", "%s", _("Choose a type on whose cases time is "
	    "booked.")) : bad;
}

enum err
rate_add(struct ctx *cx, const struct rate_new *n, struct rate **out)
{
	struct rate *r = arena_alloc(cx->arena, sizeof(*r));
	struct event_body *b = event_body(cx);
	enum err e, bad;

	*out = NULL;
	bad = whose(cx, n, r);
	if ((e = rate_typed(cx, n, "", r)) != OK || bad != OK)
		return bad != OK ? bad : e;
	if ((e = store_rate_add(cx, r)) != OK)
		return e;
	*out = r;
	event_fact(b, "person", r->person_name);
	event_fact(b, "person_number", r->person_number);
	event_fact(b, "type", r->type);
	event_fact(b, "begins", r->begins);
	event_number(b, "amount", r->amount);
	event_fact(b, "currency", r->currency);
	event_why(b, r->reason);
	return event_add_topic(cx, "settings", "rate.given", b);
}

enum err
rate_month_closed(struct ctx *cx, const char **out)
{
	return store_booking_closed(cx, out);
}

/* The month that lies n before that of a civil day. */
static const char *
month_before(struct ctx *cx, const char *day, int n)
{
	long year = strtol(day, NULL, 10), month = strtol(day + 5, NULL, 10);

	for (; n > 0; n--)
		if (--month == 0) {
			month = 12;
			year--;
		}
	return arena_printf(cx->arena, "%04ld-%02ld", year, month);
}

enum err
rate_months_open(struct ctx *cx, const char *const **out)
{
	const char **list = arena_alloc(cx->arena, (MONTHS + 1) *
	    sizeof(*list)), *closed, *month;
	int i, n = 0;
	enum err e;

	*out = list;
	if ((e = store_booking_closed(cx, &closed)) != OK)
		return e;
	for (i = 1; i <= MONTHS; i++) {
		month = month_before(cx, today(cx), i);
		if (strcmp(month, closed) > 0)
			list[n++] = month;
	}
	return OK;
}

enum err
rate_month_close(struct ctx *cx, const char *month)
{
	struct event_body *b = event_body(cx);
	const char *const *list;
	enum err e;

	if ((e = rate_months_open(cx, &list)) != OK)
		return e;
	while (*list != NULL && strcmp(*list, month) != 0)
		list++;
	if (*list == NULL)
		return refuse_field(cx, "month", "%s",
		    _("Choose a month that is over and not closed yet."));
	if ((e = store_booking_close(cx, *list)) != OK)
		return e;
	event_fact(b, "month", *list);
	return event_add_topic(cx, "settings", "month.closed", b);
}

const char *
rate_month_word(struct ctx *cx, const char *month)
{
	return date_month(cx->arena, cx->lang, strtol(month, NULL, 10),
	    (int)strtol(month + 5, NULL, 10));
}
