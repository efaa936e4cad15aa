/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOSSIER_NUMBER_H
#define DOMAIN_DOSSIER_NUMBER_H

#include <stdbool.h>

#include "base/ctx.h"

/*
 * Numbers that people read out: C-2026-48392070 of a dossier, P-48392070 of
 * a person. Seven random digits, so that a number tells no count, and a
 * check digit by ISO 7064 MOD 11,10, which finds each wrong digit and nearly
 * every swap of two neighbours.
 */
const char *dossier_number_new(struct ctx *, const char *prefix); /* + year */
const char *dossier_number_person(struct ctx *);
const char *dossier_number_arrival(struct ctx *);	/* U-48392070 */
const char *dossier_number_draft(struct ctx *);		/* D-48392070 */
const char *dossier_number_act(struct ctx *);	/* A-48392070 */
const char *dossier_number_view(struct ctx *);	/* of a kept list */
const char *dossier_number_glass(struct ctx *);	/* E-48392070 */
const char *dossier_number_authority(struct ctx *);	/* L-48392070 */
const char *dossier_number_absence(struct ctx *);	/* S-48392070 */
const char *dossier_number_wall(struct ctx *);	/* W-48392070 */
const char *dossier_number_clearance(struct ctx *);	/* K-48392070 */
const char *dossier_number_handover(struct ctx *);	/* H-48392070 */
const char *dossier_number_appointment(struct ctx *);	/* T-48392070 */
/* One may be taken already; that twenty are does not happen. */
#define DOSSIER_NUMBER_TRIES 20
enum err dossier_number_none(struct ctx *);	/* refuses: all were */
char	 dossier_number_check(const char *digits);	/* '0' to '9' */

/* Right in form and check digit; whether it was given is the store's. */
bool	 dossier_number_ok(const char *number);
/* "C-2026-48392070.3", a thing of a dossier, as keys of pages have it. */
bool	 dossier_number_split(struct ctx *, const char *key,
	    const char **number, int64_t *no);

#endif
