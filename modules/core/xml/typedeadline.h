/* SPDX-License-Identifier: MIT */
#ifndef XML_TYPEDEADLINE_H
#define XML_TYPEDEADLINE_H

#include "xml/typeword.h"

/* By when what is to be done in cases of the type: <deadlines>, or NULL. */
void	 typedeadline_all(struct typeword *, const struct reader_node *);

#endif
