/* SPDX-License-Identifier: MIT */
/* Decision tables (8.2) compiled: their cells, in arrays. */
#include "rules/dmn/dmn_grid.h"

static void
input_compile(struct dmn_build *b, const struct dmn_input *i,
    const struct feel_scope *scope, struct dmn_column *out)
{
	out->type = dmn_item_type(b, i->type, i->line);
	out->text = dmn_string(i->expression.text == NULL ? "" :
	    i->expression.text);
	out->expression = dmn_build_text(b, &i->expression, scope);
	out->known = out->type;
	if (out->known == NULL && out->expression != NULL)
		out->known = feel_result(out->expression);
	if (!dmn_build_blank(&i->values))
		out->values = dmn_build_tests(b, &i->values, scope,
		    out->known);
}

/* The values of an output in their order, for Priority and Output order. They
 * are constants: a list of them is evaluated once. */
static const struct feel_list *
order_compile(struct dmn_build *b, const char *text)
{
	struct feel_scope ground = dmn_build_ground(b);
	struct feel_fault *faults = NULL;
	struct feel_eval ev;
	struct feel_value v;
	struct feel *f;

	text = arena_printf(b->arena, "[%s]", text);
	f = feel_compile(b->arena, text, strlen(text), &ground, &faults);
	if (f == NULL || faults != NULL)
		return NULL;
	feel_eval_start(&ev, b->arena, 0, "UTC");
	v = feel_run(f, &ev, &(struct feel_frame){ 0 });
	return v.kind == FEEL_LIST ? v.list : NULL;
}

static bool
wants_order(enum dmn_hit_policy p)
{
	return p == DMN_PRIORITY || p == DMN_OUTPUT_ORDER;
}

/* The type of an output that says none: what the table is to give, of which
 * the outputs are members where there are several. */
static const struct feel_type *
output_type(const struct dmn_table *t, const struct dmn_output *o,
    const struct feel_type *wanted)
{
	if (t->policy == DMN_COLLECT && t->aggregation != DMN_NO_AGGREGATION)
		return NULL;
	if (wanted != NULL && wanted->kind == FEEL_TYPE_LIST &&
	    (t->policy == DMN_COLLECT || t->policy == DMN_RULE_ORDER ||
	    t->policy == DMN_OUTPUT_ORDER))
		wanted = wanted->of;
	return t->n_outputs > 1 ? feel_type_member(wanted,
	    dmn_string(o->name)) : wanted;
}

static void
output_compile(struct dmn_build *b, const struct dmn_table *t,
    const struct dmn_output *o, const struct feel_scope *scope,
    const struct feel_type *wanted, struct dmn_outcome *out)
{
	const struct feel_type *type;
	const char *order = NULL;

	out->name = dmn_string(o->name);
	out->type = dmn_item_type(b, o->type, o->line);
	type = out->type != NULL ? out->type : output_type(t, o, wanted);
	if (!dmn_build_blank(&o->values)) {
		out->values = dmn_build_tests(b, &o->values, scope, type);
		order = o->values.text;
	} else if (type != NULL) {
		order = type->allowed_text;
	}
	if (wants_order(t->policy) && order != NULL)
		out->order = order_compile(b, order);
	if (!dmn_build_blank(&o->fallback))
		out->fallback = dmn_build_text(b, &o->fallback, scope);
}

static void
rule_compile(struct dmn_build *b, struct dmn_grid *g, const struct dmn_rule *r,
    const struct feel_scope *scope)
{
	const struct feel **tests = g->tests + g->n_rules * g->n_inputs,
	    **results = g->results + g->n_rules * g->n_outputs;
	bool readable = true;
	size_t i;

	b->rule = g->n_rules + 1;
	for (i = 0; i < g->n_inputs; i++) {
		b->column = i + 1;
		if (dmn_build_blank(&r->tests[i]))
			continue;
		tests[i] = dmn_build_tests(b, &r->tests[i], scope,
		    g->inputs[i].known);
		readable &= tests[i] != NULL;
	}
	for (i = 0; i < g->n_outputs; i++) {
		b->column = g->n_inputs + i + 1;
		if (dmn_build_blank(&r->results[i])) {
			dmn_build_fault(b, r->line, true,
			    "This rule has no result here: it gives null.");
			continue;
		}
		results[i] = dmn_build_text(b, &r->results[i], scope);
		readable &= results[i] != NULL;
	}
	if (!readable && g->refused == NULL)
		g->refused = arena_printf(b->arena, "Rule %zu of the table"
		    " cannot be read.", b->rule);
	b->column = b->rule = 0;
	g->rules[g->n_rules++] = r;
}

static void
policy_check(struct dmn_build *b, struct dmn_grid *g)
{
	const struct dmn_table *t = g->said;
	size_t i;

	if (t->n_outputs == 0)
		g->refused = "The table has no output.";
	else if (t->policy == DMN_COLLECT && t->n_outputs > 1 &&
	    t->aggregation != DMN_NO_AGGREGATION)
		g->refused = "Several outputs cannot be aggregated.";
	if (!wants_order(t->policy))
		return;
	for (i = 0; i < g->n_outputs; i++)
		if (g->outputs[i].order != NULL)
			return;
	dmn_build_fault(b, t->line, true, "This hit policy goes by the order"
	    " of the output values, but there are none: the order of the"
	    " rules decides.");
}

struct dmn_grid *
dmn_grid_compile(struct dmn_build *b, const struct dmn_table *t,
    const struct feel_scope *scope)
{
	struct dmn_grid *g = arena_alloc(b->arena, sizeof(*g));
	const struct feel_type *wanted = b->wanted;
	const struct dmn_output *o;
	const struct dmn_input *i;
	const struct dmn_rule *r;

	g->said = t;
	g->inputs = arena_array(b->arena, t->n_inputs, sizeof(*g->inputs));
	g->outputs = arena_array(b->arena, t->n_outputs, sizeof(*g->outputs));
	g->rules = arena_array(b->arena, t->n_rules, sizeof(*g->rules));
	for (i = t->inputs; i != NULL; i = i->next) {
		b->column = g->n_inputs + 1;
		input_compile(b, i, scope, &g->inputs[g->n_inputs++]);
	}
	for (o = t->outputs; o != NULL; o = o->next) {
		b->column = g->n_inputs + g->n_outputs + 1;
		output_compile(b, t, o, scope, wanted,
		    &g->outputs[g->n_outputs]);
		g->falls_back |= g->outputs[g->n_outputs++].fallback != NULL;
	}
	b->column = 0;
	g->tests = arena_array(b->arena, t->n_rules,
	    t->n_inputs * sizeof(*g->tests));
	g->results = arena_array(b->arena, t->n_rules,
	    t->n_outputs * sizeof(*g->results));
	for (r = t->rules; r != NULL; r = r->next)
		rule_compile(b, g, r, scope);
	policy_check(b, g);
	return g;
}
