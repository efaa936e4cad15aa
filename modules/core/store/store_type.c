/* SPDX-License-Identifier: MIT */
/* The tables type and type_model. */
#include "store/store_type.h"

#include <stdbool.h>

#include "store/db.h"
#include "text/message.h"

enum err
store_type_by_id(struct ctx *cx, int64_t id, struct store_type *out)
{
	static const char sql[] =
	    "SELECT id, code, version, source, sha256 FROM type WHERE id = $1";
	struct db_rows q;
	bool there;
	enum err e;

	db_query(cx, &q, sql, db_i(id));
	if ((there = db_row(&q))) {
		out->id = db_int(&q);
		out->code = db_text(&q);
		out->version = (int)db_int(&q);
		out->source = db_text(&q);
		out->sha256 = db_text(&q);
	}
	if ((e = db_end(&q)) != OK)
		return e;
	return there ? OK : refuse(cx, ERR_MISSING,
	    _("There is no such case type."));
}

enum err
store_type_newest(struct ctx *cx, const char *code, struct store_type *out)
{
	static const char sql[] =
	    "SELECT id, code, version, sha256 FROM type WHERE code = $1"
	    " ORDER BY version DESC LIMIT 1";
	struct db_rows q;
	bool there;
	enum err e;

	db_query(cx, &q, sql, db_t(code));
	if ((there = db_row(&q))) {
		out->id = db_int(&q);
		out->code = db_text(&q);
		out->version = (int)db_int(&q);
		out->sha256 = db_text(&q);
	}
	if ((e = db_end(&q)) != OK)
		return e;
	return there ? OK : refuse(cx, ERR_MISSING,
	    _("There is no case type “%s”."), code);
}

static enum err
rows(struct ctx *cx, struct db_rows *q, struct store_type **out)
{
	struct store_type **tail = out, *t;

	*out = NULL;
	while (db_row(q)) {
		t = arena_alloc(cx->arena, sizeof(*t));
		t->id = db_int(q);
		t->code = db_text(q);
		t->version = (int)db_int(q);
		t->sha256 = db_text(q);
		t->installed = db_int(q);
		*tail = t;
		tail = &t->next;
	}
	return db_end(q);
}

enum err
store_type_all(struct ctx *cx, struct store_type **out)
{
	static const char sql[] =
	    "SELECT t.id, t.code, t.version, t.sha256, t.installed"
	    "  FROM type t"
	    " WHERE NOT EXISTS (SELECT 1 FROM type n"
	    "                    WHERE n.code = t.code"
	    "                      AND n.version > t.version)"
	    " ORDER BY t.code";
	struct db_rows q;

	db_query(cx, &q, sql);
	return rows(cx, &q, out);
}

enum err
store_type_versions(struct ctx *cx, const char *code,
    struct store_type **out)
{
	static const char sql[] =
	    "SELECT id, code, version, sha256, installed FROM type"
	    " WHERE code = $1 ORDER BY version DESC LIMIT 100";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(code));
	return rows(cx, &q, out);
}

enum err
store_type_find(struct ctx *cx, const char *code, int version, int64_t *id)
{
	static const char sql[] =
	    "SELECT id FROM type WHERE code = $1 AND version = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(code), db_i(version));
	*id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_type_counts(struct ctx *cx, const char *code,
    struct store_type_count **out)
{
	/* reach: numbers alone, of a whole version */
	static const char sql[] = DB_REACH
	    "SELECT t.version,"
	    "       (SELECT count(*) FROM (SELECT 1 FROM dossier d"
	    "          WHERE d.type = t.id AND d.status IN ('open', 'waiting')"
	    "          LIMIT $2) a),"
	    "       (SELECT count(*) FROM (SELECT 1 FROM dossier d"
	    "          WHERE d.type = t.id AND d.status = 'closed'"
	    "          LIMIT $2) c)"
	    "  FROM type t WHERE t.code = $1"
	    " ORDER BY t.version DESC LIMIT 100";
	struct store_type_count *c;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_t(code), db_i(STORE_TYPE_MOST));
	while (db_row(&q)) {
		c = arena_alloc(cx->arena, sizeof(*c));
		c->version = (int)db_int(&q);
		c->active = db_int(&q);
		c->closed = db_int(&q);
		*out = c;
		out = &c->next;
	}
	return db_end(&q);
}

