/* SPDX-License-Identifier: MIT */
/* Tables plan_item and plan_mark, of one opened dossier. */
#include "store/store_plan.h"

#include <string.h>

#include "base/buf.h"
#include "store/db.h"
#include "store/store_task.h"

enum err
store_plan_items(struct ctx *cx, const struct dossier *d,
    struct store_plan_item **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT no, parent, used, kind, name, state, resumes, required,"
	    "       discretionary, round, since, planned, rings, rounds_left,"
	    "       cycle, task, reason"
	    "  FROM plan_item WHERE dossier = $1 ORDER BY no";
	struct store_plan_item **tail = out, *i;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		i = arena_alloc(cx->arena, sizeof(*i));
		i->no = db_int(&q);
		i->parent = db_int(&q);
		i->used = db_text(&q);
		i->kind = db_text(&q);
		i->name = db_text(&q);
		i->state = db_text(&q);
		i->resumes = db_text(&q);
		i->required = db_int(&q) != 0;
		i->discretionary = db_int(&q) != 0;
		i->round = db_int(&q);
		i->since = db_int(&q);
		i->planned = db_int(&q);
		i->rings = store_task_moment(db_int(&q));
		i->rounds_left = db_int(&q);
		i->cycle = db_text(&q);
		i->task = db_int(&q);
		i->reason = db_text(&q);
		*tail = i;
		tail = &i->next;
	}
	return db_end(&q);
}

enum err
store_plan_last(struct ctx *cx, const struct dossier *d, int64_t *out)
{
	/* opened: the predicate held */
	/* whole: what the plan made is in no compartment */
	static const char sql[] =
	    "SELECT coalesce(max(x.item), 0) FROM ("
	    "    SELECT max(item) AS item FROM plan_call WHERE dossier = $1"
	    "    UNION ALL SELECT max(item) FROM approval WHERE dossier = $1"
	    "    UNION ALL SELECT max(item) FROM task WHERE dossier = $1"
	    "    UNION ALL SELECT max(s.item) FROM goal g"
	    "      JOIN goal_step s ON s.goal = g.id"
	    "     WHERE g.dossier = $1) x";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

#define COLUMNS	17
#define BATCH	8
#define INSERT								\
	"INSERT INTO plan_item (dossier, no, parent, used, kind, name,"	\
	"    state, resumes, required, discretionary, round, since,"	\
	"    planned, rings, rounds_left, cycle, task, reason) VALUES "
#define ROW(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)		\
	"($1, $" #a ", $" #b ", $" #c ", $" #d ", $" #e ", $" #f ", $" #g \
	", $" #h ", $" #i ", $" #j ", $" #k ", $" #l ", $" #m ", $" #n	\
	", $" #o ", $" #p ", $" #q ")"
#define UPDATE								\
	" ON CONFLICT (dossier, no) DO UPDATE SET"			\
	"    parent = excluded.parent, used = excluded.used,"		\
	"    kind = excluded.kind, name = excluded.name,"		\
	"    state = excluded.state, resumes = excluded.resumes,"	\
	"    required = excluded.required,"				\
	"    discretionary = excluded.discretionary,"			\
	"    round = excluded.round, since = excluded.since,"		\
	"    planned = excluded.planned, rings = excluded.rings,"	\
	"    rounds_left = excluded.rounds_left,"			\
	"    cycle = excluded.cycle, task = excluded.task,"		\
	"    reason = excluded.reason"

static void
arguments(const struct store_plan_item *i, struct db_arg *a)
{
	a[0] = db_i(i->no);
	a[1] = db_i(i->parent);
	a[2] = db_t(i->used);
	a[3] = db_t(i->kind);
	a[4] = db_t(i->name);
	a[5] = db_t(i->state);
	a[6] = db_t(i->resumes);
	a[7] = db_i(i->required);
	a[8] = db_i(i->discretionary);
	a[9] = db_i(i->round);
	a[10] = db_i(i->since);
	a[11] = db_i0(i->planned);
	a[12] = db_i(store_task_stored(i->rings));
	a[13] = db_i(i->rounds_left);
	a[14] = db_t(i->cycle);
	a[15] = db_i(i->task);
	a[16] = db_t(i->reason);
}

static enum err
put_some(struct ctx *cx, const struct dossier *d,
    const struct store_plan_item **list, size_t n, const char *sql)
{
	struct db_arg a[2 + BATCH * COLUMNS] = { { 0 } };
	size_t i;

	a[1] = db_i(d->id);
	for (i = 0; i < n; i++, *list = (*list)->next)
		arguments(*list, a + 2 + i * COLUMNS);
	return db_run_args(cx, sql, a, 1 + n * COLUMNS);
}

enum err
store_plan_put(struct ctx *cx, const struct dossier *d,
    const struct store_plan_item *list)
{
	/* opened: the predicate held */
	static const char one[] = INSERT
	    ROW(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18)
	    UPDATE;
	static const char some[] = INSERT
	    ROW(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18)
	    "," ROW(19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
	    33, 34, 35)
	    "," ROW(36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49,
	    50, 51, 52)
	    "," ROW(53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66,
	    67, 68, 69)
	    "," ROW(70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83,
	    84, 85, 86)
	    "," ROW(87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100,
	    101, 102, 103)
	    "," ROW(104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114,
	    115, 116, 117, 118, 119, 120)
	    "," ROW(121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131,
	    132, 133, 134, 135, 136, 137)
	    UPDATE;
	const struct store_plan_item *i;
	enum err e = OK;
	size_t n = 0;

	for (i = list; i != NULL; i = i->next)
		n++;
	for (; n >= BATCH && e == OK; n -= BATCH)
		e = put_some(cx, d, &list, BATCH, some);
	for (; n > 0 && e == OK; n--)
		e = put_some(cx, d, &list, 1, one);
	return e;
}

enum err
store_plan_drop(struct ctx *cx, const struct dossier *d, int64_t no)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "DELETE FROM plan_item WHERE dossier = $1 AND no = $2";
	static const char call[] =
	    "UPDATE plan_call SET ended = $now"
	    " WHERE dossier = $1 AND item = $2 AND ended IS NULL";
	enum err e = db_run(cx, sql, db_i(d->id), db_i(no));

	return e != OK ? e : db_run(cx, call, db_i(d->id), db_i(no));
}

