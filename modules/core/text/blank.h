/* SPDX-License-Identifier: MIT */
#ifndef TEXT_BLANK_H
#define TEXT_BLANK_H

#include <stdbool.h>

#include "base/arena.h"

/* White space of XML and FEEL. */
#define BLANK " \t\r\n"

bool	 blank_only(const char *text);
const char *blank_trim(struct arena *, const char *text);	/* a copy */

#endif
