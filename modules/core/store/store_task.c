/* SPDX-License-Identifier: MIT */
/* Rows of tasks: of one opened dossier, and "my work" over all in sight. */
#include "store/store_task.h"

#include <stdlib.h>

#include "store/db.h"
#include "store/store_absence.h"
#include "store/store_count.h"
#include "store/visible.h"

#define COLUMNS								\
	"SELECT t.id, t.no, t.title, t.instructions, t.result, t.owner," \
	"       o.name, t.team, m.name, t.delegator, g.name, t.priority," \
	"       t.due, t.created, t.done, b.name, t.version,"		\
	"       d.number, d.title, t.item, t.used, t.ended, d.type,"	\
	"       i.required, s.used, s.name, d.id, d.risk,"		\
	PART_COMPARTMENT("t") "," PART_HELD("t", "d.compartment")	\
	"  FROM task t"							\
	"  JOIN dossier d ON d.id = t.dossier"				\
	"  LEFT JOIN person o ON o.id = t.owner"			\
	"  LEFT JOIN team m ON m.id = t.team"				\
	"  LEFT JOIN person g ON g.id = t.delegator"			\
	"  LEFT JOIN person b ON b.id = t.done_by"			\
	"  LEFT JOIN plan_item i ON i.dossier = t.dossier"		\
	"   AND i.no = t.item"						\
	"  LEFT JOIN plan_item s ON s.dossier = t.dossier"		\
	"   AND s.no = i.parent AND s.no > 1"

/* The viewer's teams: those in which they work on any type. */
#define TEAMS								\
	"SELECT c.team FROM viewer_scope v"				\
	"  JOIN scope c ON c.id = v.scope"				\
	" WHERE v.viewer = $viewer AND v.level >= " VISIBLE_WORK

int64_t
store_task_moment(int64_t stored)
{
	return stored >= STORE_TASK_NEVER ? 0 : stored;
}

int64_t
store_task_stored(int64_t moment)
{
	return moment == 0 ? STORE_TASK_NEVER : moment;
}

/* The rows of a statement that begins with COLUMNS. */
static enum err
tasks_of(struct ctx *cx, struct db_rows *q, struct task **out)
{
	struct task **tail = out, *t;

	*out = NULL;
	while (db_row(q)) {
		t = arena_alloc(cx->arena, sizeof(*t));
		t->id = db_int(q);
		t->no = db_int(q);
		t->title = db_text(q);
		t->instructions = db_text(q);
		t->result = db_text(q);
		t->owner = db_int(q);
		t->owner_name = db_text(q);
		t->team = db_int(q);
		t->team_name = db_text(q);
		t->delegator = db_int(q);
		t->delegator_name = db_text(q);
		t->priority = (enum priority)db_int(q);
		t->due = store_task_moment(db_int(q));
		t->created = db_int(q);
		t->done = db_int(q);
		t->done_by = db_text(q);
		t->version = db_int(q);
		t->dossier_number = db_text(q);
		t->dossier_title = db_text(q);
		t->item = db_int(q);
		t->used = db_text(q);
		t->ended = db_text(q);
		t->type_id = db_int(q);
		t->required = db_int(q) != 0;
		t->stage_used = db_text(q);
		t->stage = db_text(q);
		t->dossier = db_int(q);
		t->risk = (int)db_int(q);
		t->compartment = db_int(q);
		t->compartment_name = db_text(q);
		t->held = db_int(q) != 0;
		t->shown = t->title;
		t->shown_help = t->instructions;
		*tail = t;
		tail = &t->next;
	}
	return db_end(q);
}

enum err
store_task_add(struct ctx *cx, const struct dossier *d, struct task *t)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "INSERT INTO task (dossier, no, title, instructions, owner, team,"
	    "    priority, due, created, item, used)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
	    " RETURNING id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(t->no), db_t(t->title),
	    db_t(t->instructions), db_i0(t->owner), db_i0(t->team),
	    db_i(t->priority), db_i(store_task_stored(t->due)),
	    db_i(t->created), db_i(t->item),
	    db_t(t->used == NULL ? "" : t->used));
	t->id = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

enum err
store_task_find(struct ctx *cx, const struct dossier *d, int64_t no,
    struct task **out)
{
	/* opened: the predicate held */
	static const char sql[] =
	    COLUMNS " WHERE t.dossier = $1 AND t.no = $2 AND"
	    PART_VISIBLE("t");
	struct db_rows q;

	db_query(cx, &q, sql, db_i(d->id), db_i(no));
	return tasks_of(cx, &q, out);
}

/* Open ones by urgency come first, then the latest done. */
static int
by_urgency(const void *a, const void *b)
{
	const struct task *x = *(const struct task *const *)a;
	const struct task *y = *(const struct task *const *)b;
	int64_t m, n;

	if ((x->done == 0) != (y->done == 0))
		return x->done == 0 ? -1 : 1;
	m = x->done == 0 ? store_task_stored(x->due) : -x->done;
	n = y->done == 0 ? store_task_stored(y->due) : -y->done;
	if (m == n) {
		m = x->no;
		n = y->no;
	}
	return (m > n) - (m < n);
}

