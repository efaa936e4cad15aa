/* SPDX-License-Identifier: MIT */
/* Offers to settle: the ladder of them, made, answered. */
#include "domain/desk/offer.h"

#include <string.h>

#include "domain/desk/contract.h"
#include "domain/dossier/document.h"
#include "domain/dossier/party.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "legal/legal.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define MOST INT64_C(1000000000)
#define PAPERS 50	/* documents to choose from */
#define LATEST 3	/* on the page of the matter */

static const char *const ways[] = { "", OFFER_WAYS, NULL };
static const char *const answers[] = { "", "accepted", "refused",
    "withdrawn", NULL };

const struct field offer_page_form[] = {
	{ "counters", FIELD_INT, .min = 0, .max = MOST },
	{ 0 }
};
const struct field offer_form[] = {
	{ "maker", FIELD_INT, .min = 0, .max = MOST },
	{ "receiver", FIELD_INT, .min = 0, .max = MOST },
	{ "made", FIELD_DATE },
	{ "way", FIELD_CHOICE, .choices = ways },
	{ "amount", FIELD_TEXT, .max = 60 },
	{ "terms", FIELD_LINES, .max = KEEP_TEXT },
	{ "until", FIELD_DATE },
	{ "document", FIELD_INT, .min = 0, .max = MOST },
	{ "counters", FIELD_INT, .min = 0, .max = MOST },
	{ 0 }
};
const struct field offer_answer_form[] = {
	{ "answer", FIELD_CHOICE, .choices = answers },
	{ "answered", FIELD_DATE },
	{ "note", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

/* "+2,000.00 EUR": what it differs by, in words of its own sign. */
static const char *
step(struct request *rq, bool there, int64_t by, const char *currency)
{
	const char *text;

	if (!there)
		return "";
	if (by == 0)
		return _("as before");
	text = number_money(rq->cx.arena, rq->cx.lang, by < 0 ? -by : by,
	    currency);
	return arena_printf(rq->cx.arena, by < 0 ? _("%s less") :
	    _("%s more"), text);
}

static void
show_one(struct request *rq, struct view *v, const struct offer *x)
{
	view_int(v, "no", x->no);
	view_text(v, "maker", offer_maker(x));
	view_text(v, "receiver", x->receiver_name);
	view_text(v, "made", x->made);
	view_text(v, "way", offer_way(x->way));
	view_text(v, "amount", offer_show(&rq->cx, x));
	view_text(v, "terms", x->terms);
	view_text(v, "until", x->until);
	view_text(v, "state", offer_state(x));
	view_flag(v, "open", x->state == OFFER_OPEN);
	view_flag(v, "accepted", x->state == OFFER_ACCEPTED);
	view_flag(v, "over", offer_is_over(&rq->cx, x));
	view_text(v, "answered", x->answered);
	view_text(v, "note", x->note);
	view_int(v, "deadline", x->deadline_no);
	view_int(v, "document", x->document_no);
	view_text(v, "document_name", x->document_name);
	view_flag(v, "answers", x->counters_no != 0);
	view_text(v, "moved", step(rq, x->has_moved, x->moved,
	    x->currency));
	view_text(v, "gap", !x->has_gap ? "" : number_money(rq->cx.arena,
	    rq->cx.lang, x->gap < 0 ? -x->gap : x->gap, x->currency));
}

/* The newest first. Who keeps a contract settles nothing, as a rule. */
enum err
matter_offers_show(struct request *rq, const struct dossier *d)
{
	struct offer *list, *x, *latest[LATEST] = { NULL };
	enum err e;
	int n = 0, i;

	if ((e = offer_list(&rq->cx, d, &list)) != OK)
		return e;
	for (x = list; x != NULL; x = x->next, n++)
		latest[n % LATEST] = x;
	view_int(rq->view, "offer_count", n);
	view_flag(rq->view, "settles", n > 0 || !contract_is(d->type));
	for (i = n - 1; i >= 0 && i >= n - LATEST; i--)
		show_one(rq, view_item(rq->view, "offers"),
		    latest[i % LATEST]);
	return OK;
}

enum err
get_offers(struct request *rq)
{
	struct offer *list, *x;
	struct dossier *d;
	bool accepted = false;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = offer_list(&rq->cx, d, &list)) != OK)
		return e;
	for (x = list; x != NULL; x = x->next) {
		show_one(rq, view_item(rq->view, "offers"), x);
		accepted |= x->state == OFFER_ACCEPTED;
	}
	view_flag(rq->view, "accepted", accepted);
	view_flag(rq->view, "may_settle", accepted && d->closed == 0 &&
	    d->level >= LEVEL_WORK && (rq->cx.rights & RIGHT_LEAD) != 0 &&
	    casetype_term(d->type->phases, "settlement") != NULL &&
	    strcmp(d->phase, "settlement") != 0);
	view_flag(rq->view, "may_close", accepted && d->closed == 0 &&
	    d->level >= LEVEL_WORK && (rq->cx.rights & RIGHT_LEAD) != 0);
	return reply_page(rq, "legal/offers.html");
}

