/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "check.h"
#include "domain/desk/medical.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/people/compartment.h"
#include "domain/people/person.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "text/date.h"
#include "type_folder.h"
#include "world.h"

#define FOLDER "etc/casetypes/medical-case/"

static void
member(const char *login)
{
	struct compartment *c;

	as("ada");
	CHECK(compartment_open(&cx, "medical", &c) == OK);
	CHECK(compartment_admit(&cx, c, login, 0, "Nurse") == OK);
	as("mia");
}

/* The type that ships, as the next version of what this world has. */
static void
installed(void)
{
	const struct casetype *t;

	given();
	store_begun();
	as("mia");
	cx.lang = "en";
	type_folder_put("type.xml", source_with(source_text(FOLDER
	    "type.xml"), "code=\"care\"", "code=\"complaint\""));
	type_folder_put("plan.cmmn", source_text(FOLDER "plan.cmmn"));
	must(type_folder_install(&t));
}

static enum err
registered(const char *title, int64_t requester, struct dossier **out)
{
	struct value urgency = { .field = "urgency", .text = "routine" },
	    reason = { .next = &urgency, .field = "reason",
	    .text = "She fell" };
	struct dossier_new n = { .type = "complaint", .title = title,
	    .text = "", .medium = "phone", .values = &reason,
	    .requester = requester };

	n.scope = world_scope("complaint", "north");
	return dossier_register(&cx, &n, out);
}

static struct dossier *
opened(const char *number)
{
	struct dossier *d = NULL;

	CHECK(medical_open(&cx, number, LEVEL_READ, &d) == OK);
	return d;
}

static void
who_registers_one_without_being_a_member_sees_nothing_of_it(void)
{
	struct patient_filter f = { .all = true, .text = "", .after = "",
	    .limit = 9 };
	struct patient *list;
	struct dossier *d, *again;

	installed();
	CHECK(registered("A fall", world_customer("P-20000001"), &d) == OK);
	CHECK(d->compartment != 0);
	CHECK(dossier_open(&cx, d->number, LEVEL_READ, &again) ==
	    ERR_MISSING);
	CHECK(medical_open(&cx, d->number, LEVEL_READ, &again) ==
	    ERR_MISSING);
	CHECK(medical_patients(&cx, &f, &list) == ERR_FORBIDDEN);
	member("ben");
	as("ben");
	opened(d->number);
	CHECK(medical_patients(&cx, &f, &list) == OK);
	CHECK(list != NULL && list->next == NULL);
	CHECK(strcmp(list->number, d->number) == 0);
	CHECK(strcmp(list->person, "P-20000001") == 0);
}

static void
a_type_whose_compartment_is_not_there_takes_nothing(void)
{
	struct dossier *d;

	installed();
	must(db_run(&cx, "UPDATE compartment SET code = 'other'"
	    " WHERE code = 'medical'"));
	CHECK(registered("A fall", 0, &d) == ERR_CONFLICT);
}

static void
what_is_no_case_of_a_patient_is_not_there(void)
{
	struct dossier *d;

	installed();
	member("mia");
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_READ, &d) == OK);
	/* of the version before, without the view */
	CHECK(medical_open(&cx, "C-2026-10000061", LEVEL_READ, &d) ==
	    ERR_MISSING);
}

static void
one_that_lies_open_is_still_for_members_alone(void)
{
	struct dossier *d, *again;

	installed();
	member("ben");
	as("mia");
	CHECK(registered("A fall", 0, &d) == OK);
	must(db_run(&cx, "UPDATE dossier SET compartment = 0 WHERE id = $1",
	    db_i(d->id)));
	CHECK(dossier_open(&cx, d->number, LEVEL_READ, &again) == OK);
	CHECK(medical_open(&cx, d->number, LEVEL_READ, &again) ==
	    ERR_MISSING);
	as("ben");
	opened(d->number);
}

static void
the_requester_is_the_patient_until_somebody_says_otherwise(void)
{
	const struct party *p;
	struct person *who;
	struct dossier *d;

	installed();
	member("mia");
	CHECK(registered("A fall", world_customer("P-20000001"), &d) == OK);
	d = opened(d->number);
	CHECK(medical_patient(&cx, d, &who) == OK && who != NULL);
	CHECK(strcmp(who->number, "P-20000001") == 0);
	for (p = d->parties; strcmp(p->role, PATIENT_ROLE) != 0;)
		p = p->next;
	CHECK(party_end(&cx, d, p->no, "Her daughter called") == OK);
	CHECK(medical_patient(&cx, opened(d->number), &who) == OK);
	CHECK(who == NULL);
	CHECK(d->requester_id == world_customer("P-20000001"));
}

static const char *
number_of(struct patient *p, int n)
{
	while (p != NULL && n-- > 0)
		p = p->next;
	return p == NULL ? "" : p->number;
}

