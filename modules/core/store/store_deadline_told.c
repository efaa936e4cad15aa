/* SPDX-License-Identifier: MIT */
/* Who is told of a deadline, and which ones the clock looks at. */
#include <string.h>

#include "store/db.h"
#include "store/store_deadline.h"
#include "store/store_task.h"
#include "store/visible.h"

enum err
store_deadline_told_add(struct ctx *cx, const struct dossier *d,
    const struct deadline *x, bool managers, int64_t *out)
{
	/* opened: by the clock, for those who may see it */
	static const char list[] =
	    "INSERT INTO deadline_notice (person, deadline, told, since)"
	    " SELECT f.person, $6, $7, $now" STORE_DEADLINE_THOSE
	    " ON CONFLICT (person, deadline) DO UPDATE"
	    "    SET told = excluded.told, since = excluded.since";
	/* but to whom it says nothing new: they were told of the miss */
	static const char post[] =
	    "INSERT INTO outbox (person, dossier, no, queued, due, kind)"
	    " SELECT a.person, $1, $6, $now, $now, 'deadline'"
	    "   FROM (SELECT f.person" STORE_DEADLINE_THOSE ") a"
	    "  WHERE NOT EXISTS (SELECT 1 FROM deadline_notice n"
	    "    WHERE n.deadline = $7 AND n.person = a.person"
	    "      AND n.told = $8 AND n.told < $9)";
	bool all = managers || d->lead == 0;
	enum err e;

	if ((e = db_run(cx, post, db_i(d->id), db_i(all), db_i(d->lead),
	    db_i(d->restricted), db_i(d->scope), db_i(x->no), db_i(x->id),
	    db_i(DEADLINE_TOLD_LATE), db_i(x->told))) != OK)
		return e;
	return db_change(cx, out, list, db_i(d->id), db_i(all),
	    db_i(d->lead), db_i(d->restricted), db_i(d->scope), db_i(x->id),
	    db_i(x->told));
}

enum err
store_deadline_told_drop(struct ctx *cx, const struct deadline *x)
{
	/* opened: the deadline's dossier was */
	static const char sql[] =
	    "DELETE FROM deadline_notice WHERE deadline = $1";

	return db_run(cx, sql, db_i(x->id));
}

#define TOLD								\
	"  FROM deadline_notice n JOIN deadline x ON x.id = n.deadline"	\
	"  JOIN dossier d ON d.id = x.dossier"				\
	" WHERE n.person = $viewer"					\
	"   AND x.state IN ('running', 'unchecked')"			\
	"   AND d.status <> 'closed' AND" VISIBLE

enum err
store_deadline_told(struct ctx *cx, int limit, struct deadline **out,
    int64_t *count)
{
	static const char rows[] =
	    "SELECT x.id, x.no, x.code, x.title, x.due, n.told, d.number,"
	    "       d.title, d.type, x.state" TOLD
	    " ORDER BY x.due, x.id LIMIT $1";
	static const char all[] =
	    "SELECT count(*) FROM (SELECT 1" TOLD " LIMIT 1001) a";
	struct deadline *x;
	struct db_rows q;
	enum err e;

	*out = NULL;
	db_query(cx, &q, rows, db_i(limit));
	while (db_row(&q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(&q);
		x->no = db_int(&q);
		x->code = db_text(&q);
		x->title = db_text(&q);
		x->due = store_task_moment(db_int(&q));
		x->told = (int)db_int(&q);
		x->number = db_text(&q);
		x->dossier_title = db_text(&q);
		x->type_id = db_int(&q);
		x->state = strcmp(db_text(&q), "unchecked") == 0 ?
		    DEADLINE_UNCHECKED : DEADLINE_RUNNING;
		*out = x;
		out = &x->next;
	}
	if ((e = db_end(&q)) != OK)
		return e;
	db_query(cx, &q, all);
	*count = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_deadline_told_due(struct ctx *cx, struct store_deadline_at *out,
    int limit, int *n)
{
	/* reach: the clock, for all */
	static const char sql[] = DB_REACH
	    "SELECT x.dossier, x.no FROM deadline x"
	    " WHERE x.tells <= $now AND x.tells < 253402300799"
	    " ORDER BY x.tells, x.id LIMIT $1";
	struct db_rows q;

	*n = 0;
	db_query(cx, &q, sql, db_i(limit));
	while (db_row(&q) && *n < limit) {
		out[*n].dossier = db_int(&q);
		out[(*n)++].no = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_deadline_told_dossiers(struct ctx *cx, int64_t after, int64_t *out,
    int limit, int *n)
{
	/* reach: the clock, for all */
	static const char sql[] = DB_REACH
	    "SELECT DISTINCT x.dossier FROM deadline x"
	    " WHERE x.dossier > $1 AND x.state IN ('running', 'unchecked')"
	    " ORDER BY x.dossier LIMIT $2";
	struct db_rows q;

	*n = 0;
	db_query(cx, &q, sql, db_i(after), db_i(limit));
	while (db_row(&q) && *n < limit)
		out[(*n)++] = db_int(&q);
	return db_end(&q);
}
