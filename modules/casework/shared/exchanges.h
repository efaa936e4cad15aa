/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_EXCHANGES_H
#define CASEWORK_EXCHANGES_H

#include "domain/dossier/exchange.h"
#include "web/form.h"
#include "web/request.h"
#include "web/view.h"

/* Correspondence in forms (casework/exchange-fields.html) and on pages. */
#define EXCHANGES_FIELDS						\
	{ "party", FIELD_INT, .min = 0, .max = INT32_MAX },		\
	{ "who", FIELD_TEXT, .max = 200 },				\
	{ "way", FIELD_CHOICE, .choices = exchanges_ways },		\
	{ "medium", FIELD_CHOICE, .choices = exchange_media },		\
	{ "exchanged", FIELD_DATE }

extern const char *const exchanges_ways[];

/* The people of the case as the list "whom", and by what as "media". The
 * fields are folded away unless open, or something was typed into them. */
void	exchanges_choices(struct request *, const struct dossier *,
	    bool open);
struct exchange_new exchanges_typed(struct request *);
/* With whom, which way, by what and when, in words; nothing where it is no
 * correspondence. */
void	exchanges_show(struct view *, const char *with, const char *way,
	    const char *medium, const char *exchanged);

#endif
