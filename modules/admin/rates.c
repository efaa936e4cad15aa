/* SPDX-License-Identifier: MIT */
/* What an hour of somebody costs, and the months that are closed. */
#include "admin.h"

#include <string.h>

#include "domain/people/rate.h"
#include "domain/people/roster.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"

const struct field rate_form[] = {
	{ "person", FIELD_TEXT, .max = 100 },
	{ "type", FIELD_TEXT, .max = 60 },
	{ "amount", FIELD_TEXT, .max = 60 },
	{ "begins", FIELD_DATE },
	{ "reason", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

const struct field rate_month_form[] = {
	{ "month", FIELD_TEXT, .max = 7 },
	{ 0 }
};

/* Types on whose cases time is booked. */
static enum err
show_types(struct request *rq, const struct casetype *all)
{
	for (; all != NULL; all = all->next)
		if (all->costs != NULL && all->costs->activities != NULL)
			view_option(rq->view, "types", all->code,
			    message_label(&all->label, rq->cx.lang));
	return OK;
}

static const char *
type_word(struct request *rq, const struct casetype *all, const char *code)
{
	for (; all != NULL; all = all->next)
		if (strcmp(all->code, code) == 0)
			return message_label(&all->label, rq->cx.lang);
	return code;
}

static enum err
show_months(struct request *rq)
{
	const char *const *months, *closed;
	enum err e;

	if ((e = rate_months_open(&rq->cx, &months)) != OK ||
	    (e = rate_month_closed(&rq->cx, &closed)) != OK)
		return e;
	for (; *months != NULL; months++)
		view_option(rq->view, "months", *months,
		    rate_month_word(&rq->cx, *months));
	if (closed[0] != '\0')
		view_text(rq->view, "closed", rate_month_word(&rq->cx,
		    closed));
	return OK;
}

static void
show_one(struct request *rq, const struct casetype *all,
    const struct rate *r)
{
	struct view *v = view_item(rq->view, "rates");

	view_text(v, "person", r->person_number);
	view_text(v, "name", r->person_name);
	view_text(v, "type", r->type[0] == '\0' ? "" : type_word(rq, all,
	    r->type));
	view_text(v, "amount", rate_show(&rq->cx, r));
	view_text(v, "begins", r->begins);
	view_text(v, "reason", r->reason);
	view_moment(v, "given", r->given);
	view_text(v, "given_by", r->given_by);
}

enum err
get_rates(struct request *rq)
{
	const struct casetype *all;
	struct roster_member *m;
	struct rate *r;
	struct view *v;
	enum err e;

	if ((e = casetype_all(&rq->cx, &all)) != OK ||
	    (e = rate_list(&rq->cx, &r)) != OK ||
	    (e = roster_list(&rq->cx, "", "", &m)) != OK ||
	    (e = show_months(rq)) != OK || (e = show_types(rq, all)) != OK)
		return e;
	for (; r != NULL; r = r->next)
		show_one(rq, all, r);
	for (; m != NULL; m = m->next) {
		v = view_item(rq->view, "staff");
		view_text(v, "login", m->login);
		view_text(v, "name", m->name);
	}
	form_start(rq, "begins", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	view_text(rq->view, "tab", "rates");
	return reply_page(rq, "admin/rates.html");
}

enum err
post_rate_give(struct request *rq)
{
	const struct rate_new n = { .person = form_text(rq, "person"),
	    .type = form_text(rq, "type"),
	    .begins = form_date(rq, "begins"),
	    .amount = form_text(rq, "amount"),
	    .reason = form_text(rq, "reason") };
	struct rate *r;
	enum err e;

	if ((e = rate_add(&rq->cx, &n, &r)) != OK)
		return e;
	reply_notice(rq, "%s", _("The rate holds for what is booked from "
	    "now on. What was booked keeps its own."));
	return reply_redirect(rq, "/admin/rates");
}

enum err
post_rate_month_close(struct request *rq)
{
	const char *month = form_text(rq, "month");
	enum err e;

	if ((e = rate_month_close(&rq->cx, month)) != OK)
		return e;
	reply_notice(rq, _("%s is closed."), rate_month_word(&rq->cx,
	    month));
	return reply_redirect(rq, "/admin/rates");
}
