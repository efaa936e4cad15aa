/* SPDX-License-Identifier: MIT */
#ifndef XML_DMNEXPRESSION_H
#define XML_DMNEXPRESSION_H

#include "xml/dmnword.h"

/* Boxed expressions (7.3 and 10.2). An expression's element; NULL with a
 * fault: DMN has none of that name. */
struct dmn_expression *dmnexpression_read(struct dmnword *,
	    const struct reader_node *);
/* The one expression among a node's children, NULL: none. Others may be there
 * as well; what is in no list, ended by NULL, is a fault. */
struct dmn_expression *dmnexpression_in(struct dmnword *,
	    const struct reader_node *, const char *const *others);
/* The same, and a fault where it has none. */
struct dmn_expression *dmnexpression_must(struct dmnword *,
	    const struct reader_node *, const char *const *others);
/* A function definition: <functionDefinition> or <encapsulatedLogic>. */
struct dmn_expression *dmnexpression_function(struct dmnword *,
	    const struct reader_node *);

#endif
