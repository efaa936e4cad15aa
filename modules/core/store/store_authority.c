/* SPDX-License-Identifier: MIT */
/* Table authority. */
#include "store/store_authority.h"

#include <string.h>

#include "model/dossier.h"
#include "store/db.h"

#define COLUMNS								\
	" x.id, x.number, x.person, p.number, p.name, x.label, x.kind,"	\
	" x.amount, x.currency, x.begins, x.ends, x.reason, x.given,"	\
	" g.name, x.withdrawn, w.name, x.withdrawn_why"			\
	"  FROM authority x LEFT JOIN person p ON p.id = x.person"	\
	"  LEFT JOIN person g ON g.id = x.given_by"			\
	"  LEFT JOIN person w ON w.id = x.withdrawn_by"

static enum err
rows(struct ctx *cx, struct db_rows *q, struct authority **out)
{
	struct authority *a;

	*out = NULL;
	while (db_row(q)) {
		a = *out = arena_alloc(cx->arena, sizeof(*a));
		a->id = db_int(q);
		a->number = db_text(q);
		a->person = db_int(q);
		a->person_number = db_text(q);
		a->person_name = db_text(q);
		a->label = db_text(q);
		a->kind = db_text(q);
		a->any = db_is_null(q);
		a->amount = db_int(q);
		a->currency = db_text(q);
		a->begins = db_text(q);
		a->ends = db_text(q);
		if (strcmp(a->ends, STORE_AUTHORITY_FOR_GOOD) == 0)
			a->ends = "";
		a->reason = db_text(q);
		a->given = db_int(q);
		a->given_by = db_text(q);
		a->withdrawn = db_int(q);
		a->withdrawn_by = db_text(q);
		a->withdrawn_why = db_text(q);
		out = &a->next;
	}
	return db_end(q);
}

enum err
store_authority_add(struct ctx *cx, struct authority *a)
{
	static const char sql[] =
	    "INSERT INTO authority (number, person, label, kind, amount,"
	    "    currency, begins, ends, reason, given, given_by)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $now, $10)"
	    " ON CONFLICT (number) DO NOTHING RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(a->number), db_i0(a->person),
	    db_t(a->label), db_t(a->kind), a->any ? db_null() :
	    db_i(a->amount), db_t(a->currency), db_t(a->begins),
	    db_t(a->ends[0] == '\0' ? STORE_AUTHORITY_FOR_GOOD : a->ends),
	    db_t(a->reason), db_i0(cx->viewer));
	a->id = db_row(&q) ? db_int(&q) : 0;
	a->given = cx->now;
	return db_end(&q);
}

enum err
store_authority_withdraw(struct ctx *cx, const struct authority *a)
{
	static const char sql[] =
	    "UPDATE authority SET withdrawn = $now, withdrawn_by = $2,"
	    "       withdrawn_why = $3"
	    " WHERE id = $1 AND withdrawn IS NULL";

	return db_run(cx, sql, db_i(a->id), db_i0(cx->viewer),
	    db_t(a->withdrawn_why));
}

enum err
store_authority_find(struct ctx *cx, const char *number,
    struct authority **out)
{
	static const char sql[] = "SELECT" COLUMNS " WHERE x.number = $1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number));
	return rows(cx, &q, out);
}

enum err
store_authority_list(struct ctx *cx, bool past, const char *today,
    int64_t after, int limit, struct authority **out)
{
	static const char hold[] = "SELECT" COLUMNS
	    " WHERE x.withdrawn IS NULL AND x.ends >= $1 AND x.id > $2"
	    " ORDER BY x.id LIMIT $3";
	static const char over[] = "SELECT" COLUMNS
	    " WHERE (x.withdrawn IS NOT NULL OR x.ends < $1) AND x.id < $2"
	    " ORDER BY x.id DESC LIMIT $3";
	struct db_rows q;

	db_query(cx, &q, past ? over : hold, db_t(today),
	    db_i(past && after == 0 ? INT64_MAX : after), db_i(limit));
	return rows(cx, &q, out);
}

enum err
store_authority_mine(struct ctx *cx, const char *today,
    struct authority **out)
{
	static const char sql[] = "SELECT" COLUMNS
	    " WHERE" STORE_AUTHORITY_HELD("$1") " ORDER BY x.id";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(today));
	return rows(cx, &q, out);
}

enum err
store_authority_of(struct ctx *cx, const struct dossier *d,
    struct authority **out)
{
	/* opened: the predicate held */
	static const char sql[] = "SELECT" COLUMNS
	    " WHERE x.id IN (SELECT z.authority FROM approval_act z"
	    "  WHERE z.dossier = $1) ORDER BY x.id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return rows(cx, &q, out);
}

enum err
store_authority_known(struct ctx *cx, const char *name, const char *today,
    bool *out)
{
	static const char sql[] =
	    "SELECT 1 WHERE EXISTS (SELECT 1 FROM staff_role l"
	    "   WHERE l.label = $1)"
	    " OR EXISTS (SELECT 1 FROM authority x WHERE x.kind = $1"
	    "   AND x.withdrawn IS NULL AND x.ends >= $2)";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(name), db_t(today));
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_authority_kinds(struct ctx *cx, const char **out, size_t most,
    size_t *n)
{
	static const char sql[] =
	    "SELECT DISTINCT kind FROM authority"
	    " WHERE kind <> '' AND withdrawn IS NULL ORDER BY kind LIMIT $1";
	struct db_rows q;

	*n = 0;
	db_query(cx, &q, sql, db_i((int64_t)most));
	while (*n < most && db_row(&q))
		out[(*n)++] = db_text(&q);
	return db_end(&q);
}
