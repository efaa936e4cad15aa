/* SPDX-License-Identifier: MIT */
/*
 * The bound of writing: the rows that a note and a registration leave, put
 * into the store by kept statements, each in a commit of its own at
 * synchronous=FULL. No rights, no form, no queue; the hashes are real, so
 * that the log stays whole.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ask.h"
#include "base/digest.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "store/db_sqlite_words.h"
#include "store/store_event.h"
#include "text/fold.h"

#define TEXT								\
	"A note of a usual length, more or less: the requester called "	\
	"again and asks when an answer may be expected."
#define TITLE	"Water in the cellar of the library"
#define MATTER								\
	"It has rained for days and now the water stands in the "	\
	"cellar; somebody should look at it."

static sqlite3 *store;
static sqlite3_int64 serial, registered, requester;
static struct ctx cx;		/* for hashing: no store of its own */
static char name[200], number_of[40], known_by[2000], said_with[200];

enum { BEGIN, COMMIT, READ_WORDS, READ_CHAIN, FORGET, KEEP, LEARN, NOTE,
    EVENT, BODY, TOUCH, KEY, DOSSIER, STAY, PARTY, VALUE, COUNT, PART, SUM,
    STATEMENTS };

static const char *const texts[STATEMENTS] = {
	[BEGIN] = "BEGIN IMMEDIATE",
	[COMMIT] = "COMMIT",
	[READ_WORDS] = "SELECT words, scope FROM dossier_search"
	    " WHERE dossier = ?1",
	[READ_CHAIN] = "SELECT id, seq, things, head FROM dossier"
	    " WHERE number = ?1",
	[FORGET] = "INSERT INTO dossier_fts (dossier_fts, rowid, words, scope)"
	    " VALUES ('delete', ?1, ?2, ?3)",
	[KEEP] = "INSERT INTO dossier_search (dossier, words, scope)"
	    " VALUES (?1, ?2, ?3) ON CONFLICT (dossier) DO UPDATE"
	    " SET words = excluded.words, scope = excluded.scope",
	[LEARN] = "INSERT INTO dossier_fts (rowid, words, scope)"
	    " VALUES (?1, ?2, ?3)",
	[NOTE] = "INSERT INTO note (dossier, no, text, author, written)"
	    " VALUES (?1, ?2, ?3, 1, ?4)",
	[EVENT] = "INSERT INTO event (dossier, seq, prev, hash, actor, kind,"
	    " happened, recorded, commitment)"
	    " VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, ?6, ?7)",
	[BODY] = "INSERT INTO event_body (event, salt, body)"
	    " VALUES (?1, ?2, ?3)",
	[TOUCH] = "UPDATE dossier SET things = ?2, seq = ?3, head = ?4,"
	    " touched = ?5 WHERE id = ?1",
	[KEY] = "INSERT INTO session_key (key, session, content, redirect,"
	    " notice, used) VALUES (?1, ?2, ?2, '/dossiers/C-2026-12345678',"
	    " 'The note was added.', ?3)",
	[DOSSIER] = "INSERT INTO dossier (number, type, type_code, scope,"
	    " title, title_key, status, phase, verdict, medium, requester,"
	    " received, opened, touched, things, seq)"
	    " VALUES (?1, (SELECT max(id) FROM type WHERE code ="
	    "  'complaint'), 'complaint', ?2, '" TITLE "', ?3, 'open',"
	    " 'screening', '', 'phone', ?4, ?5, ?5, ?5, 2, 0)",
	[STAY] = "INSERT INTO dossier_phase (dossier, no, phase, entered,"
	    " actor) VALUES (?1, 1, 'screening', ?2, 1)",
	[PARTY] = "INSERT INTO party (dossier, no, person, role, added)"
	    " VALUES (?1, 2, ?2, 'requester', ?3)",
	[VALUE] = "INSERT INTO field_value (dossier, field, no, text,"
	    " text_key) VALUES (?1, 'subject', 0, 'billing', 'billing')",
	[COUNT] = "UPDATE scope SET open = open + 1, total = total + 1"
	    " WHERE id = ?1",
	[PART] = "INSERT INTO dossier_count (dossier, kind, whose, scope,"
	    " restricted, n) VALUES (?1, ?2, 0, ?3, 0, 1)",
	[SUM] = "INSERT INTO scope_count (scope, kind, whose, n)"
	    " VALUES (?2, ?1, 0, 1) ON CONFLICT (scope, kind, whose)"
	    " DO UPDATE SET n = scope_count.n + excluded.n"
};
static sqlite3_stmt *st[STATEMENTS];

static void
fail(const char *what)
{
	fprintf(stderr, "bench_ask: bare commits: %s: %s\n", what,
	    sqlite3_errmsg(store));
	exit(1);
}

static void
number(int i, int at, sqlite3_int64 n)
{
	sqlite3_bind_int64(st[i], at, n);
}

