/* SPDX-License-Identifier: MIT */
/* What an element may use by name: what it requires (6.3), which is there when
 * it runs. */
#include "rules/dmn/dmn_build.h"

struct slots {
	struct dmn_slot *of;
	size_t n, room;
};

static struct dmn_slot *
slot_add(struct dmn_build *b, struct slots *all)
{
	struct dmn_slot *more;

	if (all->n == all->room) {
		all->room = all->room == 0 ? 4 : all->room * 2;
		more = arena_array(b->arena, all->room, sizeof(*more));
		if (all->n > 0)
			memcpy(more, all->of, all->n * sizeof(*more));
		all->of = more;
	}
	return &all->of[all->n++];
}

static bool
slot_has(const struct dmn_slot *s, size_t n, const struct dmn_node *node)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (s[i].node == node)
			return true;
	return false;
}

static struct dmn_slot *
slot_named(const struct slots *all, struct feel_string name)
{
	size_t i;

	for (i = 0; i < all->n; i++)
		if (feel_value_same_text(all->of[i].name, name))
			return &all->of[i];
	return NULL;
}

static const struct dmn_link *
link_to(const struct dmn_unit *from, const struct dmn_unit *to)
{
	size_t i;

	for (i = 0; i < from->n_links; i++)
		if (from->links[i].unit == to)
			return &from->links[i];
	return NULL;
}

/* An element of an imported model is named with the import's name before it,
 * 6.3.3; an import without a name brings the names as they are. */
static void
slot_import(struct dmn_build *b, struct slots *all, const struct dmn_link *l,
    struct dmn_node *node)
{
	struct feel_string name = dmn_string(l->said->name);
	struct slots parts = { 0 };
	struct dmn_slot *s = slot_named(all, name), *p;

	if (s == NULL) {
		s = slot_add(b, all);
		s->name = name;
	} else if (s->node != NULL) {
		dmn_build_fault(b, l->said->line, false, "The import “%s” has"
		    " the name of something else that is used here.",
		    l->said->name);
		return;
	}
	if (slot_has(s->parts, s->n_parts, node) || s->n_parts == DMN_NEEDS)
		return;
	parts.of = arena_array(b->arena, s->n_parts + 1, sizeof(*parts.of));
	if (s->n_parts > 0)
		memcpy(parts.of, s->parts, s->n_parts * sizeof(*parts.of));
	parts.n = s->n_parts;
	parts.room = parts.n + 1;
	p = slot_add(b, &parts);
	p->name = node->name;
	p->node = node;
	s->parts = parts.of;
	s->n_parts = parts.n;
}

static void
slot_node(struct dmn_build *b, struct slots *all, struct dmn_node *node,
    int line)
{
	const struct dmn_link *l = NULL;
	struct dmn_slot *s;

	if (node->unit != b->unit)
		l = link_to(b->unit, node->unit);
	if (l != NULL && *l->said->name != '\0') {
		slot_import(b, all, l, node);
		return;
	}
	if (slot_has(all->of, all->n, node))
		return;
	if (slot_named(all, node->name) != NULL) {
		dmn_build_fault(b, line, false, "Two things that are used"
		    " here have the name “%.*s”.", (int)node->name.len,
		    node->name.text);
		return;
	}
	s = slot_add(b, all);
	s->name = node->name;
	s->node = node;
}

static void
slots_of(struct dmn_build *b, struct slots *all,
    const struct dmn_reference *r)
{
	struct dmn_node *node;

	for (; r != NULL; r = r->next) {
		if (all->n >= DMN_NEEDS) {
			dmn_build_fault(b, r->line, false, "An element may"
			    " require at most %d others.", DMN_NEEDS);
			return;
		}
		if ((node = dmn_graph_resolve(b, r)) != NULL)
			slot_node(b, all, node, r->line);
	}
}

static const struct feel_type *slot_type(struct dmn_build *,
	    const struct dmn_slot *);

static const struct feel_member *
members(struct dmn_build *b, const struct dmn_slot *s, size_t n)
{
	struct feel_member *m = arena_array(b->arena, n, sizeof(*m));
	size_t i;

	for (i = 0; i < n; i++) {
		m[i].name = s[i].name;
		m[i].type = slot_type(b, &s[i]);
	}
	return m;
}

/* A function's signature as a type; an import's as a context. */
static const struct feel_type *
slot_type(struct dmn_build *b, const struct dmn_slot *s)
{
	struct feel_type *t;
	struct feel_member *m;
	size_t i;

	if (s->node != NULL && s->node->said->kind != DMN_KNOWLEDGE &&
	    s->node->said->kind != DMN_SERVICE)
		return s->node->type;
	t = arena_alloc(b->arena, sizeof(*t));
	if (s->node == NULL) {
		t->kind = FEEL_TYPE_CONTEXT;
		t->n = s->n_parts;
		t->members = members(b, s->parts, s->n_parts);
		return t;
	}
	t->kind = FEEL_TYPE_FUNCTION;
	t->of = s->node->result;
	t->n = s->node->n_params;
	t->members = m = arena_array(b->arena, t->n, sizeof(*m));
	for (i = 0; i < t->n; i++) {
		m[i].name = s->node->params[i].name;
		m[i].type = s->node->params[i].type;
	}
	return t;
}

/* A knowledge model may call itself; its depth is bounded when it runs. */
void
dmn_slot_scope(struct dmn_build *b, struct dmn_node *n)
{
	const struct dmn_element *e = n->said;
	struct slots all = { 0 };

	b->unit = n->unit;
	b->element = e->name;
	slots_of(b, &all, e->inputs);
	slots_of(b, &all, e->decisions);
	slots_of(b, &all, e->knowledge);
	if (e->kind == DMN_KNOWLEDGE && slot_named(&all, n->name) == NULL)
		slot_node(b, &all, n, e->line);
	n->slots = all.of;
	n->n_slots = all.n;
	n->scope = dmn_build_ground(b);
	n->scope.names = members(b, all.of, all.n);
	n->scope.n = all.n;
}
