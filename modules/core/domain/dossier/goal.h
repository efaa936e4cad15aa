/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_GOAL_H
#define DOMAIN_GOAL_H

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/goal.h"

/*
 * What a dossier is to reach: by which day, by which measure, in which
 * steps. A goal is proposed, then agreed. It is reached when somebody says
 * so, or by itself when the newest value meets the target or all its steps
 * are done, and agreed again when that ceases to be. It belongs to the
 * dossier and not to a phase. Every act needs LEVEL_WORK and can be undone.
 */
struct goal_new {
	const char *code;	/* of the type's it begins as, or "" */
	const char *title, *purpose;
	enum goal_measure measure;
	const char *unit;	/* of a number */
	int decimals;
	int64_t start, target;	/* scaled */
	const char *due;	/* civil date */
	int64_t owner;		/* a member of staff */
	bool agreed;		/* at once, else proposed */
	const char *steps;	/* first ones, a line each; NULL none */
};
enum err goal_list(struct ctx *, const struct dossier *,
	    struct goal **out);		/* with steps */
enum err goal_open(struct ctx *, const struct dossier *, int64_t no,
	    struct goal **out);		/* with steps and values */
enum err goal_add(struct ctx *, struct dossier *, const struct goal_new *,
	    struct goal **out);
/* How it is measured stays once something was measured. */
enum err goal_change(struct ctx *, struct dossier *, struct goal *,
	    const struct goal_new *, int64_t version);
enum err goal_agree(struct ctx *, struct dossier *, struct goal *);
enum err goal_reach(struct ctx *, struct dossier *, struct goal *,
	    const char *note);
enum err goal_give_up(struct ctx *, struct dossier *, struct goal *,
	    const char *reason);
enum err goal_reopen(struct ctx *, struct dossier *, struct goal *,
	    const char *reason);

/* How far it is on a day, which is not to come. */
enum err goal_value_add(struct ctx *, struct dossier *, struct goal *,
	    int64_t value, const char *measured, const char *note);

/* 0 to 100, and whether that is all; a step that is left is not all. */
int	 goal_percent(const struct goal *);
bool	 goal_is_met(const struct goal *);
bool	 goal_is_open(const struct goal *);	/* proposed or agreed */
bool	 goal_is_late(const struct ctx *, const struct goal *);

#endif
