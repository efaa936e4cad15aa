/* SPDX-License-Identifier: MIT */
/* Table rate. */
#include "store/store_rate.h"

#include "store/db.h"

#define COLUMNS								\
	"SELECT x.id, x.person, p.number, p.name, x.type, x.dossier,"	\
	"       x.begins, x.amount, x.currency, x.reason, g.name,"	\
	"       x.given"						\
	"  FROM rate x LEFT JOIN person p ON p.id = x.person"		\
	"  LEFT JOIN person g ON g.id = x.given_by"

static enum err
rates_of(struct ctx *cx, struct db_rows *q, struct rate **out)
{
	struct rate *r;

	*out = NULL;
	while (db_row(q)) {
		r = *out = arena_alloc(cx->arena, sizeof(*r));
		r->id = db_int(q);
		r->person = db_int(q);
		r->person_number = db_text(q);
		r->person_name = db_text(q);
		r->type = db_text(q);
		r->dossier = db_int(q);
		r->begins = db_text(q);
		r->amount = db_int(q);
		r->currency = db_text(q);
		r->reason = db_text(q);
		r->given_by = db_text(q);
		r->given = db_int(q);
		out = &r->next;
	}
	return db_end(q);
}

enum err
store_rate_list(struct ctx *cx, struct rate **out)
{
	static const char sql[] =
	    COLUMNS " WHERE x.dossier IS NULL"
	    " ORDER BY x.begins DESC, x.id DESC LIMIT 500";
	struct db_rows q;

	db_query(cx, &q, sql);
	return rates_of(cx, &q, out);
}

enum err
store_rate_of(struct ctx *cx, const struct dossier *d, struct rate **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1"
	    " ORDER BY x.begins DESC, x.id DESC";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return rates_of(cx, &q, out);
}

enum err
store_rate_add(struct ctx *cx, const struct rate *r)
{
	static const char sql[] =
	    "INSERT INTO rate (person, type, dossier, begins, amount,"
	    "    currency, reason, given, given_by)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $now, $8)";

	return db_run(cx, sql, db_i0(r->person), db_t(r->type),
	    db_i0(r->dossier), db_t(r->begins), db_i(r->amount),
	    db_t(r->currency), db_t(r->reason), db_i0(cx->viewer));
}

enum err
store_rate_holds(struct ctx *cx, const struct dossier *d, const char *type,
    const char *day, struct rate **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE (x.person = $viewer OR x.person IS NULL)"
	    "   AND (x.dossier = $1 OR x.dossier IS NULL)"
	    "   AND x.type IN ('', $2) AND x.begins <= $3"
	    " ORDER BY CASE WHEN x.dossier IS NULL THEN 1 ELSE 0 END,"
	    "          CASE WHEN x.person IS NULL THEN 1 ELSE 0 END,"
	    "          CASE x.type WHEN '' THEN 1 ELSE 0 END,"
	    "          x.begins DESC, x.id DESC LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_t(type), db_t(day));
	return rates_of(cx, &q, out);
}
