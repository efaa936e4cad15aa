/* SPDX-License-Identifier: MIT */
#ifndef TEXT_REGEX_SET_H
#define TEXT_REGEX_SET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* Sets of characters as ICU's patterns and classes write them, in ASCII. */

/* A range, with what differs from it by case alone where that counts. */
void	 regex_set_range(struct buf *, int32_t from, int32_t to,
	    bool caseless);
/* A category such as Lu, or IsGreek for a block; false: there is none. */
bool	 regex_set_property(struct buf *, const char *name, bool without);
/* What XPath means by the letter after a backslash; NULL: no set. */
const char *regex_set_escape(int32_t letter);

#endif
