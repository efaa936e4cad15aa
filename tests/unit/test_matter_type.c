/* SPDX-License-Identifier: MIT */
/* The type of matters that ships, as people work with it: its conflict check
 * and its limitation. */
#include <string.h>

#include "check.h"
#include "domain/course/clearance.h"
#include "domain/course/deadline.h"
#include "domain/course/dossier_change.h"
#include "domain/course/plan.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/dossier/undo.h"
#include "domain/people/person.h"
#include "seen.h"
#include "source.h"
#include "text/date.h"
#include "type_folder.h"
#include "world.h"

#define FOLDER "etc/casetypes/legal-matter/"

/* Its files, as the next version of what this world has. */
static void
installed(void)
{
	const struct casetype *t;

	type_folder_put("type.xml", source_with(source_text(FOLDER
	    "type.xml"), "code=\"matter\"", "code=\"complaint\""));
	type_folder_put("plan.cmmn", source_text(FOLDER "plan.cmmn"));
	type_folder_put("matter.dmn", source_text(FOLDER "matter.dmn"));
	type_folder_put("forms/conflict.xml", source_text(FOLDER
	    "forms/conflict.xml"));
	must(type_folder_install(&t));
}

static struct value *
value(struct value *next, const char *field, const char *text)
{
	struct value *v = arena_alloc(cx.arena, sizeof(*v));

	*v = (struct value){ .next = next, .field = field, .text = text };
	return v;
}

/* In its assessment, with somebody on it. */
static struct dossier *
assessed(void)
{
	struct dossier_new n = { .type = "complaint", .title = "Cracks",
	    .text = "", .medium = "phone" };
	struct person *p;
	struct person_new who = { .name = "Zugspitz Bau", .given = "",
	    .family = "", .email = "", .phone = "", .address = "",
	    .language = "", .organisation = true };
	struct dossier *d = NULL;

	given();
	store_begun();
	as("mia");
	cx.lang = "en";
	installed();
	n.values = value(value(value(NULL, "area", "building"), "side",
	    "claims"), "limitation", "2027-03-31");
	n.scope = world_scope("complaint", "north");
	must(dossier_register(&cx, &n, &d));
	CHECK(dossier_accept(&cx, d, "", "", 0, cx.viewer) == OK);
	d = reread(d);
	if (strcmp(d->phase, "assessment") != 0)
		CHECK(dossier_move(&cx, d, "assessment", "Taken") == OK);
	d = reread(d);
	CHECK(person_add(&cx, &who, &p) == OK);
	CHECK(party_add(&cx, d, p->id, "opponent") == OK);
	return reread(d);
}

static struct task *
task(struct dossier *d, const char *title)
{
	struct task *t = reread(d)->tasks;

	while (t != NULL && (strcmp(t->title, title) != 0 || t->done != 0))
		t = t->next;
	return t;
}

static enum err
decided(struct dossier *d, const char *state)
{
	struct clearance *c;
	bool stale;

	CHECK(clearance_latest(&cx, d, &c, &stale) == OK && c != NULL);
	CHECK(clearance_open(&cx, c->number, &c) == OK);
	cx.act = NULL;
	return clearance_decide(&cx, c, d, state, "As we see it");
}

static const char *
says(struct dossier *d)
{
	return dossier_value(reread(d), "conflict");
}

static enum err
typed(struct dossier *d, const char *field, const char *text)
{
	struct dossier_change c = { .why = "" };

	d = reread(d);
	c.title = d->title;
	c.risk = d->risk;
	c.version = d->version;
	c.values = value(NULL, field, text);
	cx.act = NULL;
	return dossier_change(&cx, d, &c);
}

static void
the_check_fills_the_field_and_ends_the_task(void)
{
	struct dossier *d = assessed();
	struct task *t = task(d, "Look for conflicts of interest");

	CHECK(t != NULL);
	CHECK_TEXT(plan_state(d, "mandate"), "available");
	CHECK(task_done(&cx, d, t, "Nobody") == ERR_INVALID);
	CHECK(typed(d, "conflict", "clear") == ERR_REQUEST);
	CHECK(decided(d, "clear") == OK);
	CHECK_TEXT(says(d), "clear");
	CHECK_TEXT(plan_state(d, "conflict_check"), "completed");
	CHECK_TEXT(plan_state(d, "mandate"), "active");
	CHECK(task(d, "Look for conflicts of interest") == NULL);
	CHECK_TEXT(store_fault(), "");
}

