/* SPDX-License-Identifier: MIT */
/* Table part2. */
#include "store/store_part2.h"

#include <string.h>

#include "store/db.h"

static const char *const classes[] = { "part2", "counselling" };

enum err
store_part2_add(struct ctx *cx, const struct dossier *d,
    const struct part2 *g)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO part2 (dossier, no, class, why, marked, marker)"
	    " VALUES ($1, $2, $3, $4, $now, $viewer)";

	return db_run(cx, sql, db_i(d->id), db_i(g->no),
	    db_t(classes[g->counselling]), db_t(g->why));
}

enum err
store_part2_end(struct ctx *cx, const struct part2 *g, const char *why)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE part2 SET ended = $now, ender = $viewer, ended_why = $2"
	    " WHERE id = $1 AND ended IS NULL";

	return db_run(cx, sql, db_i(g->id), db_t(why));
}

enum err
store_part2_list(struct ctx *cx, const struct dossier *d, struct part2 **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT g.id, g.no, g.class, g.why, g.marked, m.name, g.ended,"
	    "       n.name, g.ended_why"
	    "  FROM part2 g JOIN person m ON m.id = g.marker"
	    "  LEFT JOIN person n ON n.id = g.ender"
	    " WHERE g.dossier = $1 ORDER BY g.id DESC";
	struct db_rows q;
	struct part2 *g;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		g = *out = arena_alloc(cx->arena, sizeof(*g));
		g->id = db_int(&q);
		g->no = db_int(&q);
		g->counselling = strcmp(db_text(&q), classes[1]) == 0;
		g->why = db_text(&q);
		g->marked = db_int(&q);
		g->marker = db_text(&q);
		g->ended = db_int(&q);
		g->ender = db_text(&q);
		g->ended_why = db_text(&q);
		out = &g->next;
	}
	return db_end(&q);
}
