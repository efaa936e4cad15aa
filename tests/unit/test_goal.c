/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "domain/course/dossier_merge.h"
#include "domain/course/goal_step.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/goal.h"
#include "domain/spine/event.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "seen.h"
#include "store/db.h"
#include "world.h"

#define D "C-2026-10000061"

static const struct goal_new hours = { .title = "Work ten hours a week",
    .measure = GOAL_NUMBER, .unit = "hours", .decimals = 1, .start = 20,
    .target = 100, .due = "2027-02-28", .agreed = true };

static struct goal *
added(struct dossier *d, const struct goal_new *like)
{
	struct goal_new n = *like;
	struct goal *g = NULL;

	if (n.owner == 0)
		n.owner = world_person("mia");
	CHECK(goal_add(&cx, d, &n, &g) == OK);
	return g;
}

static struct goal *
read_again(struct dossier *d, const struct goal *g)
{
	struct goal *out = NULL;

	CHECK(goal_open(&cx, d, g->no, &out) == OK);
	return out;
}

static void
a_goal_is_specific(void)
{
	static const char *const fields[] = { "title", "target", "due",
	    "owner" };
	struct goal_new n = hours;
	const struct mistake *m;
	struct dossier *d;
	struct goal *g;
	size_t i;

	given();
	d = opened_as("mia", D);
	n.title = " ";
	n.target = n.start;
	n.due = "2026-11-23";	/* yesterday */
	CHECK(goal_add(&cx, d, &n, &g) == ERR_INVALID);
	for (m = cx.mistakes, i = 0; i < 4 && m != NULL; i++, m = m->next)
		CHECK_TEXT(m->field, fields[i]);
	CHECK(i == 4 && m == NULL);
	CHECK(world_int("SELECT count(*) FROM goal") == 0);
	CHECK(goal_open(&cx, d, 4711, &g) == ERR_MISSING);
	d = opened_as("mia", "C-2026-10000079");	/* in the tray */
	n = hours;
	n.owner = world_person("mia");
	CHECK(goal_add(&cx, d, &n, &g) == ERR_CONFLICT);
	d = opened_as("zoe", D);			/* reads */
	CHECK(goal_add(&cx, d, &n, &g) == ERR_FORBIDDEN);
}

static void
progress_is_how_far_it_is_from_where_it_began(void)
{
	static const struct { int64_t start, target, present; int percent; }
	rows[] = { { 0, 10, 0, 0 }, { 0, 10, 3, 30 }, { 0, 3, 1, 33 },
	    { 0, 3, 2, 66 }, { 0, 3, 4, 100 }, { 8, 3, 8, 0 }, { 8, 3, 6, 40 },
	    { 8, 3, 9, 0 }, { 8, 3, 2, 100 }, { -5, 5, 0, 50 },
	    { -999999999999999, 999999999999999, 0, 50 },
	    { 999999999999999, -999999999999999, -999999999999998, 99 } };
	struct goal g = { .measure = GOAL_NUMBER, .measured = true };
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		g.start = rows[i].start;
		g.target = rows[i].target;
		g.present = rows[i].present;
		CHECK(goal_percent(&g) == rows[i].percent);
		CHECK(goal_is_met(&g) == (rows[i].percent == 100));
	}
	g = (struct goal){ .measure = GOAL_STEPS };
	CHECK(goal_percent(&g) == 0 && !goal_is_met(&g));
	g.steps_count = 3;
	g.steps_done = 2;
	CHECK(goal_percent(&g) == 66 && !goal_is_met(&g));
	g.steps_done = 3;
	CHECK(goal_is_met(&g));
}

