/* SPDX-License-Identifier: MIT */
/* Appointments: when they take place, who sees them, what they meet. */
#include <string.h>

#include "base/day.h"
#include "check.h"
#include "dice.h"
#include "domain/course/dossier_merge.h"
#include "domain/desk/agenda.h"
#include "domain/desk/appointment.h"
#include "domain/dossier/dossier.h"
#include "domain/people/absence.h"
#include "domain/spine/event.h"
#include "domain/story/undo_act.h"
#include "rules/time/ical.h"
#include "store/db.h"
#include "text/date.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define HIDDEN "C-2026-10000087"
#define FIRST date_days(2026, 11, 24)

static int64_t people[4];

static struct appointment_new
visit(const char *day, int begins, int ends, enum appointment_often often)
{
	struct appointment_new n = { .title = "Visit", .place = "Room 3",
	    .others = "", .note = "", .day = day, .last = "",
	    .begins = begins, .ends = ends,
	    .rule = { .often = often, .every = 1 }, .people = people,
	    .n = 1 };
	int64_t moment = 0;

	(void)date_start("UTC", day, &moment);
	n.rule.days = 1u << date_weekday_of(moment / DAY);
	return n;
}

static struct appointment *
enters(const char *login, const char *number, const char *with,
    const struct appointment_new *n)
{
	struct appointment *a = NULL;
	struct dossier *d = NULL;

	as(login);
	people[0] = world_person(with);
	if (number != NULL)
		CHECK(dossier_open(&cx, number, LEVEL_WORK, &d) == OK);
	return appointment_add(&cx, d, n, &a) == OK ? a : NULL;
}

static struct agenda_item *
days_of(const char *login)
{
	struct agenda_ask a = { AGENDA_OF_PERSON, world_person(login),
	    WORLD_NOW - DAY, WORLD_NOW + 40 * DAY };
	struct agenda_item *x;
	bool more;

	CHECK(agenda_list(&cx, &a, &x, &more) == OK && !more);
	while (x != NULL && x->kind != AGENDA_APPOINTMENT)
		x = x->next;
	return x;
}

static const char *
wall(int64_t moment)
{
	return date_text(cx.arena, "en", "Europe/Berlin", moment, moment,
	    DATE_INPUT);
}

static void
nine_stays_nine_when_the_clocks_change(void)
{
	struct appointment a = { .zone = "Europe/Berlin",
	    .day = date_days(2026, 10, 20), .minute = 540, .length = 60,
	    .repeats = "FREQ=DAILY;INTERVAL=1" };
	struct appointment_time *t;
	int n = 0;

	given();
	appointment_when_span(&a);
	CHECK(a.ends == APPOINTMENT_FOR_EVER);
	for (t = appointment_when(&cx, &a, a.begins, a.begins + 9 * DAY);
	    t != NULL; t = t->next, n++) {
		CHECK_TEXT(wall(t->begins) + 11, "09:00");
		CHECK_TEXT(wall(t->ends) + 11, "10:00");
	}
	CHECK(n == 9);
}

static void
rules_fall_on_the_days_that_people_mean(void)
{
	int64_t out[9];

	CHECK(ical_days("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", FIRST, FIRST,
	    FIRST + 20, out, 9) == 4 && out[1] == FIRST + 2 &&
	    out[2] == FIRST + 14 && out[3] == FIRST + 16);
	CHECK(ical_days("FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TU", FIRST - 7,
	    FIRST - 30, FIRST + 40, out, 9) > 0);
	/* a month without the day is left out */
	CHECK(ical_days("FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=31",
	    date_days(2026, 1, 31), 0, date_days(2026, 6, 1), out, 9) == 3);
	CHECK(ical_days("FREQ=DAILY;INTERVAL=1;COUNT=3", FIRST, FIRST + 1,
	    FIRST + 99, out, 9) == 2);
	CHECK(!ical_rule_ok("FREQ=SOMETIMES", FIRST));
	CHECK(!ical_rule_ok("", FIRST));
	CHECK(ical_last("FREQ=DAILY;INTERVAL=2;COUNT=4", FIRST, out) &&
	    out[0] == FIRST + 6);
	CHECK(!ical_last("FREQ=DAILY;INTERVAL=1", FIRST, out));
}

