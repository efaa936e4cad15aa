/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "domain/casetype.h"
#include "domain/dossier.h"
#include "domain/person.h"
#include "domain/task.h"
#include "store/db.h"
#include "world.h"

static struct dossier *
opened(const char *login, const char *number)
{
	struct dossier *d = NULL;

	as(login);
	CHECK(dossier_open(&cx, number, LEVEL_READ, &d) == OK);
	return d;
}

static struct dossier *
registered(const char *title)
{
	struct value subject = { NULL, "subject", "service" };
	struct dossier_new n = { .type = "complaint", .title = title,
	    .text = "They never called back.", .medium = "phone",
	    .values = &subject };
	struct dossier *d = NULL;

	as("ben");
	n.scope = world_scope("complaint", "north");
	n.requester = world_customer("P-20000001");
	n.received = cx.now - 3600;
	if (dossier_register(&cx, &n, &d) != OK)
		printf("# %s\n", cx.why);
	return d;
}

static void
who_may_see_it_opens_it(void)
{
	struct dossier *d;

	given();
	d = opened("mia", "C-2026-10000061");
	CHECK(d->level == LEVEL_MANAGE);
	CHECK_TEXT(d->title, "Broken <ankle> & more");
	CHECK_TEXT(d->lead_name, "Mia Berger");
	CHECK_TEXT(d->type->code, "complaint");
	CHECK(opened("zoe", "C-2026-10000061")->level == LEVEL_READ);
	CHECK(opened("mia", "C-2026-10000087")->restricted);
}

static void
what_one_may_not_see_is_missing(void)
{
	static const char *const who[] = { "tom", "ada", "eve", "" };
	struct dossier *d;
	const char *why;
	size_t i;

	given();
	as("mia");
	CHECK(dossier_open(&cx, "C-2026-99999999", LEVEL_READ, &d) ==
	    ERR_MISSING);
	why = cx.why;
	for (i = 0; i < 4; i++) {
		as(who[i]);
		CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_READ, &d) ==
		    ERR_MISSING);
		CHECK_TEXT(cx.why, why);
		CHECK(d == NULL);
	}
	as("ben");	/* restricted: the scope does not count */
	CHECK(dossier_open(&cx, "C-2026-10000087", LEVEL_READ, &d) ==
	    ERR_MISSING);
	as("zoe");
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_WORK, &d) ==
	    ERR_FORBIDDEN);
}

static void
a_wall_beats_every_grant(void)
{
	struct dossier *d;

	given();
	db_run(&cx, "INSERT INTO viewer_wall (viewer, dossier)"
	    " SELECT 1, id FROM dossier");
	as("mia");
	CHECK(dossier_open(&cx, "C-2026-10000087", LEVEL_READ, &d) ==
	    ERR_MISSING);
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_READ, &d) ==
	    ERR_MISSING);
}

static void
a_request_is_a_dossier_at_once(void)
{
	int64_t open, total;
	struct dossier *d;

	given();
	open = world_int("SELECT open FROM scope WHERE id = 1");
	total = world_int("SELECT total FROM scope WHERE id = 1");
	d = registered("  Nobody\tanswers ");
	CHECK(d != NULL);
	if (d == NULL)
		return;
	d = opened("ben", d->number);
	CHECK_TEXT(d->title, "Nobody answers");
	CHECK_TEXT(d->status, "open");
	CHECK_TEXT(d->verdict, "");
	CHECK_TEXT(d->phase, "screening");
	CHECK_TEXT(d->requester, "Élodie Weiß");
	CHECK(d->received == cx.now - 3600 && d->opened == cx.now);
	CHECK(dossier_load(&cx, d) == OK);
	CHECK_TEXT(d->notes->text, "They never called back.");
	CHECK_TEXT(d->parties->role, "requester");
	CHECK_TEXT(dossier_value(d, "subject"), "service");
	CHECK(d->phases != NULL && d->phases->left == 0);
	CHECK(world_int("SELECT open FROM scope WHERE id = 1") == open + 1);
	CHECK(world_int("SELECT total FROM scope WHERE id = 1") ==
	    total + 1);
}

int
main(void)
{
	RUN(who_may_see_it_opens_it);
	RUN(what_one_may_not_see_is_missing);
	RUN(a_wall_beats_every_grant);
	RUN(a_request_is_a_dossier_at_once);
	return DONE;
}
