/* SPDX-License-Identifier: MIT */
/* SQLite: one handle a process, its statements kept, one writer at a time. */
#include "store/db_cache.h"
#include "store/db_engine.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "store/db_queue.h"
#include "store/db_sqlite_copy.h"
#include "store/db_sqlite_words.h"
#include "text/message.h"

#define TURN_MS 10000		/* a writer waits so long in all, */
#define BUSY_MS 5000		/* and so long of it for those outside */
#define PASSING_MS 200		/* for what is not worth a wait */
#define STEPS 20000		/* between two looks at the clock */

enum { BIND_VIEWER = -1, BIND_NOW = -2 };

struct statement {
	struct db_kept kept;	/* stands first */
	sqlite3_stmt *stmt;
	size_t args;		/* $N it asks for */
	int params;
	int *bind;		/* of each parameter: N, or BIND_* */
	bool loose;		/* not in the cache, a second use */
	bool stepped, reads;
};

struct db_sqlite {
	sqlite3 *handle;
	struct db_queue *queue;	/* NULL for a store in memory */
	struct db_cache cache;
	bool queued;
	bool writing;
	int log;		/* pages in the write-ahead log, after commit */
};

#define LOG_TIDY 1000	/* pages: taken over when nobody waits for it */
#define LOG_MOST 4000	/* pages: taken over at once */

static const char *const words[][2] = {
	{ "{id}", "INTEGER PRIMARY KEY" },
	{ "{int}", "INTEGER" },
	{ "{text}", "TEXT" },
	{ "{blob}", "BLOB" },
	{ "{strict}", "STRICT" },
	{ "{match}", "dossier_fts MATCH" },
	{ "{newest}", "" },	/* as whoever reads them sorts */
	{ NULL, NULL }
};

static void	 query(struct db_rows *, const char *, const struct db_arg *,
		    size_t);
static bool	 row(struct db_rows *);
static enum err	 end(struct db_rows *);

/* What a result code is to the caller; texts of statements are constant,
 * so the log may have them: values never stand in them. */
static enum err
failure(struct ctx *cx, struct db_sqlite *s, int rc, const char *sql)
{
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		cx->db->again = cx->db->open;
		return refuse(cx, ERR_BUSY, "%s", _("The store is busy. Wait "
		    "a moment and send it again."));
	case SQLITE_INTERRUPT:
		log_warn("a statement took too long: %.200s", sql);
		return refuse(cx, ERR_BUSY, "%s", _("This took too long and "
		    "was stopped. Narrow it down and try again."));
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_NOMEM:
		log_error("store: %s", sqlite3_errstr(rc));
		if (!s->writing)
			return refuse(cx, ERR_BUSY, "%s", _("Dossier cannot "
			    "reach its data at the moment. Try again in a "
			    "minute."));
		return refuse(cx, ERR_BUSY, "%s", _("The store cannot write "
		    "just now. Nothing was saved; try again later."));
	case SQLITE_CONSTRAINT:
		if (rc == SQLITE_CONSTRAINT_UNIQUE ||
		    rc == SQLITE_CONSTRAINT_PRIMARYKEY ||
		    rc == SQLITE_CONSTRAINT_ROWID)
			return refuse(cx, ERR_CONFLICT, "%s", _("Somebody "
			    "else was faster. Look at what is there now."));
		break;
	}
	log_error("store: %s (%d): %.400s", sqlite3_errmsg(s->handle), rc,
	    sql);
	return ERR_BROKEN;
}

static int
overdue(void *db)
{
	return db_engine_overdue(db);
}

/* Makes the file if asked; refuses one that strangers can read. */
static enum err
check_file(struct ctx *cx, const char *path, bool make)
{
	struct stat st;
	int fd;

	if (make && (fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC,
	    0660)) != -1) {
		(void)fchmod(fd, 0660);
		close(fd);
	}
	if (stat(path, &st) != 0 || access(path, R_OK | W_OK) != 0)
		return refuse(cx, ERR_BUSY, _("The store %s cannot be "
		    "opened: %s."), path, strerror(errno));
	if ((st.st_mode & S_IRWXO) != 0)
		return refuse(cx, ERR_BUSY, _("The store %s can be read by "
		    "everybody; run “chmod o= %s”."), path, path);
	return OK;
}

