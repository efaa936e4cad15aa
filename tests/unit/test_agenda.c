/* SPDX-License-Identifier: MIT */
/* What has a date shows in its days, once, in order, and to whom it may. */
#include "base/day.h"
#include "check.h"
#include "dice.h"
#include "domain/course/deadline.h"
#include "domain/course/promise.h"
#include "domain/course/task.h"
#include "domain/desk/agenda.h"
#include "domain/dossier/dossier.h"
#include "domain/people/absence.h"
#include "store/db.h"
#include "text/date.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define HIDDEN "C-2026-10000087"
#define PERMIT "P-2026-10000095"
#define LONG_AGO (-DAY * 1000)

static struct agenda_item *
of(enum agenda_of of, int64_t id, int64_t from, int64_t until)
{
	struct agenda_ask a = { of, id, WORLD_NOW + from, WORLD_NOW + until };
	struct agenda_item *x;
	bool more;

	CHECK(agenda_list(&cx, &a, &x, &more) == OK && !more);
	return x;
}

static struct agenda_item *
of_person(const char *login)
{
	return of(AGENDA_OF_PERSON, world_person(login), LONG_AGO,
	    DAY * 1000);
}

static int
how_many(const struct agenda_item *x, enum agenda_kind kind)
{
	int n = 0;

	for (; x != NULL; x = x->next)
		n += x->kind == kind;
	return n;
}

static void
to_do(const char *login, const char *number, const char *owner, int64_t due)
{
	struct task_new n = { .title = "Ask", .instructions = "",
	    .owner = world_person(owner), .priority = PRIORITY_NORMAL,
	    .due = WORLD_NOW + due };
	struct dossier *d;
	struct task *t;

	as(login);
	CHECK(dossier_open(&cx, number, LEVEL_WORK, &d) == OK);
	CHECK(task_add(&cx, d, &n, &t) == OK);
}

static void
a_task_is_in_the_days_of_its_owner_and_of_nobody_else(void)
{
	given();
	to_do("mia", ANKLE, "ben", DAY);
	as("ben");
	CHECK(how_many(of_person("ben"), AGENDA_TASK) == 1);
	CHECK(how_many(of_person("sue"), AGENDA_TASK) == 0);
	/* mia leads the case: its next date is hers, by another name */
	CHECK(how_many(of_person("mia"), AGENDA_TASK) == 0);
	CHECK(how_many(of_person("mia"), AGENDA_DATE) == 1);
	CHECK(how_many(of(AGENDA_OF_TEAM, world_team("north"), 0, 2 * DAY),
	    AGENDA_TASK) == 1);
	CHECK(how_many(of(AGENDA_OF_DOSSIER, world_dossier(ANKLE), 0,
	    2 * DAY), AGENDA_TASK) == 1);
	CHECK(of(AGENDA_OF_TEAM, world_team("south"), 0, 2 * DAY) == NULL);
}

static void
the_ends_of_a_span_are_exact(void)
{
	int64_t ben;

	given();
	to_do("mia", ANKLE, "ben", DAY);
	as("ben");
	ben = world_person("ben");
	CHECK(of(AGENDA_OF_PERSON, ben, DAY, DAY + 1) != NULL);
	CHECK(of(AGENDA_OF_PERSON, ben, 0, DAY) == NULL);
	CHECK(of(AGENDA_OF_PERSON, ben, DAY + 1, 2 * DAY) == NULL);
}

static void
what_one_may_not_see_is_in_nobodys_days(void)
{
	given();
	to_do("mia", HIDDEN, "mia", DAY);
	CHECK(of_person("mia") != NULL);
	as("ben");
	CHECK(of_person("mia") == NULL);
	CHECK(how_many(of(AGENDA_OF_TEAM, world_team("north"), LONG_AGO,
	    DAY * 9), AGENDA_TASK) == 0);
	CHECK(of(AGENDA_OF_DOSSIER, world_dossier(HIDDEN), LONG_AGO,
	    DAY * 9) == NULL);
	as("tom");
	CHECK(of(AGENDA_OF_TEAM, world_team("north"), LONG_AGO,
	    DAY * 9) == NULL);
}

