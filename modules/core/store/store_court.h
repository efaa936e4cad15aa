/* SPDX-License-Identifier: MIT */
#ifndef STORE_STORE_COURT_H
#define STORE_STORE_COURT_H

#include <stdbool.h>

#include "base/ctx.h"

/* The table court. */
struct store_court {
	struct store_court *next;
	int64_t id;
	const char *code;
	int version;
	const char *source, *sha256;
	int64_t installed;
};

/* The newest version of each, by their codes. */
enum err store_court_list(struct ctx *, struct store_court **out);
/* version 0: the newest; NULL: there is none. */
enum err store_court_find(struct ctx *, const char *code, int version,
	    struct store_court **out);
enum err store_court_add(struct ctx *, struct store_court *);
enum err store_court_drop(struct ctx *, const struct store_court *);

/* Each version, the newest of a court first; code "": of all courts. */
struct store_court_use {
	struct store_court_use *next;
	const char *code;
	int version;
	int64_t installed;
	const char *sha256;
	int64_t open;	/* deadlines under way by it, to 1,001 */
	bool used;	/* by any, ever */
};
enum err store_court_uses(struct ctx *, const char *code,
	    struct store_court_use **out);

#endif
