/* SPDX-License-Identifier: MIT */
#ifndef STORE_DB_QUEUE_H
#define STORE_DB_QUEUE_H

#include <stdbool.h>

/*
 * The fair queue of all writers of one store: tickets in a file beside it.
 * First come, first served, over all programs; whoever dies leaves it.
 */
struct db_queue;

struct db_queue *db_queue_open(const char *path);	/* NULL and errno */
void	 db_queue_close(struct db_queue *);
/* Waits its turn, that long at most; what is left of the time, 0: none. */
int	 db_queue_enter(struct db_queue *, int ms);
void	 db_queue_leave(struct db_queue *);

#endif
