/* SPDX-License-Identifier: MIT */
/* Any acts on a case with a plan: the log gives the plan, an act that is
 * undone leaves no trace in it, dates and numbers of lists are right. */
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/count.h"
#include "check.h"
#include "dice.h"
#include "domain/course/decision.h"
#include "domain/course/decision_make.h"
#include "domain/course/dossier_close.h"
#include "domain/course/plan.h"
#include "domain/course/task.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_keep.h"
#include "domain/house/verify.h"
#include "domain/story/undo_act.h"
#include "model/right.h"
#include "planned.h"
#include "seen.h"
#include "store/db.h"
#include "store/store_count.h"
#include "type_folder.h"
#include "world.h"

#define ACTS 60		/* on one case */

/* Everything that an act can change, without row ids and versions. */
static const char *const tables[] = {
	"SELECT dossier, no, parent, used, kind, name, state, resumes,"
	" required, discretionary, round, since, planned, rings, rounds_left,"
	" cycle, task, reason FROM plan_item ORDER BY dossier, no",
	"SELECT dossier, item, criterion, part, cause FROM plan_mark"
	" ORDER BY dossier, item, criterion, part",
	"SELECT dossier, no, title, instructions, result, owner, team,"
	" priority, due, done, done_by, item, used, ended FROM task"
	" ORDER BY dossier, no",
	"SELECT id, type, scope, status, phase, outcome, verdict, risk, due,"
	" closed FROM dossier ORDER BY id",
	"SELECT dossier, no, phase, entered, left_at FROM dossier_phase"
	" ORDER BY dossier, no",
	"SELECT dossier, field, no, text FROM field_value"
	" ORDER BY dossier, field, no",
	"SELECT scope, kind, n FROM scope_count WHERE n <> 0"
	" ORDER BY scope, kind"
};
#define TABLES COUNT(tables)

static const char *
dump(size_t from, size_t to)
{
	struct buf b = { 0 };
	struct db_rows q;
	const char *text;

	for (; from < to; from++) {
		db_query(&cx, &q, tables[from]);
		rows_written(&b, from, &q);
	}
	text = arena_text(cx.arena, b.data);
	buf_free(&b);
	return text;
}

static struct plan_thing *
any_thing(struct dossier *d, struct plan **p)
{
	if (plan_open(&cx, d, p) != OK || *p == NULL)
		return NULL;
	return plan_thing(*p, 1 + dice((int)(*p)->instance.last));
}

static enum err
by_hand(struct dossier *d)
{
	static const enum cmmn_transition all[] = { CMMN_COMPLETE,
	    CMMN_MANUAL_START, CMMN_OCCUR, CMMN_TERMINATE, CMMN_SUSPEND,
	    CMMN_RESUME, CMMN_DISABLE, CMMN_REENABLE };
	struct plan_thing *t;
	struct plan *p;
	size_t i, n = COUNT(all);
	int first = dice((int)n);

	if ((t = any_thing(d, &p)) == NULL)
		return ERR_MISSING;
	for (i = 0; i < n; i++)		/* one that it may, if there is one */
		if ((t->may & 1u << all[(i + (size_t)first) % n]) != 0)
			return plan_do(&cx, d, t->item->no,
			    all[(i + (size_t)first) % n], "Because");
	return plan_do(&cx, d, t->item->no, all[first], "Because");
}

static enum err
some_task(struct dossier *d)
{
	struct task *t;
	int n = 0;

	for (t = d->tasks; t != NULL; t = t->next)
		n++;
	if (n == 0)
		return ERR_MISSING;
	for (t = d->tasks, n = dice(n); n > 0; n--)
		t = t->next;
	return t->done != 0 && dice(3) == 0 ? task_reopen(&cx, d, t, "No") :
	    dice(5) == 0 ? task_claim(&cx, d, t) : task_done(&cx, d, t, "");
}

