/* SPDX-License-Identifier: MIT */
#ifndef STORE_UNMASK_H
#define STORE_UNMASK_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Table unmasked: what the session of the request reads without masks. */
enum err store_unmask_holds(struct ctx *, const struct dossier *, bool *out);
enum err store_unmask_add(struct ctx *, const struct dossier *,
	    int64_t until);

#endif
