/* SPDX-License-Identifier: MIT */
/* The world of the unit tests; see world.h. */
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/log.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype_folder.h"
#include "domain/type/plan_model.h"
#include "model/right.h"
#include "store/db_engine.h"
#include "store/migrate.h"
#include "store/store_count.h"
#include "store/store_type.h"
#include "unit/source.h"
#include "unit/world_kept.h"
#include "unit/world_store.h"

struct ctx cx;
const char *world_url;

void
must(enum err e)
{
	if (e != OK)
		log_fatal("what a test rests on failed: %d %s", (int)e,
		    cx.mistakes != NULL ? cx.mistakes->text :
		    cx.why != NULL ? cx.why : "");
}

int64_t
world_int(const char *sql)
{
	struct db_rows q;
	int64_t n = 0;

	db_query(&cx, &q, sql);
	if (db_row(&q))
		n = db_int(&q);
	must(db_end(&q));
	return n;
}

static int64_t
look(const char *sql, const char *a, const char *b)
{
	struct db_rows q;
	int64_t n = 0;

	if (b == NULL)
		db_query(&cx, &q, sql, db_t(a));
	else
		db_query(&cx, &q, sql, db_t(a), db_t(b));
	if (db_row(&q))
		n = db_int(&q);
	must(db_end(&q));
	return n;
}

int64_t
world_person(const char *login)
{
	return look("SELECT person FROM staff WHERE login = $1", login, NULL);
}

int64_t
world_customer(const char *number)
{
	return look("SELECT id FROM person WHERE number = $1", number, NULL);
}

int64_t
world_team(const char *code)
{
	return look("SELECT id FROM team WHERE code = $1", code, NULL);
}

int64_t
world_scope(const char *type, const char *team)
{
	return look("SELECT s.id FROM scope s JOIN team t ON t.id = s.team"
	    " WHERE s.type = $1 AND t.code = $2", type, team);
}

int64_t
world_dossier(const char *number)
{
	return look("SELECT id FROM dossier WHERE number = $1", number, NULL);
}

/* The file's text, or "" when it is not there. */
/* The world's cases have free tasks alone: plans have tests of their own. */
static struct store_type_model *
without_plan(struct store_type_model *m)
{
	struct store_type_model *first = m, **at;

	for (at = &first; *at != NULL; )
		if (strcmp((*at)->file, PLAN_MODEL_FILE) == 0)
			*at = (*at)->next;
		else
			at = &(*at)->next;
	return first;
}

/* The first type is the row 1. */
static void
a_type(int64_t id, const char *code)
{
	const char *folder = arena_printf(cx.arena, "etc/casetypes/%s", code);
	const char *xml = source_text(arena_printf(cx.arena, "%s/type.xml",
	    folder));
	struct store_type_model *models;

	must(db_run(&cx, "INSERT INTO type (code, version, source, sha256,"
	    " installed) VALUES ($1, 1, $2, $1, $now)", db_t(code),
	    db_t(xml)));
	must(casetype_folder_models(&cx, source_path(folder),
	    &models));
	must(casetype_folder_keep(&cx, id, without_plan(models)));
}

/* Rows number themselves from 1, so that the engine's counter knows: id is
 * what the next one gets. */
static void
a_member(int64_t id, const char *login, const char *name, unsigned rights)
{
	must(db_run(&cx, "INSERT INTO person (number, name, name_key,"
	    " given, created) VALUES ($1, $2, $3, $2, $now)",
	    db_t(arena_printf(cx.arena, "P-%08d", (int)(10000000 + id))),
	    db_t(name), db_t(login)));
	must(db_run(&cx, "INSERT INTO person_word (word, person)"
	    " VALUES ($1, $2)", db_t(login), db_i(id)));
	must(db_run(&cx, "INSERT INTO staff (person, login, rights)"
	    " VALUES ($1, $2, $3)", db_i(id), db_t(login), db_i(rights)));
}

