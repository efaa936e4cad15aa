/* SPDX-License-Identifier: MIT */
#ifndef MODEL_HANDOVER_H
#define MODEL_HANDOVER_H

#include <stdbool.h>
#include <stdint.h>

/* Somebody's open work is given to another, case by case, once they accept. */
enum handover_state {
	HANDOVER_WAITING,	/* the giver is responsible still */
	HANDOVER_ACCEPTED, HANDOVER_REFUSED, HANDOVER_WITHDRAWN,
	HANDOVER_GONE		/* the giver had nothing there any more */
};
#define HANDOVER_STATES							\
	"waiting", "accepted", "refused", "withdrawn", "gone"	/* words */

/* A line of a sheet: what who takes over has to know. */
struct handover_line {
	struct handover_line *next;
	const char *section;	/* code */
	const char *text, *detail;	/* detail "" none */
	int64_t due;		/* 0 none */
	int64_t thing;		/* number of a task or note, 0 none */
	int64_t compartment;	/* of that as it was then, 0 none */
};

struct handover_case {
	struct handover_case *next;
	int64_t no;		/* in its handover, from 1 */
	int64_t dossier;	/* row */
	const char *number, *title;	/* of the dossier */
	enum handover_state state;
	int64_t said;		/* answered then, 0 not yet */
	const char *said_by, *reason;
	const char *sha256;	/* of the sheet that was accepted, or "" */
};

struct handover {
	struct handover *next;
	int64_t id;
	const char *number;	/* H-48392070, for addresses */
	int64_t giver, receiver, made_by;
	const char *giver_name, *receiver_name, *made_by_name;
	int64_t made, begins;	/* not accepted before */
	const char *note;
	int64_t count, waiting;	/* cases in sight, and those not answered */
	struct handover_case *cases;	/* filled by handover_open() */
};

/* What somebody has on one case. */
struct handover_work {
	struct handover_work *next;
	const char *number, *title;	/* of the dossier */
	int64_t due;
	bool lead;
	int64_t tasks, roles;	/* open ones of theirs; others than lead */
	const char *waits;	/* for whom, where it is offered already */
};

/* Somebody who signs in no more, and leads cases. */
struct handover_left {
	struct handover_left *next;
	const char *number, *name;	/* of the person */
	int64_t cases;
};

#endif
