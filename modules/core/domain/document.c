/* SPDX-License-Identifier: MIT */
/* Documents: rows in the store, bytes under their SHA-256 on disk. */
#include "domain/document.h"

#include <string.h>

#include "base/config.h"
#include "base/json.h"
#include "domain/document_bytes.h"
#include "domain/dossier_keep.h"
#include "domain/event.h"
#include "store/store_document.h"
#include "store/store_dossier.h"
#include "text/message.h"

const char *
document_path(struct ctx *cx, const char *sha256)
{
	return arena_printf(cx->arena, "%.2s/%.2s/%s", sha256, sha256 + 2,
	    sha256);
}

static bool
sha256_ok(const char *s)
{
	return strlen(s) == 64 && strspn(s, "0123456789abcdef") == 64;
}

/* Browsers of old sent whole paths; a name has no folders. */
static const char *
last_part(const char *name)
{
	const char *p;

	for (p = name; *p != '\0'; p++)
		if (*p == '/' || *p == '\\')
			name = p + 1;
	return name;
}

static enum err
check(struct ctx *cx, const struct document_new *n, struct document *f)
{
	enum err e, g;

	e = dossier_keep_text(cx, "file", last_part(n->name), 1, 200, false,
	    &f->name);
	g = dossier_keep_text(cx, "kind", n->kind, 0, 80, false, &f->kind);
	if (e != OK || g != OK)
		return e != OK ? e : g;
	if (!sha256_ok(n->sha256))
		return refuse(cx, ERR_REQUEST, "%s",
		    _("The file arrived damaged. Send it again."));
	f->media_type = n->media_type;
	f->sha256 = arena_text(cx->arena, n->sha256);
	f->bytes = n->bytes;
	f->added = cx->now;
	f->added_by = "";
	return OK;
}

enum err
document_add(struct ctx *cx, struct dossier *d,
    const struct document_new *n, struct document **out)
{
	struct document *f = arena_alloc(cx->arena, sizeof(*f));
	struct event_body *b;
	enum err e;

	*out = NULL;
	if ((e = dossier_keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = check(cx, n, f)) != OK ||
	    (e = document_bytes_keep(cx, n->path, n->sha256)) != OK ||
	    (e = store_dossier_next(cx, d, &f->no)) != OK ||
	    (e = store_document_add(cx, d, f)) != OK)
		return e;
	b = event_body(cx);
	event_fact(b, "no", arena_printf(cx->arena, "%lld",
	    (long long)f->no));
	event_fact(b, "name", f->name);
	event_fact(b, "kind", f->kind);
	event_fact(b, "bytes", arena_printf(cx->arena, "%zu", f->bytes));
	event_fact(b, "sha256", f->sha256);
	*out = f;
	return event_add(cx, d, "document.added", b);
}

/* What was sent to whom is remembered, unless the house says otherwise. */
static void
look(struct ctx *cx, const struct dossier *d, const struct document *f)
{
	struct json_pair *name = arena_alloc(cx->arena, sizeof(*name));
	struct json_pair *no = arena_alloc(cx->arena, sizeof(*no));
	struct look **tail = &cx->looks, *l;

	if (cx->conf != NULL && strcmp(cx->conf->log_reads, "none") == 0)
		return;
	no->group = name->group = "fact";
	no->name = "no";
	no->text = arena_printf(cx->arena, "%lld", (long long)f->no);
	no->next = name;
	name->name = "name";
	name->text = f->name;
	l = arena_alloc(cx->arena, sizeof(*l));
	l->dossier = d->id;
	l->kind = "document.sent";
	l->body = json_write(cx->arena, no);
	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = l;
}

enum err
document_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct document **out)
{
	enum err e;

	if ((e = dossier_keep_level(cx, d, LEVEL_READ)) != OK ||
	    (e = store_document_find(cx, d, no, out)) != OK)
		return e;
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This case has no such document."));
	look(cx, d, *out);
	return OK;
}
