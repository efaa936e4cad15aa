/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_RUN_H
#define RULES_CMMN_RUN_H

#include "rules/cmmn/cmmn.h"
#include "rules/cmmn/cmmn_compile.h"

/*
 * One event on a running plan: what the files of the machine share. The items
 * of the instance as a tree, each with what the plan knows of it; transitions
 * that wait to be heard; stages that may be complete.
 */
struct cmmn_met {		/* what happened of a criterion's on-parts */
	size_t n;
	int64_t last;		/* item that the last one happened to */
	struct {
		bool happened;
		int64_t by;
	} *parts;
};

struct cmmn_live {
	struct cmmn_item *item;
	const struct cmmn_item *was;	/* before this event; NULL: as it is */
	const struct cmmn_node *node;	/* NULL: added freely */
	struct cmmn_live *parent, *first, *last, *before, *next;
	struct cmmn_live *same;		/* another open one of the node */
	struct cmmn_met **met;	/* by the number of the gate; NULL: none */
	unsigned int depth;		/* 0: the case plan */
	bool flagged;			/* may be complete */
};

struct cmmn_event {		/* that waits to be heard */
	struct cmmn_live *live;
	enum cmmn_transition transition;
	const struct cmmn_criterion *by;
};

struct cmmn_known {		/* what an expression gave in this event */
	bool asked, held;
	const char *note;
};

struct cmmn_work {
	struct cmmn_run *run;
	struct cmmn_live **by_no;	/* number in it: no - 1 */
	size_t n, room;
	struct cmmn_item **tail;	/* of the instance's items */
	struct cmmn_live **of_node;	/* open ones, by the node's number */
	struct cmmn_event *events;
	size_t heard, n_events, event_room;
	struct cmmn_live **flagged;
	size_t n_flagged, flagged_room;
	struct cmmn_known *known;	/* by the number of the code */
	struct feel_eval eval;		/* of this event */
	struct feel_frame frame;	/* the names of the case file */
	size_t changes;			/* made in this event */
	size_t steps, bytes;		/* items told of something; arena */
	bool endless;
	int64_t last;			/* before this event, to go back to */
	struct cmmn_mark *marks;
	struct cmmn_change **tail_was;
	bool marked;			/* the marks are others now */
};

/* Why something happens, to be recorded. */
struct cmmn_cause {
	enum cmmn_because because;
	const struct cmmn_gate *gate;	/* or NULL */
	int64_t item;
	const struct cmmn_code *rule;	/* that held, or NULL */
};

/* The instance as a tree, built anew; or as it was built for a question. */
struct cmmn_work *cmmn_run_open(struct cmmn_run *);
struct cmmn_work *cmmn_run_look(const struct cmmn_run *);
/* After the event: what waits is heard until nothing is left. Or, where the
 * plan goes in circles, everything is as it was. */
enum cmmn_refusal cmmn_run_close(struct cmmn_work *);
/* Step 2 to 4 of cmmn.h. */
void	 cmmn_run_settle(struct cmmn_work *);

/* Work that one event may cost, beside its changes: false, and endless, when
 * it is too much. */
bool	 cmmn_run_pay(struct cmmn_work *);

struct cmmn_live *cmmn_run_live(const struct cmmn_work *, int64_t no);
/* A new item in a stage: recorded, and its creation waits to be heard. NULL
 * when there were too many changes. */
struct cmmn_live *cmmn_run_create(struct cmmn_work *, struct cmmn_live *stage,
	    const struct cmmn_node *, const struct cmmn_item *like,
	    struct cmmn_cause);
/* The transition alone, if the life cycle has it: recorded, and waits to be
 * heard. False: it has not, or there were too many. */
bool	 cmmn_run_change(struct cmmn_work *, struct cmmn_live *,
	    enum cmmn_transition, struct cmmn_cause);
/* Something in the stage changed: it may be complete, 8.6.1. NULL: none. */
void	 cmmn_run_flag(struct cmmn_work *, struct cmmn_live *);
/* Before something in an item is written. */
struct cmmn_item *cmmn_run_touch(struct cmmn_work *, struct cmmn_live *);

#endif
