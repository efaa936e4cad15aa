/* SPDX-License-Identifier: MIT */
#ifndef XML_TYPECONSENT_H
#define XML_TYPECONSENT_H

#include "xml/typeword.h"

/* <consent>: read once roles and kinds of documents are. NULL: none. */
void	 typeconsent_read(struct typeword *, const struct reader_node *);

#endif
