/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SHARE_CLOCK_H
#define DOMAIN_SHARE_CLOCK_H

#include "base/ctx.h"

/*
 * Links and codes of shares as they leave by mail (share_mail.h), for as long
 * as somebody answers for the share. A link is drawn when its mail leaves,
 * each time that this is tried, so that only the last one opens anything.
 */
struct share_clock_report {
	int sent, dropped;	/* mails; those not needed any more */
	int failed;		/* tried in vain */
};
/* What fails is tried again, ever more rarely, for 3 days; then who answers
 * for the share is told. Begins and ends its own transactions. */
enum err share_clock(struct ctx *, struct share_clock_report *out);

#endif
