/* SPDX-License-Identifier: MIT */
/* Tables deadline and deadline_span. */
#include "store/store_deadline.h"

#include <string.h>

#include "store/db.h"
#include "store/store_task.h"

static const char *const states[] = { DEADLINE_STATES };

#define COLUMNS								\
	"SELECT x.id, x.no, x.code, x.title, x.second, x.pauses,"	\
	"       x.stops, x.state, x.started, x.said, x.said_by,"	\
	"       s.name, x.checked, x.checked_by, k.name,"		\
	"       x.with_case, x.reason,"					\
	"       x.due, x.early, x.warns, x.told, x.version"		\
	"  FROM deadline x"						\
	"  LEFT JOIN person s ON s.id = x.said_by"			\
	"  LEFT JOIN person k ON k.id = x.checked_by"
#define UNDER_WAY " x.state IN ('running', 'paused', 'unchecked')"

static enum deadline_state
state_of(const char *word)
{
	int i = 0;

	while (i < DEADLINE_STOPPED && strcmp(states[i], word) != 0)
		i++;
	return (enum deadline_state)i;
}

static enum err
deadlines_of(struct ctx *cx, struct db_rows *q, struct deadline **out)
{
	struct deadline **tail = out, *x;

	*out = NULL;
	while (db_row(q)) {
		x = arena_alloc(cx->arena, sizeof(*x));
		x->id = db_int(q);
		x->no = db_int(q);
		x->code = db_text(q);
		x->title = db_text(q);
		x->second = db_int(q) != 0;
		x->pauses = db_int(q) != 0;
		x->stops = db_text(q);
		x->state = state_of(db_text(q));
		x->started = db_int(q);
		x->said = db_int(q);
		x->said_by = db_int(q);
		x->said_by_name = db_text(q);
		x->checked = db_int(q);
		x->checked_by = db_int(q);
		x->checked_by_name = db_text(q);
		x->with_case = db_int(q) != 0;
		x->reason = db_text(q);
		x->due = store_task_moment(db_int(q));
		x->early = store_task_moment(db_int(q));
		x->warns = store_task_moment(db_int(q));
		x->told = (int)db_int(q);
		x->version = db_int(q);
		*tail = x;
		tail = &x->next;
	}
	return db_end(q);
}

enum err
store_deadline_list(struct ctx *cx, const struct dossier *d,
    struct deadline **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1"
	    " ORDER BY CASE x.state WHEN 'done' THEN 1 WHEN 'stopped' THEN 1"
	    "          ELSE 0 END, x.due, x.no";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return deadlines_of(cx, &q, out);
}

/* Spans of those in the list, which is in the order of their rows. */
static enum err
spans_of(struct ctx *cx, struct db_rows *q, struct deadline *list)
{
	struct deadline_span *none, **tail = &none, *s;
	struct deadline *x = NULL;
	int64_t id;

	while (db_row(q)) {
		id = db_int(q);
		if (x == NULL || x->id != id) {
			for (x = list; x != NULL && x->id != id;)
				x = x->next;
			if (x == NULL)
				continue;
			tail = &x->spans;
		}
		s = arena_alloc(cx->arena, sizeof(*s));
		s->no = db_int(q);
		s->begun = db_int(q);
		s->ended = db_int(q);
		s->paused = db_int(q) != 0;
		s->due = db_text(q);
		s->early = db_text(q);
		s->warn = db_text(q);
		s->court = db_text(q);
		s->reason = db_text(q);
		s->actor = db_text(q);
		*tail = s;
		tail = &s->next;
	}
	return db_end(q);
}

#define SPANS								\
	"SELECT x.id, y.no, y.begun, y.ended, y.paused, y.due,"		\
	"       y.early, y.warn, y.court, y.reason, p.name"		\
	"  FROM deadline x JOIN deadline_span y ON y.deadline = x.id"	\
	"  LEFT JOIN person p ON p.id = y.actor"			\
	" WHERE x.dossier = $1"

