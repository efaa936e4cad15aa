/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_COURT_FACT_H
#define DOMAIN_COURT_FACT_H

#include "base/ctx.h"
#include "model/court.h"

/*
 * All that the rules of a court say, a line each, in the viewer's language:
 * to be read, and to be held against another version of them.
 */
enum court_fact_part {
	COURT_FACT_PERIOD, COURT_FACT_SERVICE, COURT_FACT_MORE,
	COURT_FACT_DAY, COURT_FACT_COUNTING
};
struct court_fact {
	struct court_fact *next;
	enum court_fact_part part;
	const char *code;	/* what it is known by, in its part */
	const char *label;
	const char *text;	/* how it is counted */
	const char *source;	/* the law, "" none */
};
struct court_fact *court_fact_all(struct ctx *, const struct court *);
const char *court_fact_part(enum court_fact_part);	/* "Periods" */

struct court_fact_change {
	struct court_fact_change *next;
	const struct court_fact *was, *is;	/* NULL: new, or gone */
};
/* In the order of the parts. */
struct court_fact_change *court_fact_changes(struct ctx *,
	    const struct court *was, const struct court *is);

#endif
