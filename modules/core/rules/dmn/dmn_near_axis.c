/* SPDX-License-Identifier: MIT */
/* The inputs that may be others, one by one: members of contexts too. */
#include "rules/dmn/dmn_near_axis.h"

struct making {
	struct feel_eval *ev;
	const struct dmn_near_question *q;
	struct dmn_near_axis *axes;
	size_t n;
	bool whole;
	const struct dmn_near_may *may;	/* of the input */
	struct feel_string path[DMN_NEAR_PATH];
};

void
dmn_near_axis_bound(struct dmn_near_axis *x, struct feel_value v)
{
	size_t i;

	if (v.kind != FEEL_BOOLEAN && v.kind != FEEL_STRING &&
	    !dmn_near_axis_ordered(v.kind))
		return;
	if (x->kind == FEEL_NULL)
		x->kind = v.kind;
	if (v.kind != x->kind)
		return;
	for (i = 0; i < x->n_bounds; i++)
		if (feel_value_equal(x->bounds[i], v) == FEEL_YES)
			return;
	if (x->n_bounds == DMN_NEAR_BOUNDS)
		x->cut = true;
	else
		x->bounds[x->n_bounds++] = v;
}

/* Of one value; null: of several, or not known. */
static enum feel_kind
kind_of(const struct feel_type *t)
{
	return t == NULL || t->kind >= FEEL_TYPE_LIST ? FEEL_NULL :
	    feel_type_value(t->kind);
}

static const char *
joined(struct arena *a, const struct feel_string *path, size_t depth)
{
	const char *all = "";
	size_t i;

	for (i = 0; i < depth; i++)
		all = arena_printf(a, "%s%s%.*s", all, i == 0 ? "" : ".",
		    (int)path[i].len, path[i].text);
	return all;
}

static void
add_axis(struct making *m, const struct feel_type *t, struct feel_value v,
    size_t depth)
{
	enum feel_kind kind = kind_of(t);
	struct dmn_near_axis *x;

	if (kind == FEEL_NULL)
		kind = v.kind;
	if (m->n == DMN_NEAR_AXES || kind > FEEL_MONTHS ||
	    (v.kind != FEEL_NULL && v.kind != kind)) {
		m->whole = false;
		return;
	}
	x = &m->axes[m->n++];
	memcpy(x->path, m->path, sizeof(x->path));
	x->depth = depth;
	x->name = joined(m->ev->arena, m->path, depth);
	x->type = t;
	x->was = v;
	x->kind = kind;
	x->may = m->may;
	x->plain = true;
}

/* What is null cannot have another member, and lists are not changed. */
static void
add(struct making *m, const struct feel_type *t, struct feel_value v,
    size_t depth)
{
	size_t i;

	if (v.kind != FEEL_CONTEXT) {
		if (t != NULL && t->kind >= FEEL_TYPE_LIST)
			m->whole = false;
		else
			add_axis(m, t, v, depth);
		return;
	}
	if (depth == DMN_NEAR_PATH) {
		m->whole = false;
		return;
	}
	for (i = 0; i < v.context->n; i++) {
		m->path[depth] = v.context->entries[i].key;
		add(m, feel_type_member(t, m->path[depth]),
		    v.context->entries[i].value, depth + 1);
	}
}

/* False: it may be no other. */
static bool
may_be(struct making *m, struct feel_string name)
{
	size_t i;

	m->may = NULL;
	if (m->q->may == NULL)
		return true;
	for (i = 0; i < m->q->n; i++)
		if (feel_value_same_text(m->q->may[i].name, name)) {
			m->may = &m->q->may[i];
			return true;
		}
	return false;
}

size_t
dmn_near_axis_all(struct feel_eval *ev, const struct dmn_near_question *q,
    struct dmn_near_axis **out, bool *whole)
{
	struct making m = { .ev = ev, .q = q, .whole = true };
	const struct feel_member *needs;
	const struct feel_value *v;
	size_t n, i;

	m.axes = arena_array(ev->arena, DMN_NEAR_AXES, sizeof(*m.axes));
	n = dmn_needs(ev->arena, q->dmn, q->element, &needs);
	for (i = 0; i < n; i++) {
		if (!may_be(&m, needs[i].name)) {
			m.whole = false;
			continue;
		}
		v = q->inputs.kind != FEEL_CONTEXT ? NULL :
		    feel_value_get(q->inputs.context, needs[i].name);
		m.path[0] = needs[i].name;
		add(&m, needs[i].type, v == NULL ? feel_value_null : *v, 1);
	}
	*out = m.axes;
	*whole = m.whole;
	return m.n;
}
