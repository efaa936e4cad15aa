/* SPDX-License-Identifier: MIT */
/* A derivation as data. */
#include "rules/dmn/dmn_why.h"

#include <string.h>

#include "rules/feel/feel_json.h"
#include "text/blank.h"

const char *
dmn_why_column(struct arena *a, const struct dmn_input *in)
{
	return *in->label != '\0' ? in->label :
	    blank_trim(a, in->expression.text == NULL ? "" :
	    in->expression.text);
}

const char *
dmn_why_value(struct arena *a, struct feel_value v)
{
	const char *text = feel_value_write(a, v);

	return v.kind == FEEL_STRING ? arena_printf(a, "\"%s\"", text) : text;
}

const char *
dmn_why_cell(struct arena *a, const struct dmn_text *t)
{
	return t->text == NULL ? "" : blank_trim(a, t->text);
}

static void
pair(struct json_out *o, const char *name, const char *text)
{
	json_out_name(o, name);
	json_out_text(o, text);
}

static void
write_columns(struct arena *a, struct json_out *o, const struct dmn_step *s)
{
	const struct dmn_output *out;
	const struct dmn_input *in;
	size_t i = 0;

	json_out_name(o, "inputs");
	json_out_open(o, '[');
	for (in = s->table->inputs; in != NULL; in = in->next) {
		json_out_open(o, '{');
		pair(o, "name", dmn_why_column(a, in));
		pair(o, "expression", dmn_why_cell(a, &in->expression));
		json_out_name(o, "value");
		feel_json_write(a, o, s->inputs == NULL ? feel_value_null :
		    s->inputs[i++]);
		json_out_close(o, '}');
	}
	json_out_close(o, ']');
	json_out_name(o, "outputs");
	json_out_open(o, '[');
	for (out = s->table->outputs; out != NULL; out = out->next)
		json_out_text(o, *out->label != '\0' ? out->label :
		    *out->name != '\0' ? out->name : s->table->output_label);
	json_out_close(o, ']');
}

static void
write_tests(struct arena *a, struct json_out *o, const struct dmn_table *t,
    const struct dmn_try *try)
{
	size_t i;

	json_out_name(o, "tests");
	json_out_open(o, '[');
	for (i = 0; i < t->n_inputs; i++) {
		json_out_open(o, '{');
		pair(o, "text", dmn_why_cell(a, &try->rule->tests[i]));
		json_out_name(o, "held");
		if (try->cells[i] == DMN_NOT_TRIED)
			json_out_null(o);
		else
			json_out_flag(o, try->cells[i] == DMN_HELD);
		json_out_close(o, '}');
	}
	json_out_close(o, ']');
}

static void
write_results(struct arena *a, struct json_out *o, const struct dmn_table *t,
    const struct dmn_try *try)
{
	size_t i;

	json_out_name(o, "results");
	json_out_open(o, '[');
	for (i = 0; i < t->n_outputs; i++) {
		json_out_open(o, '{');
		pair(o, "text", dmn_why_cell(a, &try->rule->results[i]));
		if (try->hit && try->results != NULL) {
			json_out_name(o, "value");
			feel_json_write(a, o, try->results[i]);
		}
		json_out_close(o, '}');
	}
	json_out_close(o, ']');
	if (t->n_annotations == 0)
		return;
	json_out_name(o, "notes");
	json_out_open(o, '[');
	for (i = 0; i < t->n_annotations; i++)
		json_out_text(o, try->rule->annotations[i]);
	json_out_close(o, ']');
}

static void
write_rules(struct arena *a, struct json_out *o, const struct dmn_step *s)
{
	const struct dmn_try *try;
	size_t i;

	json_out_name(o, "of");
	json_out_count(o, s->table->n_rules);
	json_out_name(o, "rules");
	json_out_open(o, '[');
	for (i = 0; s->tries != NULL && i < s->table->n_rules; i++) {
		try = &s->tries[i];
		if (try->rule == NULL || (i >= DMN_WHY_RULES && !try->hit))
			continue;
		json_out_open(o, '{');
		json_out_name(o, "number");
		json_out_count(o, i + 1);
		json_out_name(o, "hit");
		json_out_flag(o, try->hit);
		json_out_name(o, "chosen");
		json_out_flag(o, try->chosen);
		write_tests(a, o, s->table, try);
		write_results(a, o, s->table, try);
		json_out_close(o, '}');
	}
	json_out_close(o, ']');
}

