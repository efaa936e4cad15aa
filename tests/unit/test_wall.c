/* SPDX-License-Identifier: MIT */
/* A wall beats every right, acts at once, and goes with the parties. */
#include <string.h>

#include "base/count.h"
#include "base/day.h"
#include "check.h"
#include "dice.h"
#include "domain/course/dossier_load.h"
#include "domain/course/dossier_merge.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/glass.h"
#include "domain/dossier/party.h"
#include "domain/people/access.h"
#include "domain/people/person.h"
#include "domain/people/wall.h"
#include "domain/story/undo_act.h"
#include "seen.h"
#include "store/db.h"
#include "world.h"

#define ANKLE "C-2026-10000061"
#define TRAY "C-2026-10000079"
#define CUSTOMER "P-20000001"
#define COMPANY "P-20000002"

static bool
sees(const char *login, const char *number)
{
	struct dossier *d;

	as(login);
	return dossier_open(&cx, number, LEVEL_EXISTS, &d) == OK;
}

/* By the auditor: "" no person, dossier or party. */
static enum err
set(const char *login, const char *label, const char *dossier,
    const char *party, int64_t begins, int64_t ends, struct wall **out)
{
	struct wall_new n = { .label = label, .reason = "Her brother is",
	    .begins = begins, .ends = ends };

	as("zoe");
	n.staff = login[0] == '\0' ? 0 : world_person(login);
	n.party = party[0] == '\0' ? 0 : world_customer(party);
	if (dossier[0] != '\0')
		n.d = opened_as("zoe", dossier);
	return wall_set(&cx, &n, out);
}

static void
a_wall_around_a_case_beats_every_right(void)
{
	struct dossier *d;
	struct wall *w;

	given();
	CHECK(sees("ben", ANKLE) && sees("mia", ANKLE));
	CHECK(set("ben", "", ANKLE, "", 0, 0, &w) == OK);
	CHECK(!sees("ben", ANKLE) && sees("ben", TRAY) && sees("mia", ANKLE));
	d = opened_as("mia", ANKLE);
	CHECK(access_grant(&cx, d, world_person("ben"), LEVEL_WORK, 0,
	    "He helps") == ERR_INVALID);
	as("ben");
	CHECK(glass_break(&cx, ANKLE, "danger", "The hospital called me at "
	    "night", &d) == ERR_INVALID);
	/* its lead too: the case stays hers until it is handed on */
	CHECK(set("mia", "", ANKLE, "", 0, 0, &w) == OK);
	CHECK(!sees("mia", ANKLE));
	CHECK(world_int("SELECT count(*) FROM event WHERE kind = 'wall.set'"
	    " AND dossier IS NOT NULL") == 2);
}

static void
a_wall_to_a_party_covers_each_case_of_theirs(void)
{
	struct dossier *d;
	struct person *p;
	struct wall *w;

	given();
	CHECK(set("sue", "", "", CUSTOMER, 0, 0, &w) == OK);
	CHECK(!sees("sue", ANKLE) && sees("sue", TRAY));
	d = opened_as("mia", TRAY);
	CHECK(party_add(&cx, d, world_customer(CUSTOMER), "requester") == OK);
	CHECK(!sees("sue", TRAY) && sees("ben", TRAY));
	/* a role that ended counts as well */
	d = opened_as("mia", TRAY);
	CHECK(dossier_load(&cx, d) == OK);
	CHECK(party_end(&cx, d, d->parties->no, "Wrong") == OK);
	CHECK(!sees("sue", TRAY));
	/* the other record of the same human does too */
	CHECK(set("ben", "", "", COMPANY, 0, 0, &w) == OK);
	as("mia");
	CHECK(person_open(&cx, COMPANY, &p) == OK);
	CHECK(sees("ben", ANKLE));
	CHECK(world_int("SELECT count(*) FROM event WHERE kind = 'wall.set'"
	    " AND topic = 'rights'") == 2);
}

