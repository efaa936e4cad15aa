/* SPDX-License-Identifier: MIT */
/* Approvals: asked for, answered in steps, stale, taken back. */
#include <string.h>

#include "approvals.h"
#include "base/count.h"
#include "check.h"
#include "domain/dossier/dossier.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/timeline.h"
#include "seen.h"
#include "store/db.h"
#include "type_folder.h"
#include "world.h"

static void
one_asks_and_another_approves(void)
{
	struct approval_new n = wanted("Send the letter", "");
	struct approval *a;

	approvals_given();
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK_TEXT(a->waits, "decide");
	CHECK(a->last == 1 && strlen(a->shown) == 64);
	CHECK(!waits_for("ben", a->no) && waits_for("mia", a->no) &&
	    !waits_for("sue", a->no) && !waits_for("zoe", a->no));
	CHECK(answer_as("ben", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK_TEXT(cx.why, "You asked for this. Somebody else decides on "
	    "it.");
	CHECK(answer_as("sue", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "Well done.") == OK);
	a = approval_at(a->no);
	CHECK(approval_counts(a));
	CHECK(a->acts != NULL && a->acts->next == NULL);
	CHECK_TEXT(a->acts->actor_name, "Mia Berger");
	CHECK_TEXT(a->acts->sha256, a->shown);
	CHECK(answer_as("mia", a->no, APPROVAL_REJECT, "No.") ==
	    ERR_CONFLICT);
	CHECK(!waits_for("mia", a->no));
}

static void
what_is_not_a_request_is_refused(void)
{
	struct approval_new n = wanted("", "12.50");
	struct approval *a;
	const struct mistake *m;
	int found = 0;

	approvals_given();
	n.reason = " ";
	n.field = "";
	n.document = 77;
	CHECK(ask_as("ben", &n, &a) == ERR_INVALID);
	for (m = cx.mistakes; m != NULL; m = m->next)
		found |= strcmp(m->field, "subject") == 0 ? 1 :
		    strcmp(m->field, "reason") == 0 ? 2 :
		    strcmp(m->field, "amount") == 0 ? 4 :
		    strcmp(m->field, "about") == 0 ? 8 : 16;
	CHECK(found == 15);
	n = wanted("Pay", "");
	n.field = "compensation";	/* has no amount yet */
	CHECK(ask_as("ben", &n, &a) == ERR_INVALID);
	n.field = "subject";
	CHECK(ask_as("ben", &n, &a) == ERR_INVALID);
	CHECK(world_int("SELECT count(*) FROM approval") == 0);
}

static void
steps_come_one_after_the_other(void)
{
	struct approval_new n = wanted("Pay", "2,000 EUR");
	struct approval *a;
	struct approval_page page;

	approvals_given();
	approvals_table("if approval.amount &lt;= 1000 then [\"decide\"] else"
	    " [\"north-screeners\", \"north-clerks\", \"manage\"]");
	gave("mia", "", "2,500 EUR");
	CHECK(ask_as("zoe", &n, &a) == ERR_FORBIDDEN);	/* reads alone */
	CHECK(ask_as("mia", &n, &a) == OK);
	CHECK(a->last == 3 && a->step == 1 && a->levels_no != 0);
	CHECK(!waits_for("ben", a->no) && waits_for("sue", a->no));
	CHECK(answer_as("ben", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK_TEXT(cx.why, "This step is for: north-screeners.");
	CHECK(answer_as("sue", a->no, APPROVAL_APPROVE, "") == OK);
	CHECK(waits_for("ben", a->no) && !waits_for("sue", a->no));
	CHECK(answer_as("ben", a->no, APPROVAL_APPROVE, "") == OK);
	/* the last is Mia's, who asked */
	CHECK(!waits_for("mia", a->no));
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK(approval_waiting(&cx, APPROVAL_BY_ME, "", 50, &page) == OK);
	CHECK(page.count == 1 && page.all != NULL && page.all->step == 3);
	n.amount = "1,000 EUR";
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(a->last == 1);
	CHECK_TEXT(a->waits, "decide");
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
	CHECK(approval_counts(approval_at(a->no)));
}

static void
the_table_may_want_nobody(void)
{
	struct approval_new n = wanted("A stamp", "1 EUR");
	struct approval *a;

	approvals_given();
	approvals_table("if approval.amount &lt; 10 then [] else null");
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(a->state == APPROVAL_APPROVED &&
	    approval_counts(approval_at(a->no)));
	n.amount = "10 EUR";
	CHECK(ask_as("ben", &n, &a) == ERR_INVALID);
	approvals_table("[1]");
	CHECK(ask_as("ben", &n, &a) == ERR_INVALID);
}

static void
who_takes_part_does_not_decide(void)
{
	struct approval_new n = wanted("Send it", "");
	struct approval *a;

	approvals_given();
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(waits_for("mia", a->no));
	CHECK(db_run(&cx, "INSERT INTO party (dossier, no, person, role,"
	    " added, ended) SELECT id, 77, 1, 'witness', $now, $now"
	    " FROM dossier WHERE number = $1", db_t(approvals_number)) == OK);
	CHECK(!waits_for("mia", a->no));
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK_TEXT(cx.why, "You take part in this case yourself. Somebody "
	    "else decides on it.");
}

static void
another_amount_makes_it_stale(void)
{
	struct approval_new n = wanted("Pay the compensation", "");
	struct approval *a, *missing;
	const char *shown;

	approvals_given();
	as("ben");
	CHECK(says("compensation", "4200") == OK);
	n.field = "compensation";
	CHECK(ask_as("ben", &n, &a) == OK);
	shown = a->shown;
	gave("mia", "", "5,000 EUR");
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
	as("ben");
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing == NULL);
	CHECK(says("compensation", "5000") == OK);
	a = approval_at(a->no);
	CHECK(a->stale && !approval_counts(a));
	CHECK_TEXT(a->now, "Approved for 4,200.00 EUR; the amount is "
	    "5,000.00 EUR now: ask again.");
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing != NULL && missing->no == a->no);
	n.again = a->no;
	CHECK(ask_as("sue", &n, &a) == OK);
	CHECK(strcmp(a->shown, shown) != 0 && a->root != a->no);
	/* who asked first does not decide on what is asked again */
	CHECK(!waits_for("ben", a->no) && !waits_for("sue", a->no) &&
	    waits_for("mia", a->no));
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing == NULL);
	CHECK(ask_as("sue", &n, &a) == ERR_CONFLICT);
	as("ben");
	CHECK(says("compensation", "4200") == OK);	/* as it once was */
	CHECK(approval_at(n.again)->stale == false);
	CHECK(approval_missing(&cx, the_case(), &missing) == OK &&
	    missing != NULL && missing->no != n.again);
}

static void
what_changed_meanwhile_is_not_approved(void)
{
	struct approval_new n = wanted("Pay the compensation", "");
	struct approval *a;

	approvals_given();
	as("ben");
	CHECK(says("compensation", "4200") == OK);
	n.field = "compensation";
	CHECK(ask_as("ben", &n, &a) == OK);
	gave("mia", "", "9,000 EUR");
	as("ben");
	CHECK(says("compensation", "4300") == OK);
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") ==
	    ERR_CONFLICT);
	CHECK(waits_for("mia", a->no));		/* to be returned */
	CHECK(answer_as("mia", a->no, APPROVAL_RETURN, "") == ERR_INVALID);
	CHECK(answer_as("mia", a->no, APPROVAL_RETURN, "Which is it?") == OK);
	CHECK(approval_at(a->no)->state == APPROVAL_RETURNED);
	n.again = a->no;
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(approval_at(n.again)->state == APPROVAL_WITHDRAWN);
	CHECK(answer_as("mia", a->no, APPROVAL_REJECT, "Too much.") == OK);
	CHECK(approval_at(a->no)->state == APPROVAL_REJECTED);
}

