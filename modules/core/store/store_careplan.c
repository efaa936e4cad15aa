/* SPDX-License-Identifier: MIT */
/* Tables careplan, careplan_edition, careplan_line and problem_goal. */
#include "store/store_careplan.h"

#include <string.h>

#include "store/db.h"

static const char *const states[] = { CAREPLAN_STATES, NULL };
static const char *const sections[] = { CAREPLAN_SECTION_WORDS, NULL };

static int
place(const char *const *list, const char *word)
{
	int i = 0;

	while (list[i + 1] != NULL && strcmp(list[i], word) != 0)
		i++;
	return i;
}

enum err
store_careplan_list(struct ctx *cx, const struct dossier *d,
    struct careplan **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT x.id, x.no, x.title, x.standard, x.state, x.since,"
	    "       b.name, x.reason, x.edition, x.version"
	    "  FROM careplan x LEFT JOIN person b ON b.id = x.said_by"
	    " WHERE x.dossier = $1"
	    " ORDER BY CASE x.state WHEN 'ended' THEN 1 ELSE 0 END,"
	    "          x.id DESC";
	struct careplan *p;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		p = *out = arena_alloc(cx->arena, sizeof(*p));
		p->id = db_int(&q);
		p->no = db_int(&q);
		p->title = db_text(&q);
		p->standard = db_text(&q);
		p->state = (enum careplan_state)place(states, db_text(&q));
		p->since = db_int(&q);
		p->said_by_name = db_text(&q);
		p->reason = db_text(&q);
		p->edition = db_int(&q);
		p->version = db_int(&q);
		out = &p->next;
	}
	return db_end(&q);
}

enum err
store_careplan_add(struct ctx *cx, const struct dossier *d,
    struct careplan *p)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO careplan (dossier, no, title, standard, state,"
	    "    since, said_by) VALUES ($1, $2, $3, $4, $5, $now, $6)"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(p->no), db_t(p->title),
	    db_t(p->standard), db_t(states[p->state]), db_i0(cx->viewer));
	p->id = db_row(&q) ? db_int(&q) : 0;
	p->version = 1;
	return db_end(&q);
}

enum err
store_careplan_save(struct ctx *cx, struct careplan *p)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "UPDATE careplan SET title = $3, state = $4, since = $5,"
	    "       said_by = $6, reason = $7, edition = $8,"
	    "       version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(p->id), db_i(p->version),
	    db_t(p->title), db_t(states[p->state]), db_i(p->since),
	    db_i0(cx->viewer), db_t(p->reason), db_i(p->edition));
	if (e == OK && changed != 1)
		return db_stale(cx);
	p->version++;
	return e;
}

enum err
store_careplan_editions(struct ctx *cx, struct careplan *p)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "SELECT x.edition, x.how, x.day, x.who, x.condition, x.worked,"
	    "       x.kept, b.name"
	    "  FROM careplan_edition x"
	    "  LEFT JOIN person b ON b.id = x.kept_by"
	    " WHERE x.careplan = $1 ORDER BY x.edition DESC";
	struct careplan_edition **tail = &p->editions, *x;
	struct db_rows q;

	*tail = NULL;
	db_query(cx, &q, sql, db_i(p->id));
	while (db_row(&q)) {
		x = *tail = arena_alloc(cx->arena, sizeof(*x));
		x->edition = db_int(&q);
		x->ended = strcmp(db_text(&q), "ended") == 0;
		x->day = db_text(&q);
		x->who = db_text(&q);
		x->condition = db_text(&q);
		x->worked = db_text(&q);
		x->kept = db_int(&q);
		x->kept_by = db_text(&q);
		tail = &x->next;
	}
	return db_end(&q);
}

