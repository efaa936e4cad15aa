/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_FOLLOW_H
#define DOMAIN_PLAN_FOLLOW_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"

/*
 * What an act means for the plan of its dossier, as an event of the system
 * of its own ("plan.begun", "plan.followed", "plan.ended"): after each event.
 * One that cannot concern the plan costs no statement.
 */
enum err plan_follow(struct ctx *, struct dossier *, const struct event *);

#endif
