/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_PLAN_H
#define DOMAIN_VERIFY_PLAN_H

#include <stdbool.h>

#include "base/ctx.h"

/*
 * The plan of a dossier is what its events say: each tells rows as they
 * became. Both are walked in the order of dossiers; verify_log.c alone.
 */
struct store_event;
struct verify_plan;

struct verify_plan *verify_plan_begin(struct ctx *);
/* Every event of a chain; small: its arena is emptied after the event. */
void	 verify_plan_event(struct verify_plan *, struct ctx *small,
	    const struct store_event *);
/* The chain ends: false with *fault, or when the store failed. */
bool	 verify_plan_chain(struct verify_plan *, int64_t dossier,
	    const char *number, const char **fault);
bool	 verify_plan_last(struct verify_plan *, const char **fault);
enum err verify_plan_end(struct verify_plan *);

#endif