static void
a_promise_is_there_until_it_is_kept(void)
{
	struct promise_new n = { .text = "The expertise", .medium = "phone",
	    .due = WORLD_NOW + 3 * DAY };
	struct promise_end kept = { .how = "mail" };
	struct dossier *d;
	struct promise *x;

	given();
	as("mia");
	CHECK(dossier_open(&cx, HIDDEN, LEVEL_WORK, &d) == OK);
	CHECK(promise_add(&cx, d, &n, &x) == OK);
	CHECK(how_many(of(AGENDA_OF_DOSSIER, d->id, 0, 9 * DAY),
	    AGENDA_PROMISE) == 1);
	CHECK(how_many(of(AGENDA_OF_TEAM, world_team("north"), 0, 9 * DAY),
	    AGENDA_PROMISE) == 1);
	CHECK(how_many(of(AGENDA_OF_DOSSIER, d->id, 0, 9 * DAY),
	    AGENDA_DATE) == 0);
	as("ben");
	CHECK(how_many(of(AGENDA_OF_TEAM, world_team("north"), 0, 9 * DAY),
	    AGENDA_PROMISE) == 0);
	as("mia");
	CHECK(promise_keep(&cx, d, x, &kept) == OK);
	CHECK(how_many(of(AGENDA_OF_DOSSIER, d->id, 0, 9 * DAY),
	    AGENDA_PROMISE) == 0);
}

static void
a_task_of_a_compartment_is_there_for_members(void)
{
	given();
	to_do("mia", ANKLE, "ben", DAY);
	CHECK(db_run(&cx, "UPDATE task SET compartment = 1") == OK);
	as("ben");
	CHECK(how_many(of_person("ben"), AGENDA_TASK) == 0);
	CHECK(db_run(&cx, "INSERT INTO viewer_compartment (viewer,"
	    " compartment, until, given) VALUES ($1, 1, 253402300799, 0)",
	    db_i(world_person("ben"))) == OK);
	CHECK(how_many(of_person("ben"), AGENDA_TASK) == 1);
}

static void
a_deadline_warns_before_it_is_due(void)
{
	struct deadline_new n = { .code = "", .title = "Answer" };
	const struct agenda_item *x;
	struct deadline *made;
	struct dossier *d;
	int64_t mia;

	n.rule = (struct deadline_rule){ .by = DEADLINE_BY_DAYS, .days = 20,
	    .date = "", .warn = 5 };
	given();
	as("mia");
	CHECK(dossier_open(&cx, ANKLE, LEVEL_WORK, &d) == OK);
	CHECK(deadline_add(&cx, d, &n, &made) == OK);
	mia = world_person("mia");
	x = of(AGENDA_OF_PERSON, mia, 0, 18 * DAY);
	CHECK(how_many(x, AGENDA_WARNING) == 1 &&
	    how_many(x, AGENDA_DEADLINE) == 0);
	x = of(AGENDA_OF_PERSON, mia, 0, 40 * DAY);
	CHECK(how_many(x, AGENDA_WARNING) == 1 &&
	    how_many(x, AGENDA_DEADLINE) == 1);
	x = of(AGENDA_OF_TEAM, world_team("north"), 0, 18 * DAY);
	CHECK(how_many(x, AGENDA_WARNING) == 1);
	/* its due is the case's next date, and told once */
	CHECK(how_many(of(AGENDA_OF_DOSSIER, world_dossier(ANKLE), 0,
	    40 * DAY), AGENDA_DATE) == 0);
}

static void
who_is_away_is_away_each_day_of_it(void)
{
	struct absence_new n = { .types = "", .note = "The keys" };
	struct absence *made;

	given();
	as("mia");
	n.person = world_person("mia");
	n.substitute = world_person("ben");
	n.begins = WORLD_NOW + DAY;
	n.ends = WORLD_NOW + 4 * DAY;
	CHECK(absence_add(&cx, &n, &made) == OK);
	as("sue");
	CHECK(of(AGENDA_OF_PERSON, n.person, 0, DAY) == NULL);
	CHECK(of(AGENDA_OF_PERSON, n.person, 2 * DAY, 3 * DAY) != NULL);
	CHECK(of(AGENDA_OF_PERSON, n.person, 4 * DAY, 5 * DAY) == NULL);
	CHECK(of(AGENDA_OF_TEAM, world_team("north"), 2 * DAY, 3 * DAY)
	    != NULL);
}

