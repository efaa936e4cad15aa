/* SPDX-License-Identifier: MIT */
/* Any act, then any acts of others, then undo: the world is the one in which
 * the act was never done, but for what the log tells. Or somebody built on
 * it; then nothing at all is changed. */
#include "acts.h"
#include "base/buf.h"
#include "base/count.h"
#include "check.h"
#include "domain/house/verify.h"
#include "domain/story/undo_act.h"
#include "model/event.h"
#include "seen.h"
#include "store/db.h"
#include "world.h"

#define LATER 8		/* acts of others */

/* Every table that an act can change, without row ids, numbers of things and
 * the log. */
static const char *const tables[] = {
	"SELECT d.id, d.type, d.scope, d.restricted, d.title, d.title_key,"
	" d.status, d.phase, d.outcome, d.verdict, d.risk, d.lead,"
	" d.requester, d.closed, d.due FROM dossier d WHERE d.id <= $1"
	" ORDER BY d.id",
	"SELECT dossier, no, phase, entered, left_at, reason, actor"
	" FROM dossier_phase WHERE dossier <= $1 ORDER BY dossier, no",
	"SELECT dossier, field, no, text, text_key, number, date"
	" FROM field_value WHERE dossier <= $1 ORDER BY dossier, field, no",
	"SELECT dossier, person, role, added, ended FROM party"
	" WHERE dossier <= $1 ORDER BY dossier, person, role, added, ended",
	"SELECT dossier, title, instructions, result, owner, team,"
	" delegator, priority, due, created, done, done_by, item, used, ended"
	" FROM task"
	" WHERE dossier <= $1"
	" ORDER BY dossier, created, title, instructions, due, owner, done",
	"SELECT dossier, title, purpose, measure, start, target, due,"
	" owner, state, reason, created FROM goal WHERE dossier <= $1"
	" ORDER BY dossier, created, title, purpose, measure, due, owner",
	"SELECT g.dossier, g.title, s.title, s.done, s.done_by"
	" FROM goal_step s JOIN goal g ON g.id = s.goal"
	" WHERE g.dossier <= $1 ORDER BY g.id, s.no",
	"SELECT g.dossier, g.title, v.value, v.measured, v.note"
	" FROM goal_value v JOIN goal g ON g.id = v.goal"
	" WHERE g.dossier <= $1 ORDER BY g.id, v.no",
	"SELECT dossier, no, parent, used, kind, name, state, resumes,"
	" required, discretionary, round, since, planned, rings, rounds_left,"
	" cycle, reason FROM plan_item WHERE dossier <= $1"
	" ORDER BY dossier, no",
	"SELECT dossier, item, criterion, part, cause FROM plan_mark"
	" WHERE dossier <= $1 ORDER BY dossier, item, criterion, part",
	"SELECT dossier, text, author, written FROM note"
	" WHERE dossier <= $1 ORDER BY dossier, written, text",
	"SELECT x.dossier, x.person, x.way, x.exchanged, n.text, f.name"
	" FROM exchange x LEFT JOIN note n"
	"  ON n.dossier = x.dossier AND n.no = x.no LEFT JOIN document f"
	"  ON f.dossier = x.dossier AND f.no = x.no WHERE x.dossier <= $1"
	" ORDER BY 1, 4, 5, 6, 2, 3",
	"SELECT dossier, name, added FROM document WHERE dossier <= $1"
	" ORDER BY dossier, added, name",
	"SELECT s.id, s.open - (SELECT count(*) FROM dossier d"
	"    WHERE d.scope = s.id AND d.id > $1 AND d.status <> 'closed'),"
	"  s.total - (SELECT count(*) FROM dossier d"
	"    WHERE d.scope = s.id AND d.id > $1) FROM scope s ORDER BY s.id",
	"SELECT viewer, dossier, level, until FROM viewer_grant"
	" WHERE dossier <= $1 ORDER BY viewer, dossier",
	"SELECT viewer, dossier FROM viewer_wall WHERE dossier <= $1"
	" ORDER BY viewer, dossier",
	"SELECT dossier, label FROM dossier_label WHERE dossier <= $1"
	" ORDER BY dossier, label",
	"SELECT dossier, other, kind, note, added, ended FROM dossier_link"
	" WHERE dossier <= $1 OR other <= $1"
	" ORDER BY dossier, other, kind, added",
	"SELECT s.dossier, s.scope, replace(s.words, lower(d.number), '')"
	" FROM dossier_search s JOIN dossier d ON d.id = s.dossier"
	" WHERE d.id <= $1 ORDER BY s.dossier"
};

/* A split that is undone leaves its dossier behind, put away: later ones are
 * not compared. */
static int64_t last;

static const char *
dump(void)
{
	struct buf b = { 0 };
	struct db_rows q;
	const char *text;
	size_t i;

	for (i = 0; i < COUNT(tables); i++) {
		db_query(&cx, &q, tables[i], db_i(last));
		rows_written(&b, i, &q);
	}
	text = arena_text(cx.arena, b.data);
	buf_free(&b);
	return text;
}

static void
point(const char *sql)
{
	CHECK(db_script(&cx, sql) == OK);
}

