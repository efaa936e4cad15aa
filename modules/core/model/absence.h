/* SPDX-License-Identifier: MIT */
#ifndef MODEL_ABSENCE_H
#define MODEL_ABSENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/event.h"

/* Somebody is away, and somebody else stands in for them. */
struct absence {
	struct absence *next;
	int64_t id;
	const char *number;	/* S-48392070, for addresses */
	int64_t person, substitute;
	const char *person_number, *person_name;
	const char *substitute_number, *substitute_name;
	int64_t begins, ends;	/* moments; ends is the first one back */
	bool every;		/* of all case types */
	const char *types;	/* else codes with a space between, sorted */
	const char *note;
};

/* What was done for somebody, on a dossier that the reader sees. */
struct absence_act {
	struct absence_act *next;
	struct event event;
	const char *dossier, *title;
	int64_t type_id;
};

/* Whom the viewer stands in for right now: what every page asks. */
struct standing {
	struct standing *next;
	int64_t person;
	const char *number, *name;	/* of who is away */
	int64_t ends;
	bool every;
	const char *types;	/* as above */
};

#endif
