/* SPDX-License-Identifier: MIT */
/* What was typed of a booking, field by field. */
#include "domain/dossier/booking_keep.h"

#include <string.h>

#include "base/config.h"
#include "domain/people/rate.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_booking.h"
#include "store/store_document.h"
#include "store/store_rate.h"
#include "store/store_task.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define MOST INT64_C(100000000000000)	/* minor units of a cost */

static const char *const payers[] = { BOOKING_PAYERS, NULL };

bool
booking_keep_shut(const char *day, const char *closed)
{
	return closed[0] != '\0' && strncmp(day, closed, 7) <= 0;
}

const char *
booking_keep_today(struct ctx *cx)
{
	return date_today(cx->arena, cx->zone, cx->now);
}

static enum err
day_ok(struct ctx *cx, const char *day)
{
	const char *closed;
	enum err e;

	if (!date_civil_ok(day))
		return refuse_field(cx, "day", "%s",
		    _("This day does not exist."));
	if (strcmp(day, booking_keep_today(cx)) > 0)
		return refuse_field(cx, "day", "%s",
		    _("This day is still to come. Book it afterwards."));
	if ((e = rate_month_closed(cx, &closed)) != OK)
		return e;
	return !booking_keep_shut(day, closed) ? OK : refuse_field(cx,
	    "day", _("%s is closed. Choose a later day."),
	    rate_month_word(cx, day));
}

/* A booking of time at the rate of its day; one that stays on its day keeps
 * the rate that it has. */
static enum err
rated(struct ctx *cx, const struct dossier *d, const char *was,
    struct booking *b)
{
	struct rate *r;
	enum err e;

	if (strcmp(was, b->day) != 0) {
		if ((e = store_rate_holds(cx, d, d->type->code, b->day,
		    &r)) != OK)
			return e;
		b->rate = r == NULL ? 0 : r->amount;
		b->currency = r == NULL ? "" : r->currency;
	}
	b->amount = booking_amount(b->minutes, b->rate);
	return OK;
}

static enum err
cost_ok(struct ctx *cx, const struct dossier *d, const struct booking_new *n,
    struct booking *b)
{
	const char *const *p = payers;
	enum err e = OK, bad = OK;

	if (n->amount[0] == '\0')
		bad = refuse_field(cx, "amount", "%s",
		    _("Write what it cost."));
	else if ((e = casetype_value_money(cx, "amount",
	    d->type->costs->currency, n->amount, &b->amount,
	    &b->currency)) != OK)
		bad = e;
	else if (b->amount <= 0 || b->amount > MOST)
		bad = refuse_field(cx, "amount", "%s",
		    _("The amount is to be more than nothing."));
	while (*p != NULL && strcmp(*p, n->payer) != 0)
		p++;
	b->payer = *p;
	if (*p == NULL)
		bad = refuse_field(cx, "payer", "%s",
		    _("Choose who paid it."));
	return bad;
}

/* The compartment of what it names; both cannot be in different ones. */
static enum err
named(struct ctx *cx, const struct dossier *d, const struct booking_new *n,
    struct booking *b)
{
	struct task *t = NULL;
	struct document *f = NULL;
	enum err e;

	if (n->task != 0 && (e = store_task_find(cx, d, n->task, &t)) != OK)
		return e;
	if (n->task != 0 && t == NULL)
		return refuse_field(cx, "task", "%s",
		    _("Choose a task of this case."));
	if (n->document != 0 && (e = store_document_find(cx, d, n->document,
	    &f)) != OK)
		return e;
	if (n->document != 0 && f == NULL)
		return refuse_field(cx, "document", "%s",
		    _("Choose a document of this case."));
	b->task = t == NULL ? 0 : t->id;
	b->document = f == NULL ? 0 : f->id;
	b->compartment = t == NULL ? 0 : t->compartment;
	if (f == NULL || f->compartment == b->compartment)
		return OK;
	if (t != NULL)
		return refuse_field(cx, "document", "%s", _("Task and "
		    "document are not in the same compartment. Name one "
		    "of them."));
	b->compartment = f->compartment;
	return OK;
}

enum err
booking_keep_fill(struct ctx *cx, const struct dossier *d,
    const struct booking_new *n, struct booking *b)
{
	const char *was = b->day == NULL ? "" : b->day;
	enum err e, bad = OK;

	if (booking_codes(d, n->kind) == NULL)
		return refuse(cx, ERR_CONFLICT, "%s", n->kind ==
		    BOOKING_TIME ? _("No time is booked on cases of this "
		    "type.") : _("No costs are booked on cases of this "
		    "type."));
	b->day = n->day[0] == '\0' ? booking_keep_today(cx) : n->day;
	b->billable = n->billable;
	b->code = n->code;
	if ((e = day_ok(cx, b->day)) != OK)
		bad = e;
	if (casetype_term(booking_codes(d, n->kind), n->code) == NULL)
		bad = refuse_field(cx, "code", "%s", n->kind == BOOKING_TIME ?
		    _("Choose an activity of this type of case.") :
		    _("Choose a kind of cost of this type of case."));
	if (n->kind == BOOKING_TIME && !booking_minutes(n->duration,
	    &b->minutes))
		bad = refuse_field(cx, "duration", "%s", _("Write how long "
		    "it took, such as 1:30 or 90."));
	if (n->kind == BOOKING_COST && (e = cost_ok(cx, d, n, b)) != OK)
		bad = e;
	if ((e = keep_text(cx, "text", n->text, 1, 500, false,
	    &b->text)) != OK)
		bad = e;
	if ((e = named(cx, d, n, b)) != OK)
		bad = e;
	return bad != OK || n->kind != BOOKING_TIME ? bad :
	    rated(cx, d, was, b);
}

const char *
booking_keep_much(struct ctx *cx, const struct booking *b)
{
	return b->kind == BOOKING_TIME ? booking_hours(cx, b->minutes) :
	    arena_printf(cx->arena, "%s %s", number_plain(cx->arena,
	    b->amount, number_minor(b->currency)), b->currency);
}

struct event_body *
booking_keep_told(struct ctx *cx, const struct booking *b)
{
	struct event_body *body = event_body(cx);

	event_number(body, "no", b->no);
	event_fact(body, "kind", b->kind == BOOKING_TIME ? "time" : "cost");
	event_fact(body, "code", b->code);
	event_fact(body, "day", b->day);
	event_fact(body, "much", booking_keep_much(cx, b));
	event_fact(body, "text", b->text);
	event_within(body, b->no, b->compartment);
	return body;
}
