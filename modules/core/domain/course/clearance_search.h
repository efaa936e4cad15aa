/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CLEARANCE_SEARCH_H
#define DOMAIN_CLEARANCE_SEARCH_H

#include "base/ctx.h"
#include "model/clearance.h"

/* Looks one name up everywhere but on dossier but (0: none); fills ->hits,
 * seen ones and others, and ->more. */
enum err clearance_search(struct ctx *, struct clearance_name *,
	    int64_t but);
/* How a name is like a typed one: "same" "order" "alike" "part", "" not. Legal
 * forms and small words count for nothing when parts are compared. */
const char *clearance_search_like(struct ctx *, const char *typed,
	    const char *name);

#endif
