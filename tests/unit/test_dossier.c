/* SPDX-License-Identifier: MIT */
#include "base/count.h"
#include "check.h"
#include "domain/course/dossier_change.h"
#include "domain/course/dossier_close.h"
#include "domain/course/dossier_load.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "store/db.h"
#include "world.h"

static struct dossier *
registered(const char *title)
{
	struct value subject = { NULL, "subject", "service" };
	struct dossier_new n = { .type = "complaint", .title = title,
	    .text = "They never called back.", .medium = "phone",
	    .values = &subject };
	struct dossier *d = NULL;

	as("ben");
	n.scope = world_scope("complaint", "north");
	n.requester = world_customer("P-20000001");
	n.received = cx.now - 3600;
	if (dossier_register(&cx, &n, &d) != OK)
		printf("# %s\n", cx.why);
	return d;
}

static void
who_may_see_it_opens_it(void)
{
	struct dossier *d;

	given();
	d = opened_as("mia", "C-2026-10000061");
	CHECK(d->level == LEVEL_MANAGE);
	CHECK_TEXT(d->title, "Broken <ankle> & more");
	CHECK_TEXT(d->lead_name, "Mia Berger");
	CHECK_TEXT(d->type->code, "complaint");
	CHECK(opened_as("zoe", "C-2026-10000061")->level == LEVEL_READ);
	CHECK(opened_as("mia", "C-2026-10000087")->restricted);
}

static void
what_one_may_not_see_is_missing(void)
{
	static const char *const who[] = { "tom", "ada", "eve", "" };
	struct dossier *d;
	const char *why;
	size_t i;

	given();
	as("mia");
	CHECK(dossier_open(&cx, "C-2026-99999999", LEVEL_READ, &d) ==
	    ERR_MISSING);
	why = cx.why;
	for (i = 0; i < 4; i++) {
		as(who[i]);
		CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_READ, &d) ==
		    ERR_MISSING);
		CHECK_TEXT(cx.why, why);
		CHECK(d == NULL);
	}
	as("ben");	/* restricted: the scope does not count */
	CHECK(dossier_open(&cx, "C-2026-10000087", LEVEL_READ, &d) ==
	    ERR_MISSING);
	as("zoe");
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_WORK, &d) ==
	    ERR_FORBIDDEN);
}

static void
a_wall_beats_every_grant(void)
{
	struct dossier *d;

	given();
	db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " SELECT 1, id FROM dossier");
	as("mia");
	CHECK(dossier_open(&cx, "C-2026-10000087", LEVEL_READ, &d) ==
	    ERR_MISSING);
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_READ, &d) ==
	    ERR_MISSING);
}

static void
a_request_is_a_dossier_at_once(void)
{
	int64_t open, total;
	struct dossier *d;

	given();
	open = world_int("SELECT open FROM scope WHERE id = 1");
	total = world_int("SELECT total FROM scope WHERE id = 1");
	d = registered("  Nobody\tanswers ");
	CHECK(d != NULL);
	if (d == NULL)
		return;
	d = opened_as("ben", d->number);
	CHECK_TEXT(d->title, "Nobody answers");
	CHECK_TEXT(d->status, "open");
	CHECK_TEXT(d->verdict, "");
	CHECK_TEXT(d->phase, "screening");
	CHECK_TEXT(d->requester, "Élodie Weiß");
	CHECK(d->received == cx.now - 3600 && d->opened == cx.now);
	CHECK(dossier_load(&cx, d) == OK);
	CHECK_TEXT(d->notes->text, "They never called back.");
	CHECK_TEXT(d->parties->role, "requester");
	CHECK_TEXT(dossier_value(d, "subject"), "service");
	CHECK(d->phases != NULL && d->phases->left == 0);
	CHECK(world_int("SELECT open FROM scope WHERE id = 1") == open + 1);
	CHECK(world_int("SELECT total FROM scope WHERE id = 1") ==
	    total + 1);
}

