/* SPDX-License-Identifier: MIT */
/* The docket of a proceeding, as the court keeps it. */
#include "domain/desk/docket.h"
#include "domain/desk/proceeding.h"
#include "legal/legal.h"
#include "text/number.h"

#define ROWS 25		/* entries may be long */
#define PARTIES 60

const struct field docket_form[] = {
	{ "after", FIELD_INT, .min = 1, .max = 1000000000 },
	{ 0 }
};

static enum err
show_entries(struct request *rq, const struct proceeding *p,
    const char *here)
{
	int64_t after = form_int(rq, "after");
	struct docket_entry *x;
	struct view *v;
	enum err e;
	int n = 0;

	if ((e = docket_entries(&rq->cx, p, after, ROWS + 1, &x)) != OK)
		return e;
	for (; x != NULL && n < ROWS; x = x->next, n++) {
		v = view_item(rq->view, "entries");
		view_text(v, "number", x->number);
		view_text(v, "filed", x->filed);
		view_text(v, "text", x->text);
		view_int(v, "attached", x->attached);
		if (n == ROWS - 1 && x->next != NULL)
			view_text(rq->view, "next", request_query(rq, here,
			    "after", number_plain(rq->cx.arena, x->place,
			    0)));
	}
	if (after != 0)
		view_text(rq->view, "first", here);
	return OK;
}

/* On the first page alone. */
static enum err
show_parties(struct request *rq, const struct proceeding *p)
{
	const struct docket_counsel *c;
	struct docket_party *y;
	struct view *v;
	enum err e;
	int n = 0;

	if (form_int(rq, "after") != 0)
		return OK;
	if ((e = docket_parties(&rq->cx, p, &y)) != OK)
		return e;
	for (; y != NULL && n < PARTIES; y = y->next, n++) {
		v = view_item(rq->view, "parties");
		view_text(v, "name", y->name);
		view_text(v, "capacity", y->capacity);
		view_text(v, "remark", y->remark);
		view_text(v, "ended", y->ended);
		for (c = y->counsel; c != NULL; c = c->next)
			view_text(view_item(v, "counsel"), "name", c->name);
	}
	return OK;
}

enum err
get_docket(struct request *rq)
{
	struct proceeding *p;
	struct dossier *d;
	const char *here;
	struct view *v;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = proceeding_open(&rq->cx, d, rq->no, &p)) != OK)
		return e;
	here = arena_printf(rq->cx.arena, "/legal/%s/proceedings/%lld/docket",
	    d->number, (long long)p->no);
	v = view_part(rq->view, "proceeding");
	view_text(v, "court", p->court);
	view_text(v, "reference", p->reference);
	view_text(v, "judge", p->judge);
	view_text(v, "filed", p->filed);
	view_text(v, "ended", p->ended);
	view_int(rq->view, "entry_count", p->entries);
	view_int(rq->view, "party_count", p->parties);
	view_flag(rq->view, "more_parties", p->parties > PARTIES);
	if ((e = show_entries(rq, p, here)) != OK ||
	    (e = show_parties(rq, p)) != OK)
		return e;
	return reply_page(rq, "legal/docket.html");
}
