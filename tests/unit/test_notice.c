/* SPDX-License-Identifier: MIT */
/* Who is told what, by page and by mail, and nothing that they may not see. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "check.h"
#include "domain/course/outbox.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/people/access.h"
#include "domain/people/notice.h"
#include "store/db.h"
#include "store/store_notice.h"
#include "text/date.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define DAY_AND_MORE 90000

static struct config conf;

static char taker[] = "/tmp/dossier-notice-XXXXXX";

/* A program that takes a mail and keeps nothing of it. */
static void
make_taker(void)
{
	int fd = mkstemp(taker);
	FILE *f = fdopen(fd, "w");

	CHECK(f != NULL);
	fputs("#!/bin/sh\ncat > /dev/null\n", f);
	CHECK(fchmod(fd, 0700) == 0 && fclose(f) == 0);
}

static void
given_office(void)
{
	given();
	conf = (struct config){ .mail_from = "dossier@example.org",
	    .mail_sendmail = taker, .mail_timeout = 5,
	    .base_url = "https://o.example",
	    .site_name = "Test Office", .language = "en",
	    .timezone = "Europe/Berlin", .handler_seconds = 10 };
	cx.conf = &conf;
	CHECK(db_run(&cx, "UPDATE person SET email = 'x@example.org'")
	    == OK);
}

static struct notice *
list_of(const char *login)
{
	struct notice_page page;

	as(login);
	CHECK(notice_list(&cx, "", 50, &page) == OK);
	return page.notices;
}

static struct outbox_report
emptied(int64_t seconds)
{
	struct outbox_report r;

	CHECK(db_commit(&cx) == OK);
	later(seconds);
	CHECK(outbox_empty(&cx, &r) == OK);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	return r;
}

static void
follow(const char *login, bool wanted)
{
	CHECK(notice_follow(&cx, opened_as(login, ANKLE), wanted) == OK);
}

static void
noted(const char *login, const char *text)
{
	CHECK(dossier_note(&cx, opened_as(login, ANKLE), text) == OK);
}

static void
who_follows_is_told_of_what_others_change(void)
{
	struct dossier *d;
	struct notice *n;
	bool follows;

	given_office();
	d = opened_as("mia", ANKLE);
	CHECK(notice_follows(&cx, d, &follows) == OK && follows);
	d = opened_as("ben", ANKLE);
	CHECK(notice_follows(&cx, d, &follows) == OK && !follows);
	d->tasks = &(struct task){ .owner = cx.viewer };
	CHECK(notice_follows(&cx, d, &follows) == OK && follows);
	d->tasks->done = cx.now;
	CHECK(notice_follows(&cx, d, &follows) == OK && !follows);
	follow("sue", true);
	noted("ben", "They called.");
	n = list_of("sue");
	CHECK(n != NULL && n->kind == NOTICE_CHANGE && n->next == NULL);
	CHECK((n = list_of("mia")) != NULL && n->kind == NOTICE_CHANGE);
	CHECK(list_of("ben") == NULL && list_of("zoe") == NULL);
	/* no more of it before that was told */
	noted("ben", "And again.");
	CHECK(list_of("sue")->next == NULL);
	later(120);
	CHECK(emptied(0).failed == 0);
	follow("mia", false);
	d = opened_as("mia", ANKLE);
	CHECK(notice_follows(&cx, d, &follows) == OK && !follows);
	as("sue");
	CHECK(notice_see(&cx) == OK);
	noted("ben", "A third time.");
	CHECK(list_of("mia")->next == NULL);
	CHECK(list_of("sue")->next != NULL);
}

static void
nobody_is_told_of_what_they_may_not_see_when_they_look(void)
{
	struct outbox_report r;
	int64_t n;

	given_office();
	follow("sue", true);
	noted("ben", "They called.");
	CHECK(access_restrict(&cx, opened_as("mia", ANKLE), true, "So.")
	    == OK);
	CHECK(list_of("sue") == NULL);
	CHECK(notice_unseen(&cx, &n) == OK && n == 0);
	CHECK(db_run(&cx, "INSERT INTO notice_choice (person, kind, mode)"
	    " SELECT person, 'change', 'now' FROM staff") == OK);
	r = emptied(70);
	CHECK(r.sent == 1);	/* mia, who leads it */
	CHECK(access_restrict(&cx, opened_as("mia", ANKLE), false, "So.")
	    == OK);
	CHECK(list_of("sue") != NULL);
}

