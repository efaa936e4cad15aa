/* SPDX-License-Identifier: MIT */
#ifndef BASE_CHILD_H
#define BASE_CHILD_H

#include <stddef.h>

#include "base/buf.h"

/*
 * Runs another program: input goes to its standard input, what it prints
 * into out, at most so many bytes, or into our log where out is NULL; what it
 * complains about there too, or the beginning of it into complaints.
 */
struct child {
	const char *const *argv;	/* [0] the program, ends with NULL */
	const char *input;
	size_t len;
	int seconds;			/* for all of it; then it is killed */
	struct buf *out;
	size_t most;
	struct buf *complaints;
};
enum child_end {
	CHILD_DONE,	/* by itself: *status is its exit status, 128 a
			 * signal's */
	CHILD_LATE,	/* killed, for it took too long or printed too much */
	CHILD_NONE	/* it cannot be run: *status is the errno */
};
enum child_end child_run(const struct child *, int *status);

#endif
