/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_TEMPORAL_H
#define RULES_FEEL_TEMPORAL_H

#include "rules/feel/feel_value.h"

/*
 * Dates, times and durations (10.3.2.3.4 to 10.3.2.3.8), by the proleptic
 * Gregorian calendar; zones by text/zone.h. Parsers take the lexical forms of
 * XML Schema as 10.3.4.1 narrows them, with "@Europe/Paris" for a zone.
 */
bool	 feel_temporal_date(const char *, size_t len, struct feel_value *out);
bool	 feel_temporal_time(struct arena *, const char *, size_t len,
	    struct feel_value *out);
bool	 feel_temporal_date_time(struct arena *, const char *, size_t len,
	    struct feel_value *out);	/* a date alone: at midnight */
bool	 feel_temporal_duration(const char *, size_t len,
	    struct feel_value *out);	/* FEEL_DAYS or FEEL_MONTHS */
/* An at-literal, @"2026-11-24": whichever of the five it is (rule 65). */
bool	 feel_temporal_any(struct arena *, const char *, size_t len,
	    struct feel_value *out);
char	*feel_temporal_write(struct arena *, struct feel_value);

/* a + b, a - b, a * n, a / b, -a where one is temporal (tables 55 to 59);
 * false where the table has no such row, or the result is out of range. */
bool	 feel_temporal_add(struct arena *, struct feel_value,
	    struct feel_value, struct feel_value *out);
bool	 feel_temporal_subtract(struct arena *, struct feel_value,
	    struct feel_value, struct feel_value *out);
bool	 feel_temporal_multiply(struct feel_value, struct feel_value,
	    struct feel_value *out);
bool	 feel_temporal_divide(struct feel_value, struct feel_value,
	    struct feel_value *out);
bool	 feel_temporal_negate(struct feel_value, struct feel_value *out);

/* Two of one kind: table 53 and 54. False: not comparable (a local time and
 * one with a zone). */
bool	 feel_temporal_order(struct feel_value, struct feel_value, int *out);

/* A property such as year or time offset (table 65); false: has none. The
 * value may be null (the offset of a local time). */
bool	 feel_temporal_property(struct arena *, struct feel_value,
	    struct feel_string name, struct feel_value *out);

struct feel_value feel_temporal_at(struct arena *, struct feel_date,
	    struct feel_time);		/* a date and time */
/* Seconds east of UTC at the moment; false: it is a local one. */
bool	 feel_temporal_offset(const struct feel_moment *, int32_t *out);
/* value dt(): seconds of UTC since 1970; of a local moment those that its
 * clock shows. */
int64_t	 feel_temporal_second(const struct feel_moment *);
/* A duration of seconds and any nanoseconds, which get one sign. */
bool	 feel_temporal_days(int64_t second, int64_t nano,
	    struct feel_value *out);

bool	 feel_temporal_date_ok(int64_t year, int64_t month, int64_t day);
int64_t	 feel_temporal_day(struct feel_date);	/* days since 1970-01-01 */
struct feel_date feel_temporal_civil(int64_t day);
bool	 feel_temporal_civil_ok(int64_t day, struct feel_date *out);
int	 feel_temporal_weekday(struct feel_date);	/* 1 Monday, 7 Sunday */
/* The moment, as the zone's clocks show it (IANA id). */
struct feel_value feel_temporal_moment(struct arena *, int64_t seconds,
	    const char *zone);

#endif
