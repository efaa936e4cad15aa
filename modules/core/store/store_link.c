/* SPDX-License-Identifier: MIT */
/* Links between dossiers; a row is added and ended, never rewritten. */
#include "store/store_link.h"

#include "store/db.h"
#include "store/visible.h"

enum err
store_link_list(struct ctx *cx, const struct dossier *from,
    struct store_link **out)
{
	static const char sql[] =
	    "SELECT x.id, x.no, x.kind, x.inverse, d.number, d.title,"
	    "       d.status, x.note, a.name, x.added"
	    "  FROM (SELECT l.id AS id, l.no AS no, l.kind AS kind,"
	    "           0 AS inverse, l.other AS other, l.note AS note,"
	    "           l.actor AS actor, l.added AS added"
	    "      FROM dossier_link l"
	    "     WHERE l.dossier = $1 AND l.ended IS NULL"
	    "    UNION ALL"
	    "    SELECT l.id, l.other_no, l.kind, 1, l.dossier, l.note,"
	    "           l.actor, l.added"
	    "      FROM dossier_link l"
	    "     WHERE l.other = $1 AND l.ended IS NULL) x"
	    "  JOIN dossier d ON d.id = x.other"
	    "  LEFT JOIN person a ON a.id = x.actor"
	    " WHERE" VISIBLE
	    " ORDER BY x.no";
	struct store_link **tail = out, *l;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(from->id));
	while (db_row(&q)) {
		l = arena_alloc(cx->arena, sizeof(*l));
		l->id = db_int(&q);
		l->no = db_int(&q);
		l->kind = db_text(&q);
		l->inverse = db_int(&q) != 0;
		l->number = db_text(&q);
		l->title = db_text(&q);
		l->status = db_text(&q);
		l->note = db_text(&q);
		l->by = db_text(&q);
		l->added = db_int(&q);
		*tail = l;
		tail = &l->next;
	}
	return db_end(&q);
}

enum err
store_link_add(struct ctx *cx, const struct dossier *d, int64_t no,
    const struct dossier *other, int64_t other_no, const char *kind,
    const char *note)
{
	/* opened: the predicate held for both */
	static const char sql[] =
	    "INSERT INTO dossier_link (dossier, no, other, other_no, kind,"
	    "    note, added, actor)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $now, $7)";

	return db_run(cx, sql, db_i(d->id), db_i(no), db_i(other->id),
	    db_i(other_no), db_t(kind), db_t(note), db_i0(cx->viewer));
}

enum err
store_link_end(struct ctx *cx, int64_t id)
{
	/* opened: the predicate held for both */
	static const char sql[] =
	    "UPDATE dossier_link SET ended = $now"
	    " WHERE id = $1 AND ended IS NULL";

	return db_run(cx, sql, db_i(id));
}
