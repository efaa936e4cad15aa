/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_GOAL_KEEP_H
#define DOMAIN_GOAL_KEEP_H

#include "domain/spine/event.h"
#include "model/goal.h"

/* What the acts on goals share. */

/* A body that says which goal it was. */
struct event_body *goal_keep_body(struct ctx *, const struct goal *);
/* The dossier is worked on, and the goal not given up, nor reached by
 * somebody's word alone: its measure does not say so. */
enum err goal_keep_open(struct ctx *, const struct dossier *,
	    const struct goal *);
/* 12.5 hours; for the log, plain. */
const char *goal_keep_amount(struct ctx *, const struct goal *, int64_t);

#endif
