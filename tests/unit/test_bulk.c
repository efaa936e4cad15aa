/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "domain/desk/bulk.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/work.h"
#include "domain/story/undo_act.h"
#include "store/db.h"
#include "world.h"

static struct bulk_item *
items(const char *a, const char *b)
{
	struct bulk_item *item = arena_alloc(cx.arena, sizeof(*item));

	item->number = a;
	item->seen = "";
	if (b != NULL)
		item->next = items(b, NULL);
	return item;
}

static void
a_part_that_is_dropped_was_never_tried(void)
{
	struct work_part part;
	struct dossier *d;

	given();
	as("mia");
	CHECK(work_part_begin(&cx, &part) == OK);
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_WORK, &d) == OK);
	CHECK(dossier_move(&cx, d, "planning", "Soon.") == OK);
	CHECK(cx.act != NULL);
	CHECK(work_part_drop(&cx, &part) == OK);
	CHECK(cx.act == NULL);
	CHECK(world_int("SELECT count(*) FROM act") == 0);
	CHECK(world_int("SELECT count(*) FROM event") == 0);
	CHECK(work_part_begin(&cx, &part) == OK);
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_WORK, &d) == OK);
	CHECK(dossier_move(&cx, d, "planning", "Now.") == OK);
	CHECK(work_part_keep(&cx, &part) == OK);
	CHECK(work_part_begin(&cx, &part) == OK);
	CHECK(dossier_move(&cx, d, "risk", "Then.") == OK);
	CHECK(cx.act->steps == 2);
	CHECK(work_part_drop(&cx, &part) == OK);
	CHECK(cx.act->steps == 1);
	CHECK(world_int("SELECT count(*) FROM act_step") == 1);
}

static void
a_bulk_act_is_undone_as_one(void)
{
	struct bulk b = { .kind = BULK_MOVE, .team = "", .phase = "planning",
	    .reason = "All is known." };
	struct bulk_item *two;
	struct undo_act *act;
	long done;

	given();
	as("mia");
	two = items("C-2026-10000061", "C-2026-10000087");
	two->next->next = items("C-2026-10000102", "P-2026-10000095");
	CHECK(bulk_look(&cx, &b, two) == OK);
	CHECK(two->why == NULL && two->next->why == NULL);
	CHECK(two->next->next->why != NULL);
	CHECK(two->next->next->next->why != NULL);
	CHECK(bulk_run(&cx, &b, two, &done) == OK && done == 2);
	CHECK(world_int("SELECT count(*) FROM dossier"
	    " WHERE phase = 'planning'") == 2);
	CHECK(undo_act_open(&cx, cx.act->number, &act) == OK);
	CHECK(act->count == 2 && act->blocked == 0);
	CHECK(undo_back(&cx, act, false, "") == OK);
	CHECK(world_int("SELECT count(*) FROM dossier"
	    " WHERE phase = 'planning'") == 0);
}

static void
nobody_does_in_bulk_what_is_not_theirs_alone(void)
{
	struct bulk b = { .kind = BULK_MOVE, .team = "", .phase = "planning",
	    .reason = "x" };
	struct bulk_item *one;
	long done;

	given();
	as("ben");
	one = items("C-2026-10000061", NULL);
	CHECK(bulk_run(&cx, &b, one, &done) == ERR_FORBIDDEN);
	as("tom");
	one = items("C-2026-10000061", NULL);
	CHECK(bulk_run(&cx, &b, one, &done) == ERR_CONFLICT && done == 0);
	CHECK(one->d == NULL && one->why != NULL);
	as("mia");
	b.reason = " ";
	CHECK(bulk_run(&cx, &b, items("C-2026-10000061", NULL), &done) ==
	    ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "reason");
}

int
main(void)
{
	RUN(a_part_that_is_dropped_was_never_tried);
	RUN(a_bulk_act_is_undone_as_one);
	RUN(nobody_does_in_bulk_what_is_not_theirs_alone);
	return DONE;
}
