/* SPDX-License-Identifier: MIT */
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Numbers are scaled integers: 825000 with 2 decimals is 8,250.00. */
char	*number_text(struct arena *, const char *lang, int64_t, int decimals);
char	*number_money(struct arena *, const char *lang, int64_t minor,
	    const char *currency);	/* 8,250.00 EUR */
char	*number_bytes(struct arena *, const char *lang, int64_t bytes);
int	 number_minor(const char *currency);	/* JPY 0, EUR 2; -1 unknown */

/* As a person types it in that language. False: not a number, too many
 * decimals, too large. */
bool	 number_parse(const char *lang, const char *, int decimals,
	    int64_t *out);
char	*number_plain(struct arena *, int64_t, int decimals); /* 8250.00 */
bool	 number_plain_parse(const char *, int decimals, int64_t *out);

#endif
