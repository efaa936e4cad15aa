/* SPDX-License-Identifier: MIT */
#ifndef RULES_HOLIDAY_H
#define RULES_HOLIDAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/casetype.h"

/*
 * Public holidays by law, computed: the days of Germany and its Länder,
 * France, Italy, Japan, Brazil, the United Kingdom and the United States
 * (federal). From 1990 to 2099; what parliaments decide later is edited by
 * hand in a calendar.
 */
#define HOLIDAY_FIRST 1990
#define HOLIDAY_LAST 2099
#define HOLIDAY_MOST 40		/* of a year */

struct holiday {
	int64_t day;		/* since 1970-01-01 */
	const struct label *name;
	bool substitute;	/* in place of the day of that name */
	bool optional;		/* many close, the law does not ask it */
};

struct holiday_region {
	const char *code;	/* ISO 3166: DE, DE-BY */
	struct label name;
};

/* In order: a country before its parts; ended by a line without code. */
extern const struct holiday_region holiday_region_all[];
const struct holiday_region *holiday_region_find(const char *code);

/* Those of a year in order, no two on one day; how many. None where the
 * region is not known, or the year is out of reach. */
size_t	 holiday_year(const char *region, int64_t year,
	    struct holiday out[HOLIDAY_MOST]);
/* "Christmas Day (substitute day)" */
const char *holiday_name(struct arena *, const struct holiday *,
	    const char *lang);
/* Easter Sunday, by the Gregorian calendar. */
int64_t	 holiday_easter(int64_t year);

#endif
