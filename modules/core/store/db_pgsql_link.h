/* SPDX-License-Identifier: MIT */
#ifndef STORE_DB_PGSQL_LINK_H
#define STORE_DB_PGSQL_LINK_H

#include <libpq-fe.h>
#include <stdbool.h>

#include "base/ctx.h"

/*
 * One connection to PostgreSQL, made when it is needed and made again when
 * it was lost. What is to be said before the next statement is put ahead of
 * it and travels with it: one exchange, one round trip.
 */
#define DB_PGSQL_AHEAD 12

struct db_pgsql_link {
	PGconn *conn;		/* NULL: to be made */
	char *url;
	unsigned long age;	/* counts connections; statements are of one */
	bool away;		/* it was not there, and the log knows */
	bool gate;		/* the table of the gate is there */
	int seconds;		/* a statement may take, 0 no limit */
	char *ahead[DB_PGSQL_AHEAD];
	int nahead;
};

/* A statement as it is sent, and what became of its name. */
struct db_pgsql_send {
	const char *name;	/* "" for a text sent once */
	const char *text;	/* NULL: it is prepared already */
	bool drop;		/* another has the name so far */
	bool dropped, prepared;	/* out */
	int n;
	const Oid *types;
	const char *const *values;
	const int *lengths, *formats;
};

enum db_pgsql_sent {
	DB_PGSQL_DONE,		/* *out has what the statement gave */
	DB_PGSQL_REFUSED,	/* what was ahead failed: *out says why */
	DB_PGSQL_LOST		/* the connection is gone, *out is NULL */
};

/* Did it do what it was asked? */
bool	 db_pgsql_link_good(const PGresult *);
/* Which database and where, of the URL. */
const char *db_pgsql_link_place(struct arena *, const char *url);
/* Connects unless that holds already; refuses without any of the URL. */
enum err db_pgsql_link_open(struct ctx *, struct db_pgsql_link *);
void	 db_pgsql_link_close(struct db_pgsql_link *);
void	 db_pgsql_link_free(struct db_pgsql_link *);	/* closes it too */
void	 db_pgsql_link_ahead(struct db_pgsql_link *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* Sends what is ahead and the statement, and waits for both. */
enum db_pgsql_sent db_pgsql_link_send(struct db_pgsql_link *,
	    struct db_pgsql_send *, PGresult **out);
/* Several statements in one text; no values, nothing is ahead. */
enum db_pgsql_sent db_pgsql_link_script(struct db_pgsql_link *,
	    const char *sql, PGresult **out);

#endif
