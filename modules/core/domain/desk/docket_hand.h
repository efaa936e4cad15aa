/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOCKET_HAND_H
#define DOMAIN_DOCKET_HAND_H

#include "base/ctx.h"
#include "domain/spine/event.h"
#include "model/docket.h"
#include "model/matter.h"

/* A body that says which entry of which docket. */
struct event_body *docket_hand_event(struct ctx *,
	    const struct proceeding *, const struct docket_entry *);

#endif
