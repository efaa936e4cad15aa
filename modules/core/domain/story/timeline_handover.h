/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_HANDOVER_H
#define DOMAIN_TIMELINE_HANDOVER_H

#include "base/ctx.h"
#include "model/event.h"

/* The sentence of a handover.* event. */
const char *timeline_handover(struct ctx *, const struct event *);

#endif
