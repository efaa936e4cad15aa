/* SPDX-License-Identifier: MIT */
#ifndef STORE_PHASE_H
#define STORE_PHASE_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Stays in phases: entered, left, why and by whom. */
enum err store_phase_enter(struct ctx *, const struct dossier *,
	    const char *phase, int64_t when, const char *reason);
/* Ends the current stay, if there is one. */
enum err store_phase_leave(struct ctx *, const struct dossier *,
	    int64_t when);
enum err store_phase_list(struct ctx *, struct dossier *); /* oldest first */

#endif
