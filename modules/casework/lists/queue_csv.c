/* SPDX-License-Identifier: MIT */
/* A list as a table for other programs: all its rows, a page at a time. */
#include "casework/lists/columns.h"
#include "casework/lists/filters.h"
#include "casework/lists/pages_lists.h"
#include "domain/desk/queue.h"
#include "domain/dossier/release.h"
#include "text/csv.h"
#include "text/date.h"
#include "text/message.h"

#define PAGE 200	/* rows read at once */

const struct field queue_csv_form[] = {
	LIST_FIELDS,
	{ 0 }
};

static enum err
add_page(struct request *rq, const struct column *c, size_t n,
    struct dossier *d, struct buf *b)
{
	size_t i;
	enum err e;

	if ((e = columns_load(rq, c, n, d)) != OK)
		return e;
	for (; d != NULL; d = d->next) {
		for (i = 0; i < n; i++) {
			csv_cell(b, columns_plain(rq, &c[i], d));
			if (columns_money(&c[i]))
				csv_cell(b, columns_currency(rq, &c[i], d));
		}
		csv_end(b);
	}
	return OK;
}

/* Each page has memory of its own, so that a million rows need no more
 * than two hundred. */
static enum err
add_rows(struct request *rq, struct queue_filter *f, const struct column *c,
    size_t n, struct buf *b, int64_t *rows, int64_t *held)
{
	struct arena *whole = rq->cx.arena, *own = arena_new();
	struct queue_page page;
	const struct dossier *d;
	enum err e;

	rq->cx.arena = own;
	do {
		if ((e = queue_list(&rq->cx, f, &page)) != OK ||
		    (e = release_leaving(&rq->cx, &page.dossiers,
		    held)) != OK ||
		    (e = add_page(rq, c, n, page.dossiers, b)) != OK ||
		    (e = reply_stream_add(rq, b)) != OK)
			break;
		for (d = page.dossiers; d != NULL; d = d->next)
			++*rows;
		f->after = arena_text(whole, page.next);
		arena_reset(own);
	} while (f->after[0] != '\0');
	if (e != OK && rq->cx.why != NULL)
		rq->cx.why = arena_text(whole, rq->cx.why);
	rq->cx.arena = whole;
	arena_free(own);
	return e;
}

/* The last line says what is held back. */
static enum err
add_held(struct request *rq, struct buf *b, int64_t held)
{
	csv_cell(b, arena_printf(rq->cx.arena, message_plural(
	    "%ld privileged case is not in this export",
	    "%ld privileged cases are not in this export", (long)held),
	    (long)held));
	csv_end(b);
	return reply_stream_add(rq, b);
}

enum err
get_queue_csv(struct request *rq)
{
	struct column columns[COLUMNS_MOST];
	struct queue_filter f;
	struct buf b = { 0 };
	int64_t rows = 0, held = 0;
	size_t n, i;
	enum err e;

	if ((e = filters_typed(rq, &f)) != OK)
		return e;
	f.limit = PAGE;
	f.uncounted = true;
	n = columns_typed(rq, filters_type(rq), columns);
	for (i = 0; i < n; i++) {
		csv_cell(&b, columns[i].code);
		if (columns_money(&columns[i]))
			csv_cell(&b, arena_printf(rq->cx.arena, "%s.currency",
			    columns[i].code));
	}
	csv_end(&b);
	if ((e = reply_stream_add(rq, &b)) == OK)
		e = add_rows(rq, &f, columns, n, &b, &rows, &held);
	if (e == OK && held > 0)
		e = add_held(rq, &b, held);
	buf_free(&b);
	if (e != OK)
		return e;
	queue_exported(&rq->cx, filters_here(rq), rows);
	return reply_stream_end(rq, "text/csv", arena_printf(rq->cx.arena,
	    "cases-%s.csv", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now)));
}
