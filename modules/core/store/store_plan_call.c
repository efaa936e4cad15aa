/* SPDX-License-Identifier: MIT */
/* Table plan_call. */
#include "store/store_plan_call.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"

enum err
store_plan_call_add(struct ctx *cx, const struct dossier *d,
    const struct store_plan_call *c)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO plan_call (number, dossier, item, round, kind, name,"
	    "    body, actor, queued, due)"
	    " VALUES ($1, $2, $3, coalesce((SELECT max(o.round)"
	    "    FROM plan_call o WHERE o.dossier = $2 AND o.item = $3), 0)"
	    "    + 1, $4, $5, $6, $7, $now, $8)";

	return db_run(cx, sql, db_t(c->number), db_i(d->id), db_i(c->item),
	    db_t(c->process ? "process" : "case"), db_t(c->name),
	    db_t(c->body), db_i0(c->actor), db_i(c->due));
}

#define CALL								\
	"id, number, dossier, item, kind, name, body, actor, due, tries, other"

static struct store_plan_call *
call(struct ctx *cx, struct db_rows *q)
{
	struct store_plan_call *c = arena_alloc(cx->arena, sizeof(*c));

	c->id = db_int(q);
	c->number = db_text(q);
	c->dossier = db_int(q);
	c->item = db_int(q);
	c->process = strcmp(db_text(q), "process") == 0;
	c->name = db_text(q);
	c->body = db_text(q);
	c->actor = db_int(q);
	c->due = db_int(q);
	c->tries = db_int(q);
	c->other = db_int(q);
	c->said = "";
	return c;
}

enum err
store_plan_call_claim(struct ctx *cx, int64_t until,
    struct store_plan_call **out)
{
	/* reach: the clock, for all */
	static const char sql[] = DB_REACH
	    "UPDATE plan_call SET due = $1"
	    " WHERE id = (SELECT c.id FROM plan_call c"
	    "              WHERE c.ended IS NULL AND c.due <= $now"
	    "              ORDER BY c.due, c.id LIMIT 1)"
	    " RETURNING " CALL;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(until));
	if (db_row(&q))
		*out = call(cx, &q);
	return db_end(&q);
}

enum err
store_plan_call_waiting(struct ctx *cx, const struct dossier *d,
    const struct dossier *other, struct store_plan_call **out)
{
	/* opened: the predicate held for both */
	static const char sql[] =
	    "SELECT " CALL " FROM plan_call"
	    " WHERE other = $2 AND dossier = $1 AND ended IS NULL"
	    " ORDER BY id";
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(other->id));
	while (db_row(&q)) {
		*out = call(cx, &q);
		out = &(*out)->next;
	}
	return db_end(&q);
}

enum err
store_plan_call_try(struct ctx *cx, int64_t id)
{
	/* reach: the clock, for all */
	static const char sql[] = DB_REACH
	    "UPDATE plan_call SET tries = tries + 1 WHERE id = $1";

	return db_run(cx, sql, db_i(id));
}

enum err
store_plan_call_later(struct ctx *cx, int64_t id, int64_t due, int64_t other,
    const char *said)
{
	/* reach: the clock, for all */
	static const char sql[] = DB_REACH
	    "UPDATE plan_call SET due = $2, other = $3, said = $4"
	    " WHERE id = $1";

	return db_run(cx, sql, db_i(id), db_i(due), db_i0(other), db_t(said));
}

enum err
store_plan_call_end(struct ctx *cx, int64_t id, const char *said)
{
	/* reach: the clock, for all */
	static const char sql[] = DB_REACH
	    "UPDATE plan_call SET ended = $now, said = $2 WHERE id = $1";

	return db_run(cx, sql, db_i(id), db_t(said));
}

enum err
store_plan_call_wake(struct ctx *cx, const struct dossier *other)
{
	/* reach: a moment is set, nothing is read */
	static const char sql[] = DB_REACH
	    "UPDATE plan_call SET due = $now"
	    " WHERE other = $1 AND ended IS NULL";

	return db_run(cx, sql, db_i(other->id));
}

/* Nobody waits for oneself. */
enum err
store_plan_call_pass(struct ctx *cx, const struct dossier *other,
    const struct dossier *into)
{
	/* reach: who waits is set, nothing is read */
	static const char sql[] = DB_REACH
	    "UPDATE plan_call SET other = $2"
	    " WHERE other = $1 AND dossier <> $2 AND ended IS NULL";

	return db_run(cx, sql, db_i(other->id), db_i(into->id));
}

enum err
store_plan_call_forget(struct ctx *cx, int64_t ended_before)
{
	/* reach: the clock, for all. Who opened which case stays. */
	static const char sql[] = DB_REACH
	    "DELETE FROM plan_call WHERE kind = 'process'"
	    "   AND ended IS NOT NULL AND ended < $1";

	return db_run(cx, sql, db_i(ended_before));
}

enum err
store_plan_call_state(struct ctx *cx, const struct dossier *of, int64_t item,
    struct store_plan_call_state **out)
{
	/* opened: the predicate held; that of the other one stands here */
	static const char sql[] =
	    "SELECT c.due, c.tries, c.ended, c.kind, c.name, c.said,"
	    "       o.number, o.title"
	    "  FROM plan_call c"
	    "  LEFT JOIN (SELECT d.id, d.number, d.title FROM plan_call k"
	    "         JOIN dossier d ON d.id = k.other"
	    "        WHERE k.dossier = $1 AND k.item = $2 AND" VISIBLE ") o"
	    "    ON o.id = c.other"
	    " WHERE c.dossier = $1 AND c.item = $2"
	    " ORDER BY c.round DESC LIMIT 1";
	struct store_plan_call_state *s;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(of->id), db_i(item));
	if (db_row(&q)) {
		*out = s = arena_alloc(cx->arena, sizeof(*s));
		s->due = db_int(&q);
		s->tries = db_int(&q);
		s->ended = db_int(&q);
		s->process = strcmp(db_text(&q), "process") == 0;
		s->name = db_text(&q);
		s->said = db_text(&q);
		s->number = db_text(&q);
		s->title = db_text(&q);
	}
	return db_end(&q);
}

enum err
store_plan_call_depth(struct ctx *cx, const struct dossier *d, int64_t limit,
    int64_t *out)
{
	/* reach: the clock, for all; a number alone */
	static const char sql[] = DB_REACH
	    "WITH RECURSIVE up (id, n) AS ("
	    " SELECT c.dossier, 1 FROM plan_call c WHERE c.other = $1"
	    " UNION"
	    " SELECT c.dossier, u.n + 1 FROM up u"
	    "   JOIN plan_call c ON c.other = u.id WHERE u.n < $2)"
	    " SELECT coalesce(max(n), 0) FROM up";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(limit));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}
