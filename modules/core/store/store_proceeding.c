/* SPDX-License-Identifier: MIT */
/* Tables proceeding and hearing. */
#include "store/store_proceeding.h"

#include <string.h>

#include "store/db.h"
#include "store/query.h"

#define COLUMNS								\
	"SELECT x.id, x.no, x.court, x.reference, x.judge, x.filed,"	\
	"       x.ended, x.result, x.version,"				\
	"       (SELECT count(*) FROM docket_entry e"			\
	"         WHERE e.proceeding = x.id AND e.struck IS NULL),"	\
	"       (SELECT count(*) FROM docket_party y"			\
	"         WHERE y.proceeding = x.id) FROM proceeding x"

static enum err
proceedings_of(struct ctx *cx, struct db_rows *q, struct proceeding **out)
{
	struct proceeding *p;

	*out = NULL;
	while (db_row(q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->id = db_int(q);
		p->no = db_int(q);
		p->court = db_text(q);
		p->reference = db_text(q);
		p->judge = db_text(q);
		p->filed = db_text(q);
		p->ended = db_text(q);
		p->result = db_text(q);
		p->version = db_int(q);
		p->entries = db_int(q);
		p->parties = db_int(q);
		*out = p;
		out = &p->next;
	}
	return db_end(q);
}

enum err
store_proceeding_list(struct ctx *cx, const struct dossier *d,
    struct proceeding **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1"
	    " ORDER BY CASE x.ended WHEN '' THEN 0 ELSE 1 END, x.no DESC";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return proceedings_of(cx, &q, out);
}

enum err
store_proceeding_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct proceeding **out)
{
	/* opened: the predicate held */
	static const char sql[] = COLUMNS " WHERE x.dossier = $1 AND x.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return proceedings_of(cx, &q, out);
}

enum err
store_proceeding_add(struct ctx *cx, const struct dossier *d,
    struct proceeding *p)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO proceeding (dossier, no, court, reference, judge,"
	    "    filed, ended, result)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(p->no), db_t(p->court),
	    db_t(p->reference), db_t(p->judge), db_t(p->filed),
	    db_t(p->ended), db_t(p->result));
	p->id = db_row(&q) ? db_int(&q) : 0;
	p->version = 1;
	return db_end(&q);
}

enum err
store_proceeding_save(struct ctx *cx, struct proceeding *p)
{
	/* opened: the dossier of it was */
	static const char sql[] =
	    "UPDATE proceeding SET court = $3, reference = $4, judge = $5,"
	    "       filed = $6, ended = $7, result = $8,"
	    "       version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(p->id), db_i(p->version),
	    db_t(p->court), db_t(p->reference), db_t(p->judge),
	    db_t(p->filed), db_t(p->ended), db_t(p->result));
	if (e == OK && changed != 1)
		return db_stale(cx);
	p->version++;
	return e;
}

enum err
store_proceeding_hearings(struct ctx *cx, const struct dossier *d,
    struct hearing **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT a.number, a.title, a.place, a.begins, a.ends,"
	    "       CASE WHEN a.minute < 0 THEN 1 ELSE 0 END, a.cancelled,"
	    "       x.no, x.court"
	    "  FROM appointment a JOIN hearing h ON h.appointment = a.id"
	    "  JOIN proceeding x ON x.id = h.proceeding"
	    " WHERE a.dossier = $1 AND x.dossier = $1"
	    " ORDER BY a.begins, a.id";
	struct db_rows q;
	struct hearing *h;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		h = arena_alloc(cx->arena, sizeof(*h));
		h->number = db_text(&q);
		h->title = db_text(&q);
		h->place = db_text(&q);
		h->begins = db_int(&q);
		h->ends = db_int(&q);
		h->whole = (int)db_int(&q);
		h->cancelled = db_int(&q);
		h->proceeding = db_int(&q);
		h->court = db_text(&q);
		*out = h;
		out = &h->next;
	}
	return db_end(&q);
}

enum err
store_proceeding_hearing_add(struct ctx *cx, int64_t appointment,
    const struct proceeding *p)
{
	/* opened: the dossier of both was */
	static const char sql[] =
	    "INSERT INTO hearing (appointment, proceeding) VALUES ($1, $2)";

	return db_run(cx, sql, db_i(appointment), db_i(p->id));
}

enum err
store_proceeding_matters(struct ctx *cx, const struct dossier *list,
    struct matter **out)
{
	int64_t ids[QUERY_IDS];
	struct query y = { 0 };
	const struct dossier *d;
	struct db_rows q;
	struct matter *m;
	size_t n = 0;

	*out = NULL;
	for (d = list; d != NULL && n < QUERY_IDS; d = d->next)
		ids[n++] = d->id;
	if (n == 0)
		return OK;
	/* opened: the rows came through the predicate */
	query_add(&y, "SELECT d.id, coalesce(x.court, ''),"
	    "       coalesce(x.reference, ''),"
	    "       coalesce((SELECT p.name FROM party y"
	    "         JOIN person p ON p.id = y.person"
	    "         WHERE y.dossier = d.id AND y.role = 'opponent'"
	    "           AND y.ended IS NULL ORDER BY y.no LIMIT 1), ''),"
	    "       (SELECT min(a.begins) FROM appointment a"
	    "         JOIN hearing h ON h.appointment = a.id"
	    "         WHERE a.dossier = d.id AND a.begins >= $now"
	    "           AND a.cancelled IS NULL)"
	    "  FROM dossier d LEFT JOIN proceeding x ON x.id ="
	    "   (SELECT z.id FROM proceeding z"
	    "     WHERE z.dossier = d.id AND z.ended = ''"
	    "     ORDER BY z.no DESC LIMIT 1)"
	    " WHERE d.id ");
	query_add_ids(&y, ids, n);
	query_run(cx, &y, &q);
	while (db_row(&q)) {
		m = arena_alloc(cx->arena, sizeof(*m));
		m->dossier = db_int(&q);
		m->court = db_text(&q);
		m->reference = db_text(&q);
		m->opponent = db_text(&q);
		m->hearing = db_int(&q);
		*out = m;
		out = &m->next;
	}
	return db_end(&q);
}
