/* SPDX-License-Identifier: MIT */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Lists of words: "one two three", or an array. */
bool	 words_have(const char *list, const char *word);
bool	 words_among(const char *const *words, size_t n, const char *word);
/* The list for people, with one more: "one, two, three". */
const char *words_comma(struct arena *, const char *list, const char *word);

#endif
