/* SPDX-License-Identifier: MIT */
/* Who stands in holds what the absent person holds on what is theirs; never
 * more, nothing behind a wall, no signature, and only meanwhile. */
#include "base/config.h"
#include "base/day.h"
#include "check.h"
#include "dice.h"
#include "domain/course/approval.h"
#include "domain/course/assign.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/people/absence.h"
#include "domain/people/access.h"
#include "domain/spine/event.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "world.h"
#include "world_store.h"

#define PERMIT "P-2026-10000095"
#define ANKLE "C-2026-10000061"

/* Signs in as the programs do: with whom they stand in for. */
static void
in(const char *login)
{
	as(login);
	CHECK(access_enter(&cx, world_person(login)) == OK);
}

static struct dossier *
sees(const char *login, const char *number)
{
	struct dossier *d;

	in(login);
	return dossier_open(&cx, number, LEVEL_READ, &d) == OK ? d : NULL;
}

static struct absence *
away(const char *who, const char *substitute, int64_t from, int64_t days,
    const char *types)
{
	struct absence_new n = { .person = world_person(who),
	    .substitute = world_person(substitute), .begins = cx.now + from,
	    .ends = cx.now + from + days * DAY, .types = types,
	    .note = "" };
	struct absence *x = NULL;

	in(who);
	return absence_add(&cx, &n, &x) == OK ? x : NULL;
}

static int64_t
grants(void)
{
	return world_int("SELECT count(*) FROM viewer_grant"
	    " WHERE for_whom IS NOT NULL");
}

static void
a_substitute_works_on_what_is_theirs_and_it_is_kept_for_whom(void)
{
	struct dossier *d;

	given();
	CHECK(sees("ben", PERMIT) == NULL);
	CHECK(away("tom", "ben", 0, 3, "") != NULL);
	CHECK((d = sees("ben", PERMIT)) != NULL && d->level == LEVEL_MANAGE);
	CHECK(absence_own(d) == LEVEL_NONE &&
	    d->for_whom == world_person("tom"));
	CHECK(dossier_note(&cx, d, "Called them back.") == OK);
	CHECK(world_int("SELECT for_whom FROM event ORDER BY id DESC"
	    " LIMIT 1") == world_person("tom"));
	CHECK(world_int("SELECT actor FROM event ORDER BY id DESC LIMIT 1")
	    == world_person("ben"));
	later(3 * DAY);		/* the clock has not run yet */
	CHECK(sees("ben", PERMIT) == NULL);
	CHECK(absence_follow_all(&cx) == OK && grants() == 0);
}

static void
what_a_substitute_reads_is_kept_for_whom(void)
{
	static struct config conf = { .log_reads = "all",
	    .mail_from = "", .timezone = "Europe/Berlin" };

	given();
	cx.conf = &conf;
	CHECK(away("tom", "ben", 0, 3, "") != NULL);
	cx.reading = "/dossiers/{number}";
	CHECK(sees("ben", PERMIT) != NULL && cx.looks != NULL);
	CHECK(cx.looks->for_whom == world_person("tom"));
}

static void
it_begins_and_ends_with_the_absence(void)
{
	struct absence *x;

	given();
	x = away("tom", "ben", DAY, 3, "");
	CHECK(x != NULL && sees("ben", PERMIT) == NULL);
	later(DAY);
	CHECK(absence_follow_all(&cx) == OK);
	CHECK(sees("ben", PERMIT) != NULL && cx.standing != NULL);
	in("tom");
	CHECK(absence_end(&cx, x) == OK);
	CHECK(sees("ben", PERMIT) == NULL && cx.standing == NULL);
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE kind IN ('absence.entered', 'absence.ended')") == 2);
}

static void
only_of_the_types_that_were_chosen(void)
{
	given();
	CHECK(away("tom", "ben", 0, 3, "complaint") != NULL);
	CHECK(sees("ben", PERMIT) == NULL);
	CHECK(away("tom", "ben", 0, 3, "permit") != NULL);
	CHECK(sees("ben", PERMIT) != NULL);
	CHECK(away("tom", "sue", 0, 3, "permit") == NULL);
	CHECK(away("tom", "sue", 0, 3, "") == NULL);
}

