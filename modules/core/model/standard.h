/* SPDX-License-Identifier: MIT */
#ifndef MODEL_STANDARD_H
#define MODEL_STANDARD_H

#include <stdbool.h>
#include <stdint.h>

#include "model/casetype.h"

/* A standard care plan of a case type: careplans/CODE.xml in its folder. */
struct standard_problem {
	struct standard_problem *next;
	const char *code;
	const char *system, *value;	/* how others call it; "" */
	struct label label;
	int line;
};

/* days: from the day on which the plan begins. */
struct standard_goal {
	struct standard_goal *next;
	const char *code;
	const char *problem;	/* code, "" none */
	struct label label, help;	/* help may be all NULL */
	enum goal_measure measure;
	struct label unit;	/* may be all NULL */
	int decimals;
	int64_t start, target;	/* scaled */
	int days;
	int line;
};

struct standard_activity {
	struct standard_activity *next;
	const char *code;
	const char *goal, *role;	/* codes, "" none */
	const char *item;	/* of the type's plan that it is, "" none */
	struct label label, help;
	int days;		/* by then it is to be done */
	int line;
};

struct standard_service {
	struct standard_service *next;
	const char *code;
	const char *goal, *role;
	struct label label, help;
	const char *every;	/* "" once */
	int times;
	int from;		/* days until the first */
	int until;		/* days until the last at most, 0 no end */
	bool aftercare;		/* from the discharge on */
	int line;
};

struct standard {
	struct standard *next;
	const char *file;	/* careplans/hip.xml */
	const char *code;
	struct label label, help;	/* help may be all NULL */
	const struct standard_problem *problems;
	const struct standard_goal *goals;
	const struct standard_activity *activities;
	const struct standard_service *services;
};

#endif
