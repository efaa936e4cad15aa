/* SPDX-License-Identifier: MIT */
/* Which tables of its folder decide on cases of a type. */
#include "xml/typedecision.h"

#include <string.h>

#include "xml/typefield.h"

static const char *const own_decisions[] = { TYPE_DECISION_RISK, NULL };

/* A file beside type.xml, and in it the decision. */
static bool
read_source(struct typeword *r, const struct reader_node *n,
    struct type_decision *d)
{
	size_t len;

	d->line = n->line;
	d->model = reader_given(n, "model");
	d->decision = reader_given(n, "decision");
	len = strlen(d->model);
	if (len < 5 || strcmp(d->model + len - 4, ".dmn") != 0 ||
	    d->model[0] == '.' || strchr(d->model, '/') != NULL) {
		typeword_fault(r, n->line, "The model “%s” is no file of this "
		    "folder that ends in .dmn.", d->model);
		return false;
	}
	if (d->decision[0] == '\0')
		typeword_fault(r, n->line, "Say which decision of “%s” it is.",
		    d->model);
	return d->decision[0] != '\0';
}

/* A table need not stand there: the risk is chosen by hand then. */
static struct type_decision *
read_risk(struct typeword *r, const struct reader_node *n)
{
	struct type_decision *d;

	if (n == NULL || (reader_attr(n, "model") == NULL &&
	    reader_attr(n, "decision") == NULL))
		return NULL;
	d = arena_alloc(r->arena, sizeof(*d));
	d->code = TYPE_DECISION_RISK;
	d->automatic = true;
	return read_source(r, n, d) ? d : NULL;
}

/* One value goes in, so the field is one that has one. */
static void
read_target(struct typeword *r, const struct reader_node *n,
    struct type_decision *d)
{
	const char *code = reader_given(n, "field");

	if (code[0] == '\0')
		return;
	if ((d->field = typefield_find(r->type->fields, code)) == NULL)
		typeword_fault(r, n->line, "There is no field “%s” for the "
		    "decision “%s”.", code, d->code);
	else if (d->field->follows)
		typeword_fault(r, n->line, "The field “%s” is computed and "
		    "cannot take what “%s” decides.", code, d->code);
	else if (d->field->class >= CLASS_GUARDED)
		typeword_fault(r, n->line, "The field “%s” is of a guarded "
		    "class; what a table decides is read by everybody.",
		    code);
	else if (d->field->group != NULL)
		typeword_fault(r, n->line, "The field “%s” stands in a group; "
		    "the decision “%s” has one result.", code, d->code);
	else if (d->field->kind == VALUE_PERSON)
		typeword_fault(r, n->line, "The field “%s” is a person, and "
		    "no table decides on one.", code);
}

static struct type_decision *
read_decision(struct typeword *r, const struct reader_node *n)
{
	struct type_decision *d = arena_alloc(r->arena, sizeof(*d));
	const struct reader_node *c;

	d->code = typeword_code(r, n, own_decisions);
	d->automatic = strcmp(reader_given(n, "mode"), "automatic") == 0;
	if ((c = reader_child(n, "", "name")) != NULL)
		typeword_label(r, c, &d->label);
	if ((c = reader_child(n, "", "help")) != NULL)
		typeword_label(r, c, &d->help);
	read_target(r, n, d);
	return read_source(r, n, d) ? d : NULL;
}

static bool
is_double(struct typeword *r, const struct reader_node *n,
    const struct type_decision *d)
{
	const struct type_decision *o = r->type->decisions;

	for (; o != NULL; o = o->next)
		if (strcmp(o->code, d->code) == 0) {
			typeword_fault(r, n->line, "There are two <decision> "
			    "with the code “%s”.", d->code);
			return true;
		}
	return false;
}

void
typedecision_all(struct typeword *r, const struct reader_node *risks,
    const struct reader_node *decisions)
{
	const struct type_decision **tail = &r->type->decisions;
	const struct reader_node *n;
	struct type_decision *d;

	if ((d = read_risk(r, risks)) != NULL) {
		*tail = d;
		tail = (const struct type_decision **)&d->next;
	}
	for (n = decisions == NULL ? NULL : reader_child(decisions, "",
	    "decision"); n != NULL; n = reader_after(n, "", "decision")) {
		if ((d = read_decision(r, n)) == NULL || is_double(r, n, d))
			continue;
		*tail = d;
		tail = (const struct type_decision **)&d->next;
	}
}
