/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SERVICE_CLOCK_H
#define DOMAIN_SERVICE_CLOCK_H

#include "base/ctx.h"

/* The days on which services are due are made ahead, also those that were
 * slept through; who does one is told on its day, who leads once it is late:
 * once, however late the clock comes. */
struct service_clock_report {
	int made;		/* services */
	int64_t told;		/* days */
};
enum err service_clock(struct ctx *, struct service_clock_report *);

#endif
