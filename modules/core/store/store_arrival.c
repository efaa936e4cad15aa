/* SPDX-License-Identifier: MIT */
/* Rows of what arrived and is on no dossier yet. */
#include "store/store_arrival.h"

#include "store/query.h"
#include "store/store_person.h"
#include "store/visible.h"
#include "text/message.h"

#define COLUMNS								\
	"SELECT a.id, a.number, a.team, m.code, m.name,"		\
	"       coalesce(a.owner, 0), o.name, a.medium, a.title, a.sender," \
	"       a.received, a.added, e.name, coalesce(a.left_at, 0),"	\
	"       coalesce(a.dossier, 0), (SELECT d.number FROM dossier d" \
	"         WHERE d.id = a.dossier AND" VISIBLE "), a.reason,"	\
	"       (SELECT count(*) FROM arrival_file f WHERE f.arrival = a.id)" \
	"  FROM arrival a JOIN team m ON m.id = a.team"			\
	"  LEFT JOIN person o ON o.id = a.owner"			\
	"  LEFT JOIN person e ON e.id = a.actor"

static enum err
arrivals_of(struct ctx *cx, struct db_rows *q, struct arrival **out)
{
	struct arrival **tail = out, *a;

	*out = NULL;
	while (db_row(q)) {
		a = arena_alloc(cx->arena, sizeof(*a));
		a->id = db_int(q);
		a->number = db_text(q);
		a->team = db_int(q);
		a->team_code = db_text(q);
		a->team_name = db_text(q);
		a->owner = db_int(q);
		a->owner_name = db_text(q);
		a->medium = db_text(q);
		a->title = db_text(q);
		a->sender = db_text(q);
		a->received = db_int(q);
		a->added = db_int(q);
		a->added_by = db_text(q);
		a->left = db_int(q);
		a->dossier = db_int(q);
		a->dossier_number = db_text(q);
		a->reason = db_text(q);
		a->nfiles = db_int(q);
		*tail = a;
		tail = &a->next;
	}
	return db_end(q);
}

enum err
store_arrival_add(struct ctx *cx, struct arrival *a)
{
	/* opened: the viewer works for the team */
	static const char sql[] =
	    "INSERT INTO arrival (number, team, owner, medium, title, sender,"
	    "    received, added, actor)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $now, $viewer)"
	    " ON CONFLICT (number) DO NOTHING RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(a->number), db_i(a->team),
	    db_i0(a->owner), db_t(a->medium), db_t(a->title), db_t(a->sender),
	    db_i(a->received));
	a->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_arrival_file_add(struct ctx *cx, const struct arrival *a,
    const struct arrival_file *f)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO arrival_file (arrival, no, name, media_type, bytes,"
	    "    sha256) VALUES ($1, $2, $3, $4, $5, $6)";

	return db_run(cx, sql, db_i(a->id), db_i(f->no), db_t(f->name),
	    db_t(f->media_type), db_i((int64_t)f->bytes), db_t(f->sha256));
}

static enum err
read_files(struct ctx *cx, struct arrival *a)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT no, name, media_type, bytes, sha256 FROM arrival_file"
	    " WHERE arrival = $1 ORDER BY no";
	struct arrival_file **tail = &a->files, *f;
	struct db_rows q;

	db_query(cx, &q, sql, db_i(a->id));
	while (db_row(&q)) {
		f = arena_alloc(cx->arena, sizeof(*f));
		f->no = db_int(&q);
		f->name = db_text(&q);
		f->media_type = db_text(&q);
		f->bytes = (size_t)db_int(&q);
		f->sha256 = db_text(&q);
		*tail = f;
		tail = &f->next;
	}
	return db_end(&q);
}

enum err
store_arrival_find(struct ctx *cx, const char *number, struct arrival **out)
{
	static const char sql[] =
	    COLUMNS " WHERE a.number = $1 AND" ARRIVAL_VISIBLE;
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_t(number));
	if ((e = arrivals_of(cx, &q, out)) != OK || *out == NULL)
		return e;
	return read_files(cx, *out);
}

/* Of one that is out of sight, none. */
#define KEY(column)							\
	"(SELECT z." column " FROM arrival z WHERE z.number = ?"	\
	"   AND z.id IN (SELECT a.id FROM arrival a"			\
	"     WHERE a.id = z.id AND" ARRIVAL_VISIBLE "))"

