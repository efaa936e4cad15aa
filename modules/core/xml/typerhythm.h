/* SPDX-License-Identifier: MIT */
#ifndef XML_TYPERHYTHM_H
#define XML_TYPERHYTHM_H

#include "xml/typeword.h"

/* The element <rhythm> of a type into r->type, whose phases and risks are
 * read already; NULL: the type says nothing. */
void	typerhythm_read(struct typeword *, const struct reader_node *);

#endif
