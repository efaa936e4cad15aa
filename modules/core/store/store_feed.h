/* SPDX-License-Identifier: MIT */
#ifndef STORE_FEED_H
#define STORE_FEED_H

#include <stdbool.h>

#include "base/ctx.h"
#include "base/digest.h"

/* Private links to calendars: one a person. */
struct store_feed {
	int64_t person;		/* 0: none */
	bool titles;
	int64_t made;
};
enum err store_feed_of(struct ctx *, int64_t person, struct store_feed *out);
enum err store_feed_find(struct ctx *, const unsigned char hash[DIGEST_SIZE],
	    struct store_feed *out);
enum err store_feed_put(struct ctx *, const struct store_feed *,
	    const unsigned char hash[DIGEST_SIZE]);
enum err store_feed_drop(struct ctx *, int64_t person);

#endif
