/* SPDX-License-Identifier: MIT */
/* Correspondence: with whom, which way, when; who sees it, where it goes. */
#include <string.h>

#include "../dice.h"
#include "check.h"
#include "domain/course/dossier_merge.h"
#include "domain/desk/counsel.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_split.h"
#include "domain/dossier/exchange.h"
#include "domain/dossier/party.h"
#include "domain/dossier/release.h"
#include "domain/people/compartment.h"
#include "domain/people/person.h"
#include "model/undo.h"
#include "seen.h"
#include "store/db.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define OTHER "C-2026-10000087"
#define A "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static struct dossier *d;
static int64_t client, opponent;

static struct dossier *
work(const char *number)
{
	struct dossier *out = NULL;

	as("mia");
	must(dossier_open(&cx, number, LEVEL_WORK, &out));
	return out;
}

/* Élodie Weiß asks; Nordwind GmbH stands for her. */
static void
sides(void)
{
	given();
	d = work(ANKLE);
	must(party_add(&cx, d, world_customer("P-20000002"),
	    "representative"));
	client = world_int("SELECT y.no FROM party y JOIN dossier d"
	    " ON d.id = y.dossier AND d.number = '" ANKLE "'"
	    " WHERE y.role = 'requester'");
	opponent = world_int("SELECT max(no) FROM party");
	cx.act = NULL;
	d = work(ANKLE);
}

static struct exchange_new
said(int64_t party, const char *way, const char *medium, const char *day)
{
	return (struct exchange_new){ .party = party, .who = "", .way = way,
	    .medium = medium, .exchanged = day };
}

static int64_t
paper(const char *name, const struct exchange_new *x, const char *within)
{
	const struct document_new n = { .name = name, .sha256 = A,
	    .media_type = "text/plain", .bytes = 1, .exchange = x,
	    .compartment = within };
	struct document *f = NULL;

	cx.act = NULL;
	cx.mistakes = NULL;
	must(document_add(&cx, d, &n, &f));
	return f->no;
}

static int64_t
letter(const char *name, int64_t party, const char *way, const char *day)
{
	const struct exchange_new x = said(party, way, "letter", day);

	return paper(name, &x, "");
}

static int64_t
call(const char *text, const struct exchange_new *x)
{
	cx.act = NULL;
	cx.mistakes = NULL;
	must(dossier_note_exchange(&cx, d, text, "", "", x));
	return world_int("SELECT max(no) FROM note");
}

static const char *
titles(const struct exchange_filter *f)
{
	const char *out = "";
	struct exchange *x;

	must(exchange_list(&cx, d, f, &x));
	for (; x != NULL; x = x->next)
		out = arena_printf(cx.arena, "%s%s%s", out,
		    out[0] == '\0' ? "" : " ", x->title);
	return out;
}

static const char *
all(void)
{
	const struct exchange_filter f = { .way = "" };

	return titles(&f);
}

static struct exchange *
of(int64_t no)
{
	struct exchange *x = NULL;

	must(exchange_open(&cx, d, no, &x));
	return x;
}

static void
refused(const struct exchange_new *n, const char *field)
{
	cx.mistakes = NULL;
	CHECK(dossier_note_exchange(&cx, d, "Hello", "", "", n) ==
	    ERR_INVALID);
	CHECK_TEXT(cx.mistakes == NULL ? "" : cx.mistakes->field, field);
}

static void
what_cannot_be_is_refused_by_its_field(void)
{
	struct exchange_new n;

	sides();
	n = said(4711, "", "", "");
	refused(&n, "party");
	n = said(1, "", "", "");	/* its lead */
	refused(&n, "party");
	n = said(0, "in", "", "");
	refused(&n, "party");
	n = said(client, "up", "", "");
	refused(&n, "way");
	n = said(client, "", "smoke", "");
	refused(&n, "medium");
	n = said(client, "", "", "2026-12-24");
	refused(&n, "exchanged");
	n = said(client, "", "", "2026-02-30");
	refused(&n, "exchanged");
	n = said(client, "", "", "");
	n.who = "Somebody";
	refused(&n, "who");
	CHECK(world_int("SELECT count(*) FROM exchange") == 0);
	n = said(0, "", "", "");
	call("Nothing is said of it", &n);
	CHECK(world_int("SELECT count(*) FROM exchange") == 0);
	CHECK_TEXT(all(), "");
}

