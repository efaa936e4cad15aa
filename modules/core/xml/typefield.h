/* SPDX-License-Identifier: MIT */
#ifndef XML_TYPEFIELD_H
#define XML_TYPEFIELD_H

#include "xml/typeword.h"

/* What is right inside <fields>, which may be NULL: into the type. */
void	typefield_all(struct typeword *,
	    const struct reader_node *fields);
const struct type_field *typefield_find(const struct type_field *,
	    const char *code);

#endif
