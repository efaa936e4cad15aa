/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_GOAL_STEP_H
#define DOMAIN_GOAL_STEP_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/goal.h"

/* A step is ticked, or done with a task or an item of the plan: then these
 * are what is ticked. title "": that of the task. */
enum err goal_step_add(struct ctx *, struct dossier *, struct goal *,
	    const char *title, int64_t task, int64_t item);
enum err goal_step_tick(struct ctx *, struct dossier *, struct goal *,
	    int64_t step, bool done);
enum err goal_step_drop(struct ctx *, struct dossier *, struct goal *,
	    int64_t step);

#endif
