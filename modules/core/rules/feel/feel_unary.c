/* SPDX-License-Identifier: MIT */
/* Unary tests (rules 13 to 15) and "in" (rule 49c, d, table 55). */
#include "rules/feel/feel_node.h"

static enum feel_ternary
passes(struct feel_eval *ev, struct feel_value v, struct feel_value test)
{
	if (test.kind == FEEL_RANGE && v.kind != FEEL_RANGE) {
		if (v.kind == FEEL_STRING &&
		    !feel_eval_bytes(ev, v.string.len))
			return FEEL_UNKNOWN;
		return feel_value_within(test.range, v);
	}
	return feel_eval_equal(ev, v, test);
}

/* One of the list, or within one of its ranges, or the list itself. */
static enum feel_ternary
among(struct feel_eval *ev, struct feel_value v, struct feel_value test)
{
	size_t i;

	if (v.kind == FEEL_LIST && feel_eval_equal(ev, v, test) == FEEL_YES)
		return FEEL_YES;
	if (!feel_eval_step(ev, test.list->n / 8))
		return FEEL_UNKNOWN;
	for (i = 0; i < test.list->n; i++)
		if (passes(ev, v, test.list->items[i]) == FEEL_YES)
			return FEEL_YES;
	return FEEL_NO;
}

/* A condition such as "x > 3" is its own answer, not something to equal. */
static bool
condition(const struct feel_node *n, struct feel_value v,
    struct feel_value test)
{
	if (test.kind != FEEL_BOOLEAN)
		return false;
	return n->asks || (v.kind != FEEL_BOOLEAN &&
	    n->kind != FEEL_NODE_CONSTANT && n->kind != FEEL_NODE_NAME);
}

static enum feel_ternary
unknown(struct feel_eval *ev, const struct feel_node *n,
    struct feel_value v, struct feel_value test)
{
	ev->line = n->line;
	feel_eval_note(ev, "A test cannot compare %s with %s.",
	    feel_value_a(v.kind), feel_value_a(test.kind));
	return FEEL_UNKNOWN;
}

static enum feel_ternary
holds(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f, struct feel_value v)
{
	size_t notes = ev->notes_n;
	struct feel_value test = feel_node_run(ev, n, f);
	enum feel_ternary t;

	if (condition(n, v, test))
		return test.boolean ? FEEL_YES : FEEL_NO;
	if (test.kind == FEEL_NULL && (n->asks ||
	    (n->kind != FEEL_NODE_CONSTANT && v.kind != FEEL_NULL)))
		return ev->notes_n == notes ? unknown(ev, n, v, test) :
		    FEEL_UNKNOWN;
	if (test.kind == FEEL_LIST)
		return among(ev, v, test);
	t = passes(ev, v, test);
	return t == FEEL_UNKNOWN ? unknown(ev, n, v, test) : t;
}

/* Without a note for each that does not fit: one of them is enough. */
static enum feel_ternary
one_of(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f, struct feel_value v)
{
	const struct feel_node *test;
	enum feel_ternary t;
	size_t i;

	for (i = 0; i < n->all.n; i++) {
		test = n->all.items[i];
		if (test->kind == FEEL_NODE_CONSTANT &&
		    test->value.kind != FEEL_LIST)
			t = passes(ev, v, test->value);
		else
			t = holds(ev, test, f, v);
		if (t == FEEL_YES)
			return t;
	}
	return FEEL_NO;
}

enum feel_ternary
feel_unary_holds(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f, struct feel_value v)
{
	if (n->kind == FEEL_NODE_TESTS)
		return one_of(ev, n, f, v);
	return holds(ev, n, f, v);
}
