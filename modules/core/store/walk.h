/* SPDX-License-Identifier: MIT */
#ifndef STORE_WALK_H
#define STORE_WALK_H

#include "store/db.h"

/*
 * A statement with rows without end, read by w.q as from db_query(): what a
 * row holds is forgotten with the next, so that a table of millions takes no
 * more memory than its longest row.
 */
struct walk {
	struct ctx *of;
	struct ctx cx;		/* its arena is the row's */
	struct db_rows q;
};

#define walk_query(cx, w, sql, ...)					\
	walk_query_args((cx), (w), (sql), DB_ARGS(__VA_ARGS__))
void	 walk_query_args(struct ctx *, struct walk *, const char *sql,
	    const struct db_arg *args, size_t n);
bool	 walk_row(struct walk *);
enum err walk_end(struct walk *);		/* call it always */

#endif