static void
a_customer(int64_t id, const char *number, const char *name,
    const char *key, bool organisation)
{
	size_t len;

	must(db_run(&cx, "INSERT INTO person (number, organisation, name,"
	    " name_key, email, email_key, created)"
	    " VALUES ($1, $2, $3, $4, $5, $5, $now)", db_t(number),
	    db_i(organisation), db_t(name), db_t(key),
	    db_t(arena_printf(cx.arena, "p%d@example.org", (int)id))));
	for (; *key != '\0'; key += len + strspn(key + len, " ")) {
		len = strcspn(key, " ");
		must(db_run(&cx, "INSERT INTO person_word (word, person)"
		    " VALUES ($1, $2)", db_t(arena_textn(cx.arena, key, len)),
		    db_i(id)));
	}
}

static void
a_scope(const char *type, int64_t team)
{
	must(db_run(&cx, "INSERT INTO scope (type, team) VALUES ($1, $2)",
	    db_t(type), db_i(team)));
}

static void
sees(const char *login, int64_t scope, enum level level)
{
	must(db_run(&cx, "INSERT INTO viewer_scope (viewer, scope, level)"
	    " SELECT person, $2, $3 FROM staff WHERE login = $1", db_t(login),
	    db_i(scope), db_i(level)));
}

static void
a_dossier(const char *number, int64_t scope, const char *title,
    const char *key, const char *status, const char *verdict)
{
	static const char sql[] =
	    "INSERT INTO dossier (number, type, type_code, scope, title,"
	    "  title_key, status, phase, verdict, medium, received, opened,"
	    "  closed, touched)"
	    " SELECT $1, t.id, t.code, s.id, $3, $4, $5, 'screening', $6,"
	    "  'phone', $now - 86400, $now - 3600, $7, $now - 3600"
	    "  FROM scope s JOIN type t ON t.code = s.type WHERE s.id = $2";
	bool closed = strcmp(status, "closed") == 0;

	must(db_run(&cx, sql, db_t(number), db_i(scope), db_t(title),
	    db_t(key), db_t(status), db_t(verdict),
	    db_i0(closed ? cx.now - 60 : 0)));
	must(db_run(&cx, "INSERT INTO dossier_phase (dossier, no, phase,"
	    " entered) SELECT id, 1, phase, opened FROM dossier"
	    " WHERE number = $1", db_t(number)));
	must(db_run(&cx, "UPDATE scope SET total = total + 1,"
	    " open = open + $2 WHERE id = $1", db_i(scope), db_i(!closed)));
}

static void
a_party(const char *number, int64_t person, const char *role)
{
	bool lead = strcmp(role, "lead") == 0;

	must(db_run(&cx, "UPDATE dossier SET things = things + 1"
	    " WHERE number = $1", db_t(number)));
	must(db_run(&cx, "INSERT INTO party (dossier, no, person, role, added)"
	    " SELECT id, things, $2, $3, opened FROM dossier"
	    " WHERE number = $1", db_t(number), db_i(person), db_t(role)));
	if (lead)
		must(db_run(&cx, "UPDATE dossier SET lead = $2"
		    " WHERE number = $1", db_t(number), db_i(person)));
	else
		must(db_run(&cx, "UPDATE dossier SET requester = $2"
		    " WHERE number = $1", db_t(number), db_i(person)));
}

