/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CARETEAM_H
#define DOMAIN_CARETEAM_H

#include "base/ctx.h"
#include "model/dossier.h"

/*
 * Who cares for a patient: the case manager, who is the lead of the case and
 * changes by handing it over, and people in the roles of its type, of the
 * staff or from outside.
 */
/* Somebody in a role. Staff are let into the case for it, and must be members
 * of its compartment. There is one patient. Fields: person, role. */
enum err careteam_add(struct ctx *, struct dossier *, const struct person *,
	    const char *role);
/* "Case manager", else the type's word. */
const char *careteam_role(struct ctx *, const struct dossier *,
	    const char *role);
/* Is it of those who care, and not whom they care for? */
bool	 careteam_is(const struct party *);

#endif
