/* SPDX-License-Identifier: MIT */
/* Reads boxed expressions: DMN 1.5, 7.3 and 10.2. */
#include "xml/dmnexpression.h"

#include <string.h>

#include "xml/dmntable.h"

static const char *const kinds[] = {	/* as enum dmn_boxed has them */
	"literalExpression", "decisionTable", "invocation", "context", "list",
	"relation", "functionDefinition", "conditional", "filter", "for",
	"some", "every", NULL
};
static const char *const nothing[] = { NULL };

static struct dmn_expression *read_one(struct dmnword *,
    const struct reader_node *);

struct dmn_expression *
dmnexpression_in(struct dmnword *r, const struct reader_node *n,
    const char *const *others)
{
	struct dmn_expression *found = NULL;
	const struct reader_node *c;

	for (c = dmnword_child(r, n, NULL); c != NULL;
	    c = dmnword_after(r, c, NULL)) {
		if (reader_place(others, c->name) >= 0)
			continue;
		if (found != NULL && reader_place(kinds, c->name) >= 0)
			dmnword_fault(r, c->line, "<%s> has a second "
			    "expression, where one is allowed.", n->name);
		else if (reader_place(kinds, c->name) >= 0)
			found = read_one(r, c);
		else
			dmnword_fault(r, c->line, "<%s> has an element that "
			    "DMN does not know there: <%s>.", n->name,
			    c->name);
	}
	return found;
}

/* The same, and a fault where it has none. */
static struct dmn_expression *
must(struct dmnword *r, const struct reader_node *n, const char *const *others)
{
	size_t before = r->faults;
	struct dmn_expression *e = dmnexpression_in(r, n, others);

	if (e == NULL && r->faults == before)
		dmnword_fault(r, n->line, "<%s> has no expression.", n->name);
	return e;
}

static void
read_invocation(struct dmnword *r, const struct reader_node *n,
    struct dmn_expression *e)
{
	static const char *const binding[] = { "binding", NULL };
	static const char *const parameter[] = { "parameter", NULL };
	struct dmn_binding **tail = &e->invocation.bindings, *b;
	struct dmnword_seen names = { 0 };
	const struct reader_node *c, *p;

	e->invocation.function = must(r, n, binding);
	for (c = dmnword_child(r, n, "binding"); c != NULL;
	    c = dmnword_after(r, c, "binding")) {
		if ((p = dmnword_child(r, c, "parameter")) == NULL) {
			dmnword_fault(r, c->line, "A binding has no "
			    "parameter.");
			continue;
		}
		b = arena_alloc(r->arena, sizeof(*b));
		b->parameter = dmnword_variable(r, p, "A parameter");
		b->value = dmnexpression_in(r, c, parameter);
		dmnword_saw(r, &names, b->parameter->name, p->line);
		*tail = b;
		tail = &b->next;
	}
	dmnword_once(r, &names, "The parameter");
}

static struct dmn_entry *
read_entry(struct dmnword *r, const struct reader_node *n)
{
	static const char *const variable[] = { "variable", NULL };
	struct dmn_entry *en = arena_alloc(r->arena, sizeof(*en));
	const struct reader_node *v = dmnword_child(r, n, "variable");

	if (v != NULL)
		en->variable = dmnword_variable(r, v, "A context entry");
	en->value = must(r, n, variable);
	return en;
}

/* 10.2.1.4: entries are named once each, and the last may be the result. */
static void
read_context(struct dmnword *r, const struct reader_node *n,
    struct dmn_expression *e)
{
	struct dmn_entry **tail = &e->entries;
	struct dmnword_seen names = { 0 };
	const struct reader_node *c;

	for (c = dmnword_child(r, n, NULL); c != NULL;
	    c = dmnword_after(r, c, NULL)) {
		if (strcmp(c->name, "contextEntry") != 0) {
			dmnword_fault(r, c->line, "<context> has an element "
			    "that DMN does not know there: <%s>.", c->name);
			continue;
		}
		*tail = read_entry(r, c);
		if ((*tail)->variable == NULL &&
		    dmnword_after(r, c, "contextEntry") != NULL)
			dmnword_fault(r, c->line, "A context entry without a "
			    "name is its result, and must come last.");
		if ((*tail)->variable != NULL)
			dmnword_saw(r, &names, (*tail)->variable->name,
			    c->line);
		tail = &(*tail)->next;
	}
	dmnword_once(r, &names, "The context entry");
}

/* Every child is an expression. */
static struct dmn_expression *
read_items(struct dmnword *r, const struct reader_node *n)
{
	struct dmn_expression *first = NULL, **tail = &first;
	const struct reader_node *c;

	for (c = dmnword_child(r, n, NULL); c != NULL;
	    c = dmnword_after(r, c, NULL))
		if ((*tail = read_one(r, c)) != NULL)
			tail = &(*tail)->next;
	return first;
}

