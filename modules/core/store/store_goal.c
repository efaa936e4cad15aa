/* SPDX-License-Identifier: MIT */
/* Rows of goals, of their steps and of what was measured. */
#include "store/store_goal.h"

#include <string.h>

#include "store/db.h"

static const char *const measures[] = { GOAL_MEASURES, NULL };
static const char *const states[] = { "proposed", "agreed", "reached",
    "given_up", NULL };

static int
place(const char *const *list, const char *word)
{
	int i = 0;

	while (list[i + 1] != NULL && strcmp(list[i], word) != 0)
		i++;
	return i;
}

/* A step is done by hand, with its task, or with its item of the plan. */
#define STEP_TIES /* whole: such a task is in no compartment */		\
	"  LEFT JOIN task t ON t.dossier = g.dossier AND t.no = s.task"	\
	"  LEFT JOIN plan_item i ON i.dossier = g.dossier"		\
	"   AND i.no = s.item"
#define STEP_DONE							\
	"CASE WHEN s.done IS NOT NULL OR t.done IS NOT NULL"		\
	"       OR i.state = 'completed' THEN 1 ELSE 0 END"

#define COLUMNS								\
	"SELECT g.id, g.no, g.code, g.title, g.purpose, g.measure,"	\
	"       g.unit, g.decimals, g.start, g.target, g.due, g.owner,"	\
	"       o.name, g.state, g.since, g.said_by, b.name, g.reason,"	\
	"       g.created, g.version,"					\
	"       (SELECT count(*) FROM goal_step s"			\
	"         WHERE s.goal = g.id),"				\
	"       (SELECT coalesce(sum(" STEP_DONE "), 0)"		\
	"          FROM goal_step s" STEP_TIES " WHERE s.goal = g.id),"	\
	"       (SELECT v.value FROM goal_value v WHERE v.goal = g.id"	\
	"         ORDER BY v.measured DESC, v.no DESC LIMIT 1)"		\
	"  FROM goal g"							\
	"  LEFT JOIN person o ON o.id = g.owner"			\
	"  LEFT JOIN person b ON b.id = g.said_by"

static enum err
goals_of(struct ctx *cx, struct db_rows *q, struct goal **out)
{
	struct goal **tail = out, *g;

	*out = NULL;
	while (db_row(q)) {
		g = arena_alloc(cx->arena, sizeof(*g));
		g->id = db_int(q);
		g->no = db_int(q);
		g->code = db_text(q);
		g->title = db_text(q);
		g->purpose = db_text(q);
		g->measure = (enum goal_measure)place(measures, db_text(q));
		g->unit = db_text(q);
		g->decimals = (int)db_int(q);
		g->start = db_int(q);
		g->target = db_int(q);
		g->due = db_text(q);
		g->owner = db_int(q);
		g->owner_name = db_text(q);
		g->state = (enum goal_state)place(states, db_text(q));
		g->since = db_int(q);
		g->said_by = db_int(q);
		g->said_by_name = db_text(q);
		g->reason = db_text(q);
		g->created = db_int(q);
		g->version = db_int(q);
		g->steps_count = db_int(q);
		g->steps_done = db_int(q);
		g->measured = !db_is_null(q);
		g->present = g->measured ? db_int(q) : g->start;
		*tail = g;
		tail = &g->next;
	}
	return db_end(q);
}

enum err
store_goal_list(struct ctx *cx, const struct dossier *d, struct goal **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE g.dossier = $1"
	    " ORDER BY CASE g.state WHEN 'agreed' THEN 0"
	    "          WHEN 'proposed' THEN 1 WHEN 'reached' THEN 2"
	    "          ELSE 3 END, g.due, g.no";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id));
	return goals_of(cx, &q, out);
}

enum err
store_goal_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct goal **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE g.dossier = $1 AND g.no = $2";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return goals_of(cx, &q, out);
}

enum err
store_goal_add(struct ctx *cx, const struct dossier *d, struct goal *g)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO goal (dossier, no, code, title, purpose, measure,"
	    "    unit, decimals, start, target, due, owner, state, since,"
	    "    said_by, created)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13, $14, $15, $16)"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(g->no), db_t(g->code),
	    db_t(g->title), db_t(g->purpose), db_t(measures[g->measure]),
	    db_t(g->unit), db_i(g->decimals), db_i(g->start),
	    db_i(g->target), db_t(g->due), db_i0(g->owner),
	    db_t(states[g->state]), db_i(g->since), db_i0(g->said_by),
	    db_i(g->created));
	g->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_goal_save(struct ctx *cx, struct goal *g)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE goal SET title = $3, purpose = $4, measure = $5,"
	    "       unit = $6, decimals = $7, start = $8, target = $9,"
	    "       due = $10, owner = $11, state = $12, since = $13,"
	    "       said_by = $14, reason = $15, version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(g->id), db_i(g->version),
	    db_t(g->title), db_t(g->purpose), db_t(measures[g->measure]),
	    db_t(g->unit), db_i(g->decimals), db_i(g->start),
	    db_i(g->target), db_t(g->due), db_i0(g->owner),
	    db_t(states[g->state]), db_i(g->since), db_i0(g->said_by),
	    db_t(g->reason));
	if (e != OK)
		return e;
	if (changed != 1)
		return db_stale(cx);
	g->version++;
	return OK;
}

