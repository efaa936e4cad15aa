/* SPDX-License-Identifier: MIT */
#ifndef TEXT_RECUR_H
#define TEXT_RECUR_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What comes again: so many times in each period of one unit of ISO 8601
 * (P7D, P2W, P3M, P1Y), at even distances, on different days; or once. A
 * month that is too short gives its last day. Days are counted since 1970.
 */
#define RECUR_MOST 400	/* units of a period, at the most */

struct recur {
	char unit;		/* D W M Y; 0: once */
	int n;			/* of them */
	int times;		/* in each period, from 1 */
	int64_t begins;		/* the first day */
	int64_t until;		/* the last at most; INT64_MAX none */
};

/* "" is once. False: it is none of these, or no room for so many times. */
bool	 recur_parse(const char *every, int times, struct recur *out);
/* Day k, from 0; false: it has no such day. */
bool	 recur_day(const struct recur *, int64_t k, int64_t *out);

#endif
