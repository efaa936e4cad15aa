/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_APPROVAL_KEEP_H
#define DOMAIN_APPROVAL_KEEP_H

#include "base/ctx.h"
#include "domain/spine/event.h"
#include "model/approval.h"
#include "model/dossier.h"

/* What the acts on approvals share. */

/* SHA-256 of what is to be approved: what every signature is bound to. As
 * schema/README.md says. */
const char *approval_keep_shown(struct ctx *, const struct dossier *,
	    const struct approval *);
/* Fills stale and now from what the store says it is by now. */
void	 approval_keep_compare(struct ctx *, struct approval *);
/* The same of the steps that the table gives now, while it waits. */
enum err approval_keep_steps(struct ctx *, struct dossier *,
	    struct approval *);
/* The body of an event, with what every one of them says. */
struct event_body *approval_keep_body(struct ctx *, const struct approval *);

#endif
