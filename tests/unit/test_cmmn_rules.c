/* SPDX-License-Identifier: MIT */
/* 8.4 to 8.6: cascades, criteria across stages, rules of plan items. */
#include "check.h"
#include "cmmn_play.h"

#define OPEN TASK("open", "")

static void
manual_activation_is_decided_when_it_could_start(void)
{
	struct play *p = play_begin(OPEN LISTENER("l")
	    TASK("a", CONTROL(RULE("manualActivation", "x = 2")) ENTRY("s"))
	    SENTRY("s", ON("l", "occur")));

	play_number(p, 'x', 2);
	play_do(p, "l", CMMN_OCCUR);
	CHECK_TEXT(play_changes(p), "l occur, a enable");
	CHECK(play_do(p, "a", CMMN_DISABLE) == CMMN_OK);
	CHECK(play_do(p, "a", CMMN_MANUAL_START) == CMMN_WRONG_STATE);
	CHECK(cmmn_do(play_run(p), 4, CMMN_REENABLE) == CMMN_OK);
	CHECK(play_do(p, "a", CMMN_MANUAL_START) == CMMN_OK);
	CHECK_TEXT(play_state(p, "a"), "active");
	play_end(p);
}

static void
required_is_decided_at_creation_and_stays(void)
{
	struct play *p = play_new("autoComplete='true'", TASK("open", "")
	    TASK("a", CONTROL(RULE("required", "x")
	    RULE("manualActivation", "true"))), "");

	play_flag(p, 'x', true);
	cmmn_begin(play_run(p));
	play_flag(p, 'x', false);
	play_do(p, "open", CMMN_COMPLETE);
	CHECK_TEXT(play_state(p, ""), "active");
	CHECK(play_item(p, "a")->required);
	play_end(p);
}

static void
a_repetition_without_entry_criteria_follows_the_end(void)
{
	struct play *p = play_begin(OPEN TASK("a", REPEAT("x")));

	play_flag(p, 'x', true);
	play_do(p, "a", CMMN_COMPLETE);
	CHECK_TEXT(play_changes(p), "a complete, a/2 create, a/2 start");
	CHECK(p->run.changes->next->because == CMMN_BY_REPETITION);
	CHECK(p->run.changes->next->cause == play_no(p, "a/1"));
	CHECK_TEXT(p->run.changes->next->reasons->condition, "x");
	play_do(p, "a", CMMN_TERMINATE);
	CHECK_TEXT(play_changes(p), "a/2 terminate, a/3 create, a/3 start");
	CHECK(play_do(p, "a", CMMN_EXIT) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "a/3 exit");
	play_end(p);
}

static void
a_condition_alone_begins_no_second_round(void)
{
	struct play *p = play_begin(OPEN
	    ITEM("a", "task", "isBlocking='false'", REPEAT("true")
	    ENTRY("s"), "") SENTRY("s", IF("true")));

	CHECK(play_count(p, "a", CMMN_NONE) == 1);
	CHECK_TEXT(play_state(p, "a"), "completed");
	CHECK(p->faults != NULL && p->faults->mild);
	play_end(p);
}

static void
a_round_by_hand_passes_its_criteria_by(void)
{
	struct play *p = play_begin(OPEN LISTENER("l")
	    TASK("a", ENTRY("s")) SENTRY("s", ON("l", "occur")));
	int64_t no;

	CHECK(cmmn_repeat(play_run(p), play_no(p, "a"), &no) ==
	    CMMN_WRONG_STATE);
	play_do(p, "l", CMMN_OCCUR);
	play_do(p, "a", CMMN_COMPLETE);
	CHECK(cmmn_repeat(play_run(p), play_no(p, "a/1"), &no) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "a/2 create, a/2 start");
	CHECK(no == play_no(p, "a/2"));
	CHECK(cmmn_repeat(play_run(p), 1, &no) == CMMN_WRONG_KIND);
	play_end(p);
}

