/* SPDX-License-Identifier: MIT */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/*
 * Unit tests in TAP. A test is a function whose name is a sentence:
 *   int main(void) { RUN(an_open_task_keeps_it_open); return DONE; }
 */
static int check_count, check_failed;
static bool check_ok;

#define CHECK(cond) do {						\
	if (!(cond)) {							\
		check_ok = false;					\
		printf("# %s:%d: %s\n", __FILE__, __LINE__, #cond);	\
	}								\
} while (0)

#define CHECK_TEXT(got, want) do {					\
	const char *check_g = (got), *check_w = (want);			\
	if (check_g == NULL || strcmp(check_g, check_w) != 0) {		\
		check_ok = false;					\
		printf("# %s:%d: %s is \"%s\", not \"%s\"\n",		\
		    __FILE__, __LINE__, #got,				\
		    check_g == NULL ? "(null)" : check_g, check_w);	\
	}								\
} while (0)

#define RUN(test) do {							\
	check_ok = true;						\
	test();								\
	check_count++;							\
	check_failed += !check_ok;					\
	printf("%s %d - %s\n", check_ok ? "ok" : "not ok", check_count,	\
	    #test);							\
	fflush(stdout);							\
} while (0)

#define SKIP(test, why) printf("ok %d - %s # SKIP %s\n", ++check_count,	\
	    test, why)

#define DONE (printf("1..%d\n", check_count), check_failed != 0)

#endif
