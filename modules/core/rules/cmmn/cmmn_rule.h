/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_RULE_H
#define RULES_CMMN_RULE_H

#include "rules/cmmn/cmmn_run.h"

/* 8.6.2 to 8.6.4: manual activation, required, repetition. */

/* Its entry criterion holds (NULL: it has none): it is enabled, started, or
 * occurs, and begins another round where its rule says so. */
void	 cmmn_rule_enter(struct cmmn_work *, struct cmmn_live *,
	    struct cmmn_cause);
/* It completed or was terminated: without entry criteria it may repeat. */
void	 cmmn_rule_ended(struct cmmn_work *, struct cmmn_live *);
/* A new item, available, with what its rules say at its creation (8.6.3).
 * NULL: too many changes. */
struct cmmn_live *cmmn_rule_create(struct cmmn_work *,
	    struct cmmn_live *stage, const struct cmmn_node *, int64_t round,
	    bool discretionary, struct cmmn_cause);
/* The next round of an item, available; NULL: too many changes. */
struct cmmn_live *cmmn_rule_renew(struct cmmn_work *, struct cmmn_live *,
	    struct cmmn_cause);

#endif