static void
other_steps_by_the_table_make_it_stale(void)
{
	struct approval_new n = wanted("Pay", "");
	struct approval *a;

	approvals_given();
	approvals_table("if case.risk = \"high\" then [\"manage\","
	    " \"north-screeners\"] else [\"manage\"]");
	CHECK(ask_as("ben", &n, &a) == OK && a->last == 1);
	CHECK(db_run(&cx, "UPDATE dossier SET risk = 3 WHERE number = $1",
	    db_t(approvals_number)) == OK);
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") ==
	    ERR_CONFLICT);
	CHECK_TEXT(cx.why, "By the table others have to approve this now "
	    "(Who manages the case, then north-screeners): ask again.");
}

static void
an_approval_can_be_taken_back_unless_built_upon(void)
{
	struct approval_new n = wanted("Pay", "");
	struct approval *a;

	approvals_given();
	approvals_table("[\"north-clerks\", \"manage\"]");
	CHECK(ask_as("sue", &n, &a) == OK);
	later(1);
	CHECK(answer_as("ben", a->no, APPROVAL_APPROVE, "") == OK);
	CHECK(undo_last("ben") == OK);
	a = approval_at(a->no);
	CHECK(a->state == APPROVAL_ASKED && a->step == 1);
	CHECK_TEXT(a->waits, "north-clerks");
	CHECK(a->acts != NULL && a->acts->undone != 0);	/* it stays */
	later(1);
	CHECK(answer_as("ben", a->no, APPROVAL_APPROVE, "Now.") == OK);
	later(1);
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
	CHECK(undo_last("ben") == ERR_CONFLICT);
	CHECK(approval_counts(approval_at(a->no)));
	CHECK(undo_last("mia") == OK);
	CHECK(approval_at(a->no)->state == APPROVAL_ASKED);
	CHECK(undo_last("sue") == ERR_CONFLICT);
	n = wanted("Something else", "");
	later(1);
	CHECK(ask_as("sue", &n, &a) == OK);
	CHECK(undo_last("sue") == OK);
	CHECK(approval_at(a->no)->state == APPROVAL_UNDONE);
	CHECK(world_int("SELECT count(*) FROM approval") == 2);
	CHECK(world_int("SELECT count(*) FROM approval_act") == 3);
}

