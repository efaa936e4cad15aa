/* SPDX-License-Identifier: MIT */
/* What dates, times and durations look like (10.3.4.1, and XML Schema Part 2
 * to which it points). */
#include "rules/feel/feel_temporal_scan.h"

#include <string.h>

#include "base/day.h"
#include "rules/feel/feel_temporal.h"
#include "text/zone.h"

#define OFFSET_MAX (18 * 3600)
#define YEAR_DIGITS 9
#define NANO_DIGITS 9

static bool
digit_next(const struct feel_temporal_scan *in)
{
	return in->s < in->end && *in->s >= '0' && *in->s <= '9';
}

bool
feel_temporal_scan_char(struct feel_temporal_scan *in, char c)
{
	if (in->s == in->end || *in->s != c)
		return false;
	in->s++;
	return true;
}

/* Exactly two digits, as nearly everything has. */
static bool
two(struct feel_temporal_scan *in, int32_t *out)
{
	if (in->end - in->s < 2 || !digit_next(in) || in->s[1] < '0' ||
	    in->s[1] > '9')
		return false;
	*out = (in->s[0] - '0') * 10 + (in->s[1] - '0');
	in->s += 2;
	return true;
}

/* As many digits as there are; false: none, or too large a number. */
static bool
whole(struct feel_temporal_scan *in, int64_t *out)
{
	if (!digit_next(in))
		return false;
	for (*out = 0; digit_next(in); in->s++)
		if (__builtin_mul_overflow(*out, 10, out) ||
		    __builtin_add_overflow(*out, *in->s - '0', out))
			return false;
	return true;
}

/* The digits after a point, up to nanoseconds: what is finer is cut. */
static int32_t
fraction(struct feel_temporal_scan *in)
{
	int32_t nano = 0;
	int n;

	for (n = 0; digit_next(in); in->s++)
		if (n < NANO_DIGITS) {
			nano = nano * 10 + (*in->s - '0');
			n++;
		}
	for (; n < NANO_DIGITS; n++)
		nano *= 10;
	return nano;
}

bool
feel_temporal_scan_date(struct feel_temporal_scan *in, struct feel_date *out)
{
	bool before = feel_temporal_scan_char(in, '-');
	const char *first = in->s;
	int64_t year;
	int32_t month, day;

	if (!whole(in, &year) || in->s - first < 4 ||
	    in->s - first > YEAR_DIGITS ||
	    (in->s - first > 4 && *first == '0') || (before && year == 0))
		return false;
	if (!feel_temporal_scan_char(in, '-') || !two(in, &month) ||
	    !feel_temporal_scan_char(in, '-') || !two(in, &day))
		return false;
	if (before)
		year = -year;
	if (!feel_temporal_date_ok(year, month, day))
		return false;
	*out = (struct feel_date){ (int32_t)year, (uint8_t)month,
	    (uint8_t)day };
	return true;
}

bool
feel_temporal_scan_clock(struct feel_temporal_scan *in, int32_t *second,
    int32_t *nano)
{
	int32_t h, m, s;

	if (!two(in, &h) || !feel_temporal_scan_char(in, ':') ||
	    !two(in, &m) || !feel_temporal_scan_char(in, ':') || !two(in, &s))
		return false;
	*nano = 0;
	if (feel_temporal_scan_char(in, '.')) {
		if (!digit_next(in))
			return false;
		*nano = fraction(in);
	}
	*second = h * 3600 + m * 60 + s;
	return m < 60 && s < 60 &&
	    (h < 24 || (*second == DAY && *nano == 0));
}

static bool
zone_id(struct feel_temporal_scan *in, struct arena *a,
    const struct feel_zone **out)
{
	struct feel_zone *zone;
	const char *id;

	if (memchr(in->s, '\0', (size_t)(in->end - in->s)) != NULL)
		return false;
	id = arena_textn(a, in->s, (size_t)(in->end - in->s));
	if (zone_find(id) == NULL)
		return false;
	zone = arena_alloc(a, sizeof(*zone));
	zone->id = id;
	*out = zone;
	in->s = in->end;
	return true;
}

bool
feel_temporal_scan_zone(struct feel_temporal_scan *in, struct arena *a,
    const struct feel_zone **out)
{
	static const struct feel_zone utc;
	struct feel_zone *zone;
	bool west;
	int32_t h, m, s = 0, offset;

	*out = NULL;
	if (in->s == in->end)
		return true;
	*out = &utc;
	/* XML Schema has Z alone; the examples of 10.3.4.1 write z. */
	if (feel_temporal_scan_char(in, 'Z') ||
	    feel_temporal_scan_char(in, 'z'))
		return true;
	if (feel_temporal_scan_char(in, '@'))
		return zone_id(in, a, out);
	west = feel_temporal_scan_char(in, '-');
	if ((!west && !feel_temporal_scan_char(in, '+')) || !two(in, &h) ||
	    !feel_temporal_scan_char(in, ':') || !two(in, &m) ||
	    (feel_temporal_scan_char(in, ':') && !two(in, &s)))
		return false;
	offset = h * 3600 + m * 60 + s;
	if (m > 59 || s > 59 || offset > OFFSET_MAX)
		return false;
	if (offset == 0)
		return true;
	zone = arena_alloc(a, sizeof(*zone));
	zone->offset = west ? -offset : offset;
	*out = zone;
	return true;
}

/* n times the unit more; false: more than a duration holds. */
static bool
more(int64_t *sum, int64_t n, int64_t unit)
{
	return !__builtin_mul_overflow(n, unit, &n) &&
	    !__builtin_add_overflow(*sum, n, sum);
}

/* The parts that the letters name, each at most once and in their order;
 * those of the second half stand after a T. */
bool
feel_temporal_scan_duration(struct feel_temporal_scan *in,
    struct feel_value *out)
{
	static const struct part {
		char letter;
		bool clock;
		int64_t months, seconds;
	} parts[] = {
		{ 'Y', false, 12, 0 }, { 'M', false, 1, 0 },
		{ 'D', false, 0, DAY }, { 'H', true, 0, 3600 },
		{ 'M', true, 0, 60 }, { 'S', true, 0, 1 },
	};
	const struct part *p = parts, *end = parts + 6;
	bool minus = feel_temporal_scan_char(in, '-'), clock = false;
	bool months_seen = false, seconds_seen = false;
	int64_t months = 0, seconds = 0, n;
	int32_t nano = 0;

	if (!feel_temporal_scan_char(in, 'P') || in->s == in->end)
		return false;
	while (in->s < in->end) {
		if (!clock && feel_temporal_scan_char(in, 'T'))
			clock = true;
		if (!whole(in, &n))
			return false;
		if (clock && feel_temporal_scan_char(in, '.')) {
			nano = fraction(in);
			p = end - 1;		/* of seconds alone */
		}
		while (p < end && (p->clock != clock || in->s == in->end ||
		    *in->s != p->letter))
			p++;
		if (p == end || !more(&months, n, p->months) ||
		    !more(&seconds, n, p->seconds))
			return false;
		months_seen |= p->months != 0;
		seconds_seen |= p->seconds != 0;
		in->s++;
		p++;
	}
	if (months_seen == seconds_seen)	/* both: no kind of FEEL */
		return false;
	if (months_seen)
		*out = (struct feel_value){ .kind = FEEL_MONTHS,
		    .months = minus ? -months : months };
	else
		*out = (struct feel_value){ .kind = FEEL_DAYS,
		    .days = { minus ? -seconds : seconds,
		    minus ? -nano : nano } };
	return true;
}
