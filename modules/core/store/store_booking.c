/* SPDX-License-Identifier: MIT */
/* Tables booking and month_closed. */
#include "store/store_booking.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"

static const char *const kinds[] = { BOOKING_KINDS };

#define COLUMNS								\
	"SELECT b.id, b.no, b.kind, b.person, p.number, p.name, b.day,"	\
	"       b.code, b.minutes, b.rate, b.amount, b.currency,"	\
	"       b.billable, b.payer, b.text, b.task, b.document, t.no,"	\
	"       t.title, o.no, o.name, b.counters, c.no,"		\
	"       CASE WHEN EXISTS (SELECT 1 FROM booking y"		\
	"         WHERE y.counters = b.id AND y.removed IS NULL)"	\
	"         THEN 1 ELSE 0 END,"					\
	PART_COMPARTMENT("b") ", b.booked, b.version"
#define JOINS								\
	"  JOIN person p ON p.id = b.person"				\
	"  LEFT JOIN task t ON t.id = b.task AND t.dossier = b.dossier"	\
	"  LEFT JOIN document o ON o.id = b.document"			\
	"    AND o.dossier = b.dossier"					\
	"  LEFT JOIN booking c ON c.id = b.counters"

static enum booking_kind
kind_of(const char *word)
{
	return strcmp(word, kinds[BOOKING_COST]) == 0 ? BOOKING_COST :
	    BOOKING_TIME;
}

static struct booking *
booking_of(struct ctx *cx, struct db_rows *q)
{
	struct booking *b = arena_alloc(cx->arena, sizeof(*b));

	b->id = db_int(q);
	b->no = db_int(q);
	b->kind = kind_of(db_text(q));
	b->person = db_int(q);
	b->person_number = db_text(q);
	b->person_name = db_text(q);
	b->day = db_text(q);
	b->code = db_text(q);
	b->minutes = db_int(q);
	b->rate = db_int(q);
	b->amount = db_int(q);
	b->currency = db_text(q);
	b->billable = db_int(q) != 0;
	b->payer = db_text(q);
	b->text = db_text(q);
	b->task = db_int(q);
	b->document = db_int(q);
	b->task_no = db_int(q);
	b->task_title = db_text(q);
	b->document_no = db_int(q);
	b->document_name = db_text(q);
	b->counters = db_int(q);
	b->counters_no = db_int(q);
	b->countered = db_int(q) != 0;
	b->compartment = db_int(q);
	b->compartment_name = db_text(q);
	b->booked = db_int(q);
	b->version = db_int(q);
	return b;
}

enum err
store_booking_list(struct ctx *cx, const struct dossier *d, const char *day,
    int64_t no, int limit, struct booking **out)
{
	/* opened: the predicate held; whole: what a booking names is where
	 * the booking is */
	static const char sql[] =
	    COLUMNS "  FROM booking b" JOINS
	    " WHERE b.dossier = $1 AND b.removed IS NULL"
	    "   AND b.day <= $2 AND (b.day < $2 OR b.no < $3)"
	    "   AND" PART_VISIBLE("b")
	    " ORDER BY b.day DESC, b.no DESC LIMIT $4";
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id), db_t(day), db_i(no),
	    db_i(limit));
	while (db_row(&q)) {
		*out = booking_of(cx, &q);
		out = &(*out)->next;
	}
	return db_end(&q);
}

enum err
store_booking_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct booking **out)
{
	/* opened: the predicate held; whole: as above */
	static const char sql[] =
	    COLUMNS "  FROM booking b" JOINS
	    " WHERE b.dossier = $1 AND b.no = $2 AND b.removed IS NULL"
	    "   AND" PART_VISIBLE("b");
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	*out = db_row(&q) ? booking_of(cx, &q) : NULL;
	return db_end(&q);
}

