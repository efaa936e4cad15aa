/* SPDX-License-Identifier: MIT */
/* Finds functions that are written in Java, which has no part in this
 * engine: their tests are skipped, and said to be. */
#include <string.h>

#include "tool/tool_tck.h"

#define DEEP 16			/* requirements one after the other */

static bool in_expression(const struct dmn_expression *);

static bool
in_list(const struct dmn_expression *e)
{
	for (; e != NULL; e = e->next)
		if (in_expression(e))
			return true;
	return false;
}

/* function(a) external { java: { ... } } */
static bool
in_text(const struct dmn_text *t)
{
	const char *at = t->text == NULL ? NULL :
	    strstr(t->text, "external");

	return at != NULL && strstr(at, "java") != NULL;
}

static bool
in_table(const struct dmn_table *t)
{
	const struct dmn_rule *r;
	size_t i;

	for (r = t->rules; r != NULL; r = r->next)
		for (i = 0; i < t->n_outputs; i++)
			if (in_text(&r->results[i]))
				return true;
	return false;
}

static bool
in_parts(const struct dmn_expression *e)
{
	const struct dmn_binding *b;
	const struct dmn_entry *en;
	const struct dmn_row *row;

	if (e->kind == DMN_INVOCATION) {
		for (b = e->invocation.bindings; b != NULL; b = b->next)
			if (in_expression(b->value))
				return true;
		return in_expression(e->invocation.function);
	}
	if (e->kind == DMN_CONTEXT) {
		for (en = e->entries; en != NULL; en = en->next)
			if (in_expression(en->value))
				return true;
		return false;
	}
	for (row = e->relation.rows; row != NULL; row = row->next)
		if (in_list(row->cells))
			return true;
	return false;
}

static bool
in_expression(const struct dmn_expression *e)
{
	if (e == NULL)
		return false;
	switch (e->kind) {
	case DMN_LITERAL:
		return in_text(&e->literal);
	case DMN_TABLE:
		return in_table(e->table);
	case DMN_LIST:
		return in_list(e->items);
	case DMN_FUNCTION:
		return e->function.language == DMN_JAVA ||
		    in_expression(e->function.body);
	case DMN_CONDITIONAL:
		return in_expression(e->conditional.test) ||
		    in_expression(e->conditional.yes) ||
		    in_expression(e->conditional.no);
	case DMN_FILTER:
		return in_expression(e->filter.in) ||
		    in_expression(e->filter.match);
	case DMN_FOR:
	case DMN_SOME:
	case DMN_EVERY:
		return in_expression(e->iterator.in) ||
		    in_expression(e->iterator.result);
	default:
		return in_parts(e);
	}
}

static bool in_element(const struct dmn_model *, const struct dmn_element *,
    int deep);

static bool
in_required(const struct dmn_model *m, const struct dmn_reference *r,
    int deep)
{
	const struct dmn_element *e;
	const char *id;

	for (; r != NULL; r = r->next) {
		if ((id = strrchr(r->href, '#')) == NULL)
			continue;
		for (e = m->elements; e != NULL; e = e->next)
			if (strcmp(e->id, id + 1) == 0 &&
			    in_element(m, e, deep))
				return true;
	}
	return false;
}

static bool
in_element(const struct dmn_model *m, const struct dmn_element *e, int deep)
{
	if (deep == 0)
		return false;
	return in_expression(e->logic) ||
	    in_required(m, e->knowledge, deep - 1) ||
	    in_required(m, e->decisions, deep - 1) ||
	    in_required(m, e->service.outputs, deep - 1);
}

bool
tool_tck_java(const struct dmn_model *m, const struct dmn_element *e)
{
	return in_element(m, e, DEEP);
}
