/* SPDX-License-Identifier: MIT */
#ifndef STORE_PART2_H
#define STORE_PART2_H

#include "base/ctx.h"
#include "model/disclosure.h"
#include "model/dossier.h"

/* What of an opened dossier is guarded by 42 CFR part 2. */
enum err store_part2_add(struct ctx *, const struct dossier *,
	    const struct part2 *);
enum err store_part2_end(struct ctx *, const struct part2 *,
	    const char *why);
enum err store_part2_list(struct ctx *, const struct dossier *,
	    struct part2 **out);	/* newest first, ended ones too */

#endif
