/* SPDX-License-Identifier: MIT */
/* Reads a CMMN file: <definitions> and its cases, 5.1 and 5.2. */
#include "xml/xml_cmmn.h"

#include <string.h>

#include "xml/cmmndefinition.h"
#include "xml/cmmnfile.h"
#include "xml/cmmnitem.h"
#include "xml/cmmnshape.h"

#define NS_1_0 "http://www.omg.org/spec/CMMN/20131201/MODEL"

static struct cmmn_case *
read_case(struct cmmnword *r, const struct reader_node *n)
{
	const struct reader_node *file = cmmnword_child(n, "caseFileModel");
	const struct reader_node *plan = cmmnword_child(n, "casePlanModel");
	struct cmmn_case *c = cmmnword_made(r, n);

	c->id = reader_given(n, "id");
	c->name = reader_given(n, "name");
	c->line = n->line;
	c->extensions = cmmnword_extensions(r, n);
	if (file != NULL)
		c->file = cmmnfile_items(r, file);
	c->roles = cmmnfile_roles(r, n);
	c->inputs = cmmnfile_parameters(r, n, "input");
	c->outputs = cmmnfile_parameters(r, n, "output");
	if (plan != NULL)
		c->plan = cmmndefinition_read(r, plan);
	else
		cmmnword_fault(r, n, "The case “%s” has no <casePlanModel>.",
		    *c->name == '\0' ? c->id : c->name);
	return c;
}

/* Parameters of processes and decisions, for those who map to them. */
static void
read_called(struct cmmnword *r, const struct reader_node *root,
    const char *name)
{
	const struct reader_node *c;

	for (c = cmmnword_child(root, name); c != NULL;
	    c = cmmnword_after(c, name)) {
		(void)cmmnfile_parameters(r, c, "input");
		(void)cmmnfile_parameters(r, c, "output");
	}
}

static void
read_model(struct cmmnword *r, const struct reader_node *root)
{
	struct cmmn_model *m = r->model;
	struct cmmn_case **tail = &m->cases;
	const struct reader_node *c;

	m->id = reader_given(root, "id");
	m->name = reader_given(root, "name");
	m->namespace = reader_given(root, "targetNamespace");
	m->language = reader_given(root, "expressionLanguage");
	cmmnshape_check(r, root);
	cmmnword_taken(r);
	for (c = cmmnword_child(root, "case"); c != NULL;
	    c = cmmnword_after(c, "case")) {
		*tail = read_case(r, c);
		tail = &(*tail)->next;
	}
	read_called(r, root, "process");
	read_called(r, root, "decision");
	cmmnitem_settle(r);
	if (m->cases == NULL)
		cmmnword_mild(r, root, "There is no <case> in the model.");
}

/* What the XML itself has against it. */
static void
take_over(struct cmmnword *r, const struct reader_fault *f)
{
	struct reader_node at = { .name = NULL };

	for (; f != NULL; f = f->next) {
		at.line = f->line;
		cmmnword_fault(r, &at, "%s", f->text);
	}
}

static bool
is_cmmn(struct cmmnword *r, const struct reader_node *root)
{
	if (reader_is(root, CMMNWORD_NS, "definitions"))
		return true;
	if (strcmp(root->ns, NS_1_0) == 0)
		cmmnword_fault(r, root, "This is CMMN 1.0; let your editor "
		    "save it as CMMN 1.1.");
	else
		cmmnword_fault(r, root, "This is <%s> of “%s”, and no "
		    "<definitions> of CMMN 1.1.", root->name, root->ns);
	return false;
}

static struct cmmn_model *
read_root(struct arena *a, const char *file, const struct reader_node *root,
    const struct reader_fault *wrong, struct cmmn_fault **faults)
{
	struct cmmnword r = { .arena = a, .tail = faults };

	while (*r.tail != NULL)
		r.tail = &(*r.tail)->next;
	r.model = arena_alloc(a, sizeof(*r.model));
	r.model->file = arena_text(a, file);
	r.vendors = &r.model->vendors;
	r.variables = &r.model->variables;
	take_over(&r, wrong);
	if (root == NULL || !is_cmmn(&r, root))
		return NULL;
	read_model(&r, root);
	return r.model;
}

struct cmmn_model *
xml_cmmn_read(struct arena *a, const char *file, const char *bytes,
    size_t len, struct cmmn_fault **faults)
{
	struct reader_fault *wrong = NULL;
	const struct reader_node *root;

	root = reader_tree(a, file, bytes, len, NULL, &wrong);
	return read_root(a, file, root, wrong, faults);
}

struct cmmn_model *
xml_cmmn_file(struct arena *a, const char *path, struct cmmn_fault **faults)
{
	struct reader_fault *wrong = NULL;
	const struct reader_node *root;

	root = reader_file(a, path, XML_CMMN_MAX, NULL, &wrong);
	return read_root(a, path, root, wrong, faults);
}
