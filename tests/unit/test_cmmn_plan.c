/* SPDX-License-Identifier: MIT */
/* 8.7 Planning: what a table offers, to whom, and what becomes of it. */
#include "check.h"
#include "cmmn_play.h"

#define ROLES "<caseRoles><role id='r1' name='lead'/>"			\
	"<role id='r2' name='expert'/></caseRoles>"
#define CHOICE(id, more) "<discretionaryItem id='" id "' "		\
	"definitionRef='" id "D' " more
#define DEFINED(id) "<humanTask id='" id "D' name='" id "'/>"
#define TABLE(more, inside) "<planningTable " more ">" inside "</planningTable>"

static const char *const lead[] = { "lead", NULL };
static const char *const expert[] = { "expert", NULL };

/* "a b(not)": what is offered, and what does not apply now. */
static const char *
offered(struct play *p, const char *const *roles)
{
	const struct cmmn_offer *o;
	const char *s = "";

	play_run(p)->roles = roles;
	for (o = cmmn_offers(&p->run); o != NULL; o = o->next)
		s = arena_printf(p->arena, "%s%s%s%s", s, *s == '\0' ? "" :
		    " ", o->use->id, o->applies ? "" : "(not)");
	return s;
}

static enum cmmn_refusal
plan(struct play *p, const char *in, const char *use,
    const char *const *roles, int64_t *no)
{
	play_run(p)->roles = roles;
	return cmmn_plan(&p->run, play_no(p, in), use, no);
}

static void
what_is_offered_becomes_part_of_the_plan(void)
{
	struct play *p = play_begin(TABLE("", CHOICE("d", "/>")) DEFINED("d")
	    TASK("a", ""));
	int64_t no;

	CHECK_TEXT(offered(p, lead), "d");
	CHECK(plan(p, "", "d", lead, &no) == CMMN_OK);
	CHECK(no == play_no(p, "d") && play_item(p, "d")->discretionary);
	CHECK_TEXT(play_changes(p), "d create, d start");
	CHECK_TEXT(offered(p, lead), "");
	CHECK(plan(p, "", "d", lead, &no) == CMMN_NOT_OFFERED);
	CHECK(plan(p, "", "a", lead, &no) == CMMN_NOT_OFFERED);
	CHECK(no == 0);
	play_do(p, "d", CMMN_COMPLETE);
	CHECK(plan(p, "", "d", lead, &no) == CMMN_OK);
	CHECK(play_item(p, "d/2")->no == no);
	play_end(p);
}

static void
a_table_asks_for_roles(void)
{
	struct play *p = play_new("", TABLE("authorizedRoleRefs='r1'",
	    CHOICE("d", "/>") CHOICE("e", "authorizedRoleRefs='r2'/>"))
	    DEFINED("d") DEFINED("e") TASK("a", ""), ROLES);
	static const char *const both[] = { "expert", "lead", NULL };
	int64_t no;

	cmmn_begin(play_run(p));
	CHECK_TEXT(offered(p, lead), "d");
	CHECK_TEXT(offered(p, expert), "");
	CHECK_TEXT(offered(p, both), "d e");
	CHECK_TEXT(offered(p, NULL), "d e");
	CHECK(plan(p, "", "e", lead, &no) == CMMN_NOT_YOURS);
	CHECK(plan(p, "", "e", both, &no) == CMMN_OK);
	play_end(p);
}

static void
applicability_rules_say_why_not(void)
{
	struct play *p = play_begin(TABLE("",
	    CHOICE("d", "applicabilityRuleRefs='q'/>")
	    "<applicabilityRule id='q'><condition>x > 5</condition>"
	    "</applicabilityRule>") DEFINED("d") TASK("a", ""));
	const struct cmmn_offer *o;
	int64_t no;

	play_number(p, 'x', 5);
	CHECK_TEXT(offered(p, lead), "d(not)");
	o = cmmn_offers(&p->run);
	CHECK_TEXT(o->rule->id, "q");
	CHECK_TEXT(o->reasons->condition, "x > 5");
	CHECK_TEXT(o->reasons->values->name, "x");
	CHECK(plan(p, "", "d", lead, &no) == CMMN_NOT_OFFERED);
	play_number(p, 'x', 6);
	CHECK_TEXT(offered(p, lead), "d");
	CHECK(plan(p, "", "d", lead, &no) == CMMN_OK);
	play_end(p);
}

