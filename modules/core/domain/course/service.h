/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SERVICE_H
#define DOMAIN_SERVICE_H

#include "base/ctx.h"
#include "model/careplan.h"
#include "model/dossier.h"
#include "model/service.h"

/*
 * What a care plan has done for a patient: once, or so many times in each
 * period. Its days are made SERVICE_AHEAD days ahead, by the clock; each is
 * due until somebody says that it was done, missed, or excused for a reason.
 * Nobody says that it is late: it is, once its day has passed. A follow-up is
 * counted from the discharge on, which ends the plan. Every act needs
 * LEVEL_WORK and can be undone.
 */
#define SERVICE_AHEAD 14
#define SERVICE_WAIT 3660	/* days from the discharge on, at the most */

struct service_new {
	const char *title, *instructions;
	int64_t goal;		/* no, 0 none */
	const char *every;	/* ISO 8601: P1W; "" once */
	int times;
	const char *begins, *until;	/* civil; until "" no end */
	bool aftercare;		/* a follow-up: wait, and no begins */
	int wait;
	int64_t person;		/* of the staff, or a party; 0 none */
	int64_t team;		/* or that */
};
enum err service_list(struct ctx *, const struct dossier *,
	    struct service **out);
enum err service_open(struct ctx *, const struct dossier *, int64_t no,
	    struct service **out);			/* ERR_MISSING */
enum err service_days(struct ctx *, const struct service *, int limit,
	    struct service_day **out);		/* the newest first */

/* To a plan that is a draft or revised; to one that has ended a follow-up on
 * a day (begins). Fields: as of service_new, who. */
enum err service_add(struct ctx *, struct dossier *, const struct careplan *,
	    const struct service_new *, struct service **out);
/* Title, instructions, goal, until, who; how often stays: for that it is
 * ended and another one added. ERR_CONFLICT when version is old. */
enum err service_change(struct ctx *, struct dossier *, struct service *,
	    const struct service_new *, int64_t version);
/* From today on it is not due any more. Field: reason. */
enum err service_stop(struct ctx *, struct dossier *, struct service *,
	    const char *reason);
/* The plan ends with a discharge on this day: follow-ups begin to count, the
 * others end. */
enum err service_discharge(struct ctx *, struct dossier *,
	    const struct careplan *, const char *day);

/* What became of a day. Fields: how, done (civil, "" that day, or today where
 * it is still to come), reason. */
struct service_said {
	const char *how;	/* done missed excused; due: not after all */
	const char *done, *reason;
};
enum err service_say(struct ctx *, struct dossier *, struct service *,
	    const char *day, const struct service_said *);

/* Days late, 0 not. */
int64_t	 service_words_late(struct ctx *, const char *day);
/* "3 times a week", "Every 2 weeks", "Once". */
const char *service_words_rhythm(struct ctx *, const char *every, int times);

/* Makes the days until so many days ahead; of the clock too. */
enum err service_make(struct ctx *, struct service *, bool write);

#endif
