/* SPDX-License-Identifier: MIT */
/* Kinds of documents: those of the type, ours where it names none, and any
 * other word that somebody found better. */
#include "domain/type/document_kind.h"

#include <string.h>

#include "base/count.h"
#include "domain/type/casetype.h"
#include "text/fold.h"
#include "text/message.h"

static const struct own {
	const char *code, *word;
} own[] = {
	{ "letter", N_("Letter") },
	{ "form", N_("Form") },
	{ "photo", N_("Photo") },
	{ "contract", N_("Contract") },
	{ "invoice", N_("Invoice") },
	{ "report", N_("Report") },
	{ "minutes", N_("Minutes") },
	{ "evidence", N_("Evidence") },
	{ "other", N_("Other") }
};
#define OWN COUNT(own)

static const struct own *
own_find(const char *code)
{
	size_t i;

	for (i = 0; i < OWN; i++)
		if (strcmp(own[i].code, code) == 0)
			return &own[i];
	return NULL;
}

const char *
document_kind(const struct casetype *type, size_t n)
{
	const struct term *t = type == NULL ? NULL : type->papers;

	if (t == NULL)
		return n < OWN ? own[n].code : NULL;
	for (; t != NULL && n > 0; n--)
		t = t->next;
	return t == NULL ? NULL : t->code;
}

const char *
document_kind_word(struct ctx *cx, const struct casetype *type,
    const char *code)
{
	const struct own *o;

	if (type != NULL && casetype_term(type->papers, code) != NULL)
		return casetype_word(cx, type->papers, code);
	return (o = own_find(code)) == NULL ? code : _(o->word);
}

static bool
is_word(struct ctx *cx, const char *folded, const char *word)
{
	return word != NULL && strcmp(folded, fold(cx->arena, word)) == 0;
}

const char *
document_kind_code(struct ctx *cx, const struct casetype *type,
    const char *typed)
{
	const char *folded = fold(cx->arena, typed);
	const struct term *t;
	size_t i;
	int l;

	if (folded[0] == '\0')
		return typed;
	for (t = type == NULL ? NULL : type->papers; t != NULL; t = t->next) {
		if (is_word(cx, folded, t->code))
			return t->code;
		for (l = 0; l < LANGUAGES; l++)
			if (is_word(cx, folded, t->label.text[l]))
				return t->code;
	}
	for (i = 0; i < OWN; i++) {
		if (is_word(cx, folded, own[i].code))
			return own[i].code;
		for (l = 0; l < LANGUAGES; l++)
			if (is_word(cx, folded, message_in(
			    message_languages[l], own[i].word)))
				return own[i].code;
	}
	return typed;
}
