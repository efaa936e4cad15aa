/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_NODE_H
#define RULES_FEEL_NODE_H

#include "rules/feel/feel_builtin.h"
#include "rules/feel/feel_type.h"

/*
 * A compiled text: a tree that never changes. Names are places: so many
 * frames outwards, which value there. What can be known beforehand is one
 * constant.
 */
enum feel_node_kind {
	FEEL_NODE_CONSTANT, FEEL_NODE_NAME, FEEL_NODE_MEMBER,
	FEEL_NODE_UNKNOWN, FEEL_NODE_LIST, FEEL_NODE_CONTEXT,
	FEEL_NODE_RANGE, FEEL_NODE_IF, FEEL_NODE_OR, FEEL_NODE_AND,
	FEEL_NODE_EQUAL, FEEL_NODE_NOT_EQUAL, FEEL_NODE_LESS,
	FEEL_NODE_LESS_EQUAL, FEEL_NODE_MORE, FEEL_NODE_MORE_EQUAL,
	FEEL_NODE_BETWEEN, FEEL_NODE_IN, FEEL_NODE_ADD, FEEL_NODE_SUBTRACT,
	FEEL_NODE_MULTIPLY, FEEL_NODE_DIVIDE, FEEL_NODE_POWER,
	FEEL_NODE_NEGATE, FEEL_NODE_INSTANCE, FEEL_NODE_PATH,
	FEEL_NODE_FILTER, FEEL_NODE_FOR, FEEL_NODE_SOME, FEEL_NODE_EVERY,
	FEEL_NODE_FUNCTION, FEEL_NODE_CALL, FEEL_NODE_BUILTIN,
	FEEL_NODE_TESTS
};

#define FEEL_NODE_DEPTH 1000	/* of one tree */

struct feel_node {
	enum feel_node_kind kind;
	/* A function is defined within: frames made here outlive it. */
	bool keeps;
	bool asks;		/* a test that speaks of "?" */
	unsigned int depth;	/* itself included */
	int line;
	const struct feel_type *type;	/* of its value; NULL: not known */
	const struct feel_node *a, *b, *c;	/* operands, as many as used */
	union {
		struct feel_value value;	/* constant */
		struct {		/* name; the filter of a member */
			unsigned int level, slot;
		} place;
		struct {		/* list, tests, context, arguments */
			const struct feel_node *const *items;
			const struct feel_string *names; /* NULL: places */
			size_t n;
			const struct feel_builtin *builtin;
		} all;
		struct {		/* range */
			enum feel_range_form form;
			bool start_in, end_in;
		} range;
		struct {		/* for, some, every; a is the result */
			const struct feel_iterator *iterators;
			size_t n;
			bool partial;	/* its last slot is wanted */
		} loop;
		struct {		/* function; a is its body */
			const struct feel_parameter *params;
			size_t n;
		} function;
		const char *why;	/* unknown: a sentence */
	};
	struct feel_string name;	/* path, member */
	size_t guess;			/* where its context may have it */
	const struct feel_type *tested;	/* instance of */
};

struct feel_iterator {
	const struct feel_node *list;	/* or where a range begins */
	const struct feel_node *end;	/* where it ends; NULL: a list */
};

/* Running: one function a group of nodes. */
struct feel_value feel_node_run(struct feel_eval *,
	    const struct feel_node *, const struct feel_frame *);
/* The frame is kept where a function may refer to it: values too. */
const struct feel_frame *feel_node_frame(struct feel_eval *,
	    const struct feel_node *, struct feel_frame *,
	    const struct feel_frame *outer, struct feel_value *values,
	    size_t n);
/* What a maker of lists or contexts gave: null with a note. */
struct feel_value feel_node_made(struct feel_eval *, struct feel_value);
/* null with a note of that line. */
#define FEEL_NODE_NULL(ev, node, ...)					\
	((ev)->line = (node)->line, feel_eval_null((ev), __VA_ARGS__))

/* feel_arith.c; feel_node_kind says which operator. */
struct feel_value feel_arith_of(struct feel_eval *, enum feel_node_kind,
	    struct feel_value, struct feel_value);
struct feel_value feel_arith_negate(struct feel_eval *, struct feel_value);
struct feel_value feel_arith_compare(struct feel_eval *,
	    enum feel_node_kind, struct feel_value, struct feel_value);

/* feel_iterate.c */
struct feel_value feel_iterate_for(struct feel_eval *,
	    const struct feel_node *, const struct feel_frame *);
struct feel_value feel_iterate_holds(struct feel_eval *,
	    const struct feel_node *, const struct feel_frame *);

/* feel_path.c */
struct feel_value feel_path_of(struct feel_eval *, const struct feel_node *,
	    struct feel_value);
struct feel_value feel_path_filter(struct feel_eval *,
	    const struct feel_node *, const struct feel_frame *);

/* feel_call.c */
struct feel_value feel_call_run(struct feel_eval *,
	    const struct feel_node *, const struct feel_frame *);
struct feel_value feel_call_define(struct feel_eval *,
	    const struct feel_node *, const struct feel_frame *);
/* feel_call_builtin.c: names NULL: arguments by their places. */
struct feel_value feel_call_builtin(struct feel_eval *,
	    const struct feel_builtin *, const struct feel_value *args,
	    const struct feel_string *names, size_t n);
/* Why a call can never work, by the types of its arguments; NULL: it may. */
const char *feel_call_builtin_never(struct arena *,
	    const struct feel_node *);
struct feel_value feel_call_builtin_value(struct arena *,
	    const struct feel_builtin *);
const struct feel_builtin *feel_call_builtin_in(const struct feel_function *);

/* feel_unary.c: does the value pass the test, or one of the tests? */
enum feel_ternary feel_unary_holds(struct feel_eval *,
	    const struct feel_node *, const struct feel_frame *,
	    struct feel_value);

#endif
