/* SPDX-License-Identifier: MIT */
/* Tables dossier_count and scope_count. */
#include "store/store_count.h"

#include <string.h>

#include "store/query.h"
#include "store/store_wall_count.h"
#include "store/visible.h"

/* What is in a compartment is in no sum, as what is restricted; members look
 * it up. */
#define APART_FROM_SUMS							\
	" CASE WHEN d.restricted = 0 AND d.compartment = 0"		\
	" THEN 0 ELSE 1 END "

/* What a dossier adds under one name. */
struct part {
	struct part *next;
	const char *kind;
	int64_t whose, scope, restricted, n;
};

static struct part **
part_add(struct ctx *cx, struct part **tail, const char *kind, int64_t whose,
    const struct part *where, int64_t n)
{
	struct part *p = *tail = arena_alloc(cx->arena, sizeof(*p));

	*p = (struct part){ .kind = kind, .whose = whose, .n = n,
	    .scope = where->scope, .restricted = where->restricted };
	return &p->next;
}

/* As the dossier and its tasks are now. */
static enum err
read_now(struct ctx *cx, int64_t dossier, struct part **out)
{
	/* reach: numbers of rows, for everybody */
	static const char sql[] = DB_REACH
	    "SELECT d.scope," APART_FROM_SUMS ", d.status, d.verdict"
	    "  FROM dossier d WHERE d.id = $1";
	static const char tasks[] = DB_REACH
	    "SELECT CASE WHEN owner IS NULL THEN 'task' ELSE 'owned' END,"
	    "       coalesce(owner, team), count(*) FROM task"
	    " WHERE dossier = $1 AND done IS NULL AND compartment = 0"
	    "   AND coalesce(owner, team) IS NOT NULL GROUP BY 1, 2";
	struct part at = { 0 };
	const char *status = "closed", *verdict = "", *kind;
	int64_t whose;
	struct db_rows q;
	enum err e;

	*out = NULL;
	db_query(cx, &q, sql, db_i(dossier));
	if (db_row(&q)) {
		at.scope = db_int(&q);
		at.restricted = db_int(&q);
		status = db_text(&q);
		verdict = db_text(&q);
	}
	if ((e = db_end(&q)) != OK)
		return e;
	if (strcmp(status, "closed") != 0)
		out = part_add(cx, out, status, 0, &at, 1);
	if (strcmp(status, "open") == 0 && verdict[0] == '\0')
		out = part_add(cx, out, "unscreened", 0, &at, 1);
	if (at.restricted != 0)
		out = part_add(cx, out, "restricted", 0, &at, 1);
	db_query(cx, &q, tasks, db_i(dossier));
	while (db_row(&q)) {
		kind = db_text(&q);
		whose = db_int(&q);
		out = part_add(cx, out, kind, whose, &at, db_int(&q));
	}
	return db_end(&q);
}

static enum err
read_kept(struct ctx *cx, int64_t dossier, struct part **out)
{
	static const char sql[] =
	    "SELECT kind, whose, scope, restricted, n FROM dossier_count"
	    " WHERE dossier = $1";
	struct part *p;
	struct db_rows q;

	*out = NULL;
	db_query(cx, &q, sql, db_i(dossier));
	while (db_row(&q)) {
		p = *out = arena_alloc(cx->arena, sizeof(*p));
		p->kind = db_text(&q);
		p->whose = db_int(&q);
		p->scope = db_int(&q);
		p->restricted = db_int(&q);
		p->n = db_int(&q);
		out = &p->next;
	}
	return db_end(&q);
}

static bool
has(const struct part *list, const struct part *p)
{
	for (; list != NULL; list = list->next)
		if (list->whose == p->whose && list->scope == p->scope &&
		    list->restricted == p->restricted && list->n == p->n &&
		    strcmp(list->kind, p->kind) == 0)
			return true;
	return false;
}

