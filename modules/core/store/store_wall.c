/* SPDX-License-Identifier: MIT */
/* Tables wall and wall_dossier. */
#include "store/store_wall.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"
#include "text/fold.h"

#define FOR_GOOD INT64_C(253402300799)

enum err
store_wall_add(struct ctx *cx, struct wall *w)
{
	static const char sql[] =
	    "INSERT INTO wall (number, staff, label, dossier, party, reason,"
	    "    begins, ends, made, maker)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $now, $9)"
	    " ON CONFLICT (number) DO NOTHING RETURNING id";
	static const char cover[] =
	    "INSERT INTO wall_dossier (wall, dossier) VALUES ($1, $2)";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_t(w->number), db_i0(w->staff),
	    db_t(w->label), db_i0(w->dossier), db_i0(w->party),
	    db_t(w->reason), db_i(w->begins),
	    db_i(w->ends == 0 ? FOR_GOOD : w->ends), db_i(cx->viewer));
	w->id = db_row(&q) ? db_int(&q) : 0;
	if ((e = db_end(&q)) != OK || w->id == 0 || w->dossier == 0)
		return e;
	return db_run(cx, cover, db_i(w->id), db_i(w->dossier));
}

enum err
store_wall_lift(struct ctx *cx, const struct wall *w, const char *remark)
{
	static const char sql[] =
	    "UPDATE wall SET ends = $now, lifted = $now, lifter = $2,"
	    "       remark = $3 WHERE id = $1";

	return db_run(cx, sql, db_i(w->id), db_i(cx->viewer), db_t(remark));
}

#define COLUMNS								\
	"SELECT w.id, w.number, w.staff, s.number, s.name, w.label,"	\
	"       w.dossier, o.number, w.party, p.number, p.name,"	\
	"       w.reason, w.begins, w.ends, w.made, m.name, w.lifted,"	\
	"       l.name, w.remark"					\
	"  FROM wall w"							\
	"  LEFT JOIN person s ON s.id = w.staff"			\
	"  LEFT JOIN person p ON p.id = w.party"			\
	"  LEFT JOIN dossier o ON o.id = w.dossier"			\
	"  JOIN person m ON m.id = w.maker"				\
	"  LEFT JOIN person l ON l.id = w.lifter"
/* Not around the viewer, whose rights are told to others. */
#define OTHERS								\
	" coalesce(w.staff, 0) <> $viewer AND NOT EXISTS"		\
	"   (SELECT 1 FROM staff_role r WHERE r.person = $viewer"	\
	"      AND r.label = w.label)"
/* And not of what the viewer does not see. */
#define KNOWN OTHERS							\
	" AND (w.dossier IS NULL OR EXISTS (SELECT 1 FROM dossier d"	\
	"   WHERE d.id = w.dossier AND" VISIBLE "))"
/* It covers dossier $1. */
#define COVERS								\
	" (w.id IN (SELECT x.wall FROM wall_dossier x"			\
	"    WHERE x.dossier = $1) OR w.party IN (SELECT y.person"	\
	"    FROM party y WHERE y.dossier = $1 AND y.role <> 'lead')) "

static enum err
take(struct ctx *cx, struct db_rows *q, struct wall **out)
{
	struct wall **tail = out, *w;

	*out = NULL;
	while (db_row(q)) {
		w = arena_alloc(cx->arena, sizeof(*w));
		w->id = db_int(q);
		w->number = db_text(q);
		w->staff = db_int(q);
		w->staff_number = db_text(q);
		w->staff_name = db_text(q);
		w->label = db_text(q);
		w->dossier = db_int(q);
		w->dossier_number = db_text(q);
		w->party = db_int(q);
		w->party_number = db_text(q);
		w->party_name = db_text(q);
		w->reason = db_text(q);
		w->begins = db_int(q);
		w->ends = db_int(q);
		if (w->ends == FOR_GOOD)
			w->ends = 0;
		w->made = db_int(q);
		w->maker = db_text(q);
		w->lifted = db_int(q);
		w->lifter = db_text(q);
		w->remark = db_text(q);
		*tail = w;
		tail = &w->next;
	}
	return db_end(q);
}

