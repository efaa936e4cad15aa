/* SPDX-License-Identifier: MIT */
/* Time and costs: booked, corrected, closed, taken back, summed up. */
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "domain/course/dossier_merge.h"
#include "domain/dossier/booking.h"
#include "domain/dossier/booking_sum.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/undo.h"
#include "domain/people/compartment.h"
#include "domain/people/rate.h"
#include "seen.h"
#include "store/db.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define HIDDEN "C-2026-10000087"

static struct term drafting = { .code = "drafting",
    .label = { { "Drafting" } } };
static struct term fee = { .code = "fee", .label = { { "Court fee" } } };
static struct type_costs costs = { .currency = "EUR",
    .activities = &drafting, .kinds = &fee };

static struct dossier *
opened(const char *login, const char *number)
{
	struct dossier *d = opened_as(login, number);

	((struct casetype *)d->type)->costs = &costs;
	cx.act = NULL;
	cx.mistakes = NULL;
	return d;
}

static enum err
rate(const char *person, const char *amount, const char *begins)
{
	const struct rate_new n = { .person = person, .type = "",
	    .begins = begins, .amount = amount, .reason = "As agreed" };
	struct rate *r;

	as("ada");
	cx.mistakes = NULL;
	return rate_add(&cx, &n, &r);
}

static const struct booking_new hour = { .kind = BOOKING_TIME,
    .day = "2026-11-23", .code = "drafting", .duration = "1:00",
    .amount = "", .payer = "", .text = "Wrote to them",
    .billable = true };

static struct booking *
booked(struct dossier *d, const struct booking_new *n)
{
	struct booking *b = NULL;

	cx.act = NULL;
	CHECK(booking_add(&cx, d, n, &b) == OK);
	return b;
}

static struct booking *
again(const struct dossier *d, int64_t no)
{
	struct booking *b = NULL;

	CHECK(booking_open(&cx, d, no, &b) == OK);
	return b;
}

static void
take_back(void)
{
	const char *act = cx.act->number;

	cx.act = NULL;
	CHECK(act_undone(act) == OK);
}

static void
durations_are_read_as_people_write_them(void)
{
	static const struct { const char *text; int64_t minutes; } all[] = {
		{ "1:30", 90 }, { "90", 90 }, { "1h30", 90 }, { "2h", 120 },
		{ "45 min", 45 }, { "0:06", 6 }, { "24:00", 1440 },
		{ "6m", 6 }, { " 1 : 05 ", 65 }, { "", 0 }, { "0", 0 },
		{ "1:", 0 }, { "1:60", 0 }, { "-5", 0 }, { "1.5", 0 },
		{ "25:00", 0 }, { "1441", 0 }, { "1:5x", 0 }, { "h", 0 },
		{ "99999999999999999999", 0 }
	};
	int64_t n, m;
	size_t i;

	given();
	for (i = 0; i < COUNT(all); i++) {
		n = 0;
		CHECK(booking_minutes(all[i].text, &n) ==
		    (all[i].minutes != 0));
		if (all[i].minutes != 0)
			CHECK(n == all[i].minutes);
	}
	/* what is shown is read again as the same */
	for (n = 1; n <= 1440; n += 7)
		CHECK(booking_minutes(booking_hours(&cx, n), &m) && m == n);
	/* taking back is exact */
	for (n = 1; n < 400; n += 13)
		CHECK(booking_amount(-n, 25033) == -booking_amount(n, 25033));
	CHECK(booking_amount(20, 25000) == 8333);
	CHECK(booking_amount(10, 25050) == 4175);
}

