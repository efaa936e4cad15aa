/* SPDX-License-Identifier: MIT */
/* Forms of a type's version: read and compiled once a process. */
#include "domain/type/form_model.h"

#include <string.h>

#include "base/log.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_feel.h"
#include "domain/type/decision_model.h"
#include "domain/type/formula.h"
#include "store/store_type.h"
#include "xml/xml_form.h"

struct version {
	struct version *next;
	int64_t type;
	const struct form_model *forms;
};

static struct arena *kept;
static struct version *versions;

struct telling {		/* where faults of a form go */
	struct arena *arena;
	const char *file;
	struct reader_fault **faults;
};

static void
fault(void *to, int line, const char *text)
{
	struct telling *t = to;

	reader_add_fault(t->arena, t->faults, t->file, line, "%s", text);
}

static void
note_use(struct form_model *m, const char *text)
{
	if (text == NULL)
		return;
	m->tells |= formula_uses(text, DECISION_MODEL_CASE);
	m->forms |= formula_uses(text, DECISION_MODEL_FORMS);
}

static struct form_model *
compile(struct arena *a, const char *file, const struct type_form *f,
    const struct feel_scope *scope, struct reader_fault **faults)
{
	struct telling t = { a, file, faults };
	struct form_model *m = arena_alloc(a, sizeof(*m));
	const struct type_form_question *q;
	const struct type_form_section *s;

	m->form = f;
	m->scope = scope;
	m->questions = questions_compile(a, f, scope, casetype_feel_type,
	    fault, &t);
	note_use(m, f->score);
	for (s = f->sections; s != NULL; s = s->next) {
		note_use(m, s->when);
		for (q = s->questions; q != NULL; q = q->next)
			note_use(m, q->when);
	}
	return m;
}

/* A condition could not tell the two apart. */
static void
check_names(struct telling *t, const struct casetype *type,
    const struct type_form *f)
{
	const struct type_form_question *q;
	const struct type_form_section *s;

	for (s = f->sections; s != NULL; s = s->next)
		for (q = s->questions; q != NULL; q = q->next)
			if (casetype_field(type, q->field.code) != NULL)
				fault(t, q->line, arena_printf(t->arena,
				    "“%s” is a field of the case type, too; "
				    "give the question another code.",
				    q->field.code));
}

struct form_model *
form_model_draft(struct ctx *cx, const struct casetype *type,
    const struct type_form *f, struct reader_fault **faults)
{
	struct feel_scope *scope = arena_alloc(cx->arena, sizeof(*scope));
	struct telling t = { cx->arena, f->file, faults };

	plan_model_scope(cx->arena, type, scope);
	check_names(&t, type, f);
	return compile(cx->arena, f->file, f, scope, faults);
}

/* All forms among the files, as far as they can be read. */
static const struct form_model *
read_all(struct arena *a, const char *dir, const struct casetype *type,
    const struct store_type_model *files, const char *schema,
    struct reader_fault **faults)
{
	struct form_model *list = NULL, **tail = &list;
	struct feel_scope *scope = arena_alloc(a, sizeof(*scope));
	struct type_form *f;
	const char *path;

	plan_model_scope(a, type, scope);
	for (; files != NULL; files = files->next) {
		if (!xml_form_is(files->file))
			continue;
		path = arena_printf(a, "%s/%s", dir, files->file);
		f = xml_form_read(a, path, arena_text(a, files->file),
		    files->source, strlen(files->source), schema, faults);
		if (f == NULL)
			continue;
		*tail = compile(a, path, f, scope, faults);
		tail = &(*tail)->next;
	}
	return list;
}

enum err
form_model_all(struct ctx *cx, const struct casetype *type,
    const struct form_model **out)
{
	struct reader_fault *faults = NULL;
	struct store_type_model *files;
	struct version *v;
	enum err e;

	for (v = versions; v != NULL && v->type != type->id; v = v->next)
		;
	if (v == NULL) {
		if ((e = store_type_models(cx, type->id, &files)) != OK ||
		    (e = casetype_by_id(cx, type->id, &type)) != OK)
			return e;
		if (kept == NULL)
			kept = arena_new();
		v = arena_alloc(kept, sizeof(*v));
		v->type = type->id;
		v->forms = read_all(kept, arena_printf(kept,
		    "%s, version %d", type->code, type->version), type,
		    files, NULL, &faults);
		for (; faults != NULL; faults = faults->next)
			log_error("%s:%d: %s", faults->file, faults->line,
			    faults->text);
		v->next = versions;
		versions = v;
	}
	*out = v->forms;
	return OK;
}

enum err
form_model(struct ctx *cx, const struct casetype *type, const char *code,
    const struct form_model **out)
{
	enum err e;

	if ((e = form_model_all(cx, type, out)) != OK)
		return e;
	while (*out != NULL && strcmp((*out)->form->code, code) != 0)
		*out = (*out)->next;
	return OK;
}

const struct type_form_question *
form_model_question(const struct type_form *f, const char *code)
{
	const struct type_form_question *q;
	const struct type_form_section *s;

	for (s = f->sections; s != NULL; s = s->next)
		for (q = s->questions; q != NULL; q = q->next)
			if (strcmp(q->field.code, code) == 0)
				return q;
	return NULL;
}

static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* Tables and plans speak of forms as forms.CODE. */
static void
check_uses(struct telling *t, const char *source,
    const struct form_model *forms)
{
	static const char word[] = DECISION_MODEL_FORMS ".";
	const struct form_model *m;
	const char *s, *code;
	int line = 1;
	size_t n;

	for (s = source; *s != '\0'; s++) {
		line += *s == '\n';
		if (strncmp(s, word, sizeof(word) - 1) != 0 || (s > source &&
		    (is_word(s[-1]) || s[-1] == '/' || s[-1] == '.')))
			continue;
		for (n = 0; is_word(s[sizeof(word) - 1 + n]);)
			n++;
		code = arena_textn(t->arena, s + sizeof(word) - 1, n);
		for (m = forms; m != NULL; m = m->next)
			if (strcmp(m->form->code, code) == 0)
				break;
		if (n > 0 && m == NULL)
			fault(t, line, arena_printf(t->arena, "There is no "
			    "form “%s”: “forms/%s.xml” is missing.", code,
			    code));
	}
}

void
form_model_check(struct arena *a, const char *dir,
    const struct casetype *type, const struct store_type_model *files,
    const char *schema, struct reader_fault **faults)
{
	const struct form_model *all = read_all(a, dir, type, files, schema,
	    faults), *m;
	struct telling t = { a, NULL, faults };

	for (m = all; m != NULL; m = m->next) {
		t.file = arena_printf(a, "%s/%s", dir, m->form->file);
		check_names(&t, type, m->form);
	}
	for (; files != NULL; files = files->next) {
		t.file = arena_printf(a, "%s/%s", dir, files->file);
		check_uses(&t, files->source, all);
	}
}