enum err
store_deadline_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct deadline **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1 AND x.no = $2";
	static const char spans[] = SPANS " AND x.no = $2 ORDER BY y.no";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	if ((e = deadlines_of(cx, &q, out)) != OK || *out == NULL)
		return e;
	db_query(cx, &q, spans, db_i(d->id), db_i(no));
	return spans_of(cx, &q, *out);
}

enum err
store_deadline_open(struct ctx *cx, const struct dossier *d,
    struct deadline **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE x.dossier = $1 AND (" UNDER_WAY
	    " OR x.with_case = 1) ORDER BY x.id";
	static const char spans[] = SPANS " AND (" UNDER_WAY
	    " OR x.with_case = 1) ORDER BY x.id, y.no";
	struct db_rows q;
	enum err e;

	db_query(cx, &q, sql, db_i(d->id));
	if ((e = deadlines_of(cx, &q, out)) != OK || *out == NULL)
		return e;
	db_query(cx, &q, spans, db_i(d->id));
	return spans_of(cx, &q, *out);
}

enum err
store_deadline_add(struct ctx *cx, const struct dossier *d,
    struct deadline *x)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO deadline (dossier, no, code, title, second, pauses,"
	    "    stops, state, started)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(x->no), db_t(x->code),
	    db_t(x->title), db_i(x->second), db_i(x->pauses),
	    db_t(x->stops), db_t(states[x->state]), db_i(x->started));
	x->id = db_row(&q) ? db_int(&q) : 0;
	x->version = 1;
	return db_end(&q);
}

enum err
store_deadline_save(struct ctx *cx, struct deadline *x, int64_t tells)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE deadline SET state = $3, said = $4, said_by = $5,"
	    "       checked = $6, checked_by = $7, with_case = $8,"
	    "       reason = $9, due = $10, early = $11, warns = $12,"
	    "       tells = $13, told = $14, version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(x->id), db_i(x->version),
	    db_t(states[x->state]), db_i0(x->said), db_i0(x->said_by),
	    db_i0(x->checked), db_i0(x->checked_by), db_i(x->with_case),
	    db_t(x->reason), db_i(store_task_stored(x->due)),
	    db_i(store_task_stored(x->early)),
	    db_i(store_task_stored(x->warns)),
	    db_i(store_task_stored(tells)), db_i(x->told));
	if (e != OK)
		return e;
	if (changed != 1)
		return db_stale(cx);
	x->version++;
	return OK;
}

enum err
store_deadline_span_end(struct ctx *cx, const struct deadline *x,
    int64_t ended)
{
	/* opened: the deadline's dossier was */
	static const char sql[] =
	    "UPDATE deadline_span SET ended = $2 WHERE deadline = $1"
	    "   AND no = (SELECT max(y.no) FROM deadline_span y"
	    "     WHERE y.deadline = $1)";

	return db_run(cx, sql, db_i(x->id), db_i0(ended));
}

enum err
store_deadline_span_add(struct ctx *cx, const struct deadline *x,
    struct deadline_span *s)
{
	/* opened: the deadline's dossier was */
	static const char sql[] =
	    "INSERT INTO deadline_span (deadline, no, begun, paused, due,"
	    "    early, warn, reason, actor, court)"
	    " SELECT $1, coalesce(max(y.no), 0) + 1, $2, $3, $4, $5, $6, $7,"
	    "    $8, $9 FROM deadline_span y WHERE y.deadline = $1"
	    " RETURNING no";
	struct db_rows q;
	enum err e;

	if ((e = store_deadline_span_end(cx, x, s->begun)) != OK)
		return e;
	db_query(cx, &q, sql, db_i(x->id), db_i(s->begun), db_i(s->paused),
	    db_t(s->due), db_t(s->early), db_t(s->warn), db_t(s->reason),
	    db_i0(cx->viewer), db_t(s->court));
	s->no = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}