static void
the_undone_role_takes_its_wall_along(void)
{
	struct undo_act *a = NULL;
	const char *act;
	struct wall *w;

	given();
	CHECK(set("sue", "", "", CUSTOMER, 0, 0, &w) == OK);
	as("mia");
	CHECK(party_add(&cx, opened_as("mia", TRAY),
	    world_customer(CUSTOMER), "requester") == OK);
	act = cx.act->number;
	CHECK(!sees("sue", TRAY));
	as("mia");
	CHECK(undo_act_open(&cx, act, &a) == OK);
	CHECK(undo_back(&cx, a, false, "A slip") == OK);
	CHECK(sees("sue", TRAY) && !sees("sue", ANKLE));
}

static void
a_group_is_kept_out_as_it_is_today(void)
{
	struct wall *w;
	const char *label;
	struct db_rows q;

	given();
	db_query(&cx, &q, "SELECT label FROM staff_role WHERE person = $1",
	    db_i(world_person("ben")));
	CHECK(db_row(&q));
	label = db_text(&q);
	CHECK(db_end(&q) == OK);
	CHECK(set("", label, ANKLE, "", 0, 0, &w) == OK);
	CHECK(!sees("ben", ANKLE) && sees("mia", ANKLE));
	CHECK(set("", "nobody's", ANKLE, "", 0, 0, &w) == ERR_INVALID);
	CHECK(set("ben", label, ANKLE, "", 0, 0, &w) == ERR_INVALID);
}

static void
it_begins_and_ends_by_itself(void)
{
	struct wall *w;

	given();
	CHECK(set("ben", "", ANKLE, "", cx.now + DAY, cx.now + 2 * DAY,
	    &w) == OK);
	CHECK(sees("ben", ANKLE));
	later(DAY);
	CHECK(wall_follow(&cx, cx.now - 60) == OK);
	CHECK(!sees("ben", ANKLE));
	later(DAY);
	CHECK(wall_follow(&cx, cx.now - 60) == OK);
	CHECK(sees("ben", ANKLE));
}

static void
lifting_gives_back_what_others_gave(void)
{
	struct wall *w, *v;

	given();
	CHECK(set("ben", "", ANKLE, "", 0, 0, &w) == OK);
	CHECK(set("ben", "", "", CUSTOMER, 0, 0, &v) == OK);
	as("zoe");
	CHECK(wall_lift(&cx, w, opened_as("zoe", ANKLE), "") ==
	    ERR_INVALID);
	CHECK(wall_lift(&cx, w, opened_as("zoe", ANKLE), "He left") == OK);
	CHECK(!sees("ben", ANKLE));	/* the other one still stands */
	as("zoe");
	CHECK(wall_lift(&cx, v, NULL, "He left") == OK);
	CHECK(sees("ben", ANKLE));
	as("zoe");
	CHECK(wall_open(&cx, w->number, &w) == OK && w->lifted == cx.now);
	CHECK(wall_lift(&cx, w, NULL, "Again") == ERR_CONFLICT);
}

static void
nobody_sets_or_sees_their_own(void)
{
	struct wall *w, *list;

	given();
	CHECK(set("zoe", "", ANKLE, "", 0, 0, &w) == ERR_INVALID);
	CHECK(set("ben", "", "", "", 0, 0, &w) == ERR_INVALID);
	CHECK(set("", "", ANKLE, "", 0, 0, &w) == ERR_INVALID);
	CHECK(set("ben", "", ANKLE, CUSTOMER, 0, 0, &w) == ERR_INVALID);
	CHECK(set("ben", "", "", CUSTOMER, 0, 0, &w) == OK);
	CHECK(db_run(&cx, "UPDATE wall SET staff = $1",
	    db_i(world_person("zoe"))) == OK);
	as("zoe");
	CHECK(wall_list(&cx, "", false, "", 9, &list) == OK && list == NULL);
	CHECK(wall_open(&cx, w->number, &w) == ERR_MISSING);
	as("mia");
	CHECK(wall_lift(&cx, list, NULL, "So") == ERR_FORBIDDEN);
}

static bool
found(const char *text, const char *number)
{
	struct wall *w;

	CHECK(wall_list(&cx, text, false, "", 9, &w) == OK);
	return w != NULL && w->next == NULL &&
	    strcmp(w->number, number) == 0;
}

