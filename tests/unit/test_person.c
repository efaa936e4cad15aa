/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "domain/course/dossier_load.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/people/person.h"
#include "domain/spine/dossier_number.h"
#include "world.h"

static struct person *
made(const char *name, const char *email, const char *phone)
{
	struct person_new n = { .name = name, .email = email,
	    .phone = phone };
	struct person *p = NULL;

	CHECK(person_add(&cx, &n, &p) == OK);
	return p;
}

static int
found(const char *text)
{
	struct person *p;
	int n = 0;

	CHECK(person_find(&cx, text, 20, &p) == OK);
	for (; p != NULL; p = p->next)
		n++;
	return n;
}

static void
a_person_has_a_number_and_a_name(void)
{
	struct person_new n = { .given = " Jean-Luc ", .family = "Müller",
	    .email = "jl@example.org" };
	struct person *p, *q;

	given();
	as("ben");
	CHECK(person_add(&cx, &n, &p) == OK);
	CHECK_TEXT(p->name, "Jean-Luc Müller");
	CHECK(dossier_number_ok(p->number));
	CHECK(person_open(&cx, p->number, &q) == OK);
	CHECK_TEXT(q->given, "Jean-Luc");
	CHECK(person_count(&cx, q) == OK && q->dossiers == 0);
	n = (struct person_new){ .organisation = true, .given = "Jean-Luc",
	    .email = "nowhere" };
	CHECK(person_add(&cx, &n, &p) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "name");
	CHECK_TEXT(cx.mistakes->next->field, "email");
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE topic = 'persons'") == 1);
}

static void
one_box_finds_by_anything(void)
{
	struct person *p;

	given();
	as("ben");
	p = made("María José García Pérez", "mj@Example.org",
	    "+49 (0)89 123456");
	made("山田太郎", "", "03-1234-5678");
	CHECK(found("garc") == 1);
	CHECK(found("GARCÍA maria") == 1);
	CHECK(found("garcia nobody") == 0);
	CHECK(found("josé per maria garcia") == 1);
	CHECK(found("MJ@example") == 1);
	CHECK(found("123456") == 1);
	CHECK(found("(0)89 12 34 56") == 1);
	CHECK(found(p->number) == 1);
	CHECK(found(arena_printf(cx.arena, "  p%s", p->number + 1)) == 1);
	CHECK(found("山田") == 1);
	CHECK(found("太郎") == 1);
	CHECK(found("") == 0);
	CHECK(found("%") == 0);
	CHECK(found("'") == 0);
}

static void
likely_the_same_says_why(void)
{
	struct person_new n = { .name = "ANNA  schmidt",
	    .phone = "089/12345678" };
	struct person *p;

	given();
	as("ben");
	made("Anna Schmidt", "", "");
	made("A. Schmidt", "anna@example.org", "+49 89 12345678");
	CHECK(person_likely(&cx, &n, &p) == OK);
	CHECK_TEXT(p->name, "A. Schmidt");
	CHECK_TEXT(p->likely, "same phone number");
	CHECK_TEXT(p->next->likely, "same name");
	CHECK(p->next->next == NULL);
	n.email = "Anna@Example.org";
	CHECK(person_likely(&cx, &n, &p) == OK);
	CHECK_TEXT(p->likely, "same e-mail address, same phone number");
	n = (struct person_new){ .name = "Nobody Else" };
	CHECK(person_likely(&cx, &n, &p) == OK && p == NULL);
	n = (struct person_new){ .name = "" };
	CHECK(person_likely(&cx, &n, &p) == OK && p == NULL);
	CHECK(cx.mistakes == NULL);
}

static const char *
likeliest(const struct person_new *n)
{
	struct person *p;

	CHECK(person_likely(&cx, n, &p) == OK);
	return p == NULL ? "" : arena_printf(cx.arena, "%s: %s%s", p->name,
	    p->likely, p->next == NULL ? "" : " ...");
}

