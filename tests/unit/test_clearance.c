/* SPDX-License-Identifier: MIT */
/* Conflict checks: what is found, who sees it, what is kept. */
#include <stdio.h>
#include <string.h>

#include "base/count.h"
#include "check.h"
#include "domain/course/clearance.h"
#include "domain/course/clearance_search.h"
#include "domain/desk/proceeding.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/dossier/undo.h"
#include "domain/people/person.h"
#include "model/casetype.h"
#include "seen.h"
#include "store/db.h"
#include "store/store_clearance.h"
#include "store/store_docket.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define HIDDEN "C-2026-10000087"
#define CLOSED "C-2026-10000102"

static struct person *
somebody(bool organisation, const char *name, const char *alias)
{
	const struct identifier other = { .kind = "name", .value = alias };
	const struct person_new n = { .organisation = organisation,
	    .name = name, .given = "", .family = "", .email = "",
	    .phone = "", .address = "", .language = "", .more = true,
	    .identifiers = alias[0] == '\0' ? NULL : &other };
	struct person *p = NULL;

	as("mia");
	must(person_add(&cx, &n, &p));
	return p;
}

/* In a role on a case, closed or not, once or still. */
static void
on(const char *number, const struct person *p, bool former)
{
	must(db_run(&cx, "INSERT INTO party (dossier, no, person, role,"
	    " added, ended) SELECT d.id, 90 + $2, $2, 'insurer', 1, $3"
	    "  FROM dossier d WHERE d.number = $1", db_t(number),
	    db_i(p->id), db_i0(former ? 2 : 0)));
}

static struct clearance *
checked(const char *login, const char *names)
{
	const struct clearance_new n = { .names = names, .purpose = "" };
	struct clearance *c = NULL;

	as(login);
	must(clearance_typed(&cx, &n, &c));
	must(clearance_open(&cx, c->number, &c));
	return c;
}

/* How the first name of a check was met, "" nowhere that is seen. */
static const char *
met(const char *login, const char *name)
{
	const struct clearance *c = checked(login, name);

	return c->names->hits == NULL ? "" : c->names->hits->how;
}

static void
names_are_met_however_they_are_spelt(void)
{
	given();
	on(ANKLE, somebody(false, "Jürgen Straßmann", ""), false);
	on(ANKLE, somebody(true, "Hofer Logistik AG", ""), false);
	CHECK_TEXT(met("mia", "jurgen STRASSMANN"), "same");
	CHECK_TEXT(met("mia", "Straßmann, Jürgen"), "order");
	CHECK_TEXT(met("mia", "Jürgen Strasmann"), "alike");
	CHECK_TEXT(met("mia", "Juergen Strassmann"), "order");
	CHECK_TEXT(met("mia", "Straßmann GmbH"), "part");
	CHECK_TEXT(met("mia", "Hofer"), "part");
	CHECK_TEXT(met("mia", "Hofer Logistik GmbH & Co. KG"), "part");
	CHECK_TEXT(met("mia", "Höfer Logistik"), "alike");
	CHECK_TEXT(met("mia", "Hofmann Logistik AG"), "");
	CHECK_TEXT(met("mia", "Jürgen"), "part");
	CHECK_TEXT(met("mia", "Peter Straßmann"), "");
	CHECK_TEXT(clearance_search_like(&cx, "AG", "AG"), "same");
	CHECK_TEXT(clearance_search_like(&cx, "AG", "Hofer AG"), "");
}

/* However many other names are like it. */
static void
the_very_name_is_always_met(void)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
	char name[] = "Mandel";
	int i, at;

	given();
	for (at = 0; at < 4; at++)
		for (i = 0; letters[i] != '\0'; i++) {
			strcpy(name, "Mandel");
			name[at] = letters[i];
			if (strcmp(name, "mandel") != 0 &&
			    strcmp(name, "Mandel") != 0)
				somebody(true, name, "");
		}
	on(ANKLE, somebody(true, "Mandel", ""), false);
	CHECK_TEXT(met("mia", "Mandel"), "same");
	CHECK_TEXT(met("mia", "Mandel Brothers"), "part");
}