/* Names and groups have what was typed in them, letter by letter. */
static void
the_list_is_searched(void)
{
	struct wall *ben, *group, *none;

	given();
	CHECK(set("ben", "", ANKLE, "", 0, 0, &ben) == OK);
	CHECK(set("", "north-managers", ANKLE, "", 0, 0, &group) == OK);
	CHECK(db_run(&cx, "UPDATE wall SET label = 'North_100%'"
	    " WHERE label <> ''") == OK);
	as("zoe");
	CHECK(found("BEN", ben->number) && found("b\xc3\xa9n",
	    ben->number));
	CHECK(found("north", group->number) && found("NORTH", group->number));
	CHECK(found("%", group->number) && found("_", group->number));
	CHECK(found("h_1", group->number));
	CHECK(wall_list(&cx, "n_r", false, "", 9, &none) == OK);
	CHECK(none == NULL);
	CHECK(wall_list(&cx, "!", false, "", 9, &none) == OK);
	CHECK(none == NULL);
}

/* It can still be opened until then, but not the wall. */
static void
nobody_lifts_the_wall_that_is_to_keep_them_out(void)
{
	struct wall *mine, *group, *party, *list, *w;
	struct dossier *d;

	given();
	CHECK(set("mia", "", ANKLE, "", cx.now + DAY, 0, &mine) == OK);
	CHECK(set("", "north-managers", ANKLE, "", cx.now + DAY, 0,
	    &group) == OK);
	CHECK(set("mia", "", "", CUSTOMER, cx.now + DAY, 0, &party) == OK);
	CHECK(set("ben", "", ANKLE, "", 0, 0, &w) == OK);
	d = opened_as("mia", ANKLE);
	CHECK(wall_of(&cx, d, &list) == OK && list != NULL &&
	    strcmp(list->number, w->number) == 0 && list->next == NULL);
	CHECK(wall_of_open(&cx, d, mine->number, &w) == ERR_MISSING);
	CHECK(wall_of_open(&cx, d, group->number, &w) == ERR_MISSING);
}

static void
who_manages_a_case_sets_its_walls(void)
{
	struct wall_new n = { .label = "", .reason = "They are friends" };
	struct wall *w, *list;

	given();
	n.staff = world_person("ben");
	n.d = opened_as("sue", ANKLE);
	CHECK(wall_set(&cx, &n, &w) == ERR_FORBIDDEN);
	n.d = opened_as("mia", ANKLE);
	CHECK(wall_set(&cx, &n, &w) == OK && !sees("ben", ANKLE));
	n.d = opened_as("mia", ANKLE);
	CHECK(wall_of(&cx, n.d, &list) == OK && list != NULL &&
	    strncmp(list->staff_name, "Ben ", 4) == 0);
	CHECK(wall_of_open(&cx, n.d, w->number, &w) == OK);
	CHECK(wall_lift(&cx, w, n.d, "No more") == OK);
	CHECK(sees("ben", ANKLE));
}

static void
a_conflict_is_found_when_somebody_comes_to_a_case(void)
{
	struct dossier *d;
	struct wall *w;
	int64_t task;

	given();
	CHECK(set("ben", "", "", COMPANY, 0, 0, &w) == OK);
	/* whoever is kept out brings them to none */
	d = opened_as("ben", ANKLE);
	CHECK(party_add(&cx, d, world_customer(COMPANY), "requester") ==
	    ERR_INVALID);
	/* who works here would be: it is said to who manages the case */
	d = opened_as("mia", ANKLE);
	CHECK(db_run(&cx, "INSERT INTO task (dossier, no, title, owner, team,"
	    " created) SELECT $1, 90, 'Call', $2, team, 1 FROM scope LIMIT 1",
	    db_i(d->id), db_i(world_person("ben"))) == OK);
	task = world_int("SELECT no FROM task");
	CHECK(task == 90);
	CHECK(party_add(&cx, d, world_customer(COMPANY), "requester") ==
	    ERR_INVALID);
	CHECK(strstr(cx.mistakes->text, "Ben ") != NULL);
	cx.mistakes = NULL;
	d = opened_as("sue", ANKLE);
	CHECK(party_add(&cx, d, world_customer(COMPANY), "requester") ==
	    ERR_INVALID);
	CHECK(strstr(cx.mistakes->text, "Ben ") == NULL);
	cx.mistakes = NULL;
	CHECK(db_run(&cx, "UPDATE task SET owner = NULL") == OK);
	d = opened_as("sue", ANKLE);
	CHECK(party_add(&cx, d, world_customer(COMPANY), "requester") == OK);
	CHECK(!sees("ben", ANKLE));
}

