/* SPDX-License-Identifier: MIT */
/* The register as a table for other programs: all its rows, a page at a
 * time. What a contract is worth takes two cells: amount and currency. */
#include <string.h>

#include "base/count.h"
#include "domain/desk/queue_leaving.h"
#include "legal/contracts.h"
#include "text/csv.h"
#include "text/date.h"

static const char *const fields[] = { CONTRACT_FIELDS };
#define FIELDS COUNT(fields)

struct csv {
	struct request *rq;
	struct buf b;
};

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

static enum err
add_page(void *to, struct dossier *d)
{
	struct csv *t = to;
	struct contract *c;
	enum err e;

	if ((e = contract_fill(&t->rq->cx, d, &c)) != OK)
		return e;
	for (; d != NULL; d = d->next)
		add_row(t->rq, d, c, &t->b);
	return reply_stream_add(t->rq, &t->b);
}

/* What is privileged is not in it; the last line says how many. */
enum err
get_contracts_csv(struct request *rq)
{
	struct csv t = { .rq = rq };
	struct queue_left left = { 0 };
	struct contracts x;
	enum err e;

	if ((e = contracts_typed(rq, &x)) != OK)
		return e;
	add_heads(&t.b);
	/* begun here: each page has memory of its own */
	if ((e = reply_stream_add(rq, &t.b)) == OK && x.type != NULL)
		e = queue_leaving(&rq->cx, &x.filter, add_page, &t, &left);
	if (e == OK && left.held > 0) {
		csv_cell(&t.b, queue_leaving_held(&rq->cx, &left));
		csv_end(&t.b);
	}
	if (e == OK)
		e = reply_stream_add(rq, &t.b);
	buf_free(&t.b);
	if (e != OK)
		return e;
	queue_exported(&rq->cx, arena_printf(rq->cx.arena,
	    "/legal/contracts%s", x.query == NULL ? "" : x.query),
	    left.rows);
	return reply_stream_end(rq, "text/csv", arena_printf(rq->cx.arena,
	    "contracts-%s.csv", date_today(rq->cx.arena, rq->cx.zone,
	    rq->cx.now)));
}
