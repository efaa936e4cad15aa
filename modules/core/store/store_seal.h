/* SPDX-License-Identifier: MIT */
#ifndef STORE_SEAL_H
#define STORE_SEAL_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/seal.h"

/* The seals over the log, and up to where each chain is sealed. */

/* The newest, or a certain one; .number is 0 when there is none. */
enum err store_seal_last(struct ctx *, struct seal *out);
enum err store_seal_find(struct ctx *, int64_t number, struct seal *out);
/* The last that holds a head of this dossier, and how many of its events
 * came after that head. */
enum err store_seal_of(struct ctx *, int64_t dossier, struct seal *out,
	    int64_t *later);
/* Those after a number, in their order, at most so many. */
enum err store_seal_list(struct ctx *, int64_t after, int most,
	    struct seal **out, size_t *n);

/*
 * Chains that got events since they were sealed, in the order of the leaves:
 * topics by name, then dossiers by their row. Each is shown once. *end is
 * the last dossier, up to which store_seal_add() takes them; when there are
 * more than most, the rest waits for the next seal.
 */
typedef void store_seal_fn(void *, const struct seal_head *,
	    int64_t sealed);	/* up to where it was */
enum err store_seal_walk(struct ctx *, int64_t most, store_seal_fn *, void *,
	    int64_t *end, bool *more);
/* Writes the seal and its leaves, and moves the chains' marks. */
enum err store_seal_add(struct ctx *, const struct seal *, int64_t end);

#endif
