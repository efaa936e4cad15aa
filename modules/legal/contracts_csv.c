/* SPDX-License-Identifier: MIT */
/* The register as a table for other programs: all its rows, a page at a
 * time. What a contract is worth takes two cells: amount and currency. */
#include <string.h>

#include "base/count.h"
#include "legal/contracts.h"
#include "text/csv.h"
#include "text/date.h"

#define PAGE 200	/* rows read at once */

static const char *const fields[] = { CONTRACT_FIELDS };
#define FIELDS COUNT(fields)

static void
add_row(struct request *rq, const struct dossier *d,
    const struct contract *c, struct buf *b)
{
	const char *currency;
	size_t i;

	while (c != NULL && c->dossier != d->id)
		c = c->next;
	csv_cell(b, d->number);
	csv_cell(b, d->title);
	csv_cell(b, c == NULL ? "" : c->party);
	csv_cell(b, contract_state(&rq->cx, d));
	csv_cell(b, d->lead_name);
	csv_cell(b, d->due == 0 ? "" : date_text(rq->cx.arena, "en", "UTC",
	    d->due, rq->cx.now, DATE_ISO));
	for (i = 0; i < FIELDS; i++) {
		csv_cell(b, contract_plain(&rq->cx, d, fields[i],
		    &currency));
		if (strcmp(fields[i], "value") == 0)
			csv_cell(b, currency);
	}
	csv_end(b);
}

static void
add_heads(struct buf *b)
{
	static const char *const heads[] = { "number", "title", "party",
	    "state", "lead", "next" };
	size_t i;

	for (i = 0; i < COUNT(heads); i++)
		csv_cell(b, heads[i]);
	for (i = 0; i < FIELDS; i++) {
		csv_cell(b, fields[i]);
		if (strcmp(fields[i], "value") == 0)
			csv_cell(b, "currency");
	}
	csv_end(b);
}

/* Each page has memory of its own. */
static enum err
add_rows(struct request *rq, struct queue_filter *f, struct buf *b,
    int64_t *rows)
{
	struct arena *whole = rq->cx.arena, *own = arena_new();
	const struct dossier *d;
	struct queue_page page;
	struct contract *c;
	enum err e;

	rq->cx.arena = own;
	do {
		if ((e = contract_list(&rq->cx, f, &page, &c)) != OK)
			break;
		for (d = page.dossiers; d != NULL; d = d->next, ++*rows)
			add_row(rq, d, c, b);
		if ((e = reply_stream_add(rq, b)) != OK)
			break;
		f->after = arena_text(whole, page.next);
		arena_reset(own);
	} while (f->after[0] != '\0');
	if (e != OK && rq->cx.why != NULL)
		rq->cx.why = arena_text(whole, rq->cx.why);
	rq->cx.arena = whole;
	arena_free(own);
	return e;
}

enum err
get_contracts_csv(struct request *rq)
{
	struct buf b = { 0 };
	struct contracts x;
	int64_t rows = 0;
	enum err e;

	if ((e = contracts_typed(rq, &x)) != OK)
		return e;
	add_heads(&b);
	x.filter.after = "";
	x.filter.limit = PAGE;
	x.filter.uncounted = true;
	if ((e = reply_stream_add(rq, &b)) == OK && x.type != NULL)
		e = add_rows(rq, &x.filter, &b, &rows);
	buf_free(&b);
	if (e != OK)
		return e;
	queue_exported(&rq->cx, arena_printf(rq->cx.arena,
	    "/legal/contracts%s", x.query == NULL ? "" : x.query), rows);
	return reply_stream_end(rq, "text/csv", arena_printf(rq->cx.arena,
	    "contracts-%s.csv", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now)));
}
