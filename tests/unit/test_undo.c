/* SPDX-License-Identifier: MIT */
/* Acts that are taken back, and those on which somebody built. */
#include "check.h"
#include "domain/course/dossier_change.h"
#include "domain/course/dossier_merge.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_link.h"
#include "domain/dossier/label.h"
#include "domain/people/access.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "model/right.h"
#include "seen.h"
#include "store/db.h"
#include "store/store_undo_kind.h"
#include "world.h"

#define NUMBER "C-2026-10000061"
#define SECRET "C-2026-10000087"	/* restricted: mia alone */

static struct dossier *
opened(const char *number)
{
	struct dossier *d = NULL;

	CHECK(dossier_open(&cx, number, LEVEL_READ, &d) == OK);
	return d;
}

/* The act that was just done, by somebody's name. */
static const char *
done_as(const char *login)
{
	const char *number = cx.act == NULL ? "" : cx.act->number;

	CHECK(number[0] != '\0');
	as(login);
	later(60);
	return number;
}

static const char *
moved_by_mia(const char *phase)
{
	as("mia");
	CHECK(dossier_move(&cx, opened(NUMBER), phase, "Because.") == OK);
	return done_as("mia");
}

static void
a_move_that_is_undone_was_never_made(void)
{
	struct timeline_filter f = { .kinds = "", .limit = 1 };
	struct event *ev = NULL;
	struct dossier *d;
	const char *act;

	given();
	act = moved_by_mia("planning");
	CHECK(act_undone(act) == OK);
	d = opened(NUMBER);
	CHECK_TEXT(d->phase, "screening");
	CHECK(world_int("SELECT count(*) FROM dossier_phase p"
	    " JOIN dossier d ON d.id = p.dossier"
	    " WHERE d.number = '" NUMBER "'") == 1);
	CHECK(world_int("SELECT count(*) FROM dossier_phase p"
	    " JOIN dossier d ON d.id = p.dossier"
	    " WHERE d.number = '" NUMBER "' AND left_at IS NULL") == 1);
	CHECK(dossier_timeline(&cx, d, &f, &ev) == OK && ev != NULL);
	CHECK_TEXT(timeline_sentence(&cx, d->type, ev), "Undone: Moved to "
	    "Planning from Screening, leaving out Assessment, Risk");
	CHECK(act_undone(act) == ERR_CONFLICT);
	CHECK_TEXT(cx.why, "This was undone already.");
}

static void
what_somebody_built_on_stays_and_is_named(void)
{
	struct undo_act *a = NULL;
	const char *act;

	given();
	act = moved_by_mia("planning");
	CHECK(dossier_move(&cx, opened(NUMBER), "risk", "Look again.") ==
	    OK);
	as("mia");
	CHECK(undo_act_open(&cx, act, &a) == OK);
	CHECK(a->blocked == 1 && a->units->reasons != NULL);
	CHECK_TEXT(a->units->reasons->actor, "Mia Berger");
	CHECK_TEXT(a->units->reasons->sentence, "Back to Risk from Planning");
	CHECK(act_undone(act) == ERR_CONFLICT);
	CHECK_TEXT(opened(NUMBER)->phase, "risk");
}

static void
what_came_later_is_kept(void)
{
	const char *act;

	given();
	act = moved_by_mia("planning");
	as("ben");
	CHECK(dossier_note(&cx, opened(NUMBER), "They called.") == OK);
	as("mia");
	CHECK(act_undone(act) == OK);
	CHECK(world_int("SELECT count(*) FROM note") == 1);
}

static void
only_who_did_it_or_manages_it_may(void)
{
	const char *act;

	given();
	as("mia");
	CHECK(dossier_wait(&cx, opened(NUMBER), "For a letter.") == OK);
	act = done_as("ben");
	CHECK(act_undone(act) == ERR_MISSING);
	as("tom");
	CHECK(act_undone(act) == ERR_MISSING);
	as("mia");
	CHECK(dossier_resume(&cx, opened(NUMBER), "It came.") == OK);
	as("ben");
	CHECK(dossier_wait(&cx, opened(NUMBER), "For another.") == OK);
	act = done_as("mia");
	CHECK(act_undone(act) == OK);
	CHECK_TEXT(opened(NUMBER)->status, "open");
}

