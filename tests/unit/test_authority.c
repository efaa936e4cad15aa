/* SPDX-License-Identifier: MIT */
/* Limits of authority: up to what amount, from when to when, by whom. */
#include <string.h>

#include "approvals.h"
#include "base/config.h"
#include "check.h"
#include "store/db.h"
#include "type_folder.h"
#include "world.h"

static void
an_amount_needs_a_limit_that_covers_it(void)
{
	struct approval_new n = wanted("Pay", "4,200.00 EUR");
	struct approval *a;
	struct authority *l;

	approvals_given();
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(a->has_amount && a->amount == 420000);
	CHECK(!waits_for("mia", a->no));
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	CHECK_TEXT(cx.why, "No limit of yours covers 4,200.00 EUR. Who takes "
	    "the last step needs one that does; administrators give them.");
	gave("mia", "", "4,199.99 EUR");
	CHECK(!waits_for("mia", a->no));
	gave("mia", "", "9,000.00 USD");
	CHECK(!waits_for("mia", a->no));
	gave("mia", "refund", "9,000.00 EUR");	/* of another kind */
	CHECK(!waits_for("mia", a->no));
	l = gave("mia", "", "4,200.00 EUR");
	gave("mia", "", "");	/* any: the narrower one is named */
	CHECK(waits_for("mia", a->no));
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") == OK);
	a = approval_at(a->no);
	CHECK(a->acts->authority != NULL &&
	    a->acts->authority->id == l->id);
}

static void
a_limit_holds_from_its_day_to_its_day(void)
{
	struct approval_new n = wanted("Pay", "10 EUR");
	struct authority_new l = limit_of("", "10 EUR");
	struct approval *a;
	struct authority *given_one = NULL;

	approvals_given();
	CHECK(ask_as("ben", &n, &a) == OK);
	l.label = "";
	l.person = "mia";
	l.begins = "2026-11-25";
	l.ends = "2026-11-26";
	as("ada");
	CHECK(authority_give(&cx, &l, &given_one) == OK);
	CHECK(!waits_for("mia", a->no));	/* it is the 24th, noon */
	later(INT64_C(11) * 3600 - 1);		/* a second before midnight */
	CHECK(!waits_for("mia", a->no));
	later(1);
	CHECK(waits_for("mia", a->no));
	later(INT64_C(48) * 3600 - 1);
	CHECK(waits_for("mia", a->no));
	later(1);
	CHECK(!waits_for("mia", a->no));
	CHECK(answer_as("mia", a->no, APPROVAL_APPROVE, "") ==
	    ERR_FORBIDDEN);
	l.ends = "2026-11-30";
	as("ada");
	CHECK(authority_give(&cx, &l, &given_one) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->text, "A limit begins today or later.");
	l.begins = "";
	as("ada");
	CHECK(authority_give(&cx, &l, &given_one) == OK);
	CHECK(waits_for("mia", a->no));
	as("ada");
	CHECK(authority_withdraw(&cx, given_one, "Left the board.") == OK);
	CHECK(!waits_for("mia", a->no));
}

static void
nobody_gives_themselves_authority(void)
{
	static struct config_group group = { .label = "north-managers" };
	static struct config conf = { .timezone = "UTC", .groups = &group };
	struct authority_new l = limit_of("", "10 EUR");
	const struct config *was = cx.conf;
	struct authority *a;

	approvals_given();
	cx.conf = &conf;
	CHECK(db_run(&cx, "UPDATE staff SET rights = rights + 64"
	    " WHERE login = 'mia'") == OK);
	as("mia");
	l.person = "mia";
	CHECK(authority_give(&cx, &l, &a) == ERR_INVALID);
	as("ben");
	CHECK(authority_give(&cx, &l, &a) == ERR_FORBIDDEN);
	/* nor by a role that they have */
	as("mia");
	l.person = "";
	l.label = "north-managers";
	CHECK(authority_give(&cx, &l, &a) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "label");
	as("ada");
	CHECK(authority_give(&cx, &l, &a) == OK);
	l.person = "mia";
	CHECK(authority_give(&cx, &l, &a) == ERR_INVALID);
	l.person = l.label = "";
	CHECK(authority_give(&cx, &l, &a) == ERR_INVALID);
	cx.conf = was;
}

static void
a_step_may_be_the_kind_of_a_limit(void)
{
	struct approval_new n = wanted("Write it off", "100 EUR");
	struct approval *a;

	approvals_given();
	approvals_table("\"write-off\"");
	CHECK(ask_as("ben", &n, &a) == ERR_INVALID);
	CHECK_TEXT(cx.why, "The table for “Approval” wants the approval of "
	    "“write-off”, but no role and no limit is called so. Tell "
	    "whoever keeps the case type.");
	gave("sue", "write-off", "99 EUR");
	CHECK(ask_as("ben", &n, &a) == OK);
	CHECK(!waits_for("sue", a->no) && !waits_for("mia", a->no));
	gave("sue", "write-off", "100 EUR");
	CHECK(waits_for("sue", a->no));
	CHECK(answer_as("sue", a->no, APPROVAL_APPROVE, "") == OK);
}

int
main(void)
{
	type_folder_open();
	RUN(an_amount_needs_a_limit_that_covers_it);
	RUN(a_limit_holds_from_its_day_to_its_day);
	RUN(nobody_gives_themselves_authority);
	RUN(a_step_may_be_the_kind_of_a_limit);
	return DONE;
}
