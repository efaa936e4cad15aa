/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_DECISIONS_H
#define DOMAIN_VERIFY_DECISIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"

/*
 * Is what decisions rest on what their events say it was? One walk in the
 * order of the dossiers beside that over their chains: show it each event of
 * a chain, then the chain's end, and at last the end of all. The end gives
 * false with a sentence at the first fault, or with err when the store fails.
 */
struct store_event;
struct verify_decisions;

struct verify_decisions *verify_decisions_begin(struct ctx *);
void	 verify_decisions_event(struct verify_decisions *,
	    struct ctx *small, const struct store_event *);
bool	 verify_decisions_chain(struct verify_decisions *, int64_t dossier,
	    const char *number, const char **fault);
bool	 verify_decisions_last(struct verify_decisions *, const char **fault);
enum err verify_decisions_end(struct verify_decisions *);	/* call it */

#endif
