/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_HEALTH_H
#define DOMAIN_HEALTH_H

#include <stdbool.h>

#include "base/ctx.h"

/* How the house stands: what a program can see of it by itself. */
struct health {
	const char *version;		/* of the programs */
	int64_t schema, expected;	/* of the store, by the programs */
	const char *store;		/* where it lies */
	int64_t store_bytes;		/* -1 unknown */
	int64_t store_free;		/* on that disk; -1 unknown */
	int64_t documents_free;
	bool store_low, documents_low;	/* under 5 % or 1 GB is left */
	int64_t last_event;		/* when anything was last recorded */
	int64_t directory;		/* newest answer, 0 never */
	bool directory_stale;		/* longer ago than freshness allows */
};
enum err health_look(struct ctx *, struct health *out);

#endif
