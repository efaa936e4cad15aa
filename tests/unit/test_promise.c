/* SPDX-License-Identifier: MIT */
#include "base/day.h"
#include "check.h"
#include "domain/course/dossier_close.h"
#include "domain/course/promise.h"
#include "domain/dossier/dossier.h"
#include "domain/people/notice.h"
#include "domain/story/undo_act.h"
#include "seen.h"
#include "store/db.h"
#include "store/store_verify.h"
#include "world.h"

#define D "C-2026-10000061"

static struct promise_new
answer(int64_t days)
{
	return (struct promise_new){ .text = "An answer", .medium = "phone",
	    .due = cx.now + days * DAY };
}

static struct promise *
made(struct dossier *d, int64_t days)
{
	struct promise_new n = answer(days);
	struct promise *x = NULL;

	CHECK(promise_add(&cx, d, &n, &x) == OK);
	return x;
}

static struct promise *
again(const struct dossier *d, int64_t no)
{
	struct promise *x = NULL;

	CHECK(promise_open(&cx, d, no, &x) == OK);
	return x;
}

static void
a_promise_says_what_when_and_how_it_was_told(void)
{
	static const char *const fields[] = { "text", "day", "medium",
	    "person" };
	struct promise_new n = { .text = " ", .due = cx.now - 1,
	    .medium = "smoke", .person = 4711 };
	const struct mistake *m;
	struct promise *x;
	struct dossier *d;
	size_t i;

	given();
	n.due = cx.now - 1;
	d = opened_as("mia", D);
	CHECK(promise_add(&cx, d, &n, &x) == ERR_INVALID);
	for (m = cx.mistakes, i = 0; i < 4 && m != NULL; i++, m = m->next)
		CHECK_TEXT(m->field, fields[i]);
	CHECK(i == 4 && m == NULL);
	n = answer(0);
	n.due = 0;
	CHECK(promise_add(&cx, d, &n, &x) == ERR_INVALID);
	n.due = cx.now + 5000 * DAY;
	CHECK(promise_add(&cx, d, &n, &x) == ERR_INVALID);
	CHECK(world_int("SELECT count(*) FROM promise") == 0);
	n = answer(3);
	n.person = world_customer("P-20000001");
	CHECK(promise_add(&cx, d, &n, &x) == OK);
	CHECK_TEXT(told(d), "Promised to Élodie Weiß: An answer, until "
	    "Fri 27 Nov 2026");
	CHECK_TEXT(again(d, x->no)->person_name, "Élodie Weiß");
	CHECK(promise_open(&cx, d, 4711, &x) == ERR_MISSING);
	d = opened_as("zoe", D);		/* reads */
	CHECK(promise_add(&cx, d, &n, &x) == ERR_FORBIDDEN);
	d = opened_as("mia", "C-2026-10000102");	/* closed */
	CHECK(promise_add(&cx, d, &n, &x) == ERR_CONFLICT);
}

static void
the_case_is_due_by_what_was_promised(void)
{
	const struct promise_end kept = { .how = "letter" };
	struct promise *x, *y;
	struct dossier *d;
	int64_t before;

	given();
	d = opened_as("mia", D);
	before = d->due;
	x = made(d, 3);
	CHECK(reread(d)->due == x->due);
	y = made(d, 1);
	CHECK(reread(d)->due == y->due);
	CHECK(promise_keep(&cx, d, again(d, y->no), &kept) == OK);
	CHECK(reread(d)->due == x->due);
	CHECK(promise_keep(&cx, d, again(d, x->no), &kept) == OK);
	CHECK(reread(d)->due == before);
	CHECK(promise_keep(&cx, d, again(d, x->no), &kept) ==
	    ERR_CONFLICT);
}

/* It stays open itself: what was promised does not end with the case. */
static void
a_closed_case_is_due_by_nothing(void)
{
	struct promise_end moved = { .how = "phone", .note = "Ill" };
	struct promise *x, *y;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	x = made(d, 3);
	CHECK(dossier_close(&cx, d, "upheld", "Done") == OK);
	CHECK(reread(d)->due == 0);
	CHECK(again(d, x->no)->state == PROMISE_OPEN);
	moved.due = cx.now + DAY;
	CHECK(promise_move(&cx, d, again(d, x->no), &moved, &y) == OK);
	CHECK(reread(d)->due == 0);
	CHECK(dossier_reopen(&cx, d, "More came") == OK);
	CHECK(reread(d)->due == y->due);
}

