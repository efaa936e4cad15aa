/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_NOTICE_H
#define DOMAIN_NOTICE_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/event.h"
#include "model/notice.h"

/*
 * What people are told: work handed to them, approvals, deadlines, changes of
 * cases that they follow, notes that mention them. All of it is in their list
 * for 30 days; by mail it leaves at once, in a digest, or not at all, as they
 * choose for each kind. Nobody is told of a case that they may not see when
 * they look.
 */
#define NOTICE_PAUSE 60	/* seconds: an act can be undone before it is told */

/* The lead, or the owner of task no, is now this person, or approval no that
 * they asked for was answered. Nothing is noted for the actor. */
enum err notice_work(struct ctx *, const struct dossier *, int64_t person,
	    int64_t no);
/* An approval waits for whoever may take its step. */
struct approval;
enum err notice_approval(struct ctx *, const struct dossier *,
	    const struct approval *);
/* The viewer changed the dossier: whoever follows it is told; of what is in a
 * compartment its members. */
enum err notice_change(struct ctx *, struct dossier *,
	    const struct event *);
/* What this person answers for was opened from outside for the first time,
 * its link is locked, or a mail of it was given up. */
enum err notice_share(struct ctx *, const struct dossier *, int64_t person,
	    int64_t share);
/* "@login" in a note: each is told, and refused by field "text" who cannot
 * see the note. Call it before the note is written. */
enum err notice_mentions(struct ctx *, const struct dossier *,
	    const char *text, int64_t note, int64_t compartment);

/* The viewer's list; after: "" or ->next. */
struct notice_page {
	struct notice *notices;
	const char *next;	/* "" at the end */
};
enum err notice_list(struct ctx *, const char *after, int limit,
	    struct notice_page *out);
enum err notice_see(struct ctx *);	/* all are read */
/* How many are not, up to NOTICE_MANY: for every page that is shown. Nobody
 * counts more, and each is looked at by the rights of now. */
#define NOTICE_MANY 10
enum err notice_unseen(struct ctx *, int64_t *out);

/* Is the viewer told of its changes? By their wish, or as its lead or owner of
 * an open task. Needs dossier_load(). */
enum err notice_follows(struct ctx *, const struct dossier *, bool *out);
enum err notice_follow(struct ctx *, const struct dossier *, bool wanted);

struct notice_choices {
	enum notice_mode modes[NOTICE_KINDS];
	int64_t hour;		/* of the digest, 0 to 23 */
};
enum err notice_choices(struct ctx *, struct notice_choices *out);
enum err notice_choose(struct ctx *, const struct notice_choices *);

#endif
