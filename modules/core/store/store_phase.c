/* SPDX-License-Identifier: MIT */
/* Stays in phases; rows are added and ended, never rewritten. */
#include "store/store_phase.h"

#include "store/db.h"

enum err
store_phase_enter(struct ctx *cx, const struct dossier *d, const char *phase,
    int64_t when, const char *reason)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO dossier_phase"
	    "    (dossier, no, phase, entered, reason, actor)"
	    " SELECT $1, coalesce(max(p.no), 0) + 1, $2, $3, $4, $5"
	    "   FROM dossier_phase p WHERE p.dossier = $1";

	return db_run(cx, sql, db_i(d->id), db_t(phase), db_i(when),
	    db_t(reason), db_i0(cx->viewer));
}

enum err
store_phase_leave(struct ctx *cx, const struct dossier *d, int64_t when)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE dossier_phase SET left_at = $2"
	    " WHERE dossier = $1 AND left_at IS NULL";

	return db_run(cx, sql, db_i(d->id), db_i(when));
}

enum err
store_phase_list(struct ctx *cx, struct dossier *d)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT p.no, p.phase, p.entered, p.left_at, p.reason, a.name"
	    "  FROM dossier_phase p LEFT JOIN person a ON a.id = p.actor"
	    " WHERE p.dossier = $1 ORDER BY p.no";
	struct phase **tail = &d->phases, *p;
	struct db_rows q;

	*tail = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->no = db_int(&q);
		p->code = db_text(&q);
		p->entered = db_int(&q);
		p->left = db_int(&q);
		p->reason = db_text(&q);
		p->by = db_text(&q);
		*tail = p;
		tail = &p->next;
	}
	return db_end(&q);
}
