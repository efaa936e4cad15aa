/* SPDX-License-Identifier: MIT */
/*
 * Decision services (6.3.10, 10.4): a part of the graph as a function. Its
 * parameters are its input data, then its input decisions, which are given
 * and not decided. One output decision gives its value, several a context.
 */
#include "rules/dmn_node.h"

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
		run->memo[n->given[i]->index].done = true;
		run->memo[n->given[i]->index].value = args[i];
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
		run->memo[n->given[i]->index].done = true;
		run->memo[n->given[i]->index].value = value;
	}
	value = outputs(run, n);
	dmn_run_typed(run->ev, n->result, "the result of", n->name, &value);
	dmn_trace_leave(run, step, value);
	return value;
}
