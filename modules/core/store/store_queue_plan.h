/* SPDX-License-Identifier: MIT */
#ifndef STORE_QUEUE_PLAN_H
#define STORE_QUEUE_PLAN_H

#include "store/query.h"
#include "store/store_queue.h"

/*
 * How a list is read, chosen by figures: wide or narrow along an index in
 * the list's order, or from the few rows that a filter leaves. Only
 * store_queue.c asks.
 */
/* Risk, the highest step first, and after it due, or silent since: as
 * 0038-silence.sql has it in its indexes. */
#define STORE_QUEUE_STEP INT64_C(1000000000000)
#define STORE_QUEUE_URGENCY(of)						\
	"(20 - " of ".risk) * 1000000000000 + CASE WHEN "		\
	of ".quiet < " of ".due THEN " of ".quiet ELSE " of ".due END"
#define STORE_QUEUE_SCOPES 16	/* of a narrow list; more are read wide */

enum queue_driver {
	BY_WALK, BY_PERSON, BY_LABEL, BY_LEAD, BY_TRAY, BY_WORDS, BY_FIELD,
	BY_PHASE, BY_VERSION, BY_RISK, BY_SILENT, BY_OVERDUE, BY_UNDATED,
	DRIVERS
};

/* All rows, and those of them that the viewer's scopes and grants hold. */
struct queue_reach {
	int64_t all, seen, grants;
};

struct queue_plan {
	const struct store_queue_filter *f;
	struct queue_reach reach;
	enum queue_driver driver;
	bool narrow, grants;
	bool many;			/* the walk meets more than it shows */
	int64_t scopes[STORE_QUEUE_SCOPES];
	size_t nscopes;
	const char *const *status;	/* those to walk */
	size_t nstatus;
	const char *rest;		/* all filters, joined */
	bool counting;
};

/* rest stays empty; statuses to walk, scopes and driver are chosen. */
enum err store_queue_plan_make(struct ctx *, const struct store_queue_filter *,
	    int limit, bool counting, struct queue_plan *);
/* The walk alone, for p->f without rare filters. */
enum err store_queue_plan_walk(struct ctx *, struct queue_plan *,
	    int limit);
/* Status "active": not closed. */
bool	 store_queue_plan_active(const struct store_queue_filter *);
/* Adds the statement that gives a driver's rows as id, none twice. */
void	 store_queue_plan_rows(struct ctx *, struct query *,
	    const struct store_queue_filter *, enum queue_driver);

#endif
