/* SPDX-License-Identifier: MIT */
#ifndef MODEL_CASETYPE_H
#define MODEL_CASETYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/goal.h"

/* A case type as its type.xml says; read once, shared, never changed. */

#define LANGUAGES 6	/* en fr de it pt ja, in this order everywhere */

struct label {
	const char *text[LANGUAGES];	/* en is always there */
};

/* A word of a list: a choice, a role, a phase, an outcome, a risk step. */
struct term {
	struct term *next;
	const char *code;
	struct label label;
};

enum value_kind {
	VALUE_TEXT, VALUE_LINES, VALUE_NUMBER, VALUE_MONEY, VALUE_DATE,
	VALUE_CHOICE, VALUE_PERSON, VALUE_FLAG
};

/* Fields that repeat together, a row of them each time. */
struct type_group {
	struct type_group *next;
	const char *code;
	struct label label;	/* of one row: purchase */
	struct label plural;	/* of them all: what was bought */
	struct label help;	/* may be all NULL */
	bool later;		/* as of a field */
	int least, most;	/* rows */
};

/* How much a value tells: from CLASS_GUARDED on, who reads it is a matter of
 * roles (domain/spine/sight.h). */
enum field_class {
	CLASS_PUBLIC, CLASS_PERSONAL,
	CLASS_IDENTIFIER, CLASS_MEDICAL, CLASS_PRIVILEGED, CLASS_BANK
};
#define CLASS_GUARDED CLASS_IDENTIFIER
#define CLASSES (CLASS_BANK + 1)

struct type_field {
	struct type_field *next;
	const struct type_group *group;	/* NULL: stands alone */
	const char *code;
	enum value_kind kind;
	enum field_class class;	/* personal unless it says otherwise: most
				 * facts of a case tell of somebody */
	struct label label, help;	/* help may be all NULL */
	bool required;		/* at registration; in each row of a group */
	bool listed;		/* may be a filter of the queue */
	bool later;		/* found out in the work: not asked at first */
	bool due;		/* a date that the dossier is due by */
	int decimals;		/* of a number, 0 to 6 */
	bool bounded;		/* a number from least to most, scaled */
	int64_t least, most;
	const char *currency;	/* of money: the default, ISO 4217 */
	size_t max;		/* characters of a text */
	const struct term *choices;
	const char *computed;	/* FEEL: computed; NULL */
	bool checked;		/* the conflict check fills it; TYPE_CHECKED */
	bool follows;		/* one of both: never asked, nor typed */
	int line;		/* of that, in its file */
};

/* The choices of a field that the conflict check fills. */
#define TYPE_CHECKED "clear", "waived", "conflict"

/* What a DMN table of the type's folder decides on a dossier. */
struct type_decision {
	struct type_decision *next;
	const char *code;	/* risk: the step of the dossier's risk */
	struct label label, help;	/* all NULL of risk; help may be */
	const char *model;	/* file: complaint.dmn */
	const char *decision;	/* its name there */
	bool automatic;		/* it counts at once; else it is proposed */
	const struct type_field *field;	/* takes the result, or NULL */
	int line;		/* of type.xml */
};
#define TYPE_DECISION_RISK "risk"
/* Who has to approve, where no other decision is named. */
#define TYPE_DECISION_APPROVAL "approval"

/* A goal that cases of the type may start from. */
struct type_goal_step {
	struct type_goal_step *next;
	struct label label;
};
struct type_goal {
	struct type_goal *next;
	const char *code;
	struct label label, help;	/* help may be all NULL */
	enum goal_measure measure;
	struct label unit;	/* of a number; may be all NULL */
	int decimals;
	int64_t start, target;	/* scaled */
	int days;		/* from now on until it is to be reached */
	const struct type_goal_step *steps;
};

