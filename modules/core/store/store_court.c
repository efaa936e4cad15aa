/* SPDX-License-Identifier: MIT */
/* The table court. */
#include "store/store_court.h"

#include "store/db.h"
#include "store/visible.h"

#define COLUMNS								\
	"SELECT c.id, c.code, c.version, c.source, c.sha256,"		\
	"       c.installed FROM court c"

static enum err
take(struct ctx *cx, struct db_rows *q, struct store_court **out)
{
	struct store_court **tail = out, *c;

	*out = NULL;
	while (db_row(q)) {
		c = arena_alloc(cx->arena, sizeof(*c));
		c->id = db_int(q);
		c->code = db_text(q);
		c->version = (int)db_int(q);
		c->source = db_text(q);
		c->sha256 = db_text(q);
		c->installed = db_int(q);
		*tail = c;
		tail = &c->next;
	}
	return db_end(q);
}

enum err
store_court_list(struct ctx *cx, struct store_court **out)
{
	static const char sql[] = COLUMNS
	    " WHERE NOT EXISTS (SELECT 1 FROM court n"
	    "                    WHERE n.code = c.code"
	    "                      AND n.version > c.version)"
	    " ORDER BY c.code";
	struct db_rows q;

	db_query(cx, &q, sql);
	return take(cx, &q, out);
}

enum err
store_court_find(struct ctx *cx, const char *code, int version,
    struct store_court **out)
{
	static const char newest[] = COLUMNS
	    " WHERE c.code = $1 ORDER BY c.version DESC LIMIT 1";
	static const char one[] = COLUMNS
	    " WHERE c.code = $1 AND c.version = $2";
	struct db_rows q;

	if (version == 0)
		db_query(cx, &q, newest, db_t(code));
	else
		db_query(cx, &q, one, db_t(code), db_i(version));
	return take(cx, &q, out);
}

enum err
store_court_add(struct ctx *cx, struct store_court *c)
{
	static const char sql[] =
	    "INSERT INTO court (code, version, source, sha256, installed)"
	    " VALUES ($1, $2, $3, $4, $now) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(c->code), db_i(c->version),
	    db_t(c->source), db_t(c->sha256));
	c->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_court_drop(struct ctx *cx, const struct store_court *c)
{
	static const char sql[] = "DELETE FROM court WHERE id = $1";

	return db_run(cx, sql, db_i(c->id));
}

/* A span says what it was counted by as "CODE VERSION RULE ...": what begins
 * so lies between the blank and the next character. */
#define COUNTED_BY							\
	" FROM deadline_span s JOIN deadline x ON x.id = s.deadline"	\
	" WHERE s.court <> '' AND s.court >= k.code || ' ' || k.no || ' '" \
	"   AND s.court < k.code || ' ' || k.no || '!'"

enum err
store_court_uses(struct ctx *cx, const char *code,
    struct store_court_use **out)
{
	/* reach: numbers alone, of whole versions */
	static const char sql[] = DB_REACH
	    "SELECT k.code, k.version, k.installed, k.sha256,"
	    "       (SELECT count(*) FROM (SELECT 1" COUNTED_BY
	    "          AND s.ended IS NULL AND x.state IN"
	    "            ('running', 'paused', 'unchecked') LIMIT 1001) a),"
	    "       (SELECT count(*) FROM (SELECT 1" COUNTED_BY
	    "          LIMIT 1) b)"
	    "  FROM (SELECT c.code, c.version, c.installed, c.sha256,"
	    "               CAST(c.version AS TEXT) AS no FROM court c"
	    "         WHERE c.code = $1 OR $1 = '') k"
	    " ORDER BY k.code, k.version DESC LIMIT 500";
	struct store_court_use *u;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_t(code));
	while (db_row(&q)) {
		u = arena_alloc(cx->arena, sizeof(*u));
		u->code = db_text(&q);
		u->version = (int)db_int(&q);
		u->installed = db_int(&q);
		u->sha256 = db_text(&q);
		u->open = db_int(&q);
		u->used = db_int(&q) != 0;
		*out = u;
		out = &u->next;
	}
	return db_end(&q);
}
