/* SPDX-License-Identifier: MIT */
/* Plans of a type's versions: read and compiled once a process. */
#include "domain/type/plan_model.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "base/log.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_feel.h"
#include "domain/type/decision_model.h"
#include "domain/type/formula.h"
#include "store/store_type.h"
#include "xml/xml_cmmn.h"

#define DEEP 50		/* stages in stages */

struct version {
	struct version *next;
	int64_t type;
	const struct plan_model *model;	/* NULL: none */
};

static struct arena *kept;
static struct version *versions;

/* What "case" has, for paths that have blanks in them. */
static const struct feel_type *
type_of_case(struct arena *a)
{
	static const struct { const char *name, *type; } all[] = {
		{ "number", "string" }, { "title", "string" },
		{ "type", "string" }, { "version", "number" },
		{ "team", "string" }, { "phase", "string" },
		{ "status", "string" }, { "verdict", "string" },
		{ "medium", "string" }, { "restricted", "boolean" },
		{ "risk", "string" }, { "received", "date and time" },
		{ "opened", "date and time" }, { "due", "date and time" },
		{ "age in days", "number" }
	};
	size_t i, n = COUNT(all);
	struct feel_member *m = arena_array(a, n, sizeof(*m));
	struct feel_type *t = arena_alloc(a, sizeof(*t));

	for (i = 0; i < n; i++) {
		m[i].name = feel_value_text(all[i].name).string;
		m[i].type = feel_type_own(all[i].type, strlen(all[i].type));
	}
	t->kind = FEEL_TYPE_CONTEXT;
	t->members = m;
	t->n = n;
	return t;
}

void
plan_model_scope(struct arena *a, const struct casetype *type,
    struct feel_scope *out)
{
	const struct feel_member *fields;
	size_t n = casetype_feel_names(a, type, NULL, &fields), m = 0;
	struct feel_member *names = arena_array(a, n + 2, sizeof(*names));
	const struct type_field *f;
	struct feel_string *members;

	if (n > 0)
		memcpy(names, fields, n * sizeof(*names));
	names[n++].name = feel_value_text(DECISION_MODEL_FORMS).string;
	names[n].name = feel_value_text(DECISION_MODEL_CASE).string;
	names[n].type = type_of_case(a);
	for (f = type->fields; f != NULL; f = f->next)
		m += f->group != NULL;
	members = arena_array(a, m + 1, sizeof(*members));
	out->members = members;
	out->n_members = m;
	for (f = type->fields; f != NULL; f = f->next)
		if (f->group != NULL)
			*members++ = feel_value_text(f->code).string;
	out->names = names;
	out->n = n + 1;
}

/* A model under way: what its definitions hold is gathered. */
struct gathering {
	struct plan_model *m;
	struct arena *arena;
	const char *file;
	struct cmmn_fault **faults;
	size_t room;
};

static void
uses(struct gathering *g, const struct cmmn_text *t)
{
	size_t i;

	for (i = 0; t->text != NULL && i < g->m->scope.n; i++)
		if (!g->m->used[i])
			g->m->used[i] = formula_uses(t->text, arena_textn(
			    g->arena, g->m->scope.names[i].name.text,
			    g->m->scope.names[i].name.len));
}

/* What no item waits for, but is worked out when its time has come. */
static void
tells(struct gathering *g, const char *text)
{
	g->m->tells |= text != NULL && formula_uses(text,
	    DECISION_MODEL_CASE);
	g->m->forms |= text != NULL && formula_uses(text,
	    DECISION_MODEL_FORMS);
}

static void
add_words(struct gathering *g, const struct plan_own *own,
    const struct cmmn_definition *d)
{
	const struct cmmn_parameter *p;
	const struct cmmn_mapping *m;

	tells(g, own->task.due.text);
	tells(g, own->planned.text);
	for (p = d == NULL ? NULL : d->inputs; p != NULL; p = p->next) {
		tells(g, p->refinement.text);
		tells(g, p->name);
	}
	for (m = d == NULL ? NULL : d->mappings; m != NULL; m = m->next)
		tells(g, m->transformation.text);
}

static void
add_use(struct gathering *g, const struct cmmn_item_use *u)
{
	struct plan_model *m = g->m;
	struct plan_own *more;

	m->decides |= u->definition != NULL &&
	    u->definition->kind == CMMN_DECISION_TASK;
	uses(g, &u->control.repetition);
	uses(g, &u->control.required);
	uses(g, &u->control.manual);
	if (m->n_own == g->room) {
		g->room = g->room == 0 ? 32 : g->room * 2;
		more = arena_array(g->arena, g->room, sizeof(*more));
		if (m->n_own > 0)
			memcpy(more, m->own, m->n_own * sizeof(*more));
		m->own = more;
	}
	plan_own_read(g->arena, g->file, m->type, u->definition, u,
	    &m->scope, g->faults, &m->own[m->n_own]);
	add_words(g, &m->own[m->n_own++], u->definition);
}

static void gather(struct gathering *, const struct cmmn_definition *, int);

static void
gather_items(struct gathering *g, const struct cmmn_item_use *u, int depth)
{
	for (; u != NULL; u = u->next) {
		add_use(g, u);
		if (u->definition != NULL)
			gather(g, u->definition, depth + 1);
	}
}

static void
gather_tables(struct gathering *g, const struct cmmn_planning *t, int depth)
{
	const struct cmmn_applicability *r;

	for (; t != NULL && depth < DEEP; t = t->next) {
		for (r = t->rules; r != NULL; r = r->next)
			uses(g, &r->condition);
		gather_items(g, t->items, depth);
		gather_tables(g, t->tables, depth + 1);
	}
}

