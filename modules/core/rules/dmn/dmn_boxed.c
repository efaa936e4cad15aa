/* SPDX-License-Identifier: MIT */
/* Boxed expressions (10.2): what each kind is compiled to, and gives. */
#include "rules/dmn/dmn_code.h"

#include "text/blank.h"

/* A function is called later: it may call itself by the name of its entry, as
 * in a context of FEEL. */
static bool
defines(const struct dmn_expression *e)
{
	const char *s;

	if (e == NULL || e->kind != DMN_LITERAL)
		return e != NULL && e->kind == DMN_FUNCTION;
	if ((s = e->literal.text) == NULL)
		return false;
	s += strspn(s, BLANK);
	if (strncmp(s, "function", 8) != 0)
		return false;
	s += 8;
	return s[strspn(s, BLANK)] == '(';
}

static void
context_compile(struct dmn_build *b, struct dmn_code *c,
    const struct feel_scope *outer)
{
	const struct feel_type *wanted = b->wanted;
	const struct dmn_expression *e = c->said;
	struct dmn_code_entry *to;
	const struct dmn_entry *from;
	struct feel_scope *scope;
	struct feel_member *names;
	size_t n = 0;

	for (from = e->entries; from != NULL; from = from->next)
		n++;
	c->context.entries = arena_array(b->arena, n, sizeof(*to));
	names = arena_array(b->arena, n, sizeof(*names));
	for (from = e->entries; from != NULL; from = from->next) {
		scope = arena_room(b->arena, sizeof(*scope));
		*scope = dmn_build_scope(outer, names, c->context.n);
		if (from->variable == NULL ||
		    *from->variable->name == '\0') {
			b->wanted = wanted;
			c->context.result = dmn_boxed_compile(b, from->value,
			    scope);
			break;		/* it comes last */
		}
		to = &c->context.entries[c->context.n];
		to->name = dmn_string(from->variable->name);
		to->type = dmn_item_type(b, from->variable->type,
		    from->variable->line);
		names[c->context.n].name = to->name;
		names[c->context.n].type = to->type;
		b->wanted = to->type;
		scope->n += defines(from->value);
		to->value = dmn_boxed_compile(b, from->value, scope);
		c->context.n++;
	}
}

/* Each entry sees those above it, which are the slots of its frame. */
static struct feel_value
context_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *outer)
{
	struct arena *a = run->ev->arena;
	struct feel_value_entries made = { 0 };
	const struct dmn_code_entry *e;
	struct feel_frame *frame;
	struct feel_value *v;
	size_t i;

	frame = arena_room(a, sizeof(*frame));
	v = arena_array(a, c->context.n, sizeof(*v));
	*frame = (struct feel_frame){ .outer = outer, .values = v };
	for (i = 0; i < c->context.n; i++) {
		e = &c->context.entries[i];
		v[i] = dmn_boxed_run(e->value, run, frame);
		dmn_run_typed(run->ev, e->type, "the entry", e->name, &v[i]);
	}
	if (c->context.result != NULL)
		return dmn_boxed_run(c->context.result, run, frame);
	for (i = 0; i < c->context.n; i++)
		feel_value_put(a, &made, c->context.entries[i].name, v[i]);
	return feel_value_made(a, &made);
}

static size_t
count(const struct dmn_expression *e)
{
	size_t n = 0;

	for (; e != NULL; e = e->next)
		n++;
	return n;
}

static void
list_compile(struct dmn_build *b, struct dmn_code *c,
    const struct feel_scope *scope)
{
	const struct dmn_expression *e;

	c->list.items = arena_array(b->arena, count(c->said->items),
	    sizeof(struct dmn_code *));
	for (e = c->said->items; e != NULL; e = e->next)
		c->list.items[c->list.n++] = dmn_boxed_compile(b, e, scope);
}

static struct feel_value
list_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *frame)
{
	struct feel_value_items made = { 0 };
	size_t i;

	for (i = 0; i < c->list.n && feel_eval_step(run->ev, 1); i++)
		feel_value_add(run->ev->arena, &made,
		    dmn_boxed_run(c->list.items[i], run, frame));
	return feel_value_end(run->ev->arena, &made);
}

static void
relation_compile(struct dmn_build *b, struct dmn_code *c,
    const struct feel_scope *scope)
{
	const struct dmn_expression *e = c->said, *cell;
	const struct dmn_variable *v;
	const struct dmn_code **to;
	const struct dmn_row *r;
	size_t i, n = 0;

	for (v = e->relation.columns; v != NULL; v = v->next)
		n++;
	c->relation.columns = arena_array(b->arena, n,
	    sizeof(*c->relation.columns));
	for (v = e->relation.columns; v != NULL; v = v->next) {
		i = c->relation.n_columns++;
		c->relation.columns[i].name = dmn_string(v->name);
		c->relation.columns[i].type = dmn_item_type(b, v->type,
		    v->line);
	}
	for (r = e->relation.rows; r != NULL; r = r->next)
		c->relation.n_rows++;
	c->relation.cells = to = arena_array(b->arena, c->relation.n_rows,
	    n * sizeof(*to));
	for (r = e->relation.rows; r != NULL; r = r->next, to += n) {
		cell = r->cells;
		for (i = 0; i < n && cell != NULL; i++, cell = cell->next)
			to[i] = dmn_boxed_compile(b, cell, scope);
	}
}