static void
a_request_with_mistakes_names_each(void)
{
	struct value amount = { NULL, "amount", "much" };
	struct dossier_new n = { .type = "complaint", .title = " ",
	    .medium = "pigeon", .values = &amount };
	static const char *const wrong[] = { "title", "medium", "received",
	    "requester", "f.amount", "f.subject" };
	struct mistake *m;
	struct dossier *d;
	size_t i;

	given();
	as("ben");
	n.scope = world_scope("complaint", "north");
	n.received = cx.now + 1;
	n.requester = 4711;
	CHECK(dossier_register(&cx, &n, &d) == ERR_INVALID);
	CHECK(d == NULL);
	for (i = 0; i < COUNT(wrong); i++) {
		for (m = cx.mistakes; m != NULL; m = m->next)
			if (strcmp(m->field, wrong[i]) == 0)
				break;
		if (m == NULL)
			printf("# nothing said about %s\n", wrong[i]);
		CHECK(m != NULL);
	}
	CHECK(world_int("SELECT count(*) FROM dossier") == 5);
}

static void
one_registers_only_where_one_works(void)
{
	struct dossier_new n = { .type = "complaint", .title = "T",
	    .text = "", .medium = "web" };
	struct dossier *d;

	given();
	as("ben");
	n.scope = world_scope("complaint", "south");
	CHECK(dossier_register(&cx, &n, &d) == ERR_FORBIDDEN);
	n.scope = world_scope("permit", "north");
	CHECK(dossier_register(&cx, &n, &d) == ERR_INVALID);
	as("zoe");
	n.scope = world_scope("complaint", "north");
	CHECK(dossier_register(&cx, &n, &d) == ERR_FORBIDDEN);
}

static void
acceptance_begins_the_work(void)
{
	struct dossier *d;

	given();
	d = opened_as("sue", "C-2026-10000079");
	CHECK(dossier_move(&cx, d, "planning", "soon") == ERR_CONFLICT);
	CHECK(dossier_accept(&cx, d, "", "Parcel lost", 0,
	    world_person("mia")) == OK);
	CHECK_TEXT(d->verdict, "accepted");
	CHECK_TEXT(d->phase, "assessment");
	d = opened_as("mia", "C-2026-10000079");
	CHECK_TEXT(d->title, "Parcel lost");
	CHECK_TEXT(d->lead_name, "Mia Berger");
	CHECK(dossier_load(&cx, d) == OK);
	CHECK_TEXT(d->parties->role, "lead");
	CHECK(d->phases->left == cx.now && d->phases->next->left == 0);
	CHECK(dossier_accept(&cx, d, "", "", 0, 0) == ERR_CONFLICT);
	CHECK(dossier_decline(&cx, d, "no", "none") == ERR_CONFLICT);
	CHECK(dossier_solve(&cx, d, "done") == ERR_CONFLICT);
}

static void
acceptance_may_change_the_type(void)
{
	struct dossier *d;
	const char *number;

	given();
	d = registered("A shed without a permit");
	number = d->number;
	d = opened_as("sue", number);
	CHECK(dossier_accept(&cx, d, "permit", "", 0, 0) == ERR_INVALID);
	CHECK(dossier_accept(&cx, d, "permit", "",
	    world_scope("permit", "south"), world_person("tom")) == OK);
	CHECK(d->level == LEVEL_NONE);	/* sue does no permits */
	as("sue");
	CHECK(dossier_open(&cx, number, LEVEL_READ, &d) == ERR_MISSING);
	d = opened_as("tom", number);
	CHECK_TEXT(d->type->code, "permit");
	CHECK_TEXT(d->team_name, "South");
	CHECK(dossier_load(&cx, d) == OK);
	CHECK(d->values == NULL);	/* permits have no subject */
	CHECK(world_int("SELECT count(*) FROM event_body"
	    " WHERE body LIKE '%\"f.subject\":\"service\"%'") == 2);
	CHECK(world_int("SELECT total FROM scope WHERE id = 4") == 2);
	CHECK(world_int("SELECT total FROM scope WHERE id = 1") == 4);
}

