/* SPDX-License-Identifier: MIT */
/* Rows of dossiers. Only store_dossier_find() looks for one; all others get
 * a handle that was opened by it. */
#include "store/store_dossier.h"

#include "store/db.h"
#include "store/store_promise.h"
#include "store/store_service.h"
#include "store/store_task.h"
#include "store/visible.h"
#include "text/fold.h"

#define COLUMNS								\
	"SELECT" STORE_DOSSIER_COLUMNS ","				\
	"       CASE WHEN d.restricted = 0 THEN"			\
	"         coalesce((SELECT s.level FROM viewer_scope s"		\
	"           WHERE s.viewer = $viewer AND s.scope = d.scope), 0)" \
	"         ELSE 0 END,"						\
	"       coalesce((SELECT CASE WHEN g.glass = 1 THEN -g.level"	\
	"           ELSE g.level END FROM viewer_grant g"		\
	"           WHERE g.viewer = $viewer AND g.dossier = d.id"	\
	"             AND g.until > $now), 0),"				\
	"       CASE WHEN EXISTS (SELECT 1 FROM event_protected c"	\
	"           WHERE c.dossier = d.id AND "			\
	COMPARTMENT_HELD("c.compartment") ") THEN 1 ELSE 0 END"		\
	"  FROM dossier d"						\
	"  JOIN scope o ON o.id = d.scope"				\
	"  JOIN team t ON t.id = o.team"				\
	"  LEFT JOIN person l ON l.id = d.lead"				\
	"  LEFT JOIN person r ON r.id = d.requester"

struct dossier *
store_dossier_row(struct ctx *cx, struct db_rows *q)
{
	struct dossier *d = arena_alloc(cx->arena, sizeof(*d));

	d->id = db_int(q);
	d->number = db_text(q);
	d->title = db_text(q);
	d->type_id = db_int(q);
	d->scope = db_int(q);
	d->team = db_int(q);
	d->team_name = db_text(q);
	d->restricted = db_int(q) != 0;
	d->status = db_text(q);
	d->phase = db_text(q);
	d->outcome = db_text(q);
	d->verdict = db_text(q);
	d->risk = (int)db_int(q);
	d->medium = db_text(q);
	d->lead = db_int(q);
	d->lead_name = db_text(q);
	d->requester_id = db_int(q);
	d->requester = db_text(q);
	d->received = db_int(q);
	d->opened = db_int(q);
	d->closed = db_int(q);
	d->due = store_task_moment(db_int(q));
	d->quiet = store_task_moment(db_int(q));
	d->heard = db_int(q);
	d->touched = db_int(q);
	d->version = db_int(q);
	d->compartment = db_int(q);
	d->compartment_name = db_text(q);
	return d;
}

static enum err
one_of(struct ctx *cx, struct db_rows *q, struct dossier **out)
{
	int64_t scope, grant, n;

	*out = NULL;
	if (db_row(q)) {
		*out = store_dossier_row(cx, q);
		db_opened(cx, (*out)->id);
		scope = db_int(q);
		n = db_int(q);		/* below 0: in an emergency */
		grant = n < 0 ? -n : n;
		(*out)->level = (enum level)(scope > grant ? scope : grant);
		(*out)->way = scope >= grant ? WAY_ROLE :
		    n < 0 ? WAY_GLASS : WAY_GRANT;
		(*out)->protects = db_int(q) != 0;
	}
	return db_end(q);
}

enum err
store_dossier_find(struct ctx *cx, const char *number, struct dossier **out)
{
	static const char sql[] =
	    COLUMNS " WHERE d.number = $1 AND" VISIBLE;
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return one_of(cx, &q, out);
}

enum err
store_dossier_known(struct ctx *cx, int64_t id, struct dossier **out)
{
	/* reach: the caller knows it from a row of its own, and looks at the
	 * level before it shows anything */
	static const char sql[] = DB_REACH COLUMNS " WHERE d.id = $1";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(id));
	if ((e = one_of(cx, &q, out)) != OK || *out == NULL)
		return e;
	return store_dossier_level(cx, *out);
}

enum err
store_dossier_level(struct ctx *cx, struct dossier *d)
{
	struct store_dossier_held held;
	enum err e;

	if ((e = store_dossier_held(cx, d, cx->viewer, &held)) != OK)
		return e;
	d->level = held.walled ? LEVEL_NONE : held.level;
	return OK;
}

