/* SPDX-License-Identifier: MIT */
/* Tables as they are installed. */
#include "domain/course/decision_table.h"

#include "domain/type/casetype.h"
#include "domain/type/decision_cell.h"
#include "domain/type/decision_model.h"
#include "rules/dmn/dmn_why.h"
#include "text/message.h"

struct reading {
	struct ctx *cx;
	const struct casetype *type;
};

static const struct type_field *
field_of(const struct reading *r, const struct dmn_input *in)
{
	return casetype_field(r->type, in->expression.text == NULL ? "" :
	    dmn_why_cell(r->cx->arena, &in->expression));
}

static struct decision_why_fact *
columns(struct reading *r, const struct dmn_input *in)
{
	struct decision_why_fact *first = NULL, **tail = &first, *c;
	const struct type_field *f;

	for (; in != NULL; in = in->next) {
		c = arena_alloc(r->cx->arena, sizeof(*c));
		f = field_of(r, in);
		c->label = f != NULL ? message_label(&f->label, r->cx->lang) :
		    dmn_why_column(r->cx->arena, in);
		c->value = "";
		*tail = c;
		tail = &c->next;
	}
	return first;
}

static struct decision_why_fact *
outputs(struct reading *r, const struct dmn_table *t)
{
	struct decision_why_fact *first = NULL, **tail = &first, *c;
	const struct dmn_output *o;

	for (o = t->outputs; o != NULL; o = o->next) {
		c = arena_alloc(r->cx->arena, sizeof(*c));
		c->label = o->label[0] != '\0' ? o->label :
		    o->name[0] != '\0' ? o->name : t->output_label;
		c->value = "";
		*tail = c;
		tail = &c->next;
	}
	return first;
}

static struct decision_why_cell *
cells(struct reading *r, const struct dmn_text *text, size_t n,
    const struct dmn_input *in)
{
	struct decision_why_cell *first = NULL, **tail = &first, *c;
	size_t i;

	for (i = 0; i < n; i++) {
		c = arena_alloc(r->cx->arena, sizeof(*c));
		c->text = decision_cell(r->cx, in == NULL ? NULL :
		    field_of(r, in), dmn_why_cell(r->cx->arena, &text[i]));
		c->value = "";
		in = in == NULL ? NULL : in->next;
		*tail = c;
		tail = &c->next;
	}
	return first;
}

static const char *
note(struct reading *r, const struct dmn_table *t, const struct dmn_rule *u)
{
	const char *all = "";
	size_t i;

	for (i = 0; i < t->n_annotations; i++)
		if (u->annotations[i][0] != '\0')
			all = all[0] == '\0' ? u->annotations[i] :
			    arena_printf(r->cx->arena, "%s; %s", all,
			    u->annotations[i]);
	return all;
}

static struct decision_why_table *
table_of(struct reading *r, const struct dmn_table *t)
{
	struct decision_why_table *w = arena_alloc(r->cx->arena, sizeof(*w));
	struct decision_why_rule **tail = &w->rules, *u;
	const struct dmn_rule *rule;

	w->policy = decision_cell_policy(dmn_why_policy(t),
	    dmn_why_aggregation(t));
	w->columns = columns(r, t->inputs);
	w->outputs = outputs(r, t);
	for (rule = t->rules; rule != NULL; rule = rule->next) {
		u = arena_alloc(r->cx->arena, sizeof(*u));
		u->number = ++w->total;
		u->tests = cells(r, rule->tests, t->n_inputs, t->inputs);
		u->results = cells(r, rule->results, t->n_outputs, NULL);
		u->note = note(r, t, rule);
		*tail = u;
		tail = &u->next;
	}
	return w;
}

/* What a decision is made of: of knowledge, what its function gives. */
static const struct dmn_expression *
logic_of(const struct dmn_element *e)
{
	const struct dmn_expression *x = e->logic;

	if ((e->kind != DMN_DECISION && e->kind != DMN_KNOWLEDGE) ||
	    x == NULL)
		return NULL;
	return x->kind == DMN_FUNCTION ? x->function.body : x;
}

static struct decision_table *
read_element(struct reading *r, const struct dmn_model *m,
    const struct dmn_element *e, const struct dmn_expression *x)
{
	struct decision_table *t = arena_alloc(r->cx->arena, sizeof(*t));

	t->file = m->file;
	t->name = e->name;
	t->question = e->question;
	t->description = e->description;
	t->expression = x->kind == DMN_LITERAL ?
	    dmn_why_cell(r->cx->arena, &x->literal) : "";
	if (x->kind == DMN_TABLE)
		t->table = table_of(r, x->table);
	return t;
}

enum err
decision_table(struct ctx *cx, const struct casetype *type,
    struct decision_table **out)
{
	struct reading r = { cx, type };
	const struct dmn_expression *x;
	const struct dmn_element *el;
	const struct dmn_model *m;
	enum err e;

	*out = NULL;
	if ((e = decision_model_all(cx, type, &m)) != OK)
		return e;
	for (; m != NULL; m = m->next)
		for (el = m->elements; el != NULL; el = el->next) {
			if ((x = logic_of(el)) == NULL)
				continue;
			*out = read_element(&r, m, el, x);
			out = &(*out)->next;
		}
	return OK;
}
