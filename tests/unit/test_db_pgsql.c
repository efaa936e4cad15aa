/* SPDX-License-Identifier: MIT */
/* What only an engine with connections can do: meet, be lost, come back. */
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/config.h"
#include "base/log.h"
#include "check.h"
#include "store/db.h"
#include "store/migrate.h"
#include "source.h"
#include "world.h"
#include "world_store.h"

static const char *url;

static void
fill(const char *store)
{
	CHECK(db_open_any(&cx, store, &cx.db) == OK);
	CHECK(migrate_files(&cx, source_path("schema")) == OK);
	db_close(cx.db);
	cx.db = NULL;
}

/* A store with two counters; another connection to it is looked at with
 * other(). */
static struct db *
connected(void)
{
	struct db *db = NULL;

	if (db_open(&cx, url, &db) != OK)
		log_fatal("the store of the test is gone: %s", cx.why);
	return db;
}

static void
fresh(void)
{
	given();
	db_close(cx.db);
	cx.db = NULL;
	if (url != NULL)
		world_store_drop(url);
	url = world_store_new("-", NULL);
	fill(url);
	cx.db = connected();
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_run(&cx, "INSERT INTO event_topic (topic, seq, head)"
	    " VALUES ('a', 0, $1), ('b', 0, $1)", db_b("", 0)) == OK);
	CHECK(db_commit(&cx) == OK);
}

/* Does something over another connection. */
static void
beside(void (*act)(void))
{
	struct db *mine = cx.db;

	cx.db = connected();
	act();
	db_close(cx.db);
	cx.db = mine;
}

static int64_t
sum(void)
{
	return world_int("SELECT coalesce(sum(seq), 0) FROM event_topic");
}

static int64_t
committed(void)
{
	int64_t n;

	CHECK(db_begin(&cx, DB_READ) == OK);
	n = sum();
	db_rollback(&cx);
	return n;
}

static enum err
add(const char *topic, int64_t n)
{
	return db_run(&cx, "UPDATE event_topic SET seq = seq + $2"
	    " WHERE topic = $1", db_t(topic), db_i(n));
}

static void
cut_all_others(void)
{
	CHECK(db_begin(&cx, DB_READ) == OK);
	(void)world_int("SELECT count(pg_terminate_backend(pid, 5000))"
	    " FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
	    " AND datname = current_database()");
	db_rollback(&cx);
}

/* Each adds to its own while both together are under a limit: that holds
 * only when they seem to come one after the other. */
static enum err
add_if_under(const char *topic, int64_t limit)
{
	enum err e = OK;

	if (sum() < limit)
		e = add(topic, 1);
	return e == OK ? db_commit(&cx) : e;
}

static int
add_many(const char *topic)
{
	int i, tries;
	enum err e;

	cx.db = connected();
	for (i = 0; i < 60; i++) {
		tries = 0;
		do {
			if (db_begin(&cx, DB_TRY) != OK)
				return 1;
			e = add_if_under(topic, 100);
			db_rollback(&cx);
		} while (e != OK && db_again(&cx) && ++tries < 2);
		if (e != OK)
			return 2;
	}
	return 0;
}

static void
writers_beside_each_other_are_as_one_after_the_other(void)
{
	int i, status;

	fresh();
	for (i = 0; i < 4; i++)
		if (fork() == 0)
			_exit(add_many(i % 2 == 0 ? "a" : "b"));
	for (i = 0; i < 4; i++)
		CHECK(wait(&status) > 0 && WIFEXITED(status) &&
		    WEXITSTATUS(status) == 0);
	CHECK(committed() == 100);
}

static void
add_to_a(void)
{
	CHECK(db_begin(&cx, DB_TRY) == OK);
	CHECK(sum() == 0);
	CHECK(add("a", 1) == OK);
	CHECK(db_commit(&cx) == OK);
}

static void
who_met_another_is_told_to_run_again(void)
{
	fresh();
	CHECK(db_begin(&cx, DB_TRY) == OK);
	CHECK(sum() == 0);
	beside(add_to_a);
	CHECK(add("a", 10) == ERR_BUSY);
	CHECK(db_run(&cx, "DELETE FROM event_topic") == ERR_BUSY);
	CHECK(db_commit(&cx) == ERR_BUSY);
	CHECK(db_again(&cx));
	CHECK(db_begin(&cx, DB_TRY) == OK);
	CHECK(!db_again(&cx));
	CHECK(sum() == 1);
	CHECK(add("a", 10) == OK);
	CHECK(db_commit(&cx) == OK);
	CHECK(!db_again(&cx));
	CHECK(committed() == 11);
}