enum err
store_careplan_lines(struct ctx *cx, const struct careplan *p,
    struct careplan_edition *x)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "SELECT section, goal, text, detail, who, day, until, every,"
	    "       times, state, done, missed"
	    "  FROM careplan_line"
	    " WHERE careplan = $1 AND edition = $2 ORDER BY place";
	struct careplan_line **tail = &x->lines, *l;
	struct db_rows q;

	*tail = NULL;
	db_query(cx, &q, sql, db_i(p->id), db_i(x->edition));
	while (db_row(&q)) {
		l = *tail = arena_alloc(cx->arena, sizeof(*l));
		l->section = (enum careplan_section)place(sections,
		    db_text(&q));
		l->goal = db_int(&q);
		l->text = db_text(&q);
		l->detail = db_text(&q);
		l->who = db_text(&q);
		l->day = db_text(&q);
		l->until = db_text(&q);
		l->every = db_text(&q);
		l->times = (int)db_int(&q);
		l->state = db_text(&q);
		l->done = db_int(&q);
		l->missed = db_int(&q);
		tail = &l->next;
	}
	return db_end(&q);
}

static enum err
add_line(struct ctx *cx, const struct careplan *p,
    const struct careplan_edition *x, int64_t at,
    const struct careplan_line *l)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "INSERT INTO careplan_line (careplan, edition, place, section,"
	    "    goal, text, detail, who, day, until, every, times, state,"
	    "    done, missed)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13, $14, $15)";

	return db_run(cx, sql, db_i(p->id), db_i(x->edition), db_i(at),
	    db_t(sections[l->section]), db_i(l->goal), db_t(l->text),
	    db_t(l->detail), db_t(l->who), db_t(l->day), db_t(l->until),
	    db_t(l->every), db_i(l->times), db_t(l->state), db_i(l->done),
	    db_i(l->missed));
}

enum err
store_careplan_keep(struct ctx *cx, const struct careplan *p,
    const struct careplan_edition *x)
{
	/* opened: its dossier was */
	static const char sql[] =
	    "INSERT INTO careplan_edition (careplan, edition, how, day, who,"
	    "    condition, worked, kept, kept_by)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $now, $8)";
	const struct careplan_line *l;
	int64_t at = 0;
	enum err e;

	e = db_run(cx, sql, db_i(p->id), db_i(x->edition),
	    db_t(x->ended ? "ended" : "agreed"), db_t(x->day), db_t(x->who),
	    db_t(x->condition), db_t(x->worked), db_i0(cx->viewer));
	for (l = x->lines; l != NULL && e == OK; l = l->next)
		e = add_line(cx, p, x, ++at, l);
	return e;
}

enum err
store_careplan_open(struct ctx *cx, const struct dossier *d, bool *plan,
    bool *aftercare)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT (SELECT count(*) FROM careplan p WHERE p.dossier = $1"
	    "          AND p.state <> 'ended'),"
	    "       (SELECT count(*) FROM service s"
	    "          JOIN service_day y ON y.service = s.id"
	    "         WHERE s.dossier = $1 AND y.state = 'due')"
	    "     + (SELECT count(*) FROM service s WHERE s.dossier = $1"
	    "          AND s.state = 'running' AND s.next <> '')";
	struct db_rows q;

	*plan = *aftercare = false;
	db_query(cx, &q, sql, db_i(d->id));
	if (db_row(&q)) {
		*plan = db_int(&q) != 0;
		*aftercare = db_int(&q) != 0;
	}
	return db_end(&q);
}

enum err
store_careplan_ties(struct ctx *cx, const struct dossier *d,
    struct careplan_ties **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "SELECT y.problem, g.no FROM goal g"
	    "  JOIN problem_goal y ON y.goal = g.id"
	    " WHERE g.dossier = $1 ORDER BY y.problem, g.no";
	struct careplan_ties *t;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		t = *out = arena_alloc(cx->arena, sizeof(*t));
		t->problem = db_int(&q);
		t->goal = db_int(&q);
		out = &t->next;
	}
	return db_end(&q);
}

enum err
store_careplan_tie(struct ctx *cx, int64_t goal, int64_t problem)
{
	/* opened: the goal's dossier was */
	static const char sql[] =
	    "INSERT INTO problem_goal (goal, problem) VALUES ($1, $2)"
	    " ON CONFLICT (goal, problem) DO NOTHING";

	return db_run(cx, sql, db_i(goal), db_i(problem));
}

enum err
store_careplan_untie(struct ctx *cx, int64_t goal, int64_t problem)
{
	/* opened: the goal's dossier was */
	static const char sql[] =
	    "DELETE FROM problem_goal WHERE goal = $1 AND problem = $2";

	return db_run(cx, sql, db_i(goal), db_i(problem));
}
