/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/count.h"
#include "base/day.h"
#include "check.h"
#include "domain/course/approval.h"
#include "domain/course/outbox.h"
#include "domain/course/outbox_mail.h"
#include "domain/course/task.h"
#include "domain/dossier/glass.h"
#include "store/db.h"
#include "world.h"
#include "world_store.h"

static struct config conf;

/* A program that takes mail as the lines say. */
static void
make_program(char *path, const char *lines)
{
	FILE *f;
	int fd;

	strcpy(path, "/tmp/dossier-mail-XXXXXX");
	CHECK((fd = mkstemp(path)) != -1);
	CHECK((f = fdopen(fd, "w")) != NULL);
	fprintf(f, "#!/bin/sh\n%s\n", lines);
	CHECK(fchmod(fd, 0700) == 0);
	CHECK(fclose(f) == 0);
}

/* One that keeps nothing of it. */
static const char *
taker(void)
{
	static char path[64];

	if (path[0] == '\0')
		make_program(path, "cat > /dev/null");
	return path;
}

static void
given_mail(const char *sendmail)
{
	given();
	conf = (struct config){ .mail_from = "dossier@example.org",
	    .mail_sendmail = sendmail, .mail_timeout = 5,
	    .base_url = "https://office.example",
	    .site_name = "Test Office", .language = "en",
	    .timezone = "Europe/Berlin", .handler_seconds = 10 };
	cx.conf = &conf;
	CHECK(db_run(&cx, "INSERT INTO notice_choice (person, kind, mode)"
	    " SELECT f.person, k.kind, 'now' FROM staff f CROSS JOIN"
	    " (SELECT 'assigned' AS kind UNION SELECT 'approval'"
	    "  UNION SELECT 'change' UNION SELECT 'mention') k") == OK);
	CHECK(db_run(&cx, "UPDATE person SET email = $2 WHERE id = $1",
	    db_i(world_person("ben")), db_t("ben@example.org")) == OK);
}

static struct task *
handed(struct dossier *d, const char *owner)
{
	struct task_new n = { .title = "Secret: call the roofer",
	    .owner = world_person(owner) };
	struct task *t = NULL;

	CHECK(task_add(&cx, d, &n, &t) == OK);
	return t;
}

/* What the clock does a while later; leaves a transaction open again. */
static struct outbox_report
emptied(int64_t seconds)
{
	struct outbox_report r;

	CHECK(db_commit(&cx) == OK);
	later(seconds);
	CHECK(outbox_empty(&cx, &r) == OK);
	CHECK(cx.viewer == 0);
	CHECK(db_begin(&cx, DB_WRITE) == OK);
	return r;
}

static int64_t
waiting(void)
{
	return world_int("SELECT count(*) FROM outbox WHERE ended IS NULL");
}

static void
only_others_are_told(void)
{
	struct dossier *d;

	given_mail(taker());
	d = opened_as("mia", "C-2026-10000061");
	handed(d, "mia");
	CHECK(waiting() == 0);
	handed(d, "ben");
	CHECK(waiting() == 1);
	/* without mail it is in the list alone */
	conf.mail_from = "";
	handed(d, "ben");
	CHECK(emptied(70).sent == 0 && waiting() == 0);
	CHECK(world_int("SELECT count(*) FROM outbox") == 2);
	/* and is forgotten there, too */
	CHECK(emptied(29 * DAY).sent == 0);
	CHECK(world_int("SELECT count(*) FROM outbox") == 2);
	emptied(2 * DAY);
	CHECK(world_int("SELECT count(*) FROM outbox") == 0);
}

static void
all_of_a_person_goes_in_one_mail_and_not_at_once(void)
{
	struct outbox_report r;
	struct dossier *d;

	given_mail(taker());
	d = opened_as("mia", "C-2026-10000061");
	handed(d, "ben");
	handed(d, "ben");
	r = emptied(30);
	CHECK(r.sent == 0);
	CHECK(waiting() == 2);
	r = emptied(40);
	CHECK(r.sent == 1);
	CHECK(waiting() == 0);
	r = emptied(40);
	CHECK(r.sent == 0);
}

