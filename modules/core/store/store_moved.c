/* SPDX-License-Identifier: MIT */
/* Things that go from one dossier to another. */
#include "store/store_moved.h"

#include "base/count.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "store/visible.h"

#define PLAN								\
	"INSERT INTO dossier_moved (dossier, no, to_dossier, to_no, moved)" \
	" SELECT $1, x.no, $2, d.things + row_number() OVER (ORDER BY x.no)," \
	"        $now FROM dossier d, ("
#define PLANNED ") x WHERE d.id = $2"
/* Deadlines that run, but where one of the same kind is due no later there:
 * what is due first counts, and nobody has the same one twice. */
#define DEADLINES							\
	" FROM deadline x WHERE x.dossier = $1"				\
	"  AND x.state IN ('running', 'paused', 'unchecked')"		\
	"  AND NOT EXISTS (SELECT 1 FROM deadline k"			\
	"    WHERE k.dossier = $2 AND x.code <> '' AND k.code = x.code"	\
	"      AND k.state IN ('running', 'paused', 'unchecked')"	\
	"      AND k.due <= x.due)"

/* The numbers that were given are taken. */
static enum err
take(struct ctx *cx, const struct dossier *into, int64_t n)
{
	/* opened: the predicate held for both */
	static const char sql[] =
	    "UPDATE dossier SET things = things + $2 WHERE id = $1";

	return n == 0 ? OK : db_run(cx, sql, db_i(into->id), db_i(n));
}

enum err
store_moved_plan_all(struct ctx *cx, const struct dossier *from,
    const struct dossier *into)
{
	/* reach: opened, and all goes, seen or not */
	static const char sql[] = DB_REACH PLAN
	    "SELECT no FROM task WHERE dossier = $1 AND item = 0"
	    " UNION ALL SELECT no FROM goal WHERE dossier = $1"
	    " UNION ALL SELECT no FROM note WHERE dossier = $1"
	    " UNION ALL SELECT no FROM document WHERE dossier = $1"
	    " UNION ALL SELECT no FROM proceeding WHERE dossier = $1"
	    " UNION ALL SELECT no FROM booking WHERE dossier = $1"
	    " UNION ALL SELECT no FROM offer WHERE dossier = $1"
	    " UNION ALL SELECT no FROM problem WHERE dossier = $1"
	    " UNION ALL SELECT no FROM allergy WHERE dossier = $1"
	    " UNION ALL SELECT no FROM medication WHERE dossier = $1"
	    " UNION ALL SELECT no FROM encounter WHERE dossier = $1"
	    " UNION ALL SELECT no FROM alert WHERE dossier = $1"
	    " UNION ALL SELECT no FROM careplan WHERE dossier = $1"
	    " UNION ALL SELECT no FROM service WHERE dossier = $1"
	    " UNION ALL SELECT no FROM strength WHERE dossier = $1"
	    " UNION ALL SELECT no FROM referral WHERE dossier = $1"
	    " UNION ALL SELECT x.no" DEADLINES
	    " UNION ALL SELECT y.no FROM party y"
	    "  WHERE y.dossier = $1 AND y.role <> 'lead'"
	    "    AND (y.ended IS NOT NULL OR NOT EXISTS"
	    "      (SELECT 1 FROM party z WHERE z.dossier = $2"
	    "          AND z.person = y.person AND z.role = y.role"
	    "          AND z.ended IS NULL))" PLANNED;
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_i(from->id), db_i(into->id));

	return e != OK ? e : take(cx, into, n);
}

enum err
store_moved_plan(struct ctx *cx, const struct dossier *from, int64_t no,
    const struct dossier *into, bool *planned)
{
	/* opened: the predicate held for both */
	static const char sql[] = PLAN
	    "SELECT t.no FROM task t WHERE t.dossier = $1 AND t.no = $3"
	    "   AND t.item = 0 AND" PART_VISIBLE("t")
	    " UNION ALL SELECT n.no FROM note n"
	    "  WHERE n.dossier = $1 AND n.no = $3 AND" PART_VISIBLE("n")
	    " UNION ALL SELECT f.no FROM document f"
	    "  WHERE f.dossier = $1 AND f.no = $3 AND" PART_VISIBLE("f")
	    PLANNED;
	int64_t n;
	enum err e = db_change(cx, &n, sql, db_i(from->id), db_i(into->id),
	    db_i(no));

	*planned = n == 1;
	return e != OK ? e : take(cx, into, n);
}

