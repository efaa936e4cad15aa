/* SPDX-License-Identifier: MIT */
/* Releases, whoever may know of them. */
#include "store/store_verify_releases.h"

#include "store/store_task.h"
#include "store/walk.h"

enum err
store_verify_releases(struct ctx *cx, store_verify_release_fn *see, void *to)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] = DB_REACH
	    "SELECT r.dossier, r.no, d.number, r.receiver, r.reason,"
	    "       r.ended_why, r.given, r.giver, r.until, r.ended, r.ender"
	    "  FROM part_release r JOIN dossier d ON d.id = r.dossier"
	    " ORDER BY r.dossier, r.no, r.id";
	struct store_verify_release r;
	struct walk w;
	bool more = true;

	walk_query(cx, &w, sql);
	while (more && walk_row(&w)) {
		r.dossier = db_int(&w.q);
		r.no = db_int(&w.q);
		r.number = db_text(&w.q);
		r.receiver = db_text(&w.q);
		r.reason = db_text(&w.q);
		r.ended_why = db_text(&w.q);
		r.given = db_int(&w.q);
		r.giver = db_int(&w.q);
		r.until = store_task_moment(db_int(&w.q));
		r.ended = db_int(&w.q);
		r.ender = db_int(&w.q);
		more = see(to, &r);
	}
	return walk_end(&w);
}
