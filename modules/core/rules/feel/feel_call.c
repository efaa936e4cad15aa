/* SPDX-License-Identifier: MIT */
/* Functions that are defined in FEEL, and calls (10.3.2.13, table 63). */
#include "rules/feel/feel_node.h"

#define FEW 8			/* arguments that need no memory */

static struct feel_value
closure(struct feel_eval *ev, const struct feel_function *fn,
    const struct feel_value *args, size_t n)
{
	const struct feel_node *node = fn->body;
	struct feel_value v, few[FEW], *values = few;
	const struct feel_frame *f;
	struct feel_frame here;
	size_t i;

	if (!feel_eval_enter(ev, node->a->depth + 2))
		return feel_value_null;
	if (n > FEW)
		values = arena_array(ev->arena, n, sizeof(*values));
	for (i = 0; i < n; i++)
		values[i] = args[i];
	f = feel_node_frame(ev, node, &here, fn->frame, values, n);
	v = feel_node_run(ev, node->a, f);
	feel_eval_leave(ev, node->a->depth + 2);
	return v;
}

struct feel_value
feel_call_define(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_function *fn = arena_alloc(ev->arena, sizeof(*fn));

	fn->params = n->function.params;
	fn->n = n->function.n;
	fn->call = closure;
	fn->body = n;
	fn->frame = f;
	return (struct feel_value){ .kind = FEEL_FUNCTION, .function = fn };
}

/* Arguments by name, at the places of the parameters; those that are not given
 * are null (10.3.2.13.5). */
static struct feel_value
by_name(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_function *fn, const struct feel_value *given)
{
	struct feel_value few[FEW] = { 0 }, *args = few;
	size_t i, k;

	if (fn->n > FEW)
		args = arena_array(ev->arena, fn->n, sizeof(*args));
	for (k = 0; k < n->all.n; k++) {
		for (i = 0; i < fn->n; i++)
			if (feel_value_same_text(n->all.names[k],
			    fn->params[i].name))
				break;
		if (i == fn->n)
			return feel_eval_null(ev, "%s has no parameter "
			    "“%.*s”.", fn->name == NULL ? "The function" :
			    fn->name, feel_value_shown(n->all.names[k]),
			    n->all.names[k].text);
		args[i] = given[k];
	}
	return feel_eval_call(ev, fn, args, fn->n);
}

static struct feel_value
call(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f, const struct feel_value *args)
{
	const struct feel_builtin *builtin;
	struct feel_value fn;
	size_t notes;

	if (n->kind == FEEL_NODE_BUILTIN) {
		ev->line = n->line;
		return feel_call_builtin(ev, n->all.builtin, args,
		    n->all.names, n->all.n);
	}
	notes = ev->notes_n;
	fn = feel_node_run(ev, n->a, f);
	ev->line = n->line;
	if (fn.kind == FEEL_NULL && ev->notes_n != notes)
		return fn;
	if (fn.kind != FEEL_FUNCTION)
		return feel_eval_null(ev, "Only a function can be called, not "
		    "%s.", feel_value_a(fn.kind));
	if (n->all.names == NULL)
		return feel_eval_call(ev, fn.function, args, n->all.n);
	if ((builtin = feel_call_builtin_in(fn.function)) != NULL)
		return feel_call_builtin(ev, builtin, args, n->all.names,
		    n->all.n);
	if (fn.function->n == FEEL_FUNCTION_ANY)
		return feel_eval_null(ev, "This function does not take its "
		    "arguments by name.");
	return by_name(ev, n, fn.function, args);
}

struct feel_value
feel_call_run(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_value few[FEW], *args = few;
	size_t i;

	if (n->all.n > FEW) {
		if (!feel_eval_step(ev, n->all.n))
			return feel_value_null;
		args = arena_array(ev->arena, n->all.n, sizeof(*args));
	}
	for (i = 0; i < n->all.n; i++)
		args[i] = feel_node_run(ev, n->all.items[i], f);
	if (ev->stopped)
		return feel_value_null;
	return call(ev, n, f, args);
}