static void
nearly_the_same_name_is_likely(void)
{
	struct person_new n = { .given = "Jurgen", .family = "Mueler" };
	struct identifier mine = { NULL, "customer", "k 4711/a" };

	given();
	as("ben");
	made("Jürgen Müller", "", "");
	made("Jürgen Weber", "", "");
	made("Karin Müller", "", "");
	made("Nordwind", "", "");
	CHECK_TEXT(likeliest(&n), "Jürgen Müller: similar name");
	n = (struct person_new){ .name = "Müller Jürgen" };
	CHECK_TEXT(likeliest(&n),
	    "Jürgen Müller: same name, written otherwise");
	n.name = "Juergen Mueller";
	CHECK_TEXT(likeliest(&n),
	    "Jürgen Müller: same name, written otherwise");
	n.name = "Jürgen Hans Muller";
	CHECK_TEXT(likeliest(&n), "Jürgen Müller: similar name");
	n = (struct person_new){ .organisation = true, .name = "nordwnid" };
	CHECK_TEXT(likeliest(&n), "Nordwind: similar name");
	n.name = "Karin";
	CHECK_TEXT(likeliest(&n), "");
	n.name = "Karina Weber";
	CHECK_TEXT(likeliest(&n), "");
	n = (struct person_new){ .name = "Jule Kraus", .identifiers = &mine };
	CHECK_TEXT(likeliest(&n), "");
	n.name = "Karl Unbekannt";
	CHECK(person_add(&cx, &n, &(struct person *){ NULL }) == OK);
	n.name = "Jule Kraus";
	mine.value = "K4711A";
	CHECK_TEXT(likeliest(&n), "Karl Unbekannt: same identifier");
	CHECK(found("k4711") == 1);
	CHECK(found("K 4711/A") == 1);
	CHECK(found("4711") == 0);
	as("eve");	/* sees none of them */
	CHECK_TEXT(likeliest(&n), "");
	n = (struct person_new){ .name = "Jürgen Muller" };
	CHECK_TEXT(likeliest(&n), "");
}

/* Whatever one letter was missed, of whichever word. */
static void
one_slip_is_always_likely(void)
{
	static const char *const names[] = { "gerlinde hafenmair",
	    "konstantin baeuerle", "marguerite dutoit", "nordwind handel" };
	char typed[40];
	struct person_new n = { .name = typed };
	struct person *p;
	size_t i, j;

	given();
	as("ben");
	for (i = 0; i < 4; i++)
		made(names[i], "", "");
	for (i = 0; i < 4; i++)
		for (j = 0; names[i][j] != '\0'; j++) {
			strcpy(typed, names[i]);
			if (typed[j] == ' ')
				continue;
			if (j % 2 == 0)
				typed[j] = 'q';
			else
				memmove(typed + j, typed + j + 1,
				    strlen(typed + j));
			CHECK(person_likely(&cx, &n, &p) == OK);
			CHECK(p != NULL && strcmp(p->name, names[i]) == 0);
		}
}

static void
identifiers_and_addresses_are_kept_in_order(void)
{
	struct identifier word = { NULL, "Tessera", "T 9" },
	    empty = { &word, "", "" }, tax = { &empty, "tax NUMBER", "DE 1" };
	struct address bad = { NULL, "moon", "Far away" },
	    visit = { &bad, "visiting", "Lindenweg 8\n10115 Berlin" };
	struct person_new n = { .name = "Otto Amt", .more = true,
	    .identifiers = &tax, .addresses = &visit };
	struct person *p;

	given();
	as("ben");
	CHECK(person_add(&cx, &n, &p) == OK);
	CHECK(person_open(&cx, p->number, &p) == OK);
	CHECK_TEXT(p->identifiers->kind, "tax");
	CHECK_TEXT(p->identifiers->value, "DE 1");
	CHECK_TEXT(p->identifiers->next->kind, "Tessera");
	CHECK(p->identifiers->next->next == NULL);
	CHECK_TEXT(p->addresses->text, "Lindenweg 8\n10115 Berlin");
	CHECK_TEXT(p->addresses->next->kind, "other");
	n.more = false;		/* who knows nothing of them changes neither */
	n.name = "Otto Amtmann";
	CHECK(person_change(&cx, p, &n, p->version) == OK);
	CHECK(person_open(&cx, p->number, &p) == OK);
	CHECK(p->identifiers->next != NULL && p->addresses->next != NULL);
	n.more = true;
	n.identifiers = NULL;
	CHECK(person_change(&cx, p, &n, p->version) == OK);
	CHECK(person_open(&cx, p->number, &p) == OK);
	CHECK(p->identifiers == NULL && p->addresses != NULL);
	empty.value = "12";
	n.identifiers = &tax;
	CHECK(person_change(&cx, p, &n, p->version) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "i.1.kind");
}

