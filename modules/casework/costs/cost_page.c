/* SPDX-License-Identifier: MIT */
/* What was booked on a case: sums, the estimate, and each entry. */
#include <string.h>

#include "casework/costs/costs_show.h"
#include "casework/costs/pages_costs.h"
#include "casework/shared/show.h"
#include "domain/dossier/booking_sum.h"
#include "domain/dossier/dossier.h"
#include "domain/people/rate.h"
#include "domain/spine/keep.h"
#include "domain/story/look.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"
#include "web/pager.h"

#define ROWS 50
#define WHOLE 100000	/* entries of a table for other programs */

const struct field costs_form[] = {
	{ "after", FIELD_TEXT, .max = 40 },
	{ 0 }
};
const struct field cost_rate_form[] = {
	{ "begins", FIELD_DATE },
	{ "amount", FIELD_TEXT, .max = 60 },
	{ "reason", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

static void
show_lines(struct request *rq, const char *name, const struct booking_line *l)
{
	struct view *v;

	for (; l != NULL; l = l->next) {
		v = view_item(rq->view, name);
		view_text(v, "label", l->label);
		view_text(v, "hours", l->minutes == 0 ? "" :
		    booking_hours(&rq->cx, l->minutes));
		view_text(v, "amount", booking_sum_show(&rq->cx, l->money));
		view_text(v, "billable", booking_sum_billable(&rq->cx,
		    l->money));
	}
}

static enum err
show_sums(struct request *rq, const struct dossier *d)
{
	struct booking_total t;
	struct view *v;
	enum err e;

	if ((e = booking_sum(&rq->cx, d, &t)) != OK)
		return e;
	show_lines(rq, "by_person", t.people);
	show_lines(rq, "by_activity", t.activities);
	show_lines(rq, "by_cost", t.costs);
	v = view_part(rq->view, "all");
	view_text(v, "hours", booking_hours(&rq->cx, t.all.minutes));
	view_text(v, "amount", booking_sum_show(&rq->cx, t.all.money));
	view_text(v, "billable", booking_sum_billable(&rq->cx, t.all.money));
	view_text(v, "unrated", t.unrated == 0 ? "" :
	    booking_hours(&rq->cx, t.unrated));
	if (t.currency[0] == '\0')
		return OK;
	v = view_part(rq->view, "estimate");
	view_text(v, "amount", number_money(rq->cx.arena, rq->cx.lang,
	    t.estimate, t.currency));
	view_text(v, "spent", number_money(rq->cx.arena, rq->cx.lang,
	    t.spent, t.currency));
	view_text(v, "over_by", number_money(rq->cx.arena, rq->cx.lang,
	    t.spent - t.estimate, t.currency));
	view_int(v, "percent", t.percent);
	view_flag(v, "near", t.near);
	view_flag(v, "over", t.over);
	return OK;
}

static enum err
show_rates(struct request *rq, const struct dossier *d)
{
	struct rate *r;
	struct view *v;
	enum err e;

	if ((e = booking_rates(&rq->cx, d, &r)) != OK)
		return e;
	for (; r != NULL; r = r->next) {
		v = view_item(rq->view, "rates");
		view_text(v, "amount", rate_show(&rq->cx, r));
		view_text(v, "begins", r->begins);
		view_text(v, "reason", r->reason);
		view_text(v, "by", r->given_by);
	}
	view_flag(rq->view, "may_rate", d->level >= LEVEL_MANAGE &&
	    d->closed == 0 && booking_codes(d, BOOKING_TIME) != NULL);
	form_start(rq, "begins", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	return OK;
}

static enum err
open_here(struct request *rq, struct dossier **d)
{
	enum err e;

	if ((e = show_open(rq, d)) != OK)
		return e;
	return booking_here(*d) ? OK : refuse(&rq->cx, ERR_MISSING, "%s",
	    _("Nothing is booked on cases of this type."));
}

enum err
get_costs(struct request *rq)
{
	struct booking_page page;
	const struct booking *b;
	struct dossier *d;
	const char *closed;
	struct view *v;
	bool work;
	enum err e;

	if ((e = open_here(rq, &d)) != OK ||
	    (e = rate_month_closed(&rq->cx, &closed)) != OK ||
	    (e = booking_list(&rq->cx, d, form_text(rq, "after"), ROWS,
	    &page)) != OK || (e = show_sums(rq, d)) != OK ||
	    (e = show_rates(rq, d)) != OK)
		return e;
	for (b = page.bookings; b != NULL; b = b->next) {
		v = view_item(rq->view, "bookings");
		costs_show(rq, v, d->type, b);
		view_flag(v, "may", booking_may_change(&rq->cx, d, b,
		    closed) || booking_may_counter(&rq->cx, d, b, closed));
	}
	work = d->level >= LEVEL_WORK && d->closed == 0;
	view_flag(rq->view, "may_time", work &&
	    booking_codes(d, BOOKING_TIME) != NULL);
	view_flag(rq->view, "may_cost", work &&
	    booking_codes(d, BOOKING_COST) != NULL);
	pager_show(rq, arena_printf(rq->cx.arena, "/dossiers/%s/costs",
	    d->number), page.next);
	return reply_page(rq, "casework/costs.html");
}

enum err
get_costs_csv(struct request *rq)
{
	struct booking_page page;
	const struct booking *x;
	struct buf b = { 0 };
	int64_t rows = 0;
	struct dossier *d;
	enum err e;

	if ((e = open_here(rq, &d)) != OK ||
	    (e = booking_list(&rq->cx, d, "", WHOLE, &page)) != OK)
		return e;
	costs_show_csv_head(&b);
	for (x = page.bookings; x != NULL; x = x->next, rows++)
		costs_show_csv(rq, &b, d->number, d->type, x);
	look_costs(&rq->cx, d, rows);
	return reply_download(rq, "text/csv", arena_printf(rq->cx.arena,
	    "%s-costs.csv", d->number), &b);
}

enum err
post_cost_rate_set(struct request *rq)
{
	const struct rate_new n = { .person = "", .type = "",
	    .begins = form_date(rq, "begins"),
	    .amount = form_text(rq, "amount"),
	    .reason = form_text(rq, "reason") };
	struct dossier *d;
	enum err e;

	if ((e = open_here(rq, &d)) != OK ||
	    (e = booking_rate_set(&rq->cx, d, &n)) != OK)
		return e;
	reply_notice(rq, "%s", _("The rate holds for what is booked from "
	    "now on. What was booked keeps its own."));
	return reply_redirect(rq, "/dossiers/%s/costs", d->number);
}
