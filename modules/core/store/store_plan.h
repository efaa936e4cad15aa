/* SPDX-License-Identifier: MIT */
#ifndef STORE_PLAN_H
#define STORE_PLAN_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"

/* The plan of an opened dossier: its items by number, and what has happened
 * already of what they wait for. "No ring" is 0 here. */
struct store_plan_item {
	struct store_plan_item *next;
	int64_t no, parent;
	const char *used, *kind, *name, *state, *resumes;
	bool required, discretionary;
	int64_t round, since;
	int64_t planned;		/* 0 none */
	int64_t rings, rounds_left;
	const char *cycle;
	int64_t task;
	const char *reason;
};
enum err store_plan_items(struct ctx *, const struct dossier *,
	    struct store_plan_item **out);
/* The highest number of an item that anything of the dossier speaks of, be
 * the item still there or not; 0 none. */
enum err store_plan_last(struct ctx *, const struct dossier *, int64_t *out);
/* Writes rows, new or not; takes one out. */
enum err store_plan_put(struct ctx *, const struct dossier *,
	    const struct store_plan_item *list);
enum err store_plan_drop(struct ctx *, const struct dossier *, int64_t no);
/* All that a row holds, as one text: its columns behind the dossier's and its
 * number, with the separator between. In the undo, SEP and "~" for none. */
const char *store_plan_text(struct ctx *, const struct store_plan_item *,
	    char separator);

struct store_plan_mark {
	struct store_plan_mark *next;
	int64_t item;
	const char *criterion;
	int64_t part, cause;
};
enum err store_plan_marks(struct ctx *, const struct dossier *,
	    struct store_plan_mark **out);
enum err store_plan_mark_put(struct ctx *, const struct dossier *,
	    const struct store_plan_mark *);
enum err store_plan_mark_drop(struct ctx *, const struct dossier *,
	    const struct store_plan_mark *);

/* Rows of the plan's tasks: those of an item that somebody else may have
 * written meanwhile are found by their number. */
enum err store_plan_task_end(struct ctx *, const struct dossier *, int64_t no,
	    const char *ended);		/* out of all lists of work */
enum err store_plan_task_back(struct ctx *, const struct dossier *,
	    int64_t no);		/* and in again */
enum err store_plan_task_done(struct ctx *, const struct dossier *,
	    int64_t no);		/* by the viewer */
enum err store_plan_task_item(struct ctx *, const struct dossier *,
	    int64_t no, int64_t item);	/* another round of the same */

#endif
