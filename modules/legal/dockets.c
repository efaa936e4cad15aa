/* SPDX-License-Identifier: MIT */
/* The docket of a proceeding: its entries, their documents, its parties. */
#include <string.h>

#include "domain/desk/docket.h"
#include "domain/desk/proceeding.h"
#include "domain/people/compartment.h"
#include "domain/type/document_kind.h"
#include "legal/dockets.h"
#include "web/pager.h"

#define ROWS 25		/* entries may be long */
#define PRINTED 2000
#define PARTIES 60

static const char *const orders[] = { "oldest", "newest", NULL };

#define FOUND								\
	{ "text", FIELD_TEXT, .max = 200 },				\
	{ "order", FIELD_CHOICE, .choices = orders }

const struct field docket_form[] = {
	FOUND,
	{ "after", FIELD_INT, .min = 1, .max = 2000000000 },
	{ 0 }
};
const struct field docket_print_form[] = { FOUND, { 0 } };

enum err
dockets_open(struct request *rq, struct dossier **d, struct proceeding **out)
{
	struct proceeding *p;
	struct view *v;
	enum err e;

	if ((e = matter_page_open(rq, d)) != OK ||
	    (e = proceeding_open(&rq->cx, *d, rq->no, &p)) != OK)
		return e;
	*out = p;
	v = view_part(rq->view, "proceeding");
	view_int(v, "no", p->no);
	view_text(v, "court", p->court);
	view_text(v, "reference", p->reference);
	view_text(v, "judge", p->judge);
	view_text(v, "filed", p->filed);
	view_text(v, "ended", p->ended);
	return OK;
}

enum err
dockets_reach(struct request *rq, struct dossier **d,
    struct proceeding **out)
{
	enum err e;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, d)) != OK)
		return e;
	return proceeding_open(&rq->cx, *d, rq->no, out);
}

void
dockets_show_entry(struct request *rq, struct view *v,
    const struct dossier *d, const struct docket_entry *x)
{
	const struct docket_document *f;
	struct view *w;

	view_int(v, "place", x->place);
	view_text(v, "number", x->number);
	view_text(v, "filed", x->filed);
	view_text(v, "entered", strcmp(x->entered, x->filed) == 0 ? "" :
	    x->entered);
	view_text(v, "text", x->text);
	view_text(v, "party", x->party_name);
	view_int(v, "attached", x->attached);
	view_flag(v, "hand", x->hand != 0);
	view_flag(v, "struck", x->struck != 0);
	for (f = x->documents; f != NULL; f = f->next) {
		w = view_item(v, "documents");
		view_int(w, "no", f->no);
		view_text(w, "name", f->name);
		view_text(w, "kind", document_kind_word(&rq->cx, d->type,
		    f->kind));
		view_flag(w, "withdrawn", f->withdrawn != 0);
		view_text(w, "within",
		    compartment_word(f->compartment_name));
	}
}

/* The address with what was asked for. */
static const char *
asked(struct request *rq, const char *address)
{
	return request_query(rq, request_query(rq, address, "text",
	    form_text(rq, "text")), "order", form_text(rq, "order"));
}

static enum err
show_entries(struct request *rq, const struct dossier *d,
    const struct proceeding *p, int limit, int64_t after, const char *here)
{
	const struct docket_filter f = { .text = form_text(rq, "text"),
	    .newest = strcmp(form_text(rq, "order"), "newest") == 0,
	    .after = after, .limit = limit + 1 };
	struct docket_entry *x;
	int64_t last = 0;
	enum err e;
	int n = 0;

	if ((e = docket_list(&rq->cx, p, &f, &x)) != OK)
		return e;
	for (; x != NULL && n < limit; x = x->next, n++) {
		dockets_show_entry(rq, view_item(rq->view, "entries"), d, x);
		last = x->place;
	}
	pager_show_no(rq, here, x == NULL ? 0 : last);
	return OK;
}

static enum err
show_parties(struct request *rq, const struct proceeding *p)
{
	const struct docket_counsel *c;
	struct docket_party *y;
	struct view *v;
	enum err e;
	int n = 0;

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
	view_int(rq->view, "party_count", p->parties);
	view_flag(rq->view, "more_parties", p->parties > PARTIES);
	return OK;
}

enum err
get_docket(struct request *rq)
{
	int64_t after = form_int(rq, "after");
	const char *text = form_text(rq, "text"), *at;
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	if ((e = dockets_open(rq, &d, &p)) != OK)
		return e;
	at = arena_printf(rq->cx.arena, "/legal/%s/proceedings/%lld/docket",
	    d->number, (long long)p->no);
	view_int(rq->view, "entry_count", p->entries);
	view_text(rq->view, "found", text);
	view_text(rq->view, "all", at);
	view_text(rq->view, "print", asked(rq, arena_printf(rq->cx.arena,
	    "%s/print", at)));
	if ((e = show_entries(rq, d, p, ROWS, after, asked(rq, at))) != OK)
		return e;
	if (after == 0 && text[0] == '\0' &&
	    (e = show_parties(rq, p)) != OK)
		return e;
	return reply_page(rq, "legal/docket.html");
}

enum err
get_docket_print(struct request *rq)
{
	struct proceeding *p;
	struct dossier *d;
	enum err e;

	if ((e = dockets_open(rq, &d, &p)) != OK ||
	    (e = show_entries(rq, d, p, PRINTED, 0, "")) != OK ||
	    (e = show_parties(rq, p)) != OK)
		return e;
	view_text(rq->view, "found", form_text(rq, "text"));
	view_int(rq->view, "printed", PRINTED);
	return reply_page(rq, "legal/docket-print.html");
}