enum err
store_dossier_held(struct ctx *cx, const struct dossier *d, int64_t person,
    struct store_dossier_held *out)
{
	/* opened: the predicate held; this is about another person */
	static const char sql[] =
	    "SELECT p.name,"
	    "       CASE WHEN d.restricted = 0 THEN"
	    "         coalesce((SELECT s.level FROM viewer_scope s"
	    "           WHERE s.viewer = p.id AND s.scope = d.scope), 0)"
	    "         ELSE 0 END,"
	    "       coalesce((SELECT g.level FROM viewer_grant g"
	    "           WHERE g.viewer = p.id AND g.dossier = d.id"
	    "             AND g.until > $now), 0),"
	    "       coalesce((SELECT" VISIBLE_OWN_LEVEL("g")
	    "           FROM viewer_grant g"
	    "           WHERE g.viewer = p.id AND g.dossier = d.id), 0),"
	    "       (SELECT count(*) FROM viewer_wall w"
	    "         WHERE w.viewer = p.id AND w.dossier = d.id)"
	    "       + CASE WHEN d.compartment = 0 OR EXISTS"
	    "         (SELECT 1 FROM viewer_compartment k"
	    "           WHERE k.viewer = p.id AND k.until > $now"
	    "             AND k.compartment = d.compartment)"
	    "         THEN 0 ELSE 1 END,"
	    "       coalesce((SELECT f.enabled FROM staff f"
	    "         WHERE f.person = p.id AND " VISIBLE_STAFF("f") "), 0)"
	    "  FROM dossier d, person p WHERE d.id = $1 AND p.id = $2";
	enum level scope, grant, own;
	struct db_rows q;

	*out = (struct store_dossier_held){ .name = "" };
	db_query(cx, &q, sql, db_i(d->id), db_i(person));
	if (db_row(&q)) {
		out->name = db_text(&q);
		scope = (enum level)db_int(&q);
		grant = (enum level)db_int(&q);
		own = (enum level)db_int(&q);
		out->walled = db_int(&q) != 0;
		out->staff = db_int(&q) != 0;
		out->level = scope > grant ? scope : grant;
		out->own = scope > own ? scope : own;
	}
	return db_end(&q);
}

enum err
store_dossier_admit(struct ctx *cx, const struct dossier *d, int64_t person,
    enum level level)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO viewer_grant (viewer, dossier, level, until)"
	    " VALUES ($1, $2, $3, 253402300799)"
	    " ON CONFLICT (viewer, dossier) DO UPDATE"
	    "    SET level = CASE WHEN" VISIBLE_OWN_LEVEL("viewer_grant")
	    "            > excluded.level"
	    "            THEN" VISIBLE_OWN_LEVEL("viewer_grant")
	    "            ELSE excluded.level END,"
	    "        until = excluded.until, glass = 0,"
	    "        for_whom = NULL, own_level = 0, own_until = 0";

	return db_run(cx, sql, db_i(person), db_i(d->id), db_i(level));
}

enum err
store_dossier_dismiss(struct ctx *cx, const struct dossier *d,
    int64_t person)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "DELETE FROM viewer_grant WHERE viewer = $1 AND dossier = $2";

	return db_run(cx, sql, db_i(person), db_i(d->id));
}

enum err
store_dossier_add(struct ctx *cx, struct dossier *d)
{
	/* reach: it is new, and nobody's yet */
	static const char sql[] =
	    DB_REACH "INSERT INTO dossier (number, type, type_code,"
	    "    scope, title, title_key, status, phase, verdict, medium,"
	    "    requester, received, opened, touched)"
	    " SELECT $1, t.id, t.code, $3, $4, $5, $6, $7, $8, $9, $10,"
	    "        $11, $12, $12"
	    "   FROM type t WHERE t.id = $2"
	    " ON CONFLICT (number) DO NOTHING"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(d->number), db_i(d->type_id),
	    db_i(d->scope), db_t(d->title), db_t(fold(cx->arena, d->title)),
	    db_t(d->status), db_t(d->phase), db_t(d->verdict),
	    db_t(d->medium), db_i0(d->requester_id), db_i(d->received),
	    db_i(d->opened));
	d->id = db_row(&q) ? db_int(&q) : 0;
	if (d->id != 0)
		db_opened(cx, d->id);
	return db_end(&q);
}

enum err
store_dossier_save(struct ctx *cx, struct dossier *d, bool edited)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE dossier"
	    "   SET type = $3, type_code ="
	    "         (SELECT t.code FROM type t WHERE t.id = $3),"
	    "       scope = $4, title = $5, title_key = $6, status = $7,"
	    "       phase = $8, outcome = $9, verdict = $10, risk = $11,"
	    "       lead = $12, closed = $13, version = version + $14"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(d->id), db_i(d->version),
	    db_i(d->type_id), db_i(d->scope), db_t(d->title),
	    db_t(fold(cx->arena, d->title)), db_t(d->status),
	    db_t(d->phase), db_t(d->outcome), db_t(d->verdict),
	    db_i(d->risk), db_i0(d->lead), db_i0(d->closed),
	    db_i(edited ? 1 : 0));
	if (e != OK)
		return e;
	if (changed != 1)
		return db_stale(cx);
	d->version += edited ? 1 : 0;
	if ((e = store_promise_lead(cx, d->id, d->lead)) != OK)
		return e;
	return store_service_lead(cx, d->id, d->lead, d->scope);
}

