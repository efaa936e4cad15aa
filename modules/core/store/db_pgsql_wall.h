/* SPDX-License-Identifier: MIT */
#ifndef STORE_DB_PGSQL_WALL_H
#define STORE_DB_PGSQL_WALL_H

#include "base/buf.h"
#include "base/ctx.h"
#include "store/db_pgsql_link.h"

/*
 * The second wall: row security says once more, below every statement, what
 * the predicate of visible.h says in it. The database is told who asks; a
 * statement that lacks the predicate by mistake finds nothing of others.
 */
struct db_pgsql_wall {
	int64_t viewer, now;	/* what this transaction was told */
	bool told, reach;
	bool unsure;		/* what it was told may be gone */
	bool operators;		/* a command of the operator: no wall */
	struct buf opened;	/* {1,2,... dossiers that stay in sight */
	bool news;		/* of them */
};

/* Makes it, anew when it is there; whoever owns the tables is behind it too.
 * The role dossier_programs may use the tables, and add to the log alone. */
extern const char db_pgsql_wall_script[];

void	db_pgsql_wall_begin(struct db_pgsql_wall *, struct db_pgsql_link *,
	    bool operators);
/* Puts ahead of a statement what the database does not know yet. */
void	db_pgsql_wall_tell(struct db_pgsql_wall *, struct db_pgsql_link *,
	    const struct ctx *, bool reach);
/* Part of the transaction is undone, and what was told meanwhile with it. */
void	db_pgsql_wall_back(struct db_pgsql_wall *);
void	db_pgsql_wall_opened(struct db_pgsql_wall *, int64_t dossier);
void	db_pgsql_wall_free(struct db_pgsql_wall *);

#endif
