/* SPDX-License-Identifier: MIT */
#ifndef MODEL_CAREPLAN_H
#define MODEL_CAREPLAN_H

#include <stdbool.h>
#include <stdint.h>

enum careplan_state {
	CAREPLAN_DRAFT, CAREPLAN_AGREED,
	CAREPLAN_REVISED,	/* agreed once, and being changed */
	CAREPLAN_ENDED
};
#define CAREPLAN_STATES "draft", "agreed", "revised", "ended"

struct careplan {
	struct careplan *next;
	int64_t id, no;
	const char *title;
	const char *standard;	/* code of what it began as, "" tailored */
	enum careplan_state state;
	int64_t since;		/* in this state */
	const char *said_by_name, *reason;
	int64_t edition;	/* the newest that was kept, 0 none */
	int64_t version;
	struct careplan_edition *editions;	/* the newest first; filled
						 * by careplan_open() */
};

enum careplan_section {
	CAREPLAN_PROBLEM, CAREPLAN_GOAL, CAREPLAN_ACTIVITY, CAREPLAN_SERVICE,
	CAREPLAN_AFTERCARE, CAREPLAN_SECTIONS
};
#define CAREPLAN_SECTION_WORDS						\
	"problem", "goal", "activity", "service", "aftercare"

/* A line of what was kept; days are civil. */
struct careplan_line {
	struct careplan_line *next;
	enum careplan_section section;
	int64_t goal;		/* no of that it is for, or its own; 0 none */
	const char *text, *detail, *who;
	const char *day, *until;	/* due, or begins and ends; "" */
	const char *every;	/* of a service */
	int times;
	const char *state;	/* code, "" */
	int64_t done, missed;	/* of a service */
};

struct careplan_edition {
	struct careplan_edition *next;
	int64_t edition;
	bool ended;		/* else it was agreed */
	const char *day;	/* agreed, or discharged */
	const char *who;	/* agreed for the patient */
	const char *condition, *worked;	/* at the end */
	int64_t kept;
	const char *kept_by;
	struct careplan_line *lines;
};

/* A goal is for a problem: their numbers. */
struct careplan_ties {
	struct careplan_ties *next;
	int64_t problem, goal;
};

#endif
