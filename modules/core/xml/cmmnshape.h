/* SPDX-License-Identifier: MIT */
#ifndef XML_CMMNSHAPE_H
#define XML_CMMNSHAPE_H

#include "xml/cmmnword.h"

/*
 * What the schema of the OMG (CMMN11.xsd, CMMN11CaseModel.xsd) lets stand
 * where: elements, their order and number, attributes and their values. What
 * cannot be meant is a fault; what is only in a wrong place, or too much, a
 * mild one. Takes note of what may stand where it does, and of what vendors
 * added.
 */
void	 cmmnshape_check(struct cmmnword *, const struct reader_node *root);

/* The definitions of plan items, as names separated by blanks. */
extern const char cmmnshape_definitions[];

#endif
