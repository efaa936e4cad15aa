/* SPDX-License-Identifier: MIT */
#ifndef STORE_VERIFY_KEPT_H
#define STORE_VERIFY_KEPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ctx.h"

/* What the operator's check reads of rows that the log holds a sum of. */

/* What at most so many decisions rest on, in the order of their dossiers and
 * numbers, after the one that is named; *n were shown. */
struct store_verify_kept {
	int64_t dossier, no;
	const char *inputs, *derivation;
	bool odd;		/* a column is as we never write it */
};
typedef void store_verify_kept_fn(void *,
	    const struct store_verify_kept *);
enum err store_verify_kept_decisions(struct ctx *, int64_t dossier,
	    int64_t no, size_t most, store_verify_kept_fn *, void *, size_t *n);

/* The source of each version of a type, and of each of its models; and of
 * each version of a court, whose code then begins with these words. */
#define STORE_VERIFY_KEPT_COURT "court "
struct store_verify_kept_source {
	const char *code;
	int64_t version;
	const char *file;	/* "" type.xml */
	const char *source, *sha256;
	bool odd;
};
typedef bool store_verify_kept_source_fn(void *,
	    const struct store_verify_kept_source *);
enum err store_verify_kept_sources(struct ctx *,
	    store_verify_kept_source_fn *, void *);

#endif