/* What has this text in it, for LIKE ... ESCAPE '!'. */
static const char *
within(struct ctx *cx, const char *text)
{
	char *out = arena_array(cx->arena, 2 * strlen(text) + 3, 1), *to = out;

	*to++ = '%';
	for (; *text != '\0'; *to++ = *text++)
		if (*text == '%' || *text == '_' || *text == '!')
			*to++ = '!';
	*to++ = '%';
	*to = '\0';
	return out;
}

enum err
store_wall_list(struct ctx *cx, const struct store_wall_filter *f,
    struct wall **out)
{
	static const char sql[] =
	    COLUMNS " WHERE" KNOWN
	    " AND CASE WHEN w.ends > $now THEN 0 ELSE 1 END = $1"
	    " AND (s.name_key LIKE $2 ESCAPE '!'"
	    "   OR p.name_key LIKE $2 ESCAPE '!'"
	    "   OR lower(w.label) LIKE lower($5) ESCAPE '!')"
	    " AND (w.made, w.id) < (coalesce((SELECT z.made FROM wall z"
	    "     WHERE z.number = $3), 253402300799),"
	    "   coalesce((SELECT z.id FROM wall z WHERE z.number = $3), 0))"
	    " ORDER BY w.made DESC, w.id DESC LIMIT $4";
	static const char all[] =
	    COLUMNS " WHERE" KNOWN
	    " AND CASE WHEN w.ends > $now THEN 0 ELSE 1 END = $1"
	    " AND (w.made, w.id) < (coalesce((SELECT z.made FROM wall z"
	    "     WHERE z.number = $2), 253402300799),"
	    "   coalesce((SELECT z.id FROM wall z WHERE z.number = $2), 0))"
	    " ORDER BY w.made DESC, w.id DESC LIMIT $3";
	struct db_rows q;

	if (f->text[0] == '\0')
		db_query(cx, &q, all, db_i(f->over), db_t(f->after),
		    db_i(f->limit));
	else
		db_query(cx, &q, sql, db_i(f->over), db_t(within(cx,
		    fold(cx->arena, f->text))), db_t(f->after),
		    db_i(f->limit), db_t(within(cx, f->text)));
	return take(cx, &q, out);
}

enum err
store_wall_find(struct ctx *cx, const char *number, struct wall **out)
{
	static const char sql[] =
	    COLUMNS " WHERE w.number = $1 AND" KNOWN;
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return take(cx, &q, out);
}

enum err
store_wall_of(struct ctx *cx, const struct dossier *d, struct wall **out)
{
	/* opened: the predicate held; one around the viewer begins later */
	static const char sql[] =
	    COLUMNS " WHERE w.ends > $now AND" OTHERS " AND" COVERS
	    " ORDER BY w.begins, w.id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return take(cx, &q, out);
}

enum err
store_wall_between(struct ctx *cx, const struct dossier *d, int64_t person,
    struct wall **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE" STORE_WALL_STANDS "AND" COVERS
	    "AND" STORE_WALL_KEEPS_OUT("$2")
	    " ORDER BY w.begins, w.id LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(person));
	return take(cx, &q, out);
}

enum err
store_wall_mine(struct ctx *cx, int64_t party, bool *out)
{
	static const char sql[] =
	    "SELECT 1 FROM wall w WHERE w.party = $1 AND" STORE_WALL_STANDS
	    "AND" STORE_WALL_KEEPS_OUT("$viewer") "LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(party));
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_wall_clash(struct ctx *cx, const struct dossier *d, int64_t party,
    struct wall **out)
{
	/* opened: the predicate held; of all its tasks, whoever sees them */
	/* whole: who is kept out has none */
	static const char sql[] = DB_REACH
	    "SELECT p.number, p.name, w.begins FROM wall w"
	    "  JOIN person p ON" STORE_WALL_KEEPS_OUT("p.id")
	    " WHERE w.party = $2 AND" STORE_WALL_STANDS
	    "   AND p.id IN (SELECT d.lead FROM dossier d WHERE d.id = $1"
	    "   UNION SELECT t.owner FROM task t WHERE t.dossier = $1"
	    "     AND t.done IS NULL"
	    "   UNION SELECT g.viewer FROM viewer_grant g"
	    "     WHERE g.dossier = $1 AND g.until > $now"
	    "       AND" VISIBLE_OWN_LEVEL("g") "> 0)"
	    " ORDER BY p.name_key LIMIT 1";
	struct db_rows q;
	struct wall *w;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(party));
	if (db_row(&q)) {
		w = *out = arena_alloc(cx->arena, sizeof(*w));
		w->staff_number = db_text(&q);
		w->staff_name = db_text(&q);
		w->begins = db_int(&q);
	}
	return db_end(&q);
}

