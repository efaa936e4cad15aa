/* SPDX-License-Identifier: MIT */
#ifndef RULES_ICAL_OUT_H
#define RULES_ICAL_OUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * A calendar as RFC 5545 writes it, by libical: an entry with a zone lies
 * where the clocks there show it, one without at moments; whole ones lie on
 * days. Zones are told with their changes from first to last year.
 */
struct ical_out_except {
	struct ical_out_except *next;
	int64_t day;		/* by the rule */
	int64_t begins, ends;	/* moved; 0: left out */
};
struct ical_out {
	struct ical_out *next;
	const char *uid, *title, *place, *note, *kind;	/* "" none */
	const char *zone;	/* "": begins and ends are moments */
	bool whole;
	int64_t day, length;	/* with a zone: first day; minutes */
	int minute;		/* of the day */
	const char *rule;	/* RRULE, "" once */
	const struct ical_out_except *excepts;
	int64_t begins, ends;	/* without; of whole ones days since 1970 */
};
/* name: of the calendar; stamp: when it was made. */
char	*ical_out_write(struct arena *, const char *name, int64_t stamp,
	    const struct ical_out *);

#endif
