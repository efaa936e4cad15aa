/* SPDX-License-Identifier: MIT */
#ifndef MODEL_RELEASE_H
#define MODEL_RELEASE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/compartment.h"

/* A privileged thing of a dossier may leave the house. */
struct release {
	struct release *next;
	int64_t id;
	int64_t no;		/* of the thing */
	enum compartment_kind kind;
	const char *name;	/* of a note its text */
	const char *receiver;	/* to whom, or for what */
	const char *reason;
	int64_t given, until;	/* until 0: until it is taken back */
	const char *giver;
	int64_t ended;		/* taken back, 0 not */
	const char *ender, *ended_why;
	bool holds;		/* now */
};

#endif