static struct feel_value
relation_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *frame)
{
	const struct dmn_code *const *cell = c->relation.cells;
	const struct dmn_code_entry *column;
	struct arena *a = run->ev->arena;
	struct feel_value_items rows = { 0 };
	struct feel_value_entries row;
	struct feel_value v;
	size_t i, j;

	for (i = 0; i < c->relation.n_rows && feel_eval_step(run->ev, 1);
	    i++) {
		row = (struct feel_value_entries){ 0 };
		for (j = 0; j < c->relation.n_columns; j++, cell++) {
			column = &c->relation.columns[j];
			v = dmn_boxed_run(*cell, run, frame);
			dmn_run_typed(run->ev, column->type, "the cell",
			    column->name, &v);
			feel_value_put(a, &row, column->name, v);
		}
		feel_value_add(a, &rows, feel_value_made(a, &row));
	}
	return feel_value_end(a, &rows);
}

static void
conditional_compile(struct dmn_build *b, struct dmn_code *c,
    const struct feel_scope *scope)
{
	const struct dmn_expression *e = c->said;
	const struct feel_type *wanted = b->wanted;

	b->wanted = NULL;
	c->conditional.test = dmn_boxed_compile(b, e->conditional.test,
	    scope);
	b->wanted = wanted;
	c->conditional.yes = dmn_boxed_compile(b, e->conditional.yes, scope);
	b->wanted = wanted;
	c->conditional.no = dmn_boxed_compile(b, e->conditional.no, scope);
}

static struct feel_value
conditional_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *frame)
{
	struct feel_value v = dmn_boxed_run(c->conditional.test, run, frame);

	if (v.kind != FEEL_BOOLEAN)
		return feel_eval_null(run->ev, "“if” needs a condition, not"
		    " %s.", feel_value_a(v.kind));
	return dmn_boxed_run(v.boolean ? c->conditional.yes :
	    c->conditional.no, run, frame);
}

static void
code_compile(struct dmn_build *b, struct dmn_code *c,
    const struct feel_scope *scope)
{
	const struct dmn_expression *e = c->said;

	switch (e->kind) {
	case DMN_LITERAL:
		if (e->literal.text == NULL)
			dmn_build_fault(b, e->line, true,
			    "There is no expression here.");
		c->literal = dmn_build_text(b, &e->literal, scope);
		return;
	case DMN_TABLE:
		c->table = dmn_grid_compile(b, e->table, scope);
		return;
	case DMN_INVOCATION:
		dmn_invocation_compile(b, c, scope);
		return;
	case DMN_CONTEXT:
		context_compile(b, c, scope);
		return;
	case DMN_LIST:
		list_compile(b, c, scope);
		return;
	case DMN_RELATION:
		relation_compile(b, c, scope);
		return;
	case DMN_FUNCTION:
		dmn_function_compile(b, c, scope);
		return;
	case DMN_CONDITIONAL:
		conditional_compile(b, c, scope);
		return;
	case DMN_FILTER:
	case DMN_FOR:
	case DMN_SOME:
	case DMN_EVERY:
		dmn_iterate_compile(b, c, scope);
		return;
	}
}

const struct dmn_code *
dmn_boxed_compile(struct dmn_build *b, const struct dmn_expression *e,
    const struct feel_scope *scope)
{
	struct dmn_code *c;

	if (e == NULL)
		return NULL;
	if (b->nesting == DMN_NESTING) {
		dmn_build_fault(b, e->line, false, "Boxed expressions can be"
		    " nested at most %d levels deep.", DMN_NESTING);
		return NULL;
	}
	if (!dmn_build_room(b, e->line))
		return NULL;
	b->nesting++;
	c = arena_alloc(b->arena, sizeof(*c));
	c->kind = e->kind;
	c->said = e;
	if (c->kind != DMN_TABLE && c->kind != DMN_CONTEXT &&
	    c->kind != DMN_CONDITIONAL)
		b->wanted = NULL;	/* it is not that of its parts */
	code_compile(b, c, scope);
	b->wanted = NULL;
	b->nesting--;
	return c;
}

static struct feel_value
table_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *frame)
{
	struct dmn_step *step = dmn_trace_enter(run, NULL, c->said->table);
	struct feel_value v = dmn_table_run(c->table, run, frame, step);

	dmn_trace_leave(run, step, v);
	return v;
}

static struct feel_value
code_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *frame)
{
	switch (c->kind) {
	case DMN_TABLE:
		return table_run(c, run, frame);
	case DMN_INVOCATION:
		return dmn_invocation_run(c, run, frame);
	case DMN_CONTEXT:
		return context_run(c, run, frame);
	case DMN_LIST:
		return list_run(c, run, frame);
	case DMN_RELATION:
		return relation_run(c, run, frame);
	case DMN_FUNCTION:
		return dmn_function_run(c, run, frame);
	case DMN_CONDITIONAL:
		return conditional_run(c, run, frame);
	default:
		return dmn_iterate_run(c, run, frame);
	}
}

struct feel_value
dmn_boxed_run(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *frame)
{
	struct feel_value v;

	if (c == NULL)
		return feel_value_null;
	if (c->kind == DMN_LITERAL)
		return c->literal != NULL ?
		    feel_run(c->literal, run->ev, frame) :
		    feel_eval_null(run->ev, "The expression of FEEL cannot be"
		    " read.");
	if (!feel_eval_step(run->ev, 1) || !feel_eval_enter(run->ev, DMN_DEPTH))
		return feel_value_null;
	v = code_run(c, run, frame);
	feel_eval_leave(run->ev, DMN_DEPTH);
	return v;
}

struct feel_value
dmn_boxed_logic(const struct dmn_code *c, struct dmn_run *run,
    const struct feel_frame *frame, struct dmn_step *step)
{
	return c->kind == DMN_TABLE ?
	    dmn_table_run(c->table, run, frame, step) :
	    dmn_boxed_run(c, run, frame);
}
