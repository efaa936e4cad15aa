/* SPDX-License-Identifier: MIT */
/* Table promise. */
#include "store/store_promise.h"

#include <string.h>

#include "store/db.h"
#include "store/visible.h"

static const char *const states[] = { PROMISE_STATES };

#define COLUMNS								\
	"SELECT x.id, x.no, x.text, x.person, w.name, x.medium,"	\
	"       x.made, m.name, x.due, x.state, x.said, x.said_by,"	\
	"       s.name, x.how, x.document, x.note, x.moved_from"
#define NAMES								\
	"  LEFT JOIN person w ON w.id = x.person"			\
	"  LEFT JOIN person m ON m.id = x.made_by"			\
	"  LEFT JOIN person s ON s.id = x.said_by"

static struct promise *
promise_of(struct ctx *cx, struct db_rows *q)
{
	struct promise *x = arena_alloc(cx->arena, sizeof(*x));
	const char *state;
	int i = 0;

	x->id = db_int(q);
	x->no = db_int(q);
	x->text = db_text(q);
	x->person = db_int(q);
	x->person_name = db_text(q);
	x->medium = db_text(q);
	x->made = db_int(q);
	x->made_by = db_text(q);
	x->due = db_int(q);
	state = db_text(q);
	while (i < PROMISE_MOVED && strcmp(states[i], state) != 0)
		i++;
	x->state = (enum promise_state)i;
	x->said = db_int(q);
	x->said_by = db_int(q);
	x->said_by_name = db_text(q);
	x->how = db_text(q);
	x->document = db_int(q);
	x->note = db_text(q);
	x->moved_from = db_int(q);
	return x;
}

enum err
store_promise_list(struct ctx *cx, const struct dossier *d,
    struct promise **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS "  FROM promise x" NAMES " WHERE x.dossier = $1"
	    " ORDER BY CASE x.state WHEN 'open' THEN 0 ELSE 1 END, x.due,"
	    "          x.no";
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		*out = promise_of(cx, &q);
		out = &(*out)->next;
	}
	return db_end(&q);
}

enum err
store_promise_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct promise **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS "  FROM promise x" NAMES
	    " WHERE x.dossier = $1 AND x.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	*out = db_row(&q) ? promise_of(cx, &q) : NULL;
	return db_end(&q);
}

enum err
store_promise_add(struct ctx *cx, const struct dossier *d, struct promise *x)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO promise (dossier, no, text, person, medium, made,"
	    "    made_by, due, state, moved_from, lead)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9,"
	    "    (SELECT d.lead FROM dossier d WHERE d.id = $1))"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(x->no), db_t(x->text),
	    db_i0(x->person), db_t(x->medium), db_i(x->made),
	    db_i0(cx->viewer), db_i(x->due), db_i(x->moved_from));
	x->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_promise_end(struct ctx *cx, const struct promise *x)
{
	/* opened: the promise's dossier was */
	static const char sql[] =
	    "UPDATE promise SET state = $2, said = $3, said_by = $4,"
	    "       how = $5, document = $6, note = $7"
	    " WHERE id = $1 AND state = 'open'";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(x->id), db_t(states[x->state]),
	    db_i(x->said), db_i0(x->said_by), db_t(x->how),
	    db_i(x->document), db_t(x->note));
	return e == OK && changed != 1 ? db_stale(cx) : e;
}

#define WAITING								\
	COLUMNS ", d.number, d.title, l.name"				\
	"  FROM promise x JOIN dossier d ON d.id = x.dossier" NAMES	\
	"  LEFT JOIN person l ON l.id = d.lead"				\
	" WHERE x.state = 'open' AND x.due >= $1"			\
	"   AND x.due <= $2 AND" VISIBLE
#define BY_DUE " ORDER BY x.due, x.id LIMIT $3"

enum err
store_promise_waiting(struct ctx *cx, const struct store_promise_filter *f,
    struct promise **out)
{
	static const char all[] = WAITING BY_DUE;
	static const char led[] = WAITING " AND x.lead = $4" BY_DUE;
	int64_t until = f->late ? cx->now - 1 : INT64_MAX, skip = f->without;
	struct promise *x;
	struct db_rows q;

	*out = NULL;
	if (f->lead == 0)
		db_query(cx, &q, all, db_i(f->from), db_i(until),
		    db_i(f->limit + f->without));
	else
		db_query(cx, &q, led, db_i(f->from), db_i(until),
		    db_i(f->limit + f->without), db_i(f->lead));
	while (db_row(&q)) {
		x = promise_of(cx, &q);
		x->number = db_text(&q);
		x->dossier_title = db_text(&q);
		x->lead_name = db_text(&q);
		if (x->due == f->from && skip-- > 0)
			continue;
		*out = x;
		out = &x->next;
	}
	return db_end(&q);
}

#define UNTOLD								\
	" state = 'open' AND told < 2 AND due < $1"			\
	" AND (told = 0 OR due < $now)"

enum err
store_promise_tell(struct ctx *cx, int64_t until, int64_t *n)
{
	/* reach: the clock, for all; who is told looks by their own right */
	static const char post[] = DB_REACH
	    "INSERT INTO outbox (person, dossier, no, queued, due, kind)"
	    " SELECT f.person, x.dossier, x.no, $now, $now, 'promise'"
	    "  FROM (SELECT dossier, no FROM promise WHERE" UNTOLD ") x"
	    "  JOIN dossier d ON d.id = x.dossier"
	    "  JOIN staff f ON f.person = d.lead AND f.enabled = 1";
	static const char mark[] = DB_REACH
	    "UPDATE promise SET told = CASE WHEN due < $now THEN 2 ELSE 1"
	    "   END WHERE" UNTOLD;
	enum err e;

	if ((e = db_run(cx, post, db_i(until))) != OK)
		return e;
	return db_change(cx, n, mark, db_i(until));
}

enum err
store_promise_lead(struct ctx *cx, int64_t dossier, int64_t lead)
{
	/* opened: its lead was just written */
	static const char sql[] =
	    "UPDATE promise SET lead = $2"
	    " WHERE dossier = $1 AND coalesce(lead, 0) <> coalesce($2, 0)";

	return db_run(cx, sql, db_i(dossier), db_i0(lead));
}

enum err
store_promise_count(struct ctx *cx, int64_t until, int most, int64_t *open,
    int64_t *due, int64_t *late)
{
	static const char sql[] =
	    "SELECT count(*), coalesce(sum(CASE WHEN y.due <= $1 THEN 1"
	    "       ELSE 0 END), 0), coalesce(sum(CASE WHEN y.due < $now"
	    "       THEN 1 ELSE 0 END), 0)"
	    "  FROM (SELECT x.due FROM promise x"
	    "    CROSS JOIN dossier d"
	    "   WHERE x.lead = $viewer AND x.state = 'open'"
	    "     AND d.id = x.dossier AND" VISIBLE_MANY
	    "   ORDER BY x.due LIMIT $2) y";
	struct db_rows q;

	*open = *due = *late = 0;
	db_query(cx, &q, sql, db_i(until), db_i(most));
	if (db_row(&q)) {
		*open = db_int(&q);
		*due = db_int(&q);
		*late = db_int(&q);
	}
	return db_end(&q);
}
