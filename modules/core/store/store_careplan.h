/* SPDX-License-Identifier: MIT */
#ifndef STORE_CAREPLAN_H
#define STORE_CAREPLAN_H

#include "base/ctx.h"
#include "model/careplan.h"
#include "model/dossier.h"

/* Care plans of an opened dossier, the newest first. */
enum err store_careplan_list(struct ctx *, const struct dossier *,
	    struct careplan **out);
enum err store_careplan_add(struct ctx *, const struct dossier *,
	    struct careplan *);			/* fills id */
/* ERR_CONFLICT when p->version is old. */
enum err store_careplan_save(struct ctx *, struct careplan *);
/* Editions of one, the newest first, without lines. */
enum err store_careplan_editions(struct ctx *, struct careplan *);
enum err store_careplan_lines(struct ctx *, const struct careplan *,
	    struct careplan_edition *);
enum err store_careplan_keep(struct ctx *, const struct careplan *,
	    const struct careplan_edition *);	/* with its lines */
/* Whether one is not ended yet, or a follow-up is due still. */
enum err store_careplan_open(struct ctx *, const struct dossier *,
	    bool *plan, bool *aftercare);

/* Which goals are for which problems, by their numbers. */
enum err store_careplan_ties(struct ctx *, const struct dossier *,
	    struct careplan_ties **out);
enum err store_careplan_tie(struct ctx *, int64_t goal, int64_t problem);
enum err store_careplan_untie(struct ctx *, int64_t goal, int64_t problem);

#endif
