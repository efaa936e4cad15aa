/* SPDX-License-Identifier: MIT */
/* Plans as time goes by: timers, other systems, other cases. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/config.h"
#include "base/file.h"
#include "check.h"
#include "domain/course/dossier_close.h"
#include "domain/course/dossier_load.h"
#include "domain/course/dossier_merge.h"
#include "domain/course/dossier_version.h"
#include "domain/course/plan.h"
#include "domain/course/plan_answer.h"
#include "domain/course/plan_asked.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_link.h"
#include "domain/house/plan_clock.h"
#include "domain/house/verify.h"
#include "domain/people/access.h"
#include "domain/spine/event.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "domain/type/casetype_check.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "store/store_access.h"
#include "store/store_job.h"
#include "store/store_type.h"
#include "world.h"

#define WEEK (7 * 86400)

static const char plan[] =
"<definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL'"
" targetNamespace='urn:test' id='t'>"
"<caseFileItemDefinition id='fd' name='any'/>"
"<case id='c' name='Watch'><caseFileModel id='file'>"
"<caseFileItem id='f_paid' name='paid' definitionRef='fd'/>"
"<caseFileItem id='f_cause' name='cause' definitionRef='fd'/>"
"</caseFileModel><casePlanModel id='whole' name='Watch'>"
"<planItem id='weekly' definitionRef='d_weekly'/>"
"<planItem id='look' definitionRef='d_look'><itemControl><repetitionRule/>"
"</itemControl><entryCriterion id='look_in' sentryRef='s_look'/></planItem>"
"<planItem id='ask' definitionRef='d_ask'><itemControl>"
"<manualActivationRule/></itemControl></planItem>"
"<planItem id='tell' definitionRef='d_tell'><itemControl>"
"<manualActivationRule/></itemControl></planItem>"
"<planItem id='call' definitionRef='d_call'><itemControl>"
"<manualActivationRule/></itemControl></planItem>"
"<planItem id='spawn' definitionRef='d_spawn'><itemControl>"
"<manualActivationRule/></itemControl></planItem>"
"<planItem id='own' definitionRef='d_own'><itemControl>"
"<manualActivationRule/></itemControl></planItem>"
"<planItem id='asked' definitionRef='d_asked'>"
"<entryCriterion id='asked_in' sentryRef='s_asked'/></planItem>"
"<sentry id='s_look'><planItemOnPart id='on1' sourceRef='weekly'>"
"<standardEvent>occur</standardEvent></planItemOnPart></sentry>"
"<sentry id='s_asked'><planItemOnPart id='on2' sourceRef='ask'>"
"<standardEvent>complete</standardEvent></planItemOnPart></sentry>"
"<planningTable id='table'><discretionaryItem id='more'"
" definitionRef='d_ask'/><discretionaryItem id='sign'"
" definitionRef='d_look'/></planningTable>"
"<timerEventListener id='d_weekly' name='Each week'>"
"<timerExpression>\"R3/P7D\"</timerExpression></timerEventListener>"
"<humanTask id='d_look' name='Look after it'/>"
"<processTask id='d_ask' name='Ask the register' processRef='register'>"
"<input id='i1' name='price' bindingRef='f_paid'/>"
"<output id='o1' name='reason' bindingRef='f_cause'/></processTask>"
"<processTask id='d_tell' name='Tell them' isBlocking='false'"
" processRef='register'/>"
"<caseTask id='d_call' name='A visit' caseRef='visit'/>"
"<caseTask id='d_spawn' name='Another visit' isBlocking='false'"
" caseRef='visit'/>"
"<caseTask id='d_own' name='One apart' caseRef='complaint'>"
"<input id='i2' name='cause' bindingRef='f_cause'/></caseTask>"
"<milestone id='d_asked' name='It was asked'/>"
"</casePlanModel></case></definitions>";

static struct config conf;
static struct config_webhook hook = { .name = "register", .secret_file = "",
    .timeout = 5 };
static struct plan_clock_report r;
static char folder[] = "/tmp/dossier-plan-XXXXXX";
static char port_file[60], log_file[60], says_file[60];
static pid_t peer;
static int port;
static const char *number;

static void
install(void)
{
	struct store_type row = { .code = "complaint", .version = 2,
	    .sha256 = "2", .source = source_sample("repair", "type.xml") };
	struct store_type visit = { .code = "visit", .version = 1,
	    .sha256 = "3", .source =
	    source_text("tests/data/casetypes/visit/type.xml") };
	struct store_type_model cmmn = { .file = "plan.cmmn",
	    .source = plan, .sha256 = "cmmn" };
	struct store_type_model dmn = { .file = "repair.dmn",
	    .source = source_sample("repair", "repair.dmn"), .sha256 = "dmn" };

	CHECK(store_type_add(&cx, &row) == OK);
	CHECK(store_type_model_add(&cx, row.id, &dmn) == OK);
	CHECK(store_type_model_add(&cx, row.id, &cmmn) == OK);
	CHECK(store_type_add(&cx, &visit) == OK);
	CHECK(db_run(&cx, "INSERT INTO scope (type, team)"
	    " VALUES ('visit', $1)", db_i(world_team("north"))) == OK);
	CHECK(db_run(&cx, "INSERT INTO viewer_scope (viewer, scope, level)"
	    " SELECT $1, id, 5 FROM scope WHERE type = 'visit'",
	    db_i(world_person("mia"))) == OK);
}

/* What a process read of a version it keeps: those of other tests are there
 * as they were, and the last one counts. */
