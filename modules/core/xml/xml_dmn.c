/* SPDX-License-Identifier: MIT */
/* Reads a DMN file: <definitions>, and that names and ids are there once. */
#include "xml/xml_dmn.h"

#include <string.h>

#include "xml/dmngraph.h"
#include "xml/dmnitem.h"

static const struct {
	const char *ns, *version;
} versions[] = {
	{ "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "1.1" },
	{ "http://www.omg.org/spec/DMN/20180521/MODEL/", "1.2" },
	{ "https://www.omg.org/spec/DMN/20191111/MODEL/", "1.3" },
	{ "https://www.omg.org/spec/DMN/20211108/MODEL/", "1.4" },
	{ "https://www.omg.org/spec/DMN/20230324/MODEL/", "1.5" },
	{ NULL, NULL }
};

static const char *
version_of(const struct reader_node *root)
{
	size_t i;

	for (i = 0; versions[i].ns != NULL; i++)
		if (reader_is(root, versions[i].ns, "definitions"))
			return versions[i].version;
	return NULL;
}

static struct dmn_import *
read_imports(struct dmnword *r, const struct reader_node *root)
{
	struct dmn_import *first = NULL, **tail = &first, *i;
	const struct reader_node *c;

	for (c = dmnword_child(r, root, "import"); c != NULL;
	    c = dmnword_after(r, c, "import")) {
		i = arena_alloc(r->arena, sizeof(*i));
		i->name = reader_given(c, "name");
		i->namespace = reader_given(c, "namespace");
		i->type = reader_given(c, "importType");
		i->location = reader_given(c, "locationURI");
		i->line = c->line;
		if (*i->namespace == '\0')
			dmnword_fault(r, c->line, "An import has no "
			    "namespace.");
		*tail = i;
		tail = &i->next;
	}
	return first;
}

/* Ids of whatever is DMN's own; diagrams and vendors have theirs. */
static void
collect_ids(struct dmnword *r, const struct reader_node *n,
    struct dmnword_seen *p)
{
	const struct reader_node *c;

	dmnword_saw(r, p, reader_given(n, "id"), n->line);
	for (c = n->first; c != NULL; c = c->next)
		if (c->name != NULL && strcmp(c->ns, r->ns) == 0 &&
		    strcmp(c->name, "extensionElements") != 0)
			collect_ids(r, c, p);
}

/* All that an expression may call by name shares one space of names (6.3.1),
 * imports included. */
static void
check_names(struct dmnword *r, const struct reader_node *root)
{
	struct dmnword_seen ids = { 0 }, names = { 0 };
	const struct dmn_element *e;
	const struct dmn_import *i;

	collect_ids(r, root, &ids);
	dmnword_once(r, &ids, "The id");
	for (e = r->model->elements; e != NULL; e = e->next)
		if (e->kind != DMN_SOURCE)
			dmnword_saw(r, &names, e->name, e->line);
	for (i = r->model->imports; i != NULL; i = i->next)
		dmnword_saw(r, &names, i->name, i->line);
	dmnword_once(r, &names, "The name");
}

static void
read_model(struct dmnword *r, const struct reader_node *root)
{
	struct dmn_model *m = r->model;

	m->id = reader_given(root, "id");
	m->name = dmnword_name(r, root, "The model");
	m->namespace = reader_given(root, "namespace");
	m->language = reader_given(root, "expressionLanguage");
	m->description = dmnword_prose(r, root, "description");
	if (*m->namespace == '\0')
		dmnword_fault(r, root->line, "The model has no namespace.");
	m->imports = read_imports(r, root);
	m->items = dmnitem_all(r, root, "itemDefinition");
	m->elements = dmngraph_all(r, root);
	check_names(r, root);
}

/* What the XML itself has against it. */
static void
take_over(struct dmnword *r, const struct reader_fault *f)
{
	for (; f != NULL; f = f->next)
		dmnword_fault(r, f->line, "%s", f->text);
}

static struct dmn_model *
read_root(struct arena *a, const char *file, const struct reader_node *root,
    const struct reader_fault *wrong, struct dmn_fault **faults)
{
	struct dmnword r = { .arena = a, .tail = faults, .element = "" };

	while (*r.tail != NULL)
		r.tail = &(*r.tail)->next;
	r.model = arena_alloc(a, sizeof(*r.model));
	r.model->file = arena_text(a, file);
	take_over(&r, wrong);
	if (root == NULL)
		return NULL;
	r.ns = root->ns;
	if ((r.model->version = version_of(root)) == NULL) {
		dmnword_fault(&r, root->line, "This is <%s> of “%s”, and no "
		    "<definitions> of DMN 1.1 to 1.5.", root->name, root->ns);
		return NULL;
	}
	read_model(&r, root);
	return r.model;
}

struct dmn_model *
xml_dmn_read(struct arena *a, const char *file, const char *bytes, size_t len,
    struct dmn_fault **faults)
{
	struct reader_fault *wrong = NULL;
	const struct reader_node *root;

	root = reader_tree(a, file, bytes, len, NULL, &wrong);
	return read_root(a, file, root, wrong, faults);
}

struct dmn_model *
xml_dmn_file(struct arena *a, const char *path, struct dmn_fault **faults)
{
	struct reader_fault *wrong = NULL;
	const struct reader_node *root;

	root = reader_file(a, path, XML_DMN_MAX, NULL, &wrong);
	return read_root(a, path, root, wrong, faults);
}