/* An approval waits for whoever may decide; who asked hears the answer. */
static void
who_may_decide_and_who_asked_are_told(void)
{
	struct approval_new n = { .subject = "Secret: pay them",
	    .reason = "It is due.", .kind = "", .field = "", .amount = "",
	    .levels = "" };
	struct approval *a = NULL;
	struct outbox_report r;
	struct dossier *d;

	given_mail(taker());
	CHECK(db_run(&cx, "UPDATE viewer_scope SET level = 4"
	    " WHERE viewer = $1", db_i(world_person("ben"))) == OK);
	d = opened_as("mia", "C-2026-10000061");
	CHECK(approval_ask(&cx, d, &n, &a) == OK);
	CHECK(waiting() == 1);		/* not Mia, who asked */
	r = emptied(70);
	CHECK(r.sent == 1);
	CHECK(db_run(&cx, "UPDATE person SET email = 'mia@example.org'"
	    " WHERE id = $1", db_i(world_person("mia"))) == OK);
	d = opened_as("ben", "C-2026-10000061");
	CHECK(approval_open(&cx, d, a->no, &a) == OK);
	CHECK(approval_answer(&cx, d, a, APPROVAL_APPROVE, "") == OK);
	r = emptied(70);
	CHECK(r.sent == 1 && waiting() == 0);
	/* what was withdrawn meanwhile is not told */
	d = opened_as("mia", "C-2026-10000061");
	CHECK(approval_ask(&cx, d, &n, &a) == OK);
	CHECK(approval_answer(&cx, d, a, APPROVAL_WITHDRAW, "No.") == OK);
	r = emptied(70);
	CHECK(r.sent == 0 && r.dropped == 1);
}

static void
what_no_longer_holds_is_not_told(void)
{
	struct outbox_report r;
	struct dossier *d;
	struct task *t;

	given_mail(taker());
	d = opened_as("mia", "C-2026-10000061");
	t = handed(d, "ben");
	CHECK(task_release(&cx, d, t, "") == OK);
	r = emptied(70);
	CHECK(r.sent == 0);
	CHECK(r.dropped == 1);
	/* nor is who may not see it any more */
	d = opened_as("mia", "C-2026-10000061");
	handed(d, "ben");
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES ($1, $2)", db_i(world_person("ben")),
	    db_i(d->id)) == OK);
	r = emptied(70);
	CHECK(r.sent == 0);
	CHECK(r.dropped == 1);
}

static void
who_does_not_want_it_or_has_no_address_gets_none(void)
{
	struct outbox_report r;
	struct dossier *d;

	given_mail(taker());
	CHECK(db_run(&cx, "UPDATE staff SET mail = 0 WHERE person = $1",
	    db_i(world_person("ben"))) == OK);
	CHECK(db_run(&cx, "UPDATE person SET email = '' WHERE id = $1",
	    db_i(world_person("tom"))) == OK);
	d = opened_as("mia", "C-2026-10000061");
	handed(d, "ben");
	handed(d, "tom");
	r = emptied(70);
	CHECK(r.sent == 0);
	CHECK(r.dropped == 2);
	CHECK(world_int("SELECT count(*) FROM outbox WHERE said = ''") == 1);
}

static void
a_failure_is_tried_again_ever_more_rarely(void)
{
	struct outbox_report r;
	int i, tries;

	given_mail("/bin/false");
	handed(opened_as("mia", "C-2026-10000061"), "ben");
	r = emptied(70);
	CHECK(r.failed == 1);
	CHECK(r.why != NULL);
	CHECK(waiting() == 1);
	CHECK(emptied(60).failed == 0);
	CHECK(emptied(180).failed == 1);
	for (i = 0, tries = 2; i < 4 * 24 * 60 && waiting() == 1; i++)
		tries += emptied(60).failed;
	CHECK(i > 2 * 24 * 60);		/* about three days */
	CHECK(tries == 41);
	CHECK(world_int("SELECT count(*) FROM outbox WHERE said <> ''"
	    "   AND ended IS NOT NULL") == 1);
	conf.mail_sendmail = "/nowhere/sendmail";
	handed(opened_as("mia", "C-2026-10000061"), "ben");
	r = emptied(70);
	CHECK(r.failed == 1);
	CHECK(strstr(r.why, "/nowhere/sendmail") != NULL);
	conf.mail_sendmail = taker();
	CHECK(emptied(300).sent == 1);
}

