/* SPDX-License-Identifier: MIT */
/* An arena for each row. */
#include "store/walk.h"

void
walk_query_args(struct ctx *cx, struct walk *w, const char *sql,
    const struct db_arg *args, size_t n)
{
	w->of = cx;
	w->cx = *cx;
	w->cx.arena = arena_new();
	w->cx.why = NULL;
	db_query_args(&w->cx, &w->q, sql, args, n);
}

bool
walk_row(struct walk *w)
{
	if (w->q.err == OK)		/* else it holds the reason */
		arena_reset(w->cx.arena);
	return db_row(&w->q);
}

enum err
walk_end(struct walk *w)
{
	enum err e = db_end(&w->q);

	if (e != OK && w->cx.why != NULL)
		w->of->why = arena_text(w->of->arena, w->cx.why);
	arena_free(w->cx.arena);
	return e;
}
