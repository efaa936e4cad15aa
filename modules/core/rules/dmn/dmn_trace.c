/* SPDX-License-Identifier: MIT */
/* The derivation: each step hangs where its values were asked for. */
#include "rules/dmn/dmn_run.h"

static bool
wanted(const struct dmn_run *run)
{
	return run->trace != NULL && run->trace->end != NULL &&
	    run->trace->left > 0;
}

static struct dmn_step *
step_new(struct dmn_run *run, const struct dmn_node *n)
{
	struct dmn_step *s = arena_alloc(run->ev->arena, sizeof(*s));

	if (n != NULL) {
		s->element = n->said;
		s->model = n->unit->said->name;
	}
	*run->trace->end = s;
	run->trace->end = &s->next;
	return s;
}

struct dmn_step *
dmn_trace_enter(struct dmn_run *run, const struct dmn_node *n,
    const struct dmn_table *table)
{
	struct dmn_step *s;

	size_t cells = 1;

	if (!wanted(run))
		return NULL;
	if (table != NULL)
		cells += table->n_rules * (1 + table->n_inputs);
	if (cells > run->trace->left)
		cells = run->trace->left;
	run->trace->left -= cells;
	s = step_new(run, n);
	s->table = table;
	s->notes_from = run->ev->notes_end;
	run->trace->end = &s->first;
	return s;
}

/* The notes since the step began, copied: the list of all goes on. */
static const struct feel_note *
notes_since(struct feel_eval *ev, struct feel_note **from)
{
	struct feel_note *first = NULL, **end = &first, *n;

	for (n = *from; n != NULL; n = n->next) {
		*end = arena_copy(ev->arena, n, sizeof(*n));
		end = &(*end)->next;
	}
	*end = NULL;
	return first;
}

void
dmn_trace_leave(struct dmn_run *run, struct dmn_step *s, struct feel_value v)
{
	if (s == NULL)
		return;
	s->value = v;
	if (v.kind == FEEL_NULL)
		s->notes = notes_since(run->ev, s->notes_from);
	run->trace->end = &s->next;
}

void
dmn_trace_given(struct dmn_run *run, struct dmn_step *s,
    const struct feel_parameter *params, const struct feel_value *args,
    size_t n)
{
	struct feel_value_entries e = { 0 };
	size_t i;

	if (s == NULL)
		return;
	for (i = 0; i < n; i++)
		feel_value_put(run->ev->arena, &e, params[i].name, args[i]);
	s->given = feel_value_made(run->ev->arena, &e);
}

void
dmn_trace_again(struct dmn_run *run, const struct dmn_node *n,
    const struct dmn_memo *memo)
{
	struct dmn_step *s;

	if (!wanted(run) || memo->value.kind == FEEL_FUNCTION ||
	    !feel_eval_step(run->ev, 1))
		return;
	s = step_new(run, n);
	s->again = !memo->handed;
	s->handed = memo->handed;
	s->value = memo->value;
}
