/* SPDX-License-Identifier: MIT */
#ifndef XML_JUDGMENTTEXT_H
#define XML_JUDGMENTTEXT_H

#include "base/arena.h"
#include "model/judgment.h"
#include "xml/reader.h"

/* The text of a judgment in Akoma Ntoso, line by line, but for what is said
 * about it in meta: every word, once, in its order. */
struct judgment_line *judgmenttext(struct arena *,
	    const struct reader_node *judgment);

#endif
