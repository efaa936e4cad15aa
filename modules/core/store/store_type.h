/* SPDX-License-Identifier: MIT */
#ifndef STORE_TYPE_H
#define STORE_TYPE_H

#include <stdint.h>

#include "base/ctx.h"

/* Versions of case types, kept as the type.xml that was installed. */
struct store_type {
	struct store_type *next;
	int64_t id;
	const char *code;
	int version;
	const char *source;	/* the bytes of type.xml */
	const char *sha256;	/* of them */
	int64_t installed;	/* in lists */
};

enum err store_type_by_id(struct ctx *, int64_t id,
	    struct store_type *out);			/* ERR_MISSING */
enum err store_type_newest(struct ctx *, const char *code,
	    struct store_type *out);	/* without source; ERR_MISSING */
/* The newest of every code, by code, without source. */
enum err store_type_all(struct ctx *, struct store_type **out);
/* All versions of a code, newest first, without source. */
enum err store_type_versions(struct ctx *, const char *code,
	    struct store_type **out);
/* The row of a version; 0: there is none. */
enum err store_type_find(struct ctx *, const char *code, int version,
	    int64_t *id);
/* How many dossiers each version of a code has, the newest first; both up to
 * STORE_TYPE_MOST. */
#define STORE_TYPE_MOST 1001
struct store_type_count {
	struct store_type_count *next;
	int version;
	int64_t active, closed;
};
enum err store_type_counts(struct ctx *, const char *code,
	    struct store_type_count **out);
/* The newest of every code and those that running dossiers have, by code and
 * the newest first, at most 100. */
enum err store_type_used(struct ctx *, struct store_type **out);
enum err store_type_add(struct ctx *, struct store_type *); /* fills id */

/* The DMN files of a version, by name. */
struct store_type_model {
	struct store_type_model *next;
	const char *file;
	const char *source, *sha256;
};
enum err store_type_models(struct ctx *, int64_t type,
	    struct store_type_model **out);
/* Their names and sums alone. */
enum err store_type_model_sums(struct ctx *, int64_t type,
	    struct store_type_model **out);
/* The same of all versions of a code, the newest first. */
struct store_type_sum {
	struct store_type_sum *next;
	int version;
	const char *file, *sha256;
};
enum err store_type_sums(struct ctx *, const char *code,
	    const struct store_type_sum **out);
enum err store_type_model_add(struct ctx *, int64_t type,
	    const struct store_type_model *);

#endif
