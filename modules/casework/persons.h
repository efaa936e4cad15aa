/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_PERSONS_H
#define CASEWORK_PERSONS_H

#include "web/form.h"
#include "web/request.h"
#include "web/view.h"
#include "model/dossier.h"

/* The form of a person or organisation, wherever one is made or changed. */
extern const char *const persons_kinds[];
extern const char *const persons_languages[];

#define PERSONS_FIELDS							\
	{ "kind", FIELD_CHOICE, .min = 1, .choices = persons_kinds },	\
	{ "given", FIELD_TEXT, .max = 100 },				\
	{ "family", FIELD_TEXT, .max = 100 },				\
	{ "name", FIELD_TEXT, .max = 200 },				\
	{ "email", FIELD_TEXT, .max = 200 },				\
	{ "phone", FIELD_TEXT, .max = 60 },				\
	{ "address", FIELD_LINES, .max = 500 },				\
	{ "language", FIELD_CHOICE, .choices = persons_languages }

struct person_new;

void	 persons_show(struct view *, const struct person *);
const char *persons_language(const char *code);	/* "" unknown */
/* Languages to choose from; a new one is a person, not an organisation. */
void	 persons_choices(struct request *);
void	 persons_typed(struct request *, struct person_new *out);
/* After a refused POST: who may be the one that was typed, as "likely". */
enum err persons_show_likely(struct request *);
/* Makes the typed one; ERR_INVALID while likely ones were not looked at. */
enum err persons_make(struct request *, struct person **out);

#endif
