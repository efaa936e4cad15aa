/* SPDX-License-Identifier: MIT */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Folded for looking up and sorting: no case, no accents, ß as ss, NFKC,
 * runs of white space as one blank, ends trimmed. */
char	*fold(struct arena *, const char *);
/* The same for an index of long texts: the first 250 characters of it. */
char	*fold_key(struct arena *, const char *);
bool	 fold_utf8_ok(const char *, size_t);	/* well-formed, no NUL */
size_t	 fold_length(const char *);		/* characters */
/* In upper or lower case, in the way of no language; ß becomes SS. */
char	*fold_case(struct arena *, const char *, size_t len, bool upper,
	    size_t *out_len);
/* Tidies typed text: NFC, no control characters but newline and tab; ""
 * when nothing of it can be seen. */
char	*fold_tidy(struct arena *, const char *, bool lines);

/* water_damage, for addresses and rules: letters and digits of the folded
 * name; what has none gets some. */
char	*fold_code(struct arena *, const char *, char between);

/* The words of a text as the index has them: folded words; of Chinese and
 * Japanese runs each pair of characters. Separated by blanks, the
 * first 200 letters of each. */
char	*fold_words(struct arena *, const char *);
/* Of such words those that known does not have, each once. */
char	*fold_words_new(struct arena *, const char *known, const char *words);

#endif
