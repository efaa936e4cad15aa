/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_VERIFY_SEALED_H
#define DOMAIN_VERIFY_SEALED_H

#include <stdbool.h>

#include "base/ctx.h"

/*
 * Signed notes against the log: each signature has its event, by whom, when
 * and as what, and what was shown is what the note says today. Used as
 * verify_handovers.h is.
 */
struct verify_sealed;
struct store_event;

struct verify_sealed *verify_sealed_begin(struct ctx *);
void	 verify_sealed_event(struct verify_sealed *, struct ctx *small,
	    const struct store_event *);
bool	 verify_sealed_chain(struct verify_sealed *, const char *number,
	    const char **fault);
/* After the last chain. */
bool	 verify_sealed_last(struct verify_sealed *, const char **fault);
enum err verify_sealed_end(struct verify_sealed *);

#endif