static enum err
new_topic(void)
{
	return db_run(&cx, "INSERT INTO event_topic (topic, seq, head)"
	    " VALUES ('new', 5, $1)", db_b("", 0));
}

static void
make_topic(void)
{
	CHECK(db_begin(&cx, DB_TRY) == OK);
	CHECK(new_topic() == OK);
	CHECK(db_commit(&cx) == OK);
}

static void
a_conflict_is_looked_at_once_more_alone(void)
{
	fresh();
	CHECK(db_begin(&cx, DB_TRY) == OK);
	CHECK(sum() == 0);
	beside(make_topic);
	CHECK(new_topic() != OK);
	db_rollback(&cx);
	CHECK(db_again(&cx));
	CHECK(db_begin(&cx, DB_TRY) == OK);
	CHECK(sum() == 5);
	CHECK(new_topic() == ERR_CONFLICT);
	db_rollback(&cx);
	CHECK(!db_again(&cx));
}

static void
a_lost_connection_between_two_is_not_noticed(void)
{
	fresh();
	CHECK(committed() == 0);
	beside(cut_all_others);
	CHECK(committed() == 0);
	beside(cut_all_others);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(add("a", 3) == OK);
	CHECK(db_commit(&cx) == OK);
	CHECK(committed() == 3);
}

static void
a_connection_lost_inside_is_run_again(void)
{
	fresh();
	CHECK(db_begin(&cx, DB_TRY) == OK);
	CHECK(add("a", 3) == OK);
	beside(cut_all_others);
	CHECK(add("b", 3) == ERR_BUSY);
	CHECK(strstr(cx.why, "Nothing was saved") != NULL);
	db_rollback(&cx);
	CHECK(db_again(&cx));
	CHECK(db_begin(&cx, DB_TRY) == OK);
	CHECK(sum() == 0);
	CHECK(add("b", 3) == OK);
	CHECK(db_commit(&cx) == OK);
	CHECK(committed() == 3);
}

static void
a_commit_without_answer_is_not_run_again(void)
{
	fresh();
	CHECK(db_begin(&cx, DB_TRY) == OK);
	CHECK(add("a", 3) == OK);
	beside(cut_all_others);
	CHECK(db_commit(&cx) == ERR_BUSY);
	CHECK(strstr(cx.why, "whether this was saved") != NULL);
	CHECK(!db_again(&cx));
	CHECK(committed() == 0);
}

static void
names_of_statements_are_used_again(void)
{
	struct db_rows q;
	int round, i;

	fresh();
	CHECK(db_begin(&cx, DB_READ) == OK);
	for (round = 0; round < 2; round++)
		for (i = 0; i < 300; i++) {
			db_query(&cx, &q, arena_printf(cx.arena,
			    "SELECT coalesce($1, %d)", i), i % 3 == round ?
			    db_null() : db_i(INT64_C(1) << 40));
			CHECK(db_row(&q));
			CHECK(db_int(&q) == (i % 3 == round ? i :
			    INT64_C(1) << 40));
			CHECK(db_end(&q) == OK);
		}
	CHECK(world_int("SELECT count(*) FROM pg_prepared_statements") <=
	    256);
	db_rollback(&cx);
}

/* Rows come some at a time, other statements between them. */
static void
the_operator_reads_all_there_is(void)
{
	static const char sql[] =
	    "SELECT n.i, $1 FROM generate_series(1, $2) AS n(i)";
	int64_t i = 0, inner, last = 0;
	struct db_rows q, p;

	fresh();
	db_patient(cx.db);
	CHECK(db_begin(&cx, DB_READ) == OK);
	db_query(&cx, &q, sql, db_t("x"), db_i(1700));
	CHECK(db_width(&q) == 2);
	while (db_row(&q)) {
		CHECK(db_int(&q) == ++i);
		CHECK_TEXT(db_text(&q), "x");
		if (i % 400 != 0)
			continue;
		db_query(&cx, &p, sql, db_t("y"), db_i(i));
		for (inner = 0; db_row(&p); inner++)
			last = db_int(&p);
		CHECK(inner == i && last == i);
		CHECK(db_end(&p) == OK);
	}
	CHECK(i == 1700);
	CHECK(db_end(&q) == OK);
	for (i = 0; i < 40; i++) {
		db_query(&cx, &q, sql, db_t("x"), db_i(2000));
		CHECK(db_row(&q));
		CHECK(db_end(&q) == OK);
	}
	db_query(&cx, &q, "SELECT 1 / ($1 - i)"
	    " FROM generate_series(1, 1700) AS n(i)", db_i(900));
	while (db_row(&q))
		continue;
	CHECK(db_end(&q) == ERR_BROKEN);
	db_rollback(&cx);
	CHECK(committed() == 0);
}

