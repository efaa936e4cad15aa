/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/config.h"
#include "check.h"
#include "source.h"
#include "store/db.h"
#include "store/migrate.h"
#include "world.h"
#include "world_store.h"

static char dir[] = "/tmp/dossier-db.XXXXXX";

static const char *
file(const char *name)
{
	return arena_printf(cx.arena, "%s/%s", dir, name);
}

/* A store with one counter in it. */
static const char *
a_store(const char *name)
{
	const char *path = world_store_new(file(name), NULL);

	CHECK(db_open_any(&cx, path, &cx.db) == OK);
	CHECK(migrate_files(&cx, source_path("schema")) == OK);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_run(&cx, "INSERT INTO event_topic (topic, seq, head)"
	    " VALUES ('n', 0, $1)", db_b("", 0)) == OK);
	CHECK(db_commit(&cx) == OK);
	return path;
}

static void
fresh(void)
{
	given();
	db_close(cx.db);
	cx.db = NULL;
}

static int64_t
count(void)
{
	return world_int("SELECT seq FROM event_topic WHERE topic = 'n'");
}

static void
values_come_back_as_they_went_in(void)
{
	struct db_rows q;
	const void *p;
	size_t n;

	given();
	db_query(&cx, &q, "SELECT $2, $1, $10, $3, $4, $5, $6, $7, $8, $9,"
	    " $1, $viewer, $now", db_i(INT64_MIN), db_t("zwei ß"),
	    db_b("a\0b", 3), db_null(), db_i0(0), db_i0(6), db_t(NULL),
	    db_t(""), db_b("", 0), db_i(10));
	CHECK(db_row(&q));
	CHECK_TEXT(db_text(&q), "zwei ß");
	CHECK(db_int(&q) == INT64_MIN);
	CHECK(db_int(&q) == 10);
	p = db_blob(&q, &n);
	CHECK(n == 3 && memcmp(p, "a\0b", 3) == 0);
	CHECK(db_is_null(&q));
	CHECK_TEXT(db_text(&q), "");
	CHECK(db_is_null(&q));
	CHECK(db_int(&q) == 0);
	CHECK(db_int(&q) == 6);
	CHECK(db_is_null(&q));
	CHECK_TEXT(db_text(&q), "");
	CHECK(!db_is_null(&q));
	CHECK_TEXT(db_text(&q), "");
	CHECK(!db_is_null(&q));
	p = db_blob(&q, &n);
	CHECK(n == 0);
	CHECK(db_int(&q) == INT64_MIN);
	CHECK(db_int(&q) == 0);
	CHECK(db_int(&q) == WORLD_NOW);
	CHECK(!db_row(&q));
	CHECK(db_end(&q) == OK);
}

static void
one_text_may_run_inside_itself(void)
{
	static const char sql[] =
	    "SELECT id FROM team WHERE id > $1 ORDER BY id";
	struct db_rows a, b;

	given();
	db_query(&cx, &a, sql, db_i(0));
	CHECK(db_row(&a) && db_int(&a) == 1);
	db_query(&cx, &b, sql, db_i(1));
	CHECK(db_row(&b) && db_int(&b) == 2);
	CHECK(db_end(&b) == OK);
	CHECK(db_row(&a) && db_int(&a) == 2);
	CHECK(!db_row(&a));
	CHECK(db_end(&a) == OK);
}

static void
old_statements_are_forgotten_and_made_again(void)
{
	struct db_rows q;
	int round, i;

	given();
	for (round = 0; round < 3; round++)
		for (i = 0; i < 500; i++) {
			db_query(&cx, &q, arena_printf(cx.arena,
			    "SELECT $1 + %d", i), db_i(round));
			CHECK(db_row(&q) && db_int(&q) == round + i);
			CHECK(db_end(&q) == OK);
		}
}

static void
the_first_failure_sticks(void)
{
	struct db_rows q;

	given();
	CHECK(db_commit(&cx) == OK);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_run(&cx, "DELETE FROM viewer_scope") == OK);
	db_query(&cx, &q, "SELECT nosuch FROM team");
	CHECK(!db_row(&q));
	CHECK_TEXT(db_text(&q), "");
	CHECK(db_end(&q) == ERR_BROKEN);
	CHECK(db_run(&cx, "DELETE FROM version") == ERR_BROKEN);
	CHECK(db_commit(&cx) == ERR_BROKEN);
	CHECK(db_begin(&cx, DB_READ) == OK);
	CHECK(world_int("SELECT count(*) FROM viewer_scope") > 0);
}

static enum err
a_team_again(void)
{
	return db_run(&cx, "INSERT INTO team (code, name, name_key)"
	    " SELECT code, name, name_key FROM team WHERE code = 'north'");
}

