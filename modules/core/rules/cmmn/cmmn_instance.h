/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_INSTANCE_H
#define RULES_CMMN_INSTANCE_H

#include <stdint.h>

#include "model/cmmn.h"

/* A plan as it stands on one case, and the words of the standard for it. */

/* 8.4.1 The states, of all kinds of items (each kind has some of them). */
enum cmmn_state {
	CMMN_NONE,		/* not created */
	CMMN_AVAILABLE,		/* waits for its entry criterion */
	CMMN_ENABLED,		/* somebody may start it */
	CMMN_DISABLED,		/* somebody decided not to */
	CMMN_ACTIVE, CMMN_SUSPENDED, CMMN_FAILED,
	CMMN_COMPLETED, CMMN_TERMINATED,
	CMMN_CLOSED		/* of the case alone */
};
/* Completed, terminated, disabled (8.6.1: counts as done), closed. */
bool	 cmmn_is_over(enum cmmn_state);

/* An item of a running plan. Those made by the plan name their use; what a
 * person added for this one case has a kind and a name of its own. */
struct cmmn_item {
	struct cmmn_item *next;		/* in the order of no */
	int64_t no;			/* from 1: the case plan itself */
	int64_t parent;			/* 0 of the case plan */
	const struct cmmn_item_use *use;	/* NULL: the case plan, or
					 * added freely */
	enum cmmn_kind kind;
	const char *name;
	enum cmmn_state state;
	enum cmmn_state before;		/* suspended with what it stands in:
					 * to go back to. Else NONE: who
					 * suspended it by hand resumes it */
	bool required;			/* 8.6.3, at creation */
	bool discretionary;		/* a person added it from a table */
	int64_t round;			/* of its repetition, from 1 */
	int64_t since;			/* in this state, UTC seconds */
	int64_t rings;			/* of a timer: when next, 0 never */
	int64_t rounds_left;		/* of a cycle; -1 without end */
	const char *cycle;		/* its duration, "" none */
	bool changed;			/* in this run: to be kept */
};

/* An on-part that happened while its sentry waits for the others. */
struct cmmn_mark {
	struct cmmn_mark *next;
	int64_t item;			/* whose criterion it is */
	const char *criterion;		/* its id */
	size_t part;			/* number of the on-part */
	int64_t by;			/* item that it happened to, or 0 */
};

struct cmmn_instance {
	struct cmmn_item *items;
	struct cmmn_mark *marks;
	int64_t last;			/* highest no given */
};
const struct cmmn_item *cmmn_item(const struct cmmn_instance *, int64_t no);

/* Words of the standard: "manualStart", "available"; and back: 0 none. */
const char *cmmn_transition_word(enum cmmn_transition);
enum cmmn_transition cmmn_transition_of(const char *word, bool file);
const char *cmmn_state_word(enum cmmn_state);
enum cmmn_state cmmn_state_of(const char *word);

#endif
