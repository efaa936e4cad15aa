/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_MATTER_H
#define DOMAIN_TIMELINE_MATTER_H

#include "base/ctx.h"
#include "model/event.h"

/* The sentence of a proceeding.*, docket.* or counsel.* event. */
const char *timeline_matter(struct ctx *, const struct event *);

#endif
