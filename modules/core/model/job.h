/* SPDX-License-Identifier: MIT */
#ifndef MODEL_JOB_H
#define MODEL_JOB_H

#include <stdbool.h>
#include <stdint.h>

/* What runs by itself, and how its last run went. */
struct job {
	struct job *next;
	const char *name, *host;
	int64_t run;		/* counts its starts */
	int64_t started, ended, good;	/* good: last time well; 0 never */
	int64_t until;		/* that run has it so long; 0 nobody */
	bool ok;
	const char *said;
	int64_t mark;		/* how far it came, as it counts */
};

#endif
