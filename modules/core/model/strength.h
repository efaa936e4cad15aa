/* SPDX-License-Identifier: MIT */
#ifndef MODEL_STRENGTH_H
#define MODEL_STRENGTH_H

#include <stdbool.h>
#include <stdint.h>

/* What a patient can do, or (a wish) a personal goal in their own words. */
struct strength {
	struct strength *next;
	int64_t id, no;
	bool wish;
	const char *area;	/* STRENGTH_AREAS, "" none */
	const char *words;
	const char *said_by, *said;	/* by whom, civil day */
	int64_t goal;		/* no of the goal that a wish became, 0 */
	const char *goal_title;
	const char *ended, *why;	/* civil; "" it holds */
	const char *noted_by;
	int64_t version;
};
#define STRENGTH_AREAS "daily", "health", "people", "home", "work",	\
	"learning", "leisure", "money", "faith"

#endif
