/* SPDX-License-Identifier: MIT */
/*
 * The bound of writing: the rows that a note and a registration leave, put
 * into a copy of the store by kept statements, each in a commit of its own
 * at synchronous=FULL. No rights, no form, no hash, no queue.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ask.h"
#include "base/digest.h"
#include "store/db_sqlite_words.h"

static sqlite3 *store;
static sqlite3_int64 dossiers, serial, scope_now;
static unsigned long long dice;

enum { BEGIN, COMMIT, READ_WORDS, READ_SEQ, FORGET, KEEP, LEARN, NOTE, EVENT,
    BODY, TOUCH, KEY, DOSSIER, STAY, PARTY, VALUE, COUNT, STATEMENTS };

static const char *const texts[STATEMENTS] = {
	[BEGIN] = "BEGIN IMMEDIATE",
	[COMMIT] = "COMMIT",
	[READ_WORDS] = "SELECT words, scope FROM dossier_search"
	    " WHERE dossier = ?1",
	[READ_SEQ] = "SELECT seq, things FROM dossier WHERE id = ?1",
	[FORGET] = "INSERT INTO dossier_fts (dossier_fts, rowid, words, scope)"
	    " VALUES ('delete', ?1, ?2, ?3)",
	[KEEP] = "INSERT INTO dossier_search (dossier, words, scope)"
	    " VALUES (?1, ?2, ?3) ON CONFLICT (dossier) DO UPDATE"
	    " SET words = excluded.words, scope = excluded.scope",
	[LEARN] = "INSERT INTO dossier_fts (rowid, words, scope)"
	    " VALUES (?1, ?2, ?3)",
	[NOTE] = "INSERT INTO note (dossier, no, text, author, written)"
	    " VALUES (?1, ?2, ?3, 1, 1795176000)",
	[EVENT] = "INSERT INTO event (dossier, seq, prev, hash, actor, kind,"
	    " happened, recorded, commitment) VALUES (?1, ?2, ?3, ?3, 1,"
	    " 'note.added', 1795176000, 1795176000, ?3)",
	[BODY] = "INSERT INTO event_body (event, salt, body)"
	    " VALUES (?1, ?2, ?3)",
	[TOUCH] = "UPDATE dossier SET things = ?2, seq = ?3, head = ?4,"
	    " touched = 1795176000 + ?3 WHERE id = ?1",
	[KEY] = "INSERT INTO session_key (key, session, content, redirect,"
	    " notice, used) VALUES (?1, ?2, ?2, '/dossiers/C-2026-12345678',"
	    " 'The note was added.', 1795176000)",
	[DOSSIER] = "INSERT INTO dossier (number, type, type_code, scope,"
	    " title, title_key, status, phase, verdict, medium, requester,"
	    " received, opened, touched, things, seq, head)"
	    " VALUES (?1, 1, 'complaint', ?2, ?3, ?3, 'open', 'screening',"
	    " '', 'phone', 1000, 1795176000, 1795176000, 1795176000, 2, 1,"
	    " ?4)",
	[STAY] = "INSERT INTO dossier_phase (dossier, no, phase, entered,"
	    " actor) VALUES (?1, 1, 'screening', 1795176000, 1)",
	[PARTY] = "INSERT INTO party (dossier, no, person, role, added)"
	    " VALUES (?1, 2, 1000, 'requester', 1795176000)",
	[VALUE] = "INSERT INTO field_value (dossier, field, no, text,"
	    " text_key) VALUES (?1, 'subject', 0, 'billing', 'billing')",
	[COUNT] = "UPDATE scope SET open = open + 1, total = total + 1"
	    " WHERE id = ?1"
};
static sqlite3_stmt *st[STATEMENTS];

static const char note[] = "A note of a usual length, more or less: the "
    "requester called again and asks when an answer may be expected.";

static void
fail(const char *what)
{
	fprintf(stderr, "bench_ask: bare commits: %s: %s\n", what,
	    sqlite3_errmsg(store));
	exit(1);
}

void
ask_commit_open(const char *path)
{
	sqlite3_stmt *max;
	int i;

	if (strcmp(path, "-") == 0)
		return;
	if (sqlite3_open_v2(path, &store, SQLITE_OPEN_READWRITE, NULL) !=
	    SQLITE_OK || sqlite3_exec(store, "PRAGMA journal_mode = WAL;"
	    "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
	    "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;"
	    "PRAGMA wal_autocheckpoint = 4000", NULL, NULL, NULL) !=
	    SQLITE_OK || db_sqlite_words(store) != SQLITE_OK)
		fail(path);
	for (i = 0; i < STATEMENTS; i++)
		if (sqlite3_prepare_v3(store, texts[i], -1,
		    SQLITE_PREPARE_PERSISTENT, &st[i], NULL) != SQLITE_OK)
			fail(texts[i]);
	if (sqlite3_prepare_v2(store, "SELECT max(id), (SELECT count(*) FROM"
	    " session_key) FROM dossier", -1, &max, NULL) != SQLITE_OK ||
	    sqlite3_step(max) != SQLITE_ROW)
		fail("size");
	digest_random(&dice, sizeof(dice));	/* keys are met once */
	dossiers = sqlite3_column_int64(max, 0);
	serial = sqlite3_column_int64(max, 1);
	sqlite3_finalize(max);
}