/* What the program said, in one line of letters that every store takes. */
static void
what_is_refused_is_told_and_given_up_only_for_good(void)
{
	static const struct {
		int status;
		int64_t waits;
	} ends[] = { { 65, 0 }, { 67, 0 }, { 69, 1 }, { 75, 1 }, { 78, 1 },
	    { 1, 1 } };
	struct outbox_trouble *t;
	char path[64], lines[160];
	size_t i;

	for (i = 0; i < COUNT(ends); i++) {
		snprintf(lines, sizeof(lines), "cat > /dev/null\n"
		    "printf '\\n550 no\\n  such \\377\\033 person\\n' >&2\n"
		    "exit %d", ends[i].status);
		make_program(path, lines);
		given_mail(path);
		CHECK(outbox_troubles(&cx, 10, &t) == OK && t == NULL);
		handed(opened_as("mia", "C-2026-10000061"), "ben");
		handed(opened_as("mia", "C-2026-10000061"), "ben");
		CHECK(emptied(70).failed == 1);
		CHECK(waiting() == 2 * ends[i].waits);
		CHECK(outbox_troubles(&cx, 10, &t) == OK && t != NULL);
		CHECK(t->next == NULL && t->count == 2 && t->tries == 1);
		CHECK((t->ended == 0) == (ends[i].waits == 1));
		CHECK((t->again > cx.now) == (ends[i].waits == 1));
		CHECK(strstr(t->said, ": 550 no such ?? person") != NULL);
		CHECK(t->said[strlen(t->said) - 1] == 'n');
		unlink(path);
	}
}

/* A mailer that goes on by itself holds its complaints open. */
static void
what_a_program_leaves_running_holds_nothing_up(void)
{
	char path[64];

	make_program(path, "cat > /dev/null; sleep 20 & echo $! > \"$0.pid\"");
	given_mail(path);
	handed(opened_as("mia", "C-2026-10000061"), "ben");
	CHECK(emptied(70).sent == 1);
	CHECK(system(arena_printf(cx.arena,
	    "kill $(cat %s.pid); rm %s.pid", path, path)) == 0);
	unlink(path);
}

/* No line is too long, none is made of what a person is called. */
static void
headers_hold_whatever_people_are_called(void)
{
	static const char *const names[] = { "Mia Keller", "Élodie Weiß",
	    "山田 太郎と長い長い長い長い長い長い長い長い長い名前の人",
	    "Smith, John <x@y>", "a\r\nBcc: all@example.org",
	    "=?utf-8?B?AA==?=", "" };
	struct outbox_mail m = { .to = "ben@example.org",
	    .subject = "Work was handed to you", .text = "Grüße\n" };
	const char *s, *end;
	size_t i;

	given_mail(taker());
	for (i = 0; i < COUNT(names); i++) {
		m.to_name = names[i];
		s = outbox_mail_write(&cx, &m);
		CHECK(strstr(s, "\nBcc:") == NULL);
		CHECK(strstr(s, "\n <ben@example.org>\n") != NULL);
		CHECK(strchr(s, '\r') == NULL);
		for (; *s != '\0'; s = end + 1) {
			CHECK((end = strchr(s, '\n')) != NULL);
			CHECK(end - s <= 78);
		}
	}
}

static void
an_address_is_one_address(void)
{
	CHECK(outbox_mail_address("a.b+c@example.org"));
	CHECK(!outbox_mail_address(""));
	CHECK(!outbox_mail_address("ben"));
	CHECK(!outbox_mail_address("@example.org"));
	CHECK(!outbox_mail_address("ben@"));
	CHECK(!outbox_mail_address("ben@example.org, all@example.org"));
	CHECK(!outbox_mail_address("ben@example.org\nBcc: all@example.org"));
	CHECK(!outbox_mail_address("a@b@c"));
	CHECK(!outbox_mail_address("bén@example.org"));
}

