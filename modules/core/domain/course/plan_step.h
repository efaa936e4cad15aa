/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_STEP_H
#define DOMAIN_PLAN_STEP_H

#include "domain/course/plan.h"
#include "domain/spine/event.h"
#include "store/store_plan.h"

/*
 * One step of a plan, as every act on it is built:
 *
 *	struct plan_step s = { .cx = cx, .d = d };
 *
 *	if ((e = plan_step_begin(&s)) != OK)
 *		return e;
 *	if ((e = plan_step_may(&s, cmmn_do(&s.plan->run, no,
 *	    CMMN_COMPLETE))) != OK)
 *		return e;
 *	return plan_step_end(&s, "plan.acted");
 *
 * end() writes the rows that differ and the tasks that follow, with an event
 * that holds them all and an undo that puts them back; then it does what
 * active items want done by themselves. Of the domain's plans alone.
 */
struct plan_step {
	struct ctx *cx;
	struct dossier *d;
	struct plan *plan;
	bool by_itself;		/* the system does it: no roles are asked */
	const char *reason;	/* of an act by hand, or NULL */
	struct event_body *body;	/* begin() makes it */
	struct task *task;	/* what was said of one added freely */
	int64_t round;		/* item that takes over the task of another */
	struct undo *undo;	/* of plan_step_end() */
};

/* What is kept of an item beside its state. */
struct plan_row {
	const struct store_plan_item *was;	/* NULL: new */
	bool fresh;		/* that was of another plan */
	int64_t planned, task;
	const char *reason;
	struct plan_thing *thing;	/* in a plan that was opened */
};

/* Loads the plan, without words; s->plan is NULL: there is none. look(): only
 * to be seen, for what would be new in it might get a number that was taken
 * once. */
enum err plan_step_load(struct plan_step *);
enum err plan_step_look(struct plan_step *);
/* The same for an act by hand: LEVEL_WORK, open, ERR_MISSING without plan;
 * the roles of the viewer are known. */
enum err plan_step_begin(struct plan_step *);
/* A refusal of the machine as a sentence; ERR_LOST: the model is no good. */
enum err plan_step_may(struct plan_step *, enum cmmn_refusal);
/* Does nothing where nothing differs. */
enum err plan_step_end(struct plan_step *, const char *kind);
/* An instance with nothing in it, for a plan that begins. */
struct plan *plan_step_new(struct ctx *, struct dossier *,
	    const struct plan_model *);

/* Of an item of the instance; grows. */
struct plan_row *plan_step_row(struct ctx *, struct plan *, int64_t no);
/* The item of a use that counts: what is under way before what may begin,
 * that before what is over and what waits, and of each the latest. NULL:
 * none. */
const struct cmmn_item *plan_step_latest(const struct plan *,
	    const char *used);

/* The words of kinds in the store: "humanTask". */
const char *plan_step_kind_word(enum cmmn_kind);
enum cmmn_kind plan_step_kind(const char *word);

/* plan_keep.c: writes what differs into store, body and undo; *any: there
 * was something. */
struct undo;
enum err plan_keep(struct plan_step *, bool *any);
void	 plan_keep_steps(struct plan_step *);	/* the transitions, as facts */

/* plan_task.c: tasks as items now are; *any: some row changed. */
enum err plan_task_write(struct plan_step *, bool *any);

/* plan_roles.c: the viewer's roles on the dossier, ends with NULL. A lead
 * manages, and has both. */
enum err plan_roles(struct ctx *, struct dossier *,
	    const char *const **out);

/* plan_start.c: what a step left to be done by itself, after its event: a
 * phase that the plan entered, decisions and approvals to be asked for. */
enum err plan_start(struct plan_step *);

/* plan_begin.c: as for a new dossier; what was there before is left. */
enum err plan_begin(struct ctx *, struct dossier *);

/* plan_open.c: may the viewer change it? */
bool	 plan_open_for_work(const struct dossier *);
/* Did it fail, and may begin again? Then it may also be left for good. */
bool	 plan_open_failed(const struct plan *, const struct cmmn_item *);

/* Is it a milestone that an approval leads to, directly or through other
 * milestones, tasks and stages, and that is not given? Nobody says by hand
 * that it is reached. */
bool	 plan_unapproved(const struct plan *, const struct cmmn_item *);

/* plan_enter.c: the stage of the phase begins or goes on; those before and
 * after it as a move of a case means it. */
enum err plan_enter(struct plan_step *, const char *from, const char *to,
	    const char *reason);

#endif
