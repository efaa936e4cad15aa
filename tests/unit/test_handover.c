/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "../dice.h"
#include "base/count.h"
#include "base/day.h"
#include "check.h"
#include "domain/course/dossier_load.h"
#include "domain/course/promise.h"
#include "domain/course/task.h"
#include "domain/desk/handover.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/dossier.h"
#include "domain/people/compartment.h"
#include "domain/spine/event.h"
#include "seen.h"
#include "store/db.h"
#include "world.h"

#define D "C-2026-10000061"
#define R "C-2026-10000087"	/* restricted */

static const struct handover_some all = { NULL, 0 };

static enum err
offer_to(const char *giver, const char *receiver, const char *number,
    struct handover **out)
{
	const char *numbers[] = { number };
	const struct handover_new n = { .giver = world_person(giver),
	    .receiver = world_person(receiver), .note = "", .numbers =
	    numbers, .count = 1 };
	enum err e;

	CHECK(db_part_begin(&cx) == OK);	/* as a refused POST does */
	e = handover_add(&cx, &n, out);
	CHECK((e == OK ? db_part_keep(&cx) : db_part_drop(&cx)) == OK);
	return e;
}

static struct handover *
opened(const char *login, const struct handover *h)
{
	struct handover *out = NULL;

	as(login);
	CHECK(handover_open(&cx, h->number, &out) == OK);
	return out;
}

static struct task *
task_of(struct dossier *d, const char *owner)
{
	const struct task_new n = { .title = "Ask for the X-ray",
	    .instructions = "", .priority = PRIORITY_NORMAL,
	    .owner = world_person(owner) };
	struct task *t = NULL;

	CHECK(task_add(&cx, d, &n, &t) == OK);
	return t;
}

static bool
says(const struct handover_line *l, const char *section, const char *text)
{
	for (; l != NULL; l = l->next)
		if (strcmp(l->section, section) == 0 &&
		    strstr(l->text, text) != NULL)
			return true;
	return false;
}

static int
lines(const struct handover_line *l, const char *section)
{
	int n = 0;

	for (; l != NULL; l = l->next)
		n += strcmp(l->section, section) == 0;
	return n;
}

static void
accepted_it_is_the_receivers_and_not_before(void)
{
	struct handover *h;
	struct dossier *d;
	struct task *t;
	int done, gone;

	given();
	d = opened_as("mia", D);
	t = task_of(d, "mia");
	CHECK(offer_to("mia", "ben", D, &h) == OK);
	CHECK_TEXT(told(d), "Handover from Mia Berger to Ben Okafor offered");
	CHECK(reread(d)->lead == world_person("mia"));
	h = opened("mia", h);
	CHECK(!handover_may_accept(&cx, h));
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == ERR_FORBIDDEN);
	h = opened("ben", h);
	CHECK(handover_may_accept(&cx, h));
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == OK);
	CHECK(done == 1 && gone == 0);
	d = opened_as("ben", D);
	CHECK(d->lead == world_person("ben") && d->level == LEVEL_MANAGE);
	CHECK_TEXT(told(d), "Handed over from Mia Berger to Ben Okafor, who "
	    "accepted it, with 1 open task");
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(t->owner == world_person("ben"));
	CHECK(world_int("SELECT count(*) FROM party WHERE role = 'lead'"
	    " AND ended IS NULL AND dossier = (SELECT id FROM dossier"
	    " WHERE number = '" D "')") == 1);
	h = opened("ben", h);
	CHECK(h->waiting == 0);
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == ERR_CONFLICT);
}

static void
who_may_not_work_there_is_refused_by_name(void)
{
	struct handover *h;

	given();
	as("mia");
	CHECK(offer_to("mia", "tom", D, &h) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "receiver");
	CHECK(strstr(cx.mistakes->text, D) != NULL);
	CHECK(offer_to("mia", "mia", D, &h) == ERR_INVALID);
	CHECK(offer_to("mia", "eve", D, &h) == ERR_INVALID);
	CHECK(offer_to("mia", "ben", R, &h) == ERR_INVALID);
	CHECK(offer_to("mia", "ben", "C-2026-10000102", &h) ==
	    ERR_CONFLICT);
	CHECK(offer_to("mia", "ben", "P-2026-10000095", &h) == ERR_MISSING);
	as("ben");			/* works, and does not manage */
	CHECK(offer_to("mia", "ben", D, &h) == ERR_FORBIDDEN);
	CHECK(offer_to("ben", "sue", D, &h) == ERR_INVALID);	/* nothing */
	CHECK(world_int("SELECT count(*) FROM handover") == 0);
	as("mia");
	CHECK(offer_to("mia", "ben", D, &h) == OK);
	CHECK(offer_to("mia", "sue", D, &h) == ERR_INVALID);	/* waits */
	as("tom");
	CHECK(handover_open(&cx, h->number, &h) == ERR_MISSING);
}

