/* SPDX-License-Identifier: MIT */
#ifndef STORE_DB_PGSQL_TEXT_H
#define STORE_DB_PGSQL_TEXT_H

#include "base/arena.h"
#include "store/db_engine.h"

/* A statement as PostgreSQL reads it: $viewer and $now have numbers after
 * those of the arguments. */
struct db_pgsql_text {
	char *sql;
	size_t args;		/* $N it asks for */
	size_t viewer, now;	/* their numbers, 0 not asked for */
	size_t n;		/* all values */
	bool reads;		/* it is a SELECT */
	bool reach;		/* begins with DB_REACH */
};

void	db_pgsql_text_make(struct db_pgsql_text *, const struct db_engine *,
	    const char *sql);
void	db_pgsql_text_free(struct db_pgsql_text *);

/* The bytes of a bytea that came as \x...; *len was that of the text. */
void	*db_pgsql_text_blob(struct arena *, const char *hex, size_t *len);

#endif
