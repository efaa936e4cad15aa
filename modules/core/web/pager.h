/* SPDX-License-Identifier: MIT */
#ifndef WEB_PAGER_H
#define WEB_PAGER_H

#include "web/request.h"
#include "web/view.h"

#define PAGER_COUNTED 1000	/* lists count no further */

/*
 * The foot of a list that comes in pages, for shared/pager.html: "first"
 * once "after" was asked for, and "next" unless next is "". `here` is the
 * address of the list without "after".
 */
void pager_show(struct request *, const char *here, const char *next);

/* The same with a number as the key of the next page; 0: it is the last. */
void pager_show_no(struct request *, const char *here, int64_t next);

/* How many, as name.n, and as name.more that there are more than that. */
void pager_count(struct view *, const char *name, int64_t n);

#endif