static bool
may_repeat(struct play *p, const char *name)
{
	int64_t no = play_no(p, name), ignored;
	bool may = cmmn_may_repeat(play_run(p), cmmn_item(&p->instance, no));

	if (!may)
		CHECK(cmmn_repeat(play_run(p), no, &ignored) != CMMN_OK);
	return may;
}

static void
what_may_come_once_more_is_known_before(void)
{
	struct play *p = play_begin(OPEN LISTENER("l") STAGE("s", "",
	    TASK("a", MANUAL) TASK("b", "") TASK("c", "")));

	CHECK(!may_repeat(p, "a"));
	play_do(p, "a", CMMN_DISABLE);
	CHECK(!may_repeat(p, "a"));	/* it is taken up again */
	play_do(p, "l", CMMN_OCCUR);
	CHECK(!may_repeat(p, "l/1"));
	CHECK(!may_repeat(p, ""));
	play_do(p, "b", CMMN_TERMINATE);
	CHECK(may_repeat(p, "b/1"));
	play_do(p, "s", CMMN_SUSPEND);
	CHECK(!may_repeat(p, "b/1"));
	play_end(p);
}

static void
several_criteria_are_alternatives(void)
{
	struct play *p = play_begin(OPEN LISTENER("l") LISTENER("m")
	    TASK("a", ENTRY("s") ENTRY("t")) SENTRY("s", ON("l", "occur"))
	    SENTRY("t", ON("m", "occur")));

	play_do(p, "m", CMMN_OCCUR);
	CHECK_TEXT(play_changes(p), "m occur, a start");
	CHECK_TEXT(p->run.changes->next->criterion->id, "int");
	play_do(p, "l", CMMN_OCCUR);
	CHECK_TEXT(play_changes(p), "l occur");
	play_end(p);
}

static void
an_exit_comes_before_an_entry_of_one_event(void)
{
	struct play *p = play_begin(OPEN LISTENER("l")
	    TASK("a", ENTRY("s") EXIT("t")) SENTRY("s", ON("l", "occur"))
	    SENTRY("t", ON("l", "occur")));

	play_do(p, "l", CMMN_OCCUR);
	CHECK_TEXT(play_changes(p), "l occur, a exit");
	play_end(p);
}

static void
criteria_reach_across_stages(void)
{
	struct play *p = play_begin(OPEN STAGE("s", "", TASK("a", "")
	    STAGE("t", EXIT("k"), TASK("b", "")))
	    TASK("c", ENTRY("n")) SENTRY("k", ON("open", "complete"))
	    SENTRY("n", ON("b", "exit")));

	play_do(p, "open", CMMN_COMPLETE);
	CHECK_TEXT(play_changes(p),
	    "open complete, t exit, b exit, c start");
	play_end(p);
}

static void
a_round_of_a_stage_hears_its_own_items_alone(void)
{
	struct play *p = play_begin(OPEN TASK("again", REPEAT("true"))
	    STAGE("s", REPEAT("true") ENTRY("e"), TASK("a", "")
	    TASK("b", ENTRY("k")) SENTRY("k", ON("a", "complete")))
	    SENTRY("e", ON("again", "complete")));
	play_do(p, "again", CMMN_COMPLETE);
	play_do(p, "again", CMMN_COMPLETE);
	CHECK(play_count(p, "a", CMMN_ACTIVE) == 2);
	play_do(p, "a", CMMN_COMPLETE);
	CHECK(play_count(p, "b", CMMN_ACTIVE) == 1);
	CHECK(cmmn_item(&p->instance, play_item(p, "b")->parent)->round == 1);
	play_end(p);
}

