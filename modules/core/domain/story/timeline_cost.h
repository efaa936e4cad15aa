/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_COST_H
#define DOMAIN_TIMELINE_COST_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/event.h"

/* The sentence of a booking.* event; type may be NULL. */
const char *timeline_cost(struct ctx *, const struct casetype *,
	    const struct event *);

#endif
