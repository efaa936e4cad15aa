/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/config.h"
#include "check.h"
#include "domain/desk/queue.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/glass.h"
#include "domain/people/access.h"
#include "domain/spine/event.h"
#include "domain/spine/event_get.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/look.h"
#include "store/db.h"
#include "store/store_access.h"
#include "world.h"

#define OWN "C-2026-10000061"
#define SECRET "C-2026-10000087"	/* restricted: mia alone */
#define WORDS "The hospital called and asks for her doctor."

static struct config conf = { .log_reads = "protected", .mail_from = "",
    .timezone = "Europe/Berlin", .language = "en",
    .account_names = "roles" };

static void
a_house(void)
{
	given();
	cx.conf = &conf;
}

static enum err
broken_by(const char *login, const char *number, const char *reason,
    const char *words)
{
	struct dossier *d;

	as(login);
	return glass_break(&cx, number, reason, words, &d);
}

static enum err
reads(const char *login, const char *number)
{
	struct dossier *d;

	as(login);
	return dossier_open(&cx, number, LEVEL_READ, &d);
}

static struct glass *
only(void)
{
	struct glass *g;

	as("zoe");
	CHECK(glass_list(&cx, false, "", 10, &g) == OK);
	CHECK(g != NULL && g->next == NULL);
	return g;
}

static void
it_opens_one_case_for_reading_and_an_hour(void)
{
	struct dossier *d;

	a_house();
	CHECK(reads("tom", OWN) == ERR_MISSING);
	CHECK(broken_by("tom", OWN, "danger", WORDS) == OK);
	CHECK(reads("tom", OWN) == OK);
	CHECK(cx.glass == WORLD_NOW + GLASS_SECONDS);
	CHECK(dossier_open(&cx, OWN, LEVEL_WORK, &d) == ERR_FORBIDDEN);
	CHECK(reads("tom", "C-2026-10000079") == ERR_MISSING);
	CHECK(reads("ben", OWN) == OK && cx.glass == WORLD_NOW +
	    GLASS_SECONDS);	/* the request before: turn.c forgets it */
	later(GLASS_SECONDS - 1);
	CHECK(reads("tom", OWN) == OK && d == NULL);
	later(1);
	CHECK(reads("tom", OWN) == ERR_MISSING);
}

static void
a_restricted_case_opens_too_but_no_wall_does(void)
{
	a_house();
	CHECK(broken_by("ben", SECRET, "danger", WORDS) == OK);
	CHECK(reads("ben", SECRET) == OK);
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES ($1, $2)", db_i(world_person("ben")),
	    db_i(world_dossier(SECRET))) == OK);
	CHECK(reads("ben", SECRET) == ERR_MISSING);
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES ($1, $2)", db_i(world_person("tom")),
	    db_i(world_dossier(SECRET))) == OK);
	CHECK(broken_by("tom", SECRET, "danger", WORDS) == ERR_INVALID);
	CHECK(world_int("SELECT count(*) FROM viewer_grant WHERE glass = 1")
	    == 1);
}

/* One answer for what is not there and for what does not open. */
static void
what_is_not_there_is_refused_like_what_stays_shut(void)
{
	const char *first;

	a_house();
	CHECK(broken_by("tom", "C-2026-99999999", "danger", WORDS) ==
	    ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "number");
	first = cx.mistakes->text;
	cx.mistakes = NULL;
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES ($1, $2)", db_i(world_person("tom")),
	    db_i(world_dossier(OWN))) == OK);
	CHECK(broken_by("tom", OWN, "danger", WORDS) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "number");
	CHECK_TEXT(cx.mistakes->text, first);
	CHECK(world_int("SELECT count(*) FROM glass") == 0);
}