/* One may begin at the moment when another ends, and each has a moment. */
static void
absences_may_touch_and_have_to_last(void)
{
	struct absence *first, *x;

	given();
	CHECK(away("tom", "ben", DAY, 0, "") == NULL);
	CHECK(away("tom", "eve", DAY, 1, "") == NULL);	/* no role */
	CHECK((first = away("tom", "ben", DAY, 2, "")) != NULL);
	CHECK(away("tom", "sue", 2 * DAY, 2, "") == NULL);
	CHECK(away("tom", "sue", 0, 2, "") == NULL);
	CHECK(away("tom", "sue", 3 * DAY, 1, "") != NULL);
	CHECK(away("tom", "sue", 0, 1, "") != NULL);
	CHECK(absence_chain(&cx, first, &x) == OK && x == NULL);
	CHECK(away("ben", "mia", 3 * DAY, 1, "") != NULL);
	CHECK(absence_chain(&cx, away("ben", "mia", 0, 1, ""), &x) == OK &&
	    x == NULL);
	CHECK(absence_chain(&cx, away("ben", "mia", 2 * DAY, 1, ""), &x)
	    == OK && x != NULL && x->id == first->id);
	CHECK(away("tom", "ben", 100 * DAY, 366, "") != NULL);
	CHECK(away("tom", "ben", 500 * DAY, 367, "") == NULL);
}

static int
acts(const char *who, const struct absence *x)
{
	struct absence_act *a;
	int n = 0;

	in(who);
	CHECK(absence_acts(&cx, x, 50, &a) == OK);
	for (; a != NULL; a = a->next, n++) {
		CHECK_TEXT(a->event.for_whom, "Tom Rossi");
		CHECK(a->next == NULL ||
		    a->next->event.recorded <= a->event.recorded);
	}
	return n;
}

/* Only acts, only of that time, and only on what the reader sees now. */
static void
who_comes_back_reads_what_was_done_for_them(void)
{
	struct absence *x;

	given();
	CHECK((x = away("tom", "ben", 0, 3, "")) != NULL);
	CHECK(acts("tom", x) == 0);
	CHECK(dossier_note(&cx, sees("ben", PERMIT), "Called.") == OK);
	later(DAY);
	CHECK(dossier_note(&cx, sees("ben", PERMIT), "Again.") == OK);
	/* her own work is not for him */
	CHECK(dossier_note(&cx, sees("ben", ANKLE), "Mine.") == OK);
	CHECK(dossier_note(&cx, sees("tom", PERMIT), "Thanks.") == OK);
	CHECK(acts("tom", x) == 2);
	later(60);
	CHECK(absence_end(&cx, x) == OK);
	CHECK(absence_open(&cx, x->number, &x) == OK && x->ends == cx.now);
	later(60);
	CHECK(acts("tom", x) == 2);
	x->begins = x->ends;
	CHECK(acts("tom", x) == 0);
	x->begins -= 3600;
	CHECK(acts("tom", x) == 1);
	x->begins -= DAY;
	CHECK(acts("tom", x) == 2);
	CHECK(acts("sue", x) == 0);
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES ($1, $2)", db_i(world_person("tom")),
	    db_i(world_dossier(PERMIT))) == OK);
	CHECK(acts("tom", x) == 0);
}

static void
no_more_than_the_absent_person_has(void)
{
	struct dossier *d;

	given();
	CHECK(away("tom", "ben", 0, 3, "") != NULL);
	CHECK(db_run(&cx, "UPDATE viewer_scope SET level = 3"
	    " WHERE viewer = $1", db_i(world_person("tom"))) == OK);
	CHECK(absence_follow_all(&cx) == OK);
	CHECK((d = sees("ben", PERMIT)) != NULL && d->level == LEVEL_WORK);
	CHECK(db_run(&cx, "UPDATE staff SET enabled = 0 WHERE person = $1",
	    db_i(world_person("tom"))) == OK);
	CHECK(absence_follow_all(&cx) == OK);
	CHECK(sees("ben", PERMIT) == NULL);
}