static void
two_records_become_one_and_lose_nothing(void)
{
	struct identifier number = { NULL, "customer", "K 1" };
	struct person_new n = { .name = "Anna Schmit", .email = "b@b.example",
	    .phone = "030 555", .identifiers = &number, .more = true };
	struct person_dossier *list;
	struct person *p, *o, *q;
	struct dossier *d;

	given();
	as("mia");
	cx.rights = RIGHT_STAFF | RIGHT_INTAKE;
	p = made("Anna Schmidt", "a@a.example", "");
	CHECK(person_add(&cx, &n, &o) == OK);
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_WORK, &d) == OK);
	CHECK(party_add(&cx, d, p->id, "witness") == OK);
	CHECK(party_add(&cx, d, o->id, "witness") == OK);
	CHECK(party_add(&cx, d, o->id, "expert") == OK);
	CHECK(dossier_open(&cx, "C-2026-10000079", LEVEL_WORK, &d) == OK);
	CHECK(party_add(&cx, d, o->id, "requester") == OK);
	CHECK(person_open(&cx, p->number, &p) == OK);
	CHECK(person_merge(&cx, p, o->number, "") == ERR_INVALID);
	CHECK(person_merge(&cx, p, p->number, "same") == ERR_INVALID);
	CHECK(person_merge(&cx, p, "P-10000001", "staff") == ERR_INVALID);
	CHECK(person_merge(&cx, p, "P-20000002", "firm") == ERR_INVALID);
	CHECK(person_merge(&cx, p, o->number, "One human.") == OK);
	CHECK(person_open(&cx, o->number, &q) == OK && q->id == p->id);
	CHECK_TEXT(q->phone, "030 555");
	CHECK_TEXT(q->identifiers->value, "b@b.example");
	CHECK_TEXT(q->identifiers->next->value, "K 1");
	CHECK_TEXT(q->identifiers->next->next->value, "Anna Schmit");
	CHECK(q->identifiers->next->next->next == NULL);
	CHECK(person_count(&cx, q) == OK && q->dossiers == 2);
	CHECK(person_dossiers(&cx, q, "", 9, &list) == OK);
	CHECK_TEXT(list->number, "C-2026-10000079");
	CHECK(world_int("SELECT count(*) FROM dossier d JOIN person p"
	    " ON p.id = d.requester WHERE d.number = 'C-2026-10000079'"
	    " AND p.name = 'Anna Schmidt'") == 1);
	CHECK(world_int("SELECT count(*) FROM party WHERE role = 'witness'"
	    " AND ended IS NULL") == 1);
	CHECK(found("schmit") == 1 && found("schmidt") == 1);
	CHECK(found("k 1") == 0 && found("b@b.example") == 0);
	CHECK(found("030 555") == 1);
	n = (struct person_new){ .name = "Anna Schmit" };
	CHECK_TEXT(likeliest(&n), "Anna Schmidt: similar name");
	/* once more: the first number still leads to the last record */
	q = made("A. Schmidt", "", "");
	CHECK(person_merge(&cx, q, p->number, "She as well.") == OK);
	CHECK(person_open(&cx, o->number, &p) == OK && p->id == q->id);
	as("eve");	/* who sees none of the cases */
	CHECK(person_open(&cx, o->number, &p) == ERR_MISSING);
}

static void
a_stranger_is_seen_through_dossiers_only(void)
{
	struct person_new n = { .name = "Élodie Weiß" };
	struct person *p, *q;

	given();
	as("zoe");	/* reads all dossiers, registers none */
	CHECK(person_open(&cx, "P-20000001", &p) == OK);
	CHECK(person_count(&cx, p) == OK && p->dossiers == 1);
	CHECK(found("elodie") == 1);
	as("eve");
	CHECK(person_open(&cx, "P-20000001", &p) == ERR_MISSING);
	CHECK(found("elodie") == 0);
	CHECK(found("P-20000001") == 0);
	CHECK(found("p8@") == 0);
	CHECK(person_likely(&cx, &n, &q) == OK && q == NULL);
	CHECK(person_open(&cx, "P-10000001", &p) == OK);	/* staff */
	/* and nothing of what she leads */
	CHECK(person_count(&cx, p) == OK && p->dossiers == 0);
}