static enum err
move(struct ctx *cx, int64_t dossier, const struct part *p, int64_t n)
{
	static const char sql[] =
	    "INSERT INTO scope_count (scope, kind, whose, n)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (scope, kind, whose) DO UPDATE"
	    "    SET n = scope_count.n + excluded.n";

	enum err e;

	if (p->restricted != 0 && strcmp(p->kind, "restricted") != 0)
		return OK;
	e = db_run(cx, sql, db_i(p->scope), db_t(p->kind), db_i(p->whose),
	    db_i(n));
	return e != OK || p->restricted != 0 ? e : store_wall_count_move(cx,
	    dossier, p->kind, p->whose, p->scope, n);
}

static enum err
take_away(struct ctx *cx, int64_t dossier, const struct part *p)
{
	static const char sql[] =
	    "DELETE FROM dossier_count"
	    " WHERE dossier = $1 AND kind = $2 AND whose = $3";
	enum err e = move(cx, dossier, p, -p->n);

	return e != OK ? e : db_run(cx, sql, db_i(dossier), db_t(p->kind),
	    db_i(p->whose));
}

static enum err
put_down(struct ctx *cx, int64_t dossier, const struct part *p)
{
	static const char sql[] =
	    "INSERT INTO dossier_count"
	    "   (dossier, kind, whose, scope, restricted, n)"
	    " VALUES ($1, $2, $3, $4, $5, $6)";
	enum err e = move(cx, dossier, p, p->n);

	return e != OK ? e : db_run(cx, sql, db_i(dossier), db_t(p->kind),
	    db_i(p->whose), db_i(p->scope), db_i(p->restricted), db_i(p->n));
}

/* reach: whether a grant gives more than the scopes do, and whether there is
 * anything to count; shown to nobody */
#define APART								\
	" CASE WHEN EXISTS (SELECT 1 FROM dossier d"			\
	"  WHERE d.id = viewer_grant.dossier AND d.compartment <> 0)"	\
	"  THEN 1 WHEN EXISTS (SELECT 1"				\
	"   FROM dossier d JOIN viewer_scope s ON s.scope = d.scope"	\
	"    AND s.level >= " VISIBLE_READ				\
	"  WHERE d.id = viewer_grant.dossier AND d.restricted = 0"	\
	"    AND s.viewer = viewer_grant.viewer) THEN 0"		\
	" WHEN EXISTS (SELECT 1 FROM dossier_count c"			\
	"  WHERE c.dossier = viewer_grant.dossier"			\
	"    AND c.kind <> 'restricted') THEN 2 ELSE 1 END"

enum err
store_count_grants(struct ctx *cx, int64_t viewer)
{
	/* reach: shown to nobody */
	static const char sql[] = DB_REACH
	    "UPDATE viewer_grant SET apart =" APART
	    " WHERE viewer = $1 AND apart <>" APART;

	return db_run(cx, sql, db_i(viewer));
}

enum err
store_count_renew(struct ctx *cx, int64_t dossier)
{
	/* reach: numbers of rows, for everybody */
	static const char grants[] = DB_REACH
	    "UPDATE viewer_grant SET apart =" APART
	    " WHERE dossier = $1 AND apart <>" APART;
	struct part *now, *kept, *p;
	enum err e;

	if ((e = read_now(cx, dossier, &now)) != OK ||
	    (e = read_kept(cx, dossier, &kept)) != OK)
		return e;
	for (p = kept; p != NULL; p = p->next)
		if (!has(now, p) && (e = take_away(cx, dossier, p)) != OK)
			return e;
	for (p = now; p != NULL; p = p->next)
		if (!has(kept, p) && (e = put_down(cx, dossier, p)) != OK)
			return e;
	return db_run(cx, grants, db_i(dossier));
}

