/* SPDX-License-Identifier: MIT */
#ifndef XML_CMMNTEXT_H
#define XML_CMMNTEXT_H

#include "xml/cmmnword.h"

/* Expressions of a model, as FEEL. What another language says, and what
 * cannot be said in FEEL, is a fault, and “false”. */

/* Of an element that is an expression; node NULL: there is none. */
struct cmmn_text cmmntext_read(struct cmmnword *, const struct reader_node *);
/* Of an element with a <condition> in it and a contextRef, which holds where
 * it says none. */
struct cmmn_text cmmntext_condition(struct cmmnword *,
	    const struct reader_node *);
/* The same, where ISO 8601 may stand as it is: PT2H, R3/PT1H, 2026-11-22. */
struct cmmn_text cmmntext_timer(struct cmmnword *,
	    const struct reader_node *);

#endif
