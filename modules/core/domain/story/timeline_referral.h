/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_REFERRAL_H
#define DOMAIN_TIMELINE_REFERRAL_H

#include "base/ctx.h"
#include "model/event.h"

/* The sentence of an event referral.* or strength.*. */
const char *timeline_referral(struct ctx *, const struct event *);

#endif
