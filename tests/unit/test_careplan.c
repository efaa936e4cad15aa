/* SPDX-License-Identifier: MIT */
/* Care plans: begun from a standard plan, agreed, revised, ended, kept. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "domain/course/careplan.h"
#include "domain/course/casetype_differ.h"
#include "domain/course/casetype_install.h"
#include "domain/course/dossier_close.h"
#include "domain/course/goal_step.h"
#include "domain/course/service.h"
#include "domain/course/standard_take.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/goal.h"
#include "domain/dossier/undo.h"
#include "domain/people/compartment.h"
#include "domain/type/casetype.h"
#include "domain/type/standard.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "type_folder.h"
#include "world.h"

#define D "C-2026-10000061"
#define DAY 86400
#define LABELS(x)							\
	"<label xml:lang=\"en\">" x "</label>"				\
	"<label xml:lang=\"fr\">" x "</label>"				\
	"<label xml:lang=\"de\">" x "</label>"				\
	"<label xml:lang=\"it\">" x "</label>"				\
	"<label xml:lang=\"pt\">" x "</label>"				\
	"<label xml:lang=\"ja\">" x "</label>"
#define FALL(more)							\
	"<careplan code=\"fall\">\n"					\
	"<name>" LABELS("After a fall") "</name>\n"			\
	"<problem code=\"weak\">" LABELS("Weak legs") "</problem>\n"	\
	"<goal code=\"walk\" problem=\"weak\" measure=\"number\""	\
	" from=\"0\" target=\"200\" days=\"42\">" LABELS("Walks alone")	\
	"<unit>" LABELS("m") "</unit></goal>\n"				\
	"<goal code=\"home\" measure=\"yesno\" days=\"60\">"		\
	LABELS("Lives at home") "</goal>\n"				\
	"<activity code=\"rails\" goal=\"home\" days=\"7\">"		\
	LABELS("Have rails fitted") "</activity>\n"			\
	"<service code=\"physio\" goal=\"walk\" every=\"P1W\""		\
	" times=\"3\" from=\"1\" until=\"42\">" LABELS("Physiotherapy")	\
	"</service>\n"							\
	"<followup code=\"call\" after=\"3\">" LABELS("Call at home")	\
	"</followup>\n" more "</careplan>\n"

/* Members alone are told of what is done for a patient. */
static void
member(const char *login)
{
	struct compartment *c;

	as("ada");
	must(compartment_open(&cx, "medical", &c));
	must(compartment_admit(&cx, c, login, 0, "Nurse"));
	cx.act = NULL;
}

static enum err
installed(const char *file, const char *text, const struct casetype **t)
{
	enum err e;

	type_folder_put("type.xml", source_text(
	    "etc/casetypes/complaint/type.xml"));
	type_folder_put("complaint.dmn", source_text(
	    "etc/casetypes/complaint/complaint.dmn"));
	type_folder_put(file, text);
	e = type_folder_install(t);
	type_folder_drop(file);
	type_folder_drop("complaint.dmn");
	return e;
}

static void
a_standard_plan_is_checked_line_by_line(void)
{
	static const struct {
		const char *text, *says;
	} bad[] = {
		{ FALL("<followup code=\"call\" after=\"9\">" LABELS("x")
		    "</followup>"), ":9: There are two <followup> with the "
		    "code “call”." },
		{ FALL("<followup code=\"c\" goal=\"run\" after=\"9\">"
		    LABELS("x") "</followup>"), ":9: There is no <goal> with "
		    "the code “run”." },
		{ FALL("<followup code=\"c\" role=\"pilot\" after=\"9\">"
		    LABELS("x") "</followup>"), ":9: The case type has no "
		    "role “pilot”." },
		{ FALL("<followup code=\"c\" after=\"9\"><label xml:lang="
		    "\"en\">x</label></followup>"), ":9: <followup> has no "
		    "label in “fr”." },
		{ "<careplan code=\"other\"><name>" LABELS("x") "</name>"
		    "<goal code=\"g\" measure=\"yesno\" days=\"1\">"
		    LABELS("x") "</goal></careplan>", "The standard plan "
		    "“other” is to be in careplans/other.xml." },
		{ "<careplan code=\"fall\"><name>" LABELS("x") "</name>"
		    "<goal code=\"g\" measure=\"yesno\" days=\"1\">"
		    LABELS("x") "</goal><service code=\"s\" every=\"P1D\" "
		    "times=\"3\" from=\"0\">" LABELS("x") "</service>"
		    "</careplan>", ":1: “s” cannot come 3 times in "
		    "every=\"P1D\"" },
		{ "<careplan code=\"fall\"><name>" LABELS("x") "</name>"
		    "<goal code=\"g\" measure=\"number\" from=\"3\" "
		    "target=\"3\" days=\"1\">" LABELS("x") "</goal>"
		    "<activity code=\"a\" days=\"1\" item=\"nope\">"
		    LABELS("x") "</activity></careplan>",
		    "The target of the goal “g” is where it begins." },
		{ "<careplan code=\"fall\"><name>" LABELS("x") "</name>"
		    "<goal code=\"g\" measure=\"yesno\" days=\"1\">"
		    LABELS("x") "</goal><activity code=\"a\" days=\"1\" "
		    "item=\"nope\">" LABELS("x") "</activity></careplan>",
		    "has nothing with the id “nope”." }
	};
	const struct casetype *t;
	size_t i;

	given();
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		cx.why = NULL;
		CHECK(installed("careplans/fall.xml", bad[i].text,
		    &t) == ERR_INVALID);
		if (cx.why == NULL || strstr(cx.why, bad[i].says) == NULL)
			CHECK_TEXT(cx.why, bad[i].says);
	}
	CHECK(installed("careplans/fall.xml", FALL(""), &t) == OK);
}

