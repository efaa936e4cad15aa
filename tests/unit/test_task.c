/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "domain/course/task.h"
#include "store/db.h"
#include "store/store_count.h"
#include "world.h"

static struct task *
added(struct dossier *d, const char *title, const char *owner, int64_t due)
{
	struct task_new n = { .title = title, .due = due };
	struct task *t = NULL;

	if (owner == NULL)
		n.team = world_team("north");
	else
		n.owner = world_person(owner);
	CHECK(task_add(&cx, d, &n, &t) == OK);
	return t;
}

static void
a_task_needs_somebody(void)
{
	struct task_new n = { .title = "" };
	struct dossier *d;
	struct task *t;

	given();
	d = opened_as("mia", "C-2026-10000061");
	CHECK(task_add(&cx, d, &n, &t) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "title");
	CHECK_TEXT(cx.mistakes->next->field, "owner");
	n.title = "Call";
	n.team = 4711;
	CHECK(task_add(&cx, d, &n, &t) == ERR_INVALID);
	n.team = 0;
	n.owner = world_customer("P-20000001");
	CHECK(task_add(&cx, d, &n, &t) == ERR_INVALID);
	CHECK(task_open(&cx, d, 4711, &t) == ERR_MISSING);
}

static void
who_is_given_a_task_can_do_it(void)
{
	struct task_new n = { .title = "Look at the roof" };
	struct dossier *d;
	struct task *t;

	given();
	d = opened_as("ben", "C-2026-10000061");	/* works, not manages */
	n.owner = world_person("tom");
	CHECK(task_add(&cx, d, &n, &t) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "owner");
	d = opened_as("mia", "C-2026-10000061");
	CHECK(task_add(&cx, d, &n, &t) == OK);
	CHECK(opened_as("tom", "C-2026-10000061")->level == LEVEL_WORK);
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind = 'grant.given'") == 1);
	db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES (3, 1)");
	d = opened_as("mia", "C-2026-10000061");
	n.owner = world_person("sue");
	CHECK(task_add(&cx, d, &n, &t) == ERR_INVALID);
}

static void
a_team_s_task_is_claimed_once(void)
{
	struct dossier *d;
	struct task *t;

	given();
	d = opened_as("mia", "C-2026-10000061");
	t = added(d, "Call", NULL, 0);
	d = opened_as("ben", "C-2026-10000061");
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(task_release(&cx, d, t, "") == ERR_CONFLICT);
	CHECK(task_claim(&cx, d, t) == OK);
	CHECK(task_claim(&cx, d, t) == ERR_CONFLICT);
	d = opened_as("sue", "C-2026-10000061");
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK_TEXT(t->owner_name, "Ben Okafor");
	CHECK(task_claim(&cx, d, t) == ERR_CONFLICT);
	CHECK(strstr(cx.why, "Ben Okafor") != NULL);
	d = opened_as("ben", "C-2026-10000061");
	CHECK(task_release(&cx, d, t, "on leave") == OK);
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(t->owner == 0);
	CHECK_TEXT(t->team_name, "North");
}

static void
a_delegated_task_comes_back(void)
{
	struct dossier *d;
	struct task *t;

	given();
	d = opened_as("mia", "C-2026-10000061");
	t = added(d, "Draft", "mia", 0);
	CHECK(task_delegate(&cx, d, t, world_person("mia"), "") ==
	    ERR_INVALID);
	CHECK(task_delegate(&cx, d, t, world_person("ben"), "you know it") ==
	    OK);
	CHECK_TEXT(t->delegator_name, "Mia Berger");
	d = opened_as("ben", "C-2026-10000061");
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(task_done(&cx, d, t, "here it is") == OK);
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(t->done == 0 && t->owner == world_person("mia"));
	CHECK_TEXT(t->result, "here it is");
	d = opened_as("mia", "C-2026-10000061");
	CHECK(task_done(&cx, d, t, "signed") == OK);
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(t->done == cx.now);
	CHECK_TEXT(t->done_by, "Mia Berger");
	CHECK(task_done(&cx, d, t, "again") == ERR_CONFLICT);
	CHECK(task_reopen(&cx, d, t, "") == ERR_INVALID);
	CHECK(task_reopen(&cx, d, t, "page 2 is missing") == OK);
	CHECK(task_open(&cx, d, t->no, &t) == OK && t->done == 0);
}

static void
a_stale_task_is_not_saved(void)
{
	struct task_new n = { .title = "Call them", .team = 1 };
	struct dossier *d;
	struct task *t;

	given();
	d = opened_as("mia", "C-2026-10000061");
	t = added(d, "Call", NULL, 0);
	CHECK(task_change(&cx, d, t, &n, 1) == OK);
	CHECK(task_change(&cx, d, t, &n, 1) == ERR_CONFLICT);
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK_TEXT(t->title, "Call them");
	CHECK(t->version == 2);
}

