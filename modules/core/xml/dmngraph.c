/* SPDX-License-Identifier: MIT */
/* Reads the decision requirements graph: DMN 1.5, 6.3. */
#include "xml/dmngraph.h"

#include <string.h>

#include "xml/dmnexpression.h"

static const char *const kinds[] = {	/* as enum dmn_element_kind has them */
	"inputData", "decision", "businessKnowledgeModel", "decisionService",
	"knowledgeSource", NULL
};
static const char *const called[] = {
	"An input", "A decision", "A knowledge model", "A decision service",
	"A knowledge source"
};
/* What there is in <definitions> besides, and has no part in deciding. */
static const char *const others[] = {
	"import", "itemDefinition", "group", "textAnnotation", "association",
	"elementCollection", "performanceIndicator", "organizationUnit",
	"artifact", "businessContextElement", "drgElement", NULL
};

static struct dmn_reference **
add_reference(struct dmnword *r, const struct reader_node *n,
    struct dmn_reference **tail)
{
	struct dmn_reference *ref = arena_alloc(r->arena, sizeof(*ref));

	ref->href = reader_given(n, "href");
	ref->line = n->line;
	if (*ref->href == '\0') {
		dmnword_fault(r, n->line, "<%s> has no href.", n->name);
		return tail;
	}
	*tail = ref;
	return &ref->next;
}

/* Every <inner> inside every <outer>; outer NULL: right inside the node. */
static struct dmn_reference *
read_references(struct dmnword *r, const struct reader_node *n,
    const char *outer, const char *inner)
{
	struct dmn_reference *first = NULL, **tail = &first;
	const struct reader_node *c, *i;

	if (outer == NULL) {
		for (c = dmnword_child(r, n, inner); c != NULL;
		    c = dmnword_after(r, c, inner))
			tail = add_reference(r, c, tail);
		return first;
	}
	for (c = dmnword_child(r, n, outer); c != NULL;
	    c = dmnword_after(r, c, outer))
		for (i = dmnword_child(r, c, inner); i != NULL;
		    i = dmnword_after(r, i, inner))
			tail = add_reference(r, i, tail);
	return first;
}

/* An information requirement points to one thing. */
static void
check_requirements(struct dmnword *r, const struct reader_node *n)
{
	static const char *const known[] = { "requiredDecision",
	    "requiredInput", "requiredKnowledge", NULL };
	const struct reader_node *c, *i;

	for (c = dmnword_child(r, n, NULL); c != NULL;
	    c = dmnword_after(r, c, NULL)) {
		if (strcmp(c->name, "informationRequirement") != 0 &&
		    strcmp(c->name, "knowledgeRequirement") != 0)
			continue;
		i = dmnword_child(r, c, NULL);
		if (i == NULL)
			dmnword_fault(r, c->line, "A requirement points to "
			    "nothing.");
		for (; i != NULL; i = dmnword_after(r, i, NULL))
			if (reader_place(known, i->name) < 0)
				dmnword_fault(r, i->line, "<%s> has an "
				    "element that DMN does not know there: "
				    "<%s>.", c->name, i->name);
	}
}

static void
read_variable(struct dmnword *r, const struct reader_node *n,
    struct dmn_element *e)
{
	const struct reader_node *c = dmnword_child(r, n, "variable");

	e->variable.name = e->variable.type = "";
	e->variable.line = n->line;
	if (c == NULL)
		return;
	e->variable.name = reader_given(c, "name");
	e->variable.type = dmnword_type(r, c);
	e->variable.line = c->line;
	if (*e->variable.name != '\0' &&
	    strcmp(e->variable.name, e->name) != 0)
		dmnword_mild(r, c->line, "The variable is called “%s”, but "
		    "the standard wants its element's name, “%s”.",
		    e->variable.name, e->name);
}

static void
read_decision(struct dmnword *r, const struct reader_node *n,
    struct dmn_element *e)
{
	static const char *const known[] = {
		"question", "allowedAnswers", "variable",
		"informationRequirement", "knowledgeRequirement",
		"authorityRequirement", "supportedObjective",
		"impactedPerformanceIndicator", "decisionMaker",
		"decisionOwner", "usingProcess", "usingTask", NULL
	};

	e->question = dmnword_prose(r, n, "question");
	check_requirements(r, n);
	e->inputs = read_references(r, n, "informationRequirement",
	    "requiredInput");
	e->decisions = read_references(r, n, "informationRequirement",
	    "requiredDecision");
	e->knowledge = read_references(r, n, "knowledgeRequirement",
	    "requiredKnowledge");
	e->logic = dmnexpression_in(r, n, known);
}

static void
read_knowledge(struct dmnword *r, const struct reader_node *n,
    struct dmn_element *e)
{
	const struct reader_node *c = dmnword_child(r, n,
	    "encapsulatedLogic");

	check_requirements(r, n);
	e->knowledge = read_references(r, n, "knowledgeRequirement",
	    "requiredKnowledge");
	if (c != NULL)
		e->logic = dmnexpression_function(r, c);
}

static void
read_service(struct dmnword *r, const struct reader_node *n,
    struct dmn_element *e)
{
	e->service.outputs = read_references(r, n, NULL, "outputDecision");
	e->service.encapsulated = read_references(r, n, NULL,
	    "encapsulatedDecision");
	e->service.decisions = read_references(r, n, NULL, "inputDecision");
	e->service.inputs = read_references(r, n, NULL, "inputData");
	if (e->service.outputs == NULL)
		dmnword_mild(r, n->line, "The service has no output "
		    "decision; its result is null.");
}

static struct dmn_element *
read_element(struct dmnword *r, const struct reader_node *n,
    enum dmn_element_kind kind)
{
	struct dmn_element *e = arena_alloc(r->arena, sizeof(*e));

	e->kind = kind;
	e->name = dmnword_name(r, n, called[kind]);
	r->element = e->name;
	e->id = reader_given(n, "id");
	e->line = n->line;
	e->description = dmnword_prose(r, n, "description");
	e->question = "";
	read_variable(r, n, e);
	if (kind == DMN_DECISION)
		read_decision(r, n, e);
	else if (kind == DMN_KNOWLEDGE)
		read_knowledge(r, n, e);
	else if (kind == DMN_SERVICE)
		read_service(r, n, e);
	r->element = "";
	return e;
}

struct dmn_element *
dmngraph_all(struct dmnword *r, const struct reader_node *root)
{
	struct dmn_element *first = NULL, **tail = &first;
	const struct reader_node *c;
	int kind;

	for (c = dmnword_child(r, root, NULL); c != NULL;
	    c = dmnword_after(r, c, NULL)) {
		if ((kind = reader_place(kinds, c->name)) >= 0) {
			*tail = read_element(r, c,
			    (enum dmn_element_kind)kind);
			tail = &(*tail)->next;
		} else if (reader_place(others, c->name) < 0)
			dmnword_mild(r, c->line, "DMN has no <%s> there; it "
			    "is left out.", c->name);
	}
	return first;
}
