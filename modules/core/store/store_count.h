/* SPDX-License-Identifier: MIT */
#ifndef STORE_COUNT_H
#define STORE_COUNT_H

#include <stdbool.h>

#include "base/ctx.h"

/*
 * Numbers of lists, kept in the transaction that changes them: what each
 * dossier adds, and the sums of the scopes.
 */
enum store_count {
	STORE_COUNT_ACTIVE, STORE_COUNT_OPEN, STORE_COUNT_WAITING,
	STORE_COUNT_UNSCREENED,
	STORE_COUNT_TASK,	/* waits for a team of the viewer */
	STORE_COUNT_OWNED	/* a task of the viewer */
};

/* After the last write of an act: what this dossier adds now. */
enum err store_count_renew(struct ctx *, int64_t dossier);
/* After a viewer's scopes changed: which grants are more than these. */
enum err store_count_grants(struct ctx *, int64_t viewer);
/* Of all dossiers, into empty tables: rows were laid in beside the acts. */
enum err store_count_fill(struct ctx *);

/* How many the viewer may see, of a type and a team ("" and 0: any), exactly
 * up to most. */
enum err store_count_seen(struct ctx *, enum store_count, const char *type,
	    int64_t team, int64_t most, int64_t *out);
/* All of them or the closed ones, up to most; unless *exact nothing is known,
 * as of few that are closed. */
enum err store_count_all(struct ctx *, bool closed, const char *type,
	    int64_t team, int64_t most, int64_t *out, bool *exact);

#endif
