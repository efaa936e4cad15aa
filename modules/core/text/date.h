/* SPDX-License-Identifier: MIT */
#ifndef TEXT_DATE_H
#define TEXT_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Moments (UTC seconds) and civil dates (ISO text) by ICU. */
enum date_style {
	DATE_DAY,	/* Tue 24 Nov 2026 */
	DATE_SHORT,	/* 24 Nov, with the year when it is another */
	DATE_NEAR,	/* Tue 24 Nov, the same */
	DATE_MOMENT,	/* Tue 24 Nov 2026, 14:32 */
	DATE_STAMP,	/* 24 Nov, 14:32, with the year when it is another */
	DATE_TIME,	/* 14:32 */
	DATE_INPUT,	/* 2026-11-24T14:32, for a form */
	DATE_INPUT_DAY,	/* 2026-11-24 */
	DATE_ISO	/* 2026-11-24T14:32:00+01:00, for CSV */
};

#define DATE_SOON INT64_C(259200)	/* three days: what is due is marked */

/* now decides whether the year is shown. */
char	*date_text(struct arena *, const char *lang, const char *zone,
	    int64_t moment, int64_t now, enum date_style);
char	*date_civil(struct arena *, const char *lang, const char *iso);
char	*date_month(struct arena *, const char *lang, int64_t year,
	    int month);		/* November 2026 */
char	*date_weekday(struct arena *, const char *lang,
	    int64_t day);		/* Tue, of a day since 1970 */
char	*date_ago(struct arena *, const char *lang, const char *zone,
	    int64_t moment, int64_t now);	/* in 3 days, yesterday */
char	*date_span(struct arena *, const char *lang, int64_t seconds);

bool	 date_zone_ok(const char *zone);
bool	 date_civil_ok(const char *iso);	/* a real day, 0001 to 9999 */
enum date_local { DATE_OK, DATE_WRONG, DATE_NEVER, DATE_TWICE };
/* "2026-11-24T14:32" in the zone. NEVER and TWICE: the clocks change. */
enum date_local date_moment(const char *zone, const char *local,
	    int64_t *out);
/* Start of a civil day in the zone; its end is the start of the next. */
bool	 date_start(const char *zone, const char *iso, int64_t *out);
/* A full timestamp of a file, with offset or Z; fractions are cut. */
bool	 date_stamp(const char *iso, int64_t *out);
const char *date_today(struct arena *, const char *zone, int64_t now);
/* Days since 1970-01-01 of a civil date of any year, and back. */
int64_t	 date_days(int64_t year, int month, int day);
void	 date_of_days(int64_t days, int *year, int *month, int *day);
char	*date_iso(struct arena *, int64_t days);	/* 2026-11-24 */
int64_t	 date_day(int64_t seconds);	/* of these since then, its days */
int	 date_weekday_of(int64_t days);		/* 0 is Monday */
int	 date_week(int64_t days);		/* its number, ISO 8601 */
/* The weekday that weeks begin with where the language is spoken (CLDR). */
int	 date_week_begins(const char *lang);
/* Minutes of a day, up to 24:00, as people type a time: 9:00, 09:00, 9.00 or
 * 9. */
bool	 date_minute(const char *typed, int *out);

#endif
