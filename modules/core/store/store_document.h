/* SPDX-License-Identifier: MIT */
#ifndef STORE_DOCUMENT_H
#define STORE_DOCUMENT_H

#include "base/ctx.h"
#include "model/document.h"
#include "model/dossier.h"

/*
 * Rows of documents and of their versions; the bytes lie where
 * domain/spine/document_bytes.h puts them. A version is never changed and never
 * removed.
 */
enum err store_document_add(struct ctx *, const struct dossier *,
	    struct document *);
enum err store_document_find(struct ctx *, const struct dossier *,
	    int64_t no, struct document **out);	/* NULL: none */
/* One not withdrawn that has, or had, these bytes; NULL: none. */
enum err store_document_same(struct ctx *, const struct dossier *,
	    const char *sha256, struct document **out);
/* Name, kind, date, whether it is withdrawn, and the newest bytes.
 * ERR_CONFLICT when the row has another version by now. */
enum err store_document_save(struct ctx *, struct document *);

enum err store_document_version_add(struct ctx *, const struct document *);
enum err store_document_versions(struct ctx *, const struct document *,
	    struct document_version **out);	/* newest first */

struct store_document_filter {
	const char *kind;	/* NULL: every kind */
	int64_t person;		/* as of store_exchange_filter */
	bool others;
	enum document_order order;
	int64_t after;		/* no of the last page's last, 0 none */
	int64_t limit;
};
enum err store_document_list(struct ctx *, const struct dossier *,
	    const struct store_document_filter *, struct document **out);
/* The kinds that the dossier's documents have, and how many have each. */
enum err store_document_kinds(struct ctx *, const struct dossier *,
	    struct document_kind **out);

#endif