static void
read_relation(struct dmnword *r, const struct reader_node *n,
    struct dmn_expression *e)
{
	struct dmn_row **tail = &e->relation.rows, *row;
	size_t columns = 0, cells, number = 0;
	const struct dmn_expression *cell;
	const struct dmn_variable *v;
	const struct reader_node *c;

	e->relation.columns = dmnword_variables(r, n, "column", "The column");
	for (v = e->relation.columns; v != NULL; v = v->next)
		columns++;
	for (c = dmnword_child(r, n, "row"); c != NULL;
	    c = dmnword_after(r, c, "row")) {
		row = arena_alloc(r->arena, sizeof(*row));
		row->cells = read_items(r, c);
		for (cells = 0, cell = row->cells; cell != NULL;
		    cell = cell->next)
			cells++;
		number++;
		if (cells != columns)
			dmnword_fault(r, c->line, "Row %zu has %zu cells, but "
			    "the relation has %zu columns.", number, cells,
			    columns);
		*tail = row;
		tail = &row->next;
	}
}

static void
read_function(struct dmnword *r, const struct reader_node *n,
    struct dmn_expression *e)
{
	static const char *const languages[] = { "FEEL", "Java", "PMML",
	    NULL };
	static const char *const params[] = { "formalParameter", NULL };
	const char *kind = reader_attr(n, "kind");
	int place = kind == NULL ? 0 : reader_place(languages, kind);

	if (place < 0)
		dmnword_fault(r, n->line, "There is no kind of function “%s”; "
		    "it is FEEL, Java or PMML.", kind);
	e->function.language = place < 0 ? DMN_FEEL : (unsigned int)place;
	e->function.params = dmnword_variables(r, n, "formalParameter",
	    "The parameter");
	e->function.body = dmnexpression_in(r, n, params);
}

/* A named part that holds one expression: <if>, <in>, <return>. */
static struct dmn_expression *
read_part(struct dmnword *r, const struct reader_node *n, const char *name)
{
	const struct reader_node *c = dmnword_child(r, n, name);

	if (c == NULL) {
		dmnword_fault(r, n->line, "<%s> has no <%s>.", n->name, name);
		return NULL;
	}
	return must(r, c, nothing);
}

static void
read_iterator(struct dmnword *r, const struct reader_node *n,
    struct dmn_expression *e)
{
	e->iterator.variable = reader_given(n, "iteratorVariable");
	if (*e->iterator.variable == '\0')
		dmnword_fault(r, n->line, "<%s> has no iteratorVariable.",
		    n->name);
	e->iterator.in = read_part(r, n, "in");
	e->iterator.result = read_part(r, n, e->kind == DMN_FOR ? "return" :
	    "satisfies");
}

/* What the kind needs beyond id, label and type. */
static void
read_kind(struct dmnword *r, const struct reader_node *n,
    struct dmn_expression *e)
{
	switch (e->kind) {
	case DMN_LITERAL:
		e->literal = dmnword_text(r, n);
		break;
	case DMN_TABLE:
		e->table = dmntable_read(r, n);
		break;
	case DMN_INVOCATION:
		read_invocation(r, n, e);
		break;
	case DMN_CONTEXT:
		read_context(r, n, e);
		break;
	case DMN_LIST:
		e->items = read_items(r, n);
		break;
	case DMN_RELATION:
		read_relation(r, n, e);
		break;
	case DMN_FUNCTION:
		read_function(r, n, e);
		break;
	case DMN_CONDITIONAL:
		e->conditional.test = read_part(r, n, "if");
		e->conditional.yes = read_part(r, n, "then");
		e->conditional.no = read_part(r, n, "else");
		break;
	case DMN_FILTER:
		e->filter.in = read_part(r, n, "in");
		e->filter.match = read_part(r, n, "match");
		break;
	case DMN_FOR:
	case DMN_SOME:
	case DMN_EVERY:
		read_iterator(r, n, e);
		break;
	}
}

static struct dmn_expression *
read_as(struct dmnword *r, const struct reader_node *n, enum dmn_boxed kind)
{
	struct dmn_expression *e = arena_alloc(r->arena, sizeof(*e));

	e->kind = kind;
	e->id = reader_given(n, "id");
	e->label = reader_given(n, "label");
	e->type = dmnword_type(r, n);
	e->line = n->line;
	read_kind(r, n, e);
	return e;
}

/* NULL with a fault: DMN has no expression of that name. */
static struct dmn_expression *
read_one(struct dmnword *r, const struct reader_node *n)
{
	int kind = reader_place(kinds, n->name);

	if (kind < 0) {
		dmnword_fault(r, n->line, "DMN does not know <%s> as an "
		    "expression.", n->name);
		return NULL;
	}
	return read_as(r, n, (enum dmn_boxed)kind);
}

struct dmn_expression *
dmnexpression_function(struct dmnword *r, const struct reader_node *n)
{
	return read_as(r, n, DMN_FUNCTION);
}