static void
a_booking_keeps_the_rate_of_its_day(void)
{
	struct booking_new n = hour;
	struct dossier *d;
	struct booking *b;

	given();
	d = opened("mia", ANKLE);
	b = booked(d, &hour);
	CHECK_TEXT(b->currency, "");	/* none held */
	CHECK(rate("", "100 EUR", "2026-01-01") == OK);
	CHECK(rate("mia", "250 EUR", "2026-11-01") == OK);
	CHECK(rate("mia", "300 EUR", "2026-11-24") == OK);
	CHECK(rate("nobody", "9 EUR", "") == ERR_INVALID);
	CHECK(rate("mia", "9", "") == ERR_INVALID);
	d = opened("mia", ANKLE);
	b = booked(d, &hour);
	CHECK(b->rate == 25000 && b->amount == 25000);
	n.day = "2026-10-31";
	n.duration = "20";
	CHECK(booked(d, &n)->amount == 3333);
	n.day = "2026-11-24";
	CHECK(booked(d, &n)->amount == 10000);
	/* another rate changes nothing that was booked, nor what stays on
	 * its day */
	CHECK(rate("mia", "999 EUR", "2026-11-01") == OK);
	d = opened("mia", ANKLE);
	b = again(d, b->no);
	CHECK(b->amount == 25000);
	n = hour;
	n.duration = "2:00";
	CHECK(booking_change(&cx, d, b, &n, b->version) == OK);
	CHECK(b->rate == 25000 && b->amount == 50000);
	CHECK_TEXT(told(d), "Booking of Mon 23 Nov 2026 corrected: 2:00, "
	    "Drafting, Wrote to them");
	CHECK(booking_change(&cx, d, b, &n, 1) == ERR_CONFLICT);
	/* agreed for the case: before all others */
	CHECK(booking_rate_set(&cx, d, &(struct rate_new){ .begins =
	    "2026-11-01", .amount = "80", .reason = "Cap" }) == OK);
	CHECK(booked(d, &hour)->amount == 8000);
}

static void
refused(const struct booking_new *n, const char *field)
{
	struct dossier *d = opened("mia", ANKLE);
	struct booking *b;

	CHECK(booking_add(&cx, d, n, &b) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes == NULL ? "" : cx.mistakes->field, field);
}

static void
what_cannot_be_is_refused_by_its_field(void)
{
	struct booking_new n = hour;
	struct booking *b;

	given();
	n.day = "2026-11-25";
	refused(&n, "day");
	n = hour;
	n.code = "fee";
	refused(&n, "code");
	n = hour;
	n.duration = "soon";
	refused(&n, "duration");
	n = hour;
	n.text = " ";
	refused(&n, "text");
	n = hour;
	n.task = 4711;
	refused(&n, "task");
	n = hour;
	n.document = 4711;
	refused(&n, "document");
	n = (struct booking_new){ .kind = BOOKING_COST, .day = "",
	    .code = "fee", .duration = "", .amount = "-5", .payer = "house",
	    .text = "Fee" };
	refused(&n, "amount");
	n.amount = "5";
	n.payer = "me";
	refused(&n, "payer");
	CHECK(world_int("SELECT count(*) FROM booking") == 0);
	CHECK(booking_add(&cx, opened("zoe", ANKLE), &hour, &b) ==
	    ERR_FORBIDDEN);
	CHECK(booking_add(&cx, opened("mia", "C-2026-10000102"), &hour,
	    &b) == ERR_CONFLICT);
}

