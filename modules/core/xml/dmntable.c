/* SPDX-License-Identifier: MIT */
/* Reads decision tables: DMN 1.5, 8.3. */
#include "xml/dmntable.h"

#include <string.h>

#include "text/blank.h"

static void
read_policy(struct dmnword *r, const struct reader_node *n,
    struct dmn_table *t)
{
	static const char *const policies[] = {	/* as the enum has them */
		"UNIQUE", "FIRST", "PRIORITY", "ANY", "COLLECT", "RULE ORDER",
		"OUTPUT ORDER", NULL
	};
	static const char *const aggregations[] = {
		"", "SUM", "COUNT", "MIN", "MAX", NULL
	};
	const char *policy = reader_attr(n, "hitPolicy");
	const char *aggregation = reader_given(n, "aggregation");
	int place;

	place = policy == NULL ? DMN_UNIQUE : reader_place(policies, policy);
	if (place < 0)
		dmnword_fault(r, n->line, "There is no hit policy “%s”; it is "
		    "UNIQUE, FIRST, PRIORITY, ANY, COLLECT, RULE ORDER or "
		    "OUTPUT ORDER.", policy);
	t->policy = place < 0 ? DMN_UNIQUE : (enum dmn_hit_policy)place;
	place = reader_place(aggregations, aggregation);
	if (place < 0)
		dmnword_fault(r, n->line, "There is no aggregation “%s”; it "
		    "is SUM, COUNT, MIN or MAX.", aggregation);
	else if (place > 0 && t->policy != DMN_COLLECT)
		dmnword_mild(r, n->line, "The aggregation “%s” has no effect: "
		    "the hit policy is not COLLECT.", aggregation);
	t->aggregation = place < 0 ? DMN_NO_AGGREGATION :
	    (enum dmn_aggregation)place;
}

static struct dmn_input *
read_input(struct dmnword *r, const struct reader_node *n)
{
	struct dmn_input *in = arena_alloc(r->arena, sizeof(*in));
	const struct reader_node *e = dmnword_child(r, n, "inputExpression");

	in->id = reader_given(n, "id");
	in->label = reader_given(n, "label");
	in->type = e == NULL ? "" : dmnword_type(r, e);
	in->expression = dmnword_text_of(r, n, "inputExpression");
	in->values = dmnword_text_of(r, n, "inputValues");
	in->line = n->line;
	if (in->expression.text == NULL ||
	    blank_only(in->expression.text))
		dmnword_fault(r, n->line, "An input of the table has no "
		    "expression.");
	return in;
}

static struct dmn_output *
read_output(struct dmnword *r, const struct reader_node *n)
{
	struct dmn_output *out = arena_alloc(r->arena, sizeof(*out));

	out->id = reader_given(n, "id");
	out->label = reader_given(n, "label");
	out->name = reader_given(n, "name");
	out->type = dmnword_type(r, n);
	out->values = dmnword_text_of(r, n, "outputValues");
	out->fallback = dmnword_text_of(r, n, "defaultOutputEntry");
	out->line = n->line;
	return out;
}

/* 8.3.3: several outputs make a context, whose entries need names. */
static void
check_outputs(struct dmnword *r, const struct dmn_table *t)
{
	struct dmnword_seen names = { 0 };
	const struct dmn_output *o;

	r->column = t->n_inputs;
	for (o = t->outputs; o != NULL; o = o->next) {
		r->column++;
		if (t->n_outputs > 1 && *o->name == '\0')
			dmnword_fault(r, o->line, "A table of several outputs "
			    "must name each of them.");
		dmnword_saw(r, &names, o->name, o->line);
	}
	r->column = 0;
	dmnword_once(r, &names, "The output");
	if (t->n_outputs == 0)
		dmnword_fault(r, t->line, "The table has no output.");
	if (t->aggregation != DMN_NO_AGGREGATION && t->n_outputs > 1)
		dmnword_fault(r, t->line, "Only a table of one output can be "
		    "aggregated.");
}

static void
read_columns(struct dmnword *r, const struct reader_node *n,
    struct dmn_table *t)
{
	struct dmn_output **outputs = &t->outputs;
	struct dmn_input **inputs = &t->inputs;
	const struct reader_node *c;

	for (c = dmnword_child(r, n, "input"); c != NULL;
	    c = dmnword_after(r, c, "input")) {
		r->column = ++t->n_inputs;
		*inputs = read_input(r, c);
		inputs = &(*inputs)->next;
	}
	for (c = dmnword_child(r, n, "output"); c != NULL;
	    c = dmnword_after(r, c, "output")) {
		r->column = t->n_inputs + ++t->n_outputs;
		*outputs = read_output(r, c);
		outputs = &(*outputs)->next;
	}
	r->column = 0;
	check_outputs(r, t);
}