/* Both lists are in the order of the goals' rows. */
enum err
store_goal_steps(struct ctx *cx, const struct dossier *d, struct goal *list,
    int64_t no)
{
	/* opened: the predicate held */
	static const char one[] =
	    "SELECT s.goal, s.no, s.title, s.task, s.item, " STEP_DONE ","
	    "       s.done, b.name"
	    "  FROM goal g JOIN goal_step s ON s.goal = g.id" STEP_TIES
	    "  LEFT JOIN person b ON b.id = s.done_by"
	    " WHERE g.dossier = $1 AND g.no = $2 ORDER BY s.no";
	static const char all[] =
	    "SELECT s.goal, s.no, s.title, s.task, s.item, " STEP_DONE ","
	    "       s.done, b.name"
	    "  FROM goal g JOIN goal_step s ON s.goal = g.id" STEP_TIES
	    "  LEFT JOIN person b ON b.id = s.done_by"
	    " WHERE g.dossier = $1 ORDER BY s.goal, s.no";
	struct goal_step *none, **tail = &none, *s;
	struct goal *g = NULL;
	struct db_rows q;
	int64_t goal;

	if (no != 0)
		db_query(cx, &q, one, db_i(d->id), db_i(no));
	else
		db_query(cx, &q, all, db_i(d->id));
	while (db_row(&q)) {
		goal = db_int(&q);
		if (g == NULL || g->id != goal) {
			for (g = list; g != NULL && g->id != goal;)
				g = g->next;
			if (g == NULL)
				continue;
			tail = &g->steps;
		}
		s = arena_alloc(cx->arena, sizeof(*s));
		s->no = db_int(&q);
		s->title = db_text(&q);
		s->task = db_int(&q);
		s->item = db_int(&q);
		s->done = db_int(&q) != 0;
		s->ticked = db_int(&q);
		s->ticked_by = db_text(&q);
		*tail = s;
		tail = &s->next;
	}
	return db_end(&q);
}

enum err
store_goal_step_add(struct ctx *cx, const struct goal *g,
    struct goal_step *s)
{
	/* opened: the goal's dossier was */
	static const char sql[] =
	    "INSERT INTO goal_step (goal, no, title, task, item)"
	    " SELECT $1, coalesce(max(x.no), 0) + 1, $2, $3, $4"
	    "   FROM goal_step x WHERE x.goal = $1"
	    " RETURNING no";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(g->id), db_t(s->title), db_i(s->task),
	    db_i(s->item));
	s->no = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_goal_step_tick(struct ctx *cx, const struct goal *g, int64_t step,
    int64_t done)
{
	/* opened: the goal's dossier was */
	static const char sql[] =
	    "UPDATE goal_step SET done = $3, done_by = $4"
	    " WHERE goal = $1 AND no = $2";

	return db_run(cx, sql, db_i(g->id), db_i(step), db_i0(done),
	    db_i0(done == 0 ? 0 : cx->viewer));
}

enum err
store_goal_step_drop(struct ctx *cx, const struct goal *g, int64_t step)
{
	/* opened: the goal's dossier was */
	static const char sql[] =
	    "DELETE FROM goal_step WHERE goal = $1 AND no = $2";

	return db_run(cx, sql, db_i(g->id), db_i(step));
}

enum err
store_goal_values(struct ctx *cx, struct goal *g)
{
	/* opened: the goal's dossier was */
	static const char sql[] =
	    "SELECT v.no, v.value, v.measured, v.entered, p.name, v.note"
	    "  FROM goal_value v LEFT JOIN person p ON p.id = v.actor"
	    " WHERE v.goal = $1 ORDER BY v.measured DESC, v.no DESC";
	struct goal_value **tail = &g->values, *v;
	struct db_rows q;

	*tail = NULL;
	db_query(cx, &q, sql, db_i(g->id));
	while (db_row(&q)) {
		v = arena_alloc(cx->arena, sizeof(*v));
		v->no = db_int(&q);
		v->value = db_int(&q);
		v->measured = db_text(&q);
		v->entered = db_int(&q);
		v->actor = db_text(&q);
		v->note = db_text(&q);
		*tail = v;
		tail = &v->next;
	}
	return db_end(&q);
}

enum err
store_goal_value_add(struct ctx *cx, const struct goal *g,
    struct goal_value *v)
{
	/* opened: the goal's dossier was */
	static const char sql[] =
	    "INSERT INTO goal_value (goal, no, value, measured, entered,"
	    "    actor, note)"
	    " SELECT $1, coalesce(max(x.no), 0) + 1, $2, $3, $4, $5, $6"
	    "   FROM goal_value x WHERE x.goal = $1"
	    " RETURNING no";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(g->id), db_i(v->value), db_t(v->measured),
	    db_i(v->entered), db_i0(cx->viewer), db_t(v->note));
	v->no = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}
