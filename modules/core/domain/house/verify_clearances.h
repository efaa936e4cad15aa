/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_CLEARANCES_H
#define DOMAIN_VERIFY_CLEARANCES_H

#include "base/ctx.h"

/*
 * Is every conflict check as it was kept, and did who say to it what it says?
 * Show it each event of the log; its last gives the first fault, its end the
 * memory back.
 */
struct verify_clearances;
struct store_event;

struct verify_clearances *verify_clearances_begin(struct ctx *);
void	 verify_clearances_event(struct verify_clearances *,
	    struct ctx *small, const struct store_event *);
enum err verify_clearances_last(struct verify_clearances *,
	    const char **fault);
void	 verify_clearances_end(struct verify_clearances *);

#endif