static void
other_names_former_roles_and_closed_cases_count(void)
{
	struct clearance *c;
	struct person *p, *list;

	given();
	p = somebody(true, "Brandt Maschinenbau GmbH", "Eisenwerk Ost");
	on(CLOSED, p, true);
	CHECK(person_find(&cx, "eisenw", 9, &list) == OK);
	CHECK(list != NULL && list->id == p->id);
	c = checked("mia", "Eisenwerk Ost");
	CHECK(c->names->hits != NULL && c->names->hits->next == NULL);
	CHECK_TEXT(c->names->hits->how, "same");
	CHECK_TEXT(c->names->hits->found, "Brandt Maschinenbau GmbH");
	CHECK_TEXT(c->names->hits->known, "Eisenwerk Ost");
	CHECK(c->names->hits->former && c->names->hits->closed);
	CHECK_TEXT(c->names->hits->number, CLOSED);
}

static struct clearance_hit *
docketed(const char *login, const char *name)
{
	return checked(login, name)->names->hits;
}

static void
whom_a_docket_names_is_met(void)
{
	struct docket_counsel k = { .name = "Amara Okafor", .roles = "",
	    .contact = "" };
	struct docket_party y = { .place = 1, .name = "Globex Shipping Inc.",
	    .capacity = "Defendant", .remark = "", .ended = "",
	    .counsel = &k };
	const struct proceeding_new n = { .court = "Court",
	    .reference = "7", .judge = "", .filed = "", .ended = "",
	    .result = "" };
	struct clearance_hit *h;
	struct proceeding *p;

	given();
	CHECK(proceeding_add(&cx, opened_as("mia", ANKLE), &n, &p) == OK);
	CHECK(store_docket_party_add(&cx, p, &y) == OK);
	h = docketed("mia", "Globex Shiping");
	CHECK(h != NULL && h->next == NULL && h->person == 0);
	CHECK_TEXT(h == NULL ? "" : h->role, "Defendant");
	CHECK((h = docketed("mia", "Okafor, Amara")) != NULL);
	CHECK_TEXT(h == NULL ? "" : h->role, "counsel");
	CHECK(docketed("mia", "Initech Shipping") == NULL);
	CHECK(docketed("tom", "Globex Shipping") == NULL);
	CHECK(checked("tom", "Globex Shipping")->hidden);
	CHECK(store_docket_parties_drop(&cx, p) == OK);
	CHECK(world_int("SELECT count(*) FROM docket_word") == 0);
}

/* However many there are, none is passed over in silence. */
static void
more_than_is_kept_is_said(void)
{
	struct docket_party y = { .place = 1, .name = "Globex Shipping Inc.",
	    .capacity = "Defendant", .remark = "", .ended = "" };
	const struct proceeding_new n = { .court = "Court",
	    .reference = "7", .judge = "", .filed = "", .ended = "",
	    .result = "" };
	struct proceeding *p;
	struct person *many;

	given();
	CHECK(proceeding_add(&cx, opened_as("mia", ANKLE), &n, &p) == OK);
	for (; y.place <= 101; y.place++) {
		y.name = arena_printf(cx.arena, "Globex Trading %d",
		    (int)y.place);
		CHECK(store_docket_party_add(&cx, p, &y) == OK);
	}
	CHECK(!checked("mia", "Initech Globex")->names->more);
	CHECK(checked("mia", "Globex Trading")->names->more);
	many = somebody(true, "Zugspitz Holding AG", "");
	for (y.place = 0; y.place < 99; y.place++)
		must(db_run(&cx, "INSERT INTO party (dossier, no, person,"
		    " role, added) SELECT d.id, 200 + $2, $3, 'insurer', 1"
		    "  FROM dossier d WHERE d.number = $1", db_t(ANKLE),
		    db_i(y.place), db_i(many->id)));
	CHECK(!checked("mia", "Zugspitz")->names->more);
	on(ANKLE, many, false);
	CHECK(checked("mia", "Zugspitz")->names->more);
}

