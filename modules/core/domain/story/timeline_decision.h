/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TIMELINE_DECISION_H
#define DOMAIN_TIMELINE_DECISION_H

#include <stdbool.h>

#include "domain/story/tell.h"

/* Whether the sentence of a decision.* event says what became of this name of
 * the body. */
bool	 timeline_decision_says(const struct telling *, const char *name);

#endif
