/* SPDX-License-Identifier: MIT */
/* Nothing of the cases of a type leaves the house without a consent. */
#include "xml/typeconsent.h"

#include <string.h>

#include "model/consent.h"

/* Each word of a list is a code of those; "requester" is a role of ours. */
static const char *
words_of(struct typeword *r, const struct reader_node *n, const char *name,
    const struct term *terms, const char *noun)
{
	const char *list = reader_given(n, name), *p, *word;
	size_t len;

	for (p = list + strspn(list, " "); *p != '\0';
	    p += len + strspn(p + len, " ")) {
		len = strcspn(p, " ");
		word = arena_textn(r->arena, p, len);
		if (typeword_find(terms, word) == NULL &&
		    (terms != r->type->roles ||
		    strcmp(word, "requester") != 0))
			typeword_fault(r, n->line, "There is no %s “%s” for "
			    "%s=\"...\" of <consent>.", noun, word, name);
	}
	return list;
}

void
typeconsent_read(struct typeword *r, const struct reader_node *n)
{
	const struct term *roles = r->type->roles, *papers = r->type->papers;
	struct type_consent *c;

	if (n == NULL)
		return;
	c = arena_alloc(r->arena, sizeof(*c));
	c->of = words_of(r, n, "of", roles, "role");
	if (c->of[0] == '\0')
		c->of = typeword_find(roles, "patient") != NULL ? "patient" :
		    "requester";
	c->treating = words_of(r, n, "treating", roles, "role");
	c->payers = words_of(r, n, "payers", roles, "role");
	c->family = words_of(r, n, "family", roles, "role");
	c->counselling = words_of(r, n, "counselling", papers,
	    "kind of documents");
	c->part2 = words_of(r, n, "part2", papers, "kind of documents");
	r->type->consent = c;
}
