/* SPDX-License-Identifier: MIT */
/* Links and codes by mail: what stands where, and when nothing leaves. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/count.h"
#include "base/day.h"
#include "check.h"
#include "domain/desk/share.h"
#include "domain/desk/share_room.h"
#include "domain/dossier/dossier.h"
#include "domain/house/share_clock.h"
#include "store/db.h"
#include "world.h"

#define ANKLE "C-2026-10000061"

static struct config conf;
static struct share_secret secret;

/* A program that takes mail, or does not as the number says. */
static void
given_program(int status)
{
	static char path[64];
	FILE *f;
	int fd;

	given();
	if (path[0] != '\0')
		unlink(path);
	strcpy(path, "/tmp/dossier-mail-XXXXXX");
	CHECK((fd = mkstemp(path)) != -1);
	CHECK((f = fdopen(fd, "w")) != NULL);
	fprintf(f, "#!/bin/sh\ncat > /dev/null\nexit %d\n", status);
	CHECK(fchmod(fd, 0700) == 0 && fclose(f) == 0);
	conf = (struct config){ .mail_from = "dossier@example.org",
	    .mail_sendmail = path, .mail_timeout = 5,
	    .base_url = "https://office.example", .site_name = "Office",
	    .language = "en", .timezone = "Europe/Berlin",
	    .handler_seconds = 10 };
	cx.conf = &conf;
}

static struct dossier *
worked(void)
{
	struct dossier *d = NULL;

	as("mia");
	CHECK(dossier_open(&cx, ANKLE, LEVEL_WORK, &d) == OK);
	return d;
}

static enum err
shared(enum share_way way, const char *email, const char *apart,
    struct share **out)
{
	const struct share_new n = { .name = "Dr. Weber",
	    .purpose = "For your opinion", .until = WORLD_NOW + 14 * DAY,
	    .parts = SHARE_STAGE,
	    .send = { way, email, apart, "en" } };

	return share_make(&cx, worked(), &n, out, &secret);
}

/* What the clock does a while later; leaves a transaction open again. */
static struct share_clock_report
rung(int64_t seconds)
{
	struct share_clock_report r;

	CHECK(db_commit(&cx) == OK);
	later(seconds);
	as("");
	CHECK(share_clock(&cx, &r) == OK);
	CHECK(cx.viewer == 0 && cx.rights == 0);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	return r;
}

static int64_t
codes(void)
{
	return world_int("SELECT count(*) FROM share WHERE unsent <> ''");
}

static void
link_and_code_never_go_to_one_mailbox(void)
{
	static const struct { const char *a, *b; enum err e; } pairs[] = {
		{ "a@example.org", "b@example.org", OK },
		{ "a@example.org", "a@example.com", OK },
		{ "ab@example.org", "a@example.org", OK },
		{ "a@example.org", "a@example.org", ERR_INVALID },
		{ "a@example.org", " A@Example.ORG ", ERR_INVALID },
		{ "a+x@example.org", "a@example.org", ERR_INVALID },
		{ "a+x@example.org", "a+y@example.org", ERR_INVALID },
		{ "a@example.org", "", ERR_INVALID },
		{ "a@example.org", "a", ERR_INVALID },
		{ "", "b@example.org", ERR_INVALID },
		{ "a\nBcc: x@example.org", "b@example.org", ERR_INVALID }
	};
	struct share *s;
	size_t i;

	given_program(0);
	for (i = 0; i < COUNT(pairs); i++)
		CHECK(shared(SHARE_BY_MAIL, pairs[i].a, pairs[i].b, &s) ==
		    pairs[i].e);
	conf.mail_from = "";
	CHECK(shared(SHARE_BY_PHONE, "a@example.org", "", &s) ==
	    ERR_INVALID);
	CHECK(shared(SHARE_BY_HAND, "a@example.org", "", &s) == OK);
}

static void
what_leaves_by_mail_is_told_to_nobody_else(void)
{
	struct share *s;

	given_program(0);
	must(shared(SHARE_BY_MAIL, "a@example.org", "b@example.org", &s));
	CHECK_TEXT(secret.token, "");
	CHECK_TEXT(secret.code, "");
	CHECK(codes() == 1);
	CHECK(rung(0).sent == 2 && codes() == 0);
	CHECK(rung(60).sent == 0);
	must(shared(SHARE_BY_PHONE, "a@example.org", "", &s));
	CHECK_TEXT(secret.token, "");
	CHECK(strlen(secret.code) == 9);
	CHECK(rung(0).sent == 1 && codes() == 0);
	CHECK(world_int("SELECT count(*) FROM event WHERE kind ="
	    " 'share.mailed' AND actor IS NULL") == 3);
}

static void
what_is_over_does_not_leave(void)
{
	struct dossier *d;
	struct share *s;

	given_program(0);
	must(shared(SHARE_BY_PHONE, "a@example.org", "", &s));
	d = worked();
	must(share_open(&cx, d, s->no, &s));
	must(share_end(&cx, d, s, ""));
	CHECK(codes() == 0 && rung(0).sent == 0);
	must(shared(SHARE_BY_PHONE, "a@example.org", "", &s));
	CHECK(rung(20 * DAY).dropped == 1 && codes() == 0);
	later(-20 * DAY);
	must(shared(SHARE_BY_PHONE, "a@example.org", "", &s));
	must(db_run(&cx, "UPDATE staff SET enabled = 0 WHERE login = 'mia'"));
	CHECK(rung(0).dropped == 1 && codes() == 0);
}

static void
what_is_not_taken_is_tried_again_and_then_given_up(void)
{
	struct share_clock_report r;
	int64_t failing, given_up;
	struct share *s;
	int tries;

	given_program(75);
	must(shared(SHARE_BY_MAIL, "a@example.org", "b@example.org", &s));
	CHECK(rung(0).failed == 2 && rung(60).failed == 0);
	CHECK(codes() == 1);
	must(share_mail_troubles(&cx, &failing, &given_up));
	CHECK(failing == 2 && given_up == 0);
	for (tries = 1; (r = rung(7200)).failed == 2; tries++)
		;
	CHECK(tries > 30 && r.failed == 0 && codes() == 0);
	must(share_mail_troubles(&cx, &failing, &given_up));
	CHECK(failing == 0 && given_up == 2);
	CHECK(world_int("SELECT count(*) FROM outbox WHERE kind = 'share'"
	    ) == 2);
	CHECK(world_int("SELECT count(*) FROM event WHERE kind ="
	    " 'share.unmailed'") == 2);
	unlink(conf.mail_sendmail);
}

int
main(void)
{
	RUN(link_and_code_never_go_to_one_mailbox);
	RUN(what_leaves_by_mail_is_told_to_nobody_else);
	RUN(what_is_over_does_not_leave);
	RUN(what_is_not_taken_is_tried_again_and_then_given_up);
	return DONE;
}
