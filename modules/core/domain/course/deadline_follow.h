/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DEADLINE_FOLLOW_H
#define DOMAIN_DEADLINE_FOLLOW_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"

/*
 * What an act means for the deadlines of its dossier: they begin, pause, go
 * on and end, each with an event of the system of its own: after each event.
 * One that cannot concern them costs no statement.
 */
enum err deadline_follow(struct ctx *, struct dossier *,
	    const struct event *);
/* Another calendar may hold: those that move by that have an event. */
enum err deadline_follow_calendar(struct ctx *, struct dossier *);

#endif
