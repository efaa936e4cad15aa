/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_RATE_H
#define DOMAIN_RATE_H

#include "base/ctx.h"
#include "model/cost.h"

/*
 * What an hour costs. A rate holds from its day on until another of the same
 * reach begins; none is ever changed, and what was booked keeps the rate that
 * held then. Fields: person type begins amount reason month.
 */
struct rate_new {
	const char *person;	/* login; "" everybody */
	const char *type;	/* code; "" every one */
	const char *begins;	/* civil; "" today */
	const char *amount, *reason;	/* as typed */
};
enum err rate_list(struct ctx *, struct rate **out);
enum err rate_add(struct ctx *, const struct rate_new *, struct rate **out);
/* What all rates share: day, amount with its currency, reason. */
enum err rate_typed(struct ctx *, const struct rate_new *,
	    const char *currency, struct rate *);
/* "250.00 EUR an hour" */
const char *rate_show(struct ctx *, const struct rate *);

/*
 * A month is closed with all before it: nothing is booked, changed or taken
 * out there any more. It is never opened again.
 */
enum err rate_month_closed(struct ctx *, const char **out);	/* "" none */
/* Months that may be closed now, the newest first; NULL ends them. */
enum err rate_months_open(struct ctx *, const char *const **out);
enum err rate_month_close(struct ctx *, const char *month);
const char *rate_month_word(struct ctx *, const char *month);

#endif
