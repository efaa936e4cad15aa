/* SPDX-License-Identifier: MIT */
/* A plan comes to rest, whatever its model says: each thing that follows is
 * asked of the plan as it is by then, and once. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "domain/course/dossier_close.h"
#include "domain/course/plan.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/event.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "store/store_type.h"
#include "world.h"

#define HEAD								\
"<definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL'"	\
" targetNamespace='urn:test' id='t'><case id='c' name='Rest'>"		\
"<casePlanModel id='whole' name='Rest'>"
#define FOOT "</casePlanModel></case></definitions>"
#define WHEN(id, of, what)						\
"<sentry id='" id "'><planItemOnPart id='on_" id "' sourceRef='" of "'>" \
"<standardEvent>" what "</standardEvent></planItemOnPart></sentry>"

/* The first of two decisions ends the other, which nobody needs then. */
static const char either[] = HEAD
"<planItem id='go' definitionRef='d_go'/>"
"<planItem id='one' definitionRef='d_one'>"
"<entryCriterion id='one_in' sentryRef='s_one'/></planItem>"
"<planItem id='two' definitionRef='d_two'>"
"<entryCriterion id='two_in' sentryRef='s_two'/>"
"<exitCriterion id='two_out' sentryRef='s_out'/></planItem>"
WHEN("s_one", "go", "occur") WHEN("s_two", "go", "occur")
WHEN("s_out", "one", "complete")
"<userEventListener id='d_go' name='Go'/>"
"<decisionTask id='d_one' name='Gesture' decisionRef='gesture'/>"
"<decisionTask id='d_two' name='Compensation' decisionRef='compensation'/>"
FOOT;

/* One that begins once more each time that it is done. */
static const char ever[] = HEAD
"<planItem id='go' definitionRef='d_go'/>"
"<planItem id='inner' definitionRef='d_inner'>"
"<entryCriterion id='inner_in' sentryRef='s_in'/></planItem>"
WHEN("s_in", "go", "occur")
"<userEventListener id='d_go' name='Go'/>"
"<stage id='d_inner' name='Inner'>"
"<planItem id='one' definitionRef='d_one'><itemControl><repetitionRule/>"
"</itemControl></planItem>"
"<decisionTask id='d_one' name='Gesture' decisionRef='gesture'/>"
"</stage>" FOOT;

static const char again_and_again[] = HEAD
"<planItem id='look' definitionRef='d_look'><itemControl><repetitionRule/>"
"</itemControl></planItem>"
"<humanTask id='d_look' name='Look after it'><documentation>Look under the "
"bonnet.</documentation></humanTask>" FOOT;

/* A process keeps each plan by its version: one more of them in each test. */
static void
install(const char *plan, int version)
{
	struct store_type row = { .code = "complaint", .version = version,
	    .source = source_sample("repair", "type.xml") };
	struct store_type_model dmn = { .file = "repair.dmn",
	    .source = source_sample("repair", "repair.dmn"), .sha256 = "dmn" };
	struct store_type_model cmmn = { .file = "plan.cmmn",
	    .source = plan, .sha256 = "cmmn" };

	row.sha256 = arena_printf(cx.arena, "%d", version);
	CHECK(store_type_add(&cx, &row) == OK);
	CHECK(store_type_model_add(&cx, row.id, &dmn) == OK);
	CHECK(store_type_model_add(&cx, row.id, &cmmn) == OK);
}

/* A case with this plan. */
static struct dossier *
begun(const char *plan)
{
	struct value paid = { .field = "paid", .text = "900 EUR" };
	struct value days = { .field = "days", .text = "20", .next = &paid };
	struct value cause = { .field = "cause", .text = "delay",
	    .next = &days };
	struct dossier_new n = { .type = "complaint", .title = "Too late",
	    .text = "", .medium = "phone", .values = &cause };
	static int versions = 1;
	struct dossier *d = NULL, bare;
	int64_t i;

	given();
	as("mia");
	cx.lang = "en";
	cx.act = NULL;
	for (i = 1; i <= 5; i++) {
		bare = (struct dossier){ .id = i };
		CHECK(event_add(&cx, &bare, "dossier.registered",
		    event_body(&cx)) == OK);
	}
	versions++;
	for (i = 2; i <= versions; i++)
		install(plan, (int)i);
	n.scope = world_scope("complaint", "north");
	CHECK(dossier_register(&cx, &n, &d) == OK);
	CHECK(dossier_accept(&cx, d, "", "", 0, cx.viewer) == OK);
	cx.act = NULL;
	return d;
}

static void
go(struct dossier *d)
{
	const struct cmmn_item *i;
	struct plan *p = NULL;

	CHECK(plan_open(&cx, d, &p) == OK && p != NULL);
	for (i = p->instance.items; i != NULL; i = i->next)
		if (i->use != NULL && strcmp(i->use->id, "go") == 0)
			break;
	CHECK(i != NULL && plan_do(&cx, d, i->no, CMMN_OCCUR, "") == OK);
}

static void
what_another_decision_ended_is_not_asked(void)
{
	go(begun(either));
	CHECK(world_int("SELECT count(*) FROM decision WHERE code = 'gesture'"
	    " AND state = 'made'") == 1);
	CHECK(world_int("SELECT count(*) FROM plan_item WHERE used = 'two'"
	    " AND state = 'terminated'") == 1);
	CHECK(world_int("SELECT count(*) FROM decision"
	    " WHERE code = 'compensation'") == 0);
	CHECK_TEXT(store_fault(), "");
}

static void
a_decision_that_repeats_comes_to_rest(void)
{
	go(begun(ever));
	CHECK(world_int("SELECT count(*) FROM decision WHERE code = 'gesture'")
	    >= 1);
	CHECK(world_int("SELECT count(*) FROM plan_item") < 50);
	CHECK_TEXT(store_fault(), "");
}

static int64_t
open_tasks(void)
{
	return world_int("SELECT count(*) FROM task WHERE used = 'look'"
	    " AND done IS NULL AND ended = ''");
}

static void
a_case_whose_task_repeats_is_closed(void)
{
	struct dossier *d = begun(again_and_again);

	CHECK(open_tasks() == 1);
	CHECK(dossier_close(&cx, d, "solved", "Done.") == OK);
	CHECK(world_int("SELECT count(*) FROM plan_item") < 5);
	CHECK(open_tasks() == 0);
	CHECK_TEXT(store_fault(), "");
}

static void
documentation_of_other_tools_is_the_help(void)
{
	begun(again_and_again);
	CHECK(world_int("SELECT count(*) FROM task WHERE instructions ="
	    " 'Look under the bonnet.'") == 1);
}

int
main(void)
{
	alarm(60);	/* a plan without end would never say so */
	RUN(what_another_decision_ended_is_not_asked);
	RUN(a_decision_that_repeats_comes_to_rest);
	RUN(a_case_whose_task_repeats_is_closed);
	RUN(documentation_of_other_tools_is_the_help);
	return DONE;
}
