/* SPDX-License-Identifier: MIT */
/* Documents: rows in the store, bytes under their SHA-256 on disk. */
#include "domain/dossier/document.h"

#include <string.h>
#include <strings.h>

#include "base/config.h"
#include "domain/dossier/document_keep.h"
#include "domain/dossier/judgment.h"
#include "domain/people/compartment.h"
#include "domain/people/search.h"
#include "domain/spine/document_bytes.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_document.h"
#include "store/store_dossier.h"
#include "text/message.h"

static bool
sha256_ok(const char *s)
{
	return strlen(s) == 64 && strspn(s, "0123456789abcdef") == 64;
}

/* The file that came, into f. */
static enum err
take(struct ctx *cx, const struct document_new *n, struct document *f)
{
	if (!sha256_ok(n->sha256))
		return refuse(cx, ERR_REQUEST, "%s",
		    _("The file arrived damaged. Send it again."));
	f->media_type = n->media_type;
	f->sha256 = arena_text(cx->arena, n->sha256);
	f->bytes = n->bytes;
	return n->path == NULL ? OK :
	    document_bytes_keep(cx, n->path, n->sha256);
}

/* Adds what the event says of the bytes. */
static struct event_body *
with_bytes(struct ctx *cx, const struct document *f)
{
	struct event_body *b = document_keep_event(cx, f);

	event_fact(b, "kind", f->kind);
	event_fact(b, "bytes", arena_printf(cx->arena, "%zu", f->bytes));
	event_fact(b, "sha256", f->sha256);
	return b;
}

enum err
document_add(struct ctx *cx, struct dossier *d,
    const struct document_new *n, struct document **out)
{
	struct document *f = arena_alloc(cx->arena, sizeof(*f));
	struct compartment *c = NULL;
	struct judgment *j;
	struct event_body *b;
	struct exchange x;
	enum err e;

	*out = NULL;
	f->added = cx->now;
	f->added_by = f->withdrawn_by = f->withdrawn_why = "";
	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = document_keep_words(cx, d, "files", n->name, n->kind,
	    n->dated, f)) != OK ||
	    (n->compartment != NULL && n->compartment[0] != '\0' &&
	    (e = compartment_held(cx, n->compartment, &c)) != OK))
		return e;
	f->compartment = c == NULL ? 0 : c->id;
	f->compartment_name = c == NULL ? "" : c->name;
	f->file = f->name;
	if ((e = take(cx, n, f)) != OK ||
	    (e = judgment_recognise(cx, f, &j)) != OK ||
	    (e = exchange_typed(cx, d, n->exchange, &x)) != OK)
		return e;
	if (j != NULL && f->kind[0] == '\0')
		f->kind = "ruling";
	if (j != NULL && f->dated[0] == '\0')
		f->dated = j->decided;
	if ((e = store_dossier_next(cx, d, &f->no)) != OK ||
	    (e = store_document_add(cx, d, f)) != OK ||
	    (e = exchange_add(cx, d, f->no, &x)) != OK ||
	    (j != NULL && (e = judgment_keep(cx, d, f, j)) != OK) ||
	    (f->compartment == 0 &&
	    (e = search_add(cx, d->id, f->name)) != OK))
		return e;
	*out = f;
	b = with_bytes(cx, f);
	if (c != NULL)
		event_fact(b, "compartment", c->name);
	exchange_tell(b, &x);
	return event_add(cx, d, "document.added", b);
}

enum err
document_revise(struct ctx *cx, struct dossier *d, struct document *f,
    const struct document_new *n)
{
	struct document named;
	struct judgment *j;
	struct event_body *b;
	enum err e;

	if ((e = document_keep_living(cx, d, f)) != OK ||
	    (e = document_keep_words(cx, d, "file", n->name, "", "",
	    &named)) != OK)
		return e;
	if (strcmp(n->sha256, f->sha256) == 0)
		return refuse_field(cx, "file", "%s", _("These are the same "
		    "bytes as in the newest version."));
	f->file = named.name;
	f->versions++;
	if ((e = take(cx, n, f)) != OK ||
	    (e = store_document_save(cx, f)) != OK ||
	    (e = store_document_version_add(cx, f)) != OK ||
	    (e = judgment_recognise(cx, f, &j)) != OK ||
	    (e = judgment_keep(cx, d, f, j)) != OK)
		return e;
	b = with_bytes(cx, f);
	event_number(b, "version", f->versions);
	return event_add(cx, d, "document.revised", b);
}

enum err
document_same(struct ctx *cx, const struct dossier *d, const char *sha256,
    const char *path, struct document **out)
{
	enum err e;

	if ((e = store_document_same(cx, d, sha256, out)) != OK ||
	    *out == NULL || path == NULL)
		return e;
	return document_bytes_keep(cx, path, sha256);
}

/* What was sent to whom is remembered. */
static void
look(struct ctx *cx, const struct dossier *d, const struct document *f,
    int64_t version)
{
	struct event_body *b = document_keep_event(cx, f);

	if (version != f->versions)	/* an old one */
		event_number(b, "version", version);
	event_look(cx, d, "document.sent", b);
}

enum err
document_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct document **out)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_READ)) != OK ||
	    (e = store_document_find(cx, d, no, out)) != OK)
		return e;
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("This case has no such document."));
}

enum err
document_versions(struct ctx *cx, const struct document *f,
    struct document_version **out)
{
	return store_document_versions(cx, f, out);
}

/* A program opens a file by its ending: a new name does not lose it. */
static const char *
with_ending(struct ctx *cx, const char *name, const char *file)
{
	const char *dot = strrchr(file, '.');
	size_t n = strlen(name), m = dot == NULL ? 0 : strlen(dot);

	if (m < 2 || m > 8 || strchr(dot, ' ') != NULL ||
	    (n > m && strcasecmp(name + n - m, dot) == 0))
		return name;
	return arena_printf(cx->arena, "%s%s", name, dot);
}

enum err
document_open(struct ctx *cx, const struct dossier *d, int64_t no,
    int64_t version, struct document **out)
{
	struct document_version *v;
	struct document *f;
	enum err e;

	if ((e = document_find(cx, d, no, &f)) != OK ||
	    (e = store_document_versions(cx, f, &v)) != OK)
		return e;
	*out = f;
	while (v != NULL && version != 0 && v->version != version)
		v = v->next;
	if (v == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This document has no such version."));
	f->sha256 = v->sha256;
	f->media_type = v->media_type;
	f->bytes = v->bytes;
	f->name = with_ending(cx, f->name, v->file);
	look(cx, d, f, v->version);
	return OK;
}
