/* SPDX-License-Identifier: MIT */
#ifndef STORE_DB_ENGINE_H
#define STORE_DB_ENGINE_H

#include "base/buf.h"
#include "store/db.h"

/*
 * What an engine is to db.c: a table of functions and its own words. Only
 * db.c and the engines include this; contracts: db.h.
 */
struct db_engine {
	const char *name;
	/* {id} {int} ... of schema files, and what statements may have:
	 * {match} before what store_search_match() made, {newest} after. */
	const char *const (*words)[2];
	struct db_match match;
	const char *forget, *learn;	/* a row of the index, or NULL */
	const char *again;		/* the whole of it, or NULL */

	const char *(*place)(struct arena *, const char *url);
	enum err (*open)(struct ctx *, struct db *, const char *url,
		    bool make);
	void	 (*close)(struct db *);
	/* seconds for one statement, 0 any */
	enum err (*begin)(struct ctx *, enum db_mode, int seconds);
	enum err (*commit)(struct ctx *);
	void	 (*rollback)(struct db *);
	enum err (*plain)(struct ctx *, const char *sql);	/* SAVEPOINT */
	enum err (*script)(struct ctx *, const char *sql);
	enum err (*index)(struct ctx *);
	enum err (*index_join)(struct ctx *, bool *more);	/* or NULL */
	void	 (*opened)(struct db *, int64_t dossier);	/* or NULL */
	bool	 (*has_table)(struct ctx *, const char *name);
	enum err (*check)(struct ctx *, const char **out);
	int64_t	 (*bytes)(struct ctx *);
	void	 (*tidy)(struct db *);			/* or NULL */
	enum err (*copy)(struct ctx *, const char *path);
	/* or NULL, where a copy is the store */
	enum err (*copy_back)(struct ctx *, const char *url,
		    const char *path);
	enum err (*empty)(struct ctx *);
	void	 (*statements)(struct db *, void (*)(void *, const char *),
		    void *);
	const char *(*said)(const struct db *);

	void	 (*query)(struct db_rows *, const char *sql,
		    const struct db_arg *args, size_t n);
	bool	 (*row)(struct db_rows *);
	int64_t	 (*integer)(struct db_rows *);
	const char *(*text)(struct db_rows *);
	const void *(*blob)(struct db_rows *, size_t *len);
	bool	 (*is_null)(struct db_rows *);
	int	 (*width)(struct db_rows *);
	const char *(*column)(struct db_rows *, int i);
	enum db_kind (*kind)(struct db_rows *);
	enum err (*end)(struct db_rows *);
};

extern const struct db_engine db_sqlite, db_pgsql;

struct db {
	const struct db_engine *engine;
	void *store;		/* the engine's */
	bool open;		/* inside a transaction */
	bool patient;
	bool operators;		/* a command of the operator */
	bool again;		/* set by the engine: db_again() */
	bool beside;		/* and so is db_beside() */
	enum err failed;	/* first failure of this transaction */
	int64_t deadline;	/* of it, monotonic_ms(); 0 none */
};

/* Has the transaction taken too long? The engine asks, and ends it. */
bool	db_engine_overdue(const struct db *);

/* The text with the engine's words in it; strict: every { begins one. False
 * when a word is not known. */
bool	db_engine_words(const struct db_engine *, struct buf *,
	    const char *sql, bool strict);

#endif
