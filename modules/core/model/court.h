/* SPDX-License-Identifier: MIT */
#ifndef MODEL_COURT_H
#define MODEL_COURT_H

#include <stdbool.h>
#include <stdint.h>

#include "model/casetype.h"

/*
 * How the periods of a court are counted, and which there are, as a file says
 * it (etc/courts/README.md); read once, never changed.
 */
enum court_unit {
	COURT_DAYS, COURT_WEEKS, COURT_MONTHS, COURT_YEARS,
	COURT_WORKING_DAYS
};
#define COURT_UNITS "days", "weeks", "months", "years", "working days"

struct court_term {		/* 2 weeks */
	enum court_unit unit;
	int n;			/* 0: none */
};

/* How something was served: when that counts, and what it adds. */
struct court_service {
	struct court_service *next;
	const char *code;
	struct label label;
	const char *source;
	struct court_term deemed;	/* served so long after it was sent */
	bool rolls;		/* and then on a working day */
	struct court_term adds;	/* after the end; days */
	int line;
};

/* Who has longer, such as parties abroad: a part of the period. */
struct court_more {
	struct court_more *next;
	const char *code;
	struct label label;
	const char *source;
	struct court_term adds;
	int line;
};

struct court_closed {		/* no working day, beside the holidays */
	struct court_closed *next;
	struct label label;
	int year, month, day;	/* year 0: each */
};

struct court_recess {
	struct court_recess *next;
	struct label label;
	const char *source;
	int from_month, from_day, until_month, until_day;	/* both in it */
	bool stops;		/* nothing is counted meanwhile */
};

struct court_rule {
	struct court_rule *next;
	const char *code;
	struct label label;	/* what is to be done by then */
	struct label event;	/* from which it runs */
	const char *source;
	struct court_term period;
	bool before;		/* so long before the event */
	bool stays;		/* its end does not move to a working day */
	bool through;		/* runs on in a recess that stops others */
	const char *services;	/* codes of those that it may be served by */
	const char *more;	/* codes of who may have longer */
	struct court_term early, warn;
	bool second;		/* another person confirms that it is met */
	int line;
};

struct court {
	struct court *next;
	int64_t id;		/* of its row; 0: from a file */
	int version;		/* 0: from a file */
	const char *code;
	struct label label;
	const char *source;
	const char *holidays;	/* of holiday.h: a country or a part of one */
	unsigned weekend;	/* a bit a day, Monday first */
	int few;		/* periods of no more days: working days */
	bool clear;		/* counted back, the last day is free, too */
	const struct court_closed *closed;
	const struct court_recess *recesses;
	const struct court_service *services;
	const struct court_more *more;
	const struct court_rule *rules;
	int line;
};

#endif
