/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_ASSIGN_H
#define DOMAIN_ASSIGN_H

#include "base/ctx.h"
#include "model/assign.h"
#include "model/casetype.h"
#include "model/dossier.h"

/*
 * Who is to do a task, or to lead, by rule. Candidates can work on the
 * dossier, have the skill that is needed and a limit of authority that
 * covers the amount. A table of the type may score each; it is given
 * "candidate", a context of
 *	name: string	skilled, unlimited: boolean
 *	known: boolean, whether they led for the requester before
 *	tasks cases load: numbers, of what is open and theirs
 *	limit: number, what they may approve at most; null none, or unlimited
 * and may give null, which leaves somebody out. The highest score wins, then
 * the least load, then whose turn it is in the team and type.
 */
struct assign_question {
	const char *skill;	/* code, "" none is needed */
	const char *decision;	/* code; "" the type's own, where it has */
	const char *field;	/* money that is to be approved, "" none */
	const char *kind;	/* its limits and those of all; NULL any */
	bool by_itself;		/* nobody asks: the plan does */
};
#define ASSIGN_DECISION "assignment"	/* the code of the type's own */

/* Who it would be of a task, or (0) to lead, and why; nothing is written. */
enum err assign_look(struct ctx *, struct dossier *, int64_t task,
	    const struct assign_question *, struct assign *out);
/* The same, and it is so: an event, and kept for good. Where nobody can,
 * nothing is changed and ERR_CONFLICT says why. */
enum err assign_task(struct ctx *, struct dossier *, struct task *,
	    const struct assign_question *, struct assign *out);
enum err assign_lead(struct ctx *, struct dossier *,
	    const struct assign_question *, struct assign *out);
/* What the plan asks of a task, unless somebody names another skill. */
enum err assign_asked(struct ctx *, const struct dossier *,
	    const struct task *, const char *skill,
	    struct assign_question *out);
/* As a part of another act that may do it: where nobody can that is told,
 * and the team has to find somebody. */
enum err assign_task_also(struct ctx *, struct dossier *, struct task *,
	    const struct assign_question *);
enum err assign_lead_also(struct ctx *, struct dossier *,
	    const struct assign_question *);

/* One that was kept; ERR_MISSING. */
enum err assign_open(struct ctx *, const struct dossier *, int64_t no,
	    struct assign **out);
/* The one by which a person has the task, or leads (0); NULL: by hand. */
enum err assign_newest(struct ctx *, const struct dossier *, int64_t task,
	    int64_t person, struct assign **out);

/* “has the skill “water damage”, the least work of 4”; "" . */
const char *assign_words_why(struct ctx *, const struct casetype *,
	    const struct assign *);
/* Why one of the candidates cannot be it. */
const char *assign_words_not(struct ctx *, const struct assign *,
	    const struct assign_candidate *);
/* The same as the log keeps it. */
struct event;
const char *assign_words_told(struct ctx *, const struct casetype *,
	    const struct event *);

#endif