static void
a_closed_month_is_only_countered(void)
{
	struct booking_new n = hour;
	struct booking *b, *c;
	struct booking_total t;
	struct dossier *d;
	const char *act;

	given();
	CHECK(rate("", "100 EUR", "2026-01-01") == OK);
	d = opened("mia", ANKLE);
	n.day = "2026-10-30";
	b = booked(d, &n);
	CHECK(booking_counter(&cx, d, b, "x", &c) == ERR_CONFLICT);
	cx.act = NULL;
	CHECK(booking_remove(&cx, d, b, "Was not here") == OK);
	act = cx.act->number;
	CHECK(booking_open(&cx, d, b->no, &c) == ERR_MISSING);
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	b = again(d, b->no);
	cx.act = NULL;
	CHECK(booking_remove(&cx, d, b, "Was not here") == OK);
	act = cx.act->number;
	c = booked(d, &n);
	as("ada");
	CHECK(rate_month_close(&cx, "2026-11") == ERR_INVALID);
	CHECK(rate_month_close(&cx, "2026-10") == OK);
	CHECK(rate_month_close(&cx, "2026-09") == ERR_INVALID);
	/* nothing comes back into it, or goes */
	d = opened("mia", ANKLE);
	CHECK(act_undone(act) == ERR_CONFLICT);
	cx.act = NULL;
	refused(&n, "day");
	d = opened("mia", ANKLE);
	b = again(d, c->no);
	CHECK(booking_remove(&cx, d, b, "x") == ERR_CONFLICT);
	CHECK(booking_change(&cx, d, b, &hour, b->version) == ERR_CONFLICT);
	CHECK(booking_counter(&cx, d, b, " ", &c) == ERR_INVALID);
	CHECK(booking_counter(&cx, d, b, "Not ours", &c) == OK);
	CHECK(c->minutes == -60 && c->amount == -10000);
	CHECK_TEXT(c->day, "2026-11-24");
	CHECK_TEXT(told(d), "Booking of Fri 30 Oct 2026 taken back: −1:00, "
	    "Drafting, Wrote to them");
	CHECK(booking_sum(&cx, d, &t) == OK);
	CHECK(t.n == 2 && t.all.minutes == 0 && t.all.money->amount == 0);
	b = again(d, b->no);
	CHECK(b->countered);
	CHECK(booking_counter(&cx, d, b, "Again", &c) == ERR_CONFLICT);
	take_back();
	CHECK(!again(d, b->no)->countered);
	/* others do not touch it, who manages may take it back */
	d = opened("ben", ANKLE);
	b = again(d, b->no);
	CHECK(booking_counter(&cx, d, b, "No", &c) == (d->level <
	    LEVEL_MANAGE ? ERR_FORBIDDEN : OK));
}

/* What somebody else took back by an entry is not taken back once more: that
 * entry would stand alone, and be less than nothing. */
static void
what_is_countered_is_not_undone(void)
{
	struct booking_total t;
	struct booking *b, *c;
	struct dossier *d;
	const char *act, *counter;

	given();
	CHECK(rate("", "100 EUR", "2026-01-01") == OK);
	must(db_run(&cx, "UPDATE viewer_scope SET level = 5"));
	d = opened("mia", ANKLE);
	cx.act = NULL;
	CHECK(booking_add(&cx, d, &hour, &b) == OK);
	act = cx.act->number;
	d = opened("ben", ANKLE);
	cx.act = NULL;
	b = again(d, b->no);
	CHECK(booking_counter(&cx, d, b, "Not ours", &c) == OK);
	counter = cx.act->number;
	d = opened("mia", ANKLE);
	CHECK(act_undone(act) == ERR_CONFLICT);
	cx.act = NULL;
	CHECK(booking_sum(&cx, d, &t) == OK && t.all.minutes == 0);
	opened("ben", ANKLE);
	CHECK(act_undone(counter) == OK);
	opened("mia", ANKLE);
	CHECK(act_undone(act) == OK);
	CHECK(world_int("SELECT count(*) FROM booking") == 0);
}

