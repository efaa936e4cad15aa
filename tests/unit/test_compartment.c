/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "check.h"
#include "domain/course/task.h"
#include "domain/desk/queue.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/release.h"
#include "domain/house/verify.h"
#include "domain/people/access.h"
#include "domain/people/compartment.h"
#include "domain/spine/event.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/undo_act.h"
#include "seen.h"
#include "store/db.h"
#include "store/store_compartment.h"
#include "store/store_count.h"
#include "store/store_dossier.h"
#include "store/store_note.h"
#include "store/store_task.h"
#include "world.h"

#define NUMBER "C-2026-10000061"

/* Ada makes somebody a member of the medical compartment. */
static enum err
member(const char *login, int64_t until)
{
	struct compartment *c;

	as("ada");
	CHECK(compartment_open(&cx, "medical", &c) == OK);
	return compartment_admit(&cx, c, login, until, "Nurse of the ward");
}

static enum err
put_to(const char *login, int64_t no, const char *code)
{
	struct dossier *d = opened_as(login, NUMBER);
	struct compartment_part *p;
	enum err e;

	if ((e = compartment_part(&cx, d, no, &p)) != OK)
		return e;
	return compartment_part_put(&cx, d, p, code, "It is medical");
}

static int64_t
a_note(const char *login)
{
	struct dossier *d = opened_as(login, NUMBER);

	CHECK(dossier_note(&cx, d, "zqnote of the doctor") == OK);
	return world_int("SELECT max(no) FROM note");
}

static int
notes_of(const char *login)
{
	struct dossier *d = opened_as(login, NUMBER);
	struct note *n;
	int count = 0;

	CHECK(store_note_list(&cx, d, 99, &n) == OK);
	for (; n != NULL; n = n->next)
		count++;
	return count;
}

static int
entries_of(const char *login)
{
	struct dossier *d = opened_as(login, NUMBER);
	struct timeline_filter all = { .kinds = "" };
	struct event *ev;
	int count = 0;

	CHECK(dossier_timeline(&cx, d, &all, &ev) == OK);
	for (; ev != NULL; ev = ev->next)
		count++;
	return count;
}

static void
what_is_in_a_compartment_is_its_members_alone(void)
{
	int before;
	int64_t no, hidden;

	given();
	CHECK(member("mia", 0) == OK);
	before = entries_of("ben");
	no = a_note("mia");
	CHECK(notes_of("ben") == 1 && entries_of("ben") == before + 1);
	CHECK(put_to("mia", no, "medical") == OK);
	CHECK(notes_of("mia") == 1 && entries_of("mia") == before + 2);
	CHECK(notes_of("ben") == 0 && entries_of("ben") == before);
	CHECK(put_to("ben", no, "") == ERR_MISSING);
	CHECK(compartment_part_hidden(&cx, opened_as("ben", NUMBER),
	    COMPARTMENT_KINDS, &hidden) == OK && hidden == 1);
	CHECK(compartment_part_hidden(&cx, opened_as("mia", NUMBER),
	    COMPARTMENT_KINDS, &hidden) == OK && hidden == 0);
	CHECK(world_int("SELECT count(*) FROM dossier_search"
	    " WHERE words LIKE '%zqnote%'") == 0);
	CHECK(put_to("mia", no, "") == OK);
	CHECK(notes_of("ben") == 1 && entries_of("ben") == before + 3);
	CHECK(world_int("SELECT count(*) FROM dossier_search"
	    " WHERE words LIKE '%zqnote%'") == 1);
}

/* A page that asks for a note of mia, a member; what is protected leaves a
 * record. */
static int64_t
reads_on_record(const char *page)
{
	static struct config conf = { .log_reads = "protected",
	    .mail_from = "", .timezone = "Europe/Berlin" };

	given();
	cx.conf = &conf;
	CHECK(member("mia", 0) == OK);
	cx.reading = page;
	return a_note("mia");
}

/* Does the reading of a page go on record? */
static bool
recorded(const char *login)
{
	cx.looks = NULL;
	opened_as(login, NUMBER);
	return cx.looks != NULL;
}

static void
who_reads_what_is_in_one_is_on_record(void)
{
	int64_t no = reads_on_record("/dossiers/{number}");

	CHECK(!recorded("mia") && !recorded("ben"));
	CHECK(put_to("mia", no, "medical") == OK);
	CHECK(recorded("mia") && !recorded("ben"));
	CHECK(put_to("mia", no, "") == OK && !recorded("mia"));
	CHECK(db_run(&cx, "UPDATE dossier SET compartment ="
	    " (SELECT id FROM compartment WHERE code = 'medical')") == OK);
	CHECK(recorded("mia"));
}

