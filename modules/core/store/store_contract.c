/* SPDX-License-Identifier: MIT */
/* Contracts: the parties of a page of the register. */
#include "store/store_contract.h"

#include "store/db.h"
#include "store/query.h"

enum err
store_contract_parties(struct ctx *cx, const struct dossier *list,
    struct contract **out)
{
	int64_t ids[QUERY_IDS];
	struct query y = { 0 };
	const struct dossier *d;
	struct contract *c;
	struct db_rows q;
	size_t n = 0;

	*out = NULL;
	for (d = list; d != NULL && n < QUERY_IDS; d = d->next)
		ids[n++] = d->id;
	if (n == 0)
		return OK;
	/* opened: the rows came through the predicate */
	query_add(&y, "SELECT y.dossier, p.name,"
	    "       (SELECT count(*) FROM party z"
	    "         WHERE z.dossier = y.dossier AND z.role = y.role"
	    "           AND z.ended IS NULL) - 1"
	    "  FROM party y JOIN person p ON p.id = y.person"
	    " WHERE y.role = 'counterparty' AND y.ended IS NULL"
	    "   AND NOT EXISTS (SELECT 1 FROM party z"
	    "     WHERE z.dossier = y.dossier AND z.role = y.role"
	    "       AND z.ended IS NULL AND z.no < y.no)"
	    "   AND y.dossier ");
	query_add_ids(&y, ids, n);
	query_run(cx, &y, &q);
	while (db_row(&q)) {
		c = arena_alloc(cx->arena, sizeof(*c));
		c->dossier = db_int(&q);
		c->party = db_text(&q);
		c->others = db_int(&q);
		*out = c;
		out = &c->next;
	}
	return db_end(&q);
}
