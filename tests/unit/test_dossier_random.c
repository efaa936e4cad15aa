/* SPDX-License-Identifier: MIT */
/* Thousands of acts in any order, by people who may and people who may not:
 * whatever was accepted or refused, a dossier stays whole. */
#include <stdlib.h>

#include "check.h"
#include "domain/access.h"
#include "domain/dossier.h"
#include "domain/person.h"
#include "domain/task.h"
#include "domain/verify.h"
#include "store/db.h"
#include "world.h"

static uint64_t seed;

static int
any(int below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (int)(seed % (uint64_t)below);
}

static const char *
one_of(const char *const *list)
{
	int n = 0;

	while (list[n] != NULL)
		n++;
	return list[any(n)];
}

static const char *
word(void)
{
	static const char *const words[] = { "because", "ärger",
	    "two\nlines", "Straße 5", "山田", "'; DROP TABLE event; --",
	    NULL };

	return any(10) == 0 ? " " : one_of(words);
}

static const char *const staff[] = { "mia", "mia", "mia", "ben", "sue",
    "tom", "zoe", "eve", NULL };
static const char *const phases[] = { "screening", "assessment", "risk",
    "planning", "implementation", "followup", "evaluation", "nonsense",
    NULL };

static int64_t
someone(void)
{
	return any(5) == 0 ? 0 : world_person(one_of(staff));
}

static int64_t
some_scope(void)
{
	return any(3) == 0 ? 0 : 1 + any(5);
}

static enum err
act_task(struct dossier *d)
{
	struct task_new n = { .title = word(), .instructions = word() };
	struct task *t = NULL;
	enum err e;

	n.owner = someone();
	n.team = any(3);
	n.due = any(2) == 0 ? 0 : cx.now + any(1000000);
	if (any(3) == 0)
		return task_add(&cx, d, &n, &t);
	if ((e = task_open(&cx, d, 1 + any(20), &t)) != OK)
		return e;
	switch (any(7)) {
	case 0:
		return task_change(&cx, d, t, &n, t->version - any(2));
	case 1:
		return task_claim(&cx, d, t);
	case 2:
		return task_release(&cx, d, t, word());
	case 3:
		return task_delegate(&cx, d, t, someone(), word());
	case 4:
		return task_reopen(&cx, d, t, word());
	default:
		return task_done(&cx, d, t, word());
	}
}

static enum err
act_change(struct dossier *d)
{
	static const char *const dates[] = { "", "2026-12-01", "2026-11-25",
	    "2026-02-31", NULL };
	struct value subject = { NULL, "subject", "other" };
	struct value by = { &subject, "answer_by", one_of(dates) };
	struct dossier_change c = { .title = word(), .risk = any(5),
	    .values = any(4) == 0 ? NULL : &by, .why = word() };

	c.version = d->version - (any(8) == 0);
	return dossier_change(&cx, d, &c);
}

static enum err
act_register(void)
{
	struct value subject = { NULL, "subject", "other" };
	struct dossier_new n = { .type = any(2) ? "complaint" : "permit",
	    .title = word(), .text = word(), .medium = "letter",
	    .values = any(2) ? &subject : NULL };
	struct dossier *d;

	n.scope = some_scope();
	n.requester = any(2) ? world_customer("P-20000001") : 0;
	n.received = cx.now - any(100) + 2;
	return dossier_register(&cx, &n, &d);
}

static enum err
act_end(struct dossier *d)
{
	static const char *const outcomes[] = { "upheld", "settled",
	    "granted", "nonsense", NULL };

	switch (any(6)) {
	case 0:
		return dossier_solve(&cx, d, word());
	case 1:
		return dossier_decline(&cx, d, word(), word());
	case 2:
	case 3:
		return dossier_close(&cx, d, one_of(outcomes), word());
	default:
		return dossier_reopen(&cx, d, word());
	}
}

static enum err
act_people(struct dossier *d)
{
	static const char *const roles[] = { "witness", "requester", "lead",
	    "nonsense", NULL };

	switch (any(4)) {
	case 0:
		return party_lead(&cx, d, someone(), word());
	case 1:
		return party_end(&cx, d, 1 + any(20), word());
	case 2:
		return dossier_hand_over(&cx, d, some_scope(), someone(),
		    word());
	default:
		return party_add(&cx, d, any(2) ? someone() :
		    world_customer("P-20000002"), one_of(roles));
	}
}

