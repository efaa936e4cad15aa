/* SPDX-License-Identifier: MIT */
/*
 * Random harm done to a sealed store, by hands that know SQL and by hands
 * that know the recipe of hashes as well: all of it must be named. $TAMPER
 * says how often (500) and lists them, $TAMPER_SEED with which dice.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/merkle.h"
#include "check.h"
#include "domain/house/verify.h"
#include "domain/spine/event.h"
#include "domain/spine/seal.h"
#include "domain/spine/seal_out.h"
#include "store/db.h"
#include "store/store_event.h"
#include "store/store_seal.h"
#include "world.h"
#include "world_store.h"

static uint64_t seed = 42;
static char path[] = "/tmp/dossier-tamper.XXXXXX";
static const char *harm;	/* what was done, for the log */

static int64_t
dice(int64_t n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return n < 1 ? 0 : (int64_t)((seed >> 33) % (uint64_t)n);
}

/* Every seal that the store has, as lines. */
static void
write_file(void)
{
	char line[SEAL_OUT_LINE];
	struct seal *list;
	FILE *f = fopen(path, "w");
	size_t n, i;

	CHECK(f != NULL && store_seal_list(&cx, 0, 1000, &list, &n) == OK);
	for (i = 0; f != NULL && i < n; i++) {
		seal_out_write(&cx, &list[i], line);
		fprintf(f, "%s\n", line);
	}
	CHECK(f != NULL && fclose(f) == 0);
}

static void
some_events(int n)
{
	static const char *const topics[] = { "rights", "types", "persons" };
	struct event_body *b;
	struct dossier d;
	int i;

	for (i = 0; i < n; i++) {
		b = event_body(&cx);
		event_before(b, "phase", i % 2 == 0 ? "planning" : "risk");
		event_after(b, "phase", i % 2 == 0 ? "risk" : "planning");
		event_why(b, "because");
		d = (struct dossier){ .id = 1 + dice(5) };
		if (dice(5) == 0)
			CHECK(event_add_topic(&cx, topics[dice(3)],
			    "rights.changed", b) == OK);
		else
			CHECK(event_add(&cx, &d, "phase.moved", b) == OK);
		later(dice(40));
	}
}

static void
seal(void)
{
	struct seal s;
	bool more;

	CHECK(seal_make(&cx, &s, &more) == OK);
}

/* Five dossiers and three topics with 90 events and 9 seals. */
static void
a_sealed_store(void)
{
	struct dossier d;
	int i;

	given();
	as("mia");
	for (i = 1; i <= 5; i++) {
		d = (struct dossier){ .id = i };
		CHECK(event_add(&cx, &d, "dossier.registered",
		    event_body(&cx)) == OK);
	}
	seal();
	for (i = 0; i < 8; i++) {
		some_events(10);
		seal();
	}
	write_file();
	CHECK(db_commit(&cx) == OK);
	/* whoever does harm does not ask the engine to mind */
	CHECK(db_script(&cx, "PRAGMA foreign_keys = OFF;"
	    "PRAGMA ignore_check_constraints = ON") == OK);
}

static const char *
fault_of(const char *file)
{
	struct verify_report r;

	CHECK(verify_store(&cx, file, true, &r) == OK);
	return r.fault == NULL ? "" : r.fault;
}

static const struct {
	const char *table, *columns;	/* blanks between */
} places[] = {
	{ "event", "id dossier topic seq prev hash actor for_whom kind "
	    "happened recorded commitment" },
	{ "event_body", "event salt body" },
	{ "dossier", "seq head sealed" },
	{ "event_topic", "topic seq head sealed" },
	{ "seal", "number sealed heads chains events root prev hash" },
	{ "seal_head", "dossier topic seq seal hash" },
	{ "scope", "open total" },
};
#define PLACES 7
#define INSERTABLE 6	/* of the first tables; of scopes there may be more */

static const char *
word_of(const char *words, int64_t n)
{
	for (; n > 0; n--)
		words += strcspn(words, " ") + 1;
	return arena_textn(cx.arena, words, strcspn(words, " "));
}

