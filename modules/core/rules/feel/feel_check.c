/* SPDX-License-Identifier: MIT */
/* The type of an expression by those of its parts, and what can never work
 * (tables 50, 53 to 59): a fault beside a text that runs all the same. */
#include "rules/feel/feel_parser.h"

static bool
known(const struct feel_type *t)
{
	return t != NULL && t->kind != FEEL_TYPE_ANY &&
	    t->kind != FEEL_TYPE_NULL;
}

static bool
is(const struct feel_type *t, enum feel_type_kind kind)
{
	return t != NULL && t->kind == kind;
}

static const struct feel_type *
simple(enum feel_type_kind kind)
{
	return feel_type_simple(kind);
}

static bool
duration(const struct feel_type *t)
{
	return is(t, FEEL_TYPE_DAYS) || is(t, FEEL_TYPE_MONTHS);
}

static bool
day(const struct feel_type *t)
{
	return is(t, FEEL_TYPE_DATE) || is(t, FEEL_TYPE_DATE_TIME);
}

/* A day and a duration, or a time and days. */
static bool
moves(const struct feel_type *t, const struct feel_type *by)
{
	return (day(t) && duration(by)) ||
	    (is(t, FEEL_TYPE_TIME) && is(by, FEEL_TYPE_DAYS));
}

static const struct feel_type *
sum(const struct feel_type *a, const struct feel_type *b)
{
	if (a->kind == b->kind && (duration(a) ||
	    a->kind == FEEL_TYPE_NUMBER || a->kind == FEEL_TYPE_STRING))
		return simple(a->kind);
	if (moves(a, b))
		return simple(a->kind);
	return moves(b, a) ? simple(b->kind) : NULL;
}

static const struct feel_type *
difference(const struct feel_type *a, const struct feel_type *b)
{
	if (a->kind == b->kind && (duration(a) ||
	    a->kind == FEEL_TYPE_NUMBER))
		return simple(a->kind);
	if ((day(a) && day(b)) || (is(a, FEEL_TYPE_TIME) &&
	    is(b, FEEL_TYPE_TIME)))
		return simple(FEEL_TYPE_DAYS);
	return moves(a, b) ? simple(a->kind) : NULL;
}

static const struct feel_type *
product(const struct feel_type *a, const struct feel_type *b)
{
	if (is(b, FEEL_TYPE_NUMBER) && (is(a, FEEL_TYPE_NUMBER) ||
	    duration(a)))
		return simple(a->kind);
	return is(a, FEEL_TYPE_NUMBER) && duration(b) ? simple(b->kind) :
	    NULL;
}

static const struct feel_type *
quotient(const struct feel_type *a, const struct feel_type *b)
{
	if (is(b, FEEL_TYPE_NUMBER) && (is(a, FEEL_TYPE_NUMBER) ||
	    duration(a)))
		return simple(a->kind);
	return duration(a) && a->kind == b->kind ?
	    simple(FEEL_TYPE_NUMBER) : NULL;
}

static const struct feel_type *
power(const struct feel_type *a, const struct feel_type *b)
{
	return is(a, FEEL_TYPE_NUMBER) && is(b, FEEL_TYPE_NUMBER) ? a : NULL;
}

static const struct feel_type *
arithmetic(struct feel_parser *p, const struct feel_node *n, size_t at)
{
	static const struct {
		const struct feel_type *(*of)(const struct feel_type *,
		    const struct feel_type *);
		const char *sign;
	} rules[] = {
		[FEEL_NODE_ADD] = { sum, "+" },
		[FEEL_NODE_SUBTRACT] = { difference, "-" },
		[FEEL_NODE_MULTIPLY] = { product, "*" },
		[FEEL_NODE_DIVIDE] = { quotient, "/" },
		[FEEL_NODE_POWER] = { power, "**" }
	};
	const struct feel_type *a = n->a->type, *b = n->b->type, *t;

	if (!known(a) || !known(b))
		return NULL;
	if ((t = rules[n->kind].of(a, b)) != NULL)
		return t;
	feel_parser_fault(p, FEEL_FAULT_TYPE, at,
	    "“%s” cannot be applied to %s and %s.",
	    rules[n->kind].sign, feel_type_write_a(p->arena, a),
	    feel_type_write_a(p->arena, b));
	return NULL;
}

static void
comparable(struct feel_parser *p, const struct feel_type *a,
    const struct feel_type *b, size_t at)
{
	if (known(a) && known(b) && a->kind != b->kind)
		feel_parser_fault(p, FEEL_FAULT_TYPE, at,
		    "A comparison of %s with %s gives null.",
		    feel_type_write_a(p->arena, a),
		    feel_type_write_a(p->arena, b));
}

