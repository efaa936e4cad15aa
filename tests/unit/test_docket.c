/* SPDX-License-Identifier: MIT */
/* Dockets: entries by hand beside those of the court, and their documents. */
#include <string.h>

#include "check.h"
#include "domain/course/dossier_merge.h"
#include "domain/desk/docket.h"
#include "domain/desk/proceeding.h"
#include "domain/desk/queue.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_split.h"
#include "domain/dossier/party.h"
#include "domain/dossier/undo.h"
#include "seen.h"
#include "store/db.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define HIDDEN "C-2026-10000087"
#define A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static struct dossier *d;
static struct proceeding *p;

static void
before_a_court(void)
{
	const struct proceeding_new n = { .court = "Court", .judge = "",
	    .reference = "HG 1", .filed = "2026-01-05", .ended = "",
	    .result = "" };

	given();
	d = opened_as("mia", ANKLE);
	must(proceeding_add(&cx, d, &n, &p));
	cx.act = NULL;
}

static struct docket_new
filed(const char *number, const char *day, const char *text)
{
	return (struct docket_new){ .number = number, .filed = day,
	    .entered = "", .text = text };
}

static struct docket_entry *
entry(const char *number, const char *day, const char *text)
{
	const struct docket_new n = filed(number, day, text);
	struct docket_entry *x = NULL;

	cx.act = NULL;
	CHECK(docket_hand_add(&cx, d, p, &n, &x) == OK);
	return x;
}

static struct docket_entry *
look(int64_t place)
{
	struct docket_entry *x = NULL;

	CHECK(docket_find(&cx, p, place, &x) == OK);
	return x;
}

static struct docket_entry *
list(const char *text, bool newest, int64_t after, int limit)
{
	const struct docket_filter f = { .text = text, .newest = newest,
	    .after = after, .limit = limit };
	struct docket_entry *x = NULL;

	CHECK(docket_list(&cx, p, &f, &x) == OK);
	return x;
}

static struct document *
paper(const char *name, const char *sha256)
{
	const struct document_new n = { .name = name, .sha256 = sha256,
	    .media_type = "text/plain", .bytes = 1 };
	struct document *f = NULL;

	cx.act = NULL;
	CHECK(document_add(&cx, d, &n, &f) == OK);
	return f;
}

static void
take_back(void)
{
	const char *act = cx.act->number;

	cx.act = NULL;
	CHECK(act_undone(act) == OK);
}

/* What the court says: two entries, from a file. */
static void
court_says(void)
{
	struct docket_entry two = { .place = 2, .number = "2", .filed =
	    "2026-03-01", .entered = "", .text = "Order" };
	struct docket_entry one = { .next = &two, .place = 1, .number = "1",
	    .filed = "2026-01-05", .entered = "", .text = "Claim" };
	const struct docket k = { .court = "Court", .number = "HG 1",
	    .title = "", .judges = "", .filed = "2026-01-05", .ended = "",
	    .entries = &one, .entry_count = 2 };
	int64_t fresh;

	CHECK(docket_import(&cx, ANKLE, &k, &fresh) == OK);
}

static void
fault_of(const struct docket_new *n, const char *field)
{
	struct docket_entry *x;

	cx.mistakes = NULL;
	CHECK(docket_hand_add(&cx, d, p, n, &x) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, field);
}

static void
what_cannot_be_is_refused_by_its_field(void)
{
	struct docket_new n = filed("1", "2026-01-05", " ");

	before_a_court();
	fault_of(&n, "text");
	n = filed("1", "", "Claim");
	fault_of(&n, "filed");
	n.filed = "2026-02-30";
	fault_of(&n, "filed");
	n = filed("1", "2026-01-05", "Claim");
	n.entered = "2026-02-30";
	fault_of(&n, "entered");
	n.entered = "";
	n.party = 4711;
	fault_of(&n, "party");
	CHECK(world_int("SELECT count(*) FROM docket_entry") == 0);
	n.party = 0;
	d = opened_as("zoe", ANKLE);
	CHECK(docket_hand_add(&cx, d, p, &n,
	    &(struct docket_entry *){ NULL }) == ERR_FORBIDDEN);
}