/* By name; a page goes on behind the last of the one before. */
static void
a_list_in_pages_is_the_whole_list(void)
{
	struct patient_filter f = { .all = true, .text = "", .after = "",
	    .limit = 9 };
	const char *customers[] = { "P-20000002", "P-20000001",
	    "P-20000001", "P-20000002" };
	struct patient *whole, *page;
	struct dossier *d;
	int i;

	installed();
	member("mia");
	for (i = 0; i < 4; i++)
		CHECK(registered("A fall", world_customer(customers[i]),
		    &d) == OK);
	CHECK(registered("Nobody yet", 0, &d) == OK);
	CHECK(medical_patients(&cx, &f, &whole) == OK);
	CHECK(strcmp(number_of(whole, 0), d->number) == 0);
	CHECK(number_of(whole, 4)[0] != '\0');
	CHECK(number_of(whole, 5)[0] == '\0');
	f.limit = 2;
	for (i = 0; i < 5; i += 2) {
		CHECK(medical_patients(&cx, &f, &page) == OK);
		CHECK(strcmp(number_of(page, 0), number_of(whole, i)) == 0);
		CHECK(strcmp(number_of(page, 1),
		    number_of(whole, i + 1)) == 0);
		f.after = number_of(page, 1);
	}
	f = (struct patient_filter){ .all = true, .text = "weis elo",
	    .after = "", .limit = 9 };
	CHECK(medical_patients(&cx, &f, &page) == OK);
	CHECK(number_of(page, 1)[0] != '\0' && number_of(page, 2)[0] == '\0');
	CHECK(strcmp(page->person, "P-20000001") == 0);
	f.all = false;
	CHECK(medical_patients(&cx, &f, &page) == OK);
	CHECK(page == NULL);
}

static void
whose_case_it_is_has_it_among_their_own(void)
{
	struct patient_filter f = { .text = "", .after = "", .limit = 9 };
	struct patient *mine;
	struct dossier *d;

	installed();
	member("mia");
	member("ben");
	CHECK(registered("A fall", world_customer("P-20000001"), &d) == OK);
	as("ben");
	CHECK(medical_patients(&cx, &f, &mine) == OK && mine == NULL);
	as("mia");
	d = opened(d->number);
	d->level = LEVEL_MANAGE;
	CHECK(party_add(&cx, d, world_person("ben"), "nurse") == OK);
	as("ben");
	CHECK(medical_patients(&cx, &f, &mine) == OK && mine != NULL);
	f.closed = true;
	CHECK(medical_patients(&cx, &f, &mine) == OK && mine == NULL);
}

static void
an_age_is_told_in_what_people_count(void)
{
	given();
	cx.zone = "UTC";
	CHECK(strcmp(medical_age(&cx, "1956-11-24", ""), "70 years") == 0);
	CHECK(strcmp(medical_age(&cx, "1956-11-25", ""), "69 years") == 0);
	CHECK(strcmp(medical_age(&cx, "2024-11-24", ""), "2 years") == 0);
	CHECK(strcmp(medical_age(&cx, "2024-11-25", ""), "23 months") == 0);
	CHECK(strcmp(medical_age(&cx, "2026-10-24", ""), "1 month") == 0);
	CHECK(strcmp(medical_age(&cx, "2026-11-23", ""), "1 day") == 0);
	CHECK(strcmp(medical_age(&cx, "2026-11-24", ""), "0 days") == 0);
	CHECK(strcmp(medical_age(&cx, "1956-11-24", "2000-01-01"),
	    "43 years") == 0);
	CHECK(strcmp(medical_age(&cx, "", ""), "") == 0);
	CHECK(strcmp(medical_age(&cx, "2027-01-01", ""), "") == 0);
}

static enum err
person(const char *born, const char *died, const char *sex,
    struct person **out)
{
	struct person_new n = { .name = "", .given = "Anna", .family =
	    "Brandt", .email = "", .phone = "", .address = "",
	    .language = "", .born = born, .died = died, .sex = sex };

	cx.mistakes = NULL;
	return person_add(&cx, &n, out);
}

static void
what_is_known_of_a_person_stays_when_nothing_is_said_of_it(void)
{
	struct person_new n = { .name = "", .given = "Anna",
	    .family = "Brandt-Weiß", .email = "", .phone = "",
	    .address = "", .language = "" };
	struct person *p;

	given();
	store_begun();
	as("mia");
	CHECK(person("1956-03-12", "", "female", &p) == OK);
	CHECK(person_change(&cx, p, &n, p->version) == OK);
	CHECK(person_open(&cx, p->number, &p) == OK);
	CHECK(strcmp(p->born, "1956-03-12") == 0);
	CHECK(strcmp(p->sex, "female") == 0 && p->died[0] == '\0');
	CHECK(person("1956-02-30", "", "", &p) == ERR_INVALID);
	CHECK(strcmp(cx.mistakes->field, "born") == 0);
	CHECK(person("2026-11-25", "", "", &p) == ERR_INVALID);
	CHECK(person("1956-03-12", "1956-03-11", "", &p) == ERR_INVALID);
	CHECK(strcmp(cx.mistakes->field, "died") == 0);
	CHECK(person("", "", "woman", &p) == ERR_INVALID);
	CHECK(strcmp(cx.mistakes->field, "sex") == 0);
}

int
main(void)
{
	type_folder_open();
	RUN(who_registers_one_without_being_a_member_sees_nothing_of_it);
	RUN(a_type_whose_compartment_is_not_there_takes_nothing);
	RUN(what_is_no_case_of_a_patient_is_not_there);
	RUN(one_that_lies_open_is_still_for_members_alone);
	RUN(the_requester_is_the_patient_until_somebody_says_otherwise);
	RUN(a_list_in_pages_is_the_whole_list);
	RUN(whose_case_it_is_has_it_among_their_own);
	RUN(an_age_is_told_in_what_people_count);
	RUN(what_is_known_of_a_person_stays_when_nothing_is_said_of_it);
	return DONE;
}
