/* SPDX-License-Identifier: MIT */
/* The tables of imports. */
#include "store/store_import.h"

#include "store/db.h"
#include "text/message.h"

enum err
store_import_trace(struct ctx *cx, const char *log, const char *trace,
    struct store_import_trace *out)
{
	static const char sql[] =
	    "SELECT dossier, events FROM import_trace"
	    " WHERE log = $1 AND trace = $2";
	struct db_rows q;

	out->dossier = out->events = 0;
	db_query(cx, &q, sql, db_t(log), db_t(trace));
	if (db_row(&q)) {
		out->dossier = db_int(&q);
		out->events = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_import_trace_put(struct ctx *cx, const char *log, const char *trace,
    const struct store_import_trace *t)
{
	static const char sql[] =
	    "INSERT INTO import_trace (log, trace, dossier, events)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (log, trace) DO UPDATE"
	    "    SET events = excluded.events";

	return db_run(cx, sql, db_t(log), db_t(trace), db_i(t->dossier),
	    db_i(t->events));
}

enum err
store_import_scopes(struct ctx *cx, const char *type,
    struct store_import_scope **out)
{
	static const char sql[] =
	    "SELECT o.id, m.id, m.name, m.code"
	    "  FROM scope o JOIN team m ON m.id = o.team"
	    " WHERE o.type = $1 ORDER BY m.name_key";
	struct store_import_scope **tail = out, *s;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_t(type));
	while (db_row(&q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->id = db_int(&q);
		s->team = db_int(&q);
		s->name = db_text(&q);
		s->code = db_text(&q);
		*tail = s;
		tail = &s->next;
	}
	return db_end(&q);
}

enum err
store_import_person(struct ctx *cx, const char *log, const char *name,
    int64_t *out)
{
	static const char sql[] =
	    "SELECT person FROM import_person WHERE log = $1 AND name = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(log), db_t(name));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_import_person_put(struct ctx *cx, const char *log, const char *name,
    int64_t person)
{
	static const char sql[] =
	    "INSERT INTO import_person (log, name, person)"
	    " VALUES ($1, $2, $3)";

	return db_run(cx, sql, db_t(log), db_t(name), db_i(person));
}

enum err
store_import_dossier(struct ctx *cx, int64_t id, struct dossier *d,
    bool *ended)
{
	/* reach: an import of the operator, no viewer asks */
	static const char sql[] =
	    "SELECT d.number, d.title, d.type, d.scope, d.status, d.phase,"
	    "       d.outcome, d.verdict, d.risk, d.medium, d.lead,"
	    "       d.received, d.opened, d.closed, d.touched, d.version,"
	    "       (SELECT count(*) FROM event e WHERE e.dossier = d.id"
	    "           AND e.kind = 'dossier.closed')"
	    "  FROM dossier d WHERE d.id = $1";
	struct db_rows q;
	bool there;
	enum err e;

	db_query(cx, &q, sql, db_i(id));
	if ((there = db_row(&q))) {
		d->id = id;
		d->number = db_text(&q);
		d->title = db_text(&q);
		d->type_id = db_int(&q);
		d->scope = db_int(&q);
		d->status = db_text(&q);
		d->phase = db_text(&q);
		d->outcome = db_text(&q);
		d->verdict = db_text(&q);
		d->risk = (int)db_int(&q);
		d->medium = db_text(&q);
		d->lead = db_int(&q);
		d->received = db_int(&q);
		d->opened = db_int(&q);
		d->closed = db_int(&q);
		d->touched = db_int(&q);
		d->version = db_int(&q);
		*ended = db_int(&q) > 0;
	}
	if ((e = db_end(&q)) != OK)
		return e;
	return there ? OK : refuse(cx, ERR_BROKEN, "%s",
	    _("A case that was imported before is gone."));
}

enum err
store_import_touch(struct ctx *cx, const struct dossier *d, int64_t when)
{
	/* reach: an import of the operator, no viewer asks */
	static const char sql[] =
	    "UPDATE dossier SET touched = $2 WHERE id = $1";

	return db_run(cx, sql, db_i(d->id), db_i(when));
}
