/* SPDX-License-Identifier: MIT */
#ifndef XML_CMMNDEFINITION_H
#define XML_CMMNDEFINITION_H

#include "xml/cmmnword.h"

/* 5.4.2, 5.4.8, 5.4.10: a definition of plan items, with all that is in
 * it; the case plan model is one. */
struct cmmn_definition *cmmndefinition_read(struct cmmnword *,
	    const struct reader_node *);

#endif
