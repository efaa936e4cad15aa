/* SPDX-License-Identifier: MIT */
/* My time: a week of what the viewer booked, and a line to add to it. */
#include <string.h>

#include "casework/costs/costs_show.h"
#include "casework/costs/pages_costs.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/booking_sum.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"

#define RECENT 20	/* cases to choose from */

const struct field time_sheet_form[] = {
	{ "day", FIELD_DATE },
	{ "number", FIELD_TEXT, .max = 40 },
	{ 0 }
};
const struct field time_add_form[] = {
	{ "number", FIELD_TEXT, .max = 40 },
	{ "day", FIELD_DATE },
	{ "duration", FIELD_TEXT, .max = 20 },
	{ "code", FIELD_TEXT, .max = 40 },
	{ "text", FIELD_TEXT, .max = 500 },
	{ "billable", FIELD_FLAG },
	{ 0 }
};

/* The first day, since 1970, of the week that was asked for. */
static int64_t
week_of(struct request *rq)
{
	const char *day = form_date(rq, "day");
	int64_t at = 0, first;

	if (day[0] == '\0')
		day = date_today(rq->cx.arena, rq->cx.zone, rq->cx.now);
	(void)date_start("UTC", day, &at);
	first = date_day(at);
	return first - (date_weekday_of(first) -
	    date_week_begins(rq->cx.lang) + 7) % 7;
}

static enum err
show_one(struct request *rq, struct view *day, const struct booking *b)
{
	struct view *v = view_item(day, "bookings");
	const struct casetype *t;
	enum err e;

	if ((e = casetype_by_id(&rq->cx, b->type_id, &t)) != OK)
		return e;
	costs_show(rq, v, t, b);
	view_text(v, "number", b->number);
	view_text(v, "title", b->title);
	return OK;
}

/* Seven days, each with its lines and its sum. */
static enum err
show_week(struct request *rq, int64_t first, const struct booking *b)
{
	const char *iso, *today = date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now);
	int64_t sum, all = 0;
	struct view *day;
	enum err e;
	int i;

	for (i = 0; i < 7; i++) {
		iso = date_iso(rq->cx.arena, first + i);
		day = view_item(rq->view, "days");
		view_text(day, "date", iso);
		view_flag(day, "today", strcmp(iso, today) == 0);
		for (sum = 0; b != NULL && strcmp(b->day, iso) == 0;
		    b = b->next) {
			if (b->kind == BOOKING_TIME)
				sum += b->minutes;
			if ((e = show_one(rq, day, b)) != OK)
				return e;
		}
		view_text(day, "sum", sum == 0 ? "" :
		    booking_hours(&rq->cx, sum));
		all += sum;
	}
	view_text(rq->view, "sum", booking_hours(&rq->cx, all));
	return OK;
}

/* What can be booked on the cases of any type, each word once. */
static enum err
show_activities(struct request *rq)
{
	const struct casetype *t, *u, *all;
	const struct term *m;
	enum err e;

	if ((e = casetype_all(&rq->cx, &all)) != OK)
		return e;
	for (t = all; t != NULL; t = t->next)
		for (m = t->costs == NULL ? NULL : t->costs->activities;
		    m != NULL; m = m->next) {
			for (u = all; u != t; u = u->next)
				if (u->costs != NULL && casetype_term(
				    u->costs->activities, m->code) != NULL)
					break;
			if (u == t)
				view_option(rq->view, "codes", m->code,
				    message_label(&m->label, rq->cx.lang));
		}
	return OK;
}

static const char *
week_address(struct request *rq, int64_t day)
{
	return request_query(rq, "/time", "day", date_iso(rq->cx.arena, day));
}

enum err
get_time_sheet(struct request *rq)
{
	struct arena *a = rq->cx.arena;
	int64_t first = week_of(rq);
	struct dossier *d;
	struct booking *b;
	enum err e;

	if ((e = booking_mine(&rq->cx, date_iso(a, first),
	    date_iso(a, first + 6), &b)) != OK ||
	    (e = show_week(rq, first, b)) != OK ||
	    (e = show_activities(rq)) != OK ||
	    (e = booking_recent(&rq->cx, RECENT, &d)) != OK)
		return e;
	for (; d != NULL; d = d->next)
		view_option(rq->view, "cases", d->number, d->title);
	form_start(rq, "number", form_text(rq, "number"));
	form_start(rq, "day", date_today(a, rq->cx.zone, rq->cx.now));
	form_start(rq, "billable", "1");
	view_text(rq->view, "from", date_iso(a, first));
	view_text(rq->view, "until", date_iso(a, first + 6));
	view_text(rq->view, "before", week_address(rq, first - 7));
	view_text(rq->view, "after", week_address(rq, first + 7));
	view_text(rq->view, "csv", request_query(rq, "/time.csv", "day",
	    date_iso(a, first)));
	view_flag(rq->view, "any", b != NULL);
	return reply_page(rq, "casework/time.html");
}

enum err
get_time_sheet_csv(struct request *rq)
{
	const char *from = date_iso(rq->cx.arena, week_of(rq));
	const struct casetype *t;
	struct buf out = { 0 };
	struct booking *b;
	enum err e;

	if ((e = booking_mine(&rq->cx, from, date_iso(rq->cx.arena,
	    week_of(rq) + 6), &b)) != OK)
		return e;
	costs_show_csv_head(&out);
	for (; b != NULL && e == OK; b = b->next)
		if ((e = casetype_by_id(&rq->cx, b->type_id, &t)) == OK)
			costs_show_csv(rq, &out, b->number, t, b);
	if (e != OK) {
		buf_free(&out);
		return e;
	}
	return reply_download(rq, "text/csv", arena_printf(rq->cx.arena,
	    "time-%s.csv", from), &out);
}

enum err
post_time_add(struct request *rq)
{
	const struct booking_new n = { .kind = BOOKING_TIME,
	    .day = form_date(rq, "day"), .code = form_text(rq, "code"),
	    .duration = form_text(rq, "duration"),
	    .text = form_text(rq, "text"),
	    .billable = form_flag(rq, "billable"),
	    .amount = "", .payer = "" };
	struct booking *b;
	struct dossier *d;
	enum err e;

	if ((e = choices_case(rq, "number", LEVEL_WORK, &d)) != OK)
		return e;
	if (booking_codes(d, BOOKING_TIME) == NULL)
		return refuse_field(&rq->cx, "number", "%s",
		    _("No time is booked on cases of this type."));
	if ((e = booking_add(&rq->cx, d, &n, &b)) != OK)
		return e;
	reply_notice(rq, _("%s is booked."), booking_hours(&rq->cx,
	    b->minutes));
	return reply_redirect(rq, "/time?day=%s", b->day);
}
