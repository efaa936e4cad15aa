/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DRAFT_H
#define DOMAIN_DRAFT_H

#include "base/ctx.h"
#include "base/json.h"

/*
 * A request half written: what its writer typed so far, unchecked. It is
 * its writer's alone, is no record of anything, and is gone after 30 days
 * without a change.
 */
struct draft {
	struct draft *next;
	const char *number;	/* D-48392070, for addresses */
	const char *type, *title;
	int64_t kept;
	const struct json_pair *fields;	/* of one that was opened */
};

/* Under that number, or as a new one when it is not there (any more). */
enum err draft_keep(struct ctx *, const char *number, const char *type,
	    const char *title, const struct json_pair *fields,
	    const char **out);
enum err draft_open(struct ctx *, const char *number, struct draft **out);
enum err draft_list(struct ctx *, struct draft **out);	/* newest first */
/* Forgets it; OK when it is not there. */
enum err draft_discard(struct ctx *, const char *number);
enum err draft_sweep(struct ctx *);	/* forgets those past their days */

#endif
