/* SPDX-License-Identifier: MIT */
#ifndef MODEL_TYPEFORM_H
#define MODEL_TYPEFORM_H

#include "model/casetype.h"

/*
 * A form of a case type as its forms/CODE.xml says: questions in sections,
 * some of them asked only where a condition holds, some with points. A
 * question is a field of a type that is asked here alone; a section that
 * repeats is a group of them.
 */
struct type_form_points {	/* of one choice */
	struct type_form_points *next;
	const char *code;
	int points;
};

struct type_form_question {
	struct type_form_question *next;
	struct type_field field;	/* of many choices: a text of codes */
	bool many;
	bool scored;			/* it has points */
	const struct type_form_points *points;
	int ticked;			/* points of a box that is ticked */
	const char *when;		/* FEEL; NULL: always asked */
	int line, when_line;
};

struct type_form_section {
	struct type_form_section *next;
	const char *code;
	struct label label;
	struct label help;		/* may be all NULL */
	const struct type_group *rows;	/* NULL: it does not repeat */
	const char *when;		/* FEEL; NULL: always asked */
	const struct type_form_question *questions;
	int line, when_line;
};

struct type_form_band {			/* what a score is called */
	struct type_form_band *next;
	const char *code;
	struct label label;
	int64_t from;			/* the score, or more */
};

struct type_form {
	struct type_form *next;
	const char *file;		/* forms/assessment.xml */
	const char *code;
	struct label label;
	struct label help;		/* may be all NULL */
	const char *compartment;	/* code; "": each is born in none */
	const struct type_form_section *sections;
	bool scored;
	const char *score;		/* FEEL; NULL: the sum of the points */
	const struct type_form_band *bands;	/* lowest first */
	struct casetype as;		/* its questions as fields of a type,
					 * sections that repeat as groups */
	int line, score_line;
};

#endif
