/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "domain/desk/presence.h"
#include "domain/dossier/dossier.h"
#include "world.h"

/* Somebody opens the page of a dossier; the names of the others. */
static const char *
others(const char *login, const char *number)
{
	const char *names = "";
	struct dossier *d;
	struct person *p;

	as(login);
	cx.here = 0;
	CHECK(dossier_open(&cx, number, LEVEL_READ, &d) == OK);
	CHECK(presence_others(&cx, d, &p) == OK);
	for (; p != NULL; p = p->next)
		names = arena_printf(cx.arena, "%s%s;", names, p->name);
	return names;
}

static int64_t
rows(void)
{
	return world_int("SELECT count(*) FROM presence");
}

static void
others_are_told_for_three_minutes(void)
{
	static const char one[] = "C-2026-10000061";

	given();
	CHECK_TEXT(others("mia", one), "");
	CHECK(cx.here != 0);
	CHECK(presence_write(&cx) == OK);
	CHECK(cx.here == 0 && rows() == 1);
	CHECK_TEXT(others("mia", one), "");
	CHECK_TEXT(others("zoe", one), "Mia Berger;");
	CHECK_TEXT(others("zoe", "C-2026-10000079"), "");
	later(180);
	CHECK_TEXT(others("zoe", one), "Mia Berger;");
	later(1);
	CHECK_TEXT(others("zoe", one), "");
}

static void
a_stay_is_noted_once_a_minute(void)
{
	static const char one[] = "C-2026-10000061", two[] = "C-2026-10000079";

	given();
	others("mia", one);
	CHECK(presence_write(&cx) == OK);
	later(59);
	others("mia", one);
	CHECK(cx.here == 0);
	later(1);
	others("mia", one);
	CHECK(cx.here != 0);
	CHECK(presence_write(&cx) == OK);
	/* leafing through is being nowhere */
	later(4);
	others("mia", two);
	CHECK(cx.here == 0);
	later(1);
	others("mia", two);
	CHECK(cx.here != 0);
	CHECK(presence_write(&cx) == OK);
	CHECK(rows() == 2);
	later(300);
	others("mia", two);
	CHECK(presence_write(&cx) == OK);
	CHECK(rows() == 1);
}

int
main(void)
{
	RUN(others_are_told_for_three_minutes);
	RUN(a_stay_is_noted_once_a_minute);
	return DONE;
}
