/* SPDX-License-Identifier: MIT */
/* Business knowledge models (6.3.9): functions that decisions may call. */
#include "rules/dmn/dmn_code.h"

struct function {
	struct feel_function f;		/* first: call() is given this */
	struct dmn_run *run;
	const struct dmn_node *node;
};

/*
 * What it gives: by the function type of its variable; models before DMN 1.3
 * wrote the result's type there; else by the type of its body.
 */
static const struct feel_type *
result_type(struct dmn_build *b, const struct dmn_node *n)
{
	const struct dmn_expression *logic = n->said->logic, *body;
	const struct feel_type *t = n->type;

	if (logic == NULL || logic->kind != DMN_FUNCTION)
		return NULL;
	if (t == NULL)
		t = dmn_item_type(b, logic->type, logic->line);
	if (t == NULL &&
	    (body = logic->function.body) != NULL)
		return dmn_item_type(b, body->type, body->line);
	return t != NULL && t->kind == FEEL_TYPE_FUNCTION ? t->of : t;
}

void
dmn_knowledge_sign(struct dmn_build *b, struct dmn_node *n)
{
	const struct dmn_expression *logic = n->said->logic;

	if (logic != NULL && logic->kind == DMN_FUNCTION)
		n->params = dmn_function_params(b, logic->function.params,
		    &n->n_params);
	n->result = result_type(b, n);
}

void
dmn_knowledge_compile(struct dmn_build *b, struct dmn_node *n)
{
	const struct dmn_expression *logic = n->said->logic;
	struct feel_scope *inner;
	struct feel_member *m;
	size_t i;

	if (logic == NULL || logic->kind != DMN_FUNCTION)
		return;
	if (logic->function.language != DMN_FEEL) {
		n->refused = arena_printf(b->arena, "“%s” is written in %s,"
		    " outside of this model; such functions are not run.",
		    n->said->name, logic->function.language == DMN_JAVA ?
		    "Java" : "PMML");
		dmn_build_fault(b, logic->line, false, "%s", n->refused);
		return;
	}
	m = arena_array(b->arena, n->n_params, sizeof(*m));
	for (i = 0; i < n->n_params; i++) {
		m[i].name = n->params[i].name;
		m[i].type = n->params[i].type;
	}
	inner = arena_room(b->arena, sizeof(*inner));
	*inner = dmn_build_scope(&n->scope, m, n->n_params);
	n->logic = dmn_boxed_compile(b, logic->function.body, inner);
}

static struct feel_value
body(struct dmn_run *run, const struct dmn_node *n,
    const struct feel_value *args, struct dmn_step *step)
{
	struct dmn_memo *memo = &run->memo[n->index];

	if (n->refused != NULL)
		return feel_eval_null(run->ev, "%s", n->refused);
	if (n->logic == NULL)
		return feel_eval_null(run->ev, "“%s” has no logic.",
		    n->said->name);
	if (memo->frame == NULL)
		memo->frame = dmn_run_frame(run, n);
	return dmn_boxed_logic(n->logic, run, dmn_function_frame(run->ev,
	    memo->frame, args, n->n_params), step);
}

/* Arguments and result are converted by whoever calls: feel_eval_call(). */
static struct feel_value
call(struct feel_eval *ev, const struct feel_function *f,
    const struct feel_value *args, size_t n)
{
	const struct function *k = (const struct function *)(const void *)f;
	const struct dmn_code *logic = k->node->logic;
	struct feel_value value;
	struct dmn_step *step;

	if (!feel_eval_step(ev, 1 + n) || !feel_eval_enter(ev, DMN_DEPTH))
		return feel_value_null;
	step = dmn_trace_enter(k->run, k->node, logic != NULL &&
	    logic->kind == DMN_TABLE ? logic->said->table : NULL);
	dmn_trace_given(k->run, step, f->params, args, n);
	value = body(k->run, k->node, args, step);
	dmn_trace_leave(k->run, step, value);
	feel_eval_leave(ev, DMN_DEPTH);
	return value;
}

struct feel_value
dmn_knowledge_value(struct dmn_run *run, const struct dmn_node *n)
{
	struct function *k = arena_alloc(run->ev->arena, sizeof(*k));

	k->f.params = n->params;
	k->f.n = n->n_params;
	k->f.result = n->result;
	k->f.call = call;
	k->f.name = n->said->name;
	k->run = run;
	k->node = n;
	return (struct feel_value){ .kind = FEEL_FUNCTION,
	    .function = &k->f };
}