static void
what_is_not_for_the_asker_is_the_officers(void)
{
	struct clearance *c, *o;
	const char *sum;

	given();
	on(HIDDEN, somebody(true, "Zugspitz Holding AG", ""), false);
	c = checked("ben", "Zugspitz\nNobody Atall");
	CHECK(c->hidden && c->names->hidden && !c->names->next->hidden);
	CHECK(c->names->hits == NULL && c->names->next->hits == NULL);
	CHECK(clearance_decide(&cx, c, NULL, "clear", "No") == ERR_INVALID);
	as("zoe");
	CHECK(clearance_asked_open(&cx, c->number, &o) == ERR_MISSING);
	as("ben");
	CHECK(clearance_ask(&cx, c, NULL) == OK);
	CHECK(clearance_ask(&cx, c, NULL) != OK);
	as("mia");
	CHECK(clearance_open(&cx, c->number, &o) == ERR_MISSING);
	CHECK(clearance_asked(&cx, 9, &o) == ERR_FORBIDDEN);
	as("zoe");
	CHECK(clearance_asked(&cx, 9, &o) == OK && o != NULL);
	CHECK(clearance_asked_open(&cx, c->number, &o) == OK);
	CHECK(o->names->hits != NULL);
	CHECK_TEXT(o->names->hits->number, HIDDEN);
	sum = clearance_sum(&cx, o);
	CHECK_TEXT(o->sha256, sum);
	CHECK(clearance_answer(&cx, o, "maybe", "x") == ERR_INVALID);
	CHECK(clearance_answer(&cx, o, "conflict", "zqremark") == OK);
	CHECK(clearance_answer(&cx, o, "free", "x") != OK);
	as("ben");
	CHECK(clearance_open(&cx, c->number, &c) == OK);
	CHECK_TEXT(c->answer, "conflict");
	CHECK(c->names->hits == NULL);
	CHECK(clearance_decide(&cx, c, NULL, "waived", "x") == ERR_INVALID);
	CHECK(clearance_decide(&cx, c, NULL, "conflict", "") == ERR_INVALID);
	CHECK(clearance_decide(&cx, c, NULL, "conflict", "We act") == OK);
	CHECK(clearance_open(&cx, c->number, &c) == OK);
	CHECK(clearance_decide(&cx, c, NULL, "clear", "x") == ERR_CONFLICT);
	CHECK_TEXT(c->state, "conflict");
}

/* What was found stays as it was, whatever comes. */
static void
it_is_kept_as_it_was(void)
{
	struct clearance *c;

	given();
	on(ANKLE, somebody(true, "Zugspitz Holding AG", ""), false);
	c = checked("mia", "Zugspitz");
	must(db_run(&cx, "UPDATE person SET name = 'Another'"
	    " WHERE name = 'Zugspitz Holding AG'"));
	must(db_run(&cx, "UPDATE dossier SET title = 'Another'"));
	CHECK(clearance_open(&cx, c->number, &c) == OK);
	CHECK_TEXT(c->names->hits->found, "Zugspitz Holding AG");
	CHECK(strcmp(c->names->hits->title, "Another") != 0);
	CHECK_TEXT(c->sha256, clearance_sum(&cx, c));
	CHECK(clearance_decide(&cx, c, NULL, "clear", "") == ERR_INVALID);
	CHECK(clearance_decide(&cx, c, NULL, "clear", "Not they") == OK);
}

static void
a_matter_is_checked_when_somebody_comes_on(void)
{
	struct casetype *type;
	struct clearance *c;
	struct dossier *d;
	const char *act;
	bool stale;

	given();
	on(CLOSED, somebody(true, "Zugspitz Holding AG", ""), false);
	d = opened_as("mia", ANKLE);
	type = arena_alloc(cx.arena, sizeof(*type));
	*type = *d->type;
	d->type = type;
	CHECK(clearance_latest(&cx, d, &c, &stale) == OK);
	CHECK(c == NULL && stale);
	CHECK(party_add(&cx, d, somebody(true, "Zugspitz Handel AG",
	    "")->id, "respondent") == OK);
	CHECK(clearance_latest(&cx, d, &c, &stale) == OK && c == NULL);
	type->views |= TYPE_VIEW_LEGAL;
	cx.act = NULL;
	CHECK(party_add(&cx, d, somebody(true, "Zugspitz Bau AG",
	    "")->id, "respondent") == OK);
	act = cx.act->number;
	CHECK(clearance_latest(&cx, d, &c, &stale) == OK);
	CHECK(c != NULL && !stale);
	CHECK_TEXT(c == NULL ? "" : c->state, "open");
	CHECK(strncmp(told(d), "Conflict check K-", 17) == 0);
	CHECK(clearance_decide(&cx, c, NULL, "clear", "x") == ERR_MISSING);
	CHECK(clearance_open(&cx, c->number, &c) == OK);
	CHECK(clearance_decide(&cx, c, d, "waived", "They agree") == OK);
	cx.act = NULL;
	CHECK(act_undone(act) == OK);
	CHECK(clearance_latest(&cx, d, &c, &stale) == OK && !stale);
	CHECK_TEXT(c == NULL ? "" : c->state, "waived");
	must(db_run(&cx, "UPDATE person SET name = 'Zugspitz Reisen'"
	    " WHERE name = 'Zugspitz Handel AG'"));
	CHECK(clearance_latest(&cx, d, &c, &stale) == OK && stale);
}

