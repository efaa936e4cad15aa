/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_CODE_H
#define RULES_DMN_CODE_H

#include "rules/dmn/dmn_build.h"
#include "rules/dmn/dmn_run.h"

struct dmn_grid;

struct dmn_code_entry {
	struct feel_string name;
	const struct feel_type *type;
	const struct dmn_code *value;
};

struct dmn_outer {		/* a name of a filter's item: else outside */
	size_t level, slot;	/* level 0: nowhere */
};

/* A boxed expression, 10.2. A part that is not there is NULL, and null. */
struct dmn_code {
	enum dmn_boxed kind;
	const struct dmn_expression *said;
	union {
		const struct feel *literal;
		const struct dmn_grid *table;
		struct {
			const struct dmn_code *function;
			struct dmn_code_entry *bindings;
			size_t n;
		} invocation;
		struct {
			struct dmn_code_entry *entries;
			size_t n;
			const struct dmn_code *result;
		} context;
		struct {
			const struct dmn_code **items;
			size_t n;
		} list;
		struct {
			struct dmn_code_entry *columns;
			size_t n_columns, n_rows;
			const struct dmn_code **cells;
		} relation;
		struct {
			struct feel_parameter *params;
			size_t n;
			const struct feel_type *result;
			const struct dmn_code *body;
		} function;
		struct {
			const struct dmn_code *test, *yes, *no;
		} conditional;
		struct {
			const struct dmn_code *in, *match;
			const struct feel_member *names; /* item first */
			const struct dmn_outer *outers;
			size_t n;
		} filter;
		struct {
			const struct dmn_code *in, *result;
			const struct feel *spread;	/* a range's items */
		} iterator;
	};
};

/* dmn_boxed.c, dmn_iterate.c, dmn_function.c, dmn_invocation.c */
const struct dmn_code *dmn_boxed_compile(struct dmn_build *,
	    const struct dmn_expression *, const struct feel_scope *);
struct feel_value dmn_boxed_run(const struct dmn_code *, struct dmn_run *,
	    const struct feel_frame *);
/* As above; a table is told in the step of the element that it belongs to. */
struct feel_value dmn_boxed_logic(const struct dmn_code *, struct dmn_run *,
	    const struct feel_frame *, struct dmn_step *);
void	 dmn_iterate_compile(struct dmn_build *, struct dmn_code *,
	    const struct feel_scope *);
struct feel_value dmn_iterate_run(const struct dmn_code *, struct dmn_run *,
	    const struct feel_frame *);
void	 dmn_function_compile(struct dmn_build *, struct dmn_code *,
	    const struct feel_scope *);
struct feel_value dmn_function_run(const struct dmn_code *, struct dmn_run *,
	    const struct feel_frame *);
struct feel_parameter *dmn_function_params(struct dmn_build *,
	    const struct dmn_variable *, size_t *n);
/* A frame for a function's parameters: it outlives the call. */
const struct feel_frame *dmn_function_frame(struct feel_eval *,
	    const struct feel_frame *outer, const struct feel_value *args,
	    size_t n);
void	 dmn_invocation_compile(struct dmn_build *, struct dmn_code *,
	    const struct feel_scope *);
struct feel_value dmn_invocation_run(const struct dmn_code *,
	    struct dmn_run *, const struct feel_frame *);

/* dmn_grid.c, dmn_table.c */
struct dmn_grid *dmn_grid_compile(struct dmn_build *,
	    const struct dmn_table *, const struct feel_scope *);
struct feel_value dmn_table_run(const struct dmn_grid *, struct dmn_run *,
	    const struct feel_frame *, struct dmn_step *);

#endif