static int64_t
words_in(const char *words)
{
	int64_t n = 1;

	for (; *words != '\0'; words++)
		n += *words == ' ';
	return n;
}

static int64_t
a_row(const char *table)
{
	int64_t n = world_int(arena_printf(cx.arena,
	    "SELECT count(*) FROM %s", table));

	return world_int(arena_printf(cx.arena, "SELECT rowid FROM %s"
	    " ORDER BY rowid LIMIT 1 OFFSET %lld", table,
	    (long long)dice(n)));
}

/* True when the store has become another one by it. */
static bool
did(const char *sql)
{
	int64_t n = 0;
	enum err e;

	harm = sql;
	/* a UNIQUE that says no is no harm, nor the end of the trial */
	if (db_part_begin(&cx) != OK)
		return false;
	e = db_change(&cx, &n, sql);
	if (e == OK && n > 0)
		return db_part_keep(&cx) == OK;
	db_part_drop(&cx);
	return false;
}

/* What a column may become. */
static const char *
other_value(const char *table, const char *c, int64_t row)
{
	static const char *const numbers[] = { "%s + 1", "%s - 1",
	    "coalesce(%s, 0) + 1", "%s + 1000000", "0", "NULL", "1", "-%s",
	    "%s + 60" };
	static const char *const texts[] = { "%s || 'x'", "%s || char(0)",
	    "''", "upper(%s)", "substr(%s, 2)", "replace(%s, 'a', 'e')",
	    "%s || ' '", "char(9) || %s" };
	static const char *const blobs[] = { "zeroblob(32)", "x''", "NULL",
	    "substr(%s, 2)", "CAST(substr(%s, 1, 31) || x'00' AS BLOB)",
	    "randomblob(32)", "CAST(x'01' || substr(%s, 2) AS BLOB)" };
	const char *type = "";
	struct db_rows q;

	db_query(&cx, &q, arena_printf(cx.arena, "SELECT typeof(%s)"
	    " FROM %s WHERE rowid = %lld", c, table, (long long)row));
	if (db_row(&q))
		type = db_text(&q);
	db_end(&q);
	if (strcmp(type, "text") == 0)
		type = texts[dice(8)];
	else if (strcmp(type, "blob") == 0 && dice(3) == 0)
		return arena_printf(cx.arena, "(SELECT y.%s FROM %s y"
		    " WHERE y.rowid <> %lld ORDER BY random() LIMIT 1)", c,
		    table, (long long)row);
	else if (strcmp(type, "blob") == 0)
		type = blobs[dice(7)];
	else
		type = numbers[dice(9)];
	return arena_printf(cx.arena, strstr(type, "%s") ? type : "%.0s%s",
	    c, type);
}

static bool
change_a_column(void)
{
	int64_t i = dice(PLACES), row = a_row(places[i].table);
	const char *c = word_of(places[i].columns,
	    dice(words_in(places[i].columns)));
	const char *value = other_value(places[i].table, c, row);

	return did(arena_printf(cx.arena, "UPDATE %s SET %s = %s"
	    " WHERE rowid = %lld AND %s IS NOT (%s)", places[i].table, c,
	    value, (long long)row, c, value));
}

static bool
delete_a_row(void)
{
	int64_t i = dice(INSERTABLE);

	return did(arena_printf(cx.arena, "DELETE FROM %s"
	    " WHERE rowid = %lld", places[i].table,
	    (long long)a_row(places[i].table)));
}

/* An event gone without a gap: those after it move up. */
static bool
delete_and_close_the_gap(void)
{
	int64_t row = a_row("event"), seq, dossier;

	dossier = world_int(arena_printf(cx.arena, "SELECT coalesce(dossier,"
	    " 0) FROM event WHERE id = %lld", (long long)row));
	seq = world_int(arena_printf(cx.arena, "SELECT seq FROM event"
	    " WHERE id = %lld", (long long)row));
	if (dossier == 0)
		return false;
	return did(arena_printf(cx.arena, "DELETE FROM event_body"
	    " WHERE event = %lld", (long long)row)) &&
	    did(arena_printf(cx.arena, "DELETE FROM event WHERE id = %lld",
	    (long long)row)) &&
	    did(arena_printf(cx.arena, "UPDATE event SET seq = -seq"
	    " WHERE dossier = %lld AND seq > %lld", (long long)dossier,
	    (long long)seq)) &&
	    did(arena_printf(cx.arena, "UPDATE event SET seq = -seq - 1"
	    " WHERE dossier = %lld AND seq < 0", (long long)dossier)) &&
	    did(arena_printf(cx.arena, "UPDATE dossier SET seq = seq - 1"
	    " WHERE id = %lld", (long long)dossier));
}

