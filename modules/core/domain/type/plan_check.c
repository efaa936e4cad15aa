/* SPDX-License-Identifier: MIT */
/* Whether the plan of a folder can run on cases of its type. */
#include "domain/type/plan_check.h"

#include <string.h>

#include "domain/type/casetype.h"
#include "domain/type/document_kind.h"
#include "domain/type/plan_model.h"
#include "store/store_type.h"
#include "xml/xml_form.h"

struct checking {
	struct arena *arena;
	const char *path;
	const struct casetype *type;
	const struct plan_model *model;
	const struct store_type_model *files;
	struct reader_fault **faults;
};

static void
fault(struct checking *k, int line, const char *text)
{
	reader_add_fault(k->arena, k->faults, k->path, line, "%s", text);
}

/* Phases are stages of the case plan itself, all of them or none. */
static void
check_phases(struct checking *k)
{
	const struct cmmn_item_use *u;
	const struct term *p;
	const char *lacks = "";
	int n = 0;

	for (p = k->type->phases; p != NULL; p = p->next) {
		for (u = k->model->c->plan->items; u != NULL &&
		    strcmp(u->id, p->code) != 0; u = u->next)
			;
		n += u != NULL;
		if (u == NULL)
			lacks = arena_printf(k->arena, "%s%s“%s”", lacks,
			    lacks[0] == '\0' ? "" : ", ", p->code);
		else if (u->definition != NULL &&
		    u->definition->kind != CMMN_STAGE)
			fault(k, u->line, arena_printf(k->arena, "“%s” is a "
			    "phase of type.xml, so this must be a stage; or "
			    "give it another id.", p->code));
	}
	if (n > 0 && lacks[0] != '\0')
		fault(k, k->model->c->plan->line, arena_printf(k->arena,
		    "There is no stage for the phase %s of type.xml: its plan "
		    "item stands in the case plan and has the phase's code as "
		    "its id.", lacks));
}

static void
check_calls(struct checking *k, const struct cmmn_item_use *u)
{
	const struct cmmn_definition *d = u->definition;

	if (d == NULL || d->reference.text != NULL)
		return;
	if (d->kind == CMMN_DECISION_TASK &&
	    casetype_decision(k->type, d->calls) == NULL)
		fault(k, d->line, arena_printf(k->arena, "“%s” asks the "
		    "decision “%s”, which type.xml does not have.", d->name,
		    d->calls));
	else if ((d->kind == CMMN_CASE_TASK ||
	    d->kind == CMMN_PROCESS_TASK) && d->calls[0] == '\0')
		fault(k, d->line, arena_printf(k->arena, "“%s” does not say "
		    "which %s it calls.", d->name, d->kind == CMMN_CASE_TASK ?
		    "case type" : "process"));
}

/* Whoever asks does not choose who approves. */
static void
check_levels(struct checking *k, const struct plan_own *own)
{
	const struct type_decision *d = own->approval.line == 0 ? NULL :
	    casetype_decision(k->type, own->approval.levels);

	if (d != NULL && !d->automatic)
		fault(k, own->approval.line, arena_printf(k->arena,
		    "“%s” says who approves, so nobody may choose it: write "
		    "mode=\"automatic\" at this decision of type.xml.",
		    d->code));
}

/* A task is done by a form of the folder. */
static void
check_form(struct checking *k, const struct plan_own *own)
{
	const struct store_type_model *f = k->files;
	const char *file;

	if (own->task.form[0] == '\0')
		return;
	file = arena_printf(k->arena, XML_FORM_FOLDER "%s.xml",
	    own->task.form);
	while (f != NULL && strcmp(f->file, file) != 0)
		f = f->next;
	if (f == NULL)
		fault(k, own->task.line, arena_printf(k->arena, "There is no "
		    "form “%s”: “%s” is missing.", own->task.form, file));
}

static bool
is_known(const struct casetype *type, const char *name)
{
	const struct type_group *g = type->groups;
	const char *kind;
	size_t i;

	while (g != NULL && strcmp(g->code, name) != 0)
		g = g->next;
	if (g != NULL || casetype_field(type, name) != NULL)
		return true;
	for (i = 0; (kind = document_kind(type, i)) != NULL; i++)
		if (strcmp(kind, name) == 0)
			return true;
	return false;
}

static void
check_file(struct checking *k, const struct cmmn_file_item *f)
{
	for (; f != NULL; f = f->next) {
		if (f->first == NULL && !is_known(k->type, f->name))
			fault(k, f->line, arena_printf(k->arena, "The case "
			    "file item “%s” is no field, no group and no kind "
			    "of document of type.xml, so nothing ever happens "
			    "to it.", f->name));
		check_file(k, f->first);
	}
}

static void
check_all(struct checking *k)
{
	size_t i;

	check_phases(k);
	check_file(k, k->model->c->file);
	for (i = 0; i < k->model->n_own; i++) {
		check_calls(k, k->model->own[i].use);
		check_levels(k, &k->model->own[i]);
		check_form(k, &k->model->own[i]);
	}
}

void
plan_check(struct arena *a, const char *dir, const struct casetype *type,
    const struct store_type_model *files, struct reader_fault **out)
{
	struct checking k = { .arena = a, .type = type, .files = files,
	    .faults = out,
	    .path = arena_printf(a, "%s/%s", dir, PLAN_MODEL_FILE) };
	struct cmmn_fault *faults = NULL;

	while (files != NULL && strcmp(files->file, PLAN_MODEL_FILE) != 0)
		files = files->next;
	if (files == NULL)
		return;
	k.model = plan_model_read(a, k.path, files->source, type, &faults);
	if (k.model != NULL)
		cmmn_check(a, k.path, k.model->c, &faults);
	/* Also what runs all the same: a name that is none, a sentry that can
	 * never fire. People would wait for it. */
	for (; faults != NULL; faults = faults->next)
		fault(&k, faults->line, faults->element == NULL ||
		    faults->element[0] == '\0' ? faults->text :
		    arena_printf(a, "%s: %s", faults->element, faults->text));
	if (k.model != NULL)
		check_all(&k);
	else if (*out == NULL)
		fault(&k, 0, "There is no case with a case plan in it.");
}
