/* SPDX-License-Identifier: MIT */
/* A case, compiled: its items by number, their expressions, and who listens to
 * whom. Stages in stages are bounded, and one in itself is left out. */
#include "rules/cmmn/cmmn_compile.h"

#include <string.h>

#include "rules/cmmn/cmmn_code.h"
#include "rules/cmmn/cmmn_timer.h"

#define DEEPEST 100		/* stages in stages */

static size_t
hash(const void *key, bool text)
{
	size_t h = 5381;
	const char *s;

	if (!text)
		return (size_t)((uintptr_t)key >> 4) * 2654435761U;
	for (s = key; *s != '\0'; s++)
		h = h * 33 + (unsigned char)*s;
	return h;
}

/* Where the key is, or would be: there is always room. */
static struct cmmn_pair *
place(const struct cmmn_map *m, const void *key, bool text)
{
	size_t at = hash(key, text) & (m->room - 1);

	while (m->pairs[at].key != NULL && m->pairs[at].key != key &&
	    !(text && strcmp(m->pairs[at].key, key) == 0))
		at = (at + 1) & (m->room - 1);
	return &m->pairs[at];
}

static void *
get(const struct cmmn_map *m, const void *key, bool text)
{
	return m->room == 0 || key == NULL ? NULL :
	    place(m, key, text)->value;
}

static void
put(struct arena *a, struct cmmn_map *m, const void *key, void *value,
    bool text)
{
	struct cmmn_map old = *m;
	struct cmmn_pair *p;
	size_t i;

	if (m->n * 2 >= m->room) {
		m->room = m->room == 0 ? 64 : m->room * 2;
		m->pairs = arena_array(a, m->room, sizeof(*m->pairs));
		for (i = 0; i < old.room; i++)
			if (old.pairs[i].key != NULL)
				*place(m, old.pairs[i].key, text) =
				    old.pairs[i];
	}
	p = place(m, key, text);
	if (p->key != NULL)
		return;
	p->key = key;
	p->value = value;
	m->n++;
}

const struct cmmn_node *
cmmn_compile_node(const struct cmmn *c, const struct cmmn_item_use *u)
{
	return get(&c->by_use, u, false);
}

struct cmmn_ear *
cmmn_compile_ears(const struct cmmn *c, const struct cmmn_file_item *i)
{
	return get(&c->by_file, i, false);
}

const struct cmmn_code *
cmmn_compile_rule(const struct cmmn *c, const struct cmmn_applicability *r)
{
	return get(&c->by_rule, r, false);
}

static struct cmmn_node *
new_node(struct cmmn_maker *m, const struct cmmn_item_use *u,
    const struct cmmn_definition *d)
{
	struct cmmn *c = m->cmmn;
	struct cmmn_node *n = arena_alloc(m->arena, sizeof(*n)), **more;
	size_t room = 16;

	n->use = u;
	n->definition = d;
	n->number = c->n_nodes;
	while (room < c->n_nodes)
		room *= 2;
	if (c->n_nodes == 0 || c->n_nodes == room) {
		room = c->n_nodes == 0 ? 16 : room * 2;
		more = arena_array(m->arena, room, sizeof(struct cmmn_node *));
		if (c->n_nodes > 0)
			memcpy(more, c->nodes, c->n_nodes *
			    sizeof(struct cmmn_node *));
		c->nodes = more;
	}
	c->nodes[c->n_nodes++] = n;
	return n;
}

static size_t
count_uses(const struct cmmn_item_use *u)
{
	size_t n = 0;

	for (; u != NULL; u = u->next)
		n++;
	return n;
}

/* 5.4.8 tables in tables: how many discretionary items they have together. */
static size_t
count_table(const struct cmmn_planning *p, unsigned int depth)
{
	size_t n = 0;

	for (; p != NULL && depth < DEEPEST; p = p->next)
		n += count_uses(p->items) + count_table(p->tables, depth + 1);
	return n;
}

struct reading {		/* a definition that is being read, for loops */
	const struct reading *outer;
	const struct cmmn_definition *definition;
	unsigned int depth;
};

static const struct cmmn_inside *read_inside(struct cmmn_maker *,
	    const struct cmmn_definition *, const struct reading *);

