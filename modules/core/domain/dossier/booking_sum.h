/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BOOKING_SUM_H
#define DOMAIN_BOOKING_SUM_H

#include "base/ctx.h"
#include "model/cost.h"
#include "model/dossier.h"

/* What was booked on a dossier, as far as the viewer may see it: by person
 * and by kind, and compared with the estimate. Currencies are never added
 * to one another. */
struct booking_money {
	struct booking_money *next;
	const char *currency;	/* "" minutes without a rate */
	int64_t amount;
	int64_t billable;	/* of that: to be charged or recovered */
};
struct booking_line {
	struct booking_line *next;
	const char *label;	/* of the person, or of the code */
	int64_t minutes;	/* 0 of costs */
	struct booking_money *money;
};
struct booking_total {
	struct booking_line *people;	/* time, by whose it is */
	struct booking_line *activities, *costs;	/* by what it was */
	struct booking_line all;
	int64_t n;		/* bookings */
	int64_t unrated;	/* minutes without a rate */
	const char *currency;	/* of the estimate; "" there is none */
	int64_t estimate, spent;	/* in that currency */
	int percent;
	bool near, over;	/* 80 in a hundred; more than all */
};
enum err booking_sum(struct ctx *, const struct dossier *,
	    struct booking_total *out);
/* "1,200.00 EUR + 80.00 CHF", "" none. */
const char *booking_sum_show(struct ctx *, const struct booking_money *);
const char *booking_sum_billable(struct ctx *, const struct booking_money *);

#endif
