/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_NEAR_H
#define DOMAIN_DECISION_NEAR_H

#include "base/ctx.h"
#include "base/json_tree.h"
#include "model/decision.h"

/*
 * What would have changed a decision: for each fact, and each other result,
 * the value nearest to what it is with which the same table gives that
 * result, all else as it was. Found by asking the table, with every choice of
 * a list and the bounds that its own rules name.
 */
struct decision_near {
	struct decision_near *next;
	const char *label;	/* of the fact */
	const char *now;	/* "" none */
	const char *value;	/* that it would take; of choices all */
	const char *result;
};

enum err decision_near(struct ctx *, const struct decision *,
	    const struct json_tree *inputs, const struct json_tree *derivation,
	    struct decision_near **out);

#endif