/* How many cases that a search shows go on record? */
static int
found(const char *login, const char *text)
{
	struct find_page page;
	const struct look *l;
	int n = 0;

	as(login);
	cx.looks = NULL;
	CHECK(queue_find(&cx, text, &page) == OK);
	for (l = cx.looks; l != NULL; l = l->next) {
		CHECK_TEXT(l->kind, "dossier.read");
		CHECK(strstr(l->body, "\"way\"") == NULL);
		n++;
	}
	return n;
}

static void
what_a_search_finds_in_one_is_on_record(void)
{
	int64_t no = reads_on_record("/find");

	CHECK(found("mia", "zqnote") == 0 && found("ben", "zqnote") == 0);
	CHECK(put_to("mia", no, "medical") == OK);
	CHECK(found("mia", "zqnote") == 1 && found("ben", "zqnote") == 0);
	CHECK(found("mia", NUMBER) == 0);	/* nothing of it is shown */
	CHECK(db_run(&cx, "UPDATE dossier SET compartment ="
	    " (SELECT id FROM compartment WHERE code = 'medical')"
	    " WHERE number = $1", db_t(NUMBER)) == OK);
	CHECK(found("mia", NUMBER) == 1 && found("ben", NUMBER) == 0);
}

static void
it_can_be_written_straight_into_one(void)
{
	int64_t hidden;
	int before;

	given();
	CHECK(member("mia", 0) == OK);
	before = entries_of("ben");
	CHECK(dossier_note_within(&cx, opened_as("ben", NUMBER), "zqmine",
	    "", "medical") == ERR_INVALID);
	CHECK(dossier_note_within(&cx, opened_as("mia", NUMBER), "For @ben.",
	    "", "medical") == ERR_INVALID);	/* he would not see it */
	CHECK(dossier_note_within(&cx, opened_as("mia", NUMBER), "zqmine",
	    "", "medical") == OK);
	CHECK(notes_of("mia") == 1 && notes_of("ben") == 0);
	CHECK(entries_of("ben") == before);
	CHECK(world_int("SELECT count(*) FROM dossier_search"
	    " WHERE words LIKE '%zqmine%'") == 0);
	CHECK(compartment_part_hidden(&cx, opened_as("ben", NUMBER),
	    COMPARTMENT_NOTE, &hidden) == OK && hidden == 1);
	CHECK(compartment_part_hidden(&cx, opened_as("ben", NUMBER),
	    COMPARTMENT_TASK, &hidden) == OK && hidden == 0);
}

/* Who follows a case hears of what is in a compartment as a member alone. */
static void
members_alone_are_told_of_it(void)
{
	given();
	CHECK(member("mia", 0) == OK && member("sue", 0) == OK);
	CHECK(db_run(&cx, "INSERT INTO follow (person, dossier, wanted)"
	    " SELECT f.person, d.id, 1 FROM staff f, dossier d"
	    "  WHERE f.login IN ('ben', 'sue') AND d.number = $1",
	    db_t(NUMBER)) == OK);
	CHECK(db_run(&cx, "DELETE FROM outbox") == OK);
	CHECK(dossier_note_within(&cx, opened_as("mia", NUMBER), "zqmine",
	    "", "medical") == OK);
	CHECK(world_int("SELECT count(*) FROM outbox") == 1);
	CHECK(world_int("SELECT count(*) FROM outbox o JOIN staff f"
	    " ON f.person = o.person WHERE f.login = 'sue'") == 1);
	CHECK(dossier_note(&cx, opened_as("mia", NUMBER), "All of you") ==
	    OK);
	CHECK(world_int("SELECT count(*) FROM outbox o JOIN staff f"
	    " ON f.person = o.person WHERE f.login = 'ben'") == 1);
}

static const char *
fault(void)
{
	struct verify_report r;

	CHECK(verify_store(&cx, "", false, &r) == OK);
	return r.fault == NULL ? "" : r.fault;
}

