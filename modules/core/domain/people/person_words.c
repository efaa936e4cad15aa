/* SPDX-License-Identifier: MIT */
/* Kinds of identifiers and addresses, and sexes, in the words of the viewer. */
#include <string.h>

#include "domain/people/person.h"
#include "text/fold.h"
#include "text/message.h"

const char *const person_words_identifiers[] = {
	"customer", "tax", "registration", "email", "phone", "name", NULL
};
const char *const person_words_addresses[] = {
	"postal", "visiting", "billing", "other", NULL
};
const char *const person_words_sexes[] = {
	"female", "male", "other", "unknown", NULL
};

const char *
person_words_identifier(const char *kind)
{
	static const char *const words[] = {
		N_("Customer number"), N_("Tax number"),
		N_("Registration number"), N_("Further e-mail"),
		N_("Further phone"), N_("Other name")
	};
	size_t i;

	for (i = 0; person_words_identifiers[i] != NULL; i++)
		if (strcmp(person_words_identifiers[i], kind) == 0)
			return _(words[i]);
	return kind;
}

const char *
person_words_code(struct ctx *cx, const char *word)
{
	const char *typed = fold(cx->arena, word);
	size_t i;

	for (i = 0; person_words_identifiers[i] != NULL; i++)
		if (strcmp(typed, fold(cx->arena, person_words_identifier(
		    person_words_identifiers[i]))) == 0)
			return person_words_identifiers[i];
	return word;
}

const char *
person_words_address(const char *kind)
{
	static const char *const words[] = {
		N_("Postal address"), N_("Visiting address"),
		N_("Billing address"), N_("Other address")
	};
	size_t i;

	for (i = 0; person_words_addresses[i] != NULL; i++)
		if (strcmp(person_words_addresses[i], kind) == 0)
			return _(words[i]);
	return kind;
}

const char *
person_words_sex(const char *code)
{
	static const char *const words[] = {
		N_("Female"), N_("Male"), N_("Other"), N_("Unknown")
	};
	size_t i;

	for (i = 0; person_words_sexes[i] != NULL; i++)
		if (strcmp(person_words_sexes[i], code) == 0)
			return _(words[i]);
	return "";
}