/* What the server gives a statement, in milliseconds. */
static int64_t
allowed(void)
{
	return world_int("SELECT setting::bigint FROM pg_settings"
	    " WHERE name = 'statement_timeout'");
}

static void
a_statement_may_take_what_is_left(void)
{
	struct config conf = { .handler_seconds = 3 };

	fresh();
	cx.conf = &conf;
	CHECK(db_begin(&cx, DB_READ) == OK);
	CHECK(allowed() == 3000);
	(void)world_int("SELECT count(pg_sleep(1.2))");
	CHECK(allowed() <= 2000 && allowed() > 0);
	db_more_time(&cx);
	CHECK(allowed() > 2000);
	db_rollback(&cx);
	cx.conf = NULL;
}

/* What a part told the database is dropped with it. */
static void
after_a_dropped_part_the_wall_stands_as_it_should(void)
{
#define ASK "SELECT CASE WHEN current_setting('dossier.reach', true) = 'all'" \
	    " THEN 1 ELSE 0 END"
#define WHO "SELECT current_setting('dossier.viewer')::bigint"
	static const char within[] = ASK, beyond[] = DB_REACH ASK;

	fresh();
	cx.viewer = 7;
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_part_begin(&cx) == OK);
	CHECK(world_int(beyond) == 1);
	CHECK(db_part_drop(&cx) == OK);
	CHECK(world_int(beyond) == 1 && world_int(WHO) == 7);
	CHECK(world_int(beyond) == 1 && db_part_begin(&cx) == OK);
	CHECK(world_int(within) == 0);
	CHECK(db_part_drop(&cx) == OK);
	CHECK(world_int(within) == 0);
	db_rollback(&cx);
	cx.viewer = 0;
}

static void
a_refusal_has_no_password(void)
{
	static const char *const wrong[] = {
		"postgresql://me:Geheim5@localhost:1/one",
		"postgresql://me:Gehe@im5@localhost/one",
		"postgresql://me:x/Geheim5@localhost/one",
		"postgresql://me@localhost:Geheim5/one",
		"postgresql://me:Geheim5@localhost/one?none=1",
		NULL
	};
	const char *const *w;
	struct db *db = NULL;

	fresh();
	for (w = wrong; *w != NULL; w++) {
		cx.why = NULL;
		CHECK(db_open(&cx, *w, &db) == ERR_BUSY);
		CHECK(cx.why != NULL && strstr(cx.why, "eim5") == NULL);
		CHECK(strstr(db_place(cx.arena, *w), "eim5") == NULL);
	}
	CHECK_TEXT(db_place(cx.arena, wrong[0]), "PostgreSQL one @ localhost");
}

int
main(void)
{
	if (!world_store_pgsql()) {
		SKIP("everything", "there is no PostgreSQL");
		return DONE;
	}
	RUN(writers_beside_each_other_are_as_one_after_the_other);
	RUN(who_met_another_is_told_to_run_again);
	RUN(a_conflict_is_looked_at_once_more_alone);
	RUN(a_lost_connection_between_two_is_not_noticed);
	RUN(a_connection_lost_inside_is_run_again);
	RUN(a_commit_without_answer_is_not_run_again);
	RUN(names_of_statements_are_used_again);
	RUN(the_operator_reads_all_there_is);
	RUN(a_statement_may_take_what_is_left);
	RUN(after_a_dropped_part_the_wall_stands_as_it_should);
	RUN(a_refusal_has_no_password);
	db_close(cx.db);
	cx.db = NULL;
	world_store_drop(url);
	return DONE;
}
