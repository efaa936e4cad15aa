/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_STEPS_H
#define CASEWORK_STEPS_H

#include "domain/course/plan.h"
#include "web/request.h"

/*
 * The plan of a dossier on pages, where an item of it is called a step. What
 * the viewer may do now stands in the step's view as flags; every act has a
 * word, which is its address below the step's.
 */
struct steps {
	struct request *rq;
	struct dossier *d;		/* loaded */
	struct plan *plan;		/* NULL: the type has none */
	bool work;			/* the viewer may act on it */
	const struct task **tasks;	/* of d, by their number */
	size_t n_tasks;
	int forms;			/* results asked for in rows so far */
	struct decision_slot *slots;	/* what tables decided, once asked */
	struct approval *approvals;	/* likewise */
	bool asked_slots, asked_approvals;
};
enum err steps_open(struct request *, struct dossier *, struct steps *out);

/* A step and the outer stage that it stands in, NULL: in the case itself. */
struct step {
	const struct plan_thing *thing, *top;
	const struct task *task;	/* NULL: none */
	int64_t order;			/* of its due date */
};
/* The task of a step, NULL: none, or not loaded. */
const struct task *steps_task(const struct steps *,
	    const struct plan_thing *);
/* All but the case itself, each stage before what stands in it. */
struct step *steps_all(const struct steps *, size_t *n);

/* The one with this number; ERR_MISSING. */
enum err steps_one(const struct steps *, int64_t no, struct step *out);
enum err steps_no_such(struct request *);

/* One as a row: title, words of kind and state, whose, due, why, acts. */
void	 steps_show(struct steps *, struct view *, const struct step *);
/* The same with the class that indents it: "depth". */
void	 steps_show_deep(struct steps *, struct view *, const struct step *);
bool	 steps_is_over(const struct plan_thing *);
/* Something to be done, or a stage of it: no milestone, event or timer. */
bool	 steps_is_work(const struct plan_thing *);
bool	 steps_may(const struct steps *, const struct plan_thing *,
	    enum cmmn_transition);
/* A phase that is over, and may be begun once more. */
bool	 steps_comes_again(const struct plan_thing *);
bool	 steps_is_phase(const struct plan_thing *);
bool	 steps_is_approval(const struct plan_thing *);
bool	 steps_may_repeat(const struct steps *, const struct plan_thing *);

/* The stages that take something added by hand, as the list "stages"; the
 * present phase is proposed in the field "stage". */
void	 steps_stages(const struct steps *);
/* What follows from it, as the list "leads". */
void	 steps_leads(const struct steps *, const struct plan_thing *);

/* An act by its word in addresses; NULL: there is none. */
struct steps_act {
	const char *word;
	enum cmmn_transition transition;	/* none: once more */
	bool reason;	/* has to be given, whatever it is done to */
};
const struct steps_act *steps_act(const char *word);
bool	 steps_act_reason(const struct steps_act *, const struct plan_thing *);
const char *steps_act_label(const struct steps_act *,
	    const struct plan_thing *);

/* The codes of the fields of the type that a task asks for: output parameters
 * that are bound to them; the last is NULL. The only one that is a choice can
 * be answered in a row. */
#define STEPS_ASKED 20
void	 steps_asked(const struct steps *, const struct task *,
	    const char *codes[STEPS_ASKED + 1]);

/* steps_box.c: the plan on the page of the dossier; *any: it has one. */
enum err steps_box(struct request *, struct dossier *, bool *any);
/* What must happen before closing, as the list "missing"; what closing ends,
 * as "ends". */
struct view;
enum err steps_missing(struct steps *, struct view *, int64_t *required);

#endif