static void
a_nested_table_adds_its_own_conditions(void)
{
	struct play *p = play_new("", TABLE("", CHOICE("d", "/>")
	    TABLE("authorizedRoleRefs='r2' applicabilityRuleRefs='q'",
	    CHOICE("e", "/>"))
	    "<applicabilityRule id='q'><condition>x</condition>"
	    "</applicabilityRule>") DEFINED("d") DEFINED("e") TASK("a", ""),
	    ROLES);

	cmmn_begin(play_run(p));
	CHECK_TEXT(offered(p, lead), "d");
	CHECK_TEXT(offered(p, expert), "d e(not)");
	play_flag(p, 'x', true);
	CHECK_TEXT(offered(p, expert), "d e");
	play_end(p);
}

static void
only_what_is_active_offers(void)
{
	struct play *p = play_begin(TASK("a", "") STAGE("s", MANUAL,
	    TABLE("", CHOICE("d", "/>")) TASK("b", "")) DEFINED("d"));
	int64_t no;

	CHECK_TEXT(offered(p, lead), "");
	CHECK(plan(p, "s", "d", lead, &no) == CMMN_WRONG_STATE);
	play_do(p, "s", CMMN_MANUAL_START);
	CHECK_TEXT(offered(p, lead), "d");
	play_do(p, "s", CMMN_SUSPEND);
	CHECK_TEXT(offered(p, lead), "");
	play_end(p);
}

static void
a_human_task_offers_into_its_stage(void)
{
	struct play *p = play_begin(STAGE("s", "",
	    ITEM("h", "humanTask", "", "", TABLE("", CHOICE("d", "/>")))
	    DEFINED("d")));
	int64_t no;

	CHECK_TEXT(offered(p, lead), "d");
	CHECK(plan(p, "h", "d", lead, &no) == CMMN_OK);
	CHECK(play_item(p, "d")->parent == play_no(p, "s"));
	play_do(p, "h", CMMN_COMPLETE);
	CHECK_TEXT(offered(p, lead), "");
	play_do(p, "d", CMMN_COMPLETE);
	CHECK_TEXT(play_changes(p), "d complete, s complete, case complete");
	play_end(p);
}

static void
what_was_planned_has_criteria_and_rules_too(void)
{
	struct play *p = play_begin(TASK("a", "") TABLE("",
	    CHOICE("d", ">") MANUAL ENTRY("s") "</discretionaryItem>")
	    DEFINED("d") SENTRY("s", ON("a", "complete")));
	int64_t no;

	CHECK(plan(p, "", "d", lead, &no) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "d create");
	play_do(p, "a", CMMN_COMPLETE);
	CHECK_TEXT(play_changes(p), "a complete, d enable");
	play_end(p);
}

static void
what_may_repeat_is_offered_beside_itself(void)
{
	struct play *p = play_begin(TASK("a", "") TABLE("", CHOICE("d", ">")
	    REPEAT("true") "</discretionaryItem>") DEFINED("d"));
	int64_t no;

	CHECK(plan(p, "", "d", lead, &no) == CMMN_OK);
	CHECK(plan(p, "", "d", lead, &no) == CMMN_OK);
	CHECK(play_count(p, "d", CMMN_ACTIVE) == 2);
	CHECK(play_item(p, "d/2") != NULL);
	play_end(p);
}

static void
a_fragment_gives_its_items(void)
{
	struct play *p = play_begin(TASK("a", "") TABLE("", CHOICE("d", "/>"))
	    "<planFragment id='dD'><planItem id='x' definitionRef='xD'/>"
	    "<planItem id='y' definitionRef='yD'>" ENTRY("s") "</planItem>"
	    SENTRY("s", ON("x", "complete")) "</planFragment>"
	    DEFINED("x") DEFINED("y"));
	int64_t no;

	CHECK(plan(p, "", "d", lead, &no) == CMMN_OK);
	CHECK_TEXT(play_changes(p), "x create, y create, x start");
	CHECK(no == play_no(p, "x") && play_item(p, "x")->parent == 1);
	play_do(p, "x", CMMN_COMPLETE);
	CHECK_TEXT(play_changes(p), "x complete, y start");
	play_end(p);
}

int
main(void)
{
	RUN(what_is_offered_becomes_part_of_the_plan);
	RUN(a_table_asks_for_roles);
	RUN(applicability_rules_say_why_not);
	RUN(a_nested_table_adds_its_own_conditions);
	RUN(only_what_is_active_offers);
	RUN(a_human_task_offers_into_its_stage);
	RUN(what_was_planned_has_criteria_and_rules_too);
	RUN(what_may_repeat_is_offered_beside_itself);
	RUN(a_fragment_gives_its_items);
	return DONE;
}