static void
a_wall_beats_it(void)
{
	static const char wall[] =
	    "INSERT INTO viewer_wall (viewer, dossier) VALUES ($1, $2)";

	given();
	CHECK(away("tom", "ben", 0, 3, "") != NULL);
	CHECK(db_run(&cx, wall, db_i(world_person("ben")),
	    db_i(world_dossier(PERMIT))) == OK);
	CHECK(sees("ben", PERMIT) == NULL);
	given();
	CHECK(away("tom", "ben", 0, 3, "") != NULL);
	CHECK(db_run(&cx, wall, db_i(world_person("tom")),
	    db_i(world_dossier(PERMIT))) == OK);
	CHECK(absence_follow_all(&cx) == OK);
	CHECK(sees("ben", PERMIT) == NULL);
}

static void
there_are_no_chains(void)
{
	struct absence *x, *chain;

	given();
	CHECK(away("tom", "ben", 0, 3, "") != NULL);
	/* who is chosen while away is refused by name */
	CHECK(away("sue", "tom", DAY, 1, "") == NULL);
	CHECK_TEXT(cx.mistakes->field, "substitute");
	cx.mistakes = NULL;
	/* who goes away later is told whom they leave alone */
	x = away("ben", "sue", DAY, 1, "");
	CHECK(x != NULL && absence_chain(&cx, x, &chain) == OK &&
	    chain != NULL);
	later(DAY);
	CHECK(absence_follow_all(&cx) == OK);
	CHECK(sees("ben", PERMIT) != NULL && sees("sue", PERMIT) == NULL);
}

/* Who stands in for a substitute gets what that one holds themselves. */
static void
what_is_borrowed_is_not_lent_on(void)
{
	struct task_new n = { .title = "Call the builder" };
	struct dossier *d;
	struct task *t;

	given();
	n.owner = world_person("ben");
	d = opened_as("tom", PERMIT);
	CHECK(task_add(&cx, d, &n, &t) == OK);
	CHECK(away("tom", "ben", 0, 3, "") != NULL);
	CHECK((d = sees("ben", PERMIT)) != NULL && d->level == LEVEL_MANAGE);
	CHECK(away("ben", "sue", 0, 2, "") != NULL);
	CHECK(absence_follow_all(&cx) == OK);
	CHECK((d = sees("sue", PERMIT)) != NULL && d->level == LEVEL_WORK);
}

static void
what_the_substitute_has_themselves_comes_back(void)
{
	struct dossier *d;

	given();
	d = opened_as("tom", PERMIT);
	CHECK(access_grant(&cx, d, world_person("ben"), LEVEL_READ,
	    0, "Look at it.") == OK);
	CHECK(away("tom", "ben", 0, 3, "") != NULL);
	CHECK((d = sees("ben", PERMIT)) != NULL &&
	    d->level == LEVEL_MANAGE && absence_own(d) == LEVEL_READ);
	/* given more meanwhile: that is theirs, the rest is borrowed */
	d = opened_as("tom", PERMIT);
	CHECK(access_grant(&cx, d, world_person("ben"), LEVEL_WORK,
	    0, "Work on it.") == OK);
	CHECK((d = sees("ben", PERMIT)) != NULL &&
	    d->level == LEVEL_MANAGE && absence_own(d) == LEVEL_WORK);
	later(3 * DAY);
	CHECK(absence_follow_all(&cx) == OK);
	CHECK((d = sees("ben", PERMIT)) != NULL && d->level == LEVEL_WORK);
}

static void
nobody_makes_it_a_right_of_their_own(void)
{
	struct dossier *d;
	struct task_new n = { .title = "Measure the balcony" };
	struct task *t;

	given();
	n.team = world_team("south");
	d = opened_as("tom", PERMIT);
	CHECK(task_add(&cx, d, &n, &t) == OK);
	CHECK(away("tom", "ben", 0, 3, "") != NULL);
	d = sees("ben", PERMIT);
	CHECK(access_grant(&cx, d, world_person("ben"), LEVEL_MANAGE, 0,
	    "For me.") == ERR_INVALID);
	CHECK(dossier_hand_over(&cx, d, 0, world_person("ben"), "Mine.")
	    == ERR_INVALID);
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(task_claim(&cx, d, t) == ERR_INVALID);
	CHECK(access_restrict(&cx, d, true, "Secret.") == ERR_FORBIDDEN);
	CHECK(world_int("SELECT count(*) FROM viewer_grant"
	    " WHERE for_whom IS NULL AND dossier = 4") == 0);
}

