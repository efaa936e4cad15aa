/* SPDX-License-Identifier: MIT */
#ifndef TESTS_WORLD_KEPT_H
#define TESTS_WORLD_KEPT_H

#include <stdbool.h>

/*
 * The world as `make check` keeps it in a file of the build, made once by
 * pageworld for all tests on SQLite: applying every schema file anew took
 * most of the time of most of them, and nearly all of it under valgrind.
 */

/* Opens path, or ":memory:", as cx.db with a copy of it; false when none is
 * kept: by hand, without $top_builddir, a test makes its own. */
bool	world_kept_open(const char *path);

#endif
