/* SPDX-License-Identifier: MIT */
#ifndef STORE_GOAL_H
#define STORE_GOAL_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/goal.h"

/* Rows of goals of an opened dossier, those that are worked on first. */
enum err store_goal_list(struct ctx *, const struct dossier *,
	    struct goal **out);
enum err store_goal_find(struct ctx *, const struct dossier *, int64_t no,
	    struct goal **out);			/* NULL: none */
enum err store_goal_add(struct ctx *, const struct dossier *, struct goal *);
/* Writes all that may change; ERR_CONFLICT when g->version is old. */
enum err store_goal_save(struct ctx *, struct goal *);

/* Of one goal, or with 0 of all of the dossier, each below its own. */
enum err store_goal_steps(struct ctx *, const struct dossier *,
	    struct goal *, int64_t no);
enum err store_goal_step_add(struct ctx *, const struct goal *,
	    struct goal_step *);		/* fills no */
/* By hand; done 0: not done any more. */
enum err store_goal_step_tick(struct ctx *, const struct goal *,
	    int64_t step, int64_t done);
enum err store_goal_step_drop(struct ctx *, const struct goal *,
	    int64_t step);

enum err store_goal_values(struct ctx *, struct goal *);
enum err store_goal_value_add(struct ctx *, const struct goal *,
	    struct goal_value *);		/* fills no */

#endif
