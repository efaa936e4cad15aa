/* SPDX-License-Identifier: MIT */
/* Thousands of acts in any order, by people who may and people who may not:
 * whatever was accepted or refused, a dossier stays whole. */
#include "acts.h"
#include "base/count.h"
#include "check.h"
#include "domain/house/verify.h"
#include "store/db.h"
#include "world.h"

/* What dossier_count and scope_count must hold, read from the rows. */
#define COUNTED								\
	"SELECT id, status, 0, scope, restricted, 1 FROM dossier"	\
	" WHERE status <> 'closed' UNION ALL"				\
	" SELECT id, 'unscreened', 0, scope, restricted, 1 FROM dossier" \
	" WHERE status = 'open' AND verdict = '' UNION ALL"		\
	" SELECT id, 'restricted', 0, scope, restricted, 1 FROM dossier" \
	" WHERE restricted = 1 UNION ALL"				\
	" SELECT d.id, 'task', t.team, d.scope, d.restricted, count(*)"	\
	"  FROM task t JOIN dossier d ON d.id = t.dossier"		\
	" WHERE t.team IS NOT NULL AND t.owner IS NULL"			\
	"   AND t.done IS NULL GROUP BY d.id, t.team UNION ALL"		\
	" SELECT d.id, 'owned', t.owner, d.scope, d.restricted, count(*)" \
	"  FROM task t JOIN dossier d ON d.id = t.dossier"		\
	" WHERE t.owner IS NOT NULL AND t.done IS NULL"			\
	" GROUP BY d.id, t.owner"
#define SUMMED								\
	"SELECT scope, kind, whose, sum(n) FROM dossier_count"		\
	" WHERE restricted = 0 OR kind = 'restricted'"			\
	" GROUP BY scope, kind, whose"

