/* SPDX-License-Identifier: MIT */
/* What every file of dmn needs while it compiles: faults, texts, names. */
#include "rules/dmn/dmn_build.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "text/blank.h"

void
dmn_build_fault(struct dmn_build *b, int line, bool mild, const char *fmt, ...)
{
	struct dmn_fault *f = arena_alloc(b->arena, sizeof(*f));
	va_list ap;

	f->file = b->unit->said->file;
	f->line = line;
	f->element = b->element == NULL ? "" : b->element;
	f->rule = b->rule;
	f->column = b->column;
	f->mild = mild;
	va_start(ap, fmt);
	f->text = arena_vprintf(b->arena, fmt, ap);
	va_end(ap);
	*b->faults = f;
	b->faults = &f->next;
}

bool
dmn_build_room(struct dmn_build *b, int line)
{
	if (arena_size(b->arena) <= b->bytes && b->guesses > 0)
		return true;
	if (!b->full)
		dmn_build_fault(b, line, false, "The models are too large:"
		    " what follows is left out.");
	b->full = true;
	return false;
}

/* Where a fault of the text stands. */
static const char *
spot(const char *s, const struct feel_fault *f)
{
	int line = 1, column = 1;

	for (; *s != '\0' && line < f->line; s++)
		line += *s == '\n';
	for (; *s != '\0' && column < f->column; column++)
		for (s++; ((unsigned char)*s & 0xc0) == 0x80; s++)
			;
	return s;
}

/* The element whose name stands where a name is not known: what is missing is
 * the requirement. NULL: there is none. */
static const struct dmn_element *
meant(const struct dmn_build *b, const struct dmn_text *t,
    const struct feel_fault *f)
{
	const struct dmn_element *e, *found = NULL;
	const char *s = spot(t->text, f);
	size_t n, longest = 0;

	for (e = b->unit->said->elements; e != NULL; e = e->next) {
		n = strlen(e->name);
		if (e->kind == DMN_SOURCE || n <= longest ||
		    strncmp(s, e->name, n) != 0 ||
		    isalnum((unsigned char)s[n]))
			continue;
		found = e;
		longest = n;
	}
	return found;
}

/* FEEL's faults, at the line of the file. A cell of the wrong type makes its
 * rule a dead one; elsewhere such a text may be meant so. */
static void
tell(struct dmn_build *b, const struct dmn_text *t, const struct feel_fault *f)
{
	const struct dmn_element *e;
	int line;

	for (; f != NULL; f = f->next) {
		line = t->line + (f->line > 1 ? f->line - 1 : 0);
		if (f->kind == FEEL_FAULT_NAME && b->element != NULL &&
		    (e = meant(b, t, f)) != NULL)
			dmn_build_fault(b, line, false, "“%s” is there, but"
			    " “%s” does not require it.", e->name,
			    b->element);
		else
			dmn_build_fault(b, line,
			    f->kind == FEEL_FAULT_TYPE && b->rule == 0, "%s",
			    f->text);
	}
}

bool
dmn_build_blank(const struct dmn_text *t)
{
	const char *s = t->text;

	if (s == NULL)
		return true;
	s += strspn(s, BLANK);
	if (*s == '-')
		s++;
	return blank_only(s);
}

/* FEEL has had many addresses; each ends with its name, DMN 1.1 to 1.5. */
static bool
is_feel(const char *language)
{
	static const char word[] = "feel";
	const char *p;

	if (language == NULL || *language == '\0')
		return true;
	for (p = language; *p != '\0'; p++)
		if (strncasecmp(p, word, sizeof(word) - 1) == 0)
			return true;
	return false;
}

static bool
readable(struct dmn_build *b, const struct dmn_text *t)
{
	const char *language = t->language;

	if (language == NULL || *language == '\0')
		language = b->unit->said->language;
	if (is_feel(language))
		return true;
	dmn_build_fault(b, t->line, false, "The language of this expression is"
	    " “%s”. Write it in FEEL.", language);
	return false;
}

struct feel *
dmn_build_text(struct dmn_build *b, const struct dmn_text *t,
    const struct feel_scope *scope)
{
	struct feel_fault *faults = NULL;
	struct feel *f;

	if (t->text == NULL || !readable(b, t) || !dmn_build_room(b, t->line))
		return NULL;
	f = feel_compile(b->arena, t->text, strlen(t->text), scope, &faults);
	tell(b, t, faults);
	return f;
}

struct feel *
dmn_build_tests(struct dmn_build *b, const struct dmn_text *t,
    const struct feel_scope *scope, const struct feel_type *input)
{
	struct feel_fault *faults = NULL;
	struct feel *f;

	if (t->text == NULL || !readable(b, t) || !dmn_build_room(b, t->line))
		return NULL;
	f = feel_compile_tests(b->arena, t->text, strlen(t->text), scope,
	    input, &faults);
	tell(b, t, faults);
	return f;
}