static enum err
act(struct dossier *d)
{
	switch (any(12)) {
	case 0:
		return dossier_accept(&cx, d, any(3) ? "" : "permit", word(),
		    some_scope(), someone());
	case 1:
		return dossier_note(&cx, d, word());
	case 2:
		return dossier_wait(&cx, d, word());
	case 3:
		return dossier_resume(&cx, d, word());
	case 4:
	case 5:
		return dossier_move(&cx, d, one_of(phases), word());
	case 6:
		return act_change(d);
	case 7:
		return act_end(d);
	case 8:
		return act_people(d);
	case 9:
		return access_restrict(&cx, d, any(4) == 0, word());
	default:
		return act_task(d);
	}
}

/* A dossier that exists, whether the one who asks may see it or not. */
static const char *
some_number(void)
{
	const char *number = "";
	struct db_rows q;

	db_query(&cx, &q, "SELECT number FROM dossier WHERE id >= $1"
	    " ORDER BY id LIMIT 1",
	    db_i(1 + any((int)world_int("SELECT max(id) FROM dossier"))));
	if (db_row(&q))
		number = db_text(&q);
	CHECK(db_end(&q) == OK);
	return number;
}

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
	    "SELECT count(*) FROM dossier d WHERE (d.status <> 'closed') <>"
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
	    "   (SELECT 1 FROM task t WHERE t.dossier = d.id))" },
	{ "due is the earliest of open tasks and due fields",
	    "SELECT count(*) FROM dossier d WHERE d.due <> CASE"
	    " WHEN d.status = 'closed' THEN 253402300799 ELSE"
	    " (SELECT min(x) FROM (SELECT 253402300799 AS x"
	    "    UNION ALL SELECT t.due FROM task t"
	    "      WHERE t.dossier = d.id AND t.done IS NULL"
	    "    UNION ALL SELECT CASE v.date"
	    "        WHEN '2026-12-01' THEN 1796165999"
	    "        WHEN '2026-11-25' THEN 1795647599 END"
	    "      FROM field_value v WHERE v.dossier = d.id"
	    "        AND v.field = 'answer_by')) END" },
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
	    "   GROUP BY dossier, no HAVING count(*) > 1))"
	    " + (SELECT count(*) FROM thing x JOIN dossier d"
	    "   ON d.id = x.dossier WHERE x.no > d.things OR x.no < 1)" },
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

	for (i = 0; i < sizeof(laws) / sizeof(laws[0]); i++)
		if (world_int(laws[i].sql) != 0)
			return laws[i].says;
	return NULL;
}

static bool
step(int accepted[2])
{
	struct dossier *d = NULL;
	enum err e;
	int i;

	as(one_of(staff));
	if (any(12) == 0)
		e = act_register();
	else {
		e = ERR_MISSING;
		for (i = 0; i < 6 && e != OK; i++)
			e = dossier_open(&cx, some_number(), LEVEL_READ, &d);
		if (e == OK)
			e = act(d);
	}
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
	later(any(5000));
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	return true;
}

static void
whatever_is_done_a_dossier_stays_whole(void)
{
	int rounds = getenv("TESTS_QUICK") == NULL ? 6000 : 3000, i;
	int accepted[2] = { 0, 0 };
	struct verify_report report;
	struct arena *whole, *one;
	const char *law = NULL;
	bool ok = true;

	given();
	seed = 0x9e3779b97f4a7c15;
	CHECK(db_run(&cx, "CREATE VIEW thing AS"
	    " SELECT dossier, no FROM party UNION ALL"
	    " SELECT dossier, no FROM task UNION ALL"
	    " SELECT dossier, no FROM note UNION ALL"
	    " SELECT dossier, no FROM document") == OK);
	CHECK(db_commit(&cx) == OK && db_begin(&cx, DB_WRITE) == OK);
	whole = cx.arena;
	for (i = 0; i < rounds && ok && law == NULL; i++) {
		cx.arena = one = arena_new();
		ok = step(accepted);
		law = broken_law();
		if (law != NULL)
			printf("# after %d acts: not so: %s\n", i, law);
		cx.arena = whole;
		as("");
		arena_free(one);
	}
	printf("# %d accepted, %d refused\n", accepted[1], accepted[0]);
	CHECK(ok);
	CHECK(law == NULL);
	CHECK(accepted[1] > rounds / 8);
	CHECK(verify_store(&cx, &report) == OK);
	CHECK(report.fault == NULL);
	if (report.fault != NULL)
		printf("# %s\n", report.fault);
}

int
main(void)
{
	RUN(whatever_is_done_a_dossier_stays_whole);
	return DONE;
}
