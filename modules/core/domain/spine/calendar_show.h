/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CALENDAR_SHOW_H
#define DOMAIN_CALENDAR_SHOW_H

#include "base/ctx.h"
#include "model/calendar.h"

/* What pages show of a calendar, in the language of who reads. Days are
 * numbers since 1970-01-01. */
struct calendar_shown {
	struct calendar_shown *next;
	int64_t day;
	const char *iso;
	const char *name;	/* of an edited day or a holiday, or "" */
	const char *hours;	/* "" closed */
	bool today;
};
void	 calendar_show_day(struct ctx *, const struct calendar *, int64_t day,
	    struct calendar_shown *out);
int64_t	 calendar_show_today(const struct ctx *, const struct calendar *);
/* Days of a year on which many close though no law asks it, and which the
 * calendar leaves open. */
struct calendar_shown *calendar_show_optional(struct ctx *,
	    const struct calendar *, int year);
/* Those edited, from a day until before another. */
struct calendar_shown *calendar_show_edited(struct ctx *,
	    const struct calendar *, int64_t first, int64_t end);

/* The n-th region, NULL after the last; the name of one, "" of none. */
const char *calendar_show_region(size_t n);
const char *calendar_show_region_name(const struct ctx *, const char *code);

/* Is the day of a moment one on which the house works? */
bool	 calendar_show_works(const struct ctx *, const struct calendar *,
	    int64_t moment);

/* So many working days after today; false: there is none in reach. */
bool	 calendar_show_after(struct ctx *, const struct calendar *, int days,
	    const char **iso);
/* The moment by which so many hours more were worked, 0 never. */
int64_t	 calendar_show_hours(struct ctx *, const struct calendar *,
	    int hours);

#endif