static void
what_was_declined_returns_to_the_tray(void)
{
	struct dossier *d;

	given();
	d = opened_as("sue", "C-2026-10000079");
	CHECK(dossier_decline(&cx, d, " ", "") == ERR_INVALID);
	CHECK(cx.mistakes != NULL && cx.mistakes->next != NULL);
	CHECK(dossier_decline(&cx, d, "Not ours", "The ombudsman") == OK);
	CHECK_TEXT(d->status, "closed");
	CHECK_TEXT(d->outcome, "declined");
	CHECK(d->closed == cx.now);
	CHECK(dossier_reopen(&cx, d, "It is ours after all") == OK);
	d = opened_as("sue", "C-2026-10000079");
	CHECK_TEXT(d->verdict, "");
	CHECK_TEXT(d->status, "open");
	CHECK(dossier_solve(&cx, d, "Parcel found") == OK);
	CHECK_TEXT(opened_as("sue", "C-2026-10000079")->outcome, "solved");
}

static void
open_tasks_keep_it_open_and_are_named(void)
{
	struct task_new n = { .title = "Call the office" };
	struct dossier *d;
	struct task *t, *u;

	given();
	d = opened_as("mia", "C-2026-10000061");
	n.team = world_team("north");
	CHECK(task_add(&cx, d, &n, &t) == OK);
	n.title = "Write the letter";
	CHECK(task_add(&cx, d, &n, &u) == OK);
	CHECK(dossier_close(&cx, d, "upheld", "") == ERR_INVALID);
	CHECK(strstr(cx.why, "“Call the office”, “Write the letter”") !=
	    NULL);
	CHECK(task_done(&cx, d, t, "") == OK);
	CHECK(task_done(&cx, d, u, "") == OK);
	CHECK(dossier_close(&cx, d, "perhaps", "") == ERR_INVALID);
	CHECK(dossier_close(&cx, d, "upheld", "") == OK);
	CHECK(dossier_close(&cx, d, "upheld", "") == ERR_CONFLICT);
	CHECK(task_add(&cx, d, &n, &t) == ERR_CONFLICT);
	CHECK(dossier_note(&cx, d, "A late letter") == OK);
	CHECK(dossier_reopen(&cx, d, "") == ERR_INVALID);
	CHECK(dossier_reopen(&cx, d, "New facts") == OK);
	CHECK_TEXT(opened_as("mia", "C-2026-10000061")->status, "open");
}

static void
a_stale_save_is_refused(void)
{
	struct dossier_change c = { .title = "First", .why = "" };
	struct dossier *d;

	given();
	d = opened_as("mia", "C-2026-10000061");
	c.version = d->version;
	CHECK(dossier_change(&cx, d, &c) == OK);
	d = opened_as("ben", "C-2026-10000061");
	c.title = "Second";
	CHECK(dossier_change(&cx, d, &c) == ERR_CONFLICT);
	CHECK_TEXT(opened_as("ben", "C-2026-10000061")->title, "First");
	/* A note meanwhile is no reason to refuse. */
	c.version = d->version;
	CHECK(dossier_note(&cx, d, "meanwhile") == OK);
	CHECK(dossier_change(&cx, opened_as("ben", "C-2026-10000061"), &c) ==
	    OK);
}

static void
phases_are_summed_up(void)
{
	struct phase_visit *v;
	struct dossier *d;

	given();
	d = opened_as("mia", "C-2026-10000061");
	later(86400);
	CHECK(dossier_move(&cx, d, "planning", "go") == OK);
	later(2 * 86400);
	CHECK(dossier_move(&cx, d, "screening", "look again") == OK);
	later(86400);
	CHECK(dossier_move(&cx, d, "planning", "go on") == OK);
	later(3600);
	CHECK(dossier_load(&cx, d) == OK);
	v = dossier_phases(&cx, d);
	CHECK_TEXT(v->phase->code, "screening");
	CHECK(v->visits == 2 && !v->current);
	CHECK(v->seconds == 2 * 86400 + 3600);
	v = v->next;
	CHECK_TEXT(v->phase->code, "assessment");
	CHECK(v->visits == 0 && v->entered == 0);
	v = v->next->next;
	CHECK_TEXT(v->phase->code, "planning");
	CHECK(v->visits == 2 && v->current);
	CHECK(v->seconds == 2 * 86400 + 3600);
	CHECK(v->entered == WORLD_NOW + 86400);
}

