/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_REAL_H
#define RULES_FEEL_REAL_H

#include <stdbool.h>

/*
 * Exponentials and logarithms with about a hundred digits inside, so that
 * the 34 that are kept are right. In: c * 10^exp, c up to 34 digits. Out: 35
 * to 38 digits; more would follow, that is, the value is a little above.
 */
struct feel_real {
	unsigned __int128 c;
	int exp;
	bool minus;
};

struct feel_real feel_real_exp(struct feel_real);
/* Of what is positive; 0 for 1. */
struct feel_real feel_real_log(struct feel_real);
/* Of a positive base. */
struct feel_real feel_real_power(struct feel_real, struct feel_real);

#endif
