/* SPDX-License-Identifier: MIT */
/* Days, working days and months: compared, and counted. */
#include "rules/type/rulepack_span.h"

#include "rules/time/worktime.h"
#include "text/date.h"

/* Days as long as they are on average, in hundredths. */
static int
weight(struct rulepack_span s)
{
	static const int days[] = { 100, 140, 3044 };

	return s.n * days[s.unit];
}

int
rulepack_span_order(struct rulepack_span a, struct rulepack_span b)
{
	int by = weight(a) - weight(b);

	return by != 0 ? by : (int)a.unit - (int)b.unit;
}

static int64_t
add_months(int64_t day, int n)
{
	int year, month, d, y, m, last;
	int64_t first;

	date_of_days(day, &year, &month, &d);
	n += year * 12 + month - 1;
	first = date_days(n / 12, n % 12 + 1, 1);
	date_of_days(date_days((n + 1) / 12, (n + 1) % 12 + 1, 1) - 1, &y,
	    &m, &last);
	return first + (d < last ? d : last) - 1;
}

bool
rulepack_span_add(const struct calendar *c, int64_t day,
    struct rulepack_span s, int64_t *out)
{
	if (s.unit == RULEPACK_WORKING_DAYS)
		return worktime_add_days(c, day, s.n, out);
	*out = s.unit == RULEPACK_MONTHS ? add_months(day, s.n) : day + s.n;
	return true;
}
