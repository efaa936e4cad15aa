/* SPDX-License-Identifier: MIT */
#ifndef WEB_PERSON_FORM_H
#define WEB_PERSON_FORM_H

#include "base/refuse.h"
#include "text/message.h"

/*
 * Who is described in a form, wherever people are registered. Identifiers
 * and further addresses come in rows: i.0.kind, i.0.value, a.0.kind, a.0.text.
 */
struct request;
struct person_new;

#define PERSON_FORM_FIELDS						\
	{ "given", FIELD_TEXT, .max = 100 },				\
	{ "family", FIELD_TEXT, .max = 100 },				\
	{ "name", FIELD_TEXT, .max = 200 },				\
	{ "email", FIELD_TEXT, .max = 200 },				\
	{ "phone", FIELD_TEXT, .max = 60 },				\
	{ "address", FIELD_LINES, .max = 500 },				\
	{ "language", FIELD_CHOICE, .choices = message_languages },	\
	{ "i.*", FIELD_TEXT, .max = 200 },				\
	{ "a.*", FIELD_LINES, .max = 500 }

#define PERSON_FORM_ROWS 12	/* of identifiers, of addresses */

/* What was typed. Whether it is an organisation each form asks by itself. */
void	 person_form_typed(struct request *, struct person_new *out);
/* The name of a field of a row: 'i', 0, "kind". */
const char *person_form_name(struct request *, char list, int row,
	    const char *what);
/* Rows up to the last one that was typed. */
int	 person_form_rows(struct request *, char list, const char *what);

#endif
