/* SPDX-License-Identifier: MIT */
#ifndef STORE_QUERY_H
#define STORE_QUERY_H

#include "base/buf.h"
#include "store/db.h"

/*
 * Statements with free filters, joined from constant fragments. A "?" in a
 * fragment becomes the next $N and takes the next value; text of a person
 * only ever is a value. A "#" becomes the limit itself: PostgreSQL keeps a
 * plan only when it knows for how many rows. The joined text is the key of
 * the statement cache.
 */
#define QUERY_ARGS 256

struct query {
	struct buf text;
	struct db_arg args[QUERY_ARGS];	/* [0] is unused */
	size_t n;
	int limit;		/* of few different ones */
};

/* The fragment must be a literal; its values follow. */
#define query_add(q, fragment, ...)					\
	query_add_args((q), "" fragment, DB_ARGS(__VA_ARGS__))
void	query_add_args(struct query *, const char *fragment,
	    const struct db_arg *args, size_t n);
/* A constant of a table: a sort order, a column. No values. */
void	query_put(struct query *, const char *constant);
/* Takes out what was joined so far, to be put in more than once. */
const char *query_cut(struct ctx *, struct query *);
/* "IN (?, ...)" of at most QUERY_IDS rows; filled up with nobody's, so
 * that there are few different texts. */
#define QUERY_IDS 240
void	query_add_ids(struct query *, const int64_t *, size_t n);
/* Fixes a value to a number that later fragments name themselves: $1. */
int	query_value(struct query *, struct db_arg);

/* Runs it and gives its memory back; the rows are read as ever. */
void	query_run(struct ctx *, struct query *, struct db_rows *);

#endif
