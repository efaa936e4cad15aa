/* SPDX-License-Identifier: MIT */
/* Boxed invocations (10.2.1): arguments are bound to parameters by name. */
#include "rules/dmn/dmn_code.h"

void
dmn_invocation_compile(struct dmn_build *b, struct dmn_code *c,
    const struct feel_scope *scope)
{
	const struct dmn_expression *e = c->said;
	const struct dmn_binding *g;
	struct dmn_code_entry *to;

	c->invocation.function = dmn_boxed_compile(b, e->invocation.function,
	    scope);
	for (g = e->invocation.bindings; g != NULL; g = g->next)
		c->invocation.n++;
	c->invocation.bindings = to = arena_array(b->arena, c->invocation.n,
	    sizeof(*to));
	for (g = e->invocation.bindings; g != NULL; g = g->next, to++) {
		to->name = dmn_string(g->parameter == NULL ? "" :
		    g->parameter->name);
		to->value = dmn_boxed_compile(b, g->value, scope);
	}
}

static const struct feel_parameter *
param(const struct feel_function *f, struct feel_string name)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (feel_value_same_text(f->params[i].name, name))
			return &f->params[i];
	return NULL;
}

/* A function of FEEL's own takes the bindings in their order. */
static struct feel_value
call_own(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *frame, const struct feel_function *f)
{
	struct feel_value *args;
	size_t i;

	args = arena_array(run->ev->arena, c->invocation.n, sizeof(*args));
	for (i = 0; i < c->invocation.n; i++)
		args[i] = dmn_boxed_run(c->invocation.bindings[i].value, run,
		    frame);
	return feel_eval_call(run->ev, f, args, i);
}

/* What is not bound is null. */
struct feel_value
dmn_invocation_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *frame)
{
	const struct dmn_code_entry *b = c->invocation.bindings;
	const struct feel_parameter *p;
	const struct feel_function *f;
	struct feel_value *args, v;
	size_t i;

	v = dmn_boxed_run(c->invocation.function, run, frame);
	if (v.kind != FEEL_FUNCTION)
		return feel_eval_null(run->ev, "Only a function can be"
		    " invoked, not %s.", feel_value_a(v.kind));
	f = v.function;
	if (f->n == FEEL_FUNCTION_ANY)
		return call_own(c, run, frame, f);
	args = arena_array(run->ev->arena, f->n, sizeof(*args));
	for (i = 0; i < c->invocation.n; i++) {
		if ((p = param(f, b[i].name)) == NULL)
			return feel_eval_null(run->ev, "“%s” has no parameter"
			    " “%.*s”.", f->name == NULL ? "The function" :
			    f->name, (int)b[i].name.len, b[i].name.text);
		args[p - f->params] = dmn_boxed_run(b[i].value, run, frame);
	}
	return feel_eval_call(run->ev, f, args, f->n);
}
