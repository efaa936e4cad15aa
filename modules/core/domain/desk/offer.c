/* SPDX-License-Identifier: MIT */
/* Offers to settle: made, answered, compared. */
#include "domain/desk/offer.h"

#include <string.h>

#include "domain/course/deadline.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/store_document.h"
#include "store/store_dossier.h"
#include "store/store_offer.h"
#include "store/store_party.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define WARN 2		/* days before an offer ends */
#define MOST INT64_C(100000000000000)

static const char *const ways[] = { OFFER_WAYS, NULL };

const char *
offer_way(const char *code)
{
	static const char *const words[] = { N_("Letter"), N_("Mail"),
	    N_("Meeting"), N_("Phone"), N_("Court") };
	size_t i;

	for (i = 0; ways[i] != NULL; i++)
		if (strcmp(ways[i], code) == 0)
			return _(words[i]);
	return code;
}

const char *
offer_state(const struct offer *x)
{
	switch (x->state) {
	case OFFER_ACCEPTED:
		return _("Accepted");
	case OFFER_REFUSED:
		return _("Refused");
	case OFFER_COUNTERED:
		return _("Answered by another offer");
	case OFFER_WITHDRAWN:
		return _("Withdrawn");
	default:
		return _("Open");
	}
}

const char *
offer_maker(const struct offer *x)
{
	return x->maker_name[0] == '\0' ? _("The court") : x->maker_name;
}

const char *
offer_show(struct ctx *cx, const struct offer *x)
{
	return !x->has_amount ? "" : number_money(cx->arena, cx->lang,
	    x->amount, x->currency);
}

static const char *
today(struct ctx *cx)
{
	return date_today(cx->arena, cx->zone, cx->now);
}

bool
offer_is_over(struct ctx *cx, const struct offer *x)
{
	return x->state == OFFER_OPEN && x->until[0] != '\0' &&
	    strcmp(x->until, today(cx)) < 0;
}

/* Only what is in one currency can be compared. */
static void
compare(struct offer *list)
{
	struct offer *x, *y;

	for (x = list; x != NULL; x = x->next)
		for (y = list; y != x && x->has_amount; y = y->next) {
			if (!y->has_amount ||
			    strcmp(x->currency, y->currency) != 0)
				continue;
			if (strcmp(x->maker_name, y->maker_name) == 0) {
				x->has_moved = true;
				x->moved = x->amount - y->amount;
			} else {
				x->has_gap = true;
				x->gap = x->amount - y->amount;
			}
		}
}

enum err
offer_list(struct ctx *cx, const struct dossier *d, struct offer **out)
{
	enum err e = store_offer_list(cx, d, out);

	if (e == OK)
		compare(*out);
	return e;
}

enum err
offer_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct offer **out)
{
	enum err e;

	if ((e = store_offer_find(cx, d, no, out)) != OK || *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("This matter has no such offer."));
}

static enum err
party_of(struct ctx *cx, const struct dossier *d, const char *field,
    int64_t no, int64_t *id, const char **name)
{
	const struct party *p;

	*id = 0;
	*name = "";
	if (no == 0)
		return OK;
	for (p = d->parties; p != NULL; p = p->next)
		if (p->no == no && p->ended == 0 &&
		    strcmp(p->role, "lead") != 0)
			break;
	if (p == NULL)
		return refuse_field(cx, field, "%s",
		    _("Choose one of the people of this case."));
	*id = p->id;
	*name = p->name;
	return OK;
}

static enum err
days_ok(struct ctx *cx, const struct offer_new *n, struct offer *x)
{
	enum err bad = OK;

	x->made = n->made[0] == '\0' ? today(cx) : n->made;
	x->until = n->until;
	if (!date_civil_ok(x->made) || strcmp(x->made, today(cx)) > 0)
		bad = refuse_field(cx, "made", "%s",
		    _("Write the day on which it was made, today at the "
		    "latest."));
	if (x->until[0] != '\0' && (!date_civil_ok(x->until) ||
	    strcmp(x->until, x->made) < 0))
		bad = refuse_field(cx, "until", "%s", _("It ends before it "
		    "was made. Correct one of the days."));
	return bad;
}

