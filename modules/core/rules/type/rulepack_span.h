/* SPDX-License-Identifier: MIT */
#ifndef RULES_RULEPACK_SPAN_H
#define RULES_RULEPACK_SPAN_H

#include <stdbool.h>
#include <stdint.h>

#include "model/calendar.h"
#include "model/rulepack.h"

/* Days, working days and months of rules. */

/* Less than 0: the first is shorter. Five working days are a week, a month
 * is as long as it is on average. */
int	 rulepack_span_order(struct rulepack_span, struct rulepack_span);
/* The day so much later: in months that of the same number, or the last one.
 * False: the calendar has no such day. */
bool	 rulepack_span_add(const struct calendar *, int64_t day,
	    struct rulepack_span, int64_t *out);

#endif