static void
install_also(const char *const *plans)
{
	struct store_type row = { .code = "complaint", .version = 2,
	    .source = source_sample("repair", "type.xml") };
	struct store_type visit = { .code = "visit", .version = 2,
	    .sha256 = "4", .source =
	    source_text("tests/data/casetypes/visit/type.xml") };
	struct store_type_model cmmn = { .file = "plan.cmmn",
	    .sha256 = "cmmn" };
	struct store_type_model dmn = { .file = "repair.dmn",
	    .source = source_sample("repair", "repair.dmn"), .sha256 = "dmn" };

	if (plans == NULL)
		return;
	CHECK(store_type_add(&cx, &visit) == OK);
	for (; *plans != NULL; plans++) {
		row.version++;
		row.sha256 = arena_printf(cx.arena, "%d.", row.version);
		cmmn.source = *plans;
		CHECK(store_type_add(&cx, &row) == OK);
		CHECK(store_type_model_add(&cx, row.id, &dmn) == OK);
		CHECK(store_type_model_add(&cx, row.id, &cmmn) == OK);
	}
}

static struct dossier *
open_number(const char *which)
{
	struct dossier *d = NULL;

	CHECK(dossier_open(&cx, which, LEVEL_MANAGE, &d) == OK);
	CHECK(dossier_load(&cx, d) == OK);
	return d;
}

static struct dossier *
again(void)
{
	as("mia");
	return open_number(number);
}

static void
start_with(const char *const *plans)
{
	struct value paid = { .field = "paid", .text = "900 EUR" };
	struct value cause = { .field = "cause", .text = "delay",
	    .next = &paid };
	struct dossier_new n = { .type = "complaint", .title = "Too late",
	    .text = "", .medium = "phone", .values = &cause };
	struct dossier *d = NULL, bare;
	int64_t i;

	given();
	conf = (struct config){ .base_url = "https://office.example",
	    .site_name = "Test Office", .language = "en",
	    .timezone = "Europe/Berlin", .handler_seconds = 10,
	    .webhooks_curl = "/usr/bin/curl", .undo_seconds = 900,
	    .log_reads = "none", .webhooks = &hook };
	cx.conf = &conf;
	as("mia");
	cx.lang = "en";
	cx.act = NULL;
	for (i = 1; i <= 5; i++) {
		bare = (struct dossier){ .id = i };
		CHECK(event_add(&cx, &bare, "dossier.registered",
		    event_body(&cx)) == OK);
	}
	install();
	install_also(plans);
	n.scope = world_scope("complaint", "north");
	CHECK(dossier_register(&cx, &n, &d) == OK);
	number = arena_text(cx.arena, d->number);
	CHECK(dossier_accept(&cx, d, "", "", 0, cx.viewer) == OK);
	cx.act = NULL;
}

static void
start(void)
{
	start_with(NULL);
}

/* What the clock does a while later; leaves a transaction open again. */
static void
clock_after(int64_t seconds)
{
	struct clock_run run = { .host = "here" };

	CHECK(store_job_take(&cx, "clock", "here", 120, 900,
	    &run.run) == OK);
	later(seconds);
	CHECK(run.run != 0);
	CHECK(db_run(&cx, "UPDATE job SET until = $1 WHERE name = 'clock'",
	    db_i(cx.now + 120)) == OK);
	CHECK(db_commit(&cx) == OK);
	CHECK(plan_clock(&cx, &run, &r) == OK);
	if (cx.why != NULL)
		printf("# %s\n", cx.why);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_run(&cx, "UPDATE job SET until = NULL") == OK);
	cx.act = NULL;
}

static void
act(const char *used, enum cmmn_transition t)
{
	const struct cmmn_item *i;
	struct dossier *d = again();
	struct plan *p;

	CHECK(plan_open(&cx, d, &p) == OK);
	for (i = p->instance.items; i != NULL; i = i->next)
		if (i->use != NULL && strcmp(i->use->id, used) == 0)
			break;
	CHECK(i != NULL && plan_do(&cx, d, i->no, t, "So.") == OK);
}

static int
tasks(const char *title)
{
	const struct task *t;
	int n = 0;

	for (t = again()->tasks; t != NULL; t = t->next)
		n += strcmp(t->title, title) == 0;
	return n;
}

static void
put(const char *path, const char *text)
{
	FILE *f = fopen(path, "we");

	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		abort();
}

static void
leads_to(const char *path)
{
	hook.url = arena_printf(cx.arena, "http://127.0.0.1:%d%s", port,
	    path);
}

static void
a_timer_rings_once(void)
{
	start();
	CHECK(tasks("Look after it") == 0);
	clock_after(60);
	CHECK(r.rang == 0);
	clock_after(WEEK);
	CHECK(r.rang == 1 && r.failed == 0);
	CHECK(tasks("Look after it") == 1);
	CHECK(strncmp(told(again()), "A time has come", 15) == 0);
	clock_after(60);
	CHECK(r.rang == 0);
	CHECK(tasks("Look after it") == 1);
	clock_after(WEEK);
	CHECK(tasks("Look after it") == 2);
	clock_after(WEEK);
	CHECK(tasks("Look after it") == 3);
	clock_after(WEEK);
	CHECK(r.rang == 0 && tasks("Look after it") == 3);
	CHECK_TEXT(store_fault(), "");
}

