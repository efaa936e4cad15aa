/* SPDX-License-Identifier: MIT */
/* The plan of a dossier: begun, followed, acted on, closed, kept in the log
 * and undone. */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "domain/course/assign.h"
#include "domain/course/decision.h"
#include "domain/course/dossier_close.h"
#include "domain/course/goal_step.h"
#include "domain/course/plan.h"
#include "domain/course/plan_words.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/goal.h"
#include "domain/people/skill.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "planned.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "type_folder.h"
#include "world.h"

static struct plan *
plan_of(struct dossier *d)
{
	struct plan *p = NULL;

	CHECK(plan_open(&cx, d, &p) == OK);
	CHECK(p != NULL);
	return p;
}

/* The latest item of a use. */
static struct plan_thing *
thing(struct plan *p, const char *used)
{
	struct plan_thing *t, *found = NULL;
	int64_t no;

	for (no = 1; no <= p->instance.last; no++)
		if ((t = plan_thing(p, no)) != NULL && t->item->use != NULL &&
		    strcmp(t->item->use->id, used) == 0)
			found = t;
	return found;
}

static int64_t
no_of(struct dossier *d, const char *used)
{
	struct plan_thing *t = thing(plan_of(d), used);

	return t == NULL ? 0 : t->item->no;
}

static struct task *
task(struct dossier *d, const char *title)
{
	struct task *t, *found = NULL;

	for (t = reread(d)->tasks; t != NULL; t = t->next)
		if (strcmp(t->title, title) == 0 && (found == NULL ||
		    t->no > found->no))
			found = t;
	return found;
}

static bool
is_open(struct dossier *d, const char *title)
{
	struct task *t = task(d, title);

	return t != NULL && t->done == 0;
}

static enum err
done(struct dossier *d, const char *title)
{
	struct task *t = task(d, title);

	CHECK(t != NULL);
	return t == NULL ? ERR_MISSING : task_done(&cx, d, t, "");
}

static enum err
doing(struct dossier *d, const char *used, enum cmmn_transition t)
{
	return plan_do(&cx, d, no_of(d, used), t, "Because");
}

static void
a_request_begins_its_plan(void)
{
	struct dossier *d;

	planned_start();
	d = planned_registered("100 EUR");
	CHECK_TEXT(plan_state(d, "screening"), "active");
	CHECK_TEXT(plan_state(d, "assessment"), "enabled");
	CHECK(is_open(d, "Check who asks"));
	CHECK_TEXT(told(d), "The plan begins: “Check who asks” is to be done");
	CHECK_TEXT(store_fault(), "");
}

static void
a_task_that_is_done_completes_its_item(void)
{
	struct dossier *d;

	planned_start();
	d = planned_registered("100 EUR");
	CHECK(done(d, "Check who asks") == OK);
	CHECK_TEXT(plan_state(d, "check"), "completed");
	/* the next round */
	CHECK_TEXT(plan_state(d, "screening"), "enabled");
	CHECK_TEXT(store_fault(), "");
}

static void
an_item_that_is_completed_ends_its_task(void)
{
	struct dossier *d;
	struct task *t;

	planned_start();
	d = planned_accepted("100 EUR");
	CHECK(doing(d, "call", CMMN_COMPLETE) == OK);
	t = task(d, "Call the customer");
	CHECK(t != NULL && t->done != 0);
	CHECK_TEXT(t->done_by, "Mia Berger");
	CHECK_TEXT(told(d), "“Call the customer” done: “What happened is "
	    "known” is reached, because “Call the customer” is done");
	CHECK_TEXT(store_fault(), "");
}

