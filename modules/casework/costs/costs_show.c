/* SPDX-License-Identifier: MIT */
/* One booking on a page, and in a table for other programs. */
#include "casework/costs/costs_show.h"

#include "domain/people/compartment.h"
#include "text/csv.h"
#include "text/number.h"

const char *
costs_show_amount(struct request *rq, const struct booking *b)
{
	return b->currency[0] == '\0' ? "" : number_money(rq->cx.arena,
	    rq->cx.lang, b->amount, b->currency);
}

void
costs_show(struct request *rq, struct view *v, const struct casetype *t,
    const struct booking *b)
{
	view_int(v, "no", b->no);
	view_flag(v, "time", b->kind == BOOKING_TIME);
	view_flag(v, "cost", b->kind == BOOKING_COST);
	view_text(v, "day", b->day);
	view_text(v, "person", b->person_name);
	view_text(v, "what", booking_word(&rq->cx, t, b));
	view_text(v, "text", b->text);
	view_text(v, "hours", b->kind == BOOKING_COST ? "" :
	    booking_hours(&rq->cx, b->minutes));
	view_text(v, "amount", costs_show_amount(rq, b));
	view_text(v, "rate", b->rate == 0 ? "" : number_money(rq->cx.arena,
	    rq->cx.lang, b->rate, b->currency));
	view_flag(v, "unrated", b->kind == BOOKING_TIME &&
	    b->currency[0] == '\0');
	view_flag(v, "billable", b->billable);
	view_text(v, "payer", booking_payer(b->payer));
	view_int(v, "task", b->task_no);
	view_text(v, "task_title", b->task_title);
	view_int(v, "document", b->document_no);
	view_text(v, "document_name", b->document_name);
	view_int(v, "counters", b->counters_no);
	view_flag(v, "countered", b->countered);
	view_text(v, "within", compartment_word(b->compartment_name));
	view_moment(v, "booked", b->booked);
}

void
costs_show_csv_head(struct buf *b)
{
	buf_text(b, "number,entry,day,kind,who,what,text,minutes,rate,"
	    "amount,currency,billable,paid_by,takes_back,document\r\n");
}

static void
money_cell(struct request *rq, struct buf *out, const char *currency,
    int64_t minor)
{
	csv_number(out, currency[0] == '\0' ? "" : number_plain(rq->cx.arena,
	    minor, number_minor(currency)));
}

static void
number_cell(struct request *rq, struct buf *out, int64_t n)
{
	csv_number(out, n == 0 ? "" : number_plain(rq->cx.arena, n, 0));
}

void
costs_show_csv(struct request *rq, struct buf *out, const char *number,
    const struct casetype *t, const struct booking *b)
{
	bool time = b->kind == BOOKING_TIME;

	csv_cell(out, number);
	number_cell(rq, out, b->no);
	csv_cell(out, b->day);
	csv_cell(out, time ? "time" : "cost");
	csv_cell(out, b->person_name);
	csv_cell(out, booking_word(&rq->cx, t, b));
	csv_cell(out, b->text);
	number_cell(rq, out, b->minutes);
	money_cell(rq, out, time ? b->currency : "", b->rate);
	money_cell(rq, out, b->currency, b->amount);
	csv_cell(out, b->currency);
	csv_cell(out, b->billable ? "1" : "0");
	csv_cell(out, b->payer);
	number_cell(rq, out, b->counters_no);
	csv_cell(out, b->document_name);
	csv_end(out);
}