enum err
store_dossier_next(struct ctx *cx, struct dossier *d, int64_t *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE dossier SET things = things + 1 WHERE id = $1"
	    " RETURNING things";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_dossier_due(struct ctx *cx, struct dossier *d, int64_t field)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE dossier"
	    "   SET due = CASE WHEN status = 'closed' THEN 253402300799 ELSE"
	    "             (SELECT coalesce(min(w.due), 253402300799)"
	    "                FROM (SELECT t.due AS due FROM task t"
	    "                       WHERE t.dossier = $1 AND t.done IS NULL"
	    "                         AND t.compartment = 0"
	    "                      UNION ALL SELECT x.due FROM deadline x"
	    "                       WHERE x.dossier = $1 AND x.state IN"
	    "                         ('running', 'unchecked')"
	    "                      UNION ALL SELECT p.due FROM promise p"
	    "                       WHERE p.dossier = $1"
	    "                         AND p.state = 'open'"
	    "                      UNION ALL SELECT $2) w) END"
	    " WHERE id = $1"
	    " RETURNING due";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(store_task_stored(field)));
	if (db_row(&q))
		d->due = store_task_moment(db_int(&q));
	return db_end(&q);
}

enum err
store_dossier_open_tasks(struct ctx *cx, const struct dossier *d, int limit,
    struct task **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT t.no, t.title FROM task t"
	    " WHERE t.dossier = $1 AND t.done IS NULL AND t.item = 0"
	    "   AND" PART_VISIBLE("t")
	    " ORDER BY t.no LIMIT $2";
	struct task **tail = out, *t;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(limit));
	while (db_row(&q)) {
		t = arena_alloc(cx->arena, sizeof(*t));
		t->no = db_int(&q);
		t->title = db_text(&q);
		*tail = t;
		tail = &t->next;
	}
	return db_end(&q);
}

enum err
store_dossier_scope(struct ctx *cx, int64_t id,
    struct store_dossier_scope *out)
{
	static const char sql[] =
	    "SELECT o.id, o.team, o.type, t.name,"
	    "       coalesce((SELECT s.level FROM viewer_scope s"
	    "         WHERE s.viewer = $viewer AND s.scope = o.id), 0)"
	    "  FROM scope o JOIN team t ON t.id = o.team"
	    " WHERE o.id = $1";
	struct db_rows q;

	*out = (struct store_dossier_scope){ .type = "", .team_name = "" };
	db_query(cx, &q, sql, db_i(id));
	if (db_row(&q)) {
		out->id = db_int(&q);
		out->team = db_int(&q);
		out->type = db_text(&q);
		out->team_name = db_text(&q);
		out->level = (enum level)db_int(&q);
	}
	return db_end(&q);
}

enum err
store_dossier_count(struct ctx *cx, int64_t scope, int open, int total)
{
	static const char sql[] =
	    "UPDATE scope SET open = open + $2, total = total + $3"
	    " WHERE id = $1";

	return db_run(cx, sql, db_i(scope), db_i(open), db_i(total));
}

enum err
store_dossier_values(struct ctx *cx, struct dossier *d)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT v.field, v.text, v.no FROM field_value v"
	    " WHERE v.dossier = $1 ORDER BY v.field, v.no";
	struct value **tail = &d->values, *v;
	struct db_rows q;

	/* nothing changes beneath a page that is shown */
	if (cx->reading != NULL && d->values != NULL)
		return OK;
	*tail = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		v = arena_alloc(cx->arena, sizeof(*v));
		v->field = db_text(&q);
		v->text = db_text(&q);
		v->no = db_int(&q);
		*tail = v;
		tail = &v->next;
	}
	return db_end(&q);
}

enum err
store_dossier_value(struct ctx *cx, const struct dossier *d,
    const char *field, const char **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT v.text FROM field_value v"
	    " WHERE v.dossier = $1 AND v.field = $2 AND v.no = 0";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_t(field));
	*out = db_row(&q) ? db_text(&q) : "";
	return db_end(&q);
}

enum err
store_dossier_value_put(struct ctx *cx, const struct dossier *d,
    const struct store_dossier_value *v)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO field_value"
	    "    (dossier, field, no, text, text_key, number, date)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
	    " ON CONFLICT (dossier, field, no) DO UPDATE"
	    "    SET text = excluded.text, text_key = excluded.text_key,"
	    "        number = excluded.number, date = excluded.date";

	return db_run(cx, sql, db_i(d->id), db_t(v->field), db_i(v->no),
	    db_t(v->text), db_t(v->key),
	    v->counted ? db_i(v->number) : db_null(), db_t(v->date));
}

enum err
store_dossier_value_drop(struct ctx *cx, const struct dossier *d,
    const char *field, int64_t no)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "DELETE FROM field_value"
	    " WHERE dossier = $1 AND field = $2 AND no = $3";

	return db_run(cx, sql, db_i(d->id), db_t(field), db_i(no));
}
