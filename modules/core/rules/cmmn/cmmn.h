/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_H
#define RULES_CMMN_H

#include "model/cmmn.h"
#include "rules/cmmn/cmmn_change.h"
#include "rules/cmmn/cmmn_instance.h"

/*
 * Case plans (CMMN 1.1, chapter 8) as a pure state machine: (plan, instance,
 * event, data) -> the instance changed, what happened, and why. Nothing here
 * knows a store, a clock or a person: the caller loads the instance, applies
 * one event, and keeps what changed.
 *
 * The standard leaves open in which order things happen. Here:
 * 1. The event's own transition, and at once what it does to the items in it
 *    (8.4: parentSuspend, exit, creation), each before those inside it.
 * 2. The transitions made are heard by sentries (8.5) one after another, as
 *    they were made. Of the criteria that one transition completes, exit
 *    criteria come before entry criteria, lower items before higher ones.
 *    An item that was created is looked at when its creation was heard.
 * 3. Nothing left to hear: if-parts that waited for data are looked at, once
 *    in an event, for the data do not change in it; then 2 again.
 * 4. Still nothing: stages in which something changed complete where 8.6.1
 *    lets them, inner ones first; after each of them 2 again.
 */
struct cmmn;			/* a compiled case, never changed */

/*
 * names: what expressions may use, beside the names of the case file.
 * Everything wrong is a fault, appended; what has one counts as false, with
 * its reason. Never NULL.
 */
struct cmmn *cmmn_compile(struct arena *, const char *file,
	    const struct cmmn_case *, const struct feel_scope *names,
	    struct cmmn_fault **);
const struct cmmn_case *cmmn_case(const struct cmmn *);
/* What a person who writes plans should know beside what compiling finds:
 * sentries that can never fire, required items that can never start. */
void	 cmmn_check(struct arena *, const char *file,
	    const struct cmmn_case *, struct cmmn_fault **);
/* A plan item or discretionary item by its id; NULL: none. */
const struct cmmn_item_use *cmmn_use(const struct cmmn *, const char *id);

enum cmmn_refusal {
	CMMN_OK,
	CMMN_NO_SUCH_ITEM,
	CMMN_WRONG_STATE,	/* no such transition from there */
	CMMN_WRONG_KIND,	/* no such transition of such an item */
	CMMN_UNFINISHED,	/* a stage with open or required items */
	CMMN_NOT_OFFERED,	/* no such discretionary item, or not now */
	CMMN_NOT_YOURS,		/* a role that the person does not have */
	CMMN_ENDLESS		/* more than CMMN_CHANGES in one step: the plan
				 * goes in circles, and nothing was changed */
};
#define CMMN_CHANGES 20000

/* What is known when an event arrives. */
struct cmmn_run {
	const struct cmmn *plan;
	struct cmmn_instance *instance;
	struct arena *arena;		/* of new items, changes, reasons */
	struct feel_eval *eval;		/* its now is the moment, its limits
					 * are those of each event */
	const struct feel_frame *data;	/* values of the names' scope */
	const char *const *roles;	/* of who acts, ends with NULL; NULL:
					 * the system, which may everything */
	struct cmmn_change *changes, **tail;	/* appended, in order */
	struct cmmn_work *work;		/* the machine's own */
};
/* Ready for events and questions. Again when the instance was loaded anew,
 * or when there are other data and the next is a question. */
void	 cmmn_run_start(struct cmmn_run *, const struct cmmn *,
	    struct cmmn_instance *, struct feel_eval *,
	    const struct feel_frame *data);

/* The case begins: creates its plan. The instance is empty before; numbers up
 * to its last are not given again, but for 1, which is the plan's. */
enum cmmn_refusal cmmn_begin(struct cmmn_run *);
/* A transition by a person or by the outside: complete, manualStart, occur,
 * terminate, suspend, disable ... of one item (1: the case). */
enum cmmn_refusal cmmn_do(struct cmmn_run *, int64_t item,
	    enum cmmn_transition);	/* exit, by the system alone: takes out
					 * what nobody began */
/* Something happened to the case file; then the if-parts are looked at. */
enum cmmn_refusal cmmn_file(struct cmmn_run *, const struct cmmn_file_item *,
	    enum cmmn_transition);
/* The data are others now: if-parts that nothing else keeps are looked at
 * again. Every other event does this too. */
enum cmmn_refusal cmmn_data(struct cmmn_run *);
/* All timers whose moment is not after the run's: each rings once, and a
 * cycle that was slept through as often as it should have, at most 1000. */
enum cmmn_refusal cmmn_ring(struct cmmn_run *);
/* Adds a discretionary item to an active stage or human task, 8.7. */
enum cmmn_refusal cmmn_plan(struct cmmn_run *, int64_t parent,
	    const char *use, int64_t *item);
/* One more round, by hand, of an item of the plan that is over, where it stood
 * and active at once or enabled; its entry criteria are passed by. */
enum cmmn_refusal cmmn_repeat(struct cmmn_run *, int64_t item,
	    int64_t *round);
bool	 cmmn_may_repeat(const struct cmmn_run *, const struct cmmn_item *);
/* Adds what the model does not know: a task or a stage, active at once, or a
 * milestone to be reached by hand. Such a stage completes by hand. */
enum cmmn_refusal cmmn_add(struct cmmn_run *, int64_t parent,
	    enum cmmn_kind, const char *name, bool required, int64_t *item);

/* The instance was made by another version of the model, and its items were
 * given their uses in this one. Those that this one has no more end, and what
 * its stages have that run, and these lack, is created. */
enum cmmn_refusal cmmn_adopt(struct cmmn_run *,
	    bool (*gone)(void *, const struct cmmn_item *), void *);

/* Which transitions a person may make now, as bits 1 << transition. */
unsigned int cmmn_may(const struct cmmn_run *, const struct cmmn_item *);

/* What may be added now, by these roles: 8.7 and applicability rules. */
struct cmmn_offer {
	struct cmmn_offer *next;
	const struct cmmn_item_use *use;
	int64_t parent;			/* where it would be added */
	bool applies;			/* false: here is why not */
	const struct cmmn_applicability *rule;	/* that fails, or NULL */
	const struct cmmn_reason *reasons;
};
struct cmmn_offer *cmmn_offers(const struct cmmn_run *);

/* What an item waits for: its entry criteria (or exit), each with its parts
 * as they stand now. */
struct cmmn_wait {
	struct cmmn_wait *next;
	const struct cmmn_criterion *criterion;
	const struct cmmn_reason *reasons;
};
struct cmmn_wait *cmmn_waits(const struct cmmn_run *,
	    const struct cmmn_item *);
/* Why the case, or a stage, cannot be completed: the items, none: it can. */
struct cmmn_missing {
	struct cmmn_missing *next;
	const struct cmmn_item *item;
	bool required;		/* false: it is active */
};
struct cmmn_missing *cmmn_missing(const struct cmmn_run *, int64_t item);

#endif