static void
late_is_late(void)
{
	struct task t = { .due = WORLD_NOW - 1 };

	given();
	CHECK(task_is_late(&cx, &t));
	t.done = WORLD_NOW;
	CHECK(!task_is_late(&cx, &t));
	t.done = 0;
	t.due = 0;
	CHECK(!task_is_late(&cx, &t));
}

static void
my_work_is_in_order_and_paged(void)
{
	static const char *const order[] = { "soon", "later", "at last",
	    "no hurry", "whenever" };
	struct task_page page = { .next = "" };
	const struct task *t;
	struct dossier *d;
	size_t n = 0;

	given();
	d = opened_as("mia", "C-2026-10000061");
	added(d, "no hurry", "ben", 0);
	added(d, "later", "ben", cx.now + 200);
	added(d, "soon", "ben", cx.now + 100);
	added(d, "at last", "ben", cx.now + 200);
	added(d, "whenever", "ben", 0);
	added(d, "not his", "mia", 0);
	as("ben");
	do {
		CHECK(task_list(&cx, TASK_MINE, page.next, 2, &page) == OK);
		CHECK(page.count == 5);
		for (t = page.tasks; t != NULL && n < 5; t = t->next) {
			CHECK_TEXT(t->title, order[n++]);
			CHECK_TEXT(t->dossier_number, "C-2026-10000061");
		}
	} while (page.next[0] != '\0' && n < 5);
	CHECK(n == 5);
	CHECK_TEXT(page.next, "");
}

static void
work_out_of_sight_is_not_listed(void)
{
	struct task_page page;
	struct dossier *d;

	given();
	d = opened_as("mia", "C-2026-10000061");
	added(d, "mine", "ben", 0);
	added(d, "the team's", NULL, 0);
	as("ben");
	CHECK(task_list(&cx, TASK_MINE, "", 50, &page) == OK);
	CHECK(page.count == 1 && page.tasks != NULL);
	CHECK(task_list(&cx, TASK_TEAMS, "", 50, &page) == OK);
	CHECK(page.count == 1 && page.tasks != NULL);
	db_run(&cx, "UPDATE dossier SET restricted = 1 WHERE id = 1");
	CHECK(store_count_renew(&cx, 1) == OK);
	CHECK(task_list(&cx, TASK_MINE, "", 50, &page) == OK);
	CHECK(page.count == 0 && page.tasks == NULL);
	CHECK(task_list(&cx, TASK_TEAMS, "", 50, &page) == OK);
	CHECK(page.count == 0 && page.tasks == NULL);
}

/* Titles of the teams' work, page by page, one letter each. */
static const char *
teams_work(void)
{
	struct task_page page = { .next = "" };
	const char *titles = "";
	const struct task *t;
	int pages = 0;

	do {
		CHECK(task_list(&cx, TASK_TEAMS, page.next, 2, &page) == OK);
		for (t = page.tasks; t != NULL; t = t->next)
			titles = arena_printf(cx.arena, "%s%s", titles,
			    t->title);
	} while (page.next[0] != '\0' && ++pages < 9);
	return titles;
}

static void
few_teams_and_many_list_the_same(void)
{
	struct dossier *d;

	given();
	d = opened_as("mia", "C-2026-10000061");
	added(d, "c", NULL, cx.now + 300);
	added(d, "a", NULL, cx.now + 100);
	added(d, "e", NULL, 0);
	added(d, "b", NULL, cx.now + 200);
	added(d, "d", NULL, cx.now + 300);
	as("ben");
	CHECK_TEXT(teams_work(), "abcde");
	db_run(&cx, "INSERT INTO team (code, name, name_key) VALUES"
	    " ('3', '3', '3'), ('4', '4', '4'), ('5', '5', '5'),"
	    " ('6', '6', '6'), ('7', '7', '7'), ('8', '8', '8')");
	db_run(&cx, "INSERT INTO scope (type, team)"
	    " SELECT 'complaint', id FROM team WHERE id > 2");
	db_run(&cx, "INSERT INTO viewer_scope (viewer, scope, level)"
	    " SELECT 2, id, 3 FROM scope WHERE team > 1");
	CHECK_TEXT(teams_work(), "abcde");
	as("zoe");	/* reads, so nothing waits for her */
	CHECK_TEXT(teams_work(), "");
}

int
main(void)
{
	RUN(a_task_needs_somebody);
	RUN(who_is_given_a_task_can_do_it);
	RUN(a_team_s_task_is_claimed_once);
	RUN(a_delegated_task_comes_back);
	RUN(a_stale_task_is_not_saved);
	RUN(late_is_late);
	RUN(my_work_is_in_order_and_paged);
	RUN(work_out_of_sight_is_not_listed);
	RUN(few_teams_and_many_list_the_same);
	return DONE;
}
