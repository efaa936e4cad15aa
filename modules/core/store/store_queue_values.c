/* SPDX-License-Identifier: MIT */
/* Fields of the type as columns of a list, for all its rows at once. */
#include "store/query.h"
#include "store/store_queue.h"

static void
add_value(struct dossier *d, int64_t id, struct value *v)
{
	struct value **tail;

	while (d != NULL && d->id != id)
		d = d->next;
	if (d == NULL)
		return;
	for (tail = &d->values; *tail != NULL; tail = &(*tail)->next)
		;
	*tail = v;
}

enum err
store_queue_values(struct ctx *cx, struct dossier *list,
    const char *const *fields, size_t n)
{
	int64_t ids[QUERY_IDS], id;
	struct query y = { 0 };
	struct dossier *d;
	struct db_rows q;
	struct value *v;
	size_t rows = 0, i;

	for (d = list; d != NULL && rows < QUERY_IDS; d = d->next) {
		ids[rows++] = d->id;
		d->values = NULL;
	}
	if (rows == 0 || n == 0)
		return OK;
	/* opened: the rows came through the predicate */
	query_add(&y, "SELECT x.dossier, x.field, x.text, p.name"
	    "  FROM field_value x LEFT JOIN person p ON p.number = x.text"
	    " WHERE x.dossier ");
	query_add_ids(&y, ids, rows);
	for (i = 0; i < n && y.n + 1 < QUERY_ARGS; i++)
		query_add_args(&y, i == 0 ? " AND x.field IN (?" : ", ?",
		    (const struct db_arg[]){ db_null(), db_t(fields[i]) }, 1);
	query_add(&y, ") ORDER BY x.dossier, x.field, x.no");
	query_run(cx, &y, &q);
	while (db_row(&q)) {
		id = db_int(&q);
		v = arena_alloc(cx->arena, sizeof(*v));
		v->field = db_text(&q);
		v->text = db_text(&q);
		v->person = db_text(&q);
		add_value(list, id, v);
	}
	return db_end(&q);
}