static void
the_time_line_tells_all_of_it(void)
{
	struct timeline_filter f = { .kinds = "approval", .limit = 9 };
	struct approval_new n = wanted("Pay", "40 EUR");
	struct event *ev = NULL;
	struct approval *a;
	struct dossier *d;

	approvals_given();
	gave("mia", "", "50 EUR");
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(answer_as("sue", a->no, APPROVAL_COMMENT, "Look twice.") ==
	    OK);
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "Fine.") == OK);
	d = the_case();
	CHECK(dossier_timeline(&cx, d, &f, &ev) == OK && ev != NULL);
	CHECK_TEXT(timeline_sentence(&cx, d->type, ev), "Approved: “Pay”, "
	    "40.00 EUR; limit of Mia Berger: 50.00 EUR");
	CHECK_TEXT(timeline_why(&cx, ev), "Fine.");
	CHECK_TEXT(timeline_sentence(&cx, d->type, ev->next), "Remark on "
	    "the approval of “Pay”, 40.00 EUR");
	CHECK_TEXT(timeline_sentence(&cx, d->type, ev->next->next),
	    "Approval asked for: “Pay”, 40.00 EUR");
}

static void
what_was_signed_cannot_be_changed_unseen(void)
{
	static const char *const harm[][2] = {
		{ "UPDATE approval SET amount = 900000",
		    "UPDATE approval SET amount = 4000" },
		{ "UPDATE approval SET shown = ''",
		    "UPDATE approval SET shown = (SELECT max(sha256)"
		    " FROM approval_act)" },
		{ "UPDATE approval_act SET actor = 3 WHERE actor = 1",
		    "UPDATE approval_act SET actor = 1 WHERE actor = 3" },
		{ "UPDATE approval_act SET what = 'rejected'",
		    "UPDATE approval_act SET what = 'approved'" }
	};
	struct approval_new n = wanted("Pay", "40 EUR");
	struct approval *a;
	size_t i;

	approvals_given();
	/* what the world laid in has no history */
	CHECK(db_run(&cx, "DELETE FROM dossier_phase WHERE dossier <>"
	    " (SELECT id FROM dossier WHERE number = $1)",
	    db_t(approvals_number)) == OK);
	gave("mia", "", "50 EUR");
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
	for (i = 0; i < COUNT(harm); i++) {
		CHECK(db_run(&cx, harm[i][0]) == OK);
		CHECK(strstr(store_fault(), "approval") != NULL);
		CHECK(db_run(&cx, harm[i][1]) == OK);
		CHECK(strstr(store_fault(), "approval") == NULL);
	}
}

int
main(void)
{
	type_folder_open();
	RUN(one_asks_and_another_approves);
	RUN(what_is_not_a_request_is_refused);
	RUN(steps_come_one_after_the_other);
	RUN(the_table_may_want_nobody);
	RUN(who_takes_part_does_not_decide);
	RUN(another_amount_makes_it_stale);
	RUN(what_changed_meanwhile_is_not_approved);
	RUN(other_steps_by_the_table_make_it_stale);
	RUN(an_approval_can_be_taken_back_unless_built_upon);
	RUN(the_time_line_tells_all_of_it);
	RUN(what_was_signed_cannot_be_changed_unseen);
	return DONE;
}
