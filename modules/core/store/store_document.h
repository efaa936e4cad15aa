/* SPDX-License-Identifier: MIT */
#ifndef STORE_DOCUMENT_H
#define STORE_DOCUMENT_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Rows of documents; the bytes are domain/document.c's. */
enum err store_document_add(struct ctx *, const struct dossier *,
	    struct document *);
enum err store_document_find(struct ctx *, const struct dossier *,
	    int64_t no, struct document **out);	/* NULL: none */
enum err store_document_list(struct ctx *, struct dossier *); /* newest first */

#endif
