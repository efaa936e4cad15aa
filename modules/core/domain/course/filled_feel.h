/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FILLED_FEEL_H
#define DOMAIN_FILLED_FEEL_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "rules/feel/feel_value.h"

/*
 * "forms" as decision_input.h tells it: of each form the last one that was
 * completed. null where the store cannot say. Rules know all, whoever acts;
 * who shows what they were given asks filled_feel_hidden(). A form knows
 * those that are in no compartment and those that are within its own.
 */
#define FILLED_FEEL_ALL (-1)
struct feel_value filled_feel(struct ctx *, struct arena *,
	    const struct dossier *, int64_t within);

/* Do the inputs (JSON) of a rule hold a form that the viewer may not see? */
enum err filled_feel_hidden(struct ctx *, const struct dossier *,
	    const char *inputs, bool *out);

#endif
