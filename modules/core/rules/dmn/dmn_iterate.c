/* SPDX-License-Identifier: MIT */
/* Boxed filter and iterators (10.2.1): for, some, every. */
#include "rules/dmn/dmn_code.h"

#include "text/blank.h"

/* The level and slot where an outer scope has the name. */
static struct dmn_outer
outer_find(const struct feel_scope *s, struct feel_string name)
{
	size_t i, level;

	for (level = 1; s != NULL; s = s->outer, level++)
		for (i = 0; i < s->n; i++)
			if (feel_value_same_text(s->names[i].name, name))
				return (struct dmn_outer){ level, i };
	return (struct dmn_outer){ 0, 0 };
}

static struct feel_value
outer_value(const struct feel_frame *f, struct dmn_outer o)
{
	if (o.level == 0)
		return feel_value_null;
	while (--o.level > 0)
		f = f->outer;
	return f->values[o.slot];
}

/* May the match speak of that name? Blanks within a name may be any. */
static bool
may_name(const struct dmn_expression *match, struct feel_string name)
{
	size_t first;

	if (match == NULL || match->kind != DMN_LITERAL)
		return true;
	first = strcspn(name.text, BLANK);
	return match->literal.text != NULL && memmem(match->literal.text,
	    strlen(match->literal.text), name.text, first) != NULL;
}

/* What the items are known to be; NULL: they may be anything. */
static const struct feel_type *
item_type(const struct dmn_code *in)
{
	const struct feel_type *t = NULL;

	if (in != NULL && in->kind == DMN_LITERAL && in->literal != NULL)
		t = feel_result(in->literal);
	return t != NULL && t->kind == FEEL_TYPE_LIST ? t->of : t;
}

/* Those of n names that the match may speak of; out NULL: how many. */
static size_t
filter_names(const struct dmn_code *c, const struct feel_member *members,
    const struct feel_string *names, size_t n, struct feel_member *out)
{
	struct feel_member m = { 0 };
	size_t i, count = 0;

	for (i = 0; i < n; i++) {
		if (members != NULL)
			m = members[i];
		else
			m.name = names[i];
		if (!may_name(c->said->filter.match, m.name))
			continue;
		if (out != NULL)
			out[count] = m;
		count++;
	}
	return count;
}

/* "item", and its members: of its type, or of any context in the model where
 * that is not known. */
static void
filter_scope(struct dmn_build *b, struct dmn_code *c,
    const struct feel_type *t, const struct feel_scope *scope)
{
	const struct feel_member *members = NULL;
	struct feel_member *names;
	struct dmn_outer *outers;
	size_t i, n = b->n_members;

	if (t != NULL && t->kind == FEEL_TYPE_CONTEXT) {
		members = t->members;
		n = t->n;
	}
	if (n > b->guesses)
		n = b->guesses;
	b->guesses -= n;
	c->filter.n = 1 + filter_names(c, members, b->members, n, NULL);
	c->filter.names = names = arena_array(b->arena, c->filter.n,
	    sizeof(*names));
	names[0].name = dmn_string("item");
	names[0].type = t;
	filter_names(c, members, b->members, n, names + 1);
	c->filter.outers = outers = arena_array(b->arena, c->filter.n,
	    sizeof(*outers));
	for (i = 1; i < c->filter.n; i++) {
		outers[i] = outer_find(scope, names[i].name);
		if (outers[i].level != 0)
			names[i].type = NULL;
	}
}

static void
filter_compile(struct dmn_build *b, struct dmn_code *c,
    const struct feel_scope *scope)
{
	struct feel_scope *inner = arena_room(b->arena, sizeof(*inner));

	c->filter.in = dmn_boxed_compile(b, c->said->filter.in, scope);
	filter_scope(b, c, item_type(c->filter.in), scope);
	*inner = dmn_build_scope(scope, c->filter.names, c->filter.n);
	c->filter.match = dmn_boxed_compile(b, c->said->filter.match, inner);
}

/* An item's members are names within; what it has not is looked up outside. */
static const struct feel_frame *
filter_frame(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *outer, struct feel_value item)
{
	const struct feel_value *v;
	struct feel_value *values;
	struct feel_frame *f;
	size_t i;

	values = arena_room(run->ev->arena, c->filter.n * sizeof(*values));
	values[0] = item;
	for (i = 1; i < c->filter.n; i++) {
		v = item.kind != FEEL_CONTEXT ? NULL :
		    feel_value_get(item.context, c->filter.names[i].name);
		values[i] = v != NULL ? *v :
		    outer_value(outer, c->filter.outers[i]);
	}
	f = arena_room(run->ev->arena, sizeof(*f));
	*f = (struct feel_frame){ .outer = outer, .values = values };
	return f;
}

/* A list; one value is a list of it. */
static struct feel_list
items(struct feel_eval *ev, struct feel_value v)
{
	if (v.kind == FEEL_LIST)
		return *v.list;
	return (struct feel_list){ .n = 1,
	    .items = arena_copy(ev->arena, &v, sizeof(v)) };
}

