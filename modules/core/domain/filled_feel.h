/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FILLED_FEEL_H
#define DOMAIN_FILLED_FEEL_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "rules/feel_value.h"

/* "forms" as decision_input.h tells it: of each form the last one that was
 * completed. null where the store cannot say. */
struct feel_value filled_feel(struct ctx *, struct arena *,
	    const struct dossier *);

#endif
