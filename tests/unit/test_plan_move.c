/* SPDX-License-Identifier: MIT */
/* The plan of a dossier goes on by another version of its type. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "domain/course/dossier_load.h"
#include "domain/course/dossier_version.h"
#include "domain/course/plan.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/house/verify.h"
#include "domain/spine/event.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_folder.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "store/store_type.h"
#include "world.h"

/* A version of complaints that is what tests/data has as repairs. */
static void
install(int version, const char *plan)
{
	struct store_type row = { .code = "complaint", .version = version,
	    .source = source_sample("repair", "type.xml") };
	struct store_type_model dmn = { .file = "repair.dmn", .sha256 = "dmn",
	    .source = source_sample("repair", "repair.dmn") };
	struct store_type_model cmmn = { .file = "plan.cmmn",
	    .source = plan, .sha256 = "cmmn" };

	row.sha256 = arena_printf(cx.arena, "%d", version);
	CHECK(store_type_add(&cx, &row) == OK);
	CHECK(store_type_model_add(&cx, row.id, &dmn) == OK);
	if (plan != NULL)
		CHECK(store_type_model_add(&cx, row.id, &cmmn) == OK);
}

/* Version 3: without the call and the timer, with another name for the visit
 * and a letter to be written; the planning is the same. */
static const char *
changed_plan(void)
{
	const char *s = source_sample("repair", "plan.cmmn");

	s = source_without(s, "<planItem id=\"call\"", "</planItem>");
	s = source_without(s, "<planItem id=\"wait\"", "/>");
	s = source_without(s, "<planItem id=\"remind\"", "</planItem>");
	s = source_without(s, "<sentry id=\"s_remind\">", "</sentry>");
	s = source_without(s, "<sentry id=\"s_visit\">", "</sentry>");
	s = source_without(s, "<sentry id=\"s_known\">", "</sentry>");
	s = source_without(s, "<sentry id=\"s_both\">", "</sentry>");
	s = source_without(s, "<entryCriterion id=\"visit_in\"", "/>");
	s = source_without(s, "<entryCriterion id=\"known_in\"", "/>");
	s = source_without(s, "<planItem id=\"known\"", "</planItem>");
	s = source_without(s, "<planItem id=\"both\"", "</planItem>");
	s = source_with(s, "<planItem id=\"visit\"", "<planItem id=\"letter\""
	    " definitionRef=\"d_letter\"/>\n<planItem id=\"visit\"");
	s = source_with(s, "<humanTask id=\"d_call\"", "<humanTask"
	    " id=\"d_letter\" name=\"Write a letter\"/>\n<humanTask"
	    " id=\"d_call\"");
	return source_with(s, "name=\"Visit the place\"", "name=\"Go there\"");
}

static const char *number;

static struct dossier *
again(void)
{
	struct dossier *d = NULL;

	CHECK(dossier_open(&cx, number, LEVEL_MANAGE, &d) == OK);
	CHECK(dossier_load(&cx, d) == OK);
	return d;
}

static struct dossier *
start(bool planned)
{
	struct value paid = { .field = "paid", .text = "900 EUR" };
	struct value cause = { .field = "cause", .text = "delay",
	    .next = &paid };
	struct dossier_new n = { .type = "complaint", .title = "Too late",
	    .text = "", .medium = "phone", .values = &cause };
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
	/* what was compiled of a row stays for the process */
	for (i = 20; !planned && i < 26; i++)
		install((int)i, NULL);
	if (planned)
		install(2, source_sample("repair", "plan.cmmn"));
	n.scope = world_scope("complaint", "north");
	CHECK(dossier_register(&cx, &n, &d) == OK);
	number = arena_text(cx.arena, d->number);
	CHECK(dossier_accept(&cx, d, "", "", 0, cx.viewer) == OK);
	cx.act = NULL;
	return again();
}

static enum err
move(int version)
{
	struct dossier_version_move m = { version, "", "The new way.", "" };

	cx.act = NULL;
	return dossier_version_move(&cx, again(), &m);
}

static struct task *
task(const char *title)
{
	struct task *t, *found = NULL;

	for (t = again()->tasks; t != NULL; t = t->next)
		if (strcmp(t->title, title) == 0)
			found = t;
	return found;
}

static bool
is_open(const char *title)
{
	struct task *t = task(title);

	return t != NULL && t->done == 0;
}

static const struct dossier_version_item *
item(const struct dossier_version *v, enum dossier_version_fate fate,
    const char *label)
{
	const struct dossier_version_item *i;

	for (i = v->items; i != NULL; i = i->next)
		if (i->fate == fate && i->part == CASETYPE_PLAN &&
		    strcmp(i->label, label) == 0)
			return i;
	return NULL;
}

static void
a_look_tells_of_the_plan(void)
{
	const struct dossier_version_item *i;
	struct dossier_version *v;
	int64_t rows;

	start(true);
	install(3, changed_plan());
	rows = world_int("SELECT count(*) FROM plan_item");
	CHECK(dossier_version_look(&cx, again(), 0, &v) == OK);
	i = item(v, DOSSIER_LOSES, "Call the customer");
	CHECK(i != NULL && strstr(i->note, "task ends") != NULL);
	CHECK(item(v, DOSSIER_LOSES, "Two weeks later") != NULL);
	i = item(v, DOSSIER_GAINS, "Write a letter");
	CHECK(i != NULL && strstr(i->note, "at once") != NULL);
	CHECK(item(v, DOSSIER_KEEPS, "Go there") != NULL);
	CHECK(item(v, DOSSIER_KEEPS, "Planning") != NULL);
	CHECK(world_int("SELECT count(*) FROM plan_item") == rows);
	CHECK(again()->type->version == 2);
	CHECK_TEXT(store_fault(), "");
}

