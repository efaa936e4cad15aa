/* SPDX-License-Identifier: MIT */
/* A derivation that was kept, as people read it. */
#include "domain/course/decision_why.h"

#include <stdlib.h>
#include <string.h>

#include "base/json_tree.h"
#include "domain/course/decision_input.h"
#include "domain/course/decision_show.h"
#include "domain/course/filled_feel.h"
#include "domain/type/casetype.h"
#include "domain/type/decision_cell.h"
#include "store/store_decision.h"
#include "text/message.h"

struct reading {
	struct ctx *cx;
	const struct casetype *type;
	const struct type_field *field;	/* of what the top decides, or NULL */
	size_t left;		/* steps that may still be shown */
};

static const char *
text(const struct json_tree *t, const char *name)
{
	const struct json_tree *m = json_tree_member(t, name);

	return m == NULL || (m->kind != JSON_TREE_TEXT &&
	    m->kind != JSON_TREE_NUMBER) ? "" : m->text;
}

static int64_t
count(const struct json_tree *t, const char *name)
{
	return strtoll(text(t, name), NULL, 10);
}

/* The members of a list, NULL of anything else. */
static const struct json_tree *
list(const struct json_tree *t, const char *name)
{
	const struct json_tree *m = json_tree_member(t, name);

	return m == NULL || m->kind != JSON_TREE_LIST ? NULL : m->first;
}

/* The field that a column is: by its code, or, where more is said than that,
 * by the label that the column has from it. */
static const struct type_field *
field_of(const struct reading *r, const struct json_tree *column)
{
	const struct type_field *f = casetype_field(r->type, text(column,
	    "expression"));

	if (f == NULL)
		for (f = r->type->fields; f != NULL; f = f->next)
			if (strcmp(f->label.text[0], text(column,
			    "name")) == 0)
				break;
	return f;
}

/* A column that is a field is called as the field is. */
static struct decision_why_fact *
read_columns(struct reading *r, const struct json_tree *t)
{
	struct decision_why_fact *first = NULL, **tail = &first, *c;
	const struct type_field *f;

	for (t = list(t, "inputs"); t != NULL; t = t->next) {
		c = arena_alloc(r->cx->arena, sizeof(*c));
		f = field_of(r, t);
		c->label = f != NULL ? message_label(&f->label, r->cx->lang) :
		    text(t, "name");
		c->value = decision_show_value(r->cx, f,
		    json_tree_member(t, "value"));
		*tail = c;
		tail = &c->next;
	}
	return first;
}

static struct decision_why_fact *
read_outputs(struct reading *r, const struct json_tree *t)
{
	struct decision_why_fact *first = NULL, **tail = &first, *c;

	for (t = list(t, "outputs"); t != NULL; t = t->next) {
		c = arena_alloc(r->cx->arena, sizeof(*c));
		c->label = t->kind == JSON_TREE_TEXT ? t->text : "";
		c->value = "";
		*tail = c;
		tail = &c->next;
	}
	return first;
}

static struct decision_why_cell *
read_tests(struct reading *r, const struct json_tree *column,
    const struct json_tree *t)
{
	struct decision_why_cell *first = NULL, **tail = &first, *c;
	const struct json_tree *held;

	for (; t != NULL; t = t->next) {
		c = arena_alloc(r->cx->arena, sizeof(*c));
		c->text = decision_cell(r->cx, column == NULL ? NULL :
		    field_of(r, column), text(t, "text"));
		held = json_tree_member(t, "held");
		c->held = held == NULL || held->kind == JSON_TREE_NULL ?
		    DECISION_NOT_TRIED : held->kind == JSON_TREE_TRUE ?
		    DECISION_HELD : DECISION_FAILED;
		c->value = "";
		column = column == NULL ? NULL : column->next;
		*tail = c;
		tail = &c->next;
	}
	return first;
}

static struct decision_why_cell *
read_results(struct reading *r, const struct json_tree *t)
{
	struct decision_why_cell *first = NULL, **tail = &first, *c;
	const struct type_field *f = t == NULL || t->next != NULL ? NULL :
	    r->field;

	for (; t != NULL; t = t->next) {
		c = arena_alloc(r->cx->arena, sizeof(*c));
		c->text = decision_cell(r->cx, f, text(t, "text"));
		c->value = decision_show_value(r->cx, f,
		    json_tree_member(t, "value"));
		if (strcmp(c->text, c->value) == 0)
			c->value = "";
		*tail = c;
		tail = &c->next;
	}
	return first;
}

static const char *
joined(struct reading *r, const struct json_tree *t)
{
	const char *all = "";

	for (; t != NULL; t = t->next)
		if (t->kind == JSON_TREE_TEXT && t->text[0] != '\0')
			all = all[0] == '\0' ? t->text : arena_printf(
			    r->cx->arena, "%s; %s", all, t->text);
	return all;
}

