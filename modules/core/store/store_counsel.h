/* SPDX-License-Identifier: MIT */
#ifndef STORE_COUNSEL_H
#define STORE_COUNSEL_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/matter.h"

/* Who represents whom on an opened dossier, as long as both have their
 * roles; parties by their rows. */
enum err store_counsel_list(struct ctx *, const struct dossier *,
	    struct counsel **out);	/* by client */
enum err store_counsel_add(struct ctx *, const struct party *client,
	    const struct party *counsel);
enum err store_counsel_end(struct ctx *, const struct party *client,
	    const struct party *counsel, int64_t *ended);

/* When one dossier is merged into another: who has the same role there
 * already takes the place of who stays behind. Before the parties go. */
enum err store_counsel_pass(struct ctx *, const struct dossier *from,
	    const struct dossier *into);

#endif
