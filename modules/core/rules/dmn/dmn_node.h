/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_NODE_H
#define RULES_DMN_NODE_H

#include <string.h>

#include "rules/dmn/dmn.h"

/*
 * What models become, for the files of dmn alone. All of it lies in the arena
 * of dmn_compile() and never changes afterwards; what a decision needs while
 * it runs lies in a dmn_run, in the arena of its evaluation.
 */
#define DMN_NESTING 100		/* boxed within boxed; decisions in a row */

struct dmn_code;
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

/* dmn_graph.c */
struct dmn_node *dmn_graph_node(const struct dmn *,
	    const struct dmn_element *);

static inline struct feel_string
dmn_string(const char *s)
{
	return (struct feel_string){ s, strlen(s) };
}

#endif
