/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_UNDO_H
#define DOMAIN_UNDO_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/undo.h"

/*
 * Undo with a reach. All reversible steps of one transaction are one act
 * (cx->act); it is made by the first step, and can be taken back as a whole
 * for undo_seconds. A function of the domain that changes something looks
 * before and after:
 *
 *	struct undo *u = NULL;
 *
 *	if ((e = undo_watch(cx, d, UNDO_ROW | UNDO_STAYS, &u)) != OK)
 *		return e;
 *	... all that it writes ...
 *	if ((e = undo_step(cx, u, "phase.moved")) != OK)
 *		return e;
 *	return event_add(cx, d, "phase.moved", b);	the very next event
 *
 * The parts name what it may touch, itself and by what follows (lead, tasks
 * passed on, grants). What they do not name is not put back. due, counters,
 * requester and search row follow by themselves.
 */
struct undo;

/* Remembers the parts as they are; of a second dossier when *u is there. */
enum err undo_watch(struct ctx *, struct dossier *, unsigned int parts,
	    struct undo **);
/* What differs now is a step of the act; kind is that of the event that
 * follows. Does nothing when nothing differs, or nobody acts. */
enum err undo_step(struct ctx *, struct undo *, const char *kind);
/* Remembers one task alone, by its number: cheaper than UNDO_TASKS, where no
 * other is touched. */
enum err undo_watch_task(struct ctx *, struct dossier *, int64_t no,
	    struct undo **);
/* One more cell of an opened dossier that differs, where a part is not looked
 * at as a whole: the key and the values are those of store_undo_cell.h. */
void	 undo_changed(struct ctx *, struct undo *, unsigned int part,
	    const char *key, const char *before, const char *after);
enum err undo_sweep(struct ctx *);	/* forgets acts that ended days ago */
int64_t	 undo_seconds(const struct ctx *);	/* 0: nothing is undone */

#endif
