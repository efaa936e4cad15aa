/* SPDX-License-Identifier: MIT */
/* The days of what comes again and again. */
#include "text/recur.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "text/date.h"

/* Days of the shortest period of so many units. */
static int64_t
shortest(const struct recur *r)
{
	return r->unit == 'D' ? r->n : r->unit == 'W' ? 7 * r->n :
	    r->unit == 'M' ? 28 * r->n : 365 * r->n;
}

bool
recur_parse(const char *every, int times, struct recur *out)
{
	char *rest;
	long n;

	*out = (struct recur){ .times = 1, .until = INT64_MAX };
	if (every[0] == '\0')
		return times == 1;
	if (every[0] != 'P' || every[1] < '0' || every[1] > '9')
		return false;
	n = strtol(every + 1, &rest, 10);
	if (n < 1 || n > RECUR_MOST || strlen(rest) != 1 ||
	    strchr("DWMY", *rest) == NULL)
		return false;
	out->unit = *rest;
	out->n = (int)n;
	out->times = times;
	return times >= 1 && times <= shortest(out);
}

static int
month_length(int year, int month)
{
	return (int)(date_days(month == 12 ? year + 1 : year,
	    month == 12 ? 1 : month + 1, 1) - date_days(year, month, 1));
}

/* The first day of period i. */
static int64_t
period(const struct recur *r, int64_t i)
{
	int64_t months;
	int year, month, day;

	if (r->unit == 'D' || r->unit == 'W')
		return r->begins + i * r->n * (r->unit == 'W' ? 7 : 1);
	date_of_days(r->begins, &year, &month, &day);
	months = (int64_t)year * 12 + month - 1 +
	    i * r->n * (r->unit == 'Y' ? 12 : 1);
	year = (int)(months / 12);
	month = (int)(months % 12) + 1;
	if (day > month_length(year, month))
		day = month_length(year, month);
	return date_days(year, month, day);
}

bool
recur_day(const struct recur *r, int64_t k, int64_t *out)
{
	int64_t i, start;

	if (k < 0 || k > 1000000 || (r->unit == 0 && k > 0))
		return false;
	if (r->unit == 0) {
		*out = r->begins;
	} else {
		i = k / r->times;
		start = period(r, i);
		*out = start + (k % r->times) *
		    (period(r, i + 1) - start) / r->times;
	}
	return *out <= r->until;
}
