/* SPDX-License-Identifier: MIT */
#ifndef BENCH_STORE_LOAD_H
#define BENCH_STORE_LOAD_H

#include "store/db.h"

/*
 * Rows of one table, gathered and written many at a time: one statement
 * holds as many as have less than a thousand values. Texts and blobs must
 * live until load_flush().
 */
#define LOAD_VALUES 999
#define LOAD_SIZES 10		/* 1, 2, 4 ... rows */

struct load {
	struct ctx *cx;
	const char *table, *columns;
	size_t width, room;		/* values a row, rows a statement */
	size_t used;			/* values gathered */
	char *sql[LOAD_SIZES];
	struct db_arg args[LOAD_VALUES + 1];	/* from 1 */
};

void	 load_start(struct load *, struct ctx *, const char *table,
	    const char *columns);
void	 load_values(struct load *, const struct db_arg *, size_t n);
void	 load_flush(struct load *);
#define load_row(l, ...)						\
	load_values((l), (const struct db_arg[]){ __VA_ARGS__ },	\
	    sizeof((const struct db_arg[]){ __VA_ARGS__ }) /		\
	    sizeof(struct db_arg))

/* The engine's own part, around everything: indexes away and the disk not
 * waited for, then indexes, search index and row counters as they should be. */
void	 load_begin(struct ctx *, const char *url);
void	 load_end(struct ctx *, const char *url);

#endif
