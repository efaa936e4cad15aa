/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOCUMENT_KEEP_H
#define DOMAIN_DOCUMENT_KEEP_H

#include "base/ctx.h"
#include "domain/spine/event.h"
#include "model/document.h"
#include "model/dossier.h"

/* What the acts on a document share. */

/* LEVEL_WORK, and ERR_CONFLICT once it is withdrawn. */
enum err document_keep_living(struct ctx *, const struct dossier *,
	    const struct document *);
/* Name, kind and date as typed, tidied into the document; a name that does
 * not fit is refused at that field. */
enum err document_keep_words(struct ctx *, const struct dossier *,
	    const char *field, const char *name, const char *kind,
	    const char *dated, struct document *);
/* A body that says which document: number and name. */
struct event_body *document_keep_event(struct ctx *,
	    const struct document *);

#endif
