/* SPDX-License-Identifier: MIT */
/* Table outbox: rows of one person leave together. */
#include "store/store_outbox.h"

#include <string.h>

#include "store/db.h"
#include "store/store_approval.h"
#include "store/store_notice.h"
#include "store/store_task.h"
#include "store/visible.h"

enum err
store_outbox_add(struct ctx *cx, const struct dossier *d, int64_t person,
    const char *kind, int64_t no, int64_t due)
{
	/* opened: by the viewer, or by who was shown something of it */
	static const char sql[] =
	    "INSERT INTO outbox (person, dossier, no, queued, due, kind)"
	    " VALUES ($1, $2, $3, $now, $4, $5)";

	return db_run(cx, sql, db_i(person), db_i(d->id), db_i(no),
	    db_i(due), db_t(kind));
}

enum err
store_outbox_claim(struct ctx *cx, int64_t until, int64_t *person,
    int64_t *tries)
{
	static const char first[] =
	    "SELECT person, tries FROM outbox"
	    " WHERE ended IS NULL AND due <= $now ORDER BY due, person"
	    " LIMIT 1";
	static const char claim[] =
	    "UPDATE outbox SET due = $2, tries = tries + 1"
	    " WHERE person = $1 AND ended IS NULL AND due <= $now";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, first);
	*person = db_row(&q) ? db_int(&q) : 0;
	*tries = *person == 0 ? 0 : db_int(&q);
	if ((e = db_end(&q)) != OK || *person == 0)
		return e;
	return db_run(cx, claim, db_i(*person), db_i(until));
}

/* What was undone or handed on since is not told. */
#define STILL								\
	"  FROM outbox o"						\
	"  JOIN dossier d ON d.id = o.dossier"				\
	"  LEFT JOIN task t ON o.kind = '' AND t.dossier = o.dossier"	\
	"   AND t.no = o.no"						\
	"  LEFT JOIN approval a ON o.kind = ''"				\
	"   AND a.dossier = o.dossier AND a.no = o.no"			\
	"  LEFT JOIN deadline x ON o.kind = 'deadline'"			\
	"   AND x.dossier = o.dossier AND x.no = o.no"			\
	"  LEFT JOIN promise y ON o.kind = 'promise'"			\
	"   AND y.dossier = o.dossier AND y.no = o.no"			\
	"  LEFT JOIN service v ON o.kind = 'service'"			\
	"   AND v.dossier = o.dossier AND v.no = o.no"			\
	"  LEFT JOIN handover h ON o.kind = 'handover' AND h.id = o.no"	\
	" WHERE o.person = $viewer AND o.ended IS NULL AND o.due = $1"	\
	"   AND o.tries > 0"						\
	"   AND o.glass IS NULL"					\
	"   AND (o.kind = 'change' OR" STORE_NOTICE_MENTION		\
	"     OR o.kind = 'share'"					\
	"     OR (o.kind = 'consent' AND d.lead = $viewer AND EXISTS"	\
	"      (SELECT 1 FROM consent w WHERE w.dossier = o.dossier"	\
	"        AND w.no = o.no AND w.ended IS NULL))"			\
	"     OR (o.kind = 'silence' AND d.quiet <= $now)"		\
	"     OR (o.no = 0 AND o.kind = '' AND d.lead = $viewer"	\
	"       AND d.status <> 'closed')"				\
	"     OR (t.owner = $viewer AND t.done IS NULL AND"		\
	PART_VISIBLE("t") ")"						\
	"     OR h.receiver <> $viewer"					\
	"     OR EXISTS (SELECT 1 FROM service_day u"			\
	"       WHERE u.service = v.id AND u.state = 'due'"		\
	"         AND u.told > 0)"					\
	"     OR (y.state = 'open' AND d.lead = $viewer)"		\
	"     OR (h.receiver = $viewer AND EXISTS"			\
	"      (SELECT 1 FROM handover_case c"				\
	"        WHERE c.handover = h.id AND c.state = 'waiting'))"	\
	"     OR (a.asked_by = $viewer AND a.state IN"			\
	"      ('approved', 'rejected', 'returned'))"			\
	"     OR (x.state IN ('running', 'unchecked') AND EXISTS"	\
	"      (SELECT 1 FROM deadline_notice n"			\
	"        WHERE n.deadline = x.id AND n.person = $viewer))"	\
	"     OR (" STORE_APPROVAL_MINE("$2") "))"			\
	"   AND" VISIBLE