static void
the_newest_value_reaches_it_and_loses_it(void)
{
	struct dossier *d;
	struct goal *g;

	given();
	d = opened_as("mia", D);
	g = added(d, &hours);
	g = read_again(d, g);
	CHECK(!g->measured && g->present == 20 && goal_percent(g) == 0);
	CHECK(goal_value_add(&cx, d, g, 60, "2026-11-25", "") == ERR_INVALID);
	CHECK(goal_value_add(&cx, d, g, 60, "2026-11-20", "half") == OK);
	g = read_again(d, g);
	CHECK(g->measured && g->present == 60 && goal_percent(g) == 50);
	CHECK_TEXT(told(d), "Goal “Work ten hours a week”: 6.0 hours on "
	    "Fri 20 Nov 2026");
	/* an older value that comes late is not where it stands */
	CHECK(goal_value_add(&cx, d, g, 110, "2026-11-01", "") == OK);
	g = read_again(d, g);
	CHECK(g->present == 60 && g->state == GOAL_AGREED);
	CHECK(g->values != NULL && g->values->value == 60);
	CHECK(goal_value_add(&cx, d, g, 100, "2026-11-24", "") == OK);
	g = read_again(d, g);
	CHECK(g->state == GOAL_REACHED && g->said_by == 0);
	CHECK_TEXT(told(d), "Goal “Work ten hours a week” reached, with "
	    "10.0 hours");
	CHECK(goal_reopen(&cx, d, g, "no") == ERR_CONFLICT);
	CHECK(goal_give_up(&cx, d, g, "no") == ERR_CONFLICT);
	CHECK(goal_value_add(&cx, d, g, 90, "2026-11-24", "ill") == OK);
	g = read_again(d, g);
	CHECK(g->state == GOAL_AGREED && g->present == 90);
	CHECK_TEXT(told(d), "Goal “Work ten hours a week” is not reached "
	    "any more");
}

static void
a_proposal_that_is_met_already_is_reached_once_agreed(void)
{
	struct goal_new n = { .title = "The roof is tight",
	    .measure = GOAL_YESNO, .due = "2026-12-24" };
	struct dossier *d;
	struct goal *g;

	given();
	d = opened_as("mia", D);
	g = read_again(d, added(d, &n));
	CHECK(goal_value_add(&cx, d, g, 2, "2026-11-24", "") == ERR_INVALID);
	CHECK(goal_value_add(&cx, d, g, 1, "2026-11-24", "") == OK);
	g = read_again(d, g);
	CHECK(g->state == GOAL_PROPOSED && goal_is_met(g));
	CHECK(goal_agree(&cx, d, g) == OK);
	g = read_again(d, g);
	CHECK(g->state == GOAL_REACHED);
	CHECK(goal_agree(&cx, d, g) == ERR_CONFLICT);
}

static void
steps_are_done_by_hand_or_with_their_task(void)
{
	struct goal_new n = { .title = "Back at work",
	    .measure = GOAL_STEPS, .due = "2026-12-24", .agreed = true };
	struct task_new tn = { .title = "Ask the doctor" };
	struct dossier *d;
	struct goal *g;
	struct task *t;

	given();
	d = opened_as("mia", D);
	tn.owner = world_person("mia");
	CHECK(task_add(&cx, d, &tn, &t) == OK);
	g = read_again(d, added(d, &n));
	CHECK(goal_step_add(&cx, d, g, "", 0, 0) == ERR_INVALID);
	CHECK(goal_step_add(&cx, d, g, "", 4711, 0) == ERR_INVALID);
	CHECK(goal_step_add(&cx, d, g, "", t->no, 0) == OK);
	g = read_again(d, g);
	CHECK_TEXT(g->steps->title, "Ask the doctor");
	CHECK(goal_step_add(&cx, d, g, "again", t->no, 0) == ERR_INVALID);
	CHECK(goal_step_add(&cx, d, g, "First day", 0, 0) == OK);
	g = read_again(d, g);
	CHECK(g->steps_count == 2 && g->steps_done == 0);
	CHECK(goal_step_tick(&cx, d, g, 1, true) == ERR_CONFLICT);
	CHECK(goal_step_tick(&cx, d, g, 7, true) == ERR_MISSING);
	CHECK(goal_step_tick(&cx, d, g, 2, false) == ERR_CONFLICT);
	CHECK(goal_step_tick(&cx, d, g, 2, true) == OK);
	g = read_again(d, g);
	CHECK(goal_percent(g) == 50 && g->state == GOAL_AGREED);
	CHECK(task_done(&cx, d, t, "he may") == OK);
	g = read_again(d, g);
	CHECK(goal_percent(g) == 100 && g->state == GOAL_REACHED);
	CHECK(task_reopen(&cx, d, t, "not in writing") == OK);
	g = read_again(d, g);
	CHECK(goal_percent(g) == 50 && g->state == GOAL_AGREED);
	CHECK(goal_step_drop(&cx, d, g, 1) == OK);
	g = read_again(d, g);
	CHECK(g->steps_count == 1 && g->state == GOAL_REACHED);
}

