/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_TIMER_H
#define RULES_CMMN_TIMER_H

#include "rules/cmmn/cmmn_code.h"

/*
 * 5.4.3.2 Timers. Their text is FEEL that gives a date, a date and time, a
 * time (the next one), a duration from now, or a text of ISO 8601: one of
 * these, or a cycle such as R3/PT1H; or that text of ISO 8601 itself.
 */
const struct cmmn_code *cmmn_timer_make(struct cmmn_maker *,
	    const struct cmmn_definition *);
/* It begins to run: when it rings next, 0 never. */
void	 cmmn_timer_set(struct cmmn_work *, struct cmmn_live *);
void	 cmmn_timer_ring(struct cmmn_work *);

#endif