static void
condition(struct feel_parser *p, const struct feel_node *n, size_t at)
{
	if (known(n->type) && n->type->kind != FEEL_TYPE_BOOLEAN)
		feel_parser_fault(p, FEEL_FAULT_TYPE, at,
		    "A condition is needed here, not %s.",
		    feel_type_write_a(p->arena, n->type));
}

/* What two values have in common; NULL: nothing that is known. */
static const struct feel_type *
either(const struct feel_type *a, const struct feel_type *b)
{
	if (is(a, FEEL_TYPE_NULL))
		return b;
	if (is(b, FEEL_TYPE_NULL) || a == b)
		return a;
	if (!known(a) || !known(b))
		return NULL;
	if (feel_type_conforms(a, b))
		return b;
	return feel_type_conforms(b, a) ? a : NULL;
}

static const struct feel_type *
items(struct feel_parser *p, const struct feel_node *n)
{
	const struct feel_type *t = n->all.n == 0 ? NULL :
	    n->all.items[0]->type;
	size_t i;

	for (i = 1; i < n->all.n; i++)
		t = either(t, n->all.items[i]->type);
	return feel_type_list(p->arena, t);
}

static const struct feel_type *
context(struct feel_parser *p, const struct feel_node *n)
{
	struct feel_type *t = arena_alloc(p->arena, sizeof(*t));
	struct feel_member *members = arena_array(p->arena, n->all.n,
	    sizeof(*members));
	size_t i;

	for (i = 0; i < n->all.n; i++) {
		members[i].name = n->all.names[i];
		members[i].type = n->all.items[i]->type;
	}
	t->kind = FEEL_TYPE_CONTEXT;
	t->members = members;
	t->n = n->all.n;
	return t;
}

static const struct feel_type *
range(struct feel_parser *p, const struct feel_node *n, size_t at)
{
	struct feel_type *t = arena_alloc(p->arena, sizeof(*t));

	t->kind = FEEL_TYPE_RANGE;
	t->of = n->a == NULL || is(n->a->type, FEEL_TYPE_NULL) ?
	    n->b == NULL ? NULL : n->b->type : n->a->type;
	if (n->a != NULL && n->b != NULL)
		comparable(p, n->a->type, n->b->type, at);
	return t;
}

static const struct feel_type *
function(struct feel_parser *p, const struct feel_node *n)
{
	struct feel_type *t = arena_alloc(p->arena, sizeof(*t));
	struct feel_member *members = arena_array(p->arena, n->function.n,
	    sizeof(*members));
	size_t i;

	for (i = 0; i < n->function.n; i++) {
		members[i].name = n->function.params[i].name;
		members[i].type = n->function.params[i].type;
	}
	t->kind = FEEL_TYPE_FUNCTION;
	t->members = members;
	t->n = n->function.n;
	t->of = n->a->type;
	return t;
}

static const struct feel_type *
range_property(const struct feel_type *t, struct feel_string name)
{
	if (name.len > 5)	/* start included, end included */
		return simple(FEEL_TYPE_BOOLEAN);
	return t->of;
}

static const struct feel_type *
temporal_property(struct feel_string name)
{
	if (name.len == 11)	/* time offset */
		return simple(FEEL_TYPE_DAYS);
	if (name.len == 8)	/* timezone */
		return simple(FEEL_TYPE_STRING);
	return simple(FEEL_TYPE_NUMBER);
}

static const struct feel_type *
path(struct feel_parser *p, const struct feel_node *n,
    const struct feel_type *t, size_t at)
{
	const struct feel_type *member;

	if (!known(t) || (t->kind == FEEL_TYPE_CONTEXT && t->n == 0))
		return NULL;
	switch (t->kind) {
	case FEEL_TYPE_LIST:
		return feel_type_list(p->arena, path(p, n, t->of, at));
	case FEEL_TYPE_RANGE:
		return range_property(t, n->name);
	case FEEL_TYPE_CONTEXT:
		if ((member = feel_type_member(t, n->name)) != NULL)
			return member;
		break;
	case FEEL_TYPE_DATE:
	case FEEL_TYPE_TIME:
	case FEEL_TYPE_DATE_TIME:
	case FEEL_TYPE_DAYS:
	case FEEL_TYPE_MONTHS:
		return temporal_property(n->name);
	default:
		break;
	}
	feel_parser_fault(p, FEEL_FAULT_NAME, at, "The type %s has no “%.*s”.",
	    feel_type_write(p->arena, t), feel_value_shown(n->name),
	    n->name.text);
	return NULL;
}

