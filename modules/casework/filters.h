/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_FILTERS_H
#define CASEWORK_FILTERS_H

#include "web/request.h"
#include "domain/queue.h"

/*
 * The filters of the queue: read from the address, shown as choices and as
 * words that can be taken away one by one. A choice that does not exist (a
 * bookmark of a team that is gone) finds nothing, and its word says so.
 */
enum err filters_typed(struct request *, struct queue_filter *out);
enum err filters_show(struct request *, const struct queue_filter *);

/* The address of the present filters but one; "" leaves all of them. */
const char *filters_address(struct request *, const char *without);
const char *filters_here(struct request *);	/* with the sort */
const char *filters_sorted(struct request *, const char *sort,
	    const char *order);

#endif
