/* SPDX-License-Identifier: MIT */
#ifndef RULES_RECKON_H
#define RULES_RECKON_H

#include "model/calendar.h"
#include "rules/feel/feel.h"

/*
 * What the intervals of a deadline come to: pure, by a calendar and a rule.
 * The rule is FEEL over "start"; it gives the date, or the date and time,
 * by which something is to be done, a date counting to its end. What was
 * paused is counted as the rule counts, and the start moves on by that: so a
 * pause moves the due, and a rule that comes later keeps earlier pauses.
 * A day belongs to the interval in which it ends; that of the start does not
 * count.
 */
enum reckon_unit {
	RECKON_DAYS, RECKON_WORKING_DAYS,	/* whole ones */
	RECKON_TIME, RECKON_WORKING_TIME	/* seconds */
};

/* A rule, compiled once. early and warn may use "due", too; a number is so
 * many days before it, working days where the rule counts these. */
struct reckon_rule {
	const char *due, *early, *warn;	/* as written; "" none */
	const struct feel *code[3];	/* of these; NULL none */
	bool works;		/* it counts working days or time */
	bool hours;		/* and of these, time */
};
/* Faults stand in the order of the texts; fault->line is that within one.
 * NULL where the first is no FEEL. */
struct reckon_rule *reckon_compile(struct arena *, const char *due,
	    const char *early, const char *warn, struct feel_fault *faults[3]);

struct reckon_span {		/* one after the other, without a gap */
	int64_t begun, ended;	/* 0: it lasts */
	bool paused;
	const struct reckon_rule *rule;
};

enum reckon_why {
	RECKON_COUNTED, RECKON_PAUSED,
	RECKON_WEEKEND, RECKON_HOLIDAY, RECKON_CLOSED	/* skipped */
};
struct reckon_line {		/* days on end of which the same is true */
	struct reckon_line *next;
	int64_t from, until;	/* days since 1970, both are in it */
	enum reckon_why why;
	const char *name;	/* of a holiday or closed day, or "" */
	int64_t each;		/* of a counted day: 1, or its seconds */
	int64_t counted, paused;	/* of all of them */
	bool ahead;		/* still to come */
};

struct reckon {
	enum reckon_unit unit;
	int64_t due, early, warn;	/* moments, 0 none */
	bool whole;		/* the due is a day, not a time of it */
	int64_t elapsed;	/* counted until now or the end */
	int64_t total;		/* that the rule gives */
	int64_t paused;		/* until now or the end, beside these */
	struct reckon_line *lines;	/* from start to due */
	bool cut;		/* they are not all */
	const char *trouble;	/* why there is no due, or NULL */
};
/* Of n spans, at a moment; lines in a language, unless that is NULL. */
void	 reckon(struct arena *, const struct calendar *,
	    const struct reckon_span *, size_t n, int64_t now,
	    const char *lang, struct reckon *out);
/* What a span of a deadline that began with start adds up to, in the unit. */
int64_t	 reckon_units(const struct calendar *, enum reckon_unit,
	    int64_t start, int64_t from, int64_t until);

#endif
