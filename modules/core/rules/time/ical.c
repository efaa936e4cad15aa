/* SPDX-License-Identifier: MIT */
/* On which days a rule falls, by libical. */
#include "rules/time/ical.h"

#include <libical/ical.h>

#include "text/date.h"

static struct icaltimetype
date_of(int64_t day)
{
	struct icaltimetype t = { .is_date = 1 };

	/* not icaltime_null_date(): its hours are less than none */
	date_of_days(day, &t.year, &t.month, &t.day);
	return t;
}

static int64_t
day_of(struct icaltimetype t)
{
	return date_days(t.year, t.month, t.day);
}

/* A rule that is not one ends nothing: libical would end the program. */
static icalrecur_iterator *
begin(const char *rule, int64_t first)
{
	struct icalrecurrencetype r;

	icalerror_set_errors_are_fatal(0);
	r = icalrecurrencetype_from_string(rule);
	if (r.freq == ICAL_NO_RECURRENCE)
		return NULL;
	return icalrecur_iterator_new(r, date_of(first));
}

bool
ical_rule_ok(const char *rule, int64_t first)
{
	icalrecur_iterator *i = begin(rule, first);
	bool ok;

	if (i == NULL)
		return false;
	ok = !icaltime_is_null_time(icalrecur_iterator_next(i));
	icalrecur_iterator_free(i);
	return ok;
}

size_t
ical_days(const char *rule, int64_t first, int64_t from, int64_t until,
    int64_t *out, size_t most)
{
	icalrecur_iterator *i = begin(rule, first);
	struct icaltimetype t;
	size_t n = 0;
	int met;

	if (i == NULL)
		return 0;
	for (met = 0; met < ICAL_MOST && n < most; met++) {
		t = icalrecur_iterator_next(i);
		if (icaltime_is_null_time(t) || day_of(t) >= until)
			break;
		if (day_of(t) >= from)
			out[n++] = day_of(t);
	}
	icalrecur_iterator_free(i);
	return n;
}

bool
ical_last(const char *rule, int64_t first, int64_t *out)
{
	icalrecur_iterator *i = begin(rule, first);
	struct icaltimetype t;
	int met = 0;

	*out = first;
	if (i == NULL)
		return true;
	while (met++ < ICAL_MOST) {
		t = icalrecur_iterator_next(i);
		if (icaltime_is_null_time(t))
			break;
		*out = day_of(t);
	}
	icalrecur_iterator_free(i);
	return met <= ICAL_MOST;
}
