/* SPDX-License-Identifier: MIT */
/* The forms of one booking: made, corrected, taken out, taken back. */
#include <string.h>

#include "casework/costs/costs_show.h"
#include "casework/costs/pages_costs.h"
#include "casework/shared/show.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/people/rate.h"
#include "domain/spine/keep.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define PAPERS 50	/* documents to choose the proof from */
#define MOST INT64_C(1000000000)

static const char *const payers[] = { "", BOOKING_PAYERS, NULL };

#define SAME_FIELDS							\
	{ "day", FIELD_DATE },						\
	{ "code", FIELD_TEXT, .max = 40 },				\
	{ "text", FIELD_TEXT, .max = 500 },				\
	{ "billable", FIELD_FLAG },					\
	{ "task", FIELD_INT, .min = 0, .max = MOST },			\
	{ "document", FIELD_INT, .min = 0, .max = MOST }
#define TIME_FIELDS { "duration", FIELD_TEXT, .max = 20 }
#define COST_FIELDS							\
	{ "amount", FIELD_TEXT, .max = 60 },				\
	{ "payer", FIELD_CHOICE, .choices = payers }

const struct field booking_time_form[] = { SAME_FIELDS, TIME_FIELDS, { 0 } };
const struct field booking_cost_form[] = { SAME_FIELDS, COST_FIELDS, { 0 } };
const struct field booking_change_form[] = {
	SAME_FIELDS, TIME_FIELDS, COST_FIELDS,
	{ "version", FIELD_INT, .min = 0, .max = MOST },
	{ 0 }
};
const struct field booking_why_form[] = {
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

static struct booking_new
typed(struct request *rq, enum booking_kind kind)
{
	return (struct booking_new){ .kind = kind,
	    .day = form_date(rq, "day"), .code = form_text(rq, "code"),
	    .duration = form_text(rq, "duration"),
	    .amount = form_text(rq, "amount"),
	    .payer = form_text(rq, "payer"), .text = form_text(rq, "text"),
	    .billable = form_flag(rq, "billable"),
	    .task = form_int(rq, "task"),
	    .document = form_int(rq, "document") };
}

static const char *
plain(struct request *rq, int64_t n)
{
	return n == 0 ? "" : number_plain(rq->cx.arena, n, 0);
}

/* What a booking can name; what it names already stays among them. */
static enum err
show_choices(struct request *rq, const struct dossier *d,
    enum booking_kind kind, const struct booking *b)
{
	const struct document_filter newest = { .limit = PAPERS };
	bool listed = b == NULL || b->document_no == 0;
	struct document *f;
	const struct task *t;
	enum err e;

	if ((e = document_list(&rq->cx, d, &newest, &f)) != OK)
		return e;
	view_terms(rq->view, "codes", booking_codes(d, kind), rq->cx.lang);
	for (t = d->tasks; t != NULL; t = t->next)
		if (t->done == 0 || (b != NULL && b->task_no == t->no))
			view_option(rq->view, "tasks", plain(rq, t->no),
			    t->shown);
	for (; f != NULL; f = f->next) {
		if (f->withdrawn != 0)
			continue;
		listed |= b != NULL && f->no == b->document_no;
		view_option(rq->view, "papers", plain(rq, f->no), f->name);
	}
	if (!listed)
		view_option(rq->view, "papers", plain(rq, b->document_no),
		    b->document_name);
	if (kind == BOOKING_TIME)
		return OK;
	view_option(rq->view, "payers", "house", booking_payer("house"));
	view_option(rq->view, "payers", "client", booking_payer("client"));
	view_option(rq->view, "payers", "other", booking_payer("other"));
	view_text(rq->view, "currency", b != NULL ? b->currency :
	    d->type->costs->currency);
	return OK;
}

static enum err
show_new(struct request *rq, enum booking_kind kind, const char *template)
{
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	if (booking_codes(d, kind) == NULL)
		return refuse(&rq->cx, ERR_MISSING, "%s",
		    _("Nothing is booked on cases of this type."));
	if ((e = show_choices(rq, d, kind, NULL)) != OK)
		return e;
	form_start(rq, "day", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	form_start(rq, "billable", "1");
	form_start(rq, "payer", "house");
	return reply_page(rq, template);
}

enum err
get_booking_time(struct request *rq)
{
	return show_new(rq, BOOKING_TIME, "casework/booking-time.html");
}

enum err
get_booking_cost(struct request *rq)
{
	return show_new(rq, BOOKING_COST, "casework/booking-cost.html");
}

static enum err
add(struct request *rq, enum booking_kind kind)
{
	const struct booking_new n = typed(rq, kind);
	struct booking *b;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = booking_add(&rq->cx, d, &n, &b)) != OK)
		return e;
	if (kind == BOOKING_TIME)
		reply_notice(rq, b->currency[0] == '\0' ?
		    _("%s is booked. No rate holds for you on that day.") :
		    _("%s is booked."), booking_hours(&rq->cx, b->minutes));
	else
		reply_notice(rq, _("%s is booked."), costs_show_amount(rq,
		    b));
	return reply_redirect(rq, "/dossiers/%s/costs", d->number);
}

