/* SPDX-License-Identifier: MIT */
/* Emergency access: who opened what, and what a review found. */
#include "store/store_glass.h"

#include "store/db.h"
#include "store/visible.h"

enum err
store_glass_find(struct ctx *cx, const char *number, int64_t *out)
{
	/* reach: what comes of it is said of no dossier by itself */
	static const char sql[] =
	    DB_REACH "SELECT d.id FROM dossier d WHERE d.number = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_glass_grant(struct ctx *cx, int64_t dossier, int64_t until)
{
	static const char sql[] =
	    "INSERT INTO viewer_grant (viewer, dossier, level, until, glass)"
	    " VALUES ($viewer, $1, " VISIBLE_READ ", $2, 1)"
	    " ON CONFLICT (viewer, dossier) DO UPDATE"
	    "    SET own_level =" VISIBLE_OWN_LEVEL("viewer_grant") ","
	    "        own_until =" VISIBLE_OWN_UNTIL("viewer_grant") ","
	    "        level = " VISIBLE_READ ", until = excluded.until,"
	    "        glass = 1, for_whom = NULL";

	return db_run(cx, sql, db_i(dossier), db_i(until));
}

enum err
store_glass_end(struct ctx *cx, int64_t opened)
{
	/* reach: rights, not content */
	static const char sql[] = DB_REACH
	    "UPDATE viewer_grant SET level = own_level, until = own_until,"
	    "       glass = 0, own_level = 0, own_until = 0"
	    " WHERE glass = 1 AND own_level > 0 AND until <= $now"
	    "   AND (viewer, dossier) IN (SELECT g.person, g.dossier"
	    "     FROM glass g WHERE g.opened >= $1)";

	return db_run(cx, sql, db_i(opened));
}

enum err
store_glass_add(struct ctx *cx, struct glass *g)
{
	static const char sql[] =
	    "INSERT INTO glass (number, dossier, person, reason, words,"
	    "    opened, until, due)"
	    " VALUES ($1, $2, $viewer, $3, $4, $now, $5, $6)"
	    " ON CONFLICT (number) DO NOTHING RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(g->number), db_i(g->dossier),
	    db_t(g->reason), db_t(g->words), db_i(g->until), db_i(g->due));
	g->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

#define COLUMNS								\
	"SELECT g.id, g.number, g.dossier, d.number, g.person, p.number," \
	"       p.name, g.reason, g.words, g.opened, g.until, g.due,"	\
	"       coalesce(g.reviewed, 0), coalesce(r.name, ''),"		\
	"       g.finding, g.remark"					\
	"  FROM glass g JOIN dossier d ON d.id = g.dossier"		\
	"  JOIN person p ON p.id = g.person"				\
	"  LEFT JOIN person r ON r.id = g.reviewer"

/* Nobody reviews what a wall keeps from them, nor hears of it. */
#define NOT_WALLED							\
	" NOT EXISTS (SELECT 1 FROM viewer_wall w"			\
	"   WHERE w.viewer = $viewer AND w.dossier = g.dossier) "

static enum err
rows(struct ctx *cx, struct db_rows *q, struct glass **out)
{
	struct glass *g;

	*out = NULL;
	while (db_row(q)) {
		*out = g = arena_alloc(cx->arena, sizeof(*g));
		g->id = db_int(q);
		g->number = db_text(q);
		g->dossier = db_int(q);
		g->dossier_number = db_text(q);
		g->person = db_int(q);
		g->person_number = db_text(q);
		g->person_name = db_text(q);
		g->reason = db_text(q);
		g->words = db_text(q);
		g->opened = db_int(q);
		g->until = db_int(q);
		g->due = db_int(q);
		g->reviewed = db_int(q);
		g->reviewer = db_text(q);
		g->finding = db_text(q);
		g->remark = db_text(q);
		out = &g->next;
	}
	return db_end(q);
}

enum err
store_glass_waiting(struct ctx *cx, struct glass **out)
{
	/* reach: the viewer's own; they named the dossier themselves */
	static const char sql[] = DB_REACH COLUMNS
	    " WHERE g.person = $viewer AND g.reviewed IS NULL"
	    " ORDER BY g.id LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql);
	return rows(cx, &q, out);
}

enum err
store_glass_until(struct ctx *cx, int64_t dossier, int64_t *out)
{
	static const char sql[] =
	    "SELECT until FROM viewer_grant"
	    " WHERE viewer = $viewer AND dossier = $1 AND glass = 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(dossier));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_glass_list(struct ctx *cx, bool reviewed, const char *after,
    int limit, struct glass **out)
{
	/* reach: who reviews is told the number of a dossier and no more */
	static const char waiting[] = DB_REACH COLUMNS
	    " WHERE g.reviewed IS NULL AND" NOT_WALLED "AND (g.due, g.id) >"
	    "  (coalesce((SELECT x.due FROM glass x WHERE x.number = $1), 0),"
	    "   coalesce((SELECT x.id FROM glass x WHERE x.number = $1), 0))"
	    " ORDER BY g.due, g.id LIMIT $2";
	static const char done[] = DB_REACH COLUMNS
	    " WHERE g.reviewed IS NOT NULL AND" NOT_WALLED
	    " AND (g.opened, g.id) <"
	    "  (coalesce((SELECT x.opened FROM glass x WHERE x.number = $1),"
	    "    253402300799),"
	    "   coalesce((SELECT x.id FROM glass x WHERE x.number = $1), 0))"
	    " ORDER BY g.opened DESC, g.id DESC LIMIT $2";
	struct db_rows q;

	db_query(cx, &q, reviewed ? done : waiting, db_t(after),
	    db_i(limit));
	return rows(cx, &q, out);
}

enum err
store_glass_get(struct ctx *cx, const char *number, struct glass **out)
{
	/* reach: as in the list */
	static const char sql[] = DB_REACH COLUMNS
	    " WHERE g.number = $1 AND" NOT_WALLED;
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return rows(cx, &q, out);
}

enum err
store_glass_open(struct ctx *cx, int64_t *out, int64_t *late)
{
	static const char sql[] =
	    "SELECT count(*), coalesce(sum(CASE WHEN g.due < $now THEN 1"
	    "  ELSE 0 END), 0)"
	    "  FROM glass g WHERE g.reviewed IS NULL AND" NOT_WALLED;
	struct db_rows q;

	*out = *late = 0;
	db_query(cx, &q, sql);
	if (db_row(&q)) {
		*out = db_int(&q);
		*late = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_glass_led(struct ctx *cx, int64_t since, struct glass **out)
{
	/* opened: two months before at most, for the index */
	static const char sql[] = COLUMNS
	    " WHERE g.id IN (SELECT x.id FROM glass x WHERE x.reviewed IS NULL"
	    "     UNION ALL SELECT x.id FROM glass x WHERE x.reviewed >= $1"
	    "     AND x.opened >= $1 - 5184000)"
	    "   AND d.lead = $viewer AND" VISIBLE
	    " ORDER BY g.due, g.id LIMIT 20";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(since));
	return rows(cx, &q, out);
}

enum err
store_glass_review(struct ctx *cx, const struct glass *g)
{
	static const char sql[] =
	    "UPDATE glass SET reviewed = $now, reviewer = $viewer,"
	    "       finding = $2, remark = $3"
	    " WHERE id = $1 AND reviewed IS NULL";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(g->id), db_t(g->finding),
	    db_t(g->remark));
	return e == OK && changed != 1 ? db_stale(cx) : e;
}

enum err
store_glass_tell(struct ctx *cx, const struct glass *g, int64_t lead)
{
	static const char sql[] =
	    "INSERT INTO outbox (person, dossier, no, queued, due, glass)"
	    " SELECT f.person, $1, 0, $now, $now, $2 FROM staff f"
	    "  WHERE f.enabled = 1 AND f.person <> $viewer"
	    "    AND (f.person = $3 OR " VISIBLE_AUDITS("f") ")"
	    "    AND NOT EXISTS (SELECT 1 FROM viewer_wall w"
	    "      WHERE w.viewer = f.person AND w.dossier = $1)";

	return db_run(cx, sql, db_i(g->dossier), db_i(g->id), db_i(lead));
}

enum err
store_glass_remind(struct ctx *cx, int64_t after, int64_t *out)
{
	static const char sql[] =
	    "INSERT INTO outbox (person, dossier, no, queued, due, glass)"
	    " SELECT f.person, g.dossier, 0, $now, $now, g.id"
	    "   FROM glass g JOIN staff f"
	    "     ON f.enabled = 1 AND " VISIBLE_AUDITS("f")
	    "  WHERE g.reviewed IS NULL AND g.due >= $1 AND g.due < $now"
	    "    AND f.person <> g.person"
	    "    AND NOT EXISTS (SELECT 1 FROM viewer_wall w"
	    "      WHERE w.viewer = f.person AND w.dossier = g.dossier)";

	return db_change(cx, out, sql, db_i(after));
}

enum err
store_glass_told(struct ctx *cx, int64_t until, struct glass **out)
{
	/* reach: the number of the dossier is not told */
	static const char sql[] = DB_REACH COLUMNS
	    " JOIN outbox o ON o.glass = g.id"
	    " WHERE o.person = $viewer AND o.ended IS NULL AND o.due = $1"
	    "   AND o.tries > 0 AND g.reviewed IS NULL AND" NOT_WALLED
	    " ORDER BY g.id LIMIT 20";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(until));
	return rows(cx, &q, out);
}
