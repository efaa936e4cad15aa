/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_APPROVALS_H
#define DOMAIN_VERIFY_APPROVALS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"

/*
 * Is what was asked for approval, and what was signed, what the events say?
 * Show it each event of a chain, then the chain's end, and at last the end of
 * all, which finds rows that no event knows of. The end gives false with a
 * sentence at the first fault, or with err when the store fails.
 */
struct store_event;
struct verify_approvals;

struct verify_approvals *verify_approvals_begin(struct ctx *);
void	 verify_approvals_event(struct verify_approvals *,
	    struct ctx *small, const struct store_event *);
bool	 verify_approvals_chain(struct verify_approvals *, int64_t dossier,
	    const char *number, const char **fault);
bool	 verify_approvals_last(struct verify_approvals *,
	    const char **fault);
enum err verify_approvals_end(struct verify_approvals *);	/* call it */

#endif