/* Who leads it and who audits; not who did it, and nobody else. */
static void
its_lead_and_the_auditors_are_told(void)
{
	a_house();
	conf.mail_from = "dossier@example.org";
	CHECK(broken_by("tom", OWN, "danger", WORDS) == OK);
	CHECK(world_int("SELECT count(*) FROM outbox WHERE glass IS NOT NULL"
	    ) == 2);
	CHECK(world_int("SELECT count(*) FROM outbox o JOIN staff f"
	    " ON f.person = o.person JOIN glass g ON g.id = o.glass"
	    " AND g.dossier = o.dossier"
	    " WHERE f.login IN ('mia', 'zoe')") == 2);
	conf.mail_from = "";
}

/* Its auditors, once, where nobody has reviewed it by then. */
static void
a_late_review_is_told(void)
{
	int64_t due, late, n;

	a_house();
	conf.mail_from = "dossier@example.org";
	CHECK(broken_by("tom", OWN, "danger", WORDS) == OK);
	due = only()->due;
	CHECK(db_run(&cx, "DELETE FROM outbox") == OK);
	cx.now = due;
	CHECK(glass_remind(&cx, 0, &n) == OK && n == 0);
	CHECK(glass_count(&cx, &n, &late) == OK && n == 1 && late == 0);
	cx.now = due + 1;
	CHECK(glass_count(&cx, &n, &late) == OK && n == 1 && late == 1);
	CHECK(glass_remind(&cx, due, &n) == OK && n == 1);
	CHECK(world_int("SELECT count(*) FROM outbox o JOIN staff f"
	    " ON f.person = o.person WHERE f.login = 'zoe'") == 1);
	CHECK(glass_remind(&cx, cx.now, &n) == OK && n == 0);
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES ($1, $2)", db_i(world_person("zoe")),
	    db_i(world_dossier(OWN))) == OK);
	CHECK(glass_remind(&cx, due, &n) == OK && n == 0);
	CHECK(db_run(&cx, "DELETE FROM viewer_wall") == OK);
	CHECK(db_run(&cx, "UPDATE glass SET reviewed = opened") == OK);
	CHECK(glass_remind(&cx, due, &n) == OK && n == 0);
	CHECK(world_int("SELECT count(*) FROM outbox") == 1);
	conf.mail_from = "";
}

static void
it_wants_a_reason_and_words(void)
{
	a_house();
	CHECK(broken_by("tom", OWN, "", WORDS) == ERR_INVALID);
	CHECK(broken_by("tom", OWN, "curious", WORDS) == ERR_INVALID);
	CHECK(broken_by("tom", OWN, "danger", "病院からの電話です") ==
	    ERR_INVALID);	/* long in bytes alone */
	CHECK(broken_by("tom", OWN, "danger", "Nineteen letters it") ==
	    ERR_INVALID);
	CHECK(broken_by("tom", OWN, "danger",
	    "                    x                ") == ERR_INVALID);
	CHECK(broken_by("mia", OWN, "danger", WORDS) == ERR_INVALID);
	CHECK(reads("tom", OWN) == ERR_MISSING);
}

static void
one_that_nobody_reviewed_blocks_the_next(void)
{
	struct glass *g;

	a_house();
	CHECK(broken_by("tom", OWN, "danger", WORDS) == OK);
	CHECK(broken_by("tom", SECRET, "danger", WORDS) == ERR_CONFLICT);
	later(30 * 86400);
	CHECK(broken_by("tom", SECRET, "danger", WORDS) == ERR_CONFLICT);
	CHECK(broken_by("ben", SECRET, "danger", WORDS) == OK);
	as("zoe");
	CHECK(glass_list(&cx, false, "", 1, &g) == OK);
	CHECK(g->person == world_person("tom"));
	CHECK(glass_review(&cx, g, "unjustified", "He was curious.") == OK);
	CHECK(glass_review(&cx, g, "justified", "Really.") == ERR_CONFLICT);
	CHECK(broken_by("tom", SECRET, "danger", WORDS) == OK);
	CHECK(world_int("SELECT count(*) FROM event WHERE kind IN"
	    " ('glass.broken', 'glass.reviewed')") == 4);
}