static void
a_move_enters_the_stage(void)
{
	struct dossier *d;

	planned_start();
	d = planned_accepted("900 EUR");
	CHECK_TEXT(d->phase, "assessment");
	CHECK_TEXT(plan_state(d, "screening"), "active");
	CHECK(is_open(d, "Check who asks"));	/* work stays */
	CHECK_TEXT(plan_state(d, "assessment"), "active");
	CHECK(is_open(d, "Call the customer"));
	CHECK(dossier_move(&cx, d, "planning", "It is clear") == OK);
	CHECK_TEXT(plan_state(d, "planning"), "active");
	CHECK(is_open(d, "Plan the repair"));
	CHECK(dossier_move(&cx, d, "assessment", "It is not") == OK);
	CHECK_TEXT(plan_state(d, "planning"), "suspended");
	CHECK(!is_open(d, "Plan the repair"));
	CHECK_TEXT(task(d, "Plan the repair")->ended, "suspended");
	CHECK(task_done(&cx, d, task(d, "Plan the repair"), "") ==
	    ERR_CONFLICT);
	CHECK(dossier_move(&cx, d, "planning", "It is") == OK);
	CHECK_TEXT(plan_state(d, "planning"), "active");
	CHECK(is_open(d, "Plan the repair"));
	CHECK_TEXT(store_fault(), "");
}

static void
what_is_left_out_is_disabled_with_the_reason(void)
{
	struct dossier *d;

	planned_start();
	d = planned_registered("100 EUR");
	CHECK(dossier_accept(&cx, d, "", "", 0, 0) == OK);
	planned_start();
	d = planned_accepted("100 EUR");
	CHECK(dossier_move(&cx, d, "screening", "Back") == OK);
	CHECK(dossier_move(&cx, d, "planning", "On") == OK);
	CHECK_TEXT(plan_state(d, "assessment"), "suspended");
	CHECK_TEXT(store_fault(), "");
}

/* Planning begins by hand, and again by itself when the plan says so: while
 * the round that may be begun is there, the one that waits is let be. */
static void
a_move_takes_the_round_that_may_be_begun(void)
{
	struct dossier *d;
	struct plan_thing *t;
	int64_t no;

	planned_start();
	CHECK(planned_install(source_with(source_with(
	    source_sample("repair", "plan.cmmn"),
	    "</planItem>\n\t\t\t<planItem id=\"settled\"",
	    "<entryCriterion id=\"at_first\" sentryRef=\"s_first\"/>"
	    "<entryCriterion id=\"anew\" sentryRef=\"s_anew\"/>"
	    "</planItem>\n\t\t\t<planItem id=\"settled\""),
	    "<sentry id=\"s_done\">",
	    "<sentry id=\"s_first\"><ifPart><condition>true</condition>"
	    "</ifPart></sentry><sentry id=\"s_anew\"><planItemOnPart "
	    "sourceRef=\"settled\"><standardEvent>occur</standardEvent>"
	    "</planItemOnPart></sentry><sentry id=\"s_done\">")) == OK);
	d = planned_accepted("100 EUR");
	CHECK(dossier_move(&cx, d, "planning", "It is clear") == OK);
	for (no = 1; (t = plan_thing(plan_of(d), no)) != NULL; no++)
		if (t->item->use != NULL &&
		    strcmp(t->item->use->id, "planning") == 0)
			break;
	CHECK(t != NULL && t->item->state == CMMN_ACTIVE);
	CHECK_TEXT(plan_state(d, "planning"), "available");	/* round 2 */
	CHECK_TEXT(store_fault(), "");
}

static void
facts_are_the_case_file(void)
{
	struct dossier *d;

	planned_start();
	d = planned_accepted("100 EUR");
	CHECK(done(d, "Call the customer") == OK);
	CHECK_TEXT(plan_state(d, "visit"), "available");
	CHECK_TEXT(thing(plan_of(d), "visit")->waits,
	    "not yet, because “Price paid” is 100.00 EUR");
	CHECK(planned_changed(&d, "paid", "6000 EUR") == OK);
	CHECK(is_open(d, "Visit the place"));
	CHECK(is_open(d, "Tell the director"));
	CHECK_TEXT(told(d), "Plan: “Tell the director” is to be done, “Visit "
	    "the place” is to be done, because “Price paid” is 6,000.00 EUR");
	CHECK_TEXT(store_fault(), "");
}

