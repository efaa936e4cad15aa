/* SPDX-License-Identifier: MIT */
/* The seam: what every engine shares. A second engine is chosen here. */
#include "store/db.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/config.h"
#include "base/log.h"
#include "store/db_sqlite.h"
#include "store/migrate.h"
#include "text/message.h"

struct db {
	struct db_sqlite *lite;
	bool open;		/* inside a transaction */
	bool patient;
	enum err failed;	/* first failure of this transaction */
};

struct db_arg
db_t(const char *s)
{
	if (s == NULL)
		return db_null();
	return (struct db_arg){ DB_TEXT, 0, s, strlen(s) };
}

struct db_arg
db_b(const void *p, size_t len)
{
	if (p == NULL)
		return db_null();
	return (struct db_arg){ DB_BLOB, 0, p, len };
}

struct db_arg
db_zero_null(int64_t n)
{
	return n == 0 ? db_null() : db_i(n);
}

/* "sqlite:///path", or a bare path. */
static const char *
path_of(const char *url)
{
	if (strncmp(url, "sqlite://", 9) == 0)
		return url + 9;
	return url;
}

static enum err
open_it(struct ctx *cx, const char *url, bool make, struct db **out)
{
	struct db *db;
	enum err e;

	if (strncmp(url, "postgres", 8) == 0)
		return refuse(cx, ERR_BUSY, "%s",
		    _("This build has no PostgreSQL; set store to a file."));
	if ((db = calloc(1, sizeof(*db))) == NULL)
		log_fatal("no memory for a store");
	if ((e = db_sqlite_open(cx, path_of(url), make, &db->lite)) != OK) {
		free(db);
		return e;
	}
	*out = db;
	return OK;
}

enum err
db_open(struct ctx *cx, const char *url, struct db **out)
{
	struct db *before = cx->db, *db = NULL;
	int64_t have = 0;
	enum err e;

	if ((e = open_it(cx, url, false, &db)) != OK || db == NULL)
		return e;
	cx->db = db;
	e = migrate_version(cx, &have);
	cx->db = before;		/* out may well be &cx->db */
	if (e == OK && have == MIGRATE_NEWEST) {
		*out = db;
		return OK;
	}
	db_close(db);
	if (e != OK)
		return e;
	return have < MIGRATE_NEWEST ?
	    refuse(cx, ERR_BUSY, "%s", _("The store is older than the "
	    "programs; run “dossier migrate”.")) :
	    refuse(cx, ERR_BUSY, "%s", _("The store is newer than the "
	    "programs; install the newer programs."));
}

enum err
db_open_any(struct ctx *cx, const char *url, struct db **out)
{
	return open_it(cx, url, true, out);
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	db_sqlite_close(db->lite);
	free(db);
}

void
db_patient(struct db *db)
{
	db->patient = true;
}

enum err
db_begin(struct ctx *cx, enum db_mode mode)
{
	struct db *db = cx->db;
	enum err e;

	if (db->open) {
		log_error("a transaction was begun inside another");
		return ERR_BROKEN;
	}
	e = db_sqlite_begin(cx, db->lite, mode,
	    db->patient || cx->conf == NULL ? 0 : cx->conf->handler_seconds);
	db->open = e == OK;
	db->failed = OK;
	return e;
}

void
db_more_time(struct ctx *cx)
{
	if (cx->conf != NULL)
		db_sqlite_more_time(cx->db->lite, cx->conf->handler_seconds);
}

enum err
db_part_begin(struct ctx *cx)
{
	return db_sqlite_plain(cx, cx->db->lite, "SAVEPOINT part");
}

enum err
db_part_keep(struct ctx *cx)
{
	return db_sqlite_plain(cx, cx->db->lite, "RELEASE SAVEPOINT part");
}

enum err
db_part_drop(struct ctx *cx)
{
	enum err e = db_sqlite_plain(cx, cx->db->lite,
	    "ROLLBACK TO SAVEPOINT part");

	return e == OK ? db_part_keep(cx) : e;
}

