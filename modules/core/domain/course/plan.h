/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_H
#define DOMAIN_PLAN_H

#include <stdbool.h>

#include "base/ctx.h"
#include "domain/course/task.h"
#include "domain/type/plan_model.h"
#include "model/dossier.h"
#include "rules/cmmn/cmmn.h"

/*
 * The plan of a dossier: a running instance of its type's plan.cmmn. A stage
 * of the case plan whose plan item has the code of a phase as its id is that
 * phase. An active human task is a task of the dossier. All acts need
 * LEVEL_WORK on an open dossier, take a reason where somebody departs from
 * the plan, are one event with every transition in it, and can be undone.
 *
 * What other acts mean for the plan follows by itself, in event_add(): the
 * plan begins when a request is registered, a task that is done completes its
 * item, a move enters a stage, closing ends all (see plan_follow.h).
 */
struct plan {
	const struct plan_model *model;
	struct cmmn_instance instance;
	struct cmmn_run run;		/* ready for questions */
	struct feel_eval eval;
	struct feel_frame frame;
	struct plan_thing *whole;	/* the case plan itself; the others
					 * hang under it */
	struct plan_thing *things;	/* whole->first: in the order of the
					 * model, rounds of one use together,
					 * free ones last */
	struct plan_row *rows;		/* by no: of plan*.c alone */
	int64_t n_rows;
	struct cmmn_mark *marked;	/* as they were read */
};

/* An item as people see it; those of a stage hang under it. */
struct plan_thing {
	struct plan_thing *next, *first, *parent;
	const struct cmmn_item *item;
	const struct plan_own *own;	/* NULL: free */
	const char *title, *help;	/* in the viewer's language */
	const char *phase;		/* its code, "" none */
	int64_t planned;		/* of a milestone, 0 none */
	int64_t task;			/* no of its task, 0 none */
	const char *reason;		/* of the last act by hand */
	unsigned int may;		/* transitions now, by the viewer:
					 * 1 << transition */
	bool repeats;			/* plan_repeat() would do it */
	const char *waits;		/* “not yet, because …”, "" nothing */
};

/* NULL: the type has no plan, or the dossier began before it had. */
enum err plan_open(struct ctx *, struct dossier *, struct plan **out);
struct plan_thing *plan_thing(const struct plan *, int64_t no);	/* or NULL */

/* What may be added now, with names; those that do not apply say why. */
struct plan_offer {
	struct plan_offer *next;
	const struct cmmn_offer *of;
	const char *title, *help, *in;	/* in: the stage's title */
	const char *why_not;		/* "" it may be added */
};
enum err plan_offers(struct ctx *, struct dossier *, struct plan *,
	    struct plan_offer **out);

/* What must be done before the case can be closed (in stages that began),
 * and what closing ends. */
struct plan_missing {
	struct plan_missing *next;
	const struct plan_thing *thing;
	bool required;
};
enum err plan_missing(struct ctx *, struct dossier *, struct plan *,
	    struct plan_missing **out);
/* ERR_INVALID, naming what is required: of dossier_close(). */
enum err plan_may_close(struct ctx *, struct dossier *);

/* complete manualStart occur terminate suspend resume disable reenable
 * reactivate of an item; terminate, disable and suspend take a reason, and so
 * does starting the stage of a phase, which moves the dossier there. */
enum err plan_do(struct ctx *, struct dossier *, int64_t no,
	    enum cmmn_transition, const char *reason);
/* Once more: a new round of what ended, with a reason. What was disabled is
 * reenabled instead. */
enum err plan_repeat(struct ctx *, struct dossier *, int64_t no,
	    const char *reason, int64_t *out);
/* One of the offers. */
enum err plan_add(struct ctx *, struct dossier *, int64_t parent,
	    const char *use, int64_t *no);
/* A task or stage for this case alone; task: of a task, else NULL. */
struct plan_free {
	int64_t parent;			/* 1: the case itself */
	bool stage, required;
	const char *title;
	const struct task_new *task;
};
enum err plan_free(struct ctx *, struct dossier *, const struct plan_free *,
	    int64_t *no);
/* When a milestone is meant to be reached; 0 takes the date away. */
enum err plan_date(struct ctx *, struct dossier *, int64_t no, int64_t when);
/* Timers of a dossier that are due: of the clock. */
enum err plan_ring(struct ctx *, struct dossier *);

/* Titles and instructions of tasks, t->shown and t->shown_help, in the
 * viewer's language where they are the plan's. */
enum err plan_task_show(struct ctx *, struct task *list);

#endif
