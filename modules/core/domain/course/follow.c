/* SPDX-License-Identifier: MIT */
/* All that follows from an event of a case, by itself and at once. */
#include "domain/course/approval_input.h"
#include "domain/course/clearance_follow.h"
#include "domain/course/deadline_follow.h"
#include "domain/course/decision_follow.h"
#include "domain/course/plan_follow.h"
#include "domain/course/silence.h"
#include "domain/dossier/goal_follow.h"
#include "domain/people/absence.h"
#include "domain/people/notice.h"
#include "domain/people/search.h"
#include "domain/spine/event.h"
#include "store/store_count.h"

static enum err
count(struct ctx *cx, struct dossier *d, const struct event *ev)
{
	(void)ev;
	return store_count_renew(cx, d->id);
}

const struct event_follower follow_events[] = {
	{ absence_follow },	/* what substitutes may do here */
	{ notice_change },	/* who follows the case is told */
	{ count },		/* the numbers of start pages */
	{ search_follow },	/* what it is found by */
	{ approval_input_follow }, /* who wrote what approvals rest on */
	{ goal_follow },	/* goals reached, or not any more */
	{ decision_follow },	/* the risk, decided anew */
	{ plan_follow },	/* what the plan does is behind the act */
	{ deadline_follow },	/* deadlines begin, pause, go on, end */
	{ clearance_follow },	/* new names are checked for conflicts */
	{ silence_follow },	/* since when it is silent, or will be */
	{ NULL }
};
