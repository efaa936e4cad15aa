/* SPDX-License-Identifier: MIT */
/* The seam: what every engine shares, and which one it is. */
#include "store/db.h"

#include <stdlib.h>
#include <string.h>

#include "base/config.h"
#include "base/log.h"
#include "base/monotonic.h"
#include "store/db_engine.h"
#include "store/migrate.h"
#include "text/message.h"
#include "config.h"

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

bool
db_is_file(const char *url)
{
	return strncmp(url, "postgres://", 11) != 0 &&
	    strncmp(url, "postgresql://", 13) != 0;
}

/* NULL: not in this build. */
static const struct db_engine *
engine_of(const char *url)
{
	if (db_is_file(url))
		return &db_sqlite;
#ifdef HAVE_LIBPQ
	return &db_pgsql;
#else
	return NULL;
#endif
}

const char *
db_place(struct arena *a, const char *url)
{
	const struct db_engine *engine = engine_of(url);

	return engine == NULL ? "PostgreSQL" : engine->place(a, url);
}

static enum err
open_it(struct ctx *cx, const char *url, bool make, struct db **out)
{
	const struct db_engine *engine = engine_of(url);
	struct db *db;
	enum err e;

	if (engine == NULL)
		return refuse(cx, ERR_BUSY, "%s",
		    _("This build has no PostgreSQL; set store to a file."));
	if ((db = calloc(1, sizeof(*db))) == NULL)
		log_fatal("no memory for a store");
	db->engine = engine;
	if ((e = engine->open(cx, db, url, make)) != OK) {
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
	if ((e = migrate_version(cx, &have)) == OK)
		e = migrate_fits(cx, have);
	cx->db = before;		/* out may well be &cx->db */
	if (e == OK)
		*out = db;
	else
		db_close(db);
	return e;
}

enum err
db_open_any(struct ctx *cx, const char *url, struct db **out)
{
	return open_it(cx, url, true, out);
}

enum err
db_open_old(struct ctx *cx, const char *url, struct db **out)
{
	return open_it(cx, url, false, out);
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	db->engine->close(db);
	free(db);
}

void
db_operator(struct db *db)
{
	db->operators = true;
}

void
db_patient(struct db *db)
{
	db->patient = true;
}

static int64_t
end_after(int seconds)
{
	return monotonic_ms() + seconds * (int64_t)1000;
}

enum err
db_begin(struct ctx *cx, enum db_mode mode)
{
	struct db *db = cx->db;
	int seconds = db->patient || cx->conf == NULL ? 0 :
	    cx->conf->handler_seconds;
	enum err e;

	if (db->open) {
		log_error("a transaction was begun inside another");
		return ERR_BROKEN;
	}
	db->beside = false;
	e = db->engine->begin(cx, mode, seconds);
	db->open = e == OK;
	db->again = false;
	db->failed = OK;
	if (db->open && seconds > 0)
		db->deadline = end_after(seconds);
	return e;
}

bool
db_again(const struct ctx *cx)
{
	return cx->db != NULL && cx->db->again;
}

bool
db_beside(const struct ctx *cx)
{
	return cx->db->beside;
}

void
db_more_time(struct ctx *cx)
{
	if (cx->db->deadline != 0)
		cx->db->deadline = end_after(cx->conf->handler_seconds);
}

bool
db_engine_overdue(const struct db *db)
{
	return db->deadline != 0 && monotonic_ms() > db->deadline;
}

static enum err
plain(struct ctx *cx, const char *sql)
{
	enum err e = cx->db->engine->plain(cx, sql);

	if (e != OK && cx->db->failed == OK)
		cx->db->failed = e;
	return e;
}

enum err
db_part_begin(struct ctx *cx)
{
	if (cx->db->failed != OK)
		return cx->db->failed;
	return plain(cx, "SAVEPOINT part");
}

enum err
db_part_keep(struct ctx *cx)
{
	return cx->db->failed != OK ? cx->db->failed :
	    plain(cx, "RELEASE SAVEPOINT part");
}

/* A conflict goes with the part; what else failed spoilt all of it. */
enum err
db_part_drop(struct ctx *cx)
{
	struct db *db = cx->db;
	enum err e;

	if (db->failed != OK && db->failed != ERR_CONFLICT)
		return db->failed;
	db->failed = OK;
	e = plain(cx, "ROLLBACK TO SAVEPOINT part");
	return e == OK ? plain(cx, "RELEASE SAVEPOINT part") : e;
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
	db->deadline = 0;
	if (e == OK)
		e = db->engine->commit(cx);
	if (e != OK)
		db->engine->rollback(db);
	db->open = false;
	return e;
}

void
db_rollback(struct ctx *cx)
{
	if (cx->db == NULL || !cx->db->open)
		return;
	cx->db->deadline = 0;
	cx->db->engine->rollback(cx->db);
	cx->db->open = false;
}

void
db_query_args(struct ctx *cx, struct db_rows *q, const char *sql,
    const struct db_arg *args, size_t n)
{
	*q = (struct db_rows){ .cx = cx };
	if (cx->db->open && cx->db->failed != OK)
		q->err = cx->db->failed;
	else
		cx->db->engine->query(q, sql, args, n);
}

bool
db_row(struct db_rows *q)
{
	return q->err == OK && q->cx->db->engine->row(q);
}

int64_t
db_int(struct db_rows *q)
{
	return q->err == OK ? q->cx->db->engine->integer(q) : 0;
}

const char *
db_text(struct db_rows *q)
{
	return q->err == OK ? q->cx->db->engine->text(q) : "";
}

const void *
db_blob(struct db_rows *q, size_t *len)
{
	*len = 0;
	return q->err == OK ? q->cx->db->engine->blob(q, len) : "";
}

void
db_hash(struct db_rows *q, unsigned char out[DIGEST_SIZE])
{
	size_t n;
	const void *p = db_blob(q, &n);

	memset(out, 0, DIGEST_SIZE);
	if (n == DIGEST_SIZE)
		memcpy(out, p, n);
}

bool
db_is_null(struct db_rows *q)
{
	return q->err != OK || q->cx->db->engine->is_null(q);
}

enum err
db_end(struct db_rows *q)
{
	struct db *db = q->cx->db;
	enum err e = db->engine->end(q);

	if (e != OK && db->failed == OK)
		db->failed = e;
	return e;
}

enum err
db_stale(struct ctx *cx)
{
	return refuse(cx, ERR_CONFLICT, "%s", _("Somebody else changed this "
	    "meanwhile. Compare, and save again."));
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

bool
db_engine_words(const struct db_engine *engine, struct buf *b, const char *s,
    bool strict)
{
	const char *const (*w)[2];
	size_t n = 0;

	for (; *s != '\0'; s++) {
		for (w = engine->words; *s == '{' && (*w)[0] != NULL; w++) {
			n = strlen((*w)[0]);
			if (strncmp(s, (*w)[0], n) == 0)
				break;
		}
		if (*s != '{' || ((*w)[0] == NULL && !strict)) {
			buf_char(b, *s);
			continue;
		}
		if ((*w)[0] == NULL)
			return false;
		buf_text(b, (*w)[1]);
		s += n - 1;
	}
	return true;
}

enum err
db_script(struct ctx *cx, const char *sql)
{
	struct buf b = { 0 };
	enum err e;

	if (db_engine_words(cx->db->engine, &b, sql, true)) {
		e = cx->db->engine->script(cx, b.data);
	} else {
		log_error("a schema file has a word that is not known");
		e = ERR_BROKEN;
	}
	buf_free(&b);
	if (e != OK && cx->db->failed == OK)
		cx->db->failed = e;
	return e;
}

void
db_tidy(struct db *db)
{
	if (db->engine->tidy != NULL)
		db->engine->tidy(db);
}

void
db_opened(struct ctx *cx, int64_t dossier)
{
	if (cx->db->engine->opened != NULL)
		cx->db->engine->opened(cx->db, dossier);
}

enum err
db_index(struct ctx *cx)
{
	return cx->db->engine->index(cx);
}

static enum err
index_row(struct ctx *cx, const char *sql, int64_t dossier, const char *words,
    const char *scope)
{
	return sql == NULL ? OK : db_run(cx, sql, db_i(dossier), db_t(words),
	    db_t(scope));
}

enum err
db_index_forget(struct ctx *cx, int64_t dossier, const char *words,
    const char *scope)
{
	return index_row(cx, cx->db->engine->forget, dossier, words, scope);
}

enum err
db_index_learn(struct ctx *cx, int64_t dossier, const char *words,
    const char *scope)
{
	return index_row(cx, cx->db->engine->learn, dossier, words, scope);
}

enum err
db_index_again(struct ctx *cx)
{
	const char *sql = cx->db->engine->again;

	return sql == NULL ? OK : db_run(cx, sql);
}

enum err
db_index_join(struct ctx *cx, bool *more)
{
	*more = false;
	return cx->db->engine->index_join == NULL ? OK :
	    cx->db->engine->index_join(cx, more);
}

const struct db_match *
db_match(const struct ctx *cx)
{
	return &cx->db->engine->match;
}

bool
db_has_table(struct ctx *cx, const char *name)
{
	return cx->db->engine->has_table(cx, name);
}

enum err
db_check(struct ctx *cx, const char **out)
{
	return cx->db->engine->check(cx, out);
}

int64_t
db_bytes(struct ctx *cx)
{
	return cx->db->engine->bytes(cx);
}

const char *
db_engine(const struct db *db)
{
	return db->engine->name;
}

enum err
db_copy(struct ctx *cx, const char *path)
{
	return cx->db->engine->copy(cx, path);
}

/* Is there nothing of ours in it yet? */
static enum err
is_empty(struct ctx *cx, const char *url)
{
	struct db *before = cx->db, *db = NULL;
	bool ours;
	enum err e;

	if ((e = open_it(cx, url, false, &db)) != OK)
		return e;
	cx->db = db;
	ours = db_has_table(cx, "version");
	cx->db = before;
	db_close(db);
	return !ours ? OK : refuse(cx, ERR_BUSY, "%s", _("The database "
	    "that the backup is to be restored into is not empty. Make a "
	    "new one by createdb."));
}

enum err
db_copy_back(struct ctx *cx, const char *url, const char *path)
{
	const struct db_engine *engine = engine_of(url);
	enum err e;

	if (engine == NULL || engine->copy_back == NULL)
		return refuse(cx, ERR_BUSY, "%s", _("This backup is of "
		    "PostgreSQL. Name an empty database to restore it into: "
		    "postgresql://..."));
	if ((e = is_empty(cx, url)) != OK)
		return e;
	return engine->copy_back(cx, url, path);
}

enum err
db_empty(struct ctx *cx)
{
	enum err e;

	if (cx->db->engine->empty == NULL)
		return OK;
	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if ((e = cx->db->engine->empty(cx)) == OK)
		e = db_commit(cx);
	db_rollback(cx);
	return e;
}

void
db_statements(struct db *db, void (*each)(void *, const char *), void *to)
{
	db->engine->statements(db, each, to);
}

int
db_width(struct db_rows *q)
{
	return q->cx->db->engine->width(q);
}

const char *
db_column(struct db_rows *q, int i)
{
	return q->cx->db->engine->column(q, i);
}

enum db_kind
db_kind(struct db_rows *q)
{
	return q->cx->db->engine->kind(q);
}

const char *
db_said(const struct db *db)
{
	return db->engine->said(db);
}
