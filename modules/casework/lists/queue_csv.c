/* SPDX-License-Identifier: MIT */
/* A list as a table for other programs: all its rows, a page at a time. */
#include "casework/lists/columns.h"
#include "casework/lists/filters.h"
#include "casework/lists/pages_lists.h"
#include "domain/desk/queue_leaving.h"
#include "text/csv.h"
#include "text/date.h"

const struct field queue_csv_form[] = {
	LIST_FIELDS,
	{ 0 }
};

struct csv {
	struct request *rq;
	struct column columns[COLUMNS_MOST];
	size_t n;
	struct buf b;
};

static enum err
add_page(void *to, struct dossier *d)
{
	struct csv *t = to;
	size_t i;
	enum err e;

	if ((e = columns_load(t->rq, t->columns, t->n, d)) != OK)
		return e;
	for (; d != NULL; d = d->next) {
		for (i = 0; i < t->n; i++) {
			csv_cell(&t->b, columns_plain(t->rq, &t->columns[i],
			    d));
			if (columns_money(&t->columns[i]))
				csv_cell(&t->b, columns_currency(t->rq,
				    &t->columns[i], d));
		}
		csv_end(&t->b);
	}
	return reply_stream_add(t->rq, &t->b);
}

static void
add_heads(struct csv *t)
{
	size_t i;

	t->n = columns_typed(t->rq, filters_type(t->rq), t->columns);
	for (i = 0; i < t->n; i++) {
		csv_cell(&t->b, t->columns[i].code);
		if (columns_money(&t->columns[i]))
			csv_cell(&t->b, arena_printf(t->rq->cx.arena,
			    "%s.currency", t->columns[i].code));
	}
	csv_end(&t->b);
}

enum err
get_queue_csv(struct request *rq)
{
	struct csv t = { .rq = rq };
	struct queue_filter f;
	struct queue_left left;
	enum err e;

	if ((e = filters_typed(rq, &f)) != OK)
		return e;
	add_heads(&t);
	/* begun here: each page has memory of its own */
	if ((e = reply_stream_add(rq, &t.b)) == OK &&
	    (e = queue_leaving(&rq->cx, &f, add_page, &t, &left)) == OK &&
	    left.held > 0) {
		csv_cell(&t.b, queue_leaving_held(&rq->cx, &left));
		csv_end(&t.b);
	}
	if (e == OK)
		e = reply_stream_add(rq, &t.b);
	buf_free(&t.b);
	if (e != OK)
		return e;
	queue_exported(&rq->cx, filters_here(rq), left.rows);
	return reply_stream_end(rq, "text/csv", arena_printf(rq->cx.arena,
	    "cases-%s.csv", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now)));
}