/* What is written is read again, and its words are of it. */
static void
a_rule_comes_back_as_it_was(void)
{
	struct appointment_rule r, back;
	const char *text;
	int i;

	given();
	for (i = 0; i < 500; i++) {
		r = (struct appointment_rule){ .every = 1 + dice(98),
		    .often = (enum appointment_often)(1 + dice(4)) };
		if (r.often == APPOINTMENT_WEEKLY)
			r.days = 1u + (unsigned int)dice(127);
		if (dice(3) == 0)
			r.count = 1 + dice(900);
		else if (dice(2) == 0) {
			r.ends = true;
			r.until = FIRST + dice(9000);
		}
		text = appointment_rule_write(&cx, &r, FIRST);
		appointment_rule_read(text, &back);
		CHECK(memcmp(&r.every, &back.every, sizeof(r.every)) == 0 &&
		    r.often == back.often && r.days == back.days &&
		    r.count == back.count && r.ends == back.ends &&
		    r.until == back.until);
		CHECK(r.often == APPOINTMENT_WEEKLY ||
		    ical_rule_ok(text, FIRST));
	}
}

static void
one_time_is_moved_and_another_left_out(void)
{
	struct appointment_new n = visit("2026-11-24", 540, 600,
	    APPOINTMENT_WEEKLY);
	struct appointment_time *t;
	struct appointment *a;
	struct dossier *d;

	given();
	CHECK((a = enters("mia", ANKLE, "mia", &n)) != NULL);
	CHECK(appointment_open(&cx, a->number, LEVEL_WORK, &a, &d) == OK);
	CHECK(appointment_skip(&cx, d, a, FIRST + 7, "Holiday") == OK);
	CHECK(appointment_move(&cx, d, a, FIRST + 14, "2026-12-09", 600, 660,
	    "") == OK);
	CHECK(appointment_skip(&cx, d, a, FIRST + 1, "") == ERR_MISSING);
	CHECK(appointment_open(&cx, a->number, LEVEL_READ, &a, &d) == OK);
	t = appointment_when(&cx, a, WORLD_NOW - DAY, WORLD_NOW + 22 * DAY);
	CHECK(t != NULL && t->day == FIRST);
	t = t->next;
	CHECK(t != NULL && t->moved &&
	    strcmp(date_text(cx.arena, "en", a->zone, t->begins, 0,
	    DATE_INPUT), "2026-12-09T10:00") == 0);
	t = t->next;
	CHECK(t != NULL && t->day == FIRST + 21 && t->next == NULL);
	CHECK(world_int("SELECT count(*) FROM event WHERE kind IN"
	    " ('appointment.added', 'appointment.skipped',"
	    " 'appointment.moved')") == 3);
}

static void
others_learn_that_the_time_is_taken_and_nothing_else(void)
{
	struct appointment_new n = visit("2026-11-25", 540, 600,
	    APPOINTMENT_ONCE);
	struct appointment *a, *found;
	struct dossier *d;
	struct agenda_item *x;

	given();
	CHECK((a = enters("mia", HIDDEN, "mia", &n)) != NULL);
	x = days_of("mia");
	CHECK(x != NULL && strcmp(x->title, "Visit") == 0);
	as("ben");
	x = days_of("mia");
	CHECK(x != NULL && x->title[0] == '\0' && x->number[0] == '\0' &&
	    x->place[0] == '\0' && x->appointment[0] == '\0');
	CHECK(appointment_open(&cx, a->number, LEVEL_READ, &found, &d) ==
	    ERR_MISSING);
	/* nobody's case: who takes part reads it, and only its owner acts */
	CHECK((a = enters("tom", NULL, "sue", &n)) != NULL);
	as("sue");
	CHECK(appointment_open(&cx, a->number, LEVEL_READ, &found, &d) == OK);
	CHECK(appointment_open(&cx, a->number, LEVEL_WORK, &found, &d) ==
	    ERR_MISSING);
	as("ben");
	CHECK(appointment_open(&cx, a->number, LEVEL_READ, &found, &d) ==
	    ERR_MISSING);
	/* and no log says what it is */
	CHECK(world_int("SELECT count(*) FROM event e JOIN event_body b"
	    " ON b.event = e.id WHERE e.kind = 'appointment.added'"
	    " AND e.dossier IS NULL") == 1);
}

