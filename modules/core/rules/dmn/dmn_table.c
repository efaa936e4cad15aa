/* SPDX-License-Identifier: MIT */
/* Decision tables run: which rules hold, and why the others do not. */
#include "rules/dmn/dmn_grid.h"
#include "rules/feel/feel_number.h"

#define FEW 16			/* inputs and hits that need no memory */

/* What is asked of one table, once. */
struct asked {
	const struct dmn_grid *g;
	struct feel_eval *ev;
	const struct feel_frame *frame;
	struct feel_value *inputs;
	struct dmn_step *step;		/* NULL: no derivation */
};

/* Each input once (8.2); false: one has a value that it may not have. */
static bool
inputs_run(const struct asked *a)
{
	const struct dmn_column *c;
	size_t i;

	for (i = 0; i < a->g->n_inputs; i++) {
		c = &a->g->inputs[i];
		a->inputs[i] = c->expression == NULL ? feel_value_null :
		    feel_run(c->expression, a->ev, a->frame);
		dmn_run_typed(a->ev, c->type, "the input", c->text,
		    &a->inputs[i]);
	}
	for (i = 0; i < a->g->n_inputs; i++) {
		c = &a->g->inputs[i];
		if (c->values != NULL && feel_test(c->values, a->ev, a->frame,
		    a->inputs[i]) != FEEL_YES) {
			feel_eval_note(a->ev, "The input “%.*s” has a value"
			    " that is not one of its input values.",
			    (int)c->text.len, c->text.text);
			return false;
		}
	}
	return true;
}

static bool
rule_holds(const struct asked *a, size_t rule)
{
	const struct feel *const *t = a->g->tests + rule * a->g->n_inputs;
	size_t i;

	for (i = 0; i < a->g->n_inputs; i++)
		if (t[i] != NULL && feel_test(t[i], a->ev, a->frame,
		    a->inputs[i]) != FEEL_YES)
			return false;
	return true;
}

/* Where the notes end. For people more is tried than the standard would: that
 * leaves no notes. */
struct mark {
	struct feel_note **end;
	size_t n;
};

static struct mark
notes_mark(const struct feel_eval *ev)
{
	return (struct mark){ ev->notes_end, ev->notes_n };
}

static void
notes_forget(struct feel_eval *ev, struct mark m)
{
	if (ev->stopped)
		return;		/* the last note says why */
	ev->notes_end = m.end;
	ev->notes_n = m.n;
	*m.end = NULL;
}

/* For people: every cell. extra: all of it is for them. */
static bool
rule_tried(const struct asked *a, size_t rule, bool extra)
{
	const struct feel *const *t = a->g->tests + rule * a->g->n_inputs;
	struct dmn_try *try = &a->step->tries[rule];
	struct mark m = notes_mark(a->ev);
	size_t i;

	try->hit = true;
	for (i = 0; i < a->g->n_inputs && !a->ev->stopped; i++) {
		if (t[i] == NULL || feel_test(t[i], a->ev, a->frame,
		    a->inputs[i]) == FEEL_YES) {
			try->cells[i] = DMN_HELD;
			continue;
		}
		try->cells[i] = DMN_FAILED;
		if (try->hit && !extra)
			m = notes_mark(a->ev);
		try->hit = false;
	}
	if (!try->hit || extra)
		notes_forget(a->ev, m);
	return try->hit && i == a->g->n_inputs;
}

static void
rule_results(const struct asked *a, size_t rule, struct feel_value *out)
{
	const struct feel *const *r = a->g->results +
	    rule * a->g->n_outputs;
	const struct dmn_outcome *o;
	size_t i;

	for (i = 0; i < a->g->n_outputs; i++) {
		o = &a->g->outputs[i];
		out[i] = r[i] == NULL ? feel_value_null :
		    feel_run(r[i], a->ev, a->frame);
		dmn_run_typed(a->ev, o->type, "the output", o->name, &out[i]);
		if (o->values != NULL && out[i].kind != FEEL_NULL &&
		    feel_test(o->values, a->ev, a->frame, out[i]) !=
		    FEEL_YES)
			out[i] = feel_eval_null(a->ev, "The result of rule"
			    " %zu is not one of the output values.", rule + 1);
	}
}

/* Which rules hit. Unique is decided by two, First by one; a derivation tells
 * of all. */
