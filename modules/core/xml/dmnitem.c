/* SPDX-License-Identifier: MIT */
/* Reads item definitions: DMN 1.5, 7.3.2. */
#include "xml/dmnitem.h"

#include <string.h>

/* The type that a collection or a constrained type is of. */
static const char *
read_type(struct dmnword *r, const struct reader_node *n)
{
	const struct reader_node *c = dmnword_child(r, n, "typeRef");

	return c == NULL ? "" :
	    dmnword_type_name(r, reader_words(r->arena, c));
}

static void
read_function(struct dmnword *r, const struct reader_node *n,
    struct dmn_item *item)
{
	const struct reader_node *c = dmnword_child(r, n, "functionItem");

	if (c == NULL)
		return;
	item->function.is = true;
	item->function.params = dmnword_variables(r, c, "parameters",
	    "The parameter");
	item->function.result = dmnword_type_name(r,
	    reader_given(c, "outputTypeRef"));
}

static struct dmn_item *
read_item(struct dmnword *r, const struct reader_node *n)
{
	static const char *const known[] = { "typeRef", "allowedValues",
	    "typeConstraint", "itemComponent", "functionItem", NULL };
	struct dmn_item *item = arena_alloc(r->arena, sizeof(*item));
	const char *many = reader_given(n, "isCollection");
	const struct reader_node *c;

	item->name = dmnword_name(r, n, strcmp(n->name, "itemComponent") == 0
	    ? "A component of a type" : "A type");
	item->line = n->line;
	item->collection = strcmp(many, "true") == 0 ||
	    strcmp(many, "1") == 0;
	item->type = read_type(r, n);
	item->function.result = "";
	for (c = dmnword_child(r, n, NULL); c != NULL;
	    c = dmnword_after(r, c, NULL))
		if (reader_place(known, c->name) < 0)
			dmnword_fault(r, c->line, "The type “%s” has an "
			    "element that DMN does not know there: <%s>.",
			    item->name, c->name);
	item->allowed = dmnword_text_of(r, n, "allowedValues");
	item->constraint = dmnword_text_of(r, n, "typeConstraint");
	read_function(r, n, item);
	item->components = dmnitem_all(r, n, "itemComponent");
	if (*item->type != '\0' && item->components != NULL)
		dmnword_fault(r, n->line, "The type “%s” has both a typeRef "
		    "and components; it can have one of them.", item->name);
	return item;
}

struct dmn_item *
dmnitem_all(struct dmnword *r, const struct reader_node *n, const char *child)
{
	struct dmn_item *first = NULL, **tail = &first;
	struct dmnword_seen names = { 0 };
	const struct reader_node *c;

	for (c = dmnword_child(r, n, child); c != NULL;
	    c = dmnword_after(r, c, child)) {
		*tail = read_item(r, c);
		dmnword_saw(r, &names, (*tail)->name, c->line);
		tail = &(*tail)->next;
	}
	dmnword_once(r, &names, "The type");
	return first;
}