/* A copy of an event with one of its columns another. */
static bool
insert_a_row(void)
{
	static const char *const copies[] = {
	    "INSERT INTO event (dossier, topic, seq, prev, hash, actor,"
	    " for_whom, kind, happened, recorded, commitment)"
	    " SELECT dossier, topic, seq + 1000, hash, hash, actor,"
	    " for_whom, kind, happened, recorded, commitment FROM event"
	    " WHERE rowid = %lld",
	    "INSERT INTO event (dossier, topic, seq, prev, hash, actor,"
	    " for_whom, kind, happened, recorded, commitment)"
	    " SELECT dossier, topic, 0, prev, hash, actor,"
	    " for_whom, kind, happened, recorded, commitment FROM event"
	    " WHERE rowid = %lld",
	    "INSERT INTO event (dossier, topic, seq, prev, hash, actor,"
	    " for_whom, kind, happened, recorded, commitment)"
	    " SELECT 99, '', seq, prev, hash, actor,"
	    " for_whom, kind, happened, recorded, commitment FROM event"
	    " WHERE rowid = %lld",
	    "INSERT INTO event_body (event, salt, body)"
	    " SELECT event + 1000, salt, body FROM event_body"
	    " WHERE rowid = %lld",
	    "INSERT INTO event_topic (topic, seq, head)"
	    " SELECT topic || 'x', seq, head FROM event_topic"
	    " WHERE rowid = %lld",
	    "INSERT INTO seal (number, sealed, heads, chains, events, root,"
	    " prev, hash) SELECT number + 100, sealed, heads, chains,"
	    " events, root, hash, hash FROM seal WHERE rowid = %lld",
	    "INSERT INTO seal_head (dossier, topic, seq, seal, hash)"
	    " SELECT dossier, topic, seq + 1, seal, hash FROM seal_head"
	    " WHERE rowid = %lld",
	};
	static const char *const of[] = { "event", "event", "event",
	    "event_body", "event_topic", "seal", "seal_head" };
	int64_t i = dice(7);

	return did(arena_printf(cx.arena, copies[i],
	    (long long)a_row(of[i])));
}

static const char *
text_from(const char *sql)
{
	const char *out = "";
	struct db_rows q;

	db_query(&cx, &q, sql);
	if (db_row(&q))
		out = db_text(&q);
	CHECK(db_end(&q) == OK);
	return out;
}

static const char *
quoted(const char *table, const char *column, int64_t row)
{
	return text_from(arena_printf(cx.arena, "SELECT quote(%s) FROM %s"
	    " WHERE rowid = %lld", column, table, (long long)row));
}

static bool
set(const char *table, const char *column, int64_t row, const char *value)
{
	return did(arena_printf(cx.arena, "UPDATE %s SET %s = %s"
	    " WHERE rowid = %lld", table, column, value, (long long)row));
}