static void
a_conflict_ends_the_mandate(void)
{
	struct dossier *d = assessed();

	CHECK(decided(d, "conflict") == OK);
	CHECK_TEXT(says(d), "conflict");
	CHECK_TEXT(plan_state(d, "mandate"), "available");
	CHECK(reread(d)->risk == 3);
	CHECK(task_done(&cx, d, task(d, "Decline the mandate in writing"),
	    "") == OK);
	CHECK_TEXT(plan_state(d, "assessment"), "terminated");
}

static void
who_comes_on_is_checked_anew_and_undone(void)
{
	struct dossier *d = assessed();
	struct person_new who = { .name = "Zugspitz Handel", .given = "",
	    .family = "", .email = "", .phone = "", .address = "",
	    .language = "", .organisation = true };
	struct person *p;
	const char *act;

	CHECK(decided(d, "waived") == OK);
	CHECK(person_add(&cx, &who, &p) == OK);
	cx.act = NULL;
	CHECK(party_add(&cx, reread(d), p->id, "opponent") == OK);
	act = cx.act->number;
	CHECK_TEXT(says(d), "");
	CHECK(task(d, "Decide the new conflict check") != NULL);
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	CHECK_TEXT(says(d), "waived");
	CHECK(task(d, "Decide the new conflict check") == NULL);
	CHECK(party_add(&cx, reread(d), p->id, "opponent") == OK);
	CHECK(decided(reread(d), "conflict") == OK);
	CHECK(task(d, "Decide the new conflict check") == NULL);
	CHECK(task(d, "Lay down the mandate, or have the conflict waived")
	    != NULL);
	CHECK_TEXT(store_fault(), "");
}

static struct deadline *
limitation(struct dossier *d)
{
	struct deadline *x;

	CHECK(deadline_list(&cx, d, &x) == OK);
	while (x != NULL && strcmp(x->code, "limitation") != 0)
		x = x->next;
	CHECK(x != NULL && deadline_open(&cx, d, x->no, &x) == OK);
	return x;
}

static const char *
day(int64_t moment)
{
	return date_text(cx.arena, "en", cx.zone, moment, 0, DATE_INPUT_DAY);
}

static void
the_limitation_is_a_deadline_that_moves_with_its_field(void)
{
	struct dossier *d = assessed();
	struct deadline *x = limitation(d);
	const char *act;

	CHECK_TEXT(day(x->due - 1), "2027-03-31");
	CHECK(x->second);
	CHECK_TEXT(day(x->early - 1), "2027-01-30");
	CHECK(typed(d, "limitation", "2027-06-30") == OK);
	act = cx.act->number;
	CHECK_TEXT(day(limitation(d)->due - 1), "2027-06-30");
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	CHECK_TEXT(day(limitation(d)->due - 1), "2027-03-31");
	CHECK(typed(d, "value", "100") == OK);
	CHECK_TEXT(day(limitation(d)->due - 1), "2027-03-31");
	CHECK(typed(d, "limitation", "") == OK);
	CHECK(limitation(d)->state == DEADLINE_STOPPED);
	CHECK(typed(d, "limitation", "2028-01-31") == OK);
	x = limitation(d);
	CHECK(x->state == DEADLINE_RUNNING);
	CHECK(deadline_done(&cx, reread(d), x, "The claim is filed") == OK);
	CHECK(limitation(d)->state == DEADLINE_UNCHECKED);
	CHECK_TEXT(store_fault(), "");
}

int
main(void)
{
	type_folder_open();
	RUN(the_check_fills_the_field_and_ends_the_task);
	RUN(a_conflict_ends_the_mandate);
	RUN(who_comes_on_is_checked_anew_and_undone);
	RUN(the_limitation_is_a_deadline_that_moves_with_its_field);
	return DONE;
}