static void
a_phase_of_an_earlier_type_is_still_shown(void)
{
	struct phase_visit *v;
	struct dossier *d;

	given();
	db_run(&cx, "UPDATE dossier_phase SET phase = 'mediation',"
	    " left_at = entered + 60 WHERE dossier = 1");
	d = opened_as("mia", "C-2026-10000061");
	CHECK(dossier_load(&cx, d) == OK);
	for (v = dossier_phases(&cx, d); v->next != NULL; v = v->next)
		;
	CHECK_TEXT(v->phase->code, "mediation");
	CHECK_TEXT(v->phase->label.text[0], "mediation");
	CHECK(v->visits == 1 && v->seconds == 60);
}

static void
it_waits_and_goes_on(void)
{
	struct dossier *d;

	given();
	d = opened_as("mia", "C-2026-10000061");
	CHECK(dossier_resume(&cx, d, "x") == ERR_CONFLICT);
	CHECK(dossier_wait(&cx, d, " ") == ERR_INVALID);
	CHECK(dossier_wait(&cx, d, "for the expert") == OK);
	CHECK(dossier_wait(&cx, d, "again") == ERR_CONFLICT);
	d = opened_as("mia", "C-2026-10000061");
	CHECK_TEXT(d->status, "waiting");
	CHECK(dossier_move(&cx, d, "planning", "meanwhile") == OK);
	CHECK(dossier_resume(&cx, d, "the expert answered") == OK);
	CHECK_TEXT(opened_as("mia", "C-2026-10000061")->status, "open");
}

static void
the_lead_of_a_restricted_one_is_made_by_who_manages_it(void)
{
	struct dossier *d;

	given();
	db_run(&cx, "INSERT INTO viewer_grant (viewer, dossier, level, until)"
	    " VALUES (2, 3, 3, 253402300799)");
	d = opened_as("ben", "C-2026-10000087");
	CHECK(d->level == LEVEL_WORK);
	CHECK(dossier_hand_over(&cx, d, 0, world_person("ben"), "x") ==
	    ERR_FORBIDDEN);
	d = opened_as("mia", "C-2026-10000087");
	CHECK(dossier_hand_over(&cx, d, 0, world_person("ben"), "x") == OK);
	CHECK(opened_as("ben", "C-2026-10000087")->level == LEVEL_MANAGE);
}

static void
who_gives_it_away_may_lose_sight(void)
{
	struct task_new n = { .title = "Ask the neighbour" };
	struct dossier *d;
	struct task *t;

	given();
	d = opened_as("mia", "C-2026-10000061");
	n.owner = world_person("ben");
	CHECK(task_add(&cx, d, &n, &t) == OK);
	CHECK(dossier_hand_over(&cx, d, 0, d->lead, "x") == ERR_INVALID);
	CHECK(dossier_hand_over(&cx, d, world_scope("permit", "south"), 0,
	    "x") == ERR_INVALID);
	CHECK(dossier_hand_over(&cx, d, world_scope("complaint", "south"),
	    world_person("tom"), "moved house") == OK);
	CHECK(d->level == LEVEL_NONE);
	as("mia");
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_READ, &d) ==
	    ERR_MISSING);
	d = opened_as("tom", "C-2026-10000061");
	CHECK(d->level == LEVEL_MANAGE);
	CHECK_TEXT(d->team_name, "South");
	CHECK(dossier_load(&cx, d) == OK);
	CHECK_TEXT(d->parties->name, "Tom Rossi");
	CHECK(d->tasks->owner == 0);	/* ben cannot see it any more */
	CHECK_TEXT(d->tasks->team_name, "South");
	CHECK(world_int("SELECT count(*) FROM party WHERE role = 'lead'"
	    " AND ended IS NULL AND dossier = 1") == 1);
}

