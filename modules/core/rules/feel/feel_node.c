/* SPDX-License-Identifier: MIT */
/* Running a compiled text, node by node. */
#include "rules/feel/feel_node.h"

const struct feel_frame *
feel_node_frame(struct feel_eval *ev, const struct feel_node *n,
    struct feel_frame *here, const struct feel_frame *outer,
    struct feel_value *values, size_t count)
{
	struct feel_frame *f = here;

	if (n->keeps) {
		f = arena_alloc(ev->arena, sizeof(*f));
		values = arena_copy(ev->arena, values,
		    count * sizeof(*values));
	}
	f->outer = outer;
	f->values = values;
	return f;
}

static const struct feel_value *
place(const struct feel_frame *f, const struct feel_node *n)
{
	unsigned int level;

	for (level = n->place.level; level > 0; level--)
		f = f->outer;
	return &f->values[n->place.slot];
}

/* A name in a filter over items that nobody knows the members of. */
static struct feel_value
member(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	const struct feel_value *item = place(f, n), *v;

	if (item->kind == FEEL_CONTEXT &&
	    (v = feel_value_get(item->context, n->name)) != NULL)
		return *v;
	if (n->a != NULL)
		return feel_node_run(ev, n->a, f);
	return FEEL_NODE_NULL(ev, n, "“%.*s” is not known here.",
	    feel_value_shown(n->name), n->name.text);
}

struct feel_value
feel_node_made(struct feel_eval *ev, struct feel_value v)
{
	if (v.kind == FEEL_NULL)
		return feel_eval_null(ev, "The value is too large, or nested "
		    "more than %d levels deep.", FEEL_VALUE_DEPTH);
	return v;
}

static struct feel_value
list(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_value_items l = { 0 };
	size_t i;

	if (!feel_eval_step(ev, n->all.n))
		return feel_value_null;
	l.items = arena_array(ev->arena, n->all.n, sizeof(*l.items));
	for (i = 0; i < n->all.n; i++)
		l.items[i] = feel_node_run(ev, n->all.items[i], f);
	l.n = n->all.n;
	return feel_node_made(ev, feel_value_end(ev->arena, &l));
}

/* Each entry sees those before it; a function sees itself (10.3.2.6). */
static struct feel_value
context(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_frame *in = arena_alloc(ev->arena, sizeof(*in));
	struct feel_value_entries entries = { 0 };
	struct feel_value *values;
	size_t i;

	if (!feel_eval_step(ev, n->all.n))
		return feel_value_null;
	values = arena_array(ev->arena, n->all.n, sizeof(*values));
	entries.entries = arena_array(ev->arena, n->all.n,
	    sizeof(*entries.entries));
	in->outer = f;
	in->values = values;
	for (i = 0; i < n->all.n; i++) {
		values[i] = feel_node_run(ev, n->all.items[i], in);
		entries.entries[i].key = n->all.names[i];
		entries.entries[i].value = values[i];
	}
	entries.n = n->all.n;
	return feel_node_made(ev, feel_value_made(ev->arena, &entries));
}

static bool
ordered(struct feel_value v)
{
	switch (v.kind) {
	case FEEL_NULL:
	case FEEL_NUMBER:
	case FEEL_STRING:
	case FEEL_DATE:
	case FEEL_TIME:
	case FEEL_DATE_TIME:
	case FEEL_DAYS:
	case FEEL_MONTHS:
		return true;
	default:
		return false;
	}
}

/* 10.3.2.7: both ends of one kind. One that is null makes it a range in which
 * nothing can be said to lie. */
static struct feel_value
interval(struct feel_eval *ev, const struct feel_node *n,
    struct feel_range *r)
{
	int order;

	r->has_start = n->a != NULL;
	r->has_end = n->b != NULL;
	if (!ordered(r->start) || !ordered(r->end))
		return FEEL_NODE_NULL(ev, n, "A range cannot end in %s.",
		    feel_value_a(ordered(r->start) ? r->end.kind :
		    r->start.kind));
	if (r->start.kind != FEEL_NULL && r->end.kind != FEEL_NULL &&
	    r->start.kind != r->end.kind)
		return FEEL_NODE_NULL(ev, n, "No range goes from %s to "
		    "%s.", feel_value_a(r->start.kind),
		    feel_value_a(r->end.kind));
	if (feel_eval_order(ev, r->start, r->end, &order) && order > 0)
		return FEEL_NODE_NULL(ev, n,
		    "The range begins after its end.");
	return (struct feel_value){ .kind = FEEL_RANGE, .range = r };
}

static struct feel_value
range(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_range *r = arena_alloc(ev->arena, sizeof(*r));

	r->form = n->range.form;
	r->start_in = n->range.start_in;
	r->end_in = n->range.end_in;
	if (n->a != NULL)
		r->start = feel_node_run(ev, n->a, f);
	if (n->b != NULL)
		r->end = feel_node_run(ev, n->b, f);
	if (r->form == FEEL_RANGE_INTERVAL || r->form == FEEL_RANGE_HALF)
		return interval(ev, n, r);
	r->has_start = r->has_end = true;
	r->end = r->start;
	return (struct feel_value){ .kind = FEEL_RANGE, .range = r };
}

static struct feel_value
ternary(enum feel_ternary t)
{
	return t == FEEL_UNKNOWN ? feel_value_null :
	    feel_value_boolean(t == FEEL_YES);
}

