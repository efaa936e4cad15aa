/* SPDX-License-Identifier: MIT */
/* The conditions of a form, compiled once. */
#include <string.h>

#include "rules/type/questions.h"

struct compiling {
	struct arena *arena;
	const struct type_form *form;
	questions_type_fn *type_of;
	questions_fault_fn *fault;
	void *to;
	struct feel_member *names;	/* of the form, as far as they go */
	size_t n;
};

static void
compile(struct compiling *c, const char *text, int line, const char *whose,
    const struct feel_scope *scope, struct questions_when *out)
{
	struct feel_fault *wrong = NULL;

	if (text == NULL)
		return;
	out->feel = feel_compile(c->arena, text, strlen(text), scope,
	    &wrong);
	out->broken = out->feel == NULL || wrong != NULL;
	for (; wrong != NULL; wrong = wrong->next)
		c->fault(c->to, line + wrong->line - 1, arena_printf(c->arena,
		    "%s cannot be read: %s", whose, wrong->text));
}

static const struct feel_type *
question_type(struct compiling *c, const struct type_form_question *q)
{
	const struct feel_type *t = c->type_of(&q->field);

	return q->many ? feel_type_list(c->arena, t) : t;
}

static size_t
count(const struct type_form_section *s)
{
	const struct type_form_question *q;
	size_t n = 0;

	for (q = s->questions; q != NULL; q = q->next)
		n++;
	return n;
}

/* The condition of a question knows those before it: the scope is cut. */
static void
add_questions(struct compiling *c, const struct feel_scope *outer,
    struct questions_part *p)
{
	const struct type_form_section *s = p->section;
	struct feel_member *row = arena_array(c->arena, p->n + 1,
	    sizeof(*row));
	const struct type_form_question *q;
	struct feel_scope whole = { .outer = outer, .names = c->names },
	    own = { .outer = &whole, .names = row };
	struct feel_type *t;
	size_t i;

	for (q = s->questions, i = 0; q != NULL; q = q->next, i++) {
		whole.n = c->n;
		own.n = i;
		compile(c, q->when, q->when_line, arena_printf(c->arena,
		    "The condition of “%s”", q->field.code),
		    s->rows == NULL ? &whole : &own, &p->whens[i]);
		row[i].name = feel_value_text(q->field.code).string;
		row[i].type = question_type(c, q);
		if (s->rows == NULL)
			c->names[c->n++] = row[i];
	}
	if (s->rows == NULL)
		return;
	t = arena_alloc(c->arena, sizeof(*t));
	t->kind = FEEL_TYPE_CONTEXT;
	t->members = row;
	t->n = p->n;
	p->place = c->n;
	c->names[c->n].name = feel_value_text(s->code).string;
	c->names[c->n++].type = feel_type_list(c->arena, t);
}

static void
add_part(struct compiling *c, const struct feel_scope *outer,
    struct questions_part *p)
{
	struct feel_scope whole = { .outer = outer, .names = c->names,
	    .n = c->n };

	compile(c, p->section->when, p->section->when_line,
	    arena_printf(c->arena, "The condition of the section “%s”",
	    p->section->code), &whole, &p->when);
	p->n = count(p->section);
	p->whens = arena_array(c->arena, p->n + 1, sizeof(*p->whens));
	add_questions(c, outer, p);
}

struct questions *
questions_compile(struct arena *a, const struct type_form *form,
    const struct feel_scope *outer, questions_type_fn *type_of,
    questions_fault_fn *fault, void *to)
{
	struct questions *q = arena_alloc(a, sizeof(*q));
	struct compiling c = { a, form, type_of, fault, to, NULL, 0 };
	const struct type_form_section *s;
	size_t names = 1, i = 0;

	q->form = form;
	for (s = form->sections; s != NULL; s = s->next, q->n_parts++)
		names += count(s) + 1;
	q->parts = arena_array(a, q->n_parts + 1, sizeof(*q->parts));
	c.names = arena_array(a, names, sizeof(*c.names));
	for (s = form->sections; s != NULL; s = s->next) {
		q->parts[i].section = s;
		add_part(&c, outer, &q->parts[i++]);
	}
	c.names[c.n].name = feel_value_text("points").string;
	c.names[c.n++].type = feel_type_own("number", strlen("number"));
	q->scope = (struct feel_scope){ .outer = outer, .names = c.names,
	    .n = c.n };
	compile(&c, form->score, form->score_line, "The score", &q->scope,
	    &q->score);
	return q;
}