static void
what_was_slept_through_rings_as_often(void)
{
	start();
	clock_after(2 * WEEK + 3600);
	CHECK(r.rang == 1 && tasks("Look after it") == 2);
	clock_after(3600);
	CHECK(r.rang == 0 && tasks("Look after it") == 2);
	clock_after(WEEK);
	CHECK(tasks("Look after it") == 3);
	CHECK_TEXT(store_fault(), "");
}

static void
a_closed_case_rings_no_more(void)
{
	struct dossier *d;

	start();
	d = again();
	CHECK(dossier_close(&cx, d, "solved", "Done.") == OK);
	clock_after(3 * WEEK);
	CHECK(r.rang == 0 && r.failed == 0);
	CHECK(tasks("Look after it") == 0);
	CHECK_TEXT(store_fault(), "");
}

static void
a_plan_in_trouble_keeps_no_other_from_its_own(void)
{
	struct casetype_problem *p;
	const char *bad;

	start();
	bad = arena_printf(cx.arena, "INSERT INTO plan_item (dossier, no,"
	    " parent, used, kind, state, since, rings) SELECT 1, 1, 0, '',"
	    " 'stage', 'active', 0, 253402300799");
	CHECK(db_run(&cx, arena_text(cx.arena, bad)) == OK);
	CHECK(db_run(&cx, "INSERT INTO plan_item (dossier, no, parent, used,"
	    " kind, state, since, rings) VALUES (1, 2, 1, 'weekly',"
	    " 'timerEventListener', 'available', 0, 5)") == OK);
	clock_after(WEEK + 60);
	CHECK(r.rang == 1 && r.failed == 1);
	CHECK(tasks("Look after it") == 1);
	CHECK(world_int("SELECT count(*) FROM plan_trouble WHERE dossier = 1")
	    == 1);
	CHECK(casetype_check(&cx, &p) == OK && p != NULL);
	while (p != NULL && strstr(p->text, "plan") == NULL)
		p = p->next;
	CHECK(p != NULL && p->since == cx.now);
	clock_after(60);
	CHECK(r.failed == 0);		/* not at once */
	clock_after(300);
	CHECK(r.failed == 1);
}

static void
an_answer_completes_the_task_and_fills_a_field(void)
{
	const char *log;

	start();
	leads_to("/say/200");
	put(says_file, "{\"reason\":\"damage\"}");
	remove(log_file);
	act("ask", CMMN_MANUAL_START);
	clock_after(30);
	CHECK(r.answered == 0);	/* it can be undone */
	clock_after(40);
	CHECK(r.answered == 1 && r.failed == 0);
	CHECK_TEXT(plan_state(again(), "ask"), "completed");
	CHECK_TEXT(plan_state(again(), "asked"), "completed");
	CHECK_TEXT(dossier_value(again(), "cause"), "damage");
	log = file_text(cx.arena, log_file);
	CHECK(log != NULL && strstr(log, "\"inputs\":{\"price\":900}"));
	CHECK(log != NULL && strstr(log, "\"item\":\"ask\"") != NULL);
	CHECK(strstr(told(again()), "“Ask the register” was answered") !=
	    NULL);
	clock_after(60);
	CHECK(r.answered == 0);
	CHECK_TEXT(store_fault(), "");
}

static void
taken_back(void)
{
	struct undo_act *a;

	as("mia");
	CHECK(undo_act_list(&cx, 1, &a) == OK && a != NULL);
	CHECK(act_undone(a->number) == OK);
	cx.act = NULL;
}

static void
a_refusal_lets_it_fail_and_people_begin_it_again(void)
{
	start();
	leads_to("/say/422");
	act("ask", CMMN_MANUAL_START);
	clock_after(70);
	CHECK(r.failed == 1);
	CHECK_TEXT(plan_state(again(), "ask"), "failed");
	CHECK(strstr(told(again()), "“Ask the register” failed") != NULL);
	CHECK(world_int("SELECT count(*) FROM plan_item WHERE used = 'ask'"
	    " AND reason LIKE '%422%'") == 1);
	act("ask", CMMN_TERMINATE);	/* or they go on without it */
	CHECK_TEXT(plan_state(again(), "ask"), "terminated");
	CHECK_TEXT(told(again()), "“Ask the register” ended");
	CHECK_TEXT(store_fault(), "");
	taken_back();
	CHECK_TEXT(plan_state(again(), "ask"), "failed");
	CHECK(world_int("SELECT count(*) FROM plan_call"
	    " WHERE ended IS NULL") == 0);
	leads_to("/say/200");
	put(says_file, "{\"reason\":\"nonsense\"}");
	act("ask", CMMN_REACTIVATE);
	clock_after(70);
	/* no choice of the field */
	CHECK_TEXT(plan_state(again(), "ask"), "failed");
	put(says_file, "{}");
	act("ask", CMMN_REACTIVATE);
	clock_after(70);
	CHECK_TEXT(plan_state(again(), "ask"), "completed");
	CHECK_TEXT(store_fault(), "");
}

