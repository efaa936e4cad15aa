/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_TEMPORAL_LATER_H
#define RULES_FEEL_TEMPORAL_LATER_H

#include "rules/feel/feel_value.h"

/* A date, a time, a date and time or a duration so much later (tables 57 and
 * 58). False: of no such kind, or out of its range. */
bool	 feel_temporal_later_days(struct arena *, struct feel_value,
	    struct feel_days by, struct feel_value *out);
bool	 feel_temporal_later_months(struct arena *, struct feel_value,
	    int64_t by, struct feel_value *out);

#endif
