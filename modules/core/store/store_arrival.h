/* SPDX-License-Identifier: MIT */
#ifndef STORE_ARRIVAL_H
#define STORE_ARRIVAL_H

#include "base/ctx.h"
#include "model/arrival.h"
#include "model/person.h"

/* The unfiled tray, each statement with ARRIVAL_VISIBLE or for a row that
 * was found with it. */
enum store_arrival_list {
	STORE_ARRIVAL_ALL, STORE_ARRIVAL_MINE, STORE_ARRIVAL_NOBODY,
	STORE_ARRIVAL_AWAY	/* put away; the newest first */
};

/* Gives a->id, or 0 when the number is taken. */
enum err store_arrival_add(struct ctx *, struct arrival *);
enum err store_arrival_file_add(struct ctx *, const struct arrival *,
	    const struct arrival_file *);
/* With its files; NULL: there is none for this person. */
enum err store_arrival_find(struct ctx *, const char *number,
	    struct arrival **out);
/* Behind the arrival of that number, "" the first; team 0: of all teams. */
enum err store_arrival_list(struct ctx *, enum store_arrival_list,
	    int64_t team, const char *after, int limit, struct arrival **out);
/* Of each list but the last, counted up to limit. */
enum err store_arrival_count(struct ctx *, int limit, int64_t out[3]);

/* ERR_CONFLICT when it has left the tray meanwhile. */
enum err store_arrival_give(struct ctx *, const struct arrival *,
	    int64_t owner);
/* Filed on the dossier, whose the files are now; 0: put away. */
enum err store_arrival_leave(struct ctx *, const struct arrival *,
	    int64_t dossier, const char *reason);
enum err store_arrival_back(struct ctx *, const struct arrival *);

/* Teams whose arrivals the viewer sees; who could look after those. */
enum err store_arrival_teams(struct ctx *, struct team **out);
enum err store_arrival_people(struct ctx *, int64_t team,
	    struct person **out);

#endif
