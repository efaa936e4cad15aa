/* SPDX-License-Identifier: MIT */
/* Sheets of handovers, whoever may read them. */
#include "store/store_verify_handovers.h"

#include "store/db.h"

enum err
store_verify_handovers(struct ctx *cx, const char *handover, int64_t no,
    struct store_verify_sheet *out)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] = DB_REACH
	    "SELECT c.dossier, c.said_by, c.said, c.sha256,"
	    "       y.section, y.text, y.detail, y.due, y.compartment"
	    "  FROM handover h JOIN handover_case c ON c.handover = h.id"
	    "  LEFT JOIN handover_line y"
	    "    ON y.handover = c.handover AND y.no = c.no"
	    " WHERE h.number = $1 AND c.no = $2 AND c.state = 'accepted'"
	    " ORDER BY y.place";
	struct handover_line **tail = &out->lines, *l;
	struct db_rows q;

	*out = (struct store_verify_sheet){ .sha256 = "" };
	db_query(cx, &q, sql, db_t(handover), db_i(no));
	while (db_row(&q)) {
		out->dossier = db_int(&q);
		out->receiver = db_int(&q);
		out->said = db_int(&q);
		out->sha256 = db_text(&q);
		l = arena_alloc(cx->arena, sizeof(*l));
		l->section = db_text(&q);
		l->text = db_text(&q);
		l->detail = db_text(&q);
		l->due = db_int(&q);
		l->compartment = db_int(&q);
		if (l->section[0] == '\0')	/* it has no line */
			continue;
		*tail = l;
		tail = &l->next;
	}
	return db_end(&q);
}

enum err
store_verify_handovers_total(struct ctx *cx, int64_t *sheets, int64_t *stray)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] = DB_REACH
	    "SELECT (SELECT count(*) FROM handover_case c"
	    "          WHERE c.state = 'accepted'),"
	    "       (SELECT count(*) FROM handover_line y WHERE NOT EXISTS"
	    "         (SELECT 1 FROM handover_case c"
	    "           WHERE c.handover = y.handover AND c.no = y.no"
	    "             AND c.state = 'accepted'))";
	struct db_rows q;

	*sheets = *stray = 0;
	db_query(cx, &q, sql);
	if (db_row(&q)) {
		*sheets = db_int(&q);
		*stray = db_int(&q);
	}
	return db_end(&q);
}