static int
set_up(sqlite3 *h)
{
	static const char pragmas[] =
	    "PRAGMA journal_mode = WAL;"
	    "PRAGMA synchronous = FULL;"
	    "PRAGMA foreign_keys = ON;"
	    "PRAGMA trusted_schema = OFF;"
	    "PRAGMA cell_size_check = ON;"
	    "PRAGMA temp_store = MEMORY;"
	    "PRAGMA cache_size = -5000;"
	    "PRAGMA journal_size_limit = 67108864;"
	    "PRAGMA wal_autocheckpoint = 0;";	/* see after_commit() */

	sqlite3_busy_timeout(h, BUSY_MS);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	/* else each new value of a LIKE prepares its statement again */
	sqlite3_db_config(h, SQLITE_DBCONFIG_ENABLE_QPSG, 1, NULL);
	return sqlite3_exec(h, pragmas, NULL, NULL, NULL);
}

/* Takes over into the store what the log holds. Readers and writers go on
 * meanwhile; whoever else is at it already does it for all. */
static void
take_over(struct db_sqlite *s)
{
	sqlite3_wal_checkpoint_v2(s->handle, NULL, SQLITE_CHECKPOINT_PASSIVE,
	    NULL, NULL);
	s->log = 0;
}

static int
after_commit(void *arg, sqlite3 *h, const char *name, int pages)
{
	struct db_sqlite *s = arg;

	(void)h;
	(void)name;
	if ((s->log = pages) >= LOG_MOST)
		take_over(s);
	return SQLITE_OK;
}

static void
tidy(struct db *db)
{
	struct db_sqlite *s = db->store;

	if (s->log >= LOG_TIDY)
		take_over(s);
}

static void
statement_free(struct statement *st)
{
	sqlite3_finalize(st->stmt);
	free(st->bind);
	free(st->kept.sql);
	free(st);
}

static void
drop(void *store, struct db_kept *kept)
{
	(void)store;
	statement_free((struct statement *)kept);
}

static void
shut(struct db *db)
{
	struct db_sqlite *s = db->store;

	if (s == NULL)
		return;
	db_cache_empty(&s->cache);
	sqlite3_close(s->handle);
	db_queue_close(s->queue);
	free(s);
	db->store = NULL;
}

/* Before the first store: each program has one thread, so nothing is locked
 * inside of it, and nobody asks how much memory the engine took. */