static enum err
worth(struct ctx *cx, const struct offer_new *n, struct offer *x)
{
	enum err e, bad = OK;

	x->currency = "";
	x->has_amount = n->amount[0] != '\0';
	if (x->has_amount && (e = casetype_value_money(cx, "amount",
	    n->currency, n->amount, &x->amount, &x->currency)) != OK)
		bad = e;
	else if (x->amount < 0 || x->amount > MOST)
		bad = refuse_field(cx, "amount", "%s",
		    _("The amount is to be more than nothing."));
	if ((e = keep_text(cx, "terms", n->terms, 0, KEEP_TEXT, true,
	    &x->terms)) != OK)
		bad = e;
	if (bad == OK && !x->has_amount && x->terms[0] == '\0')
		bad = refuse_field(cx, "amount", "%s",
		    _("Write an amount, or the terms."));
	return bad;
}

/* What it names; *old is the offer that it answers, or NULL. */
static enum err
named(struct ctx *cx, const struct dossier *d, const struct offer_new *n,
    struct offer *x, struct offer **old)
{
	struct document *f = NULL;
	enum err e, bad = OK;

	*old = NULL;
	if (n->document != 0) {
		if ((e = store_document_find(cx, d, n->document, &f)) != OK)
			return e;
		if (f == NULL)
			bad = refuse_field(cx, "document", "%s",
			    _("Choose a document of this case."));
	}
	x->document = f == NULL ? 0 : f->id;
	if (n->counters == 0)
		return bad;
	if ((e = store_offer_find(cx, d, n->counters, old)) != OK)
		return e;
	if (*old == NULL || (*old)->state != OFFER_OPEN)
		return refuse_field(cx, "counters", "%s",
		    _("Choose an offer that is open still."));
	if (strcmp((*old)->maker_name, x->maker_name) == 0)
		return refuse_field(cx, "counters", "%s",
		    _("Nobody answers their own offer. Withdraw that one "
		    "instead."));
	x->counters = (*old)->id;
	return bad;
}

static enum err
fill(struct ctx *cx, struct dossier *d, const struct offer_new *n,
    struct offer *x, struct offer **old)
{
	const char *const *w = ways;
	enum err e, bad;

	if ((e = store_party_list(cx, d)) != OK)
		return e;
	bad = party_of(cx, d, "maker", n->maker, &x->maker, &x->maker_name);
	if ((e = party_of(cx, d, "receiver", n->receiver, &x->receiver,
	    &x->receiver_name)) != OK)
		bad = e;
	if (bad == OK && x->receiver != 0 && x->receiver == x->maker)
		bad = refuse_field(cx, "receiver", "%s",
		    _("Nobody makes an offer to themselves."));
	if ((e = days_ok(cx, n, x)) != OK)
		bad = e;
	while (*w != NULL && strcmp(*w, n->way) != 0)
		w++;
	x->way = *w;
	if (*w == NULL)
		bad = refuse_field(cx, "way", "%s",
		    _("Choose how it was made."));
	if ((e = worth(cx, n, x)) != OK)
		bad = e;
	if ((e = named(cx, d, n, x, old)) != OK)
		bad = e;
	return bad;
}

/* An end that is still to come stands among the deadlines. */
static enum err
add_deadline(struct ctx *cx, struct dossier *d, struct offer *x)
{
	const struct deadline_new n = { .code = "",
	    .title = arena_printf(cx->arena, _("Offer of %s ends"),
	    offer_maker(x)),
	    .rule = { .by = DEADLINE_BY_DATE, .date = x->until,
	    .warn = WARN, .court = "" } };
	struct deadline *l;
	enum err e;

	if (x->until[0] == '\0' || strcmp(x->until, today(cx)) < 0)
		return OK;
	if ((e = deadline_add(cx, d, &n, &l)) != OK)
		return e;
	x->deadline = l->id;
	x->deadline_no = l->no;
	return OK;
}

