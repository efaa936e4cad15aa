/* SPDX-License-Identifier: MIT */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "base/ctx.h"
#include "model/dossier.h"

/* What the find box looks through: a row of words for each dossier. */

/* Writes the row anew from number, title, people, notes and names of
 * documents of the dossier and from more words (of its fields); does nothing
 * when nothing changed. */
enum err store_search_write(struct ctx *, int64_t dossier, const char *more);
/* Adds the words of a text that came, without reading the others again. */
enum err store_search_add(struct ctx *, int64_t dossier, const char *text);
/* The version of a dossier's type and the values of its fields. */
enum err store_search_fields(struct ctx *, int64_t dossier, int64_t *type,
	    struct value **out);
/* The dossiers that a person is on. */
enum err store_search_of(struct ctx *, int64_t person, int64_t **out,
	    size_t *n);

/* The words of what a person typed, folded, a dozen at most: more of them
 * ask no more than a machine would. */
const char *store_search_words(struct ctx *, const char *typed);
/* An expression for the index from folded words: each must be there, with
 * beginning the last one only begins so. NULL: no word. */
const char *store_search_match(struct ctx *, const char *words,
	    bool beginning);
/* What begins so without being the last word itself. */
const char *store_search_rest(struct ctx *, const char *words);
/* The same, within scopes of which there is one at least. */
const char *store_search_scoped(struct ctx *, const char *match,
	    const int64_t *scopes, size_t n);
/* Rows that have two of the words, within the scopes. */
const char *store_search_pairs(struct ctx *, const char *const *words,
	    size_t n, const int64_t *scopes, size_t nscopes);
/* What store_search_match() asks, for one row without the index, word by
 * word: a pattern that " words " of the row is LIKE. *words moves on to the
 * next. */
const char *store_search_like(struct ctx *, const char **words,
	    bool beginning);

#endif
