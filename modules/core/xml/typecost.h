/* SPDX-License-Identifier: MIT */
#ifndef XML_TYPECOST_H
#define XML_TYPECOST_H

#include "xml/typeword.h"

/* The element <costs> of a type into r->type, whose fields are read already;
 * NULL: nothing is booked on its cases. */
void	typecost_read(struct typeword *, const struct reader_node *);

#endif
