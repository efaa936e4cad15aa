/* SPDX-License-Identifier: MIT */
/*
 * PostgreSQL chooses its plans by what it knows of the rows. Here it knows
 * 20,000 dossiers, and must find a word among them by the index when few have
 * it, and by walking from the newest when many have.
 */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "store/db.h"
#include "store/store_queue.h"
#include "store/store_search.h"
#include "world.h"
#include "world_store.h"

static const char *found;

/* Words that half of the dossiers have, a tenth, 200 of them, 40 and one. */
static void
a_house_of_many(void)
{
	given();
	CHECK(db_run(&cx, "INSERT INTO dossier SELECT (jsonb_populate_record(d,"
	    " jsonb_build_object('id', 1000 + i, 'number', 'X-' || i))).*"
	    " FROM dossier d, generate_series(1, 20000) AS n(i)"
	    " WHERE d.number = 'C-2026-10000061'") == OK);
	CHECK(db_run(&cx, "INSERT INTO dossier_search (dossier, words, scope)"
	    " SELECT id, 'x' || id || CASE id % 2 WHEN 0 THEN ' half'"
	    " ELSE '' END || ' few' || id % 500 || ' mid' || id % 100"
	    " || ' ten' || id % 10,"
	    " scope::text FROM dossier WHERE id > 1000") == OK);
	CHECK(db_run(&cx, "UPDATE scope SET total = 20000 WHERE id ="
	    " (SELECT scope FROM dossier WHERE id = 1001)") == OK);
	CHECK(db_run(&cx, "ANALYZE") == OK);
}

static void
keep(void *to, const char *sql)
{
	(void)to;
	if (strstr(sql, "dossier_fts") != NULL &&
	    strncmp(sql, "EXPLAIN", 7) != 0)
		found = arena_text(cx.arena, sql);
}

static int
rows_of(const char *words)
{
	struct dossier *d;
	int n = 0;

	found = NULL;
	CHECK(store_queue_find(&cx, words, STORE_QUEUE_WHOLE, 50, &d) == OK);
	for (; d != NULL; d = d->next)
		n++;
	db_statements(cx.db, keep, NULL);
	return n;
}

/* How the find box went through the words. */
static const char *
plan_of(const char *words)
{
	const char *plan = "";
	struct db_rows q;

	if (found == NULL)
		return "";
	db_query(&cx, &q, arena_printf(cx.arena, "EXPLAIN %s", found),
	    db_t(store_search_match(&cx, words, false)));
	while (db_row(&q))
		plan = arena_printf(cx.arena, "%s\n# %s", plan, db_text(&q));
	CHECK(db_end(&q) == OK);
	return plan;
}

static bool
by_index(const char *plan)
{
	return strstr(plan, "Bitmap Index Scan on dossier_search_words") !=
	    NULL;
}

static bool
by_walking(const char *plan)
{
	return strstr(plan, "Index Scan Backward using dossier_search_pkey")
	    != NULL;
}

static void
looks(const char *words, int rows, bool (*how)(const char *))
{
	const char *plan;

	CHECK(rows_of(words) == rows);
	plan = plan_of(words);
	CHECK(how(plan));
	if (!how(plan))
		printf("# %s:%s\n", words, plan);
}

static void
a_word_of_few_is_found_by_the_index(void)
{
	a_house_of_many();
	as("zoe");
	looks("few17", 40, by_index);
	looks("x1234", 1, by_index);
	looks("nobody", 0, by_index);
	looks("mid17", 50, by_index);
	looks("half few18", 40, by_index);
}

static void
a_word_of_many_is_walked_from_the_newest(void)
{
	a_house_of_many();
	as("zoe");
	looks("half", 50, by_walking);
	looks("ten7", 50, by_walking);
}

/* A store of the time before the words stood in the row. */
static void
an_old_store_learns_its_words(void)
{
	a_house_of_many();
	CHECK(db_script(&cx, "DROP VIEW dossier_fts;"
	    "ALTER TABLE dossier_search DROP COLUMN vector;"
	    "CREATE VIEW dossier_fts AS SELECT dossier AS rowid,"
	    " array_to_tsvector(string_to_array(words, ' ')) AS words"
	    " FROM dossier_search") == OK);
	CHECK(db_index(&cx) == OK);
	as("zoe");
	looks("few17", 40, by_index);
	looks("half", 50, by_walking);
}

int
main(void)
{
	if (!world_store_pgsql()) {
		SKIP("everything", "there is no PostgreSQL");
		return DONE;
	}
	RUN(a_word_of_few_is_found_by_the_index);
	RUN(a_word_of_many_is_walked_from_the_newest);
	RUN(an_old_store_learns_its_words);
	return DONE;
}
