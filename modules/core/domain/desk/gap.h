/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_GAP_H
#define DOMAIN_GAP_H

#include "base/ctx.h"
#include "model/service.h"

/*
 * Gaps: services that are due or late, of dossiers in sight, the longest
 * overdue first.
 */
enum gap_when { GAP_ALL, GAP_LATE, GAP_TODAY, GAP_WEEK };
struct gap_filter {
	bool mine;		/* of dossiers that the viewer leads */
	const char *team;	/* or that this team has: code; "" any in
				 * sight */
	enum gap_when when;	/* WEEK: late, today, and the next 6 days */
	bool aftercare;		/* follow-ups alone */
	const char *after;	/* "" or ->next */
	int limit;
};
struct gap_page {
	struct service_day *days;
	const char *next;	/* "" at the end */
};
enum err gap_list(struct ctx *, const struct gap_filter *,
	    struct gap_page *out);

/* Of dossiers that the viewer leads; of the first GAP_MANY by their day. */
#define GAP_MANY 101
struct gap_counts {
	int64_t late, today, all;
};
enum err gap_count(struct ctx *, struct gap_counts *out);

#endif
