/* SPDX-License-Identifier: MIT */
/* A run: each element is evaluated when it is first needed, and once. */
#include "rules/dmn/dmn_code.h"

struct dmn_run *
dmn_run_new(const struct dmn *dmn, struct feel_eval *ev,
    const struct feel_context *inputs, struct dmn_trace *trace)
{
	struct dmn_run *run = arena_alloc(ev->arena, sizeof(*run));

	run->dmn = dmn;
	run->ev = ev;
	run->inputs = inputs;
	run->trace = trace;
	run->memo = arena_array(ev->arena, dmn->n_nodes, sizeof(*run->memo));
	return run;
}

/* Kinds that need no conversion, for types that allow all of a kind. */
static bool
plain(const struct feel_type *type, enum feel_kind kind)
{
	return type->allowed == NULL && kind < FEEL_LIST &&
	    kind == feel_type_value(type->kind);
}

bool
dmn_run_typed(struct feel_eval *ev, const struct feel_type *type,
    const char *what, struct feel_string name, struct feel_value *v)
{
	struct feel_value was = *v;

	if (type == NULL || was.kind == FEEL_NULL || plain(type, was.kind))
		return true;
	*v = feel_type_coerce(ev, type, was);
	if (v->kind != FEEL_NULL)
		return true;
	feel_eval_note(ev, "This is the value of %s “%.*s”.", what,
	    (int)name.len, name.text);
	return false;
}

/*
 * What is given for an input: by its name; where another model has it too, by
 * "namespace#name"; or in a context with the name of the import.
 */
static const struct feel_value *
given(const struct dmn_run *run, const struct dmn_node *n)
{
	const struct dmn_unit *main = run->dmn->units;
	const struct feel_value *v;
	size_t i;

	if (run->inputs == NULL)
		return NULL;
	if (n->unit == main)
		return feel_value_get(run->inputs, n->name);
	v = feel_value_get(run->inputs, dmn_string(arena_printf(
	    run->ev->arena, "%s#%s", n->unit->said->namespace,
	    n->said->name)));
	for (i = 0; v == NULL && i < main->n_links; i++) {
		if (main->links[i].unit != n->unit)
			continue;
		v = feel_value_get(run->inputs,
		    dmn_string(main->links[i].said->name));
		if (v != NULL)
			v = v->kind != FEEL_CONTEXT ? NULL :
			    feel_value_get(v->context, n->name);
	}
	return v != NULL ? v : feel_value_get(run->inputs, n->name);
}

static struct feel_value
input(struct dmn_run *run, const struct dmn_node *n)
{
	const struct feel_value *v = given(run, n);
	struct dmn_step *step;
	struct feel_value value;

	value = v == NULL ? feel_value_null : *v;
	step = dmn_trace_enter(run, n, NULL);
	dmn_run_typed(run->ev, n->type, "the input", n->name, &value);
	dmn_trace_leave(run, step, value);
	return value;
}

static struct feel_value
decision(struct dmn_run *run, const struct dmn_node *n)
{
	const struct dmn_table *table = NULL;
	struct feel_value value;
	struct dmn_step *step;

	if (!feel_eval_enter(run->ev, DMN_DEPTH))
		return feel_value_null;
	if (n->logic != NULL && n->logic->kind == DMN_TABLE)
		table = n->logic->said->table;
	step = dmn_trace_enter(run, n, table);
	if (n->refused != NULL)
		value = feel_eval_null(run->ev, "%s", n->refused);
	else if (n->logic == NULL)
		value = feel_eval_null(run->ev, "“%s” has no logic.",
		    n->said->name);
	else
		value = dmn_boxed_logic(n->logic, run, dmn_run_frame(run, n),
		    step);
	dmn_run_typed(run->ev, n->type, "the decision", n->name, &value);
	dmn_trace_leave(run, step, value);
	feel_eval_leave(run->ev, DMN_DEPTH);
	return value;
}

struct feel_value
dmn_run_value(struct dmn_run *run, const struct dmn_node *n)
{
	struct dmn_memo *memo = &run->memo[n->index];
	struct feel_value value;

	if (memo->done) {
		dmn_trace_again(run, n, memo);
		return memo->value;
	}
	switch (n->said->kind) {
	case DMN_INPUT_DATA:
		value = input(run, n);
		break;
	case DMN_DECISION:
		value = decision(run, n);
		break;
	case DMN_KNOWLEDGE:
		value = dmn_knowledge_value(run, n);
		break;
	case DMN_SERVICE:
		value = dmn_service_value(run, n);
		break;
	default:
		value = feel_value_null;
		break;
	}
	memo->value = value;
	memo->done = true;
	return value;
}

static struct feel_value
slot_value(struct dmn_run *run, const struct dmn_slot *s)
{
	struct feel_value_entries e = { 0 };
	size_t i;

	if (s->node != NULL)
		return dmn_run_value(run, s->node);
	for (i = 0; i < s->n_parts; i++)
		feel_value_put(run->ev->arena, &e, s->parts[i].name,
		    dmn_run_value(run, s->parts[i].node));
	return feel_value_made(run->ev->arena, &e);
}

const struct feel_frame *
dmn_run_frame(struct dmn_run *run, const struct dmn_node *n)
{
	struct feel_frame *f;
	struct feel_value *v;
	size_t i;

	f = arena_room(run->ev->arena, sizeof(*f));
	v = arena_room(run->ev->arena, n->n_slots * sizeof(*v));
	for (i = 0; i < n->n_slots; i++)
		v[i] = slot_value(run, &n->slots[i]);
	*f = (struct feel_frame){ .outer = NULL, .values = v };
	return f;
}
