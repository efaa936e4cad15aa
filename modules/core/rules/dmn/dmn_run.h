/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_RUN_H
#define RULES_DMN_RUN_H

#include "rules/dmn/dmn_node.h"

/* One run: every element is evaluated at most once in it. */
#define DMN_DEPTH 10		/* of an evaluation's, that a level costs */

struct dmn_memo {
	bool done;
	bool handed;			/* given to a service */
	struct feel_value value;	/* of a function: itself */
	const struct feel_frame *frame;	/* of a function's slots */
};

#define DMN_TRACE_CELLS 200000	/* that a derivation tells, and steps */

struct dmn_trace {
	struct dmn_step **end;	/* where the next step is put; NULL: none */
	size_t left;		/* of the cells */
};

struct dmn_run {
	const struct dmn *dmn;
	struct feel_eval *ev;
	const struct feel_context *inputs;
	struct dmn_memo *memo;		/* as nodes */
	struct dmn_trace *trace;	/* NULL: no derivation */
};

/* dmn_run.c */
struct dmn_run *dmn_run_new(const struct dmn *, struct feel_eval *,
	    const struct feel_context *inputs, struct dmn_trace *);
struct feel_value dmn_run_value(struct dmn_run *, const struct dmn_node *);
const struct feel_frame *dmn_run_frame(struct dmn_run *,
	    const struct dmn_node *);
/* The implicit conversions of 10.3.2.9.4; false: it does not conform, and is
 * null, with a note. */
bool	 dmn_run_typed(struct feel_eval *, const struct feel_type *,
	    const char *what, struct feel_string name, struct feel_value *);

/* dmn_knowledge.c, dmn_service.c: functions as values. */
struct feel_value dmn_knowledge_value(struct dmn_run *,
	    const struct dmn_node *);
struct feel_value dmn_service_value(struct dmn_run *,
	    const struct dmn_node *);
/* A service by the inputs of the run itself. */
struct feel_value dmn_service_decide(struct dmn_run *,
	    const struct dmn_node *);

/* dmn_trace.c: all do nothing where no derivation is wanted. */
struct dmn_step *dmn_trace_enter(struct dmn_run *, const struct dmn_node *,
	    const struct dmn_table *);
void	 dmn_trace_leave(struct dmn_run *, struct dmn_step *,
	    struct feel_value);
/* What a function was called with. */
void	 dmn_trace_given(struct dmn_run *, struct dmn_step *,
	    const struct feel_parameter *, const struct feel_value *, size_t n);
/* What is known already: told once more, without what it used. */
void	 dmn_trace_again(struct dmn_run *, const struct dmn_node *,
	    const struct dmn_memo *);

#endif
