/* SPDX-License-Identifier: MIT */
#ifndef STORE_STRENGTH_H
#define STORE_STRENGTH_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/strength.h"

/* Table strength: those that hold first, strengths before wishes, the newest
 * first. */
enum err store_strength_list(struct ctx *, const struct dossier *,
	    struct strength **out);
enum err store_strength_find(struct ctx *, const struct dossier *,
	    int64_t no, struct strength **out);	/* NULL: none */
enum err store_strength_add(struct ctx *, const struct dossier *,
	    struct strength *);			/* fills id */
/* Area, words, who and when, goal, end. */
enum err store_strength_save(struct ctx *, const struct dossier *,
	    struct strength *, int64_t version);	/* ERR_CONFLICT */

#endif
