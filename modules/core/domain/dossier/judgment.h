/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_JUDGMENT_H
#define DOMAIN_JUDGMENT_H

#include "base/ctx.h"
#include "model/document.h"
#include "model/dossier.h"
#include "model/judgment.h"

/*
 * Judgments in Akoma Ntoso among the documents of a dossier. The file itself
 * is kept as any other; what it says of court, day, parties and citation is
 * known besides, and its words find the case.
 */
/* What a file that was taken over says; *out is NULL where it is none. */
enum err judgment_recognise(struct ctx *, const struct document *,
	    struct judgment **out);
/* Keeps that of a document; NULL: it is none (any more). */
enum err judgment_keep(struct ctx *, const struct dossier *,
	    const struct document *, const struct judgment *);

/* Those of a dossier, the newest first; without their text. */
enum err judgment_list(struct ctx *, const struct dossier *,
	    struct judgment **out);
/* Of one document; NULL: it is none. */
enum err judgment_of(struct ctx *, const struct dossier *,
	    const struct document *, struct judgment **out);
/* To be read: the document by its no, which leaves the look "document.sent",
 * and all that its newest file says. ERR_MISSING where it is none. */
enum err judgment_open(struct ctx *, const struct dossier *, int64_t no,
	    struct document **, struct judgment **out);

#endif
