/* SPDX-License-Identifier: MIT */
/* The log: rows are added and read, never changed. */
#include "store/store_event.h"

#include <string.h>

#include "store/db.h"

static void
head_of(struct db_rows *q, struct store_event_head *out)
{
	const void *p;
	size_t n;

	memset(out, 0, sizeof(*out));
	if (!db_row(q))
		return;
	out->seq = db_int(q);
	p = db_blob(q, &n);
	if (n == sizeof(out->hash))
		memcpy(out->hash, p, n);
}

enum err
store_event_dossier_head(struct ctx *cx, int64_t dossier,
    struct store_event_head *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT seq, head FROM dossier WHERE id = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(dossier));
	head_of(&q, out);
	return db_end(&q);
}

enum err
store_event_topic_head(struct ctx *cx, const char *topic,
    struct store_event_head *out)
{
	static const char sql[] =
	    "SELECT seq, head FROM event_topic WHERE topic = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(topic));
	head_of(&q, out);
	return db_end(&q);
}

static enum err
add_row(struct ctx *cx, struct store_event *e)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO event (dossier, topic, seq, prev, hash, actor,"
	    "  for_whom, kind, happened, recorded, commitment)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i0(e->dossier), db_t(e->topic),
	    db_i(e->seq), db_b(e->prev, DIGEST_SIZE),
	    db_b(e->hash, DIGEST_SIZE), db_i0(e->actor), db_i0(e->for_whom),
	    db_t(e->kind), db_i(e->happened), db_i(e->recorded),
	    db_b(e->commitment, DIGEST_SIZE));
	if (db_row(&q))
		e->id = db_int(&q);
	return db_end(&q);
}

static enum err
add_body(struct ctx *cx, const struct store_event *e)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO event_body (event, salt, body) VALUES ($1, $2, $3)";

	return db_run(cx, sql, db_i(e->id), db_b(e->salt, e->salt_len),
	    db_t(e->body));
}

static enum err
add_other(struct ctx *cx, const struct store_event *e)
{
	static const char sql[] =
	    "INSERT INTO event_other (dossier, seq, other)"
	    " VALUES ($1, $2, $3)";

	return e->other == 0 ? OK : db_run(cx, sql, db_i(e->dossier),
	    db_i(e->seq), db_i(e->other));
}

static enum err
move_head(struct ctx *cx, const struct store_event *e)
{
	/* opened: the predicate held */
	static const char dossier[] =
	    "UPDATE dossier SET seq = $2, head = $3,"
	    "  touched = CASE WHEN touched < $4 THEN $4 ELSE touched END"
	    " WHERE id = $1";
	static const char topic[] =
	    "INSERT INTO event_topic (topic, seq, head) VALUES ($1, $2, $3)"
	    " ON CONFLICT (topic) DO UPDATE"
	    "    SET seq = excluded.seq, head = excluded.head";

	if (e->dossier == 0)
		return db_run(cx, topic, db_t(e->topic), db_i(e->seq),
		    db_b(e->hash, DIGEST_SIZE));
	return db_run(cx, dossier, db_i(e->dossier), db_i(e->seq),
	    db_b(e->hash, DIGEST_SIZE), db_i(e->look ? 0 : e->happened));
}

enum err
store_event_add(struct ctx *cx, struct store_event *event)
{
	enum err e;

	if ((e = add_row(cx, event)) != OK ||
	    (e = add_body(cx, event)) != OK ||
	    (e = add_other(cx, event)) != OK)
		return e;
	return move_head(cx, event);
}

static void
copy_hash(struct db_rows *q, unsigned char out[DIGEST_SIZE])
{
	const void *p;
	size_t n;

	p = db_blob(q, &n);
	memset(out, 0, DIGEST_SIZE);
	if (n == DIGEST_SIZE)
		memcpy(out, p, n);
}

static void
read_seen(struct db_rows *q, struct store_event_seen *s)
{
	struct store_event *e = &s->e;

	memset(s, 0, sizeof(*s));
	e->id = db_int(q);
	e->dossier = db_int(q);
	e->topic = db_text(q);
	e->seq = db_int(q);
	copy_hash(q, e->prev);
	copy_hash(q, e->hash);
	e->actor = db_int(q);
	e->for_whom = db_int(q);
	e->kind = db_text(q);
	e->happened = db_int(q);
	e->recorded = db_int(q);
	copy_hash(q, e->commitment);
	e->salt = db_is_null(q) ? NULL : "";
	if (e->salt != NULL) {
		e->salt = db_blob(q, &e->salt_len);
		e->body = db_text(q);
	} else {
		(void)db_int(q);
		(void)db_int(q);
	}
	s->owned = !db_is_null(q);
	s->chain = db_text(q);
	s->end.seq = db_int(q);
	copy_hash(q, s->end.hash);
}

#define SEEN								\
	"SELECT e.id, e.dossier, e.topic, e.seq, e.prev, e.hash,"	\
	"       e.actor, e.for_whom, e.kind, e.happened, e.recorded,"	\
	"       e.commitment, b.salt, b.body,"

/* Each row gets an arena that is emptied after it: a store has millions. */
static enum err
walk(struct ctx *cx, const char *sql, store_event_fn *each, void *to,
    bool *go_on)
{
	struct store_event_seen s;
	struct ctx mine = *cx;
	struct db_rows q;
	enum err e;

	mine.arena = arena_new();
	db_query(&mine, &q, sql);
	while (*go_on && db_row(&q)) {
		read_seen(&q, &s);
		*go_on = each(to, &s);
		arena_reset(mine.arena);
	}
	if ((e = db_end(&q)) != OK)
		cx->why = arena_text(cx->arena, mine.why);
	arena_free(mine.arena);
	return e;
}

enum err
store_event_walk(struct ctx *cx, store_event_fn *each, void *to)
{
	/* reach: the operator's check of the whole log */
	static const char dossiers[] = SEEN
	    "       d.number, d.seq, d.head"
	    "  FROM event e"
	    "  LEFT JOIN event_body b ON b.event = e.id"
	    "  LEFT JOIN dossier d ON d.id = e.dossier"
	    " WHERE e.dossier IS NOT NULL"
	    " ORDER BY e.dossier, e.seq";
	static const char topics[] = SEEN
	    "       t.topic, t.seq, t.head"
	    "  FROM event e"
	    "  LEFT JOIN event_body b ON b.event = e.id"
	    "  LEFT JOIN event_topic t ON t.topic = e.topic"
	    " WHERE e.dossier IS NULL"
	    " ORDER BY e.topic, e.seq";
	bool go_on = true;
	enum err e;

	if ((e = walk(cx, dossiers, each, to, &go_on)) != OK || !go_on)
		return e;
	return walk(cx, topics, each, to, &go_on);
}

enum err
store_event_bare(struct ctx *cx, const char **out)
{
	/* reach: the operator's check of the whole log */
	static const char sql[] =
	    "SELECT d.number FROM dossier d WHERE NOT EXISTS"
	    " (SELECT 1 FROM event e WHERE e.dossier = d.id)"
	    " UNION ALL "
	    "SELECT t.topic FROM event_topic t WHERE NOT EXISTS"
	    " (SELECT 1 FROM event e"
	    "   WHERE e.dossier IS NULL AND e.topic = t.topic)"
	    " LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql);
	*out = db_row(&q) ? db_text(&q) : "";
	return db_end(&q);
}