/* Two rows give each other a column, or their place. */
static bool
exchange_two(void)
{
	static const struct { const char *table, *column; bool place; }
	pairs[] = {
		{ "event", "seq", true }, { "event", "kind", false },
		{ "event", "commitment", false },
		{ "event", "recorded", false }, { "event", "dossier", true },
		{ "event", "id", true }, { "event", "hash", false },
		{ "event_body", "body", false },
		{ "event_body", "salt", false },
		{ "event_body", "event", true }, { "dossier", "head", false },
		{ "event_topic", "head", false }, { "seal", "number", true },
		{ "seal", "root", false }, { "seal", "sealed", false },
		{ "seal_head", "hash", false }, { "seal_head", "seal", true },
		{ "seal_head", "dossier", true },
	};
	int64_t i = dice(18), x, y;
	const char *t = pairs[i].table, *c = pairs[i].column, *vx, *vy;

	x = a_row(t);
	y = a_row(t);
	vx = quoted(t, c, x);
	vy = quoted(t, c, y);
	if (strcmp(vx, vy) == 0)
		return false;
	/* a row number moves with its row */
	if (strcmp(c, "id") == 0 || strcmp(c, "event") == 0 ||
	    strcmp(c, "number") == 0)
		return set(t, c, x, "-77") && set(t, c, y, vx) &&
		    set(t, c, -77, vy);
	return (!pairs[i].place || set(t, c, x, "-77")) &&
	    set(t, c, y, vx) && set(t, c, x, vy);
}

/* Words that move from the body into its salt: the commitment is the same. */
static bool
move_words_into_the_salt(void)
{
	return did(arena_printf(cx.arena, "UPDATE event_body SET"
	    " salt = CAST(salt || substr(body, 1, 1) AS BLOB),"
	    " body = substr(body, 2) WHERE rowid = %lld AND body <> ''",
	    (long long)a_row("event_body")));
}

/* Two events of a chain, with their words, give each other their rows. */
static bool
exchange_rows(void)
{
	int64_t d = 1 + dice(5), x, y;
	const char *pick = "SELECT id FROM event WHERE dossier = %lld"
	    " ORDER BY seq LIMIT 1 OFFSET %lld";

	x = world_int(arena_printf(cx.arena, pick, (long long)d, 0LL));
	y = world_int(arena_printf(cx.arena, pick, (long long)d, 1LL));
	if (y == 0)
		return false;
	return set("event_body", "event", x, "-77") &&
	    set("event_body", "event", y, arena_printf(cx.arena, "%lld",
	    (long long)x)) && set("event_body", "event", -77,
	    arena_printf(cx.arena, "%lld", (long long)y)) &&
	    set("event", "id", x, "-77") && set("event", "id", y,
	    arena_printf(cx.arena, "%lld", (long long)x)) &&
	    set("event", "id", -77, arena_printf(cx.arena, "%lld",
	    (long long)y));
}

/* From here on hands that know the recipe. */

/* All seals made anew from what seal_head holds. */
static bool
make_seals_anew(void)
{
	static const char leaves[] = "SELECT dossier, topic, seq, hash"
	    " FROM seal_head WHERE seal = $1 ORDER BY dossier, topic";
	struct seal *list, *s;
	struct seal_head h;
	struct merkle m;
	struct db_rows q;
	size_t n, i, len;

	CHECK(store_seal_list(&cx, 0, 1000, &list, &n) == OK);
	for (i = 0; i < n; i++) {
		s = &list[i];
		memset(&m, 0, sizeof(m));
		db_query(&cx, &q, leaves, db_i(s->number));
		while (db_row(&q)) {
			h.dossier = db_int(&q);
			h.topic = db_text(&q);
			h.seq = db_int(&q);
			memcpy(h.hash, db_blob(&q, &len), DIGEST_SIZE);
			seal_leaf(&m, &h);
		}
		CHECK(db_end(&q) == OK);
		merkle_root(&m, s->root);
		s->heads = (int64_t)m.leaves;
		s->chains = world_int(arena_printf(cx.arena, "SELECT count(*)"
		    " FROM (SELECT DISTINCT dossier, topic FROM seal_head"
		    " WHERE seal <= %lld)", (long long)s->number));
		s->events = world_int(arena_printf(cx.arena, "SELECT"
		    " coalesce(sum(m), 0) FROM (SELECT max(seq) AS m FROM"
		    " seal_head WHERE seal <= %lld GROUP BY dossier, topic)",
		    (long long)s->number));
		if (i > 0)
			memcpy(s->prev, list[i - 1].hash, DIGEST_SIZE);
		seal_hash(&cx, s, s->hash);
		CHECK(db_run(&cx, "UPDATE seal SET heads = $2, chains = $3,"
		    " events = $4, root = $5, prev = $6, hash = $7"
		    " WHERE number = $1", db_i(s->number), db_i(s->heads),
		    db_i(s->chains), db_i(s->events),
		    db_b(s->root, DIGEST_SIZE), db_b(s->prev, DIGEST_SIZE),
		    db_b(s->hash, DIGEST_SIZE)) == OK);
	}
	return true;
}