enum err
db_commit(struct ctx *cx)
{
	struct db *db = cx->db;
	enum err e = db->failed;

	if (!db->open) {
		log_error("a commit outside of a transaction");
		return ERR_BROKEN;
	}
	if (e == OK)
		e = db_sqlite_commit(cx, db->lite);
	if (e != OK)
		db_sqlite_rollback(db->lite);
	db->open = false;
	return e;
}

void
db_rollback(struct ctx *cx)
{
	if (cx->db == NULL || !cx->db->open)
		return;
	db_sqlite_rollback(cx->db->lite);
	cx->db->open = false;
}

void
db_query_args(struct ctx *cx, struct db_rows *q, const char *sql,
    const struct db_arg *args, size_t n)
{
	*q = (struct db_rows){ .cx = cx };
	db_sqlite_query(cx->db->lite, q, sql, args, n);
}

bool
db_row(struct db_rows *q)
{
	return q->err == OK && db_sqlite_row(q);
}

int64_t
db_int(struct db_rows *q)
{
	return q->err == OK ? db_sqlite_int(q) : 0;
}

const char *
db_text(struct db_rows *q)
{
	return q->err == OK ? db_sqlite_text(q) : "";
}

const void *
db_blob(struct db_rows *q, size_t *len)
{
	*len = 0;
	return q->err == OK ? db_sqlite_blob(q, len) : "";
}

bool
db_is_null(struct db_rows *q)
{
	return q->err != OK || db_sqlite_is_null(q);
}

enum err
db_end(struct db_rows *q)
{
	struct db *db = q->cx->db;
	enum err e = db_sqlite_end(db->lite, q);

	/* A conflict undoes its own statement alone; the rest goes on. */
	if (e != OK && e != ERR_CONFLICT && db->failed == OK)
		db->failed = e;
	return e;
}

enum err
db_change_args(struct ctx *cx, int64_t *changed, const char *sql,
    const struct db_arg *args, size_t n)
{
	struct db_rows q;
	enum err e;

	db_query_args(cx, &q, sql, args, n);
	e = db_end(&q);
	*changed = q.changed;
	return e;
}

enum err
db_run_args(struct ctx *cx, const char *sql, const struct db_arg *args,
    size_t n)
{
	int64_t changed;

	return db_change_args(cx, &changed, sql, args, n);
}

/* Puts the engine's words where the schema has {id} {int} ... */
static bool
fill_words(struct buf *b, const char *s)
{
	size_t i, n;

	for (; *s != '\0'; s++) {
		if (*s != '{') {
			buf_char(b, *s);
			continue;
		}
		for (i = 0; db_sqlite_types[i][0] != NULL; i++) {
			n = strlen(db_sqlite_types[i][0]);
			if (strncmp(s, db_sqlite_types[i][0], n) == 0)
				break;
		}
		if (db_sqlite_types[i][0] == NULL)
			return false;
		buf_text(b, db_sqlite_types[i][1]);
		s += n - 1;
	}
	return true;
}

enum err
db_script(struct ctx *cx, const char *sql)
{
	struct buf b = { 0 };
	enum err e;

	if (fill_words(&b, sql)) {
		e = db_sqlite_script(cx, cx->db->lite, b.data);
	} else {
		log_error("a schema file has a word that is not known");
		e = ERR_BROKEN;
	}
	buf_free(&b);
	if (e != OK && cx->db->failed == OK)
		cx->db->failed = e;
	return e;
}

enum err
db_index(struct ctx *cx)
{
	return db_sqlite_index(cx, cx->db->lite);
}

bool
db_has_table(struct ctx *cx, const char *name)
{
	return db_sqlite_has_table(cx->db->lite, name);
}

enum err
db_check(struct ctx *cx, const char **out)
{
	return db_sqlite_check(cx, cx->db->lite, out);
}

void
db_statements(struct db *db, void (*each)(void *, const char *), void *to)
{
	db_sqlite_statements(db->lite, each, to);
}

int
db_width(struct db_rows *q)
{
	return db_sqlite_width(q);
}

const char *
db_column(struct db_rows *q, int i)
{
	return db_sqlite_column(q, i);
}

enum db_kind
db_kind(struct db_rows *q)
{
	return db_sqlite_kind(q);
}

const char *
db_said(const struct db *db)
{
	return db_sqlite_said(db->lite);
}