enum err
store_count_fill(struct ctx *cx)
{
	/* reach: numbers of rows, for everybody */
	static const char each[] = DB_REACH
	    "INSERT INTO dossier_count (dossier, kind, whose, scope,"
	    "  restricted, n)"
	    " SELECT d.id, d.status, 0, d.scope," APART_FROM_SUMS ", 1"
	    "   FROM dossier d WHERE d.status IN ('open', 'waiting')"
	    " UNION ALL"
	    " SELECT d.id, 'unscreened', 0, d.scope," APART_FROM_SUMS ", 1"
	    "   FROM dossier d WHERE d.status = 'open' AND d.verdict = ''"
	    " UNION ALL"
	    " SELECT d.id, 'restricted', 0, d.scope, 1, 1 FROM dossier d"
	    "  WHERE d.restricted = 1 OR d.compartment <> 0"
	    " UNION ALL"
	    " SELECT d.id, CASE WHEN t.owner IS NULL THEN 'task'"
	    "   ELSE 'owned' END, coalesce(t.owner, t.team), d.scope,"
	    APART_FROM_SUMS ", count(*)"
	    "  FROM task t JOIN dossier d ON d.id = t.dossier"
	    "  WHERE t.done IS NULL AND t.compartment = 0"
	    "    AND coalesce(t.owner, t.team) IS NOT NULL"
	    "  GROUP BY 1, 2, 3, 4, 5";
	static const char sums[] =
	    "INSERT INTO scope_count (scope, kind, whose, n)"
	    " SELECT scope, kind, whose, sum(n) FROM dossier_count"
	    "  WHERE restricted = 0 OR kind = 'restricted'"
	    "  GROUP BY scope, kind, whose";
	enum err e;

	if ((e = db_run(cx, each)) != OK || (e = db_run(cx, sums)) != OK)
		return e;
	return db_run(cx, "UPDATE viewer_grant SET apart =" APART
	    " WHERE apart = 2");
}

#define TEAMS_OF_VIEWER							\
	"(SELECT z.team FROM viewer_scope x JOIN scope z"		\
	"    ON z.id = x.scope"						\
	"   WHERE x.viewer = $viewer AND x.level >= " VISIBLE_WORK ")"

/* What is counted; a task that waits for a team of the viewer's. */
static const char *const kinds[] = {
	[STORE_COUNT_ACTIVE] = " AND c.kind IN ('open', 'waiting')",
	[STORE_COUNT_OPEN] = " AND c.kind = 'open'",
	[STORE_COUNT_WAITING] = " AND c.kind = 'waiting'",
	[STORE_COUNT_UNSCREENED] = " AND c.kind = 'unscreened'",
	[STORE_COUNT_TASK] = " AND c.kind = 'task' AND c.whose + 0 IN "
	    TEAMS_OF_VIEWER,
	[STORE_COUNT_OWNED] = " AND c.kind = 'owned' AND c.whose = $viewer"
};

static void
add_scopes(struct query *y, const char *type, int64_t team)
{
	if (type[0] != '\0')
		query_add(y, " AND o.type = ?", db_t(type));
	if (team != 0)
		query_add(y, " AND o.team = ?", db_i(team));
}

static enum err
run_one(struct ctx *cx, struct query *y, int64_t *out)
{
	struct db_rows q;

	query_run(cx, y, &q);
	*out = db_row(&q) ? db_int(&q) : 0;
	return db_end(&q);
}

#define HELD(scope) " v.viewer = $viewer AND v.scope = " scope		\
	" AND v.level >= " VISIBLE_READ

/* The sums of the scopes that the viewer holds. */
static enum err
sum_scopes(struct ctx *cx, enum store_count kind, const char *type,
    int64_t team, int64_t *out)
{
	struct query y = { 0 };

	query_put(&y, "SELECT coalesce(sum(c.n), 0) FROM viewer_scope v"
	    "  JOIN scope_count c ON c.scope = v.scope");
	if (type[0] != '\0' || team != 0)
		query_put(&y, "  JOIN scope o ON o.id = v.scope");
	query_put(&y, " WHERE" HELD("c.scope"));
	query_put(&y, kinds[kind]);
	add_scopes(&y, type, team);
	return run_one(cx, &y, out);
}