static void
a_reason_is_told_in_words_of_people(void)
{
	struct dossier *d;

	planned_start();
	d = planned_accepted("100 EUR");
	CHECK_TEXT(plan_words_fact(&cx, d->type, "case.risk", "high"),
	    "“Risk” is High");
	CHECK_TEXT(plan_words_fact(&cx, d->type, "case.phase", "planning"),
	    "“Phase” is Planning");
	CHECK_TEXT(plan_words_fact(&cx, d->type, "case.age in days", "3"),
	    "“Age in days” is 3");
	CHECK_TEXT(plan_words_fact(&cx, d->type, "case.verdict", "accepted"),
	    "");
	CHECK_TEXT(plan_words_fact(&cx, d->type, "case.risk", ""), "");
}

static void
a_stage_of_the_plan_comes_and_goes(void)
{
	struct dossier *d;

	planned_start();
	d = planned_accepted("100 EUR");
	CHECK(doing(d, "objects", CMMN_OCCUR) == OK);
	CHECK_TEXT(plan_state(d, "objection"), "active");
	CHECK(is_open(d, "Hear the customer"));
	CHECK_TEXT(told(d), "“The customer objects” happened: “Objection” "
	    "begins, “Hear the customer” is to be done, “Write it down” may "
	    "be begun, because “The customer objects” has happened");
	CHECK(doing(d, "objection", CMMN_SUSPEND) == OK);
	CHECK(!is_open(d, "Hear the customer"));
	CHECK(doing(d, "objection", CMMN_RESUME) == OK);
	CHECK(is_open(d, "Hear the customer"));
	CHECK(doing(d, "objection", CMMN_TERMINATE) == OK);
	CHECK(!is_open(d, "Hear the customer"));
	CHECK_TEXT(thing(plan_of(d), "objection")->reason, "Because");
	CHECK_TEXT(store_fault(), "");
}

static void
a_table_decides_when_its_task_is_begun(void)
{
	const struct decision *made;
	struct dossier *d;

	planned_start();
	d = planned_accepted("100 EUR");
	CHECK_TEXT(plan_state(d, "ask"), "enabled");
	CHECK(doing(d, "ask", CMMN_MANUAL_START) == OK);
	CHECK(decision_made(&cx, d, "gesture", &made) == OK);
	CHECK(made != NULL);
	CHECK_TEXT(plan_state(d, "ask"), "completed");
	CHECK_TEXT(store_fault(), "");
}

static void
what_is_offered_is_added(void)
{
	struct plan_offer *o;
	struct dossier *d;
	struct plan *p;
	int64_t no;
	int n = 0;

	planned_start();
	d = planned_accepted("50 EUR");
	p = plan_of(d);
	CHECK(plan_offers(&cx, d, p, &o) == OK);
	for (; o != NULL; o = o->next, n++)
		CHECK_TEXT(o->why_not, n == 0 ? "Not now, because “Price "
		    "paid” is 50.00 EUR." : "");
	CHECK(n == 2);
	CHECK(plan_add(&cx, d, no_of(d, "assessment"), "opinion", &no) ==
	    ERR_CONFLICT);
	CHECK(plan_add(&cx, d, no_of(d, "assessment"), "survey", &no) == OK);
	CHECK(is_open(d, "Ask the neighbours"));
	CHECK_TEXT(told(d), "“Ask the neighbours” added to the plan");
	CHECK_TEXT(store_fault(), "");
}

static int
offered(struct dossier *d)
{
	struct plan_offer *o;
	int n = 0;

	CHECK(plan_offers(&cx, d, plan_of(d), &o) == OK);
	for (; o != NULL; o = o->next)
		n++;
	return n;
}

/* Whoever leads a case manages it, too, whatever they may do elsewhere. */
static void
what_is_for_who_manages_is_offered_to_the_lead(void)
{
	struct dossier *d;

	planned_start();
	CHECK(planned_install(source_with(source_with(
	    source_sample("repair", "plan.cmmn"), "definitionRef=\"d_survey\"",
	    "definitionRef=\"d_survey\" authorizedRoleRefs=\"r\""),
	    "</case>", "<caseRoles><role id=\"r\" name=\"manage\"/>"
	    "</caseRoles></case>")) == OK);
	d = planned_accepted("500 EUR");	/* led by mia, who manages */
	CHECK(offered(d) == 2);
	CHECK(offered(opened_as("ben", d->number)) == 1);
	as("mia");
	d = planned_registered("500 EUR");
	CHECK(dossier_accept(&cx, d, "", "", 0, world_person("ben")) == OK);
	CHECK(offered(opened_as("ben", d->number)) == 2);
	CHECK(offered(opened_as("sue", d->number)) == 1);
}