static void
text(int i, int at, const char *s)
{
	sqlite3_bind_text(st[i], at, s, -1, SQLITE_TRANSIENT);
}

static void
blob(int i, int at, const void *p)
{
	sqlite3_bind_blob(st[i], at, p, DIGEST_SIZE, SQLITE_TRANSIENT);
}

static void
run(int i)
{
	if (sqlite3_step(st[i]) != SQLITE_DONE)
		fail(texts[i]);
	sqlite3_reset(st[i]);
}

/* What the store has, and by what each registration will be found. */
static void
look_round(void)
{
	static const char sql[] =
	    "SELECT (SELECT count(*) FROM session_key), (SELECT count(*)"
	    " FROM dossier WHERE number >= 'X-' AND number < 'X.'),"
	    " p.id, p.name, p.number FROM person p WHERE p.id ="
	    " (SELECT max(id) - 1 FROM person)";
	const char *words;
	sqlite3_stmt *q;

	if (sqlite3_prepare_v2(store, sql, -1, &q, NULL) != SQLITE_OK ||
	    sqlite3_step(q) != SQLITE_ROW)
		fail(sql);
	serial = sqlite3_column_int64(q, 0);
	registered = sqlite3_column_int64(q, 1);
	requester = sqlite3_column_int64(q, 2);
	snprintf(name, sizeof(name), "%s", sqlite3_column_text(q, 3));
	snprintf(number_of, sizeof(number_of), "%s",
	    sqlite3_column_text(q, 4));
	sqlite3_finalize(q);
	words = fold_words(cx.arena, arena_printf(cx.arena, "x 2026 %s %s %s",
	    TITLE, name, number_of));
	snprintf(said_with, sizeof(said_with), "%s", fold_words(cx.arena,
	    TEXT));
	snprintf(known_by, sizeof(known_by), "%s %s",
	    words + strlen("x 2026 "), fold_words_new(cx.arena, words,
	    fold_words(cx.arena, MATTER)));
}

void
ask_commit_open(const char *path)
{
	int i;

	if (strcmp(path, "-") == 0)
		return;
	cx = (struct ctx){ .arena = arena_new() };
	if (sqlite3_open_v2(path, &store, SQLITE_OPEN_READWRITE, NULL) !=
	    SQLITE_OK || sqlite3_exec(store, "PRAGMA journal_mode = WAL;"
	    "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
	    "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;"
	    "PRAGMA wal_autocheckpoint = 4000", NULL, NULL, NULL) !=
	    SQLITE_OK || db_sqlite_words(store) != SQLITE_OK)
		fail(path);
	sqlite3_busy_timeout(store, 10000);
	for (i = 0; i < STATEMENTS; i++)
		if (sqlite3_prepare_v3(store, texts[i], -1,
		    SQLITE_PREPARE_PERSISTENT, &st[i], NULL) != SQLITE_OK)
			fail(texts[i]);
	look_round();
}

/* The search row with a word more, and the index beside it. */
static void
search(sqlite3_int64 id, const char *old, const char *new,
    const char *scope)
{
	int i;

	if (old != NULL) {
		number(FORGET, 1, id);
		text(FORGET, 2, old);
		text(FORGET, 3, scope);
		run(FORGET);
	}
	for (i = KEEP; i <= LEARN; i++) {
		number(i, 1, id);
		text(i, 2, new);
		text(i, 3, scope);
		run(i);
	}
}

/* The event on the chain that ends in e, the chain's end, the form's key. */
static void
logged(struct store_event *e, sqlite3_int64 things, const char *kind,
    const char *body)
{
	unsigned char salt[DIGEST_SIZE];

	digest_random(salt, sizeof(salt));
	memcpy(e->prev, e->hash, sizeof(e->prev));
	e->topic = "";
	e->seq++;
	e->actor = 1;
	e->kind = kind;
	e->happened = e->recorded = time(NULL);
	e->salt = salt;
	e->salt_len = sizeof(salt);
	e->body = body;
	event_commitment(&cx, e, e->commitment);
	event_hash(&cx, e, e->hash);
	number(EVENT, 1, e->dossier);
	number(EVENT, 2, e->seq);
	blob(EVENT, 3, e->prev);
	blob(EVENT, 4, e->hash);
	text(EVENT, 5, kind);
	number(EVENT, 6, e->happened);
	blob(EVENT, 7, e->commitment);
	run(EVENT);
	number(BODY, 1, sqlite3_last_insert_rowid(store));
	blob(BODY, 2, salt);
	text(BODY, 3, body);
	run(BODY);
	number(TOUCH, 1, e->dossier);
	number(TOUCH, 2, things);
	number(TOUCH, 3, e->seq);
	blob(TOUCH, 4, e->hash);
	number(TOUCH, 5, e->happened);
	run(TOUCH);
	blob(KEY, 1, salt);
	blob(KEY, 2, e->commitment);
	number(KEY, 3, e->happened);
	run(KEY);
}

