/* SPDX-License-Identifier: MIT */
/* The log: rows are added and read, never changed. */
#include "store/store_event.h"

#include <string.h>

#include "store/db.h"

static void
head_of(struct db_rows *q, struct store_event_head *out)
{
	memset(out, 0, sizeof(*out));
	if (!db_row(q))
		return;
	out->seq = db_int(q);
	db_hash(q, out->hash);
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
add_protected(struct ctx *cx, const struct store_event *e)
{
	static const char sql[] =
	    "INSERT INTO event_protected (dossier, seq, no, compartment)"
	    " VALUES ($1, $2, $3, $4)";

	return e->compartment == 0 ? OK : db_run(cx, sql, db_i(e->dossier),
	    db_i(e->seq), db_i(e->thing), db_i(e->compartment));
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
	    db_b(e->hash, DIGEST_SIZE), db_i(e->look ||
	    e->compartment != 0 ? 0 : e->happened));
}

enum err
store_event_add(struct ctx *cx, struct store_event *event)
{
	enum err e;

	if ((e = add_row(cx, event)) != OK ||
	    (e = add_body(cx, event)) != OK ||
	    (e = add_other(cx, event)) != OK ||
	    (e = add_protected(cx, event)) != OK)
		return e;
	return move_head(cx, event);
}
