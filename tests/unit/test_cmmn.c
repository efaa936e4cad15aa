/* SPDX-License-Identifier: MIT */
/* Case plans: what one event does, and why. */
#include "check.h"
#include "cmmn_play.h"

static void
a_plan_begins_with_what_waits_for_nothing(void)
{
	struct play *p = play_begin(TASK("a", "") TASK("b", ENTRY("s"))
	    SENTRY("s", ON("a", "complete")) TASK("c", MANUAL)
	    LISTENER("l"));

	CHECK_TEXT(play_states(p),
	    "case=active a=active b=available c=enabled l=available");
	CHECK_TEXT(play_changes(p), "case create, a create, b create, "
	    "c create, l create, a start, c enable");
	CHECK(play_do(p, "a", CMMN_COMPLETE) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "a complete, b start");
	CHECK(p->run.changes->next->because == CMMN_BY_CRITERION);
	CHECK(p->run.changes->next->cause == play_no(p, "a"));
	play_end(p);
}

static void
a_case_completes_when_all_in_it_is_done(void)
{
	struct play *p = play_begin(TASK("a", "")
	    STAGE("s", "", TASK("b", "") MILESTONE("m", ENTRY("k"))
	    SENTRY("k", ON("b", "complete"))));

	CHECK_TEXT(play_state(p, "m"), "available");
	CHECK(play_do(p, "b", CMMN_COMPLETE) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "b complete, m occur, s complete");
	CHECK(play_do(p, "a", CMMN_COMPLETE) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "a complete, case complete");
	play_end(p);
}

static void
a_sentry_waits_for_all_its_parts(void)
{
	struct play *p = play_begin(TASK("a", "") TASK("b", "")
	    TASK("c", ENTRY("s")) SENTRY("s", ON("a", "complete")
	    ON("b", "complete") IF("x = 1")));

	play_do(p, "a", CMMN_COMPLETE);
	CHECK(p->instance.marks != NULL && p->instance.marks->part == 0);
	play_do(p, "b", CMMN_COMPLETE);
	CHECK_TEXT(play_state(p, "c"), "available");
	play_number(p, 'x', 1);
	CHECK(cmmn_data(play_run(p)) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "c start");
	CHECK(p->run.changes->reasons->item == play_no(p, "a"));
	CHECK_TEXT(p->run.changes->reasons->next->next->condition, "x = 1");
	CHECK_TEXT(p->run.changes->reasons->next->next->values->name, "x");
	CHECK(p->instance.marks == NULL);
	play_end(p);
}

static void
what_has_entry_criteria_repeats_when_they_hold_again(void)
{
	struct play *p = play_begin(TASK("a", REPEAT("true"))
	    TASK("b", REPEAT("x") ENTRY("s"))
	    SENTRY("s", ON("a", "complete")));

	play_flag(p, 'x', true);
	play_do(p, "a", CMMN_COMPLETE);
	CHECK_TEXT(play_changes(p),
	    "a complete, a/2 create, b start, b/2 create, a/2 start");
	play_flag(p, 'x', false);
	play_do(p, "a", CMMN_COMPLETE);
	CHECK(play_count(p, "b", CMMN_ACTIVE) == 2);
	CHECK(play_count(p, "b", CMMN_NONE) == 2);
	play_end(p);
}

static void
what_is_suspended_comes_back_as_it_was(void)
{
	struct play *p = play_begin(STAGE("s", "", TASK("a", "")
	    TASK("b", MANUAL) TASK("c", "") MILESTONE("m", ENTRY("k"))
	    SENTRY("k", ON("c", "complete"))));

	play_do(p, "a", CMMN_SUSPEND);
	play_do(p, "s", CMMN_SUSPEND);
	CHECK_TEXT(play_changes(p), "s suspend, b parentSuspend, "
	    "c parentSuspend, m suspend");
	CHECK(play_do(p, "a", CMMN_RESUME) == CMMN_WRONG_STATE);
	CHECK(play_do(p, "c", CMMN_RESUME) == CMMN_WRONG_STATE);
	play_do(p, "s", CMMN_RESUME);
	CHECK_TEXT(play_states(p), "case=active s=active a=suspended "
	    "b=enabled c=active m=available");
	CHECK(play_do(p, "a", CMMN_RESUME) == CMMN_OK);
	play_end(p);
}

static void
a_required_item_keeps_its_stage_open(void)
{
	struct play *p = play_begin(TASK("z", "")
	    AUTO("s", "", TASK("a", "") TASK("b", CONTROL(
	    RULE("required", "true") RULE("manualActivation", "true")))
	    TASK("c", MANUAL)));
	struct cmmn_missing *m;

	play_do(p, "a", CMMN_COMPLETE);
	CHECK_TEXT(play_state(p, "s"), "active");
	CHECK(play_do(p, "s", CMMN_COMPLETE) == CMMN_UNFINISHED);
	m = cmmn_missing(&p->run, play_no(p, "s"));
	CHECK(m != NULL && m->required && m->next == NULL &&
	    m->item->no == play_no(p, "b"));
	play_do(p, "b", CMMN_DISABLE);
	CHECK_TEXT(play_changes(p), "b disable, s complete, c exit");
	play_end(p);
}

static void
an_exit_ends_what_stands_inside(void)
{
	struct play *p = play_begin(LISTENER("l") TASK("z", "")
	    STAGE("s", EXIT("k"), TASK("a", "") MILESTONE("m", ENTRY("n"))
	    SENTRY("n", ON("a", "complete")))
	    SENTRY("k", ON("l", "occur")));

	play_do(p, "l", CMMN_OCCUR);
	CHECK_TEXT(play_changes(p), "l occur, s exit, a exit, "
	    "m parentTerminate");
	CHECK_TEXT(play_state(p, "m"), "terminated");
	play_end(p);
}

static void
a_plan_that_goes_in_circles_changes_nothing(void)
{
	struct play *p = play_begin(LISTENER("l") TASK("z", "")
	    ITEM("a", "task", "isBlocking='false'", REPEAT("true")
	    ENTRY("s"), "") SENTRY("s", ON("l", "occur"))
	    ITEM("b", "task", "isBlocking='false'", REPEAT("true")
	    ENTRY("t") ENTRY("u"), "") SENTRY("t", ON("a", "complete"))
	    SENTRY("u", ON("b", "complete")));
	const char *before = play_states(p);

	CHECK(play_do(p, "l", CMMN_OCCUR) == CMMN_ENDLESS);
	CHECK(p->run.changes == NULL);
	CHECK_TEXT(play_states(p), before);
	CHECK(play_do(p, "z", CMMN_COMPLETE) == CMMN_OK);
	play_end(p);
}

int
main(void)
{
	RUN(a_plan_begins_with_what_waits_for_nothing);
	RUN(a_case_completes_when_all_in_it_is_done);
	RUN(a_sentry_waits_for_all_its_parts);
	RUN(what_has_entry_criteria_repeats_when_they_hold_again);
	RUN(what_is_suspended_comes_back_as_it_was);
	RUN(a_required_item_keeps_its_stage_open);
	RUN(an_exit_ends_what_stands_inside);
	RUN(a_plan_that_goes_in_circles_changes_nothing);
	return DONE;
}