/* A note on the dossier of "/dossiers/NUMBER/note". */
static void
a_note(const char *path)
{
	struct store_event e = { 0 };
	sqlite3_int64 things;
	const char *old, *scope, *said, *at = path + strlen("/dossiers/");

	text(READ_CHAIN, 1, arena_textn(cx.arena, at, strcspn(at, "/")));
	if (sqlite3_step(st[READ_CHAIN]) != SQLITE_ROW)
		fail(path);
	e.dossier = sqlite3_column_int64(st[READ_CHAIN], 0);
	e.seq = sqlite3_column_int64(st[READ_CHAIN], 1);
	things = sqlite3_column_int64(st[READ_CHAIN], 2) + 1;
	memcpy(e.hash, sqlite3_column_blob(st[READ_CHAIN], 3), DIGEST_SIZE);
	sqlite3_reset(st[READ_CHAIN]);
	number(READ_WORDS, 1, e.dossier);
	if (sqlite3_step(st[READ_WORDS]) != SQLITE_ROW)
		fail("words");
	old = arena_text(cx.arena, (const char *)sqlite3_column_text(
	    st[READ_WORDS], 0));
	scope = arena_text(cx.arena, (const char *)sqlite3_column_text(
	    st[READ_WORDS], 1));
	sqlite3_reset(st[READ_WORDS]);
	said = arena_printf(cx.arena, "z%lldb", (long long)serial++);
	number(NOTE, 1, e.dossier);
	number(NOTE, 2, things);
	text(NOTE, 3, arena_printf(cx.arena, "%s %s", said, TEXT));
	number(NOTE, 4, time(NULL));
	run(NOTE);
	search(e.dossier, old, arena_printf(cx.arena, "%s %s", old,
	    fold_words_new(cx.arena, old, arena_printf(cx.arena, "%s %s",
	    said, said_with))), scope);
	logged(&e, things, "note.added", arena_printf(cx.arena, "{\"fact\":"
	    "{\"no\":\"%lld\",\"text\":\"%s %s\"}}", (long long)things,
	    said, TEXT));
}

static void
a_registration(void)
{
	struct store_event e = { 0 };
	sqlite3_int64 scope = 1 + 2 * (registered % 3), now = time(NULL);
	const char *digits, *full;
	int i;

	digits = arena_printf(cx.arena, "%07lld", (long long)registered++);
	digits = arena_printf(cx.arena, "%s%c", digits,
	    dossier_number_check(digits));
	full = arena_printf(cx.arena, "X-2026-%s", digits);
	text(DOSSIER, 1, full);
	number(DOSSIER, 2, scope);
	text(DOSSIER, 3, "water in the cellar of the library");
	number(DOSSIER, 4, requester);
	number(DOSSIER, 5, now);
	run(DOSSIER);
	e.dossier = sqlite3_last_insert_rowid(store);
	number(STAY, 1, e.dossier);
	number(STAY, 2, now);
	run(STAY);
	number(NOTE, 1, e.dossier);
	number(NOTE, 2, 1);
	text(NOTE, 3, MATTER);
	number(NOTE, 4, now);
	run(NOTE);
	number(PARTY, 1, e.dossier);
	number(PARTY, 2, requester);
	number(PARTY, 3, now);
	run(PARTY);
	number(VALUE, 1, e.dossier);
	run(VALUE);
	number(COUNT, 1, scope);
	run(COUNT);
	for (i = 0; i < 2; i++) {
		number(PART, 1, e.dossier);
		text(PART, 2, i == 0 ? "open" : "unscreened");
		number(PART, 3, scope);
		run(PART);
		text(SUM, 1, i == 0 ? "open" : "unscreened");
		number(SUM, 2, scope);
		run(SUM);
	}
	search(e.dossier, NULL, arena_printf(cx.arena, "x 2026 %s %s", digits,
	    known_by), arena_printf(cx.arena, "%lld", (long long)scope));
	logged(&e, 2, "dossier.registered", arena_printf(cx.arena,
	    "{\"fact\":{\"number\":\"%s\",\"type\":\"complaint\",\"team\":"
	    "\"Front desk\",\"medium\":\"phone\",\"text\":\"" MATTER "\","
	    "\"requester\":\"%s\",\"requester_number\":\"%s\"},\"after\":"
	    "{\"title\":\"" TITLE "\",\"phase\":\"screening\",\"f.subject\":"
	    "\"billing\"}}", full, name, number_of));
}

/* Notes where the targets are dossiers, else registrations. */
void
ask_commit_run(struct ask_cell *c, bool counted)
{
	const char *path;
	double from;
	int i;

	for (i = 0; i < c->count; i++) {
		path = c->targets[c->at++ % c->ntargets].path;
		from = ask_clock();
		run(BEGIN);
		if (strncmp(path, "/dossiers/", 10) == 0)
			a_note(path);
		else
			a_registration();
		run(COMMIT);
		arena_reset(cx.arena);
		if (counted)
			ask_took(c, ask_clock() - from);
	}
}
