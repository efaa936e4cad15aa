/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_DEADLINE_H
#define DOMAIN_TIMELINE_DEADLINE_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/event.h"

/* The sentence of a deadline.* event. */
const char *timeline_deadline(struct ctx *, const struct casetype *,
	    const struct event *);

#endif
