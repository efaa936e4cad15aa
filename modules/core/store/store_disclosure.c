/* SPDX-License-Identifier: MIT */
/* Table disclosure. */
#include "store/store_disclosure.h"

#include "store/db.h"
#include "store/visible.h"

/* Is the viewer a member of the compartment of what is medical? */
#define MEDICAL								\
	COMPARTMENT_HELD("(SELECT m.id FROM compartment m"		\
	    " WHERE m.code = 'medical')")

#define COLUMNS								\
	"SELECT x.id, x.no, x.dossier, x.request, r.no, x.share,"	\
	"       d.number, x.disclosed, x.receiver, x.address, x.what,"	\
	"       x.way, x.seen, x.purpose, x.why, x.ground, x.ground_why," \
	"       x.consents, x.part2, x.recorded, a.name, x.suspended,"	\
	"       x.suspended_by, x.suspended_why, x.version"		\
	"  FROM disclosure x JOIN dossier d ON d.id = x.dossier"	\
	"  JOIN person a ON a.id = x.actor"				\
	"  LEFT JOIN disclosure_request r ON r.id = x.request"

static enum err
take(struct ctx *cx, struct db_rows *q, struct disclosure **out)
{
	struct disclosure *x;

	*out = NULL;
	while (db_row(q)) {
		x = *out = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(q);
		x->no = db_int(q);
		x->dossier = db_int(q);
		x->request = db_int(q);
		x->request_no = db_int(q);
		x->share = db_int(q);
		x->number = db_text(q);
		x->disclosed = db_text(q);
		x->receiver = db_text(q);
		x->address = db_text(q);
		x->what = db_text(q);
		x->way = db_text(q);
		x->seen = db_text(q);
		x->purpose = (unsigned int)db_int(q);
		x->why = db_text(q);
		x->ground = db_text(q);
		x->ground_why = db_text(q);
		x->consents = db_text(q);
		x->part2 = db_int(q) != 0;
		x->recorded = db_int(q);
		x->actor = db_text(q);
		x->suspended = db_text(q);
		x->suspended_by = db_text(q);
		x->suspended_why = db_text(q);
		x->version = db_int(q);
		x->times = 1;
		x->last = x->disclosed;
		out = &x->next;
	}
	return db_end(q);
}

enum err
store_disclosure_add(struct ctx *cx, const struct dossier *d,
    struct disclosure *x)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO disclosure (dossier, no, request, share, disclosed,"
	    "    receiver, address, what, way, seen, purpose, why, ground,"
	    "    consents, ground_why, part2, recorded, actor)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13, $14, $15, $16, $now, $viewer) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(x->no), db_i0(x->request),
	    db_i0(x->share), db_t(x->disclosed), db_t(x->receiver),
	    db_t(x->address), db_t(x->what), db_t(x->way), db_t(x->seen),
	    db_i(x->purpose), db_t(x->why), db_t(x->ground),
	    db_t(x->consents), db_t(x->ground_why), db_i(x->part2));
	x->id = db_row(&q) ? db_int(&q) : 0;
	x->version = 1;
	return db_end(&q);
}

enum err
store_disclosure_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct disclosure **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1 AND x.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return take(cx, &q, out);
}

enum err
store_disclosure_of_share(struct ctx *cx, const struct dossier *d,
    int64_t share, struct disclosure **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.share = $1 AND x.dossier = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(share), db_i(d->id));
	return take(cx, &q, out);
}

enum err
store_disclosure_suspend(struct ctx *cx, struct disclosure *x)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE disclosure SET suspended = $3, suspended_by = $4,"
	    "       suspended_why = $5, version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(x->id), db_i(x->version),
	    db_t(x->suspended), db_t(x->suspended_by),
	    db_t(x->suspended_why));
	x->version++;
	return e == OK && changed != 1 ? db_stale(cx) : e;
}

enum err
store_disclosure_account(struct ctx *cx, int64_t patient, const char *from,
    const char *until, struct disclosure **out)
{
	static const char sql[] = COLUMNS
	    " WHERE x.dossier IN (SELECT p.dossier FROM party p"
	    "          WHERE p.person = $1 AND p.role = 'patient')"
	    "   AND x.disclosed >= $2 AND x.disclosed <= $3"
	    "   AND" VISIBLE "AND " MEDICAL
	    " ORDER BY x.disclosed DESC, x.id DESC";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(patient), db_t(from), db_t(until));
	return take(cx, &q, out);
}