static void
only_dossiers_in_sight_are_listed(void)
{
	struct person_dossier *list;
	struct dossier *d;
	struct person *p;

	given();
	as("mia");
	CHECK(person_open(&cx, "P-20000001", &p) == OK);
	CHECK(dossier_open(&cx, "C-2026-10000087", LEVEL_WORK, &d) == OK);
	CHECK(party_add(&cx, d, p->id, "witness") == OK);
	CHECK(party_add(&cx, d, p->id, "witness") == ERR_CONFLICT);
	CHECK(person_dossiers(&cx, p, "", 1, &list) == OK);
	CHECK_TEXT(list->number, "C-2026-10000087");
	CHECK_TEXT(party_role(&cx, list->type, list->role), "Witness");
	CHECK(person_dossiers(&cx, p, list->key, 1, &list) == OK);
	CHECK_TEXT(list->number, "C-2026-10000061");
	CHECK(person_dossiers(&cx, p, list->key, 1, &list) == OK);
	CHECK(list == NULL);
	CHECK(person_find(&cx, "weiss", 9, &p) == OK);
	CHECK(person_count(&cx, p) == OK && p->dossiers == 2);
	as("ben");	/* the other one is restricted */
	CHECK(person_open(&cx, "P-20000001", &p) == OK);
	CHECK(person_count(&cx, p) == OK && p->dossiers == 1);
	CHECK(person_find(&cx, "weiss", 9, &p) == OK);
	CHECK(person_count(&cx, p) == OK && p->dossiers == 1);
	CHECK(person_dossiers(&cx, p, "", 50, &list) == OK);
	CHECK_TEXT(list->number, "C-2026-10000061");
	CHECK(list->next == NULL);
}

static void
a_changed_person_is_found_anew(void)
{
	struct person_new n = { .name = "Berta Neu", .phone = "999" };
	struct person *p, *old;

	given();
	as("ben");
	p = made("Berta Alt", "", "");
	CHECK(person_open(&cx, p->number, &old) == OK);
	CHECK(person_change(&cx, p, &n, p->version) == OK);
	CHECK(found("neu") == 1 && found("alt") == 0);
	CHECK(person_change(&cx, old, &n, old->version) == ERR_CONFLICT);
	CHECK(person_open(&cx, "P-10000001", &p) == OK);
	CHECK(person_change(&cx, p, &n, p->version) == ERR_FORBIDDEN);
}

static void
there_is_one_lead_and_it_stays(void)
{
	struct dossier *d;

	given();
	as("mia");
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_WORK, &d) == OK);
	CHECK(dossier_load(&cx, d) == OK);
	CHECK_TEXT(d->parties->role, "lead");
	CHECK(party_end(&cx, d, d->parties->no, "") == ERR_INVALID);
	CHECK(dossier_hand_over(&cx, d, 0, world_person("mia"), "x") ==
	    ERR_INVALID);
	CHECK(dossier_hand_over(&cx, d, 0, world_customer("P-20000001"),
	    "x") == ERR_INVALID);
	CHECK(party_add(&cx, d, world_person("ben"), "lead") == ERR_INVALID);
	CHECK(dossier_hand_over(&cx, d, 0, world_person("ben"), "holidays") ==
	    OK);
	CHECK_TEXT(d->lead_name, "Ben Okafor");
	CHECK(world_int("SELECT count(*) FROM party WHERE dossier = 1"
	    " AND role = 'lead' AND ended IS NULL") == 1);
	as("ben");
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_MANAGE, &d) == OK);
}

int
main(void)
{
	RUN(a_person_has_a_number_and_a_name);
	RUN(one_box_finds_by_anything);
	RUN(likely_the_same_says_why);
	RUN(nearly_the_same_name_is_likely);
	RUN(one_slip_is_always_likely);
	RUN(identifiers_and_addresses_are_kept_in_order);
	RUN(two_records_become_one_and_lose_nothing);
	RUN(a_stranger_is_seen_through_dossiers_only);
	RUN(only_dossiers_in_sight_are_listed);
	RUN(a_changed_person_is_found_anew);
	RUN(there_is_one_lead_and_it_stays);
	return DONE;
}
