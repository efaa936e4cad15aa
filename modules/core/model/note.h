/* SPDX-License-Identifier: MIT */
#ifndef MODEL_NOTE_H
#define MODEL_NOTE_H

#include <stdbool.h>
#include <stdint.h>

/* What somebody wrote down. */
struct note {
	struct note *next;
	int64_t id, no;
	const char *text, *author;
	const char *contact;	/* the medium, where it tells of one with the
				 * requester; else "" */
	int64_t written;
	int64_t compartment;	/* as of a task */
	const char *compartment_name;
	bool held;		/* as of a task */
	/* model/exchange.h; all "" where nobody said so */
	const char *with, *way, *medium, *exchanged;
};

#endif
