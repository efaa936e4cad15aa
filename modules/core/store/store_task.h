/* SPDX-License-Identifier: MIT */
#ifndef STORE_TASK_H
#define STORE_TASK_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Rows of tasks. "No due date" is 0 here and the last second of the year
 * 9999 in the store, so that indexes sort it to the end. */
#define STORE_TASK_NEVER INT64_C(253402300799)
int64_t	 store_task_moment(int64_t stored);	/* 0 for never */
int64_t	 store_task_stored(int64_t moment);

enum err store_task_add(struct ctx *, const struct dossier *, struct task *);
enum err store_task_find(struct ctx *, const struct dossier *, int64_t no,
	    struct task **out);			/* NULL: none */
enum err store_task_list(struct ctx *, struct dossier *);
/* Writes all that may change; ERR_CONFLICT when t->version is old. */
enum err store_task_save(struct ctx *, struct task *, int64_t done_by);

/* After a change of hands: open tasks of the team before, and of owners who
 * cannot work on the dossier any more, wait for the dossier's team. */
enum err store_task_pass_on(struct ctx *, const struct dossier *,
	    int64_t team_before, int64_t *passed);
/* The latter alone (id and no), and one task for the dossier's team. */
enum err store_task_stranded(struct ctx *, const struct dossier *,
	    struct task **out);
enum err store_task_to_team(struct ctx *, const struct dossier *,
	    const struct task *);

/* Open tasks over all dossiers in sight, by due and id. */
enum err store_task_mine(struct ctx *, int64_t after_due, int64_t after_id,
	    int limit, struct task **out);
enum err store_task_teams(struct ctx *, int64_t after_due, int64_t after_id,
	    int limit, struct task **out);
/* Of those for whom the viewer stands in. */
enum err store_task_stood(struct ctx *, int64_t after_due, int64_t after_id,
	    int limit, struct task **out);
enum err store_task_count_stood(struct ctx *, int limit, int64_t *out);
/* Where a task stands in these lists; unchanged when it is out of sight. */
enum err store_task_place(struct ctx *, const char *number, int64_t no,
	    int64_t *due, int64_t *id);
/* How many there are, counted up to limit. */
enum err store_task_count_mine(struct ctx *, int limit, int64_t *out);
enum err store_task_count_teams(struct ctx *, int limit, int64_t *out);

#endif
