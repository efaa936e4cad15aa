/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_PARTS_H
#define DOMAIN_VERIFY_PARTS_H

#include <stdbool.h>

#include "base/ctx.h"

/*
 * Compartments against the log: each thing is in the one that its last event
 * says, none is in one of which no event tells, and what the log says of it
 * is kept for the same members. Used as verify_decisions.h is.
 */
struct verify_parts;
struct store_event;

struct verify_parts *verify_parts_begin(struct ctx *);
void	 verify_parts_event(struct verify_parts *, struct ctx *small,
	    const struct store_event *);
/* After the last chain. *fault says what is wrong, or NULL. */
enum err verify_parts_last(struct verify_parts *, const char **fault);

#endif
