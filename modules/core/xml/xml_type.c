/* SPDX-License-Identifier: MIT */
/* Reads a case type: the tree that fulfils type.rng, then the rules. */
#include "xml/xml_type.h"

#include <string.h>

#include "xml/typeconsent.h"
#include "xml/typecost.h"
#include "xml/typedeadline.h"
#include "xml/typedecision.h"
#include "xml/typefield.h"
#include "xml/typegoal.h"
#include "xml/typerhythm.h"

static const char *const own_types[] = { "all", "any", "new", NULL };
static const char *const own_roles[] = { "lead", NULL };

static void
read_xes_lists(struct typeword *r, const struct reader_node *n,
    struct type_xes *x)
{
	const struct type_xes_value **values = &x->values;
	const struct type_xes_phase **phases = &x->phases;
	const struct reader_node *c;
	const struct type_field *f;
	struct type_xes_value *v;
	struct type_xes_phase *p;

	for (c = reader_child(n, "", "value"); c != NULL;
	    c = reader_after(c, "", "value")) {
		v = arena_alloc(r->arena, sizeof(*v));
		v->key = reader_given(c, "key");
		v->field = reader_given(c, "field");
		f = typefield_find(r->type->fields, v->field);
		if (f == NULL)
			typeword_fault(r, c->line, "There is no field “%s” "
			    "for the key “%s”.", v->field, v->key);
		else if (f->follows)
			typeword_fault(r, c->line, "The field “%s” is "
			    "computed and takes no key.", v->field);
		*values = v;
		values = (const struct type_xes_value **)&v->next;
	}
	for (c = reader_child(n, "", "enters"); c != NULL;
	    c = reader_after(c, "", "enters")) {
		p = arena_alloc(r->arena, sizeof(*p));
		p->activity = reader_given(c, "activity");
		p->phase = reader_given(c, "phase");
		if (typeword_find(r->type->phases, p->phase) == NULL)
			typeword_fault(r, c->line, "There is no phase “%s”.",
			    p->phase);
		*phases = p;
		phases = (const struct type_xes_phase **)&p->next;
	}
}

static const char *
xes_key(const struct reader_node *n, const char *name)
{
	const struct reader_node *c = reader_child(n, "", name);

	return c == NULL ? "" : reader_given(c, "key");
}

static void
read_xes(struct typeword *r, const struct reader_node *n)
{
	struct type_xes *x = arena_alloc(r->arena, sizeof(*x));
	const struct type_xes_medium **media = &x->media;
	const struct reader_node *c;
	struct type_xes_medium *m;

	r->type->xes = x;
	x->received = xes_key(n, "received");
	x->closed = xes_key(n, "closed");
	x->lead = xes_key(n, "lead");
	x->medium = xes_key(n, "medium");
	x->outcome = "";
	if ((c = reader_child(n, "", "closed")) != NULL) {
		x->outcome = reader_given(c, "outcome");
		if (typeword_find(r->type->outcomes, x->outcome) == NULL)
			typeword_fault(r, c->line, "There is no outcome “%s”.",
			    x->outcome);
	}
	c = reader_child(n, "", "medium");
	for (c = c == NULL ? NULL : reader_child(c, "", "when"); c != NULL;
	    c = reader_after(c, "", "when")) {
		m = arena_alloc(r->arena, sizeof(*m));
		m->value = reader_given(c, "value");
		m->medium = reader_given(c, "medium");
		*media = m;
		media = (const struct type_xes_medium **)&m->next;
	}
	read_xes_lists(r, n, x);
}

/* The part of the type named so; a document that the schema let through has
 * it. */
static void
read_named(struct typeword *r, const struct reader_node *root,
    const char *name, struct label *out)
{
	const struct reader_node *n = reader_child(root, "", name);

	if (n == NULL)
		typeword_fault(r, root->line, "<type> has no <%s>.", name);
	else
		typeword_label(r, n, out);
}

/* What solving and declining at the screening ends with. */
static void
check_outcomes(struct typeword *r, const struct reader_node *n, int line)
{
	static const char *const needed[] = { "solved", "declined" };
	size_t i;

	for (i = 0; i < 2; i++)
		if (typeword_find(r->type->outcomes, needed[i]) == NULL)
			typeword_fault(r, n == NULL ? line : n->line,
			    "<outcomes> has no outcome “%s”, which screening "
			    "ends with.", needed[i]);
}

/* The schema's own sentences say where and little of what: one is kept only
 * for a line that no rule has found a fault in. */
static void
add_schema_faults(struct reader_fault **mine, struct reader_fault *schema)
{
	struct reader_fault *f, *next, *m;

	for (f = schema; f != NULL; f = next) {
		next = f->next;
		f->next = NULL;
		for (m = *mine; m != NULL && m->line != f->line; m = m->next)
			;
		if (m != NULL)
			continue;
		while (*mine != NULL && (*mine)->line <= f->line)
			mine = &(*mine)->next;
		f->next = *mine;
		*mine = f;
	}
}