static void
a_mention_tells_who_may_see_it_and_is_refused_for_others(void)
{
	struct notice *n;

	given_office();
	noted("mia", "@ben, please look; write to x@sue.example. @nobody");
	n = list_of("ben");
	CHECK(n != NULL && n->kind == NOTICE_MENTION);
	CHECK(list_of("sue") == NULL);
	CHECK(dossier_note(&cx, opened_as("mia", ANKLE), "Ask @tom.")
	    == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "text");
	cx.mistakes = NULL;
	CHECK(list_of("tom") == NULL);
	CHECK(world_int("SELECT count(*) FROM note") == 1);
	/* what only looks like one, and oneself */
	noted("mia", "See @@sue, a@sue and @mia.");
	CHECK(list_of("sue") == NULL && list_of("mia") == NULL);
	noted("mia", "Look, @sue-- and again @sue.");
	n = list_of("sue");
	CHECK(n != NULL && n->next == NULL);
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES ($1, $2)", db_i(world_person("sue")),
	    db_i(world_dossier(ANKLE))) == OK);
	CHECK(dossier_note(&cx, opened_as("mia", ANKLE), "Ask @sue.")
	    == ERR_INVALID);
	cx.mistakes = NULL;
}

static void
mail_goes_as_everybody_has_chosen(void)
{
	struct notice_choices c;
	struct task_new n = { .title = "Call" };
	struct task *t;
	struct dossier *d;

	given_office();		/* 13:00 at the site */
	as("sue");
	CHECK(notice_choices(&cx, &c) == OK && c.hour == 8 &&
	    c.modes[NOTICE_ASSIGNED] == NOTICE_DIGEST);
	c.modes[NOTICE_ASSIGNED] = NOTICE_NONE;
	CHECK(notice_choose(&cx, &c) == OK);
	as("zoe");
	c.modes[NOTICE_ASSIGNED] = NOTICE_NOW;
	c.hour = 24;
	CHECK(notice_choose(&cx, &c) == ERR_INVALID);
	cx.mistakes = NULL;
	c.hour = 9;
	as("mia");
	CHECK(notice_choose(&cx, &c) == OK);
	d = opened_as("mia", ANKLE);
	n.owner = world_person("sue");
	CHECK(task_add(&cx, d, &n, &t) == OK);
	n.owner = world_person("ben");
	CHECK(task_add(&cx, d, &n, &t) == OK);
	CHECK(emptied(70).sent == 0);
	CHECK(list_of("sue") != NULL && list_of("ben") != NULL);
	CHECK(emptied(18 * 3600).sent == 0);	/* 07:01 */
	CHECK(emptied(3600).sent == 1);		/* ben, at eight */
	CHECK(emptied(86400).sent == 0);
	d = opened_as("ben", ANKLE);
	n.owner = world_person("mia");
	CHECK(task_add(&cx, d, &n, &t) == OK);
	CHECK(emptied(70).sent == 1);
}

/* When what is told at a moment comes to who has chosen an hour. */
static int64_t
told_at(const char *zone, int64_t now, int64_t hour)
{
	struct dossier *d;

	conf.timezone = zone;
	cx.now = now - 70;
	d = opened_as("mia", ANKLE);
	CHECK(db_run(&cx, "UPDATE staff SET digest = $1", db_i(hour)) == OK);
	CHECK(db_run(&cx, "DELETE FROM outbox") == OK);
	CHECK(notice_work(&cx, d, world_person("ben"), 0) == OK);
	(void)emptied(70);
	return world_int("SELECT due FROM outbox");
}

