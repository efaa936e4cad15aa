/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DECISION_FOLLOW_H
#define DOMAIN_DECISION_FOLLOW_H

#include "base/ctx.h"
#include "model/dossier.h"

/* What decides by itself is decided anew where what it is decided by is
 * another now, unless a person has overridden it. Part of every act: it is
 * event_add() that asks for it. */
enum err decision_follow(struct ctx *, struct dossier *,
	    const char *kind);

#endif
