/* SPDX-License-Identifier: MIT */
/* Table judgment. */
#include "store/store_judgment.h"

#include "store/db.h"
#include "store/visible.h"

enum err
store_judgment_put(struct ctx *cx, const struct document *f,
    const struct judgment *j)
{
	/* opened: the dossier of the document was */
	static const char drop[] = "DELETE FROM judgment WHERE document = $1";
	static const char sql[] =
	    "INSERT INTO judgment (document, court, citation, decided,"
	    "    parties, judges, text) VALUES ($1, $2, $3, $4, $5, $6, $7)";
	enum err e = db_run(cx, drop, db_i(f->id));

	return e != OK || j == NULL ? e : db_run(cx, sql, db_i(f->id),
	    db_t(j->court), db_t(j->citation), db_t(j->decided),
	    db_t(j->parties), db_t(j->judges), db_t(j->text));
}

#define COLUMNS								\
	"SELECT f.no, j.court, j.citation, j.decided, j.parties, j.judges" \
	"  FROM document f JOIN judgment j ON j.document = f.id"	\
	" WHERE f.dossier = $1 AND f.withdrawn IS NULL AND"		\
	PART_VISIBLE("f")

enum err
store_judgment_list(struct ctx *cx, const struct dossier *d,
    int64_t document, struct judgment **out)
{
	/* opened: the predicate held */
	static const char all[] = COLUMNS " ORDER BY j.decided DESC, f.no";
	static const char one[] = COLUMNS " AND f.id = $2";
	struct judgment *j;
	struct db_rows q;

	*out = NULL;
	if (document == 0)
		db_query(cx, &q, all, db_i(d->id));
	else
		db_query(cx, &q, one, db_i(d->id), db_i(document));
	while (db_row(&q)) {
		j = arena_alloc(cx->arena, sizeof(*j));
		*j = (struct judgment){ .text = "" };
		j->document = db_int(&q);
		j->court = db_text(&q);
		j->citation = db_text(&q);
		j->decided = db_text(&q);
		j->parties = db_text(&q);
		j->judges = db_text(&q);
		*out = j;
		out = &j->next;
	}
	return db_end(&q);
}
