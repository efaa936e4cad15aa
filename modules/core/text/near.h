/* SPDX-License-Identifier: MIT */
#ifndef TEXT_NEAR_H
#define TEXT_NEAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * Names that are nearly the same: one letter more, less, other or swapped
 * in a word, words in another order, Müller and Mueller. All of it works on
 * folded text (text/fold.h).
 */
#define NEAR_KEYS 50	/* of one word at most */

/* Two words are the same (0), one slip apart (1), or further (2). */
int	 near_edits(struct arena *, const char *a, const char *b);
/* The keys of a word: two words one slip apart share one of them. */
size_t	 near_keys(struct arena *, const char *word,
	    const char *keys[NEAR_KEYS]);

enum near { NEAR_NOT, NEAR_ALIKE, NEAR_ORDER, NEAR_SAME };
/* Two whole names; ORDER: the same words, otherwise ordered or spelt. */
enum near near_names(struct arena *, const char *a, const char *b);

#endif