static void
what_nobody_planned_is_added_too(void)
{
	struct task_new n = { .title = "Buy a lamp", .instructions = "LED",
	    .priority = PRIORITY_HIGH, .due = WORLD_NOW + 3600 };
	struct plan_free f = { .parent = 1, .title = " Buy a lamp ",
	    .task = &n, .required = true };
	struct plan_free s = { .parent = 1, .title = "Light", .stage = true };
	struct dossier *d;
	int64_t no;

	planned_start();
	d = planned_accepted("50 EUR");
	CHECK(plan_free(&cx, d, &f, &no) == OK);
	CHECK(is_open(d, "Buy a lamp"));
	CHECK(task(d, "Buy a lamp")->due == WORLD_NOW + 3600);
	CHECK(reread(d)->due == WORLD_NOW + 3600);
	CHECK(plan_free(&cx, d, &s, &no) == OK);
	f.parent = no;
	f.title = "Screw it in";
	f.task = NULL;
	CHECK(plan_free(&cx, d, &f, &no) == OK);
	CHECK(is_open(d, "Screw it in"));
	CHECK_TEXT(told(d), "“Screw it in” added to the plan");
	CHECK_TEXT(store_fault(), "");
}

static void
closing_names_what_is_required(void)
{
	struct dossier *d;

	planned_start();
	d = planned_accepted("100 EUR");
	CHECK(dossier_close(&cx, d, "paid_back", "") == ERR_INVALID);
	CHECK(strstr(cx.why, "“Call the customer”") != NULL);
	CHECK(strstr(cx.why, "“Check who asks”") != NULL);
	CHECK(done(d, "Check who asks") == OK);
	CHECK(done(d, "Call the customer") == OK);
	CHECK(doing(d, "objects", CMMN_OCCUR) == OK);
	CHECK(dossier_close(&cx, d, "paid_back", "") == ERR_INVALID);
	CHECK(done(d, "Hear the customer") == OK);
	CHECK(dossier_close(&cx, d, "paid_back", "") == OK);
	CHECK(plan_of(d)->whole->item->state == CMMN_COMPLETED ||
	    plan_of(d)->whole->item->state == CMMN_TERMINATED);
	CHECK(world_int("SELECT count(*) FROM task WHERE done IS NULL"
	    " AND item <> 0") == 0);
	CHECK(dossier_reopen(&cx, reread(d), "Once more") == OK);
	CHECK_TEXT(plan_state(d, "assessment"), "active");
	CHECK_TEXT(store_fault(), "");
}

static void
done_once_more_is_a_new_round(void)
{
	struct dossier *d;
	struct task *t;
	int64_t no;

	planned_start();
	d = planned_accepted("100 EUR");
	CHECK(done(d, "Call the customer") == OK);
	t = task(d, "Call the customer");
	CHECK(task_reopen(&cx, d, t, "Wrong number") == OK);
	CHECK_TEXT(plan_state(d, "call"), "active");
	CHECK(is_open(d, "Call the customer"));
	CHECK(done(d, "Call the customer") == OK);
	CHECK_TEXT(plan_state(d, "call"), "completed");
	CHECK(plan_repeat(&cx, d, no_of(d, "call"), "", &no) == ERR_INVALID);
	CHECK(plan_repeat(&cx, d, no_of(d, "call"), "Again", &no) == OK);
	CHECK(thing(plan_of(d), "call")->item->round == 3);
	CHECK(is_open(d, "Call the customer"));
	CHECK_TEXT(store_fault(), "");
}

