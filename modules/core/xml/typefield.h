/* SPDX-License-Identifier: MIT */
#ifndef XML_TYPEFIELD_H
#define XML_TYPEFIELD_H

#include "xml/typeword.h"

/* What is right inside <fields>, which may be NULL: into the type. */
void	typefield_all(struct typeword *,
	    const struct reader_node *fields);
const struct type_field *typefield_find(const struct type_field *,
	    const char *code);
/* Kind, words, bounds and choices of a field or of a question of a form, into
 * one whose code is known; word: the kind. */
void	typefield_read(struct typeword *, const struct reader_node *,
	    const char *word, struct type_field *);

#endif
