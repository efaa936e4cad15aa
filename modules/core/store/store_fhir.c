/* SPDX-License-Identifier: MIT */
/* Table fhir_kept. */
#include "store/store_fhir.h"

#include "store/db.h"

enum err
store_fhir_list(struct ctx *cx, const struct dossier *d,
    struct fhir_kept **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT k.id, k.type, k.name, k.url, k.no, k.xml, k.taken"
	    "  FROM fhir_kept k WHERE k.dossier = $1 ORDER BY k.id";
	struct fhir_kept *k;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		k = arena_alloc(cx->arena, sizeof(*k));
		k->id = db_int(&q);
		k->type = db_text(&q);
		k->name = db_text(&q);
		k->url = db_text(&q);
		k->no = db_int(&q);
		k->xml = db_text(&q);
		k->taken = db_int(&q);
		*out = k;
		out = &k->next;
	}
	return db_end(&q);
}

enum err
store_fhir_put(struct ctx *cx, const struct dossier *d,
    const struct fhir_kept *k)
{
	/* opened: the dossier was */
	static const char sql[] =
	    "INSERT INTO fhir_kept (dossier, type, name, url, no, xml, taken,"
	    "    taken_by) VALUES ($1, $2, $3, $4, $5, $6, $now, $7)"
	    " ON CONFLICT (dossier, type, name) DO UPDATE"
	    " SET url = $4, no = $5, xml = $6, taken = $now, taken_by = $7";

	return db_run(cx, sql, db_i(d->id), db_t(k->type), db_t(k->name),
	    db_t(k->url), db_i(k->no), db_t(k->xml),
	    db_i0(cx->viewer));
}