static void
what_may_pass_is_tried_again_and_given_up(void)
{
	int64_t began, due;

	start();
	leads_to("/say/503");
	act("ask", CMMN_MANUAL_START);
	clock_after(70);
	CHECK(r.failed == 1);
	CHECK_TEXT(plan_state(again(), "ask"), "active");
	CHECK(world_int("SELECT tries FROM plan_call") == 1);
	clock_after(10);
	CHECK(r.failed == 0);
	clock_after(60);
	CHECK(world_int("SELECT tries FROM plan_call") == 2);
	began = world_int("SELECT queued FROM plan_call");
	while (strcmp(plan_state(again(), "ask"), "active") == 0) {
		due = world_int("SELECT due FROM plan_call");
		clock_after(due > cx.now ? due - cx.now : 1);
	}
	CHECK_TEXT(plan_state(again(), "ask"), "failed");
	CHECK(cx.now - began >= 3 * 86400);	/* three days */
	CHECK(cx.now - began < 3 * 86400 + 4 * 3600);
	CHECK_TEXT(store_fault(), "");
}

/* As when the phase around it is left and entered again. */
static void
is_now(const char *word)
{
	CHECK(db_run(&cx, "UPDATE plan_item SET state = $1"
	    " WHERE used = 'ask'", db_t(word)) == OK);
}

static void
on_hold_nobody_is_asked_and_no_try_counts(void)
{
	struct plan_asked *s;
	int i;

	start();
	leads_to("/say/503");
	act("ask", CMMN_MANUAL_START);
	is_now("suspended");
	for (i = 0; i < 60; i++)
		clock_after(3600);
	CHECK(plan_asked(&cx, again(), world_int("SELECT no FROM plan_item"
	    " WHERE used = 'ask'"), &s) == OK && s != NULL);
	CHECK(s != NULL && s->tries == 0);
	is_now("active");
	clock_after(3600);
	CHECK(r.failed == 1);
	CHECK_TEXT(plan_state(again(), "ask"), "active");
	CHECK(world_int("SELECT tries FROM plan_call") == 1);
	CHECK_TEXT(store_fault(), "");
}

static void
nobody_is_asked_what_was_taken_back(void)
{
	start();
	leads_to("/say/200");
	remove(log_file);
	act("ask", CMMN_MANUAL_START);
	CHECK(cx.act != NULL);
	CHECK(act_undone(cx.act->number) == OK);
	cx.act = NULL;
	clock_after(70);
	CHECK(access(log_file, F_OK) != 0);
	CHECK(world_int("SELECT count(*) FROM plan_call"
	    " WHERE ended IS NOT NULL") == 1);
	CHECK_TEXT(store_fault(), "");
}

static int64_t
added(const char *used)
{
	int64_t no = 0;

	CHECK(plan_add(&cx, again(), 1, used, &no) == OK);
	return no;
}

static void
what_was_taken_back_completes_nothing_else(void)
{
	int64_t undone;

	start();
	leads_to("/say/200");
	put(says_file, "{}");
	remove(log_file);
	undone = added("more");
	cx.act = NULL;
	taken_back();
	CHECK(world_int("SELECT count(*) FROM plan_call"
	    " WHERE ended IS NOT NULL") == 1);
	CHECK(added("more") > undone);
	taken_back();
	CHECK(db_run(&cx, "UPDATE plan_call SET ended = NULL") == OK);
	CHECK(added("sign") > undone + 1);
	clock_after(70);
	CHECK(access(log_file, F_OK) != 0);
	CHECK_TEXT(plan_state(again(), "sign"), "active");
	CHECK_TEXT(store_fault(), "");
}

/* As the clock has it while the other end takes its time. */
static struct store_plan_call *
claimed(void)
{
	struct store_plan_call *c = NULL;

	later(70);
	CHECK(store_plan_call_claim(&cx, cx.now + 600, &c) == OK &&
	    c != NULL);
	return c;
}

static void
an_answer_for_one_on_hold_is_asked_for_again(void)
{
	struct webhook_answer yes = { .status = 200,
	    .body = "{\"reason\":\"damage\"}" };
	struct webhook_answer no = { .status = 422, .body = "",
	    .why = "It says no." };
	struct store_plan_call *c;
	const char *why;

	start();
	leads_to("/say/200");
	put(says_file, "{\"reason\":\"damage\"}");
	act("ask", CMMN_MANUAL_START);
	c = claimed();
	act("ask", CMMN_SUSPEND);
	CHECK(plan_answer_take(&cx, again(), c, &yes, &why) == OK);
	CHECK(plan_answer_take(&cx, again(), c, &no, &why) == OK);
	CHECK_TEXT(plan_state(again(), "ask"), "suspended");
	CHECK_TEXT(dossier_value(again(), "cause"), "delay");
	act("ask", CMMN_RESUME);
	clock_after(1900);
	CHECK_TEXT(plan_state(again(), "ask"), "completed");
	CHECK_TEXT(dossier_value(again(), "cause"), "damage");
	CHECK_TEXT(store_fault(), "");
}

static void
one_that_nobody_waits_for_tells_all_the_same(void)
{
	start();
	leads_to("/say/200");
	remove(log_file);
	act("tell", CMMN_MANUAL_START);
	CHECK_TEXT(plan_state(again(), "tell"), "completed");
	clock_after(70);
	CHECK(r.answered == 1);
	CHECK(access(log_file, F_OK) == 0);
	CHECK_TEXT(store_fault(), "");
}

