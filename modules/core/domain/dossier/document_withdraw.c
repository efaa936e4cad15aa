/* SPDX-License-Identifier: MIT */
/* What does not belong here is marked so, with a reason, and can come
 * back; nothing of it is lost. */
#include "domain/dossier/document.h"
#include "domain/dossier/document_keep.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_document.h"
#include "text/message.h"

static enum err
mark(struct ctx *cx, struct dossier *d, struct document *f, int64_t when,
    const char *kind, const char *why)
{
	struct event_body *b;
	enum err e;

	f->withdrawn = when;
	f->withdrawn_why = when == 0 ? "" : why;
	if ((e = store_document_save(cx, f)) != OK)
		return e;
	b = document_keep_event(cx, f);
	event_fact(b, "kind", f->kind);
	event_why(b, why);
	return event_add(cx, d, kind, b);
}

enum err
document_withdraw(struct ctx *cx, struct dossier *d, struct document *f,
    const char *why)
{
	enum err e;

	if ((e = document_keep_living(cx, d, f)) != OK ||
	    (e = keep_reason(cx, "why", why, &why)) != OK)
		return e;
	return mark(cx, d, f, cx->now, "document.withdrawn", why);
}

enum err
document_withdraw_back(struct ctx *cx, struct dossier *d,
    struct document *f, const char *why)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (f->withdrawn == 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This document is not withdrawn."));
	if ((e = keep_reason(cx, "why", why, &why)) != OK)
		return e;
	return mark(cx, d, f, 0, "document.restored", why);
}
