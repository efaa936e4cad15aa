/* SPDX-License-Identifier: MIT */
/* What is due of many dossiers: for lists of gaps, and for the clock. */
#include <string.h>

#include "store/db.h"
#include "store/store_service.h"
#include "store/visible.h"

enum err
store_service_gaps_next(struct ctx *cx, const char *until, struct service **out,
    int limit)
{
	/* reach: the clock, for all */
	static const char sql[] = DB_REACH
	    "SELECT x.id, x.every, x.times, x.begins, x.until, x.made,"
	    "       x.next"
	    "  FROM service x"
	    " WHERE x.next <> '' AND x.state = 'running' AND x.next <= $1"
	    " ORDER BY x.next, x.id LIMIT $2";
	struct service *x;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_t(until), db_i(limit));
	while (db_row(&q)) {
		x = *out = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(&q);
		x->every = db_text(&q);
		x->times = (int)db_int(&q);
		x->begins = db_text(&q);
		x->until = db_text(&q);
		x->made = db_int(&q);
		x->following = db_text(&q);
		out = &x->next;
	}
	return db_end(&q);
}

#define UNTOLD								\
	" state = 'due' AND told < 2 AND day <= $1"			\
	" AND (told = 0 OR day < $1)"

/* Who does it is told on the day, who leads once it is late; nobody of what
 * they were told and did not look at. */
enum err
store_service_gaps_tell(struct ctx *cx, const char *today, int64_t *n)
{
	/* reach: the clock, for all; who is told looks by their own right */
	static const char post[] = DB_REACH
	    "INSERT INTO outbox (person, dossier, no, queued, due, kind)"
	    " SELECT f.person, s.dossier, s.no, $now, $now, 'service'"
	    "  FROM (SELECT service, min(day) AS day FROM service_day"
	    "    WHERE" UNTOLD " GROUP BY service) x"
	    "  JOIN service s ON s.id = x.service"
	    "  JOIN dossier d ON d.id = s.dossier AND d.status <> 'closed'"
	    "  JOIN staff f ON f.enabled = 1 AND f.person ="
	    "    CASE WHEN x.day < $1 THEN d.lead ELSE coalesce((SELECT"
	    "      w.person FROM staff w WHERE w.person = s.person"
	    "        AND w.enabled = 1), d.lead) END"
	    " WHERE NOT EXISTS (SELECT 1 FROM outbox o"
	    "   WHERE o.person = f.person AND o.dossier = s.dossier"
	    "     AND o.no = s.no AND o.kind = 'service'"
	    "     AND o.seen IS NULL)";
	static const char mark[] = DB_REACH
	    "UPDATE service_day SET told = CASE WHEN day < $1 THEN 2 ELSE 1"
	    "   END WHERE" UNTOLD;
	enum err e;

	if ((e = db_run(cx, post, db_t(today))) != OK)
		return e;
	return db_change(cx, n, mark, db_t(today));
}

#define GAPS								\
	"SELECT y.id, y.day, y.aftercare, x.no, x.title, x.every,"	\
	"       coalesce(p.name, t.name), g.title, d.number, d.title,"	\
	"       (SELECT r.name FROM party w JOIN person r"		\
	"           ON r.id = w.person WHERE w.dossier = d.id"		\
	"          AND w.role = 'patient' AND w.ended IS NULL"		\
	"        ORDER BY w.no LIMIT 1), l.name"			\
	"  FROM service_day y"						\
	"  JOIN service x ON x.id = y.service"				\
	"  JOIN dossier d ON d.id = x.dossier"				\
	"  LEFT JOIN person p ON p.id = x.person"			\
	"  LEFT JOIN team t ON t.id = x.team"				\
	"  LEFT JOIN goal g ON g.id = x.goal AND g.dossier = x.dossier"	\
	"  LEFT JOIN person l ON l.id = d.lead"				\
	" WHERE y.state = 'due' AND y.day >= $1 AND y.day <= $2"	\
	"   AND y.aftercare >= $3 AND d.status <> 'closed' AND"
#define BY_DAY " ORDER BY y.day, y.id LIMIT $4"

enum err
store_service_gaps(struct ctx *cx, const struct store_service_gaps *f,
    struct service_day **out)
{
	static const char all[] = GAPS VISIBLE BY_DAY;
	static const char mine[] = GAPS VISIBLE
	    "   AND y.lead = $viewer" BY_DAY;
	static const char team[] = GAPS VISIBLE
	    "   AND y.scope IN (SELECT c.scope FROM viewer_scope c"
	    "     JOIN scope s ON s.id = c.scope"
	    "     JOIN team o ON o.id = s.team"
	    "    WHERE c.viewer = $viewer AND o.code = $5)" BY_DAY;
	const char *from = f->from[0] == '\0' ? "0000" : f->from;
	const char *until = f->until[0] == '\0' ? "9999-99" : f->until;
	int64_t skip = f->without, limit = f->limit + skip;
	struct service_day *y;
	struct db_rows q;

	if (f->mine)
		db_query(cx, &q, mine, db_t(from), db_t(until),
		    db_i(f->aftercare), db_i(limit));
	else if (f->team[0] != '\0')
		db_query(cx, &q, team, db_t(from), db_t(until),
		    db_i(f->aftercare), db_i(limit), db_t(f->team));
	else
		db_query(cx, &q, all, db_t(from), db_t(until),
		    db_i(f->aftercare), db_i(limit));
	*out = NULL;
	while (db_row(&q)) {
		y = arena_alloc(cx->arena, sizeof(*y));
		y->id = db_int(&q);
		y->day = db_text(&q);
		y->aftercare = db_int(&q) != 0;
		y->service = db_int(&q);
		y->title = db_text(&q);
		y->every = db_text(&q);
		y->who = db_text(&q);
		y->goal = db_text(&q);
		y->number = db_text(&q);
		y->dossier = db_text(&q);
		y->patient = db_text(&q);
		y->lead = db_text(&q);
		if (skip > 0 && strcmp(y->day, from) == 0 && skip-- > 0)
			continue;
		*out = y;
		out = &y->next;
	}
	return db_end(&q);
}

enum err
store_service_gaps_count(struct ctx *cx, const char *today, int most,
    int64_t *late, int64_t *due, int64_t *all)
{
	static const char sql[] =
	    "SELECT coalesce(sum(CASE WHEN z.day < $1 THEN 1 ELSE 0 END),"
	    "         0),"
	    "       coalesce(sum(CASE WHEN z.day = $1 THEN 1 ELSE 0 END),"
	    "         0), count(*)"
	    "  FROM (SELECT y.day FROM service_day y"
	    "     JOIN service x ON x.id = y.service"
	    "     JOIN dossier d ON d.id = x.dossier"
	    "    WHERE y.state = 'due' AND y.lead = $viewer"
	    "      AND d.status <> 'closed' AND" VISIBLE_MANY
	    "    ORDER BY y.day LIMIT $2) z";
	struct db_rows q;

	*late = *due = *all = 0;
	db_query(cx, &q, sql, db_t(today), db_i(most));
	if (db_row(&q)) {
		*late = db_int(&q);
		*due = db_int(&q);
		*all = db_int(&q);
	}
	return db_end(&q);
}
