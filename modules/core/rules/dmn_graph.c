/* SPDX-License-Identifier: MIT */
/*
 * The requirements graph (6.2): models that import one another (6.3.3), their
 * elements, what each may use by name, and that none needs itself.
 */
#include "rules/dmn_node.h"

#include <stdlib.h>

static struct dmn_unit *
unit_of(struct dmn *dmn, const char *namespace)
{
	struct dmn_unit *u;

	for (u = dmn->units; u != NULL; u = u->next)
		if (strcmp(u->said->namespace, namespace) == 0)
			return u;
	return NULL;
}

static struct dmn_unit *
unit_add(struct dmn_build *b, const struct dmn_model *m)
{
	struct dmn_unit **end, *u = arena_alloc(b->arena, sizeof(*u));

	u->said = m;
	for (end = &b->dmn->units; *end != NULL; end = &(*end)->next)
		;
	*end = u;
	return u;
}

static void
unit_link(struct dmn_build *b, struct dmn_unit *u,
    const struct dmn_model *others)
{
	const struct dmn_import *i;
	const struct dmn_model *m;
	struct dmn_unit *to;
	size_t n = 0;

	for (i = u->said->imports; i != NULL; i = i->next)
		n++;
	u->links = arena_array(b->arena, n, sizeof(*u->links));
	b->unit = u;
	for (i = u->said->imports; i != NULL; i = i->next) {
		if (u->n_links == DMN_IMPORTS) {
			dmn_build_fault(b, i->line, false, "A model may import"
			    " %d others, not more.", DMN_IMPORTS);
			break;
		}
		if ((to = unit_of(b->dmn, i->namespace)) == NULL) {
			for (m = others; m != NULL; m = m->next)
				if (strcmp(m->namespace, i->namespace) == 0)
					break;
			if (m != NULL)
				to = unit_add(b, m);
		}
		if (to == NULL) {
			dmn_build_fault(b, i->line, false, "The model “%s”"
			    " that is imported as “%s” is not there.",
			    i->namespace, i->name);
			continue;
		}
		u->links[u->n_links].said = i;
		u->links[u->n_links++].unit = to;
	}
}

void
dmn_graph_units(struct dmn_build *b, const struct dmn_model *main,
    const struct dmn_model *others)
{
	struct dmn_unit *u;

	for (u = unit_add(b, main); u != NULL; u = u->next)
		unit_link(b, u, others);
}

static size_t
hash(const struct dmn *dmn, const struct dmn_element *e)
{
	return ((uintptr_t)e >> 4) * 0x9E3779B97F4A7C15U >> 20 & dmn->mask;
}

struct dmn_node *
dmn_graph_node(const struct dmn *dmn, const struct dmn_element *e)
{
	size_t i = hash(dmn, e);

	while (dmn->by_element[i] != NULL && dmn->by_element[i]->said != e)
		i = (i + 1) & dmn->mask;
	return dmn->by_element[i];
}

static int
by_id(const void *a, const void *b)
{
	const struct dmn_node *x = *(struct dmn_node *const *)a,
	    *y = *(struct dmn_node *const *)b;
	int order = strcmp(x->said->id, y->said->id);

	return order != 0 ? order : x->index < y->index ? -1 : 1;
}

/* The first of those with the id, of the unit. */
static struct dmn_node *
find_id(const struct dmn_build *b, const struct dmn_unit *u, const char *id)
{
	size_t low = 0, high = b->dmn->n_nodes, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (strcmp(b->by_id[mid]->said->id, id) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < b->dmn->n_nodes; low++) {
		if (strcmp(b->by_id[low]->said->id, id) != 0)
			return NULL;
		if (b->by_id[low]->unit == u)
			return b->by_id[low];
	}
	return NULL;
}

struct dmn_node *
dmn_graph_resolve(struct dmn_build *b, const struct dmn_reference *r)
{
	const char *mark = strrchr(r->href, '#');
	const struct dmn_unit *u = b->unit;
	struct dmn_node *n = NULL;

	if (mark != NULL && mark != r->href)
		u = unit_of(b->dmn, arena_textn(b->arena, r->href,
		    (size_t)(mark - r->href)));
	if (u != NULL)
		n = find_id(b, u, mark == NULL ? r->href : mark + 1);
	if (n == NULL)
		dmn_build_fault(b, r->line, false, "What it needs, “%s”, is"
		    " not there.", r->href);
	return n;
}

/* What a node may use, as its slots; an import's name is one slot. */
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
			    " need %d others, not more.", DMN_NEEDS);
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
static void
node_scope(struct dmn_build *b, struct dmn_node *n)
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

static void
node_new(struct dmn_build *b, struct dmn_unit *u, const struct dmn_element *e,
    struct dmn_node *n)
{
	const char *name = e->variable.name;
	size_t i;

	n->said = e;
	n->unit = u;
	n->index = (size_t)(n - b->dmn->nodes);
	n->name = dmn_string(name == NULL || *name == '\0' ? e->name : name);
	i = hash(b->dmn, e);
	while (b->dmn->by_element[i] != NULL)
		i = (i + 1) & b->dmn->mask;
	b->dmn->by_element[i] = n;
	b->by_id[n->index] = n;
}

