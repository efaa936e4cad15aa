/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_CONSENT_H
#define DOMAIN_TIMELINE_CONSENT_H

#include "base/ctx.h"
#include "model/event.h"

const char *timeline_consent(struct ctx *, const struct event *);

#endif
