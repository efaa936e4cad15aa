/* SPDX-License-Identifier: MIT */
#ifndef MODEL_ASSIGN_H
#define MODEL_ASSIGN_H

#include <stdbool.h>
#include <stdint.h>

/* A word for what members of staff can do. */
struct skill {
	struct skill *next;
	int64_t id;
	const char *code, *name;
	int64_t people;		/* who have it, where counted */
	bool held;		/* by the person in question */
};

/* Somebody who can work on the dossier, and what speaks for them. How much
 * they have to do and their limit are for choosing alone: work on cases that
 * the viewer may not see counts too. What is shown and kept is how that
 * compares. */
struct assign_candidate {
	struct assign_candidate *next;
	int64_t person;
	const char *number, *name;	/* the person's */
	bool skilled;		/* has the skill that is needed */
	int64_t tasks, cases;	/* open ones that are theirs */
	int64_t load;		/* of both: a case weighs as two tasks */
	bool least;		/* nobody else who can has less */
	bool away;		/* absent, and somebody stands in */
	bool knows;		/* led for this requester before */
	int64_t limit;		/* of authority, minor units; -1 none */
	const char *currency;	/* of that */
	bool covered;		/* it covers the amount that is asked for */
	int64_t turn;		/* when last taken here, 0 never */
	const char *score;	/* that the table gives, "" none */
	const char *rules;	/* of the table, that gave it */
	const char *why_not;	/* skill authority away table; "" none */
	bool chosen;
};
#define ASSIGN_ANY INT64_MAX	/* a limit that no amount passes */

/* What decided between those who can. */
enum assign_how {
	ASSIGN_NONE,		/* nobody can */
	ASSIGN_ONLY,		/* one alone can */
	ASSIGN_SCORE,		/* the highest score */
	ASSIGN_LOAD,		/* of equal ones the least load */
	ASSIGN_TURN		/* of equal ones whose turn it is */
};

struct assign {
	int64_t no;		/* in its dossier, once it is kept */
	int64_t task;		/* no, 0: who leads */
	enum assign_how how;
	const char *skill;	/* name, "" none is needed */
	const char *decision;	/* code of the table, "" none */
	int64_t type_id;	/* version of the type that has it */
	struct assign_candidate *candidates;	/* the chosen one first */
	struct assign_candidate *chosen;	/* NULL: nobody */
	int64_t among;		/* how many can */
	bool amount;		/* one is to be covered */
	const char *inputs, *derivation;	/* of the chosen one, JSON */
	int64_t asked;
	bool by_itself;		/* nobody asked */
	const char *asked_by;	/* name, "" by itself */
};

#endif
