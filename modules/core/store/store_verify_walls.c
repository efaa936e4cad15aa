/* SPDX-License-Identifier: MIT */
/* Walls, whoever may know of them. */
#include "store/store_verify_walls.h"

#include "store/db.h"
#include "store/store_task.h"

enum err
store_verify_walls(struct ctx *cx, struct store_verify_wall **out)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] = DB_REACH
	    "SELECT w.number, s.number, p.number, w.label, w.reason,"
	    "       w.remark, w.dossier, w.maker, w.lifter, w.begins, w.ends,"
	    "       w.lifted"
	    "  FROM wall w LEFT JOIN person s ON s.id = w.staff"
	    "  LEFT JOIN person p ON p.id = w.party ORDER BY w.id";
	struct store_verify_wall *w;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql);
	while (db_row(&q)) {
		w = *out = arena_alloc(cx->arena, sizeof(*w));
		out = &w->next;
		w->number = db_text(&q);
		w->staff = db_text(&q);
		w->party = db_text(&q);
		w->label = db_text(&q);
		w->reason = db_text(&q);
		w->remark = db_text(&q);
		w->dossier = db_int(&q);
		w->maker = db_int(&q);
		w->lifter = db_int(&q);
		w->begins = db_int(&q);
		w->ends = store_task_moment(db_int(&q));
		w->lifted = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_verify_walls_party(struct ctx *cx, const char *number,
    const char **out)
{
	static const char sql[] =
	    "WITH RECURSIVE into_whom (id, merged) AS"
	    "  (SELECT p.id, p.merged FROM person p WHERE p.number = $1"
	    "   UNION SELECT p.id, p.merged FROM into_whom i"
	    "     JOIN person p ON p.id = i.merged)"
	    " SELECT p.number FROM into_whom i JOIN person p ON p.id = i.id"
	    "  WHERE i.merged IS NULL";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	*out = db_row(&q) ? db_text(&q) : number;
	return db_end(&q);
}
