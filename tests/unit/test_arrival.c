/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <unistd.h>

#include "base/config.h"
#include "check.h"
#include "domain/desk/arrival.h"
#include "domain/dossier/dossier.h"
#include "world.h"

static struct arrival *
logged(const char *title, int64_t ago)
{
	struct arrival_new n = { .team = "north", .owner = "",
	    .medium = "letter", .title = title, .sender = "Nordwind",
	    .received = cx.now - ago };
	struct arrival *a = NULL;

	CHECK(arrival_add(&cx, &n, &a) == OK);
	return a;
}

static void
the_oldest_comes_first_and_pages_meet(void)
{
	struct arrival_page page;
	int64_t counts[3];

	given();
	as("ben");
	logged("Second", 100);
	logged("Third", 50);
	logged("First", 86400);
	CHECK(arrival_page(&cx, ARRIVAL_ALL, "", "", 2, &page) == OK);
	CHECK_TEXT(page.arrivals->title, "First");
	CHECK_TEXT(page.arrivals->next->title, "Second");
	CHECK(page.arrivals->next->next == NULL);
	CHECK(arrival_page(&cx, ARRIVAL_ALL, "north", page.next, 2,
	    &page) == OK);
	CHECK_TEXT(page.arrivals->title, "Third");
	CHECK_TEXT(page.next, "");
	CHECK(arrival_take(&cx, page.arrivals) == OK);
	CHECK(arrival_count(&cx, counts) == OK);
	CHECK(counts[0] == 3 && counts[1] == 1 && counts[2] == 2);
	CHECK(arrival_page(&cx, ARRIVAL_MINE, "", "", 2, &page) == OK);
	CHECK_TEXT(page.arrivals->owner_name, "Ben Okafor");
	CHECK(arrival_page(&cx, ARRIVAL_ALL, "south", "", 2, &page) ==
	    ERR_INVALID);
}

static void
another_team_sees_nothing_of_it(void)
{
	struct arrival_new n = { .team = "north", .owner = "", .title = "x",
	    .medium = "letter", .sender = "" };
	struct arrival_page page;
	struct arrival *a, *b;
	struct person *p;
	int64_t counts[3];

	given();
	as("ben");
	a = logged("Ours", 0);
	CHECK(arrival_people(&cx, a->team, &p) == OK);
	for (; p != NULL; p = p->next)
		CHECK(strcmp(p->login, "tom") != 0);
	as("tom");
	CHECK(arrival_open(&cx, a->number, &b) == ERR_MISSING);
	CHECK(arrival_page(&cx, ARRIVAL_ALL, "", "", 9, &page) == OK);
	CHECK(page.arrivals == NULL);
	CHECK(arrival_count(&cx, counts) == OK && counts[0] == 0);
	CHECK(arrival_add(&cx, &n, &b) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "team");
	as("zoe");	/* reads all, files nothing */
	CHECK(arrival_open(&cx, a->number, &b) == ERR_MISSING);
}

static void
it_is_put_away_with_a_reason_and_comes_back(void)
{
	struct arrival_page page;
	struct arrival *a;

	given();
	as("ben");
	a = logged("An advertisement", 0);
	CHECK(arrival_put_away(&cx, a, " ") == ERR_INVALID);
	CHECK(arrival_put_away(&cx, a, "Advertising.") == OK);
	CHECK(arrival_put_away(&cx, a, "Twice.") == ERR_CONFLICT);
	CHECK(arrival_take(&cx, a) == ERR_CONFLICT);
	CHECK(arrival_page(&cx, ARRIVAL_ALL, "", "", 9, &page) == OK);
	CHECK(page.arrivals == NULL);
	CHECK(arrival_page(&cx, ARRIVAL_AWAY, "", "", 9, &page) == OK);
	CHECK_TEXT(page.arrivals->reason, "Advertising.");
	CHECK(arrival_take_back(&cx, a) == OK);
	CHECK(arrival_take_back(&cx, a) == ERR_CONFLICT);
	CHECK(arrival_page(&cx, ARRIVAL_ALL, "", "", 9, &page) == OK);
	CHECK(page.arrivals != NULL);
	CHECK(world_int("SELECT count(*) FROM event"
	    " WHERE topic = 'arrivals'") == 3);
}

/* A file of ours, as an upload is one. */
static const char *
a_file(const char *dir, const char *text)
{
	char *path = arena_printf(cx.arena, "%s/in", dir);
	FILE *f = fopen(path, "w");

	CHECK(f != NULL && fputs(text, f) >= 0 && fclose(f) == 0);
	return path;
}

static void
its_files_are_the_dossiers_with_their_date(void)
{
	char dir[] = "/tmp/dossier-arrival-XXXXXX";
	struct config conf = { .documents = mkdtemp(dir),
	    .timezone = "Europe/Berlin" };
	struct document_new file = { .name = "scan.pdf",
	    .media_type = "application/pdf", .bytes = 3, .sha256 =
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	};
	struct arrival *a;
	struct dossier *d;

	given();
	as("ben");
	cx.conf = &conf;
	a = logged("A scan", 3 * 86400);
	file.path = a_file(dir, "abc");
	CHECK(arrival_keep(&cx, a, &file) == OK);
	CHECK(arrival_open(&cx, a->number, &a) == OK);
	CHECK_TEXT(a->files->name, "scan.pdf");
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_WORK, &d) == OK);
	CHECK(arrival_file(&cx, a, d) == OK);
	CHECK(arrival_file(&cx, a, d) == ERR_CONFLICT);
	CHECK(world_int("SELECT count(*) FROM document"
	    " WHERE name = 'scan.pdf' AND dated = '2026-11-21'") == 1);
	CHECK(world_int("SELECT count(*) FROM arrival_file") == 0);
	CHECK(world_int("SELECT count(*) FROM event e WHERE e.kind ="
	    " 'arrival.filed' AND e.happened = e.recorded - 259200") == 1);
	CHECK(arrival_open(&cx, a->number, &a) == OK);
	CHECK_TEXT(a->dossier_number, "C-2026-10000061");
	CHECK(world_int("UPDATE dossier SET restricted = 1 WHERE number ="
	    " 'C-2026-10000061' RETURNING 1") == 1);
	CHECK(arrival_open(&cx, a->number, &a) == OK);
	CHECK_TEXT(a->dossier_number, "");	/* not for him any more */
	cx.conf = NULL;
	CHECK(system(arena_printf(cx.arena, "rm -r %s", dir)) == 0);
}

int
main(void)
{
	RUN(the_oldest_comes_first_and_pages_meet);
	RUN(another_team_sees_nothing_of_it);
	RUN(it_is_put_away_with_a_reason_and_comes_back);
	RUN(its_files_are_the_dossiers_with_their_date);
	return DONE;
}
