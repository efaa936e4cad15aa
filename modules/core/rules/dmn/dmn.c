/* SPDX-License-Identifier: MIT */
/* Models compiled, and decisions asked of them. */
#include "rules/dmn/dmn_code.h"

static void
node_compile(struct dmn_build *b, struct dmn_node *n)
{
	b->unit = n->unit;
	b->element = n->said->name;
	b->nesting = 0;
	b->wanted = n->said->kind == DMN_DECISION ? n->type : n->result;
	if (n->said->kind == DMN_KNOWLEDGE)
		dmn_knowledge_compile(b, n);
	else if (n->said->kind == DMN_DECISION)
		n->logic = dmn_boxed_compile(b, n->said->logic, &n->scope);
}

struct dmn *
dmn_compile(struct arena *a, const struct dmn_model *main,
    const struct dmn_model *others, struct dmn_fault **faults)
{
	struct dmn_build b = { .arena = a, .faults = faults };
	size_t i;

	while (*b.faults != NULL)
		b.faults = &(*b.faults)->next;
	b.bytes = arena_size(a) + DMN_BYTES;
	b.guesses = DMN_GUESSES;
	b.dmn = arena_alloc(a, sizeof(*b.dmn));
	dmn_import_units(&b, main, others);
	dmn_build_members(&b);
	dmn_item_compile(&b);
	dmn_graph_nodes(&b);
	dmn_graph_order(&b);
	dmn_service_check(&b);
	for (i = 0; i < b.dmn->n_nodes; i++)
		node_compile(&b, &b.dmn->nodes[i]);
	return b.dmn;
}

const struct dmn_element *
dmn_find(const struct dmn *dmn, const char *name)
{
	const struct dmn_element *e;

	for (e = dmn->units->said->elements; e != NULL; e = e->next)
		if (e->kind != DMN_SOURCE && strcmp(e->name, name) == 0)
			return e;
	return NULL;
}

/* Input data in the order in which they are first needed. */
struct needs {
	struct arena *arena;
	bool *seen;
	struct feel_member *of;
	size_t n;
};

static void
need(struct needs *all, struct feel_string name, const struct feel_type *type)
{
	all->of[all->n].name = name;
	all->of[all->n++].type = type == NULL ? feel_type_own("Any", 3) :
	    type;
}

static void
needs_of(struct needs *all, const struct dmn_slot *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (s[i].node == NULL) {
			needs_of(all, s[i].parts, s[i].n_parts);
			continue;
		}
		if (all->seen[s[i].node->index])
			continue;
		all->seen[s[i].node->index] = true;
		if (s[i].node->said->kind == DMN_INPUT_DATA)
			need(all, s[i].node->name, s[i].node->type);
		else if (s[i].node->said->kind == DMN_DECISION)
			needs_of(all, s[i].node->slots, s[i].node->n_slots);
	}
}

size_t
dmn_needs(struct arena *a, const struct dmn *dmn, const struct dmn_element *e,
    const struct feel_member **out)
{
	const struct dmn_node *n = dmn_graph_node(dmn, e);
	struct needs all = { .arena = a };
	size_t i;

	*out = NULL;
	if (n == NULL)
		return 0;
	all.seen = arena_array(a, dmn->n_nodes, sizeof(*all.seen));
	all.of = arena_array(a, dmn->n_nodes + n->n_params,
	    sizeof(*all.of));
	if (e->kind == DMN_DECISION)
		needs_of(&all, n->slots, n->n_slots);
	else if (e->kind == DMN_INPUT_DATA)
		need(&all, n->name, n->type);
	else
		for (i = 0; i < n->n_params; i++)
			need(&all, n->params[i].name, n->params[i].type);
	*out = all.of;
	return all.n;
}

const struct feel_type *
dmn_type(const struct dmn *dmn, const struct dmn_element *e)
{
	const struct dmn_node *n = dmn_graph_node(dmn, e);

	if (n == NULL || n->type == NULL)
		return feel_type_own("Any", 3);
	return n->type;
}

/* A knowledge model by a context of its parameters. */
static struct feel_value
call(struct dmn_run *run, const struct dmn_node *n)
{
	const struct feel_value *v;
	struct feel_value *args;
	size_t i;

	args = arena_array(run->ev->arena, n->n_params, sizeof(*args));
	for (i = 0; i < n->n_params; i++) {
		v = run->inputs == NULL ? NULL :
		    feel_value_get(run->inputs, n->params[i].name);
		if (v != NULL)
			args[i] = *v;
	}
	return feel_eval_call(run->ev, dmn_run_value(run, n).function, args,
	    n->n_params);
}

struct feel_value
dmn_decide(const struct dmn *dmn, struct feel_eval *ev,
    const struct dmn_element *e, struct feel_value inputs, bool *errors,
    struct dmn_step **why)
{
	const struct dmn_node *n = dmn_graph_node(dmn, e);
	struct feel_value v = feel_value_null;
	struct dmn_trace *trace = NULL;
	size_t notes = ev->notes_n;
	struct dmn_run *run;

	if (why != NULL) {
		trace = arena_room(ev->arena, sizeof(*trace));
		trace->end = why;
		trace->left = DMN_TRACE_CELLS;
		*why = NULL;
	}
	run = dmn_run_new(dmn, ev, inputs.kind == FEEL_CONTEXT ?
	    inputs.context : NULL, trace);
	if (n == NULL)
		v = feel_eval_null(ev, "There is no such element in the"
		    " model.");
	else if (e->kind == DMN_SERVICE)
		v = dmn_service_decide(run, n);
	else if (e->kind == DMN_KNOWLEDGE)
		v = call(run, n);
	else
		v = dmn_run_value(run, n);
	if (trace != NULL)
		trace->end = NULL;	/* a function that is given back */
	if (errors != NULL)
		*errors = v.kind == FEEL_NULL && ev->notes_n > notes;
	return v;
}
