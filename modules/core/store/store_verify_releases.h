/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_RELEASES_H
#define STORE_VERIFY_RELEASES_H

#include <stdbool.h>

#include "base/ctx.h"

/* Every release of what is privileged, for the operator's check: in the order
 * of dossiers, things and time. false from the function ends the walk. */
struct store_verify_release {
	int64_t dossier, no;
	const char *number;	/* of the dossier */
	const char *receiver, *reason, *ended_why;
	int64_t given, giver, until;	/* until 0: it is taken back */
	int64_t ended, ender;	/* 0 not */
};
typedef bool store_verify_release_fn(void *,
	    const struct store_verify_release *);
enum err store_verify_releases(struct ctx *, store_verify_release_fn *,
	    void *);

#endif