struct feel_scope
dmn_build_ground(const struct dmn_build *b)
{
	return (struct feel_scope){
		.members = b->members, .n_members = b->n_members,
		.types = b->unit->types, .n_types = b->unit->n_types,
	};
}

struct feel_scope
dmn_build_scope(const struct feel_scope *outer,
    const struct feel_member *names, size_t n)
{
	return (struct feel_scope){ .outer = outer, .names = names, .n = n };
}

/* The names that contexts have anywhere, each once. */
struct names {
	struct feel_string *of;
	size_t n, room;
};

static void
name(struct dmn_build *b, struct names *all, const char *s)
{
	struct feel_string *more;

	if (s == NULL || *s == '\0')
		return;
	if (all->n == all->room) {
		all->room = all->room == 0 ? 64 : all->room * 2;
		more = arena_array(b->arena, all->room, sizeof(*more));
		if (all->n > 0)
			memcpy(more, all->of, all->n * sizeof(*more));
		all->of = more;
	}
	all->of[all->n++] = dmn_string(s);
}

static void
names_of_items(struct dmn_build *b, struct names *all,
    const struct dmn_item *items, size_t nesting)
{
	const struct dmn_item *i;

	if (nesting > DMN_NESTING)
		return;
	for (i = items; i != NULL; i = i->next) {
		name(b, all, i->name);
		names_of_items(b, all, i->components, nesting + 1);
	}
}

static void names_of(struct dmn_build *, struct names *,
	    const struct dmn_expression *, size_t);

static void
names_of_list(struct dmn_build *b, struct names *all,
    const struct dmn_expression *e, size_t nesting)
{
	for (; e != NULL; e = e->next)
		names_of(b, all, e, nesting);
}

static void
names_of_context(struct dmn_build *b, struct names *all,
    const struct dmn_entry *e, size_t nesting)
{
	for (; e != NULL; e = e->next) {
		if (e->variable != NULL)
			name(b, all, e->variable->name);
		names_of(b, all, e->value, nesting);
	}
}

static void
names_of_relation(struct dmn_build *b, struct names *all,
    const struct dmn_expression *e, size_t nesting)
{
	const struct dmn_variable *v;
	const struct dmn_row *r;

	for (v = e->relation.columns; v != NULL; v = v->next)
		name(b, all, v->name);
	for (r = e->relation.rows; r != NULL; r = r->next)
		names_of_list(b, all, r->cells, nesting);
}

static void
names_of(struct dmn_build *b, struct names *all,
    const struct dmn_expression *e, size_t nesting)
{
	const struct dmn_binding *g;
	const struct dmn_output *o;

	if (e == NULL || nesting++ > DMN_NESTING)
		return;
	switch (e->kind) {
	case DMN_LITERAL:
		return;
	case DMN_TABLE:
		for (o = e->table->outputs; o != NULL; o = o->next)
			name(b, all, o->name);
		return;
	case DMN_INVOCATION:
		for (g = e->invocation.bindings; g != NULL; g = g->next)
			names_of(b, all, g->value, nesting);
		return;
	case DMN_CONTEXT:
		names_of_context(b, all, e->entries, nesting);
		return;
	case DMN_LIST:
		names_of_list(b, all, e->items, nesting);
		return;
	case DMN_RELATION:
		names_of_relation(b, all, e, nesting);
		return;
	case DMN_FUNCTION:
		names_of(b, all, e->function.body, nesting);
		return;
	case DMN_CONDITIONAL:
		names_of(b, all, e->conditional.test, nesting);
		names_of(b, all, e->conditional.yes, nesting);
		names_of(b, all, e->conditional.no, nesting);
		return;
	case DMN_FILTER:
		names_of(b, all, e->filter.in, nesting);
		names_of(b, all, e->filter.match, nesting);
		return;
	case DMN_FOR:
	case DMN_SOME:
	case DMN_EVERY:
		names_of(b, all, e->iterator.in, nesting);
		names_of(b, all, e->iterator.result, nesting);
		return;
	}
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(((const struct feel_string *)a)->text,
	    ((const struct feel_string *)b)->text);
}

/* Elements too: they are members of an import's or a service's context. */
void
dmn_build_members(struct dmn_build *b)
{
	const struct dmn_element *e;
	const struct dmn_unit *u;
	struct names all = { 0 };
	size_t i;

	for (u = b->dmn->units; u != NULL; u = u->next) {
		names_of_items(b, &all, u->said->items, 0);
		for (e = u->said->elements; e != NULL; e = e->next) {
			name(b, &all, e->name);
			name(b, &all, e->variable.name);
			names_of(b, &all, e->logic, 0);
		}
	}
	if (all.n > 1)
		qsort(all.of, all.n, sizeof(*all.of), by_text);
	b->members = all.of;
	for (i = 0; i < all.n; i++)
		if (i == 0 || by_text(&all.of[i], &all.of[i - 1]) != 0)
			b->members[b->n_members++] = all.of[i];
}
