/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_TYPES_H
#define DOMAIN_VERIFY_TYPES_H

#include "base/ctx.h"

/*
 * Are the type.xml and the models of each version those that its event of
 * the topic "types" tells of? Show it each event, then ask.
 */
struct store_event;
struct verify_types;

struct verify_types *verify_types_begin(struct ctx *);
void	 verify_types_event(struct verify_types *, struct ctx *small,
	    const struct store_event *);
/* *fault: a sentence on the first that is not, or NULL. */
enum err verify_types_end(struct verify_types *, const char **fault);

#endif
