/* SPDX-License-Identifier: MIT */
/* The grants of standing in: ordinary rows, made anew as a whole. */
#include "store/db.h"
#include "store/store_absence.h"
#include "store/visible.h"

/* What somebody holds on dossier d without standing in. */
#define BY_SCOPE(who)							\
	" CASE WHEN d.restricted = 0 THEN coalesce((SELECT v.level"	\
	"   FROM viewer_scope v WHERE v.viewer = " who			\
	"     AND v.scope = d.scope), 0) ELSE 0 END"
#define BY_GRANT(who)							\
	" coalesce((SELECT" VISIBLE_OWN_LEVEL("g")			\
	"   FROM viewer_grant g"					\
	"   WHERE g.viewer = " who " AND g.dossier = d.id), 0)"
#define WALLED(who)							\
	" EXISTS (SELECT 1 FROM viewer_wall w"				\
	"   WHERE w.viewer = " who " AND w.dossier = d.id)"

/* reach: rights, not content. Open cases that somebody absent leads, and
 * those of their open tasks. */
#define THEIRS(d_from, d_more, t_from, t_more)				\
	"SELECT a.id AS absence, d.id AS dossier FROM " d_from		\
	" WHERE d.lead = a.person AND d.status IN ('open', 'waiting')"	\
	"   AND" STORE_ABSENCE_NOW d_more				\
	" UNION SELECT a.id, t.dossier FROM " t_from			\
	" WHERE t.owner = a.person AND t.done IS NULL"			\
	"   AND" STORE_ABSENCE_NOW t_more

/* What who is away holds on each, and the substitute. */
#define HELD(d_from, d_more, t_from, t_more)				\
	"SELECT a.substitute AS viewer, d.id AS dossier,"		\
	"       a.person AS for_whom, a.ends AS until,"			\
	BY_SCOPE("a.person") " AS scope_level,"				\
	BY_GRANT("a.person") " AS grant_level,"				\
	BY_SCOPE("a.substitute") " AS own_scope,"			\
	BY_GRANT("a.substitute") " AS own_grant"			\
	"  FROM (" THEIRS(d_from, d_more, t_from, t_more) ") x"		\
	"  JOIN absence a ON a.id = x.absence"				\
	"  JOIN dossier d ON d.id = x.dossier"				\
	"  JOIN staff f ON f.person = a.person"				\
	"  JOIN staff s ON s.person = a.substitute"			\
	" WHERE" STORE_ABSENCE_OF("d.type_code")			\
	"   AND f.enabled = 1 AND " VISIBLE_STAFF("f")			\
	"   AND s.enabled = 1 AND " VISIBLE_STAFF("s")			\
	"   AND NOT" WALLED("a.person")					\
	"   AND NOT" WALLED("a.substitute")

/* Where that is more than the substitute's own; of several absences the one
 * that gives most. */
#define WANTED(d_from, d_more, t_from, t_more)				\
	"SELECT r.viewer, r.dossier, r.level, r.until, r.for_whom"	\
	"  FROM (SELECT l.viewer, l.dossier, l.level, l.until,"		\
	"    l.for_whom, row_number() OVER"				\
	"      (PARTITION BY l.viewer, l.dossier"			\
	"       ORDER BY l.level DESC, l.until DESC, l.for_whom) AS place" \
	"   FROM (SELECT h.viewer, h.dossier, h.until, h.for_whom,"	\
	"      CASE WHEN h.scope_level > h.grant_level"			\
	"        THEN h.scope_level ELSE h.grant_level END AS level,"	\
	"      CASE WHEN h.own_scope > h.own_grant"			\
	"        THEN h.own_scope ELSE h.own_grant END AS own"		\
	"     FROM (" HELD(d_from, d_more, t_from, t_more) ") h) l"	\
	"   WHERE l.level >= " VISIBLE_READ " AND l.level > l.own) r"	\
	" WHERE r.place = 1"