static const char *
plain(struct request *rq, int64_t n)
{
	return number_plain(rq->cx.arena, n, 0);
}

static enum err
show_choices(struct request *rq, const struct dossier *d)
{
	const struct document_filter newest = { .limit = PAPERS };
	const struct party *p;
	struct document *f;
	struct offer *x;
	enum err e;
	size_t i;

	if ((e = offer_list(&rq->cx, d, &x)) != OK ||
	    (e = document_list(&rq->cx, d, &newest, &f)) != OK)
		return e;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, "lead") != 0)
			view_option(rq->view, "people", plain(rq, p->no),
			    arena_printf(rq->cx.arena, "%s (%s)", p->name,
			    party_role(&rq->cx, d->type, p->role)));
	for (; f != NULL; f = f->next)
		if (f->withdrawn == 0)
			view_option(rq->view, "papers", plain(rq, f->no),
			    f->name);
	for (; x != NULL; x = x->next)
		if (x->state == OFFER_OPEN)
			view_option(rq->view, "open", plain(rq, x->no),
			    arena_printf(rq->cx.arena, "%s, %s%s%s",
			    offer_maker(x), date_civil(rq->cx.arena,
			    rq->cx.lang, x->made), x->has_amount ? ", " : "",
			    offer_show(&rq->cx, x)));
	for (i = 1; ways[i] != NULL; i++)
		view_option(rq->view, "ways", ways[i], offer_way(ways[i]));
	return OK;
}

/* The currency of the type's costs, or none. */
static const char *
currency_of(const struct dossier *d)
{
	return d->type->costs == NULL ? "" : d->type->costs->currency;
}

enum err
get_offer_new(struct request *rq)
{
	int64_t no = form_int(rq, "counters");
	struct dossier *d;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = show_choices(rq, d)) != OK)
		return e;
	form_start(rq, "made", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	form_start(rq, "way", "letter");
	view_text(rq->view, "currency", currency_of(d));
	if (no != 0)
		form_start(rq, "counters", plain(rq, no));
	return reply_page(rq, "legal/offer-new.html");
}

enum err
post_offer_add(struct request *rq)
{
	struct offer_new n = { .maker = form_int(rq, "maker"),
	    .receiver = form_int(rq, "receiver"),
	    .made = form_date(rq, "made"), .way = form_text(rq, "way"),
	    .amount = form_text(rq, "amount"),
	    .terms = form_text(rq, "terms"),
	    .until = form_date(rq, "until"),
	    .document = form_int(rq, "document"),
	    .counters = form_int(rq, "counters") };
	struct offer *x;
	struct dossier *d;
	enum err e;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	n.currency = currency_of(d);
	if ((e = offer_add(&rq->cx, d, &n, &x)) != OK)
		return e;
	reply_notice(rq, "%s", x->deadline != 0 ?
	    _("The offer is written down. Its end stands among the "
	    "deadlines.") : _("The offer is written down."));
	return reply_redirect(rq, "/legal/%s/offers", d->number);
}

enum err
get_offer(struct request *rq)
{
	struct offer *x;
	struct dossier *d;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = offer_open(&rq->cx, d, rq->no, &x)) != OK)
		return e;
	show_one(rq, view_part(rq->view, "offer"), x);
	form_start(rq, "answered", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now));
	return reply_page(rq, "legal/offer.html");
}

enum err
post_offer_answer(struct request *rq)
{
	struct offer *x;
	struct dossier *d;
	enum err e;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = offer_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = offer_answer(&rq->cx, d, x, form_text(rq, "answer"),
	    form_date(rq, "answered"), form_text(rq, "note"))) != OK)
		return e;
	reply_notice(rq, "%s", x->state == OFFER_ACCEPTED ?
	    _("The offer is accepted. Now the settlement can be carried "
	    "out.") : _("The answer is written down."));
	return reply_redirect(rq, "/legal/%s/offers", d->number);
}