static void
a_task_of_the_absent_is_done_for_them(void)
{
	struct task_new n = { .title = "Call the builder" };
	struct task_page page;
	struct dossier *d;
	struct task *t;

	given();
	n.owner = world_person("tom");
	d = opened_as("tom", PERMIT);
	CHECK(task_add(&cx, d, &n, &t) == OK);
	CHECK(away("tom", "ben", 0, 3, "") != NULL);
	in("ben");
	CHECK(task_list(&cx, TASK_STOOD, "", 10, &page) == OK &&
	    page.count == 1 && page.tasks != NULL);
	CHECK_TEXT(page.tasks->owner_name, "Tom Rossi");
	d = sees("ben", PERMIT);
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(task_done(&cx, d, t, "They come on Friday.") == OK);
	CHECK(world_int("SELECT for_whom FROM event"
	    " WHERE kind = 'task.done'") == world_person("tom"));
	in("ben");
	CHECK(task_list(&cx, TASK_STOOD, "", 10, &page) == OK &&
	    page.count == 0 && page.tasks == NULL);
}

static void
work_that_is_handed_on_goes_out_of_sight_at_once(void)
{
	struct dossier *d;

	given();
	CHECK(away("tom", "ben", 0, 3, "") != NULL);
	CHECK(sees("ben", PERMIT) != NULL);
	d = opened_as("tom", PERMIT);
	CHECK(dossier_hand_over(&cx, d, 0, 0, "Nobody leads it.") == OK);
	CHECK(sees("ben", PERMIT) == NULL && grants() == 0);
}

static void
rules_choose_nobody_who_is_away(void)
{
	static const struct assign_question anybody = { .skill = "",
	    .decision = "", .field = "" };
	const struct assign_candidate *c;
	struct dossier *d;
	struct assign a;

	given();
	CHECK(away("ben", "sue", 0, 3, "") != NULL);
	d = opened_as("mia", ANKLE);
	CHECK(assign_look(&cx, d, 1, &anybody, &a) == OK);
	CHECK(a.chosen != NULL && a.chosen->person != world_person("ben"));
	for (c = a.candidates; c != NULL &&
	    c->person != world_person("ben"); c = c->next)
		;
	CHECK(c != NULL);
	CHECK_TEXT(c->why_not, "away");
	CHECK_TEXT(assign_words_not(&cx, &a, c), "is away");
	/* whom a substitute could only reach by standing in is not asked */
	CHECK(away("mia", "tom", 0, 3, "") != NULL);
	d = opened_as("mia", ANKLE);
	CHECK(assign_look(&cx, d, 1, &anybody, &a) == OK);
	for (c = a.candidates; c != NULL; c = c->next)
		CHECK(c->person != world_person("tom"));
}

/* What everybody must hold, said without the statements of the store. */
static int people[] = { 1, 2, 3, 4, 5 };
#define PEOPLE 5
#define FIRST 1
#define LAST 5	/* rows of dossiers */

static int
own_of(int64_t who, int64_t dossier)
{
	struct dossier d = { .id = dossier };
	struct store_dossier_held h;

	CHECK(store_dossier_held(&cx, &d, who, &h) == OK);
	return h.walled ? 0 : (int)h.own;
}

static int
borrowed(int64_t who, int64_t dossier)
{
	int most = 0, has, i;

	for (i = 0; i < PEOPLE; i++) {
		if (world_int(arena_printf(cx.arena, "SELECT count(*)"
		    " FROM absence a JOIN dossier d ON d.id = %d"
		    " WHERE a.substitute = %d AND a.person = %d"
		    "   AND a.begins <= %lld AND a.ends > %lld"
		    "   AND ((d.lead = a.person AND d.status <> 'closed') OR"
		    "    EXISTS (SELECT 1 FROM task t WHERE t.dossier = d.id"
		    "      AND t.owner = a.person AND t.done IS NULL))",
		    (int)dossier, (int)who, people[i], (long long)cx.now,
		    (long long)cx.now)) == 0)
			continue;
		has = own_of(people[i], dossier);
		if (has > most)
			most = has;
	}
	return most >= 2 ? most : 0;
}

