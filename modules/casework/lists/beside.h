/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_BESIDE_H
#define CASEWORK_BESIDE_H

#include "domain/desk/queue.h"
#include "web/request.h"

/*
 * A dossier among those of a list: the list at its left on wide screens,
 * and the way to its neighbours.
 */

/* The page with the list and the dossier that "beside" names. */
enum err beside_page(struct request *, const struct queue_filter *,
	    const struct queue_page *);
/* On a dossier's own page: "place", when its address carries a list. */
enum err beside_place(struct request *);

#endif