/* By the clocks on the wall, on the days when they change and on others. */
static void
a_digest_goes_at_its_hour_though_the_clocks_change(void)
{
	static const char *const zones[] = { "Europe/Paris", "Asia/Tokyo",
	    "America/New_York", "Australia/Lord_Howe" };
	int64_t spring, now, at, hour;
	const char *text, *want;
	enum date_local local;
	size_t z;
	int n;

	given_office();
	CHECK(date_start("UTC", "2027-03-28", &spring));
	CHECK(told_at("Europe/Paris", spring - 6 * 3600, 8) ==
	    spring + 6 * 3600);
	CHECK(told_at("Europe/Paris", spring - 6 * 3600, 2) == spring + 3600);
	CHECK(told_at("Asia/Tokyo", spring - 6 * 3600, 8) == spring - 3600);
	for (n = 0; n < 240; n++) {
		z = (size_t)n % 4;
		now = spring + (n * 37 % 220 + 1) * 40 * 3600 + n;
		hour = n * 7 % 24;
		at = told_at(zones[z], now, hour);
		text = date_text(cx.arena, "en", zones[z], at, at,
		    DATE_INPUT);
		want = arena_printf(cx.arena, "%.11s%02d:00", text,
		    (int)hour);
		local = date_moment(zones[z], want, &now);
		CHECK(at >= cx.now && at <= cx.now + 90000);
		CHECK(local == DATE_NEVER || now == at);
	}
}

static void
pages_of_the_list_hold_each_once(void)
{
	struct task_new n = { .title = "Call" };
	struct notice_page page;
	const struct notice *x;
	const char *after = "";
	struct dossier *d;
	struct task *t;
	int64_t seen = 0, unseen;
	int i;

	given_office();
	d = opened_as("mia", ANKLE);
	n.owner = world_person("ben");
	for (i = 0; i < 23; i++) {
		if (i % 10 == 9)
			later(1);
		CHECK(task_add(&cx, d, &n, &t) == OK);
	}
	as("ben");
	for (i = 0; i < 9; i++) {
		CHECK(notice_list(&cx, after, 4, &page) == OK);
		for (x = page.notices; x != NULL; x = x->next)
			seen += x->no;	/* each has its own */
		if (page.next[0] == '\0')
			break;
		after = arena_text(cx.arena, page.next);
	}
	CHECK(seen == world_int("SELECT sum(no) FROM task"));
	CHECK(notice_unseen(&cx, &unseen) == OK &&
	    unseen == NOTICE_MANY);	/* of 23 */
	CHECK(notice_see(&cx) == OK);
	CHECK(notice_unseen(&cx, &unseen) == OK && unseen == 0);
}

static void
what_runs_by_itself_tells_nobody(void)
{
	const struct event nothing = { .kind = "" };
	struct dossier *d;

	given_office();
	follow("sue", true);
	d = opened_as("mia", ANKLE);
	cx.viewer = 0;
	CHECK(notice_change(&cx, d, &nothing) == OK);
	CHECK(world_int("SELECT count(*) FROM outbox") == 0);
	as("mia");
	CHECK(notice_change(&cx, d, &nothing) == OK);
	CHECK(world_int("SELECT count(*) FROM outbox") == 1);
}

/* For the samples: some of the newest stay new, nothing is mailed. */
static void
what_samples_tell_is_settled(void)
{
	struct notice *n;
	int64_t unseen;
	int i, fresh = 0;

	given_office();
	for (i = 0; i < 8; i++) {
		noted("ben", "@mia, look.");
		later(2 * DAY_AND_MORE);
	}
	CHECK(store_notice_settle(&cx, 4) == OK);
	for (n = list_of("mia"); n != NULL; n = n->next)
		fresh += !n->seen;
	CHECK(fresh == 3);	/* of a week */
	CHECK(store_notice_settle(&cx, 1) == OK);
	CHECK(notice_unseen(&cx, &unseen) == OK && unseen == 1);
	CHECK(!list_of("mia")->seen);
	CHECK(world_int("SELECT count(*) FROM outbox WHERE ended IS NULL")
	    == 0);
}

int
main(void)
{
	make_taker();
	RUN(who_follows_is_told_of_what_others_change);
	RUN(nobody_is_told_of_what_they_may_not_see_when_they_look);
	RUN(a_mention_tells_who_may_see_it_and_is_refused_for_others);
	RUN(mail_goes_as_everybody_has_chosen);
	RUN(a_digest_goes_at_its_hour_though_the_clocks_change);
	RUN(pages_of_the_list_hold_each_once);
	RUN(what_runs_by_itself_tells_nobody);
	RUN(what_samples_tell_is_settled);
	unlink(taker);
	return DONE;
}
