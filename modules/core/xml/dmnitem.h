/* SPDX-License-Identifier: MIT */
#ifndef XML_DMNITEM_H
#define XML_DMNITEM_H

#include "xml/dmnword.h"

/* All item definitions right inside a node: <itemDefinition> of a model,
 * <itemComponent> of another (7.3.2). Names once each. */
struct dmn_item *dmnitem_all(struct dmnword *, const struct reader_node *,
	    const char *child);

#endif
