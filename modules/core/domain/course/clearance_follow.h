/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CLEARANCE_FOLLOW_H
#define DOMAIN_CLEARANCE_FOLLOW_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"

/* A matter of lawyers that has a name more is checked anew, and that check
 * stands open until somebody looks at it: after each event. */
enum err clearance_follow(struct ctx *, struct dossier *,
	    const struct event *);

#endif
