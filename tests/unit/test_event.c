/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/count.h"
#include "base/digest.h"
#include "check.h"
#include "dice.h"
#include "domain/house/verify.h"
#include "domain/spine/event.h"
#include "domain/spine/event_get.h"
#include "store/db.h"
#include "world.h"
#include "world_store.h"

static struct dossier
at(const char *number)
{
	return (struct dossier){ .id = world_dossier(number) };
}

/* n events on each dossier and three on a topic. */
static void
a_history(int n)
{
	static const char *const numbers[] = { "C-2026-10000061",
	    "C-2026-10000079", "C-2026-10000087", "P-2026-10000095",
	    "C-2026-10000102" };
	struct event_body *b;
	struct dossier d;
	size_t i;
	int k;

	given();
	as("mia");
	for (i = 0; i < COUNT(numbers); i++) {
		d = at(numbers[i]);
		for (k = 0; k < n; k++) {
			b = event_body(&cx);
			event_before(b, "phase", "planning");
			event_after(b, "phase", "risk");
			event_why(b, "because");
			CHECK(event_add(&cx, &d, "phase.moved", b) == OK);
			later(1);
		}
	}
	for (k = 0; k < 3; k++)
		CHECK(event_add_topic(&cx, "rights", "rights.changed",
		    event_body(&cx)) == OK);
}

static const char *
fault_of(void)
{
	struct verify_report r;

	CHECK(verify_store(&cx, "", false, &r) == OK);
	return r.fault == NULL ? "none" : r.fault;
}

static void
tamper(const char *sql)
{
	CHECK(db_run(&cx, sql) == OK);
}

/* The same, with 32 bytes for $1. */
static void
tamper_bytes(const char *sql, const char *bytes)
{
	CHECK(db_run(&cx, sql, db_b(bytes, 32)) == OK);
}

static const char zeros[32];

static void
chains_hold_when_nobody_touched_them(void)
{
	struct verify_report r;

	a_history(4);
	CHECK(verify_store(&cx, "", false, &r) == OK);
	CHECK(r.fault == NULL);
	CHECK(r.chains == 6 && r.events == 23);
	CHECK(world_int("SELECT seq FROM dossier WHERE id = 1") == 4);
	CHECK(world_int("SELECT touched FROM dossier WHERE id = 1") ==
	    WORLD_NOW + 3);
	CHECK(world_int("SELECT count(*) FROM event WHERE actor = 1") == 23);
}

static void
the_hash_is_what_the_schema_says(void)
{
	struct db_rows q;
	const char *hash = "";
	const void *p;
	size_t n;

	given();
	tamper_bytes("INSERT INTO event_topic (topic, seq, head)"
	    " VALUES ('types', 6, $1)",
	    "\1\2\3\4\5\6\7\x8\x9\x10\x11\x12\x13\x14\x15\x16\x17\x18"
	    "\x19\x20\x21\x22\x23\x24\x25\x26\x27\x28\x29\x30\x31\x32");
	as("tom");
	CHECK(event_add_topic(&cx, "types", "type.installed",
	    event_body(&cx)) == OK);
	/* The commitment holds a random salt: recompute from the row. */
	db_query(&cx, &q, "SELECT hash, commitment FROM event");
	CHECK(db_row(&q));
	p = db_blob(&q, &n);
	hash = digest_hex(cx.arena, p, n);
	p = db_blob(&q, &n);
	CHECK(n == 32);
	{
		unsigned char all[512], out[32];
		size_t len = 0, i;
		static const unsigned char fixed[] =
		    "\0\0\0\0\0\0\0\017dossier event 1"
		    "\0\0\0\0\0\0\0\0"
		    "\0\0\0\0\0\0\0\005types"
		    "\0\0\0\0\0\0\0\007"
		    "\1\2\3\4\5\6\7\x8\x9\x10\x11\x12\x13\x14\x15\x16\x17\x18"
		    "\x19\x20\x21\x22\x23\x24\x25\x26\x27\x28\x29\x30\x31\x32"
		    "\0\0\0\0\0\0\0\4"
		    "\0\0\0\0\0\0\0\0"
		    "\0\0\0\0\0\0\0\016type.installed";

		memcpy(all, fixed, sizeof(fixed) - 1);
		len = sizeof(fixed) - 1;
		for (i = 0; i < 16; i++)
			all[len++] = (unsigned char)((uint64_t)WORLD_NOW >>
			    (8 * (7 - i % 8)));
		memcpy(all + len, p, n);
		digest_of(all, len + n, out);
		CHECK_TEXT(hash, digest_hex(cx.arena, out, 32));
	}
	CHECK(db_end(&q) == OK);
}

