/* SPDX-License-Identifier: MIT */
/* The canonical forms of XML Schema, which the readers take back; a zone's id
 * follows an @. */
#include "rules/feel/feel_temporal.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/day.h"

#define FRACTION 16	/* .123456789 */

/* Nothing, or a point and the digits of nanoseconds that say something. */
static const char *
fraction(char *out, int32_t nano)
{
	int n = 9;

	if (nano == 0)
		return "";
	for (; nano % 10 == 0; nano /= 10)
		n--;
	snprintf(out, FRACTION, ".%0*" PRId32, n, nano);
	return out;
}

static const char *
date(struct arena *a, struct feel_date d)
{
	return arena_printf(a, "%s%04" PRId32 "-%02d-%02d",
	    d.year < 0 ? "-" : "", d.year < 0 ? -d.year : d.year, d.month,
	    d.day);
}

static const char *
zone(struct arena *a, const struct feel_zone *z)
{
	int32_t east;

	if (z == NULL)
		return "";
	if (z->id != NULL)
		return arena_printf(a, "@%s", z->id);
	if (z->offset == 0)
		return "Z";
	east = z->offset < 0 ? -z->offset : z->offset;
	return arena_printf(a, east % 60 == 0 ? "%c%02d:%02d" :
	    "%c%02d:%02d:%02d", z->offset < 0 ? '-' : '+', (int)(east / 3600),
	    (int)(east / 60 % 60), (int)(east % 60));
}

static char *
time(struct arena *a, const char *before, struct feel_time t)
{
	char digits[FRACTION];

	return arena_printf(a, "%s%02d:%02d:%02d%s%s", before,
	    (int)(t.second / 3600), (int)(t.second / 60 % 60),
	    (int)(t.second % 60), fraction(digits, t.nano), zone(a, t.zone));
}

/* "12H" where there are hours. */
static const char *
part(struct arena *a, uint64_t n, char letter)
{
	return n == 0 ? "" : arena_printf(a, "%" PRIu64 "%c", n, letter);
}

static uint64_t
size(int64_t n)
{
	return n < 0 ? -(uint64_t)n : (uint64_t)n;
}

static char *
months(struct arena *a, int64_t months)
{
	uint64_t n = size(months);

	if (n == 0)
		return arena_text(a, "P0M");
	return arena_printf(a, "%sP%s%s", months < 0 ? "-" : "",
	    part(a, n / 12, 'Y'), part(a, n % 12, 'M'));
}

static char *
days(struct arena *a, struct feel_days d)
{
	uint64_t n = size(d.second), clock = n % DAY, second = clock % 60;
	int32_t nano = d.nano < 0 ? -d.nano : d.nano;
	const char *minus = d.second < 0 || d.nano < 0 ? "-" : "";
	char digits[FRACTION];

	if (n == 0 && nano == 0)
		return arena_text(a, "PT0S");
	if (clock == 0 && nano == 0)
		return arena_printf(a, "%sP%s", minus, part(a, n / DAY, 'D'));
	return arena_printf(a, "%sP%sT%s%s%s", minus, part(a, n / DAY, 'D'),
	    part(a, clock / 3600, 'H'), part(a, clock / 60 % 60, 'M'),
	    nano == 0 ? part(a, second, 'S') : arena_printf(a,
	    "%" PRIu64 "%sS", second, fraction(digits, nano)));
}

char *
feel_temporal_write(struct arena *a, struct feel_value v)
{
	switch (v.kind) {
	case FEEL_DATE:
		return arena_text(a, date(a, v.date));
	case FEEL_TIME:
		return time(a, "", v.time);
	case FEEL_DATE_TIME:
		return time(a, arena_printf(a, "%sT",
		    date(a, v.moment->date)), v.moment->time);
	case FEEL_MONTHS:
		return months(a, v.months);
	case FEEL_DAYS:
		return days(a, v.days);
	default:
		return arena_text(a, "");
	}
}