static void
refused_it_stays_and_the_giver_is_told(void)
{
	struct handover *h;
	struct dossier *d;
	int done, gone;

	given();
	d = opened_as("mia", D);
	CHECK(offer_to("mia", "ben", D, &h) == OK);
	h = opened("ben", h);
	CHECK(handover_refuse(&cx, h, &all, " ", &done) == ERR_INVALID);
	CHECK(handover_refuse(&cx, h, &all, "I am away.", &done) == OK);
	CHECK(reread(d)->lead == world_person("mia"));
	CHECK_TEXT(told(d), "Handover from Mia Berger to Ben Okafor refused");
	CHECK(world_int("SELECT count(*) FROM outbox o JOIN staff f"
	    " ON f.person = o.person WHERE f.login = 'mia'"
	    " AND o.kind = 'handover'") == 1);
	as("mia");
	CHECK(offer_to("mia", "sue", D, &h) == OK);
	h = opened("mia", h);
	CHECK(handover_withdraw(&cx, h, &done) == OK && done == 1);
	h = opened("sue", h);
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == ERR_CONFLICT);
	CHECK(reread(d)->lead == world_person("mia"));
}

static void
it_is_not_accepted_before_its_day(void)
{
	const char *numbers[] = { D };
	struct handover_new n = { .note = "", .numbers = numbers,
	    .count = 1 };
	struct handover *h;
	int done, gone;

	given();
	as("mia");
	n.giver = world_person("mia");
	n.receiver = world_person("ben");
	n.begins = cx.now + 2 * DAY;
	CHECK(handover_add(&cx, &n, &h) == OK);
	h = opened("ben", h);
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == ERR_CONFLICT);
	later(2 * DAY);
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == OK);
}

static void
the_sheet_says_what_is_open_and_is_kept_as_it_was(void)
{
	struct promise_new p = { .text = "An answer", .medium = "phone" };
	struct handover_line *l, *m;
	struct handover *h;
	struct dossier *d;
	struct promise *x;
	const char *sum;
	int done, gone;

	given();
	d = opened_as("mia", D);
	p.due = cx.now + 3 * DAY;
	task_of(d, "ben");
	CHECK(promise_add(&cx, d, &p, &x) == OK);
	CHECK(offer_to("mia", "ben", D, &h) == OK);
	d = opened_as("ben", D);
	CHECK(dossier_note(&cx, d, "She called.") == OK);
	h = opened("ben", h);
	d = opened_as("ben", D);
	CHECK(dossier_load(&cx, d) == OK);
	CHECK(handover_sheet(&cx, h, h->cases, d, &l) == OK);
	CHECK(says(l, "tasks", "Ask for the X-ray"));
	CHECK(says(l, "promises", "An answer"));
	CHECK(says(l, "unread", "1 entry of others since Mia Berger"));
	CHECK(says(l, "notes", "She called."));
	CHECK(says(l, "people", "Élodie Weiß"));
	sum = handover_sheet_sum(&cx, h, D, l);
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == OK);
	d = opened_as("ben", D);
	CHECK(promise_keep(&cx, d, x, &(struct promise_end){ .how =
	    "mail" }) == OK);
	h = opened("ben", h);
	CHECK_TEXT(h->cases->sha256, sum);
	d = opened_as("ben", D);
	CHECK(dossier_load(&cx, d) == OK);
	CHECK(handover_sheet(&cx, h, h->cases, d, &m) == OK);
	CHECK(says(m, "promises", "An answer"));
	CHECK_TEXT(handover_sheet_sum(&cx, h, D, m), sum);
}