static void
a_conflict_spoils_a_transaction(void)
{
	given();
	CHECK(db_commit(&cx) == OK);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_run(&cx, "DELETE FROM viewer_scope") == OK);
	CHECK(a_team_again() == ERR_CONFLICT);
	CHECK(db_run(&cx, "DELETE FROM viewer_wall") == ERR_CONFLICT);
	CHECK(db_commit(&cx) == ERR_CONFLICT);
	CHECK(db_begin(&cx, DB_READ) == OK);
	CHECK(world_int("SELECT count(*) FROM viewer_scope") > 0);
}

static void
a_conflict_goes_with_its_part(void)
{
	int64_t n;

	given();
	CHECK(db_commit(&cx) == OK);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_part_begin(&cx) == OK);
	CHECK(db_run(&cx, "DELETE FROM viewer_scope") == OK);
	CHECK(a_team_again() == ERR_CONFLICT);
	CHECK(db_part_drop(&cx) == OK);
	CHECK(world_int("SELECT count(*) FROM viewer_scope") > 0);
	CHECK(db_change(&cx, &n, "UPDATE team SET name = 'X'") == OK);
	CHECK(n == 2);
	CHECK(db_part_begin(&cx) == OK);
	CHECK(db_run(&cx, "UPDATE team SET name = 'Y'"
	    " WHERE code = 'north'") == OK);
	CHECK(db_part_keep(&cx) == OK);
	CHECK(db_commit(&cx) == OK);
	CHECK(!db_again(&cx));
	CHECK(db_begin(&cx, DB_READ) == OK);
	CHECK(world_int("SELECT count(*) FROM team WHERE name = 'X'") == 1);
}

static void
a_wrong_number_of_values_is_our_fault(void)
{
	struct db_rows q;

	given();
	db_query(&cx, &q, "SELECT 1 FROM team WHERE id = $1");
	CHECK(!db_row(&q));
	CHECK(db_end(&q) == ERR_BROKEN);
	db_query(&cx, &q, "SELECT \"north\" FROM team");
	CHECK(db_end(&q) == ERR_BROKEN);
}

static void
reading_cannot_write(void)
{
	given();
	CHECK(db_commit(&cx) == OK);
	CHECK(db_begin(&cx, DB_READ) == OK);
	CHECK(db_run(&cx, "DELETE FROM viewer_scope") == ERR_BROKEN);
	db_rollback(&cx);
	db_rollback(&cx);
	CHECK(db_begin(&cx, DB_READ) == OK);
	CHECK(world_int("SELECT count(*) FROM viewer_scope") > 0);
}

static void
what_returns_rows_has_changed_them(void)
{
	struct db_rows q;
	int64_t n;

	given();
	db_query(&cx, &q, "UPDATE team SET name = name RETURNING id");
	CHECK(db_end(&q) == OK);
	CHECK(q.changed == 2);
	CHECK(db_change(&cx, &n, "DELETE FROM team WHERE id = $1",
	    db_i(77)) == OK);
	CHECK(n == 0);
}

static void
a_store_for_everybody_is_refused(void)
{
	const char *path;
	struct db *db = NULL;

	fresh();
	path = a_store("open");
	db_close(cx.db);
	cx.db = NULL;
	CHECK(db_open(&cx, path, &db) == OK);
	db_close(db);
	CHECK(chmod(path, 0664) == 0);
	CHECK(db_open(&cx, path, &db) == ERR_BUSY);
	CHECK(strstr(cx.why, "chmod") != NULL);
}

static void
a_store_of_another_age_is_refused(void)
{
	const char *path, *empty;
	struct db *db = NULL;

	fresh();
	empty = world_store_new(file("empty"), NULL);
	CHECK(db_open(&cx, arena_printf(cx.arena, "%s.none", empty), &db) ==
	    ERR_BUSY);
	CHECK(db_open_any(&cx, empty, &db) == OK);
	db_close(db);
	CHECK(db_open(&cx, empty, &db) == ERR_SCHEMA);
	CHECK(strstr(cx.why, "older") != NULL);
	path = a_store("new");
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_run(&cx, "INSERT INTO version (number, name, applied)"
	    " VALUES (9999, 'x', 0)") == OK);
	CHECK(db_commit(&cx) == OK);
	db_close(cx.db);
	cx.db = NULL;
	CHECK(db_open(&cx, path, &db) == ERR_SCHEMA);
	CHECK(strstr(cx.why, "newer") != NULL);
}

static void
the_programs_know_the_newest_schema_file(void)
{
	int64_t have;

	given();
	CHECK(migrate_version(&cx, &have) == OK);
	CHECK(have == MIGRATE_NEWEST);
}

