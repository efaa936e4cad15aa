/* SPDX-License-Identifier: MIT */
/* Any act, then any acts of others, then undo: the world is the one in which
 * the act was never done, but for what the log tells. Or somebody built on
 * it; then nothing at all is changed. */
#include <stdlib.h>

#include "acts.h"
#include "base/buf.h"
#include "check.h"
#include "domain/event.h"
#include "domain/search.h"
#include "domain/undo.h"
#include "domain/verify.h"
#include "store/db.h"
#include "world.h"

#define LATER 8		/* acts of others */

/* Every table that an act can change, without row ids, numbers of things and
 * the log. */
static const char *const tables[] = {
	"SELECT d.id, d.type, d.scope, d.restricted, d.title, d.title_key,"
	" d.status, d.phase, d.outcome, d.verdict, d.risk, d.lead,"
	" d.requester, d.closed, d.due FROM dossier d ORDER BY d.id",
	"SELECT dossier, no, phase, entered, left_at, reason, actor"
	" FROM dossier_phase ORDER BY dossier, no",
	"SELECT dossier, field, no, text, text_key, number, date"
	" FROM field_value ORDER BY dossier, field, no",
	"SELECT dossier, person, role, added, ended FROM party"
	" ORDER BY dossier, person, role, added, ended",
	"SELECT dossier, title, instructions, result, owner, team,"
	" delegator, priority, due, created, done, done_by FROM task"
	" ORDER BY dossier, created, title, instructions, due, owner, done",
	"SELECT dossier, text, author, written FROM note"
	" ORDER BY dossier, written, text",
	"SELECT id, open, total FROM scope ORDER BY id",
	"SELECT viewer, dossier, level, until FROM viewer_grant"
	" ORDER BY viewer, dossier",
	"SELECT viewer, dossier FROM viewer_wall ORDER BY viewer, dossier",
	"SELECT dossier, label FROM dossier_label ORDER BY dossier, label",
	"SELECT s.dossier, s.scope, replace(s.words, lower(d.number), '')"
	" FROM dossier_search s JOIN dossier d ON d.id = s.dossier"
	" ORDER BY s.dossier"
};

static const char *
dump(void)
{
	struct buf b = { 0 };
	struct db_rows q;
	const char *text;
	size_t i;
	int c, n;

	for (i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		db_query(&cx, &q, tables[i]);
		while (db_row(&q)) {
			n = db_width(&q);
			buf_printf(&b, "%zu", i);
			for (c = 0; c < n; c++)
				buf_printf(&b, "|%s", db_text(&q));
			buf_char(&b, '\n');
		}
		CHECK(db_end(&q) == OK);
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
static bool
act(uint64_t seed)
{
	enum err e;

	acts_seed(seed);
	point("SAVEPOINT one");
	e = acts_one(false);
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
	int64_t last = world_int("SELECT max(id) FROM event");
	struct db_rows q;
	uint64_t i;

	for (i = 1; i <= LATER; i++) {
		later(7);
		act(seed + i);
	}
	db_query(&cx, &q, "SELECT e.dossier, e.kind, b.body FROM event e"
	    " JOIN event_body b ON b.event = e.id WHERE e.id > $1"
	    " ORDER BY e.id", db_i(last));
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

static void
tell_difference(const char *a, const char *b)
{
	size_t n, m;

	for (; *a != '\0' || *b != '\0'; a += n + (a[n] != '\0'),
	    b += m + (b[m] != '\0')) {
		n = strcspn(a, "\n");
		m = strcspn(b, "\n");
		if (n != m || strncmp(a, b, n) != 0) {
			printf("# undone: %.*s\n# never:  %.*s\n", (int)n, a,
			    (int)m, b);
			return;
		}
	}
}

struct tally { int same, built, apart, none; };

static bool
trial(uint64_t seed, struct tally *t)
{
	const char *number, *undone = NULL, *before, *never, *told;
	struct undo_act *a = NULL;
	int64_t now = cx.now, actor;
	bool ok = true;
	enum err e;

	point("SAVEPOINT world");
	if (!act(seed) || cx.act == NULL) {
		point("ROLLBACK TO world");
		point("RELEASE world");
		t->none++;
		return true;
	}
	number = cx.act->number;
	actor = cx.viewer;
	told = others(seed);
	later(7);
	before = dump();
	as("");
	cx.viewer = actor;
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
	} else
		undone = dump();
	point("ROLLBACK TO world");
	cx.now = now;
	if (undone != NULL) {
		if (strcmp(others(seed), told) != 0)
			t->apart++;	/* others could not do the same */
		else {
			never = dump();
			t->same++;
			if ((ok = strcmp(undone, never) == 0) == false) {
				printf("# seed %llu\n",
				    (unsigned long long)seed);
				tell_difference(undone, never);
			}
		}
		point("ROLLBACK TO world");
	}
	point("RELEASE world");
	cx.now = now;
	return ok;
}

static void
what_was_undone_was_never_done(void)
{
	int rounds = getenv("TESTS_QUICK") == NULL ? 8000 : 2000, i;
	struct arena *whole, *one;
	struct verify_report report;
	struct tally t = { 0 };
	bool ok = true;

	given();
	for (i = 1; i <= 5; i++) {	/* as their registration would have */
		struct dossier d = { .id = i };

		CHECK(search_write(&cx, i) == OK &&
		    event_add(&cx, &d, "dossier.registered",
		    event_body(&cx)) == OK);
	}
	whole = cx.arena;
	for (i = 0; i < rounds && ok; i++) {
		cx.arena = one = arena_new();
		ok = trial((uint64_t)i * 100 + 1, &t);
		act((uint64_t)i * 100 + 50);
		later(60);
		as("");
		cx.arena = whole;
		arena_free(one);
	}
	printf("# %d as if never done, %d built on, %d worlds apart, %d not"
	    " done\n", t.same, t.built, t.apart, t.none);
	CHECK(ok);
	CHECK(t.same > rounds / 20);
	CHECK(t.built > rounds / 200);
	CHECK(db_commit(&cx) == OK && db_begin(&cx, DB_WRITE) == OK);
	CHECK(verify_store(&cx, &report) == OK);
	CHECK(report.fault == NULL);
	if (report.fault != NULL)
		printf("# %s\n", report.fault);
}

int
main(void)
{
	RUN(what_was_undone_was_never_done);
	return DONE;
}