/* What is put right in the store by hand does not fit the log. */
static void
the_check_of_the_store_finds_what_was_moved_by_hand(void)
{
	static const struct { const char *sql, *said; } by_hand[] = {
		{ "UPDATE note SET compartment = 0", "than its history says" },
		{ "UPDATE note SET compartment = 2", "than its history says" },
		{ "UPDATE note SET compartment = 1",
		    "its history says nothing" },
		{ "DELETE FROM event_protected", "is for everybody" },
		{ "UPDATE event_protected SET compartment = 3",
		    "in which nothing of it is" },
		{ "UPDATE dossier SET compartment = 0 WHERE compartment = 1",
		    "than its history says" }
	};
	int64_t first, second, n;
	const char *said;
	size_t i;

	for (i = 0; i < COUNT(by_hand); i++) {
		given();
		for (n = 1; n <= 5; n++)
			CHECK(event_add(&cx, &(struct dossier){ .id = n },
			    "dossier.registered", event_body(&cx)) == OK);
		CHECK(member("mia", 0) == OK && member("zoe", 0) == OK);
		first = a_note("mia");
		second = a_note("mia");
		CHECK(put_to("mia", first, "medical") == OK);
		CHECK(put_to("mia", second, "medical") == OK);
		if (i != 0)
			CHECK(put_to("mia", first, "") == OK);
		CHECK(dossier_note_within(&cx, opened_as("mia", NUMBER),
		    "zqmine", "", "medical") == OK);
		CHECK(compartment_dossier_put(&cx, opened_as("mia", NUMBER),
		    "medical", "Only they") == OK);
		CHECK_TEXT(fault(), "");
		if (i == 2)
			CHECK(db_run(&cx, "INSERT INTO note (dossier, no,"
			    " text, written, compartment) SELECT id, 77, 'x',"
			    " 1, 1 FROM dossier WHERE number = $1",
			    db_t(NUMBER)) == OK);
		else
			CHECK(db_run(&cx, by_hand[i].sql) == OK);
		said = fault();
		CHECK(strstr(said, by_hand[i].said) != NULL);
		if (strstr(said, by_hand[i].said) == NULL)
			printf("# %zu: %s\n", i, said);
	}
}

static void
a_hidden_act_does_not_touch_the_case(void)
{
	int64_t no, touched;

	given();
	CHECK(member("mia", 0) == OK);
	no = a_note("mia");
	touched = world_int("SELECT touched FROM dossier"
	    " WHERE number = '" NUMBER "'");
	later(60);
	CHECK(put_to("mia", no, "medical") == OK);
	CHECK(world_int("SELECT touched FROM dossier"
	    " WHERE number = '" NUMBER "'") == touched);
}

static void
a_membership_ends_by_itself(void)
{
	int64_t no;

	given();
	CHECK(member("mia", cx.now + 50) == OK);
	no = a_note("mia");
	CHECK(put_to("mia", no, "medical") == OK);
	later(49);
	CHECK(notes_of("mia") == 1);
	later(1);
	CHECK(notes_of("mia") == 0 && put_to("mia", no, "") == ERR_MISSING);
}

static void
who_is_no_member_puts_nothing_in(void)
{
	int64_t no;

	given();
	no = a_note("mia");
	CHECK(put_to("mia", no, "medical") == ERR_INVALID);
	CHECK(member("mia", 0) == OK);
	CHECK(put_to("mia", no, "legal") == ERR_INVALID);
	CHECK(put_to("mia", no, "nothing") == ERR_INVALID);
	CHECK(put_to("mia", no, "") == ERR_INVALID);
	CHECK(put_to("zoe", no, "medical") == ERR_FORBIDDEN);
}

static void
administrators_make_members_but_never_themselves(void)
{
	struct compartment_member *m;
	struct compartment *c;

	given();
	CHECK(member("ada", 0) == ERR_INVALID);
	CHECK(member("eve", 0) == ERR_INVALID);
	CHECK(member("nobody", 0) == ERR_INVALID);
	CHECK(member("mia", cx.now) == ERR_INVALID);
	CHECK(member("mia", 0) == OK);
	CHECK(compartment_open(&cx, "medical", &c) == OK);
	CHECK(c->members == 1 && !c->held);
	CHECK(compartment_members(&cx, c, &m) == OK && m != NULL);
	CHECK(compartment_dismiss(&cx, c, m, "") == ERR_INVALID);
	as("mia");
	CHECK(compartment_dismiss(&cx, c, m, "Left") == ERR_FORBIDDEN);
	CHECK(compartment_admit(&cx, c, "ben", 0, "Why") == ERR_FORBIDDEN);
	as("ada");
	CHECK(compartment_dismiss(&cx, c, m, "Left the ward") == OK);
	CHECK(compartment_members(&cx, c, &m) == OK && m == NULL);
	CHECK(world_int("SELECT count(*) FROM event WHERE topic = 'rights'"
	    " AND kind LIKE 'compartment.%'") == 2);
	CHECK(compartment_make(&cx, "Part 2 programme", false) == OK);
	CHECK(compartment_make(&cx, "part 2 Programme", false) == ERR_INVALID);
}