static void
staff(void)
{
	const unsigned self = RIGHT_SELF, lead = self | RIGHT_STAFF |
	    RIGHT_INTAKE | RIGHT_LEAD;

	a_member(1, "mia", "Mia Berger", lead);
	a_member(2, "ben", "Ben Okafor", self | RIGHT_STAFF | RIGHT_INTAKE);
	a_member(3, "sue", "Sue Park", self | RIGHT_STAFF | RIGHT_INTAKE |
	    RIGHT_SCREEN);
	a_member(4, "tom", "Tom Rossi", lead);
	a_member(5, "zoe", "Zoe Lind", self | RIGHT_STAFF | RIGHT_AUDIT);
	a_member(6, "ada", "Ada Silva", self | RIGHT_ADMIN);
	a_member(7, "eve", "Eve Novak", self);
	a_customer(8, "P-20000001", "Élodie Weiß", "elodie weiss", false);
	a_customer(9, "P-20000002", "Nordwind GmbH", "nordwind gmbh", true);
}

static void
scopes(void)
{
	must(db_run(&cx, "INSERT INTO team (code, name, name_key) VALUES"
	    " ('north', 'North', 'north'), ('south', 'South', 'south')"));
	a_scope("complaint", 1);
	a_scope("complaint", 2);
	a_scope("permit", 1);
	a_scope("permit", 2);
	sees("mia", 1, LEVEL_MANAGE);
	sees("ben", 1, LEVEL_WORK);
	sees("sue", 1, LEVEL_WORK);
	sees("tom", 4, LEVEL_MANAGE);
	sees("zoe", 1, LEVEL_READ);
	sees("zoe", 2, LEVEL_READ);
	sees("zoe", 3, LEVEL_READ);
	sees("zoe", 4, LEVEL_READ);
	must(db_run(&cx, "INSERT INTO staff_role (person, label, role, types,"
	    " team, level) VALUES (1, 'north-managers', 'manager',"
	    " 'complaint', 1, 5), (2, 'north-clerks', 'clerk', 'complaint',"
	    " 1, 3), (3, 'north-screeners', 'screener', 'complaint', 1, 3),"
	    " (4, 'south-managers', 'manager', 'permit', 2, 5),"
	    " (5, 'auditors', 'auditor', '*', NULL, 2),"
	    " (6, 'admins', 'admin', '', NULL, 0)"));
}

static void
dossiers(void)
{
	a_dossier("C-2026-10000061", 1, "Broken <ankle> & more",
	    "broken <ankle> & more", "open", "accepted");
	a_dossier("C-2026-10000079", 1, "Lost parcel", "lost parcel", "open",
	    "");
	a_dossier("C-2026-10000087", 1, "Complaint about a colleague",
	    "complaint about a colleague", "open", "accepted");
	a_dossier("P-2026-10000095", 4, "Balcony, Mill Street 3",
	    "balcony, mill street 3", "waiting", "accepted");
	a_dossier("C-2026-10000102", 1, "Noise at night", "noise at night",
	    "closed", "accepted");
	a_party("C-2026-10000061", 1, "lead");
	a_party("C-2026-10000061", 8, "requester");
	a_party("P-2026-10000095", 4, "lead");
	a_party("C-2026-10000102", 9, "requester");
	must(db_run(&cx, "UPDATE dossier SET restricted = 1"
	    " WHERE number = 'C-2026-10000087'"));
	must(db_run(&cx, "INSERT INTO viewer_grant (viewer, dossier, level,"
	    " until) SELECT 1, id, 5, 253402300799 FROM dossier"
	    " WHERE number = 'C-2026-10000087'"));
	must(store_count_fill(&cx));
}

/* Everything anew in an empty store. */
static void
make(const char *url)
{
	must(db_open_any(&cx, url, &cx.db));
	db_operator(cx.db);
	must(migrate_files(&cx, source_path("schema")));
	must(db_begin(&cx, DB_WRITE));
	a_type(1, "complaint");
	a_type(2, "permit");
	staff();
	scopes();
	dossiers();
	must(db_commit(&cx));
}

/* The same in the database that others are copied from. */
static void
make_once(const char *url)
{
	make(url);
	db_close(cx.db);
	cx.db = NULL;
}

/*
 * Most tests commit nothing: what they did is rolled back, and the next one
 * gets the same store, which costs nothing beside making it. The engine is
 * watched for who does commit.
 */
