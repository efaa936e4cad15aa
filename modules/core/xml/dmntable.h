/* SPDX-License-Identifier: MIT */
#ifndef XML_DMNTABLE_H
#define XML_DMNTABLE_H

#include "xml/dmnword.h"

#define DMNTABLE_CELLS 1000000	/* of a table: rules times columns */

/* <decisionTable>, 8.3. Every rule has as many cells as the table columns,
 * whatever the file says. */
struct dmn_table *dmntable_read(struct dmnword *,
	    const struct reader_node *);

#endif