/* By a place one item, by a condition a list. */
static const struct feel_type *
filter(struct feel_parser *p, const struct feel_node *n)
{
	const struct feel_type *t = n->a->type, *of;

	of = is(t, FEEL_TYPE_LIST) ? t->of : t;
	if (is(n->b->type, FEEL_TYPE_NUMBER))
		return of;
	if (is(n->b->type, FEEL_TYPE_BOOLEAN))
		return feel_type_list(p->arena, of);
	return NULL;
}

static const struct feel_type *
call(struct feel_parser *p, const struct feel_node *n, size_t at)
{
	const struct feel_type *t = n->a->type;

	if (!known(t))
		return NULL;
	if (t->kind != FEEL_TYPE_FUNCTION) {
		feel_parser_fault(p, FEEL_FAULT_TYPE, at,
		    "Only a function can be called, not %s.",
		    feel_type_write_a(p->arena, t));
		return NULL;
	}
	if (t->n != FEEL_FUNCTION_ANY && t->n != n->all.n)
		feel_parser_fault(p, FEEL_FAULT_TYPE, at,
		    "The function takes %zu argument%s, not %zu.", t->n,
		    t->n == 1 ? "" : "s", n->all.n);
	return t->of;
}

const struct feel_type *
feel_check_node(struct feel_parser *p, const struct feel_node *n, size_t at)
{
	switch (n->kind) {
	case FEEL_NODE_LIST:
		return items(p, n);
	case FEEL_NODE_CONTEXT:
		return context(p, n);
	case FEEL_NODE_RANGE:
		return range(p, n, at);
	case FEEL_NODE_IF:
		condition(p, n->a, at);
		return either(n->b->type, n->c->type);
	case FEEL_NODE_OR:
	case FEEL_NODE_AND:
		condition(p, n->a, at);
		condition(p, n->b, at);
		return simple(FEEL_TYPE_BOOLEAN);
	case FEEL_NODE_BETWEEN:
		comparable(p, n->a->type, n->b->type, at);
		comparable(p, n->a->type, n->c->type, at);
		return simple(FEEL_TYPE_BOOLEAN);
	case FEEL_NODE_EQUAL:
	case FEEL_NODE_NOT_EQUAL:
	case FEEL_NODE_LESS:
	case FEEL_NODE_LESS_EQUAL:
	case FEEL_NODE_MORE:
	case FEEL_NODE_MORE_EQUAL:
		comparable(p, n->a->type, n->b->type, at);
		return simple(FEEL_TYPE_BOOLEAN);
	case FEEL_NODE_IN:
		if (n->b->kind != FEEL_NODE_TESTS)
			feel_check_test(p, n->b, n->a->type, at);
		return simple(FEEL_TYPE_BOOLEAN);
	case FEEL_NODE_INSTANCE:
		return simple(FEEL_TYPE_BOOLEAN);
	case FEEL_NODE_ADD:
	case FEEL_NODE_SUBTRACT:
	case FEEL_NODE_MULTIPLY:
	case FEEL_NODE_DIVIDE:
	case FEEL_NODE_POWER:
		return arithmetic(p, n, at);
	case FEEL_NODE_NEGATE:
		return n->a->type;
	case FEEL_NODE_PATH:
		return path(p, n, n->a->type, at);
	case FEEL_NODE_FILTER:
		return filter(p, n);
	case FEEL_NODE_FOR:
		return feel_type_list(p->arena, n->a->type);
	case FEEL_NODE_SOME:
	case FEEL_NODE_EVERY:
		condition(p, n->a, at);
		return simple(FEEL_TYPE_BOOLEAN);
	case FEEL_NODE_FUNCTION:
		return function(p, n);
	case FEEL_NODE_CALL:
		return call(p, n, at);
	case FEEL_NODE_BUILTIN:
		return feel_check_builtin(p, n, at);
	default:
		return n->type;
	}
}

/* A test compares its input with a value, a range, or the items of a list;
 * or it is a condition. */
void
feel_check_test(struct feel_parser *p, const struct feel_node *n,
    const struct feel_type *input, size_t at)
{
	const struct feel_type *t = n->type;

	if (is(t, FEEL_TYPE_LIST) && !is(input, FEEL_TYPE_LIST))
		t = t->of;
	if (is(t, FEEL_TYPE_RANGE) && !is(input, FEEL_TYPE_RANGE))
		t = t->of;
	if (n->asks || !known(t) || !known(input) || t->kind == input->kind)
		return;
	if (t->kind == FEEL_TYPE_BOOLEAN && n->kind != FEEL_NODE_CONSTANT)
		return;
	feel_parser_fault(p, FEEL_FAULT_TYPE, at,
	    "This test is for %s, but what is tested is %s.",
	    feel_type_write_a(p->arena, t),
	    feel_type_write_a(p->arena, input));
}
