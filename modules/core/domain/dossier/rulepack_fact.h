/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_RULEPACK_FACT_H
#define DOMAIN_RULEPACK_FACT_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/rulepack.h"

/* Each rule of the care models that holds for a dossier, and how it stands;
 * nothing of one that is closed. */
enum rulepack_fact_state {
	RULEPACK_HOLDS,		/* it is about acts, or nothing is due yet */
	RULEPACK_KEPT,
	RULEPACK_LACKS		/* a record is missing, or overdue */
};
struct rulepack_fact {
	struct rulepack_fact *next;
	const struct rulepack_held *held;
	enum rulepack_fact_state state;
	const char *now;	/* what there is, in words; "" */
	int64_t due;		/* a moment, 0 none */
};
enum err rulepack_fact_list(struct ctx *, const struct dossier *,
	    struct rulepack_fact **out);

#endif
