/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_OFFERS_H
#define RULES_CMMN_OFFERS_H

#include "rules/cmmn/cmmn_run.h"

/* 8.7 A discretionary item as a planning table has it now. */
struct cmmn_offers_row {
	struct cmmn_offers_row *next;
	const struct cmmn_node *node;
	bool yours;			/* a role allows it */
	bool open;			/* there is one under way already */
	const struct cmmn_applicability *fails;	/* the first that does */
};

/* Of one stage or human task; only with the id `use`, NULL: all. */
struct cmmn_offers_row *cmmn_offers_rows(struct cmmn_work *,
	    const struct cmmn_live *, const char *use);
/* Has who acts one of the roles? None are asked for: everybody has. */
bool	 cmmn_offers_yours(const struct cmmn_run *,
	    const struct cmmn_roles *);
/* Where its items come to stand; NULL: nothing can be added now. */
struct cmmn_live *cmmn_offers_stage(struct cmmn_live *);

#endif
