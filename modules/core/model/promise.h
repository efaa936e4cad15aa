/* SPDX-License-Identifier: MIT */
#ifndef MODEL_PROMISE_H
#define MODEL_PROMISE_H

#include <stdint.h>

/* A date that a requester was told, and what became of it. */
enum promise_state { PROMISE_OPEN, PROMISE_KEPT, PROMISE_MOVED };
#define PROMISE_STATES "open", "kept", "moved"		/* their words */

struct promise {
	struct promise *next;
	int64_t id, no;
	const char *text;	/* what was promised */
	int64_t person;		/* to whom, 0: whoever asked */
	const char *person_name;	/* "" nobody in particular */
	const char *medium;	/* how it was told, a code */
	int64_t made;
	const char *made_by;	/* name */
	int64_t due;
	enum promise_state state;
	int64_t said;		/* kept or moved then, */
	int64_t said_by;
	const char *said_by_name;
	const char *how;	/* by which medium, "" none */
	int64_t document;	/* no of the letter, 0 none */
	const char *note;
	int64_t moved_from;	/* no of the one that it replaces, 0 none */
	const char *number, *dossier_title;	/* in lists over dossiers */
	const char *lead_name;			/* the same */
};

#endif