/* Newest day first, of one side with its counsel, one way, of others. */
static void
the_list_is_by_day_party_and_way(void)
{
	struct exchange_filter f = { .way = "" };
	struct exchange_new n;
	struct exchange *x;

	sides();
	letter("b", client, "in", "2026-11-02");
	letter("a", opponent, "out", "2026-11-01");
	n = said(0, "out", "court", "2026-11-03");
	n.who = "High Court";
	paper("c", &n, "");
	n = said(client, "", "phone", "");
	call("d", &n);
	paper("nothing", NULL, "");
	CHECK_TEXT(all(), "d c b a");
	f.party = client;
	CHECK_TEXT(titles(&f), "d b");
	must(counsel_add(&cx, d, client, opponent));
	CHECK_TEXT(titles(&f), "d b a");	/* who speaks for them too */
	f.party = opponent;
	CHECK_TEXT(titles(&f), "a");
	f.party = 4711;
	CHECK_TEXT(titles(&f), "");
	f = (struct exchange_filter){ .way = "out" };
	CHECK_TEXT(titles(&f), "c a");
	f = (struct exchange_filter){ .way = "", .others = true };
	CHECK_TEXT(titles(&f), "c");
	must(exchange_list(&cx, d, &f, &x));
	CHECK_TEXT(x->name, "High Court");
	CHECK_TEXT(exchange_medium(x->medium), "Through the court");
	CHECK(!x->note && x->person == 0);
	x = of(world_int("SELECT max(no) FROM note"));
	CHECK_TEXT(x->exchanged, "2026-11-24");
	CHECK_TEXT(x->name, "Élodie Weiß");
	CHECK(x->note);
}

/* Pages put together are the list, however small; days often are the same. */
static void
pages_are_the_list(void)
{
	static const char *const days[] = { "2026-11-01", "2026-11-02" };
	struct exchange_filter f = { .way = "" };
	const char *whole, *pages = "";
	struct exchange *x;
	int i;

	sides();
	for (i = 0; i < 9; i++)
		letter(arena_printf(cx.arena, "l%d", i), client, "in",
		    days[dice(2)]);
	whole = all();
	f.limit = 2;
	do {
		must(exchange_list(&cx, d, &f, &x));
		f.after = 0;
		for (; x != NULL; x = x->next) {
			pages = arena_printf(cx.arena, "%s%s%s", pages,
			    pages[0] == '\0' ? "" : " ", x->title);
			f.after = x->no;
		}
	} while (f.after != 0);
	CHECK_TEXT(pages, whole);
}

/* It is said, corrected, taken away; told, and taken back. */
static void
what_is_said_can_be_changed_and_taken_back(void)
{
	struct exchange_new n;
	struct exchange *x, *stale;
	const char *act;
	int64_t no;

	sides();
	no = paper("a", NULL, "");
	n = said(client, "in", "letter", "2026-11-02");
	x = of(no);
	CHECK(x->id == 0 && x->exchanged[0] == '\0');
	must(exchange_change(&cx, d, x, &n));
	CHECK_TEXT(told(d), "“a” is correspondence with Élodie Weiß");
	CHECK(exchange_change(&cx, d, x, &n) == ERR_CONFLICT);	/* stale */
	stale = of(no);
	n.way = "out";
	cx.act = NULL;
	must(exchange_change(&cx, d, of(no), &n));
	CHECK_TEXT(told(d), "Correspondence of “a” changed");
	act = cx.act->number;
	n.medium = "mail";
	CHECK(exchange_change(&cx, d, stale, &n) == ERR_CONFLICT);
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	CHECK_TEXT(of(no)->way, "in");
	n = said(0, "", "", "");
	cx.act = NULL;
	must(exchange_change(&cx, d, of(no), &n));
	CHECK_TEXT(told(d), "“a” is no correspondence any more");
	CHECK_TEXT(all(), "");
	act = cx.act->number;
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	CHECK_TEXT(all(), "a");
	CHECK_TEXT(of(no)->name, "Élodie Weiß");
	/* nothing differs: nothing is told */
	n = said(client, "in", "letter", "2026-11-02");
	cx.act = NULL;
	must(exchange_change(&cx, d, of(no), &n));
	CHECK(cx.act == NULL);
	as("zoe");
	must(dossier_open(&cx, ANKLE, LEVEL_READ, &d));
	CHECK(exchange_change(&cx, d, of(no), &n) == ERR_FORBIDDEN);
	CHECK(exchange_open(&cx, d, 4711, &x) == ERR_MISSING);
}