/* Counts faults: 0 is a whole store. */
static const struct law {
	const char *says, *sql;
} laws[] = {
	{ "a dossier has one lead at most, and its row says the same",
	    "SELECT count(*) FROM dossier d WHERE coalesce(d.lead, 0) <>"
	    " coalesce((SELECT sum(y.person) FROM party y"
	    "   WHERE y.dossier = d.id AND y.role = 'lead'"
	    "     AND y.ended IS NULL), 0)" },
	{ "it is in the one phase that it says, or closed and in none",
	    "SELECT count(*) FROM dossier d"
	    " WHERE CASE WHEN d.status = 'closed' THEN 0 ELSE 1 END <>"
	    " (SELECT count(*) FROM dossier_phase p WHERE p.dossier = d.id"
	    "    AND p.left_at IS NULL AND p.phase = d.phase)"
	    "  AND d.id > 5 OR (SELECT count(*) FROM dossier_phase p"
	    "    WHERE p.dossier = d.id AND p.left_at IS NULL) > 1" },
	{ "stays do not overlap",
	    "SELECT count(*) FROM dossier_phase a JOIN dossier_phase b"
	    "   ON b.dossier = a.dossier AND b.no = a.no + 1"
	    " WHERE coalesce(a.left_at, 9e18) > b.entered" },
	{ "a closed one has no open task",
	    "SELECT count(*) FROM task t JOIN dossier d ON d.id = t.dossier"
	    " WHERE d.status = 'closed' AND t.done IS NULL" },
	{ "a closed one has an outcome and a moment, others have none",
	    "SELECT count(*) FROM dossier d WHERE d.id > 5"
	    " AND (d.status = 'closed') <> (d.outcome <> '')"
	    " OR (d.status = 'closed') <> (d.closed IS NOT NULL)" },
	{ "unscreened ones are open and without tasks and lead",
	    "SELECT count(*) FROM dossier d WHERE d.verdict = ''"
	    " AND (d.status <> 'open' OR d.lead IS NOT NULL OR EXISTS"
	    "   (SELECT 1 FROM task t WHERE t.dossier = d.id"
	    "      AND t.used = ''))" },
	{ "due is the earliest of tasks, deadlines, promises and fields",
	    "SELECT count(*) FROM dossier d WHERE d.due <> CASE"
	    " WHEN d.status = 'closed' THEN 253402300799 ELSE"
	    " (SELECT min(x) FROM (SELECT 253402300799 AS x"
	    "    UNION ALL SELECT t.due FROM task t"
	    "      WHERE t.dossier = d.id AND t.done IS NULL"
	    "    UNION ALL SELECT y.due FROM deadline y"
	    "      WHERE y.dossier = d.id"
	    "        AND y.state IN ('running', 'unchecked')"
	    "    UNION ALL SELECT p.due FROM promise p"
	    "      WHERE p.dossier = d.id AND p.state = 'open'"
	    "    UNION ALL SELECT CASE v.date"
	    "        WHEN '2026-12-01' THEN 1796165999"
	    "        WHEN '2026-11-25' THEN 1795647599 END"
	    "      FROM field_value v WHERE v.dossier = d.id"
	    "        AND v.field = 'answer_by') dues) END" },
	{ "a promise is with who leads its dossier",
	    "SELECT count(*) FROM promise p JOIN dossier d"
	    " ON d.id = p.dossier"
	    " WHERE coalesce(p.lead, 0) <> coalesce(d.lead, 0)" },
	{ "the counters of scopes equal a recount",
	    "SELECT count(*) FROM scope s WHERE s.total <>"
	    " (SELECT count(*) FROM dossier d WHERE d.scope = s.id)"
	    " OR s.open <> (SELECT count(*) FROM dossier d"
	    "   WHERE d.scope = s.id AND d.status <> 'closed')" },
	{ "type and scope of a dossier agree",
	    "SELECT count(*) FROM dossier d JOIN scope s ON s.id = d.scope"
	    " JOIN type t ON t.id = d.type"
	    " WHERE s.type <> d.type_code OR t.code <> d.type_code" },
	{ "things inside have numbers of their own, up to the last given",
	    "SELECT (SELECT count(*) FROM (SELECT dossier, no FROM thing"
	    "   GROUP BY dossier, no HAVING count(*) > 1) twice)"
	    " + (SELECT count(*) FROM thing x JOIN dossier d"
	    "   ON d.id = x.dossier WHERE x.no > d.things OR x.no < 1)" },
	{ "an address that moved leads to a thing, and to it alone",
	    "SELECT (SELECT count(*) FROM dossier_moved m WHERE NOT EXISTS"
	    "   (SELECT 1 FROM thing x WHERE x.dossier = m.to_dossier"
	    "     AND x.no = m.to_no))"
	    " + (SELECT count(*) FROM dossier_moved m JOIN thing x"
	    "   ON x.dossier = m.dossier AND x.no = m.no)" },
	{ "no note, document or task is lost or doubled",
	    "SELECT abs((SELECT count(*) FROM note) - (SELECT count(*)"
	    "    FROM event e JOIN event_body b ON b.event = e.id"
	    "   WHERE e.kind = 'note.added' OR (e.kind ="
	    "     'dossier.registered' AND b.body LIKE '%\"text\":%')))"
	    " + abs((SELECT count(*) FROM document) - (SELECT count(*)"
	    "    FROM event WHERE kind = 'document.added'))"
	    " + abs((SELECT count(*) FROM task WHERE used = '')"
	    " - (SELECT sum(CASE kind"
	    "    WHEN 'task.added' THEN 1 ELSE CASE WHEN body LIKE"
	    "      '%\"act\":\"task.added\"%' THEN -1 ELSE 0 END END)"
	    "    FROM event e JOIN event_body b ON b.event = e.id))" },
	{ "no goal is lost or doubled",
	    "SELECT abs((SELECT count(*) FROM goal) - (SELECT coalesce("
	    "    sum(CASE kind WHEN 'goal.added' THEN 1 ELSE CASE WHEN"
	    "      body LIKE '%\"act\":\"goal.added\"%' THEN -1 ELSE 0 END"
	    "    END), 0)"
	    "    FROM event e JOIN event_body b ON b.event = e.id))" },
	{ "what is reached by itself is met",
	    "SELECT count(*) FROM goal g WHERE g.state = 'reached'"
	    " AND g.said_by IS NULL AND g.measure = 'number'"
	    " AND coalesce((SELECT v.value FROM goal_value v WHERE"
	    "   v.goal = g.id ORDER BY v.measured DESC, v.no DESC LIMIT 1),"
	    "   0) < g.target" },
	{ "who has a role has it once",
	    "SELECT count(*) FROM (SELECT 1 FROM party"
	    "  WHERE ended IS NULL GROUP BY dossier, person, role"
	    "  HAVING count(*) > 1) twice" },
	{ "tasks have an owner or a team",
	    "SELECT count(*) FROM task WHERE owner IS NULL"
	    "  AND team IS NULL" },
	{ "who owns an open task may work on the dossier",
	    "SELECT count(*) FROM task t JOIN dossier d ON d.id = t.dossier"
	    " WHERE t.done IS NULL AND t.owner IS NOT NULL"
	    "   AND d.restricted = 0"
	    "   AND NOT EXISTS (SELECT 1 FROM viewer_scope s"
	    "     WHERE s.viewer = t.owner AND s.scope = d.scope"
	    "       AND s.level >= 3)"
	    "   AND NOT EXISTS (SELECT 1 FROM viewer_grant g"
	    "     WHERE g.viewer = t.owner AND g.dossier = d.id"
	    "       AND g.level >= 3)" },
	{ "each dossier is counted as it is",
	    "SELECT count(*) FROM (SELECT * FROM (" COUNTED ") c"
	    "  EXCEPT SELECT * FROM dossier_count) n" },
	{ "nothing else is counted",
	    "SELECT count(*) FROM (SELECT * FROM dossier_count"
	    "  EXCEPT SELECT * FROM (" COUNTED ") c) n" },
	{ "the numbers of the scopes are the sums",
	    "SELECT count(*) FROM (SELECT scope, kind, whose, n"
	    "    FROM scope_count WHERE n <> 0 EXCEPT " SUMMED ") n" },
	{ "all sums are there",
	    "SELECT count(*) FROM (" SUMMED " EXCEPT"
	    "  SELECT scope, kind, whose, n FROM scope_count) n" },
	{ "a grant that no scope gives as well is known for one",
	    "SELECT count(*) FROM viewer_grant g"
	    " JOIN dossier d ON d.id = g.dossier WHERE g.apart = 0"
	    " AND (d.restricted = 1 OR NOT EXISTS (SELECT 1"
	    "   FROM viewer_scope s WHERE s.viewer = g.viewer"
	    "     AND s.scope = d.scope AND s.level >= 2))" },
	{ "and whether its dossier is closed",
	    "SELECT count(*) FROM viewer_grant g"
	    " JOIN dossier d ON d.id = g.dossier"
	    " WHERE g.apart = 1 AND d.status <> 'closed'" },
	{ "the lead may manage",
	    "SELECT count(*) FROM dossier d WHERE d.id > 5"
	    " AND d.lead IS NOT NULL AND NOT EXISTS (SELECT 1"
	    "   FROM viewer_grant g WHERE g.viewer = d.lead"
	    "     AND g.dossier = d.id AND g.level = 5)" }
};

