/* SPDX-License-Identifier: MIT */
/* Bundles of documents: chosen, and as a page to be printed. */
#include <stdlib.h>
#include <string.h>

#include "domain/desk/bundle.h"
#include "domain/dossier/document.h"
#include "domain/type/document_kind.h"
#include "legal/legal.h"
#include "text/message.h"
#include "text/number.h"

#define ROWS 50

const struct field bundle_form[] = {
	{ "title", FIELD_TEXT, .min = 1, .max = 120 },
	{ "court", FIELD_TEXT, .max = 200 },
	{ "o.*", FIELD_TEXT, .max = 3 },
	{ "t.*", FIELD_TEXT, .max = 40 },
	{ 0 }
};

enum err
get_bundles(struct request *rq)
{
	struct bundle *b;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = bundle_list(&rq->cx, d, ROWS, &b)) != OK)
		return e;
	for (; b != NULL; b = b->next) {
		v = view_item(rq->view, "bundles");
		view_int(v, "no", b->no);
		view_text(v, "title", b->title);
		view_moment(v, "asked", b->asked);
		view_text(v, "person", b->person_name);
		view_int(v, "pages", b->pages);
		view_int(v, "document", b->document);
		view_flag(v, "waiting", b->state == BUNDLE_WAITING);
		view_flag(v, "failed", b->state == BUNDLE_FAILED);
	}
	return reply_page(rq, "legal/bundles.html");
}

static const char *
named(struct request *rq, const char *what, int64_t no)
{
	return arena_printf(rq->cx.arena, "%s.%lld", what, (long long)no);
}

enum err
get_bundle_new(struct request *rq)
{
	const struct document_filter oldest = { .order = DOCUMENT_BY_DATED };
	const char *why;
	struct document *f;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = document_list(&rq->cx, d, &oldest, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next) {
		if (f->withdrawn != 0)
			continue;
		v = view_item(rq->view, "documents");
		view_text(v, "code", number_plain(rq->cx.arena, f->no, 0));
		view_text(v, "name", f->name);
		view_text(v, "kind", document_kind_word(&rq->cx, d->type,
		    f->kind));
		view_text(v, "dated", f->dated);
		why = bundle_refused(d, f);
		view_text(v, "why", why == NULL ? "" : why);
	}
	view_flag(rq->view, "printed", bundle_printed());
	return reply_page(rq, "legal/bundle-new.html");
}

/* The documents that have a place; ERR_INVALID with the field of one whose
 * place is no number. */
static enum err
choices(struct request *rq, const struct dossier *d,
    const struct bundle_choice **out)
{
	const struct document_filter oldest = { .order = DOCUMENT_BY_DATED };
	struct bundle_choice **tail, *c, *first = NULL;
	struct document *f;
	const char *typed;
	char *end;
	enum err e, bad = OK;

	if ((e = document_list(&rq->cx, d, &oldest, &f)) != OK)
		return e;
	for (tail = &first; f != NULL; f = f->next) {
		typed = form_text(rq, named(rq, "o", f->no));
		if (typed[0] == '\0')
			continue;
		c = arena_alloc(rq->cx.arena, sizeof(*c));
		c->no = f->no;
		c->place = strtoll(typed, &end, 10);
		c->tab = form_text(rq, named(rq, "t", f->no));
		if (*end != '\0' || c->place < 1)
			bad = refuse_field(&rq->cx, named(rq, "o", f->no),
			    "%s", _("A place is a number: 1 comes first."));
		*tail = c;
		tail = &c->next;
	}
	*out = first;
	return bad;
}

enum err
post_bundle_ask(struct request *rq)
{
	struct bundle_new n = { .title = form_text(rq, "title"),
	    .court = form_text(rq, "court") };
	struct bundle *b;
	struct dossier *d;
	enum err e;

	if ((e = matter_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = choices(rq, d, &n.parts)) != OK ||
	    (e = bundle_ask(&rq->cx, d, &n, &b)) != OK)
		return e;
	return reply_redirect(rq, "/legal/%s/bundles/%lld", d->number,
	    (long long)b->no);
}

static const char *
lacks(enum bundle_part_state state)
{
	static const char *const words[] = {
		[BUNDLE_WHOLE] = "",
		[BUNDLE_CUT] = N_("only its beginning"),
		[BUNDLE_LOCKED] = N_("left out: it is encrypted"),
		[BUNDLE_BROKEN] = N_("left out: it is broken"),
		[BUNDLE_OTHER] = N_("left out: it has no pages")
	};

	return state == BUNDLE_WHOLE ? "" : _(words[state]);
}

/* A document that the viewer may not see has a line without words. */
static enum err
show_parts(struct request *rq, const struct dossier *d,
    const struct bundle *b)
{
	const struct document_filter every = { .kind = NULL };
	const struct bundle_part *x;
	const struct document *f;
	struct document *all;
	struct view *v;
	enum err e;

	if ((e = document_list(&rq->cx, d, &every, &all)) != OK)
		return e;
	for (x = b->parts; x != NULL; x = x->next) {
		for (f = all; f != NULL && f->id != x->document; f = f->next)
			;
		v = view_item(rq->view, "parts");
		view_text(v, "tab", x->tab);
		view_int(v, "page", x->page);
		view_text(v, "lacks", b->state == BUNDLE_MADE ?
		    lacks(x->state) : "");
		if (f == NULL)
			continue;
		view_int(v, "no", f->no);
		view_text(v, "name", f->name);
		view_text(v, "kind", document_kind_word(&rq->cx, d->type,
		    f->kind));
		view_text(v, "dated", f->dated);
	}
	return OK;
}

enum err
get_bundle(struct request *rq)
{
	struct bundle *b;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = matter_page_open(rq, &d)) != OK ||
	    (e = bundle_open(&rq->cx, d, rq->no, &b)) != OK ||
	    (e = show_parts(rq, d, b)) != OK)
		return e;
	v = view_part(rq->view, "bundle");
	view_int(v, "no", b->no);
	view_text(v, "title", b->title);
	view_text(v, "court", b->court);
	view_moment(v, "asked", b->asked);
	view_text(v, "person", b->person_name);
	view_text(v, "why", b->why);
	view_int(v, "pages", b->pages);
	view_int(v, "document", b->document);
	view_flag(v, "waiting", b->state == BUNDLE_WAITING);
	view_flag(v, "failed", b->state == BUNDLE_FAILED);
	view_flag(v, "made", b->state == BUNDLE_MADE);
	return reply_page(rq, "legal/bundle.html");
}