static void
a_kept_sheet_is_checked_against_the_log(void)
{
	static const char *const harms[] = {
		"UPDATE handover_line SET text = text || '!' WHERE place = 1",
		"UPDATE handover_line SET detail = 'x' WHERE place = 2",
		"UPDATE handover_line SET due = due + 60 WHERE place = 1",
		"DELETE FROM handover_line WHERE place = 2",
		"UPDATE handover_case SET said = said - 1",
		"UPDATE handover_case SET said_by = (SELECT person FROM staff"
		    " WHERE login = 'sue')",
		"UPDATE handover_case SET state = 'refused'",
		"INSERT INTO handover_line (handover, no, place, section,"
		    " text) SELECT handover, no, 99, section, text"
		    "  FROM handover_line WHERE place = 1",
		"INSERT INTO handover_line (handover, no, place, section,"
		    " text) SELECT handover, 9, 1, section, text"
		    "  FROM handover_line WHERE place = 1"
	};
	struct handover *h;
	size_t i;
	int done, gone;

	given();
	store_begun();
	task_of(opened_as("mia", D), "mia");
	CHECK(dossier_note(&cx, opened_as("ben", D), "She called.") == OK);
	as("mia");
	CHECK(offer_to("mia", "ben", D, &h) == OK);
	CHECK_TEXT(store_fault(), "");
	h = opened("ben", h);
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == OK);
	CHECK(world_int("SELECT count(*) FROM handover_line") > 2);
	CHECK_TEXT(store_fault(), "");
	for (i = 0; i < COUNT(harms); i++)
		CHECK(strstr(store_fault_after(harms[i]), "handover") != NULL);
}

static void
who_left_is_followed_by_whom_the_manager_asks(void)
{
	struct handover_left *left;
	struct handover_work *w;
	struct handover *h;
	struct dossier *d;
	int done, gone;

	given();
	d = opened_as("mia", D);
	CHECK(dossier_hand_over(&cx, d, 0, world_person("ben"), "So") ==
	    OK);
	CHECK(handover_left(&cx, &left) == OK && left == NULL);
	CHECK(db_run(&cx, "UPDATE staff SET enabled = 0 WHERE login ="
	    " 'ben'") == OK);
	CHECK(handover_left(&cx, &left) == OK && left != NULL);
	CHECK(left->cases == 1 && left->next == NULL);
	CHECK(handover_work(&cx, world_person("ben"), 9, &w) == OK);
	CHECK(w != NULL && w->lead && w->next == NULL);
	CHECK(offer_to("ben", "sue", D, &h) == OK);
	CHECK(handover_work(&cx, world_person("ben"), 9, &w) == OK);
	CHECK_TEXT(w->waits, "Sue Park");
	h = opened("sue", h);
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == OK);
	CHECK(reread(d)->lead == world_person("sue"));
	as("tom");
	CHECK(handover_left(&cx, &left) == OK && left == NULL);
}

static void
what_went_elsewhere_meanwhile_is_not_handed_over(void)
{
	struct handover *h;
	struct dossier *d;
	int done, gone;

	given();
	d = opened_as("mia", D);
	CHECK(offer_to("mia", "ben", D, &h) == OK);
	CHECK(dossier_hand_over(&cx, d, 0, world_person("sue"), "So") ==
	    OK);
	h = opened("ben", h);
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == OK);
	CHECK(done == 0 && gone == 1);
	CHECK(reread(d)->lead == world_person("sue"));
}

static void
a_task_goes_over_and_the_lead_stays(void)
{
	struct handover_work *w;
	struct handover *h;
	struct dossier *d;
	struct task *t;
	int done, gone;

	given();
	d = opened_as("mia", D);
	t = task_of(d, "ben");
	as("ben");
	CHECK(handover_work(&cx, cx.viewer, 9, &w) == OK && w != NULL);
	CHECK(!w->lead && w->tasks == 1 && w->next == NULL);
	CHECK(offer_to("ben", "sue", D, &h) == OK);
	h = opened("sue", h);
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == OK);
	CHECK(done == 1);
	d = opened_as("sue", D);
	CHECK(d->lead == world_person("mia"));
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(t->owner == world_person("sue"));
}

/* Mia is a member, and what she has there stays hers. */
static void
no_membership_is_handed_over(void)
{
	struct compartment_part *part;
	struct compartment *c;
	struct handover_line *l;
	struct handover *h;
	struct dossier *d;
	struct task *t, *open;
	int done, gone;

	given();
	as("ada");
	CHECK(compartment_open(&cx, "medical", &c) == OK);
	CHECK(compartment_admit(&cx, c, "mia", cx.now + 9 * DAY, "Nurse") ==
	    OK);
	d = opened_as("mia", D);
	t = task_of(d, "mia");
	open = task_of(d, "mia");
	CHECK(compartment_part(&cx, d, t->no, &part) == OK);
	CHECK(compartment_part_put(&cx, d, part, "medical", "Health") == OK);
	CHECK(offer_to("mia", "ben", D, &h) == OK);
	CHECK(dossier_load(&cx, d) == OK);
	CHECK(handover_sheet(&cx, h, opened("mia", h)->cases, d, &l) == OK);
	CHECK(lines(l, "tasks") == 2);
	d = opened_as("ben", D);
	CHECK(dossier_load(&cx, d) == OK);
	h = opened("ben", h);
	CHECK(handover_sheet(&cx, h, h->cases, d, &l) == OK);
	CHECK(lines(l, "tasks") == 1);
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == OK);
	d = opened_as("mia", D);
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(t->owner == world_person("mia"));
	CHECK(task_open(&cx, d, open->no, &open) == OK);
	CHECK(open->owner == world_person("ben"));
}

