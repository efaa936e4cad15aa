/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CALENDAR_PAST_H
#define DOMAIN_CALENDAR_PAST_H

#include "base/ctx.h"
#include "model/calendar.h"

/*
 * What was changed of a calendar, read from the log, and taking it back: a
 * day that was edited, or its hours, zone, region and name. Only where it is
 * still as that change left it; taking back is a change like any other, so
 * the version counts up and what was taken back can be, too.
 */
struct calendar_past {
	struct calendar_past *next;
	int64_t seq, when;
	const char *actor;
	struct calendar_past_line {
		struct calendar_past_line *next;
		const char *day;	/* an edited day, ISO, or "" */
		const char *what;	/* "" of a day */
		const char *before, *after;
	} *lines;
	bool may_back;
};
/* The newest first. The calendar was opened. */
enum err calendar_past_list(struct ctx *, const struct calendar *, int limit,
	    struct calendar_past **out);
/* ERR_CONFLICT: it was changed again since, or is too long ago. */
enum err calendar_past_back(struct ctx *, struct calendar *, int64_t seq);

#endif
