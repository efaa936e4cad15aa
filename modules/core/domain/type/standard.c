/* SPDX-License-Identifier: MIT */
/* Standard care plans of a type's version. */
#include "domain/type/standard.h"

#include <string.h>

#include "base/log.h"
#include "domain/type/casetype.h"
#include "domain/type/plan_model.h"
#include "store/store_type.h"
#include "xml/xml_standard.h"

struct version {
	struct version *next;
	int64_t type;
	const struct standard *plans;
};

static struct arena *kept;
static struct version *versions;

static struct standard *
read_all(struct arena *a, const char *dir,
    const struct store_type_model *files, const char *schema,
    struct reader_fault **faults)
{
	struct standard *list = NULL, **tail = &list;

	for (; files != NULL; files = files->next) {
		if (!xml_standard_is(files->file))
			continue;
		*tail = xml_standard_read(a, arena_printf(a, "%s/%s", dir,
		    files->file), arena_text(a, files->file),
		    arena_text(a, files->source), strlen(files->source),
		    schema, faults);
		if (*tail != NULL)
			tail = &(*tail)->next;
	}
	return list;
}

enum err
standard_all(struct ctx *cx, const struct casetype *type,
    const struct standard **out)
{
	struct reader_fault *faults = NULL;
	struct store_type_model *files;
	struct version *v;
	enum err e;

	for (v = versions; v != NULL && v->type != type->id; v = v->next)
		;
	if (v == NULL) {
		if ((e = store_type_models(cx, type->id, &files)) != OK)
			return e;
		if (kept == NULL)
			kept = arena_new();
		v = arena_alloc(kept, sizeof(*v));
		v->type = type->id;
		v->plans = read_all(kept, arena_printf(kept,
		    "%s, version %d", type->code, type->version), files,
		    NULL, &faults);
		for (; faults != NULL; faults = faults->next)
			log_error("%s:%d: %s", faults->file, faults->line,
			    faults->text);
		v->next = versions;
		versions = v;
	}
	*out = v->plans;
	return OK;
}

enum err
standard_find(struct ctx *cx, const struct casetype *type, const char *code,
    const struct standard **out)
{
	enum err e;

	if ((e = standard_all(cx, type, out)) != OK)
		return e;
	while (*out != NULL && strcmp((*out)->code, code) != 0)
		*out = (*out)->next;
	return OK;
}

struct checking {
	struct arena *arena;
	const struct casetype *type;
	const struct plan_model *plan;	/* NULL: the type has none */
	const char *path;
	struct reader_fault **faults;
};

static void
check_role(struct checking *k, int line, const char *role)
{
	if (role[0] != '\0' && casetype_term(k->type->roles, role) == NULL)
		reader_add_fault(k->arena, k->faults, k->path, line,
		    "The case type has no role “%s”.", role);
}

static void
check_one(struct checking *k, const struct standard *s)
{
	const struct standard_activity *x;
	const struct standard_service *y;

	for (x = s->activities; x != NULL; x = x->next) {
		check_role(k, x->line, x->role);
		if (x->item[0] != '\0' && (k->plan == NULL ||
		    plan_model_own_by_id(k->plan, x->item) == NULL))
			reader_add_fault(k->arena, k->faults, k->path,
			    x->line, "The plan of the case type has nothing "
			    "with the id “%s”.", x->item);
	}
	for (y = s->services; y != NULL; y = y->next)
		check_role(k, y->line, y->role);
}

/* What is wrong with the plan itself is told by plan_check(). */
static const struct plan_model *
plan_of(struct arena *a, const struct casetype *type,
    const struct store_type_model *f)
{
	struct cmmn_fault *none = NULL;

	while (f != NULL && strcmp(f->file, PLAN_MODEL_FILE) != 0)
		f = f->next;
	return f == NULL ? NULL :
	    plan_model_read(a, f->file, f->source, type, &none);
}

void
standard_check(struct arena *a, const char *dir, const struct casetype *type,
    const struct store_type_model *files, const char *schema,
    struct reader_fault **faults)
{
	struct checking k = { a, type, NULL, NULL, faults };
	const struct standard *s;

	s = read_all(a, dir, files, schema, faults);
	if (s != NULL)
		k.plan = plan_of(a, type, files);
	for (; s != NULL; s = s->next) {
		k.path = arena_printf(a, "%s/%s", dir, s->file);
		check_one(&k, s);
	}
}
