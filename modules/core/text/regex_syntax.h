/* SPDX-License-Identifier: MIT */
#ifndef TEXT_REGEX_SYNTAX_H
#define TEXT_REGEX_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * The regular expressions of XPath (Functions and Operators 3.1, 5.6.1, and
 * XML Schema Part 2, appendix G), said in ICU's language.
 */
struct regex_flags {
	bool dot_all, lines, caseless, spaced, literal;	/* s m i x q */
};

/* NULL, or why it is refused: part of an English sentence. */
const char *regex_syntax_flags(const char *, size_t len,
	    struct regex_flags *out);
/* The pattern added to the buffer in ASCII. */
const char *regex_syntax(const char *pattern, size_t len, struct regex_flags,
	    struct buf *out);

#endif