static void
a_changed_event_is_named(void)
{
	a_history(4);
	tamper("UPDATE event SET kind = 'note.added'"
	    " WHERE dossier = 2 AND seq = 3");
	CHECK_TEXT(fault_of(), "C-2026-10000079: event 3 (note.added) was "
	    "changed.");
	a_history(4);
	tamper("UPDATE event SET actor = NULL WHERE dossier = 4 AND seq = 1");
	CHECK(strncmp(fault_of(), "P-2026-10000095: event 1", 24) == 0);
	a_history(4);
	tamper("UPDATE event SET happened = happened - 1"
	    " WHERE dossier IS NULL AND seq = 2");
	CHECK_TEXT(fault_of(), "rights: event 2 (rights.changed) was "
	    "changed.");
	a_history(4);
	tamper("UPDATE event SET recorded = recorded + 1 WHERE id = 9");
	CHECK(strstr(fault_of(), "was changed") != NULL);
}

static void
changed_and_missing_words_are_named(void)
{
	a_history(4);
	tamper("UPDATE event_body SET body = '{\"why\":\"else\"}'"
	    " WHERE event = 6");
	CHECK_TEXT(fault_of(), "C-2026-10000079: the words of event 2 "
	    "(phase.moved) were changed.");
	a_history(4);
	tamper("DELETE FROM event_body WHERE event = 6");
	CHECK_TEXT(fault_of(), "C-2026-10000079: the words of event 2 "
	    "(phase.moved) are missing.");
}

static void
a_deleted_event_is_named(void)
{
	a_history(4);
	tamper("DELETE FROM event_body WHERE event = 6");
	tamper("DELETE FROM event WHERE id = 6");
	CHECK_TEXT(fault_of(), "C-2026-10000079: event 2 is missing.");
}

static void
a_cut_history_is_named(void)
{
	a_history(4);
	tamper("DELETE FROM event_body WHERE event IN"
	    " (SELECT id FROM event WHERE dossier = 3 AND seq > 2)");
	tamper("DELETE FROM event WHERE dossier = 3 AND seq > 2");
	CHECK_TEXT(fault_of(), "C-2026-10000087: its history ends at event "
	    "2, but 4 were written.");
	a_history(4);
	tamper("DELETE FROM event_body WHERE event IN"
	    " (SELECT id FROM event WHERE dossier = 3)");
	tamper("DELETE FROM event WHERE dossier = 3");
	CHECK_TEXT(fault_of(), "C-2026-10000087: its whole history is "
	    "missing.");
}

static void
an_inserted_event_is_named(void)
{
	a_history(4);
	tamper("INSERT INTO event (dossier, topic, seq, prev, hash, actor,"
	    " kind, happened, recorded, commitment)"
	    " SELECT dossier, topic, 5, hash, hash, actor, kind, happened,"
	    " recorded, commitment FROM event WHERE dossier = 1 AND seq = 4");
	CHECK_TEXT(fault_of(), "C-2026-10000061: event 5 (phase.moved) was "
	    "changed.");
}

