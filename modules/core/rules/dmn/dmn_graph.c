/* SPDX-License-Identifier: MIT */
/* The requirements graph (6.2): the elements of all models, which of them a
 * reference means, and that no decision needs itself. */
#include "rules/dmn/dmn_build.h"

#include <stdlib.h>

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
		u = dmn_import_unit(b->dmn, arena_textn(b->arena, r->href,
		    (size_t)(mark - r->href)));
	if (u != NULL)
		n = find_id(b, u, mark == NULL ? r->href : mark + 1);
	if (n == NULL)
		dmn_build_fault(b, r->line, false, "What it requires,"
		    " “%s”, is not in the model.", r->href);
	return n;
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
		dmn_slot_scope(b, n);
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
