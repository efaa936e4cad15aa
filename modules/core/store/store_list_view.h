/* SPDX-License-Identifier: MIT */
#ifndef STORE_LIST_VIEW_H
#define STORE_LIST_VIEW_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/list_view.h"

/* Lists kept under a name: one's own, the team's, everybody's. */
enum err store_list_view_all(struct ctx *, struct list_view **out);
enum err store_list_view_find(struct ctx *, const char *number,
	    struct list_view **out);	/* NULL: none for this person */
enum err store_list_view_count(struct ctx *, int64_t *out); /* one's own */
enum err store_list_view_add(struct ctx *, struct list_view *,
	    const char *key);
/* ERR_CONFLICT when ->version is not the row's. */
enum err store_list_view_save(struct ctx *, struct list_view *,
	    const char *key);
enum err store_list_view_drop(struct ctx *, int64_t id);
/* Does the viewer work in the team? */
enum err store_list_view_team(struct ctx *, int64_t team, bool *out);

#endif
