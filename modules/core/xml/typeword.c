/* SPDX-License-Identifier: MIT */
/* Labels, codes and lists of terms in a case type. */
#include "xml/typeword.h"

#include <string.h>

#include "text/message.h"

#define XML_NS "http://www.w3.org/XML/1998/namespace"

/* An attribute; "" where there is none. */
bool
typeword_yes(const struct reader_node *n, const char *name)
{
	return strcmp(reader_given(n, name), "yes") == 0;
}

static const char *
label_language(const struct reader_node *n)
{
	const struct reader_attr *x;

	for (x = n->attrs; x != NULL; x = x->next)
		if (strcmp(x->ns, XML_NS) == 0 && strcmp(x->name, "lang") == 0)
			return x->value;
	return "";
}

/* The labels right inside n: each of our languages exactly once. */
void
typeword_label(struct typeword *r, const struct reader_node *n,
    struct label *out)
{
	const struct reader_node *l;
	const char *lang, *text;
	int i;

	for (l = reader_child(n, "", "label"); l != NULL;
	    l = reader_after(l, "", "label")) {
		lang = label_language(l);
		text = reader_words(r->arena, l);
		if ((i = reader_place(message_languages, lang)) < 0)
			typeword_fault(r, l->line, "“%s” is no language of "
			    "Dossier.", lang);
		else if (out->text[i] != NULL)
			typeword_fault(r, l->line, "<%s> has a second label "
			    "in “%s”.", n->name, lang);
		else if (text[0] == '\0')
			typeword_fault(r, l->line, "The label in “%s” is "
			    "empty.", lang);
		else
			out->text[i] = text;
	}
	for (i = 0; i < LANGUAGES; i++)
		if (out->text[i] == NULL && (i == 0 || !r->draft))
			typeword_fault(r, n->line, "<%s> has no label in "
			    "“%s”.", n->name, message_languages[i]);
}

static bool
code_ok(const char *s)
{
	size_t n = strlen(s);

	return n >= 1 && n <= 31 && s[0] >= 'a' && s[0] <= 'z' &&
	    strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == n;
}

const char *
typeword_code(struct typeword *r, const struct reader_node *n,
    const char *const *reserved)
{
	const char *code = reader_given(n, "code");

	if (!code_ok(code))
		typeword_fault(r, n->line, "“%s” is no code: small letters, "
		    "digits and _, beginning with a letter, at most 31.",
		    code);
	if (reserved != NULL && reader_place(reserved, code) >= 0)
		typeword_fault(r, n->line, "The code “%s” is Dossier's own; "
		    "take another.", code);
	return code;
}

const struct term *
typeword_find(const struct term *t, const char *code)
{
	while (t != NULL && strcmp(t->code, code) != 0)
		t = t->next;
	return t;
}

/* Every <one> right inside n, in its order. */
const struct term *
typeword_terms(struct typeword *r, const struct reader_node *n,
    const char *one, const char *const *reserved)
{
	struct term *list = NULL, **tail = &list, *t;
	const struct reader_node *c;

	if (n == NULL)
		return NULL;
	for (c = reader_child(n, "", one); c != NULL;
	    c = reader_after(c, "", one)) {
		t = arena_alloc(r->arena, sizeof(*t));
		t->code = typeword_code(r, c, reserved);
		typeword_label(r, c, &t->label);
		if (typeword_find(list, t->code) != NULL) {
			typeword_fault(r, c->line, "There are two <%s> with "
			    "the code “%s”.", one, t->code);
			continue;
		}
		*tail = t;
		tail = &t->next;
	}
	return list;
}
