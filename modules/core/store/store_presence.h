/* SPDX-License-Identifier: MIT */
#ifndef STORE_PRESENCE_H
#define STORE_PRESENCE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/person.h"

/* Who is at a dossier. Rows of the last minutes; the rest is swept. */

/* Staff other than the viewer, seen there since, the latest first. */
enum err store_presence_others(struct ctx *, const struct dossier *,
	    int64_t since, struct person **out);
/* When the viewer was last noted there, and anywhere; 0 never. */
enum err store_presence_own(struct ctx *, const struct dossier *,
	    int64_t *there, int64_t *anywhere);
/* Notes the viewer there now, and forgets where they were before. */
enum err store_presence_note(struct ctx *, int64_t dossier, int64_t before);
enum err store_presence_sweep(struct ctx *, int64_t before);

#endif