static void
what_the_site_does_not_name_is_told(void)
{
	struct casetype_problem *p;

	start();
	conf.webhooks = NULL;
	act("ask", CMMN_MANUAL_START);
	clock_after(70);
	CHECK(r.failed == 1 && strstr(r.why, "[webhook register]") != NULL);
	CHECK_TEXT(plan_state(again(), "ask"), "active");
	CHECK(casetype_check(&cx, &p) == OK);
	while (p != NULL && strstr(p->text, "[webhook register]") == NULL)
		p = p->next;
	CHECK(p != NULL);
}

static struct dossier *
visit_of(void)
{
	struct dossier_link *l;

	CHECK(dossier_link_list(&cx, again(), &l) == OK);
	CHECK(l != NULL);
	return l == NULL ? NULL : open_number(l->number);
}

static void
a_case_task_opens_a_case_and_waits_for_its_end(void)
{
	struct plan_asked *s;
	struct dossier *v;

	start();
	act("call", CMMN_MANUAL_START);
	clock_after(70);
	CHECK(r.opened == 1 && r.failed == 0);
	CHECK_TEXT(plan_state(again(), "call"), "active");
	v = visit_of();
	CHECK(v != NULL);
	if (v == NULL)
		return;
	CHECK_TEXT(v->title, "A visit");
	CHECK_TEXT(v->type->code, "visit");
	CHECK_TEXT(v->verdict, "accepted");
	CHECK(v->team == world_team("north"));
	CHECK(plan_asked(&cx, again(), world_int("SELECT no FROM plan_item"
	    " WHERE used = 'call'"), &s) == OK && s != NULL);
	CHECK(s != NULL && !s->process && s->next == 0 && s->ended == 0);
	CHECK_TEXT(s == NULL ? "" : s->number, v->number);
	clock_after(60);
	CHECK(r.opened == 0);
	CHECK_TEXT(plan_state(again(), "call"), "active");
	CHECK(dossier_close(&cx, visit_of(), "solved", "Seen.") == OK);
	clock_after(1);
	CHECK_TEXT(plan_state(again(), "call"), "completed");
	CHECK_TEXT(store_fault(), "");
}

static void
a_case_that_was_merged_away_is_waited_for_where_it_is(void)
{
	struct dossier_new n = { .type = "visit", .title = "A visit",
	    .text = "", .medium = "phone" };
	struct dossier *v, *w = NULL;
	int64_t into;

	start();
	act("call", CMMN_MANUAL_START);
	clock_after(70);
	as("mia");
	v = visit_of();
	CHECK(store_access_scope_any(&cx, "visit", v->team, &n.scope) == OK);
	CHECK(dossier_register(&cx, &n, &w) == OK);
	CHECK(dossier_accept(&cx, w, "", "", 0, 0) == OK);
	into = w->id;
	cx.act = NULL;
	CHECK(dossier_merge(&cx, v, open_number(w->number), "One.") == OK);
	cx.act = NULL;
	clock_after(1);
	CHECK_TEXT(plan_state(again(), "call"), "active");
	CHECK(world_int("SELECT other FROM plan_call") == into);
	taken_back();
	CHECK(world_int("SELECT other FROM plan_call") == v->id);
	clock_after(1);
	CHECK_TEXT(plan_state(again(), "call"), "active");
	CHECK(dossier_merge(&cx, open_number(v->number),
	    open_number(w->number), "One.") == OK);
	CHECK(dossier_close(&cx, open_number(w->number), "solved",
	    "Seen.") == OK);
	cx.act = NULL;
	clock_after(1);
	CHECK_TEXT(plan_state(again(), "call"), "completed");
	CHECK_TEXT(store_fault(), "");
}

static void
a_case_that_was_declined_lets_it_fail(void)
{
	start();
	act("call", CMMN_MANUAL_START);
	clock_after(70);
	CHECK(dossier_close(&cx, visit_of(), "declined", "No.") == OK);
	clock_after(1);
	CHECK_TEXT(plan_state(again(), "call"), "failed");
	CHECK_TEXT(store_fault(), "");
}

static void
a_case_task_that_does_not_block_is_done_at_once(void)
{
	start();
	act("spawn", CMMN_MANUAL_START);
	CHECK_TEXT(plan_state(again(), "spawn"), "completed");
	clock_after(70);
	CHECK(r.opened == 1);
	CHECK_TEXT(visit_of()->title, "Another visit");
	clock_after(600);
	CHECK(r.opened == 0);
	CHECK_TEXT(store_fault(), "");
}

static void
a_case_that_cannot_be_opened_lets_it_fail(void)
{
	start();
	CHECK(db_run(&cx, "DELETE FROM viewer_scope WHERE scope ="
	    " (SELECT id FROM scope WHERE type = 'visit')") == OK);
	CHECK(db_run(&cx, "DELETE FROM scope WHERE type = 'visit'") == OK);
	act("call", CMMN_MANUAL_START);
	clock_after(70);
	CHECK(r.opened == 0);
	CHECK_TEXT(plan_state(again(), "call"), "failed");
	CHECK(world_int("SELECT count(*) FROM plan_item WHERE used = 'call'"
	    " AND reason LIKE '%No team handles%'") == 1);
	CHECK_TEXT(store_fault(), "");
}

