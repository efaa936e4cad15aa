/* SPDX-License-Identifier: MIT */
#ifndef XML_TYPEDECISION_H
#define XML_TYPEDECISION_H

#include "xml/typeword.h"

/* What <risks> and <decisions> say of tables, each of which may be NULL, into
 * the type, whose fields are known. */
void	typedecision_all(struct typeword *, const struct reader_node *risks,
	    const struct reader_node *decisions);

#endif