/* Who sees the thing sees it; what is held back leaves it out of exports. */
static void
it_is_seen_with_the_thing(void)
{
	struct compartment_part *p;
	struct exchange_new n;
	struct compartment *c;
	struct exchange *x;
	int64_t no;

	sides();
	as("ada");
	must(compartment_open(&cx, "legal", &c));
	must(compartment_admit(&cx, c, "mia", 0, "Lawyer"));
	d = work(ANKLE);
	n = said(client, "in", "letter", "2026-11-02");
	no = paper("secret", &n, "legal");
	letter("plain", client, "in", "2026-11-01");
	CHECK_TEXT(all(), "secret plain");
	CHECK(of(no)->held);
	must(compartment_part(&cx, d, no, &p));
	must(release_give(&cx, d, p, &(struct release_new){ .receiver =
	    "Court", .why = "Asked for" }));
	CHECK(!of(no)->held);
	n.way = "out";
	must(exchange_change(&cx, d, of(no), &n));
	d = opened_as("ben", ANKLE);
	CHECK_TEXT(all(), "plain");
	CHECK(exchange_open(&cx, d, no, &x) == ERR_MISSING);
	CHECK(strstr(told(d), "secret") == NULL);
}

/* With two who are one, a case that is another's, a thing that is split
 * off: it goes along, and comes back. */
static void
it_goes_where_the_thing_goes(void)
{
	struct dossier_split s = { .title = "Another", .reason = "So",
	    .n = 1 };
	struct dossier *into, *new;
	const char *act;
	int64_t no;

	sides();
	no = letter("a", client, "in", "2026-11-02");
	cx.act = NULL;
	d = work(ANKLE);
	into = work(OTHER);
	must(dossier_merge(&cx, d, into, "The same"));
	act = cx.act->number;
	d = work(OTHER);
	CHECK_TEXT(all(), "a");
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	CHECK_TEXT(all(), "");
	d = work(ANKLE);
	CHECK_TEXT(all(), "a");
	s.scope = world_scope("complaint", "north");
	s.things = &no;
	cx.act = NULL;
	must(dossier_split(&cx, d, &s, &new));
	act = cx.act->number;
	CHECK_TEXT(all(), "");
	d = new;
	CHECK_TEXT(all(), "a");
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	d = work(ANKLE);
	CHECK_TEXT(of(no)->name, "Élodie Weiß");
	CHECK_TEXT(of(no)->way, "in");
}

static void
two_records_of_one_have_one_correspondence(void)
{
	struct exchange_filter f = { .way = "" };
	struct person *p;

	sides();
	letter("a", client, "in", "2026-11-02");
	letter("b", opponent, "out", "2026-11-03");
	must(db_run(&cx, "UPDATE person SET organisation = 0"));
	as("mia");
	must(person_open(&cx, "P-20000002", &p));
	must(person_merge(&cx, p, "P-20000001", "One and the same"));
	d = work(ANKLE);
	f.party = client;
	CHECK_TEXT(titles(&f), "b a");
	CHECK(world_int("SELECT count(DISTINCT person) FROM exchange") == 1);
}

/* Of contact with the requester it is known with whom. */
static void
contact_and_what_comes_in_are_correspondence(void)
{
	struct exchange_new n;
	struct exchange *x;

	sides();
	must(dossier_note_contact(&cx, d, "Called.", "phone"));
	x = of(world_int("SELECT max(no) FROM note"));
	CHECK_TEXT(x->name, "Élodie Weiß");
	CHECK_TEXT(x->medium, "phone");
	CHECK_TEXT(x->way, "");
	must(exchange_came(&cx, d, 0, "nordwind gmbh", "letter",
	    WORLD_NOW - 86400, &n));
	CHECK(n.party == opponent);
	CHECK_TEXT(n.exchanged, "2026-11-23");
	CHECK_TEXT(n.way, "in");
	must(exchange_came(&cx, d, 0, "Somebody", "import", WORLD_NOW, &n));
	CHECK(n.party == 0);
	CHECK_TEXT(n.who, "Somebody");
	CHECK_TEXT(n.medium, "");
	must(exchange_came(&cx, d, 0, "", "letter", WORLD_NOW, &n));
	CHECK(n.party == 0 && n.way == NULL);
}

int
main(void)
{
	RUN(what_cannot_be_is_refused_by_its_field);
	RUN(the_list_is_by_day_party_and_way);
	RUN(pages_are_the_list);
	RUN(what_is_said_can_be_changed_and_taken_back);
	RUN(it_is_seen_with_the_thing);
	RUN(it_goes_where_the_thing_goes);
	RUN(two_records_of_one_have_one_correspondence);
	RUN(contact_and_what_comes_in_are_correspondence);
	return DONE;
}
