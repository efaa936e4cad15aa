/* SPDX-License-Identifier: MIT */
#ifndef STORE_PROMISE_H
#define STORE_PROMISE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/promise.h"

/* Promises of an opened dossier: the open ones first, by their day. */
enum err store_promise_list(struct ctx *, const struct dossier *,
	    struct promise **out);
enum err store_promise_find(struct ctx *, const struct dossier *,
	    int64_t no, struct promise **out);	/* NULL: none */
enum err store_promise_add(struct ctx *, const struct dossier *,
	    struct promise *);
/* It is kept or moved; ERR_CONFLICT when it is not open any more. */
enum err store_promise_end(struct ctx *, const struct promise *);

/* Open ones of dossiers in sight, by their day, from a moment on without the
 * first so many of it; lead 0: of anybody. late: whose day is past alone. */
struct store_promise_filter {
	int64_t lead;
	bool late;
	int64_t from, without;
	int limit;
};
enum err store_promise_waiting(struct ctx *,
	    const struct store_promise_filter *, struct promise **out);
/* Tells who leads the dossiers of those that are due before a moment, and
 * once more of those that are broken; *n were told of. For the clock. */
enum err store_promise_tell(struct ctx *, int64_t until, int64_t *n);
/* Of those that the viewer leads, the first so many by their day: open, due
 * until a moment, and late. */
enum err store_promise_count(struct ctx *, int64_t until, int most,
	    int64_t *open, int64_t *due, int64_t *late);
/* A dossier has another lead, 0 none. */
enum err store_promise_lead(struct ctx *, int64_t dossier, int64_t lead);

#endif