#define GONE(d_from, d_more, t_from, t_more)				\
	" AND (viewer, dossier) NOT IN"					\
	"   (SELECT k.viewer, k.dossier FROM ("				\
	    WANTED(d_from, d_more, t_from, t_more) ") k)"
#define BACK								\
	"UPDATE viewer_grant SET level = own_level, until = own_until,"	\
	"       for_whom = NULL, own_level = 0, own_until = 0"		\
	" WHERE for_whom IS NOT NULL AND own_level > 0"
#define DROP								\
	"DELETE FROM viewer_grant"					\
	" WHERE for_whom IS NOT NULL AND own_level = 0"
#define PUT(d_from, d_more, t_from, t_more)				\
	"INSERT INTO viewer_grant (viewer, dossier, level, until,"	\
	"    for_whom) " WANTED(d_from, d_more, t_from, t_more)		\
	" ON CONFLICT (viewer, dossier) DO UPDATE SET"			\
	"   own_level =" VISIBLE_OWN_LEVEL("viewer_grant") ","		\
	"   own_until =" VISIBLE_OWN_UNTIL("viewer_grant") ","		\
	"   glass = 0,"							\
	"   level = excluded.level, until = excluded.until,"		\
	"   for_whom = excluded.for_whom"				\
	" WHERE viewer_grant.for_whom IS NULL"				\
	"    OR viewer_grant.for_whom <> excluded.for_whom"		\
	"    OR viewer_grant.level <> excluded.level"			\
	"    OR viewer_grant.until <> excluded.until"

/* Each begins with what is the least: in this order both engines read it. */
#define OF_DOSSIER							\
	"dossier d CROSS JOIN absence a", " AND d.id = $1",		\
	"task t CROSS JOIN absence a", " AND t.dossier = $1"
#define ALL								\
	"absence a CROSS JOIN dossier d", "",				\
	"absence a CROSS JOIN task t", ""
/* Macros take their arguments apart before they are put in. */
#define GONE_OF(of) GONE(of)
#define PUT_OF(of) PUT(of)

/* Is there anything to look at? */
static enum err
is_touched(struct ctx *cx, int64_t dossier, bool *out)
{
	/* reach: rights, not content */
	static const char sql[] = DB_REACH
	    "SELECT 1 FROM absence a WHERE" STORE_ABSENCE_NOW
	    "   AND a.person IN (SELECT d.lead FROM dossier d"
	    "     WHERE d.id = $1 UNION ALL SELECT t.owner FROM task t"
	    "     WHERE t.dossier = $1 AND t.done IS NULL)"
	    " UNION ALL SELECT 1 FROM viewer_grant g"
	    "  WHERE g.dossier = $1 AND g.for_whom IS NOT NULL LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(dossier));
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_absence_keep(struct ctx *cx, const struct dossier *d)
{
	/* reach: rights, not content */
	static const char back[] = DB_REACH
	    BACK " AND dossier = $1" GONE_OF(OF_DOSSIER);
	static const char drop[] = DB_REACH
	    DROP " AND dossier = $1" GONE_OF(OF_DOSSIER);
	static const char put[] = DB_REACH PUT_OF(OF_DOSSIER);
	bool touched;
	enum err e;

	if ((e = is_touched(cx, d->id, &touched)) != OK || !touched)
		return e;
	if ((e = db_run(cx, back, db_i(d->id))) != OK ||
	    (e = db_run(cx, drop, db_i(d->id))) != OK)
		return e;
	return db_run(cx, put, db_i(d->id));
}

enum err
store_absence_keep_all(struct ctx *cx, int64_t *changed)
{
	/* reach: rights, not content */
	static const char back[] = DB_REACH BACK GONE_OF(ALL);
	static const char drop[] = DB_REACH DROP GONE_OF(ALL);
	static const char put[] = DB_REACH PUT_OF(ALL);
	const char *const sql[] = { back, drop, put };
	int64_t n;
	size_t i;
	enum err e;

	*changed = 0;
	for (i = 0; i < 3; i++) {
		if ((e = db_change(cx, &n, sql[i])) != OK)
			return e;
		*changed += n;
	}
	return OK;
}
