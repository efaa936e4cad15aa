/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_CONSENTS_H
#define STORE_VERIFY_CONSENTS_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/consent.h"

/* Every consent, for the operator's check: in the order of dossiers and
 * numbers; its persons by the numbers that they have now. false from the
 * function ends the walk. */
struct store_verify_consent {
	int64_t dossier;
	const char *number;	/* of the dossier */
	int64_t taker, ender;
	struct consent c;
};
typedef bool store_verify_consent_fn(void *,
	    const struct store_verify_consent *);
enum err store_verify_consents(struct ctx *, store_verify_consent_fn *,
	    void *);

#endif
