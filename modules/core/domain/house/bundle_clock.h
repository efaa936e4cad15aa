/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_BUNDLE_CLOCK_H
#define DOMAIN_BUNDLE_CLOCK_H

#include "base/ctx.h"
#include "domain/house/clock.h"

/* Makes the bundles that wait, one after the other: what their files hold is
 * read by dossier-paper alone, which lies beside this program. */
struct bundle_clock_report {
	int made, failed;
	const char *why;	/* of the last that failed */
};
enum err bundle_clock(struct ctx *, const struct clock_run *,
	    struct bundle_clock_report *out);

#endif