static struct task *
a_task(const char *login, int64_t owner)
{
	struct task_new n = { .title = "Ask the doctor", .owner = owner,
	    .team = world_team("north"), .instructions = "",
	    .due = cx.now + 3600 };
	struct task *t;

	CHECK(task_add(&cx, opened_as(login, NUMBER), &n, &t) == OK);
	return t;
}

static int64_t
counted(const char *login, bool mine)
{
	int64_t n = -1;

	as(login);
	CHECK((mine ? store_task_count_mine(&cx, 100, &n) :
	    store_task_count_teams(&cx, 100, &n)) == OK);
	return n;
}

static void
a_task_is_counted_for_members_alone(void)
{
	struct task *t;
	int64_t ben, mia;

	given();
	CHECK(member("mia", cx.now + 50) == OK);
	t = a_task("mia", 0);
	ben = counted("ben", false);
	mia = counted("mia", false);
	CHECK(put_to("mia", t->no, "medical") == OK);
	CHECK(counted("ben", false) == ben - 1);
	CHECK(counted("mia", false) == mia);
	CHECK(world_int("SELECT due FROM dossier WHERE number = '" NUMBER
	    "'") == INT64_C(253402300799));
	later(60);
	CHECK(counted("mia", false) == mia - 1);
}

static void
only_members_have_such_a_task(void)
{
	struct task *t, *again;
	struct dossier *d;

	given();
	CHECK(member("mia", 0) == OK);
	t = a_task("mia", world_person("ben"));
	CHECK(put_to("mia", t->no, "medical") == ERR_INVALID);
	d = opened_as("mia", NUMBER);
	CHECK(task_open(&cx, d, t->no, &again) == OK);
	CHECK(task_delegate(&cx, d, again, world_person("mia"), "") == OK);
	CHECK(put_to("mia", t->no, "medical") == OK);
	CHECK(counted("mia", true) == 1);
	CHECK(task_open(&cx, d, t->no, &again) == OK);
	CHECK(task_delegate(&cx, d, again, world_person("sue"), "") ==
	    ERR_INVALID);
	CHECK(member("sue", 0) == OK);
	d = opened_as("mia", NUMBER);
	CHECK(task_delegate(&cx, d, again, world_person("sue"), "") == OK);
	CHECK(task_open(&cx, opened_as("ben", NUMBER), t->no, &again) ==
	    ERR_MISSING);
}

/* What was said of it where it was before is hidden with it, and told again. */
static void
its_past_goes_with_it(void)
{
	struct undo_act *acts;
	struct task *t;
	int ben, n = 0;

	given();
	CHECK(member("mia", 0) == OK);
	ben = entries_of("ben");
	t = a_task("ben", 0);
	CHECK(entries_of("ben") == ben + 1);
	CHECK(put_to("mia", t->no, "medical") == OK);
	CHECK(entries_of("ben") == ben);
	as("ben");
	CHECK(undo_act_list(&cx, 50, &acts) == OK);
	for (; acts != NULL; acts = acts->next)
		n++;
	CHECK(n == 0);
	CHECK(put_to("mia", t->no, "") == OK);
	CHECK(entries_of("ben") == ben + 3);
}

static enum err
close_case(const char *code)
{
	return compartment_dossier_put(&cx, opened_as("mia", NUMBER), code,
	    "Only they may know");
}