enum err
store_booking_mine(struct ctx *cx, const char *from, const char *until,
    struct booking **out)
{
	/* whole: as above */
	static const char sql[] =
	    COLUMNS ", d.number, d.title, d.type"
	    "  FROM booking b JOIN dossier d ON d.id = b.dossier" JOINS
	    " WHERE b.person = $viewer AND b.day >= $1 AND b.day <= $2"
	    "   AND b.removed IS NULL AND" PART_VISIBLE("b")
	    "   AND" VISIBLE
	    " ORDER BY b.day, b.id";
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_t(from), db_t(until));
	while (db_row(&q)) {
		*out = booking_of(cx, &q);
		(*out)->number = db_text(&q);
		(*out)->title = db_text(&q);
		(*out)->type_id = db_int(&q);
		out = &(*out)->next;
	}
	return db_end(&q);
}

enum err
store_booking_recent(struct ctx *cx, const char *since, int limit,
    struct dossier **out)
{
	static const char sql[] =
	    "SELECT d.id, d.number, d.title"
	    "  FROM (SELECT b.dossier, max(b.day) AS day, max(b.id) AS id"
	    "    FROM booking b WHERE b.person = $viewer AND b.day >= $1"
	    "     AND b.removed IS NULL AND" PART_VISIBLE("b")
	    "   GROUP BY b.dossier) x"
	    "  JOIN dossier d ON d.id = x.dossier"
	    " WHERE d.status <> 'closed' AND" VISIBLE_AT(VISIBLE_WORK)
	    " ORDER BY x.day DESC, x.id DESC LIMIT $2";
	struct db_rows q;
	struct dossier *d;

	*out = NULL;
	db_query(cx, &q, sql, db_t(since), db_i(limit));
	while (db_row(&q)) {
		d = arena_alloc(cx->arena, sizeof(*d));
		d->id = db_int(&q);
		d->number = db_text(&q);
		d->title = db_text(&q);
		*out = d;
		out = &d->next;
	}
	return db_end(&q);
}

enum err
store_booking_sums(struct ctx *cx, const struct dossier *d,
    struct booking_sum **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT x.kind, x.person, p.name, x.code, x.currency,"
	    "       x.billable, x.n, x.minutes, x.amount"
	    "  FROM (SELECT b.kind, b.person, b.code, b.currency,"
	    "      b.billable, count(*) AS n, sum(b.minutes) AS minutes,"
	    "      sum(b.amount) AS amount"
	    "    FROM booking b WHERE b.dossier = $1"
	    "     AND b.removed IS NULL AND" PART_VISIBLE("b")
	    "   GROUP BY b.kind, b.person, b.code, b.currency, b.billable) x"
	    "  JOIN person p ON p.id = x.person"
	    " ORDER BY x.kind DESC, p.name_key, x.person, x.code,"
	    "          x.currency, x.billable";
	struct booking_sum *s;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->kind = kind_of(db_text(&q));
		s->person = db_int(&q);
		s->person_name = db_text(&q);
		s->code = db_text(&q);
		s->currency = db_text(&q);
		s->billable = db_int(&q) != 0;
		s->n = db_int(&q);
		s->minutes = db_int(&q);
		s->amount = db_int(&q);
		*out = s;
		out = &s->next;
	}
	return db_end(&q);
}

enum err
store_booking_add(struct ctx *cx, const struct dossier *d, struct booking *b)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO booking (dossier, no, kind, person, day, code,"
	    "    minutes, rate, amount, currency, billable, payer, text,"
	    "    task, document, counters, compartment, booked)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13, $14, $15, $16, $17, $now) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(b->no),
	    db_t(kinds[b->kind]), db_i(b->person), db_t(b->day),
	    db_t(b->code), db_i(b->minutes), db_i(b->rate), db_i(b->amount),
	    db_t(b->currency), db_i(b->billable), db_t(b->payer),
	    db_t(b->text), db_i0(b->task), db_i0(b->document),
	    db_i0(b->counters), db_i(b->compartment));
	b->id = db_row(&q) ? db_int(&q) : 0;
	b->booked = cx->now;
	b->version = 1;
	return db_end(&q);
}

/* One row, or somebody was there before. */
static enum err
one_row(struct ctx *cx, enum err e, int64_t changed)
{
	return e == OK && changed != 1 ? db_stale(cx) : e;
}

