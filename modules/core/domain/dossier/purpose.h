/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PURPOSE_H
#define DOMAIN_PURPOSE_H

#include "base/ctx.h"
#include "model/dossier.h"

/*
 * What somebody reads a dossier for. A compartment may ask for it: then who
 * is on such a dossier (leads it, has a role or a task on it) treats, and any
 * other member says it before they see anything. It holds for one dossier and
 * one browser, and stands in each look.
 */
#define PURPOSE_SECONDS (12 * 3600)	/* a long day */
#define PURPOSE_TREATMENT "treatment"
#define PURPOSE_EMERGENCY "emergency"	/* was asked when it was opened */

/* To choose from; NULL after the last n. */
const char *purpose_code(size_t n, const char **word);
const char *purpose_word(const char *code);

/* dossier_open() tells it: fills d->purpose. ERR_FORBIDDEN with cx->unasked
 * where the viewer has not said it yet. */
enum err purpose_enter(struct ctx *, struct dossier *);
/* The dossier of a number that the viewer may see, and nothing of it but
 * that; whether it asks. ERR_MISSING. */
enum err purpose_open(struct ctx *, const char *number, struct dossier **out,
	    bool *asks);
/* Fields: purpose, why. */
enum err purpose_give(struct ctx *, struct dossier *, const char *code,
	    const char *why);

#endif
