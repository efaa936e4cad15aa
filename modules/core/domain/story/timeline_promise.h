/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_PROMISE_H
#define DOMAIN_TIMELINE_PROMISE_H

#include "base/ctx.h"
#include "model/event.h"

/* The sentence of a promise.* event. */
const char *timeline_promise(struct ctx *, const struct event *);

#endif