static void
a_case_in_a_compartment_is_its_members_alone(void)
{
	struct dossier *d;
	int64_t before, grants;

	given();
	CHECK(close_case("medical") == ERR_INVALID);
	CHECK(member("mia", cx.now + 50) == OK);
	as("ben");
	CHECK(store_count_seen(&cx, STORE_COUNT_ACTIVE, "", 0, 99,
	    &before) == OK);
	CHECK(close_case("medical") == OK);
	as("ben");
	CHECK(store_count_seen(&cx, STORE_COUNT_ACTIVE, "", 0, 99,
	    &grants) == OK && grants == before - 1);
	CHECK(dossier_open(&cx, NUMBER, LEVEL_READ, &d) == ERR_MISSING);
	as("mia");
	CHECK(dossier_open(&cx, NUMBER, LEVEL_READ, &d) == OK);
	CHECK(access_grant(&cx, d, world_person("ben"), LEVEL_WORK, 0,
	    "He helps") == ERR_INVALID);
	later(60);
	as("mia");
	CHECK(dossier_open(&cx, NUMBER, LEVEL_READ, &d) == ERR_MISSING);
	CHECK(member("mia", 0) == OK);
	CHECK(close_case("") == OK);
	as("ben");
	CHECK(dossier_open(&cx, NUMBER, LEVEL_READ, &d) == OK);
}

static void
who_works_on_it_must_be_a_member(void)
{
	given();
	CHECK(member("mia", 0) == OK);
	(void)a_task("mia", world_person("ben"));
	CHECK(close_case("medical") == ERR_INVALID);
	CHECK(member("ben", 0) == OK);
	CHECK(close_case("medical") == OK);
}

/* How many notes of mia's case are held back, as she sees it. */
static int64_t
held(void)
{
	int64_t n;

	CHECK(release_held(&cx, opened_as("mia", NUMBER), COMPARTMENT_NOTE,
	    &n) == OK);
	return n;
}

static enum err
release_note(const char *login, int64_t no, int64_t until)
{
	const struct release_new n = { .receiver = "Dr. Hahn",
	    .why = "She is to judge it", .until = until };
	struct dossier *d = opened_as(login, NUMBER);
	struct compartment_part *p;
	enum err e;

	if ((e = compartment_part(&cx, d, no, &p)) != OK)
		return e;
	return release_give(&cx, d, p, &n);
}

/* What leaves the house says as much of the case as before. */
static int
leaves(void)
{
	struct dossier *d = opened_as("mia", NUMBER);
	struct timeline_filter out = { .kinds = "", .leaves = true };
	struct event *ev;
	int n = 0;

	CHECK(dossier_timeline(&cx, d, &out, &ev) == OK);
	for (; ev != NULL; ev = ev->next)
		n++;
	return n;
}

static void
what_is_privileged_leaves_by_a_release_alone(void)
{
	struct compartment_part *p;
	struct compartment *c;
	struct release *r;
	int before;
	int64_t no;

	given();
	CHECK(member("mia", 0) == OK);
	before = leaves();
	no = a_note("mia");
	CHECK(release_note("mia", no, 0) == ERR_CONFLICT);
	CHECK(put_to("mia", no, "medical") == OK && held() == 0);
	as("ada");
	CHECK(compartment_open(&cx, "medical", &c) == OK);
	CHECK(compartment_privilege(&cx, c) == OK && held() == 1);
	CHECK(leaves() == before && entries_of("mia") == before + 2);
	CHECK(release_note("ben", no, 0) == ERR_MISSING);
	CHECK(release_note("mia", no, cx.now) == ERR_INVALID);
	CHECK(release_note("mia", no, cx.now + 100) == OK && held() == 0);
	CHECK(release_note("mia", no, 0) == ERR_CONFLICT);
	CHECK(leaves() == entries_of("mia"));
	CHECK(entries_of("ben") == before);
	later(99);
	CHECK(held() == 0);
	later(1);
	CHECK(held() == 1 && leaves() == before);
	CHECK(release_note("mia", no, 0) == OK && held() == 0);
	CHECK(compartment_part(&cx, opened_as("mia", NUMBER), no, &p) == OK);
	CHECK(release_end(&cx, opened_as("mia", NUMBER), p, "No") == OK);
	CHECK(held() == 1);
	CHECK(release_note("mia", no, 0) == OK && held() == 0);
	/* what comes in again comes in unreleased */
	CHECK(put_to("mia", no, "") == OK);
	CHECK(put_to("mia", no, "medical") == OK && held() == 1);
	CHECK(release_list(&cx, opened_as("mia", NUMBER), 0, &r) == OK);
	CHECK(r != NULL && !r->holds && r->next != NULL && !r->next->holds);
	CHECK(release_list(&cx, opened_as("ben", NUMBER), 0, &r) == OK);
	CHECK(r == NULL);
}