enum err
store_arrival_list(struct ctx *cx, enum store_arrival_list which,
    int64_t team, const char *after, int limit, struct arrival **out)
{
	bool away = which == STORE_ARRIVAL_AWAY;
	struct query y = { 0 };
	struct db_rows q;

	query_add(&y, COLUMNS " WHERE" ARRIVAL_VISIBLE);
	if (away)
		query_add(&y, " AND a.left_at IS NOT NULL"
		    " AND a.dossier IS NULL");
	else
		query_add(&y, " AND a.left_at IS NULL");
	if (which == STORE_ARRIVAL_MINE)
		query_add(&y, " AND a.owner = $viewer");
	if (which == STORE_ARRIVAL_NOBODY)
		query_add(&y, " AND a.owner IS NULL");
	if (team != 0)
		query_add(&y, " AND a.team = ?", db_i(team));
	if (after[0] != '\0' && away)
		query_add(&y, " AND (a.left_at, a.id) < (" KEY("left_at") ", "
		    KEY("id") ")", db_t(after), db_t(after));
	else if (after[0] != '\0')
		query_add(&y, " AND (a.received, a.id) > (" KEY("received")
		    ", " KEY("id") ")", db_t(after), db_t(after));
	query_put(&y, away ? " ORDER BY a.left_at DESC, a.id DESC" :
	    " ORDER BY a.received, a.id");
	query_add(&y, " LIMIT ?", db_i(limit));
	query_run(cx, &y, &q);
	return arrivals_of(cx, &q, out);
}

enum err
store_arrival_count(struct ctx *cx, int limit, int64_t out[3])
{
	static const char sql[] =
	    "SELECT (SELECT count(*) FROM (SELECT 1 FROM arrival a"
	    "         WHERE a.left_at IS NULL AND" ARRIVAL_VISIBLE
	    "         LIMIT $1) n),"
	    "       (SELECT count(*) FROM (SELECT 1 FROM arrival a"
	    "         WHERE a.left_at IS NULL AND a.owner = $viewer AND"
	    ARRIVAL_VISIBLE " LIMIT $1) n),"
	    "       (SELECT count(*) FROM (SELECT 1 FROM arrival a"
	    "         WHERE a.left_at IS NULL AND a.owner IS NULL AND"
	    ARRIVAL_VISIBLE " LIMIT $1) n)";
	struct db_rows q;
	int i;

	db_query(cx, &q, sql, db_i(limit));
	if (db_row(&q))
		for (i = 0; i < 3; i++)
			out[i] = db_int(&q);
	return db_end(&q);
}

/* Of those that wait in the tray, and just one. */
static enum err
waiting(struct ctx *cx, int64_t changed, enum err e)
{
	if (e != OK || changed == 1)
		return e;
	return refuse(cx, ERR_CONFLICT, "%s", _("This is no longer in the "
	    "tray: somebody filed it or put it away."));
}

enum err
store_arrival_give(struct ctx *cx, const struct arrival *a, int64_t owner)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE arrival SET owner = $2 WHERE id = $1 AND left_at IS NULL";
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_i(a->id), db_i0(owner));

	return waiting(cx, n, e);
}

enum err
store_arrival_leave(struct ctx *cx, const struct arrival *a, int64_t dossier,
    const char *reason)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE arrival SET left_at = $now, dossier = $2, reason = $3"
	    " WHERE id = $1 AND left_at IS NULL";
	static const char moved[] =
	    "DELETE FROM arrival_file WHERE arrival = $1";
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_i(a->id), db_i0(dossier),
	    db_t(reason));

	if ((e = waiting(cx, n, e)) != OK || dossier == 0)
		return e;
	return db_run(cx, moved, db_i(a->id));
}

enum err
store_arrival_back(struct ctx *cx, const struct arrival *a)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE arrival SET left_at = NULL, reason = ''"
	    " WHERE id = $1 AND left_at IS NOT NULL AND dossier IS NULL";
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_i(a->id));

	return e != OK || n == 1 ? e : refuse(cx, ERR_CONFLICT, "%s",
	    _("This was not put away."));
}

enum err
store_arrival_teams(struct ctx *cx, struct team **out)
{
	static const char sql[] =
	    "SELECT a.team, a.code, a.name FROM"
	    " (SELECT m.id AS team, m.code, m.name, m.name_key FROM team m) a"
	    " WHERE" ARRIVAL_VISIBLE " ORDER BY a.name_key, a.team";
	struct db_rows q;

	db_query(cx, &q, sql);
	return store_person_team_rows(cx, &q, out);
}

enum err
store_arrival_people(struct ctx *cx, int64_t team, struct person **out)
{
	/* as ARRIVAL_VISIBLE of them: staff of intake who work for the team */
	static const char sql[] =
	    STORE_PERSON_COLUMNS " WHERE p.id IN (SELECT e.person"
	    "   FROM staff e WHERE e.enabled = 1 AND (e.rights & $2) > 0"
	    "    AND EXISTS (SELECT 1 FROM viewer_scope v"
	    "      JOIN scope c ON c.id = v.scope WHERE v.viewer = e.person"
	    "       AND v.level >= " VISIBLE_WORK " AND c.team = $1))"
	    " ORDER BY coalesce(p.name_key, ''), p.id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(team), db_i(RIGHT_INTAKE));
	return store_person_rows(cx, &q, out);
}
