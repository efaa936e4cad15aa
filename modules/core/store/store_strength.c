/* SPDX-License-Identifier: MIT */
/* Table strength. */
#include "store/store_strength.h"

#include <string.h>

#include "store/db.h"
#include "text/message.h"

#define COLUMNS								\
	"SELECT x.id, x.no, x.kind, x.area, x.words, x.said_by,"	\
	"       x.said, x.goal, g.title, x.ended, x.why, p.name,"	\
	"       x.version"						\
	"  FROM strength x"						\
	"  LEFT JOIN goal g ON g.dossier = x.dossier AND g.no = x.goal"	\
	"  LEFT JOIN person p ON p.id = x.noted_by"

static enum err
rows(struct ctx *cx, struct db_rows *q, struct strength **out)
{
	struct strength *x;

	*out = NULL;
	while (db_row(q)) {
		x = *out = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(q);
		x->no = db_int(q);
		x->wish = strcmp(db_text(q), "wish") == 0;
		x->area = db_text(q);
		x->words = db_text(q);
		x->said_by = db_text(q);
		x->said = db_text(q);
		x->goal = db_int(q);
		x->goal_title = db_text(q);
		x->ended = db_text(q);
		x->why = db_text(q);
		x->noted_by = db_text(q);
		x->version = db_int(q);
		out = &x->next;
	}
	return db_end(q);
}

enum err
store_strength_list(struct ctx *cx, const struct dossier *d,
    struct strength **out)
{
	/* opened: the predicate held */
	static const char sql[] = COLUMNS
	    " WHERE x.dossier = $1"
	    " ORDER BY CASE WHEN x.ended = '' THEN 0 ELSE 1 END, x.kind,"
	    "          x.said DESC, x.no DESC LIMIT 500";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return rows(cx, &q, out);
}

enum err
store_strength_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct strength **out)
{
	/* opened: the predicate held */
	static const char sql[] = COLUMNS
	    " WHERE x.dossier = $1 AND x.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return rows(cx, &q, out);
}

enum err
store_strength_add(struct ctx *cx, const struct dossier *d,
    struct strength *x)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO strength (dossier, no, kind, area, words, said_by,"
	    "    said, goal, noted, noted_by)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $now, $9)"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(x->no), db_t(x->wish ?
	    "wish" : "strength"), db_t(x->area), db_t(x->words),
	    db_t(x->said_by), db_t(x->said), db_i(x->goal),
	    db_i0(cx->viewer));
	if (db_row(&q))
		x->id = db_int(&q);
	return db_end(&q);
}

enum err
store_strength_save(struct ctx *cx, const struct dossier *d,
    struct strength *x, int64_t version)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE strength SET area = $3, words = $4, said_by = $5,"
	    "       said = $6, goal = $7, ended = $8, why = $9,"
	    "       version = version + 1"
	    " WHERE dossier = $1 AND no = $2 AND version = $10";
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_i(d->id), db_i(x->no),
	    db_t(x->area), db_t(x->words), db_t(x->said_by), db_t(x->said),
	    db_i(x->goal), db_t(x->ended), db_t(x->why), db_i(version));

	if (e != OK || n == 1)
		return e;
	return refuse(cx, ERR_CONFLICT, "%s", _("Somebody else has changed "
	    "this meanwhile. Look at it again."));
}