/* However a span is cut, the pieces hold what the whole holds. */
static void
the_days_of_a_month_make_the_month(void)
{
	const struct agenda_item *x;
	int i, n = 0, whole = 0;
	int64_t mia;

	given();
	for (i = 0; i < 30; i++)
		to_do("mia", i % 3 == 0 ? HIDDEN : ANKLE, "mia",
		    dice(30 * 86400));
	mia = world_person("mia");
	for (x = of(AGENDA_OF_PERSON, mia, 0, 30 * DAY); x != NULL;
	    x = x->next) {
		whole++;
		CHECK(x->next == NULL || x->from <= x->next->from);
	}
	for (i = 0; i < 30; i++)
		for (x = of(AGENDA_OF_PERSON, mia, i * DAY, (i + 1) * DAY);
		    x != NULL; x = x->next)
			n++;
	CHECK(n == 30 && whole == 30);
}

/* More than one statement asks for at once, and each gets its own. */
static void
words_are_looked_up_for_those_that_are_wanted(void)
{
	struct agenda_item *list, *x;
	const int n = 500;
	char title[20];
	int i;

	given();
	as("mia");
	for (i = 0; i < n; i++)
		CHECK(db_run(&cx, "INSERT INTO task (dossier, no, title, owner,"
		    " due, created) VALUES ($1, $2, $3, $4, $5, $now)",
		    db_i(world_dossier(i % 2 == 0 ? ANKLE : HIDDEN)),
		    db_i(5000 + i), db_t(arena_printf(cx.arena, "no %d", i)),
		    db_i(world_person("mia")),
		    db_i(WORLD_NOW + (i * 7 % n) * 60)) == OK);
	list = of(AGENDA_OF_PERSON, world_person("mia"), 0, n * 60);
	for (x = list; x != NULL; x = x->next) {
		CHECK_TEXT(x->title, "");
		x->wanted = (x->from - WORLD_NOW) / 60 % 3 != 0;
	}
	CHECK(agenda_fill(&cx, list) == OK);
	for (i = 0, x = list; x != NULL; x = x->next, i++) {
		snprintf(title, sizeof(title), "no %d", i * 143 % n);
		CHECK_TEXT(x->title, i % 3 == 0 ? "" : title);
		CHECK_TEXT(x->number, i % 3 == 0 ? "" :
		    i * 143 % 2 == 0 ? ANKLE : HIDDEN);
		CHECK(i % 3 == 0 || x->no == 5000 + i * 143 % n);
	}
	CHECK(i == n);
}

static void
one_kind_is_what_the_whole_holds_of_it(void)
{
	struct agenda_ask a = { AGENDA_OF_DOSSIER, 0, WORLD_NOW,
	    WORLD_NOW + 40 * DAY, 0 };
	struct promise_new n = { .text = "The expertise", .medium = "phone",
	    .due = WORLD_NOW + 3 * DAY };
	struct agenda_item *all, *some;
	struct dossier *d;
	struct promise *x;
	bool more;
	int kind;

	given();
	to_do("mia", ANKLE, "mia", DAY);
	CHECK(dossier_open(&cx, ANKLE, LEVEL_WORK, &d) == OK);
	CHECK(promise_add(&cx, d, &n, &x) == OK);
	a.id = d->id;
	CHECK(agenda_list(&cx, &a, &all, &more) == OK && all != NULL);
	for (kind = 0; kind < AGENDA_KINDS_N; kind++) {
		a.kinds = 1U << kind;
		CHECK(agenda_list(&cx, &a, &some, &more) == OK);
		CHECK(how_many(some, (enum agenda_kind)kind) ==
		    how_many(all, (enum agenda_kind)kind));
	}
}

static void
weeks_are_numbered_as_people_do(void)
{
	CHECK(date_week(date_days(2026, 11, 24)) == 48);
	CHECK(date_week(date_days(2027, 1, 1)) == 53);
	CHECK(date_week(date_days(2024, 12, 30)) == 1);
	CHECK(date_weekday_of(date_days(2026, 11, 24)) == 1);
	CHECK(date_weekday_of(date_days(1969, 12, 28)) == 6);
}

int
main(void)
{
	RUN(a_task_is_in_the_days_of_its_owner_and_of_nobody_else);
	RUN(the_ends_of_a_span_are_exact);
	RUN(what_one_may_not_see_is_in_nobodys_days);
	RUN(a_promise_is_there_until_it_is_kept);
	RUN(a_task_of_a_compartment_is_there_for_members);
	RUN(a_deadline_warns_before_it_is_due);
	RUN(who_is_away_is_away_each_day_of_it);
	RUN(the_days_of_a_month_make_the_month);
	RUN(words_are_looked_up_for_those_that_are_wanted);
	RUN(one_kind_is_what_the_whole_holds_of_it);
	RUN(weeks_are_numbered_as_people_do);
	return DONE;
}
