/* SPDX-License-Identifier: MIT */
/* Approvals that the plan of a case asks for. */
#include <stdio.h>
#include <string.h>

#include "approvals.h"
#include "check.h"
#include "domain/course/approval_plan.h"
#include "domain/course/dossier_load.h"
#include "domain/course/plan.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "store/db.h"
#include "type_folder.h"
#include "world.h"

#define LABEL(l) "<d:label xml:lang=\"" l "\">x</d:label>"
#define LABELLED(kind, id, name, more)					\
	"<" kind " id=\"d_" id "\" name=\"" name "\"><extensionElements>" \
	LABEL("fr") LABEL("de") LABEL("it") LABEL("pt") LABEL("ja") more \
	"</extensionElements></" kind ">"
#define TASK(id, name) LABELLED("humanTask", id, name, "")
#define MILESTONE(id, name) LABELLED("milestone", id, name, "")
#define APPROVAL(id, name) LABELLED("humanTask", id, name,		\
	"<d:approval amount=\"compensation\" levels=\"approval\"/>")
#define ITEM(id, in)							\
	"<planItem id=\"" id "\" definitionRef=\"d_" id "\">" in "</planItem>"
#define ENTRY(id, sentry)						\
	"<entryCriterion id=\"" id "\" sentryRef=\"" sentry "\"/>"
#define WHEN(id, condition)						\
	"<sentry id=\"" id "\"><ifPart><condition>" condition		\
	"</condition></ifPart></sentry>"
#define AFTER(id, on, item, event)					\
	"<sentry id=\"" id "\"><planItemOnPart id=\"" on "\""		\
	" sourceRef=\"" item "\"><standardEvent>" event			\
	"</standardEvent></planItemOnPart></sentry>"
#define PLAN(parts)							\
	"<definitions xmlns=\"http://www.omg.org/spec/CMMN/20151109/MODEL\"" \
	" xmlns:d=\"urn:dossier:cmmn\" id=\"p\" name=\"P\""		\
	" targetNamespace=\"urn:p\" expressionLanguage=\""		\
	"https://www.omg.org/spec/DMN/20230324/FEEL/\"><case id=\"c\""	\
	" name=\"P\"><casePlanModel id=\"cp\" name=\"P\">"		\
	parts "</casePlanModel></case></definitions>"

#define PAYMENT(condition) PLAN(					\
	ITEM("ok", ENTRY("e1", "s1")) ITEM("pay", ENTRY("e2", "s2"))	\
	ITEM("refuse", ENTRY("e3", "s3")) WHEN("s1", condition)		\
	AFTER("s2", "o2", "ok", "complete")				\
	AFTER("s3", "o3", "ok", "terminate")				\
	APPROVAL("ok", "Approve the payment") TASK("pay", "Pay")	\
	TASK("refuse", "Write why not"))

/* Two at once, the end of the first ends the second and begins a third. */
#define THREE PLAN(							\
	ITEM("ok", ENTRY("e1", "s1")) ITEM("also", ENTRY("e2", "s1")	\
	"<exitCriterion id=\"x2\" sentryRef=\"s2\"/>")			\
	ITEM("then", ENTRY("e3", "s2")) WHEN("s1", "compensation &gt; 0") \
	AFTER("s2", "o2", "ok", "complete") APPROVAL("ok", "ok")	\
	APPROVAL("also", "also") APPROVAL("then", "then"))

#define STONES PLAN(							\
	ITEM("ok", "") ITEM("stone", ENTRY("e2", "s2"))			\
	ITEM("other", ENTRY("e3", "s3"))				\
	AFTER("s2", "o2", "ok", "complete")				\
	WHEN("s3", "compensation &gt; 9")				\
	APPROVAL("ok", "Approve the payment")				\
	MILESTONE("stone", "Approved") MILESTONE("other", "Heard"))

/* What leads from the approval to milestones: another one, a task, the exit
 * of a stage, all of a stage; and what does not. */
#define STAGE(id, in)							\
	"<stage id=\"d_" id "\" name=\"" id "\"><extensionElements>"	\
	LABEL("fr") LABEL("de") LABEL("it") LABEL("pt") LABEL("ja")	\
	"</extensionElements>" in "</stage>"