static void
a_stage_may_begin_again_when_something_in_it_happens(void)
{
	struct play *p = play_begin(OPEN LISTENER("l")
	    STAGE("s", REPEAT("true") ENTRY("e") ENTRY("f"), TASK("a", "")
	    TASK("b", "")) SENTRY("e", ON("l", "occur"))
	    SENTRY("f", ON("a", "complete")));

	play_do(p, "l", CMMN_OCCUR);
	play_do(p, "a", CMMN_COMPLETE);
	CHECK(play_count(p, "s", CMMN_ACTIVE) == 2);
	CHECK(play_count(p, "s", CMMN_AVAILABLE) == 1);
	play_end(p);
}

/* 5.4.6.1 exitCriterionRef: only that way out counts. */
static void
an_exit_by_one_criterion_is_not_one_by_another(void)
{
	static const char inside[] = OPEN LISTENER("l") LISTENER("m")
	    TASK("a", EXIT("s") EXIT("t")) SENTRY("s", ON("l", "occur"))
	    SENTRY("t", ON("m", "occur"))
	    TASK("b", ENTRY("u")) SENTRY("u", "<planItemOnPart "
	    "sourceRef='a' exitCriterionRef='outs'><standardEvent>exit"
	    "</standardEvent></planItemOnPart>");
	struct play *p = play_begin(inside);

	play_do(p, "m", CMMN_OCCUR);
	CHECK_TEXT(play_changes(p), "m occur, a exit");
	play_end(p);
	p = play_begin(inside);
	play_do(p, "l", CMMN_OCCUR);
	CHECK_TEXT(play_changes(p), "l occur, a exit, b start");
	play_end(p);
}

static void
what_does_not_block_completes_at_once(void)
{
	struct play *p = play_begin(OPEN LISTENER("l")
	    ITEM("a", "processTask", "isBlocking='false'", MANUAL, "")
	    TASK("b", ENTRY("s")) SENTRY("s", ON("a", "complete")));

	play_do(p, "a", CMMN_MANUAL_START);
	CHECK_TEXT(play_changes(p), "a manualStart, a complete, b start");
	CHECK(p->run.changes->next->because == CMMN_BY_NATURE);
	play_end(p);
}

static void
a_stage_that_failed_comes_back_as_it_was(void)
{
	struct play *p = play_begin(OPEN STAGE("s", "", TASK("a", "")
	    TASK("b", MANUAL)));

	play_do(p, "s", CMMN_FAULT);
	CHECK_TEXT(play_changes(p), "s fault, a parentSuspend, "
	    "b parentSuspend");
	CHECK(play_do(p, "s", CMMN_RESUME) == CMMN_WRONG_STATE);
	play_do(p, "s", CMMN_REACTIVATE);
	CHECK_TEXT(play_states(p),
	    "case=active open=active s=active a=active b=enabled");
	play_do(p, "a", CMMN_FAULT);
	play_do(p, "s", CMMN_COMPLETE);
	CHECK_TEXT(play_states(p), "case=active open=active s=completed "
	    "a=failed b=terminated");
	CHECK(cmmn_do(play_run(p), play_no(p, "a"), CMMN_REACTIVATE) ==
	    CMMN_WRONG_STATE);
	play_end(p);
}

static void
a_case_is_reactivated_and_closed(void)
{
	struct play *p = play_begin(TASK("a", "") TASK("b", MANUAL));
	int64_t no;

	CHECK(play_do(p, "", CMMN_CLOSE) == CMMN_WRONG_STATE);
	play_do(p, "", CMMN_TERMINATE);
	CHECK_TEXT(play_changes(p), "case terminate, a exit, b exit");
	CHECK(cmmn_repeat(play_run(p), play_no(p, "b"), &no) ==
	    CMMN_WRONG_STATE);
	CHECK(cmmn_do(play_run(p), 1, CMMN_REACTIVATE) == CMMN_OK);
	CHECK(cmmn_repeat(play_run(p), play_no(p, "b"), &no) == CMMN_OK);
	CHECK_TEXT(play_state(p, "b"), "enabled");
	play_do(p, "", CMMN_SUSPEND);
	CHECK_TEXT(play_state(p, "b"), "suspended");
	CHECK(play_do(p, "", CMMN_CLOSE) == CMMN_OK);
	CHECK_TEXT(play_states(p), "case=closed a=terminated b=terminated "
	    "b/2=terminated");
	CHECK(cmmn_do(play_run(p), 1, CMMN_REACTIVATE) == CMMN_WRONG_STATE);
	play_end(p);
}