/* Added, corrected, taken out, and each taken back. */
static void
an_entry_by_hand_has_its_history(void)
{
	struct docket_new n = filed("7", "2026-02-02", "Motion to stay");
	struct find_page page;
	struct docket_entry *x;
	int64_t place;

	before_a_court();
	x = entry("7", "2026-02-02", "Motion to dissmiss");
	place = x->place;
	CHECK_TEXT(told(d), "Entry 7 was added to the docket of Court, HG 1");
	cx.act = NULL;
	CHECK(docket_hand_change(&cx, d, p, x, &n, 1) == OK);
	CHECK_TEXT(told(d), "Entry 7 of the docket of Court, HG 1 was "
	    "corrected");
	CHECK(docket_hand_change(&cx, d, p, x, &n, 1) == ERR_CONFLICT);
	CHECK(queue_find(&cx, "stay", &page) == OK);
	CHECK(page.dossiers != NULL && page.dossiers->id == d->id);
	CHECK(queue_find(&cx, "dissmiss", &page) == OK);
	CHECK(page.dossiers == NULL);
	take_back();
	CHECK_TEXT(look(place)->text, "Motion to dissmiss");
	CHECK(list("DISSMISS", false, 0, 9) != NULL);
	CHECK(list("stay", false, 0, 9) == NULL);
	x = look(place);
	cx.act = NULL;
	CHECK(docket_hand_strike(&cx, d, p, x, " ") == ERR_INVALID);
	CHECK(docket_hand_strike(&cx, d, p, x, "Twice") == OK);
	CHECK_TEXT(told(d), "Entry 7 was taken out of the docket of Court, "
	    "HG 1");
	CHECK(list("", false, 0, 9) == NULL);
	CHECK(docket_hand_change(&cx, d, p, x, &n, x->hand) == ERR_CONFLICT);
	take_back();
	CHECK(list("", false, 0, 9) != NULL);
	entry("8", "2026-02-03", "Reply");
	take_back();
	CHECK(world_int("SELECT count(*) FROM docket_entry") == 1);
}

/* The court's word is not touched, and a newer file goes on behind it. */
static void
the_courts_word_stays_the_courts(void)
{
	struct docket_new n = filed("1", "2026-01-06", "Another claim");
	struct docket_entry *x;

	before_a_court();
	court_says();
	entry("1a", "2026-02-01", "Letter to the court");
	x = look(1);
	CHECK(x->hand == 0);
	CHECK(docket_hand_change(&cx, d, p, x, &n, 0) == ERR_CONFLICT);
	CHECK(docket_hand_strike(&cx, d, p, x, "Wrong") == ERR_CONFLICT);
	court_says();	/* once more: nothing differs */
	CHECK(world_int("SELECT count(*) FROM docket_entry") == 3);
}

/* By day, then as they came; page by page there is each of them once. */
static void
pages_hold_each_entry_once_in_order(void)
{
	struct docket_entry *x;
	char seen[64] = "";
	int64_t after = 0;
	int turn, n;

	before_a_court();
	court_says();
	entry("c", "2026-03-01", "50% off");
	entry("a", "2025-12-31", "Notice");
	entry("b", "2026-03-01", "Reply_x");
	for (turn = 0; turn < 2; turn++)
		for (after = 0, n = 0; n < 9; n++) {
			x = list("", turn == 1, after, 2);
			if (x == NULL)
				break;
			for (; x != NULL; x = x->next) {
				strcat(seen, x->number);
				after = x->place;
			}
		}
	CHECK_TEXT(seen, "a12cb" "bc21a");
	CHECK(list("50%", false, 0, 9) != NULL);
	CHECK(list("%", false, 0, 9)->next == NULL);
	CHECK(list("y_x", false, 0, 9) != NULL);
	CHECK(list("y!x", false, 0, 9) == NULL);
	CHECK_TEXT(list("2", false, 0, 9)->text, "Order");
}

