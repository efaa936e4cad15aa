/* SPDX-License-Identifier: MIT */
#ifndef MODEL_DECISION_H
#define MODEL_DECISION_H

#include <stdbool.h>
#include <stdint.h>

#include "model/casetype.h"

/* What a table decided on a dossier. */
enum decision_state {
	DECISION_PROPOSED,	/* waits for a person */
	DECISION_MADE,		/* counts */
	DECISION_SUPERSEDED,	/* counted until a later one */
	DECISION_UNDONE		/* was taken back */
};

struct decision {
	struct decision *next;
	int64_t id, no;
	const char *code;		/* of the type's decision */
	int64_t type_id;		/* version whose table it was */
	const struct casetype *type;	/* that version, filled by domain */
	const struct type_decision *of;	/* and what it says of it */
	enum decision_state state;
	bool automatic, overridden;
	const char *proposed;		/* the table's, JSON; "" none */
	const char *result;		/* what counts, JSON; "" until made */
	const char *reason;
	int64_t asked, decided;
	const char *asked_by, *decided_by;	/* names, "" by itself */
	const char *known;		/* SHA-256 of what it was decided by */
};

#endif