/* reach: numbers alone. Of what is summed up, that behind walls. */
static enum err
count_hidden(struct ctx *cx, enum store_count kind, const char *type,
    int64_t team, int64_t *out)
{
	struct query y = { 0 };

	query_put(&y, "SELECT coalesce(sum(h.n), 0) FROM"
	    " (SELECT c.scope, c.n FROM wall_count c"
	    "   WHERE c.viewer = $viewer");
	query_put(&y, kinds[kind]);
	/* from the walls, of which these are few */
	query_put(&y, " UNION ALL SELECT c.scope, c.n FROM viewer_wall w"
	    "    CROSS JOIN dossier_count c WHERE c.dossier = w.dossier"
	    "     AND w.viewer = $viewer AND" STORE_WALL_UNCOUNTED("w")
	    "     AND c.restricted = 0");
	query_put(&y, kinds[kind]);
	query_put(&y, ") h JOIN viewer_scope v ON" HELD("h.scope")
	    "  JOIN scope o ON o.id = h.scope WHERE 1 = 1");
	add_scopes(&y, type, team);
	return run_one(cx, &y, out);
}

/* reach: numbers alone. What was granted beside the scopes, without what
 * stands behind a wall; of tasks, from those of the viewer's own. */
static void
add_granted(struct query *y, enum store_count kind, const char *type,
    int64_t team)
{
	query_put(y, "SELECT sum(c.n) FROM ");
	query_put(y, kind == STORE_COUNT_OWNED ?
	    "dossier_count c CROSS JOIN viewer_grant g" :
	    "viewer_grant g JOIN dossier_count c ON c.dossier = g.dossier");
	query_put(y, "  JOIN scope o ON o.id = c.scope"
	    " WHERE c.dossier = g.dossier AND g.viewer = $viewer"
	    "   AND g.apart = 2"
	    "   AND g.level >= " VISIBLE_READ " AND g.until > $now"
	    "   AND NOT EXISTS (SELECT 1 FROM viewer_wall w"
	    "     WHERE w.viewer = $viewer AND w.dossier = g.dossier)"
	    "   AND (c.restricted = 1 OR c.scope NOT IN"
	    "     (SELECT v.scope FROM viewer_scope v"
	    "       WHERE v.viewer = $viewer AND v.level >= " VISIBLE_READ
	    "))");
	query_put(y, kinds[kind]);
	add_scopes(y, type, team);
}

/* Of any compartment? */
static enum err
is_member(struct ctx *cx, bool *out)
{
	static const char sql[] =
	    "SELECT 1 FROM viewer_compartment"
	    " WHERE viewer = $viewer AND until > $now LIMIT 1";
	struct db_rows q;

	db_query(cx, &q, sql);
	*out = db_row(&q);
	return db_end(&q);
}

/* What is in compartments is in no sum: that of the viewer's is looked up.
 * Of tasks: those in one, and those that share their dossier's. */
static const struct {
	const char *which, *inside;
} members_see[] = {
	[STORE_COUNT_ACTIVE] = { "d.compartment <> 0"
	    " AND d.status IN ('open', 'waiting')", NULL },
	[STORE_COUNT_OPEN] = { "d.compartment <> 0 AND d.status = 'open'",
	    NULL },
	[STORE_COUNT_WAITING] = { "d.compartment <> 0"
	    " AND d.status = 'waiting'", NULL },
	[STORE_COUNT_UNSCREENED] = { "d.compartment <> 0"
	    " AND d.status = 'open' AND d.verdict = ''", NULL },
	[STORE_COUNT_TASK] = { "t.compartment <> 0 AND t.done IS NULL"
	    " AND t.owner IS NULL AND t.team IN " TEAMS_OF_VIEWER,
	    "c.kind = 'task' AND c.whose IN " TEAMS_OF_VIEWER },
	[STORE_COUNT_OWNED] = { "t.compartment <> 0 AND t.done IS NULL"
	    " AND t.owner = $viewer",
	    "c.kind = 'owned' AND c.whose = $viewer" }
};