static void
nodes_new(struct dmn_build *b)
{
	struct dmn *dmn = b->dmn;
	const struct dmn_element *e;
	struct dmn_unit *u;
	struct dmn_node *n;

	for (u = dmn->units; u != NULL; u = u->next)
		for (e = u->said->elements; e != NULL; e = e->next)
			dmn->n_nodes++;
	for (dmn->mask = 1; dmn->mask < dmn->n_nodes * 2; dmn->mask *= 2)
		;
	dmn->by_element = arena_array(b->arena, dmn->mask--,
	    sizeof(*dmn->by_element));
	dmn->nodes = n = arena_array(b->arena, dmn->n_nodes, sizeof(*n));
	b->by_id = arena_array(b->arena, dmn->n_nodes, sizeof(*b->by_id));
	for (u = dmn->units; u != NULL; u = u->next)
		for (e = u->said->elements; e != NULL; e = e->next)
			node_new(b, u, e, n++);
	if (dmn->n_nodes > 1)
		qsort(b->by_id, dmn->n_nodes, sizeof(*b->by_id), by_id);
}

void
dmn_graph_nodes(struct dmn_build *b)
{
	struct dmn *dmn = b->dmn;
	struct dmn_node *n;

	nodes_new(b);
	for (n = dmn->nodes; n < dmn->nodes + dmn->n_nodes; n++) {
		b->unit = n->unit;
		b->element = n->said->name;
		n->type = dmn_item_type(b, n->said->variable.type,
		    n->said->variable.line);
	}
	for (n = dmn->nodes; n < dmn->nodes + dmn->n_nodes; n++) {
		b->unit = n->unit;
		b->element = n->said->name;
		if (n->said->kind == DMN_KNOWLEDGE)
			dmn_knowledge_sign(b, n);
		else if (n->said->kind == DMN_SERVICE)
			dmn_service_sign(b, n);
	}
	for (n = dmn->nodes; n < dmn->nodes + dmn->n_nodes; n++)
		node_scope(b, n);
}

/* A walk over decisions that need one another, without calling itself. */
struct visit {
	struct dmn_node *node;
	struct dmn_node **needs;
	size_t n, at;
};

static void
visit_needs(struct visit *v, const struct dmn_slot *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (s[i].node == NULL)
			visit_needs(v, s[i].parts, s[i].n_parts);
		else if (s[i].node->said->kind == DMN_DECISION)
			v->needs[v->n++] = s[i].node;
}

static struct visit
visit_enter(struct dmn_build *b, struct dmn_node *n)
{
	struct visit v = { .node = n };
	size_t i, most = 0;

	for (i = 0; i < n->n_slots; i++)
		most += n->slots[i].node == NULL ? n->slots[i].n_parts : 1;
	v.needs = arena_array(b->arena, most, sizeof(struct dmn_node *));
	visit_needs(&v, n->slots, n->n_slots);
	n->state = DMN_ENTERED;
	return v;
}

static void
visit_leave(struct dmn_build *b, const struct visit *v)
{
	struct dmn_node *n = v->node;
	size_t i;

	for (i = 0; i < v->n; i++)
		if (n->height <= v->needs[i]->height)
			n->height = v->needs[i]->height + 1;
	if (n->height >= DMN_NESTING)
		n->refused = arena_printf(b->arena, "“%s” rests on more than"
		    " %d decisions in a row.", n->said->name, DMN_NESTING);
	n->state = DMN_LEFT;
	if (n->refused == NULL)
		return;
	n->height = 0;
	b->unit = n->unit;
	b->element = n->said->name;
	dmn_build_fault(b, n->said->line, false, "%s", n->refused);
}

static void
visit(struct dmn_build *b, struct visit *stack, struct dmn_node *root)
{
	struct dmn_node *to;
	struct visit *top;
	size_t n = 1;

	for (stack[0] = visit_enter(b, root); n > 0;) {
		top = &stack[n - 1];
		if (top->at == top->n) {
			visit_leave(b, top);
			n--;
			continue;
		}
		to = top->needs[top->at++];
		if (to->state == DMN_ENTERED)
			top->node->refused = arena_printf(b->arena, "“%s” and"
			    " “%s” need each other, in a circle.",
			    top->node->said->name, to->said->name);
		else if (to->state == DMN_UNSEEN)
			stack[n++] = visit_enter(b, to);
	}
}

/* No decision may need itself, nor rest on too many in a row. Functions may:
 * how deep they go is bounded when they run. */
void
dmn_graph_order(struct dmn_build *b)
{
	struct visit *stack;
	struct dmn_node *n = b->dmn->nodes;
	size_t i;

	stack = arena_array(b->arena, b->dmn->n_nodes, sizeof(*stack));
	for (i = 0; i < b->dmn->n_nodes; i++, n++)
		if (n->said->kind == DMN_DECISION && n->state == DMN_UNSEEN)
			visit(b, stack, n);
}