static const char *
broken_law(void)
{
	size_t i;

	for (i = 0; i < COUNT(laws); i++)
		if (world_int(laws[i].sql) != 0)
			return laws[i].says;
	return NULL;
}

static bool
step(enum err (*act)(bool), int accepted[2])
{
	enum err e = act(true);

	accepted[e == OK]++;
	if (e == ERR_BROKEN || (e != OK && cx.why == NULL)) {
		printf("# refused with %d: %s\n", (int)e,
		    cx.why == NULL ? "(no sentence)" : cx.why);
		return false;
	}
	if (e == OK)
		CHECK(db_commit(&cx) == OK);
	else
		db_rollback(&cx);
	later(acts_any(acts_any(3) == 0 ? 5000 : 300));
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	return true;
}

#define UNDONE_MERGE							\
	"body LIKE '%\"act\":\"dossier.merged\"%'"

static int
events(const char *where)
{
	return (int)world_int(arena_printf(cx.arena, "SELECT count(*)"
	    " FROM event e JOIN event_body b ON b.event = e.id WHERE %s",
	    where));
}

#define A_WORLD 1000	/* acts; each law is asked of all that was done */

/* What was done in all worlds. */
struct done {
	int accepted[2], merged, split, undone, unmerged;
};

static void
tell(const struct done *n)
{
	printf("# %d accepted, %d refused\n", n->accepted[1],
	    n->accepted[0]);
	printf("# %d merged, %d split, %d acts undone, %d merges\n",
	    n->merged, n->split, n->undone, n->unmerged);
}