static struct decision_why_rule *
read_rules(struct reading *r, const struct json_tree *table)
{
	struct decision_why_rule *first = NULL, **tail = &first, *u;
	const struct json_tree *columns = list(table, "inputs"), *t;

	for (t = list(table, "rules"); t != NULL; t = t->next) {
		u = arena_alloc(r->cx->arena, sizeof(*u));
		u->number = count(t, "number");
		u->hit = json_tree_true(t, "hit");
		u->chosen = json_tree_true(t, "chosen");
		u->tests = read_tests(r, columns, list(t, "tests"));
		u->results = read_results(r, list(t, "results"));
		u->note = joined(r, list(t, "notes"));
		*tail = u;
		tail = &u->next;
	}
	return first;
}

static struct decision_why_table *
read_table(struct reading *r, const struct json_tree *t)
{
	struct decision_why_table *table;

	if (t == NULL)
		return NULL;
	table = arena_alloc(r->cx->arena, sizeof(*table));
	table->policy = decision_cell_policy(text(t, "policy"),
	    text(t, "aggregation"));
	table->columns = read_columns(r, t);
	table->outputs = read_outputs(r, t);
	table->rules = read_rules(r, t);
	table->total = count(t, "of");
	table->by_default = json_tree_true(t, "default");
	return table;
}

static struct decision_why_step *
read_step(struct reading *r, const struct json_tree *t)
{
	struct decision_why_step *s = arena_alloc(r->cx->arena, sizeof(*s));
	struct decision_why_step **tail = &s->first;

	s->name = text(t, "decision");
	s->value = decision_show_value(r->cx, NULL,
	    json_tree_member(t, "value"));
	s->arguments = decision_show_value(r->cx, NULL,
	    json_tree_member(t, "arguments"));
	s->expression = text(t, "expression");
	s->table = read_table(r, json_tree_member(t, "table"));
	s->because = joined(r, list(t, "because"));
	s->again = json_tree_true(t, "again");
	r->field = NULL;
	for (t = list(t, "used"); t != NULL && r->left > 0; t = t->next) {
		if (strcmp(text(t, "kind"), "input") == 0)
			continue;	/* it stands among the facts */
		r->left--;
		*tail = read_step(r, t);
		tail = &(*tail)->next;
	}
	return s;
}

static struct json_tree *
tree(struct ctx *cx, const char *json)
{
	const char *why;

	return json[0] == '\0' ? NULL : json_tree_read(cx->arena, json,
	    strlen(json), &why);
}

static struct decision_why_fact *
read_inputs(struct reading *r, const char *json)
{
	struct decision_why_fact *first = NULL, **tail = &first, *i;
	const struct json_tree *t = tree(r->cx, json);

	for (t = t == NULL ? NULL : t->first; t != NULL; t = t->next) {
		i = arena_alloc(r->cx->arena, sizeof(*i));
		i->label = decision_input_label(r->cx, r->type, t->name);
		i->value = decision_show_value(r->cx, casetype_field(r->type,
		    t->name), t);
		*tail = i;
		tail = &i->next;
	}
	return first;
}

#define STEPS 200

enum err
decision_why(struct ctx *cx, const struct dossier *d,
    const struct decision *x, struct decision_why *out)
{
	struct reading r = { cx, x->type, x->of == NULL ? NULL :
	    x->of->field, STEPS };
	struct store_decision_why why;
	const struct json_tree *t;
	enum err e;

	*out = (struct decision_why){ .top = NULL };
	if ((e = store_decision_why(cx, d, x, &why)) != OK ||
	    (e = filled_feel_hidden(cx, d, why.inputs, &out->hidden)) != OK ||
	    out->hidden)
		return e;
	out->erased = why.derivation[0] == '\0';
	out->inputs = read_inputs(&r, why.inputs);
	if ((t = tree(cx, why.derivation)) == NULL)
		return OK;
	out->top = read_step(&r, t);
	if (x->proposed[0] != '\0')
		out->top->value = decision_show(cx, x->type, x->of,
		    x->proposed);
	return decision_near(cx, d, x, tree(cx, why.inputs), &out->near);
}

enum err
decision_why_kept(struct ctx *cx, const struct dossier *d,
    const struct casetype *type, const char *inputs, const char *derivation,
    struct decision_why *out)
{
	struct reading r = { cx, type, NULL, STEPS };
	const struct json_tree *t = tree(cx, derivation);
	enum err e;

	*out = (struct decision_why){ .top = NULL };
	if ((e = filled_feel_hidden(cx, d, inputs, &out->hidden)) != OK ||
	    out->hidden)
		return e;
	out->inputs = read_inputs(&r, inputs);
	if (t != NULL)
		out->top = read_step(&r, t);
	return OK;
}

const char *
decision_why_rules(struct ctx *cx, const char *derivation)
{
	const struct json_tree *t = tree(cx, derivation);
	const char *all = "";

	if (t != NULL)
		t = json_tree_member(t, "table");
	for (t = t == NULL ? NULL : list(t, "rules"); t != NULL; t = t->next)
		if (json_tree_true(t, "chosen"))
			all = arena_printf(cx->arena, "%s%s%s", all,
			    all[0] == '\0' ? "" : ", ", text(t, "number"));
	return all;
}

void
decision_why_sum(struct arena *a, const char *inputs, const char *derivation,
    unsigned char out[DIGEST_SIZE])
{
	struct digest *h = digest_new(a);

	digest_text(h, "dossier decision why 1");
	digest_text(h, inputs);
	digest_text(h, derivation);
	digest_end(h, out);
}
