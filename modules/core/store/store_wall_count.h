/* SPDX-License-Identifier: MIT */
#ifndef STORE_WALL_COUNT_H
#define STORE_WALL_COUNT_H

#include "base/ctx.h"

/*
 * Table wall_count: of what dossier_count holds and scopes sum up, that behind
 * each viewer's walls. A wall is put into it, and out of it, some time after
 * it was set: until then it is looked up.
 */

/* Of walls: in the sums already, and not in them. The second names what the
 * index of the few holds. */
#define STORE_WALL_COUNTED(w) " " w ".counted IN (1, 3) "
#define STORE_WALL_UNCOUNTED(w)						\
	" " w ".counted <> 1 AND " w ".counted <> 3 "
/* SET of walls that go with the next settling, however they are counted. */
#define STORE_WALL_GOES " counted = counted + 2 "
#define STORE_WALL_STAYS " counted < 2 "

/* In a transaction that set walls or let them go. */
enum err store_wall_count_settle(struct ctx *);
/* A dossier adds n more under that name to the sums of its scope. */
enum err store_wall_count_move(struct ctx *, int64_t dossier,
	    const char *kind, int64_t whose, int64_t scope, int64_t n);
/* A viewer whose sums are not what their walls come to: login, or "". */
enum err store_wall_count_verify(struct ctx *, const char **out);

#endif
