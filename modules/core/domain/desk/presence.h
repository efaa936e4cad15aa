/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PRESENCE_H
#define DOMAIN_PRESENCE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/person.h"

/*
 * Who else is at an opened dossier, so that two do not do the same. That a
 * viewer is there is noted once a minute at most, and after the page was
 * sent: nobody waits for it, and it may fail.
 */

/* Others seen in the last three minutes. Leaves the viewer in cx->here when
 * it is time to note that they are. */
enum err presence_others(struct ctx *, const struct dossier *,
	    struct person **out);
/* Writes cx->here in the transaction under way, and forgets it. */
enum err presence_write(struct ctx *);
/* Forgets all that is no presence any more. */
enum err presence_sweep(struct ctx *);

#endif
