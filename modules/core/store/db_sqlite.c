/* SPDX-License-Identifier: MIT */
/* SQLite: one handle a process, its statements kept, one writer at a time. */
#include "store/db_sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "store/db_queue.h"
#include "store/db_sqlite_words.h"
#include "text/message.h"

#define BUCKETS 512		/* of the statement cache */
#define KEPT 200		/* statements at most; a wide list has 100 KB */
#define QUEUE_SECONDS 10	/* a writer waits so long for its turn */
#define STEPS 20000		/* between two looks at the clock */

enum { BIND_VIEWER = -1, BIND_NOW = -2 };

struct statement {
	struct statement *next;	/* in its bucket */
	char *sql;
	uint64_t hash;
	sqlite3_stmt *stmt;
	uint64_t used;		/* tick of the last use */
	size_t args;		/* $N it asks for */
	int params;
	int *bind;		/* of each parameter: N, or BIND_* */
	bool busy, loose;	/* loose: not in the cache, a second use */
	bool stepped, reads;
};

struct db_sqlite {
	sqlite3 *handle;
	struct db_queue *queue;	/* NULL for a store in memory */
	struct statement *bucket[BUCKETS];
	struct { const char *at; struct statement *st; } near[BUCKETS];
	size_t kept;
	uint64_t tick;
	struct timespec deadline;	/* 0 none */
	bool queued;
	bool writing;
};

const char *const db_sqlite_types[][2] = {
	{ "{id}", "INTEGER PRIMARY KEY" },
	{ "{int}", "INTEGER" },
	{ "{text}", "TEXT" },
	{ "{blob}", "BLOB" },
	{ "{strict}", "STRICT" },
	{ NULL, NULL }
};

/* What a result code is to the caller; texts of statements are constant,
 * so the log may have them: values never stand in them. */
