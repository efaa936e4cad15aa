/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_CLOSE_H
#define DOMAIN_DOSSIER_CLOSE_H

#include "base/ctx.h"
#include "model/dossier.h"

/* ERR_INVALID while a task of no plan is open, or the plan requires something:
 * cx->why names them. */
enum err dossier_close(struct ctx *, struct dossier *, const char *outcome,
	    const char *reason);

#endif