/* Table 8.8, both rows, and what could still be added. */
static void
a_stage_completes_by_itself_where_it_may(void)
{
	struct play *p = play_begin(OPEN STAGE("s", "", TASK("a", "")
	    TASK("b", MANUAL)) STAGE("t", "", TASK("c", "")
	    "<planningTable><discretionaryItem id='d' definitionRef='cD'/>"
	    "</planningTable>") STAGE("e", "", ""));

	CHECK_TEXT(play_state(p, "e"), "completed");
	play_do(p, "a", CMMN_COMPLETE);
	CHECK_TEXT(play_state(p, "s"), "active");
	CHECK(play_do(p, "s", CMMN_COMPLETE) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "s complete, b exit");
	play_do(p, "c", CMMN_COMPLETE);
	CHECK_TEXT(play_state(p, "t"), "active");
	CHECK(play_do(p, "t", CMMN_COMPLETE) == CMMN_OK);
	play_end(p);
}

static void
a_milestone_is_reached_by_hand_too(void)
{
	struct play *p = play_begin(OPEN MILESTONE("m", ENTRY("s"))
	    SENTRY("s", IF("x")) TASK("a", ENTRY("t"))
	    SENTRY("t", ON("m", "occur")));
	static const char *const nobody[] = { NULL };

	play_run(p)->roles = nobody;
	CHECK(cmmn_do(&p->run, play_no(p, "m"), CMMN_OCCUR) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "m occur, a start");
	play_end(p);
}

static void
a_listener_asks_for_its_roles(void)
{
	static const char *const nobody[] = { NULL };
	static const char *const lead[] = { "lead", NULL };
	struct play *p = play_new("", OPEN TIMER("t", "P1D")
	    ITEM("l", "userEventListener", "authorizedRoleRefs='r'", "", ""),
	    "<caseRoles><role id='r' name='lead'/></caseRoles>");

	cmmn_begin(play_run(p));
	play_run(p)->roles = nobody;
	CHECK(cmmn_do(&p->run, play_no(p, "t"), CMMN_OCCUR) ==
	    CMMN_NOT_YOURS);
	CHECK((cmmn_may(&p->run, play_item(p, "t")) & 1U << CMMN_OCCUR) ==
	    0);
	CHECK(cmmn_do(&p->run, play_no(p, "l"), CMMN_OCCUR) ==
	    CMMN_NOT_YOURS);
	p->run.roles = lead;
	CHECK(cmmn_do(&p->run, play_no(p, "l"), CMMN_OCCUR) == CMMN_OK);
	play_end(p);
}

static void
an_item_says_what_it_waits_for(void)
{
	struct play *p = play_begin(TASK("a", "") TASK("b", "")
	    TASK("c", ENTRY("s") ENTRY("t")) SENTRY("s", ON("a", "complete")
	    ON("b", "complete") IF("x > 3")) SENTRY("t", ON("b", "exit")));
	struct cmmn_wait *w;
	const struct cmmn_reason *r;

	play_do(p, "a", CMMN_COMPLETE);
	play_number(p, 'x', 2);
	w = cmmn_waits(play_run(p), play_item(p, "c"));
	CHECK(w != NULL && w->next != NULL && w->next->next == NULL);
	r = w->reasons;
	CHECK(r->held && r->on->event == CMMN_COMPLETE && r->item == 2);
	CHECK(!r->next->held);
	CHECK(!r->next->next->held && r->next->next->on == NULL);
	CHECK_TEXT(r->next->next->condition, "x > 3");
	CHECK_TEXT(feel_value_write(p->arena, r->next->next->values->value),
	    "2");
	play_set(p, 'x', feel_value_null);
	w = cmmn_waits(play_run(p), play_item(p, "c"));
	CHECK(!w->reasons->next->next->held);
	play_end(p);
}

