/* SPDX-License-Identifier: MIT */
/* Members of values (tables 64, 65) and filters (10.3.2.5, table 68). */
#include <string.h>

#include "rules/feel/feel_node.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"

static struct feel_value
none(struct feel_eval *ev, const struct feel_node *n, enum feel_kind kind)
{
	return FEEL_NODE_NULL(ev, n, "%s%s has no “%.*s”.",
	    kind == FEEL_NULL ? "" : "This ", feel_value_kind(kind),
	    feel_value_shown(n->name), n->name.text);
}

static struct feel_value
of_context(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_context *c)
{
	const struct feel_value *v;

	if (n->guess < c->n &&
	    feel_value_same_text(c->entries[n->guess].key, n->name))
		return c->entries[n->guess].value;
	if ((v = feel_value_get(c, n->name)) == NULL)
		return none(ev, n, FEEL_CONTEXT);
	return *v;
}

/* A list gives the list of its items' members. */
static struct feel_value
of_list(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_list *list)
{
	struct feel_value_items out = { 0 };
	size_t i;

	if (!feel_eval_step(ev, list->n))
		return feel_value_null;
	out.items = arena_array(ev->arena, list->n, sizeof(*out.items));
	for (i = 0; i < list->n; i++)
		out.items[i] = feel_path_of(ev, n, list->items[i]);
	out.n = list->n;
	return feel_value_end(ev->arena, &out);
}

static bool
named(const struct feel_node *n, const char *name)
{
	return n->name.len == strlen(name) &&
	    memcmp(n->name.text, name, n->name.len) == 0;
}

static struct feel_value
of_range(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_range *r)
{
	if (named(n, "start"))
		return r->has_start ? r->start : feel_value_null;
	if (named(n, "end"))
		return r->has_end ? r->end : feel_value_null;
	if (named(n, "start included"))
		return feel_value_boolean(r->start_in);
	if (named(n, "end included"))
		return feel_value_boolean(r->end_in);
	return none(ev, n, FEEL_RANGE);
}

struct feel_value
feel_path_of(struct feel_eval *ev, const struct feel_node *n,
    struct feel_value v)
{
	struct feel_value out;

	switch (v.kind) {
	case FEEL_CONTEXT:
		return of_context(ev, n, v.context);
	case FEEL_LIST:
		return of_list(ev, n, v.list);
	case FEEL_RANGE:
		return of_range(ev, n, v.range);
	case FEEL_DATE:
	case FEEL_TIME:
	case FEEL_DATE_TIME:
	case FEEL_DAYS:
	case FEEL_MONTHS:
		if (feel_temporal_property(ev->arena, v, n->name, &out))
			return out;
		return none(ev, n, v.kind);
	default:
		return none(ev, n, v.kind);
	}
}

/* From 1, or from the end when negative. */
static struct feel_value
indexed(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_list *list, struct feel_decimal number)
{
	int64_t i;

	if (!feel_number_int(number, &i))
		return FEEL_NODE_NULL(ev, n, "%s is not a position: it is not "
		    "a whole number.",
		    feel_number_write(ev->arena, number));
	if (i > 0 && (uint64_t)i <= list->n)
		return list->items[i - 1];
	if (i < 0 && i >= -(int64_t)list->n)
		return list->items[(int64_t)list->n + i];
	return FEEL_NODE_NULL(ev, n, "There is no item %s: the list has %zu.",
	    feel_number_write(ev->arena, number), list->n);
}

static struct feel_value
test(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f, struct feel_value item)
{
	struct feel_frame here;

	f = feel_node_frame(ev, n, &here, f, &item, 1);
	return feel_node_run(ev, n->b, f);
}

/* Whether the brackets hold a place or a condition may show only when they
 * are asked for the first item. */
static struct feel_value
filtered(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f, const struct feel_list *list)
{
	struct feel_value_items out = { 0 };
	struct feel_value v;
	size_t i;

	for (i = 0; i < list->n; i++) {
		if (!feel_eval_step(ev, 1))
			return feel_value_null;
		v = test(ev, n, f, list->items[i]);
		if (v.kind == FEEL_NUMBER && i == 0)
			return indexed(ev, n, list, v.number);
		if (feel_value_true(v))
			feel_value_add(ev->arena, &out, list->items[i]);
		else if (v.kind != FEEL_BOOLEAN && v.kind != FEEL_NULL)
			return FEEL_NODE_NULL(ev, n, "A filter needs a "
			    "condition or a position, not %s.",
			    feel_value_a(v.kind));
	}
	return feel_value_end(ev->arena, &out);
}

struct feel_value
feel_path_filter(struct feel_eval *ev, const struct feel_node *n,
    const struct feel_frame *f)
{
	struct feel_value v = feel_node_run(ev, n->a, f), place;

	if (v.kind == FEEL_NULL)
		return FEEL_NODE_NULL(ev, n, "null has no items.");
	if (v.kind != FEEL_LIST) {
		v = feel_value_list(ev->arena, &v, 1);
		if (v.kind != FEEL_LIST)
			return v;
	}
	if (n->b->type == NULL || n->b->type->kind != FEEL_TYPE_NUMBER)
		return filtered(ev, n, f, v.list);
	place = test(ev, n, f, v.list->n == 0 ? feel_value_null :
	    v.list->items[0]);
	if (place.kind != FEEL_NUMBER)
		return feel_value_null;
	return indexed(ev, n, v.list, place.number);
}