static enum err
added(struct dossier *d)
{
	struct task_new n = { .title = "Freely", .instructions = "",
	    .due = cx.now + 3600 * (1 + dice(50)) };
	struct plan_free f = { .parent = 1, .title = "Freely",
	    .stage = dice(3) == 0, .required = dice(3) == 0,
	    .task = dice(2) ? &n : NULL };
	struct plan_offer *o;
	struct plan_thing *t;
	struct plan *p;
	int64_t no;

	if ((t = any_thing(d, &p)) == NULL)
		return ERR_MISSING;
	if (dice(2)) {
		if (dice(2))
			f.parent = t->item->no;
		return plan_free(&cx, d, &f, &no);
	}
	if (plan_offers(&cx, d, p, &o) != OK || o == NULL)
		return ERR_MISSING;
	if (o->next != NULL && dice(2))
		o = o->next;
	return plan_add(&cx, d, o->of->parent, o->of->use->id, &no);
}

static enum err
facts(struct dossier *d)
{
	static const char *const all[][2] = { { "paid", "50 EUR" },
	    { "paid", "900 EUR" }, { "paid", "9000 EUR" }, { "paid", "" },
	    { "gesture", "letter" }, { "gesture", "" }, { "days", "3" } };
	int n = dice(7);

	return planned_changed(&d, all[n][0], all[n][1]);
}

static enum err
paper(struct dossier *d)
{
	struct document_new n = { .name = "a.pdf", .kind = dice(2) ?
	    "letter" : "photo", .dated = "", .media_type = "application/pdf",
	    .sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca49599"
	    "1b7852b855", .bytes = 1 };
	struct document *f;

	return document_add(&cx, d, &n, &f);
}

static enum err
life(struct dossier *d)
{
	if (strcmp(d->status, "closed") == 0)
		return dossier_reopen(&cx, d, "Again");
	if (d->verdict[0] == '\0')
		return dice(4) ? dossier_accept(&cx, d, "", "", 0, 0) :
		    dossier_decline(&cx, d, "No", "None");
	return dice(3) ? dossier_close(&cx, d, "paid_back", "") :
	    strcmp(d->status, "open") == 0 ? dossier_wait(&cx, d, "Hm") :
	    dossier_resume(&cx, d, "Go");
}

static enum err
moved(struct dossier *d)
{
	static const char *const phases[] = { "screening", "assessment",
	    "planning" };

	return dossier_move(&cx, d, phases[dice(3)], "On");
}

static enum err
other(struct dossier *d)
{
	struct plan_thing *t;
	struct plan *p;
	int64_t no;

	if ((t = any_thing(d, &p)) == NULL)
		return ERR_MISSING;
	if (dice(2))
		return plan_repeat(&cx, d, t->item->no, "Again", &no);
	return plan_date(&cx, d, t->item->no, cx.now + dice(100000));
}

static enum err
confirmed(struct dossier *d)
{
	struct decision_slot *s;
	int64_t no;

	if (decision_slots(&cx, d, &s) != OK || s == NULL)
		return ERR_MISSING;
	for (; s != NULL; s = s->next)
		if (s->proposed != NULL)
			return decision_make_confirmed(&cx, d,
			    s->proposed->no);
	return decision_make(&cx, d, dice(2) ? "gesture" : "compensation",
	    &no);
}

static enum err
time_goes(struct dossier *d)
{
	later(dice(20 * 24 * 3600));
	return plan_ring(&cx, d);
}

static enum err
any_act(struct dossier *d)
{
	static enum err (*const acts[])(struct dossier *) = { by_hand,
	    by_hand, by_hand, some_task, some_task, some_task, added, facts,
	    facts, paper, life, moved, other, confirmed, time_goes };

	return acts[dice(COUNT(acts))](d);
}

/* The last act, just made. */
static void
undone(uint64_t seed, const char *before)
{
	char *number = arena_text(cx.arena, cx.act->number);
	struct undo_act *a;
	bool ok = undo_act_open(&cx, number, &a) == OK;

	cx.act = NULL;
	if (!ok || a->blocked != 0) {
		printf("# seed %llu: blocked: %s\n",
		    (unsigned long long)seed, !ok ? cx.why :
		    a->units->reasons == NULL ? "" :
		    a->units->reasons->sentence);
		CHECK(false);
		return;
	}
	CHECK(undo_back(&cx, a, false, "") == OK);
	if (strcmp(dump(0, TABLES), before) != 0) {
		printf("# seed %llu\n", (unsigned long long)seed);
		rows_differ(before, "before", dump(0, TABLES), "undone");
		CHECK(false);
	}
}

