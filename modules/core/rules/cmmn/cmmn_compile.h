/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_COMPILE_H
#define RULES_CMMN_COMPILE_H

#include "rules/cmmn/cmmn.h"

/*
 * A compiled case: the nodes are its plan items and discretionary items, with
 * their expressions compiled; every node and item of the case file knows which
 * criteria listen to it. Never changed once it is made.
 */
struct cmmn_code {		/* an expression */
	size_t number;
	const struct cmmn_text *text;
	const char *written;	/* as the model has it */
	const struct feel *feel;	/* NULL: it could not be compiled */
	struct cmmn_used *used;
};
struct cmmn_used {		/* a name or path in it, for reasons */
	struct cmmn_used *next;
	const char *text;
	const struct feel *feel;
};

struct cmmn_gate {		/* a criterion of a node */
	const struct cmmn_criterion *criterion;	/* NULL: starts a timer */
	const struct cmmn_node *owner;
	const struct cmmn_code *condition;	/* NULL: none */
	const char *name;	/* its id, or its place where it has none */
	size_t number;		/* in its node, exits first */
	size_t n_on;
	bool exit;
	bool dead;		/* it says nothing: it never fires */
};

struct cmmn_ear {		/* a gate that listens to a source */
	struct cmmn_ear *next;
	const struct cmmn_gate *gate;
	const struct cmmn_on_part *on;	/* NULL: starts a timer */
	enum cmmn_transition event;
	const struct cmmn_criterion *by;
	size_t part;
};

struct cmmn_node {
	const struct cmmn_item_use *use;	/* NULL: the case plan */
	const struct cmmn_definition *definition;
	size_t number;
	struct cmmn_gate *exits, *entries;
	size_t n_exits, n_entries;
	bool on_entry;		/* an entry criterion with an on-part */
	bool conditional;	/* a criterion with an if-part */
	const struct cmmn_code *repetition, *required, *manual, *timer;
	struct cmmn_gate *start;	/* of a timer; NULL: at once */
	const struct cmmn_inside *inside;	/* of a stage, a human task */
	struct cmmn_ear *ears;
};

struct cmmn_inside {		/* what stands in a definition */
	const struct cmmn_definition *definition;
	struct cmmn_node **nodes;
	size_t n;
	struct cmmn_node **table;	/* all discretionary items */
	size_t n_table;
	unsigned int height;	/* stages in stages in it */
};

/* One of two things that are found by what they are made from. */
struct cmmn_pair {
	const void *key;
	void *value;
};
struct cmmn_map {
	struct cmmn_pair *pairs;
	size_t n, room;
};

struct cmmn {
	struct arena *arena;
	const char *file;
	const struct cmmn_case *of;
	const struct cmmn_node *root;
	struct cmmn_node **nodes;	/* by number; the root is 0 */
	size_t n_nodes;
	size_t n_codes;
	struct cmmn_map by_use, by_file, by_rule, by_id, insides;
	const struct feel_scope *names;	/* with those of the case file */
	const struct feel_value *nulls;	/* for names without a value */
	bool inner;			/* nulls are a level of their own */
};

const struct cmmn_item_use *cmmn_compile_use(const struct cmmn *,
	    const char *id);
const struct cmmn_node *cmmn_compile_node(const struct cmmn *,
	    const struct cmmn_item_use *);
struct cmmn_ear *cmmn_compile_ears(const struct cmmn *,
	    const struct cmmn_file_item *);
const struct cmmn_code *cmmn_compile_rule(const struct cmmn *,
	    const struct cmmn_applicability *);

#endif
