/* SPDX-License-Identifier: MIT */
/* Boxed functions (10.2.1): a parameter list and what is made of it. */
#include "rules/dmn/dmn_code.h"

struct closure {
	struct feel_function f;		/* first: call() is given this */
	struct dmn_run *run;
	const struct dmn_code *code;
};

struct feel_parameter *
dmn_function_params(struct dmn_build *b, const struct dmn_variable *list,
    size_t *n)
{
	const struct dmn_variable *v;
	struct feel_parameter *p;

	*n = 0;
	for (v = list; v != NULL; v = v->next)
		++*n;
	p = arena_array(b->arena, *n, sizeof(*p));
	for (*n = 0, v = list; v != NULL; v = v->next, ++*n) {
		p[*n].name = dmn_string(v->name);
		p[*n].type = dmn_item_type(b, v->type, v->line);
	}
	return p;
}

const struct feel_frame *
dmn_function_frame(struct feel_eval *ev, const struct feel_frame *outer,
    const struct feel_value *args, size_t n)
{
	struct feel_frame *f = arena_room(ev->arena, sizeof(*f));

	f->outer = outer;
	f->values = arena_copy(ev->arena, args, n * sizeof(*args));
	return f;
}

void
dmn_function_compile(struct dmn_build *b, struct dmn_code *c,
    const struct feel_scope *scope)
{
	const struct dmn_expression *e = c->said;
	const struct feel_type *t;
	struct feel_scope *inner;
	struct feel_member *m;
	size_t i;

	c->function.params = dmn_function_params(b, e->function.params,
	    &c->function.n);
	if (e->function.language != DMN_FEEL) {
		dmn_build_fault(b, e->line, false, "This function is written"
		    " in %s, outside of this model; such functions are not"
		    " run.", e->function.language == DMN_JAVA ? "Java" :
		    "PMML");
		return;
	}
	m = arena_array(b->arena, c->function.n, sizeof(*m));
	for (i = 0; i < c->function.n; i++) {
		m[i].name = c->function.params[i].name;
		m[i].type = c->function.params[i].type;
	}
	inner = arena_room(b->arena, sizeof(*inner));
	*inner = dmn_build_scope(scope, m, c->function.n);
	c->function.body = dmn_boxed_compile(b, e->function.body, inner);
	t = dmn_item_type(b, e->type, e->line);
	if (t != NULL && t->kind == FEEL_TYPE_FUNCTION)
		c->function.result = t->of;
	else if (e->function.body != NULL)
		c->function.result = dmn_item_type(b, e->function.body->type,
		    e->function.body->line);
}

static struct feel_value
call(struct feel_eval *ev, const struct feel_function *f,
    const struct feel_value *args, size_t n)
{
	const struct closure *k = (const struct closure *)(const void *)f;

	if (k->code->said->function.language != DMN_FEEL)
		return feel_eval_null(ev, "Functions written in Java or"
		    " PMML are not run.");
	return dmn_boxed_run(k->code->function.body, k->run,
	    dmn_function_frame(ev, f->frame, args, n));
}

struct feel_value
dmn_function_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *frame)
{
	struct closure *k = arena_alloc(run->ev->arena, sizeof(*k));

	k->f.params = c->function.params;
	k->f.n = c->function.n;
	k->f.result = c->function.result;
	k->f.call = call;
	k->f.frame = frame;
	k->run = run;
	k->code = c;
	return (struct feel_value){ .kind = FEEL_FUNCTION,
	    .function = &k->f };
}
