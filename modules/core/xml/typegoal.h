/* SPDX-License-Identifier: MIT */
#ifndef XML_TYPEGOAL_H
#define XML_TYPEGOAL_H

#include "xml/typeword.h"

/* The goals that cases of the type may start from: <goals>, or NULL. */
void	 typegoal_all(struct typeword *, const struct reader_node *);

#endif
