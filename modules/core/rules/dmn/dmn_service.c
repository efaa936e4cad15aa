/* SPDX-License-Identifier: MIT */
/*
 * Decision services (6.3.10, 10.4): a part of the graph as a function. Its
 * parameters are its input data, then its input decisions, which are given
 * and not decided. One output decision gives its value, several a context.
 */
#include "rules/dmn/dmn_build.h"
#include "rules/dmn/dmn_run.h"

struct function {
	struct feel_function f;		/* first: call() is given this */
	struct dmn_run *run;
	const struct dmn_node *node;
};

static size_t
count(const struct dmn_reference *r)
{
	size_t n = 0;

	for (; r != NULL; r = r->next)
		n++;
	return n;
}

static size_t
resolve(struct dmn_build *b, const struct dmn_reference *r,
    struct dmn_node **out)
{
	size_t n = 0;

	for (; r != NULL; r = r->next)
		if ((out[n] = dmn_graph_resolve(b, r)) != NULL)
			n++;
	return n;
}

void
dmn_service_sign(struct dmn_build *b, struct dmn_node *n)
{
	const struct dmn_element *e = n->said;
	size_t i;

	n->given = arena_array(b->arena, count(e->service.inputs) +
	    count(e->service.decisions), sizeof(*n->given));
	n->n_params = resolve(b, e->service.inputs, n->given);
	n->n_params += resolve(b, e->service.decisions,
	    n->given + n->n_params);
	n->params = arena_array(b->arena, n->n_params, sizeof(*n->params));
	for (i = 0; i < n->n_params; i++) {
		n->params[i].name = n->given[i]->name;
		n->params[i].type = n->given[i]->type;
	}
	n->outputs = arena_array(b->arena, count(e->service.outputs),
	    sizeof(*n->outputs));
	n->n_outputs = resolve(b, e->service.outputs, n->outputs);
	if (n->n_outputs == 0)
		n->refused = arena_printf(b->arena, "The decision service"
		    " “%s” has no output decision.", e->name);
	n->result = n->type != NULL && n->type->kind == FEEL_TYPE_FUNCTION ?
	    n->type->of : n->type;
}

/* What decisions within a service need has to be given to it. */
struct check {
	struct dmn_build *b;
	const struct dmn_node *service;
	size_t *seen;		/* by which service, as nodes */
	size_t mark, nesting;
};

static void check_slots(struct check *, const struct dmn_slot *, size_t);

static void
check_node(struct check *c, const struct dmn_node *n)
{
	if (c->seen[n->index] == c->mark || c->nesting > DMN_NESTING)
		return;
	c->seen[n->index] = c->mark;
	if (n->said->kind == DMN_INPUT_DATA)
		dmn_build_fault(c->b, c->service->said->line, true, "“%s”"
		    " needs “%s”, which is not among its inputs: it is null"
		    " there.", c->service->said->name, n->said->name);
	if (n->said->kind != DMN_DECISION)
		return;
	c->nesting++;
	check_slots(c, n->slots, n->n_slots);
	c->nesting--;
}

static void
check_slots(struct check *c, const struct dmn_slot *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (s[i].node == NULL)
			check_slots(c, s[i].parts, s[i].n_parts);
		else
			check_node(c, s[i].node);
}

void
dmn_service_check(struct dmn_build *b)
{
	const struct dmn_node *n, *end = b->dmn->nodes + b->dmn->n_nodes;
	struct check c = { .b = b };
	size_t i;

	c.seen = arena_array(b->arena, b->dmn->n_nodes, sizeof(*c.seen));
	for (n = b->dmn->nodes; n < end; n++) {
		if (n->said->kind != DMN_SERVICE)
			continue;
		b->unit = n->unit;
		b->element = n->said->name;
		c.service = n;
		c.mark++;
		for (i = 0; i < n->n_params; i++)
			c.seen[n->given[i]->index] = c.mark;
		for (i = 0; i < n->n_outputs; i++)
			check_node(&c, n->outputs[i]);
	}
}

static struct feel_value
outputs(struct dmn_run *run, const struct dmn_node *n)
{
	struct feel_value_entries e = { 0 };
	struct feel_value value;
	size_t i;

	if (n->refused != NULL)
		return feel_eval_null(run->ev, "%s", n->refused);
	if (n->n_outputs == 1) {
		value = dmn_run_value(run, n->outputs[0]);
	} else {
		for (i = 0; i < n->n_outputs; i++)
			feel_value_put(run->ev->arena, &e,
			    n->outputs[i]->name,
			    dmn_run_value(run, n->outputs[i]));
		value = feel_value_made(run->ev->arena, &e);
	}
	return value;
}

/* Nothing is known within but what is given. */
static struct feel_value
within(struct dmn_run *outer, const struct dmn_node *n,
    const struct feel_value *args)
{
	struct dmn_run *run;
	size_t i;

	run = dmn_run_new(outer->dmn, outer->ev, NULL, outer->trace);
	for (i = 0; i < n->n_params; i++) {
		run->memo[n->given[i]->index] = (struct dmn_memo){
		    .done = true, .handed = true, .value = args[i] };
	}
	return outputs(run, n);
}

static struct feel_value
call(struct feel_eval *ev, const struct feel_function *f,
    const struct feel_value *args, size_t n)
{
	const struct function *s = (const struct function *)(const void *)f;
	struct feel_value value;
	struct dmn_step *step;

	if (!feel_eval_step(ev, 1 + n + s->run->dmn->n_nodes) ||
	    !feel_eval_enter(ev, DMN_DEPTH))
		return feel_value_null;
	step = dmn_trace_enter(s->run, s->node, NULL);
	dmn_trace_given(s->run, step, f->params, args, n);
	value = within(s->run, s->node, args);
	dmn_trace_leave(s->run, step, value);
	feel_eval_leave(ev, DMN_DEPTH);
	return value;
}

struct feel_value
dmn_service_value(struct dmn_run *run, const struct dmn_node *n)
{
	struct function *s = arena_alloc(run->ev->arena, sizeof(*s));

	s->f.params = n->params;
	s->f.n = n->n_params;
	s->f.result = n->result;
	s->f.call = call;
	s->f.name = n->said->name;
	s->run = run;
	s->node = n;
	return (struct feel_value){ .kind = FEEL_FUNCTION,
	    .function = &s->f };
}

struct feel_value
dmn_service_decide(struct dmn_run *run, const struct dmn_node *n)
{
	const struct feel_value *v;
	struct feel_value value;
	struct dmn_step *step;
	size_t i;

	step = dmn_trace_enter(run, n, NULL);
	for (i = 0; i < n->n_params; i++) {
		if (n->given[i]->said->kind != DMN_DECISION)
			continue;
		v = run->inputs == NULL ? NULL :
		    feel_value_get(run->inputs, n->given[i]->name);
		value = v == NULL ? feel_value_null : *v;
		dmn_run_typed(run->ev, n->given[i]->type, "the input",
		    n->given[i]->name, &value);
		run->memo[n->given[i]->index] = (struct dmn_memo){
		    .done = true, .handed = true, .value = value };
	}
	value = outputs(run, n);
	dmn_run_typed(run->ev, n->result, "the result of", n->name, &value);
	dmn_trace_leave(run, step, value);
	return value;
}
