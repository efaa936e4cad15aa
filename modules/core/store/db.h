/* SPDX-License-Identifier: MIT */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ctx.h"
#include "base/digest.h"

/*
 * The seam to the engine. A statement is a constant text with $1 $2 ...,
 * prepared once and kept by the address of its text (or its words, when
 * query.c composed it). $viewer and $now bind themselves from the context.
 * Errors stick: after the first one db_row() gives false and db_end() says
 * what it was, so one check at the end is enough. Texts and blobs given as
 * arguments must live until then.
 */
enum db_kind { DB_NULL, DB_INT, DB_TEXT, DB_BLOB };

struct db_arg {
	enum db_kind kind;
	int64_t number;
	const void *bytes;
	size_t len;
};

#define db_i(n)		((struct db_arg){ DB_INT, (n), NULL, 0 })
struct db_arg db_t(const char *);		/* NULL binds NULL */
struct db_arg db_b(const void *, size_t);
#define db_null()	((struct db_arg){ DB_NULL, 0, NULL, 0 })
#define db_i0(n)	db_zero_null(n)		/* 0 binds NULL */
struct db_arg db_zero_null(int64_t);

struct db_rows {
	struct ctx *cx;
	void *statement;	/* the engine's */
	int row;		/* next one, where the engine counts them */
	int cursor;		/* where it asks for some at a time, or 0 */
	int column;		/* next to be read */
	int64_t changed;	/* rows changed, after db_end() */
	enum err err;
};

enum db_mode { DB_READ, DB_WRITE, DB_TRY };

/* Opens; refuses a store whose schema is not ours: ERR_SCHEMA with why. */
enum err db_open(struct ctx *, const char *url, struct db **out);
enum err db_open_any(struct ctx *, const char *url,
	    struct db **out);	/* migrate: of any schema, made if missing */
enum err db_open_old(struct ctx *, const char *url,
	    struct db **out);	/* of any schema, never made */
void	 db_close(struct db *);

/*
 * DB_READ is enforced by the engine; it sees the store as it was at its first
 * statement. DB_WRITE is the only writer there is, waiting its turn in a fair
 * queue over all programs. DB_TRY writes beside others where the engine can
 * do that (PostgreSQL), which may stop one of two that met: who asks for it
 * runs it again from its start when db_again() says so, and is alone then.
 * ERR_BUSY when the turn does not come.
 *
 * The first statement that fails spoils the transaction: later ones are not
 * run and give the same failure, and so does db_commit(). A broken UNIQUE is
 * such a failure too: who expects one and goes on writes ON CONFLICT DO
 * NOTHING and looks at db_change(), or does it in a part and drops that.
 */
enum err db_begin(struct ctx *, enum db_mode);
enum err db_commit(struct ctx *);
/* After a failure: the transaction met another or lost its connection, so
 * nothing of it holds, and run from its start it may well succeed. Holds
 * until the next db_begin(). */
bool	 db_again(const struct ctx *);
/* Do others write before this transaction ends? */
bool	 db_beside(const struct ctx *);
/* Upkeep that nobody should wait for: between two requests. */
void	 db_tidy(struct db *);
/* The time that the transaction may take begins anew: for who moves on. */
void	 db_more_time(struct ctx *);
/* A part of a transaction that can be taken back by itself, with a conflict
 * in it; not nested. */
enum err db_part_begin(struct ctx *);
enum err db_part_keep(struct ctx *);
enum err db_part_drop(struct ctx *);
void	 db_rollback(struct ctx *);	/* does nothing outside one */