static void
people_may_what_the_figures_say(void)
{
	struct play *p = play_begin(TASK("a", "") TASK("b", MANUAL)
	    STAGE("s", "", TASK("c", REQUIRED)));

	play_run(p);
	CHECK(cmmn_may(&p->run, play_item(p, "a")) == (1U << CMMN_SUSPEND |
	    1U << CMMN_FAULT | 1U << CMMN_COMPLETE | 1U << CMMN_TERMINATE));
	CHECK(cmmn_may(&p->run, play_item(p, "b")) ==
	    (1U << CMMN_DISABLE | 1U << CMMN_MANUAL_START));
	CHECK(cmmn_may(&p->run, play_item(p, "s")) == (1U << CMMN_SUSPEND |
	    1U << CMMN_FAULT | 1U << CMMN_TERMINATE));
	CHECK(cmmn_may(&p->run, play_item(p, "")) == (1U << CMMN_SUSPEND |
	    1U << CMMN_FAULT | 1U << CMMN_TERMINATE));
	play_end(p);
}

static void
what_was_added_freely_lives_like_the_rest(void)
{
	struct play *p = play_begin(TASK("a", ""));
	int64_t s, t, m;

	CHECK(cmmn_add(play_run(p), 1, CMMN_STAGE, "Visit", true, &s) ==
	    CMMN_OK);
	CHECK(cmmn_add(play_run(p), s, CMMN_HUMAN_TASK, "Call", false,
	    &t) == CMMN_OK);
	CHECK(cmmn_add(play_run(p), s, CMMN_MILESTONE, "Seen", false, &m) ==
	    CMMN_OK);
	CHECK(cmmn_add(play_run(p), t, CMMN_TASK, "No", false, &m) ==
	    CMMN_WRONG_KIND);
	CHECK_TEXT(play_states(p), "case=active a=active Visit=active "
	    "Call=active Seen=available");
	CHECK(cmmn_do(play_run(p), t, CMMN_COMPLETE) == CMMN_OK);
	play_do(p, "a", CMMN_COMPLETE);
	CHECK_TEXT(play_state(p, ""), "active");
	CHECK(cmmn_do(play_run(p), s, CMMN_COMPLETE) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "Visit complete, Seen parentTerminate, "
	    "case complete");
	play_end(p);
}

int
main(void)
{
	RUN(manual_activation_is_decided_when_it_could_start);
	RUN(required_is_decided_at_creation_and_stays);
	RUN(a_repetition_without_entry_criteria_follows_the_end);
	RUN(a_condition_alone_begins_no_second_round);
	RUN(a_round_by_hand_passes_its_criteria_by);
	RUN(what_may_come_once_more_is_known_before);
	RUN(several_criteria_are_alternatives);
	RUN(an_exit_comes_before_an_entry_of_one_event);
	RUN(criteria_reach_across_stages);
	RUN(a_round_of_a_stage_hears_its_own_items_alone);
	RUN(a_stage_may_begin_again_when_something_in_it_happens);
	RUN(an_exit_by_one_criterion_is_not_one_by_another);
	RUN(what_does_not_block_completes_at_once);
	RUN(a_stage_that_failed_comes_back_as_it_was);
	RUN(a_case_is_reactivated_and_closed);
	RUN(a_stage_completes_by_itself_where_it_may);
	RUN(a_milestone_is_reached_by_hand_too);
	RUN(a_listener_asks_for_its_roles);
	RUN(an_item_says_what_it_waits_for);
	RUN(people_may_what_the_figures_say);
	RUN(what_was_added_freely_lives_like_the_rest);
	return DONE;
}