static void
read_annotations(struct dmnword *r, const struct reader_node *n,
    struct dmn_table *t)
{
	const struct reader_node *c;
	size_t i = 0;

	for (c = dmnword_child(r, n, "annotation"); c != NULL;
	    c = dmnword_after(r, c, "annotation"))
		t->n_annotations++;
	t->annotations = arena_array(r->arena, t->n_annotations,
	    sizeof(*t->annotations));
	for (c = dmnword_child(r, n, "annotation"); c != NULL;
	    c = dmnword_after(r, c, "annotation"))
		t->annotations[i++] = reader_given(c, "name");
}

/* The cells of one sort into their places; those beyond are counted. */
static void
read_cells(struct dmnword *r, const struct reader_node *n, const char *name,
    size_t before, struct dmn_text *cells, size_t want)
{
	const struct reader_node *c;
	size_t got = 0;

	for (c = dmnword_child(r, n, name); c != NULL;
	    c = dmnword_after(r, c, name)) {
		if (got < want) {
			r->column = before + got + 1;
			cells[got] = dmnword_text(r, c);
		}
		got++;
	}
	r->column = 0;
	if (got != want)
		dmnword_fault(r, n->line, "The rule has %zu <%s>, but the "
		    "table has %zu %s.", got, name, want, before == 0 &&
		    strcmp(name, "inputEntry") == 0 ? "inputs" : "outputs");
	for (; got < want; got++)
		cells[got] = (struct dmn_text){ NULL, "", n->line };
}

/* Editors leave a cell empty where anything will do; DMN says "-". */
static void
fill_empty(struct dmn_text *tests, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (tests[i].text == NULL ||
		    blank_only(tests[i].text)) {
			tests[i].text = "-";
			tests[i].language = "";
		}
}

static struct dmn_rule *
read_rule(struct dmnword *r, const struct reader_node *n,
    const struct dmn_table *t)
{
	struct dmn_rule *rule = arena_alloc(r->arena, sizeof(*rule));
	const struct reader_node *c = dmnword_child(r, n, "annotationEntry");
	size_t i;

	rule->id = reader_given(n, "id");
	rule->description = dmnword_prose(r, n, "description");
	rule->line = n->line;
	rule->tests = arena_array(r->arena, t->n_inputs,
	    sizeof(*rule->tests));
	rule->results = arena_array(r->arena, t->n_outputs,
	    sizeof(*rule->results));
	rule->annotations = arena_array(r->arena, t->n_annotations,
	    sizeof(*rule->annotations));
	read_cells(r, n, "inputEntry", 0, rule->tests, t->n_inputs);
	read_cells(r, n, "outputEntry", t->n_inputs, rule->results,
	    t->n_outputs);
	fill_empty(rule->tests, t->n_inputs);
	for (i = 0; i < t->n_annotations; i++) {
		rule->annotations[i] = c == NULL ? "" :
		    dmnword_prose(r, c, "text");
		if (c != NULL)
			c = dmnword_after(r, c, "annotationEntry");
	}
	return rule;
}

struct dmn_table *
dmntable_read(struct dmnword *r, const struct reader_node *n)
{
	static const char *const known[] = {
		"input", "output", "annotation", "rule", NULL
	};
	struct dmn_table *t = arena_alloc(r->arena, sizeof(*t));
	struct dmn_rule **rules = &t->rules;
	const struct reader_node *c;

	t->line = n->line;
	t->output_label = reader_given(n, "outputLabel");
	read_policy(r, n, t);
	read_columns(r, n, t);
	read_annotations(r, n, t);
	for (c = dmnword_child(r, n, NULL); c != NULL;
	    c = dmnword_after(r, c, NULL)) {
		if (reader_place(known, c->name) < 0)
			dmnword_fault(r, c->line, "<decisionTable> has an "
			    "element that DMN does not know there: <%s>.",
			    c->name);
		if (strcmp(c->name, "rule") != 0)
			continue;
		if ((t->n_rules + 1) * (t->n_inputs + t->n_outputs) >
		    DMNTABLE_CELLS) {
			dmnword_fault(r, c->line, "The table has more than "
			    "%d cells.", DMNTABLE_CELLS);
			break;
		}
		r->rule = ++t->n_rules;
		*rules = read_rule(r, c, t);
		rules = &(*rules)->next;
	}
	r->rule = 0;
	return t;
}
