/* SPDX-License-Identifier: MIT */
#ifndef TEXT_HOURS_H
#define TEXT_HOURS_H

#include "base/arena.h"
#include "model/calendar.h"

/*
 * Hours as people write them: 9-12:30 13:00-17:00. Blanks or commas between;
 * nothing is no work. False: not such a text, not in order, or too many.
 */
bool	 hours_read(const char *, struct calendar_hours *out);
char	*hours_write(struct arena *, const struct calendar_hours *);
/* A week: seven of them from Monday, apart by semicolons. */
bool	 hours_week(const char *, struct calendar_hours out[7]);
char	*hours_week_write(struct arena *,
	    const struct calendar_hours week[7]);

#endif
