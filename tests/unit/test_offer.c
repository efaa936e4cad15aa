/* SPDX-License-Identifier: MIT */
/* Offers to settle: made, countered, answered, compared, taken back. */
#include "check.h"
#include "domain/course/deadline.h"
#include "domain/desk/offer.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/dossier/undo.h"
#include "seen.h"
#include "world.h"

#define ANKLE "C-2026-10000061"

static int64_t client, opponent;

static struct dossier *
sides(void)
{
	struct dossier *d;

	d = opened_as("mia", ANKLE);
	CHECK(party_add(&cx, d, world_customer("P-20000002"),
	    "representative") == OK);
	client = world_int("SELECT no FROM party WHERE role = 'requester'"
	    " AND ended IS NULL AND dossier = (SELECT id FROM dossier"
	    "   WHERE number = '" ANKLE "')");
	opponent = world_int("SELECT max(no) FROM party");
	cx.act = NULL;
	return opened_as("mia", ANKLE);
}

static struct offer_new
by(int64_t maker, const char *amount, const char *made)
{
	return (struct offer_new){ .maker = maker, .made = made,
	    .way = "letter", .currency = "EUR", .amount = amount,
	    .terms = "", .until = "" };
}

static struct offer *
offered(struct dossier *d, const struct offer_new *n)
{
	struct offer *x = NULL;

	cx.act = NULL;
	cx.mistakes = NULL;
	CHECK(offer_add(&cx, d, n, &x) == OK);
	return x;
}

static struct offer *
again(const struct dossier *d, int64_t no)
{
	struct offer *x = NULL;

	CHECK(offer_open(&cx, d, no, &x) == OK);
	return x;
}

static void
refused(struct dossier *d, const struct offer_new *n, const char *field)
{
	struct offer *x;

	cx.mistakes = NULL;
	CHECK(offer_add(&cx, d, n, &x) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes == NULL ? "" : cx.mistakes->field, field);
}

static void
what_cannot_be_is_refused_by_its_field(void)
{
	struct offer_new n;
	struct dossier *d;
	struct offer *x;

	given();
	d = sides();
	n = by(4711, "10", "");
	refused(d, &n, "maker");
	n = by(client, "10", "2026-12-01");
	refused(d, &n, "made");
	n = by(client, "ten", "");
	refused(d, &n, "amount");
	n = by(client, "", "");
	refused(d, &n, "amount");
	n = by(client, "10", "");
	n.receiver = client;
	refused(d, &n, "receiver");
	n = by(client, "10", "");
	n.until = "2026-11-01";
	refused(d, &n, "until");
	n = by(client, "10", "");
	n.way = "smoke";
	refused(d, &n, "way");
	n = by(client, "10", "");
	x = offered(d, &n);
	n.counters = x->no;
	refused(d, &n, "counters");	/* one's own */
	CHECK(world_int("SELECT count(*) FROM offer") == 1);
	CHECK(offer_add(&cx, opened_as("zoe", ANKLE), &n, &x) ==
	    ERR_FORBIDDEN);
}

static void
the_ladder_tells_moves_and_gaps(void)
{
	struct offer_new n;
	struct offer *x, *list;
	struct dossier *d;

	given();
	d = sides();
	n = by(client, "50000", "2026-11-02");
	x = offered(d, &n);
	CHECK_TEXT(told(d), "Élodie Weiß offered: 50,000.00\u00a0EUR");
	n = by(opponent, "20000", "2026-11-09");
	n.counters = x->no;
	offered(d, &n);
	n = by(client, "42000", "2026-11-16");
	offered(d, &n);
	n = by(0, "100 CHF", "2026-11-17");
	offered(d, &n);
	CHECK(offer_list(&cx, d, &list) == OK);
	CHECK(list->state == OFFER_COUNTERED && !list->has_moved);
	CHECK_TEXT(list->answered, "2026-11-09");
	x = list->next;
	CHECK(x->has_gap && x->gap == -3000000 && x->counters_no ==
	    list->no && !x->has_moved);
	x = x->next;
	CHECK(x->moved == -800000 && x->gap == 2200000);
	x = x->next;
	CHECK(!x->has_moved && !x->has_gap);
	CHECK_TEXT(offer_maker(x), "The court");
}

/* The end of an offer is a deadline; the answer meets it; undone, both are
 * as they were. */
static void
an_end_is_a_deadline_and_the_answer_meets_it(void)
{
	struct offer_new n;
	struct deadline *l;
	struct dossier *d;
	struct offer *x;
	const char *act;

	given();
	d = sides();
	n = by(opponent, "30000", "2026-11-20");
	n.until = "2026-12-07";
	x = offered(d, &n);
	CHECK(x->deadline_no != 0);
	CHECK(deadline_open(&cx, d, x->deadline_no, &l) == OK);
	CHECK(deadline_is_open(l));
	CHECK_TEXT(l->title, "Offer of Nordwind GmbH ends");
	cx.act = NULL;
	cx.mistakes = NULL;
	CHECK(offer_answer(&cx, d, x, "countered", "", "") == ERR_INVALID);
	CHECK(offer_answer(&cx, d, x, "accepted", "2026-11-01", "") ==
	    ERR_INVALID);
	CHECK(offer_answer(&cx, d, x, "accepted", "", "By mail") == OK);
	CHECK_TEXT(told(d), "Offer of Nordwind GmbH accepted: "
	    "30,000.00\u00a0EUR");
	act = cx.act->number;
	CHECK(deadline_open(&cx, d, x->deadline_no, &l) == OK);
	CHECK(!deadline_is_open(l));
	x = again(d, x->no);
	CHECK(x->state == OFFER_ACCEPTED);
	CHECK(offer_answer(&cx, d, x, "refused", "", "") == ERR_CONFLICT);
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	x = again(d, x->no);
	CHECK(x->state == OFFER_OPEN);
	CHECK(deadline_open(&cx, d, x->deadline_no, &l) == OK);
	CHECK(deadline_is_open(l));
	/* made and taken back: nothing is left of it */
	n.until = "2026-12-09";
	x = offered(d, &n);
	act = cx.act->number;
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	CHECK(offer_open(&cx, d, x->no, &x) == ERR_MISSING);
	CHECK(world_int("SELECT count(*) FROM deadline WHERE title LIKE"
	    " 'Offer%'") == 1);
	/* one that is over is told so, not closed by itself */
	later(20 * 86400);
	CHECK(offer_list(&cx, d, &x) == OK);
	CHECK(offer_is_over(&cx, x) && x->state == OFFER_OPEN);
}

int
main(void)
{
	RUN(what_cannot_be_is_refused_by_its_field);
	RUN(the_ladder_tells_moves_and_gaps);
	RUN(an_end_is_a_deadline_and_the_answer_meets_it);
	return DONE;
}