static void
nobody_reviews_their_own(void)
{
	struct glass *g;

	a_house();
	CHECK(db_run(&cx, "DELETE FROM viewer_scope WHERE viewer = $1",
	    db_i(world_person("zoe"))) == OK);
	CHECK(broken_by("zoe", OWN, "authority", WORDS) == OK);
	g = only();
	CHECK(glass_review(&cx, g, "justified", "I was right.") ==
	    ERR_FORBIDDEN);
}

/* Tue 24 Nov 2026, 13:00 in Berlin: until Friday night. On a Friday it is
 * Wednesday night. */
static void
the_review_is_due_in_three_working_days(void)
{
	a_house();
	CHECK(broken_by("tom", OWN, "danger", WORDS) == OK);
	CHECK(only()->due == WORLD_NOW + 3 * 86400 + 11 * 3600 - 1);
	a_house();
	later(3 * 86400);
	CHECK(broken_by("tom", OWN, "danger", WORDS) == OK);
	CHECK(only()->due == WORLD_NOW + (3 + 5) * 86400 + 11 * 3600 - 1);
	a_house();
	later(4 * 86400);		/* a Saturday */
	CHECK(broken_by("tom", OWN, "danger", WORDS) == OK);
	CHECK(only()->due == WORLD_NOW + (4 + 4) * 86400 + 11 * 3600 - 1);
}

/* What is read in an emergency, or of a restricted case, is on record once a
 * page; who manages the case sees it, nobody else does. */
static void
readings_are_on_record(void)
{
	struct look_filter all = { .kind = "" };
	struct timeline_filter line = { .kinds = "" };
	struct looked *l;
	struct dossier *d;
	struct event *ev;

	a_house();
	CHECK(broken_by("tom", OWN, "danger", WORDS) == OK);
	cx.reading = "/dossiers/{number}/history";
	cx.peer = "192.0.2.7";
	CHECK(reads("tom", OWN) == OK && reads("tom", OWN) == OK);
	CHECK(event_looks(&cx) == OK);
	CHECK(reads("ben", OWN) == OK);		/* by role: not protected */
	CHECK(cx.looks == NULL);
	CHECK(reads("mia", SECRET) == OK);
	CHECK(cx.looks != NULL && event_looks(&cx) == OK);
	d = opened_as("mia", OWN);
	CHECK(look_list(&cx, d, &all, &l) == OK);
	CHECK(l != NULL && l->next != NULL && l->next->next == NULL);
	CHECK_TEXT(l->event.kind, "dossier.read");
	CHECK_TEXT(l->number, "P-10000004");
	CHECK_TEXT(look_what(&cx, d->type, l), "Page read: History");
	CHECK_TEXT(look_way(&cx, l), "Emergency access");
	CHECK_TEXT(event_get(&cx, &l->event, "fact", "from"), "192.0.2.7");
	CHECK_TEXT(l->next->event.kind, "glass.broken");
	CHECK(dossier_timeline(&cx, d, &line, &ev) == OK);
	for (; ev != NULL; ev = ev->next)
		CHECK(strcmp(ev->kind, "dossier.read") != 0);
	d = opened_as("ben", OWN);
	CHECK(look_list(&cx, d, &all, &l) == ERR_FORBIDDEN);
	cx.reading = cx.peer = NULL;
}