static void
what_is_still_in_hand_is_listed(void)
{
	struct wall_held *h;
	struct wall *w;

	given();
	as("zoe");
	CHECK(wall_held(&cx, &h) == OK && h == NULL);
	CHECK(set("mia", "", "", CUSTOMER, 0, 0, &w) == OK);
	as("zoe");
	CHECK(wall_held(&cx, &h) == OK && h != NULL && h->leads &&
	    strcmp(h->number, ANKLE) == 0 && h->next == NULL);
	as("tom");	/* who does not see the case is not told of it */
	CHECK(wall_held(&cx, &h) == OK && h == NULL);
}

/* The party goes with a merge; the wall stays on both, and ends on both. */
static void
a_merged_case_keeps_its_wall_until_it_is_lifted(void)
{
	struct dossier *from, *into;
	struct wall *w, *other;

	given();
	CHECK(party_add(&cx, opened_as("mia", TRAY), world_customer(COMPANY),
	    "requester") == OK);
	CHECK(set("ben", "", "", COMPANY, 0, 0, &w) == OK);
	CHECK(sees("ben", ANKLE) && !sees("ben", TRAY));
	into = opened_as("mia", ANKLE);
	from = opened_as("mia", TRAY);
	CHECK(dossier_merge(&cx, from, into, "The same") == OK);
	CHECK(set("ben", "", "", CUSTOMER, 0, cx.now + DAY,
	    &other) == OK);
	later(DAY);
	CHECK(wall_follow(&cx, cx.now - DAY) == OK);
	CHECK(!sees("ben", ANKLE) && !sees("ben", TRAY));
	as("zoe");
	CHECK(wall_lift(&cx, w, NULL, "He left") == OK);
	CHECK(sees("ben", ANKLE) && sees("ben", TRAY));
}

/* How many rows differ from what the walls say, told in the plainest way. */
static int64_t
astray(void)
{
	return world_int("SELECT count(*) FROM (SELECT f.person AS viewer,"
	    " d.id AS dossier FROM staff f CROSS JOIN dossier d) a"
	    " WHERE EXISTS (SELECT 1 FROM viewer_wall v"
	    "     WHERE v.viewer = a.viewer AND v.dossier = a.dossier)"
	    "   <> EXISTS (SELECT 1 FROM wall w WHERE w.begins <= $now"
	    "     AND w.ends > $now AND (w.staff = a.viewer OR w.label IN"
	    "       (SELECT r.label FROM staff_role r"
	    "         WHERE r.person = a.viewer))"
	    "     AND (w.party IN (SELECT y.person FROM party y"
	    "         WHERE y.dossier = a.dossier AND y.role <> 'lead')"
	    "       OR w.id IN (SELECT x.wall FROM wall_dossier x"
	    "         WHERE x.dossier = a.dossier)))");
}

static const char *
any_label(void)
{
	const char *label = "";
	struct db_rows q;

	db_query(&cx, &q, "SELECT label FROM staff_role WHERE person <> $1"
	    " AND label NOT IN (SELECT label FROM staff_role"
	    "   WHERE person = $1) ORDER BY (person * 7 + $2) % 5, label"
	    " LIMIT 1", db_i(world_person("zoe")), db_i(dice(5)));
	if (db_row(&q))
		label = db_text(&q);
	CHECK(db_end(&q) == OK);
	return label;
}

/* One wall more, of any sort; or one less, or some hours, or a role. */
static void
any_change(struct wall **last)
{
	static const char *const who[] = { "ben", "mia", "sue", "tom", "" };
	static const char *const cases[] = { ANKLE, TRAY, "" };
	static const char *const people[] = { CUSTOMER, COMPANY };
	const char *staff = who[dice(5)];
	const char *number = cases[dice(3)];
	int64_t begins = cx.now + (dice(3) - 1) * DAY;
	struct wall *w;

	switch (dice(6)) {
	case 0:
		as("zoe");
		if (*last != NULL)
			(void)wall_lift(&cx, *last, NULL, "No more");
		*last = NULL;
		break;
	case 1:
		later(DAY / 2);
		CHECK(wall_follow(&cx, cx.now - DAY / 2) == OK);
		break;
	case 2:
		as("zoe");
		CHECK(party_add(&cx, opened_as("zoe", TRAY), world_customer(
		    people[dice(2)]), "requester") != ERR_BROKEN);
		break;
	default:
		if (set(staff, staff[0] == '\0' ? any_label() : "",
		    number, number[0] == '\0' ? people[dice(2)] :
		    "", begins, begins + (dice(4) + 1) * DAY,
		    &w) == OK && dice(2) == 0)
			*last = w;
	}
}