static enum err
failure(struct ctx *cx, struct db_sqlite *s, int rc, const char *sql)
{
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return refuse(cx, ERR_BUSY, "%s", _("The store is busy. Wait "
		    "a moment and send it again."));
	case SQLITE_INTERRUPT:
		log_warn("a statement took too long: %.200s", sql);
		return refuse(cx, ERR_BUSY, "%s", _("This took too long and "
		    "was stopped. Narrow it down and try again."));
	case SQLITE_FULL:
	case SQLITE_IOERR:
		log_error("store: %s", sqlite3_errstr(rc));
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
overdue(void *arg)
{
	struct db_sqlite *s = arg;
	struct timespec t;

	if (s->deadline.tv_sec == 0)
		return 0;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec > s->deadline.tv_sec ||
	    (t.tv_sec == s->deadline.tv_sec &&
	    t.tv_nsec > s->deadline.tv_nsec);
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
	if (stat(path, &st) != 0)
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
	    "PRAGMA cache_size = -6000;"
	    "PRAGMA journal_size_limit = 67108864;"
	    "PRAGMA wal_autocheckpoint = 4000;";

	sqlite3_busy_timeout(h, 5000);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	return sqlite3_exec(h, pragmas, NULL, NULL, NULL);
}

enum err
db_sqlite_open(struct ctx *cx, const char *path, bool make,
    struct db_sqlite **out)
{
	const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
	    SQLITE_OPEN_EXRESCODE;
	bool memory = strcmp(path, ":memory:") == 0;
	struct db_sqlite *s;
	enum err e;
	int rc;

	if (!memory && (e = check_file(cx, path, make)) != OK)
		return e;
	if ((s = calloc(1, sizeof(*s))) == NULL)
		log_fatal("no memory for a store");
	if ((rc = sqlite3_open_v2(path, &s->handle, flags, NULL)) !=
	    SQLITE_OK || (rc = set_up(s->handle)) != SQLITE_OK ||
	    (rc = db_sqlite_words(s->handle)) != SQLITE_OK) {
		e = refuse(cx, ERR_BUSY, _("The store %s cannot be opened: "
		    "%s."), path, sqlite3_errstr(rc));
		db_sqlite_close(s);
		return e;
	}
	sqlite3_progress_handler(s->handle, STEPS, overdue, s);
	if (!memory && (s->queue = db_queue_open(arena_printf(cx->arena,
	    "%s-queue", path))) == NULL) {
		e = refuse(cx, ERR_BUSY, _("The store %s cannot be opened: "
		    "%s."), path, strerror(errno));
		db_sqlite_close(s);
		return e;
	}
	*out = s;
	return OK;
}

static void
statement_free(struct statement *st)
{
	sqlite3_finalize(st->stmt);
	free(st->bind);
	free(st->sql);
	free(st);
}

void
db_sqlite_close(struct db_sqlite *s)
{
	struct statement *st, *next;
	size_t i;

	if (s == NULL)
		return;
	for (i = 0; i < BUCKETS; i++)
		for (st = s->bucket[i]; st != NULL; st = next) {
			next = st->next;
			statement_free(st);
		}
	sqlite3_close(s->handle);
	db_queue_close(s->queue);
	free(s);
}

/* BEGIN, COMMIT and ROLLBACK go through the cache as well. */
enum err
db_sqlite_plain(struct ctx *cx, struct db_sqlite *s, const char *sql)
{
	struct db_rows q = { .cx = cx };

	db_sqlite_query(s, &q, sql, NULL, 0);
	if (q.err == OK)
		db_sqlite_row(&q);
	return db_sqlite_end(s, &q);
}

static void
leave(struct db_sqlite *s)
{
	s->writing = false;
	s->deadline.tv_sec = 0;
	if (s->queued)
		db_queue_leave(s->queue);
	s->queued = false;
}

void
db_sqlite_more_time(struct db_sqlite *s, int seconds)
{
	if (s->deadline.tv_sec == 0)
		return;
	clock_gettime(CLOCK_MONOTONIC, &s->deadline);
	s->deadline.tv_sec += seconds;
}

enum err
db_sqlite_begin(struct ctx *cx, struct db_sqlite *s, enum db_mode mode,
    int seconds)
{
	enum err e;

	s->deadline.tv_sec = 0;
	s->writing = mode == DB_WRITE;
	if (s->writing && s->queue != NULL) {
		if (!db_queue_enter(s->queue, QUEUE_SECONDS)) {
			s->writing = false;
			return failure(cx, s, SQLITE_BUSY, "");
		}
		s->queued = true;
	}
	e = db_sqlite_plain(cx, s, s->writing ? "BEGIN IMMEDIATE" : "BEGIN");
	if (e != OK) {
		leave(s);
		return e;
	}
	if (seconds > 0) {
		s->deadline.tv_sec = 1;
		db_sqlite_more_time(s, seconds);
	}
	return OK;
}

enum err
db_sqlite_commit(struct ctx *cx, struct db_sqlite *s)
{
	enum err e;

	s->deadline.tv_sec = 0;
	if ((e = db_sqlite_plain(cx, s, "COMMIT")) == OK)
		leave(s);
	return e;
}

void
db_sqlite_rollback(struct db_sqlite *s)
{
	s->deadline.tv_sec = 0;
	/* The engine may have rolled back by itself: a full disk. */
	if (sqlite3_get_autocommit(s->handle) == 0)
		sqlite3_exec(s->handle, "ROLLBACK", NULL, NULL, NULL);
	leave(s);
}

enum err
db_sqlite_script(struct ctx *cx, struct db_sqlite *s, const char *sql)
{
	int rc = sqlite3_exec(s->handle, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? OK : failure(cx, s, rc, "a schema file");
}

enum err
db_sqlite_index(struct ctx *cx, struct db_sqlite *s)
{
	return db_sqlite_script(cx, s, db_sqlite_words_index);
}

bool
db_sqlite_has_table(struct db_sqlite *s, const char *name)
{
	return sqlite3_table_column_metadata(s->handle, NULL, name, NULL,
	    NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
}

void
db_sqlite_statements(struct db_sqlite *s, void (*each)(void *, const char *),
    void *to)
{
	struct statement *st;
	size_t i;

	for (i = 0; i < BUCKETS; i++)
		for (st = s->bucket[i]; st != NULL; st = st->next)
			each(to, st->sql);
}

static uint64_t
hash_of(const char *s)
{
	uint64_t h = 14695981039346656037u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	return h;
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
	int i, rc, n;

	if ((st = calloc(1, sizeof(*st))) == NULL ||
	    (st->sql = strdup(sql)) == NULL)
		log_fatal("no memory for a statement");
	rc = sqlite3_prepare_v3(s->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
	    &st->stmt, NULL);
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

/* Drops the statement that was unused for the longest time. */
static void
forget_one(struct db_sqlite *s)
{
	struct statement **p, **oldest = NULL, *st;
	size_t i;

	for (i = 0; i < BUCKETS; i++)
		for (p = &s->bucket[i]; *p != NULL; p = &(*p)->next)
			if (!(*p)->busy && (oldest == NULL ||
			    (*p)->used < (*oldest)->used))
				oldest = p;
	if (oldest == NULL)
		return;
	st = *oldest;
	*oldest = st->next;
	for (i = 0; i < BUCKETS; i++)
		if (s->near[i].st == st)
			s->near[i].at = NULL;
	statement_free(st);
	s->kept--;
}

/* By the address of the text, then by the text; a second use at the same
 * time gets a statement of its own. */
static struct statement *
statement_of(struct ctx *cx, struct db_sqlite *s, const char *sql,
    enum err *e)
{
	size_t slot = ((uintptr_t)sql >> 4) % BUCKETS;
	struct statement *st;
	uint64_t h;

	st = s->near[slot].st;
	if (s->near[slot].at != sql || strcmp(st->sql, sql) != 0) {
		h = hash_of(sql);
		for (st = s->bucket[h % BUCKETS]; st != NULL; st = st->next)
			if (st->hash == h && strcmp(st->sql, sql) == 0)
				break;
		if (st == NULL) {
			if ((st = statement_new(cx, s, sql, e)) == NULL)
				return NULL;
			if (s->kept >= KEPT)
				forget_one(s);
			st->hash = h;
			st->next = s->bucket[h % BUCKETS];
			s->bucket[h % BUCKETS] = st;
			s->kept++;
		}
		s->near[slot].at = sql;
		s->near[slot].st = st;
	}
	if (st->busy) {
		if ((st = statement_new(cx, s, sql, e)) == NULL)
			return NULL;
		st->loose = true;
	}
	st->used = ++s->tick;
	st->busy = true;
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

void
db_sqlite_query(struct db_sqlite *s, struct db_rows *q, const char *sql,
    const struct db_arg *args, size_t n)
{
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

bool
db_sqlite_row(struct db_rows *q)
{
	struct statement *st = q->statement;

	st->stepped = true;
	q->column = 0;
	return sqlite3_step(st->stmt) == SQLITE_ROW;
}

int64_t
db_sqlite_int(struct db_rows *q)
{
	struct statement *st = q->statement;

	return sqlite3_column_int64(st->stmt, q->column++);
}

const char *
db_sqlite_text(struct db_rows *q)
{
	struct statement *st = q->statement;
	int i = q->column++;
	const unsigned char *p = sqlite3_column_text(st->stmt, i);

	if (p == NULL)
		return "";
	return arena_textn(q->cx->arena, (const char *)p,
	    (size_t)sqlite3_column_bytes(st->stmt, i));
}

const void *
db_sqlite_blob(struct db_rows *q, size_t *len)
{
	struct statement *st = q->statement;
	int i = q->column++;
	const void *p = sqlite3_column_blob(st->stmt, i);

	*len = (size_t)sqlite3_column_bytes(st->stmt, i);
	return p == NULL ? "" : arena_copy(q->cx->arena, p, *len);
}

enum err
db_sqlite_check(struct ctx *cx, struct db_sqlite *s, const char **out)
{
	static const char sql[] = "PRAGMA integrity_check(1)";
	struct db_rows q = { .cx = cx };
	const char *said = "";

	db_sqlite_query(s, &q, sql, NULL, 0);
	if (q.err == OK && db_sqlite_row(&q))
		said = db_sqlite_text(&q);
	*out = strcmp(said, "ok") == 0 ? "" : said;
	return db_sqlite_end(s, &q);
}

bool
db_sqlite_is_null(struct db_rows *q)
{
	struct statement *st = q->statement;

	return sqlite3_column_type(st->stmt, q->column) == SQLITE_NULL;
}

int
db_sqlite_width(struct db_rows *q)
{
	struct statement *st = q->statement;

	return st == NULL ? 0 : sqlite3_column_count(st->stmt);
}

const char *
db_sqlite_column(struct db_rows *q, int i)
{
	struct statement *st = q->statement;

	return sqlite3_column_name(st->stmt, i);
}

enum db_kind
db_sqlite_kind(struct db_rows *q)
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

const char *
db_sqlite_said(const struct db_sqlite *s)
{
	return sqlite3_errmsg(s->handle);
}

enum err
db_sqlite_end(struct db_sqlite *s, struct db_rows *q)
{
	struct statement *st = q->statement;
	int rc;

	if (st == NULL)
		return q->err;
	/* What writes runs even when nobody asked for its rows. */
	if (!st->reads && !st->stepped && q->err == OK)
		sqlite3_step(st->stmt);
	rc = sqlite3_reset(st->stmt);
	if (rc != SQLITE_OK && q->err == OK)
		q->err = failure(q->cx, s, rc, st->sql);
	if (!st->reads && q->err == OK)
		q->changed = sqlite3_changes64(s->handle);
	st->busy = false;
	q->statement = NULL;
	if (st->loose)
		statement_free(st);
	return q->err;
}
