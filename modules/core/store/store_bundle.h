/* SPDX-License-Identifier: MIT */
#ifndef STORE_BUNDLE_H
#define STORE_BUNDLE_H

#include "base/ctx.h"
#include "model/bundle.h"
#include "model/dossier.h"

/* Bundles of an opened dossier. */
enum err store_bundle_list(struct ctx *, const struct dossier *, int limit,
	    struct bundle **out);	/* newest first, without parts */
enum err store_bundle_find(struct ctx *, const struct dossier *, int64_t no,
	    struct bundle **out);	/* NULL: none */
enum err store_bundle_add(struct ctx *, const struct dossier *,
	    struct bundle *);		/* without parts */
enum err store_bundle_part_add(struct ctx *, const struct bundle *,
	    const struct bundle_part *);
/* How many PDFs of it are among the documents, by its title. */
enum err store_bundle_editions(struct ctx *, const struct bundle *,
	    int64_t *out);

/* For the clock: the longest waiting one, with one try more; NULL: none. */
enum err store_bundle_claim(struct ctx *, struct bundle **out);
enum err store_bundle_made(struct ctx *, const struct bundle *,
	    int64_t document);
enum err store_bundle_part_made(struct ctx *, const struct bundle *,
	    const struct bundle_part *);
enum err store_bundle_failed(struct ctx *, const struct bundle *,
	    const char *why);

#endif
