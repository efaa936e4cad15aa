/* SPDX-License-Identifier: MIT */
/* Table offer. */
#include "store/store_offer.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"

static const char *const states[] = { OFFER_STATES };

#define COLUMNS								\
	"SELECT x.id, x.no, x.maker, x.maker_name, x.receiver,"		\
	"       x.receiver_name, x.made, x.way, x.amount, x.currency,"	\
	"       x.terms, x.until, x.deadline, l.no, x.document, o.no,"	\
	"       o.name, x.counters, c.no, x.state, x.answered, x.note,"	\
	"       x.version"						\
	"  FROM offer x"						\
	"  LEFT JOIN deadline l ON l.id = x.deadline"			\
	"    AND l.dossier = x.dossier"					\
	"  LEFT JOIN document o ON o.id = x.document"			\
	"    AND o.dossier = x.dossier AND" PART_VISIBLE("o")		\
	"  LEFT JOIN offer c ON c.id = x.counters"			\
	"    AND c.dossier = x.dossier"

static enum err
offers_of(struct ctx *cx, struct db_rows *q, struct offer **out)
{
	const char *state;
	struct offer *x;
	int i;

	*out = NULL;
	while (db_row(q)) {
		x = *out = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(q);
		x->no = db_int(q);
		x->maker = db_int(q);
		x->maker_name = db_text(q);
		x->receiver = db_int(q);
		x->receiver_name = db_text(q);
		x->made = db_text(q);
		x->way = db_text(q);
		x->has_amount = !db_is_null(q);
		x->amount = db_int(q);
		x->currency = db_text(q);
		x->terms = db_text(q);
		x->until = db_text(q);
		x->deadline = db_int(q);
		x->deadline_no = db_int(q);
		x->document = db_int(q);
		x->document_no = db_int(q);
		x->document_name = db_text(q);
		x->counters = db_int(q);
		x->counters_no = db_int(q);
		state = db_text(q);
		for (i = 0; i < OFFER_WITHDRAWN &&
		    strcmp(states[i], state) != 0;)
			i++;
		x->state = (enum offer_state)i;
		x->answered = db_text(q);
		x->note = db_text(q);
		x->version = db_int(q);
		out = &x->next;
	}
	return db_end(q);
}

enum err
store_offer_list(struct ctx *cx, const struct dossier *d, struct offer **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1 ORDER BY x.made, x.no";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return offers_of(cx, &q, out);
}

enum err
store_offer_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct offer **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1 AND x.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return offers_of(cx, &q, out);
}

enum err
store_offer_add(struct ctx *cx, const struct dossier *d, struct offer *x)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO offer (dossier, no, maker, maker_name, receiver,"
	    "    receiver_name, made, way, amount, currency, terms, until,"
	    "    deadline, document, counters)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13, $14, $15) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(x->no), db_i0(x->maker),
	    db_t(x->maker_name), db_i0(x->receiver), db_t(x->receiver_name),
	    db_t(x->made), db_t(x->way), x->has_amount ? db_i(x->amount) :
	    db_null(), db_t(x->currency), db_t(x->terms), db_t(x->until),
	    db_i0(x->deadline), db_i0(x->document), db_i0(x->counters));
	x->id = db_row(&q) ? db_int(&q) : 0;
	x->version = 1;
	return db_end(&q);
}

enum err
store_offer_answer(struct ctx *cx, struct offer *x)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE offer SET state = $3, answered = $4, note = $5,"
	    "       version = version + 1"
	    " WHERE id = $1 AND version = $2 AND state = 'open'";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(x->id), db_i(x->version),
	    db_t(states[x->state]), db_t(x->answered), db_t(x->note));
	x->version++;
	return e == OK && changed != 1 ? db_stale(cx) : e;
}
