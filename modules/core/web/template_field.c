/* SPDX-License-Identifier: MIT */
/* Fields of forms: d:field, what is ticked, and the id of d:error. */
#include <string.h>

#include "web/template_compile.h"

static const struct pieces *
pieces(struct compiler *c, const struct xml_template_node *n, const char *s)
{
	struct pieces *p = arena_alloc(c->arena, sizeof(*p));

	template_name_pieces(c, n, s, p);
	return p;
}

/* The value that a tick box, a radio button or an option stands for. */
static const struct pieces *
own_value(struct compiler *c, const struct xml_template_node *n,
    const char *missing)
{
	const char *s = xml_template_directive(n, "value");
	struct piece *one;
	struct pieces *p;

	if (s != NULL)
		return pieces(c, n, s);
	if ((s = xml_template_attr(n, "value")) == NULL)
		s = missing;
	if (s == NULL) {
		template_compile_fault(c, n, "<%s> needs a value here.",
		    n->tag);
		s = "";
	}
	p = arena_alloc(c->arena, sizeof(*p));
	one = arena_alloc(c->arena, sizeof(*one));
	one->text = s;
	*p = (struct pieces){ 1, one };
	return p;
}

/* checked or selected: what was typed says so, else the template. */
static void
ticked(struct compiler *c, const struct xml_template_node *n,
    const char *word, const struct pieces *value)
{
	const char *s = xml_template_directive(n, word);
	struct cond *cond = NULL;
	struct op *op;

	if (s != NULL) {
		cond = arena_alloc(c->arena, sizeof(*cond));
		template_name_cond(c, n, s, strlen(s), cond);
	}
	op = template_compile_op(c, OP_TICKED);
	op->text = word;
	op->pieces = value;
	op->cond = cond;
	op->flag = xml_template_attr(n, word) != NULL;
}

bool
template_field_owns(enum template_owned who, const char *name)
{
	if (who == OWN_NONE)
		return false;
	if (who == OWN_OPTION)
		return strcmp(name, "selected") == 0;
	if (strcmp(name, "id") == 0 || strcmp(name, "aria-describedby") == 0)
		return true;
	if (who == OWN_ID)
		return false;
	return strcmp(name, "name") == 0 ||
	    (who == OWN_TICK && strcmp(name, "checked") == 0) ||
	    (who == OWN_VALUE && strcmp(name, "value") == 0);
}

static enum template_owned
input(struct compiler *c, const struct xml_template_node *n, size_t op)
{
	static const char *const unfilled[] = { "file", "password", "submit",
	    "image", "button", "reset", NULL };
	const char *type = xml_template_attr(n, "type");
	const struct xml_template_attr *a;
	const struct pieces *value;
	size_t written;

	if (type != NULL && xml_template_one_of(type, unfilled))
		return OWN_NAME;
	if (type != NULL && strcmp(type, "radio") == 0) {
		value = own_value(c, n, NULL);
		c->op[op].second = value;
		ticked(c, n, "checked", value);
		return OWN_TICK;
	}
	if (type != NULL && strcmp(type, "checkbox") == 0) {
		value = own_value(c, n, "1");
		if (xml_template_directive(n, "value") == NULL &&
		    xml_template_attr(n, "value") == NULL)
			template_compile_raw(c, " value=\"1\"");
		ticked(c, n, "checked", value);
		return OWN_TICK;
	}
	written = template_compile_here(c);
	template_compile_op(c, OP_VALUE);
	for (a = n->directives; a != NULL; a = a->next)
		if (strcmp(a->name, "value") == 0)
			template_attr_dynamic(c, n, a);
	for (a = n->attrs; a != NULL; a = a->next)
		if (strcmp(a->name, "value") == 0 &&
		    xml_template_directive(n, "value") == NULL)
			template_attr_fixed(c, n, a);
	template_compile_land(c, written);
	return OWN_VALUE;
}

enum template_owned
template_field(struct compiler *c, const struct xml_template_node *n)
{
	const char *s = xml_template_directive(n, "field");
	bool set = strcmp(n->tag, "fieldset") == 0;
	const char *error = xml_template_directive(n, "error");
	struct op *op;
	size_t at;

	if (s == NULL) {
		if (error == NULL)
			return OWN_NONE;
		/* as aria-describedby names it */
		template_attr_quote(c, "id");
		template_attr_pieces(c, pieces(c, n, error), false);
		template_compile_raw(c, "-error\"");
		return OWN_ID;
	}
	if (xml_template_attr(n, "id") != NULL ||
	    xml_template_attr(n, "name") != NULL ||
	    xml_template_directive(n, "id") != NULL ||
	    xml_template_directive(n, "name") != NULL)
		template_compile_fault(c, n, "d:field writes id and name; "
		    "take them out.");
	at = template_compile_here(c);
	op = template_compile_op(c, set ? OP_FIELDSET : OP_FIELD);
	op->pieces = pieces(c, n, s);
	op->text = xml_template_attr(n, "aria-describedby");
	if (set)
		return OWN_ID;
	c->in_select = strcmp(n->tag, "select") == 0;
	if (c->in_select || strcmp(n->tag, "textarea") == 0)
		return OWN_NAME;
	if (strcmp(n->tag, "input") != 0)
		template_compile_fault(c, n, "d:field belongs to input, "
		    "select, textarea and fieldset.");
	return input(c, n, at);
}

void
template_field_option(struct compiler *c, const struct xml_template_node *n)
{
	ticked(c, n, "selected", own_value(c, n, NULL));
}
