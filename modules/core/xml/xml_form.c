/* SPDX-License-Identifier: MIT */
/* Reads a form of a case type. */
#include "xml/xml_form.h"

#include <stdlib.h>
#include <string.h>

#include "xml/typefield.h"

#define ROWS_USUAL 10	/* at most, where the section does not say */
#define MANY_MAX 1000	/* characters of the codes that were chosen */

static const char *const own_codes[] = { "case", "forms", "points", NULL };

struct forming {		/* a form being read */
	struct typeword word;
	struct type_form *form;
	const struct type_field **fields;
	const struct type_group **groups;
	int questions;
};

bool
xml_form_is(const char *name)
{
	size_t n = strlen(name), folder = strlen(XML_FORM_FOLDER);

	return n > folder + 4 && n <= folder + 35 &&
	    strncmp(name, XML_FORM_FOLDER, folder) == 0 &&
	    strcmp(name + n - 4, ".xml") == 0 && strspn(name + folder,
	    "abcdefghijklmnopqrstuvwxyz0123456789_") == n - folder - 4;
}

static const char *
expression(struct arena *a, const struct reader_node *n, int *line)
{
	if (n == NULL)
		return NULL;
	*line = n->line;
	return reader_written(a, n);
}

/* Codes are shared by all that a condition can name. */
static bool
is_new(struct forming *r, const struct reader_node *n, const char *code)
{
	const struct type_group *g = r->form->as.groups;

	while (g != NULL && strcmp(g->code, code) != 0)
		g = g->next;
	if (g == NULL && typefield_find(r->form->as.fields, code) == NULL)
		return true;
	typeword_fault(&r->word, n->line, "There are two questions or "
	    "repeated sections with the code “%s”.", code);
	return false;
}

static int
points_of(struct forming *r, const struct reader_node *n, bool *any)
{
	const char *text = reader_attr(n, "points");
	char *end;
	long points;

	if (text == NULL)
		return 0;
	*any = true;
	points = strtol(text, &end, 10);
	if (end == text || *end != '\0' || points < -1000 || points > 1000)
		typeword_fault(&r->word, n->line, "“%s” are no points: write "
		    "a whole number from -1000 to 1000.", text);
	return (int)points;
}

static void
read_points(struct forming *r, const struct reader_node *n,
    struct type_form_question *q)
{
	const struct type_form_points **tail = &q->points;
	const struct reader_node *c;
	struct type_form_points *p;

	q->ticked = points_of(r, n, &q->scored);
	if (q->scored && q->field.kind != VALUE_FLAG)
		typeword_fault(&r->word, n->line, "“%s” has points, and is no "
		    "flag; give them to its choices.", q->field.code);
	for (c = reader_child(n, "", "choice"); c != NULL;
	    c = reader_after(c, "", "choice")) {
		p = arena_alloc(r->word.arena, sizeof(*p));
		p->code = reader_given(c, "code");
		p->points = points_of(r, c, &q->scored);
		*tail = p;
		tail = (const struct type_form_points **)&p->next;
	}
	r->form->scored |= q->scored;
}

static struct type_form_question *
read_question(struct forming *r, const struct reader_node *n,
    const struct type_group *rows)
{
	struct type_form_question *q = arena_alloc(r->word.arena, sizeof(*q));
	const char *kind = reader_given(n, "kind");

	q->line = n->line;
	q->field.code = typeword_code(&r->word, n, own_codes);
	q->many = strcmp(kind, "choices") == 0;
	typefield_read(&r->word, n, q->many ? "choice" : kind, &q->field);
	if (q->many) {
		q->field.kind = VALUE_TEXT;
		q->field.max = MANY_MAX;
	}
	if ((q->many || q->field.kind == VALUE_CHOICE) &&
	    q->field.choices == NULL)
		typeword_fault(&r->word, n->line, "“%s” has nothing to choose "
		    "from.", q->field.code);
	q->field.group = rows;
	q->when = expression(r->word.arena, reader_child(n, "", "when"),
	    &q->when_line);
	read_points(r, n, q);
	if (++r->questions == XML_FORM_MAX + 1)
		typeword_fault(&r->word, n->line, "A form has at most %d "
		    "questions.", XML_FORM_MAX);
	if (is_new(r, n, q->field.code)) {
		*r->fields = &q->field;
		r->fields = (const struct type_field **)&q->field.next;
	}
	return q;
}

/* How often a section may be filled in. */
static const struct type_group *
read_rows(struct forming *r, const struct reader_node *n,
    const struct type_form_section *s)
{
	struct type_group *g = arena_alloc(r->word.arena, sizeof(*g));
	const struct reader_node *c = reader_child(n, "", "one");

	g->code = s->code;
	g->plural = s->label;
	g->help = s->help;
	if (c != NULL)
		typeword_label(&r->word, c, &g->label);
	else
		typeword_fault(&r->word, n->line, "The section “%s” repeats: "
		    "say in <one> what one of it is called.", s->code);
	g->least = (int)strtol(reader_given(n, "least"), NULL, 10);
	g->most = (int)strtol(reader_given(n, "most"), NULL, 10);
	if (g->most == 0)
		g->most = ROWS_USUAL;
	if (g->least > g->most)
		typeword_fault(&r->word, n->line, "“%d” to “%d” are no bounds "
		    "of how often it may be filled in.", g->least, g->most);
	if (is_new(r, n, g->code)) {
		*r->groups = g;
		r->groups = (const struct type_group **)&g->next;
	}
	return g;
}