static void
read_views(struct typeword *r, const struct reader_node *views)
{
	static const char *const codes[] = { "legal", "contract", "medical",
	    NULL };
	const struct reader_node *n;
	int i;

	for (n = views == NULL ? NULL : reader_child(views, "", "view");
	    n != NULL; n = reader_after(n, "", "view")) {
		i = reader_place(codes, reader_given(n, "code"));
		if (i < 0)
			typeword_fault(r, n->line, "There is no view “%s”.",
			    reader_given(n, "code"));
		else
			r->type->views |= 1u << i;
	}
}

/* The care models that it names; the domain reads them. */
static void
read_packs(struct typeword *r, const struct reader_node *models)
{
	const struct type_pack **tail = &r->type->packs, *o;
	const struct reader_node *n;
	struct type_pack *p;

	for (n = models == NULL ? NULL : reader_child(models, "", "model");
	    n != NULL; n = reader_after(n, "", "model")) {
		p = arena_alloc(r->arena, sizeof(*p));
		p->code = typeword_code(r, n, NULL);
		p->line = n->line;
		for (o = r->type->packs; o != NULL; o = o->next)
			if (strcmp(o->code, p->code) == 0)
				typeword_fault(r, n->line, "The model “%s” "
				    "is named twice.", p->code);
		*tail = p;
		tail = &p->next;
	}
}

static struct casetype *
read_type(struct typeword *r, const struct reader_node *root)
{
	struct casetype *t = arena_alloc(r->arena, sizeof(*t));
	const struct reader_node *n;

	r->type = t;
	t->code = typeword_code(r, root, own_types);
	t->prefix = reader_given(root, "prefix");
	if (strcmp(t->prefix, "P") == 0)
		typeword_fault(r, root->line, "The prefix “P” is that of "
		    "persons; take another.");
	read_named(r, root, "name", &t->label);
	read_named(r, root, "plural", &t->plural);
	read_named(r, root, "description", &t->description);
	if ((n = reader_child(root, "", "protected")) != NULL)
		t->protected_counted =
		    strcmp(reader_given(n, "show"), "count") == 0;
	t->phases = typeword_terms(r, reader_child(root, "", "phases"),
	    "phase", NULL);
	t->roles = typeword_terms(r, reader_child(root, "", "roles"), "role",
	    own_roles);
	n = reader_child(root, "", "outcomes");
	t->outcomes = typeword_terms(r, n, "outcome", NULL);
	check_outcomes(r, n, root->line);
	t->risks = typeword_terms(r, reader_child(root, "", "risks"), "risk",
	    NULL);
	t->papers = typeword_terms(r, reader_child(root, "", "documents"),
	    "kind", NULL);
	typefield_all(r, reader_child(root, "", "fields"));
	typedecision_all(r, reader_child(root, "", "risks"),
	    reader_child(root, "", "decisions"));
	typegoal_all(r, reader_child(root, "", "goals"));
	typedeadline_all(r, reader_child(root, "", "deadlines"));
	typerhythm_read(r, reader_child(root, "", "rhythm"));
	read_packs(r, reader_child(root, "", "models"));
	typecost_read(r, reader_child(root, "", "costs"));
	typeconsent_read(r, reader_child(root, "", "consent"));
	if ((n = reader_child(root, "", "xes")) != NULL)
		read_xes(r, n);
	n = reader_child(root, "", "break-glass");
	t->no_glass = n != NULL && !typeword_yes(n, "allowed");
	n = reader_child(root, "", "compartment");
	t->compartment = n == NULL ? "" : reader_given(n, "code");
	read_views(r, reader_child(root, "", "views"));
	return t;
}

struct casetype *
xml_type_read(struct arena *a, const char *file, const char *bytes,
    size_t len, const char *schema, struct reader_fault **faults)
{
	struct reader_fault *mine = NULL, *by_schema = NULL, **tail = faults;
	struct typeword r = { a, file, &mine, NULL, false };
	const struct reader_node *root;

	root = reader_tree(a, file, bytes, len, schema, &by_schema);
	if (root == NULL && schema != NULL)
		root = reader_tree(a, file, bytes, len, NULL, &mine);
	if (root != NULL && !reader_is(root, "", "type"))
		typeword_fault(&r, root->line, "This is <%s>, and no <type>.",
		    root->name);
	else if (root != NULL)
		read_type(&r, root);
	add_schema_faults(&mine, by_schema);
	if (mine == NULL)
		return r.type;
	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = mine;
	return NULL;
}
