/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_DISCLOSURES_H
#define STORE_VERIFY_DISCLOSURES_H

#include <stdbool.h>

#include "base/ctx.h"

/* Every line of the accounts of disclosures, for the operator's check: in the
 * order of dossiers and their numbers. false from the function ends the
 * walk. */
struct store_verify_disclosure {
	int64_t dossier, no;
	const char *number;	/* of the dossier */
	const char *disclosed, *receiver, *address, *what, *way, *ground,
	    *consents, *suspended;
	int64_t purpose, part2, recorded, actor;
};
typedef bool store_verify_disclosure_fn(void *,
	    const struct store_verify_disclosure *);
enum err store_verify_disclosures(struct ctx *, store_verify_disclosure_fn *,
	    void *);

#endif
