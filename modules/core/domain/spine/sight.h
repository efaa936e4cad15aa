/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SIGHT_H
#define DOMAIN_SIGHT_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/dossier.h"

/*
 * What of a field somebody may read. A type gives each field a class; those
 * of the guarded classes (identifier, medical, privileged, bank) are shown in
 * full, masked or not at all, by the roles of a person as dossier.conf says.
 * Every page, file and mail gets values by casetype_show(), which asks here,
 * so a mask is in the view and print and export have it too.
 *
 * To unmask is an act with a reason. It holds for one dossier, one session
 * and ten minutes, and it is an event.
 */
#define SIGHT_SECONDS 600

enum sight { SIGHT_NONE, SIGHT_MASKED, SIGHT_FULL };

extern const char sight_dots[];	/* where nothing at all is shown */

enum sight sight_of(const struct ctx *, const struct type_field *);
/* "•••4711", or as many dots as there is nothing to be told of. */
const char *sight_mask(struct ctx *, const struct type_field *,
	    const char *canonical);
/* Has the type a field of which the viewer sees this? */
bool	 sight_any(const struct ctx *, const struct casetype *, enum sight);

/* dossier_open() tells it; sets cx->clear where the dossier is unmasked. */
enum err sight_enter(struct ctx *, const struct dossier *);
/* ERR_CONFLICT where nothing is masked. */
enum err sight_unmask(struct ctx *, struct dossier *, const char *why);

#endif
