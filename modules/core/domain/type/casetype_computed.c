/* SPDX-License-Identifier: MIT */
/* Compiles the computed fields of a type, and says what is wrong in them. */
#include "domain/type/casetype_computed.h"

#include <string.h>

#include "domain/type/casetype.h"
#include "domain/type/casetype_feel.h"
#include "domain/type/formula.h"

struct compiling {
	struct arena *arena;
	const struct casetype *type;
	const char *file;
	struct reader_fault **faults;
	struct feel_scope whole;	/* the fields of the type */
};

#define fault(c, line, ...)						\
	reader_add_fault((c)->arena, (c)->faults, (c)->file, (line),	\
	    __VA_ARGS__)

/* The fields of groups: a path may name them. */
static void
members(struct compiling *c)
{
	const struct type_field *f;
	struct feel_string *m;
	size_t n = 0;

	for (f = c->type->fields; f != NULL; f = f->next)
		n += f->group != NULL;
	c->whole.members = m = arena_array(c->arena, n + 1, sizeof(*m));
	for (f = c->type->fields; f != NULL; f = f->next)
		if (f->group != NULL)
			*m++ = (struct feel_string){ f->code,
			    strlen(f->code) };
	c->whole.n_members = n;
}

/* The names a field may use; those of its row before all others. */
static const struct feel_scope *
scope_of(struct compiling *c, const struct type_field *f)
{
	struct feel_scope *row;

	if (f->group == NULL)
		return &c->whole;
	row = arena_alloc(c->arena, sizeof(*row));
	row->outer = &c->whole;
	row->n = casetype_feel_names(c->arena, c->type, f->group,
	    &row->names);
	return row;
}

static void
check_order(struct compiling *c, const struct type_field *f)
{
	const struct type_field *o;

	if (formula_uses(f->computed, f->code))
		fault(c, f->line, "“%s” is computed from itself.", f->code);
	for (o = f->next; o != NULL; o = o->next)
		if (o->computed != NULL && formula_uses(f->computed, o->code))
			fault(c, f->line, "“%s” uses “%s”, which is computed "
			    "after it; put that one before it. Two fields "
			    "cannot be computed from one another.", f->code,
			    o->code);
	for (o = f; o != NULL; o = o->next)
		if (o->computed != NULL && o->group != NULL &&
		    formula_uses(f->computed, o->group->code)) {
			fault(c, f->line, "“%s” uses the rows of “%s”, in "
			    "which “%s” is computed after it; put the group "
			    "before it.", f->code, o->group->code, o->code);
			break;
		}
}

/* What is stored would be wrong from the next day on. */
static void
check_clock(struct compiling *c, const struct type_field *f)
{
	static const char *const clocks[] = { "now", "today" };
	size_t i;

	for (i = 0; i < 2; i++)
		if (formula_uses(f->computed, clocks[i]) &&
		    casetype_field(c->type, clocks[i]) == NULL)
			fault(c, f->line, "“%s” uses %s(), but a computed "
			    "value is stored when the case changes and would "
			    "grow stale; use a date field of the case.",
			    f->code, clocks[i]);
}

static bool
is_known(const struct feel_type *t)
{
	return t != NULL && t->kind != FEEL_TYPE_ANY &&
	    t->kind != FEEL_TYPE_NULL;
}

static void
check_result(struct compiling *c, const struct type_field *f,
    const struct feel *feel)
{
	const struct feel_type *is = feel_result(feel),
	    *want = casetype_feel_type(f);

	if (is_known(is) && is->kind != want->kind)
		fault(c, f->line, "“%s” is to be a %s, but what is computed "
		    "is a %s.", f->code, feel_type_write(c->arena, want),
		    feel_type_write(c->arena, is));
}

static const struct feel *
compile(struct compiling *c, const struct type_field *f)
{
	struct feel_fault *wrong = NULL, *w;
	const struct feel *feel;

	feel = feel_compile(c->arena, f->computed, strlen(f->computed),
	    scope_of(c, f), &wrong);
	for (w = wrong; w != NULL; w = w->next)
		fault(c, f->line + w->line - 1, "“%s” cannot be computed: %s",
		    f->code, w->text);
	check_order(c, f);
	check_clock(c, f);
	if (feel != NULL && wrong == NULL)
		check_result(c, f, feel);
	return feel;
}

void
casetype_computed_compile(struct arena *a, struct casetype *type,
    const char *file, struct reader_fault **faults)
{
	struct compiling c = { .arena = a, .type = type, .file = file,
	    .faults = faults };
	const struct casetype_formula **tail = &type->formulas;
	const struct type_field *f = type->fields;
	struct casetype_formula *made;

	while (f != NULL && f->computed == NULL)
		f = f->next;
	if (f == NULL)
		return;
	c.whole.n = casetype_feel_names(a, type, NULL, &c.whole.names);
	members(&c);
	for (; f != NULL; f = f->next) {
		if (f->computed == NULL)
			continue;
		made = arena_alloc(a, sizeof(*made));
		made->field = f;
		made->feel = compile(&c, f);
		*tail = made;
		tail = &made->next;
	}
}