#define CHAINS PLAN(							\
	ITEM("ok", "") ITEM("stone", ENTRY("e1", "s1"))			\
	ITEM("next", ENTRY("e2", "s2")) ITEM("pay", ENTRY("e3", "s1"))	\
	ITEM("paid", ENTRY("e4", "s4"))					\
	ITEM("wait", "<exitCriterion id=\"x1\" sentryRef=\"s2\"/>")	\
	ITEM("waited", ENTRY("e5", "s5"))				\
	ITEM("both", "") ITEM("settled", ENTRY("e6", "s6"))		\
	ITEM("heard", ENTRY("e7", "s7")) ITEM("told", ENTRY("e8", "s8")) \
	AFTER("s1", "o1", "ok", "complete")				\
	AFTER("s2", "o2", "stone", "occur")				\
	AFTER("s4", "o4", "pay", "complete")				\
	AFTER("s5", "o5", "wait", "exit")				\
	AFTER("s6", "o6", "both", "complete")				\
	WHEN("s7", "compensation &gt; 9")				\
	AFTER("s8", "o8", "heard", "occur")				\
	APPROVAL("ok", "Approve the payment")				\
	MILESTONE("stone", "Approved") MILESTONE("next", "Told")	\
	TASK("pay", "Pay") MILESTONE("paid", "Paid")			\
	STAGE("wait", ITEM("idle", "")) TASK("idle", "Wait")		\
	MILESTONE("waited", "Waited")					\
	STAGE("both", ITEM("in", "")) APPROVAL("in", "Approve the rest") \
	MILESTONE("settled", "Settled") MILESTONE("heard", "Heard")	\
	MILESTONE("told", "They know"))

/* A new complaint, whose plan wants the payment approved. */
static void
planned(const char *plan)
{
	struct dossier_new n = { .type = "complaint", .title = "Too late",
	    .text = "", .medium = "phone" };
	struct value v = { .field = "subject", .text = "billing" };
	struct dossier *d = NULL;

	approvals_given();
	n.values = &v;
	type_folder_put("plan.cmmn", plan);
	approvals_table("[\"manage\"]");
	as("ben");
	n.scope = world_scope("complaint", "north");
	n.received = cx.now;
	CHECK(dossier_register(&cx, &n, &d) == OK);
	approvals_number = d->number;
	as("sue");
	CHECK(dossier_accept(&cx, the_case(), "", "", 0,
	    world_person("mia")) == OK);
	gave("mia", "", "5,000 EUR");
}

static int64_t
newest(void)
{
	return world_int("SELECT coalesce(max(no), 0) FROM approval");
}

static int64_t
open_task(const char *title)
{
	struct db_rows q;
	int64_t no = 0;

	db_query(&cx, &q, "SELECT no FROM task WHERE title = $1"
	    " AND done IS NULL AND ended = ''", db_t(title));
	if (db_row(&q))
		no = db_int(&q);
	CHECK(db_end(&q) == OK);
	return no;
}

static bool
item_is(const char *used, const char *state)
{
	struct db_rows q;
	bool is;

	db_query(&cx, &q, "SELECT 1 FROM plan_item WHERE used = $1"
	    " AND state = $2", db_t(used), db_t(state));
	is = db_row(&q);
	CHECK(db_end(&q) == OK);
	return is;
}

static void
the_plan_asks_and_goes_on(void)
{
	struct task *t = NULL;
	struct dossier *d;
	int64_t no;

	planned(PAYMENT("compensation &gt; 0"));
	CHECK(open_task("Approve the payment") == 0);
	as("ben");
	CHECK(says("compensation", "4200") == OK);
	no = newest();
	CHECK(no != 0 && open_task("Approve the payment") != 0);
	CHECK_TEXT(approval_at(no)->subject, "Approve the payment");
	CHECK(approval_at(no)->amount == 420000);
	CHECK(!waits_for("ben", no) && waits_for("mia", no));
	as("ben");
	d = the_case();
	CHECK(task_open(&cx, d, open_task("Approve the payment"), &t) == OK);
	CHECK(task_done(&cx, d, t, "Done.") == ERR_CONFLICT);
	CHECK(answer_as("mia", no, APPROVAL_APPROVE, "") == OK);
	CHECK(open_task("Approve the payment") == 0);
	CHECK(open_task("Pay") != 0 && open_task("Write why not") == 0);
	CHECK(undo_last("mia") == OK);
	CHECK(open_task("Approve the payment") != 0 && open_task("Pay") == 0);
	CHECK(waits_for("mia", no));
	CHECK(answer_as("mia", no, APPROVAL_REJECT, "Not ours.") == OK);
	CHECK(open_task("Approve the payment") == 0);
	CHECK(open_task("Pay") == 0 && open_task("Write why not") != 0);
}

