/* SPDX-License-Identifier: MIT */
#ifndef MODEL_OUTBOX_H
#define MODEL_OUTBOX_H

#include <stdint.h>

/* Mail of one person that is not taken, and what was said to it. */
struct outbox_trouble {
	struct outbox_trouble *next;
	const char *number, *name;	/* the person's */
	const char *email, *said;
	int64_t count;			/* notices that it would tell */
	int64_t queued;			/* the oldest of them */
	int64_t tries, again;		/* the next try, 0 given up */
	int64_t ended;			/* given up, 0 not yet */
};

#endif
