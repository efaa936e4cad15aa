/* SPDX-License-Identifier: MIT */
/* Reads tests of the TCK: schema testCases.xsd. */
#include "xml/xml_tck.h"

#include <string.h>

#define NS "http://www.omg.org/spec/DMN/20160719/testcase"
#define XSI "http://www.w3.org/2001/XMLSchema-instance"

/* xsi:type and xsi:nil; "" where there is none. */
static const char *
xsi(const struct reader_node *n, const char *name)
{
	const struct reader_attr *a;

	for (a = n->attrs; a != NULL; a = a->next)
		if (strcmp(a->ns, XSI) == 0 && strcmp(a->name, name) == 0)
			return a->value;
	return "";
}

static bool
yes(const char *text)
{
	return strcmp(text, "true") == 0 || strcmp(text, "1") == 0;
}

/* A text is kept as it is: blanks at its ends may be what is tested. */
static const char *
raw(struct arena *a, const struct reader_node *n)
{
	const struct reader_node *t;
	const char *text = "";

	for (t = n->first; t != NULL; t = t->next)
		if (t->text != NULL)
			text = *text == '\0' ? t->text :
			    arena_printf(a, "%s%s", text, t->text);
	return text;
}

static struct xml_tck_value *read_values(struct arena *,
    const struct reader_node *, const char *child);

static void
read_plain(struct arena *a, const struct reader_node *n,
    struct xml_tck_value *v)
{
	const char *type = xsi(n, "type"), *colon = strchr(type, ':');

	if (yes(xsi(n, "nil")))
		return;
	v->kind = XML_TCK_PLAIN;
	v->type = colon == NULL ? type : colon + 1;
	v->text = raw(a, n);
}

/* The schema's valueType: a value, components or a list; none of them is
 * null. */
static struct xml_tck_value *
read_value(struct arena *a, const struct reader_node *n)
{
	struct xml_tck_value *v = arena_alloc(a, sizeof(*v));
	const struct reader_node *c;

	v->name = reader_given(n, "name");
	v->namespace = reader_given(n, "namespace");
	v->type = v->text = "";
	v->line = n->line;
	if (yes(xsi(n, "nil")))
		return v;
	if ((c = reader_child(n, NS, "value")) != NULL)
		read_plain(a, c, v);
	else if ((c = reader_child(n, NS, "list")) != NULL &&
	    !yes(xsi(c, "nil"))) {
		v->kind = XML_TCK_LIST;
		v->first = read_values(a, c, "item");
	} else if (reader_child(n, NS, "component") != NULL) {
		v->kind = XML_TCK_CONTEXT;
		v->first = read_values(a, n, "component");
	}
	return v;
}

static struct xml_tck_value *
read_values(struct arena *a, const struct reader_node *n, const char *child)
{
	struct xml_tck_value *first = NULL, **tail = &first;
	const struct reader_node *c;

	for (c = reader_child(n, NS, child); c != NULL;
	    c = reader_after(c, NS, child)) {
		*tail = read_value(a, c);
		tail = &(*tail)->next;
	}
	return first;
}

static struct xml_tck_result *
read_results(struct arena *a, const struct reader_node *n)
{
	struct xml_tck_result *first = NULL, **tail = &first, *r;
	const struct reader_node *c, *e;

	for (c = reader_child(n, NS, "resultNode"); c != NULL;
	    c = reader_after(c, NS, "resultNode")) {
		r = arena_alloc(a, sizeof(*r));
		r->name = reader_given(c, "name");
		r->namespace = reader_given(c, "namespace");
		r->error = yes(reader_given(c, "errorResult"));
		r->line = c->line;
		e = reader_child(c, NS, "expected");
		r->expected = read_value(a, e == NULL ? c : e);
		*tail = r;
		tail = &r->next;
	}
	return first;
}

static struct xml_tck_case *
read_case(struct arena *a, const struct reader_node *n)
{
	struct xml_tck_case *c = arena_alloc(a, sizeof(*c));
	const char *type = reader_given(n, "type");

	c->id = reader_given(n, *reader_given(n, "id") != '\0' ? "id" : "name");
	c->ask = strcmp(type, "decisionService") == 0 ? XML_TCK_SERVICE :
	    strcmp(type, "bkm") == 0 ? XML_TCK_KNOWLEDGE : XML_TCK_DECISION;
	c->invocable = reader_given(n, "invocableName");
	c->inputs = read_values(a, n, "inputNode");
	c->results = read_results(a, n);
	c->line = n->line;
	return c;
}

struct xml_tck *
xml_tck_file(struct arena *a, const char *path, struct reader_fault **faults)
{
	const struct reader_node *root = reader_file(a, path, XML_TCK_MAX,
	    NULL, faults), *n;
	struct xml_tck *t;
	struct xml_tck_case **tail;

	if (root == NULL)
		return NULL;
	if (!reader_is(root, NS, "testCases")) {
		reader_add_fault(a, faults, path, root->line,
		    "This is <%s>, and no <testCases> of the TCK.",
		    root->name);
		return NULL;
	}
	t = arena_alloc(a, sizeof(*t));
	n = reader_child(root, NS, "modelName");
	t->model = n == NULL ? "" : reader_words(a, n);
	tail = &t->cases;
	for (n = reader_child(root, NS, "testCase"); n != NULL;
	    n = reader_after(n, NS, "testCase")) {
		*tail = read_case(a, n);
		tail = &(*tail)->next;
	}
	return t;
}
