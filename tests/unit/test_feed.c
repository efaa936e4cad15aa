/* SPDX-License-Identifier: MIT */
/* A private link: what it gives, to whom, and until when. */
#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "check.h"
#include "domain/desk/appointment.h"
#include "domain/desk/feed.h"
#include "domain/dossier/dossier.h"
#include "domain/people/signin.h"
#include "store/db.h"
#include "world.h"

#define ANKLE "C-2026-10000061"

static struct config conf;
static int64_t people[1];

static const char *
link_of(const char *login, bool titles)
{
	const char *token = "";

	as(login);
	cx.name = login;
	CHECK(feed_make(&cx, titles, &token) == OK && strlen(token) == 43);
	CHECK(db_commit(&cx) == OK);
	return token;
}

static enum err
found(const char *token, struct feed *f)
{
	return feed_find(&cx, token, "192.0.2.7", f);
}

/* What the link gives now; "" nothing. */
static const char *
given_by(const char *token)
{
	const char *text = "";
	struct feed f;

	conf = (struct config){ .base_url = "https://office.example/d",
	    .site_name = "Office", .timezone = "Europe/Berlin" };
	cx.conf = &conf;
	if (found(token, &f) == OK && db_begin(&cx, DB_READ) == OK) {
		if (feed_write(&cx, &f, &text) != OK)
			text = "";
		db_rollback(&cx);
	}
	cx.conf = NULL;
	return text;
}

static void
meeting(const char *login, const char *number, const char *title)
{
	struct appointment_new n = { .title = title, .place = "Room 3",
	    .others = "", .note = "", .day = "2026-11-25", .last = "",
	    .begins = 540, .ends = 600, .people = people, .n = 1,
	    .rule = { .often = APPOINTMENT_DAILY, .every = 1, .count = 5 } };
	struct appointment *a;
	struct dossier *d = NULL;

	as(login);
	people[0] = world_person(login);
	CHECK(number == NULL || dossier_open(&cx, number, LEVEL_WORK,
	    &d) == OK);
	CHECK(appointment_add(&cx, d, &n, &a) == OK);
}

static bool
has(const char *text, const char *word)
{
	return strstr(text, word) != NULL;
}

static void
it_says_titles_only_where_that_was_asked_for(void)
{
	const char *text;

	given();
	meeting("mia", ANKLE, "Visit");
	text = given_by(link_of("mia", false));
	CHECK(has(text, "BEGIN:VCALENDAR\r\n") && has(text, ANKLE) &&
	    has(text, "RRULE:FREQ=DAILY") && has(text, "COUNT=5"));
	CHECK(!has(text, "Visit") && !has(text, "Room 3"));
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	text = given_by(link_of("mia", true));
	CHECK(has(text, "Visit") && has(text, "LOCATION:Room 3"));
}

static void
a_new_link_ends_the_old_one_and_withdrawing_ends_all(void)
{
	const char *old, *new;
	struct feed f;

	given();
	old = link_of("mia", false);
	CHECK(found(old, &f) == OK && f.person == world_person("mia"));
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	new = link_of("mia", false);
	CHECK(found(old, &f) == ERR_MISSING && found(new, &f) == OK);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	as("mia");
	CHECK(feed_withdraw(&cx) == OK);
	CHECK(feed_withdraw(&cx) == ERR_CONFLICT);
	CHECK(db_commit(&cx) == OK);
	CHECK(found(new, &f) == ERR_MISSING);
}

static void
it_gives_what_its_person_may_see_now(void)
{
	const char *token;

	given();
	meeting("mia", ANKLE, "Visit");
	token = link_of("mia", true);
	CHECK(has(given_by(token), "Visit"));
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES ($1, $2)", db_i(world_person("mia")),
	    db_i(world_dossier(ANKLE))) == OK);
	CHECK(db_commit(&cx) == OK);
	CHECK(has(given_by(token), "VCALENDAR") &&
	    !has(given_by(token), ANKLE) && !has(given_by(token), "Visit"));
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(db_run(&cx, "UPDATE staff SET enabled = 0 WHERE person = $1",
	    db_i(world_person("mia"))) == OK);
	CHECK(db_commit(&cx) == OK);
	CHECK_TEXT(given_by(token), "");
}

static int
how_often(const char *text, const char *word)
{
	int n = 0;

	for (; (text = strstr(text, word)) != NULL; text++)
		n++;
	return n;
}

/* So many that are late, and so many that come, an hour apart. */
static const char *
with_tasks(int late, int ahead)
{
	const char *token;
	int i;

	given();
	as("mia");
	for (i = -late; i < ahead; i++)
		CHECK(db_run(&cx, "INSERT INTO task (dossier, no, title, owner,"
		    " due, created) VALUES ($1, $2, $3, $4, $5, $now)",
		    db_i(world_dossier(ANKLE)), db_i(5000 + i),
		    db_t(arena_printf(cx.arena, "%s%d.",
		    i < 0 ? "late" : "ahead", i < 0 ? -i : i + 1)),
		    db_i(world_person("mia")),
		    db_i(WORLD_NOW + 1 + 3600 * i)) == OK);
	token = link_of("mia", true);
	return given_by(token);
}

static void
of_very_many_it_tells_the_nearest_and_says_so(void)
{
	static const int cases[][4] = {	/* late, ahead: told of each */
		{ 20, 100, 20, 100 }, { 100, 100, 100, 100 },
		{ 20, 300, 20, 180 }, { 300, 20, 180, 20 },
		{ 300, 300, 100, 100 },
	};
	const char *text;
	size_t i;

	for (i = 0; i < COUNT(cases); i++) {
		text = with_tasks(cases[i][0], cases[i][1]);
		CHECK(how_often(text, ": late") == cases[i][2]);
		CHECK(how_often(text, ": ahead") == cases[i][3]);
		CHECK(has(text, ": late1.") && has(text, ": ahead1."));
		CHECK(has(text, "There is more") ==
		    (cases[i][0] + cases[i][1] > FEED_MOST));
	}
}

static void
who_guesses_is_stopped(void)
{
	struct feed f;
	const char *token;
	int i;

	given();
	token = link_of("mia", false);
	for (i = 0; i < SIGNIN_TRIES_ADDRESS; i++)
		CHECK(found("guessed", &f) == ERR_MISSING);
	CHECK(found("guessed", &f) == ERR_OFTEN);
	CHECK(feed_find(&cx, "guessed", "192.0.2.8", &f) == ERR_MISSING);
	/* whoever else is behind that address is not stopped with them */
	CHECK(found(token, &f) == OK && f.person == world_person("mia"));
	CHECK(world_int("SELECT count(*) FROM signin_failure"
	    " WHERE key = 'address:192.0.2.7'") == 0);
}

static void
the_store_does_not_know_the_link(void)
{
	const char *token;

	given();
	token = link_of("mia", false);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	CHECK(world_int("SELECT count(*) FROM feed WHERE length(hash) = 32")
	    == 1);
	CHECK(world_int(arena_printf(cx.arena, "SELECT count(*) FROM"
	    " event_body WHERE body LIKE '%%%s%%'", token)) == 0);
}

int
main(void)
{
	RUN(it_says_titles_only_where_that_was_asked_for);
	RUN(a_new_link_ends_the_old_one_and_withdrawing_ends_all);
	RUN(it_gives_what_its_person_may_see_now);
	RUN(of_very_many_it_tells_the_nearest_and_says_so);
	RUN(who_guesses_is_stopped);
	RUN(the_store_does_not_know_the_link);
	return DONE;
}
