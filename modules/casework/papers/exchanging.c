/* SPDX-License-Identifier: MIT */
/* What is said of the correspondence of a document or a note, corrected. */
#include <string.h>

#include "casework/papers/pages_papers.h"
#include "casework/shared/conflict.h"
#include "casework/shared/exchanges.h"
#include "casework/shared/show.h"
#include "domain/course/dossier_load.h"
#include "domain/dossier/dossier.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define UNITS 5

const struct field exchange_form[] = {
	EXCHANGES_FIELDS,
	CONFLICT_FIELDS,
	{ 0 }
};

/* Where the thing is shown. */
static const char *
place(struct request *rq, const struct exchange *x)
{
	return x->note ? arena_printf(rq->cx.arena, "/dossiers/%s",
	    rq->number) : arena_printf(rq->cx.arena,
	    "/dossiers/%s/documents/%lld/about", rq->number,
	    (long long)x->no);
}

/* The number on the dossier of whom it was exchanged with, "0" none. */
static const char *
party_of(struct request *rq, const struct dossier *d,
    const struct exchange *x)
{
	const struct party *p = d->parties;

	while (p != NULL && (p->person != x->person ||
	    strcmp(p->role, "lead") == 0))
		p = p->next;
	return number_plain(rq->cx.arena, p == NULL || x->person == 0 ? 0 :
	    p->no, 0);
}

static const char *
name_of(const struct dossier *d, int64_t no)
{
	const struct party *p = d->parties;

	while (p != NULL && p->no != no)
		p = p->next;
	return p == NULL || no == 0 ? "" : p->name;
}

/* As the form has it, against what is stored. */
static void
units(struct request *rq, const struct dossier *d, const struct exchange *x,
    struct conflict_unit out[UNITS])
{
	const char *party = party_of(rq, d, x);
	bool there = strcmp(party, "0") != 0;
	struct exchange_new n = exchanges_typed(rq);
	struct ctx *cx = &rq->cx;

	out[0] = (struct conflict_unit){ "party", _("With whom"), party,
	    number_plain(cx->arena, n.party, 0), there ? x->name : "",
	    name_of(d, n.party) };
	out[1] = (struct conflict_unit){ "who", _("Somebody else"),
	    there ? "" : x->name, n.who };
	out[2] = (struct conflict_unit){ "way", _("Sent or received"),
	    x->way, n.way, exchange_way(x->way), exchange_way(n.way) };
	out[3] = (struct conflict_unit){ "medium", _("By what"), x->medium,
	    n.medium, exchange_medium(x->medium),
	    exchange_medium(n.medium) };
	out[4] = (struct conflict_unit){ "exchanged", _("Day"), x->exchanged,
	    n.exchanged, date_civil(cx->arena, cx->lang, x->exchanged),
	    date_civil(cx->arena, cx->lang, n.exchanged) };
}

/* What was typed, and where somebody saved meanwhile what holds of it. */
static enum err
typed(struct request *rq, struct conflict *c, const struct dossier *d,
    const struct exchange *x, struct exchange_new *out)
{
	struct conflict_unit u[UNITS];
	const char *text[UNITS];
	int64_t party = 0;
	size_t i;

	units(rq, d, x, u);
	for (i = 0; i < UNITS; i++)
		text[i] = !conflict_stale(c) || conflict_mine(c, &u[i]) ?
		    u[i].mine : u[i].stored;
	number_plain_parse(text[0], 0, &party);
	*out = (struct exchange_new){ .party = party, .who = text[1],
	    .way = text[2], .medium = text[3], .exchanged = text[4] };
	return conflict_end(c);
}

enum err
get_exchange(struct request *rq)
{
	struct conflict_unit u[UNITS];
	struct exchange_new n;
	struct exchange *x;
	struct conflict *c;
	struct dossier *d;
	struct view *v;
	enum err e;
	size_t i;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = exchange_open(&rq->cx, d, rq->no, &x)) != OK)
		return e;
	c = conflict_new(rq, x->version + 1);
	if (conflict_again(c) && typed(rq, c, d, x, &n) == ERR_CONFLICT)
		return conflict_page(c, place(rq, x));
	units(rq, d, x, u);
	for (i = 0; i < UNITS; i++) {
		conflict_begin(c, u[i].name, u[i].stored);
		form_start(rq, u[i].name, u[i].stored);
	}
	conflict_begun(c, NULL);
	v = view_part(rq->view, "thing");
	view_int(v, "no", x->no);
	view_flag(v, "note", x->note);
	view_text(v, "name", x->title);
	view_text(v, "place", place(rq, x));
	exchanges_choices(rq, d, false);
	return reply_page(rq, "casework/exchange.html");
}

enum err
post_exchange_change(struct request *rq)
{
	struct exchange_new n;
	struct exchange *x;
	struct conflict *c;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = dossier_load(&rq->cx, d)) != OK ||
	    (e = exchange_open(&rq->cx, d, rq->no, &x)) != OK)
		return e;
	c = conflict_new(rq, x->version + 1);
	if ((e = typed(rq, c, d, x, &n)) != OK ||
	    (e = exchange_change(&rq->cx, d, x, &n)) != OK)
		return e;
	conflict_notice(c, _("The correspondence was saved."));
	return reply_redirect(rq, "%s", place(rq, x));
}
