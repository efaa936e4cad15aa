/* SPDX-License-Identifier: MIT */
#ifndef STORE_STORE_CALENDAR_H
#define STORE_STORE_CALENDAR_H

#include "base/ctx.h"
#include "model/calendar.h"

#define STORE_CALENDAR_HOUSE "house"	/* its code */

/* Calendars without their days, zones as they are kept ("" the site's). */
enum err store_calendar_list(struct ctx *, struct calendar **out);
enum err store_calendar_find(struct ctx *, const char *code,
	    struct calendar **out);		/* NULL: there is none */
/* That of a team, else the house's; team 0: the house's. */
enum err store_calendar_team(struct ctx *, int64_t team,
	    struct calendar **out);
enum err store_calendar_days(struct ctx *, struct calendar *);
enum err store_calendar_add(struct ctx *, struct calendar *);
/* Counts up the version, of *c too. ERR_CONFLICT: it is another one now. */
enum err store_calendar_save(struct ctx *, struct calendar *);
enum err store_calendar_day_put(struct ctx *, const struct calendar *,
	    const struct calendar_day *);
enum err store_calendar_drop(struct ctx *, const struct calendar *);
enum err store_calendar_day_drop(struct ctx *, const struct calendar *,
	    int64_t day);
enum err store_calendar_teams(struct ctx *, struct calendar_team **out);
/* calendar 0: none of its own. */
enum err store_calendar_give(struct ctx *, int64_t team, int64_t calendar);

#endif