static void
what_a_person_said_stays_said(void)
{
	struct dossier *d;
	struct goal *g;

	given();
	d = opened_as("mia", D);
	g = read_again(d, added(d, &hours));
	CHECK(goal_reach(&cx, d, g, "good enough") == OK);
	g = read_again(d, g);
	CHECK(g->state == GOAL_REACHED && g->said_by != 0);
	CHECK_TEXT(g->reason, "good enough");
	CHECK(goal_value_add(&cx, d, g, 30, "2026-11-24", "") ==
	    ERR_CONFLICT);
	CHECK(goal_reopen(&cx, d, g, "") == ERR_INVALID);
	CHECK(goal_reopen(&cx, d, g, "it was not") == OK);
	CHECK(goal_give_up(&cx, d, g, "") == ERR_INVALID);
	CHECK(goal_give_up(&cx, d, g, "too much") == OK);
	g = read_again(d, g);
	CHECK(g->state == GOAL_GIVEN_UP);
	CHECK_TEXT(told(d), "Goal “Work ten hours a week” given up");
	CHECK(goal_change(&cx, d, g, &hours, g->version) == ERR_CONFLICT);
}

static void
how_it_is_measured_stays_once_it_was(void)
{
	struct goal_new n = hours;
	struct dossier *d;
	struct goal *g;

	given();
	d = opened_as("mia", D);
	g = read_again(d, added(d, &hours));
	n.owner = g->owner;
	n.decimals = 2;
	CHECK(goal_change(&cx, d, g, &n, g->version) == OK);
	CHECK(goal_change(&cx, d, g, &n, 1) == ERR_CONFLICT);
	CHECK(goal_value_add(&cx, d, g, 60, "2026-11-20", "") == OK);
	g = read_again(d, g);
	n.decimals = 0;
	CHECK(goal_change(&cx, d, g, &n, g->version) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "measure");
	n.decimals = 2;
	n.target = 60;
	cx.mistakes = NULL;
	CHECK(goal_change(&cx, d, g, &n, g->version) == OK);
	g = read_again(d, g);
	CHECK(g->state == GOAL_REACHED);	/* by the new target */
}

/* The act of this transaction, taken back as a POST of its own would. */
static enum err
taken_back(void)
{
	const char *number = cx.act->number;
	enum err e;

	cx.act = NULL;
	e = act_undone(number);
	cx.act = NULL;
	return e;
}

static void
every_act_can_be_taken_back(void)
{
	struct dossier *d;
	struct goal *g, *all;

	given();
	d = opened_as("mia", D);
	g = added(d, &hours);
	CHECK(taken_back() == OK);
	CHECK(goal_list(&cx, d, &all) == OK && all == NULL);
	CHECK_TEXT(told(d), "Undone: Goal “Work ten hours a week” added, "
	    "agreed");
	g = read_again(d, added(d, &hours));
	cx.act = NULL;
	CHECK(goal_step_add(&cx, d, g, "One", 0, 0) == OK);
	g = read_again(d, g);
	cx.act = NULL;
	CHECK(goal_step_tick(&cx, d, g, 1, true) == OK);
	CHECK(taken_back() == OK);
	g = read_again(d, g);
	CHECK(g->steps_count == 1 && g->steps_done == 0);
	CHECK(goal_step_drop(&cx, d, g, 1) == OK);
	CHECK(taken_back() == OK);
	g = read_again(d, g);
	CHECK(g->steps_count == 1);
	CHECK_TEXT(g->steps->title, "One");
	/* what followed from a value goes with it */
	CHECK(goal_value_add(&cx, d, g, 100, "2026-11-24", "") == OK);
	CHECK(read_again(d, g)->state == GOAL_REACHED);
	CHECK(taken_back() == OK);
	g = read_again(d, g);
	CHECK(g->state == GOAL_AGREED && !g->measured);
	CHECK(goal_give_up(&cx, d, g, "no") == OK);
	CHECK(taken_back() == OK);
	g = read_again(d, g);
	CHECK(g->state == GOAL_AGREED);
	CHECK_TEXT(g->reason, "");
}

