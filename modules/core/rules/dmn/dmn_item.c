/* SPDX-License-Identifier: MIT */
/*
 * Item definitions (7.3.2) become types. They may name one another in any
 * order and across imports, but none may hold itself: its values would have
 * no end.
 */
#include "rules/dmn/dmn_build.h"

#include <stdlib.h>

static void kind_read(struct dmn_build *, struct dmn_unit *,
	    struct dmn_kind *);
static void item_read(struct dmn_build *, const struct dmn_item *,
	    struct feel_type *);

/* FEEL's own, which hide a model's. */
static const struct feel_type *
own(const char *name)
{
	return feel_type_own(name, strlen(name));
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct dmn_kind *)a)->item->name,
	    ((const struct dmn_kind *)b)->item->name);
}

static struct dmn_kind *
kind_of(struct dmn_unit *u, const char *name)
{
	struct dmn_item item = { .name = name };
	struct dmn_kind key = { .item = &item };

	return u->n_kinds == 0 ? NULL : bsearch(&key, u->kinds, u->n_kinds,
	    sizeof(key), by_name);
}

/* An item of this model or of one that it imports: "tRate", "tax.tRate". */
static struct dmn_kind *
kind_find(struct dmn_unit *u, const char *name, struct dmn_unit **of)
{
	const char *prefix, *rest;
	struct dmn_kind *k;
	size_t i, len;

	*of = u;
	if ((k = kind_of(u, name)) != NULL)
		return k;
	for (i = 0; i < u->n_links; i++) {
		prefix = u->links[i].said->name;
		len = strlen(prefix);
		rest = name;
		if (len > 0) {
			if (strncmp(name, prefix, len) != 0 ||
			    name[len] != '.')
				continue;
			rest = name + len + 1;
		}
		*of = u->links[i].unit;
		if ((k = kind_of(*of, rest)) != NULL)
			return k;
	}
	return NULL;
}

const struct feel_type *
dmn_item_type(struct dmn_build *b, const char *name, int line)
{
	const struct feel_type *t;
	struct dmn_unit *of;
	struct dmn_kind *k;
	const char *colon;

	if (name == NULL || *name == '\0')
		return NULL;
	if ((t = own(name)) != NULL)
		return t->kind == FEEL_TYPE_ANY ? NULL : t;
	k = kind_find(b->unit, name, &of);
	if (k == NULL && (colon = strchr(name, ':')) != NULL) {
		if ((t = own(colon + 1)) != NULL)	/* feel:string */
			return t->kind == FEEL_TYPE_ANY ? NULL : t;
		k = kind_find(b->unit, colon + 1, &of);
	}
	if (k == NULL) {
		dmn_build_fault(b, line, false,
		    "There is no type “%s” in this model.", name);
		return NULL;
	}
	if (k->state == DMN_READING) {
		dmn_build_fault(b, line, false,
		    "The type “%s” would hold itself without end.", name);
		return NULL;
	}
	kind_read(b, of, k);
	return k->type;
}

/* What an item allows, within what its base allows already. */
static void
allow(struct dmn_build *b, const struct dmn_text *t, struct feel_type *type)
{
	struct dmn_text both = *t;
	struct feel_scope ground;

	if (dmn_build_blank(t))
		return;
	if (type->allowed_text != NULL)
		both.text = arena_printf(b->arena,
		    "(? in (%s)) and (? in (%s))", type->allowed_text,
		    t->text);
	ground = dmn_build_ground(b);
	type->allowed = dmn_build_tests(b, &both,
	    arena_copy(b->arena, &ground, sizeof(ground)), type);
	type->allowed_text = both.text;
}

static void
members_read(struct dmn_build *b, const struct dmn_item *items,
    struct feel_type *out)
{
	const struct dmn_item *i;
	struct feel_member *m;
	struct feel_type *t;

	out->kind = FEEL_TYPE_CONTEXT;
	for (i = items; i != NULL; i = i->next)
		out->n++;
	out->members = m = arena_array(b->arena, out->n, sizeof(*m));
	if (b->nesting == DMN_NESTING) {
		dmn_build_fault(b, items->line, false, "Item components can be"
		    " nested at most %d levels deep.", DMN_NESTING);
		out->n = 0;
		return;
	}
	b->nesting++;
	for (i = items; i != NULL; i = i->next, m++) {
		m->name = dmn_string(i->name);
		m->type = t = arena_alloc(b->arena, sizeof(*t));
		item_read(b, i, t);
	}
	b->nesting--;
}

