/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_COMPARE_H
#define CASEWORK_COMPARE_H

#include "casework/shared/conflict.h"
#include "domain/course/dossier_change.h"

/* Leaves in a change of facts that came too late what is to be saved of it;
 * ERR_CONFLICT when something is to be chosen first. */
enum err compare_typed(struct request *, struct conflict *,
	    struct dossier *, struct dossier_change *);

#endif