static void
world(enum err (*act)(bool), int rounds, uint64_t seed, struct done *n)
{
	struct verify_report report;
	struct arena *whole, *one;
	const char *law = NULL;
	bool ok = true;
	int i;

	acts_given();
	acts_seed(seed);
	CHECK(db_run(&cx, "CREATE VIEW thing AS"
	    " SELECT dossier, no FROM party UNION ALL"
	    " SELECT dossier, no FROM task UNION ALL"
	    " SELECT dossier, no FROM goal UNION ALL"
	    " SELECT dossier, no FROM deadline UNION ALL"
	    " SELECT dossier, no FROM promise UNION ALL"
	    " SELECT dossier, no FROM note UNION ALL"
	    " SELECT dossier, no FROM document UNION ALL"
	    " SELECT dossier, no FROM dossier_link UNION ALL"
	    " SELECT other, other_no FROM dossier_link") == OK);
	CHECK(db_commit(&cx) == OK && db_begin(&cx, DB_WRITE) == OK);
	whole = cx.arena;
	for (i = 0; i < rounds && ok && law == NULL; i++) {
		cx.arena = one = arena_new();
		ok = step(act, n->accepted);
		law = broken_law();
		if (law != NULL)
			printf("# world %d, after %d acts: not so: %s\n",
			    (int)seed, i, law);
		cx.arena = whole;
		as("");
		arena_free(one);
	}
	n->merged += events("kind = 'dossier.merged'");
	n->split += events("kind = 'dossier.split'");
	n->undone += events("kind = 'act.undone'");
	n->unmerged += events(UNDONE_MERGE);
	CHECK(ok);
	CHECK(law == NULL);
	CHECK(verify_store(&cx, "", false, &report) == OK);
	CHECK(report.fault == NULL);
	if (report.fault != NULL)
		printf("# %s\n", report.fault);
}

/* In worlds of a moderate size: the laws of a long log take long to ask. */
static struct done
run(enum err (*act)(bool), int rounds)
{
	struct done n = { 0 };
	uint64_t seed;

	for (seed = 1; rounds > 0; seed++, rounds -= A_WORLD)
		world(act, rounds < A_WORLD ? rounds : A_WORLD, seed, &n);
	tell(&n);
	return n;
}

static void
whatever_is_done_a_dossier_stays_whole(void)
{
	int rounds = acts_rounds(6000, 1000);
	struct done n = run(acts_one, rounds);

	CHECK(n.accepted[1] > rounds / 8);
}

static void
merged_and_split_in_any_order_nothing_is_lost(void)
{
	int rounds = acts_rounds(3000, 1000);
	struct done n = run(acts_joined, rounds);

	CHECK(n.merged > rounds / 60);
	CHECK(n.split > 0);
	CHECK(rounds < 1000 || n.unmerged > 0);	/* rare: a few in a thousand */
}

int
main(void)
{
	RUN(whatever_is_done_a_dossier_stays_whole);
	RUN(merged_and_split_in_any_order_nothing_is_lost);
	return DONE;
}
