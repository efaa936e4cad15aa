/* SPDX-License-Identifier: MIT */
/* The expressions of a plan: compiled, run once in an event, and explained. */
#include "rules/cmmn/cmmn_code.h"

#include <stdarg.h>
#include <string.h>

#include "text/blank.h"

#define USED	40		/* values that a reason shows at most */
#define LOOKS	50000000	/* names compared in a whole model */

void
cmmn_code_fault(struct cmmn_maker *m, int line, const char *element,
    bool mild, const char *fmt, ...)
{
	struct cmmn_fault *f = arena_alloc(m->arena, sizeof(*f)), **end;
	va_list ap;

	f->file = m->cmmn->file;
	f->line = line;
	f->element = element;
	f->mild = mild;
	va_start(ap, fmt);
	f->text = arena_vprintf(m->arena, fmt, ap);
	va_end(ap);
	for (end = m->faults; *end != NULL; end = &(*end)->next)
		;
	*end = f;
	m->faults = &f->next;
}

/* Of the case file, what the scope has not. */
static size_t
unnamed(const struct cmmn_file_item *i, const struct feel_scope *scope,
    struct feel_member *out)
{
	const struct feel_scope *s;
	struct feel_string name;
	size_t n = 0, k;

	for (; i != NULL; i = i->next) {
		name.text = i->name;
		name.len = strlen(i->name);
		for (s = scope; s != NULL; s = s->outer) {
			for (k = 0; k < s->n; k++)
				if (feel_value_same_text(s->names[k].name,
				    name))
					break;
			if (k < s->n)
				break;
		}
		if (s == NULL && name.len > 0) {
			if (out != NULL)
				out[n].name = name;
			n++;
		}
		n += unnamed(i->first, scope, out == NULL ? NULL : out + n);
	}
	return n;
}

void
cmmn_code_scope(struct cmmn_maker *m, const struct feel_scope *names)
{
	struct feel_scope *s = arena_alloc(m->arena, sizeof(*s));
	size_t n = unnamed(m->cmmn->of->file, names, NULL);
	struct feel_member *more = arena_array(m->arena, n, sizeof(*more));

	if (n == 0 && names != NULL) {
		m->cmmn->names = names;
		return;
	}
	unnamed(m->cmmn->of->file, names, more);
	s->outer = names;
	s->names = more;
	s->n = n;
	m->cmmn->names = s;
	m->cmmn->inner = true;
	m->cmmn->nulls = arena_array(m->arena, n, sizeof(*m->cmmn->nulls));
}

static bool
in_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;
}

/* The longest name that stands here; 0: none does. */
static size_t
name_here(struct cmmn_maker *m, const char *s)
{
	const struct feel_scope *scope = m->cmmn->names;
	size_t best = 0, k, len;

	for (; scope != NULL && m->looked < LOOKS; scope = scope->outer) {
		m->looked += scope->n;
		for (k = 0; k < scope->n; k++) {
			len = scope->names[k].name.len;
			if (len > best && strncmp(s,
			    scope->names[k].name.text, len) == 0 &&
			    !in_word(s[len]))
				best = len;
		}
	}
	return best;
}

/* With what follows it after dots: case.due */
static size_t
path_here(const char *s, size_t len)
{
	size_t more;

	while (s[len] == '.' && in_word(s[len + 1])) {
		for (more = len + 1; in_word(s[more]); more++)
			;
		if (s[more] == '(')
			break;
		len = more;
	}
	return len;
}

static void
use(struct cmmn_maker *m, struct cmmn_code *c, const char *s, size_t len)
{
	struct feel_fault *ignored = NULL;
	struct cmmn_used *u, **end;
	int n = 0;

	for (end = &c->used; *end != NULL; end = &(*end)->next)
		if (++n == USED || (strlen((*end)->text) == len &&
		    strncmp((*end)->text, s, len) == 0))
			return;
	u = arena_alloc(m->arena, sizeof(*u));
	u->text = arena_textn(m->arena, s, len);
	u->feel = feel_compile(m->arena, u->text, len, m->cmmn->names,
	    &ignored);
	if (u->feel != NULL)
		*end = u;
}