/* The last sealed event of a chain that was cut or not. */
static bool
mark_anew(int64_t dossier)
{
	return did(arena_printf(cx.arena, "UPDATE dossier SET sealed ="
	    " (SELECT coalesce(max(seq), 0) FROM seal_head"
	    " WHERE dossier = %lld) WHERE id = %lld", (long long)dossier,
	    (long long)dossier));
}

/* Another body in the middle of a chain, and every hash from there on. */
static bool
write_a_chain_anew(int depth)
{
	int64_t dossier = 1 + dice(5), seq, from;
	struct store_event e;
	struct db_rows q;
	size_t len;

	seq = world_int(arena_printf(cx.arena, "SELECT sealed FROM dossier"
	    " WHERE id = %lld", (long long)dossier));
	from = 1 + dice(seq);
	CHECK(db_run(&cx, "UPDATE event_body SET body ="
	    " '{\"why\":\"never mind\"}' WHERE event = (SELECT id FROM event"
	    " WHERE dossier = $1 AND seq = $2)", db_i(dossier),
	    db_i(from)) == OK);
	for (; from <= seq; from++) {
		memset(&e, 0, sizeof(e));
		db_query(&cx, &q, "SELECT e.id, e.seq, coalesce((SELECT"
		    " p.hash FROM event p WHERE p.dossier = e.dossier"
		    " AND p.seq = e.seq - 1), e.prev), e.actor, e.for_whom,"
		    " e.kind, e.happened, e.recorded, b.salt, b.body"
		    " FROM event e JOIN event_body b ON b.event = e.id"
		    " WHERE e.dossier = $1 AND e.seq = $2", db_i(dossier),
		    db_i(from));
		CHECK(db_row(&q));
		e.dossier = dossier;
		e.topic = "";
		e.id = db_int(&q);
		e.seq = db_int(&q);
		memcpy(e.prev, db_blob(&q, &len), DIGEST_SIZE);
		e.actor = db_int(&q);
		e.for_whom = db_int(&q);
		e.kind = db_text(&q);
		e.happened = db_int(&q);
		e.recorded = db_int(&q);
		e.salt = db_blob(&q, &e.salt_len);
		e.body = db_text(&q);
		CHECK(db_end(&q) == OK);
		event_commitment(&cx, &e, e.commitment);
		event_hash(&cx, &e, e.hash);
		CHECK(db_run(&cx, "UPDATE event SET prev = $2, hash = $3,"
		    " commitment = $4 WHERE id = $1", db_i(e.id),
		    db_b(e.prev, DIGEST_SIZE), db_b(e.hash, DIGEST_SIZE),
		    db_b(e.commitment, DIGEST_SIZE)) == OK);
	}
	CHECK(db_run(&cx, "UPDATE dossier SET head = $2 WHERE id = $1",
	    db_i(dossier), db_b(e.hash, DIGEST_SIZE)) == OK);
	harm = arena_printf(cx.arena, "dossier %lld written anew, depth %d",
	    (long long)dossier, depth);
	if (depth > 0)
		CHECK(db_run(&cx, "UPDATE seal_head SET hash = (SELECT e.hash"
		    " FROM event e WHERE e.dossier = $1"
		    " AND e.seq = seal_head.seq) WHERE dossier = $1",
		    db_i(dossier)) == OK);
	return depth < 2 || make_seals_anew();
}