static void
function_read(struct dmn_build *b, const struct dmn_item *item,
    struct feel_type *out)
{
	const struct dmn_variable *v;
	struct feel_member *m;

	out->kind = FEEL_TYPE_FUNCTION;
	for (v = item->function.params; v != NULL; v = v->next)
		out->n++;
	out->members = m = arena_array(b->arena, out->n, sizeof(*m));
	for (v = item->function.params; v != NULL; v = v->next, m++) {
		m->name = dmn_string(v->name);
		m->type = dmn_item_type(b, v->type, v->line);
	}
	out->of = dmn_item_type(b, item->function.result, item->line);
}

static void
item_read(struct dmn_build *b, const struct dmn_item *item,
    struct feel_type *out)
{
	const struct feel_type *base;

	if (item->function.is)
		function_read(b, item, out);
	else if (item->components != NULL)
		members_read(b, item->components, out);
	else if ((base = dmn_item_type(b, item->type, item->line)) != NULL)
		*out = *base;
	out->name = NULL;
	allow(b, &item->allowed, out);
	if (item->collection) {		/* what it allows, each item is */
		base = arena_copy(b->arena, out, sizeof(*out));
		*out = (struct feel_type){ .kind = FEEL_TYPE_LIST,
		    .of = base };
	}
	allow(b, &item->constraint, out);
}

static void
kind_read(struct dmn_build *b, struct dmn_unit *unit, struct dmn_kind *k)
{
	const char *element = b->element;
	struct dmn_unit *back = b->unit;

	if (k->state != DMN_UNREAD)
		return;
	if (b->nesting == DMN_NESTING) {
		dmn_build_fault(b, k->item->line, false, "This type rests on"
		    " more than %d others in a row.", DMN_NESTING);
		return;
	}
	b->nesting++;
	b->unit = unit;
	b->element = k->item->name;
	k->state = DMN_READING;
	item_read(b, k->item, k->type);
	k->type->name = k->item->name;
	k->state = DMN_READ;
	b->element = element;
	b->unit = back;
	b->nesting--;
}

/* The types are there, empty, before any is read: texts may name them all. */
static void
unit_prepare(struct dmn_build *b, struct dmn_unit *u)
{
	const struct dmn_item *i;
	struct dmn_kind *k;

	for (i = u->said->items; i != NULL; i = i->next)
		u->n_kinds++;
	u->kinds = k = arena_array(b->arena, u->n_kinds, sizeof(*k));
	for (i = u->said->items; i != NULL; i = i->next, k++) {
		k->item = i;
		k->type = arena_alloc(b->arena, sizeof(*k->type));
	}
	if (u->n_kinds > 1)
		qsort(u->kinds, u->n_kinds, sizeof(*k), by_name);
}

static void
unit_names(struct dmn_build *b, struct dmn_unit *u)
{
	struct feel_member *m;
	const char *prefix;
	struct dmn_unit *of;
	size_t i, j, n = u->n_kinds;

	for (i = 0; i < u->n_links; i++)
		n += u->links[i].unit->n_kinds;
	u->types = m = arena_array(b->arena, n, sizeof(*m));
	u->n_types = n;
	for (j = 0; j < u->n_kinds; j++, m++) {
		m->name = dmn_string(u->kinds[j].item->name);
		m->type = u->kinds[j].type;
	}
	for (i = 0; i < u->n_links; i++) {
		of = u->links[i].unit;
		prefix = u->links[i].said->name;
		for (j = 0; j < of->n_kinds; j++, m++) {
			m->name = dmn_string(*prefix == '\0' ?
			    of->kinds[j].item->name :
			    arena_printf(b->arena, "%s.%s", prefix,
			    of->kinds[j].item->name));
			m->type = of->kinds[j].type;
		}
	}
}

void
dmn_item_compile(struct dmn_build *b)
{
	struct dmn_unit *u;
	size_t i;

	for (u = b->dmn->units; u != NULL; u = u->next)
		unit_prepare(b, u);
	for (u = b->dmn->units; u != NULL; u = u->next)
		unit_names(b, u);
	for (u = b->dmn->units; u != NULL; u = u->next)
		for (i = 0; i < u->n_kinds; i++)
			kind_read(b, u, &u->kinds[i]);
}