/* What is closed to others stays so: walls, restriction and grants. */
static void
a_case_that_it_opens_is_as_closed(void)
{
	struct dossier *d, *v;

	start();
	d = again();
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES ($1, $2)", db_i(world_person("ben")), db_i(d->id)) ==
	    OK);
	CHECK(access_restrict(&cx, d, true, "Delicate.") == OK);
	cx.act = NULL;
	act("call", CMMN_MANUAL_START);
	clock_after(70);
	CHECK(r.opened == 1);
	v = visit_of();
	CHECK(v != NULL && v->restricted);
	CHECK(world_int("SELECT count(*) FROM dossier WHERE restricted = 1"
	    " AND title = 'A visit'") == 1);
	CHECK(world_int("SELECT count(*) FROM viewer_wall w JOIN dossier d"
	    " ON d.id = w.dossier WHERE d.title = 'A visit'") == 1);
	as("sue");
	CHECK(v == NULL || dossier_open(&cx, v->number, LEVEL_READ, &d) ==
	    ERR_MISSING);
	cx.why = NULL;
	CHECK_TEXT(store_fault(), "");
}

static void
no_other_team_learns_of_a_restricted_case(void)
{
	start();
	CHECK(access_restrict(&cx, again(), true, "Delicate.") == OK);
	CHECK(db_run(&cx, "UPDATE scope SET team = $1 WHERE type = 'visit'",
	    db_i(world_team("south"))) == OK);
	cx.act = NULL;
	act("call", CMMN_MANUAL_START);
	clock_after(70);
	CHECK(r.opened == 0);
	CHECK_TEXT(plan_state(again(), "call"), "failed");
	CHECK(world_int("SELECT count(*) FROM plan_item WHERE used = 'call'"
	    " AND reason LIKE '%is restricted%'") == 1);
	CHECK_TEXT(store_fault(), "");
}

/* A visit that asks for a visit. */
static const char endless[] =
"<definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL'"
" targetNamespace='urn:test' id='t'>"
"<case id='c' name='Visit'><casePlanModel id='whole' name='Visit'>"
"<planItem id='more' definitionRef='d_more'/>"
"<caseTask id='d_more' name='One more' caseRef='visit'/>"
"</casePlanModel></case></definitions>";

static void
types_that_call_each_other_come_to_an_end(void)
{
	struct store_type visit = { .code = "visit", .version = 2,
	    .sha256 = "4" };
	struct store_type_model cmmn = { .file = "plan.cmmn",
	    .source = endless, .sha256 = "endless" };

	start();
	visit.source = source_text("tests/data/casetypes/visit/type.xml");
	CHECK(store_type_add(&cx, &visit) == OK);
	CHECK(store_type_model_add(&cx, visit.id, &cmmn) == OK);
	act("call", CMMN_MANUAL_START);
	clock_after(70);
	CHECK(r.opened == 10);
	CHECK(world_int("SELECT count(*) FROM dossier"
	    " WHERE title = 'One more'") == 9);
	CHECK(world_int("SELECT count(*) FROM plan_item WHERE used = 'more'"
	    " AND state = 'failed'"
	    " AND reason LIKE '%opened one another already%'") == 1);
	clock_after(600);
	CHECK(r.opened == 0);
	CHECK_TEXT(store_fault(), "");
}

static void
trouble_of_a_call_is_over_once_it_is_taken(void)
{
	start();
	leads_to("/say/200");
	put(says_file, "{\"reason\":\"damage\"}");
	act("ask", CMMN_MANUAL_START);
	CHECK(db_run(&cx, "INSERT INTO plan_trouble (dossier, since, again,"
	    " said) SELECT dossier, 0, 253402300798, 'It broke.'"
	    " FROM plan_call") == OK);
	clock_after(70);
	CHECK(r.answered == 1);
	CHECK(world_int("SELECT count(*) FROM plan_trouble") == 0);
	clock_after(WEEK);
	CHECK(r.rang == 1);		/* nothing holds the timer back */
	CHECK_TEXT(store_fault(), "");
}

/* What breaks each time that it is taken is given up without asking. */
static void
an_answer_that_is_never_taken_is_asked_for_no_more(void)
{
	start();
	leads_to("/say/200");
	act("ask", CMMN_MANUAL_START);
	CHECK(db_run(&cx, "UPDATE plan_call SET tries = 60") == OK);
	remove(log_file);
	clock_after(70);
	CHECK(r.answered == 0 && access(log_file, F_OK) != 0);
	CHECK_TEXT(plan_state(again(), "ask"), "failed");
	CHECK_TEXT(store_fault(), "");
}

/* Of one that was completed by hand: who takes that back waits again. */
static void
what_is_taken_back_after_the_clock_is_asked_again(void)
{
	start();
	leads_to("/say/200");
	put(says_file, "{\"reason\":\"damage\"}");
	remove(log_file);
	act("ask", CMMN_MANUAL_START);
	cx.act = NULL;
	act("ask", CMMN_COMPLETE);
	cx.act = NULL;
	clock_after(70);
	CHECK(r.answered == 0 && access(log_file, F_OK) != 0);
	CHECK(world_int("SELECT count(*) FROM plan_call"
	    " WHERE ended IS NOT NULL") == 1);
	taken_back();
	CHECK_TEXT(plan_state(again(), "ask"), "active");
	CHECK(world_int("SELECT count(*) FROM plan_call"
	    " WHERE ended IS NULL AND said = ''") == 1);
	clock_after(70);
	CHECK(r.answered == 1);
	CHECK_TEXT(plan_state(again(), "ask"), "completed");
	CHECK_TEXT(dossier_value(again(), "cause"), "damage");
	CHECK_TEXT(store_fault(), "");
}