/* One act of a seed, on the world as it stands; refused, it does nothing. */
static enum err (*any_act)(bool);

static bool
act(uint64_t seed)
{
	enum err e;

	acts_seed(seed);
	point("SAVEPOINT one");
	e = any_act(false);
	if (e != OK)
		point("ROLLBACK TO one");
	point("RELEASE one");
	return e == OK;
}

/* What others do, as the log tells it; things may have other numbers. */
static const char *
others(uint64_t seed)
{
	const char *told = "", *body, *no;
	int64_t before = world_int("SELECT max(id) FROM event");
	struct db_rows q;
	uint64_t i;

	for (i = 1; i <= LATER; i++) {
		later(7);
		act(seed + i);
	}
	db_query(&cx, &q, "SELECT e.dossier, e.kind, b.body FROM event e"
	    " JOIN event_body b ON b.event = e.id WHERE e.id > $1"
	    " ORDER BY e.id", db_i(before));
	while (db_row(&q)) {
		told = arena_printf(cx.arena, "%s%lld", told,
		    (long long)db_int(&q));
		told = arena_printf(cx.arena, "%s %s ", told, db_text(&q));
		body = db_text(&q);
		if ((no = strstr(body, "\"no\":\"")) == NULL)
			no = body + strlen(body);
		told = arena_printf(cx.arena, "%s%.*s%s\n", told,
		    (int)(no - body), body, no + strcspn(no, ",}"));
	}
	CHECK(db_end(&q) == OK);
	return told;
}

struct tally { int same, built, apart, none, together; };

static bool
trial(uint64_t seed, struct tally *t)
{
	const char *number, *undone = NULL, *before, *never, *told;
	struct undo_act *a = NULL;
	int64_t now = cx.now, actor;
	unsigned int rights;
	bool ok = true;
	enum err e;

	last = world_int("SELECT max(id) FROM dossier");
	point("SAVEPOINT world");
	if (!act(seed) || cx.act == NULL) {
		point("ROLLBACK TO world");
		point("RELEASE world");
		t->none++;
		return true;
	}
	number = cx.act->number;
	actor = cx.viewer;
	rights = cx.rights;
	told = others(seed);
	later(7);
	before = dump();
	as("");
	cx.viewer = actor;
	cx.rights = rights;
	if ((e = undo_act_open(&cx, number, &a)) != OK) {
		printf("# cannot be opened: %s\n", cx.why);
		ok = false;
	} else if (a->blocked > 0) {
		ok = undo_back(&cx, a, false, "") == ERR_CONFLICT &&
		    strcmp(dump(), before) == 0;
		t->built++;
	} else if ((e = undo_back(&cx, a, false, "")) != OK) {
		printf("# refused with %d: %s\n", (int)e,
		    cx.why == NULL ? "?" : cx.why);
		ok = false;
	} else {
		undone = dump();
		t->together += a->units->other != NULL;
	}
	point("ROLLBACK TO world");
	cx.now = now;
	if (undone != NULL) {
		if (strcmp(others(seed), told) != 0)
			t->apart++;	/* others could not do the same */
		else {
			never = dump();
			t->same++;
			if ((ok = strcmp(undone, never) == 0) == false) {
				printf("# seed %llu: %s\n# %s",
				    (unsigned long long)seed,
				    a->units->events->kind, told);
				rows_differ(undone, "undone", never, "never");
			}
		}
		point("ROLLBACK TO world");
	}
	point("RELEASE world");
	cx.now = now;
	return ok;
}

static void
run(enum err (*acts)(bool), int rounds, struct tally *t)
{
	struct arena *whole, *one;
	struct verify_report report;
	bool ok = true;
	int i;

	acts_given();
	any_act = acts;
	whole = cx.arena;
	for (i = 0; i < rounds && ok; i++) {
		cx.arena = one = arena_new();
		ok = trial((uint64_t)i * 100 + 1, t);
		act((uint64_t)i * 100 + 50);
		later(60);
		as("");
		cx.arena = whole;
		arena_free(one);
	}
	printf("# %d as if never done, %d built on, %d worlds apart, %d not"
	    " done; %d of two cases\n", t->same, t->built, t->apart, t->none,
	    t->together);
	CHECK(ok);
	CHECK(t->built > rounds / 400);
	CHECK(db_commit(&cx) == OK && db_begin(&cx, DB_WRITE) == OK);
	CHECK(verify_store(&cx, "", false, &report) == OK);
	CHECK(report.fault == NULL);
	if (report.fault != NULL)
		printf("# %s\n", report.fault);
}

static void
what_was_undone_was_never_done(void)
{
	int rounds = acts_rounds(8000, 2000);
	struct tally t = { 0 };

	run(acts_one, rounds, &t);
	CHECK(t.same > rounds / 20);
}

static void
what_was_merged_or_split_is_as_before(void)
{
	int rounds = acts_rounds(1500, 400);
	struct tally t = { 0 };

	run(acts_joined, rounds, &t);
	CHECK(t.same > rounds / 40);
	CHECK(t.together > rounds / 40);
}

int
main(void)
{
	RUN(what_was_undone_was_never_done);
	RUN(what_was_merged_or_split_is_as_before);
	return DONE;
}
