/* SPDX-License-Identifier: MIT */
/* The table court. */
#include "store/store_court.h"

#include "store/db.h"

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
