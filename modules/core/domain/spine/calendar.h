/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CALENDAR_H
#define DOMAIN_CALENDAR_H

#include "base/ctx.h"
#include "model/calendar.h"
#include "model/dossier.h"

/*
 * By which calendar working time is counted: that of a dossier's team, else
 * the house's, which is always there. Administrators keep them; each change
 * is an event of the topic "settings" and counts up the version. Zones are
 * filled in: of a calendar without one the site's.
 */
#define CALENDAR_EDITED_MOST 1000	/* days of one calendar */

enum err calendar_of(struct ctx *, const struct dossier *,
	    const struct calendar **out);
/* The same for an evaluation: NULL where the store does not give it, which
 * spoils the transaction. */
const struct calendar *calendar_or_null(struct ctx *, const struct dossier *);
enum err calendar_house(struct ctx *, const struct calendar **out);
/* All, without their days; the house's first. */
enum err calendar_list(struct ctx *, struct calendar **out);
enum err calendar_open(struct ctx *, const char *code,
	    struct calendar **out);		/* ERR_MISSING */
/* What people call it. */
const char *calendar_name(const struct calendar *);
/* "" where it has that of the site. */
const char *calendar_own_zone(const struct ctx *, const struct calendar *);
const char *calendar_site_zone(const struct ctx *);
bool	 calendar_is_house(const struct calendar *);

/* What was typed into the form of one; hours are read by text/hours.h, and
 * refused by their fields "hours0" to "hours6". */
struct calendar_typed {
	const char *name, *zone, *region;	/* zone "": the site's */
	const char *week[7];
	int64_t version;		/* that was shown */
};
/* A new one has the hours of the house's. */
enum err calendar_make(struct ctx *, const char *name,
	    struct calendar **out);
enum err calendar_save(struct ctx *, struct calendar *,
	    const struct calendar_typed *);
/* A day with hours of its own, "" closed; in place of what was edited. */
enum err calendar_day_set(struct ctx *, struct calendar *, const char *day,
	    const char *name, const char *hours);
enum err calendar_day_drop(struct ctx *, struct calendar *, const char *day);
/* As the log says it: "Outing: 09:00-12:00", "Outing: closed", "" of a day
 * that was not edited. */
const char *calendar_day_text(struct ctx *, const struct calendar *,
	    const char *day);

/* Of none that a team has, nor the house's: that is ERR_CONFLICT. */
enum err calendar_drop(struct ctx *, const struct calendar *);

enum err calendar_teams(struct ctx *, struct calendar_team **out);
/* These teams, by their codes, have this calendar; others that had it have the
 * house's again. */
enum err calendar_give(struct ctx *, const struct calendar *,
	    const char *const *teams, size_t n);

#endif