/* Given and run out, given and taken back, given and gone with its place. */
static void
releases_are_held_against_their_history(void)
{
	static const char *const by_hand[] = {
		"UPDATE part_release SET receiver = 'Dr. Huhn'",
		"UPDATE part_release SET reason = reason || ' '",
		"UPDATE part_release SET until = until + 1 WHERE id = 1",
		"UPDATE part_release SET until = 5 WHERE id = 2",
		"UPDATE part_release SET given = given - 1 WHERE id = 2",
		"UPDATE part_release SET giver = giver + 1 WHERE id = 3",
		"UPDATE part_release SET ended = NULL WHERE id = 2",
		"UPDATE part_release SET ended = ended + 1 WHERE id = 3",
		"UPDATE part_release SET ender = ender + 1 WHERE id = 3",
		"UPDATE part_release SET ended_why = 'x' WHERE id = 2",
		"UPDATE part_release SET no = no + 1 WHERE id = 2",
		"UPDATE part_release SET dossier = 2 WHERE id = 1",
		"DELETE FROM part_release WHERE id = 2"
	};
	struct compartment_part *p;
	struct compartment *c;
	int64_t no;
	size_t i;

	given();
	store_begun();
	CHECK(member("mia", 0) == OK);
	no = a_note("mia");
	CHECK(put_to("mia", no, "medical") == OK);
	as("ada");
	CHECK(compartment_open(&cx, "medical", &c) == OK);
	CHECK(compartment_privilege(&cx, c) == OK);
	CHECK(release_note("mia", no, cx.now + 100) == OK);
	later(100);
	CHECK(release_note("mia", no, 0) == OK);
	CHECK(compartment_part(&cx, opened_as("mia", NUMBER), no, &p) == OK);
	CHECK(release_end(&cx, opened_as("mia", NUMBER), p, "No") == OK);
	CHECK(release_note("mia", no, 0) == OK);
	CHECK(put_to("mia", no, "") == OK && put_to("mia", no, "medical") ==
	    OK);
	CHECK_TEXT(store_fault(), "");
	for (i = 0; i < COUNT(by_hand); i++)
		if (strstr(store_fault_after(by_hand[i]), "privilege") ==
		    NULL)
			CHECK_TEXT(by_hand[i], "named");
	CHECK(strstr(store_fault_after("DELETE FROM part_release"),
	    "is gone") != NULL);
}

static void
what_is_on_a_privileged_case_is_held_as_well(void)
{
	struct compartment *c;
	struct dossier *d;
	int64_t no, n = 0;

	given();
	CHECK(member("mia", 0) == OK && member("zoe", 0) == OK);
	no = a_note("mia");
	as("ada");
	CHECK(compartment_open(&cx, "medical", &c) == OK);
	CHECK(compartment_privilege(&cx, c) == OK && held() == 0);
	d = opened_as("mia", NUMBER);
	CHECK(release_leaving(&cx, &d, &n) == OK && d != NULL && n == 0);
	CHECK(compartment_dossier_put(&cx, opened_as("mia", NUMBER),
	    "medical", "Only they") == OK);
	CHECK(held() == 1 && leaves() == 0);
	d = opened_as("mia", NUMBER);
	CHECK(release_leaving(&cx, &d, &n) == OK && d == NULL && n == 1);
	CHECK(release_note("mia", no, 0) == OK && held() == 0);
}

int
main(void)
{
	RUN(what_is_in_a_compartment_is_its_members_alone);
	RUN(who_reads_what_is_in_one_is_on_record);
	RUN(what_a_search_finds_in_one_is_on_record);
	RUN(it_can_be_written_straight_into_one);
	RUN(members_alone_are_told_of_it);
	RUN(the_check_of_the_store_finds_what_was_moved_by_hand);
	RUN(a_hidden_act_does_not_touch_the_case);
	RUN(a_membership_ends_by_itself);
	RUN(who_is_no_member_puts_nothing_in);
	RUN(administrators_make_members_but_never_themselves);
	RUN(a_task_is_counted_for_members_alone);
	RUN(only_members_have_such_a_task);
	RUN(its_past_goes_with_it);
	RUN(a_case_in_a_compartment_is_its_members_alone);
	RUN(who_works_on_it_must_be_a_member);
	RUN(what_is_privileged_leaves_by_a_release_alone);
	RUN(releases_are_held_against_their_history);
	RUN(what_is_on_a_privileged_case_is_held_as_well);
	return DONE;
}
