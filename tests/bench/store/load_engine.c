/* SPDX-License-Identifier: MIT */
/* What each engine wants to load fast. Nothing else here knows which it is. */
#include <string.h>

#include "base/count.h"
#include "base/log.h"
#include "load.h"

struct index {
	struct index *next;
	const char *name, *sql;
};

static struct index *away;	/* dropped, to be made again */
static struct arena *keep;

static void
script(struct ctx *cx, const char *sql)
{
	if (db_script(cx, sql) != OK)
		log_fatal("%s: %s", sql, db_said(cx->db));
}

static bool
postgres(const char *url)
{
	return strncmp(url, "postgres", 8) == 0;
}

/* All that a constraint does not hold. */
static void
find_indexes(struct ctx *cx, const char *sql)
{
	struct index **tail = &away, *x;
	struct db_rows q;

	keep = arena_new();
	if (db_begin(cx, DB_READ) != OK)
		log_fatal("no transaction");
	db_query(cx, &q, sql);
	while (db_row(&q)) {
		x = arena_alloc(keep, sizeof(*x));
		x->name = arena_text(keep, db_text(&q));
		x->sql = arena_text(keep, db_text(&q));
		*tail = x;
		tail = &x->next;
	}
	if (db_end(&q) != OK || db_commit(cx) != OK)
		log_fatal("no indexes: %s", db_said(cx->db));
}

void
load_begin(struct ctx *cx, const char *url)
{
	static const char lite[] =
	    "SELECT name, sql FROM sqlite_master"
	    " WHERE type = 'index' AND sql IS NOT NULL";
	static const char pg[] =
	    "SELECT i.indexname, i.indexdef FROM pg_indexes i"
	    " WHERE i.schemaname = current_schema() AND NOT EXISTS"
	    "  (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)";
	struct index *x;

	find_indexes(cx, postgres(url) ? pg : lite);
	for (x = away; x != NULL; x = x->next)
		script(cx, arena_printf(keep, "DROP INDEX %s", x->name));
	if (!postgres(url))
		script(cx, "PRAGMA journal_mode = MEMORY;"
		    "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
		    "PRAGMA cache_size = -1500000; PRAGMA threads = 2");
	else
		script(cx, "SET statement_timeout = 0;"
		    "SET synchronous_commit = off;"
		    "SET session_replication_role = replica;" /* no keys */
		    "SET maintenance_work_mem = '512MB'");
}

/* One segment of the search index, as after a night's upkeep. */
static void
end_sqlite(struct ctx *cx)
{
	script(cx, "INSERT INTO dossier_fts (dossier_fts, rank)"
	    " VALUES ('hashsize', 1000000000)");
	script(cx, "INSERT INTO dossier_fts (dossier_fts) VALUES ('rebuild')");
	script(cx, "INSERT INTO dossier_fts (dossier_fts, rank)"
	    " VALUES ('hashsize', 1048576)");
	script(cx, "ANALYZE sqlite_master; PRAGMA journal_mode = WAL");
}

/* Rows were given their numbers; the engine counts on from there. */
static void
end_pgsql(struct ctx *cx)
{
	static const char *const tables[] = { "person", "team", "scope",
	    "dossier", "party", "task", "note", "document", "event" };
	size_t i;

	if (db_begin(cx, DB_WRITE) != OK)
		log_fatal("no numbers: %s", db_said(cx->db));
	for (i = 0; i < COUNT(tables); i++)
		script(cx, arena_printf(keep, "SELECT setval("
		    "pg_get_serial_sequence('%s', 'id'), max(id)) FROM %s",
		    tables[i], tables[i]));
	script(cx, "ANALYZE");
	if (db_commit(cx) != OK)
		log_fatal("no numbers: %s", db_said(cx->db));
}

void
load_end(struct ctx *cx, const char *url)
{
	struct index *x;

	for (x = away; x != NULL; x = x->next)
		script(cx, x->sql);
	log_info("indexes are made");
	if (postgres(url))
		end_pgsql(cx);
	else
		end_sqlite(cx);
	arena_free(keep);
	away = NULL;
}
