/* SPDX-License-Identifier: MIT */
/* Lists kept under a name. What they list follows the reader's rights. */
#include "store/store_list_view.h"

#include "store/db.h"
#include "store/visible.h"
#include "text/message.h"

#define TEAMS								\
	"SELECT c.team FROM viewer_scope s"				\
	"  JOIN scope c ON c.id = s.scope"				\
	" WHERE s.viewer = $viewer AND s.level >= " VISIBLE_WORK
#define COLUMNS								\
	"SELECT v.id, v.number, v.name, v.owner, p.name,"		\
	"       coalesce(v.team, 0), coalesce(t.code, ''),"		\
	"       coalesce(t.name, ''), v.everybody, v.query, v.version"	\
	"  FROM list_view v JOIN person p ON p.id = v.owner"		\
	"  LEFT JOIN team t ON t.id = v.team"

static enum err
take(struct ctx *cx, struct db_rows *q, struct list_view **out)
{
	struct list_view **tail = out, *v;

	*out = NULL;
	while (db_row(q)) {
		v = arena_alloc(cx->arena, sizeof(*v));
		v->id = db_int(q);
		v->number = db_text(q);
		v->name = db_text(q);
		v->owner = db_int(q);
		v->owner_name = db_text(q);
		v->team = db_int(q);
		v->team_code = db_text(q);
		v->team_name = db_text(q);
		v->everybody = db_int(q) != 0;
		v->query = db_text(q);
		v->version = db_int(q);
		*tail = v;
		tail = &v->next;
	}
	return db_end(q);
}

enum err
store_list_view_all(struct ctx *cx, struct list_view **out)
{
	static const char sql[] = COLUMNS
	    " WHERE v.id IN (SELECT a.id FROM list_view a"
	    "                 WHERE a.owner = $viewer"
	    "                UNION SELECT b.id FROM viewer_scope s"
	    "                  JOIN scope o ON o.id = s.scope"
	    "                  JOIN list_view b ON b.team = o.team"
	    "                 WHERE s.viewer = $viewer"
	    "                   AND s.level >= " VISIBLE_WORK
	    "                UNION SELECT c.id FROM list_view c"
	    "                 WHERE c.everybody = 1)"
	    " ORDER BY CASE WHEN v.owner = $viewer THEN 0 ELSE 1 END,"
	    "          v.name_key, v.id LIMIT 200";
	struct db_rows q;

	db_query(cx, &q, sql);
	return take(cx, &q, out);
}

enum err
store_list_view_find(struct ctx *cx, const char *number,
    struct list_view **out)
{
	static const char sql[] = COLUMNS
	    " WHERE v.number = $1 AND (v.owner = $viewer"
	    "    OR v.everybody = 1 OR v.team IN (" TEAMS "))";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return take(cx, &q, out);
}

enum err
store_list_view_count(struct ctx *cx, int64_t *out)
{
	static const char sql[] =
	    "SELECT count(*) FROM list_view WHERE owner = $viewer";
	struct db_rows q;

	db_query(cx, &q, sql);
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_list_view_add(struct ctx *cx, struct list_view *v, const char *key)
{
	static const char sql[] =
	    "INSERT INTO list_view (number, name, name_key, owner, team,"
	    "  everybody, query, made) VALUES ($1, $2, $3, $4, $5, $6, $7,"
	    "  $now) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(v->number), db_t(v->name), db_t(key),
	    db_i(v->owner), db_i0(v->team), db_i(v->everybody),
	    db_t(v->query));
	v->id = db_row(&q) ? db_int(&q) : 0;
	v->version = 1;
	return db_end(&q);
}

enum err
store_list_view_save(struct ctx *cx, struct list_view *v, const char *key)
{
	static const char sql[] =
	    "UPDATE list_view SET name = $3, name_key = $4, team = $5,"
	    "       everybody = $6, query = $7, version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t n = 0;
	enum err e;

	if ((e = db_change(cx, &n, sql, db_i(v->id), db_i(v->version),
	    db_t(v->name), db_t(key), db_i0(v->team), db_i(v->everybody),
	    db_t(v->query))) != OK)
		return e;
	if (n == 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("This view was changed elsewhere meanwhile."));
	v->version++;
	return OK;
}

enum err
store_list_view_drop(struct ctx *cx, int64_t id)
{
	static const char sql[] = "DELETE FROM list_view WHERE id = $1";

	return db_run(cx, sql, db_i(id));
}

enum err
store_list_view_team(struct ctx *cx, int64_t team, bool *out)
{
	static const char sql[] =
	    "SELECT 1 WHERE $1 IN (" TEAMS ")";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(team));
	*out = db_row(&q);
	return db_end(&q);
}
