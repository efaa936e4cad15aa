/* SPDX-License-Identifier: MIT */
#ifndef MODEL_CMMN_H
#define MODEL_CMMN_H

#include "model/cmmn_part.h"

/*
 * A case model as a CMMN 1.1 file says it: nouns, texts and the lines they
 * stand at. The names are the standard's. Texts are never NULL, "" where
 * there is none; lists are in the order of the file. References are resolved
 * to what they point to; NULL: it was not there, and a fault says so.
 */

enum cmmn_kind {
	CMMN_STAGE, CMMN_TASK, CMMN_HUMAN_TASK, CMMN_PROCESS_TASK,
	CMMN_CASE_TASK, CMMN_DECISION_TASK, CMMN_MILESTONE,
	CMMN_EVENT_LISTENER, CMMN_USER_LISTENER, CMMN_TIMER_LISTENER,
	CMMN_FRAGMENT
};

struct cmmn_parameter {		/* of a task, a case, a process, a decision */
	struct cmmn_parameter *next;
	const char *id, *name;
	const struct cmmn_file_item *binding;	/* or NULL */
	struct cmmn_text refinement;
};
struct cmmn_mapping {		/* 5.4.10.5 */
	struct cmmn_mapping *next;
	const char *source, *target;	/* ids of parameters */
	struct cmmn_text transformation;
	int line;
};

/* 5.4.2 what a plan item is made from. */
struct cmmn_definition {
	struct cmmn_definition *next;
	enum cmmn_kind kind;
	const char *id, *name, *documentation;
	struct cmmn_control control;	/* defaultControl */
	const struct cmmn_extension *extensions;
	/* of a stage, a fragment, a human task */
	struct cmmn_item_use *items;
	struct cmmn_sentry *sentries;
	struct cmmn_planning *planning;	/* NULL: none */
	struct cmmn_criterion *exits;	/* of the case plan model itself */
	bool auto_complete;
	/* of a task */
	bool blocking;
	struct cmmn_parameter *inputs, *outputs;
	struct cmmn_mapping *mappings;
	const struct cmmn_role *performer;
	struct cmmn_text reference;	/* what a case, process or decision
					 * task calls: by an expression */
	const char *calls;		/* or by name: that of the case,
					 * process or decision, or its id */
	const char *implementation;	/* externalRef of what is called */
	/* of a listener */
	struct cmmn_roles *authorized;	/* none: everybody */
	struct cmmn_text timer;
	struct {			/* what starts the timer; or NULLs */
		const struct cmmn_item_use *item;
		const struct cmmn_file_item *file;
		enum cmmn_transition event;
	} start;
	int line;
};

/* A plan item, or a discretionary item of a planning table. */
struct cmmn_item_use {
	struct cmmn_item_use *next;
	const char *id, *name;		/* name: that of its definition where
					 * it has none */
	const struct cmmn_definition *definition;
	const char *documentation;	/* of the use, or "" */
	const struct cmmn_definition *stage;	/* that it stands in; of what a
						 * human task's table offers,
						 * that task */
	bool discretionary;
	struct cmmn_control control;	/* its own, else the default one:
					 * resolved */
	struct cmmn_criterion *entries, *exits;
	struct cmmn_applies *applies;	/* of a discretionary item */
	struct cmmn_roles *roles;	/* may add it; none: everybody */
	const struct cmmn_extension *extensions;
	int line;
};

struct cmmn_case {
	struct cmmn_case *next;
	const char *id, *name;
	struct cmmn_file_item *file;
	struct cmmn_definition *plan;	/* the case plan model; NULL: none */
	struct cmmn_role *roles;
	struct cmmn_parameter *inputs, *outputs;
	const struct cmmn_extension *extensions;
	int line;
};

/* A word that a model uses: an addition of a vendor, each once, or a variable
 * of a translated expression. */
struct cmmn_word {
	struct cmmn_word *next;
	const char *ns;		/* "" of a variable */
	const char *element;	/* that an attribute stands at, or "" */
	const char *name;
	const char *value;	/* of an attribute; of an element, that of its
				 * attribute “expression”; or "" */
	int line;		/* the first */
};

struct cmmn_model {
	const char *file;		/* for faults */
	const char *id, *name, *namespace, *language;
	struct cmmn_case *cases;
	struct cmmn_word *vendors;	/* additions of others than us */
	struct cmmn_word *variables;
};

/* Something wrong in a model, for the person who wrote it. */
struct cmmn_fault {
	struct cmmn_fault *next;
	const char *file;
	int line;		/* 0: the file as a whole */
	const char *element;	/* id or name, "" none */
	bool mild;		/* it runs all the same */
	const char *text;	/* an English sentence */
};

#endif
