/* SPDX-License-Identifier: MIT */
/* Arithmetic (tables 56 to 60, 62) and comparison (tables 53, 54). */
#include <string.h>

#include "rules/feel/feel_node.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

#define POWER 80		/* steps that one takes */

static const char *
sign_of(enum feel_node_kind kind)
{
	switch (kind) {
	case FEEL_NODE_ADD:
		return "+";
	case FEEL_NODE_SUBTRACT:
		return "-";
	case FEEL_NODE_MULTIPLY:
		return "*";
	case FEEL_NODE_DIVIDE:
		return "/";
	case FEEL_NODE_POWER:
		return "**";
	case FEEL_NODE_EQUAL:
		return "=";
	case FEEL_NODE_NOT_EQUAL:
		return "!=";
	case FEEL_NODE_LESS:
		return "<";
	case FEEL_NODE_LESS_EQUAL:
		return "<=";
	case FEEL_NODE_MORE:
		return ">";
	default:
		return ">=";
	}
}

static struct feel_value
numbers(struct feel_eval *ev, enum feel_node_kind kind,
    struct feel_decimal a, struct feel_decimal b)
{
	struct feel_value v = { .kind = FEEL_NUMBER };
	bool ok;

	switch (kind) {
	case FEEL_NODE_ADD:
		ok = feel_number_add(a, b, &v.number);
		break;
	case FEEL_NODE_SUBTRACT:
		ok = feel_number_subtract(a, b, &v.number);
		break;
	case FEEL_NODE_MULTIPLY:
		ok = feel_number_multiply(a, b, &v.number);
		break;
	case FEEL_NODE_DIVIDE:
		if (feel_number_sign(b) == 0)
			return feel_eval_null(ev, "Division by zero.");
		ok = feel_number_divide(a, b, &v.number);
		break;
	default:
		if (!feel_eval_step(ev, POWER))
			return feel_value_null;
		ok = feel_number_power(a, b, &v.number);
	}
	if (ok)
		return v;
	return feel_eval_null(ev, "%s %s %s has no result.",
	    feel_number_write(ev->arena, a), sign_of(kind),
	    feel_number_write(ev->arena, b));
}

static struct feel_value
joined(struct feel_eval *ev, struct feel_string a, struct feel_string b)
{
	char *s;

	if (!feel_eval_room(ev, a.len + b.len) ||
	    !feel_eval_step(ev, (a.len + b.len) / 64))
		return feel_value_null;
	s = arena_room(ev->arena, a.len + b.len + 1);
	memcpy(s, a.text, a.len);
	memcpy(s + a.len, b.text, b.len);
	return feel_value_string(s, a.len + b.len);
}

static struct feel_value
no_value(struct feel_eval *ev, enum feel_node_kind kind,
    struct feel_value a, struct feel_value b)
{
	return feel_eval_null(ev, "“%s” cannot be applied to %s and %s.",
	    sign_of(kind), feel_value_a(a.kind), feel_value_a(b.kind));
}

static struct feel_value
temporals(struct feel_eval *ev, enum feel_node_kind kind,
    struct feel_value a, struct feel_value b)
{
	struct feel_value v;
	bool ok;

	switch (kind) {
	case FEEL_NODE_ADD:
		ok = feel_temporal_add(ev->arena, a, b, &v);
		break;
	case FEEL_NODE_SUBTRACT:
		ok = feel_temporal_subtract(ev->arena, a, b, &v);
		break;
	case FEEL_NODE_MULTIPLY:
		ok = feel_temporal_multiply(a, b, &v);
		break;
	case FEEL_NODE_DIVIDE:
		ok = feel_temporal_divide(a, b, &v);
		break;
	default:
		ok = false;
	}
	if (ok)
		return v;
	return no_value(ev, kind, a, b);
}

static bool
temporal(struct feel_value v)
{
	return v.kind >= FEEL_DATE && v.kind <= FEEL_MONTHS;
}

struct feel_value
feel_arith_of(struct feel_eval *ev, enum feel_node_kind kind,
    struct feel_value a, struct feel_value b)
{
	if (a.kind == FEEL_NUMBER && b.kind == FEEL_NUMBER)
		return numbers(ev, kind, a.number, b.number);
	if (a.kind == FEEL_STRING && b.kind == FEEL_STRING &&
	    kind == FEEL_NODE_ADD)
		return joined(ev, a.string, b.string);
	if ((temporal(a) || a.kind == FEEL_NUMBER) &&
	    (temporal(b) || b.kind == FEEL_NUMBER))
		return temporals(ev, kind, a, b);
	return no_value(ev, kind, a, b);
}

struct feel_value
feel_arith_negate(struct feel_eval *ev, struct feel_value v)
{
	struct feel_value out = { .kind = FEEL_NUMBER };

	if (v.kind == FEEL_NUMBER) {
		out.number = feel_number_negate(v.number);
		return out;
	}
	if (temporal(v) && feel_temporal_negate(v, &out))
		return out;
	return feel_eval_null(ev, "“-” cannot be applied to %s.",
	    feel_value_a(v.kind));
}

static struct feel_value
not_comparable(struct feel_eval *ev, enum feel_node_kind kind,
    struct feel_value a, struct feel_value b)
{
	return feel_eval_null(ev, "“%s” cannot compare %s with %s.",
	    sign_of(kind), feel_value_a(a.kind), feel_value_a(b.kind));
}

struct feel_value
feel_arith_compare(struct feel_eval *ev, enum feel_node_kind kind,
    struct feel_value a, struct feel_value b)
{
	enum feel_ternary t;
	int order;

	if (kind == FEEL_NODE_EQUAL || kind == FEEL_NODE_NOT_EQUAL) {
		if ((t = feel_eval_equal(ev, a, b)) == FEEL_UNKNOWN)
			return not_comparable(ev, kind, a, b);
		return feel_value_boolean((t == FEEL_YES) ==
		    (kind == FEEL_NODE_EQUAL));
	}
	if (!feel_eval_order(ev, a, b, &order))
		return not_comparable(ev, kind, a, b);
	switch (kind) {
	case FEEL_NODE_LESS:
		return feel_value_boolean(order < 0);
	case FEEL_NODE_LESS_EQUAL:
		return feel_value_boolean(order <= 0);
	case FEEL_NODE_MORE:
		return feel_value_boolean(order > 0);
	default:
		return feel_value_boolean(order >= 0);
	}
}
