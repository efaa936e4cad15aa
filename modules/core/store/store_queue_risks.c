/* SPDX-License-Identifier: MIT */
/* What stands behind the risk of a list's rows, for all of them at once. */
#include "store/query.h"
#include "store/store_queue.h"

static struct dossier *
row_of(struct dossier *d, int64_t id)
{
	while (d != NULL && d->id != id)
		d = d->next;
	return d;
}

enum err
store_queue_risks(struct ctx *cx, struct dossier *list)
{
	int64_t ids[QUERY_IDS];
	struct query y = { 0 };
	struct dossier *d;
	struct db_rows q;
	size_t n = 0;

	for (d = list; d != NULL; d = d->next) {
		d->risk_no = 0;
		d->risk_result = "";
		if (n < QUERY_IDS)
			ids[n++] = d->id;
	}
	if (n == 0)
		return OK;
	/* opened: the rows came through the predicate */
	query_add(&y, "SELECT x.dossier, x.no, x.result, x.overridden"
	    "  FROM decision x"
	    " WHERE x.state = 'made' AND x.code = 'risk' AND x.dossier ");
	query_add_ids(&y, ids, n);
	query_run(cx, &y, &q);
	while (db_row(&q)) {
		if ((d = row_of(list, db_int(&q))) == NULL)
			continue;
		d->risk_no = db_int(&q);
		d->risk_result = db_text(&q);
		d->risk_overridden = db_int(&q) != 0;
	}
	return db_end(&q);
}
