/* SPDX-License-Identifier: MIT */
#ifndef TEXT_REGEX_H
#define TEXT_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * Regular expressions as XPath has them (Functions and Operators 3.1, 5.6),
 * run by ICU. A run counts its steps down and is stopped when there are none
 * left, so that a hostile pattern ends. Texts are UTF-8.
 */
struct regex;

/* Compiled, which costs steps, and remembered, which costs none. NULL: why
 * says what is wrong with it, as part of an English sentence. Good until some
 * others have been asked for. */
struct regex *regex_find(const char *pattern, size_t len, const char *flags,
	    size_t flags_len, size_t *steps, const char **why);

/* Does it match anywhere? false in the result: why says so. */
bool	 regex_matches(struct regex *, const char *text, size_t len,
	    size_t *steps, bool *out, const char **why);

/* What it matches replaced; $1 is what the first group matched, $0 all of
 * it. NULL: why says so, as when it matches the empty text. */
char	*regex_replace(struct arena *, struct regex *, const char *text,
	    size_t len, const char *by, size_t by_len, size_t *steps,
	    size_t *out_len, const char **why);

/* The pieces between what it matches. NULL: as above. */
struct regex_piece {
	struct regex_piece *next;
	const char *text;	/* within the text */
	size_t len;
};
struct regex_piece *regex_split(struct arena *, struct regex *,
	    const char *text, size_t len, size_t *steps, const char **why);

#endif