static void
sums_are_those_of_the_rows(void)
{
	struct booking_new n = hour, paid = { .kind = BOOKING_COST,
	    .day = "2026-11-20", .code = "fee", .duration = "",
	    .amount = "798", .payer = "house", .text = "Fee",
	    .billable = true };
	struct booking_total t;
	struct booking *b;
	struct dossier *d;
	char length[8];
	int i;

	given();
	store_begun();
	CHECK(rate("mia", "250 EUR", "2026-01-01") == OK);
	d = opened("mia", ANKLE);
	srand(7);
	for (i = 0; i < 30; i++) {
		snprintf(length, sizeof(length), "%d", 1 + rand() % 90);
		n.duration = length;
		n.billable = i % 3 != 0;
		booked(d, &n);
	}
	booked(d, &paid);
	paid.amount = "10 CHF";
	booked(d, &paid);
	d = opened("ben", ANKLE);
	booked(d, &hour);
	CHECK(booking_sum(&cx, d, &t) == OK);
	CHECK(t.n == 33 && t.unrated == 60);
	CHECK(t.all.minutes ==
	    world_int("SELECT sum(minutes) FROM booking"));
	CHECK(t.people != NULL && t.people->next != NULL &&
	    t.people->next->next == NULL);
	CHECK_TEXT(booking_sum_show(&cx, t.costs->money),
	    "10.00\u00a0CHF + 798.00\u00a0EUR");
	for (; t.all.money != NULL; t.all.money = t.all.money->next)
		if (strcmp(t.all.money->currency, "EUR") == 0) {
			CHECK(t.all.money->amount == world_int("SELECT"
			    " sum(amount) FROM booking"
			    " WHERE currency = 'EUR'"));
			CHECK(t.all.money->billable == world_int("SELECT"
			    " sum(amount) FROM booking"
			    " WHERE currency = 'EUR' AND billable = 1"));
		}
	as("ben");
	CHECK(booking_mine(&cx, "2026-11-23", "2026-11-29", &b) == OK);
	CHECK(b != NULL && b->next == NULL);
	CHECK_TEXT(b->number, ANKLE);
	CHECK_TEXT(store_fault(), "");
}

/* What is booked on a protected thing is protected as well, and so is what
 * was said of it; and it goes along when its case is merged. */
static void
compartments_hold_what_is_booked_on_them(void)
{
	struct booking_new n = hour;
	struct compartment_part *p;
	struct compartment *c;
	struct booking_total t;
	struct booking *b, *x;
	struct dossier *d, *into;

	given();
	must(db_run(&cx, "INSERT INTO document (dossier, no, name, sha256,"
	    " bytes, media_type, added, compartment)"
	    " SELECT d.id, 900, 'Opinion.pdf', 'a', 1, 'text/plain', 1, 0"
	    "  FROM dossier d WHERE d.number = $1", db_t(ANKLE)));
	as("ada");
	CHECK(compartment_open(&cx, "legal", &c) == OK);
	CHECK(compartment_admit(&cx, c, "mia", 0, "Counsel") == OK);
	d = opened("mia", ANKLE);
	n.document = 900;
	n.text = "zqopinion";
	b = booked(d, &n);
	CHECK(booking_open(&cx, opened("ben", ANKLE), b->no, &x) == OK);
	d = opened("mia", ANKLE);
	CHECK(compartment_part(&cx, d, 900, &p) == OK);
	CHECK(compartment_part_put(&cx, d, p, "legal", "Privileged") == OK);
	d = opened("ben", ANKLE);
	CHECK(booking_open(&cx, d, b->no, &x) == ERR_MISSING);
	CHECK(booking_sum(&cx, d, &t) == OK && t.n == 0);
	CHECK(world_int("SELECT count(*) FROM event_protected k"
	    " JOIN event e ON e.dossier = k.dossier AND e.seq = k.seq"
	    " WHERE e.kind = 'booking.added'") == 1);
	d = opened("mia", ANKLE);
	CHECK(booking_open(&cx, d, b->no, &x) == OK);
	CHECK(booked(d, &n)->compartment == x->compartment);
	d = opened("mia", ANKLE);
	into = opened("mia", HIDDEN);
	CHECK(dossier_merge(&cx, d, into, "The same") == OK);
	CHECK(booking_sum(&cx, into, &t) == OK && t.n == 2);
}

int
main(void)
{
	RUN(durations_are_read_as_people_write_them);
	RUN(a_booking_keeps_the_rate_of_its_day);
	RUN(what_cannot_be_is_refused_by_its_field);
	RUN(a_closed_month_is_only_countered);
	RUN(what_is_countered_is_not_undone);
	RUN(sums_are_those_of_the_rows);
	RUN(compartments_hold_what_is_booked_on_them);
	return DONE;
}