static void
a_person_gets_an_account_without_names(void)
{
	struct looked *l;
	int64_t who;

	a_house();
	CHECK(broken_by("tom", OWN, "danger", WORDS) == OK);
	who = world_customer("P-20000001");
	as("mia");
	CHECK(look_about(&cx, who, 0, 0, 10, &l) == OK);
	CHECK(l != NULL && l->next == NULL);
	CHECK_TEXT(l->dossier, OWN);
	CHECK(strstr(look_who(&cx, l), "Tom") == NULL);
	conf.account_names = "names";
	CHECK(strstr(look_who(&cx, l), "Tom") != NULL);
	conf.account_names = "roles";
	CHECK(look_about(&cx, who, WORLD_NOW + 1, 0, 10, &l) == OK);
	CHECK(l == NULL);
	as("ben");			/* who does not manage the case */
	CHECK(look_about(&cx, who, 0, 0, 10, &l) == OK && l == NULL);
	as("zoe");
	cx.rights |= RIGHT_AUDIT;
	CHECK(look_about(&cx, who, 0, 0, 10, &l) == OK && l != NULL);
}

/* A grant of the lead's takes its place, and is none of an emergency. */
static void
an_invitation_ends_the_emergency(void)
{
	struct dossier *d;

	a_house();
	CHECK(broken_by("tom", OWN, "danger", WORDS) == OK);
	d = opened_as("mia", OWN);
	CHECK(access_grant(&cx, d, world_person("tom"), LEVEL_WORK, 0,
	    "He helps.") == OK);
	d = opened_as("tom", OWN);
	CHECK(d->way == WAY_GRANT && d->level == LEVEL_WORK);
}

/* What tom holds on the case, and until when. */
static int64_t
held(const char *what)
{
	return world_int(arena_printf(cx.arena, "SELECT %s FROM viewer_grant"
	    " WHERE viewer = %lld AND dossier = (SELECT id FROM dossier"
	    " WHERE number = '" OWN "')", what,
	    (long long)world_person("tom")));
}

/* Somebody who knew only that it exists knows as much afterwards. */
static void
a_lesser_grant_holds_again_afterwards(void)
{
	const int64_t day = WORLD_NOW + 90000;
	struct store_access_grant *all, lesser = { .level = LEVEL_EXISTS,
	    .until = day };
	struct dossier *d;

	a_house();
	lesser.person = world_person("tom");
	d = opened_as("mia", OWN);
	CHECK(store_access_put_grant(&cx, d->id, &lesser) == OK);
	CHECK(reads("tom", OWN) == ERR_MISSING);
	CHECK(broken_by("tom", OWN, "danger", WORDS) == OK);
	CHECK(reads("tom", OWN) == OK && held("level") == LEVEL_READ);
	as("mia");
	CHECK(store_access_grants(&cx, d->id, &all) == OK);
	for (; all != NULL && all->person != world_person("tom");)
		all = all->next;
	CHECK(all != NULL && all->own == LEVEL_EXISTS);
	later(GLASS_SECONDS - 1);
	CHECK(glass_end(&cx, WORLD_NOW) == OK);
	CHECK(reads("tom", OWN) == OK);
	later(1);
	CHECK(glass_end(&cx, WORLD_NOW + GLASS_SECONDS + 1) == OK);
	CHECK(held("level") == LEVEL_READ);	/* looked at before that */
	CHECK(glass_end(&cx, WORLD_NOW) == OK);
	CHECK(reads("tom", OWN) == ERR_MISSING);
	CHECK(held("level") == LEVEL_EXISTS && held("until") == day);
	CHECK(held("glass") == 0 && held("own_level") == 0);
}

int
main(void)
{
	RUN(it_opens_one_case_for_reading_and_an_hour);
	RUN(a_restricted_case_opens_too_but_no_wall_does);
	RUN(what_is_not_there_is_refused_like_what_stays_shut);
	RUN(its_lead_and_the_auditors_are_told);
	RUN(a_late_review_is_told);
	RUN(it_wants_a_reason_and_words);
	RUN(one_that_nobody_reviewed_blocks_the_next);
	RUN(nobody_reviews_their_own);
	RUN(the_review_is_due_in_three_working_days);
	RUN(readings_are_on_record);
	RUN(a_person_gets_an_account_without_names);
	RUN(an_invitation_ends_the_emergency);
	RUN(a_lesser_grant_holds_again_afterwards);
	return DONE;
}