static struct feel_value
filter_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *outer)
{
	struct feel_value_items made = { 0 };
	struct feel_value v = dmn_boxed_run(c->filter.in, run, outer);
	struct feel_list in;
	size_t i;

	if (v.kind == FEEL_NULL)
		return feel_eval_null(run->ev, "There is no list to filter.");
	in = items(run->ev, v);
	for (i = 0; i < in.n; i++) {
		if (!feel_eval_step(run->ev, c->filter.n))
			return feel_value_null;
		v = dmn_boxed_run(c->filter.match, run,
		    filter_frame(c, run, outer, in.items[i]));
		if (v.kind != FEEL_BOOLEAN)
			return feel_eval_null(run->ev, "A filter must be"
			    " true or false for each item.");
		if (v.boolean)
			feel_value_add(run->ev->arena, &made, in.items[i]);
	}
	return feel_value_end(run->ev->arena, &made);
}

/* A range is gone through as FEEL does it: by FEEL. */
static const struct feel *
spread_compile(struct dmn_build *b)
{
	static const char text[] = "for each in domain return each";
	static const struct feel_member domain = { .name = { "domain", 6 } };
	struct feel_scope scope = dmn_build_scope(NULL, &domain, 1);
	struct feel_fault *faults = NULL;

	return feel_compile(b->arena, text, sizeof(text) - 1,
	    arena_copy(b->arena, &scope, sizeof(scope)), &faults);
}

void
dmn_iterate_compile(struct dmn_build *b, struct dmn_code *c,
    const struct feel_scope *scope)
{
	const struct dmn_expression *e = c->said;
	struct feel_member *names;
	struct feel_scope *inner;

	if (e->kind == DMN_FILTER) {
		filter_compile(b, c, scope);
		return;
	}
	c->iterator.in = dmn_boxed_compile(b, e->iterator.in, scope);
	c->iterator.spread = spread_compile(b);
	names = arena_array(b->arena, 2, sizeof(*names));
	names[0].name = dmn_string(e->iterator.variable);
	names[0].type = item_type(c->iterator.in);
	names[1].name = dmn_string("partial");
	inner = arena_room(b->arena, sizeof(*inner));
	*inner = dmn_build_scope(scope, names, e->kind == DMN_FOR ? 2 : 1);
	c->iterator.result = dmn_boxed_compile(b, e->iterator.result, inner);
}

static struct feel_value
each(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *outer, struct feel_value item,
    const struct feel_list *partial)
{
	struct feel_frame *f = arena_room(run->ev->arena, sizeof(*f));
	struct feel_value *v;

	v = arena_array(run->ev->arena, 2, sizeof(*v));
	v[0] = item;
	if (partial != NULL) {
		v[1].kind = FEEL_LIST;
		v[1].list = arena_copy(run->ev->arena, partial,
		    sizeof(*partial));
	}
	*f = (struct feel_frame){ .outer = outer, .values = v };
	return dmn_boxed_run(c->iterator.result, run, f);
}

/* "partial" is what it has so far: items are only added behind it. */
static struct feel_value
for_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *outer, struct feel_list in)
{
	struct feel_list partial = { .depth = 1 };
	struct feel_value_items made = { 0 };
	struct feel_value v;
	size_t i;

	for (i = 0; i < in.n; i++) {
		if (!feel_eval_step(run->ev, 1))
			return feel_value_null;
		v = each(c, run, outer, in.items[i], &partial);
		feel_value_add(run->ev->arena, &made, v);
		partial.n = made.n;
		partial.items = made.items;
		if (!feel_value_grow(&partial, v))
			return feel_eval_null(run->ev, "The result is too "
			    "large, or nested too deeply.");
	}
	return feel_value_end(run->ev->arena, &made);
}

/* As "and" and "or" of all (table 50): one false decides every, one true
 * decides some; else what is no boolean makes it null. */
static struct feel_value
quantified_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *outer, struct feel_list in)
{
	bool every = c->kind == DMN_EVERY, unknown = false;
	struct feel_value v;
	size_t i;

	for (i = 0; i < in.n; i++) {
		if (!feel_eval_step(run->ev, 1))
			return feel_value_null;
		v = each(c, run, outer, in.items[i], NULL);
		if (v.kind != FEEL_BOOLEAN)
			unknown = true;
		else if (v.boolean != every)
			return feel_value_boolean(!every);
	}
	if (unknown)
		return feel_eval_null(run->ev, "“satisfies” must be true or"
		    " false for each item.");
	return feel_value_boolean(every);
}

struct feel_value
dmn_iterate_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *outer)
{
	struct feel_value in;

	if (c->kind == DMN_FILTER)
		return filter_run(c, run, outer);
	in = dmn_boxed_run(c->iterator.in, run, outer);
	if (in.kind == FEEL_RANGE)
		in = feel_run(c->iterator.spread, run->ev,
		    &(struct feel_frame){ .values = &in });
	if (in.kind == FEEL_NULL)
		return feel_eval_null(run->ev, "There is no list to go"
		    " through.");
	if (c->kind == DMN_FOR)
		return for_run(c, run, outer, items(run->ev, in));
	return quantified_run(c, run, outer, items(run->ev, in));
}
