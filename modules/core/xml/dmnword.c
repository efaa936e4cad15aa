/* SPDX-License-Identifier: MIT */
/* Words of a DMN file: names, types, texts, and faults about them. */
#include "xml/dmnword.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "text/blank.h"

static void add_fault(struct dmnword *, int line, bool mild, const char *fmt,
    va_list) __attribute__((format(printf, 4, 0)));

static void
add_fault(struct dmnword *r, int line, bool mild, const char *fmt, va_list ap)
{
	size_t told = mild ? ++r->remarks : ++r->faults;
	struct dmn_fault *f;

	if (told > DMNWORD_FAULTS + 1)
		return;
	f = arena_alloc(r->arena, sizeof(*f));
	f->file = r->model->file;
	f->line = line;
	f->element = r->element;
	f->rule = r->rule;
	f->column = r->column;
	f->mild = mild;
	f->text = told > DMNWORD_FAULTS ? (mild ? "There are more remarks." :
	    "There are more faults; mend these first.") :
	    arena_vprintf(r->arena, fmt, ap);
	*r->tail = f;
	r->tail = &f->next;
}

void
dmnword_fault(struct dmnword *r, int line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_fault(r, line, false, fmt, ap);
	va_end(ap);
}

void
dmnword_mild(struct dmnword *r, int line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_fault(r, line, true, fmt, ap);
	va_end(ap);
}

void
dmnword_saw(struct dmnword *r, struct dmnword_seen *p, const char *word,
    int line)
{
	struct dmnword_place *more;

	if (*word == '\0')
		return;
	if (p->n == p->room) {
		p->room = p->room == 0 ? 8 : p->room * 2;
		more = arena_array(r->arena, p->room, sizeof(*more));
		if (p->n > 0)
			memcpy(more, p->list, p->n * sizeof(*more));
		p->list = more;
	}
	p->list[p->n++] = (struct dmnword_place){ word, line, r->column };
}

static int
by_word(const void *a, const void *b)
{
	const struct dmnword_place *x = a, *y = b;
	int order = strcmp(x->word, y->word);

	return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

void
dmnword_once(struct dmnword *r, struct dmnword_seen *p, const char *what)
{
	size_t i, column = r->column;

	if (p->n > 1)
		qsort(p->list, p->n, sizeof(*p->list), by_word);
	for (i = 1; i < p->n; i++) {
		if (strcmp(p->list[i].word, p->list[i - 1].word) != 0)
			continue;
		r->column = p->list[i].column;
		dmnword_fault(r, p->list[i].line, "%s “%s” is there already, "
		    "on line %d.", what, p->list[i].word,
		    p->list[i - 1].line);
	}
	r->column = column;
}

const char *
dmnword_name(struct dmnword *r, const struct reader_node *n, const char *what)
{
	const char *name = reader_given(n, "name");

	if (blank_only(name))
		dmnword_fault(r, n->line, "%s has no name.", what);
	return name;
}

/* In DMN 1.1 a type is a name with a prefix: feel:string. There and in 1.2 no
 * name has a blank. */
const char *
dmnword_type_name(const struct dmnword *r, const char *type)
{
	static const char *const names[][2] = {
		{ "dateTime", "date and time" },
		{ "dayTimeDuration", "days and time duration" },
		{ "yearMonthDuration", "years and months duration" },
		{ NULL, NULL }
	};
	const char *colon = strchr(type, ':');
	size_t i;

	if (strcmp(r->model->version, "1.2") > 0)
		return type;
	if (colon != NULL && strcmp(r->model->version, "1.1") == 0)
		type = colon + 1;
	for (i = 0; names[i][0] != NULL; i++)
		if (strcmp(type, names[i][0]) == 0)
			return names[i][1];
	return type;
}

const char *
dmnword_type(const struct dmnword *r, const struct reader_node *n)
{
	return dmnword_type_name(r, reader_given(n, "typeRef"));
}

static bool
is_named(const struct dmnword *r, const struct reader_node *n,
    const char *name)
{
	if (n->name == NULL || strcmp(n->ns, r->ns) != 0)
		return false;
	if (name != NULL)
		return strcmp(n->name, name) == 0;
	return strcmp(n->name, "description") != 0 &&
	    strcmp(n->name, "extensionElements") != 0;
}

static const struct reader_node *
first_of(const struct dmnword *r, const struct reader_node *n,
    const char *name)
{
	while (n != NULL && !is_named(r, n, name))
		n = n->next;
	return n;
}

const struct reader_node *
dmnword_child(const struct dmnword *r, const struct reader_node *n,
    const char *name)
{
	return first_of(r, n->first, name);
}

const struct reader_node *
dmnword_after(const struct dmnword *r, const struct reader_node *n,
    const char *name)
{
	return first_of(r, n->next, name);
}

const char *
dmnword_prose(const struct dmnword *r, const struct reader_node *n,
    const char *child)
{
	const struct reader_node *c = dmnword_child(r, n, child);

	return c == NULL ? "" : reader_prose(r->arena, c);
}

/* Every version has its own address of FEEL, and vendors write a word. */
static const char *
language(const char *address)
{
	size_t len = strlen(address);

	if (strcasecmp(address, "feel") == 0 ||
	    strstr(address, "/spec/FEEL/") != NULL ||
	    (len >= 6 && strcmp(address + len - 6, "/FEEL/") == 0))
		return "";
	return address;
}

struct dmn_text
dmnword_text(struct dmnword *r, const struct reader_node *n)
{
	struct dmn_text t = { NULL, "", n->line };
	const char *own = reader_attr(n, "expressionLanguage");
	const struct reader_node *c;

	t.language = language(own == NULL ? r->model->language : own);
	for (c = dmnword_child(r, n, NULL); c != NULL;
	    c = dmnword_after(r, c, NULL)) {
		if (strcmp(c->name, "text") == 0 && t.text == NULL) {
			t.text = reader_written(r->arena, c);
			t.line = c->line;
		} else if (strcmp(c->name, "importedValues") == 0)
			dmnword_fault(r, c->line, "Imported values are not "
			    "read; write the expression here.");
		else
			dmnword_fault(r, c->line, strcmp(c->name, "text") == 0
			    ? "<%s> has a second <text>." :
			    "<%s> has an element that DMN does not know "
			    "there: <%s>.", n->name, c->name);
	}
	return t;
}

struct dmn_text
dmnword_text_of(struct dmnword *r, const struct reader_node *n,
    const char *child)
{
	const struct reader_node *c = dmnword_child(r, n, child);
	struct dmn_text none = { NULL, "", n->line };

	return c == NULL ? none : dmnword_text(r, c);
}

struct dmn_variable *
dmnword_variable(struct dmnword *r, const struct reader_node *n,
    const char *what)
{
	struct dmn_variable *v = arena_alloc(r->arena, sizeof(*v));

	v->name = dmnword_name(r, n, what);
	v->type = dmnword_type(r, n);
	v->line = n->line;
	return v;
}

struct dmn_variable *
dmnword_variables(struct dmnword *r, const struct reader_node *n,
    const char *child, const char *what)
{
	struct dmn_variable *first = NULL, **tail = &first;
	struct dmnword_seen names = { 0 };
	const struct reader_node *c;

	for (c = dmnword_child(r, n, child); c != NULL;
	    c = dmnword_after(r, c, child)) {
		*tail = dmnword_variable(r, c, what);
		dmnword_saw(r, &names, (*tail)->name, c->line);
		tail = &(*tail)->next;
	}
	dmnword_once(r, &names, what);
	return first;
}