/* What came here before leads on to where it goes now. */
static enum err
lead_on(struct ctx *cx, const struct dossier *from,
    const struct dossier *into)
{
	static const char sql[] =
	    "UPDATE dossier_moved SET to_dossier = $2, to_no ="
	    "    (SELECT m.to_no FROM dossier_moved m"
	    "      WHERE m.dossier = $1 AND m.no = dossier_moved.to_no)"
	    " WHERE to_dossier = $1 AND EXISTS"
	    "    (SELECT 1 FROM dossier_moved m WHERE m.dossier = $1"
	    "        AND m.no = dossier_moved.to_no"
	    "        AND m.to_dossier = $2)";

	return db_run(cx, sql, db_i(from->id), db_i(into->id));
}

#define GO(table)							\
	DB_REACH							\
	"UPDATE " table " SET dossier = $2, no ="			\
	"    (SELECT m.to_no FROM dossier_moved m"			\
	"      WHERE m.dossier = $1 AND m.no = " table ".no)"		\
	" WHERE dossier = $1 AND EXISTS"				\
	"    (SELECT 1 FROM dossier_moved m WHERE m.dossier = $1"	\
	"        AND m.no = " table ".no AND m.to_dossier = $2)"

/* Steps keep to the tasks that come along, as these are called there; what
 * hung on the plan stays as it is, for the plan stays here. A goal that
 * stays is left without tasks that go. */
static enum err
ties(struct ctx *cx, const struct dossier *from, const struct dossier *into)
{
	/* opened: the predicate held for both */
	/* whole: such a task is in no compartment */
	static const char come[] =
	    "UPDATE goal_step SET item = 0,"
	    "       task = coalesce((SELECT m.to_no FROM dossier_moved m"
	    "         WHERE m.dossier = $1 AND m.no = goal_step.task"
	    "           AND m.to_dossier = $2), 0),"
	    "       done = coalesce(done, (SELECT i.since FROM plan_item i"
	    "         WHERE i.dossier = $1 AND i.no = goal_step.item"
	    "           AND i.state = 'completed'),"
	    "         (SELECT t.done FROM task t WHERE t.dossier = $1"
	    "           AND t.no = goal_step.task AND NOT EXISTS"
	    "             (SELECT 1 FROM dossier_moved m WHERE m.dossier = $1"
	    "                 AND m.no = t.no)))"
	    " WHERE goal IN (SELECT g.id FROM goal g"
	    "   JOIN dossier_moved m ON m.dossier = $1 AND m.no = g.no"
	    "    AND m.to_dossier = $2 WHERE g.dossier = $1)";
	static const char stay[] =
	    "UPDATE goal_step SET task = 0,"
	    "       done = coalesce(done, (SELECT t.done FROM task t"
	    "         WHERE t.dossier = $1 AND t.no = goal_step.task))"
	    " WHERE goal IN (SELECT g.id FROM goal g WHERE g.dossier = $1"
	    "     AND NOT EXISTS (SELECT 1 FROM dossier_moved m"
	    "       WHERE m.dossier = $1 AND m.no = g.no"
	    "         AND m.to_dossier = $2))"
	    "   AND task IN (SELECT m.no FROM dossier_moved m"
	    "     WHERE m.dossier = $1 AND m.to_dossier = $2)";
	enum err e;

	if ((e = db_run(cx, come, db_i(from->id), db_i(into->id))) != OK)
		return e;
	return db_run(cx, stay, db_i(from->id), db_i(into->id));
}

enum err
store_moved_go(struct ctx *cx, const struct dossier *from,
    const struct dossier *into)
{
	/* opened: the predicate held for both; who waits for the team of
	 * the one waits for that of the other */
	static const char *const moves[] = { GO("task"), GO("goal"),
	    GO("note"), GO("document"), GO("party"), GO("deadline"),
	    GO("proceeding"), GO("booking"), GO("offer"), GO("strength"),
	    GO("referral"), GO("exchange"),
	    GO("problem"), GO("allergy"), GO("medication"),
	    GO("encounter"), GO("alert"),
	    GO("careplan"), GO("service") };
	static const char team[] =
	    DB_REACH "UPDATE task SET team = $3"
	    " WHERE dossier = $1 AND done IS NULL AND team = $2"
	    "   AND EXISTS (SELECT 1 FROM dossier_moved m"
	    "     WHERE m.dossier = $1 AND m.no = task.no"
	    "       AND m.to_dossier = $4)";
	enum err e;
	size_t i;

	if ((e = lead_on(cx, from, into)) != OK ||
	    (e = db_run(cx, team, db_i(from->id), db_i(from->team),
	    db_i(into->team), db_i(into->id))) != OK ||
	    (e = ties(cx, from, into)) != OK)
		return e;
	for (i = 0; i < COUNT(moves); i++)
		if ((e = db_run(cx, moves[i], db_i(from->id),
		    db_i(into->id))) != OK)
			return e;
	return OK;
}

