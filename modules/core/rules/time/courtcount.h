/* SPDX-License-Identifier: MIT */
#ifndef RULES_COURTCOUNT_H
#define RULES_COURTCOUNT_H

#include "base/arena.h"
#include "model/court.h"

/*
 * A period of a court, counted: pure. The day of the event is not in it; a
 * period of months ends on the day of the same number, or on the last of the
 * month; an end that is no working day goes on to the next one (back, where
 * it is counted back). Days are numbers since 1970-01-01.
 */
struct courtcount_ask {
	const struct court *court;
	const struct court_rule *rule;
	int64_t day;			/* of the event */
	const struct court_service *service;	/* NULL: none */
	const struct court_more *more;		/* NULL: none */
	const char *region;		/* whose holidays */
};

enum courtcount_step_kind {	/* in this order, each where it applies */
	COURTCOUNT_EVENT,
	COURTCOUNT_DEEMED,	/* served, by law */
	COURTCOUNT_RESUMED,	/* it begins at the end of a recess */
	COURTCOUNT_PERIOD,
	COURTCOUNT_ROLLED,	/* the end was no working day */
	COURTCOUNT_ADDED	/* for the way it was served */
};
struct courtcount_step {
	struct courtcount_step *next;
	enum courtcount_step_kind kind;
	int64_t day;		/* that it leads to */
	struct court_term term;	/* deemed, period, added */
	struct court_term more;	/* and of a period */
	bool working;		/* only working days were counted */
	int64_t stopped;	/* days of recesses in it */
	const char *source;	/* "" none */
};

enum courtcount_why {
	COURTCOUNT_DAY,		/* of the event: not counted */
	COURTCOUNT_ON_ITS_WAY,	/* sent, but not yet served */
	COURTCOUNT_COUNTED,
	COURTCOUNT_WEEKEND, COURTCOUNT_HOLIDAY, COURTCOUNT_CLOSED, /* not */
	COURTCOUNT_RECESS,
	COURTCOUNT_FREE,	/* the clear day before an event */
	COURTCOUNT_NEXT,	/* the working day that the end moved to */
	COURTCOUNT_EXTRA	/* added for the way it was served */
};
struct courtcount_line {	/* days on end of which the same is true */
	struct courtcount_line *next;
	int64_t from, until;	/* both are in it; until < from, counted back */
	enum courtcount_why why;
	const char *name;	/* of a holiday, closed day or recess, or "" */
};

struct courtcount {
	int64_t due;		/* the last day */
	int64_t early, warn;	/* days before it, 0 none */
	struct courtcount_step *steps;
	struct courtcount_line *lines;
	const char *trouble;	/* why there is none, English, or NULL */
};
/* Names in a language. */
void	 courtcount(struct arena *, const struct courtcount_ask *,
	    const char *lang, struct courtcount *out);

/* By their codes; NULL: there is none. */
const struct court_rule *courtcount_rule(const struct court *,
	    const char *code);
const struct court_service *courtcount_service(const struct court *,
	    const char *code);
const struct court_more *courtcount_more(const struct court *,
	    const char *code);
/* Is a code among those of a list. */
bool	 courtcount_has(const char *list, const char *code);
/* May the holidays of a region be those of the court? */
bool	 courtcount_region(const struct court *, const char *region);

#endif
