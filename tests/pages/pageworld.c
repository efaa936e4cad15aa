/* SPDX-License-Identifier: MIT */
/*
 * Stores for tests that run whole programs:
 *   pageworld FILE          the world of the unit tests, in a file or in a
 *                           database of its own; prints the store's address
 *   pageworld --empty FILE  the same without anything, not even a schema
 *   pageworld --copy URL    a copy of a database; prints its address
 *   pageworld --drop URL    away with it, if it is a database
 */
#include <stdio.h>
#include <string.h>

#include "store/db.h"
#include "unit/world.h"
#include "unit/world_store.h"

int
main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "--empty") == 0) {
		puts(world_store_new(argv[2], NULL));
		return 0;
	}
	if (argc == 3 && strcmp(argv[1], "--copy") == 0) {
		puts(world_store_copy(argv[2]));
		return 0;
	}
	if (argc == 3 && strcmp(argv[1], "--drop") == 0) {
		world_store_drop(argv[2]);
		return 0;
	}
	if (argc != 2)
		return 2;
	given_in(argv[1]);
	if (db_commit(&cx) != OK)
		return 1;
	db_close(cx.db);
	cx.db = NULL;
	puts(world_url);
	world_url = NULL;
	return 0;
}