static void
the_next_number_is_proposed(void)
{
	const char *number;

	before_a_court();
	CHECK(docket_hand_propose(&cx, p, &number) == OK);
	CHECK_TEXT(number, "1");
	entry("A-7", "2026-01-01", "Claim");
	CHECK(docket_hand_propose(&cx, p, &number) == OK);
	CHECK_TEXT(number, "");
	entry("12", "2026-01-02", "Order");
	entry("3", "2026-01-03", "Order");
	CHECK(docket_hand_propose(&cx, p, &number) == OK);
	CHECK_TEXT(number, "13");
}

/* Also under an entry of the court's. */
static void
documents_are_filed_and_taken_off(void)
{
	struct docket_place *where;
	struct document *f, *g;

	before_a_court();
	court_says();
	f = paper("Claim.pdf", A A);
	g = paper("Annex.pdf", A "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
	cx.act = NULL;
	CHECK(docket_paper_attach(&cx, d, p, look(1), f->no) == OK);
	CHECK_TEXT(told(d), "“Claim.pdf” was filed under entry 1 of the "
	    "docket of Court, HG 1");
	CHECK(docket_paper_attach(&cx, d, p, look(1), g->no) == OK);
	CHECK(docket_paper_attach(&cx, d, p, look(2), g->no) == OK);
	CHECK(docket_paper_attach(&cx, d, p, look(2), g->no) == OK);
	CHECK(docket_paper_attach(&cx, d, p, look(2), 4711) == ERR_MISSING);
	CHECK(look(1)->documents != NULL &&
	    look(1)->documents->next != NULL);
	CHECK_TEXT(list("", false, 0, 9)->documents->name, "Claim.pdf");
	CHECK(docket_paper_places(&cx, d, g, &where) == OK);
	CHECK(where != NULL && where->next != NULL);
	CHECK_TEXT(where->next->number, "2");
	cx.act = NULL;
	CHECK(docket_paper_detach(&cx, d, p, look(1), f->no) == OK);
	CHECK(docket_paper_detach(&cx, d, p, look(1), f->no) == ERR_MISSING);
	CHECK(look(1)->documents->next == NULL);
	take_back();
	CHECK(look(1)->documents->next != NULL);
	d = opened_as("zoe", ANKLE);
	CHECK(docket_paper_attach(&cx, d, p, look(1), f->no) == ERR_FORBIDDEN);
}

/* What lies in a compartment is its members' here, too. */
static void
a_guarded_document_is_under_no_entry_for_others(void)
{
	struct document *f;

	before_a_court();
	court_says();
	f = paper("Secret.pdf", A A);
	CHECK(docket_paper_attach(&cx, d, p, look(1), f->no) == OK);
	CHECK(look(1)->documents != NULL);
	must(db_run(&cx, "UPDATE document SET compartment = 4711"));
	CHECK(look(1)->documents == NULL);
}

/* Nor does the history say its name to others, also of before. */
static void
what_was_said_of_it_goes_along(void)
{
	struct compartment_part *part;
	struct document *f;

	before_a_court();
	store_begun();
	court_says();
	must(db_run(&cx, "INSERT INTO viewer_compartment (viewer, compartment,"
	    " until, given) SELECT person, 1, 253402300799, 1 FROM staff"
	    "  WHERE login = 'mia'"));
	f = paper("Secret.pdf", A A);
	CHECK(docket_paper_attach(&cx, d, p, look(1), f->no) == OK);
	take_back();
	CHECK(docket_paper_attach(&cx, d, p, look(1), f->no) == OK);
	CHECK(docket_paper_detach(&cx, d, p, look(1), f->no) == OK);
	CHECK(compartment_part(&cx, d, f->no, &part) == OK);
	CHECK(compartment_part_put(&cx, d, part, "medical", "Theirs") == OK);
	CHECK(world_int("SELECT count(*) FROM event e JOIN event_body b"
	    " ON b.event = e.id WHERE b.body LIKE '%Secret.pdf%'"
	    "   AND NOT EXISTS (SELECT 1 FROM event_protected c"
	    "     WHERE c.dossier = e.dossier AND c.seq = e.seq)") == 0);
	CHECK_TEXT(store_fault(), "");
	CHECK(strstr(store_fault_after("DELETE FROM event_protected"
	    " WHERE seq = (SELECT min(seq) FROM event"
	    "  WHERE kind = 'docket.attached')"), "is for everybody") !=
	    NULL);
}

/* Nobody loses a docket by taking back the proceeding that it is of. */
static void
a_proceeding_with_a_docket_stays(void)
{
	const struct proceeding_new n = { .court = "Court", .judge = "",
	    .reference = "HG 2", .filed = "", .ended = "", .result = "" };
	const char *began;
	int64_t place;

	before_a_court();
	must(proceeding_add(&cx, d, &n, &p));
	began = cx.act->number;
	place = entry("1", "2026-01-05", "Claim")->place;
	cx.act = NULL;
	CHECK(act_undone(began) == ERR_CONFLICT);
	CHECK(look(place) != NULL);
	must(proceeding_add(&cx, d, &n, &p));
	take_back();
	CHECK(world_int("SELECT count(*) FROM proceeding") == 2);
}

static int64_t
client(struct dossier *of)
{
	const struct party *y;

	cx.act = NULL;
	must(party_add(&cx, of, world_customer("P-20000001"),
	    "respondent"));
	for (y = of->parties; y->next != NULL; y = y->next)
		;
	return y->no;
}

/* A merge takes entries and documents along, and comes back. */
static void
all_of_it_goes_along_with_a_merge(void)
{
	struct docket_new n = filed("1", "2026-01-05", "Claim");
	struct dossier *into;
	struct docket_entry *x;
	struct document *f;
	int64_t there, place;

	before_a_court();
	into = opened_as("mia", HIDDEN);
	there = client(into);
	d = opened_as("mia", ANKLE);
	n.party = client(d);
	must(docket_hand_add(&cx, d, p, &n, &x));
	place = x->place;
	f = paper("Claim.pdf", A A);
	must(docket_paper_attach(&cx, d, p, x, f->no));
	cx.act = NULL;
	must(dossier_open(&cx, ANKLE, LEVEL_WORK, &d));
	must(dossier_open(&cx, HIDDEN, LEVEL_WORK, &into));
	CHECK(dossier_merge(&cx, d, into, "The same") == OK);
	CHECK(proceeding_list(&cx, into, &p) == OK && p != NULL);
	x = look(place);
	CHECK(x->party == there);
	CHECK_TEXT(x->party_name, "Élodie Weiß");
	CHECK(x->documents != NULL);
	take_back();
	CHECK(proceeding_list(&cx, d, &p) == OK && p != NULL);
	x = look(place);
	CHECK(x->party == n.party && x->documents != NULL);
}

/* A document that goes to a case of its own is under no entry there; back
 * again, it is. */
static void
a_document_that_is_split_off_leaves_its_entry(void)
{
	struct dossier_split s = { .title = "Another", .reason = "So",
	    .n = 1 };
	struct docket_place *where;
	struct docket_entry *x;
	struct dossier *new;
	struct document *f;

	before_a_court();
	x = entry("1", "2026-01-05", "Claim");
	f = paper("Claim.pdf", A A);
	must(docket_paper_attach(&cx, d, p, x, f->no));
	s.scope = world_scope("complaint", "north");
	s.things = &f->no;
	cx.act = NULL;
	must(dossier_open(&cx, ANKLE, LEVEL_WORK, &d));
	CHECK(dossier_split(&cx, d, &s, &new) == OK);
	CHECK(look(x->place)->documents == NULL);
	CHECK(docket_paper_places(&cx, new, f, &where) == OK && where == NULL);
	take_back();
	CHECK(look(x->place)->documents != NULL);
}

int
main(void)
{
	RUN(what_cannot_be_is_refused_by_its_field);
	RUN(an_entry_by_hand_has_its_history);
	RUN(the_courts_word_stays_the_courts);
	RUN(pages_hold_each_entry_once_in_order);
	RUN(the_next_number_is_proposed);
	RUN(documents_are_filed_and_taken_off);
	RUN(a_guarded_document_is_under_no_entry_for_others);
	RUN(what_was_said_of_it_goes_along);
	RUN(a_proceeding_with_a_docket_stays);
	RUN(all_of_it_goes_along_with_a_merge);
	RUN(a_document_that_is_split_off_leaves_its_entry);
	return DONE;
}