static void
a_due_field_and_tasks_say_when_it_is_due(void)
{
	struct value by = { NULL, "answer_by", "2026-12-01" };
	struct dossier_change c = { .title = "T", .values = &by };
	struct task_new n = { .title = "Soon" };
	struct dossier *d;
	struct task *t;

	given();
	d = opened_as("mia", "C-2026-10000061");
	c.version = d->version;
	CHECK(dossier_change(&cx, d, &c) == OK);
	CHECK(d->due == INT64_C(1796165999));	/* 23:59:59 in Berlin */
	n.team = world_team("north");
	n.due = cx.now + 60;
	CHECK(task_add(&cx, d, &n, &t) == OK);
	CHECK(opened_as("mia", "C-2026-10000061")->due == cx.now + 60);
	CHECK(task_done(&cx, d, t, "") == OK);
	CHECK(d->due == INT64_C(1796165999));
	by.text = "";
	c.version = d->version;
	CHECK(dossier_change(&cx, d, &c) == OK);
	CHECK(opened_as("mia", "C-2026-10000061")->due == 0);
}

static void
who_only_reads_changes_nothing(void)
{
	struct dossier_change c = { .title = "T" };
	struct task_new n = { .title = "T", .team = 1 };
	struct dossier *d;
	struct task *t;

	given();
	d = opened_as("zoe", "C-2026-10000061");
	CHECK(dossier_note(&cx, d, "x") == ERR_FORBIDDEN);
	CHECK(dossier_change(&cx, d, &c) == ERR_FORBIDDEN);
	CHECK(dossier_move(&cx, d, "planning", "x") == ERR_FORBIDDEN);
	CHECK(dossier_wait(&cx, d, "x") == ERR_FORBIDDEN);
	CHECK(dossier_resume(&cx, d, "x") == ERR_FORBIDDEN);
	CHECK(dossier_close(&cx, d, "upheld", "x") == ERR_FORBIDDEN);
	CHECK(dossier_reopen(&cx, d, "x") == ERR_FORBIDDEN);
	CHECK(dossier_hand_over(&cx, d, 2, 0, "x") == ERR_FORBIDDEN);
	CHECK(dossier_accept(&cx, d, "", "", 0, 0) == ERR_FORBIDDEN);
	CHECK(dossier_solve(&cx, d, "x") == ERR_FORBIDDEN);
	CHECK(dossier_decline(&cx, d, "x", "x") == ERR_FORBIDDEN);
	CHECK(task_add(&cx, d, &n, &t) == ERR_FORBIDDEN);
	CHECK(party_add(&cx, d, 1, "witness") == ERR_FORBIDDEN);
	CHECK(party_end(&cx, d, 1, "x") == ERR_FORBIDDEN);
	CHECK(world_int("SELECT count(*) FROM event") == 0);
}

int
main(void)
{
	RUN(who_may_see_it_opens_it);
	RUN(what_one_may_not_see_is_missing);
	RUN(a_wall_beats_every_grant);
	RUN(a_request_is_a_dossier_at_once);
	RUN(a_request_with_mistakes_names_each);
	RUN(one_registers_only_where_one_works);
	RUN(acceptance_begins_the_work);
	RUN(acceptance_may_change_the_type);
	RUN(what_was_declined_returns_to_the_tray);
	RUN(open_tasks_keep_it_open_and_are_named);
	RUN(a_stale_save_is_refused);
	RUN(phases_are_summed_up);
	RUN(a_phase_of_an_earlier_type_is_still_shown);
	RUN(it_waits_and_goes_on);
	RUN(the_lead_of_a_restricted_one_is_made_by_who_manages_it);
	RUN(who_gives_it_away_may_lose_sight);
	RUN(a_due_field_and_tasks_say_when_it_is_due);
	RUN(who_only_reads_changes_nothing);
	return DONE;
}