enum err
store_booking_save(struct ctx *cx, struct booking *b)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE booking SET day = $3, code = $4, minutes = $5,"
	    "       rate = $6, amount = $7, currency = $8, billable = $9,"
	    "       payer = $10, text = $11, task = $12, document = $13,"
	    "       compartment = $14, version = version + 1"
	    " WHERE id = $1 AND version = $2 AND removed IS NULL";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(b->id), db_i(b->version),
	    db_t(b->day), db_t(b->code), db_i(b->minutes), db_i(b->rate),
	    db_i(b->amount), db_t(b->currency), db_i(b->billable),
	    db_t(b->payer), db_t(b->text), db_i0(b->task),
	    db_i0(b->document), db_i(b->compartment));
	b->version++;
	return one_row(cx, e, changed);
}

enum err
store_booking_remove(struct ctx *cx, struct booking *b)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE booking SET removed = $now, version = version + 1"
	    " WHERE id = $1 AND removed IS NULL";
	int64_t changed;
	enum err e = db_change(cx, &changed, sql, db_i(b->id));

	return one_row(cx, e, changed);
}

enum err
store_booking_reads(struct ctx *cx, const char *type, bool *out)
{
	static const char sql[] =
	    "SELECT 1 FROM viewer_scope s JOIN scope c ON c.id = s.scope"
	    " WHERE s.viewer = $viewer AND s.level >= " VISIBLE_WORK
	    "   AND c.type = $1 LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql, db_t(type));
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_booking_closed(struct ctx *cx, const char **month)
{
	static const char sql[] =
	    "SELECT month FROM month_closed ORDER BY month DESC LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql);
	*month = db_row(&q) ? db_text(&q) : "";
	return db_end(&q);
}

enum err
store_booking_close(struct ctx *cx, const char *month)
{
	static const char sql[] =
	    "INSERT INTO month_closed (month, closed, closed_by)"
	    " VALUES ($1, $now, $viewer)";

	return db_run(cx, sql, db_t(month));
}

enum err
store_booking_tied(struct ctx *cx, const struct dossier *d,
    const struct compartment_part *p, struct store_booking_tied **out)
{
	/* opened: the predicate held; whole: the viewer holds the thing */
	static const char task[] =
	    "SELECT b.no FROM task t JOIN booking b ON b.task = t.id"
	    " WHERE t.dossier = $1 AND t.no = $2 AND b.dossier = $1";
	static const char document[] =
	    "SELECT b.no FROM document o JOIN booking b ON b.document = o.id"
	    " WHERE o.dossier = $1 AND o.no = $2 AND b.dossier = $1";
	struct store_booking_tied *t;
	struct db_rows q;

	*out = NULL;
	if (p->kind != COMPARTMENT_TASK && p->kind != COMPARTMENT_DOCUMENT)
		return OK;
	db_query(cx, &q, p->kind == COMPARTMENT_TASK ? task : document,
	    db_i(d->id), db_i(p->no));
	while (db_row(&q)) {
		t = arena_alloc(cx->arena, sizeof(*t));
		t->no = db_int(&q);
		*out = t;
		out = &t->next;
	}
	return db_end(&q);
}

enum err
store_booking_within(struct ctx *cx, const struct dossier *d,
    const struct compartment_part *p, int64_t compartment)
{
	/* opened: the predicate held; whole: as above */
	static const char task[] =
	    "UPDATE booking SET compartment = $3 WHERE dossier = $1"
	    "   AND task = (SELECT t.id FROM task t"
	    "     WHERE t.dossier = $1 AND t.no = $2)";
	static const char document[] =
	    "UPDATE booking SET compartment = $3 WHERE dossier = $1"
	    "   AND document = (SELECT o.id FROM document o"
	    "     WHERE o.dossier = $1 AND o.no = $2)";

	if (p->kind != COMPARTMENT_TASK && p->kind != COMPARTMENT_DOCUMENT)
		return OK;
	return db_run(cx, p->kind == COMPARTMENT_TASK ? task : document,
	    db_i(d->id), db_i(p->no), db_i(compartment));
}
