/* SPDX-License-Identifier: MIT */
/* The timers of plan_item, and table plan_trouble. */
#include "store/store_plan_clock.h"

#include "store/db.h"

enum err
store_plan_clock_rings(struct ctx *cx, int64_t *out, int limit, int *n,
    bool *more)
{
	/* reach: the clock, for all */
	static const char sql[] = DB_REACH
	    "SELECT p.dossier FROM plan_item p"
	    " WHERE p.rings <= $now AND p.rings < 253402300799"
	    "   AND p.state = 'available'"
	    "   AND EXISTS (SELECT 1 FROM dossier d"
	    "         WHERE d.id = p.dossier AND d.status <> 'closed')"
	    "   AND NOT EXISTS (SELECT 1 FROM plan_trouble t"
	    "         WHERE t.dossier = p.dossier AND t.again > $now)"
	    " ORDER BY p.rings, p.dossier, p.no LIMIT $1";
	struct db_rows q;
	int rows, i;

	*n = 0;
	db_query(cx, &q, sql, db_i(limit));
	for (rows = 0; db_row(&q) && *n < limit; rows++) {
		out[*n] = db_int(&q);
		for (i = 0; out[i] != out[*n];)
			i++;
		*n += i == *n;		/* one may have several */
	}
	*more = rows == limit;
	return db_end(&q);
}

enum err
store_plan_clock_due(struct ctx *cx, const struct dossier *d, bool *out)
{
	/* opened: by the clock */
	static const char sql[] =
	    "SELECT 1 FROM plan_item WHERE dossier = $1 AND rings <= $now"
	    "   AND rings < 253402300799 AND state = 'available' LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_plan_clock_trouble(struct ctx *cx, int64_t dossier, const char *said)
{
	/* reach: the clock, for all */
	static const char sql[] = DB_REACH
	    "INSERT INTO plan_trouble (dossier, since, again, said)"
	    " VALUES ($1, $now, $now + 300, $2)"
	    " ON CONFLICT (dossier) DO UPDATE SET said = excluded.said,"
	    "    tries = plan_trouble.tries + 1,"
	    "    again = $now + CASE WHEN plan_trouble.tries >= 16 THEN 86400"
	    "      ELSE 300 * plan_trouble.tries * plan_trouble.tries END";

	return db_run(cx, sql, db_i(dossier), db_t(said));
}

enum err
store_plan_clock_calm(struct ctx *cx, int64_t dossier)
{
	/* reach: the clock, for all */
	static const char sql[] = DB_REACH
	    "DELETE FROM plan_trouble WHERE dossier = $1";

	return db_run(cx, sql, db_i(dossier));
}

enum err
store_plan_clock_problems(struct ctx *cx,
    struct store_plan_clock_problem **out)
{
	/* reach: numbers alone, and what the clock said */
	static const char sql[] = DB_REACH
	    "SELECT y.code, y.version, '' AS name, t.said, count(*),"
	    "       min(t.since)"
	    "  FROM plan_trouble t JOIN dossier d ON d.id = t.dossier"
	    "  JOIN type y ON y.id = d.type"
	    " WHERE d.status <> 'closed'"
	    " GROUP BY y.code, y.version, t.said"
	    " UNION ALL "
	    "SELECT '', 0, c.name, max(c.said), count(*), min(c.queued)"
	    "  FROM plan_call c"
	    " WHERE c.ended IS NULL AND c.said <> ''"
	    " GROUP BY c.name"
	    " ORDER BY 1, 2, 3, 4 LIMIT 100";
	struct store_plan_clock_problem *p;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql);
	while (db_row(&q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->code = db_text(&q);
		p->version = (int)db_int(&q);
		p->name = db_text(&q);
		p->said = db_text(&q);
		p->count = db_int(&q);
		p->since = db_int(&q);
		*out = p;
		out = &p->next;
	}
	return db_end(&q);
}
