/* SPDX-License-Identifier: MIT */
#ifndef STORE_RATE_H
#define STORE_RATE_H

#include "base/ctx.h"
#include "model/cost.h"
#include "model/dossier.h"

/* Rates of the house, the newest first; no row is ever changed. */
enum err store_rate_list(struct ctx *, struct rate **out);
enum err store_rate_of(struct ctx *, const struct dossier *,
	    struct rate **out);		/* agreed for an opened dossier */
enum err store_rate_add(struct ctx *, const struct rate *);
/* The one that holds for the viewer on a day: that of the dossier before
 * their own, their own before that of everybody, that of the type before that
 * of all, and of equal ones the latest. NULL: none. */
enum err store_rate_holds(struct ctx *, const struct dossier *,
	    const char *type, const char *day, struct rate **out);

#endif
