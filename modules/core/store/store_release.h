/* SPDX-License-Identifier: MIT */
#ifndef STORE_RELEASE_H
#define STORE_RELEASE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/release.h"

/* Rows of part_release of an opened dossier; none is ever deleted. */
enum err store_release_add(struct ctx *, const struct dossier *,
	    const struct release *);
/* Of one thing; no 0: of all that the viewer sees. The newest first. */
enum err store_release_list(struct ctx *, const struct dossier *,
	    int64_t no, struct release **out);
/* Those of a thing that hold end now. */
enum err store_release_end(struct ctx *, const struct dossier *,
	    int64_t no, const char *why);
/* How many things of a kind that the viewer sees are held back. */
enum err store_release_held(struct ctx *, const struct dossier *,
	    int64_t counts[COMPARTMENT_KINDS]);

#endif