static void
what_both_have_goes_on(void)
{
	struct timeline_filter f = { .kinds = "", .limit = 1 };
	struct event *e;

	start(true);
	install(3, changed_plan());
	CHECK(is_open("Check who asks") && is_open("Call the customer"));
	CHECK(move(0) == OK);
	CHECK(again()->type->version == 3);
	CHECK_TEXT(plan_state(again(), "assessment"), "active");
	CHECK_TEXT(plan_state(again(), "check"), "active");
	CHECK(is_open("Check who asks"));
	CHECK(!is_open("Call the customer"));
	CHECK_TEXT(task("Call the customer")->ended, "terminated");
	CHECK(is_open("Write a letter"));
	CHECK_TEXT(plan_state(again(), "letter"), "active");
	CHECK_TEXT(plan_state(again(), "call"), "none");
	CHECK(is_open("Go there") || is_open("Visit the place"));
	CHECK(world_int("SELECT count(*) FROM plan_item WHERE used = 'call'"
	    " AND state = 'terminated' AND name = 'Call the customer'"
	    " AND reason = 'The new way.'") == 1);
	CHECK(world_int("SELECT count(*) FROM plan_item WHERE used = 'wait'"
	    " AND rings < 253402300799") == 0);
	CHECK(dossier_timeline(&cx, again(), &f, &e) == OK);
	CHECK(strncmp(timeline_sentence(&cx, again()->type, e),
	    "The plan goes on", 16) == 0);
	CHECK_TEXT(store_fault(), "");
}

static void
the_way_back_begins_anew_what_was_lost(void)
{
	start(true);
	install(3, changed_plan());
	CHECK(move(3) == OK);
	CHECK(move(2) == OK);
	CHECK_TEXT(plan_state(again(), "call"), "active");
	CHECK_TEXT(plan_state(again(), "letter"), "none");
	CHECK(world_int("SELECT count(*) FROM plan_item WHERE used = 'call'")
	    == 2);
	CHECK(!is_open("Write a letter"));
	CHECK_TEXT(store_fault(), "");
}

static void
a_move_is_undone_with_its_plan(void)
{
	struct undo_act *a;

	start(true);
	install(3, changed_plan());
	CHECK(move(3) == OK);
	CHECK(undo_act_open(&cx, cx.act->number, &a) == OK);
	cx.act = NULL;
	CHECK(a->blocked == 0);
	CHECK(undo_back(&cx, a, false, "") == OK);
	CHECK(again()->type->version == 2);
	CHECK_TEXT(plan_state(again(), "call"), "active");
	CHECK(is_open("Call the customer"));
	CHECK(task("Write a letter") == NULL);
	CHECK_TEXT(store_fault(), "");
}

static int64_t
mine(void)
{
	return world_int(arena_printf(cx.arena, "SELECT count(*)"
	    " FROM plan_item p JOIN dossier d ON d.id = p.dossier"
	    " WHERE d.number = '%s'", number));
}

static const struct casetype_difference *
difference(const struct casetype_difference *d, enum casetype_how how,
    const char *code)
{
	while (d != NULL && (d->part != CASETYPE_PLAN || d->how != how ||
	    strcmp(d->code, code) != 0))
		d = d->next;
	return d;
}

static void
plans_are_told_apart_in_words(void)
{
	const struct casetype_difference *one;
	const struct casetype *from, *to;
	struct casetype_difference *d;

	start(true);
	install(3, changed_plan());
	CHECK(casetype_version(&cx, "complaint", 2, &from) == OK);
	CHECK(casetype_version(&cx, "complaint", 3, &to) == OK);
	CHECK(casetype_differ(&cx, from, from, &d) == OK && d == NULL);
	CHECK(casetype_differ(&cx, from, to, &d) == OK);
	CHECK(difference(d, CASETYPE_ADDED, "letter") != NULL);
	CHECK(difference(d, CASETYPE_REMOVED, "call") != NULL);
	CHECK(difference(d, CASETYPE_REMOVED, "wait") != NULL);
	one = difference(d, CASETYPE_CHANGED, "visit");
	CHECK(one != NULL && one->details->next != NULL);
	CHECK_TEXT(one == NULL ? "" : one->details->text,
	    "It was called “Visit the place” before.");
	CHECK(difference(d, CASETYPE_CHANGED, "plan") == NULL);
}

static void
a_plan_comes_and_goes_with_the_version(void)
{
	start(false);
	CHECK(mine() == 0);
	install(30, source_sample("repair", "plan.cmmn"));
	CHECK(move(30) == OK);
	CHECK_TEXT(plan_state(again(), "assessment"), "active");
	CHECK(is_open("Call the customer"));
	CHECK_TEXT(store_fault(), "");
	CHECK(move(25) == OK);
	CHECK(!is_open("Call the customer"));
	CHECK(mine() == 0);
	CHECK_TEXT(store_fault(), "");
}

int
main(void)
{
	RUN(a_look_tells_of_the_plan);
	RUN(what_both_have_goes_on);
	RUN(the_way_back_begins_anew_what_was_lost);
	RUN(a_move_is_undone_with_its_plan);
	RUN(plans_are_told_apart_in_words);
	RUN(a_plan_comes_and_goes_with_the_version);
	return DONE;
}
