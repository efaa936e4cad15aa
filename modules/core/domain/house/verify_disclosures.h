/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_DISCLOSURES_H
#define DOMAIN_VERIFY_DISCLOSURES_H

#include "base/ctx.h"

/*
 * Does the account of what left the house say what the log says: what, to whom,
 * when, by which right, and until when the patient is not told? Used as
 * verify_clearances.h is.
 */
struct verify_disclosures;
struct store_event;

struct verify_disclosures *verify_disclosures_begin(struct ctx *);
void	 verify_disclosures_event(struct verify_disclosures *,
	    struct ctx *small, const struct store_event *);
enum err verify_disclosures_last(struct verify_disclosures *,
	    const char **fault);
void	 verify_disclosures_end(struct verify_disclosures *);

#endif
