/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_FACT_H
#define DOMAIN_TIMELINE_FACT_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/event.h"

/* The sentence of a problem.*, allergy.*, medication.*, encounter.* or
 * alert.* event. */
const char *timeline_fact(struct ctx *, const struct event *);
bool	 timeline_fact_is(const char *kind);

#endif
