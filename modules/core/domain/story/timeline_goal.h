/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_GOAL_H
#define DOMAIN_TIMELINE_GOAL_H

#include "base/ctx.h"
#include "model/event.h"

/* The sentence of a goal.* event. */
const char *timeline_goal(struct ctx *, const struct event *);

#endif
