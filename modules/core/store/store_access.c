/* SPDX-License-Identifier: MIT */
/* Rights as rows: the predicate of visible.h reads what is written here. */
#include "store/store_access.h"

#include "store/db.h"
#include "store/store_absence.h"
#include "store/store_count.h"
#include "store/visible.h"
#include "text/fold.h"

#define FOR_GOOD INT64_C(253402300799)
#define EVERY_TEAM "*"

enum err
store_access_staff(struct ctx *cx, int64_t person,
    struct store_access_staff *out)
{
	static const char sql[] =
	    "SELECT f.person, p.number, p.name, f.login,"
	    "       CASE WHEN f.language = '' THEN p.language"
	    "         ELSE f.language END, f.zone, f.enabled, f.rights,"
	    "       f.shortcuts, (SELECT count(*) FROM absence a"
	    "         WHERE a.substitute = f.person AND" STORE_ABSENCE_NOW ")"
	    "  FROM staff f JOIN person p ON p.id = f.person"
	    " WHERE f.person = $1";
	struct db_rows q;

	*out = (struct store_access_staff){ .name = "" };
	db_query(cx, &q, sql, db_i(person));
	if (db_row(&q)) {
		out->person = db_int(&q);
		out->number = db_text(&q);
		out->name = db_text(&q);
		out->login = db_text(&q);
		out->language = db_text(&q);
		out->zone = db_text(&q);
		out->enabled = db_int(&q) != 0;
		out->rights = (unsigned int)db_int(&q);
		out->shortcuts = db_int(&q) != 0;
		out->stands_in = db_int(&q) != 0;
	}
	return db_end(&q);
}

/* The numbers of the rows of a query, in the arena. */
static enum err
numbers(struct ctx *cx, struct db_rows *q, int64_t **out, size_t *n)
{
	size_t room = 64;

	*n = 0;
	*out = arena_array(cx->arena, room, sizeof(**out));
	while (db_row(q)) {
		if (*n == room) {
			int64_t *more = arena_array(cx->arena, room * 2,
			    sizeof(**out));
			size_t i;

			for (i = 0; i < room; i++)
				more[i] = (*out)[i];
			*out = more;
			room *= 2;
		}
		(*out)[(*n)++] = db_int(q);
	}
	return db_end(q);
}

enum err
store_access_everybody(struct ctx *cx, int64_t **out, size_t *n)
{
	static const char sql[] =
	    "SELECT DISTINCT person FROM staff_role ORDER BY person";
	struct db_rows q;

	db_query(cx, &q, sql);
	return numbers(cx, &q, out, n);
}

enum err
store_access_rights(struct ctx *cx, int64_t person, unsigned int rights)
{
	static const char sql[] =
	    "UPDATE staff SET rights = $2 WHERE person = $1";

	return db_run(cx, sql, db_i(person), db_i(rights));
}

enum err
store_access_roles(struct ctx *cx, int64_t person,
    struct store_access_role **out)
{
	static const char sql[] =
	    "SELECT r.label, r.role, r.types, r.team, r.every, t.name,"
	    "       r.level"
	    "  FROM staff_role r LEFT JOIN team t ON t.id = r.team"
	    " WHERE r.person = $1 ORDER BY r.label";
	struct store_access_role **tail = out, *r;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(person));
	while (db_row(&q)) {
		r = arena_alloc(cx->arena, sizeof(*r));
		r->label = db_text(&q);
		r->role = db_text(&q);
		r->types = db_text(&q);
		r->team = db_int(&q);
		if (db_int(&q) != 0)
			r->team = -1;
		r->team_name = db_text(&q);
		r->level = (enum level)db_int(&q);
		if (r->team == -1)
			r->team_name = EVERY_TEAM;
		*tail = r;
		tail = &r->next;
	}
	return db_end(&q);
}

