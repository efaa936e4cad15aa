/* SPDX-License-Identifier: MIT */
/* Nodes of a compiled text; what is known already is reckoned at once. */
#include <string.h>

#include "rules/feel/feel_parser.h"

struct feel_node *
feel_make_node(struct feel_parser *p, enum feel_node_kind kind)
{
	struct feel_node *n = arena_alloc(p->arena, sizeof(*n));

	n->kind = kind;
	n->line = p->x.line;
	n->depth = 1;
	return n;
}

const struct feel_node *
feel_make_constant(struct feel_parser *p, struct feel_value v)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_CONSTANT);

	n->value = v;
	n->type = feel_type_of(p->arena, v);
	return n;
}

const struct feel_node *
feel_make_unknown(struct feel_parser *p, const char *why)
{
	struct feel_node *n = feel_make_node(p, FEEL_NODE_UNKNOWN);

	n->why = why;
	return n;
}

static bool
has_items(const struct feel_node *n)
{
	return n->kind == FEEL_NODE_LIST || n->kind == FEEL_NODE_CONTEXT ||
	    n->kind == FEEL_NODE_TESTS || n->kind == FEEL_NODE_CALL ||
	    n->kind == FEEL_NODE_BUILTIN;
}

static void
deepen(struct feel_node *n, const struct feel_node *part)
{
	if (part != NULL && part->depth >= n->depth)
		n->depth = part->depth + 1;
}

static void
measure(struct feel_node *n)
{
	size_t i;

	deepen(n, n->a);
	deepen(n, n->b);
	deepen(n, n->c);
	if (has_items(n))
		for (i = 0; i < n->all.n; i++)
			deepen(n, n->all.items[i]);
	if (n->kind == FEEL_NODE_FOR || n->kind == FEEL_NODE_SOME ||
	    n->kind == FEEL_NODE_EVERY) {
		for (i = 0; i < n->loop.n; i++) {
			deepen(n, n->loop.iterators[i].list);
			deepen(n, n->loop.iterators[i].end);
		}
		n->depth += (unsigned int)n->loop.n;
	}
}

/* By what it reads alone, not the clock, a frame or a type that may still be
 * in the making. */
static bool
foldable(const struct feel_node *n)
{
	switch (n->kind) {
	case FEEL_NODE_LIST:
	case FEEL_NODE_CONTEXT:
	case FEEL_NODE_RANGE:
	case FEEL_NODE_IF:
	case FEEL_NODE_OR:
	case FEEL_NODE_AND:
	case FEEL_NODE_EQUAL:
	case FEEL_NODE_NOT_EQUAL:
	case FEEL_NODE_LESS:
	case FEEL_NODE_LESS_EQUAL:
	case FEEL_NODE_MORE:
	case FEEL_NODE_MORE_EQUAL:
	case FEEL_NODE_BETWEEN:
	case FEEL_NODE_ADD:
	case FEEL_NODE_SUBTRACT:
	case FEEL_NODE_MULTIPLY:
	case FEEL_NODE_DIVIDE:
	case FEEL_NODE_POWER:
	case FEEL_NODE_NEGATE:
	case FEEL_NODE_PATH:
	case FEEL_NODE_FILTER:
		return true;
	case FEEL_NODE_BUILTIN:
		return n->all.n != 0 &&		/* now(), today() */
		    !n->all.builtin->calendar;
	default:
		return false;
	}
}

static bool
constant(const struct feel_node *part)
{
	return part == NULL || part->kind == FEEL_NODE_CONSTANT;
}

static bool
constants(const struct feel_node *n)
{
	size_t i;

	if (!constant(n->a) || !constant(n->b) || !constant(n->c))
		return false;
	if (has_items(n))
		for (i = 0; i < n->all.n; i++)
			if (!constant(n->all.items[i]) ||
			    n->all.items[i]->value.kind == FEEL_FUNCTION)
				return false;
	return true;
}

/* What becomes null is left as it is, so that it leaves its note each time;
 * what does so by mistake is a fault too. */
static bool
folded(struct feel_parser *p, const struct feel_node *n, bool faulty,
    size_t at, struct feel_value *out)
{
	struct feel_eval ev;

	if (!foldable(n) || !constants(n) || arena_size(p->arena) > p->room)
		return false;
	feel_eval_start(&ev, p->arena, 0, "Etc/UTC");
	ev.steps = 10000;
	ev.bytes = arena_size(p->arena) + ((size_t)1 << 20);
	*out = feel_node_run(&ev, n, NULL);
	if (ev.stopped)
		return false;
	if (ev.notes != NULL && !faulty)
		feel_parser_fault(p, FEEL_FAULT_TYPE, at, "%s",
		    ev.notes->text);
	return ev.notes == NULL && out->kind != FEEL_NULL;
}

const struct feel_node *
feel_make_finish(struct feel_parser *p, struct feel_node *n, size_t at)
{
	size_t faults = p->n_faults;
	struct feel_value v;

	if (p->failed)
		return n;
	measure(n);
	if (n->depth > FEEL_NODE_DEPTH)
		return feel_parser_fail(p, FEEL_FAULT_LIMIT,
		    "The text is nested too deeply.");
	n->type = feel_check_node(p, n, at);
	if (!folded(p, n, p->n_faults != faults, at, &v))
		return n;
	return feel_make_constant(p, v);
}

#define MANY 10000		/* items of a list, entries of a context */

void
feel_make_add(struct feel_parser *p, struct feel_items *l,
    const struct feel_node *n)
{
	const struct feel_node **more;

	if (l->n == l->room) {
		l->room = l->room == 0 ? 4 : l->room * 2;
		more = arena_array(p->arena, l->room, sizeof(*more));
		if (l->n != 0)
			memcpy(more, l->items, l->n * sizeof(*more));
		l->items = more;
	}
	l->items[l->n++] = n;
	if (l->n > MANY)
		(void)feel_parser_fail(p, FEEL_FAULT_LIMIT,
		    "More than %d of them cannot be written here.", MANY);
}