/* Whatever is done later, and however it is undone. */
static void
a_day_that_passed_is_broken_for_good(void)
{
	const struct promise_end kept = { .how = "mail" };
	struct promise_end moved = { .how = "mail", .note = "Ill" };
	struct promise *x, *y, *z;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	x = made(d, 2);
	y = made(d, 2);
	CHECK(promise_is_soon(&cx, x) && !promise_is_broken(&cx, x));
	later(2 * DAY);
	CHECK(!promise_is_broken(&cx, again(d, x->no)));
	later(1);
	CHECK(promise_is_broken(&cx, again(d, x->no)));
	CHECK(promise_keep(&cx, d, again(d, x->no), &kept) == OK);
	CHECK(promise_is_broken(&cx, again(d, x->no)));
	CHECK_TEXT(told(d), "Promise “An answer” fulfilled late, so it was "
	    "broken");
	moved.due = cx.now + DAY;
	CHECK(promise_move(&cx, d, again(d, y->no), &moved, &z) == OK);
	CHECK(promise_is_broken(&cx, again(d, y->no)));
	CHECK(!promise_is_broken(&cx, again(d, z->no)));
}

static void
another_day_is_told_in_time_and_the_old_one_stays(void)
{
	struct promise_end n = { .how = "phone", .note = " " };
	struct promise *x, *y, *list;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	x = made(d, 2);
	CHECK(promise_move(&cx, d, again(d, x->no), &n, &y) == ERR_INVALID);
	n.note = "The expert is ill.";
	n.due = x->due;
	CHECK(promise_move(&cx, d, again(d, x->no), &n, &y) == ERR_INVALID);
	n.due = cx.now + 9 * DAY;
	CHECK(promise_move(&cx, d, again(d, x->no), &n, &y) == OK);
	CHECK_TEXT(told(d), "Promise “An answer” moved with notice, to "
	    "Thu 3 Dec 2026");
	x = again(d, x->no);
	y = again(d, y->no);
	CHECK(x->state == PROMISE_MOVED && y->moved_from == x->no);
	CHECK(y->state == PROMISE_OPEN && y->moved_from == x->no);
	CHECK_TEXT(x->note, "The expert is ill.");
	CHECK(reread(d)->due == y->due);
	later(4 * DAY);
	CHECK(!promise_is_broken(&cx, x));
	CHECK(promise_list(&cx, d, &list) == OK);
	CHECK(list != NULL && list->no == y->no && list->next != NULL);
	CHECK(promise_move(&cx, d, x, &n, &y) == ERR_CONFLICT);
}

static void
undo_last(void)
{
	struct undo_act *acts;

	cx.act = NULL;
	CHECK(undo_act_list(&cx, 1, &acts) == OK && acts != NULL);
	CHECK(undo_back(&cx, acts, false, "A slip") == OK);
	cx.act = NULL;
}

static void
each_act_can_be_undone(void)
{
	struct promise_end n = { .how = "phone", .note = "Ill" };
	struct promise *x, *y;
	struct dossier *d;

	given();
	d = opened_as("mia", D);
	x = made(d, 2);
	cx.act = NULL;
	n.due = cx.now + 9 * DAY;
	CHECK(promise_move(&cx, d, again(d, x->no), &n, &y) == OK);
	undo_last();
	d = opened_as("mia", D);
	CHECK(again(d, x->no)->state == PROMISE_OPEN);
	CHECK(world_int("SELECT count(*) FROM promise WHERE moved_from <> 0")
	    == 0);
	CHECK(reread(d)->due == x->due);
	CHECK(promise_keep(&cx, d, again(d, x->no), &n) == OK);
	undo_last();
	d = opened_as("mia", D);
	CHECK(again(d, x->no)->state == PROMISE_OPEN);
	CHECK(again(d, x->no)->said == 0);
}