/* One that failed and was begun again: the old question stays answered. */
static void
only_the_last_question_is_asked_again(void)
{
	start();
	leads_to("/say/422");
	act("ask", CMMN_MANUAL_START);
	clock_after(70);
	CHECK_TEXT(plan_state(again(), "ask"), "failed");
	act("ask", CMMN_REACTIVATE);
	cx.act = NULL;
	act("ask", CMMN_TERMINATE);
	cx.act = NULL;
	clock_after(70);
	taken_back();
	CHECK_TEXT(plan_state(again(), "ask"), "active");
	CHECK(world_int("SELECT count(*) FROM plan_call"
	    " WHERE ended IS NULL") == 1);
	CHECK(world_int("SELECT round FROM plan_call WHERE ended IS NULL")
	    == 2);
	CHECK_TEXT(store_fault(), "");
}

/* The case that was opened comes back into the one that wanted it: nothing
 * is done by that, and people say how it goes on. */
static void
a_case_that_is_merged_into_its_own_parent_does_nothing_for_it(void)
{
	struct dossier *v;

	start();
	act("own", CMMN_MANUAL_START);
	clock_after(70);
	CHECK(r.opened == 1 && r.failed == 0);
	v = visit_of();
	CHECK_TEXT(v->type->code, "complaint");
	cx.act = NULL;
	CHECK(dossier_merge(&cx, v, again(), "Not apart after all.") == OK);
	cx.act = NULL;
	CHECK_TEXT(plan_state(again(), "own"), "failed");
	CHECK(world_int("SELECT count(*) FROM plan_item WHERE used = 'own'"
	    " AND reason LIKE '%is one with this case%'") == 1);
	clock_after(70);
	CHECK_TEXT(plan_state(again(), "own"), "failed");
	CHECK(world_int("SELECT count(*) FROM plan_call"
	    " WHERE ended IS NULL") == 0);
	CHECK_TEXT(store_fault(), "");
	taken_back();
	CHECK_TEXT(plan_state(again(), "own"), "active");
	clock_after(70);
	CHECK_TEXT(plan_state(again(), "own"), "active");
	CHECK(dossier_close(&cx, open_number(v->number), "solved",
	    "Seen.") == OK);
	clock_after(70);
	CHECK_TEXT(plan_state(again(), "own"), "completed");
	CHECK_TEXT(store_fault(), "");
}

/* Once the answer is there, two tasks call each other without end. */
#define CIRCLE(event)							\
"<definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL'"	\
" targetNamespace='urn:test' id='t'>"					\
"<case id='c' name='Circle'><casePlanModel id='whole' name='Circle'>"	\
"<planItem id='ask' definitionRef='d_ask'><itemControl>"		\
"<manualActivationRule/></itemControl></planItem>"			\
"<planItem id='here' definitionRef='d_tell'><itemControl><repetitionRule/>" \
"</itemControl><entryCriterion id='in1' sentryRef='s1'/>"		\
"<entryCriterion id='in4' sentryRef='s4'/>"				\
"<entryCriterion id='in2' sentryRef='s2'/></planItem>"			\
"<planItem id='there' definitionRef='d_tell'><itemControl><repetitionRule/>" \
"</itemControl><entryCriterion id='in3' sentryRef='s3'/></planItem>"	\
"<sentry id='s1'><planItemOnPart id='on1' sourceRef='ask'>"		\
"<standardEvent>complete</standardEvent></planItemOnPart></sentry>"	\
"<sentry id='s4'><planItemOnPart id='on4' sourceRef='ask'>"		\
"<standardEvent>" event "</standardEvent></planItemOnPart></sentry>"	\
"<sentry id='s2'><planItemOnPart id='on2' sourceRef='there'>"		\
"<standardEvent>occur</standardEvent></planItemOnPart></sentry>"	\
"<sentry id='s3'><planItemOnPart id='on3' sourceRef='here'>"		\
"<standardEvent>occur</standardEvent></planItemOnPart></sentry>"	\
"<processTask id='d_ask' name='Ask the register' processRef='register'/>" \
"<milestone id='d_tell' name='Told'/>"					\
"</casePlanModel></case></definitions>"

static const struct casetype_problem *
problem(const char *words)
{
	struct casetype_problem *p;

	CHECK(casetype_check(&cx, &p) == OK);
	while (p != NULL && strstr(p->text, words) == NULL)
		p = p->next;
	return p;
}

/* Asked once; the task says why, and so do the administrator's problems. */
static void
goes_round(bool fails)
{
	static const char *const circles[] = { CIRCLE("exit"), NULL };
	static const char *const both[] = { CIRCLE("exit"),
	    CIRCLE("fault"), NULL };

	start_with(fails ? both : circles);
	leads_to("/say/200");
	put(says_file, "{}");
	act("ask", CMMN_MANUAL_START);
	remove(log_file);
	clock_after(70);
	CHECK(access(log_file, F_OK) == 0);
	CHECK(r.failed == 1);
	CHECK(r.why != NULL && strstr(r.why, "in circles") != NULL);
	CHECK(world_int("SELECT count(*) FROM plan_call"
	    " WHERE ended IS NULL") == 0);
	CHECK(world_int("SELECT count(*) FROM plan_call"
	    " WHERE said LIKE '%in circles%'") == 1);
	CHECK(problem("in circles") != NULL);
	remove(log_file);
	clock_after(3600);
	clock_after(86400);
	CHECK(access(log_file, F_OK) != 0);
	CHECK(r.failed == 0);
	CHECK_TEXT(store_fault(), "");
}

