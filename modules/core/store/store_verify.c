/* SPDX-License-Identifier: MIT */
#include "store/store_verify.h"

#include "store/db.h"

enum err
store_verify_engine(struct ctx *cx, const char **out)
{
	return db_check(cx, out);
}

enum err
store_verify_documents(struct ctx *cx, store_verify_fn *each, void *to)
{
	/* reach: the operator's check of all bytes; shows no content */
	static const char sql[] =
	    "SELECT d.number, x.no, coalesce(v.sha256, x.sha256),"
	    "       coalesce(v.bytes, x.bytes)"
	    "  FROM document x JOIN dossier d ON d.id = x.dossier"
	    "  LEFT JOIN document_version v ON v.document = x.id"
	    " UNION ALL"
	    " SELECT a.number, f.no, f.sha256, f.bytes"
	    "  FROM arrival_file f JOIN arrival a ON a.id = f.arrival";
	struct store_verify_document x;
	struct ctx mine = *cx;
	struct db_rows q;
	bool go_on = true;
	enum err e;

	mine.arena = arena_new();
	db_query(&mine, &q, sql);
	while (go_on && db_row(&q)) {
		x.number = db_text(&q);
		x.no = db_int(&q);
		x.sha256 = db_text(&q);
		x.bytes = db_int(&q);
		go_on = each(to, &x);
		arena_reset(mine.arena);
	}
	if ((e = db_end(&q)) != OK)
		cx->why = arena_text(cx->arena, mine.why);
	arena_free(mine.arena);
	return e;
}