static void
lists_show_what_waits_of_cases_in_sight(void)
{
	struct promise_filter f = { .mine = true, .after = "", .limit = 2 };
	struct promise_page page;
	struct dossier *d;
	struct promise_counts n;
	int i;

	given();
	d = opened_as("mia", D);
	for (i = 0; i < 3; i++)
		made(d, 2);
	made(d, 1);
	made(d, 30);
	CHECK(promise_count(&cx, &n) == OK);
	CHECK(n.open == 5 && n.soon == 4 && n.late == 0);
	for (i = 0; i < 5; f.after = page.next) {
		CHECK(promise_waiting(&cx, &f, &page) == OK);
		for (; page.promises != NULL;
		    page.promises = page.promises->next)
			i++;
		if (page.next[0] == '\0')
			break;
	}
	CHECK(i == 5);
	later(DAY + 1);
	CHECK(promise_count(&cx, &n) == OK);
	CHECK(n.open == 5 && n.soon == 4 && n.late == 1);
	f = (struct promise_filter){ .late = true, .after = "", .limit = 9 };
	as("ben");			/* sees, and does not lead */
	CHECK(promise_waiting(&cx, &f, &page) == OK);
	CHECK(page.promises != NULL && page.promises->next == NULL);
	CHECK(promise_count(&cx, &n) == OK && n.open == 0);
	as("tom");			/* works elsewhere */
	CHECK(promise_waiting(&cx, &f, &page) == OK);
	CHECK(page.promises == NULL);
}

static int64_t
led_by(const char *login)
{
	struct promise_counts n;

	as(login);
	CHECK(promise_count(&cx, &n) == OK);
	return n.open;
}

static void
they_go_with_the_lead_of_the_case(void)
{
	const char *wrong;
	struct dossier *d;
	int i;

	given();
	d = opened_as("mia", D);
	for (i = 0; i < 2; i++)
		made(d, 2);
	CHECK(led_by("mia") == 2 && led_by("ben") == 0);
	d = opened_as("mia", D);
	CHECK(dossier_hand_over(&cx, d, 0, world_person("ben"), "away")
	    == OK);
	CHECK(led_by("mia") == 0 && led_by("ben") == 2);
	as("mia");
	undo_last();
	CHECK(led_by("mia") == 2 && led_by("ben") == 0);
	CHECK(store_verify_led(&cx, &wrong) == OK && *wrong == '\0');
	CHECK(db_run(&cx, "UPDATE promise SET lead = NULL WHERE no ="
	    " (SELECT max(no) FROM promise)") == OK);
	CHECK(store_verify_led(&cx, &wrong) == OK);
	CHECK_TEXT(wrong, D);
}

static void
many_are_not_all_counted(void)
{
	struct promise_counts n;
	struct dossier *d;
	int i;

	given();
	d = opened_as("mia", D);
	for (i = 0; i < PROMISE_MANY + 2; i++)
		made(d, 30 - i % 30);
	CHECK(promise_count(&cx, &n) == OK);
	CHECK(n.open == PROMISE_MANY && n.soon > 0);
}

static int
notices(bool broken)
{
	struct notice_page page;
	struct notice *n;
	int count = 0;

	as("mia");
	CHECK(notice_list(&cx, "", 50, &page) == OK);
	for (n = page.notices; n != NULL; n = n->next)
		count += n->kind == NOTICE_PROMISE && n->missed == broken;
	return count;
}

static void
who_leads_is_told_when_it_is_near_and_when_it_is_broken(void)
{
	const struct promise_end kept = { .how = "mail" };
	struct promise *x, *y;
	struct dossier *d;
	int64_t n;

	given();
	d = opened_as("mia", D);
	x = made(d, 2);
	y = made(d, 2);
	CHECK(promise_tell(&cx, &n) == OK && n == 0);
	later(DAY + 1);
	CHECK(promise_tell(&cx, &n) == OK && n == 2);
	CHECK(promise_tell(&cx, &n) == OK && n == 0);
	CHECK(notices(false) == 2 && notices(true) == 0);
	CHECK(promise_keep(&cx, d, again(d, y->no), &kept) == OK);
	later(DAY);
	CHECK(promise_tell(&cx, &n) == OK && n == 1);
	CHECK(notices(true) == 1);
	CHECK(promise_is_broken(&cx, again(d, x->no)));
	later(DAY);
	CHECK(promise_tell(&cx, &n) == OK && n == 0);
}

int
main(void)
{
	RUN(a_promise_says_what_when_and_how_it_was_told);
	RUN(the_case_is_due_by_what_was_promised);
	RUN(a_closed_case_is_due_by_nothing);
	RUN(a_day_that_passed_is_broken_for_good);
	RUN(another_day_is_told_in_time_and_the_old_one_stays);
	RUN(each_act_can_be_undone);
	RUN(lists_show_what_waits_of_cases_in_sight);
	RUN(they_go_with_the_lead_of_the_case);
	RUN(many_are_not_all_counted);
	RUN(who_leads_is_told_when_it_is_near_and_when_it_is_broken);
	return DONE;
}
