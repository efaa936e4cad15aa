/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_SHARE_H
#define DOMAIN_TIMELINE_SHARE_H

#include "base/ctx.h"
#include "model/event.h"

/* The sentence of a share.* event, and of document.fetched. */
const char *timeline_share(struct ctx *, const struct event *);

#endif
