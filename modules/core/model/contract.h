/* SPDX-License-Identifier: MIT */
#ifndef MODEL_CONTRACT_H
#define MODEL_CONTRACT_H

#include <stdint.h>

/* What the register tells of a contract beside its fields. */
struct contract {
	struct contract *next;
	int64_t dossier;	/* row */
	const char *party;	/* the first on the other side, "" none */
	int64_t others;		/* how many more there are */
};

#endif
