/* SPDX-License-Identifier: MIT */
#ifndef STORE_PARTY_H
#define STORE_PARTY_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Persons in roles on an opened dossier. */
enum err store_party_add(struct ctx *, const struct dossier *, int64_t no,
	    int64_t person, const char *role);
enum err store_party_end(struct ctx *, const struct dossier *, int64_t no);
/* After a change of these: the first who still is one, for lists. */
enum err store_party_requester(struct ctx *, struct dossier *);
enum err store_party_list(struct ctx *, struct dossier *); /* also ended ones */

#endif