static void
a_type_change_begins_another_plan(void)
{
	struct dossier *d;

	planned_start();
	d = planned_registered("100 EUR");
	CHECK(dossier_accept(&cx, d, "permit", "", world_scope("permit",
	    "south"), 0) == OK);
	CHECK(world_int("SELECT count(*) FROM plan_item") == 0);
	CHECK(world_int("SELECT count(*) FROM task WHERE ended <> ''") == 1);
	CHECK_TEXT(store_fault(), "");
}

static void
titles_are_in_the_language_of_the_reader(void)
{
	struct dossier *d;

	planned_start();
	d = planned_accepted("100 EUR");
	cx.lang = "de";
	CHECK_TEXT(task(d, "Call the customer")->shown,
	    "Call the customer (de)");
	CHECK_TEXT(task(d, "Call the customer")->shown_help, "Ask (de).");
	cx.lang = "en";
}

/* The last act that may be undone. */
static enum err
undo_last(void)
{
	struct undo_act *a;
	enum err e;

	if ((e = undo_act_list(&cx, 1, &a)) != OK || a == NULL)
		return ERR_MISSING;
	cx.act = NULL;
	return act_undone(a->number);
}

static void
what_is_done_can_be_undone(void)
{
	struct dossier *d;
	const char *number;

	planned_start();
	d = planned_accepted("900 EUR");
	number = d->number;
	cx.act = NULL;
	CHECK(done(d, "Call the customer") == OK);
	CHECK(is_open(d, "Visit the place"));
	cx.act = NULL;
	CHECK(undo_last() == OK);
	CHECK(dossier_open(&cx, number, LEVEL_WORK, &d) == OK);
	CHECK(task(d, "Visit the place") == NULL);
	CHECK_TEXT(plan_state(d, "call"), "active");
	CHECK_TEXT(plan_state(d, "visit"), "available");
	CHECK(is_open(d, "Call the customer"));
	CHECK_TEXT(store_fault(), "");
}

/* The plan with one text for another, and what is said to it. */
static void
refused(const char *from, const char *to, const char *said)
{
	CHECK(planned_install(source_with(source_sample("repair",
	    "plan.cmmn"), from, to)) == ERR_INVALID);
	if (cx.why == NULL || strstr(cx.why, said) == NULL)
		CHECK_TEXT(cx.why, said);
	cx.why = NULL;
}

static void
a_faulty_plan_is_refused_by_name(void)
{
	planned_start();
	refused("decisionRef=\"gesture\"", "decisionRef=\"gestures\"",
	    "plan.cmmn:217: “Decide on a gesture” asks the decision "
	    "“gestures”, which type.xml does not have.");
	refused("id=\"planning\"", "id=\"plans\"",
	    "There is no stage for the phase “planning” of type.xml");
	refused("paid > 5000", "payed > 5000", "“payed” is not known here.");
	refused("priority=\"high\"", "priority=\"urgent\"",
	    "The priority “urgent” is none; write low, normal or high.");
	refused("<d:label xml:lang=\"ja\">Screening (ja)</d:label>", "",
	    "There is no <label> in ja.");
	refused("due=\"duration(", "due=\"durations(", "“due” of <task>");
	refused("team=\"north\"", "crew=\"north\"",
	    "<task> has no attribute “crew”.");
	refused("name=\"letter\"", "name=\"lettre\"", "The case file item "
	    "“lettre” is no field, no group and no kind of document");
}

/* The skill that a task of the plan asks for. */
static void
start_with_a_skill(void)
{
	planned_start();
	as("ada");
	CHECK(skill_make(&cx, "Water damage") == OK);
	as("mia");
	CHECK(planned_install(source_with(source_sample("repair", "plan.cmmn"),
	    "<d:task due=\"duration(&quot;P2D&quot;)\" priority=\"high\"/>",
	    "<d:task due=\"duration(&quot;P2D&quot;)\" priority=\"high\" "
	    "skill=\"water_damage\"/>")) == OK);
}