/* Somebody who knows the recipe recomputes the hash of one event. */
static void
a_forged_event_breaks_the_next(void)
{
	struct event_body *b;
	struct dossier d;

	a_history(2);
	d = at("C-2026-10000061");
	tamper_bytes("UPDATE dossier SET seq = 5, head = $1 WHERE id = 1",
	    zeros);
	b = event_body(&cx);
	CHECK(event_add(&cx, &d, "dossier.closed", b) == OK);
	CHECK_TEXT(fault_of(), "C-2026-10000061: event 3 is missing.");
	tamper_bytes("UPDATE dossier SET seq = 1, head = $1 WHERE id = 2",
	    zeros);
	tamper("DELETE FROM event_body WHERE event IN"
	    " (SELECT id FROM event WHERE dossier = 1 OR dossier = 2"
	    " AND seq = 2)");
	tamper("DELETE FROM event WHERE dossier = 1 OR dossier = 2"
	    " AND seq = 2");
	d = at("C-2026-10000079");
	CHECK(event_add(&cx, &d, "dossier.closed", event_body(&cx)) == OK);
	CHECK_TEXT(fault_of(), "C-2026-10000079: event 2 (dossier.closed) "
	    "does not follow the one before it; one of the two was put there "
	    "later.");
}

static void
exchanged_events_are_named(void)
{
	a_history(4);
	tamper("UPDATE event SET seq = 99 WHERE dossier = 1 AND seq = 2");
	tamper("UPDATE event SET seq = 2 WHERE dossier = 1 AND seq = 3");
	tamper("UPDATE event SET seq = 3 WHERE dossier = 1 AND seq = 99");
	CHECK_TEXT(fault_of(), "C-2026-10000061: event 2 (phase.moved) was "
	    "changed.");
}

static void
a_head_that_was_moved_is_named(void)
{
	a_history(4);
	tamper_bytes("UPDATE dossier SET head = $1 WHERE id = 5", zeros);
	CHECK_TEXT(fault_of(), "C-2026-10000102: its last event 4 is not the "
	    "one that was written last.");
	a_history(4);
	tamper("UPDATE event_topic SET seq = 2 WHERE topic = 'rights'");
	CHECK(strncmp(fault_of(), "rights: its last event 3", 24) == 0);
}

static void
missing_and_changed_bytes_are_named(void)
{
	static char dir[] = "/tmp/dossier-event.XXXXXX";
	struct config conf = { .documents = dir };
	unsigned char h[32];
	const char *hex, *path;
	FILE *f;

	a_history(1);
	CHECK(mkdtemp(dir) != NULL);
	digest_of("bytes", 5, h);
	hex = digest_hex(cx.arena, h, sizeof(h));
	CHECK(db_run(&cx, "INSERT INTO document (dossier, no, name,"
	    " media_type, bytes, sha256, added)"
	    " VALUES (1, 7, 'a', 'text/plain', 5, $1, $now)",
	    db_t(hex)) == OK);
	cx.conf = &conf;
	path = arena_printf(cx.arena, "%s/%.2s/%.2s/%s", dir, hex, hex + 2,
	    hex);
	CHECK_TEXT(fault_of(), arena_printf(cx.arena, "C-2026-10000061: the "
	    "bytes of document 7 are missing: %s.", path));
	mkdir(arena_printf(cx.arena, "%s/%.2s", dir, hex), 0700);
	mkdir(arena_printf(cx.arena, "%s/%.2s/%.2s", dir, hex, hex + 2),
	    0700);
	f = fopen(path, "w");
	CHECK(f != NULL && fputs("bytes", f) >= 0 && fclose(f) == 0);
	CHECK_TEXT(fault_of(), "none");
	/* every version, not the newest alone */
	CHECK(db_run(&cx, "INSERT INTO document_version (document, version,"
	    " name, media_type, bytes, sha256, added) SELECT id, 1, 'a',"
	    " 'text/plain', 5, $1, $now FROM document",
	    db_t("00000000000000000000000000000000"
	    "00000000000000000000000000000000")) == OK);
	CHECK_TEXT(fault_of(), arena_printf(cx.arena, "C-2026-10000061: the "
	    "bytes of document 7 are missing: %s/00/00/%064d.", dir, 0));
	CHECK(db_run(&cx, "DELETE FROM document_version") == OK);
	f = fopen(path, "w");
	CHECK(f != NULL && fputs("bites", f) >= 0 && fclose(f) == 0);
	CHECK_TEXT(fault_of(), arena_printf(cx.arena, "C-2026-10000061: the "
	    "bytes of document 7 were changed: %s.", path));
	cx.conf = NULL;
}