/* The end of a chain cut off, its head and marks put right. */
static bool
cut_a_chain(int depth)
{
	int64_t dossier = 1 + dice(5), seq, keep;

	seq = world_int(arena_printf(cx.arena, "SELECT sealed FROM dossier"
	    " WHERE id = %lld", (long long)dossier));
	if (seq < 2)
		return false;
	keep = 1 + dice(seq - 1);
	CHECK(db_run(&cx, "DELETE FROM event_body WHERE event IN (SELECT id"
	    " FROM event WHERE dossier = $1 AND seq > $2)", db_i(dossier),
	    db_i(keep)) == OK);
	CHECK(db_run(&cx, "DELETE FROM event WHERE dossier = $1 AND seq > $2",
	    db_i(dossier), db_i(keep)) == OK);
	CHECK(db_run(&cx, "UPDATE dossier SET seq = $2, head = (SELECT hash"
	    " FROM event WHERE dossier = $1 AND seq = $2) WHERE id = $1",
	    db_i(dossier), db_i(keep)) == OK);
	if (depth > 0)
		CHECK(db_run(&cx, "DELETE FROM seal_head WHERE dossier = $1"
		    " AND seq > $2", db_i(dossier), db_i(keep)) == OK);
	mark_anew(dossier);
	if (depth == 0)
		did(arena_printf(cx.arena, "UPDATE dossier SET sealed = %lld"
		    " WHERE id = %lld AND sealed > %lld", (long long)keep,
		    (long long)dossier, (long long)keep));
	harm = arena_printf(cx.arena, "dossier %lld cut after %lld, depth %d",
	    (long long)dossier, (long long)keep, depth);
	return depth < 2 || make_seals_anew();
}

/* A case that never was. */
static bool
take_out_a_dossier(int depth)
{
	int64_t dossier = 1 + dice(5);

	CHECK(db_run(&cx, "DELETE FROM event_body WHERE event IN"
	    " (SELECT id FROM event WHERE dossier = $1)",
	    db_i(dossier)) == OK);
	CHECK(db_run(&cx, "DELETE FROM event WHERE dossier = $1",
	    db_i(dossier)) == OK);
	CHECK(db_run(&cx, "DELETE FROM dossier WHERE id = $1",
	    db_i(dossier)) == OK);
	if (depth > 0)
		CHECK(db_run(&cx, "DELETE FROM seal_head WHERE dossier = $1",
		    db_i(dossier)) == OK);
	harm = arena_printf(cx.arena, "dossier %lld taken out, depth %d",
	    (long long)dossier, depth);
	return depth < 2 || make_seals_anew();
}

/* The last seals forgotten, with all marks put right. */
static bool
forget_seals(void)
{
	int64_t keep = dice(9);

	CHECK(db_run(&cx, "DELETE FROM seal_head WHERE seal > $1",
	    db_i(keep)) == OK);
	CHECK(db_run(&cx, "DELETE FROM seal WHERE number > $1",
	    db_i(keep)) == OK);
	CHECK(db_run(&cx, "UPDATE dossier SET sealed = (SELECT"
	    " coalesce(max(h.seq), 0) FROM seal_head h"
	    " WHERE h.dossier = dossier.id)") == OK);
	CHECK(db_run(&cx, "UPDATE event_topic SET sealed = (SELECT"
	    " coalesce(max(h.seq), 0) FROM seal_head h"
	    " WHERE h.topic = event_topic.topic)") == OK);
	harm = arena_printf(cx.arena, "seals after %lld forgotten",
	    (long long)keep);
	return true;
}

/* The file goes on, the store is the one from before. */
static bool
exchange_the_store(void)
{
	int64_t i, n = 1 + dice(3);

	as("mia");
	for (i = 0; i < n; i++) {
		some_events(1 + (int)dice(4));
		seal();
	}
	write_file();
	db_rollback(&cx);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	harm = "the store exchanged for an older one";
	return true;
}

static bool
any_harm(void)
{
	switch (dice(20)) {
	case 0:
		return delete_a_row();
	case 1:
		return delete_and_close_the_gap();
	case 2:
	case 3:
		return insert_a_row();
	case 4:
	case 5:
		return exchange_two();
	case 6:
		return write_a_chain_anew((int)dice(3));
	case 7:
		return cut_a_chain((int)dice(3));
	case 8:
		return take_out_a_dossier((int)dice(3));
	case 9:
		return forget_seals();
	case 10:
		return exchange_the_store();
	case 11:
		return move_words_into_the_salt();
	case 12:
		return exchange_rows();
	default:
		return change_a_column();
	}
}

