/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_GRID_H
#define RULES_DMN_GRID_H

#include "rules/dmn/dmn_code.h"

/*
 * A decision table (8.2), compiled: cells lie in arrays, row by row, so that
 * the tests of a rule are read one after the other. A test that is NULL
 * always holds.
 */
struct dmn_column {		/* an input */
	const struct feel *expression;
	const struct feel_type *type;	/* that it is to have */
	const struct feel_type *known;	/* the same, or what it will have */
	const struct feel *values;	/* it may have; NULL: any */
	struct feel_string text;
};

struct dmn_outcome {		/* an output */
	struct feel_string name;
	const struct feel_type *type;
	const struct feel *values, *fallback;
	const struct feel_list *order;	/* the values, best first; or NULL */
};

struct dmn_grid {
	const struct dmn_table *said;
	struct dmn_column *inputs;
	struct dmn_outcome *outputs;
	size_t n_inputs, n_outputs, n_rules;
	const struct feel **tests;	/* n_rules x n_inputs */
	const struct feel **results;	/* n_rules x n_outputs */
	const struct dmn_rule **rules;
	bool falls_back;		/* it has a default */
	const char *refused;		/* why it always gives null */
};

/* The rules that hit, in their order, with their results. */
struct dmn_hits {
	size_t *rules;
	size_t n;
	struct feel_value *results;	/* n x n_outputs, once asked for */
};

/* One rule's outputs as its value: alone, or a context. */
struct feel_value dmn_hit_value(const struct dmn_grid *, struct feel_eval *,
	    const struct feel_value *results);
/* By the hit policy; chosen: marks as many as hits, those it took. */
struct feel_value dmn_hit_result(const struct dmn_grid *, struct feel_eval *,
	    const struct dmn_hits *, bool *chosen);
/* Whether the policy looks at the results of all rules that hit. */
bool	 dmn_hit_needs_all(enum dmn_hit_policy);

#endif
