/* SPDX-License-Identifier: MIT */
#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include <stdbool.h>

#include "base/ctx.h"

/* Drafts of the viewer; no statement reads those of anybody else. */
struct store_draft {
	struct store_draft *next;
	const char *number, *type, *title, *content;
	int64_t kept;
};

/* *kept is false when there is none of that number, or it is taken. */
enum err store_draft_save(struct ctx *, const struct store_draft *,
	    bool *kept);
enum err store_draft_add(struct ctx *, const struct store_draft *,
	    bool *kept);
enum err store_draft_find(struct ctx *, const char *number,
	    struct store_draft **out);		/* NULL: none */
enum err store_draft_list(struct ctx *, int64_t since,
	    struct store_draft **out);		/* without the content */
enum err store_draft_drop(struct ctx *, const char *number);
enum err store_draft_sweep(struct ctx *, int64_t before);

#endif