static void
after_a_quarter_of_an_hour_it_stays(void)
{
	const char *act;

	given();
	act = moved_by_mia("planning");
	later(900);
	CHECK(act_undone(act) == ERR_CONFLICT);
	CHECK_TEXT(opened(NUMBER)->phase, "planning");
}

/* What a list does to several at once, each by its own function. */
static const char *
two_moved_by_mia(void)
{
	as("mia");
	CHECK(dossier_move(&cx, opened(NUMBER), "planning", "Both.") == OK);
	CHECK(dossier_move(&cx, opened(SECRET), "planning", "Both.") == OK);
	return done_as("mia");
}

static void
several_are_undone_as_one(void)
{
	struct undo_act *a = NULL;
	const char *act;

	given();
	act = two_moved_by_mia();
	CHECK(undo_act_open(&cx, act, &a) == OK && a->count == 2);
	CHECK(act_undone(act) == OK);
	CHECK_TEXT(opened(NUMBER)->phase, "screening");
	CHECK_TEXT(opened(SECRET)->phase, "screening");
}

static void
of_several_the_rest_can_be_undone(void)
{
	struct undo_act *a = NULL;
	const char *act;

	given();
	act = two_moved_by_mia();
	CHECK(dossier_move(&cx, opened(SECRET), "risk", "Further.") == OK);
	as("mia");
	CHECK(act_undone(act) == ERR_CONFLICT);
	CHECK_TEXT(opened(NUMBER)->phase, "planning");
	CHECK(undo_act_open(&cx, act, &a) == OK && a->blocked == 1);
	CHECK(undo_back(&cx, a, true, "A slip.") == OK);
	CHECK_TEXT(opened(NUMBER)->phase, "screening");
	CHECK_TEXT(opened(SECRET)->phase, "risk");
}

static void
who_gave_it_away_by_mistake_gets_it_back(void)
{
	struct dossier *d = NULL;
	const char *act;

	given();
	as("mia");
	CHECK(dossier_hand_over(&cx, opened(NUMBER), 2, 0, "To south.") ==
	    OK);
	act = done_as("mia");
	CHECK(dossier_open(&cx, NUMBER, LEVEL_READ, &d) == ERR_MISSING);
	CHECK(act_undone(act) == OK);
	d = opened(NUMBER);
	CHECK_TEXT(d->team_name, "North");
	CHECK(d->lead == world_person("mia") && d->level == LEVEL_MANAGE);
	CHECK(world_int("SELECT open FROM scope WHERE id = 2") == 0);
}

static void
but_not_across_a_wall(void)
{
	const char *act;

	given();
	as("mia");
	CHECK(dossier_hand_over(&cx, opened(NUMBER), 2, 0, "To south.") ==
	    OK);
	act = done_as("mia");
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " VALUES (1, 1)") == OK);
	CHECK(act_undone(act) == ERR_CONFLICT);
}

/* The right of the page where it is done, not the level alone. */
static void
who_could_not_do_it_cannot_undo_it(void)
{
	const char *act;

	given();
	as("mia");
	CHECK(access_grant(&cx, opened(NUMBER), world_person("ben"),
	    LEVEL_MANAGE, 0, "For the holidays.") == OK);
	CHECK(dossier_wait(&cx, opened(NUMBER), "For a letter.") == OK);
	act = done_as("ben");
	CHECK(act_undone(act) == ERR_MISSING);
	as("mia");
	cx.rights &= ~(unsigned int)RIGHT_LEAD;
	CHECK(act_undone(act) == ERR_CONFLICT);
	as("mia");
	CHECK(act_undone(act) == OK);
}

static void
what_was_restricted_since_is_not_taken_back(void)
{
	const char *act;

	given();
	as("mia");
	CHECK(dossier_hand_over(&cx, opened(NUMBER), world_scope("complaint",
	    "south"), 0, "They know it.") == OK);
	act = done_as("tom");
	CHECK(db_run(&cx, "INSERT INTO viewer_scope (viewer, scope, level)"
	    " VALUES (4, 2, 5)") == OK);
	CHECK(access_restrict(&cx, opened(NUMBER), true, "For us.") == OK);
	as("mia");
	CHECK(act_undone(act) == ERR_CONFLICT);
}

