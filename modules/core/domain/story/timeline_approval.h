/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_APPROVAL_H
#define DOMAIN_TIMELINE_APPROVAL_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/event.h"

/* The sentence of an event approval.* or authority.*; type may be NULL. */
const char *timeline_approval(struct ctx *, const struct casetype *,
	    const struct event *);

#endif