static void
who_does_a_task_of_the_plan_is_found_by_rule(void)
{
	struct assign_question q;
	struct dossier *d;
	struct assign *why;
	struct task *t;

	start_with_a_skill();
	d = planned_registered("100.00 EUR");
	t = task(d, "Check who asks");
	CHECK(t != NULL && t->owner == 0);	/* nobody has the skill */
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind = 'assignment.missed' AND actor IS NULL") == 1);
	CHECK(db_run(&cx, "INSERT INTO staff_skill (person, skill)"
	    " SELECT $1, id FROM skill", db_i(world_person("sue"))) == OK);
	cx.act = NULL;
	d = planned_registered("100.00 EUR");
	t = task(d, "Check who asks");
	CHECK_TEXT(t->owner_name, "Sue Park");
	CHECK(cx.act == NULL);		/* no act of its own to take back */
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind = 'task.assigned' AND actor IS NULL") == 1);
	CHECK(assign_newest(&cx, d, t->no, t->owner, &why) == OK);
	CHECK(why != NULL && why->how == ASSIGN_ONLY);
	CHECK_TEXT(why->asked_by, "");
	CHECK(assign_asked(&cx, d, t, "", &q) == OK);
	CHECK_TEXT(q.skill, "water_damage");
	CHECK(assign_asked(&cx, d, t, "other", &q) == OK);
	CHECK_TEXT(q.skill, "other");
}

static void
a_step_of_a_goal_is_done_with_the_plan(void)
{
	struct goal_new n = { .title = "Paid", .measure = GOAL_STEPS,
	    .due = "2026-12-24", .agreed = true };
	struct dossier *d;
	struct goal *g;
	const char *number;

	planned_start();
	d = planned_accepted("100.00 EUR");
	n.owner = cx.viewer;
	CHECK(goal_add(&cx, d, &n, &g) == OK);
	CHECK(goal_step_add(&cx, d, g, "", 0, 4711) == ERR_INVALID);
	CHECK(goal_step_add(&cx, d, g, "", 0, no_of(d, "known")) == OK);
	CHECK(goal_open(&cx, d, g->no, &g) == OK);
	CHECK_TEXT(g->steps->title, thing(plan_of(d), "known")->title);
	CHECK(!g->steps->done && g->state == GOAL_AGREED);
	cx.act = NULL;
	CHECK(done(d, "Call the customer") == OK);
	number = cx.act->number;
	cx.act = NULL;
	CHECK_TEXT(plan_state(d, "known"), "completed");
	CHECK(goal_open(&cx, d, g->no, &g) == OK);
	CHECK(g->steps->done && g->state == GOAL_REACHED);
	/* and not, when what led to it is taken back */
	CHECK(act_undone(number) == OK);
	d = reread(d);
	CHECK(goal_open(&cx, d, g->no, &g) == OK);
	CHECK(!g->steps->done && g->state == GOAL_AGREED);
}

int
main(void)
{
	type_folder_open();
	RUN(a_request_begins_its_plan);
	RUN(a_task_that_is_done_completes_its_item);
	RUN(an_item_that_is_completed_ends_its_task);
	RUN(a_move_enters_the_stage);
	RUN(what_is_left_out_is_disabled_with_the_reason);
	RUN(facts_are_the_case_file);
	RUN(a_reason_is_told_in_words_of_people);
	RUN(a_stage_of_the_plan_comes_and_goes);
	RUN(a_table_decides_when_its_task_is_begun);
	RUN(what_is_offered_is_added);
	RUN(what_is_for_who_manages_is_offered_to_the_lead);
	RUN(what_nobody_planned_is_added_too);
	RUN(closing_names_what_is_required);
	RUN(done_once_more_is_a_new_round);
	RUN(a_type_change_begins_another_plan);
	RUN(titles_are_in_the_language_of_the_reader);
	RUN(what_is_done_can_be_undone);
	RUN(a_faulty_plan_is_refused_by_name);
	RUN(who_does_a_task_of_the_plan_is_found_by_rule);
	RUN(a_step_of_a_goal_is_done_with_the_plan);
	RUN(a_move_takes_the_round_that_may_be_begun);
	return DONE;
}