#define DB_ARGS(...)							\
	(const struct db_arg[]){ { DB_NULL, 0, NULL, 0 }, ##__VA_ARGS__ }, \
	sizeof((const struct db_arg[]){ { DB_NULL, 0, NULL, 0 },	\
	    ##__VA_ARGS__ }) / sizeof(struct db_arg) - 1

/* Starts a statement that gives rows. */
#define db_query(cx, q, sql, ...)					\
	db_query_args((cx), (q), (sql), DB_ARGS(__VA_ARGS__))
void	 db_query_args(struct ctx *, struct db_rows *, const char *sql,
	    const struct db_arg *args, size_t n);	/* args[0] is unused */

/* Runs a statement without rows; a broken UNIQUE gives ERR_CONFLICT, and
 * the transaction is spoilt (see db_begin). */
#define db_run(cx, sql, ...)						\
	db_run_args((cx), (sql), DB_ARGS(__VA_ARGS__))
enum err db_run_args(struct ctx *, const char *sql,
	    const struct db_arg *args, size_t n);

/* The same, and *changed says how many rows it touched. */
#define db_change(cx, changed, sql, ...)				\
	db_change_args((cx), (changed), (sql), DB_ARGS(__VA_ARGS__))
enum err db_change_args(struct ctx *, int64_t *changed, const char *sql,
	    const struct db_arg *args, size_t n);

bool	 db_row(struct db_rows *);
/* Columns in the order of the SELECT; NULL gives 0 and "". */
int64_t	 db_int(struct db_rows *);
const char *db_text(struct db_rows *);		/* a copy in cx->arena */
const void *db_blob(struct db_rows *, size_t *len);
/* Anything but 32 bytes reads as zeros, which no hash is. */
void	 db_hash(struct db_rows *, unsigned char out[DIGEST_SIZE]);
bool	 db_is_null(struct db_rows *);		/* looks, does not advance */
enum err db_end(struct db_rows *);		/* call it always */
/* The row has another version than the form that is saved was made from:
 * ERR_CONFLICT. */
enum err db_stale(struct ctx *);

/*
 * Where the engine has row security it repeats the predicate of visible.h
 * below every statement. One whose text begins with DB_REACH passes by it,
 * for the reason that stands beside it; a dossier that was opened for the
 * viewer stays in sight until the transaction ends, though an act takes the
 * right away. The operator's commands pass by it always.
 */
#define DB_REACH "/* reach */ "
void	 db_opened(struct ctx *, int64_t dossier);
void	 db_operator(struct db *);

/* Runs a schema file: several statements, the engine's words filled in. */
enum err db_script(struct ctx *, const char *sql);
bool	 db_has_table(struct ctx *, const char *name);

/*
 * The full-text index over dossier_search, where it is not the engine that
 * keeps it. A statement asks it with x.{match} $N, where x is dossier_fts
 * with a column rowid, the dossier, and $N is a text of these pieces. As a
 * query of its own it ends in {newest}, where rows are taken from the newest
 * on until there are enough.
 */
struct db_match {
	const char *word[2], *begin[2], *scope[2];	/* before and after */
	const char *both, *either, *without;		/* between two */
};
const struct db_match *db_match(const struct ctx *);
enum err db_index(struct ctx *);	/* makes it, if it is not there */
enum err db_index_forget(struct ctx *, int64_t dossier, const char *words,
	    const char *scope);
enum err db_index_learn(struct ctx *, int64_t dossier, const char *words,
	    const char *scope);
/* All of it, from dossier_search: rows were laid in beside the acts. */
enum err db_index_again(struct ctx *);
/* Each transaction adds a piece to it, and a search looks into all pieces.
 * Joins some of them, for a moment's work; *more: there are others. */
enum err db_index_join(struct ctx *, bool *more);

/* The engine's check of its own file; *out is "" when all is well. */
enum err db_check(struct ctx *, const char **out);
/* Where a store lies, fit to be shown: without any password. */
const char *db_place(struct arena *, const char *url);
bool	 db_is_file(const char *url);
int64_t	 db_bytes(struct ctx *);		/* it takes; -1 unknown */
const char *db_engine(const struct db *);	/* sqlite postgresql */
/* A copy of what the transaction under way (DB_READ, and it has read) sees,
 * into a new file, while others write. */
enum err db_copy(struct ctx *, const char *path);
/* Such a copy into an empty database (ERR_BUSY: it is not), where it is not
 * a store by itself; and whatever is in one taken out again. */
enum err db_copy_back(struct ctx *, const char *url, const char *path);
enum err db_empty(struct ctx *);
/* A command of the operator: no time limit on what it runs. */
void	 db_patient(struct db *);
/* Every text prepared so far, for tests that read query plans. */
void	 db_statements(struct db *, void (*each)(void *, const char *sql),
	    void *);

/* For the operator's own statements: what a row is made of, and the engine's
 * last sentence. */
int	 db_width(struct db_rows *);		/* columns */
const char *db_column(struct db_rows *, int i);	/* name, from 0 */
enum db_kind db_kind(struct db_rows *);		/* of the next column */
const char *db_said(const struct db *);

#endif
