/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_LIFE_H
#define RULES_CMMN_LIFE_H

#include "rules/cmmn/cmmn.h"

/* 8.4 The life cycles, as the figures draw them. */
enum cmmn_life {
	CMMN_LIFE_CASE,		/* 8.4.1 */
	CMMN_LIFE_WORK,		/* 8.4.2 stage and task */
	CMMN_LIFE_MOMENT	/* 8.4.3 milestone and event listener */
};

enum cmmn_life cmmn_life_of(const struct cmmn_item *);
/* Where the transition leads from a state; NONE: there is no such one. What
 * goes back to where it was (parentResume) leads to `before`. */
enum cmmn_state cmmn_life_to(enum cmmn_life, enum cmmn_transition,
	    enum cmmn_state from, enum cmmn_state before);
/* Has the life cycle such a transition at all? */
bool	 cmmn_life_has(enum cmmn_life, enum cmmn_transition);
/* May somebody outside the plan make it, or does it only ever follow? */
bool	 cmmn_life_outside(enum cmmn_life, enum cmmn_transition);
/* Completed, terminated or closed: nothing happens to it any more. */
bool	 cmmn_life_ended(enum cmmn_state);
/* 8.6.1 Does not keep its stage from completing. */
bool	 cmmn_life_done(enum cmmn_state);

#endif