enum err
store_type_used(struct ctx *cx, struct store_type **out)
{
	/* reach: whether there is one, of a whole version */
	static const char sql[] = DB_REACH
	    "SELECT t.id, t.code, t.version, t.source FROM type t"
	    " WHERE NOT EXISTS (SELECT 1 FROM type n"
	    "                    WHERE n.code = t.code"
	    "                      AND n.version > t.version)"
	    "    OR EXISTS (SELECT 1 FROM dossier d WHERE d.type = t.id"
	    "                  AND d.status IN ('open', 'waiting'))"
	    " ORDER BY t.code, t.version DESC LIMIT 100";
	struct store_type *t;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql);
	while (db_row(&q)) {
		t = arena_alloc(cx->arena, sizeof(*t));
		t->id = db_int(&q);
		t->code = db_text(&q);
		t->version = (int)db_int(&q);
		t->source = db_text(&q);
		*out = t;
		out = &t->next;
	}
	return db_end(&q);
}

enum err
store_type_add(struct ctx *cx, struct store_type *t)
{
	static const char sql[] =
	    "INSERT INTO type (code, version, source, sha256, installed)"
	    " VALUES ($1, $2, $3, $4, $now) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(t->code), db_i(t->version),
	    db_t(t->source), db_t(t->sha256));
	if (db_row(&q))
		t->id = db_int(&q);
	return db_end(&q);
}

static enum err
models(struct ctx *cx, struct db_rows *q, struct store_type_model **out)
{
	struct store_type_model **tail = out, *m;

	*out = NULL;
	while (db_row(q)) {
		m = arena_alloc(cx->arena, sizeof(*m));
		m->file = db_text(q);
		m->sha256 = db_text(q);
		m->source = db_text(q);
		*tail = m;
		tail = &m->next;
	}
	return db_end(q);
}

enum err
store_type_models(struct ctx *cx, int64_t type,
    struct store_type_model **out)
{
	static const char sql[] =
	    "SELECT file, sha256, source FROM type_model WHERE type = $1"
	    " ORDER BY file";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(type));
	return models(cx, &q, out);
}

enum err
store_type_model_sums(struct ctx *cx, int64_t type,
    struct store_type_model **out)
{
	static const char sql[] =
	    "SELECT file, sha256, '' AS source FROM type_model"
	    " WHERE type = $1 ORDER BY file";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(type));
	return models(cx, &q, out);
}

enum err
store_type_sums(struct ctx *cx, const char *code,
    const struct store_type_sum **out)
{
	static const char sql[] =
	    "SELECT t.version, m.file, m.sha256"
	    "  FROM type t JOIN type_model m ON m.type = t.id"
	    " WHERE t.code = $1 ORDER BY t.version DESC, m.file LIMIT 1000";
	struct store_type_sum *s;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_t(code));
	while (db_row(&q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->version = (int)db_int(&q);
		s->file = db_text(&q);
		s->sha256 = db_text(&q);
		*out = s;
		out = (const struct store_type_sum **)&s->next;
	}
	return db_end(&q);
}

enum err
store_type_model_add(struct ctx *cx, int64_t type,
    const struct store_type_model *m)
{
	static const char sql[] =
	    "INSERT INTO type_model (type, file, source, sha256)"
	    " VALUES ($1, $2, $3, $4)";

	return db_run(cx, sql, db_i(type), db_t(m->file), db_t(m->source),
	    db_t(m->sha256));
}
