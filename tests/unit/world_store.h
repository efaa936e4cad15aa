/* SPDX-License-Identifier: MIT */
#ifndef TESTS_WORLD_STORE_H
#define TESTS_WORLD_STORE_H

#include <stdbool.h>

/*
 * Where tests keep their stores: in files of SQLite, or, when
 * $DOSSIER_TEST_STORE names the server that tests/pgsql/with-server started,
 * in databases of their own there.
 */
bool	world_store_pgsql(void);

/* A store for a test: path itself, or a new database. With fill it is a copy
 * of one that fill made, once for all tests of the server. An address lasts
 * as long as the program. */
const char *world_store_new(const char *path, void (*fill)(const char *url));
const char *world_store_copy(const char *url);	/* of a database */
void	 world_store_drop(const char *url);	/* a database; else nothing */

#endif