static void
what_meets_is_said(void)
{
	struct appointment_new n = visit("2026-11-25", 540, 600,
	    APPOINTMENT_ONCE);
	struct absence_new off = { .types = "", .note = "" };
	struct appointment_clash *c;
	struct appointment *a;
	struct absence *away;

	given();
	CHECK((a = enters("mia", ANKLE, "ben", &n)) != NULL);
	CHECK(appointment_beside(&cx, NULL, a, &c) == OK && c == NULL);
	n.begins = 570;
	n.ends = 630;
	CHECK((a = enters("mia", ANKLE, "ben", &n)) != NULL);
	CHECK(appointment_beside(&cx, NULL, a, &c) == OK && c != NULL &&
	    strcmp(c->title, "Visit") == 0 && c->why == APPOINTMENT_BUSY);
	CHECK(days_of("ben")->clash != NULL);
	/* one ends when the next begins */
	n.begins = 630;
	n.ends = 660;
	CHECK((a = enters("mia", ANKLE, "ben", &n)) != NULL);
	CHECK(appointment_beside(&cx, NULL, a, &c) == OK && c == NULL);
	as("ben");
	off.person = world_person("ben");
	off.substitute = world_person("mia");
	off.begins = WORLD_NOW + DAY - DAY / 2;
	off.ends = WORLD_NOW + 2 * DAY;
	CHECK(absence_add(&cx, &off, &away) == OK);
	as("mia");
	CHECK(appointment_beside(&cx, NULL, a, &c) == OK && c != NULL &&
	    c->why == APPOINTMENT_AWAY);
	n = visit("2026-11-29", 540, 600, APPOINTMENT_ONCE);
	CHECK((a = enters("mia", ANKLE, "mia", &n)) != NULL);
	CHECK(appointment_beside(&cx, NULL, a, &c) == OK && c != NULL &&
	    c->why == APPOINTMENT_CLOSED);
}

static void
each_of_two_who_meet_twice_is_told(void)
{
	struct appointment_new n = visit("2026-11-25", 540, 600,
	    APPOINTMENT_ONCE);
	struct appointment_clash *c;
	struct appointment *a;

	given();
	people[1] = world_person("sue");
	n.n = 2;
	CHECK(enters("mia", NULL, "ben", &n) != NULL);
	CHECK((a = enters("tom", NULL, "ben", &n)) != NULL);
	CHECK(appointment_beside(&cx, NULL, a, &c) == OK && c != NULL &&
	    c->title[0] == '\0' && c->next != NULL &&
	    strcmp(c->person, c->next->person) != 0 &&
	    c->next->next == NULL);
}

static enum err
undone(void)
{
	struct undo_act *u;

	CHECK(undo_act_list(&cx, 1, &u) == OK && u != NULL);
	CHECK(undo_act_open(&cx, u->number, &u) == OK);
	return undo_back(&cx, u, false, "");
}

