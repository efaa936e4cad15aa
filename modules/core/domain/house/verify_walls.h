/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_WALLS_H
#define DOMAIN_VERIFY_WALLS_H

#include "base/ctx.h"

/*
 * Is every wall as it was set and lifted: around whom, of what, from when to
 * when, by whom and why? Show it each event of the log; its end gives the
 * first fault.
 */
struct verify_walls;
struct store_event;

struct verify_walls *verify_walls_begin(struct ctx *);
void	 verify_walls_event(struct verify_walls *, struct ctx *small,
	    const struct store_event *);
enum err verify_walls_last(struct verify_walls *, const char **fault);

#endif