static void
an_untouched_store_has_no_fault(void)
{
	struct verify_report r;

	a_sealed_store();
	CHECK(db_begin(&cx, DB_READ) == OK);
	CHECK(verify_store(&cx, path, true, &r) == OK);
	CHECK_TEXT(r.fault == NULL ? "" : r.fault, "");
	CHECK(r.seals == 9 && r.sealed_events == r.events);
	CHECK_TEXT(r.file, path);
	CHECK(r.note == NULL);
	db_rollback(&cx);
}

static void
no_harm_goes_unseen(void)
{
	const char *often = getenv("TAMPER"), *said;
	int64_t now;
	int n = often != NULL ? atoi(often) :
	    getenv("TESTS_QUICK") != NULL ? 60 : 500, done = 0, tries = 0;

	a_sealed_store();
	now = cx.now;
	while (done < n && tries++ < n * 20) {
		CHECK(db_begin(&cx, DB_WRITE) == OK);
		harm = "";
		if (any_harm()) {
			said = fault_of(path);
			done++;
			if (*said == '\0')
				CHECK(harm == NULL);
			if (*said == '\0' || often != NULL)
				printf("# %s\n#   -> %s\n", harm, *said ==
				    '\0' ? "UNSEEN" : said);
		}
		db_rollback(&cx);
		cx.now = now;
		CHECK(db_begin(&cx, DB_READ) == OK);
		write_file();
		db_rollback(&cx);
	}
	CHECK(done == n);
	printf("# %d harms, all named\n", done);
}

static void
a_file_that_was_changed_is_named(void)
{
	char line[SEAL_OUT_LINE];
	struct seal *list;
	size_t n;
	FILE *f;

	a_sealed_store();
	CHECK(db_begin(&cx, DB_READ) == OK);
	CHECK(store_seal_list(&cx, 0, 1000, &list, &n) == OK && n == 9);
	/* begins later: it was moved away once */
	f = fopen(path, "w");
	seal_out_write(&cx, &list[7], line);
	fprintf(f, "%s\n", line);
	seal_out_write(&cx, &list[8], line);
	fprintf(f, "%.100s", line);
	fclose(f);
	CHECK_TEXT(fault_of(path), "");
	/* cut short by a full disk, and written once more */
	f = fopen(path, "a");
	fprintf(f, "\n%s\n", line);
	fclose(f);
	CHECK_TEXT(fault_of(path), "");
	f = fopen(path, "a");
	fprintf(f, "something else\n%s\n", line);
	fclose(f);
	CHECK(strstr(fault_of(path), "line 4 is not as it was written"));
	/* a line in the middle gone */
	f = fopen(path, "w");
	seal_out_write(&cx, &list[6], line);
	fprintf(f, "%s\n", line);
	seal_out_write(&cx, &list[8], line);
	fprintf(f, "%s\n", line);
	fclose(f);
	CHECK(strstr(fault_of(path), "holds seal 9 in the place of seal 8"));
	list[8].heads++;
	f = fopen(path, "w");
	seal_out_write(&cx, &list[8], line);
	fprintf(f, "%s\n", line);
	fclose(f);
	CHECK(strstr(fault_of(path), "Seal 9 of the store is not the one"));
	db_rollback(&cx);
}

int
main(void)
{
	const char *dice_of = getenv("TAMPER_SEED");
	int fd = mkstemp(path);

	if (fd >= 0)
		close(fd);
	if (dice_of != NULL)
		seed = (uint64_t)atoll(dice_of);
	if (world_store_pgsql()) {
		SKIP("harm", "these hands know the ways of SQLite");
		unlink(path);
		return DONE;
	}
	RUN(an_untouched_store_has_no_fault);
	RUN(no_harm_goes_unseen);
	RUN(a_file_that_was_changed_is_named);
	unlink(path);
	return DONE;
}