static void
a_label_that_is_gone_stays_gone(void)
{
	struct dossier_label *l = NULL, *other = NULL;
	const char *act;

	given();
	as("mia");
	CHECK(label_make(&cx, "urgent", &l) == OK);
	CHECK(label_make(&cx, "pressing", &other) == OK);
	CHECK(label_put(&cx, opened(NUMBER), l, "") == OK);
	as("mia");
	CHECK(label_take(&cx, opened(NUMBER), l, "") == OK);
	act = done_as("mia");
	CHECK(label_merge(&cx, l, other) == OK);
	CHECK(act_undone(act) == ERR_CONFLICT);
	CHECK(world_int("SELECT count(*) FROM dossier_label") == 0);
}

/* What comes next in the log is somebody else's. */
static void
a_link_that_is_hidden_since_lends_no_other_event(void)
{
	struct dossier_change c = { .title = "Secret now", .why = "" };
	struct undo_act *a = NULL;
	struct dossier *d;
	const char *act;

	given();
	as("mia");
	CHECK(dossier_link_add(&cx, opened(NUMBER), opened(SECRET),
	    "related", "") == OK);
	act = done_as("mia");
	d = opened(NUMBER);
	c.version = d->version;
	CHECK(dossier_change(&cx, d, &c) == OK);
	CHECK(db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " SELECT 1, id FROM dossier WHERE number = $1",
	    db_t(SECRET)) == OK);
	CHECK(undo_act_open(&cx, act, &a) == OK);
	CHECK(a != NULL && a->units->events == NULL);
	CHECK(act_undone(act) == ERR_CONFLICT);
}

/* A merge brings a fact, a table decides by it, and both go back as one. */
static void
what_followed_from_a_merge_goes_back_with_it(void)
{
	struct value harm = { NULL, "harm", "health", 0, NULL };
	struct dossier_change c = { .values = &harm, .why = "" };
	struct dossier *from;
	const char *act;

	given();
	as("mia");
	from = opened("C-2026-10000079");
	c.title = from->title;
	c.version = from->version;
	CHECK(dossier_change(&cx, from, &c) == OK);
	cx.act = NULL;
	CHECK(dossier_merge(&cx, from, opened(NUMBER), "The same.") == OK);
	CHECK(opened(NUMBER)->risk == 3);
	act = done_as("mia");
	CHECK(act_undone(act) == OK);
	CHECK(opened(NUMBER)->risk == 0);
	CHECK_TEXT(opened("C-2026-10000079")->status, "open");
	CHECK(world_int("SELECT count(*) FROM decision x JOIN dossier d"
	    " ON d.id = x.dossier WHERE d.number = '" NUMBER "'"
	    " AND x.state = 'made'") == 0);
}

/* Keys begin with the word: two kinds with one would put back each other's. */
static void
each_kind_of_cells_has_a_word_of_its_own(void)
{
	const struct store_undo_kind *a, *b;
	size_t i, j;

	for (i = 0; (a = store_undo_kind(i)) != NULL; i++)
		for (j = i + 1; (b = store_undo_kind(j)) != NULL; j++)
			CHECK(strcmp(a->word, b->word) != 0);
}

int
main(void)
{
	RUN(what_followed_from_a_merge_goes_back_with_it);
	RUN(who_could_not_do_it_cannot_undo_it);
	RUN(what_was_restricted_since_is_not_taken_back);
	RUN(a_label_that_is_gone_stays_gone);
	RUN(a_link_that_is_hidden_since_lends_no_other_event);
	RUN(a_move_that_is_undone_was_never_made);
	RUN(what_somebody_built_on_stays_and_is_named);
	RUN(what_came_later_is_kept);
	RUN(only_who_did_it_or_manages_it_may);
	RUN(after_a_quarter_of_an_hour_it_stays);
	RUN(several_are_undone_as_one);
	RUN(of_several_the_rest_can_be_undone);
	RUN(who_gave_it_away_by_mistake_gets_it_back);
	RUN(but_not_across_a_wall);
	RUN(each_kind_of_cells_has_a_word_of_its_own);
	return DONE;
}