enum err
store_access_set_roles(struct ctx *cx, int64_t person,
    const struct store_access_role *r)
{
	static const char drop[] = "DELETE FROM staff_role WHERE person = $1";
	static const char add[] =
	    "INSERT INTO staff_role (person, label, role, types, team, every,"
	    "  level) VALUES ($1, $2, $3, $4, $5, $6, $7)";
	enum err e = db_run(cx, drop, db_i(person));

	for (; r != NULL && e == OK; r = r->next)
		e = db_run(cx, add, db_i(person), db_t(r->label),
		    db_t(r->role), db_t(r->types),
		    db_i0(r->team == -1 ? 0 : r->team),
		    db_i(r->team == -1), db_i(r->level));
	return e;
}

enum err
store_access_team(struct ctx *cx, const char *name, const char *code,
    int64_t *out)
{
	static const char add[] =
	    "INSERT INTO team (code, name, name_key) VALUES ($1, $2, $3)"
	    " ON CONFLICT (code) DO NOTHING";
	static const char find[] = "SELECT id FROM team WHERE code = $1";
	struct db_rows q;
	enum err e;

	*out = 0;
	if ((e = db_run(cx, add, db_t(code), db_t(name),
	    db_t(fold(cx->arena, name)))) != OK)
		return e;
	db_query(cx, &q, find, db_t(code));
	if (db_row(&q))
		*out = db_int(&q);
	return db_end(&q);
}

enum err
store_access_scope(struct ctx *cx, const char *type, int64_t team,
    int64_t *out)
{
	static const char find[] =
	    "SELECT id FROM scope WHERE type = $1 AND team = $2";
	static const char add[] =
	    "INSERT INTO scope (type, team) VALUES ($1, $2) RETURNING id";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, find, db_t(type), db_i(team));
	*out = db_row(&q) ? db_int(&q) : 0;
	if ((e = db_end(&q)) != OK || *out != 0)
		return e;
	db_query(cx, &q, add, db_t(type), db_i(team));
	if (db_row(&q))
		*out = db_int(&q);
	return db_end(&q);
}

