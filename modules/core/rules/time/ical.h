/* SPDX-License-Identifier: MIT */
#ifndef RULES_ICAL_H
#define RULES_ICAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Recurrence by RFC 5545, by libical. Days are numbers since 1970-01-01.
 */
#define ICAL_MOST 20000	/* times that a rule is followed */

/* A rule that libical reads, and that gives a first day. */
bool	 ical_rule_ok(const char *rule, int64_t first);
/* The days from one until before another on which a rule falls that begins
 * with the first; up to so many, in order. Gives how many. */
size_t	 ical_days(const char *rule, int64_t first, int64_t from,
	    int64_t until, int64_t *out, size_t most);
/* The last of them; false: there are more than ICAL_MOST. */
bool	 ical_last(const char *rule, int64_t first, int64_t *out);

#endif