static void
compare(int *differ)
{
	struct store_dossier_held h;
	struct dossier d = { 0 };
	int i, must, more;

	for (i = 0; i < PEOPLE; i++)
		for (d.id = FIRST; d.id <= LAST; d.id++) {
			must = own_of(people[i], d.id);
			more = borrowed(people[i], d.id);
			if (more > must)
				must = more;
			CHECK(store_dossier_held(&cx, &d, people[i], &h)
			    == OK);
			*differ += !h.walled && (int)h.level != must;
		}
}

static void
random_act(void)
{
	static const char *const logins[] = { "mia", "ben", "sue", "tom",
	    "zoe" };
	static const char *const numbers[] = { ANKLE, "C-2026-10000079",
	    "C-2026-10000087", PERMIT, "C-2026-10000102" };
	const char *who = logins[dice(5)], *whom = logins[dice(5)];
	struct dossier *d = sees(who, numbers[dice(5)]);
	struct task_new n = { .title = "Do it" };
	struct absence *list;
	struct task *t;

	cx.mistakes = NULL;
	n.owner = world_person(whom);
	switch (dice(9)) {
	case 0:
	case 1:
		away(who, whom, dice(3) * 3600, 1 + dice(3), "");
		break;
	case 2:
		if (absence_list(&cx, ABSENCE_MINE, &list) == OK &&
		    list != NULL)
			absence_end(&cx, list);
		break;
	case 3:
		if (d != NULL)
			dossier_hand_over(&cx, d, 0, n.owner, "So.");
		break;
	case 4:
		if (d != NULL)
			task_add(&cx, d, &n, &t);
		break;
	case 5:
		if (d != NULL)
			access_grant(&cx, d, n.owner, (enum level)
			    (2 + dice(4)), dice(2) == 0 ? 0 : cx.now + 7200,
			    "So.");
		break;
	case 6:
		if (d != NULL)
			access_revoke(&cx, d, n.owner, "So.");
		break;
	case 7:
		if (d != NULL)
			access_restrict(&cx, d, !d->restricted, "So.");
		break;
	case 8:
		later(dice(6) * 3600);
		CHECK(absence_follow_all(&cx) == OK);
	}
}

static void
after_any_acts_everybody_holds_what_they_must(void)
{
	/* PostgreSQL shall show that its statements mean the same. */
	const uint64_t games = world_store_pgsql() ? 2 : 8;
	int differ = 0, i;

	for (dice_seed = 1; dice_seed <= games; dice_seed++) {
		uint64_t seed = dice_seed;

		given();
		for (i = 0; i < 60; i++) {
			random_act();
			cx.mistakes = NULL;
			compare(&differ);
		}
		dice_seed = seed;
	}
	CHECK(differ == 0);
	CHECK(world_int("SELECT count(*) FROM absence") > 0);
}

int
main(void)
{
	RUN(a_substitute_works_on_what_is_theirs_and_it_is_kept_for_whom);
	RUN(what_a_substitute_reads_is_kept_for_whom);
	RUN(it_begins_and_ends_with_the_absence);
	RUN(only_of_the_types_that_were_chosen);
	RUN(absences_may_touch_and_have_to_last);
	RUN(who_comes_back_reads_what_was_done_for_them);
	RUN(no_more_than_the_absent_person_has);
	RUN(a_wall_beats_it);
	RUN(there_are_no_chains);
	RUN(what_is_borrowed_is_not_lent_on);
	RUN(what_the_substitute_has_themselves_comes_back);
	RUN(nobody_makes_it_a_right_of_their_own);
	RUN(a_task_of_the_absent_is_done_for_them);
	RUN(work_that_is_handed_on_goes_out_of_sight_at_once);
	RUN(rules_choose_nobody_who_is_away);
	RUN(after_any_acts_everybody_holds_what_they_must);
	return DONE;
}
