/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_LIST_VIEW_H
#define DOMAIN_LIST_VIEW_H

#include "base/ctx.h"
#include "model/list_view.h"

/*
 * Lists kept under a name: for oneself, or, by who leads, for a team that
 * one works in or for everybody. Whoever opens one sees the rows of the
 * list that their own rights give.
 */
#define LIST_VIEW_QUERY 3000	/* characters */

enum err list_view_all(struct ctx *, struct list_view **out); /* own first */
enum err list_view_open(struct ctx *, const char *number,
	    struct list_view **out);	/* ERR_MISSING */
bool	 list_view_own(const struct ctx *, const struct list_view *);

struct list_view_new {
	const char *name;
	int64_t team;		/* 0 none; refused as "share" */
	bool everybody;
	const char *query;
};
enum err list_view_make(struct ctx *, const struct list_view_new *,
	    struct list_view **out);
/* By the owner; version is the one that the form was made from. */
enum err list_view_change(struct ctx *, struct list_view *,
	    const struct list_view_new *, int64_t version);
enum err list_view_remove(struct ctx *, const struct list_view *);

#endif
