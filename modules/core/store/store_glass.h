/* SPDX-License-Identifier: MIT */
#ifndef STORE_GLASS_H
#define STORE_GLASS_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/glass.h"

/* Table glass, and the grants that it gives. */

/* The row of a dossier by its number, whoever may see it; 0 none. */
enum err store_glass_find(struct ctx *, const char *number, int64_t *out);
/* The viewer reads the dossier until then; a grant of their own waits. */
enum err store_glass_grant(struct ctx *, int64_t dossier, int64_t until);
/* It holds again where an emergency opened since that moment is over. */
enum err store_glass_end(struct ctx *, int64_t opened);
/* Sets ->id, 0 where the number is taken. */
enum err store_glass_add(struct ctx *, struct glass *);
/* The viewer's own that nobody has reviewed, oldest; NULL none. */
enum err store_glass_waiting(struct ctx *, struct glass **out);
/* Until when the viewer is at the dossier by one. */
enum err store_glass_until(struct ctx *, int64_t dossier, int64_t *out);
/* All, whoever may see their dossiers: to be reviewed by due, or reviewed,
 * newest first. after: "" or the number of the last page's last. */
enum err store_glass_list(struct ctx *, bool reviewed, const char *after,
	    int limit, struct glass **out);
enum err store_glass_get(struct ctx *, const char *number,
	    struct glass **out);	/* NULL none */
/* Not reviewed, and those of them whose day has gone by. */
enum err store_glass_open(struct ctx *, int64_t *out, int64_t *late);
/* Of dossiers that the viewer leads, not reviewed or not before since. */
enum err store_glass_led(struct ctx *, int64_t since, struct glass **out);
enum err store_glass_review(struct ctx *, const struct glass *);
/* Into the outbox of the lead and of all who review, but the viewer. */
enum err store_glass_tell(struct ctx *, const struct glass *, int64_t lead);
/* Into that of all who review, where the day of the review went by after
 * that moment. */
enum err store_glass_remind(struct ctx *, int64_t after, int64_t *out);
/* Numbers of those that a claim of the outbox is about. */
enum err store_glass_told(struct ctx *, int64_t until, struct glass **out);

#endif