const char *
dmn_why_policy(const struct dmn_table *t)
{
	static const char *const words[] = { "UNIQUE", "FIRST", "PRIORITY",
	    "ANY", "COLLECT", "RULE ORDER", "OUTPUT ORDER" };

	return words[t->policy];
}

const char *
dmn_why_aggregation(const struct dmn_table *t)
{
	static const char *const words[] = { "", "SUM", "COUNT", "MIN",
	    "MAX" };

	return words[t->aggregation];
}

static void
write_table(struct arena *a, struct json_out *o, const struct dmn_step *s)
{
	json_out_name(o, "table");
	json_out_open(o, '{');
	pair(o, "policy", dmn_why_policy(s->table));
	if (s->table->aggregation != DMN_NO_AGGREGATION)
		pair(o, "aggregation", dmn_why_aggregation(s->table));
	json_out_name(o, "default");
	json_out_flag(o, s->by_default);
	write_columns(a, o, s);
	write_rules(a, o, s);
	json_out_close(o, '}');
}

static void
write_notes(struct json_out *o, const struct feel_note *note)
{
	if (note == NULL)
		return;
	json_out_name(o, "because");
	json_out_open(o, '[');
	for (; note != NULL; note = note->next)
		json_out_text(o, note->text);
	json_out_close(o, ']');
}

const char *
dmn_why_expression(struct arena *a, const struct dmn_step *s)
{
	const struct dmn_expression *e = s->element == NULL ? NULL :
	    s->element->logic;

	if (e != NULL && e->kind == DMN_FUNCTION &&
	    e->function.language == DMN_FEEL)
		e = e->function.body;
	return e == NULL || e->kind != DMN_LITERAL ||
	    e->literal.text == NULL ? NULL : dmn_why_cell(a, &e->literal);
}

/* Without the brackets around it. */
static void
write_step(struct arena *a, struct json_out *o, const struct dmn_step *s,
    size_t depth, size_t *left)
{
	static const char *const kinds[] = { "input", "decision", "knowledge",
	    "service", "source" };
	const char *expression = dmn_why_expression(a, s);
	const struct dmn_step *used;

	pair(o, "decision", s->element == NULL ? "" : s->element->name);
	pair(o, "kind", s->element == NULL ? "table" :
	    kinds[s->element->kind]);
	pair(o, "model", s->model == NULL ? "" : s->model);
	json_out_name(o, "value");
	feel_json_write(a, o, s->value);
	if (s->given.kind != FEEL_NULL) {
		json_out_name(o, "arguments");
		feel_json_write(a, o, s->given);
	}
	if (s->again || s->handed) {
		json_out_name(o, s->again ? "again" : "handed");
		json_out_flag(o, true);
	} else if (expression != NULL)
		pair(o, "expression", expression);
	if (s->table != NULL)
		write_table(a, o, s);
	write_notes(o, s->notes);
	if (s->first != NULL && *left > 0 && depth < DMN_WHY_DEPTH) {
		json_out_name(o, "used");
		json_out_open(o, '[');
		for (used = s->first; used != NULL && *left > 0;
		    used = used->next) {
			--*left;
			json_out_open(o, '{');
			write_step(a, o, used, depth + 1, left);
			json_out_close(o, '}');
		}
		json_out_close(o, ']');
	}
}

void
dmn_why_json(struct arena *a, struct json_out *o, const struct dmn_step *s,
    const struct dmn_near_all *near)
{
	size_t left = DMN_WHY_STEPS;

	json_out_open(o, '{');
	write_step(a, o, s, 0, &left);
	if (near != NULL) {
		json_out_name(o, "near");
		dmn_near_write_json(a, o, near);
	}
	json_out_close(o, '}');
}
