/* SPDX-License-Identifier: MIT */
/* Approvals: nobody decides on what follows from what they wrote. */
#include "approvals.h"
#include "check.h"
#include "domain/course/dossier_change.h"
#include "domain/dossier/dossier.h"
#include "store/db.h"
#include "type_folder.h"
#include "world.h"

static void
who_wrote_the_amount_does_not_approve_it(void)
{
	struct approval_new n = wanted("Pay", "");
	struct approval *a;

	approvals_given();
	gave("mia", "", "9,000 EUR");
	gave("ben", "", "9,000 EUR");
	as("mia");
	CHECK(says("compensation", "4200") == OK);
	n.field = "compensation";
	CHECK(ask_as("sue", &n, &a) == OK);
	CHECK(!waits_for("mia", a->no) && waits_for("ben", a->no));
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK_TEXT(cx.why, "You wrote this amount. Somebody else decides on "
	    "it.");
	/* another amount is another's */
	as("ben");
	CHECK(says("compensation", "4300") == OK);
	n.again = a->no;
	CHECK(ask_as("sue", &n, &a) == OK);
	CHECK(waits_for("mia", a->no) && !waits_for("ben", a->no));
	/* nobody asked: the plan did, as the clock */
	CHECK(db_run(&cx, "UPDATE approval SET asked_by = NULL") == OK);
	CHECK(answer_as("ben", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
}

/* A row of what was bought: its name and its price. */
static enum err
bought(int64_t no, const char *item, const char *price)
{
	struct value p = { .field = "price", .text = price, .no = no };
	struct value v = { &p, "item", item, no, NULL };
	struct dossier *d = the_case();
	struct dossier_change c = { .title = d->title, .risk = d->risk,
	    .values = &v, .version = d->version, .why = "" };

	return dossier_change(&cx, d, &c);
}

static void
who_wrote_what_an_amount_follows_from_does_not_approve_it(void)
{
	struct approval_new n = wanted("Replace it", "");
	struct approval *a;

	approvals_given();
	gave("mia", "", "9,000 EUR");
	gave("ben", "", "9,000 EUR");
	as("mia");
	CHECK(bought(1, "Boots", "300") == OK);
	as("ben");
	CHECK(bought(2, "Socks", "20") == OK);
	n.field = "bought_total";	/* computed from both */
	CHECK(ask_as("sue", &n, &a) == OK && a->amount == 32000);
	CHECK(!waits_for("mia", a->no) && !waits_for("ben", a->no));
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK_TEXT(cx.why, "You wrote “Item”, on which this depends. "
	    "Somebody else decides on it.");
	/* so does who takes a row away, and not who wrote what is no more */
	as("ben");
	CHECK(bought(2, "", "") == OK);
	as("sue");
	CHECK(bought(1, "Shoes", "310") == OK);
	n.again = a->no;
	CHECK(ask_as("sue", &n, &a) == OK && a->amount == 31000);
	CHECK(waits_for("mia", a->no) && !waits_for("ben", a->no));
	/* nor who changes it and back again while it waits */
	as("mia");
	CHECK(bought(1, "Shoes", "311") == OK);
	CHECK(bought(1, "Shoes", "310") == OK);
	CHECK(!waits_for("mia", a->no));
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK_TEXT(cx.why, "You wrote “Price”, on which this depends. "
	    "Somebody else decides on it.");
}

static void
what_was_taken_back_was_written_by_who_wrote_it_before(void)
{
	struct approval_new n = wanted("Pay", "");
	struct approval *a;

	approvals_given();
	gave("mia", "", "9,000 EUR");
	gave("ben", "", "9,000 EUR");
	as("ben");
	CHECK(says("compensation", "4200") == OK);
	cx.act = NULL;
	as("mia");
	CHECK(says("compensation", "4300") == OK);
	CHECK(undo_last("mia") == OK);
	n.field = "compensation";
	CHECK(ask_as("sue", &n, &a) == OK && a->amount == 420000);
	CHECK(waits_for("mia", a->no) && !waits_for("ben", a->no));
	CHECK(answer_as("ben", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
}

/* The table knows the risk, and the risk follows from what was harmed. */
static void
who_wrote_what_the_steps_follow_from_does_not_take_one(void)
{
	struct approval_new n = wanted("Send the letter", "");
	struct dossier_change c;
	struct approval *a;
	struct dossier *d;

	approvals_given();
	approvals_table("if case.risk = \"low\" then [\"decide\"] else"
	    " [\"decide\", \"manage\"]");
	CHECK(ask_as("sue", &n, &a) == OK);
	CHECK(waits_for("mia", a->no) && waits_for("ben", a->no));
	as("ben");
	CHECK(says("harm", "loss") == OK);
	CHECK(ask_as("sue", &n, &a) == OK);
	CHECK(waits_for("mia", a->no) && !waits_for("ben", a->no));
	as("mia");
	d = the_case();
	c = (struct dossier_change){ .title = d->title,
	    .risk = d->risk == 1 ? 2 : 1, .version = d->version,
	    .why = "I know them." };
	CHECK(dossier_change(&cx, d, &c) == OK);
	CHECK(ask_as("sue", &n, &a) == OK);
	CHECK(!waits_for("mia", a->no));
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK_TEXT(cx.why, "You wrote “Risk”, on which this depends. "
	    "Somebody else decides on it.");
}

int
main(void)
{
	type_folder_open();
	RUN(who_wrote_the_amount_does_not_approve_it);
	RUN(who_wrote_what_an_amount_follows_from_does_not_approve_it);
	RUN(what_was_taken_back_was_written_by_who_wrote_it_before);
	RUN(who_wrote_what_the_steps_follow_from_does_not_take_one);
	return DONE;
}
