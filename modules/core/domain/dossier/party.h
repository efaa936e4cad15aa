/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PARTY_H
#define DOMAIN_PARTY_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/dossier.h"

/* Persons in roles on a dossier. */
/* "Lead", "Requester", else the type's word for the role. */
const char *party_role(struct ctx *, const struct casetype *,
	    const char *role);
enum err party_add(struct ctx *, struct dossier *, int64_t person,
	    const char *role);
enum err party_end(struct ctx *, struct dossier *, int64_t no,
	    const char *why);		/* never the lead */

#endif