/* Up to most of one of those. */
static enum err
count_members(struct ctx *cx, const char *which, bool tasks,
    const char *type, int64_t team, int64_t most, int64_t *out)
{
	struct query y = { .limit = (int)most };

	/* from the compartments: who begins with what is open reads it all */
	query_put(&y, "SELECT count(*) FROM (SELECT 1"
	    "  FROM viewer_compartment k");
	if (!tasks)
		query_put(&y, " CROSS JOIN dossier d CROSS JOIN scope o"
		    " WHERE d.compartment = k.compartment");
	else
		query_put(&y, " CROSS JOIN task t CROSS JOIN dossier d"
		    " CROSS JOIN scope o"
		    " WHERE t.compartment = k.compartment"
		    "   AND d.id = t.dossier");
	query_put(&y, " AND o.id = d.scope"
	    " AND k.viewer = $viewer AND k.until > $now AND " VISIBLE
	    " AND ");
	query_put(&y, which);
	add_scopes(&y, type, team);
	query_add(&y, " LIMIT #) n");
	return run_one(cx, &y, out);
}

/* The same of tasks that share their dossier's: what it adds is known. */
static enum err
count_inside(struct ctx *cx, const char *which, const char *type,
    int64_t team, int64_t most, int64_t *out)
{
	struct query y = { .limit = (int)most };

	query_put(&y, "SELECT coalesce(sum(n.n), 0) FROM (SELECT c.n AS n"
	    "  FROM dossier_count c CROSS JOIN dossier d"
	    "  CROSS JOIN scope o"
	    " WHERE c.restricted = 1 AND d.id = c.dossier"
	    "   AND d.compartment <> 0 AND o.id = d.scope AND " VISIBLE
	    " AND ");
	query_put(&y, which);
	add_scopes(&y, type, team);
	query_add(&y, " LIMIT #) n");
	return run_one(cx, &y, out);
}

static enum err
count_protected(struct ctx *cx, enum store_count kind, const char *type,
    int64_t team, int64_t most, int64_t *out)
{
	const char *inside = members_see[kind].inside;
	int64_t more = 0;
	bool any;
	enum err e;

	*out = 0;
	if ((e = is_member(cx, &any)) != OK || !any)
		return e;
	if ((e = count_members(cx, members_see[kind].which, inside != NULL,
	    type, team, most, out)) == OK && inside != NULL)
		e = count_inside(cx, inside, type, team, most, &more);
	*out += more;
	return e;
}

/* reach: numbers alone */
static enum err
count_granted(struct ctx *cx, enum store_count kind, const char *type,
    int64_t team, int64_t *out)
{
	struct query y = { 0 };

	add_granted(&y, kind, type, team);
	return run_one(cx, &y, out);
}

/* reach: numbers alone. What was granted can only add. */
static enum err
count_summed(struct ctx *cx, enum store_count kind, const char *type,
    int64_t team, int64_t most, int64_t *out)
{
	int64_t n, hidden = 0, granted = 0;
	enum err e;

	if ((e = sum_scopes(cx, kind, type, team, &n)) != OK ||
	    (n > 0 && (e = count_hidden(cx, kind, type, team,
	    &hidden)) != OK))
		return e;
	*out = most;
	if (n - hidden >= most)
		return OK;
	if ((e = count_granted(cx, kind, type, team, &granted)) == OK &&
	    n - hidden + granted < most)
		*out = n - hidden + granted;
	return e;
}

enum err
store_count_seen(struct ctx *cx, enum store_count kind, const char *type,
    int64_t team, int64_t most, int64_t *out)
{
	int64_t protected;
	enum err e;

	if ((e = count_summed(cx, kind, type, team, most, out)) != OK ||
	    *out >= most)
		return e;
	if ((e = count_protected(cx, kind, type, team, most,
	    &protected)) != OK)
		return e;
	*out = *out + protected > most ? most : *out + protected;
	return OK;
}

