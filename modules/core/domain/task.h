/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TASK_H
#define DOMAIN_TASK_H

#include "base/ctx.h"
#include "model/dossier.h"

/* What is to be done on a dossier, by a person or a team. */
struct task_new {
	const char *title, *instructions;
	int64_t owner, team;	/* one of both */
	enum priority priority;
	int64_t due;		/* 0 none */
};
enum err task_add(struct ctx *, struct dossier *, const struct task_new *,
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

/* My work: open tasks of dossiers that the viewer may see. */
enum task_list { TASK_MINE, TASK_TEAMS };
struct task_page {
	struct task *tasks;
	bool more;		/* there is a next page */
	int64_t count;		/* exact up to 1,000; 1,001 is "more" */
};
enum err task_list(struct ctx *, enum task_list, int64_t after_due,
	    int64_t after_id, int limit, struct task_page *out);
bool	 task_is_late(const struct ctx *, const struct task *);

#endif