static void
gather(struct gathering *g, const struct cmmn_definition *d, int depth)
{
	const struct cmmn_sentry *s;

	if (depth >= DEEP)
		return;
	for (s = d->sentries; s != NULL; s = s->next)
		uses(g, &s->condition);
	uses(g, &d->timer);
	gather_items(g, d->items, depth);
	gather_tables(g, d->planning, depth);
}

static int
by_use(const void *a, const void *b)
{
	const struct plan_own *const *x = a, *const *y = b;

	return (*x)->use < (*y)->use ? -1 : (*x)->use > (*y)->use;
}

static void
index_own(struct arena *a, struct plan_model *m)
{
	size_t i;

	m->by_use = arena_array(a, m->n_own, sizeof(*m->by_use));
	for (i = 0; i < m->n_own; i++)
		m->by_use[i] = &m->own[i];
	if (m->n_own > 0)
		qsort(m->by_use, m->n_own, sizeof(*m->by_use), by_use);
}

/* The one case that has a plan. */
static const struct cmmn_case *
case_of(const struct cmmn_model *model)
{
	const struct cmmn_case *c = model->cases;

	while (c != NULL && c->plan == NULL)
		c = c->next;
	return c;
}

struct plan_model *
plan_model_read(struct arena *a, const char *file, const char *bytes,
    const struct casetype *type, struct cmmn_fault **faults)
{
	struct plan_model *m = arena_alloc(a, sizeof(*m));
	struct gathering g = { m, a, file, faults, 0 };
	struct cmmn_model *model;

	model = xml_cmmn_read(a, file, bytes, strlen(bytes), faults);
	if (model == NULL || (m->c = case_of(model)) == NULL)
		return NULL;
	m->type = type;
	plan_model_scope(a, type, &m->scope);
	m->used = arena_array(a, m->scope.n, sizeof(*m->used));
	m->cmmn = cmmn_compile(a, file, m->c, &m->scope, faults);
	plan_own_read(a, file, type, m->c->plan, NULL, &m->scope, faults,
	    &m->whole);
	gather(&g, m->c->plan, 0);
	m->tells |= m->used[m->scope.n - 1];
	m->forms |= m->used[m->scope.n - 2];
	index_own(a, m);
	return m;
}

static const struct plan_model *
load(struct ctx *cx, const struct casetype *type, const char *source)
{
	const char *file = arena_printf(kept, "%s, version %d, %s",
	    type->code, type->version, PLAN_MODEL_FILE);
	struct cmmn_fault *faults = NULL, *f;
	const struct plan_model *m;

	(void)cx;
	m = plan_model_read(kept, file, source, type, &faults);
	for (f = faults; f != NULL; f = f->next)
		if (!f->mild)
			log_error("%s:%d: %s", f->file, f->line, f->text);
	if (m == NULL)
		log_error("%s: there is no plan in it", file);
	return m;
}

enum err
plan_model(struct ctx *cx, const struct casetype *type,
    const struct plan_model **out)
{
	struct store_type_model *list;
	struct version *v;
	enum err e;

	*out = NULL;
	for (v = versions; v != NULL; v = v->next)
		if (v->type == type->id) {
			*out = v->model;
			return OK;
		}
	if ((e = store_type_models(cx, type->id, &list)) != OK ||
	    (e = casetype_by_id(cx, type->id, &type)) != OK)
		return e;
	if (kept == NULL)
		kept = arena_new();
	while (list != NULL && strcmp(list->file, PLAN_MODEL_FILE) != 0)
		list = list->next;
	v = arena_alloc(kept, sizeof(*v));
	v->type = type->id;
	v->model = list == NULL ? NULL : load(cx, type, list->source);
	v->next = versions;
	versions = v;
	*out = v->model;
	return OK;
}

const struct plan_own *
plan_model_own(const struct plan_model *m, const struct cmmn_item_use *use)
{
	const struct plan_own like = { .use = use }, *key = &like;
	const struct plan_own **found;

	if (use == NULL)
		return &m->whole;
	found = m->n_own == 0 ? NULL : bsearch(&key, m->by_use, m->n_own,
	    sizeof(*m->by_use), by_use);
	return found == NULL ? NULL : *found;
}

const struct plan_own *
plan_model_own_by_id(const struct plan_model *m, const char *id)
{
	const struct cmmn_item_use *use = cmmn_use(m->cmmn, id);

	return use == NULL ? NULL : plan_model_own(m, use);
}

const char *
plan_model_title(struct ctx *cx, const struct plan_model *m,
    const struct cmmn_item_use *use)
{
	const struct plan_own *own = plan_model_own(m, use);

	return own != NULL ? plan_own_title(cx, own) : use->name;
}

static const struct cmmn_file_item *
file_in(const struct cmmn_file_item *f, const char *name)
{
	const struct cmmn_file_item *inner;

	for (; f != NULL; f = f->next) {
		if (strcmp(f->name, name) == 0)
			return f;
		if ((inner = file_in(f->first, name)) != NULL)
			return inner;
	}
	return NULL;
}

const struct cmmn_file_item *
plan_model_file(const struct plan_model *m, const char *name)
{
	return file_in(m->c->file, name);
}

bool
plan_model_watches(const struct plan_model *m, const char *name)
{
	size_t i;

	for (i = 0; i < m->scope.n; i++)
		if (m->used[i] && feel_value_same_text(m->scope.names[i].name,
		    feel_value_text(name).string))
			return true;
	return plan_model_file(m, name) != NULL;
}

const char *
plan_model_phase(const struct plan_model *m, const struct cmmn_item_use *use)
{
	if (use == NULL || use->stage != m->c->plan ||
	    use->definition == NULL || use->definition->kind != CMMN_STAGE ||
	    casetype_term(m->type->phases, use->id) == NULL)
		return "";
	return use->id;
}