enum err
store_outbox_claimed(struct ctx *cx, int64_t until, const char *today,
    int limit, struct store_outbox **out, int64_t *count)
{
	static const char rows[] =
	    "SELECT DISTINCT d.number, o.no, o.kind,"
	    "       coalesce(t.due, x.due, y.due, 0), coalesce(a.id, 0),"
	    "       CASE WHEN a.state <> 'asked' OR h.receiver <> $viewer"
	    "         THEN 1 ELSE 0 END,"
	    "       coalesce(x.id, 0), coalesce(h.number, ''),"
	    "       coalesce(y.id, 0)" STILL
	    " ORDER BY d.number, o.no, o.kind LIMIT $3";
	static const char all[] =
	    "SELECT count(*) FROM (SELECT DISTINCT o.dossier, o.no, o.kind"
	    STILL
	    ") AS waiting";
	struct store_outbox *o;
	struct db_rows q;
	const char *kind;
	enum err e;

	*out = NULL;
	db_query(cx, &q, rows, db_i(until), db_t(today), db_i(limit));
	while (db_row(&q)) {
		o = arena_alloc(cx->arena, sizeof(*o));
		o->number = db_text(&q);
		o->no = db_int(&q);
		kind = db_text(&q);
		o->change = strcmp(kind, "change") == 0;
		o->mention = strcmp(kind, "mention") == 0;
		o->silence = strcmp(kind, "silence") == 0;
		o->share = strcmp(kind, "share") == 0;
		o->service = strcmp(kind, "service") == 0;
		o->consent = strcmp(kind, "consent") == 0;
		o->due = store_task_moment(db_int(&q));
		o->approval = db_int(&q) != 0;
		o->answered = db_int(&q) != 0;
		o->deadline = db_int(&q) != 0;
		o->handover = db_text(&q);
		o->promise = db_int(&q) != 0;
		*out = o;
		out = &o->next;
	}
	if ((e = db_end(&q)) != OK)
		return e;
	db_query(cx, &q, all, db_i(until), db_t(today));
	*count = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_outbox_end(struct ctx *cx, int64_t person, int64_t until,
    const char *said)
{
	static const char sql[] =
	    "UPDATE outbox SET ended = $now, said = $3"
	    " WHERE person = $1 AND ended IS NULL AND due = $2"
	    "   AND tries > 0";

	return db_run(cx, sql, db_i(person), db_i(until), db_t(said));
}

enum err
store_outbox_put_off(struct ctx *cx, int64_t person, int64_t until,
    int64_t due, const char *said)
{
	static const char sql[] =
	    "UPDATE outbox SET due = $3, said = $4"
	    " WHERE person = $1 AND ended IS NULL AND due = $2"
	    "   AND tries > 0";

	return db_run(cx, sql, db_i(person), db_i(until), db_i(due),
	    db_t(said));
}

enum err
store_outbox_forget(struct ctx *cx, int64_t ended_before)
{
	static const char sql[] =
	    "DELETE FROM outbox WHERE ended IS NOT NULL AND ended < $1";

	return db_run(cx, sql, db_i(ended_before));
}

enum err
store_outbox_state(struct ctx *cx, struct store_outbox_state *out)
{
	static const char counts[] =
	    "SELECT count(*), coalesce(sum(CASE WHEN said <> '' THEN 1"
	    "       ELSE 0 END), 0), coalesce(min(queued), 0)"
	    "  FROM outbox WHERE ended IS NULL";
	static const char last[] =
	    "SELECT said FROM outbox WHERE ended IS NULL AND said <> ''"
	    " ORDER BY due DESC, id DESC LIMIT 1";
	struct db_rows q;
	enum err e;

	*out = (struct store_outbox_state){ .said = "" };
	db_query(cx, &q, counts);
	if (db_row(&q)) {
		out->waiting = db_int(&q);
		out->failing = db_int(&q);
		out->oldest = db_int(&q);
	}
	if ((e = db_end(&q)) != OK)
		return e;
	db_query(cx, &q, last);
	if (db_row(&q))
		out->said = db_text(&q);
	return db_end(&q);
}

enum err
store_outbox_troubles(struct ctx *cx, int limit,
    struct outbox_trouble **out)
{
	static const char sql[] =
	    "SELECT p.number, p.name, p.email, o.said, count(*),"
	    "       min(o.queued), max(o.tries),"
	    "       CASE WHEN o.ended IS NULL THEN min(o.due) ELSE 0 END,"
	    "       coalesce(o.ended, 0)"
	    "  FROM outbox o JOIN person p ON p.id = o.person"
	    " WHERE o.said <> ''"
	    " GROUP BY p.id, p.number, p.name, p.email, p.name_key, o.said,"
	    "       o.ended"
	    " ORDER BY CASE WHEN o.ended IS NULL THEN 0 ELSE 1 END,"
	    "       o.ended DESC, p.name_key, p.id, o.said LIMIT $1";
	struct outbox_trouble *t;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(limit));
	while (db_row(&q)) {
		t = arena_alloc(cx->arena, sizeof(*t));
		t->number = db_text(&q);
		t->name = db_text(&q);
		t->email = db_text(&q);
		t->said = db_text(&q);
		t->count = db_int(&q);
		t->queued = db_int(&q);
		t->tries = db_int(&q);
		t->again = db_int(&q);
		t->ended = db_int(&q);
		*out = t;
		out = &t->next;
	}
	return db_end(&q);
}
