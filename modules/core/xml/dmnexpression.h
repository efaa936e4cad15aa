/* SPDX-License-Identifier: MIT */
#ifndef XML_DMNEXPRESSION_H
#define XML_DMNEXPRESSION_H

#include "xml/dmnword.h"

/* Boxed expressions (7.3 and 10.2). The one expression among a node's
 * children, NULL: none. Others may be there as well; what is in no list, ended
 * by NULL, is a fault. */
struct dmn_expression *dmnexpression_in(struct dmnword *,
	    const struct reader_node *, const char *const *others);
/* A function definition: <functionDefinition> or <encapsulatedLogic>. */
struct dmn_expression *dmnexpression_function(struct dmnword *,
	    const struct reader_node *);

#endif