static const struct standard *
fall(const struct casetype **t)
{
	const struct standard *s = NULL;

	CHECK(installed("careplans/fall.xml", FALL(""), t) == OK);
	CHECK(standard_find(&cx, *t, "fall", &s) == OK && s != NULL);
	return s;
}

static void
versions_tell_what_differs_in_their_standard_plans(void)
{
	const struct casetype *one, *two;
	struct casetype_difference *d;

	given();
	fall(&one);
	CHECK(installed("careplans/fall.xml", FALL("<followup code=\"month\" "
	    "after=\"30\">" LABELS("Visit") "</followup>"), &two) == OK);
	CHECK(casetype_differ(&cx, one, two, &d) == OK && d != NULL &&
	    d->next == NULL);
	CHECK(d->part == CASETYPE_STANDARDS && d->how == CASETYPE_ADDED);
	CHECK_TEXT(d->label, "After a fall: Visit");
	CHECK(casetype_differ(&cx, two, one, &d) == OK &&
	    d->how == CASETYPE_REMOVED);
	CHECK(casetype_differ(&cx, one, one, &d) == OK && d == NULL);
}

static bool
all_lines(void *with, const char *kind, const char *code)
{
	const char *without = with;

	(void)kind;
	return without == NULL || strcmp(without, code) != 0;
}

static struct careplan *
taken(struct dossier *d, const char *without)
{
	struct standard_choice n = { .title = "After her fall",
	    .begins = "2026-11-25", .takes = all_lines,
	    .with = (void *)(uintptr_t)without };
	const struct casetype *t;
	const struct standard *s = fall(&t);
	struct careplan *p = NULL;

	cx.act = NULL;
	CHECK(standard_take(&cx, d, s, &n, &p) == OK);
	return p;
}

static const struct careplan_line *
line(const struct careplan_line *l, enum careplan_section section)
{
	while (l != NULL && l->section != section)
		l = l->next;
	return l;
}

static void
a_standard_plan_becomes_goals_activities_and_services(void)
{
	const struct careplan_line *x;
	struct careplan_line *l;
	struct careplan *p;
	struct dossier *d;

	given();
	member("mia");
	d = opened_as("mia", D);
	p = taken(d, NULL);
	CHECK(p->state == CAREPLAN_DRAFT);
	CHECK(world_int("SELECT count(*) FROM problem_goal y JOIN goal g"
	    " ON g.id = y.goal JOIN problem x ON x.dossier = g.dossier"
	    " AND x.no = y.problem") == 1);
	CHECK(careplan_lines_now(&cx, d, p, &l) == OK);
	x = line(l, CAREPLAN_PROBLEM);
	CHECK_TEXT(x->text, "Weak legs");
	x = line(l, CAREPLAN_GOAL);
	CHECK_TEXT(x->text, "Walks alone");
	CHECK_TEXT(x->detail, "0 m → 200 m");
	CHECK_TEXT(x->day, "2027-01-06");
	CHECK_TEXT(x->state, "proposed");
	x = line(l, CAREPLAN_ACTIVITY);
	CHECK_TEXT(x->text, "Have rails fitted");
	CHECK_TEXT(x->day, "2026-12-02");
	x = line(l, CAREPLAN_SERVICE);
	CHECK_TEXT(x->text, "Physiotherapy");
	CHECK_TEXT(x->day, "2026-11-26");
	CHECK_TEXT(x->until, "2027-01-06");
	CHECK_TEXT(x->every, "P1W");
	CHECK(x->times == 3);
	x = line(l, CAREPLAN_AFTERCARE);
	CHECK_TEXT(x->text, "Call at home");
	CHECK_TEXT(x->day, "");
	CHECK(act_undone(cx.act->number) == OK);
	CHECK(world_int("SELECT count(*) FROM careplan") == 0 &&
	    world_int("SELECT count(*) FROM service") == 0 &&
	    world_int("SELECT count(*) FROM goal") == 0 &&
	    world_int("SELECT count(*) FROM problem") == 0);
}

