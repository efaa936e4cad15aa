/* SPDX-License-Identifier: MIT */
#ifndef STORE_DISCLOSURE_REQUEST_H
#define STORE_DISCLOSURE_REQUEST_H

#include "base/ctx.h"
#include "model/disclosure.h"
#include "model/dossier.h"

/* Requests for records of patients, and what was collected for each. */
enum err store_disclosure_request_add(struct ctx *, const struct dossier *,
	    struct disclosure_request *);
enum err store_disclosure_request_find(struct ctx *, const struct dossier *,
	    int64_t no, struct disclosure_request **out); /* NULL: none */
enum err store_disclosure_request_list(struct ctx *, const struct dossier *,
	    struct disclosure_request **out);		/* newest first */
/* Where it stands, and all that the steps say. ERR_CONFLICT when the row has
 * another version by now. */
enum err store_disclosure_request_save(struct ctx *,
	    struct disclosure_request *);

/* Open ones of all dossiers that the viewer sees, as a member of the
 * compartment medical; those due first. after: the row of the last page's
 * last, 0 none; limit 0: all. */
enum err store_disclosure_request_open(struct ctx *, int64_t after,
	    int limit, struct disclosure_request **out);
struct store_disclosure_request_count {
	int64_t open, late, soon;	/* by the days that were given */
	int64_t states[4];		/* received authorised collected
					 * reviewed */
};
enum err store_disclosure_request_counts(struct ctx *, const char *today,
	    const char *soon, struct store_disclosure_request_count *out);

enum err store_disclosure_request_items(struct ctx *, const struct dossier *,
	    const struct disclosure_request *, struct disclosure_item **out);
enum err store_disclosure_request_item_add(struct ctx *,
	    const struct disclosure_request *, const struct disclosure_item *);
enum err store_disclosure_request_item_save(struct ctx *,
	    const struct disclosure_request *, const struct disclosure_item *);
enum err store_disclosure_request_items_drop(struct ctx *,
	    const struct disclosure_request *);

#endif
