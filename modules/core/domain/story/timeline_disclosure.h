/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_DISCLOSURE_H
#define DOMAIN_TIMELINE_DISCLOSURE_H

#include "base/ctx.h"
#include "model/event.h"

/* The sentences of "disclosure.*" and "part2.*". */
const char *timeline_disclosure(struct ctx *, const struct event *);

#endif
