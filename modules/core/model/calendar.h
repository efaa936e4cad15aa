/* SPDX-License-Identifier: MIT */
#ifndef MODEL_CALENDAR_H
#define MODEL_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * When a house works: hours of each day of the week by the clocks on its
 * wall, public holidays by its region, and days that were edited, which win.
 * Days are numbers since 1970-01-01, as text/date.h counts them.
 */
#define CALENDAR_SPANS 4	/* of a day, at most */
#define CALENDAR_MINUTES 1440	/* of a day, as a wall clock counts */

struct calendar_span {
	int from, until;	/* minutes of the day, until not included */
};

struct calendar_hours {		/* in order, apart; n 0: no work */
	int n;
	struct calendar_span span[CALENDAR_SPANS];
};

struct calendar_day {
	int64_t day;
	const char *name;	/* "Works outing" */
	struct calendar_hours hours;	/* n 0: closed */
};

struct calendar {
	struct calendar *next;
	int64_t id;
	const char *code, *name;
	const char *zone;	/* IANA id */
	const char *region;	/* of holiday.h: DE-BY; "" none */
	int64_t version;	/* counted up by each change */
	struct calendar_hours week[7];	/* Monday first */
	const struct calendar_day *days;	/* in order, one a day */
	size_t n;
};

/* A team, and the calendar of its own that it has; 0: the house's. */
struct calendar_team {
	struct calendar_team *next;
	int64_t id;
	const char *code, *name;
	int64_t calendar;
};

#endif
