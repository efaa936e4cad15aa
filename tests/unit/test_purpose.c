/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/config.h"
#include "base/digest.h"
#include "check.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/dossier/purpose.h"
#include "domain/story/look.h"
#include "seen.h"
#include "store/db.h"
#include "world.h"

#define NUMBER "C-2026-10000061"
#define OTHER "C-2026-10000079"

static const unsigned char one[DIGEST_SIZE] = { 1 },
    two[DIGEST_SIZE] = { 2 };

/* Ben and sue are members of it, and sit at a browser; mia leads one. */
static void
a_ward(const char *code)
{
	given();
	must(db_run(&cx, "UPDATE dossier SET compartment = (SELECT c.id"
	    " FROM compartment c WHERE c.code = $1)", db_t(code)));
	must(db_run(&cx, "INSERT INTO viewer_compartment (viewer,"
	    " compartment, until, given) SELECT f.person, c.id,"
	    " 253402300799, 1 FROM staff f, compartment c"
	    " WHERE f.login IN ('mia', 'ben', 'sue') AND c.code = $1",
	    db_t(code)));
	cx.session = one;
}

static enum err
opened(const char *login, const char *number, struct dossier **d)
{
	as(login);
	cx.session = one;
	cx.unasked = NULL;
	cx.mistakes = NULL;
	return dossier_open(&cx, number, LEVEL_READ, d);
}

static enum err
says(const char *number, const char *code, const char *why)
{
	struct dossier *d;
	bool asks;
	enum err e;

	if ((e = purpose_open(&cx, number, &d, &asks)) != OK)
		return e;
	return purpose_give(&cx, d, code, why);
}

static void
who_leads_it_treats_and_is_not_asked(void)
{
	struct dossier *d;

	a_ward("medical");
	CHECK(opened("mia", NUMBER, &d) == OK);
	CHECK(strcmp(d->purpose, PURPOSE_TREATMENT) == 0);
	CHECK(opened("mia", OTHER, &d) == ERR_FORBIDDEN);
	CHECK(strcmp(cx.unasked, OTHER) == 0);
}

static void
others_say_it_once_for_one_case_and_one_browser(void)
{
	struct dossier *d;

	a_ward("medical");
	CHECK(opened("ben", NUMBER, &d) == ERR_FORBIDDEN && d == NULL);
	CHECK(says(NUMBER, "quality", "We count falls") == OK);
	CHECK(opened("ben", NUMBER, &d) == OK);
	CHECK(strcmp(d->purpose, "quality") == 0);
	CHECK(opened("ben", OTHER, &d) == ERR_FORBIDDEN);
	CHECK(opened("sue", NUMBER, &d) == OK);		/* same browser */
	as("ben");
	cx.session = two;
	CHECK(dossier_open(&cx, NUMBER, LEVEL_READ, &d) == ERR_FORBIDDEN);
	cx.session = one;
	cx.now += PURPOSE_SECONDS;
	CHECK(dossier_open(&cx, NUMBER, LEVEL_READ, &d) == ERR_FORBIDDEN);
	cx.now = WORLD_NOW;
}

static void
what_is_said_is_of_the_list_and_has_a_reason(void)
{
	struct dossier *d;

	a_ward("medical");
	CHECK(opened("ben", NUMBER, &d) == ERR_FORBIDDEN);
	CHECK(says(NUMBER, "nosiness", "I am curious") == ERR_INVALID);
	CHECK(strcmp(cx.mistakes->field, "purpose") == 0);
	cx.mistakes = NULL;
	CHECK(says(NUMBER, "quality", " ") == ERR_INVALID);
	CHECK(strcmp(cx.mistakes->field, "why") == 0);
	CHECK(opened("tom", NUMBER, &d) == ERR_MISSING);
	CHECK(says(NUMBER, "quality", "We count") == ERR_MISSING);
}

static void
a_role_or_a_task_on_it_is_treatment_and_being_the_patient_is_not(void)
{
	static const char *const roles[] = { "nurse", "patient",
	    "requester" };
	struct dossier *d;
	int i;

	for (i = 0; i < 3; i++) {
		a_ward("medical");
		must(db_run(&cx, "INSERT INTO party (dossier, no, person,"
		    " role, added) VALUES ($1, 90, $2, $3, 1)",
		    db_i(world_dossier(NUMBER)), db_i(world_person("ben")),
		    db_t(roles[i])));
		CHECK(opened("ben", NUMBER, &d) == (i == 0 ? OK :
		    ERR_FORBIDDEN));
	}
	a_ward("medical");
	must(db_run(&cx, "INSERT INTO task (dossier, no, title, owner,"
	    " priority, created) VALUES ($1, 91, 'Dress it', $2, 2, 1)",
	    db_i(world_dossier(NUMBER)), db_i(world_person("ben"))));
	CHECK(opened("ben", NUMBER, &d) == OK);
	must(db_run(&cx, "UPDATE task SET done = 5"));
	CHECK(opened("ben", NUMBER, &d) == ERR_FORBIDDEN);
}

static void
what_asks_for_none_and_who_is_at_no_browser_go_on(void)
{
	struct dossier *d;

	a_ward("legal");
	CHECK(opened("ben", NUMBER, &d) == OK && d->purpose[0] == '\0');
	a_ward("medical");
	as("ben");
	cx.session = NULL;
	CHECK(dossier_open(&cx, NUMBER, LEVEL_READ, &d) == OK);
}

static void
it_stands_in_each_look(void)
{
	static const struct config conf = { .log_reads = "protected" };
	struct dossier *d;

	a_ward("medical");
	CHECK(opened("ben", NUMBER, &d) == ERR_FORBIDDEN);
	CHECK(says(NUMBER, "payment", "The insurer asks") == OK);
	cx.conf = &conf;
	cx.reading = "/dossiers/{number}/plan";
	CHECK(opened("ben", NUMBER, &d) == OK);
	CHECK(cx.looks != NULL);
	CHECK(strstr(cx.looks->body, "\"purpose\":\"payment\"") != NULL);
	cx.looks = NULL;
	CHECK(opened("mia", NUMBER, &d) == OK);
	CHECK(strstr(cx.looks->body, "\"purpose\":\"treatment\"") != NULL);
	cx.looks = NULL;
	cx.reading = NULL;
	cx.conf = NULL;
}

int
main(void)
{
	RUN(who_leads_it_treats_and_is_not_asked);
	RUN(others_say_it_once_for_one_case_and_one_browser);
	RUN(what_is_said_is_of_the_list_and_has_a_reason);
	RUN(a_role_or_a_task_on_it_is_treatment_and_being_the_patient_is_not);
	RUN(what_asks_for_none_and_who_is_at_no_browser_go_on);
	RUN(it_stands_in_each_look);
	return DONE;
}