/* What went into a compartment after the sheet was kept. */
static void
a_kept_sheet_tells_nothing_that_was_hidden_since(void)
{
	struct compartment_part *part;
	struct compartment *c;
	struct handover_line *l;
	struct handover *h;
	struct dossier *d;
	struct task *t;
	int64_t note;
	int done, gone;

	given();
	d = opened_as("mia", D);
	t = task_of(d, "mia");
	CHECK(dossier_note(&cx, d, "zqnote of the doctor") == OK);
	note = world_int("SELECT max(no) FROM note");
	CHECK(offer_to("mia", "ben", D, &h) == OK);
	h = opened("ben", h);
	CHECK(handover_accept(&cx, h, &all, &done, &gone) == OK);
	as("ada");
	CHECK(compartment_open(&cx, "medical", &c) == OK);
	CHECK(compartment_admit(&cx, c, "mia", 0, "Nurse") == OK);
	CHECK(compartment_admit(&cx, c, "ben", cx.now + 9 * DAY, "Nurse") ==
	    OK);
	d = opened_as("mia", D);
	CHECK(compartment_part(&cx, d, t->no, &part) == OK);
	CHECK(compartment_part_put(&cx, d, part, "medical", "Health") == OK);
	CHECK(compartment_part(&cx, d, note, &part) == OK);
	CHECK(compartment_part_put(&cx, d, part, "medical", "Health") == OK);
	h = opened("ben", h);
	CHECK(handover_sheet(&cx, h, h->cases, d, &l) == OK);
	CHECK(lines(l, "tasks") == 1 && says(l, "notes", "zqnote"));
	later(9 * DAY);
	h = opened("ben", h);
	CHECK(handover_sheet(&cx, h, h->cases, d, &l) == OK);
	CHECK(lines(l, "tasks") == 0 && !says(l, "notes", "zqnote"));
	CHECK(lines(l, "state") > 0);
}

/* Whatever is offered and answered in whatever order: the case has the lead
 * that it had, or the one who accepted it just now. */
static void
responsibility_has_no_gap(void)
{
	static const char *const people[] = { "mia", "ben", "sue" };
	struct handover *h[8] = { NULL }, *x;
	const char *who;
	struct dossier *d;
	int64_t before, lead;
	int i, k, done, gone;
	enum err e;

	given();
	d = opened_as("mia", D);
	lead = d->lead;
	for (i = 0; i < 60; i++) {
		before = lead;
		who = people[dice(3)];
		k = dice(8);
		as(who);
		if (h[k] == NULL) {
			if (offer_to(who, people[dice(3)], D, &h[k]) != OK)
				h[k] = NULL;
		} else if (handover_open(&cx, h[k]->number, &x) == OK) {
			done = 0;
			e = dice(2) == 0 ? handover_accept(&cx, x, &all,
			    &done, &gone) : dice(2) == 0 ?
			    handover_refuse(&cx, x, &all, "No", &gone) :
			    handover_withdraw(&cx, x, &gone);
			if (e == OK && done == 1 && x->giver == before)
				before = cx.viewer;
		}
		cx.mistakes = NULL;
		lead = world_int("SELECT coalesce(lead, 0) FROM dossier"
		    " WHERE number = '" D "'");
		CHECK(lead == before && lead != 0);
		CHECK(world_int("SELECT count(*) FROM handover_case WHERE"
		    " state = 'waiting'") <= 3);
		later(60);
	}
}

int
main(void)
{
	RUN(accepted_it_is_the_receivers_and_not_before);
	RUN(who_may_not_work_there_is_refused_by_name);
	RUN(refused_it_stays_and_the_giver_is_told);
	RUN(it_is_not_accepted_before_its_day);
	RUN(the_sheet_says_what_is_open_and_is_kept_as_it_was);
	RUN(a_kept_sheet_is_checked_against_the_log);
	RUN(who_left_is_followed_by_whom_the_manager_asks);
	RUN(what_went_elsewhere_meanwhile_is_not_handed_over);
	RUN(a_task_goes_over_and_the_lead_stays);
	RUN(no_membership_is_handed_over);
	RUN(a_kept_sheet_tells_nothing_that_was_hidden_since);
	RUN(responsibility_has_no_gap);
	return DONE;
}