static void
a_plan_that_goes_in_circles_is_asked_once(void)
{
	goes_round(false);
	CHECK_TEXT(plan_state(again(), "ask"), "failed");
	CHECK(problem("in circles") != NULL);
	/* whoever moves it on has dealt with it */
	act("ask", CMMN_REACTIVATE);
	CHECK(problem("in circles") == NULL);
}

/* Its failing would go round as well: it stays as it is. */
static void
one_that_can_not_even_fail_is_asked_once(void)
{
	goes_round(true);
}

/* By another version of the type it asks another system; back again, too. */
static void
who_is_asked_moves_with_the_version(void)
{
	const char *plans[] = { CIRCLE("exit"), CIRCLE("fault"), NULL, NULL };
	struct dossier_version_move m = { .phase = "", .seen = "",
	    .reason = "It is kept there." };

	start();
	plans[2] = source_with(plan, "processRef='register'",
	    "processRef='ledger'");
	install_also(plans);
	act("ask", CMMN_MANUAL_START);
	cx.act = NULL;
	CHECK(dossier_version_move(&cx, again(), &m) == OK);
	clock_after(70);
	CHECK_TEXT(plan_state(again(), "ask"), "active");
	CHECK(world_int("SELECT count(*) FROM plan_call"
	    " WHERE ended IS NULL AND name = 'ledger'") == 1);
	CHECK(r.why != NULL && strstr(r.why, "[webhook ledger]") != NULL);
	leads_to("/say/200");
	put(says_file, "{}");
	taken_back();
	clock_after(70);
	CHECK_TEXT(plan_state(again(), "ask"), "completed");
	CHECK(world_int("SELECT count(*) FROM plan_call"
	    " WHERE ended IS NULL") == 0);
	CHECK_TEXT(store_fault(), "");
}

static void
peer_begins(void)
{
	const struct timespec nap = { 0, 20 * 1000 * 1000 };
	const char *dir = getenv("top_builddir"), *text;
	struct arena *a = arena_new();
	char program[300];
	int i;

	snprintf(program, sizeof(program), "%s/hookpeer",
	    dir == NULL ? "." : dir);
	if ((peer = fork()) == 0) {
		execl(program, program, port_file, log_file, NULL);
		_exit(127);
	}
	for (i = 0; i < 250 && port == 0; i++) {
		nanosleep(&nap, NULL);
		if ((text = file_text(a, port_file)) != NULL)
			port = (int)strtol(text, NULL, 10);
	}
	arena_free(a);
}

int
main(void)
{
	if (access("/usr/bin/curl", X_OK) != 0) {
		printf("1..0 # SKIP there is no curl\n");
		return 0;
	}
	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(port_file, sizeof(port_file), "%s/port", folder);
	snprintf(log_file, sizeof(log_file), "%s/log", folder);
	snprintf(says_file, sizeof(says_file), "%s/log.says", folder);
	peer_begins();
	RUN(a_timer_rings_once);
	RUN(what_was_slept_through_rings_as_often);
	RUN(a_closed_case_rings_no_more);
	RUN(a_plan_in_trouble_keeps_no_other_from_its_own);
	RUN(an_answer_completes_the_task_and_fills_a_field);
	RUN(a_refusal_lets_it_fail_and_people_begin_it_again);
	RUN(what_may_pass_is_tried_again_and_given_up);
	RUN(on_hold_nobody_is_asked_and_no_try_counts);
	RUN(nobody_is_asked_what_was_taken_back);
	RUN(what_was_taken_back_completes_nothing_else);
	RUN(an_answer_for_one_on_hold_is_asked_for_again);
	RUN(one_that_nobody_waits_for_tells_all_the_same);
	RUN(what_the_site_does_not_name_is_told);
	RUN(a_case_task_opens_a_case_and_waits_for_its_end);
	RUN(a_case_that_was_merged_away_is_waited_for_where_it_is);
	RUN(a_case_that_was_declined_lets_it_fail);
	RUN(a_case_task_that_does_not_block_is_done_at_once);
	RUN(a_case_that_cannot_be_opened_lets_it_fail);
	RUN(a_case_that_it_opens_is_as_closed);
	RUN(no_other_team_learns_of_a_restricted_case);
	RUN(types_that_call_each_other_come_to_an_end);
	RUN(trouble_of_a_call_is_over_once_it_is_taken);
	RUN(an_answer_that_is_never_taken_is_asked_for_no_more);
	RUN(what_is_taken_back_after_the_clock_is_asked_again);
	RUN(only_the_last_question_is_asked_again);
	RUN(a_case_that_is_merged_into_its_own_parent_does_nothing_for_it);
	RUN(a_plan_that_goes_in_circles_is_asked_once);
	RUN(one_that_can_not_even_fail_is_asked_once);
	RUN(who_is_asked_moves_with_the_version);
	kill(peer, SIGTERM);
	waitpid(peer, NULL, 0);
	remove(port_file);
	remove(log_file);
	remove(says_file);
	rmdir(folder);
	return DONE;
}