enum err
store_access_scope_any(struct ctx *cx, const char *type, int64_t team,
    int64_t *out)
{
	static const char sql[] =
	    "SELECT id FROM scope WHERE type = $1"
	    " ORDER BY CASE WHEN team = $2 THEN 0 ELSE 1 END, id LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(type), db_i(team));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_access_types(struct ctx *cx, const char ***out, size_t *n)
{
	static const char sql[] =
	    "SELECT DISTINCT code FROM type ORDER BY code LIMIT 1000";
	struct db_rows q;

	*n = 0;
	*out = arena_array(cx->arena, 1000, sizeof(**out));
	db_query(cx, &q, sql);
	while (db_row(&q))
		(*out)[(*n)++] = db_text(&q);
	return db_end(&q);
}

enum err
store_access_teams(struct ctx *cx, int64_t **out, size_t *n)
{
	static const char sql[] = "SELECT id FROM team ORDER BY id";
	struct db_rows q;

	db_query(cx, &q, sql);
	return numbers(cx, &q, out, n);
}

static enum err
take_holds(struct ctx *cx, struct db_rows *q, struct store_access_hold **out)
{
	struct store_access_hold **tail = out, *h;

	*out = NULL;
	while (db_row(q)) {
		h = arena_alloc(cx->arena, sizeof(*h));
		h->scope = db_int(q);
		h->type = db_text(q);
		h->team = db_text(q);
		h->team_code = db_text(q);
		h->level = (enum level)db_int(q);
		*tail = h;
		tail = &h->next;
	}
	return db_end(q);
}

enum err
store_access_holds(struct ctx *cx, int64_t viewer,
    struct store_access_hold **out)
{
	static const char sql[] =
	    "SELECT s.id, s.type, t.name, t.code, v.level"
	    "  FROM viewer_scope v JOIN scope s ON s.id = v.scope"
	    "  JOIN team t ON t.id = s.team"
	    " WHERE v.viewer = $1 ORDER BY s.type, t.name_key, s.id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(viewer));
	return take_holds(cx, &q, out);
}

enum err
store_access_set_holds(struct ctx *cx, int64_t viewer,
    const struct store_access_hold *h)
{
	static const char drop[] =
	    "DELETE FROM viewer_scope WHERE viewer = $1";
	static const char add[] =
	    "INSERT INTO viewer_scope (viewer, scope, level)"
	    " VALUES ($1, $2, $3)";
	enum err e = db_run(cx, drop, db_i(viewer));

	for (; h != NULL && e == OK; h = h->next)
		e = db_run(cx, add, db_i(viewer), db_i(h->scope),
		    db_i(h->level));
	return e == OK ? store_count_grants(cx, viewer) : e;
}

enum err
store_access_all(struct ctx *cx, struct store_access_hold **out)
{
	static const char sql[] =
	    "SELECT s.id, s.type, t.name, t.code, 0"
	    "  FROM scope s JOIN team t ON t.id = s.team"
	    " ORDER BY s.type, t.name_key, s.id";
	struct db_rows q;

	db_query(cx, &q, sql);
	return take_holds(cx, &q, out);
}

enum err
store_access_grants(struct ctx *cx, int64_t dossier,
    struct store_access_grant **out)
{
	static const char sql[] =
	    "SELECT g.viewer, p.number, p.name, g.level, g.until, w.name,"
	    "  " VISIBLE_OWN_LEVEL("g")
	    "  FROM viewer_grant g JOIN person p ON p.id = g.viewer"
	    "  LEFT JOIN person w ON w.id = g.for_whom"
	    " WHERE g.dossier = $1 AND g.until > $now"
	    " ORDER BY p.name_key, p.id";
	struct store_access_grant **tail = out, *g;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(dossier));
	while (db_row(&q)) {
		g = arena_alloc(cx->arena, sizeof(*g));
		g->person = db_int(&q);
		g->number = db_text(&q);
		g->name = db_text(&q);
		g->level = (enum level)db_int(&q);
		g->until = db_int(&q);
		if (g->until == FOR_GOOD)
			g->until = 0;
		g->for_whom = db_text(&q);
		g->own = (enum level)db_int(&q);
		*tail = g;
		tail = &g->next;
	}
	return db_end(&q);
}

enum err
store_access_put_grant(struct ctx *cx, int64_t dossier,
    const struct store_access_grant *g)
{
	static const char sql[] =
	    "INSERT INTO viewer_grant (viewer, dossier, level, until)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (viewer, dossier) DO UPDATE"
	    "    SET level = excluded.level, until = excluded.until,"
	    "        glass = 0, for_whom = NULL,"
	    "        own_level = 0, own_until = 0";

	return db_run(cx, sql, db_i(g->person), db_i(dossier),
	    db_i(g->level), db_i(g->until == 0 ? FOR_GOOD : g->until));
}

enum err
store_access_drop_grant(struct ctx *cx, int64_t dossier, int64_t person)
{
	static const char sql[] =
	    "DELETE FROM viewer_grant WHERE viewer = $1 AND dossier = $2";

	return db_run(cx, sql, db_i(person), db_i(dossier));
}

enum err
store_access_walled(struct ctx *cx, int64_t dossier, int64_t person,
    bool *out)
{
	/* reach: whether somebody may see it at all */
	static const char sql[] = DB_REACH
	    "SELECT 1 FROM viewer_wall WHERE viewer = $1 AND dossier = $2"
	    " UNION ALL "
	    "SELECT 1 FROM dossier d WHERE d.id = $2 AND d.compartment <> 0"
	    "   AND NOT EXISTS (SELECT 1 FROM viewer_compartment k"
	    "     WHERE k.viewer = $1 AND k.compartment = d.compartment"
	    "       AND k.until > $now)";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(person), db_i(dossier));
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_access_restrict(struct ctx *cx, int64_t dossier, bool restricted)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE dossier SET restricted = $2 WHERE id = $1";

	return db_run(cx, sql, db_i(dossier), db_i(restricted));
}