/* Any column of any row, any row gone, any two exchanged. */
static const char *
any_harm(void)
{
	static const char *const columns[] = { "kind = kind || 'x'",
	    "happened = happened + 1", "recorded = recorded - 1",
	    "actor = coalesce(actor, 0) + 1", "for_whom = 2",
	    "prev = hash", "hash = prev", "commitment = hash",
	    "seq = seq + 100" };
	int id = 1 + dice(23);

	switch (dice(4)) {
	case 0:
		return arena_printf(cx.arena, "DELETE FROM event"
		    " WHERE id = %d", id);
	case 1:
		return arena_printf(cx.arena, "UPDATE event_body"
		    " SET body = body || ' ' WHERE event = %d", id);
	case 2:
		return arena_printf(cx.arena, "UPDATE event_body"
		    " SET salt = (SELECT commitment FROM event"
		    "   WHERE id = event) WHERE event = %d", id);
	default:
		return arena_printf(cx.arena, "UPDATE event SET %s"
		    " WHERE id = %d", columns[dice(9)], id);
	}
}

static void
no_harm_of_two_hundred_goes_unseen(void)
{
	const char *sql;
	int i;

	a_history(4);
	CHECK(db_commit(&cx) == OK);
	CHECK(db_script(&cx, world_store_pgsql() ?
	    "ALTER TABLE event DROP CONSTRAINT event_actor_fkey;"
	    "ALTER TABLE event_body DROP CONSTRAINT event_body_event_fkey" :
	    "PRAGMA foreign_keys = OFF") == OK);
	for (i = 0; i < 200; i++) {
		CHECK(db_begin(&cx, DB_WRITE) == OK);
		sql = any_harm();
		tamper(sql);
		if (strcmp(fault_of(), "none") == 0) {
			printf("# unseen: %s\n", sql);
			CHECK(false);
		}
		db_rollback(&cx);
	}
}

static void
a_body_tells_what_changed(void)
{
	struct event e = { .body = "{\"before\":{\"a\":\"1\",\"b\":\"2\"},"
	    "\"after\":{\"b\":\"3\",\"c\":\"4\"},\"fact\":{\"a\":\"9\"},"
	    "\"why\":\"so\"}" };
	struct event_pair *p;

	given();
	CHECK_TEXT(event_get(&cx, &e, "before", "b"), "2");
	CHECK_TEXT(event_get(&cx, &e, "fact", "a"), "9");
	CHECK_TEXT(event_get(&cx, &e, "fact", "b"), "");
	CHECK_TEXT(event_get(&cx, &e, "why", ""), "so");
	p = event_get_changes(&cx, &e);
	CHECK_TEXT(p->name, "a");
	CHECK_TEXT(p->after, "");
	p = p->next;
	CHECK_TEXT(p->before, "2");
	CHECK_TEXT(p->after, "3");
	p = p->next;
	CHECK_TEXT(p->name, "c");
	CHECK(p->next == NULL);
	e.body = "";
	CHECK(event_get_changes(&cx, &e) == NULL);
	CHECK_TEXT(event_get(&cx, &e, "why", ""), "");
}

int
main(void)
{
	RUN(chains_hold_when_nobody_touched_them);
	RUN(the_hash_is_what_the_schema_says);
	RUN(a_changed_event_is_named);
	RUN(changed_and_missing_words_are_named);
	RUN(a_deleted_event_is_named);
	RUN(a_cut_history_is_named);
	RUN(an_inserted_event_is_named);
	RUN(a_forged_event_breaks_the_next);
	RUN(exchanged_events_are_named);
	RUN(a_head_that_was_moved_is_named);
	RUN(missing_and_changed_bytes_are_named);
	RUN(no_harm_of_two_hundred_goes_unseen);
	RUN(a_body_tells_what_changed);
	return DONE;
}
