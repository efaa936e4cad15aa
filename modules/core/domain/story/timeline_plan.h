/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_PLAN_H
#define DOMAIN_TIMELINE_PLAN_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/event.h"

/* The title of the task that an event is about, in the reader's language
 * where it is the plan's. */
const char *timeline_plan_title(struct ctx *, const struct casetype *,
	    const struct event *);
/* What the plan did by itself after the act before it; "" no more than
 * that act says. */
const char *timeline_plan_then(struct ctx *, const struct casetype *,
	    const struct event *);
/* Why the event made an item what it is then: “Check” is done, Amount is 500;
 * "" nothing that the plan waited for. */
const char *timeline_plan_because(struct ctx *, const struct casetype *,
	    const struct event *, int64_t no);

#endif
