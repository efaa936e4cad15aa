/* SPDX-License-Identifier: MIT */
/* WORLDS=2000 for the long form. main() is the program's; see worlds.am. */
#include "worlds.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/digest.h"
#include "check.h"
#include "store/db.h"
#include "unit/world.h"
#include "unit/world_store.h"

int	__wrap_serve(int, char **, const struct route *);

static const char *program;
static struct arena *lasting;		/* as long as the process */
static const struct config *conf;
static struct templates *pages;
static char path[200];			/* of the store */

void
one_world(uint32_t number)
{
	int v, i, k;

	dice_seed(number);
	model_world();
	if (has_route("/portal")) {
		whole_rooms();
		arena_reset(cx.arena);
		return;
	}
	if (has_route("/dossiers"))
		mails();
	for (v = 0; v < VIEWERS; v++) {
		if (has_route("/dossiers") &&
		    (viewers[v].rights & RIGHT_STAFF) != 0) {
			whole_lists(v);
			for (k = 0; k < 3; k++) {
				i = dice(DOSSIERS);
				found(v, i);
				hidden_is_nothing(v, i);
				unsaid(v, i);
			}
			whole_rest(v);
			calendars(v);
			whole_audit(v);
		}
		if (has_route("/legal") &&
		    (viewers[v].rights & RIGHT_STAFF) != 0)
			whole_matters(v);
		if (has_route("/medical") &&
		    (viewers[v].rights & RIGHT_STAFF) != 0)
			whole_patients(v);
		if (has_route("/intake")) {
			whole_tray(v);
			whole_unfiled(v);
			warned(v, dice(DOSSIERS));
			no_way_in(v, dice(DOSSIERS));
		}
		for (k = 0; k < 12; k++)
			any_page(v);
	}
	arena_reset(cx.arena);
}

void
open_house(bool wall)
{
	db_close(house.db);
	if (db_open(&cx, path, &house.db) != OK)
		abort();
	if (!wall)
		db_operator(house.db);
}

static int
worlds(void)
{
	const char *said = getenv("WORLDS");

	return said != NULL ? atoi(said) :
	    getenv("TESTS_QUICK") != NULL ? 60 : 500;
}

static void
nobody_sees_more_or_less_than_the_model_says(void)
{
	int i, n = worlds();

	for (i = 1; i <= n; i++)
		one_world((uint32_t)i);
	CHECK(faults == 0);
	printf("# %d worlds\n", n);
}

static void
file(const char *name, const char *bytes, size_t len)
{
	FILE *f = fopen(name, "w");

	if (f == NULL || fwrite(bytes, 1, len, f) != len || fclose(f) != 0)
		abort();
	chmod(name, 0400);
}

/* The bytes of every document, and what dossier.conf says. */
static const char *
configuration(const char *folder)
{
	struct arena *a = lasting;
	const char *top = getenv("top_srcdir"), *why;
	const char *name = arena_printf(a, "%s/dossier.conf", folder);
	const char *key = arena_printf(a, "%s/secret", folder);
	const char *text = arena_printf(a, "[dossier]\nstore = %s\n"
	    "documents = %s\ntemplates = %s/templates\n"
	    "base_url = http://localhost\ntimezone = Europe/Zurich\n"
	    "secret_file = %s\n[mail]\nfrom = dossier@example.org\n", path,
	    folder, top == NULL ? ".." : top, key);
	int i;

	file(key, "0123456789abcdef0123456789abcdef", 32);
	file(name, text, strlen(text));
	mkdir(arena_printf(a, "%s/00", folder), 0700);
	mkdir(arena_printf(a, "%s/00/00", folder), 0700);
	for (i = 0; i < DOSSIERS; i++)
		file(arena_printf(a, "%s/00/00/%064d", folder, i), "x", 1);
	conf = config_read(a, name, &why);
	return why;
}

static void
a_mutilated_predicate_is_noticed(void)
{
	CHECK(mutants_predicate() == 0);
}

static void
a_room_left_open_is_noticed(void)
{
	CHECK(mutants_room() == 0);
}

/* What a query lets go, row security holds: who may see nothing of a case
 * sees nothing of it. It knows no levels, so there are none in these worlds. */
static void
a_mutilated_predicate_meets_the_second_wall(void)
{
	CHECK(mutants_second_wall() == 0);
}

int
__wrap_serve(int argc, char **argv, const struct route *table)
{
	(void)argc;
	(void)argv;
	routes = table;
	return 0;
}

int	program_main(int, char **);

/* Sessions of everybody, whose cookies the pages are asked with. */
static void
sign_in(void)
{
	unsigned char hash[DIGEST_SIZE];
	const char *token;
	int v;

	for (v = 0; v < VIEWERS; v++) {
		token = arena_printf(cx.arena, "token-of-%s",
		    viewers[v].login);
		digest_of(token, strlen(token), hash);
		CHECK(db_run(&cx, "INSERT INTO session (hash, person, created,"
		    " used) VALUES ($1, $2, $now, $now)",
		    db_b(hash, sizeof(hash)), db_i(viewers[v].id)) == OK);
	}
}

static int
drop(const char *name, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(name);
}


int	main(int, char **);

int
main(int argc, char **argv)
{
	char folder[] = "/tmp/dossier-worlds-XXXXXX";
	const char *slash = strrchr(argv[0], '_'), *why;

	if (mkdtemp(folder) == NULL)
		return 2;
	snprintf(path, sizeof(path), "%s/store", folder);
	setenv("DOSSIER_NOW", "1795521600", 1);
	lasting = arena_new();
	program_main(argc, argv);
	given_in(path);
	snprintf(path, sizeof(path), "%s", world_url);
	model_people();
	sign_in();
	CHECK(db_commit(&cx) == OK);
	if ((why = configuration(folder)) != NULL) {
		printf("Bail out! %s\n", why);
		return 1;
	}
	session_open(conf);
	pages = templates_open(lasting, "", conf->templates,
	    conf->base_path);
	program = slash == NULL ? argv[0] : slash + 1;
	house = (struct house){ .program = program, .routes = routes,
	    .conf = conf, .templates = pages };
	open_house(true);
	RUN(nobody_sees_more_or_less_than_the_model_says);
	if (has_route("/dossiers") || has_route("/intake") ||
	    has_route("/legal") || has_route("/medical")) {
		if (getenv("TESTS_QUICK") == NULL)
			RUN(a_mutilated_predicate_is_noticed);
		else
			SKIP("a_mutilated_predicate_is_noticed",
			    "it judges the worlds, and did in the long form");
		if (world_store_pgsql())
			RUN(a_mutilated_predicate_meets_the_second_wall);
	}
	if (has_route("/portal") && getenv("TESTS_QUICK") == NULL)
		RUN(a_room_left_open_is_noticed);
	db_close(house.db);
	nftw(folder, drop, 8, FTW_DEPTH | FTW_PHYS);
	return DONE;
}
