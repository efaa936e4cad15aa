/* SPDX-License-Identifier: MIT */
/* The care models beside a type.xml: found, read, combined. */
#include "domain/type/rulepack_kept.h"

#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "domain/type/casetype_folder.h"
#include "rules/type/rulepack.h"
#include "store/store_type.h"
#include "xml/xml_rulepack.h"

#define INSTALLED PKGDATADIR "/caremodels"

static const char *
file_of(struct arena *a, const struct type_pack *p)
{
	return arena_printf(a, XML_RULEPACK_FOLDER "%s.xml", p->code);
}

/* In the folder, beside its source tree, among the installed ones. */
static const char *
path_of(struct ctx *cx, const char *dir, const struct type_pack *p)
{
	const char *path = arena_printf(cx->arena, "%s/%s", dir,
	    file_of(cx->arena, p));

	if (access(path, R_OK) == 0)
		return path;
	path = arena_printf(cx->arena, "%s/../../caremodels/%s.xml", dir,
	    p->code);
	if (access(path, R_OK) == 0)
		return path;
	path = arena_printf(cx->arena, INSTALLED "/%s.xml", p->code);
	return access(path, R_OK) == 0 ? path : NULL;
}

enum err
rulepack_kept_collect(struct ctx *cx, const char *dir,
    const struct casetype *t, struct store_type_model **files)
{
	const struct type_pack *p;
	struct store_type_model *m, **at;
	const char *path;
	enum err e;

	for (p = t->packs; p != NULL; p = p->next) {
		if ((path = path_of(cx, dir, p)) == NULL)
			continue;
		if ((e = casetype_folder_model(cx, path,
		    file_of(cx->arena, p), &m)) != OK)
			return e;
		for (at = files; *at != NULL &&
		    strcmp((*at)->file, m->file) < 0;)
			at = &(*at)->next;
		m->next = *at;
		*at = m;
	}
	return OK;
}

/* What the type agrees to by itself stands among the models. */
static struct rulepack *
own_rules(struct arena *a, const struct casetype *t, const char *file)
{
	struct rulepack *p;
	struct rulepack_rule *r;

	if (t->rhythm == NULL)
		return NULL;
	p = arena_alloc(a, sizeof(*p));
	r = arena_alloc(a, sizeof(*r));
	p->code = "";
	p->file = file;
	p->name = t->label;
	p->rules = r;
	*r = (struct rulepack_rule){ .pack = p, .kind = RULEPACK_RHYTHM,
	    .subject = "", .target = "", .rhythm = t->rhythm };
	return p;
}

static const struct store_type_model *
find(const struct store_type_model *files, const char *file)
{
	while (files != NULL && strcmp(files->file, file) != 0)
		files = files->next;
	return files;
}

/* The form that is to be filled in is one of the type's. */
static void
check_forms(struct arena *a, const struct rulepack *p,
    const struct store_type_model *files, struct reader_fault **faults)
{
	const struct rulepack_rule *r;
	const char *code, *file;

	for (r = p->rules; r != NULL; r = r->next) {
		code = r->kind == RULEPACK_ASSESSMENT ? r->subject :
		    strncmp(r->subject, "form:", 5) == 0 ? r->subject + 5 :
		    "";
		file = arena_printf(a, "forms/%s.xml", code);
		if (code[0] != '\0' && find(files, file) == NULL)
			reader_add_fault(a, faults, p->file, r->line, "The "
			    "case type has no form “%s”: “%s” is missing.",
			    code, file);
	}
}

static void
check_clashes(struct arena *a, const struct rulepack_set *set,
    const char *file, const struct casetype *t, struct reader_fault **faults)
{
	const struct rulepack_clash *c;
	int line = t->packs->line;

	for (c = set->clashes; c != NULL; c = c->next)
		if (c->ra == NULL)
			reader_add_fault(a, faults, file, line, "The models "
			    "“%s” and “%s” cannot be combined: %s:%d says "
			    "so.", c->a->code, c->b->code, c->a->file,
			    c->a->line);
		else
			reader_add_fault(a, faults, file, line, "The models "
			    "“%s” and “%s” contradict each other: before %s "
			    "the one asks for %s (%s:%d), before %s the "
			    "other asks for %s (%s:%d).", c->a->code,
			    c->b->code, c->ra->target, c->ra->subject,
			    c->a->file, c->ra->line, c->rb->target,
			    c->rb->subject, c->b->file, c->rb->line);
}

void
rulepack_kept_read(struct arena *a, const char *dir, const char *file,
    struct casetype *t, const struct store_type_model *files,
    const char *schema, struct reader_fault **faults)
{
	struct rulepack *list, **tail = &list;
	struct rulepack_set *set;
	const struct store_type_model *m;
	const struct type_pack *p;

	if (t->packs == NULL)
		return;
	if ((list = own_rules(a, t, file)) != NULL)
		tail = &list->next;
	for (p = t->packs; p != NULL; p = p->next) {
		if ((m = find(files, file_of(a, p))) == NULL) {
			reader_add_fault(a, faults, file, p->line, "There is "
			    "no care model “%s”: “%s” is missing, and none "
			    "of this name comes with Dossier.", p->code,
			    file_of(a, p));
			continue;
		}
		*tail = xml_rulepack_read(a, arena_printf(a, "%s/%s", dir,
		    m->file), m->source, strlen(m->source), schema, t,
		    faults);
		if (*tail == NULL)
			continue;
		if (strcmp((*tail)->code, p->code) != 0)
			reader_add_fault(a, faults, (*tail)->file,
			    (*tail)->line, "This model has the code “%s”, "
			    "and its file another.", (*tail)->code);
		check_forms(a, *tail, files, faults);
		tail = &(*tail)->next;
	}
	*tail = NULL;
	t->rules = set = rulepack_combine(a, t, list);
	if (t->rhythm == NULL)
		t->rhythm = rulepack_rhythm(set, "", 0);
	check_clashes(a, set, file, t, faults);
}

enum err
rulepack_kept_load(struct ctx *cx, struct arena *a, struct casetype *t)
{
	struct reader_fault *faults = NULL;
	struct store_type_model *m, *copy = NULL, **tail = &copy;
	const char *file = arena_printf(a, "%s, version %d", t->code,
	    t->version);
	enum err e;

	if (t->packs == NULL)
		return OK;
	if ((e = store_type_models(cx, t->id, &m)) != OK)
		return e;
	for (; m != NULL; m = m->next) {	/* they outlive the request */
		*tail = arena_copy(a, m, sizeof(*m));
		(*tail)->file = arena_text(a, m->file);
		(*tail)->source = arena_text(a, m->source);
		(*tail)->next = NULL;
		tail = &(*tail)->next;
	}
	rulepack_kept_read(a, t->code, file, t, copy, NULL, &faults);
	for (; faults != NULL; faults = faults->next)
		log_error("case type %s:%d: %s", faults->file, faults->line,
		    faults->text);
	return OK;
}