static void
each_act_is_taken_back(void)
{
	struct appointment_new n = visit("2026-11-24", 540, 600,
	    APPOINTMENT_WEEKLY);
	struct appointment *a;
	struct dossier *d;

	given();
	CHECK((a = enters("mia", ANKLE, "mia", &n)) != NULL);
	cx.act = NULL;
	CHECK(appointment_open(&cx, a->number, LEVEL_WORK, &a, &d) == OK);
	CHECK(appointment_cancel(&cx, d, a, "Ill") == OK);
	CHECK(days_of("mia") == NULL);
	cx.act = NULL;
	CHECK(undone() == OK);
	CHECK(days_of("mia") != NULL);
	cx.act = NULL;
	CHECK(appointment_open(&cx, a->number, LEVEL_WORK, &a, &d) == OK);
	CHECK(appointment_skip(&cx, d, a, FIRST + 7, "") == OK);
	cx.act = NULL;
	CHECK(undone() == OK);
	CHECK(world_int("SELECT count(*) FROM appointment_except") == 0);
}

static void
it_goes_along_with_a_merge_and_comes_back(void)
{
	struct appointment_new n = visit("2026-11-25", 540, 600,
	    APPOINTMENT_WEEKLY);
	struct dossier *from, *into;
	struct appointment *a;

	given();
	CHECK((a = enters("mia", ANKLE, "ben", &n)) != NULL);
	cx.act = NULL;
	CHECK(dossier_open(&cx, ANKLE, LEVEL_WORK, &from) == OK);
	CHECK(dossier_open(&cx, HIDDEN, LEVEL_WORK, &into) == OK);
	CHECK(dossier_merge(&cx, from, into, "The same") == OK);
	CHECK(appointment_open(&cx, a->number, LEVEL_WORK, &a, &from) == OK);
	CHECK(from != NULL && from->id == into->id && a->people != NULL);
	cx.act = NULL;
	CHECK(undone() == OK);
	CHECK(appointment_open(&cx, a->number, LEVEL_WORK, &a, &from) == OK);
	CHECK(from != NULL && from->id != into->id && a->people != NULL);
}

static void
what_cannot_be_is_refused_by_its_field(void)
{
	struct appointment_new n = visit("2026-11-24", 600, 540,
	    APPOINTMENT_ONCE);

	given();
	CHECK(enters("mia", ANKLE, "mia", &n) == NULL &&
	    strcmp(cx.mistakes->field, "ends") == 0);
	cx.mistakes = NULL;
	n = visit("2026-11-24", 540, 600, APPOINTMENT_WEEKLY);
	n.rule.days = 1;
	CHECK(enters("mia", ANKLE, "mia", &n) == NULL &&
	    strcmp(cx.mistakes->field, "days") == 0);
	cx.mistakes = NULL;
	n = visit("soon", 540, 600, APPOINTMENT_ONCE);
	CHECK(enters("mia", ANKLE, "mia", &n) == NULL &&
	    strcmp(cx.mistakes->field, "day") == 0);
	cx.mistakes = NULL;
	n = visit("2026-11-24", 540, 600, APPOINTMENT_ONCE);
	CHECK(enters("mia", ANKLE, "eve", &n) == NULL &&
	    strcmp(cx.mistakes->field, "people") == 0);
	/* without times it takes days */
	n = visit("2026-11-24", -1, -1, APPOINTMENT_ONCE);
	n.last = "2026-11-26";
	CHECK(enters("mia", ANKLE, "mia", &n) != NULL);
	CHECK(days_of("mia")->until - days_of("mia")->from == 3 * DAY);
}

int
main(void)
{
	RUN(nine_stays_nine_when_the_clocks_change);
	RUN(rules_fall_on_the_days_that_people_mean);
	RUN(a_rule_comes_back_as_it_was);
	RUN(one_time_is_moved_and_another_left_out);
	RUN(others_learn_that_the_time_is_taken_and_nothing_else);
	RUN(what_meets_is_said);
	RUN(each_of_two_who_meet_twice_is_told);
	RUN(each_act_is_taken_back);
	RUN(it_goes_along_with_a_merge_and_comes_back);
	RUN(what_cannot_be_is_refused_by_its_field);
	return DONE;
}
