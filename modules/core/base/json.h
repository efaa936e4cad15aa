/* SPDX-License-Identifier: MIT */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/arena.h"

/*
 * The JSON of event bodies: an object of texts and of groups of texts.
 *   {"before":{"phase":"planning"},"after":{"phase":"risk"},"why":"..."}
 */
struct json_pair {
	struct json_pair *next;
	const char *group;	/* "" at the top */
	const char *name;
	const char *text;
};

/* Pairs to JSON, in their order; NULL when a text is not UTF-8. */
char	*json_write(struct arena *, const struct json_pair *);
/* And back; what is not a text is left out. NULL: none, or no JSON. */
struct json_pair *json_read(struct arena *, const char *);

#endif
