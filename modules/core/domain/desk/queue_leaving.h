/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_QUEUE_LEAVING_H
#define DOMAIN_QUEUE_LEAVING_H

#include "domain/desk/queue.h"

/*
 * A whole list that leaves the house, as a table for other programs: all its
 * pages, each in memory of its own, so that a million rows need no more than
 * two hundred. What is privileged and not released is counted and left out.
 */
typedef enum err queue_leaving_fn(void *to, struct dossier *);
struct queue_left {
	int64_t rows;		/* that were given */
	int64_t held;		/* that were not */
};
enum err queue_leaving(struct ctx *, struct queue_filter *,
	    queue_leaving_fn *, void *to, struct queue_left *out);
/* What the last line of the table says of them; "" nothing was held. */
const char *queue_leaving_held(struct ctx *, const struct queue_left *);

#endif
