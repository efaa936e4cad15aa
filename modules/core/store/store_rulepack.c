/* SPDX-License-Identifier: MIT */
/* Facts of cases, counted for the rules of care models. */
#include "store/store_rulepack.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"

#define MOST 1000	/* cases that are counted */

/* Documents that were taken out are none; what is protected counts, for the
 * rule is the same for all. */
enum err
store_rulepack_count(struct ctx *cx, const struct dossier *d,
    const char *record, int64_t *out, int64_t *last)
{
	/* opened: the predicate held; numbers alone */
	/* whole: whether there is one, whoever may read it */
	static const struct { const char *record, *sql; } all[] = {
		{ "strengths", "SELECT count(*), 0 FROM strength"
		    " WHERE dossier = $1 AND kind = 'strength'"
		    "   AND ended = ''" },
		{ "wishes", "SELECT count(*), 0 FROM strength"
		    " WHERE dossier = $1 AND kind = 'wish' AND ended = ''" },
		{ "goals", "SELECT count(*), 0 FROM goal WHERE dossier = $1"
		    "   AND state IN ('agreed', 'reached')" },
		{ "problems", "SELECT count(*), 0 FROM problem"
		    " WHERE dossier = $1 AND status <> ''" },
		{ "plan", "SELECT count(*), 0 FROM careplan"
		    " WHERE dossier = $1"
		    "   AND state IN ('agreed', 'revised')" },
		{ "referrals", "SELECT count(*), 0 FROM referral"
		    " WHERE dossier = $1"
		    "   AND state NOT IN ('draft', 'withdrawn')" },
		{ "form", "SELECT count(*), max(since) FROM form"
		    " WHERE dossier = $1 AND state = 'complete'" }
	}, coded[] = {
		{ "form:", "SELECT count(*), max(since) FROM form"
		    " WHERE dossier = $1 AND state = 'complete'"
		    "   AND code = $2" },
		{ "document:", "SELECT count(*), 0 FROM document"
		    " WHERE dossier = $1 AND kind = $2"
		    "   AND withdrawn IS NULL" },
		{ "role:", "SELECT count(*), 0 FROM party"
		    " WHERE dossier = $1 AND role = $2 AND ended IS NULL" }
	};
	struct db_rows q;
	size_t i, len;

	*out = *last = 0;
	for (i = 0; i < sizeof(coded) / sizeof(coded[0]); i++) {
		len = strlen(coded[i].record);
		if (strncmp(coded[i].record, record, len) != 0)
			continue;
		db_query(cx, &q, coded[i].sql, db_i(d->id),
		    db_t(record + len));
		goto count;
	}
	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].record, record) == 0)
			break;
	if (i == sizeof(all) / sizeof(all[0]))
		return OK;
	db_query(cx, &q, all[i].sql, db_i(d->id));
count:
	if (db_row(&q)) {
		*out = db_int(&q);
		*last = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_rulepack_load(struct ctx *cx, const char *type, int64_t person,
    int64_t but, int64_t *out)
{
	/* reach: how much work somebody has, and of no dossier which */
	static const char sql[] = DB_REACH
	    "SELECT count(*) FROM (SELECT 1 FROM dossier d"
	    "   JOIN type t ON t.id = d.type"
	    "   WHERE d.lead = $1 AND d.status IN ('open', 'waiting')"
	    "     AND t.code = $2 AND d.id <> $3 LIMIT $4) x";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(person), db_t(type), db_i(but),
	    db_i(MOST));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_rulepack_leads(struct ctx *cx, const char *type,
    struct store_rulepack_leads **out)
{
	/* reach: how much work people have, and of no dossier which */
	static const char sql[] = DB_REACH
	    "SELECT y.person, y.cases FROM (SELECT f.person AS person,"
	    "       (SELECT count(*) FROM (SELECT 1 FROM dossier d"
	    "          JOIN type t ON t.id = d.type"
	    "          WHERE d.lead = f.person"
	    "            AND d.status IN ('open', 'waiting')"
	    "            AND t.code = $1 LIMIT $2) x) AS cases"
	    "  FROM staff f WHERE f.enabled = 1) y WHERE y.cases > 0"
	    " ORDER BY y.person";
	struct store_rulepack_leads *x;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_t(type), db_i(MOST));
	while (db_row(&q)) {
		x = *out = arena_alloc(cx->arena, sizeof(*x));
		x->person = db_int(&q);
		x->cases = db_int(&q);
		out = &x->next;
	}
	return db_end(&q);
}

enum err
store_rulepack_skilled(struct ctx *cx, int64_t person, const char *skill,
    bool *out)
{
	static const char sql[] =
	    "SELECT 1 FROM staff_skill k JOIN skill s ON s.id = k.skill"
	    " WHERE k.person = $1 AND s.code = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(person), db_t(skill));
	*out = db_row(&q);
	return db_end(&q);
}

static enum err
number(struct db_rows *q, int64_t *out)
{
	*out = db_row(q) ? db_int(q) : 0;
	return db_end(q);
}

enum err
store_rulepack_unskilled(struct ctx *cx, const struct dossier *d,
    const char *role, const char *skill, int64_t *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT count(*) FROM party y"
	    " WHERE y.dossier = $1 AND y.role = $2 AND y.ended IS NULL"
	    "   AND NOT EXISTS (SELECT 1 FROM staff_skill k"
	    "     JOIN skill s ON s.id = k.skill"
	    "     WHERE k.person = y.person AND s.code = $3)";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_t(role), db_t(skill));
	return number(&q, out);
}

enum err
store_rulepack_unanswered(struct ctx *cx, const struct dossier *d,
    const char *day, int64_t *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT count(*) FROM referral WHERE dossier = $1"
	    "   AND state = 'sent' AND answer_by <> '' AND answer_by < $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_t(day));
	return number(&q, out);
}

enum err
store_rulepack_unreported(struct ctx *cx, const struct dossier *d,
    const char *day, int64_t *out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT count(*) FROM referral WHERE dossier = $1"
	    "   AND report_due <> '' AND report_due < $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_t(day));
	return number(&q, out);
}
