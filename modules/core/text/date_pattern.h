/* SPDX-License-Identifier: MIT */
#ifndef TEXT_DATE_PATTERN_H
#define TEXT_DATE_PATTERN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Dates as other systems write them: M/d/yy, dd.MM.yyyy HH:mm (the letters
 * of Unicode's LDML, names of months in English), local to zone. False when
 * the text is not of that form, or is no such day. */
bool	 date_pattern(struct arena *, const char *pattern, const char *zone,
	    const char *text, int64_t *out);
bool	 date_pattern_ok(struct arena *, const char *pattern);

#endif
