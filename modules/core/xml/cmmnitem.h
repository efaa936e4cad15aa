/* SPDX-License-Identifier: MIT */
#ifndef XML_CMMNITEM_H
#define XML_CMMNITEM_H

#include "xml/cmmnword.h"

/* 5.4.3 to 5.4.11: plan items, their criteria and rules, planning tables. */

/* Plan items and sentries right inside a stage or a fragment. */
void	 cmmnitem_all(struct cmmnword *, const struct reader_node *,
	    struct cmmn_definition *of);
/* The planning table of a stage or a human task; NULL: it has none. */
struct cmmn_planning *cmmnitem_planning(struct cmmnword *,
	    const struct reader_node *, const struct cmmn_definition *of);
/* <exitCriterion> of the case plan model. */
struct cmmn_criterion *cmmnitem_criteria(struct cmmnword *,
	    const struct reader_node *, const char *child);
/* A <defaultControl> or <itemControl>; node NULL: there is none. */
struct cmmn_control cmmnitem_control(struct cmmnword *,
	    const struct reader_node *);
/* The event of an on-part or a trigger. */
enum cmmn_transition cmmnitem_event(struct cmmnword *,
	    const struct reader_node *, bool file);
/* When all definitions have been read: what an item has from its own, and
 * whether that fits the item. */
void	 cmmnitem_settle(struct cmmnword *);

#endif
