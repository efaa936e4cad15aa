/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_ONE_H
#define DOMAIN_TIMELINE_ONE_H

#include "base/ctx.h"
#include "model/casetype.h"
#include "model/event.h"

/* The sentence of a kind that tells no more than one name, or none; the kind
 * itself when nobody wrote one. */
const char *timeline_one(struct ctx *, const struct casetype *,
	    const struct event *);

#endif