/* Of somebody f of the staff who is behind a wall at all: is it this? */
#define BEHIND(dossier)							\
	" EXISTS (SELECT 1 FROM viewer_wall v"				\
	"   WHERE v.viewer = f.person)"					\
	" AND EXISTS (SELECT 1 FROM viewer_wall v"			\
	"   WHERE v.viewer = f.person AND v.dossier = " dossier ")"

enum err
store_wall_held(struct ctx *cx, int limit, struct wall_held **out)
{
	/* People have less in hand than a wall covers. */
	static const char sql[] =
	    "SELECT p.number, p.name, d.number, d.title,"
	    "       CASE WHEN d.lead = p.id THEN 1 ELSE 0 END,"
	    "       (SELECT count(*) FROM task t WHERE t.dossier = d.id"
	    "          AND t.owner = p.id AND t.done IS NULL"
	    "          AND" PART_VISIBLE("t") ")"
	    "  FROM (SELECT f.person AS viewer, d.id AS dossier"
	    "      FROM staff f CROSS JOIN dossier d"
	    "     WHERE d.lead = f.person AND d.status IN ('open', 'waiting')"
	    "       AND" BEHIND("d.id")
	    "    UNION SELECT f.person AS viewer, t.dossier AS dossier"
	    "      FROM staff f CROSS JOIN task t"
	    "     WHERE t.owner = f.person AND t.done IS NULL"
	    "       AND" PART_VISIBLE("t") "AND" BEHIND("t.dossier") ") h"
	    "  JOIN dossier d ON d.id = h.dossier"
	    "  JOIN person p ON p.id = h.viewer"
	    " WHERE h.viewer <> $viewer AND d.status <> 'closed'"
	    "   AND" VISIBLE_MANY
	    " ORDER BY p.name_key, p.id, d.number LIMIT $1";
	struct wall_held **tail = out, *h;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(limit));
	while (db_row(&q)) {
		h = arena_alloc(cx->arena, sizeof(*h));
		h->person_number = db_text(&q);
		h->person_name = db_text(&q);
		h->number = db_text(&q);
		h->title = db_text(&q);
		h->leads = db_int(&q) != 0;
		h->tasks = db_int(&q);
		*tail = h;
		tail = &h->next;
	}
	return db_end(&q);
}

enum err
store_wall_groups(struct ctx *cx, struct store_wall_group **out)
{
	static const char sql[] =
	    "SELECT r.label, max(CASE WHEN r.person = $viewer THEN 1"
	    "   ELSE 0 END) FROM staff_role r"
	    " GROUP BY r.label ORDER BY r.label";
	struct store_wall_group **tail = out, *g;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql);
	while (db_row(&q)) {
		g = arena_alloc(cx->arena, sizeof(*g));
		g->label = db_text(&q);
		g->mine = db_int(&q) != 0;
		*tail = g;
		tail = &g->next;
	}
	return db_end(&q);
}

enum err
store_wall_moved(struct ctx *cx, int64_t after, bool *out)
{
	static const char sql[] =
	    "SELECT 1 FROM wall w WHERE (w.begins > $1 AND w.begins <= $now)"
	    "    OR (w.ends > $1 AND w.ends <= $now) LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(after));
	*out = db_row(&q);
	return db_end(&q);
}