static void
rules_run(const struct asked *a, struct dmn_hits *h)
{
	enum dmn_hit_policy policy = a->g->said->policy;
	size_t i, enough = policy == DMN_FIRST ? 1 : policy == DMN_UNIQUE ?
	    2 : a->g->n_rules;

	if (!feel_eval_step(a->ev, 1 + a->g->n_rules))
		return;
	for (i = 0; i < a->g->n_rules && !a->ev->stopped &&
	    (a->step != NULL || h->n < enough); i++)
		if (a->step != NULL ? rule_tried(a, i, h->n >= enough) :
		    rule_holds(a, i))
			h->rules[h->n++] = i;
}

static struct feel_value
nothing_hit(const struct asked *a)
{
	const struct dmn_grid *g = a->g;
	struct feel_value *v;
	size_t i;

	if (g->falls_back) {
		v = arena_array(a->ev->arena, g->n_outputs, sizeof(*v));
		for (i = 0; i < g->n_outputs; i++) {
			if (g->outputs[i].fallback == NULL)
				continue;
			v[i] = feel_run(g->outputs[i].fallback, a->ev,
			    a->frame);
			dmn_run_typed(a->ev, g->outputs[i].type, "the output",
			    g->outputs[i].name, &v[i]);
		}
		if (a->step != NULL)
			a->step->by_default = true;
		return dmn_hit_value(g, a->ev, v);
	}
	if (g->said->policy == DMN_COLLECT &&
	    g->said->aggregation == DMN_COUNT)
		return feel_number_of(0);
	if (g->said->policy == DMN_COLLECT &&
	    g->said->aggregation == DMN_NO_AGGREGATION)
		return feel_value_list(a->ev->arena, NULL, 0);
	return feel_eval_null(a->ev, "No rule of the table holds.");
}

static struct feel_value
hits_run(const struct asked *a, struct dmn_hits *h)
{
	const struct dmn_grid *g = a->g;
	bool few[FEW] = { false }, *chosen = few;
	struct feel_value value;
	struct mark m;
	size_t i, n = 1;

	if (h->n > FEW)
		chosen = arena_array(a->ev->arena, h->n, sizeof(*chosen));
	if (dmn_hit_needs_all(g->said->policy))
		n = h->n;
	h->results = arena_array(a->ev->arena, a->step == NULL ? n : h->n,
	    g->n_outputs * sizeof(*h->results));
	for (i = 0; i < n; i++)
		rule_results(a, h->rules[i], h->results + i * g->n_outputs);
	m = notes_mark(a->ev);
	for (; a->step != NULL && i < h->n; i++)
		rule_results(a, h->rules[i], h->results + i * g->n_outputs);
	if (i > n)
		notes_forget(a->ev, m);
	value = dmn_hit_result(g, a->ev, h, chosen);
	for (i = 0; a->step != NULL && i < h->n; i++) {
		a->step->tries[h->rules[i]].results = h->results +
		    i * g->n_outputs;
		a->step->tries[h->rules[i]].chosen = chosen[i];
	}
	return value;
}

struct feel_value
dmn_table_run(const struct dmn_grid *g, struct dmn_run *run,
    const struct feel_frame *frame, struct dmn_step *step)
{
	struct feel_value few[FEW];
	size_t some[FEW];
	struct asked a = { g, run->ev, frame, few, step };
	struct dmn_hits h = { .rules = some };

	if (g->refused != NULL)
		return feel_eval_null(run->ev, "%s", g->refused);
	if (g->n_inputs > FEW || step != NULL)
		a.inputs = arena_array(run->ev->arena, g->n_inputs,
		    sizeof(*a.inputs));
	if (g->n_rules > FEW && (step != NULL ||
	    dmn_hit_needs_all(g->said->policy)))
		h.rules = arena_array(run->ev->arena, g->n_rules,
		    sizeof(*h.rules));
	if (step != NULL) {
		step->inputs = a.inputs;
		step->tries = arena_array(run->ev->arena, g->n_rules,
		    sizeof(*step->tries));
		for (size_t i = 0; i < g->n_rules; i++) {
			step->tries[i].rule = g->rules[i];
			step->tries[i].cells = arena_array(run->ev->arena,
			    g->n_inputs, sizeof(*step->tries[i].cells));
		}
	}
	if (!inputs_run(&a))
		return feel_value_null;
	rules_run(&a, &h);
	if (run->ev->stopped)
		return feel_value_null;
	return h.n == 0 ? nothing_hit(&a) : hits_run(&a, &h);
}
