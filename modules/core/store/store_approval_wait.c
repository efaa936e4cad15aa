/* SPDX-License-Identifier: MIT */
/* Approvals that wait, over all dossiers in sight, and who is told. */
#include "store/db.h"
#include "store/store_approval.h"
#include "store/visible.h"

/* Labels, kinds of limits, and words for others, that the viewer may be of:
 * few rows of the index by these are looked at. */
#define NAMES(today)							\
	" a.waits IN (SELECT l.label FROM staff_role l"			\
	"   WHERE l.person = $viewer"					\
	"  UNION ALL SELECT x.kind FROM authority x WHERE"		\
	STORE_AUTHORITY_HELD(today)					\
	"  UNION ALL SELECT 'lead' UNION ALL SELECT 'manage'"		\
	"  UNION ALL SELECT 'decide')"

#define PEOPLE								\
	" LEFT JOIN person b ON b.id = a.asked_by"			\
	" LEFT JOIN plan_item u ON u.dossier = a.dossier"		\
	"  AND u.no = a.item AND a.item <> 0"
#define FOR_ME(today)							\
	" FROM approval a JOIN dossier d ON d.id = a.dossier"		\
	PEOPLE								\
	" WHERE a.ended IS NULL AND" NAMES(today)			\
	" AND" STORE_APPROVAL_MINE(today) " AND" VISIBLE_AT(VISIBLE_WORK)
#define BY_ME								\
	" FROM approval a JOIN dossier d ON d.id = a.dossier"		\
	PEOPLE								\
	" WHERE a.ended IS NULL AND a.asked_by = $viewer"		\
	" AND d.status <> 'closed' AND" STORE_APPROVAL_WANTED		\
	" AND" VISIBLE

#define COLUMNS								\
	"SELECT a.id, a.no, a.state, a.subject, a.amount, a.currency,"	\
	" a.waits, a.step, a.last, a.asked, b.name, d.number, d.title,"	\
	" d.type, u.used"

static enum err
rows(struct ctx *cx, struct db_rows *q, struct approval **out)
{
	struct approval *a;

	*out = NULL;
	while (db_row(q)) {
		a = *out = arena_alloc(cx->arena, sizeof(*a));
		a->id = db_int(q);
		a->no = db_int(q);
		a->state = *db_text(q) == 'r' ? APPROVAL_RETURNED :
		    APPROVAL_ASKED;
		a->subject = db_text(q);
		a->has_amount = !db_is_null(q);
		a->amount = db_int(q);
		a->currency = db_text(q);
		a->waits = db_text(q);
		a->step = db_int(q);
		a->last = db_int(q);
		a->asked = db_int(q);
		a->asked_by_name = db_text(q);
		a->dossier_number = db_text(q);
		a->dossier_title = db_text(q);
		a->type_id = db_int(q);
		a->used = db_text(q);
		a->title = a->subject;
		out = &a->next;
	}
	return db_end(q);
}

enum err
store_approval_wait_list(struct ctx *cx, enum store_approval_list which,
    const char *today, int64_t after_asked, int64_t after_id, int limit,
    struct approval **out)
{
	static const char mine[] = COLUMNS FOR_ME("$4")
	    " AND (a.asked, a.id) > ($1, $2)"
	    " ORDER BY a.asked, a.id LIMIT $3";
	static const char others[] = COLUMNS BY_ME
	    " AND (a.asked, a.id) > ($1, $2)"
	    " ORDER BY a.asked, a.id LIMIT $3";
	struct db_rows q;

	if (which == STORE_APPROVAL_FOR_ME)
		db_query(cx, &q, mine, db_i(after_asked), db_i(after_id),
		    db_i(limit), db_t(today));
	else
		db_query(cx, &q, others, db_i(after_asked), db_i(after_id),
		    db_i(limit));
	return rows(cx, &q, out);
}

enum err
store_approval_wait_count(struct ctx *cx, enum store_approval_list which,
    const char *today, int limit, int64_t *out)
{
	static const char mine[] =
	    "SELECT count(*) FROM (SELECT 1" FOR_ME("$2") " LIMIT $1) n";
	static const char others[] =
	    "SELECT count(*) FROM (SELECT 1" BY_ME " LIMIT $1) n";
	struct db_rows q;

	if (which == STORE_APPROVAL_FOR_ME)
		db_query(cx, &q, mine, db_i(limit), db_t(today));
	else
		db_query(cx, &q, others, db_i(limit));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_approval_wait_place(struct ctx *cx, const char *number, int64_t no,
    int64_t *asked, int64_t *id)
{
	static const char sql[] =
	    "SELECT a.asked, a.id"
	    "  FROM dossier d JOIN approval a ON a.dossier = d.id"
	    " WHERE d.number = $1 AND a.no = $2 AND" VISIBLE;
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number), db_i(no));
	if (db_row(&q)) {
		*asked = db_int(&q);
		*id = db_int(&q);
	}
	return db_end(&q);
}

/* Whoever may be of the step; whether it waits for them, and whether they
 * may see it, is asked as them when the mail leaves. */
enum err
store_approval_wait_tell(struct ctx *cx, const struct dossier *d,
    const struct approval *a, const char *today, int64_t due)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO outbox (person, dossier, no, queued, due)"
	    " SELECT f.person, $1, $2, $now, $4 FROM staff f"
	    "  WHERE f.enabled = 1 AND f.person <> $viewer AND (f.person IN"
	    "    (SELECT l.person FROM staff_role l WHERE l.label = $3)"
	    "   OR f.person IN (SELECT x.person FROM authority x"
	    "     WHERE x.kind = $3 AND x.withdrawn IS NULL"
	    "       AND x.ends >= $5)"
	    "   OR f.person IN (SELECT l.person FROM authority x"
	    "     JOIN staff_role l ON l.label = x.label"
	    "     WHERE x.kind = $3 AND x.withdrawn IS NULL"
	    "       AND x.ends >= $5)"
	    "   OR ($3 = 'lead' AND f.person = $6)"
	    "   OR ($3 IN ('manage', 'decide') AND (f.person IN"
	    "     (SELECT s.viewer FROM viewer_scope s WHERE s.scope = $7"
	    "       AND s.level >= " VISIBLE_DECIDE ") OR f.person IN"
	    "     (SELECT g.viewer FROM viewer_grant g WHERE g.dossier = $1"
	    "       AND g.for_whom IS NULL AND g.level >= " VISIBLE_DECIDE
	    "       AND g.until > $now))))"
	    " ORDER BY f.person LIMIT 100";

	return db_run(cx, sql, db_i(d->id), db_i(a->no), db_t(a->waits),
	    db_i(due), db_t(today), db_i(d->lead), db_i(d->scope));
}