static void
what_the_plan_wants_is_asked_again_when_returned(void)
{
	struct approval_new n = wanted("Pay less", "");
	struct approval *a;
	int64_t no;

	planned(PAYMENT("compensation &gt; 0"));
	as("ben");
	CHECK(says("compensation", "4200") == OK);
	no = newest();
	CHECK(answer_as("mia", no, APPROVAL_RETURN, "Too much.") == OK);
	CHECK(open_task("Approve the payment") != 0);
	as("ben");
	CHECK(says("compensation", "3000") == OK);
	n.again = no;
	n.amount = "1 EUR";	/* the plan's field holds */
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(a->amount == 300000 && a->item != 0);
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
	CHECK(open_task("Pay") != 0);
	/* more afterwards: asked again, the plan has gone on */
	as("ben");
	CHECK(says("compensation", "3500") == OK);
	n.again = a->no;
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(waits_for("mia", a->no));
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
}

/* Nobody takes an approval over: lists have to tell it from other work. */
static bool
is_approval(const char *title)
{
	struct dossier *d = the_case();
	const struct task *t;

	CHECK(dossier_load(&cx, d) == OK);
	t = d->tasks;
	while (t != NULL && strcmp(t->title, title) != 0)
		t = t->next;
	return t != NULL && t->approval;
}

static void
without_an_amount_a_person_asks(void)
{
	struct approval_new n = wanted("Pay", "");
	struct approval_plan *p;
	struct approval *a;

	planned(PAYMENT("compensation = null"));
	CHECK(newest() == 0 && open_task("Approve the payment") != 0);
	n.item = world_int("SELECT no FROM plan_item WHERE used = 'ok'");
	as("ben");
	CHECK(approval_plan(&cx, the_case(), n.item, &p) == OK && p != NULL &&
	    p->active && p->newest == 0);
	CHECK(is_approval("Approve the payment"));
	CHECK(ask_as("ben", &n, &a) == ERR_INVALID);
	as("ben");
	CHECK(says("compensation", "70") == OK);
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(ask_as("sue", &n, &a) == ERR_CONFLICT);
	CHECK(answer_as("mia", newest(), APPROVAL_APPROVE, "") == OK);
	CHECK(open_task("Pay") != 0 && !is_approval("Pay"));
	n.item = world_int("SELECT no FROM plan_item WHERE used = 'pay'");
	CHECK(ask_as("ben", &n, &a) == ERR_CONFLICT);
}

static void
what_nobody_need_approve_moves_the_plan_on(void)
{
	planned(THREE);
	approvals_table("[]");
	as("ben");
	CHECK(says("compensation", "4200") == OK);
	CHECK(item_is("ok", "completed") && item_is("also", "terminated") &&
	    item_is("then", "completed"));
	CHECK(world_int("SELECT count(*) FROM approval") == 2);
}

static void
what_cannot_be_asked_leaves_no_trace(void)
{
	planned(PAYMENT("compensation &gt; 0"));
	approvals_table("42");
	as("ben");
	CHECK(says("compensation", "4200") == OK);
	CHECK(newest() == 0 && item_is("ok", "active"));
	CHECK(world_int("SELECT count(*) FROM decision"
	    " WHERE code = 'approval'") == 0);
}

static void
what_the_plan_gave_up_waits_for_nobody(void)
{
	struct approval *missing;
	int64_t no, item;

	planned(PAYMENT("compensation &gt; 0"));
	as("ben");
	CHECK(says("compensation", "4200") == OK);
	no = newest();
	item = world_int("SELECT no FROM plan_item WHERE used = 'ok'");
	as("mia");
	CHECK(plan_do(&cx, the_case(), item, CMMN_COMPLETE, "") ==
	    ERR_CONFLICT);
	CHECK(plan_do(&cx, the_case(), item, CMMN_TERMINATE,
	    "They withdrew it.") == OK);
	CHECK(!waits_for("mia", no));
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing == NULL);
	CHECK(answer_as("mia", no, APPROVAL_APPROVE, "") == ERR_FORBIDDEN);
}