/* By when something is to be done on each case of the type. */
struct type_deadline {
	struct type_deadline *next;
	const char *code;
	struct label label, help;	/* help may be all NULL */
	const char *start;	/* received accepted hand phase:CODE
				 * field:CODE */
	const char *stops;	/* closed hand phase:CODE */
	const char *due, *early, *warn;	/* FEEL; "" none; that of a field has
				 * no due */
	bool second;		/* another person confirms that it is done */
	bool pauses;		/* while the case waits */
	bool promised;		/* who asked is told the date */
	int line;		/* of type.xml */
};

/* How long a case may be without contact with who asked: the first says what
 * holds else, those after it when they apply, the first of them. */
struct type_rhythm {
	const struct type_rhythm *next;
	const char *phase;	/* "" any */
	int risk;		/* 0 any */
	int days;		/* 0: no contact is agreed */
	bool works;		/* these are working days */
	bool dated;		/* the first: it always needs a next date */
};

/* A care model that the type combines with the others it names. */
struct type_pack {
	const struct type_pack *next;
	const char *code;
	int line;
};

/* Time and costs are booked on cases of the type. */
struct type_costs {
	const char *currency;	/* of what is paid, ISO 4217 */
	const struct type_field *estimate;	/* money that they are
						 * compared with, or NULL */
	const struct term *activities;	/* may be none: no time is booked */
	const struct term *kinds;	/* of costs; may be none */
};

/* How the traces of a log in XES become dossiers of the type. */
struct type_xes_medium {
	struct type_xes_medium *next;
	const char *value, *medium;
};
struct type_xes_value {
	struct type_xes_value *next;
	const char *key, *field;
};
struct type_xes_phase {
	struct type_xes_phase *next;
	const char *activity;	/* a final '*' stands for anything */
	const char *phase;
};
struct type_xes {		/* keys of the trace; "" where there is none */
	const char *received, *closed, *lead, *medium;
	const char *outcome;	/* of those with an end */
	const struct type_xes_medium *media;
	const struct type_xes_value *values;
	const struct type_xes_phase *phases;
};

/* Where its cases are shown besides casework. */
enum type_view {
	TYPE_VIEW_LEGAL = 1, TYPE_VIEW_CONTRACT = 2, TYPE_VIEW_MEDICAL = 4
};

struct casetype_formula;
struct type_consent;	/* model/consent.h */
struct rulepack_set;

struct casetype {
	struct casetype *next;
	int64_t id;		/* row of this version */
	const char *code;	/* complaint */
	int version;
	const char *prefix;	/* of numbers: C */
	struct label label, plural, description;
	bool protected_counted;	/* others are told how many things of a
				 * dossier they are not shown */
	const struct type_field *fields;	/* those of a group together */
	const struct type_group *groups;
	const struct term *phases;	/* may be none */
	const struct term *roles;	/* without "lead", which is ours */
	const struct term *outcomes;
	const struct term *risks;	/* lowest first */
	const struct term *papers;	/* kinds of documents; none: ours */
	const struct type_decision *decisions;	/* that of the risk first */
	const struct type_goal *goals;	/* may be none */
	const struct type_deadline *deadlines;	/* may be none */
	const char *courts;	/* whose rules it offers: codes, or "" */
	const struct type_costs *costs;	/* NULL: nothing is booked */
	const struct type_rhythm *rhythm;	/* NULL: none is agreed */
	const struct type_consent *consent;	/* NULL: none is asked for */
	const struct type_pack *packs;	/* care models; may be none */
	const struct rulepack_set *rules;	/* domain combines them; NULL
				 * where there is none */
	const struct type_xes *xes;	/* NULL: nothing said */
	bool guarded;		/* a field is of a guarded class */
	unsigned int views;	/* enum type_view */
	const char *compartment;	/* its cases lie whole in this one from
				 * their first moment: code; "" none */
	bool no_glass;		/* nobody opens one in an emergency */
	const struct casetype_formula *formulas;	/* domain compiles
				 * those of its computed fields */
};

#endif