static void
number(struct buf *b, int64_t n, char separator)
{
	buf_printf(b, "%lld%c", (long long)n, separator);
}

static void
text(struct buf *b, const char *s, char separator)
{
	buf_add(b, s, strlen(s));
	buf_char(b, separator);
}

const char *
store_plan_text(struct ctx *cx, const struct store_plan_item *i,
    char separator)
{
	struct buf b = { 0 };
	const char *out;

	number(&b, i->parent, separator);
	text(&b, i->used, separator);
	text(&b, i->kind, separator);
	text(&b, i->name, separator);
	text(&b, i->state, separator);
	text(&b, i->resumes, separator);
	number(&b, i->required, separator);
	number(&b, i->discretionary, separator);
	number(&b, i->round, separator);
	number(&b, i->since, separator);
	if (i->planned == 0)
		text(&b, "~", separator);
	else
		number(&b, i->planned, separator);
	number(&b, store_task_stored(i->rings), separator);
	number(&b, i->rounds_left, separator);
	text(&b, i->cycle, separator);
	number(&b, i->task, separator);
	buf_add(&b, i->reason, strlen(i->reason));
	out = arena_textn(cx->arena, b.data, b.len);
	buf_free(&b);
	return out;
}

enum err
store_plan_marks(struct ctx *cx, const struct dossier *d,
    struct store_plan_mark **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT item, criterion, part, cause FROM plan_mark"
	    " WHERE dossier = $1 ORDER BY item, criterion, part";
	struct store_plan_mark **tail = out, *m;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		m = arena_alloc(cx->arena, sizeof(*m));
		m->item = db_int(&q);
		m->criterion = db_text(&q);
		m->part = db_int(&q);
		m->cause = db_int(&q);
		*tail = m;
		tail = &m->next;
	}
	return db_end(&q);
}

enum err
store_plan_mark_put(struct ctx *cx, const struct dossier *d,
    const struct store_plan_mark *m)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO plan_mark (dossier, item, criterion, part, cause)"
	    " VALUES ($1, $2, $3, $4, $5)"
	    " ON CONFLICT (dossier, item, criterion, part) DO UPDATE"
	    "    SET cause = excluded.cause";

	return db_run(cx, sql, db_i(d->id), db_i(m->item), db_t(m->criterion),
	    db_i(m->part), db_i(m->cause));
}

enum err
store_plan_mark_drop(struct ctx *cx, const struct dossier *d,
    const struct store_plan_mark *m)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "DELETE FROM plan_mark WHERE dossier = $1 AND item = $2"
	    "   AND criterion = $3 AND part = $4";

	return db_run(cx, sql, db_i(d->id), db_i(m->item), db_t(m->criterion),
	    db_i(m->part));
}

enum err
store_plan_task_end(struct ctx *cx, const struct dossier *d, int64_t no,
    const char *ended)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE task SET done = coalesce(done, $now), ended = $3,"
	    "       version = version + 1"
	    " WHERE dossier = $1 AND no = $2"
	    "   AND (done IS NULL OR ended <> '')";

	return db_run(cx, sql, db_i(d->id), db_i(no), db_t(ended));
}

enum err
store_plan_task_back(struct ctx *cx, const struct dossier *d, int64_t no)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE task SET done = NULL, ended = '', version = version + 1"
	    " WHERE dossier = $1 AND no = $2 AND ended <> ''";

	return db_run(cx, sql, db_i(d->id), db_i(no));
}

enum err
store_plan_task_done(struct ctx *cx, const struct dossier *d, int64_t no)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE task SET done = $now, done_by = $3, ended = '',"
	    "       delegator = NULL, version = version + 1"
	    " WHERE dossier = $1 AND no = $2"
	    "   AND (done IS NULL OR ended <> '')";

	return db_run(cx, sql, db_i(d->id), db_i(no), db_i0(cx->viewer));
}

enum err
store_plan_task_item(struct ctx *cx, const struct dossier *d, int64_t no,
    int64_t item)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE task SET item = $3 WHERE dossier = $1 AND no = $2";

	return db_run(cx, sql, db_i(d->id), db_i(no), db_i(item));
}
