/* SPDX-License-Identifier: MIT */
/* Finds the tables of a model, and looks at what their rules give. */
#include "rules/dmn/dmn_check.h"

#include <stdarg.h>

#include "rules/dmn/dmn_check_table.h"
#include "rules/dmn/dmn_literal.h"
#include "rules/dmn/dmn_why.h"

struct walk {
	struct arena *arena;
	const struct dmn_node *node;
	const struct dmn_fault *known;
	struct dmn_fault **faults;	/* the end */
};

void
dmn_check_fault(struct dmn_check_table *c, size_t rule, size_t column,
    int line, bool mild, const char *fmt, ...)
{
	struct dmn_fault *f = arena_alloc(c->arena, sizeof(*f));
	va_list ap;

	f->file = c->file;
	f->element = c->element;
	f->line = line;
	f->rule = rule;
	f->column = column;
	f->mild = mild;
	va_start(ap, fmt);
	f->text = arena_vprintf(c->arena, fmt, ap);
	va_end(ap);
	*c->faults = f;
	c->faults = &f->next;
}

bool
dmn_check_is_told(const struct dmn_check_table *c, size_t rule, size_t column)
{
	const struct dmn_fault *f;

	for (f = c->known; f != NULL; f = f->next)
		if (f->rule == rule && f->column == column &&
		    strcmp(f->element, c->element) == 0)
			return true;
	return false;
}

const char *
dmn_check_name(const struct dmn_check_table *c, size_t column)
{
	const struct dmn_input *in = c->g->said->inputs;

	while (column-- > 0)
		in = in->next;
	return dmn_why_column(c->arena, in);
}

/* 8.2.8: a constant result has the output's type, and is one of its values. */
static void
check_result(struct dmn_check_table *c, const struct dmn_outcome *o,
    const struct dmn_text *said, const struct feel *result, size_t rule,
    size_t column)
{
	struct feel_frame none = { 0 };
	struct feel_value v;

	if (result == NULL || !dmn_literal_only(said->text, false))
		return;
	v = feel_run(result, &c->ev, &none);
	if (v.kind == FEEL_NULL || dmn_check_is_told(c, rule, column))
		return;
	if (o->type != NULL &&
	    feel_type_coerce(&c->ev, o->type, v).kind == FEEL_NULL)
		dmn_check_fault(c, rule, column, said->line, false,
		    "The result %s is not a %s%s%s.",
		    dmn_why_value(c->arena, v),
		    feel_type_write(c->arena, o->type),
		    o->type->allowed_text == NULL ? "" : ", which allows ",
		    o->type->allowed_text == NULL ? "" :
		    o->type->allowed_text);
	else if (o->values != NULL &&
	    feel_test(o->values, &c->ev, &none, v) != FEEL_YES)
		dmn_check_fault(c, rule, column, said->line, false,
		    "The result %s is not one of the output's values.",
		    dmn_why_value(c->arena, v));
}

static void
check_results(struct dmn_check_table *c)
{
	const struct dmn_grid *g = c->g;
	const struct dmn_output *said = g->said->outputs;
	size_t rule, i;

	for (i = 0; i < g->n_outputs; i++, said = said->next)
		check_result(c, &g->outputs[i], &said->fallback,
		    g->outputs[i].fallback, 0, g->n_inputs + i + 1);
	for (rule = 0; rule < g->n_rules; rule++)
		for (i = 0; i < g->n_outputs; i++)
			check_result(c, &g->outputs[i],
			    &g->rules[rule]->results[i],
			    g->results[rule * g->n_outputs + i], rule + 1,
			    g->n_inputs + i + 1);
}

static void
check_table(struct walk *w, const struct dmn_grid *g)
{
	struct dmn_check_table c = { .arena = w->arena, .g = g,
	    .node = w->node, .file = w->node->unit->said->file,
	    .element = w->node->said->name, .faults = w->faults,
	    .known = w->known };

	feel_eval_start(&c.ev, w->arena, 0, "UTC");
	c.ev.steps = c.ev.bytes = (size_t)1 << 40;	/* files are finite */
	check_results(&c);
	dmn_check_points(&c);
	dmn_check_rules(&c);
	w->faults = c.faults;
}

static void
check_code(struct walk *w, const struct dmn_code *k)
{
	size_t i;

	if (k == NULL)
		return;
	switch (k->kind) {
	case DMN_TABLE:
		if (k->table != NULL && k->table->refused == NULL)
			check_table(w, k->table);
		break;
	case DMN_INVOCATION:
		for (i = 0; i < k->invocation.n; i++)
			check_code(w, k->invocation.bindings[i].value);
		break;
	case DMN_CONTEXT:
		for (i = 0; i < k->context.n; i++)
			check_code(w, k->context.entries[i].value);
		check_code(w, k->context.result);
		break;
	case DMN_LIST:
		for (i = 0; i < k->list.n; i++)
			check_code(w, k->list.items[i]);
		break;
	case DMN_FUNCTION:
		check_code(w, k->function.body);
		break;
	case DMN_CONDITIONAL:
		check_code(w, k->conditional.test);
		check_code(w, k->conditional.yes);
		check_code(w, k->conditional.no);
		break;
	case DMN_FILTER:
		check_code(w, k->filter.in);
		check_code(w, k->filter.match);
		break;
	case DMN_FOR:
	case DMN_SOME:
	case DMN_EVERY:
		check_code(w, k->iterator.in);
		check_code(w, k->iterator.result);
		break;
	case DMN_LITERAL:
	case DMN_RELATION:
		break;
	}
}

void
dmn_check(struct arena *a, const struct dmn *dmn, struct dmn_fault **faults)
{
	struct walk w = { .arena = a, .known = *faults, .faults = faults };
	size_t i;

	while (*w.faults != NULL)
		w.faults = &(*w.faults)->next;
	for (i = 0; i < dmn->n_nodes; i++)
		if (dmn->nodes[i].unit == dmn->units) {
			w.node = &dmn->nodes[i];
			check_code(&w, w.node->logic);
		}
}
