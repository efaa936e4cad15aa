/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_GOAL_FOLLOW_H
#define DOMAIN_GOAL_FOLLOW_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"

/* Goals that are met by what just happened are reached, those that are no
 * longer are agreed again, each with its event: after each event. */
enum err goal_follow(struct ctx *, struct dossier *, const struct event *);

#endif