static void
find_used(struct cmmn_maker *m, struct cmmn_code *c)
{
	const char *s = c->text->text;
	size_t len;

	while (*s != '\0') {
		if (*s == '"') {
			for (s++; *s != '\0' && *s != '"'; s++)
				if (*s == '\\' && s[1] != '\0')
					s++;
			if (*s != '\0')
				s++;
		} else if (!in_word(*s)) {
			s++;
		} else if ((len = name_here(m, s)) > 0) {
			len = path_here(s, len);
			if (s[len] != '(')
				use(m, c, s, len);
			s += len;
		} else {
			while (in_word(*s))
				s++;
		}
	}
}

const struct cmmn_code *
cmmn_code_make(struct cmmn_maker *m, const struct cmmn_text *text,
    const char *element)
{
	struct feel_fault *faults = NULL, *f;
	struct cmmn_code *c;

	if (text->text == NULL)
		return NULL;
	c = arena_alloc(m->arena, sizeof(*c));
	c->number = m->cmmn->n_codes++;
	c->text = text;
	c->written = text->written != NULL ? text->written : text->text;
	/* A rule that is there without a condition holds. */
	c->feel = blank_only(text->text) ?
	    feel_compile(m->arena, "true", 4, m->cmmn->names, &faults) :
	    feel_compile(m->arena, text->text, strlen(text->text),
	    m->cmmn->names, &faults);
	for (f = faults; f != NULL; f = f->next)
		cmmn_code_fault(m, text->line, element, c->feel != NULL,
		    "The expression “%.200s” %s: %s", c->written,
		    c->feel != NULL ? "is doubtful" : "cannot be read",
		    f->text);
	if (c->feel != NULL)
		find_used(m, c);
	return c;
}

static struct feel_value
run(struct cmmn_work *w, const struct feel *f)
{
	static const struct feel_frame none;
	const struct feel_frame *frame = w->run->plan->inner ? &w->frame :
	    w->run->data;

	return feel_run(f, &w->eval, frame != NULL ? frame : &none);
}

/* Why it became null, if it did: the first note of this one. */
static struct feel_value
run_noted(struct cmmn_work *w, const struct cmmn_code *code,
    const char **note)
{
	struct feel_value v;

	*note = "";
	if (code->feel == NULL) {
		*note = "the expression cannot be read";
		return feel_value_null;
	}
	w->eval.notes = NULL;
	w->eval.notes_end = &w->eval.notes;
	w->eval.notes_n = 0;
	v = run(w, code->feel);
	if (v.kind == FEEL_NULL && w->eval.notes != NULL)
		*note = w->eval.notes->text;
	return v;
}

static struct cmmn_known *
known(struct cmmn_work *w, const struct cmmn_code *code)
{
	struct cmmn_known *k = &w->known[code->number];

	if (!k->asked) {
		k->held = feel_value_true(run_noted(w, code, &k->note));
		k->asked = true;
	}
	return k;
}

bool
cmmn_code_holds(struct cmmn_work *w, const struct cmmn_code *code,
    bool missing)
{
	return code == NULL ? missing : known(w, code)->held;
}

struct feel_value
cmmn_code_value(struct cmmn_work *w, const struct cmmn_code *code)
{
	const char *note;

	return run_noted(w, code, &note);
}

struct cmmn_reason *
cmmn_code_reason(struct cmmn_work *w, const struct cmmn_code *code)
{
	struct cmmn_reason *r = arena_alloc(w->run->arena, sizeof(*r));
	const struct cmmn_known *k = known(w, code);
	const struct cmmn_used *u;
	struct cmmn_value *v, **end = &r->values;

	r->condition = code->written;
	r->held = k->held;
	r->note = k->note;
	for (u = code->used; u != NULL; u = u->next) {
		v = arena_alloc(w->run->arena, sizeof(*v));
		v->name = u->text;
		v->value = run(w, u->feel);
		*end = v;
		end = &v->next;
	}
	return r;
}