static void
a_goal_that_others_built_on_is_not_taken_back(void)
{
	struct undo_act *a = NULL;
	const char *number;
	struct dossier *d;
	struct goal *g;

	given();
	d = opened_as("mia", D);
	g = read_again(d, added(d, &hours));
	number = cx.act->number;
	cx.act = NULL;
	CHECK(goal_value_add(&cx, d, g, 60, "2026-11-20", "") == OK);
	cx.act = NULL;
	CHECK(undo_act_open(&cx, number, &a) == OK);
	CHECK(undo_back(&cx, a, false, "") == ERR_CONFLICT);
	CHECK(strstr(cx.why, "6.0 hours") != NULL);
}

static void
goals_outlive_phases_and_are_found(void)
{
	struct dossier *d;
	struct goal *g;

	given();
	d = opened_as("mia", D);
	g = read_again(d, added(d, &hours));
	CHECK(world_int("SELECT count(*) FROM dossier_search"
	    " WHERE dossier = 1 AND words LIKE '%hours%'") == 1);
	CHECK(dossier_move(&cx, d, "followup", "done") == OK);
	CHECK(dossier_move(&cx, d, "planning", "not yet") == OK);
	CHECK(read_again(d, g)->state == GOAL_AGREED);
}

static void
goals_come_along_when_cases_are_merged(void)
{
	struct goal_new n = { .title = "Paid", .measure = GOAL_STEPS,
	    .due = "2026-12-24", .agreed = true };
	struct task_new tn = { .title = "Pay" };
	struct dossier *from, *into;
	struct goal *g, *all;
	struct task *t;

	given();
	as("mia");
	tn.owner = world_person("mia");
	from = opened_as("mia", D);
	into = opened_as("mia", "C-2026-10000087");
	CHECK(task_add(&cx, from, &tn, &t) == OK);
	g = read_again(from, added(from, &n));
	CHECK(goal_step_add(&cx, from, g, "", t->no, 0) == OK);
	CHECK(dossier_merge(&cx, from, into, "the same") == OK);
	CHECK(goal_list(&cx, from, &all) == OK && all == NULL);
	CHECK(goal_list(&cx, into, &all) == OK && all != NULL);
	CHECK(all->steps != NULL && all->steps->task != 0);
	CHECK(task_open(&cx, into, all->steps->task, &t) == OK);
	CHECK(task_done(&cx, into, t, "done") == OK);
	CHECK(read_again(into, all)->state == GOAL_REACHED);
}

int
main(void)
{
	RUN(a_goal_is_specific);
	RUN(progress_is_how_far_it_is_from_where_it_began);
	RUN(the_newest_value_reaches_it_and_loses_it);
	RUN(a_proposal_that_is_met_already_is_reached_once_agreed);
	RUN(steps_are_done_by_hand_or_with_their_task);
	RUN(what_a_person_said_stays_said);
	RUN(how_it_is_measured_stays_once_it_was);
	RUN(every_act_can_be_taken_back);
	RUN(a_goal_that_others_built_on_is_not_taken_back);
	RUN(goals_outlive_phases_and_are_found);
	RUN(goals_come_along_when_cases_are_merged);
	return DONE;
}
