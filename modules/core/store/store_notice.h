/* SPDX-License-Identifier: MIT */
#ifndef STORE_NOTICE_H
#define STORE_NOTICE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/notice.h"
#include "store/visible.h"

/* Table outbox as the list of what people are told, and their choices. */

/* Row o of the outbox mentions the viewer in a note that they may read. */
#define STORE_NOTICE_MENTION						\
	" (o.kind = 'mention' AND EXISTS (SELECT 1 FROM note m"		\
	"   WHERE m.dossier = o.dossier AND m.no = o.no"		\
	"     AND" PART_VISIBLE("m") ")) "

/* Everybody who follows an opened dossier but the viewer: its lead, owners
 * of open tasks, who wants to; unless something of it is about to be told. */
enum err store_notice_change(struct ctx *, const struct dossier *,
	    int64_t compartment, int64_t due);

/* The viewer's, of dossiers in sight, the newest first, from a moment on
 * without the first so many of that moment. */
enum err store_notice_list(struct ctx *, int64_t from, int64_t without,
	    int limit, struct notice **out);
enum err store_notice_unseen(struct ctx *, int limit, int64_t *out);
enum err store_notice_see(struct ctx *);	/* all of the viewer */

/* 1: the viewer wants to follow it, 0: does not, -1: never said. */
enum err store_notice_wish(struct ctx *, const struct dossier *, int *out);
enum err store_notice_follow(struct ctx *, const struct dossier *,
	    bool wanted);

/* The viewer's choices, by kind, and the hour of the digest. */
enum err store_notice_choices(struct ctx *, enum notice_mode *modes,
	    int64_t *hour);
enum err store_notice_choose(struct ctx *, enum notice_kind,
	    enum notice_mode);
enum err store_notice_hour(struct ctx *, int64_t hour);

/* The hours of today and tomorrow at the site, as if its clocks never changed;
 * what is from ->changed on moves with them. */
struct store_notice_clocks {
	int64_t midnight;	/* that today began with */
	int64_t changed, by;	/* seconds */
};
/* What is due and not sorted yet: told now, put off to the hour of the
 * digest, or not mailed. */
enum err store_notice_sort(struct ctx *, const struct store_notice_clocks *);
/* The site sends no mail: what is due is in the list alone. */
enum err store_notice_unmailed(struct ctx *);

/* Of all that anybody was told, the newest some, of a week at most, stay
 * unread, and nothing is mailed: for samples. */
enum err store_notice_settle(struct ctx *, int unread);

#endif