/* The last mail that went to somebody, as it left; "" none. */
static const char *
letter_to(const char *folder, const char *login)
{
	static char text[8192];
	const char *path = arena_printf(cx.arena, "%s/%s@house.example",
	    folder, login);
	FILE *f = fopen(path, "r");
	size_t n = f == NULL ? 0 : fread(text, 1, sizeof(text) - 1, f);

	if (f != NULL)
		fclose(f);
	unlink(path);
	text[n] = '\0';
	return text;
}

/* A mail names the person and no case: an auditor may have no right to it.
 * Nobody is told of a case that a wall keeps from them. */
static void
an_emergency_is_told_at_once_to_the_lead_and_auditors(void)
{
	char folder[] = "/tmp/dossier-letters-XXXXXX", path[64];
	struct dossier *d;
	const char *text;
	int64_t late;

	CHECK(mkdtemp(folder) != NULL);
	/* the text alone, under the address that it goes to */
	make_program(path, arena_printf(cx.arena, "t=$(mktemp)\n"
	    "tr -d '\\r' > $t\n"
	    "to=$(sed -n 's/^ <\\(.*@house.example\\)>$/\\1/p' $t)\n"
	    "sed '1,/^$/d' $t | base64 -d > %s/$to\nrm $t", folder));
	given_mail(path);
	CHECK(db_run(&cx, "UPDATE person SET email = (SELECT f.login FROM"
	    " staff f WHERE f.person = person.id) || '@house.example'"
	    " WHERE id IN (SELECT f.person FROM staff f)") == OK);
	as("tom");
	CHECK(glass_break(&cx, "C-2026-10000061", "danger", "The hospital "
	    "asks for zqwords of her doctor.", &d) == OK);
	CHECK(emptied(1).sent == 2);
	text = letter_to(folder, "mia");
	CHECK(strstr(text, "opened a case in an emergency") != NULL);
	CHECK(strstr(text, "10000061") == NULL &&
	    strstr(text, "zqwords") == NULL);
	text = letter_to(folder, "zoe");
	CHECK(strstr(text, "/break-glass/E-") != NULL);
	CHECK(strstr(text, "10000061") == NULL);
	CHECK(letter_to(folder, "tom")[0] == '\0');
	later(7 * DAY);
	CHECK(glass_remind(&cx, WORLD_NOW, &late) == OK && late == 1);
	emptied(1);
	CHECK(strstr(letter_to(folder, "zoe"), " is late.") != NULL);
	CHECK(strstr(letter_to(folder, "mia"), " is late.") == NULL);
	/* reviewed or walled off, there is nothing to tell */
	CHECK(db_run(&cx, "UPDATE glass SET reviewed = 1") == OK);
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " SELECT $1, id FROM dossier WHERE number = 'C-2026-10000079'",
	    db_i(world_person("zoe"))) == OK);
	as("tom");
	CHECK(glass_break(&cx, "C-2026-10000079", "danger", "The hospital "
	    "asks for zqwords of her doctor.", &d) == OK);
	CHECK(emptied(1).sent == 0);
	CHECK(letter_to(folder, "zoe")[0] == '\0');
	rmdir(folder);
	unlink(path);
}

int
main(void)
{
	RUN(only_others_are_told);
	RUN(all_of_a_person_goes_in_one_mail_and_not_at_once);
	RUN(who_may_decide_and_who_asked_are_told);
	RUN(what_no_longer_holds_is_not_told);
	RUN(who_does_not_want_it_or_has_no_address_gets_none);
	if (world_store_pgsql())	/* its neighbours would be in the way */
		SKIP("a_failure_is_tried_again_ever_more_rarely",
		    "ten thousand transactions");
	else
		RUN(a_failure_is_tried_again_ever_more_rarely);
	RUN(what_is_refused_is_told_and_given_up_only_for_good);
	RUN(what_a_program_leaves_running_holds_nothing_up);
	RUN(headers_hold_whatever_people_are_called);
	RUN(an_address_is_one_address);
	unlink(taker());
	RUN(an_emergency_is_told_at_once_to_the_lead_and_auditors);
	return DONE;
}