static void
lines_that_were_left_out_are_not_there(void)
{
	struct careplan_line *l;
	struct careplan *p;
	struct dossier *d;

	given();
	member("mia");
	d = opened_as("mia", D);
	p = taken(d, "home");	/* its activity stays, for no goal */
	CHECK(careplan_lines_now(&cx, d, p, &l) == OK);
	CHECK(line(l, CAREPLAN_GOAL)->next->section != CAREPLAN_GOAL);
	CHECK(line(l, CAREPLAN_ACTIVITY) == NULL);
	CHECK(world_int("SELECT count(*) FROM task WHERE title ="
	    " 'Have rails fitted'") == 1);
	CHECK(careplan_add(&cx, d, "Another", "", &p) == ERR_CONFLICT);
}

static void
what_is_agreed_is_kept_and_revised_for_a_reason(void)
{
	struct service_new n = { .title = "Swimming", .every = "P1W",
	    .times = 1, .begins = "2026-11-30", .until = "" };
	struct careplan_edition *one, *two;
	struct careplan_line *more;
	struct careplan *p;
	struct service *x;
	struct dossier *d;

	given();
	member("mia");
	d = opened_as("mia", D);
	p = taken(d, NULL);
	CHECK(careplan_agree(&cx, d, p, "2026-11-25", "") == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "day");
	CHECK_TEXT(cx.mistakes->next->field, "who");
	CHECK(careplan_revise(&cx, d, p, "x") == ERR_CONFLICT);
	CHECK(careplan_agree(&cx, d, p, "", "Élodie herself") == OK);
	CHECK_TEXT(told(d), "Care plan “After her fall” agreed with Élodie "
	    "herself on Tue 24 Nov 2026, version 1");
	CHECK(world_int("SELECT count(*) FROM goal WHERE state = 'agreed'")
	    == 2);
	CHECK(service_add(&cx, d, p, &n, &x) == ERR_CONFLICT);
	CHECK(careplan_agree(&cx, d, p, "", "Again") == ERR_CONFLICT);
	CHECK(careplan_revise(&cx, d, p, " ") == ERR_INVALID);
	CHECK(careplan_revise(&cx, d, p, "She likes to swim") == OK);
	CHECK(service_add(&cx, d, p, &n, &x) == OK);
	CHECK(careplan_open(&cx, d, p->no, &p) == OK);
	CHECK_TEXT(p->reason, "She likes to swim");
	CHECK(careplan_agree(&cx, d, p, "", "Élodie herself") == OK);
	CHECK(careplan_open(&cx, d, p->no, &p) == OK && p->edition == 2);
	CHECK(careplan_edition(&cx, p, 1, &one) == OK);
	CHECK(careplan_edition(&cx, p, 2, &two) == OK);
	CHECK(careplan_edition(&cx, p, 3, &two) == ERR_MISSING);
	CHECK(careplan_edition(&cx, p, 2, &two) == OK);
	CHECK(careplan_lines_only(&cx, one->lines, two->lines) == NULL);
	more = careplan_lines_only(&cx, two->lines, one->lines);
	CHECK(more != NULL && more->next == NULL);
	CHECK_TEXT(more->text, "Swimming");
}

