/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_GOAL_FOLLOW_H
#define DOMAIN_GOAL_FOLLOW_H

#include "base/ctx.h"
#include "model/dossier.h"

/* Goals that are met by what just happened are reached, those that are no
 * longer are agreed again, each with its event; of event_add() alone. */
enum err goal_follow(struct ctx *, struct dossier *, const char *kind);

#endif
