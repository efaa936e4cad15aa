/* SPDX-License-Identifier: MIT */
#ifndef MODEL_DMN_H
#define MODEL_DMN_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A model as a DMN file says it (DMN 1.1 to 1.5): nouns, texts and the lines
 * they stand at, nothing compiled. The names are the standard's. Texts are
 * never NULL; "" where there is none, unless a remark says NULL. Lists are in
 * the order of the file.
 */
struct dmn_text {		/* an expression of FEEL, not yet read */
	const char *text;	/* NULL: there is none */
	const char *language;	/* expressionLanguage, "" FEEL */
	int line;
};

struct dmn_variable {		/* InformationItem, 7.3.4 */
	struct dmn_variable *next;
	const char *name, *type;	/* typeRef */
	int line;
};

enum dmn_boxed {
	DMN_LITERAL, DMN_TABLE, DMN_INVOCATION, DMN_CONTEXT, DMN_LIST,
	DMN_RELATION, DMN_FUNCTION, DMN_CONDITIONAL, DMN_FILTER, DMN_FOR,
	DMN_SOME, DMN_EVERY
};

enum dmn_hit_policy {
	DMN_UNIQUE, DMN_FIRST, DMN_PRIORITY, DMN_ANY, DMN_COLLECT,
	DMN_RULE_ORDER, DMN_OUTPUT_ORDER
};

enum dmn_aggregation {
	DMN_NO_AGGREGATION, DMN_SUM, DMN_COUNT, DMN_MIN, DMN_MAX
};

struct dmn_expression {
	struct dmn_expression *next;	/* in a list or row */
	enum dmn_boxed kind;
	const char *id, *label, *type;	/* typeRef */
	int line;
	union {
		struct dmn_text literal;
		struct dmn_table *table;
		struct {	/* of a function, with bindings */
			struct dmn_expression *function;
			struct dmn_binding *bindings;
		} invocation;
		struct dmn_entry *entries;	/* of a context */
		struct dmn_expression *items;	/* of a list */
		struct {
			struct dmn_variable *columns;
			struct dmn_row *rows;
		} relation;
		struct {
			enum { DMN_FEEL, DMN_JAVA, DMN_PMML } language;
			struct dmn_variable *params;
			struct dmn_expression *body;	/* may be NULL */
		} function;
		struct {
			struct dmn_expression *test, *yes, *no;
		} conditional;
		struct {
			struct dmn_expression *in, *match;
		} filter;
		struct {	/* for, some, every */
			const char *variable;
			struct dmn_expression *in, *result;
		} iterator;
	};
};

struct dmn_binding {
	struct dmn_binding *next;
	struct dmn_variable *parameter;
	struct dmn_expression *value;	/* NULL: none */
};

struct dmn_entry {		/* of a context */
	struct dmn_entry *next;
	struct dmn_variable *variable;	/* NULL: its result */
	struct dmn_expression *value;
};

struct dmn_row {
	struct dmn_row *next;
	struct dmn_expression *cells;
};

struct dmn_input {		/* a column that is tested, 8.3.2 */
	struct dmn_input *next;
	const char *id, *label, *type;
	struct dmn_text expression, values;
	int line;
};

struct dmn_output {
	struct dmn_output *next;
	const char *id, *label, *name, *type;
	struct dmn_text values, fallback;	/* defaultOutputEntry */
	int line;
};

struct dmn_rule {
	struct dmn_rule *next;
	const char *id, *description;
	struct dmn_text *tests;		/* as many as inputs; empty ones "-" */
	struct dmn_text *results;	/* as many as outputs */
	const char **annotations;	/* as many as the table has */
	int line;
};

struct dmn_table {		/* 8.3 */
	enum dmn_hit_policy policy;
	enum dmn_aggregation aggregation;
	const char *output_label;
	struct dmn_input *inputs;
	struct dmn_output *outputs;
	struct dmn_rule *rules;
	const char **annotations;	/* names of columns */
	size_t n_inputs, n_outputs, n_rules, n_annotations;
	int line;
};

struct dmn_item {		/* ItemDefinition, 7.3.2 */
	struct dmn_item *next;
	const char *name, *type;	/* typeRef, "" when it has parts */
	bool collection;
	struct dmn_text allowed, constraint;	/* allowedValues,
						 * typeConstraint */
	struct dmn_item *components;
	struct {		/* a function item */
		bool is;
		struct dmn_variable *params;
		const char *result;
	} function;
	int line;
};

/* A requirement: what it points to, its namespace resolved by the model. */
struct dmn_reference {
	struct dmn_reference *next;
	const char *href;	/* as written: #id or namespace#id */
	int line;
};

enum dmn_element_kind {
	DMN_INPUT_DATA, DMN_DECISION, DMN_KNOWLEDGE, DMN_SERVICE,
	DMN_SOURCE
};

/* An element of the requirements graph, 6.3. */
struct dmn_element {
	struct dmn_element *next;
	enum dmn_element_kind kind;
	const char *id, *name;
	const char *description, *question;	/* for people */
	struct dmn_variable variable;	/* its name may be "" */
	struct dmn_expression *logic;	/* of a decision; a knowledge model's
					 * is a function; NULL: none */
	struct dmn_reference *inputs, *decisions, *knowledge; /* required */
	struct {		/* of a service */
		struct dmn_reference *outputs, *encapsulated, *decisions,
		    *inputs;
	} service;
	int line;
};

struct dmn_import {
	struct dmn_import *next;
	const char *name, *namespace, *type, *location;
	int line;
};

struct dmn_model {
	struct dmn_model *next;		/* that it is compiled with */
	const char *file;		/* for faults */
	const char *version;		/* "1.1" ... "1.5", by its namespace */
	const char *id, *name, *namespace, *description;
	const char *language;		/* expressionLanguage, "" FEEL */
	struct dmn_import *imports;
	struct dmn_item *items;
	struct dmn_element *elements;
};

/* Something wrong in a model, for the person who wrote it. */
struct dmn_fault {
	struct dmn_fault *next;
	const char *file;
	int line;		/* 0: the file as a whole */
	const char *element;	/* decision or other, "" none */
	size_t rule, column;	/* of its table, from 1; 0 none */
	bool mild;		/* it runs all the same */
	const char *text;	/* an English sentence */
};

#endif