static void
what_the_plan_went_on_with_cannot_be_withdrawn(void)
{
	struct approval_new n = wanted("Pay", "");
	struct approval *a, *missing;
	int64_t no;

	planned(PAYMENT("compensation &gt; 0"));
	gave("mia", "", "");
	as("ben");
	CHECK(says("compensation", "100") == OK);
	no = newest();
	CHECK(answer_as("mia", no, APPROVAL_APPROVE, "") == OK);
	CHECK(open_task("Pay") != 0);
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing == NULL);
	as("ben");
	CHECK(says("compensation", "100000") == OK);
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing != NULL && missing->no == no);
	CHECK(answer_as("ben", no, APPROVAL_WITHDRAW, "A slip.") ==
	    ERR_CONFLICT);
	CHECK(answer_as("mia", no, APPROVAL_WITHDRAW, "A slip.") ==
	    ERR_CONFLICT);
	/* nor by asking again, and withdrawing that */
	n.again = no;
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(answer_as("ben", a->no, APPROVAL_WITHDRAW, "A slip.") == OK);
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing != NULL && missing->no == a->no);
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(answer_as("mia", a->no, APPROVAL_REJECT, "Too much.") == OK);
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing != NULL && missing->no == a->no);
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing == NULL);
}

/* Another round of the plan speaks for the one before it. */
static void
the_next_round_is_approved_once(void)
{
	struct approval *missing;
	int64_t no, item, round;

	planned(PAYMENT("compensation &gt; 0"));
	gave("mia", "", "");
	as("ben");
	CHECK(says("compensation", "100") == OK);
	no = newest();
	CHECK(answer_as("mia", no, APPROVAL_APPROVE, "") == OK);
	as("sue");
	CHECK(says("compensation", "200") == OK);
	item = world_int("SELECT no FROM plan_item WHERE used = 'ok'");
	as("sue");
	CHECK(plan_repeat(&cx, the_case(), item, "It became more.",
	    &round) == OK);
	CHECK(newest() != no);
	no = newest();
	/* Ben asked in the round before, Sue wrote the amount */
	CHECK(!waits_for("ben", no) && !waits_for("sue", no));
	CHECK(answer_as("ben", no, APPROVAL_APPROVE, "") == ERR_FORBIDDEN);
	CHECK_TEXT(cx.why, "You asked for this. Somebody else decides on "
	    "it.");
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing != NULL);
	CHECK(answer_as("mia", no, APPROVAL_APPROVE, "") == OK);
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing == NULL);
}

static void
an_amount_of_the_case_is_more_than_nothing(void)
{
	struct approval_new n = wanted("Pay", "");
	struct approval *a;
	int64_t no;

	approvals_given();
	gave("mia", "", "1 EUR");
	n.field = "compensation";
	as("ben");
	CHECK(says("compensation", "0") == OK);
	CHECK(ask_as("ben", &n, &a) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->text, "The amount is to be more than "
	    "nothing.");
	planned(PAYMENT("compensation != null"));
	as("ben");
	CHECK(says("compensation", "0") == OK);
	CHECK(newest() == 0 && open_task("Approve the payment") != 0);
	/* one that was asked before this was so is covered by no limit */
	as("ben");
	CHECK(says("compensation", "5") == OK);
	n = wanted("Pay", "");
	n.item = world_int("SELECT no FROM plan_item WHERE used = 'ok'");
	CHECK(ask_as("ben", &n, &a) == OK);
	no = a->no;
	CHECK(waits_for("mia", no));
	CHECK(db_run(&cx, "UPDATE approval SET amount = -5 WHERE no = $1",
	    db_i(no)) == OK);
	CHECK(!waits_for("mia", no));
	CHECK(answer_as("mia", no, APPROVAL_APPROVE, "") != OK);
}

/* A folder that lets a person say who approves is not installed. */
static void
nobody_chooses_who_approves(void)
{
	const struct casetype *t;
	const char *xml;
	const char *at;

	planned(PAYMENT("compensation &gt; 0"));
	as("ada");
	type_folder_put("plan.cmmn", PAYMENT("compensation &gt; 0"));
	xml = type_folder_text("type.xml");
	at = strstr(xml, "decision=\"Approval\" mode=\"automatic\"");
	CHECK(at != NULL);
	if (at == NULL)
		return;
	type_folder_put("type.xml", arena_printf(cx.arena,
	    "%.*sdecision=\"Approval\" mode=\"assisted\"%s",
	    (int)(at - xml), xml, strchr(at, '>')));
	CHECK(type_folder_install(&t) == ERR_INVALID);
	CHECK(cx.why != NULL && strstr(cx.why, "plan.cmmn:") != NULL &&
	    strstr(cx.why, "type.xml:") != NULL && strstr(cx.why,
	    "“approval” says who approves, so nobody may choose it") != NULL);
	if (cx.why != NULL)
		printf("# %s\n", cx.why);
}

