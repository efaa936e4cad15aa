/* SPDX-License-Identifier: MIT */
#ifndef STORE_LABEL_H
#define STORE_LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ctx.h"
#include "model/dossier.h"

/* The vocabulary of labels, and which dossier carries which. */
enum err store_label_list(struct ctx *, struct dossier_label **out);
/* By code, or by folded name where code is NULL; *out is NULL: none. */
enum err store_label_find(struct ctx *, const char *code, const char *key,
	    struct dossier_label **out);
enum err store_label_add(struct ctx *, struct dossier_label *,
	    const char *key);	/* ERR_CONFLICT: the code is taken */
enum err store_label_rename(struct ctx *, int64_t label, const char *name,
	    const char *key);
/* What carries from carries into; from is gone. */
enum err store_label_merge(struct ctx *, int64_t from, int64_t into);

/* Fills ->labels of at most QUERY_IDS dossiers. */
enum err store_label_of(struct ctx *, struct dossier *);
enum err store_label_put(struct ctx *, const struct dossier *, int64_t label,
	    bool *changed);
enum err store_label_take(struct ctx *, const struct dossier *,
	    int64_t label, bool *changed);
/* Up to most rows that carry the label, whoever sees them. */
enum err store_label_dossiers(struct ctx *, int64_t label, size_t most,
	    int64_t **out, size_t *n);

#endif
