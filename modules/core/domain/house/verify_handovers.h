/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_HANDOVERS_H
#define DOMAIN_VERIFY_HANDOVERS_H

#include <stdbool.h>

#include "base/ctx.h"

/*
 * The sheets that receivers of work accepted against the events that tell of
 * it: each has its event, and hashes to what that says. Used as
 * verify_decisions.h is.
 */
struct verify_handovers;
struct store_event;

struct verify_handovers *verify_handovers_begin(struct ctx *);
void	 verify_handovers_event(struct verify_handovers *, struct ctx *small,
	    const struct store_event *);
/* False: *fault says what is wrong, or verify_handovers_end() fails. */
bool	 verify_handovers_chain(struct verify_handovers *, int64_t dossier,
	    const char *number, const char **fault);
bool	 verify_handovers_last(struct verify_handovers *,
	    const char **fault);
enum err verify_handovers_end(struct verify_handovers *);

#endif
