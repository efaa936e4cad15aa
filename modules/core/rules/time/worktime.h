/* SPDX-License-Identifier: MIT */
#ifndef RULES_WORKTIME_H
#define RULES_WORKTIME_H

#include "model/calendar.h"
#include "rules/time/holiday.h"

/*
 * Working time by a calendar. A day is a working day when it has hours: those
 * that were edited for it, else none on a public holiday of the region, else
 * those of its weekday. A moment is working time when the clocks on the wall
 * show a time within the hours of the day that they show; so a change of the
 * clocks makes a day longer or shorter, as people live it.
 * Days are numbers since 1970-01-01, moments UTC seconds.
 */
#define WORKTIME_REACH 40000	/* days that are looked through at most */

enum worktime_why {
	WORKTIME_WEEK,		/* the hours of the weekday, or none */
	WORKTIME_HOLIDAY,	/* a public holiday */
	WORKTIME_EDITED		/* as it was edited */
};

/* A day, and why it counts or does not. */
struct worktime_day {
	int64_t day;
	bool counted;
	enum worktime_why why;
	const char *name;	/* of an edited day, else NULL */
	struct holiday holiday;	/* where there is one: name not NULL */
	struct calendar_hours hours;
};

void	 worktime_day(const struct calendar *, int64_t day,
	    struct worktime_day *out);
bool	 worktime_is_day(const struct calendar *, int64_t day);
/* The name by which a day is skipped or special, in a language: that of the
 * edited day or of the holiday; "" of the week alone. */
const char *worktime_name(struct arena *, const struct worktime_day *,
	    const char *lang);

/* These are false where there are no working days within reach. */
/* The n-th working day after a day, before it where n is negative; 0: the day
 * itself. The day itself never counts. */
bool	 worktime_add_days(const struct calendar *, int64_t day, int64_t n,
	    int64_t *out);
/* How many working days there are after a day up to another, that included;
 * negative, and before the one, where the other is earlier. The inverse of
 * worktime_add_days(). */
bool	 worktime_days_between(const struct calendar *, int64_t from,
	    int64_t until, int64_t *out);
/* The day itself where it is one, else the next one. */
bool	 worktime_next_day(const struct calendar *, int64_t day, int64_t *out);

/* The first moment by which so many seconds were worked; before the moment,
 * and the last one, where they are negative. */
bool	 worktime_add(const struct calendar *, int64_t moment, int64_t seconds,
	    int64_t *out);
/* Seconds worked between two moments; negative where the second is earlier. */
bool	 worktime_between(const struct calendar *, int64_t from, int64_t until,
	    int64_t *out);

/* Monday to Friday, 9 to 17 UTC, no holidays: where there is no house. */
extern const struct calendar worktime_plain;
/* The day that the clocks of the calendar show, and when it begins. */
int64_t	 worktime_day_of(const struct calendar *, int64_t moment);
int64_t	 worktime_start_of(const struct calendar *, int64_t day);

#endif
