/* SPDX-License-Identifier: MIT */
/* Names seen so far. */
#include "base/arena.h"
#include "check.h"
#include "domain/desk/import_names.h"

static void
a_name_is_new_once(void)
{
	struct arena *a = arena_new();
	struct import_names *n = import_names_new(a);

	CHECK(import_names_add(n, "one", NULL));
	CHECK(!import_names_add(n, "one", NULL));
	CHECK(import_names_add(n, "", NULL));
	CHECK(!import_names_add(n, "", NULL));
	CHECK(import_names_count(n) == 2);
	arena_free(a);
}

static void
each_keeps_its_number_however_many_there_are(void)
{
	struct arena *a = arena_new();
	struct import_names *n = import_names_new(a);
	int64_t *number;
	char name[32];
	int i, wrong = 0;

	for (i = 0; i < 20000; i++) {
		snprintf(name, sizeof(name), "case-%d", i);
		wrong += !import_names_add(n, name, &number) || *number != 0;
		*number = i;
	}
	for (i = 0; i < 20000; i++) {
		snprintf(name, sizeof(name), "case-%d", i);
		wrong += import_names_add(n, name, &number) || *number != i;
	}
	CHECK(wrong == 0);
	CHECK(import_names_count(n) == 20000);
	arena_free(a);
}

int
main(void)
{
	RUN(a_name_is_new_once);
	RUN(each_keeps_its_number_however_many_there_are);
	return DONE;
}
