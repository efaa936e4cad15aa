/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_CAREPLAN_H
#define DOMAIN_TIMELINE_CAREPLAN_H

#include "base/ctx.h"
#include "model/event.h"

/* The sentence of a careplan.* or service.* event. */
const char *timeline_careplan(struct ctx *, const struct event *);

#endif
