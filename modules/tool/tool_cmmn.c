/* SPDX-License-Identifier: MIT */
/* dossier cmmn check: what is wrong in a case plan. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "domain/type/plan_model.h"
#include "tool/commands.h"
#include "tool/tool.h"
#include "tool/tool_model.h"
#include "xml/xml_cmmn.h"
#include "xml/xml_type.h"

/* As those of tables are. */
static size_t
print_faults(struct arena *a, const struct cmmn_fault *f)
{
	struct dmn_fault *first = NULL, **tail = &first, *to;

	for (; f != NULL; f = f->next) {
		*tail = to = arena_alloc(a, sizeof(*to));
		to->file = f->file;
		to->line = f->line;
		to->element = f->element;
		to->mild = f->mild;
		to->text = f->text;
		tail = &to->next;
	}
	return tool_model_print(a, first);
}

/* Names that translated expressions use come from outside. */
static const struct feel_scope *
scope(struct arena *a, const struct cmmn_model *m)
{
	struct feel_scope *s = arena_alloc(a, sizeof(*s));
	const struct cmmn_word *w;
	struct feel_member *names;

	for (w = m->variables; w != NULL; w = w->next)
		s->n++;
	names = arena_array(a, s->n + 1, sizeof(*names));
	for (s->n = 0, w = m->variables; w != NULL; w = w->next)
		names[s->n++].name = feel_value_text(w->name).string;
	s->names = names;
	return s;
}

static void
check_model(struct arena *a, const char *path, struct cmmn_fault **faults)
{
	const struct cmmn_model *m = xml_cmmn_file(a, path, faults);
	const struct feel_scope *names;
	const struct cmmn_case *c;

	if (m == NULL)
		return;
	names = scope(a, m);
	for (c = m->cases; c != NULL; c = c->next) {
		if (c->plan == NULL)
			continue;
		(void)cmmn_compile(a, path, c, names, faults);
		cmmn_check(a, path, c, faults);
	}
}

/* The type whose folder a plan lies in; NULL: there is none. Its own faults
 * are for dossier type check. */
static const struct casetype *
type_beside(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *folder = slash == NULL ? "" : arena_textn(a, path,
	    (size_t)(slash - path) + 1);
	struct reader_fault *unused = NULL;
	const char *type, *bytes;

	if (strcmp(slash == NULL ? path : slash + 1, PLAN_MODEL_FILE) != 0)
		return NULL;
	type = arena_printf(a, "%stype.xml", folder);
	bytes = file_text(a, type);
	return bytes == NULL ? NULL : xml_type_read(a, type, bytes,
	    strlen(bytes), NULL, &unused);
}

static void
check_plan(struct arena *a, const char *path, const struct casetype *type,
    struct cmmn_fault **faults)
{
	const char *bytes = file_text(a, path);
	const struct plan_model *m = bytes == NULL ? NULL :
	    plan_model_read(a, path, bytes, type, faults);

	if (m != NULL)
		cmmn_check(a, path, m->c, faults);
	else if (*faults == NULL)
		check_model(a, path, faults);
}

static size_t
check_file(const char *path)
{
	struct arena *a = arena_new();
	const struct casetype *type = type_beside(a, path);
	struct cmmn_fault *faults = NULL;
	size_t wrong;

	if (type != NULL)
		check_plan(a, path, type, &faults);
	else
		check_model(a, path, &faults);
	wrong = print_faults(a, faults);
	if (faults == NULL)
		printf("%s: a case plan without faults\n", path);
	arena_free(a);
	return wrong;
}

int
tool_cmmn_check(struct tool *t)
{
	size_t wrong = 0;
	int i;

	for (i = 0; i < t->operands; i++)
		wrong += check_file(t->operand[i]);
	return wrong == 0 ? TOOL_DONE : TOOL_FAILED;
}
