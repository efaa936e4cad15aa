/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_IMPORT_NAMES_H
#define DOMAIN_IMPORT_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Names seen so far, by their hashes: eight bytes each, so that a log of
 * millions of cases fits. Each name may carry a number. */
struct import_names;

struct import_names *import_names_new(struct arena *);
/* True when the name is new; *number is the place of its number, 0 first,
 * and stays right until the next call. */
bool	 import_names_add(struct import_names *, const char *name,
	    int64_t **number);
size_t	 import_names_count(const struct import_names *);

#endif
