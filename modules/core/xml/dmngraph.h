/* SPDX-License-Identifier: MIT */
#ifndef XML_DMNGRAPH_H
#define XML_DMNGRAPH_H

#include "xml/dmnword.h"

/* The elements of the requirements graph right inside <definitions> (6.3):
 * decisions, input data, knowledge models, services and sources. */
struct dmn_element *dmngraph_all(struct dmnword *,
	    const struct reader_node *);

#endif
