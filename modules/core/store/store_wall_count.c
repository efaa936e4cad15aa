/* SPDX-License-Identifier: MIT */
/* What walls take from the sums. */
#include "store/store_wall_count.h"

#include "store/db.h"

#define ADDS								\
	" ON CONFLICT (viewer, kind, whose, scope) DO UPDATE"		\
	"    SET n = wall_count.n + excluded.n"

static enum err
is_any(struct ctx *cx, bool *out)
{
	static const char sql[] =
	    "SELECT 1 FROM viewer_wall WHERE counted <> 1 LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql);
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_wall_count_settle(struct ctx *cx)
{
	/* reach: numbers of rows, for everybody */
	static const char count[] = DB_REACH
	    "INSERT INTO wall_count (viewer, kind, whose, scope, n)"
	    " SELECT w.viewer, c.kind, c.whose, c.scope,"
	    "   sum(CASE WHEN w.counted = 0 THEN c.n ELSE -c.n END)"
	    "  FROM viewer_wall w CROSS JOIN dossier_count c"
	    " WHERE w.counted <> 1 AND w.counted <> 2"
	    "   AND c.dossier = w.dossier AND c.restricted = 0"
	    " GROUP BY w.viewer, c.kind, c.whose, c.scope"
	    " UNION ALL"
	    " SELECT w.viewer, 'wall', 0, 0,"
	    "   sum(CASE WHEN w.counted = 0 THEN 1 ELSE -1 END)"
	    "  FROM viewer_wall w"
	    " WHERE w.counted <> 1 AND w.counted <> 2 GROUP BY w.viewer"
	    ADDS;
	static const char go[] =
	    "DELETE FROM viewer_wall WHERE counted <> 1 AND counted <> 0";
	static const char stay[] =
	    "UPDATE viewer_wall SET counted = 1 WHERE counted <> 1";
	bool any;
	enum err e;

	if ((e = is_any(cx, &any)) != OK || !any)
		return e;
	if ((e = db_run(cx, count)) != OK || (e = db_run(cx, go)) != OK)
		return e;
	return db_run(cx, stay);
}

enum err
store_wall_count_move(struct ctx *cx, int64_t dossier, const char *kind,
    int64_t whose, int64_t scope, int64_t n)
{
	static const char sql[] =
	    "INSERT INTO wall_count (viewer, kind, whose, scope, n)"
	    " SELECT w.viewer, $2, $3, $4, $5 FROM viewer_wall w"
	    "  WHERE w.dossier = $1 AND" STORE_WALL_COUNTED("w") ADDS;

	return db_run(cx, sql, db_i(dossier), db_t(kind), db_i(whose),
	    db_i(scope), db_i(n));
}

enum err
store_wall_count_verify(struct ctx *cx, const char **out)
{
	/* reach: the operator's check of counts */
	static const char sql[] = DB_REACH
	    "SELECT s.login FROM (SELECT x.viewer FROM"
	    "  (SELECT viewer, kind, whose, scope, n FROM wall_count"
	    "   UNION ALL"
	    "   SELECT w.viewer, c.kind, c.whose, c.scope, -c.n"
	    "     FROM viewer_wall w JOIN dossier_count c"
	    "       ON c.dossier = w.dossier AND c.restricted = 0"
	    "    WHERE" STORE_WALL_COUNTED("w")
	    "   UNION ALL SELECT w.viewer, 'wall', 0, 0, -1"
	    "     FROM viewer_wall w WHERE" STORE_WALL_COUNTED("w") ") x"
	    "   GROUP BY x.viewer, x.kind, x.whose, x.scope"
	    "   HAVING sum(x.n) <> 0) y"
	    "  JOIN staff s ON s.person = y.viewer ORDER BY 1 LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql);
	*out = db_row(&q) ? db_text(&q) : "";
	return db_end(&q);
}
