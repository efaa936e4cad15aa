/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TASK_H
#define DOMAIN_TASK_H

#include "base/ctx.h"
#include "model/dossier.h"

/*
 * What is to be done on a dossier, by a person or a team. An owner must be
 * able to work on the dossier: who holds LEVEL_MANAGE lets the owner in by
 * it, others are refused with what to do. A task that is delegated goes back
 * to who delegated it when it is done: as a new turn, not yet ended.
 */
struct task_new {
	const char *title, *instructions;
	int64_t owner, team;	/* at least one of both */
	enum priority priority;
	int64_t due;		/* 0 none */
};
enum err task_add(struct ctx *, struct dossier *, const struct task_new *,
	    struct task **out);
/* What was said of a task that the plan makes: title and instructions tidied,
 * its owner let in; where neither person nor team is said, the dossier's. */
enum err task_fit(struct ctx *, struct dossier *, const struct task_new *,
	    struct task **out);
enum err task_open(struct ctx *, const struct dossier *, int64_t no,
	    struct task **out);		/* ERR_MISSING */
enum err task_change(struct ctx *, struct dossier *, struct task *,
	    const struct task_new *, int64_t version);
enum err task_claim(struct ctx *, struct dossier *, struct task *);
enum err task_release(struct ctx *, struct dossier *, struct task *,
	    const char *why);
enum err task_delegate(struct ctx *, struct dossier *, struct task *,
	    int64_t person, const char *why);	/* comes back when done */
enum err task_done(struct ctx *, struct dossier *, struct task *,
	    const char *result);
enum err task_reopen(struct ctx *, struct dossier *, struct task *,
	    const char *why);

/* My work: open tasks of dossiers that the viewer may see, the most urgent
 * first. */
enum task_list { TASK_MINE, TASK_TEAMS, TASK_STOOD };	/* for others */
struct task_page {
	struct task *tasks;
	const char *next;	/* key of the next page, "" at the end */
	int64_t count;		/* exact up to 1,000; 1,001 is "more" */
};
enum err task_list(struct ctx *, enum task_list, const char *after,
	    int limit, struct task_page *out);	/* after: "" or ->next */
bool	 task_is_late(const struct ctx *, const struct task *);

#endif