/* reach: numbers alone. What was granted beside the scopes, without what of
 * them stands behind a wall. */
static enum err
count_apart(struct ctx *cx, const char *type, int64_t team, int64_t most,
    int64_t *out)
{
	struct query y = { .limit = (int)most };

	query_put(&y, "SELECT (SELECT count(*) FROM (SELECT 1"
	    "  FROM viewer_grant g"
	    "  JOIN dossier d ON d.id = g.dossier"
	    "  JOIN scope o ON o.id = d.scope"
	    " WHERE g.viewer = $viewer AND g.apart > 0"
	    "   AND g.level >= " VISIBLE_READ " AND g.until > $now"
	    "   AND NOT EXISTS (SELECT 1 FROM viewer_wall w"
	    "     WHERE w.viewer = $viewer AND w.dossier = g.dossier)"
	    "   AND d.compartment = 0 AND (d.restricted = 1 OR NOT EXISTS"
	    "     (SELECT 1 FROM viewer_scope v WHERE" HELD("d.scope") "))");
	add_scopes(&y, type, team);
	query_add(&y, " LIMIT #) a) - (SELECT count(*) FROM viewer_wall w"
	    "  JOIN dossier d ON d.id = w.dossier"
	    "  JOIN scope o ON o.id = d.scope"
	    "  JOIN viewer_scope v ON" HELD("d.scope")
	    " WHERE w.viewer = $viewer AND d.restricted = 0"
	    "   AND d.compartment = 0");
	add_scopes(&y, type, team);
	query_put(&y, ")");
	return run_one(cx, &y, out);
}

static enum err
cut(int64_t most, int64_t *out)
{
	if (*out > most)
		*out = most;
	return OK;
}

/* Adds those in compartments. */
static enum err
count_circles(struct ctx *cx, bool closed, const char *type, int64_t team,
    int64_t most, int64_t *out)
{
	int64_t n = 0;
	bool any;
	enum err e;

	if ((e = is_member(cx, &any)) != OK || !any)
		return e;
	e = count_members(cx, closed ? "d.compartment <> 0"
	    " AND d.status = 'closed'" : "d.compartment <> 0", false, type,
	    team, most, &n);
	*out += n;
	return e == OK ? cut(most, out) : e;
}

/* Each wall may hide one. Most scopes hold more than anybody counts: the
 * first of them will do. */
enum err
store_count_all(struct ctx *cx, bool closed, const char *type, int64_t team,
    int64_t most, int64_t *out, bool *exact)
{
	struct query y = { 0 };
	struct db_rows q;
	int64_t walls = 0, rest = 0;
	enum err e;

	query_put(&y, closed ? "SELECT o.total - o.open " :
	    "SELECT o.total ");
	query_put(&y, "- coalesce(c.n, 0),"
	    "  (SELECT coalesce(sum(h.n), 0) FROM wall_count h"
	    "    WHERE h.viewer = $viewer AND h.kind = 'wall')"
	    "  + (SELECT count(*) FROM viewer_wall w"
	    "    WHERE w.viewer = $viewer AND" STORE_WALL_UNCOUNTED("w") ")"
	    "  FROM viewer_scope v JOIN scope o ON" HELD("o.id")
	    "  LEFT JOIN scope_count c ON c.scope = o.id"
	    "    AND c.kind = 'restricted' AND c.whose = 0"
	    " WHERE v.viewer = $viewer");
	add_scopes(&y, type, team);
	query_run(cx, &y, &q);
	for (*out = 0; *out < most + walls && db_row(&q);) {
		*out += db_int(&q);
		walls = db_int(&q);
	}
	if ((e = db_end(&q)) != OK)
		return e;
	*exact = *out >= most + walls || (!closed && walls < most);
	if (*exact && *out < most + walls &&
	    (e = count_apart(cx, type, team, most, &rest)) != OK)
		return e;
	*out += rest;
	return *out >= most ? cut(most, out) : count_circles(cx, closed,
	    type, team, most, out);
}
