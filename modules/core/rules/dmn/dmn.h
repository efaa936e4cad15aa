/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_H
#define RULES_DMN_H

#include "model/dmn.h"
#include "rules/feel/feel.h"

/*
 * Decisions (DMN 1.5). Models that import one another are compiled together,
 * once; deciding is pure: (model, inputs, clock) -> value, and its derivation
 * when asked for.
 */
struct dmn;

/* A derivation: what was asked, in the order of asking. */
enum dmn_held { DMN_NOT_TRIED, DMN_HELD, DMN_FAILED };

struct dmn_try {		/* of one rule */
	const struct dmn_rule *rule;
	bool hit;		/* all cells held */
	bool chosen;		/* the hit policy took it */
	enum dmn_held *cells;	/* as many as inputs: all are tried */
	struct feel_value *results;	/* as outputs, of a rule that hit */
};

struct dmn_step {
	struct dmn_step *next, *first;	/* first: what it used, in order */
	const struct dmn_element *element;	/* NULL: a table within */
	const char *model;		/* name of its model */
	const struct dmn_table *table;	/* NULL: the logic is no table */
	struct feel_value *inputs;	/* of the table, as its columns */
	struct dmn_try *tries;		/* as its rules */
	bool by_default;		/* no rule hit, the default counts */
	bool again;		/* told before: nothing hangs here */
	bool handed;		/* given to a service, and not decided */
	struct feel_value given;	/* a function's arguments, a context */
	struct feel_value value;
	const struct feel_note *notes;	/* why it is null */
	struct feel_note **notes_from;	/* of the evaluation, while it ran */
};

/* Everything wrong is a fault, appended to the list; what has one decides
 * null with its reason, and the rest works. Never NULL. */
struct dmn *dmn_compile(struct arena *, const struct dmn_model *main,
	    const struct dmn_model *others, struct dmn_fault **);

/* The main model's element by name; NULL: none. */
const struct dmn_element *dmn_find(const struct dmn *, const char *name);
/* What an element needs, its own sub-decisions resolved: the input data,
 * named and typed as they are to be given. Returns how many. */
size_t	 dmn_needs(struct arena *, const struct dmn *,
	    const struct dmn_element *, const struct feel_member **out);
/* The type of an element's variable; Any where it says none. */
const struct feel_type *dmn_type(const struct dmn *,
	    const struct dmn_element *);

/*
 * The value of a decision, a knowledge model (inputs: its parameters) or a
 * decision service, by the inputs given as a context. What is not given is
 * null. errors: whether the standard calls the result an error, the notes of
 * the evaluation say which. why: NULL, or where the derivation goes.
 */
struct feel_value dmn_decide(const struct dmn *, struct feel_eval *,
	    const struct dmn_element *, struct feel_value inputs,
	    bool *errors, struct dmn_step **why);

#endif