/* Reads, and writes what it read and one more. */
static enum err
add_one(void)
{
	struct db_rows q;
	int64_t n;
	enum err e;

	if ((e = db_begin(&cx, DB_WRITE)) != OK)
		return e;
	db_query(&cx, &q, "SELECT seq FROM event_topic WHERE topic = 'n'");
	n = db_row(&q) ? db_int(&q) : -99;
	if ((e = db_end(&q)) == OK && (e = db_run(&cx, "UPDATE event_topic"
	    " SET seq = $1 WHERE topic = 'n'", db_i(n + 1))) == OK)
		e = db_commit(&cx);
	db_rollback(&cx);
	return e;
}

static void
add(int times)
{
	int i, tries;
	enum err e;

	for (i = 0; i < times; i++) {
		for (tries = 3; (e = add_one()) != OK && db_again(&cx) &&
		    tries > 0; tries--)
			continue;
		if (e != OK)
			_exit(2);
	}
}

static void
writers_take_turns_and_none_is_lost(void)
{
	const char *path;
	int i, status;

	fresh();
	path = a_store("turns");
	db_close(cx.db);
	cx.db = NULL;
	for (i = 0; i < 6; i++)
		if (fork() == 0) {
			if (db_open(&cx, path, &cx.db) != OK)
				_exit(1);
			add(50);
			_exit(0);
		}
	for (i = 0; i < 6; i++)
		CHECK(wait(&status) > 0 && WIFEXITED(status) &&
		    WEXITSTATUS(status) == 0);
	CHECK(db_open(&cx, path, &cx.db) == OK);
	CHECK(db_begin(&cx, DB_READ) == OK);
	CHECK(count() == 300);
}

static void
a_dead_writer_leaves_the_queue(void)
{
	const char *path;
	int status;
	pid_t pid;

	fresh();
	path = a_store("dead");
	db_close(cx.db);
	cx.db = NULL;
	if ((pid = fork()) == 0) {
		if (db_open(&cx, path, &cx.db) != OK ||
		    db_begin(&cx, DB_WRITE) != OK)
			_exit(1);
		abort();
	}
	CHECK(waitpid(pid, &status, 0) == pid && WIFSIGNALED(status));
	CHECK(db_open(&cx, path, &cx.db) == OK);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_commit(&cx) == OK);
}

static void
the_log_is_taken_over_when_nobody_waits(void)
{
	const char *path;
	struct stat before, after;

	fresh();
	path = a_store("log");
	CHECK(stat(path, &before) == 0);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_run(&cx, "INSERT INTO type (code, version, source, sha256,"
	    " installed) VALUES ('big', 1, CAST(zeroblob(6000000) AS TEXT),"
	    " '', 0)") == OK);
	CHECK(db_commit(&cx) == OK);
	CHECK(stat(path, &after) == 0 && after.st_size < before.st_size +
	    6000000);
	db_tidy(cx.db);
	CHECK(stat(path, &after) == 0 && after.st_size >= before.st_size +
	    6000000);
}

static void
a_statement_without_end_is_stopped(void)
{
	static const char sql[] =
	    "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1"
	    " FROM n) SELECT count(*) FROM n";
	struct config conf = { .handler_seconds = 1 };
	struct db_rows q;

	given();
	CHECK(db_commit(&cx) == OK);
	cx.conf = &conf;
	CHECK(db_begin(&cx, DB_READ) == OK);
	db_query(&cx, &q, sql);
	CHECK(!db_row(&q));
	CHECK(db_end(&q) == ERR_BUSY);
	CHECK(db_commit(&cx) == ERR_BUSY);
}

int
main(void)
{
	given();
	if (mkdtemp(dir) == NULL)
		return 1;
	RUN(values_come_back_as_they_went_in);
	RUN(one_text_may_run_inside_itself);
	RUN(old_statements_are_forgotten_and_made_again);
	RUN(the_first_failure_sticks);
	RUN(a_conflict_spoils_a_transaction);
	RUN(a_conflict_goes_with_its_part);
	RUN(a_wrong_number_of_values_is_our_fault);
	RUN(reading_cannot_write);
	RUN(what_returns_rows_has_changed_them);
	if (world_store_pgsql())
		SKIP("a_store_for_everybody_is_refused", "it is not a file");
	else
		RUN(a_store_for_everybody_is_refused);
	RUN(a_store_of_another_age_is_refused);
	RUN(the_programs_know_the_newest_schema_file);
	RUN(writers_take_turns_and_none_is_lost);
	RUN(a_dead_writer_leaves_the_queue);
	if (world_store_pgsql())
		SKIP("the_log_is_taken_over_when_nobody_waits",
		    "it is not a file");
	else
		RUN(the_log_is_taken_over_when_nobody_waits);
	RUN(a_statement_without_end_is_stopped);
	return DONE;
}
