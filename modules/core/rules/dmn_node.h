/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_NODE_H
#define RULES_DMN_NODE_H

#include <string.h>

#include "rules/dmn.h"

/*
 * What models become, for the files of dmn alone. All of it lies in the arena
 * of dmn_compile() and never changes afterwards; what a decision needs while
 * it runs lies in a dmn_run, in the arena of its evaluation.
 */
#define DMN_NESTING 100		/* boxed within boxed; decisions in a row */
#define DMN_DEPTH 10		/* of an evaluation's, that a level costs */
#define DMN_NEEDS 1000		/* that one element may have */
#define DMN_IMPORTS 100		/* of one model */
#define DMN_BYTES ((size_t)256 << 20)	/* that models may become */
#define DMN_GUESSES 10000000	/* of names that a filter may speak of */

struct dmn_code;
struct dmn_grid;
struct dmn_node;

struct dmn_kind {		/* an item definition */
	const struct dmn_item *item;
	struct feel_type *type;
	enum { DMN_UNREAD, DMN_READING, DMN_READ } state;
};

struct dmn_unit {		/* a model */
	struct dmn_unit *next;
	const struct dmn_model *said;
	struct dmn_link *links;
	size_t n_links;
	struct dmn_kind *kinds;		/* by name */
	size_t n_kinds;
	const struct feel_member *types;	/* those of links too */
	size_t n_types;
};

struct dmn_link {		/* an import that was found */
	const struct dmn_import *said;
	struct dmn_unit *unit;
};

struct dmn_slot {		/* a name that an element may use */
	struct feel_string name;
	struct dmn_node *node;	/* NULL: an import, and what is used of it */
	const struct dmn_slot *parts;
	size_t n_parts;
};

struct dmn_node {		/* an element */
	const struct dmn_element *said;
	struct dmn_unit *unit;
	size_t index;
	struct feel_string name;	/* of its variable */
	const struct feel_type *type;	/* the same; NULL: any */
	const struct dmn_slot *slots;
	size_t n_slots;
	struct feel_scope scope;	/* as the slots */
	const struct dmn_code *logic;	/* of a function: its body */
	const char *refused;		/* why it always gives null */
	/* of a knowledge model or service */
	struct feel_parameter *params;
	size_t n_params;
	const struct feel_type *result;
	struct dmn_node **given, **outputs;	/* of a service; given: as
						 * params */
	size_t n_outputs;
	enum { DMN_UNSEEN, DMN_ENTERED, DMN_LEFT } state; /* for cycles */
	size_t height;
};

struct dmn {
	struct dmn_unit *units;		/* the main model first */
	struct dmn_node *nodes;
	size_t n_nodes;
	struct dmn_node **by_element;	/* a hash of pointers */
	size_t mask;
};

/* dmn_build.c: one compilation, and where it is. */
struct dmn_build {
	struct arena *arena;
	struct dmn *dmn;
	struct dmn_fault **faults;	/* its end */
	struct dmn_node **by_id;	/* sorted */
	struct feel_string *members;	/* of all contexts of all models */
	size_t n_members;
	struct dmn_unit *unit;
	const char *element;
	size_t rule, column;
	size_t nesting;
	const struct feel_type *wanted;	/* of what is compiled; NULL: any */
	size_t bytes;			/* arena_size() not to pass */
	size_t guesses;			/* left: names looked for in texts */
	bool full;			/* and it was told */
};

static inline struct feel_string
dmn_string(const char *s)
{
	return (struct feel_string){ s, strlen(s) };
}

void	 dmn_build_fault(struct dmn_build *, int line, bool mild,
	    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* Is there room for more? False with a fault, once. */
bool	 dmn_build_room(struct dmn_build *, int line);
bool	 dmn_build_blank(const struct dmn_text *);	/* nothing, or - */
struct feel *dmn_build_text(struct dmn_build *, const struct dmn_text *,
	    const struct feel_scope *);
struct feel *dmn_build_tests(struct dmn_build *, const struct dmn_text *,
	    const struct feel_scope *, const struct feel_type *);
/* A scope without names, for texts that stand outside of elements. */
struct feel_scope dmn_build_ground(const struct dmn_build *);
/* One more level of names; the names are kept, not copied. */
struct feel_scope dmn_build_scope(const struct feel_scope *outer,
	    const struct feel_member *, size_t n);
void	 dmn_build_members(struct dmn_build *);

/* dmn_item.c */
void	 dmn_item_compile(struct dmn_build *);		/* of all units */
/* The type of that name in the build's unit; NULL: any. */
const struct feel_type *dmn_item_type(struct dmn_build *, const char *name,
	    int line);

/* dmn_import.c */
void	 dmn_import_units(struct dmn_build *, const struct dmn_model *main,
	    const struct dmn_model *others);
struct dmn_unit *dmn_import_unit(const struct dmn *, const char *namespace);

/* dmn_graph.c */
void	 dmn_graph_nodes(struct dmn_build *);
void	 dmn_graph_order(struct dmn_build *);
struct dmn_node *dmn_graph_node(const struct dmn *,
	    const struct dmn_element *);
/* The node of a reference; NULL with a fault. */
struct dmn_node *dmn_graph_resolve(struct dmn_build *,
	    const struct dmn_reference *);

/* dmn_slot.c: slots, and their names as the node's scope. */
void	 dmn_slot_scope(struct dmn_build *, struct dmn_node *);

/* dmn_knowledge.c, dmn_service.c: functions with their parameters. */
void	 dmn_knowledge_sign(struct dmn_build *, struct dmn_node *);
void	 dmn_knowledge_compile(struct dmn_build *, struct dmn_node *);
void	 dmn_service_sign(struct dmn_build *, struct dmn_node *);
void	 dmn_service_check(struct dmn_build *);	/* all of them */

/* One run: every element is evaluated at most once in it. */
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

struct feel_value dmn_knowledge_value(struct dmn_run *,
	    const struct dmn_node *);
struct feel_value dmn_service_value(struct dmn_run *,
	    const struct dmn_node *);
/* A service by the inputs of the run itself. */
struct feel_value dmn_service_decide(struct dmn_run *,
	    const struct dmn_node *);

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

#endif