/* An active human task is a task to be done, and none is without its item. */
static void
tasks_fit(void)
{
	CHECK(world_int("SELECT count(*) FROM plan_item i"
	    " WHERE i.kind = 'humanTask' AND i.state = 'active'"
	    "   AND NOT EXISTS (SELECT 1 FROM task t"
	    "     WHERE t.dossier = i.dossier AND t.no = i.task"
	    "       AND t.item = i.no AND t.done IS NULL)") == 0);
	CHECK(world_int("SELECT count(*) FROM task t"
	    " WHERE t.item <> 0 AND t.done IS NULL"
	    "   AND NOT EXISTS (SELECT 1 FROM plan_item i"
	    "     WHERE i.dossier = t.dossier AND i.no = t.item"
	    "       AND i.task = t.no AND i.state = 'active')") == 0);
}

/* What follows from the rows is as if it were made anew. */
static void
is_right(struct dossier *d, uint64_t seed)
{
	const char *numbers = dump(TABLES - 1, TABLES);
	struct verify_report r;
	int64_t due = d->due;

	tasks_fit();
	CHECK(dossier_keep_due(&cx, d) == OK);
	CHECK(d->due == due);
	CHECK(store_count_renew(&cx, d->id) == OK);
	CHECK_TEXT(dump(TABLES - 1, TABLES), numbers);
	CHECK(verify_store(&cx, "", false, &r) == OK);
	if (r.fault != NULL)
		printf("# seed %llu: %s\n", (unsigned long long)seed,
		    r.fault);
	CHECK(r.fault == NULL);
}

static bool
one_case(uint64_t seed)
{
	const char *before, *number;
	struct dossier *d;
	int i, fit = 0;
	enum err e;

	dice_seed = seed;
	planned_start();
	cx.rights |= RIGHT_SCREEN | RIGHT_LEAD;
	d = planned_registered(dice(2) ? "100 EUR" : "900 EUR");
	number = d->number;
	if (dice(4) && dossier_accept(&cx, d, "", "", 0, cx.viewer) != OK)
		return false;
	for (i = 0; i < ACTS; i++) {
		d = reread(d);
		cx.act = NULL;
		cx.why = NULL;
		cx.mistakes = NULL;
		before = dump(0, TABLES);
		CHECK(db_script(&cx, "SAVEPOINT one") == OK);
		e = any_act(d);
		if (e != OK)
			CHECK(db_script(&cx, "ROLLBACK TO one") == OK);
		CHECK(db_script(&cx, "RELEASE one") == OK);
		CHECK(e != ERR_BROKEN);
		if (e == OK)
			fit++;
		else
			CHECK(cx.why != NULL || cx.mistakes != NULL ||
			    e == ERR_MISSING);
		if (e == OK && cx.act != NULL && dice(2) == 0)
			undone(seed, before);
		later(60);
		if (i % 10 == 9)
			is_right(reread(d), seed);
		if (!check_ok) {
			printf("# seed %llu, act %d, case %s\n",
			    (unsigned long long)seed, i, number);
			return false;
		}
	}
	return fit > ACTS / 8;
}

static void
the_log_gives_the_plan_and_undo_puts_it_back(void)
{
	uint64_t seed, n = getenv("TESTS_QUICK") != NULL ? 6 : 60;
	const char *more = getenv("TESTS_PLANS");

	if (more != NULL)
		n = strtoull(more, NULL, 10);
	for (seed = 1; seed <= n && check_ok; seed++)
		CHECK(one_case(seed));
}

int
main(void)
{
	type_folder_open();
	RUN(the_log_gives_the_plan_and_undo_puts_it_back);
	return DONE;
}
