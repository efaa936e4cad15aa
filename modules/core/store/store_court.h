/* SPDX-License-Identifier: MIT */
#ifndef STORE_STORE_COURT_H
#define STORE_STORE_COURT_H

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

#endif
