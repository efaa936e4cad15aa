/* SPDX-License-Identifier: MIT */
#ifndef MODEL_SEAL_H
#define MODEL_SEAL_H

#include <stdint.h>

#include "base/digest.h"

/* One root over the heads of all chains that grew; chained itself. */
struct seal {
	int64_t number;		/* 0: none */
	int64_t sealed;
	int64_t heads;		/* leaves of its tree */
	int64_t chains, events;	/* sealed so far, by it and all before */
	unsigned char root[DIGEST_SIZE], prev[DIGEST_SIZE], hash[DIGEST_SIZE];
};

/* A leaf: where a chain ended when it was sealed. */
struct seal_head {
	int64_t dossier;	/* 0: of a topic */
	const char *topic;	/* "": of a dossier */
	int64_t seq;
	unsigned char hash[DIGEST_SIZE];
};

#endif