static void
the_end_tells_goals_and_begins_the_aftercare(void)
{
	struct careplan_outcome o = { .day = "", .condition = "",
	    .worked = "Swimming" };
	struct careplan_edition *x;
	const struct careplan_line *l;
	struct service *s;
	struct careplan *p;
	struct dossier *d;
	struct goal *g;
	int64_t reached, all;

	given();
	member("mia");
	d = opened_as("mia", D);
	p = taken(d, NULL);
	CHECK(goal_list(&cx, d, &g) == OK);
	CHECK(goal_value_add(&cx, d, g, 1, "2026-11-24", "") == OK);
	CHECK(careplan_agree(&cx, d, p, "", "Élodie") == OK);
	CHECK(goal_open(&cx, d, g->no, &g) == OK);
	CHECK(goal_reach(&cx, d, g, "She does") == OK);
	later(10 * DAY);			/* 4 Dec */
	CHECK(careplan_end(&cx, d, p, &o) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "condition");
	o.condition = "Walks with a stick";
	o.day = "2026-12-03";
	cx.act = NULL;
	CHECK(careplan_end(&cx, d, p, &o) == OK);
	CHECK_TEXT(told(d), "Care plan “After her fall” ended on Thu 3 Dec "
	    "2026: 1 of 2 goals reached");
	CHECK(careplan_open(&cx, d, p->no, &p) == OK);
	CHECK(careplan_edition(&cx, p, p->edition, &x) == OK && x->ended);
	CHECK_TEXT(x->condition, "Walks with a stick");
	careplan_lines_goals(x->lines, &reached, &all);
	CHECK(reached == 1 && all == 2);
	l = line(x->lines, CAREPLAN_AFTERCARE);
	CHECK_TEXT(l->day, "2026-12-06");
	CHECK(service_list(&cx, d, &s) == OK);
	for (; s != NULL; s = s->next)
		CHECK(s->ended == !s->aftercare && s->due ==
		    (s->aftercare ? 1 : 4));	/* 26 28 30 Nov, 3 Dec */
	CHECK(careplan_end(&cx, d, p, &o) == ERR_CONFLICT);
	CHECK(act_undone(cx.act->number) == OK);
	CHECK(careplan_current(&cx, d, &p) == OK && p != NULL &&
	    p->state == CAREPLAN_AGREED && p->edition == 1);
	CHECK(world_int("SELECT count(*) FROM careplan_edition") == 1);
	CHECK(world_int("SELECT count(*) FROM service_day WHERE"
	    " state = 'due' AND aftercare = 1") == 0);
}

static void
a_case_closes_when_its_care_is_over(void)
{
	struct careplan_outcome o = { .condition = "Well" };
	struct service_said done = { .how = "done" };
	struct careplan *p;
	struct dossier *d;
	struct service *s;

	given();
	member("mia");
	d = opened_as("mia", D);
	CHECK(careplan_add(&cx, d, "Small", "", &p) == OK);
	CHECK(service_add(&cx, d, p, &(struct service_new){ .title = "Call",
	    .aftercare = true, .wait = 0, .until = "" }, &s) == OK);
	CHECK(dossier_close(&cx, d, "upheld", "") == ERR_INVALID);
	CHECK(strstr(cx.why, "care plan") != NULL);
	CHECK(careplan_end(&cx, d, p, &o) == OK);
	CHECK(dossier_close(&cx, d, "upheld", "") == ERR_INVALID);
	CHECK(strstr(cx.why, "follow-ups") != NULL);
	CHECK(service_open(&cx, d, s->no, &s) == OK);
	CHECK(service_say(&cx, d, s, "2026-11-24", &done) == OK);
	CHECK(dossier_close(&cx, reread(d), "upheld", "") == OK);
}

static void
goals_are_tied_to_problems(void)
{
	struct careplan *p;
	struct dossier *d;
	struct goal *g;

	given();
	member("mia");
	d = opened_as("mia", D);
	p = taken(d, NULL);
	CHECK(goal_list(&cx, d, &g) == OK);
	cx.act = NULL;
	CHECK(careplan_tie(&cx, d, g->no, 7, true) == OK);
	CHECK(world_int("SELECT count(*) FROM problem_goal") == 2);
	CHECK(act_undone(cx.act->number) == OK);
	CHECK(world_int("SELECT count(*) FROM problem_goal") == 1);
	CHECK(careplan_tie(&cx, d, 4711, 7, true) == ERR_MISSING);
	(void)p;
}

int
main(void)
{
	type_folder_open();
	RUN(a_standard_plan_is_checked_line_by_line);
	RUN(versions_tell_what_differs_in_their_standard_plans);
	RUN(a_standard_plan_becomes_goals_activities_and_services);
	RUN(lines_that_were_left_out_are_not_there);
	RUN(what_is_agreed_is_kept_and_revised_for_a_reason);
	RUN(the_end_tells_goals_and_begins_the_aftercare);
	RUN(a_case_closes_when_its_care_is_over);
	RUN(goals_are_tied_to_problems);
	return DONE;
}
