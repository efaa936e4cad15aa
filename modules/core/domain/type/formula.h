/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FORMULA_H
#define DOMAIN_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

/* The pieces of an expression of FEEL, for telling people what it uses: a
 * name that stands for itself, one after a point, a string, all else. */
struct formula_piece {
	enum {
		FORMULA_OTHER, FORMULA_NAME, FORMULA_MEMBER, FORMULA_STRING
	} kind;
	const char *text;	/* within the expression */
	size_t len;
};

/* The piece at *at, which moves behind it; false: the end. A first call sets
 * *out to zeros. */
bool	 formula_next(const char **at, struct formula_piece *out);
bool	 formula_is(const struct formula_piece *, const char *name);
/* Does the expression use this name? */
bool	 formula_uses(const char *feel, const char *name);

#endif
