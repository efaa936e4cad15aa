/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_DECISION_H
#define DOMAIN_TIMELINE_DECISION_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/event.h"

/* The sentence of a decision.* event; type may be NULL. */
const char *timeline_decision(struct ctx *, const struct casetype *,
	    const struct event *);
/* Whether it says what became of this name of the body. */
bool	 timeline_decision_says(struct ctx *, const struct casetype *,
	    const struct event *, const char *name);

#endif
