/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_CLOCK_H
#define DOMAIN_PLAN_CLOCK_H

#include "base/ctx.h"
#include "domain/house/clock.h"

/*
 * What plans do as time goes by: timers that are due ring, each once, also
 * those that were slept through; what process tasks ask leaves and its answer
 * is taken in, and case tasks open cases and hear of their end. One
 * transaction a dossier, under the lease of the clock. A plan that fails is
 * kept as trouble, tried again ever more rarely, and does not keep the others
 * from going on.
 */
struct plan_clock_report {
	int rang;		/* dossiers with timers */
	int answered, opened;	/* calls and cases */
	int failed;
	const char *why;	/* of the last failure, or NULL */
};
enum err plan_clock(struct ctx *, const struct clock_run *,
	    struct plan_clock_report *);

#endif
