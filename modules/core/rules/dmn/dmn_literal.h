/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_LITERAL_H
#define RULES_DMN_LITERAL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The constants of a text, found by their looks: numbers, texts, true and
 * false, and dates, times and durations as literals or made of one text.
 * tests: the text is of a cell that tests, else an expression.
 */

/* Reads on to the next constant, and gives its length; 0 at the end, with *s
 * NULL where something else than signs stands before it. */
size_t	 dmn_literal_next(const char **s, bool tests);
/* Are there constants alone in the text, and no names? NULL: no. */
bool	 dmn_literal_only(const char *s, bool tests);

#endif
