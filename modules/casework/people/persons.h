/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_PERSONS_H
#define CASEWORK_PERSONS_H

#include "web/form.h"
#include "web/person_form.h"
#include "web/request.h"
#include "web/view.h"
#include "model/person.h"

/* The form of a person or organisation, wherever one is made or changed. */
extern const char *const persons_kinds[];

#define PERSONS_FIELDS							\
	{ "kind", FIELD_CHOICE, .min = 1, .choices = persons_kinds },	\
	PERSON_FORM_FIELDS

struct person_new;

void	 persons_show(struct view *, const struct person *);
const char *persons_language(const char *code);	/* "" unknown */
/* Languages and kinds to choose from, rows for identifiers and addresses: of
 * the person, or of a new one (NULL), which is no organisation at first. */
void	 persons_choices(struct request *, const struct person *);
void	 persons_typed(struct request *, struct person_new *out);
/* Identifiers and further addresses, for reading. */
void	 persons_show_more(struct view *, const struct person *);
/* After a refused POST: who may be the one that was typed, as "likely". */
enum err persons_show_likely(struct request *);
/* Makes the typed one; ERR_INVALID while likely ones were not looked at. */
enum err persons_make(struct request *, struct person **out);

#endif
