/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_CHANGE_H
#define RULES_CMMN_CHANGE_H

#include "rules/cmmn/cmmn_instance.h"
#include "rules/feel/feel.h"

/* What happened to the items of a plan, and why. */
enum cmmn_because {
	CMMN_BY_HAND,		/* the event itself */
	CMMN_BY_CRITERION,	/* an entry or exit criterion held */
	CMMN_BY_PARENT,		/* what it stands in did the same */
	CMMN_BY_AUTO_COMPLETE,	/* nothing in it is left to do */
	CMMN_BY_START,		/* its stage began */
	CMMN_BY_REPETITION,	/* its rule holds: once more */
	CMMN_BY_TIMER,
	CMMN_BY_NATURE		/* not blocking, no manual activation */
};
struct cmmn_value {
	struct cmmn_value *next;
	const char *name;
	struct feel_value value;
};
struct cmmn_reason {		/* a part of a sentry, as it was met */
	struct cmmn_reason *next;
	const struct cmmn_on_part *on;	/* NULL: the if-part */
	int64_t item;		/* that the on-part happened to, or 0 */
	const char *condition;	/* of the if-part, as written */
	struct cmmn_value *values;	/* that it used */
	bool held;
	const char *note;	/* why it is null, or "" */
};
struct cmmn_change {
	struct cmmn_change *next;
	int64_t item;
	enum cmmn_transition transition;
	enum cmmn_state from, to;
	enum cmmn_because because;
	const struct cmmn_criterion *criterion;	/* or NULL */
	const struct cmmn_reason *reasons;	/* of that, or of the
					 * rule of a repetition */
	int64_t cause;		/* the item behind it, or 0 */
};

#endif
