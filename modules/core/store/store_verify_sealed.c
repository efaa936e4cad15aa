/* SPDX-License-Identifier: MIT */
/* Signed notes, whoever may read them. */
#include "store/store_verify_sealed.h"

#include "store/db.h"

enum err
store_verify_sealed(struct ctx *cx, const char *number, int64_t no,
    int64_t signature, struct sealed *out, struct sealed_signature *by)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] = DB_REACH
	    "SELECT s.id, s.number, s.no, s.kind, s.day, s.class, s.met,"
	    "       s.amends_no, s.asks, s.sha256, n.text, g.no, g.signer,"
	    "       g.name, g.meaning, g.signed, g.sha256"
	    "  FROM note_seal s JOIN note n ON n.id = s.note"
	    "  JOIN note_signature g ON g.seal = s.id"
	    " WHERE s.number = $1 AND s.no = $2 AND g.no = $3";
	struct db_rows q;

	*out = (struct sealed){ .seal = 0 };
	db_query(cx, &q, sql, db_t(number), db_i(no), db_i(signature));
	if (db_row(&q)) {
		out->seal = db_int(&q);
		out->number = db_text(&q);
		out->then_no = db_int(&q);
		out->kind = db_text(&q);
		out->day = db_text(&q);
		out->class = db_text(&q);
		out->met = db_int(&q);
		out->amends_no = db_int(&q);
		out->asks = db_int(&q) != 0;
		out->sha256 = db_text(&q);
		out->text = db_text(&q);
		by->no = db_int(&q);
		by->signer = db_int(&q);
		by->name = db_text(&q);
		by->meaning = db_text(&q);
		by->signed_at = db_int(&q);
		by->sha256 = db_text(&q);
	}
	return db_end(&q);
}

enum err
store_verify_sealed_total(struct ctx *cx, int64_t *signatures)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] = DB_REACH
	    "SELECT count(*) FROM note_signature";
	struct db_rows q;

	db_query(cx, &q, sql);
	*signatures = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}
