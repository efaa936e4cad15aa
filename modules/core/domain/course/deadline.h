/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DEADLINE_H
#define DOMAIN_DEADLINE_H

#include "base/ctx.h"
#include "domain/type/court.h"
#include "model/calendar.h"
#include "model/casetype.h"
#include "model/deadline.h"
#include "model/dossier.h"
#include "rules/type/reckon.h"

/*
 * By when something is to be done. Deadlines of a type begin, pause and end
 * with what happens to the dossier (deadline_follow.h); people add others,
 * pause them, change their rule and say that they are met. All of that is
 * intervals: the due follows from these, the rule and the calendar. Every act
 * needs LEVEL_WORK, and can be undone.
 */
enum deadline_by {		/* what a rule made by people says */
	DEADLINE_BY_WORKING_DAYS, DEADLINE_BY_DAYS, DEADLINE_BY_DATE,
	DEADLINE_BY_TYPE,	/* that of the type, or what held so far */
	DEADLINE_BY_COURT
};
struct deadline_rule {
	enum deadline_by by;
	int64_t days;
	const char *date;	/* civil */
	int64_t early, warn;	/* days before, 0 none */
	const char *court;	/* code, and what is asked of it */
	struct court_said said;
};
struct deadline_new {
	const char *code;	/* of the type's, or "" */
	const char *title;	/* of one that is not, nor by a court */
	struct deadline_rule rule;
	int64_t started;	/* 0: now */
	bool second;
};
enum err deadline_list(struct ctx *, const struct dossier *,
	    struct deadline **out);		/* without spans */
enum err deadline_open(struct ctx *, const struct dossier *, int64_t no,
	    struct deadline **out);
enum err deadline_add(struct ctx *, struct dossier *,
	    const struct deadline_new *, struct deadline **out);

enum err deadline_pause(struct ctx *, struct dossier *, struct deadline *,
	    const char *reason);
enum err deadline_resume(struct ctx *, struct dossier *, struct deadline *,
	    const char *reason);		/* after a pause */
enum err deadline_change(struct ctx *, struct dossier *, struct deadline *,
	    const struct deadline_rule *, const char *reason);
/* Met. Where the type asks for a second person, it is to be confirmed. */
enum err deadline_done(struct ctx *, struct dossier *, struct deadline *,
	    const char *note);
/* By another person than who said that it is done. */
enum err deadline_confirm(struct ctx *, struct dossier *,
	    struct deadline *, const char *note);
enum err deadline_refuse(struct ctx *, struct dossier *, struct deadline *,
	    const char *reason);		/* it is not done */
enum err deadline_stop(struct ctx *, struct dossier *, struct deadline *,
	    const char *reason);		/* not needed any more */
enum err deadline_reopen(struct ctx *, struct dossier *, struct deadline *,
	    const char *reason);		/* since then it was paused */

/* What it comes to, with its lines, by the calendar of the dossier; *each
 * holds one a span: what it came to when that had just begun. */
enum err deadline_reckon(struct ctx *, const struct dossier *,
	    const struct deadline *, const struct calendar **calendar,
	    struct reckon *out, struct reckon **each);

/* Its name in the viewer's language. */
const char *deadline_title(struct ctx *, const struct casetype *,
	    const struct deadline *);
bool	 deadline_is_open(const struct deadline *);
bool	 deadline_is_late(const struct ctx *, const struct deadline *);
bool	 deadline_may_confirm(const struct ctx *, const struct deadline *);

/* What the viewer was told of: near, missed, or passed on to them. */
enum err deadline_told(struct ctx *, int limit, struct deadline **out,
	    int64_t *count);

#endif
