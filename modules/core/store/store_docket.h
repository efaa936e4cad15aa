/* SPDX-License-Identifier: MIT */
#ifndef STORE_DOCKET_H
#define STORE_DOCKET_H

#include "base/ctx.h"
#include "model/docket.h"
#include "model/matter.h"

/* The docket of a proceeding of an opened dossier. */
enum err store_docket_entries(struct ctx *, const struct proceeding *,
	    int64_t after, int limit, struct docket_entry **out);
enum err store_docket_parties(struct ctx *, const struct proceeding *,
	    struct docket_party **out);
enum err store_docket_entry_add(struct ctx *, const struct proceeding *,
	    const struct docket_entry *);
/* With those who represent it; its place must be free. */
enum err store_docket_party_add(struct ctx *, const struct proceeding *,
	    const struct docket_party *);
enum err store_docket_parties_drop(struct ctx *, const struct proceeding *);
/* Row of a case by its number, 0 none; for an operator. */
enum err store_docket_case(struct ctx *, const char *number, int64_t *id);

#endif
