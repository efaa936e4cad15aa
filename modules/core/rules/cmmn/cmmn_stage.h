/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_STAGE_H
#define RULES_CMMN_STAGE_H

#include "rules/cmmn/cmmn_run.h"

/* A transition, and what it does at once to what stands in the item: 8.4.
 * False: the life cycle has no such transition from there. */
bool	 cmmn_stage_make(struct cmmn_work *, struct cmmn_live *,
	    enum cmmn_transition, struct cmmn_cause);
/* The items of a plan fragment, straight into the stage. */
void	 cmmn_stage_fill(struct cmmn_work *, struct cmmn_live *stage,
	    const struct cmmn_inside *, struct cmmn_cause);
/* 8.6.1 Does it complete now: by hand, or by itself? */
bool	 cmmn_stage_may_complete(const struct cmmn_live *, bool by_hand);
/* Does the child keep it open? required: for that reason. */
bool	 cmmn_stage_blocks(const struct cmmn_live *child, bool *required);

#endif
