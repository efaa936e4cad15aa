/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_BUILD_H
#define RULES_DMN_BUILD_H

#include "rules/dmn/dmn_node.h"

/* One compilation: what it has made so far, where it is, what is left of its
 * bounds. */
#define DMN_NEEDS 1000		/* that one element may have */
#define DMN_IMPORTS 100		/* of one model */
#define DMN_BYTES ((size_t)256 << 20)	/* that models may become */
#define DMN_GUESSES 10000000	/* of names that a filter may speak of */

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

#endif