static struct type_form_section *
read_section(struct forming *r, const struct reader_node *n)
{
	struct type_form_section *s = arena_alloc(r->word.arena, sizeof(*s));
	const struct type_form_question **tail = &s->questions;
	const struct reader_node *c;
	struct type_form_question *q;

	s->line = n->line;
	s->code = typeword_code(&r->word, n, own_codes);
	if ((c = reader_child(n, "", "name")) != NULL)
		typeword_label(&r->word, c, &s->label);
	if ((c = reader_child(n, "", "help")) != NULL)
		typeword_label(&r->word, c, &s->help);
	s->when = expression(r->word.arena, reader_child(n, "", "when"),
	    &s->when_line);
	if (typeword_yes(n, "repeats"))
		s->rows = read_rows(r, n, s);
	for (c = reader_child(n, "", "question"); c != NULL;
	    c = reader_after(c, "", "question")) {
		q = read_question(r, c, s->rows);
		*tail = q;
		tail = (const struct type_form_question **)&q->next;
	}
	if (s->questions == NULL)
		typeword_fault(&r->word, n->line, "The section “%s” asks "
		    "nothing.", s->code);
	return s;
}

static void
read_bands(struct forming *r, const struct reader_node *root)
{
	const struct type_form_band **tail = &r->form->bands, *o;
	const struct reader_node *c;
	struct type_form_band *b;
	int64_t last = INT64_MIN;

	for (c = reader_child(root, "", "band"); c != NULL;
	    c = reader_after(c, "", "band")) {
		b = arena_alloc(r->word.arena, sizeof(*b));
		b->code = typeword_code(&r->word, c, NULL);
		b->from = strtoll(reader_given(c, "from"), NULL, 10);
		typeword_label(&r->word, c, &b->label);
		if (b->from <= last)
			typeword_fault(&r->word, c->line, "The bands stand in "
			    "the order of their points, the lowest first.");
		last = b->from;
		for (o = r->form->bands; o != NULL; o = o->next)
			if (strcmp(o->code, b->code) == 0)
				typeword_fault(&r->word, c->line, "There are "
				    "two <band> with the code “%s”.",
				    b->code);
		*tail = b;
		tail = (const struct type_form_band **)&b->next;
	}
	if (r->form->bands != NULL && !r->form->scored)
		typeword_fault(&r->word, root->line, "There are bands, and "
		    "nothing has points.");
}

static void
read_form(struct forming *r, const struct reader_node *root)
{
	struct type_form *f = r->form;
	const struct type_form_section **tail = &f->sections;
	const struct reader_node *c;
	struct type_form_section *s;

	f->line = root->line;
	f->code = typeword_code(&r->word, root, NULL);
	f->compartment = reader_given(root, "compartment");
	if (strcmp(f->file, arena_printf(r->word.arena, "%s%s.xml",
	    XML_FORM_FOLDER, f->code)) != 0)
		typeword_fault(&r->word, root->line, "The form “%s” stands in "
		    "a file that is not called %s.xml.", f->code, f->code);
	if ((c = reader_child(root, "", "name")) != NULL)
		typeword_label(&r->word, c, &f->label);
	if ((c = reader_child(root, "", "help")) != NULL)
		typeword_label(&r->word, c, &f->help);
	for (c = reader_child(root, "", "section"); c != NULL;
	    c = reader_after(c, "", "section")) {
		s = read_section(r, c);
		*tail = s;
		tail = (const struct type_form_section **)&s->next;
	}
	if (f->as.fields == NULL)
		typeword_fault(&r->word, root->line, "The form asks "
		    "nothing.");
	f->score = expression(r->word.arena, reader_child(root, "", "score"),
	    &f->score_line);
	f->scored |= f->score != NULL;
	read_bands(r, root);
}

/* As far as it can be read, with what is wrong appended. */
static struct type_form *
read_whole(struct arena *a, const char *file, const char *name,
    const struct reader_node *root, bool draft, struct reader_fault **faults)
{
	struct type_form *f = arena_alloc(a, sizeof(*f));
	struct forming r = { { a, file, faults, &f->as, draft }, f,
	    &f->as.fields, &f->as.groups, 0 };

	f->file = name;
	if (!reader_is(root, "", "form")) {
		typeword_fault(&r.word, root->line, "This is <%s>, and no "
		    "<form>.", root->name);
		return NULL;
	}
	read_form(&r, root);
	f->as.code = f->code;
	return f;
}

struct type_form *
xml_form_read(struct arena *a, const char *file, const char *name,
    const char *bytes, size_t len, const char *schema,
    struct reader_fault **faults)
{
	struct reader_fault *mine = NULL, *by_schema = NULL, **tail = faults;
	const struct reader_node *root;
	struct type_form *f = NULL;

	root = reader_tree(a, file, bytes, len, schema, &by_schema);
	if (root == NULL && schema != NULL)
		root = reader_tree(a, file, bytes, len, NULL, &mine);
	if (root != NULL)
		f = read_whole(a, file, name, root, false, &mine);
	if (mine == NULL)
		mine = by_schema;
	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = mine;
	return mine == NULL ? f : NULL;
}

struct type_form *
xml_form_draft(struct arena *a, const char *name,
    const struct reader_node *root, struct reader_fault **faults)
{
	return read_whole(a, name, name, root, true, faults);
}