static void
what_stands_behind_an_approval_is_not_reached_by_hand(void)
{
	struct plan *p = NULL;
	int64_t stone, other;

	planned(STONES);
	stone = world_int("SELECT no FROM plan_item WHERE used = 'stone'");
	other = world_int("SELECT no FROM plan_item WHERE used = 'other'");
	as("mia");
	CHECK(plan_open(&cx, the_case(), &p) == OK && p != NULL);
	CHECK(p != NULL && (plan_thing(p, stone)->may & 1U << CMMN_OCCUR) ==
	    0 && (plan_thing(p, other)->may & 1U << CMMN_OCCUR) != 0);
	CHECK(plan_do(&cx, the_case(), stone, CMMN_OCCUR, "I say so.") ==
	    ERR_CONFLICT);
	CHECK_TEXT(cx.why, "The plan of the case waits for this approval, "
	    "and goes on when it is given.");
	CHECK(plan_do(&cx, the_case(), other, CMMN_OCCUR, "") == ERR_INVALID);
	CHECK(plan_do(&cx, the_case(), other, CMMN_OCCUR, "They came by.") ==
	    OK);
	as("ben");
	CHECK(says("compensation", "5") == OK);
	{
		struct approval_new n = wanted("Pay", "");
		struct approval *a;

		n.item = world_int("SELECT no FROM plan_item"
		    " WHERE used = 'ok'");
		CHECK(ask_as("ben", &n, &a) == OK);
		CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
	}
	CHECK(world_int("SELECT count(*) FROM plan_item WHERE used = 'stone'"
	    " AND state = 'completed'") == 1);
}

static int64_t
item_no(const char *used)
{
	return world_int(arena_printf(cx.arena, "SELECT max(no) FROM"
	    " plan_item WHERE used = '%s'", used));
}

/* The page offers it, and the act does it: both or none. */
static bool
by_hand(const char *used)
{
	struct plan *p = NULL;
	bool may;

	CHECK(plan_open(&cx, the_case(), &p) == OK && p != NULL);
	if (p == NULL)
		return false;
	may = (plan_thing(p, item_no(used))->may & 1U << CMMN_OCCUR) != 0;
	CHECK(may || plan_do(&cx, the_case(), item_no(used), CMMN_OCCUR,
	    "I say so.") == ERR_CONFLICT);
	return may;
}

static void
nor_what_stands_behind_that(void)
{
	struct approval_new n = wanted("Pay", "");
	struct approval *a;

	planned(CHAINS);
	as("mia");
	CHECK(!by_hand("stone") && !by_hand("next") && !by_hand("paid"));
	CHECK(!by_hand("waited") && !by_hand("settled"));
	CHECK(by_hand("heard") && by_hand("told"));
	as("ben");
	CHECK(says("compensation", "5") == OK);
	n.item = item_no("ok");
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
	CHECK(item_is("stone", "completed") && item_is("next", "completed"));
	CHECK(item_is("waited", "completed"));
	CHECK(by_hand("paid"));		/* the payment may be made now */
	CHECK(!by_hand("settled"));	/* it has an approval of its own */
}

int
main(void)
{
	type_folder_open();
	RUN(the_plan_asks_and_goes_on);
	RUN(what_the_plan_wants_is_asked_again_when_returned);
	RUN(without_an_amount_a_person_asks);
	RUN(what_nobody_need_approve_moves_the_plan_on);
	RUN(what_cannot_be_asked_leaves_no_trace);
	RUN(what_the_plan_gave_up_waits_for_nobody);
	RUN(what_the_plan_went_on_with_cannot_be_withdrawn);
	RUN(the_next_round_is_approved_once);
	RUN(an_amount_of_the_case_is_more_than_nothing);
	RUN(nobody_chooses_who_approves);
	RUN(what_stands_behind_an_approval_is_not_reached_by_hand);
	RUN(nor_what_stands_behind_that);
	return DONE;
}
