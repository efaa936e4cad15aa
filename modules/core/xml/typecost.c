/* SPDX-License-Identifier: MIT */
/* What is booked on the cases of a type: time by activity, costs by kind. */
#include "xml/typecost.h"

#include <string.h>

#include "text/number.h"
#include "xml/typefield.h"

static const struct type_field *
estimate_of(struct typeword *r, const struct reader_node *n)
{
	const char *code = reader_given(n, "estimate");
	const struct type_field *f;

	if (code[0] == '\0')
		return NULL;
	f = typefield_find(r->type->fields, code);
	if (f == NULL)
		typeword_fault(r, n->line, "There is no field “%s” that costs "
		    "could be compared with.", code);
	else if (f->class >= CLASS_GUARDED)
		typeword_fault(r, n->line, "Not everybody may read the field "
		    "“%s”, so costs are not compared with it.", code);
	else if (f->kind != VALUE_MONEY || f->group != NULL)
		typeword_fault(r, n->line, "Costs are compared with an amount "
		    "of money; the field “%s” is none that stands alone.",
		    code);
	return f;
}

void
typecost_read(struct typeword *r, const struct reader_node *n)
{
	struct type_costs *c;

	if (n == NULL)
		return;
	c = arena_alloc(r->arena, sizeof(*c));
	c->currency = reader_given(n, "currency");
	if (number_minor(c->currency) < 0)
		typeword_fault(r, n->line, "“%s” is no currency of ISO 4217.",
		    c->currency);
	c->estimate = estimate_of(r, n);
	c->activities = typeword_terms(r, n, "activity", NULL);
	c->kinds = typeword_terms(r, n, "cost", NULL);
	if (c->activities == NULL && c->kinds == NULL)
		typeword_fault(r, n->line, "<costs> names nothing that is "
		    "booked; give it an <activity> or a <cost>.");
	r->type->costs = c;
}
