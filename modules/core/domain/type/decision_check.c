/* SPDX-License-Identifier: MIT */
/* Whether the tables of a folder can decide on cases of its type. */
#include "domain/type/decision_check.h"

#include <string.h>

#include "domain/type/casetype_feel.h"
#include "domain/type/decision_model.h"
#include "rules/dmn/dmn_check.h"
#include "store/store_type.h"
#include "xml/xml_dmn.h"

struct checking {
	struct arena *arena;
	const char *dir;
	const struct casetype *type;
	const struct feel_member *names;	/* that inputs may have */
	size_t n;
	struct reader_fault **faults;
};

/* A model that others import is compiled with each of them. */
static bool
is_told(const struct checking *k, const char *path, int line,
    const char *text)
{
	const struct reader_fault *f;

	for (f = *k->faults; f != NULL; f = f->next)
		if (f->line == line && strcmp(f->file, path) == 0 &&
		    strcmp(f->text, text) == 0)
			return true;
	return false;
}

static void
fault(struct checking *k, const char *file, int line, const char *text)
{
	const char *path = arena_printf(k->arena, "%s/%s", k->dir, file);

	if (!is_told(k, path, line, text))
		reader_add_fault(k->arena, k->faults, path, line, "%s", text);
}

static const char *
place(struct arena *a, const struct dmn_fault *f)
{
	const char *s = f->element;

	if (f->rule != 0)
		s = arena_printf(a, "%s, rule %zu", s, f->rule);
	if (f->column != 0)
		s = arena_printf(a, "%s, column %zu", s, f->column);
	return s[0] == '\0' ? "" : arena_printf(a, "%s: ", s);
}

/* The line where an input data stands, or the whole file. */
static int
line_of(const struct dmn_model *m, struct feel_string name)
{
	const struct dmn_element *e;

	for (e = m->elements; e != NULL; e = e->next)
		if (e->kind == DMN_INPUT_DATA && feel_value_same_text(
		    feel_value_text(e->name).string, name))
			return e->line;
	return 0;
}

static bool
may_be(const struct feel_type *is, const struct feel_type *want)
{
	return is == NULL || want == NULL || is->kind == FEEL_TYPE_ANY ||
	    want->kind == FEEL_TYPE_ANY || is->kind == want->kind;
}

/* An input is a field or a group of the type, or the case. */
static void
check_input(struct checking *k, const struct type_decision *d,
    const struct dmn_model *m, const struct feel_member *input)
{
	const char *name = arena_textn(k->arena, input->name.text,
	    input->name.len);
	size_t i;

	if (strcmp(name, DECISION_MODEL_CASE) == 0)
		return;
	for (i = 0; i < k->n; i++)
		if (feel_value_same_text(k->names[i].name, input->name))
			break;
	if (i == k->n && (strcmp(name, DECISION_MODEL_FORMS) == 0 ||
	    strcmp(name, DECISION_MODEL_APPROVAL) == 0 ||
	    strcmp(name, DECISION_MODEL_CANDIDATE) == 0))
		return;
	if (i == k->n)
		fault(k, d->model, line_of(m, input->name), arena_printf(
		    k->arena, "%s: The input “%s” is no field and no group of "
		    "the case type.", d->decision, name));
	else if (!may_be(k->names[i].type, input->type))
		fault(k, d->model, line_of(m, input->name), arena_printf(
		    k->arena, "%s: The input “%s” is to be a %s, and in the "
		    "case type it is a %s.", d->decision, name,
		    feel_type_write(k->arena, input->type),
		    feel_type_write(k->arena, k->names[i].type)));
}

/* What the table gives goes into the field. */
static void
check_result(struct checking *k, const struct type_decision *d,
    const struct decision_model *m)
{
	const struct feel_type *is = dmn_type(m->dmn, m->element), *want;

	if (d->field == NULL)
		return;
	want = casetype_feel_type(d->field);
	if (!may_be(is, want))
		fault(k, "type.xml", d->line, arena_printf(k->arena,
		    "“%s” gives a %s, and the field “%s” takes a %s.",
		    d->decision, feel_type_write(k->arena, is),
		    d->field->code, feel_type_write(k->arena, want)));
}

static void
check_decision(struct checking *k, const struct type_decision *d,
    const struct dmn_model *m, const struct dmn *dmn)
{
	struct decision_model found = { 0 };
	size_t i;

	if (!decision_model_find(k->arena, dmn, d->decision, &found)) {
		fault(k, "type.xml", d->line, arena_printf(k->arena,
		    "“%s” has no decision “%s”.", d->model, d->decision));
		return;
	}
	if (strcmp(d->code, TYPE_DECISION_APPROVAL) == 0 && !d->automatic)
		fault(k, "type.xml", d->line, arena_printf(k->arena,
		    "“%s” says who approves, so nobody may choose it: write "
		    "mode=\"automatic\".", d->code));
	for (i = 0; i < found.n_needs; i++)
		check_input(k, d, m, &found.needs[i]);
	check_result(k, d, &found);
}

/* Every file that the type names is there. */
static void
check_files(struct checking *k, const struct store_type_model *files)
{
	const struct store_type_model *m;
	const struct type_decision *d;

	for (d = k->type->decisions; d != NULL; d = d->next) {
		for (m = files; m != NULL; m = m->next)
			if (strcmp(m->file, d->model) == 0)
				break;
		if (m == NULL)
			fault(k, "type.xml", d->line, arena_printf(k->arena,
			    "There is no file “%s” in this folder.",
			    d->model));
	}
}

void
decision_check(struct arena *a, const char *dir, const struct casetype *type,
    const struct store_type_model *files, struct reader_fault **out)
{
	struct checking k = { a, dir, type, NULL, 0, out };
	struct dmn_model *all = NULL, **tail = &all;
	struct dmn_fault *faults = NULL;
	const struct type_decision *d;
	const struct dmn_model *m;
	const struct dmn *dmn;

	check_files(&k, files);
	k.n = casetype_feel_names(a, type, NULL, &k.names);
	for (; files != NULL; files = files->next) {
		if (!decision_model_is(files->file))
			continue;
		*tail = xml_dmn_read(a, files->file, files->source,
		    strlen(files->source), &faults);
		if (*tail != NULL)
			tail = &(*tail)->next;
	}
	for (m = all; m != NULL; m = m->next) {
		dmn = decision_model_compile(a, all, m, &faults);
		dmn_check(a, dmn, &faults);
		for (d = type->decisions; d != NULL; d = d->next)
			if (strcmp(d->model, m->file) == 0)
				check_decision(&k, d, m, dmn);
	}
	for (; faults != NULL; faults = faults->next)
		if (!faults->mild)
			fault(&k, faults->file, faults->line, arena_printf(a,
			    "%s%s", place(a, faults), faults->text));
}
