/* SPDX-License-Identifier: MIT */
/*
 * make_store FILE N: a store of N dossiers for measuring. 40 scopes from
 * large to tiny, words by Zipf, one dossier in twenty not closed, and four
 * viewers: wide (all scopes), narrow (one tiny scope), three (three scopes),
 * granted (nothing but 200 grants). The log's hashes are zeros.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/log.h"
#include "store/db.h"
#include "store/migrate.h"
#include "store/store_person.h"

#define SCOPES 40
#define PEOPLE 200000
#define NOW INT64_C(1795521600)
#define NEVER INT64_C(253402300799)

static struct ctx cx;
static uint64_t seed = 42;

static int64_t
dice(int64_t n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (int64_t)((seed >> 33) % (uint64_t)n);
}

static void
must(enum err e)
{
	if (e != OK)
		log_fatal("failed: %d %s", (int)e,
		    cx.why == NULL ? "" : cx.why);
}

/* Rank r comes about 1/r as often as the first: w1 is in most titles. */
static const char *
word(void)
{
	int64_t r = 1 + dice(20000);

	r = 1 + r * dice(20000) / 20000 * dice(20000) / 20000;
	return arena_printf(cx.arena, "w%lld", (long long)r);
}

/* A tenth of all is in the first, ever fewer in the next. */
static int64_t
scope(void)
{
	int64_t a = dice(SCOPES), b = dice(SCOPES);

	return 1 + a * b / SCOPES;
}

static void
people(void)
{
	static const char sql[] =
	    "INSERT INTO person (id, number, name, name_key, created)"
	    " VALUES ($1, $2, $3, $3, $4)";
	static const char words[] =
	    "INSERT INTO person_word (word, person) VALUES ($1, $2)"
	    " ON CONFLICT DO NOTHING";
	const char *a, *b;
	int64_t i;

	for (i = 1; i <= PEOPLE; i++) {
		a = word();
		b = word();
		must(db_run(&cx, sql, db_i(i), db_t(arena_printf(cx.arena,
		    "P-%08lld", (long long)i)), db_t(arena_printf(cx.arena,
		    "%s %s", a, b)), db_i(NOW)));
		must(db_run(&cx, words, db_t(a), db_i(i)));
		must(db_run(&cx, words, db_t(b), db_i(i)));
		must(store_person_near_learn(&cx, a));
		must(store_person_near_learn(&cx, b));
		if (i % 1000 == 0)
			arena_reset(cx.arena);
	}
}

static void
staff(int64_t id, const char *login)
{
	must(db_run(&cx, "INSERT INTO staff (person, login, rights)"
	    " VALUES ($1, $2, 255)", db_i(id), db_t(login)));
}

static void
house(void)
{
	const char *code;
	int64_t i;

	for (i = 1; i <= SCOPES / 2; i++)
		must(db_run(&cx, "INSERT INTO team (id, code, name,"
		    " name_key) VALUES ($1, $2, $2, $2)", db_i(i),
		    db_t(arena_printf(cx.arena, "team%lld",
		    (long long)i))));
	must(db_run(&cx, "INSERT INTO type (id, code, version, source,"
	    " sha256, installed) VALUES (1, 'complaint', 1, '', '', 0),"
	    " (2, 'permit', 1, '', '', 0)"));
	for (i = 1; i <= SCOPES; i++) {
		code = i % 2 == 1 ? "complaint" : "permit";
		must(db_run(&cx, "INSERT INTO scope (id, type, team)"
		    " VALUES ($1, $2, $3)", db_i(i), db_t(code),
		    db_i((i + 1) / 2)));
	}
	people();
	staff(1, "wide");
	staff(2, "narrow");
	staff(3, "three");
	staff(4, "granted");
	must(db_run(&cx, "INSERT INTO viewer_scope (viewer, scope, level)"
	    " SELECT 1, id, 5 FROM scope"));
	must(db_run(&cx, "INSERT INTO viewer_scope (viewer, scope, level)"
	    " VALUES (2, 39, 5), (3, 5, 3), (3, 6, 3), (3, 38, 3)"));
}

static int64_t
a_dossier(int64_t i, const char *title)
{
	static const char sql[] =
	    "INSERT INTO dossier (id, number, type, type_code, scope, title,"
	    "  title_key, status, phase, verdict, risk, medium, lead,"
	    "  requester, received, opened, closed, due, touched, seq,"
	    "  things, restricted)"
	    " SELECT $1, $2, CASE s.type WHEN 'permit' THEN 2 ELSE 1 END,"
	    "  s.type, s.id, $4, $4, $5, $6, $7, $8, 'web', $9, $10, $11,"
	    "  $11, $12, $13, $14, 3, 2, $15 FROM scope s WHERE s.id = $3";
	static const char *const phases[] = { "screening", "assessment",
	    "risk", "planning", "implementation", "followup", "evaluation" };
	int64_t state = dice(100), got = NOW - 100000000 + i * 99, s = scope();
	const char *status = state < 4 ? "open" : state < 5 ? "waiting" :
	    "closed";
	bool closed = state >= 5;

	must(db_run(&cx, sql, db_i(i), db_t(arena_printf(cx.arena,
	    "C-2026-%08lld", (long long)(i * 7919 % 100000000))), db_i(s),
	    db_t(title), db_t(status), db_t(phases[dice(7)]),
	    db_t(state == 0 && dice(10) == 0 ? "" : "accepted"),
	    db_i(dice(4)), db_i0(dice(10) == 0 ? 0 : 5 + dice(400)),
	    db_i(1000 + dice(PEOPLE - 1000)), db_i(got),
	    db_i0(closed ? got + 900000 : 0),
	    db_i(closed || dice(3) == 0 ? NEVER : NOW - 500000 +
	    dice(2000000)), db_i(got + dice(900000)),
	    db_i(dice(50) == 0)));
	return s;
}