/* Table 50: what is no boolean is as null. */
static struct feel_value
both(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	bool end = n->kind == FEEL_NODE_OR;
	struct feel_value a = feel_node_run(ev, n->a, f), b;

	if (a.kind == FEEL_BOOLEAN && a.boolean == end)
		return a;
	b = feel_node_run(ev, n->b, f);
	if (b.kind == FEEL_BOOLEAN && b.boolean == end)
		return b;
	if (a.kind == FEEL_BOOLEAN && b.kind == FEEL_BOOLEAN)
		return a;
	if (a.kind == FEEL_BOOLEAN || a.kind == FEEL_NULL)
		a = b;
	if (a.kind == FEEL_BOOLEAN || a.kind == FEEL_NULL)
		return feel_value_null;
	return FEEL_NODE_NULL(ev, n, "“%s” needs two conditions, not %s.",
	    end ? "or" : "and", feel_value_a(a.kind));
}

static struct feel_value
between(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_value v = feel_node_run(ev, n->a, f), low, high;

	low = feel_node_run(ev, n->b, f);
	high = feel_node_run(ev, n->c, f);
	ev->line = n->line;
	low = feel_arith_compare(ev, FEEL_NODE_MORE_EQUAL, v, low);
	high = feel_arith_compare(ev, FEEL_NODE_LESS_EQUAL, v, high);
	if (low.kind == FEEL_NULL || high.kind == FEEL_NULL)
		return feel_value_null;
	return feel_value_boolean(low.boolean && high.boolean);
}

static struct feel_value
in(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_value v = feel_node_run(ev, n->a, f);
	struct feel_frame here;

	f = feel_node_frame(ev, n, &here, f, &v, 1);
	return ternary(feel_unary_holds(ev, n->b, f, v));
}

/* Where an operand became null with a reason, that is the reason. */
static struct feel_value
two(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	size_t notes = ev->notes_n;
	struct feel_value a = feel_node_run(ev, n->a, f);
	struct feel_value b = feel_node_run(ev, n->b, f);

	ev->line = n->line;
	if (ev->notes_n != notes && n->kind != FEEL_NODE_EQUAL &&
	    n->kind != FEEL_NODE_NOT_EQUAL &&
	    (a.kind == FEEL_NULL || b.kind == FEEL_NULL))
		return feel_value_null;
	if (n->kind <= FEEL_NODE_MORE_EQUAL)
		return feel_arith_compare(ev, n->kind, a, b);
	return feel_arith_of(ev, n->kind, a, b);
}

static struct feel_value
choice(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_value test = feel_node_run(ev, n->a, f);

	if (test.kind != FEEL_BOOLEAN && test.kind != FEEL_NULL) {
		ev->line = n->line;
		feel_eval_note(ev, "“if” needs a condition, not %s.",
		    feel_value_a(test.kind));
	}
	return feel_node_run(ev, feel_value_true(test) ? n->b : n->c, f);
}

static struct feel_value
instance(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_value v = feel_node_run(ev, n->a, f);

	if (n->tested == NULL)
		return FEEL_NODE_NULL(ev, n, "There is no such type.");
	return feel_value_boolean(feel_type_has(ev, n->tested, v));
}

struct feel_value
feel_node_run(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	if (n->kind == FEEL_NODE_CONSTANT)
		return n->value;
	if (ev->stopped || (ev->steps == 0 && !feel_eval_step(ev, 1)))
		return feel_value_null;
	ev->steps--;
	switch (n->kind) {
	case FEEL_NODE_CONSTANT:
		return n->value;
	case FEEL_NODE_NAME:
		return *place(f, n);
	case FEEL_NODE_MEMBER:
		return member(ev, n, f);
	case FEEL_NODE_UNKNOWN:
		return FEEL_NODE_NULL(ev, n, "%s", n->why);
	case FEEL_NODE_LIST:
		return list(ev, n, f);
	case FEEL_NODE_CONTEXT:
		return context(ev, n, f);
	case FEEL_NODE_RANGE:
		return range(ev, n, f);
	case FEEL_NODE_IF:
		return choice(ev, n, f);
	case FEEL_NODE_OR:
	case FEEL_NODE_AND:
		return both(ev, n, f);
	case FEEL_NODE_BETWEEN:
		return between(ev, n, f);
	case FEEL_NODE_IN:
		return in(ev, n, f);
	case FEEL_NODE_NEGATE:
		ev->line = n->line;
		return feel_arith_negate(ev, feel_node_run(ev, n->a, f));
	case FEEL_NODE_INSTANCE:
		return instance(ev, n, f);
	case FEEL_NODE_PATH:
		return feel_path_of(ev, n, feel_node_run(ev, n->a, f));
	case FEEL_NODE_FILTER:
		return feel_path_filter(ev, n, f);
	case FEEL_NODE_FOR:
		return feel_iterate_for(ev, n, f);
	case FEEL_NODE_SOME:
	case FEEL_NODE_EVERY:
		return feel_iterate_holds(ev, n, f);
	case FEEL_NODE_FUNCTION:
		return feel_call_define(ev, n, f);
	case FEEL_NODE_CALL:
	case FEEL_NODE_BUILTIN:
		return feel_call_run(ev, n, f);
	case FEEL_NODE_TESTS:
		return FEEL_NODE_NULL(ev, n, "Tests stand after \"in\" only.");
	default:
		return two(ev, n, f);
	}
}