/* Whatever is changed of a check by hand, the check of the store names it. */
static void
what_was_kept_is_held_against_its_history(void)
{
	static const char *const by_hand[] = {
		"UPDATE clearance SET salt = salt || 'x'",
		"UPDATE clearance SET purpose = 'x'",
		"UPDATE clearance SET sha256 = 'x'",
		"UPDATE clearance SET made = made + 1",
		"UPDATE clearance SET maker = maker + 1",
		"UPDATE clearance SET state = 'clear'",
		"UPDATE clearance SET reason = 'x'",
		"UPDATE clearance SET decider = decider + 1",
		"UPDATE clearance SET asked = NULL",
		"UPDATE clearance SET asker = asker + 1",
		"UPDATE clearance SET answer = 'free'",
		"UPDATE clearance SET remark = 'x'",
		"UPDATE clearance SET officer = officer + 1",
		"UPDATE clearance SET dossier = 1",
		"UPDATE clearance_name SET name = name || ' ' WHERE no = 1",
		"UPDATE clearance_name SET more = 1 WHERE no = 2",
		"DELETE FROM clearance_name WHERE no = 2",
		"UPDATE clearance_hit SET found = 'Zugspitz Holding AG.'",
		"UPDATE clearance_hit SET title = title || ' '",
		"UPDATE clearance_hit SET former = 1",
		"UPDATE clearance_hit SET name = 2",
		"UPDATE clearance_hit SET name = 9",
		"DELETE FROM clearance_hit"
	};
	struct clearance *c, *o;
	const char *want;
	size_t i;

	given();
	store_begun();
	on(HIDDEN, somebody(true, "Zugspitz Holding AG", ""), false);
	CHECK_TEXT(store_fault(), "");
	c = checked("ben", "Zugspitz\nNobody Atall");
	CHECK(clearance_ask(&cx, c, NULL) == OK);
	as("zoe");
	CHECK(clearance_asked_open(&cx, c->number, &o) == OK);
	CHECK(clearance_answer(&cx, o, "conflict", "Theirs") == OK);
	as("ben");
	CHECK(clearance_open(&cx, c->number, &c) == OK);
	CHECK(clearance_decide(&cx, c, NULL, "conflict", "We act") == OK);
	checked("mia", "Zugspitz");
	CHECK_TEXT(store_fault(), "");
	want = arena_printf(cx.arena, "Conflict check %s is not as its "
	    "history says.", c->number);
	for (i = 0; i < COUNT(by_hand); i++)
		CHECK_TEXT(store_fault_after(by_hand[i]), want);
	CHECK(store_fault()[0] == '\0');
}

static void
names_are_typed_one_a_line(void)
{
	struct clearance_new n = { .names = " \n\n", .purpose = "" };
	struct clearance *c;

	given();
	as("mia");
	CHECK(clearance_typed(&cx, &n, &c) == ERR_INVALID);
	c = checked("mia", "Anna\n anna \nBernd Wolf\n");
	CHECK_TEXT(c->names->name, "Anna");
	CHECK_TEXT(c->names->next->name, "Bernd Wolf");
	CHECK(c->names->next->next == NULL && c->names->next->no == 2);
	CHECK(!c->hidden);
	CHECK(clearance_decide(&cx, c, NULL, "clear", "") == OK);
}

int
main(void)
{
	RUN(names_are_met_however_they_are_spelt);
	RUN(the_very_name_is_always_met);
	RUN(other_names_former_roles_and_closed_cases_count);
	RUN(whom_a_docket_names_is_met);
	RUN(more_than_is_kept_is_said);
	RUN(what_is_not_for_the_asker_is_the_officers);
	RUN(it_is_kept_as_it_was);
	RUN(a_matter_is_checked_when_somebody_comes_on);
	RUN(what_was_kept_is_held_against_its_history);
	RUN(names_are_typed_one_a_line);
	return DONE;
}