enum err
store_moved_appointments(struct ctx *cx, const struct dossier *from,
    const struct dossier *into)
{
	/* opened: the predicate held for both */
	static const char sql[] =
	    "UPDATE appointment SET dossier = $2, changed = $now,"
	    "       version = version + 1 WHERE dossier = $1";

	return db_run(cx, sql, db_i(from->id), db_i(into->id));
}

enum err
store_moved_labels(struct ctx *cx, const struct dossier *from,
    const struct dossier *into)
{
	/* opened: the predicate held for both */
	static const char sql[] =
	    "UPDATE dossier_label SET dossier = $2"
	    " WHERE dossier = $1 AND label NOT IN"
	    "   (SELECT l.label FROM dossier_label l WHERE l.dossier = $2)";

	return db_run(cx, sql, db_i(from->id), db_i(into->id));
}

/* A link of one dossier, whichever side it stands on. */
struct side {
	struct side *next;
	int64_t id;
	bool inverse;
};

static enum err
sides(struct ctx *cx, const struct dossier *from, const struct dossier *into,
    struct side **out)
{
	/* opened: the predicate held for both; shows nothing */
	static const char sql[] =
	    "SELECT l.id, CASE WHEN l.dossier = $1 THEN 0 ELSE 1 END"
	    "  FROM dossier_link l"
	    " WHERE (l.dossier = $1 OR l.other = $1)"
	    "   AND l.dossier <> $2 AND l.other <> $2"
	    "   AND l.kind NOT IN ('merged', 'split')"
	    "   AND NOT EXISTS (SELECT 1 FROM dossier_link k"
	    "     WHERE k.kind = l.kind AND k.ended IS NULL"
	    "       AND ((l.dossier = $1 AND k.dossier = $2"
	    "           AND k.other = l.other)"
	    "         OR (l.other = $1 AND k.other = $2"
	    "           AND k.dossier = l.dossier)))"
	    " ORDER BY l.id";
	struct side **tail = out, *s;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(from->id), db_i(into->id));
	while (db_row(&q)) {
		s = arena_alloc(cx->arena, sizeof(*s));
		s->id = db_int(&q);
		s->inverse = db_int(&q) != 0;
		*tail = s;
		tail = &s->next;
	}
	return db_end(&q);
}

enum err
store_moved_links(struct ctx *cx, const struct dossier *from,
    struct dossier *into)
{
	/* opened: the predicate held for both */
	static const char here[] =
	    "UPDATE dossier_link SET dossier = $2, no = $3 WHERE id = $1";
	static const char there[] =
	    "UPDATE dossier_link SET other = $2, other_no = $3"
	    " WHERE id = $1";
	struct side *s;
	int64_t no;
	enum err e;