enum err
store_task_list(struct ctx *cx, struct dossier *d)
{
	/* opened: the predicate held. They are put in order here: the engine
	 * would copy each row once more. */
	static const char sql[] =
	    COLUMNS " WHERE t.dossier = $1 AND" PART_VISIBLE("t");
	struct task *t, **all, **tail = &d->tasks;
	struct db_rows q;
	size_t n = 0, i;
	enum err e;

	db_query(cx, &q, sql, db_i(d->id));
	if ((e = tasks_of(cx, &q, &d->tasks)) != OK)
		return e;
	for (t = d->tasks; t != NULL; t = t->next)
		n++;
	all = arena_array(cx->arena, n + 1, sizeof(*all));
	for (n = 0, t = d->tasks; t != NULL; t = t->next)
		all[n++] = t;
	qsort(all, n, sizeof(*all), by_urgency);
	for (i = 0; i < n; i++, tail = &(*tail)->next)
		*tail = all[i];
	*tail = NULL;
	return OK;
}

enum err
store_task_save(struct ctx *cx, struct task *t, int64_t done_by)
{
	/* opened: the predicate held */
	static const char sql[] =
	    "UPDATE task SET title = $3, instructions = $4, result = $5,"
	    "       owner = $6, team = $7, delegator = $8, priority = $9,"
	    "       due = $10, done = $11, done_by = $12, item = $13,"
	    "       ended = $14, version = version + 1"
	    " WHERE id = $1 AND version = $2";
	int64_t changed;
	enum err e;

	e = db_change(cx, &changed, sql, db_i(t->id), db_i(t->version),
	    db_t(t->title), db_t(t->instructions), db_t(t->result),
	    db_i0(t->owner), db_i0(t->team), db_i0(t->delegator),
	    db_i(t->priority), db_i(store_task_stored(t->due)),
	    db_i0(t->done), db_i0(done_by), db_i(t->item),
	    db_t(t->ended));
	if (e != OK)
		return e;
	if (changed != 1)
		return db_stale(cx);
	t->version++;
	return OK;
}

/* Open tasks of one dossier whose owners cannot work on it. */
#define STRANDED							\
	" WHERE dossier = $1 AND done IS NULL AND owner IS NOT NULL"	\
	"   AND NOT EXISTS (SELECT 1"					\
	"     FROM dossier d JOIN viewer_scope s ON s.scope = d.scope"	\
	"    WHERE d.id = $1 AND d.restricted = 0"			\
	"      AND s.viewer = task.owner AND s.level >= " VISIBLE_WORK ")" \
	"   AND NOT EXISTS (SELECT 1 FROM viewer_grant g"		\
	"    WHERE g.dossier = $1 AND g.viewer = task.owner"		\
	"      AND g.level >= " VISIBLE_WORK " AND g.until > $now)"

enum err
store_task_stranded(struct ctx *cx, const struct dossier *d,
    struct task **out)
{
	/* opened: the predicate held; the levels are those of the owners */
	/* whole: all go to the team, seen or not */
	static const char sql[] =
	    DB_REACH "SELECT id, no FROM task" STRANDED;
	struct task **tail = out, *t;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(d->id));
	while (db_row(&q)) {
		t = arena_alloc(cx->arena, sizeof(*t));
		t->id = db_int(&q);
		t->no = db_int(&q);
		*tail = t;
		tail = &t->next;
	}
	return db_end(&q);
}

enum err
store_task_to_team(struct ctx *cx, const struct dossier *d,
    const struct task *t)
{
	/* opened: the predicate held */
	static const char sql[] =
	    DB_REACH "UPDATE task SET owner = NULL, delegator = NULL,"
	    "       team = $2,"
	    "       version = version + 1"
	    " WHERE id = $1";

	return db_run(cx, sql, db_i(t->id), db_i(d->team));
}

enum err
store_task_pass_on(struct ctx *cx, const struct dossier *d,
    int64_t team_before, int64_t *passed)
{
	/* opened: the predicate held; the levels are those of the owners */
	static const char owners[] =
	    DB_REACH "UPDATE task SET owner = NULL, delegator = NULL,"
	    "       team = $2,"
	    "       version = version + 1"
	    STRANDED;
	static const char teams[] =
	    DB_REACH "UPDATE task SET team = $3, version = version + 1"
	    " WHERE dossier = $1 AND done IS NULL AND team = $2";
	int64_t n = 0;
	enum err e;

	*passed = 0;
	if ((e = db_change(cx, passed, owners, db_i(d->id),
	    db_i(d->team))) != OK || team_before == d->team)
		return e;
	e = db_change(cx, &n, teams, db_i(d->id), db_i(team_before),
	    db_i(d->team));
	*passed += n;
	return e;
}

enum err
store_task_mine(struct ctx *cx, int64_t after_due, int64_t after_id,
    int limit, struct task **out)
{
	static const char sql[] =
	    COLUMNS " WHERE t.owner = $viewer AND t.done IS NULL"
	    "   AND (t.due, t.id) > ($1, $2) AND" VISIBLE
	    "   AND" PART_VISIBLE("t")
	    " ORDER BY t.due, t.id LIMIT $3";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(after_due), db_i(after_id), db_i(limit));
	return tasks_of(cx, &q, out);
}