static void
alone(void)
{
	static bool done;

	if (done)
		return;
	done = true;
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* "sqlite:///path", or a bare path. */
static const char *
place(struct arena *a, const char *url)
{
	(void)a;
	return strncmp(url, "sqlite://", 9) == 0 ? url + 9 : url;
}

static enum err
open_file(struct ctx *cx, struct db *db, const char *url, bool make)
{
	const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
	    SQLITE_OPEN_EXRESCODE;
	const char *path = place(cx->arena, url);
	bool memory = strcmp(path, ":memory:") == 0;
	struct db_sqlite *s;
	enum err e;
	int rc;

	if (!memory && (e = check_file(cx, path, make)) != OK)
		return e;
	if ((s = calloc(1, sizeof(*s))) == NULL)
		log_fatal("no memory for a store");
	s->cache.drop = drop;
	db->store = s;
	alone();
	if ((rc = sqlite3_open_v2(path, &s->handle, flags, NULL)) !=
	    SQLITE_OK || (rc = set_up(s->handle)) != SQLITE_OK ||
	    (rc = db_sqlite_words(s->handle)) != SQLITE_OK) {
		e = refuse(cx, ERR_BUSY, _("The store %s cannot be opened: "
		    "%s."), path, sqlite3_errstr(rc));
		shut(db);
		return e;
	}
	sqlite3_progress_handler(s->handle, STEPS, overdue, db);
	sqlite3_wal_hook(s->handle, after_commit, s);
	if (!memory && (s->queue = db_queue_open(arena_printf(cx->arena,
	    "%s-queue", path))) == NULL) {
		e = refuse(cx, ERR_BUSY, _("The store %s cannot be opened: "
		    "%s."), path, strerror(errno));
		shut(db);
		return e;
	}
	return OK;
}

/* BEGIN, COMMIT and ROLLBACK go through the cache as well. */
static enum err
plain(struct ctx *cx, const char *sql)
{
	struct db_rows q = { .cx = cx };

	query(&q, sql, NULL, 0);
	if (q.err == OK)
		row(&q);
	return end(&q);
}

static void
leave(struct db_sqlite *s)
{
	s->writing = false;
	if (s->queued)
		db_queue_leave(s->queue);
	s->queued = false;
}

static enum err
begin(struct ctx *cx, enum db_mode mode, int seconds)
{
	struct db_sqlite *s = cx->db->store;
	int left = cx->in_passing ? PASSING_MS : TURN_MS;
	enum err e;

	(void)seconds;
	s->writing = mode != DB_READ;
	if (s->writing && s->queue != NULL) {
		if ((left = db_queue_enter(s->queue, left)) == 0) {
			s->writing = false;
			return failure(cx, s, SQLITE_BUSY, "");
		}
		s->queued = true;
	}
	sqlite3_busy_timeout(s->handle, left < BUSY_MS ? left : BUSY_MS);
	e = plain(cx, s->writing ? "BEGIN IMMEDIATE" : "BEGIN");
	if (e != OK)
		leave(s);
	return e;
}

static enum err
commit(struct ctx *cx)
{
	struct db_sqlite *s = cx->db->store;
	enum err e;

	if ((e = plain(cx, "COMMIT")) == OK)
		leave(s);
	return e;
}

static void
rollback(struct db *db)
{
	struct db_sqlite *s = db->store;

	/* The engine may have rolled back by itself: a full disk. */
	if (sqlite3_get_autocommit(s->handle) == 0)
		sqlite3_exec(s->handle, "ROLLBACK", NULL, NULL, NULL);
	leave(s);
}

static enum err
script(struct ctx *cx, const char *sql)
{
	struct db_sqlite *s = cx->db->store;
	int rc = sqlite3_exec(s->handle, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? OK : failure(cx, s, rc, "a schema file");
}

static enum err
make_index(struct ctx *cx)
{
	return script(cx, db_sqlite_words_index);
}

/* FTS5 says by the number of rows that it changed whether it found any work.
 * A hundred pages take as long as a few requests. */
static enum err
join_index(struct ctx *cx, bool *more)
{
	struct db_sqlite *s = cx->db->store;
	int64_t before = sqlite3_total_changes64(s->handle);
	enum err e = plain(cx, "INSERT INTO dossier_fts (dossier_fts, rank)"
	    " VALUES ('merge', 100)");

	*more = sqlite3_total_changes64(s->handle) - before >= 2;
	return e;
}

static bool
has_table(struct ctx *cx, const char *name)
{
	struct db_sqlite *s = cx->db->store;

	return sqlite3_table_column_metadata(s->handle, NULL, name, NULL,
	    NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
}

static void
statements(struct db *db, void (*each)(void *, const char *), void *to)
{
	struct db_sqlite *s = db->store;

	db_cache_each(&s->cache, each, to);
}

/* $12 gives 12, $viewer and $now their own marks, anything else 0. */
static int
bind_of(const char *name)
{
	char *end;
	long n;

	if (name == NULL || name[0] != '$')
		return 0;
	if (strcmp(name, "$viewer") == 0)
		return BIND_VIEWER;
	if (strcmp(name, "$now") == 0)
		return BIND_NOW;
	n = strtol(name + 1, &end, 10);
	return *end == '\0' && n > 0 && n < 1000 ? (int)n : 0;
}

/* Prepares and reads what each parameter wants. */
static struct statement *
statement_new(struct ctx *cx, struct db_sqlite *s, const char *sql,
    enum err *e)
{
	struct statement *st;
	struct buf b = { 0 };
	int i, rc, n;

	if ((st = calloc(1, sizeof(*st))) == NULL ||
	    (st->kept.sql = strdup(sql)) == NULL)
		log_fatal("no memory for a statement");
	db_engine_words(&db_sqlite, &b, sql, false);
	rc = sqlite3_prepare_v3(s->handle, b.data, -1,
	    SQLITE_PREPARE_PERSISTENT, &st->stmt, NULL);
	buf_free(&b);
	if (rc != SQLITE_OK) {
		*e = failure(cx, s, rc, sql);
		statement_free(st);
		return NULL;
	}
	st->params = n = sqlite3_bind_parameter_count(st->stmt);
	if ((st->bind = calloc((size_t)n + 1, sizeof(*st->bind))) == NULL)
		log_fatal("no memory for a statement");
	for (i = 1; i <= n; i++) {
		st->bind[i] = bind_of(sqlite3_bind_parameter_name(st->stmt,
		    i));
		if (st->bind[i] == 0) {
			log_error("a parameter is neither $N nor ours: %.400s",
			    sql);
			*e = ERR_BROKEN;
			statement_free(st);
			return NULL;
		}
		if (st->bind[i] > 0 && (size_t)st->bind[i] > st->args)
			st->args = (size_t)st->bind[i];
	}
	st->reads = sqlite3_stmt_readonly(st->stmt) != 0;
	return st;
}

/* A second use at the same time gets a statement of its own. */
static struct statement *
statement_of(struct ctx *cx, struct db_sqlite *s, const char *sql,
    enum err *e)
{
	struct statement *st =
	    (struct statement *)db_cache_find(&s->cache, sql);

	if (st == NULL) {
		if ((st = statement_new(cx, s, sql, e)) == NULL)
			return NULL;
		db_cache_add(&s->cache, sql, &st->kept);
	} else if (st->kept.busy) {
		if ((st = statement_new(cx, s, sql, e)) == NULL)
			return NULL;
		st->loose = true;
	}
	st->kept.busy = true;
	st->stepped = false;
	return st;
}

static int
bind_one(sqlite3_stmt *stmt, int i, const struct db_arg *a)
{
	switch (a->kind) {
	case DB_INT:
		return sqlite3_bind_int64(stmt, i, a->number);
	case DB_TEXT:
		return sqlite3_bind_text64(stmt, i, a->bytes, a->len,
		    SQLITE_STATIC, SQLITE_UTF8);
	case DB_BLOB:
		return sqlite3_bind_blob64(stmt, i, a->len == 0 ? "" :
		    a->bytes, a->len, SQLITE_STATIC);
	case DB_NULL:
		break;
	}
	return sqlite3_bind_null(stmt, i);
}

static void
query(struct db_rows *q, const char *sql, const struct db_arg *args, size_t n)
{
	struct db_sqlite *s = q->cx->db->store;
	struct statement *st;
	int i, rc = SQLITE_OK;

	if ((st = statement_of(q->cx, s, sql, &q->err)) == NULL)
		return;
	q->statement = st;
	if (!st->reads && !s->writing) {
		log_error("a writing statement while reading: %.400s", sql);
		q->err = ERR_BROKEN;
		return;
	}
	if (st->args != n) {
		log_error("%zu values for %zu parameters: %.400s", n,
		    st->args, sql);
		q->err = ERR_BROKEN;
		return;
	}
	for (i = 1; i <= st->params && rc == SQLITE_OK; i++) {
		if (st->bind[i] == BIND_VIEWER)
			rc = sqlite3_bind_int64(st->stmt, i, q->cx->viewer);
		else if (st->bind[i] == BIND_NOW)
			rc = sqlite3_bind_int64(st->stmt, i, q->cx->now);
		else
			rc = bind_one(st->stmt, i, &args[st->bind[i]]);
	}
	if (rc != SQLITE_OK)
		q->err = failure(q->cx, s, rc, sql);
}

static bool
row(struct db_rows *q)
{
	struct statement *st = q->statement;

	if (st == NULL)
		return false;
	st->stepped = true;
	q->column = 0;
	return sqlite3_step(st->stmt) == SQLITE_ROW;
}

static int64_t
integer(struct db_rows *q)
{
	struct statement *st = q->statement;

	return sqlite3_column_int64(st->stmt, q->column++);
}

/* Its bytes alone: as a text, the engine would first make a copy of its own
 * that ends in NUL. */
static const char *
text(struct db_rows *q)
{
	struct statement *st = q->statement;
	int i = q->column++;
	const char *p = sqlite3_column_blob(st->stmt, i);

	if (p == NULL)
		return "";
	return arena_textn(q->cx->arena, p,
	    (size_t)sqlite3_column_bytes(st->stmt, i));
}

static const void *
blob(struct db_rows *q, size_t *len)
{
	struct statement *st = q->statement;
	int i = q->column++;
	const void *p = sqlite3_column_blob(st->stmt, i);

	*len = (size_t)sqlite3_column_bytes(st->stmt, i);
	return p == NULL ? "" : arena_copy(q->cx->arena, p, *len);
}

/* A row that refers to one that is not there; "" when there is none. */
static enum err
check_references(struct ctx *cx, const char **out)
{
	static const char sql[] = "PRAGMA foreign_key_check";
	struct db_rows q = { .cx = cx };

	*out = "";
	query(&q, sql, NULL, 0);
	if (q.err == OK && row(&q))
		*out = arena_printf(cx->arena, "a row of the table %s refers "
		    "to one that is not there", text(&q));
	return end(&q);
}

static enum err
check(struct ctx *cx, const char **out)
{
	static const char sql[] = "PRAGMA integrity_check(1)";
	struct db_rows q = { .cx = cx };
	const char *answer = "";
	enum err e;

	query(&q, sql, NULL, 0);
	if (q.err == OK && row(&q))
		answer = text(&q);
	*out = strcmp(answer, "ok") == 0 ? "" : answer;
	if ((e = end(&q)) != OK || **out != '\0')
		return e;
	return check_references(cx, out);
}

static enum err
copy(struct ctx *cx, const char *path)
{
	struct db_sqlite *s = cx->db->store;

	return db_sqlite_copy(cx, s->handle, path);
}

/* The file and what waits in its log. */
static int64_t
bytes(struct ctx *cx)
{
	struct db_sqlite *s = cx->db->store;
	const char *path = sqlite3_db_filename(s->handle, "main");
	struct stat st;
	int64_t n;

	if (path == NULL || stat(path, &st) != 0)
		return -1;
	n = st.st_size;
	if (stat(arena_printf(cx->arena, "%s-wal", path), &st) == 0)
		n += st.st_size;
	return n;
}

static bool
is_null(struct db_rows *q)
{
	struct statement *st = q->statement;

	return sqlite3_column_type(st->stmt, q->column) == SQLITE_NULL;
}

static int
width(struct db_rows *q)
{
	struct statement *st = q->statement;

	return st == NULL ? 0 : sqlite3_column_count(st->stmt);
}

static const char *
column(struct db_rows *q, int i)
{
	struct statement *st = q->statement;

	return sqlite3_column_name(st->stmt, i);
}

static enum db_kind
kind(struct db_rows *q)
{
	struct statement *st = q->statement;

	switch (sqlite3_column_type(st->stmt, q->column)) {
	case SQLITE_NULL:
		return DB_NULL;
	case SQLITE_INTEGER:
		return DB_INT;
	case SQLITE_BLOB:
		return DB_BLOB;
	default:
		return DB_TEXT;
	}
}

static const char *
said(const struct db *db)
{
	const struct db_sqlite *s = db->store;

	return sqlite3_errmsg(s->handle);
}

static enum err
end(struct db_rows *q)
{
	struct db_sqlite *s = q->cx->db->store;
	struct statement *st = q->statement;
	int rc;

	if (st == NULL)
		return q->err;
	/* What writes runs even when nobody asked for its rows. */
	if (!st->reads && !st->stepped && q->err == OK)
		sqlite3_step(st->stmt);
	rc = sqlite3_reset(st->stmt);
	if (rc != SQLITE_OK && q->err == OK)
		q->err = failure(q->cx, s, rc, st->kept.sql);
	if (!st->reads && q->err == OK)
		q->changed = sqlite3_changes64(s->handle);
	st->kept.busy = false;
	q->statement = NULL;
	if (st->loose)
		statement_free(st);
	return q->err;
}

const struct db_engine db_sqlite = {
	.name = "sqlite",
	.words = words,
	.match = {
		.word = { "words:\"", "\"" },
		.begin = { "words:\"", "\"*" },
		.scope = { "scope:\"", "\"" },
		.both = " AND ", .either = " OR ", .without = " NOT "
	},
	.forget = "INSERT INTO dossier_fts (dossier_fts, rowid, words, scope)"
	    " VALUES ('delete', $1, $2, $3)",
	.learn = "INSERT INTO dossier_fts (rowid, words, scope)"
	    " VALUES ($1, $2, $3)",
	.again = "INSERT INTO dossier_fts (dossier_fts) VALUES ('rebuild')",
	.place = place, .open = open_file, .close = shut,
	.begin = begin, .commit = commit,
	.rollback = rollback, .plain = plain, .script = script,
	.index = make_index, .index_join = join_index, .has_table = has_table,
	.check = check,
	.bytes = bytes, .tidy = tidy,
	.copy = copy,
	.statements = statements, .said = said,
	.query = query, .row = row, .integer = integer, .text = text,
	.blob = blob, .is_null = is_null, .width = width, .column = column,
	.kind = kind, .end = end
};
