/* SPDX-License-Identifier: MIT */
#ifndef TEXT_DIFF_H
#define TEXT_DIFF_H

#include <stddef.h>

#include "base/arena.h"

/*
 * What differs between two lists of texts, or two texts word by word: the
 * shortest script of them (Myers 1986, in linear space). Where the lists are so
 * unlike that it would take longer than the bound, the rest of a part counts
 * as replaced: what is told is right, but not the shortest.
 */
enum diff_kind { DIFF_SAME, DIFF_GONE, DIFF_NEW };
struct diff {
	struct diff *next;
	enum diff_kind kind;
	size_t a, b;		/* where it begins in each */
	size_t n;		/* so many of them */
};
/* Runs in their order; of a change what is gone comes first. */
struct diff *diff_lists(struct arena *, const char *const *a, size_t n,
	    const char *const *b, size_t m);

/* A text as a list: its paragraphs without the blank ones, or its words, each
 * with what stands before it; of Chinese and Japanese each character. NULL
 * follows the last. */
const char *const *diff_split_paragraphs(struct arena *, const char *text,
	    size_t *n);
const char *const *diff_split_words(struct arena *, const char *text,
	    size_t *n);

#endif