static void
its_things(int64_t i, const char *title, int64_t s)
{
	static const char event[] =
	    "INSERT INTO event (id, dossier, seq, prev, hash, actor, kind,"
	    "  happened, recorded, commitment)"
	    " VALUES ($1, $2, $3, $4, $4, $5, 'note.added', $6, $6, $4)";
	static const char body[] =
	    "INSERT INTO event_body (event, salt, body) VALUES ($1, $2, $3)";
	static const char party[] =
	    "INSERT INTO party (dossier, no, person, role, added)"
	    " SELECT id, $2, CASE $2 WHEN 1 THEN requester ELSE lead END,"
	    "  CASE $2 WHEN 1 THEN 'requester' ELSE 'lead' END, opened"
	    "  FROM dossier WHERE id = $1 AND ($2 = 1 OR lead IS NOT NULL)";
	static const char value[] =
	    "INSERT INTO field_value (dossier, field, text, text_key)"
	    " VALUES ($1, $2, $3, $3)";
	static const char *const colours[] = { "red", "blue", "green" };
	unsigned char zero[DIGEST_SIZE] = { 0 };
	int64_t k;

	must(db_run(&cx, party, db_i(i), db_i(1)));
	must(db_run(&cx, party, db_i(i), db_i(2)));
	for (k = 1; k <= 3; k++) {
		must(db_run(&cx, event, db_i(i * 3 + k), db_i(i), db_i(k),
		    db_b(zero, sizeof(zero)), db_i(5 + dice(400)),
		    db_i(NOW - 100000000 + i * 99 + k)));
		must(db_run(&cx, body, db_i(i * 3 + k),
		    db_b(zero, sizeof(zero)), db_t("{\"fact\":{\"text\":"
		    "\"a note of a usual length, more or less\"}}")));
	}
	must(db_run(&cx, value, db_i(i), db_t("colour"),
	    db_t(colours[dice(3)])));
	must(db_run(&cx, value, db_i(i), db_t("contract"),
	    db_t(arena_printf(cx.arena, "k%lld", (long long)dice(500000)))));
	must(db_run(&cx, "INSERT INTO dossier_phase (dossier, no, phase,"
	    " entered) SELECT id, 1, phase, opened FROM dossier"
	    " WHERE id = $1", db_i(i)));
	must(db_run(&cx, "INSERT INTO task (dossier, no, title, owner, team,"
	    " due, created, done) SELECT id, 3, title, lead,"
	    " CASE WHEN lead IS NULL THEN 1 END, due, opened, closed"
	    " FROM dossier WHERE id = $1", db_i(i)));
	must(db_run(&cx, "INSERT INTO dossier_search (dossier, words, scope)"
	    " VALUES ($1, $2, $3)", db_i(i), db_t(title),
	    db_t(arena_printf(cx.arena, "%lld", (long long)s))));
}

static void
begin(void)
{
	must(db_begin(&cx, DB_WRITE));
}

int
main(int argc, char **argv)
{
	const char *title, *top = getenv("top_srcdir");
	int64_t i, n, s;

	if (argc != 3 || (n = strtoll(argv[2], NULL, 10)) <= 0)
		log_fatal("use: make_store FILE N");
	digest_start();
	cx = (struct ctx){ .arena = arena_new(), .now = NOW, .login = "",
	    .lang = "en", .zone = "UTC" };
	must(db_open_any(&cx, argv[1], &cx.db));
	must(migrate_files(&cx, arena_printf(cx.arena, "%s/schema",
	    top == NULL ? "." : top)));
	must(db_script(&cx, "PRAGMA cache_size = -2000000;"
	    " PRAGMA synchronous = OFF"));
	begin();
	house();
	for (i = 1; i <= n; i++) {
		title = arena_printf(cx.arena, "%s %s %s %s %s", word(),
		    word(), word(), word(), word());
		s = a_dossier(i, title);
		its_things(i, title, s);
		if (i % 50000 == 0) {
			must(db_commit(&cx));
			begin();
			log_info("%lld", (long long)i);
		}
		if (i % 100 == 0)
			arena_reset(cx.arena);
	}
	must(db_run(&cx, "UPDATE scope SET total = (SELECT count(*) FROM"
	    " dossier d WHERE d.scope = scope.id), open = (SELECT count(*)"
	    " FROM dossier d WHERE d.scope = scope.id"
	    " AND d.status <> 'closed')"));
	must(db_run(&cx, "INSERT INTO viewer_grant (viewer, dossier, level,"
	    " until) SELECT 4, id, 3, 253402300799 FROM dossier"
	    " WHERE id % $1 = 7", db_i(n / 200 + 1)));
	must(db_run(&cx, "INSERT INTO viewer_grant (viewer, dossier, level,"
	    " until) SELECT 2, id, 3, 253402300799 FROM dossier"
	    " WHERE id % $1 = 9", db_i(n / 100 + 1)));
	must(db_run(&cx, "INSERT INTO dossier_fts (dossier_fts)"
	    " VALUES ('rebuild')"));
	must(db_commit(&cx));
	db_close(cx.db);
	return 0;
}
