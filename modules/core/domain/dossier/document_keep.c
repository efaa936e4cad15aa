/* SPDX-License-Identifier: MIT */
/* What the acts on a document share. */
#include "domain/dossier/document_keep.h"

#include "domain/spine/keep.h"
#include "domain/type/document_kind.h"
#include "text/date.h"
#include "text/message.h"

enum err
document_keep_living(struct ctx *cx, const struct dossier *d,
    const struct document *f)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (f->withdrawn != 0)
		return refuse(cx, ERR_CONFLICT, "%s", _("This document is "
		    "withdrawn. Put it back first."));
	return OK;
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

enum err
document_keep_words(struct ctx *cx, const struct dossier *d,
    const char *field, const char *name, const char *kind,
    const char *dated, struct document *f)
{
	enum err e, g;

	e = keep_text(cx, field, last_part(name), 1, 200, false,
	    &f->name);
	g = keep_text(cx, "kind", kind == NULL ? "" : kind, 0, 80,
	    false, &f->kind);
	f->dated = dated == NULL ? "" : dated;
	if (f->dated[0] != '\0' && !date_civil_ok(f->dated))
		g = refuse_field(cx, "dated", "%s",
		    _("This day does not exist."));
	if (e != OK || g != OK)
		return e != OK ? e : g;
	f->kind = document_kind_code(cx, d->type, f->kind);
	return OK;
}

struct event_body *
document_keep_event(struct ctx *cx, const struct document *f)
{
	struct event_body *b = event_body(cx);

	event_number(b, "no", f->no);
	event_fact(b, "name", f->name);
	event_within(b, f->no, f->compartment);
	return b;
}
