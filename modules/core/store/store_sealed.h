/* SPDX-License-Identifier: MIT */
#ifndef STORE_SEALED_H
#define STORE_SEALED_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/sealed.h"

/* Drafts of the viewer; others have no way to one. */
enum err store_sealed_drafts(struct ctx *, const struct dossier *,
	    struct sealed **out);
/* Those on all dossiers in sight, the last one worked at first. */
enum err store_sealed_mine(struct ctx *, int64_t limit, struct sealed **out);
enum err store_sealed_draft(struct ctx *, const struct dossier *,
	    int64_t no, struct sealed **out);		/* NULL */
enum err store_sealed_draft_add(struct ctx *, const struct dossier *,
	    struct sealed *);
enum err store_sealed_draft_save(struct ctx *, struct sealed *);
enum err store_sealed_draft_drop(struct ctx *, const struct sealed *);

/* Signed ones of an opened dossier, newest day first; after: the last page's
 * last, or NULL. Each with its signatures, and its addenda with theirs. */
enum err store_sealed_list(struct ctx *, const struct dossier *,
	    const struct sealed *after, int64_t limit, struct sealed **out);
enum err store_sealed_find(struct ctx *, const struct dossier *,
	    int64_t no, struct sealed **out);		/* NULL */
/* Seals the note of the dossier with this number, that was written. */
enum err store_sealed_add(struct ctx *, const struct dossier *,
	    struct sealed *);
enum err store_sealed_sign(struct ctx *, const struct sealed *,
	    const struct sealed_signature *);
/* Those that ask for a second signature, which the viewer may give. */
enum err store_sealed_waiting(struct ctx *, int64_t limit,
	    struct sealed **out);

#endif
