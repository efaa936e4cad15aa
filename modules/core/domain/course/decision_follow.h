/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_FOLLOW_H
#define DOMAIN_DECISION_FOLLOW_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"

/* What decides by itself is decided anew where what it is decided by is
 * another now, unless a person has overridden it: after each event. */
enum err decision_follow(struct ctx *, struct dossier *,
	    const struct event *);

#endif
