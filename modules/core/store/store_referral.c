/* SPDX-License-Identifier: MIT */
/* What was asked of providers, and what they reported. */
#include "store/store_referral.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"
#include "text/message.h"

static const char *const states[] = { REFERRAL_STATES };
static const char *const units[] = { REFERRAL_UNITS };

#define COLUMNS								\
	"SELECT x.id, x.no, x.provider, p.name, p.number, x.service,"	\
	"       x.purpose, x.state, x.asked, x.sent, x.answer_by,"	\
	"       x.answered, x.started, x.ended, x.reason, x.every,"	\
	"       x.unit, x.report_due, m.name, x.version,"		\
	"       (SELECT count(*) FROM referral_report r"		\
	"         WHERE r.referral = x.id)"				\
	"  FROM referral x"						\
	"  JOIN provider v ON v.id = x.provider"			\
	"  JOIN person p ON p.id = v.person"				\
	"  LEFT JOIN person m ON m.id = x.made_by"

static int
place(const char *const *list, int n, const char *word)
{
	int i = 0;

	while (i < n - 1 && strcmp(list[i], word) != 0)
		i++;
	return i;
}

static enum err
rows(struct ctx *cx, struct db_rows *q, struct referral **out)
{
	struct referral *x;

	*out = NULL;
	while (db_row(q)) {
		x = *out = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(q);
		x->no = db_int(q);
		x->provider = db_int(q);
		x->provider_name = db_text(q);
		x->provider_number = db_text(q);
		x->service = db_text(q);
		x->purpose = db_text(q);
		x->state = (enum referral_state)place(states,
		    REFERRAL_WITHDRAWN + 1, db_text(q));
		x->asked = db_text(q);
		x->sent = db_text(q);
		x->answer_by = db_text(q);
		x->answered = db_text(q);
		x->started = db_text(q);
		x->ended = db_text(q);
		x->reason = db_text(q);
		x->every.n = (int)db_int(q);
		x->every.unit = (enum rulepack_unit)place(units, 3,
		    db_text(q));
		x->report_due = db_text(q);
		x->made_by = db_text(q);
		x->version = db_int(q);
		x->reports = db_int(q);
		out = &x->next;
	}
	return db_end(q);
}

enum err
store_referral_list(struct ctx *cx, const struct dossier *d,
    struct referral **out)
{
	/* opened: the predicate held */
	static const char sql[] = COLUMNS
	    " WHERE x.dossier = $1 ORDER BY x.asked DESC, x.no DESC"
	    " LIMIT 500";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return rows(cx, &q, out);
}

enum err
store_referral_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct referral **out)
{
	/* opened: the predicate held */
	static const char sql[] = COLUMNS
	    " WHERE x.dossier = $1 AND x.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return rows(cx, &q, out);
}

enum err
store_referral_add(struct ctx *cx, const struct dossier *d,
    struct referral *x)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO referral (dossier, no, provider, service, purpose,"
	    "    state, asked, sent, answer_by, every, unit, made_by)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(x->no), db_i(x->provider),
	    db_t(x->service), db_t(x->purpose), db_t(states[x->state]),
	    db_t(x->asked), db_t(x->sent), db_t(x->answer_by),
	    db_i(x->every.n), db_t(units[x->every.unit]),
	    db_i0(cx->viewer));
	if (db_row(&q))
		x->id = db_int(&q);
	return db_end(&q);
}

enum err
store_referral_save(struct ctx *cx, const struct dossier *d,
    struct referral *x)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE referral SET state = $3, sent = $4, answer_by = $5,"
	    "       answered = $6, started = $7, ended = $8, reason = $9,"
	    "       every = $10, unit = $11, report_due = $12,"
	    "       version = version + 1"
	    " WHERE dossier = $1 AND no = $2 AND version = $13";
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_i(d->id), db_i(x->no),
	    db_t(states[x->state]), db_t(x->sent), db_t(x->answer_by),
	    db_t(x->answered), db_t(x->started), db_t(x->ended),
	    db_t(x->reason), db_i(x->every.n), db_t(units[x->every.unit]),
	    db_t(x->report_due), db_i(x->version));

	if (e != OK || n == 1)
		return e;
	return refuse(cx, ERR_CONFLICT, "%s", _("Somebody else has changed "
	    "this referral meanwhile. Look at it again."));
}

enum err
store_referral_reports(struct ctx *cx, const struct dossier *d,
    const struct referral *x, struct referral_report **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT r.due, r.received, r.note,"
	    "       CASE WHEN o.no IS NULL THEN 0 ELSE r.document END,"
	    "       o.name, p.name"
	    "  FROM referral_report r"
	    "  LEFT JOIN document o ON o.dossier = $1"
	    "    AND o.no = r.document AND" PART_VISIBLE("o")
	    "  LEFT JOIN person p ON p.id = r.noted_by"
	    " WHERE r.referral = $2 ORDER BY r.due DESC LIMIT 200";
	struct referral_report *r;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_i(x->id));
	while (db_row(&q)) {
		r = *out = arena_alloc(cx->arena, sizeof(*r));
		r->due = db_text(&q);
		r->received = db_text(&q);
		r->note = db_text(&q);
		r->document = db_int(&q);
		r->document_name = db_text(&q);
		r->noted_by = db_text(&q);
		out = &r->next;
	}
	return db_end(&q);
}

enum err
store_referral_report_add(struct ctx *cx, const struct referral *x,
    const struct referral_report *r)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO referral_report (referral, due, received, document,"
	    "    note, noted, noted_by)"
	    " VALUES ($1, $2, $3, $4, $5, $now, $6)"
	    " ON CONFLICT (referral, due) DO NOTHING";
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_i(x->id), db_t(r->due),
	    db_t(r->received), db_i(r->document), db_t(r->note),
	    db_i0(cx->viewer));

	if (e != OK || n == 1)
		return e;
	return refuse(cx, ERR_CONFLICT, "%s",
	    _("There is a report of that day already."));
}