enum err
post_booking_time(struct request *rq)
{
	return add(rq, BOOKING_TIME);
}

enum err
post_booking_cost(struct request *rq)
{
	return add(rq, BOOKING_COST);
}

static void
start_from(struct request *rq, const struct booking *b)
{
	struct ctx *cx = &rq->cx;

	form_start(rq, "day", b->day);
	form_start(rq, "code", b->code);
	form_start(rq, "text", b->text);
	form_start(rq, "billable", b->billable ? "1" : "");
	form_start(rq, "task", plain(rq, b->task_no));
	form_start(rq, "document", plain(rq, b->document_no));
	if (b->kind == BOOKING_TIME)
		form_start(rq, "duration", booking_hours(cx, b->minutes));
	else {
		form_start(rq, "amount", number_money(cx->arena, cx->lang,
		    b->amount, b->currency));
		form_start(rq, "payer", b->payer);
	}
	form_start(rq, "version", number_plain(cx->arena, b->version, 0));
}

enum err
get_booking(struct request *rq)
{
	struct dossier *d;
	struct booking *b;
	struct view *v;
	const char *closed;
	bool change;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = booking_open(&rq->cx, d, rq->no, &b)) != OK ||
	    (e = rate_month_closed(&rq->cx, &closed)) != OK ||
	    (e = show_choices(rq, d, b->kind, b)) != OK)
		return e;
	v = view_part(rq->view, "booking");
	costs_show(rq, v, d->type, b);
	change = booking_may_change(&rq->cx, d, b, closed);
	view_flag(rq->view, "may_change", change);
	view_flag(rq->view, "may_counter", booking_may_counter(&rq->cx, d, b,
	    closed));
	view_flag(rq->view, "shut", closed[0] != '\0' &&
	    strncmp(b->day, closed, 7) <= 0);
	start_from(rq, b);
	return reply_page(rq, "casework/booking.html");
}

static enum err
open_one(struct request *rq, struct dossier **d, struct booking **b)
{
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, d)) != OK)
		return e;
	return booking_open(&rq->cx, *d, rq->no, b);
}

enum err
post_booking_change(struct request *rq)
{
	struct booking_new n;
	struct dossier *d;
	struct booking *b;
	enum err e;

	if ((e = open_one(rq, &d, &b)) != OK)
		return e;
	n = typed(rq, b->kind);
	if ((e = booking_change(&rq->cx, d, b, &n,
	    form_int(rq, "version"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The booking is corrected."));
	return reply_redirect(rq, "/dossiers/%s/costs", d->number);
}

enum err
post_booking_remove(struct request *rq)
{
	struct dossier *d;
	struct booking *b;
	enum err e;

	if ((e = open_one(rq, &d, &b)) != OK ||
	    (e = booking_remove(&rq->cx, d, b, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The booking is taken out. It stays in the "
	    "history."));
	return reply_redirect(rq, "/dossiers/%s/costs", d->number);
}

enum err
post_booking_counter(struct request *rq)
{
	struct dossier *d;
	struct booking *b, *c;
	enum err e;

	if ((e = open_one(rq, &d, &b)) != OK ||
	    (e = booking_counter(&rq->cx, d, b, form_text(rq, "why"),
	    &c)) != OK)
		return e;
	reply_notice(rq, "%s", _("An entry of today takes the booking "
	    "back."));
	return reply_redirect(rq, "/dossiers/%s/costs", d->number);
}
