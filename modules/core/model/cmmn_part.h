/* SPDX-License-Identifier: MIT */
#ifndef MODEL_CMMN_PART_H
#define MODEL_CMMN_PART_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What the items of a case plan are told by: expressions, the case file,
 * roles, sentries, rules and planning tables. See model/cmmn.h.
 */
struct cmmn_item_use;

struct cmmn_text {		/* an expression of FEEL, not yet compiled */
	const char *text;	/* NULL: there is none. A condition that says
				 * nothing is “true”, what cannot be read
				 * “false”; a moment, a duration or a cycle
				 * of ISO 8601 is a string */
	const char *written;	/* as the file has it */
	const struct cmmn_file_item *context;	/* contextRef, or NULL */
	int line;
};

/* What a vendor or we ourselves added to an element: kept, in its order.
 * Attributes that were added to the element itself stand in one without a
 * name, which is the first. */
struct cmmn_extension {
	struct cmmn_extension *next, *first;	/* first: inside it */
	const char *ns, *name, *text;
	const struct cmmn_attribute *attributes;
	int line;
};
struct cmmn_attribute {
	const struct cmmn_attribute *next;
	const char *ns, *name, *value;
};

/* 5.3.3 the case file. */
struct cmmn_property {		/* of a definition */
	struct cmmn_property *next;
	const char *name, *type;	/* type: “string”, “date”, or "" */
};
struct cmmn_file_items {	/* a list of references to items */
	struct cmmn_file_items *next;
	const struct cmmn_file_item *item;
};
struct cmmn_file_item {
	struct cmmn_file_item *next, *first, *parent;	/* children */
	const char *id, *name;
	const char *definition;	/* name of its definition, or "" */
	const char *type;	/* the last word of its definitionType, or "" */
	const struct cmmn_property *properties;	/* of its definition */
	const struct cmmn_file_item *source;	/* that refers to it, or NULL */
	struct cmmn_file_items *targets;	/* that it refers to */
	bool many;		/* multiplicity ZeroOrMore, OneOrMore */
	bool must;		/* multiplicity ExactlyOne, OneOrMore */
	int line;
};

struct cmmn_role {
	struct cmmn_role *next;
	const char *id, *name;
	int line;
};

struct cmmn_roles {		/* a list of references to roles */
	struct cmmn_roles *next;
	const struct cmmn_role *role;
};

/* Table 8.3 to 8.5: the transitions, which are the standard events of plan
 * items; after them those of case file items (table 8.2). */
enum cmmn_transition {
	CMMN_NO_TRANSITION,
	CMMN_CREATE, CMMN_ENABLE, CMMN_DISABLE, CMMN_REENABLE, CMMN_START,
	CMMN_MANUAL_START, CMMN_SUSPEND, CMMN_RESUME, CMMN_REACTIVATE,
	CMMN_FAULT, CMMN_COMPLETE, CMMN_TERMINATE, CMMN_EXIT,
	CMMN_PARENT_SUSPEND, CMMN_PARENT_RESUME, CMMN_PARENT_TERMINATE,
	CMMN_OCCUR, CMMN_CLOSE,
	CMMN_FILE_CREATE, CMMN_FILE_UPDATE, CMMN_FILE_REPLACE,
	CMMN_FILE_DELETE, CMMN_FILE_ADD_CHILD, CMMN_FILE_REMOVE_CHILD,
	CMMN_FILE_ADD_REFERENCE, CMMN_FILE_REMOVE_REFERENCE
};

/* 5.4.6 what makes something happen. */
struct cmmn_on_part {
	struct cmmn_on_part *next;
	const char *id, *name;
	size_t number;		/* in its sentry, from 0 */
	enum cmmn_transition event;
	const struct cmmn_item_use *item;	/* one of both */
	const struct cmmn_file_item *file;
	const struct cmmn_criterion *by;	/* exitCriterionRef, or NULL */
	int line;
};

struct cmmn_sentry {
	struct cmmn_sentry *next;
	const char *id, *name;
	struct cmmn_on_part *on;	/* all of them; none: the if-part */
	size_t n_on;
	struct cmmn_text condition;	/* the if-part */
	int line;
};

struct cmmn_criterion {		/* several are alternatives */
	struct cmmn_criterion *next;
	const char *id, *name;
	const struct cmmn_sentry *sentry;
	int line;
};

/* 5.4.11 rules of a plan item. A rule that is there without a condition
 * counts as true. */
struct cmmn_control {
	struct cmmn_text repetition, required, manual;	/* activation */
};

/* 5.4.8, 5.4.9 planning tables. */
struct cmmn_applicability {	/* a rule by its id */
	struct cmmn_applicability *next;
	const char *id, *name;
	struct cmmn_text condition;
	int line;
};
struct cmmn_applies {		/* a list of references to them */
	struct cmmn_applies *next;
	const struct cmmn_applicability *rule;
};
struct cmmn_planning {
	struct cmmn_planning *next;
	const char *id;
	struct cmmn_applies *applies;	/* all hold, where it is nested */
	struct cmmn_roles *roles;	/* none: everybody */
	struct cmmn_item_use *items;	/* discretionary items */
	struct cmmn_planning *tables;	/* nested in it */
	struct cmmn_applicability *rules;
	int line;
};

#endif
