/* SPDX-License-Identifier: MIT */
#ifndef MODEL_GOAL_H
#define MODEL_GOAL_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What a dossier is to reach by a day. Numbers are scaled by the goal's
 * decimals; days are civil dates.
 */
enum goal_measure { GOAL_NUMBER, GOAL_YESNO, GOAL_STEPS };
#define GOAL_MEASURES "number", "yesno", "steps"	/* their words */
enum goal_state { GOAL_PROPOSED, GOAL_AGREED, GOAL_REACHED, GOAL_GIVEN_UP };

/* A small line of it. Who ticks it, its task or its item of the plan makes
 * it done. */
struct goal_step {
	struct goal_step *next;
	int64_t no;		/* in its goal */
	const char *title;
	int64_t task;		/* no of its task, 0 none */
	int64_t item;		/* no of its item of the plan, 0 none */
	bool done;		/* by whichever of them */
	int64_t ticked;		/* when by hand, 0 not */
	const char *ticked_by;
};

struct goal_value {
	struct goal_value *next;
	int64_t no;		/* in its goal */
	int64_t value;
	const char *measured;	/* day */
	int64_t entered;
	const char *actor, *note;
};

struct goal {
	struct goal *next;
	int64_t id, no;
	const char *code;	/* of the type's that it began as, or "" */
	const char *title, *purpose;
	enum goal_measure measure;
	const char *unit;	/* of a number: hours; or "" */
	int decimals;
	int64_t start, target;
	bool measured;		/* there is a value: */
	int64_t present;	/* the newest; else start */
	const char *due;	/* day */
	int64_t owner;
	const char *owner_name;
	enum goal_state state;
	int64_t since;		/* in this state */
	int64_t said_by;	/* person; 0: it followed from the measure */
	const char *said_by_name, *reason;
	int64_t created, version;
	int64_t steps_count, steps_done;
	struct goal_step *steps;	/* filled by goal_open() */
	struct goal_value *values;	/* the same; the newest first */
};

#endif
