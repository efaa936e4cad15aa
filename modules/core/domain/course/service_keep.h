/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SERVICE_KEEP_H
#define DOMAIN_SERVICE_KEEP_H

#include "base/ctx.h"
#include "domain/spine/event.h"
#include "model/dossier.h"

/* The event is told to members of the compartment of medical things alone,
 * wherever the dossier lies. */
enum err service_keep_within(struct ctx *, const struct dossier *,
	    struct event_body *, int64_t no);

/* Civil days, as services count them. */
const char *service_keep_today(struct ctx *);
int64_t	 service_keep_day(const char *iso);	/* since 1970 */

#endif
