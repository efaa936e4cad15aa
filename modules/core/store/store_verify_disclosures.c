/* SPDX-License-Identifier: MIT */
/* Accounts of disclosures, whoever may know of them. */
#include "store/store_verify_disclosures.h"

#include "store/walk.h"

enum err
store_verify_disclosures(struct ctx *cx, store_verify_disclosure_fn *see,
    void *to)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] = DB_REACH
	    "SELECT x.dossier, x.no, d.number, x.disclosed, x.receiver,"
	    "       x.address, x.what, x.way, x.ground, x.consents,"
	    "       x.suspended, x.purpose, x.part2, x.recorded, x.actor"
	    "  FROM disclosure x JOIN dossier d ON d.id = x.dossier"
	    " ORDER BY x.dossier, x.no";
	struct store_verify_disclosure r;
	struct walk w;
	bool more = true;

	walk_query(cx, &w, sql);
	while (more && walk_row(&w)) {
		r.dossier = db_int(&w.q);
		r.no = db_int(&w.q);
		r.number = db_text(&w.q);
		r.disclosed = db_text(&w.q);
		r.receiver = db_text(&w.q);
		r.address = db_text(&w.q);
		r.what = db_text(&w.q);
		r.way = db_text(&w.q);
		r.ground = db_text(&w.q);
		r.consents = db_text(&w.q);
		r.suspended = db_text(&w.q);
		r.purpose = db_int(&w.q);
		r.part2 = db_int(&w.q);
		r.recorded = db_int(&w.q);
		r.actor = db_int(&w.q);
		more = see(to, &r);
	}
	return walk_end(&w);
}