static struct db_engine watched;
static const struct db_engine *engine;
static bool committed;

static enum err
commit(struct ctx *at)
{
	committed = true;
	return engine->commit(at);
}

static void
watch(struct db *db)
{
	engine = db->engine;
	watched = *engine;
	watched.commit = commit;
	db->engine = &watched;
	committed = false;
}

/* PostgreSQL's counters do not roll back: as they were when it was made. */
static void
numbers_kept(void)
{
	if (!world_store_pgsql())
		return;
	must(db_begin(&cx, DB_WRITE));
	must(db_run(&cx, "SELECT set_config('world.numbers',"
	    " json_object_agg(sequencename, last_value)::text, false)"
	    " FROM pg_sequences"));
	must(db_commit(&cx));
}

static void
numbers_back(void)
{
	static const char sql[] =
	    "SELECT setval(sequencename::regclass, coalesce(was, 1),"
	    "  was IS NOT NULL)"
	    "  FROM (SELECT sequencename, last_value,"
	    "  (current_setting('world.numbers')::json"
	    "   ->> sequencename::text)::bigint AS was FROM pg_sequences) s"
	    " WHERE last_value IS DISTINCT FROM was";

	if (world_store_pgsql())
		must(db_run(&cx, sql));
}

static pid_t maker;

static void
drop(void)
{
	if (world_url == NULL || maker != getpid())
		return;
	db_close(cx.db);
	cx.db = NULL;
	world_store_drop(world_url);
	world_url = NULL;
}

/* Is the store the one that given() makes, as it made it? */
static bool
take_back(void)
{
	if (cx.db == NULL || cx.db->engine != &watched || committed ||
	    maker != getpid())
		return false;
	db_rollback(&cx);
	cx.db->patient = false;
	return true;
}

static void
begin(struct db *db)
{
	arena_free(cx.arena);
	cx = (struct ctx){ .arena = arena_new(), .now = WORLD_NOW,
	    .login = "", .lang = "en", .zone = "Europe/Berlin", .db = db };
}

static void
anew(const char *path)
{
	if (cx.arena == NULL) {
		digest_start();
		maker = getpid();
		atexit(drop);
	}
	drop();
	db_close(cx.db);
	begin(NULL);
	world_url = world_store_new(path, make_once);
	if (world_store_pgsql())
		must(db_open(&cx, world_url, &cx.db));
	else if (!world_kept_open(world_url))
		make(world_url);
	db_operator(cx.db);	/* a test looks behind the curtain */
}

void
given_in(const char *path)
{
	anew(path);
	must(db_begin(&cx, DB_WRITE));
	as("");
}

void
given(void)
{
	if (take_back()) {
		begin(cx.db);
		must(db_begin(&cx, DB_WRITE));
		numbers_back();
	} else {
		anew(":memory:");
		numbers_kept();
		watch(cx.db);
		must(db_begin(&cx, DB_WRITE));
	}
	as("");
}

void
as(const char *login)
{
	struct db_rows q;

	db_query(&cx, &q, "SELECT person, rights FROM staff"
	    " WHERE login = $1", db_t(login));
	cx.viewer = 0;
	cx.rights = RIGHT_NONE;
	if (db_row(&q)) {
		cx.viewer = db_int(&q);
		cx.rights = (unsigned int)db_int(&q);
	}
	must(db_end(&q));
	cx.login = arena_text(cx.arena, login);
	cx.why = NULL;
	cx.mistakes = NULL;
	cx.act = NULL;	/* whoever comes now does something else */
}

struct dossier *
opened_as(const char *login, const char *number)
{
	struct dossier *d = NULL;

	as(login);
	if (dossier_open(&cx, number, LEVEL_READ, &d) != OK)
		log_fatal("%s cannot open %s", login, number);
	return d;
}

void
later(int64_t seconds)
{
	cx.now += seconds;
}