static void
what_follows_is_what_walls_say(void)
{
	int round, step;

	for (round = 0; round < 6; round++) {
		struct wall *last = NULL;

		given();
		for (step = 0; step < 40; step++) {
			any_change(&last);
			cx.mistakes = NULL;
			CHECK(astray() == 0);
		}
		CHECK(world_int("SELECT count(*) FROM wall") > 10);
	}
}

static void
what_was_set_and_lifted_is_checked_against_the_log(void)
{
	static const char *const harms[] = {
		"UPDATE wall SET reason = 'So' WHERE id = 1",
		"UPDATE wall SET begins = begins + 1 WHERE id = 1",
		"UPDATE wall SET ends = begins + 5 WHERE id = 1",
		"UPDATE wall SET staff = (SELECT person FROM staff"
		    " WHERE login = 'mia') WHERE id = 1",
		"UPDATE wall SET dossier = NULL, party = 1 WHERE id = 1",
		"UPDATE wall SET maker = staff WHERE id = 1",
		"UPDATE wall SET party = party + 1 WHERE id = 2",
		"UPDATE wall SET label = 'nobody' WHERE id = 2",
		"UPDATE wall SET ends = 253402300799, lifted = NULL,"
		    " lifter = NULL, remark = '' WHERE id = 3",
		"UPDATE wall SET remark = 'So' WHERE id = 3",
		"UPDATE wall SET number = 'W-1' WHERE id = 3",
		"INSERT INTO wall (number, staff, dossier, reason, begins,"
		    " ends, made, maker) SELECT 'W-2', staff, dossier, reason,"
		    " begins, ends, made, maker FROM wall WHERE id = 1"
	};
	struct person_new n = { .name = "Anna Weiss" };
	struct person *p;
	struct wall *w;
	size_t i;

	given();
	store_begun();
	CHECK(db_run(&cx, "UPDATE staff_role SET label = 'nights'"
	    " WHERE person = $1", db_i(world_person("tom"))) == OK);
	CHECK(set("ben", "", ANKLE, "", 0, 0, &w) == OK);
	CHECK(set("", "nights", "", CUSTOMER, 0, cx.now + DAY, &w) == OK);
	CHECK(set("sue", "", ANKLE, "", 0, 0, &w) == OK);
	CHECK_TEXT(store_fault(), "");
	CHECK(wall_lift(&cx, w, NULL, "It is settled") == OK);
	CHECK_TEXT(store_fault(), "");
	for (i = 0; i < COUNT(harms); i++)
		CHECK(strstr(store_fault_after(harms[i]), "Wall W-") != NULL);
	as("mia");		/* two of the register become one */
	CHECK(person_add(&cx, &n, &p) == OK);
	CHECK(person_merge(&cx, p, CUSTOMER, "One human.") == OK);
	CHECK_TEXT(store_fault(), "");
}

int
main(void)
{
	RUN(a_wall_around_a_case_beats_every_right);
	RUN(a_wall_to_a_party_covers_each_case_of_theirs);
	RUN(the_undone_role_takes_its_wall_along);
	RUN(a_group_is_kept_out_as_it_is_today);
	RUN(it_begins_and_ends_by_itself);
	RUN(lifting_gives_back_what_others_gave);
	RUN(the_list_is_searched);
	RUN(nobody_sets_or_sees_their_own);
	RUN(nobody_lifts_the_wall_that_is_to_keep_them_out);
	RUN(who_manages_a_case_sets_its_walls);
	RUN(a_conflict_is_found_when_somebody_comes_to_a_case);
	RUN(what_is_still_in_hand_is_listed);
	RUN(a_merged_case_keeps_its_wall_until_it_is_lifted);
	RUN(what_follows_is_what_walls_say);
	RUN(what_was_set_and_lifted_is_checked_against_the_log);
	return DONE;
}
