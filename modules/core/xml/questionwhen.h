/* SPDX-License-Identifier: MIT */
#ifndef XML_QUESTIONWHEN_H
#define XML_QUESTIONWHEN_H

#include "xml/questionitem.h"

/* When an item is asked (enableWhen), as FEEL; "" always. What cannot be said
 * is told, and does not count. */
const char *questionwhen(struct questionitem_all *,
	    const struct reader_node *item);

#endif