static enum err
tell(struct ctx *cx, struct dossier *d, struct undo *u, const char *kind,
    const struct offer *x)
{
	struct event_body *b = event_body(cx);
	enum err e;

	event_number(b, "no", x->no);
	event_fact(b, "maker", x->maker_name);
	event_fact(b, "receiver", x->receiver_name);
	if (x->has_amount) {
		event_fact(b, "amount", arena_printf(cx->arena, "%lld",
		    (long long)x->amount));
		event_fact(b, "currency", x->currency);
	}
	event_fact(b, "terms", x->terms);
	event_fact(b, "until", x->until);
	if (x->state != OFFER_OPEN)
		event_why(b, x->note);
	if ((e = undo_step(cx, u, kind)) != OK)
		return e;
	return event_add(cx, d, kind, b);
}

/* Its deadline is met, unless somebody said so before. */
static enum err
meet(struct ctx *cx, struct dossier *d, const struct offer *x)
{
	struct deadline *l;
	enum err e;

	if (x->deadline_no == 0)
		return OK;
	if ((e = deadline_open(cx, d, x->deadline_no, &l)) != OK)
		return e;
	return deadline_is_open(l) ? deadline_done(cx, d, l,
	    offer_state(x)) : OK;
}

enum err
offer_add(struct ctx *cx, struct dossier *d, const struct offer_new *n,
    struct offer **out)
{
	struct offer *x = arena_alloc(cx->arena, sizeof(*x)), *old;
	struct undo *u = NULL;
	enum err e;

	*out = NULL;
	if ((e = keep_open(cx, d)) != OK ||
	    (e = fill(cx, d, n, x, &old)) != OK ||
	    (e = add_deadline(cx, d, x)) != OK)
		return e;
	if (old != NULL) {
		old->state = OFFER_COUNTERED;
		old->answered = x->made;
		old->note = "";
		if ((e = meet(cx, d, old)) != OK)
			return e;
	}
	if ((e = undo_watch(cx, d, UNDO_OFFERS, &u)) != OK ||
	    (e = store_dossier_next(cx, d, &x->no)) != OK ||
	    (e = store_offer_add(cx, d, x)) != OK ||
	    (old != NULL && (e = store_offer_answer(cx, old)) != OK))
		return e;
	*out = x;
	return tell(cx, d, u, "offer.made", x);
}

enum err
offer_answer(struct ctx *cx, struct dossier *d, struct offer *x,
    const char *answer, const char *day, const char *note)
{
	static const char *const answers[] = { OFFER_STATES, NULL };
	static const char *const kinds[] = { "", "offer.accepted",
	    "offer.refused", "", "offer.withdrawn" };
	struct undo *u = NULL;
	enum err e, bad;
	size_t i = 0;

	if ((e = keep_open(cx, d)) != OK)
		return e;
	if (x->state != OFFER_OPEN)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This offer was answered already."));
	while (answers[i] != NULL && strcmp(answers[i], answer) != 0)
		i++;
	bad = answers[i] != NULL && kinds[i][0] != '\0' ? OK :
	    refuse_field(cx, "answer", "%s", _("Choose the answer."));
	x->answered = day[0] == '\0' ? today(cx) : day;
	if (!date_civil_ok(x->answered) || strcmp(x->answered, x->made) < 0 ||
	    strcmp(x->answered, today(cx)) > 0)
		bad = refuse_field(cx, "answered", "%s", _("Write the day of "
		    "the answer: not before the offer, today at the "
		    "latest."));
	if ((e = keep_text(cx, "note", note, 0, KEEP_REASON, true,
	    &x->note)) != OK)
		bad = e;
	if (bad != OK)
		return bad;
	x->state = (enum offer_state)i;
	if ((e = meet(cx, d, x)) != OK ||
	    (e = undo_watch(cx, d, UNDO_OFFERS, &u)) != OK ||
	    (e = store_offer_answer(cx, x)) != OK)
		return e;
	return tell(cx, d, u, kinds[i], x);
}