static void
run(int i)
{
	if (sqlite3_step(st[i]) != SQLITE_DONE)
		fail(texts[i]);
	sqlite3_reset(st[i]);
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
hash(int i, int at)
{
	unsigned char bytes[32];
	size_t n;

	for (n = 0; n < sizeof(bytes); n++) {
		dice = dice * 6364136223846793005u + 1442695040888963407u;
		bytes[n] = (unsigned char)(dice >> 56);
	}
	sqlite3_bind_blob(st[i], at, bytes, sizeof(bytes), SQLITE_TRANSIENT);
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

static void
logged(sqlite3_int64 id, sqlite3_int64 seq, const char *body)
{
	number(EVENT, 1, id);
	number(EVENT, 2, seq);
	hash(EVENT, 3);
	run(EVENT);
	number(BODY, 1, sqlite3_last_insert_rowid(store));
	hash(BODY, 2);
	text(BODY, 3, body);
	run(BODY);
	hash(KEY, 1);
	hash(KEY, 2);
	run(KEY);
}

static void
a_note(void)
{
	sqlite3_int64 id, seq, things;
	char old[8192], new[8300], scope[20], body[400];

	dice = dice * 6364136223846793005u + 1442695040888963407u;
	id = 1 + (sqlite3_int64)((dice >> 33) %
	    (unsigned long long)dossiers);
	number(READ_WORDS, 1, id);
	if (sqlite3_step(st[READ_WORDS]) != SQLITE_ROW)
		fail("words");
	snprintf(old, sizeof(old), "%s", sqlite3_column_text(st[READ_WORDS],
	    0));
	snprintf(scope, sizeof(scope), "%s",
	    sqlite3_column_text(st[READ_WORDS], 1));
	sqlite3_reset(st[READ_WORDS]);
	number(READ_SEQ, 1, id);
	if (sqlite3_step(st[READ_SEQ]) != SQLITE_ROW)
		fail("seq");
	seq = sqlite3_column_int64(st[READ_SEQ], 0) + 1;
	things = sqlite3_column_int64(st[READ_SEQ], 1) + 1;
	sqlite3_reset(st[READ_SEQ]);
	snprintf(new, sizeof(new), "%s z%lld", old, (long long)serial++);
	snprintf(body, sizeof(body), "{\"fact\":{\"no\":\"%lld\",\"text\":"
	    "\"%s\"}}", (long long)things, note);
	number(NOTE, 1, id);
	number(NOTE, 2, things);
	text(NOTE, 3, note);
	run(NOTE);
	search(id, old, new, scope);
	logged(id, seq, body);
	number(TOUCH, 1, id);
	number(TOUCH, 2, things);
	number(TOUCH, 3, seq);
	hash(TOUCH, 4);
	run(TOUCH);
}

static void
a_registration(void)
{
	char words[400], key[40];
	sqlite3_int64 id;

	scope_now = 1 + 2 * (serial % 3);
	snprintf(key, sizeof(key), "X-2026-%08lld", (long long)serial++);
	text(DOSSIER, 1, key);
	number(DOSSIER, 2, scope_now);
	text(DOSSIER, 3, "water in the cellar of the library");
	hash(DOSSIER, 4);
	run(DOSSIER);
	id = sqlite3_last_insert_rowid(store);
	number(STAY, 1, id);
	run(STAY);
	number(NOTE, 1, id);
	number(NOTE, 2, 1);
	text(NOTE, 3, note);
	run(NOTE);
	number(PARTY, 1, id);
	run(PARTY);
	number(VALUE, 1, id);
	run(VALUE);
	number(COUNT, 1, scope_now);
	run(COUNT);
	snprintf(words, sizeof(words), "x 2026 %lld water in the cellar of "
	    "library it has rained for days and now stands somebody should "
	    "look at it maria rossi p 12345678", (long long)serial);
	snprintf(key, sizeof(key), "%lld", (long long)scope_now);
	search(id, NULL, words, key);
	logged(id, 1, "{\"fact\":{\"number\":\"X-2026-00000000\",\"type\":"
	    "\"complaint\",\"team\":\"Front desk\",\"medium\":\"phone\","
	    "\"text\":\"It has rained for days and now the water stands in "
	    "the cellar; somebody should look at it.\",\"requester\":\"Maria "
	    "Rossi\",\"requester_number\":\"P-12345678\"},\"after\":{"
	    "\"title\":\"Water in the cellar of the library\",\"phase\":"
	    "\"screening\",\"f.subject\":\"billing\"}}");
}

/* The first target says which act it is. */
void
ask_commit_run(struct ask_cell *c, bool counted)
{
	bool is_note = strcmp(c->targets[0].path, "note") == 0;
	double from;
	int i;

	for (i = 0; i < c->count; i++) {
		from = ask_clock();
		run(BEGIN);
		if (is_note)
			a_note();
		else
			a_registration();
		run(COMMIT);
		if (counted)
			ask_took(c, ask_clock() - from);
	}
}