	if ((e = sides(cx, from, into, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next)
		if ((e = store_dossier_next(cx, into, &no)) != OK ||
		    (e = db_run(cx, s->inverse ? there : here, db_i(s->id),
		    db_i(into->id), db_i(no))) != OK)
			return e;
	return OK;
}

enum err
store_moved_grants(struct ctx *cx, const struct dossier *from,
    const struct dossier *into)
{
	static const char sql[] =
	    "INSERT INTO viewer_grant (viewer, dossier, level, until)"
	    " SELECT g.viewer, $2,"
	    VISIBLE_OWN_LEVEL("g") "," VISIBLE_OWN_UNTIL("g")
	    "   FROM viewer_grant g"
	    "  WHERE g.dossier = $1 AND" VISIBLE_OWN_LEVEL("g") "> 0"
	    " ON CONFLICT (viewer, dossier) DO NOTHING";

	return db_run(cx, sql, db_i(from->id), db_i(into->id));
}

enum err
store_moved_count(struct ctx *cx, const struct dossier *d,
    const struct dossier *into, struct store_moved_count *out)
{
	/* opened: the predicate held for both */
	static const char sql[] =
	    "SELECT (SELECT count(*) FROM task WHERE dossier = $1"
	    "          AND item = 0 AND compartment = 0),"
	    "       (SELECT count(*) FROM goal WHERE dossier = $1),"
	    "       (SELECT count(*) FROM note WHERE dossier = $1"
	    "          AND compartment = 0),"
	    "       (SELECT count(*) FROM document WHERE dossier = $1"
	    "          AND compartment = 0),"
	    "       (SELECT count(*) FROM party WHERE dossier = $1"
	    "          AND role <> 'lead'),"
	    "       (SELECT count(*)" DEADLINES "),"
	    "       (SELECT count(*) FROM appointment WHERE dossier = $1)";
	struct db_rows q;

	*out = (struct store_moved_count){ 0 };
	db_query(cx, &q, sql, db_i(d->id), db_i(into->id));
	if (db_row(&q)) {
		out->tasks = db_int(&q);
		out->goals = db_int(&q);
		out->notes = db_int(&q);
		out->documents = db_int(&q);
		out->people = db_int(&q);
		out->deadlines = db_int(&q);
		out->appointments = db_int(&q);
	}
	return db_end(&q);
}

static enum err
names(struct ctx *cx, struct db_rows *q, struct person **out)
{
	struct person **tail = out, *p;

	*out = NULL;
	while (db_row(q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->name = db_text(q);
		*tail = p;
		tail = &p->next;
	}
	return db_end(q);
}

/* Who sees dossier $N, walls aside. */
#define SEES(n)								\
	"SELECT s.viewer FROM dossier d"				\
	"  JOIN viewer_scope s ON s.scope = d.scope"			\
	" WHERE d.id = $" n " AND d.restricted = 0"			\
	"   AND s.level >= " VISIBLE_READ				\
	" UNION SELECT g.viewer FROM viewer_grant g"			\
	" WHERE g.dossier = $" n " AND g.until > $now"			\
	"   AND g.level >= " VISIBLE_READ

enum err
store_moved_gain(struct ctx *cx, const struct dossier *from,
    const struct dossier *into, int limit, struct person **out)
{
	/* opened: the predicate held for both; this is about others */
	static const char sql[] =
	    "SELECT p.name FROM person p JOIN staff f ON f.person = p.id"
	    " WHERE f.enabled = 1 AND p.id IN (" SEES("2") ")"
	    "   AND p.id NOT IN (" SEES("1") ")"
	    "   AND p.id NOT IN (SELECT w.viewer FROM viewer_wall w"
	    "     WHERE w.dossier IN ($1, $2))"
	    " ORDER BY p.name_key, p.id LIMIT $3";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(from->id), db_i(into->id), db_i(limit));
	return names(cx, &q, out);
}

enum err
store_moved_walled(struct ctx *cx, const struct dossier *from,
    const struct dossier *into, struct person **out)
{
	/* opened: the predicate held for both; this is about others */
	/* whole: whoever is walled off has none, of whatever they see */
	static const char sql[] =
	    "SELECT p.name FROM viewer_wall w"
	    "  JOIN person p ON p.id = w.viewer"
	    " WHERE w.dossier = $1 AND (EXISTS (SELECT 1 FROM dossier d"
	    "     WHERE d.id = $2 AND d.lead = w.viewer)"
	    "   OR EXISTS (SELECT 1 FROM task t WHERE t.dossier = $2"
	    "     AND t.owner = w.viewer AND t.done IS NULL))"
	    " ORDER BY p.name_key, p.id";
	struct db_rows q;

	db_query(cx, &q, sql, db_i(from->id), db_i(into->id));
	return names(cx, &q, out);
}

/* Is it a thing that the viewer must not know? */
static enum err
hidden(struct ctx *cx, int64_t dossier, int64_t no, bool *out)
{
	/* reach: what the wall hides is looked for */
	static const char sql[] = DB_REACH
	    "SELECT 1 FROM document f"
	    " WHERE f.dossier = $1 AND f.no = $2 AND NOT" PART_VISIBLE("f")
	    "UNION ALL SELECT 1 FROM task t"
	    " WHERE t.dossier = $1 AND t.no = $2 AND NOT" PART_VISIBLE("t");
	struct db_rows q;

	db_query(cx, &q, sql, db_i(dossier), db_i(no));
	*out = db_row(&q);
	return db_end(&q);
}

enum err
store_moved_find(struct ctx *cx, const struct dossier *from, int64_t no,
    const char **number, int64_t *to)
{
	static const char sql[] =
	    "SELECT d.id, d.number, m.to_no"
	    "  FROM dossier_moved m JOIN dossier d ON d.id = m.to_dossier"
	    " WHERE m.dossier = $1 AND m.no = $2 AND" VISIBLE;
	const char *into = "";
	struct db_rows q;
	int64_t id = 0;
	bool secret = true;
	enum err e;

	*number = "";
	db_query(cx, &q, sql, db_i(from->id), db_i(no));
	if (db_row(&q)) {
		id = db_int(&q);
		into = db_text(&q);
		*to = db_int(&q);
	}
	if ((e = db_end(&q)) != OK || id == 0)
		return e;
	e = hidden(cx, id, *to, &secret);
	if (e == OK && !secret)
		*number = into;
	return e;
}

enum err
store_moved_merged(struct ctx *cx, const struct dossier *from, bool *merged,
    const char **number)
{
	static const char sql[] =
	    "SELECT d.number FROM dossier_link l"
	    "  LEFT JOIN dossier d ON d.id = l.other AND" VISIBLE
	    " WHERE l.dossier = $1 AND l.kind = 'merged'"
	    "   AND l.ended IS NULL";
	struct db_rows q;

	*number = "";
	db_query(cx, &q, sql, db_i(from->id));
	if ((*merged = db_row(&q)))
		*number = db_text(&q);
	return db_end(&q);
}