static struct cmmn_node *
read_use(struct cmmn_maker *m, const struct cmmn_item_use *u,
    const struct reading *in)
{
	const struct cmmn_definition *d = u->definition;
	struct cmmn_node *n;

	if (d == NULL)		/* the reader said so */
		return NULL;
	n = new_node(m, u, d);
	put(m->arena, &m->cmmn->by_use, u, n, false);
	if (u->id[0] != '\0')
		put(m->arena, &m->cmmn->by_id, u->id, n, true);
	n->repetition = cmmn_code_make(m, &u->control.repetition, u->id);
	n->required = cmmn_code_make(m, &u->control.required, u->id);
	n->manual = cmmn_code_make(m, &u->control.manual, u->id);
	if (d->items != NULL || d->planning != NULL)
		n->inside = read_inside(m, d, in);
	return n;
}

static void
read_table(struct cmmn_maker *m, const struct cmmn_planning *p,
    struct cmmn_inside *out, const struct reading *in, unsigned int depth)
{
	const struct cmmn_applicability *r;
	const struct cmmn_item_use *u;
	struct cmmn_node *n;

	for (; p != NULL && depth < DEEPEST; p = p->next) {
		for (r = p->rules; r != NULL; r = r->next)
			if (r->condition.text != NULL)
				put(m->arena, &m->cmmn->by_rule, r, (void *)
				    (uintptr_t)cmmn_code_make(m,
				    &r->condition, r->id), false);
		for (u = p->items; u != NULL; u = u->next)
			if ((n = read_use(m, u, in)) != NULL)
				out->table[out->n_table++] = n;
		read_table(m, p->tables, out, in, depth + 1);
	}
}

static bool
is_read(const struct reading *r, const struct cmmn_definition *d)
{
	for (; r != NULL; r = r->outer)
		if (r->definition == d)
			return true;
	return false;
}

static const struct cmmn_inside *
read_inside(struct cmmn_maker *m, const struct cmmn_definition *d,
    const struct reading *outer)
{
	struct reading in = { outer, d, outer == NULL ? 0 : outer->depth + 1 };
	struct cmmn_inside *i = get(&m->cmmn->insides, d, false);
	const struct cmmn_item_use *u;
	struct cmmn_node *n;
	size_t k;

	if (is_read(outer, d)) {
		cmmn_code_fault(m, d->line, d->id, false,
		    "It contains itself, and would never end. It stays "
		    "empty there.");
		return NULL;
	}
	if (in.depth > DEEPEST || (i != NULL && i->height + in.depth >
	    DEEPEST)) {
		cmmn_code_fault(m, d->line, d->id, false,
		    "It lies more than %d stages deep, and stays empty "
		    "there.", DEEPEST);
		return NULL;
	}
	if (i != NULL)
		return i;
	i = arena_alloc(m->arena, sizeof(*i));
	put(m->arena, &m->cmmn->insides, d, i, false);
	i->definition = d;
	i->nodes = arena_array(m->arena, count_uses(d->items),
	    sizeof(*i->nodes));
	i->table = arena_array(m->arena, count_table(d->planning, 0),
	    sizeof(*i->table));
	for (u = d->items; u != NULL; u = u->next)
		if ((n = read_use(m, u, &in)) != NULL)
			i->nodes[i->n++] = n;
	read_table(m, d->planning, i, &in, 0);
	for (k = 0; k < i->n + i->n_table; k++) {
		n = k < i->n ? i->nodes[k] : i->table[k - i->n];
		if (n->inside != NULL && n->inside->height >= i->height)
			i->height = n->inside->height + 1;
	}
	return i;
}

static void
listen_file(struct cmmn_maker *m, const struct cmmn_file_item *file,
    struct cmmn_ear *e)
{
	struct cmmn_ear *first = get(&m->cmmn->by_file, file, false);

	if (first == NULL) {
		put(m->arena, &m->cmmn->by_file, file, e, false);
		return;
	}
	e->next = first->next;
	first->next = e;
}

static void
listen(struct cmmn_maker *m, const struct cmmn_item_use *item,
    const struct cmmn_file_item *file, const struct cmmn_ear *as)
{
	struct cmmn_node *source = get(&m->cmmn->by_use, item, false);
	struct cmmn_ear *e = arena_copy(m->arena, as, sizeof(*as));

	if (file != NULL) {
		listen_file(m, file, e);
	} else if (source != NULL) {
		e->next = source->ears;
		source->ears = e;
	}
}

static void
gate(struct cmmn_maker *m, struct cmmn_gate *g,
    const struct cmmn_criterion *c)
{
	const struct cmmn_on_part *on;

	g->criterion = c;
	g->name = c->id[0] != '\0' ? c->id :
	    arena_printf(m->arena, "#%zu", g->number);
	if (c->sentry == NULL) {
		g->dead = true;
		return;
	}
	g->condition = cmmn_code_make(m, &c->sentry->condition,
	    c->sentry->id);
	for (on = c->sentry->on; on != NULL; on = on->next, g->n_on++)
		listen(m, on->item, on->file, &(struct cmmn_ear){
		    .gate = g, .on = on, .event = on->event, .by = on->by,
		    .part = g->n_on });
	if (g->n_on == 0 && g->condition == NULL) {
		g->dead = true;
		cmmn_code_fault(m, c->sentry->line, c->sentry->id, true,
		    "The sentry has neither an event nor a condition, and "
		    "never fires.");
	}
}

