/* SPDX-License-Identifier: MIT */
#ifndef MODEL_LOOKED_H
#define MODEL_LOOKED_H

#include <stdint.h>

#include "model/event.h"

/* A reading that is on record. */
struct looked {
	struct looked *next;
	struct event event;	/* kind, who, for whom, when; body */
	const char *number;	/* of who looked */
	const char *role;	/* the first of their roles, "" none */
	const char *dossier;	/* number of the case */
};

#endif
