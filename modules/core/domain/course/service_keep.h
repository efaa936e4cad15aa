/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SERVICE_KEEP_H
#define DOMAIN_SERVICE_KEEP_H

#include "base/ctx.h"

/* Civil days, as services count them. */
const char *service_keep_today(struct ctx *);
int64_t	 service_keep_day(const char *iso);	/* since 1970 */

#endif