static struct cmmn_gate *
gates(struct cmmn_maker *m, const struct cmmn_node *owner,
    const struct cmmn_criterion *c, size_t first, bool exit, size_t *n)
{
	const struct cmmn_criterion *at;
	struct cmmn_gate *g;
	size_t i = 0;

	for (*n = 0, at = c; at != NULL; at = at->next)
		(*n)++;
	g = arena_array(m->arena, *n, sizeof(*g));
	for (; c != NULL; c = c->next, i++) {
		g[i].owner = owner;
		g[i].number = first + i;
		g[i].exit = exit;
		gate(m, &g[i], c);
	}
	return g;
}

/* 5.4.3.2 A timer, and what starts it. */
static void
timer(struct cmmn_maker *m, struct cmmn_node *n)
{
	const struct cmmn_definition *d = n->definition;

	n->timer = cmmn_timer_make(m, d);
	if (d->start.item == NULL && d->start.file == NULL)
		return;
	n->start = arena_alloc(m->arena, sizeof(*n->start));
	n->start->owner = n;
	listen(m, d->start.item, d->start.file, &(struct cmmn_ear){
	    .gate = n->start, .event = d->start.event });
}

static bool
is_listener(enum cmmn_kind k)
{
	return k == CMMN_EVENT_LISTENER || k == CMMN_USER_LISTENER ||
	    k == CMMN_TIMER_LISTENER;
}

static void
finish(struct cmmn_maker *m, struct cmmn_node *n)
{
	const struct cmmn_criterion *exits = n->use == NULL ?
	    n->definition->exits : n->use->exits;
	const struct cmmn_criterion *entries = n->use == NULL ? NULL :
	    n->use->entries;
	enum cmmn_kind kind = n->definition->kind;
	size_t i;

	if (is_listener(kind) && (entries != NULL || exits != NULL)) {
		cmmn_code_fault(m, n->use->line, n->use->id, true,
		    "An event listener has no criteria (5.4.5): these are "
		    "not looked at.");
		entries = exits = NULL;
	}
	n->exits = gates(m, n, exits, 0, true, &n->n_exits);
	n->entries = gates(m, n, entries, n->n_exits, false, &n->n_entries);
	for (i = 0; i < n->n_exits; i++)
		n->conditional |= n->exits[i].condition != NULL;
	for (i = 0; i < n->n_entries; i++) {
		n->conditional |= n->entries[i].condition != NULL;
		n->on_entry |= n->entries[i].n_on > 0;
	}
	if (kind == CMMN_TIMER_LISTENER)
		timer(m, n);
	if (n->repetition != NULL && !n->on_entry && (n->n_entries > 0 ||
	    kind == CMMN_MILESTONE))
		cmmn_code_fault(m, n->use->line, n->use->id, true,
		    "It has a repetition rule, but no entry criterion with "
		    "an event that could begin another round (5.4.11): it "
		    "does not repeat.");
}

struct cmmn *
cmmn_compile(struct arena *a, const char *file, const struct cmmn_case *of,
    const struct feel_scope *names, struct cmmn_fault **faults)
{
	struct cmmn *c = arena_alloc(a, sizeof(*c));
	struct cmmn_maker m = { .arena = a, .cmmn = c, .faults = faults };
	static const struct cmmn_definition nothing = {
		.kind = CMMN_STAGE, .id = "", .name = "", .documentation = ""
	};
	struct cmmn_node *root;
	size_t i;

	c->arena = a;
	c->file = file;
	c->of = of;
	cmmn_code_scope(&m, names);
	if (of->plan == NULL)
		cmmn_code_fault(&m, of->line, of->id, false,
		    "The case has no plan.");
	root = new_node(&m, NULL, of->plan == NULL ? &nothing : of->plan);
	root->inside = read_inside(&m, root->definition, NULL);
	for (i = 0; i < c->n_nodes; i++)
		finish(&m, c->nodes[i]);
	c->root = root;
	return c;
}

const struct cmmn_item_use *
cmmn_compile_use(const struct cmmn *c, const char *id)
{
	const struct cmmn_node *n = get(&c->by_id, id, true);

	return n == NULL ? NULL : n->use;
}
