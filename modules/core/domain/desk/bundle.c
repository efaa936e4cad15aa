/* SPDX-License-Identifier: MIT */
/* Bundles of documents: asked for, and looked at. */
#include <config.h>

#include "domain/desk/bundle.h"

#include <stdlib.h>

#include "domain/dossier/document.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_bundle.h"
#include "store/store_dossier.h"
#include "text/message.h"

struct chosen {
	const struct bundle_choice *choice;
	const struct document *document;
	size_t at;
};

bool
bundle_printed(void)
{
#ifdef HAVE_PAPER
	return true;
#else
	return false;
#endif
}

enum err
bundle_list(struct ctx *cx, const struct dossier *d, int limit,
    struct bundle **out)
{
	return store_bundle_list(cx, d, limit, out);
}

enum err
bundle_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct bundle **out)
{
	enum err e;

	if ((e = store_bundle_find(cx, d, no, out)) != OK || *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("This matter has no such bundle."));
}

const char *
bundle_refused(const struct dossier *d, const struct document *f)
{
	if (f->withdrawn != 0)
		return _("It was withdrawn.");
	if (f->held)
		return _("It is privileged, and not released.");
	if (f->compartment != 0 && f->compartment != d->compartment)
		return _("It is kept apart.");
	return NULL;
}

static int
by_place(const void *a, const void *b)
{
	const struct chosen *x = a, *y = b;

	if (x->choice->place != y->choice->place)
		return x->choice->place < y->choice->place ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static const char *
field_of(struct ctx *cx, int64_t no)
{
	return arena_printf(cx->arena, "o.%lld", (long long)no);
}

/* The documents that were chosen, as the viewer sees them now. */
static enum err
choose(struct ctx *cx, const struct dossier *d,
    const struct bundle_choice *c, struct chosen *out, size_t *n)
{
	const struct document_filter every = { .kind = NULL };
	const struct document *f;
	struct document *all;
	const char *why;
	enum err e;

	if ((e = document_list(cx, d, &every, &all)) != OK)
		return e;
	for (*n = 0; c != NULL; c = c->next, ++*n) {
		if (*n == BUNDLE_PARTS)
			return refuse_field(cx, field_of(cx, c->no),
			    _("A bundle holds %d documents at most."),
			    BUNDLE_PARTS);
		for (f = all; f != NULL && f->no != c->no; f = f->next)
			;
		if (f == NULL)
			return refuse_field(cx, field_of(cx, c->no), "%s",
			    _("This document is not here any more."));
		if ((why = bundle_refused(d, f)) != NULL)
			return refuse_field(cx, field_of(cx, c->no), "%s",
			    why);
		out[*n] = (struct chosen){ c, f, *n };
	}
	if (*n == 0)
		return refuse_field(cx, "documents", "%s", _("Choose at "
		    "least one document: give it a place."));
	qsort(out, *n, sizeof(*out), by_place);
	return OK;
}

static enum err
keep_parts(struct ctx *cx, const struct bundle *b, const struct chosen *list,
    size_t n)
{
	struct bundle_part x = { 0 };
	size_t i;
	enum err e;

	for (i = 0; i < n; i++) {
		x.place = (int64_t)i + 1;
		x.document = list[i].document->id;
		if ((e = keep_text(cx, field_of(cx, list[i].document->no),
		    list[i].choice->tab, 0, 40, false, &x.tab)) != OK ||
		    (e = store_bundle_part_add(cx, b, &x)) != OK)
			return e;
	}
	return OK;
}

enum err
bundle_ask(struct ctx *cx, struct dossier *d, const struct bundle_new *n,
    struct bundle **out)
{
	struct bundle *b = arena_alloc(cx->arena, sizeof(*b));
	struct chosen list[BUNDLE_PARTS];
	struct event_body *body;
	enum err e, f, g;
	size_t count = 0;

	*out = NULL;
	b->asked = cx->now;
	b->person = cx->viewer;
	b->state = bundle_printed() ? BUNDLE_WAITING : BUNDLE_LISTED;
	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	e = keep_text(cx, "title", n->title, 1, 120, false, &b->title);
	f = keep_text(cx, "court", n->court, 0, 200, false, &b->court);
	g = choose(cx, d, n->parts, list, &count);
	if (e != OK || f != OK || g != OK)
		return e != OK ? e : f != OK ? f : g;
	if ((e = store_dossier_next(cx, d, &b->no)) != OK ||
	    (e = store_bundle_add(cx, d, b)) != OK ||
	    (e = keep_parts(cx, b, list, count)) != OK)
		return e;
	*out = b;
	body = event_body(cx);
	event_number(body, "no", b->no);
	event_fact(body, "title", b->title);
	event_number(body, "documents", (int64_t)count);
	return event_add(cx, d, "bundle.asked", body);
}