/* Tasks of people whose substitute the viewer is now. */
#define STOOD								\
	" WHERE a.substitute = $viewer AND" STORE_ABSENCE_NOW		\
	"   AND" STORE_ABSENCE_OF("d.type_code")			\
	"   AND t.done IS NULL AND" VISIBLE "AND" PART_VISIBLE("t")

enum err
store_task_stood(struct ctx *cx, int64_t after_due, int64_t after_id,
    int limit, struct task **out)
{
	static const char sql[] =
	    COLUMNS " JOIN absence a ON a.person = t.owner" STOOD
	    "   AND (t.due, t.id) > ($1, $2)"
	    " ORDER BY t.due, t.id LIMIT $3";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(after_due), db_i(after_id), db_i(limit));
	return tasks_of(cx, &q, out);
}

enum err
store_task_count_stood(struct ctx *cx, int limit, int64_t *out)
{
	static const char sql[] =
	    "SELECT count(*) FROM (SELECT t.id FROM absence a"
	    "  JOIN task t ON t.owner = a.person"
	    "  JOIN dossier d ON d.id = t.dossier" STOOD " LIMIT $1) x";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(limit));
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

/* The most urgent tasks of one team, by its index. */
#define OF_TEAM(team)							\
	"SELECT x.id FROM (SELECT y.id"					\
	"  FROM task y JOIN dossier d ON d.id = y.dossier"		\
	" WHERE y.team = " team						\
	"   AND y.owner IS NULL AND y.done IS NULL"			\
	"   AND (y.due, y.id) > ($1, $2) AND" VISIBLE			\
	"   AND" PART_VISIBLE("y")					\
	" ORDER BY y.due, y.id LIMIT $3) x"
#define AND_OF(team) " UNION ALL " OF_TEAM(team)
#define FEW 6	/* teams of a viewer whose lists are merged */

/* The viewer's teams, up to max of them. */
static enum err
teams_of(struct ctx *cx, int64_t *teams, size_t max, size_t *n)
{
	static const char sql[] = TEAMS " GROUP BY c.team ORDER BY c.team"
	    " LIMIT $1";
	struct db_rows q;

	*n = 0;
	db_query(cx, &q, sql, db_i((int64_t)max));
	while (db_row(&q) && *n < max)
		teams[(*n)++] = db_int(&q);
	return db_end(&q);
}

/*
 * Who is in few teams gets the first rows of each, merged; who is in many
 * sees most of what waits, so walking all by due finds a page soon.
 */
enum err
store_task_teams(struct ctx *cx, int64_t after_due, int64_t after_id,
    int limit, struct task **out)
{
	static const char narrow[] =
	    COLUMNS " WHERE t.id IN (" OF_TEAM("$4") AND_OF("$5")
	    AND_OF("$6") AND_OF("$7") AND_OF("$8") AND_OF("$9") ")"
	    " ORDER BY t.due, t.id LIMIT $3";
	static const char wide[] =
	    COLUMNS " WHERE t.owner IS NULL AND t.done IS NULL"
	    "   AND (t.due, t.id) > ($1, $2)"
	    "   AND coalesce(t.team, 0) IN (" TEAMS ") AND" VISIBLE
	    "   AND" PART_VISIBLE("t")
	    " ORDER BY t.due, t.id LIMIT $3";
	int64_t teams[FEW + 1] = { 0 };
	struct db_rows q;
	size_t n;
	enum err e;

	if ((e = teams_of(cx, teams, FEW + 1, &n)) != OK)
		return e;
	if (n > FEW)
		db_query(cx, &q, wide, db_i(after_due), db_i(after_id),
		    db_i(limit));
	else
		db_query(cx, &q, narrow, db_i(after_due), db_i(after_id),
		    db_i(limit), db_i(teams[0]), db_i(teams[1]),
		    db_i(teams[2]), db_i(teams[3]), db_i(teams[4]),
		    db_i(teams[5]));
	return tasks_of(cx, &q, out);
}

enum err
store_task_place(struct ctx *cx, const char *number, int64_t no,
    int64_t *due, int64_t *id)
{
	static const char sql[] =
	    "SELECT t.due, t.id"
	    "  FROM dossier d JOIN task t ON t.dossier = d.id"
	    " WHERE d.number = $1 AND t.no = $2 AND" VISIBLE
	    "   AND" PART_VISIBLE("t");
	struct db_rows q;

	db_query(cx, &q, sql, db_t(number), db_i(no));
	if (db_row(&q)) {
		*due = db_int(&q);
		*id = db_int(&q);
	}
	return db_end(&q);
}

enum err
store_task_count_mine(struct ctx *cx, int limit, int64_t *out)
{
	return store_count_seen(cx, STORE_COUNT_OWNED, "", 0, limit, out);
}

enum err
store_task_count_teams(struct ctx *cx, int limit, int64_t *out)
{
	return store_count_seen(cx, STORE_COUNT_TASK, "", 0, limit, out);
}
