/* SPDX-License-Identifier: MIT */
/* A better name, kind or date; the file itself is never altered. */
#include <string.h>

#include "domain/dossier/document.h"
#include "domain/dossier/document_keep.h"
#include "domain/people/search.h"
#include "domain/spine/event.h"
#include "store/db.h"
#include "store/store_document.h"

enum err
document_change(struct ctx *cx, struct dossier *d, struct document *f,
    const struct document_change *c)
{
	struct document old = *f;
	struct event_body *b;
	enum err e;

	if ((e = document_keep_living(cx, d, f)) != OK)
		return e;
	if (c->version != f->version)
		return db_stale(cx);
	if ((e = document_keep_words(cx, d, "name", c->name, c->kind,
	    c->dated, f)) != OK)
		return e;
	if (strcmp(old.name, f->name) == 0 &&
	    strcmp(old.kind, f->kind) == 0 &&
	    strcmp(old.dated, f->dated) == 0)
		return OK;
	if ((e = store_document_save(cx, f)) != OK ||
	    (f->compartment == 0 &&
	    (e = search_add(cx, d->id, f->name)) != OK))
		return e;
	b = document_keep_event(cx, f);
	event_change(b, "name", old.name, f->name);
	event_change(b, "kind", old.kind, f->kind);
	event_change(b, "dated", old.dated, f->dated);
	return event_add(cx, d, "document.changed", b);
}
