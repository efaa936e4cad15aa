/* SPDX-License-Identifier: MIT */
/* Any requests, limits and levels: nobody approves their own. */
#include <stdio.h>
#include <stdlib.h>

#include "approvals.h"
#include "check.h"
#include "dice.h"
#include "domain/dossier/dossier.h"
#include "store/db.h"
#include "store/store_approval.h"
#include "type_folder.h"
#include "world.h"

static const char *const logins[] = { "mia", "ben", "sue", "tom", "zoe" };
static const char *const names[] = { "lead", "manage", "decide",
    "north-managers", "north-clerks", "north-screeners", "pay" };
static const char *const amounts[] = { "", "10 EUR", "100 EUR", "10 USD" };

static int64_t writer;	/* of the amount that the case has */

/* Limits, levels, who takes part and the amount of the case. */
static void
anything_changes(int round)
{
	struct dossier *d;

	if (dice(20) == 0)
		gave(logins[dice(5)], dice(2) == 0 ? "pay" : "",
		    amounts[dice(4)]);
	CHECK(db_run(&cx, "DELETE FROM party WHERE no > 50") == OK);
	CHECK(db_run(&cx, "UPDATE viewer_scope SET level = $1"
	    " WHERE viewer = $2", db_i(2 + dice(4)), db_i(1 + dice(5))) == OK);
	as(logins[dice(5)]);
	if (dice(3) == 0 &&
	    dossier_open(&cx, approvals_number, LEVEL_WORK, &d) == OK &&
	    says("compensation", arena_printf(cx.arena, "%d.%02d",
	    (round + 1) / 100, (round + 1) % 100)) == OK)
		writer = cx.viewer;
}

/* Asked by anybody who can, then by anybody, for the step of anybody. */
static struct approval *
anything_asked(void)
{
	struct approval_new n = wanted("Pay", amounts[dice(4)]);
	struct approval *a;
	struct dossier *d;

	if (writer != 0 && dice(2) == 0) {
		n.field = "compensation";
		n.amount = "";
	}
	as(logins[dice(5)]);
	if (dossier_open(&cx, approvals_number, LEVEL_WORK, &d) != OK ||
	    approval_ask(&cx, d, &n, &a) != OK)
		return NULL;
	CHECK(db_run(&cx, "UPDATE approval SET waits = $2, steps = $2,"
	    " last = $3, asked_by = $4 WHERE id = $1", db_i(a->id),
	    db_t(names[dice(7)]), db_i(1 + dice(2)), db_i(1 + dice(5))) == OK);
	if (dice(4) == 0)
		CHECK(db_run(&cx, "INSERT INTO party (dossier, no, person,"
		    " role, added) SELECT id, 99, $1, 'witness', $now"
		    " FROM dossier WHERE number = $2", db_i(1 + dice(5)),
		    db_t(approvals_number)) == OK);
	return a;
}

/* Whether it is theirs to decide; then they do, half the time. */
static bool
decided_by(const char *login, int64_t no)
{
	struct approval_may m;
	struct approval *a;
	struct dossier *d;
	bool own, party;

	as(login);
	if (dossier_open(&cx, approvals_number, LEVEL_READ, &d) != OK) {
		CHECK(!waits_for(login, no));
		return false;
	}
	CHECK(approval_open(&cx, d, no, &a) == OK);
	CHECK(approval_may(&cx, d, a, &m) == OK);
	CHECK(m.decide == waits_for(login, no));
	own = a->asked_by == cx.viewer ||
	    (a->field[0] != '\0' && writer == cx.viewer);
	CHECK(store_approval_party(&cx, d, &party) == OK);
	CHECK(!(own || party) || !m.decide);
	if (!m.decide || dice(2) == 0)
		CHECK((approval_answer(&cx, d, a, APPROVAL_APPROVE, "") ==
		    OK) == m.decide);
	return m.decide;
}

/* In one of many worlds: each question reads all that waits there. */
static int
rounds_of_a_world(int rounds)
{
	int i, k, decided = 0;
	struct approval *a;

	approvals_given();
	gave("mia", "pay", "50 EUR");
	writer = 0;
	for (i = 0; i < rounds; i++) {
		anything_changes(i);
		if ((a = anything_asked()) == NULL)
			continue;
		for (k = 0; k < 5; k++)
			decided += decided_by(logins[k], a->no);
		CHECK(world_int("SELECT count(*) FROM approval_act z"
		    " JOIN approval a ON a.id = z.approval"
		    " WHERE z.actor = a.asked_by AND z.what = 'approved'") ==
		    0);
		CHECK(world_int("SELECT count(*) FROM (SELECT 1 FROM"
		    " approval_act WHERE what = 'approved'"
		    " GROUP BY approval, actor HAVING count(*) > 1) x") == 0);
	}
	return decided;
}

/* In any setting the list names what the page lets one decide, and never
 * what somebody asked for, takes part in, or took a step of. */
static void
nobody_approves_their_own_whatever_the_setting(void)
{
	int worlds = getenv("TESTS_QUICK") != NULL ? 1 : 10;
	int i, decided = 0;

	for (i = 0; i < worlds; i++)
		decided += rounds_of_a_world(200);
	printf("# %d could decide\n", decided);
	CHECK(decided > worlds * 40);
}

int
main(void)
{
	type_folder_open();
	RUN(nobody_approves_their_own_whatever_the_setting);
	return DONE;
}
